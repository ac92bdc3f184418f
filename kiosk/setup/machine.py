"""The machine under the program: which system libraries and tools it has, and how missing ones get there."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING, Protocol

from kiosk.setup.apt import Apt
from kiosk.setup.libraries import X11, apt_line, has_screen, loads, missing, needed
from kiosk.setup.running import NotReady, say

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

TEST_TOOLS = {
    "pdftotext": "poppler-utils",
    "qpdf": "qpdf",
    "Xvfb": "xvfb",
    "strace": "strace",
    "xwininfo": "x11-utils",
    "postgres": "postgresql",
    "node": "nodejs",
    "chromium": "chromium",
    "chromedriver": "chromium-driver",
    "cupsd": "cups-daemon",
    "lp": "cups-client",
    "ipptool": "cups-ipp-utils",
    "xdotool": "xdotool",
    "xsel": "xsel",
}
LACKING = """\
画面を出すための部品（システムのライブラリー）が足りません。次の1行を実行してください。
System libraries are missing. Please run:
  {line}"""
AS_ROOT = """\
システム（Debian）の部品を管理者権限で入れます。入れずに名前だけ知るには --no-system を付けます。
Installing system packages as root (--no-system only names them):
  {line}"""
LATER = """\
この機械で窓口の画面を開くには、先に次の1行を実行してください（画面のない使い方には要りません）。
Only for opening a window here:
  {line}"""


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
    """The machine it runs on; without `system` nothing is installed on it, only named."""

    def __init__(self, *, system: bool = True) -> None:
        self._system = system

    def loads(self, soname: str) -> bool:
        """See Machine."""
        return loads(soname)

    def has(self, tool: str) -> bool:
        """See Machine."""
        return shutil.which(tool) is not None

    def adds(self, packages: Sequence[str]) -> bool:
        """See Machine; needs root and apt-get."""
        if not self._system or os.geteuid() != 0 or not self.has("apt-get"):
            return False
        say(AS_ROOT.format(line=apt_line(packages).removeprefix("sudo ")))
        return Apt().install(packages)


def wanted(machine: Machine) -> list[str]:
    """The Debian packages that let no test be skipped."""
    tools = [package for tool, package in TEST_TOOLS.items() if not machine.has(tool)]
    return [*missing(machine.loads, X11), *tools]


def ready(machine: Machine, env: Mapping[str, str], *, testing: bool) -> None:
    """See that the system libraries are there; tests want more but do without it. Raises NotReady."""
    packages = list(dict.fromkeys([*missing(machine.loads, needed(env)), *(wanted(machine) if testing else [])]))
    if not packages or machine.adds(packages):
        return
    if missing(machine.loads, needed(env)):
        raise NotReady(LACKING.format(line=apt_line(packages)))
    say("Some tests will be skipped; to run them all: " + apt_line(packages))


def tell_of_window(machine: Machine, env: Mapping[str, str]) -> None:
    """Say what a window will need here, when this is a shell without a screen: its X server may come later."""
    packages = missing(machine.loads, X11)
    if packages and not has_screen(env):
        say(LATER.format(line=apt_line(packages)))
