"""The environment beside the program: which Python, which packages, and whether that is already so."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from kiosk.setup.libraries import apt_line
from kiosk.setup.lock import chosen, names
from kiosk.setup.running import NotReady, follow, run_quietly, say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kiosk.setup.machine import Machine

SUPPORTED = ("3.11", "3.12", "3.13")
COUNTED = re.compile(
    r"(?:Collecting |Requirement already satisfied: |Ignoring |Processing \S*/)(\w[\w.]*(?:-[a-zA-Z]\w*)*)"
)


class Place(NamedTuple):
    """A checkout and the environment inside it."""

    root: Path

    @property
    def venv(self) -> Path:
        """The folder of the environment."""
        return self.root / ".venv"

    @property
    def bin(self) -> Path:
        """The environment's programs."""
        return self.venv / "bin"

    @property
    def stamp(self) -> Path:
        """What was installed last, written after everything else."""
        return self.venv / "kiosk-stamp.json"

    @property
    def lock(self) -> str:
        """The text of the lock."""
        return (self.root / "requirements.lock").read_text(encoding="utf-8")


class Stamp(NamedTuple):
    """What an environment holds: the lock's SHA-256, the extras, the Python and the checkout it belongs to."""

    lock: str
    extras: tuple[str, ...]
    python: str
    root: str


def here() -> str:
    """The version of the Python that runs this, such as 3.11."""
    return f"{sys.version_info[0]}.{sys.version_info[1]}"


def interpreter(version: str) -> str:
    """A Python that can run the program: this one if its `version` will do, or one found on PATH. Raises NotReady."""
    if version in SUPPORTED:
        return sys.executable
    for other in SUPPORTED:
        found = shutil.which(f"python{other}")
        if found and run_quietly([found, "-c", "import sys"]).returncode == 0:
            return found
    line = apt_line(["python3.11", "python3.11-venv"])
    raise NotReady(
        f"Python 3.11, 3.12 or 3.13 is needed; this is {version} and PATH has no other. Please run:\n  {line}"
    )


def make_venv(machine: Machine, folder: Path) -> None:
    """A new, empty environment. Raises NotReady where Debian's python3-venv is missing and cannot be installed."""
    python = interpreter(here())
    if folder in Path(python).parents:
        raise NotReady("The environment must be made anew: start this command with the system's python3.")
    version = run_quietly([python, "-c", "import sys; print('%d.%d' % sys.version_info[:2])"]).stdout.strip()
    packages = ["python3-venv", f"python{version}-venv"]
    if run_quietly([python, "-c", "import venv, ensurepip"]).returncode != 0 and not machine.adds(packages):
        raise NotReady("Python's venv module is missing. Please run:\n  " + apt_line(packages))
    say(f"Making {folder.name} with Python {version}")
    list(follow([python, "-m", "venv", "--clear", str(folder)], f"Could not make {folder.name}:"))


def venv_version(venv: Path) -> str:
    """The Python of an environment, such as 3.11; empty when there is none that starts."""
    config = venv / "pyvenv.cfg"
    if not config.exists() or not (venv / "bin" / "python").exists():
        return ""
    found = re.search(r"^version\s*=\s*(\d+\.\d+)", config.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return found.group(1) if found else ""


def read_stamp(file: Path) -> Stamp | None:
    """What was installed last; None when nothing was, or half."""
    try:
        lock, extras, python, root = json.loads(file.read_text(encoding="utf-8"))
        return Stamp(lock, tuple(extras), python, root)
    except (OSError, ValueError, TypeError):
        return None


def goal(place: Place, extras: Iterable[str], was: Stamp | None) -> Stamp:
    """The stamp to reach; extras that are there already stay."""
    digest = hashlib.sha256(place.lock.encode()).hexdigest()
    together = tuple(sorted({*extras, *(was.extras if was else ())}))
    return Stamp(digest, together, venv_version(place.venv), str(place.root))


def pip(place: Place, *words: str) -> Iterator[str]:
    """Run pip in the environment and hand over its lines. Raises NotReady."""
    call = [str(place.bin / "python"), "-m", "pip", "--disable-pip-version-check", "install", "--no-input", "--no-deps"]
    yield from follow([*call, *words], "The packages could not be installed. pip says:")


def show(lines: Iterable[str], total: int, *, live: bool) -> None:
    """Count the packages: one line that changes on a terminal, plain lines elsewhere."""
    before, after, count = ("\r\x1b[K", "", 0) if live else ("", "\n", 0)
    for line in lines:
        if found := COUNTED.match(line):
            count += 1
            say(f"{before}{count:4}/{total} {found.group(1)}", end=after)
        elif line.startswith("Installing collected"):
            say(f"{before}     unpacking", end=after)
    say(before, end="")


def install(place: Place, machine: Machine, extras: Iterable[str]) -> None:
    """Make the environment hold what the lock says; quick when it does already. Raises NotReady."""
    _unlink_anothers(place)
    was = read_stamp(place.stamp)
    aim = goal(place, extras, was)
    if was == aim:
        return
    begun = time.monotonic()
    place.stamp.unlink(missing_ok=True)
    if aim.python not in SUPPORTED or (was and was.root != aim.root):
        make_venv(machine, place.venv)
        aim = aim._replace(python=venv_version(place.venv))
    fill(place, aim.extras)
    place.stamp.write_text(json.dumps(aim), encoding="utf-8")
    say(f"Ready after {time.monotonic() - begun:.0f} s")


def _unlink_anothers(place: Place) -> None:
    """An environment that only a link leads to, and that was not made here, is another's: it is not emptied."""
    was = read_stamp(place.stamp)
    if place.venv.is_symlink() and (was is None or was.root != str(place.root)):
        say(f"{place.venv.name} was a link to another environment; it gets one of its own.")
        place.venv.unlink()


def fill(place: Place, extras: Iterable[str]) -> None:
    """Install the locked wheels and then the program itself, so that `.venv/bin/kiosk` starts it. Raises NotReady."""
    part, listing = chosen(place.lock, extras), place.venv / "kiosk-requirements.txt"
    listing.write_text(part, encoding="utf-8")
    say(f"Installing {len(names(part))} packages")
    wheels = ("--require-hashes", "--only-binary", ":all:", "--progress-bar", "off", "-r", str(listing))
    show(pip(place, *wheels), len(names(part)), live=sys.stdout.isatty())
    list(pip(place, "--no-index", "--no-build-isolation", "-e", str(place.root)))
