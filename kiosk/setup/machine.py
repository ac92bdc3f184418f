"""The machine under the program: which system libraries and tools it has, and how missing ones get there."""
# ruff: noqa: S603 - starting pip, apt-get and the checks is what a set-up does; no call contains outside words

from __future__ import annotations

import ctypes
import enum
import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

QT = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11.so.6": "libx11-6",
    "libbrotlidec.so.1": "libbrotli1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libzstd.so.1": "libzstd1",
}
X11 = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-glx.so.0": "libxcb-glx0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
WAYLAND = {
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
}
TEST_TOOLS = {"pdftotext": "poppler-utils", "qpdf": "qpdf", "Xvfb": "xvfb"}


class Exit(enum.IntEnum):
    """What a command tells the shell."""

    DONE = 0
    PROBLEMS = 1
    USAGE = 2
    NOT_READY = 3


class NotReady(Exception):
    """The place lacks something; the message says what, and the one line that helps."""


class Machine(Protocol):
    """What the set-up asks of the machine."""

    def loads(self, soname: str) -> bool:
        """Whether a shared library can be loaded."""
        ...

    def has(self, tool: str) -> bool:
        """Whether a program is on PATH."""
        ...

    def adds(self, packages: Sequence[str]) -> bool:
        """Install Debian packages; False where that is not possible or fails."""
        ...


class ThisMachine:
    """The machine it runs on."""

    def loads(self, soname: str) -> bool:
        """See Machine."""
        try:
            ctypes.CDLL(soname)
        except OSError:
            return False
        return True

    def has(self, tool: str) -> bool:
        """See Machine."""
        return shutil.which(tool) is not None

    def adds(self, packages: Sequence[str]) -> bool:
        """See Machine; needs root and apt-get."""
        if os.geteuid() != 0 or not self.has("apt-get"):
            return False
        say("Installing system packages: " + " ".join(packages))
        env = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        run_quietly(["apt-get", "update", "-q"], env=env)
        done = run_quietly(["apt-get", "install", "-y", "-q", "--no-install-recommends", *packages], env=env)
        if done.returncode != 0:
            say("apt-get says:\n" + "\n".join(done.stdout.splitlines()[-5:]))
        return done.returncode == 0


def say(text: str, end: str = "\n") -> None:
    """A line for the person, at once."""
    sys.stdout.write(text + end)
    sys.stdout.flush()


def run_quietly(call: Sequence[str], *, env: Mapping[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    """Run to the end and keep what it says."""
    pipe, joined, nothing = subprocess.PIPE, subprocess.STDOUT, subprocess.DEVNULL
    return subprocess.run(
        call, env=env, stdin=nothing, stdout=pipe, stderr=joined, text=True, errors="replace", check=False
    )


def run_openly(call: Sequence[str], *, folder: Path, env: Mapping[str, str]) -> int:
    """Run to the end with this terminal and give the exit code."""
    return subprocess.run(call, cwd=folder, env=env, check=False).returncode


def follow(call: Sequence[str], failed: str) -> Iterator[str]:
    """Run and hand over the lines as they come. Raises NotReady with `failed` and the last lines."""
    lines: list[str] = []
    pipe, joined, nothing = subprocess.PIPE, subprocess.STDOUT, subprocess.DEVNULL
    with subprocess.Popen(call, stdin=nothing, stdout=pipe, stderr=joined, text=True, errors="replace") as run:
        for line in run.stdout or ():
            lines.append(line)
            yield line
    if run.returncode != 0:
        raise NotReady(failed + "\n" + "".join(lines[-8:]).rstrip())


def apt_line(packages: Iterable[str]) -> str:
    """The one line that a person types."""
    return "sudo apt-get install -y --no-install-recommends " + " ".join(packages)


def needed(env: Mapping[str, str]) -> dict[str, str]:
    """The libraries without which Qt cannot start here; fewer without a screen."""
    return {**QT, **(X11 if env.get("DISPLAY") else {}), **(WAYLAND if env.get("WAYLAND_DISPLAY") else {})}


def missing(machine: Machine, libraries: Mapping[str, str]) -> list[str]:
    """The Debian packages of the libraries that cannot be loaded."""
    return [package for soname, package in libraries.items() if not machine.loads(soname)]


def wanted(machine: Machine) -> list[str]:
    """The Debian packages that let no test be skipped."""
    tools = [package for tool, package in TEST_TOOLS.items() if not machine.has(tool)]
    return [*missing(machine, X11), *tools]


def ready(machine: Machine, env: Mapping[str, str], *, testing: bool) -> None:
    """See that the system libraries are there; tests want more but do without it. Raises NotReady."""
    packages = list(dict.fromkeys([*missing(machine, needed(env)), *(wanted(machine) if testing else [])]))
    if not packages or machine.adds(packages):
        return
    if missing(machine, needed(env)):
        raise NotReady("System libraries are missing. Please run:\n  " + apt_line(packages))
    say("Some tests will be skipped; to run them all: " + apt_line(packages))
