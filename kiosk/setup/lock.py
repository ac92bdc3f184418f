"""The list of locked packages: reading the part that is needed, and renewing it from pyproject.toml."""

from __future__ import annotations

import re
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.setup.running import NotReady, follow, run_quietly, say

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

MARK = "# extra:"
EXTRAS = ("test", "bench", "mutation")
HEAD = """\
# What kiosk installs: names, versions and hashes, nothing else.
# Made from pyproject.toml by `python3 -m kiosk.setup lock`; do not edit by hand.
# Packages above the first "extra" line are for everybody, those below it for the extras it names.
"""


def chosen(lock: str, extras: Iterable[str]) -> str:
    """The part of the lock for these extras, as pip reads it."""
    asked, keep, kept = set(extras), True, []
    for line in lock.splitlines(keepends=True):
        if line.startswith(MARK):
            keep = not asked.isdisjoint(line[len(MARK) :].split())
        elif keep and not line.startswith("#"):
            kept.append(line)
    return "".join(kept)


def names(lock: str) -> list[str]:
    """The packages of a lock, in its order."""
    return re.findall(r"^([A-Za-z0-9][\w.-]*)==", lock, flags=re.MULTILINE)


def entries(lock: str) -> dict[str, str]:
    """The lines of each package: name, version, marker and hashes."""
    return {names(part)[0]: part for part in re.split(r"^(?=[A-Za-z0-9])", lock, flags=re.MULTILINE) if names(part)}


def joined(full: str, base: Iterable[str], users: Mapping[str, Iterable[str]]) -> str:
    """One lock with sections from the full list, the names for everybody and the names for each extra."""
    everybody, whose = set(base), {extra: set(packages) for extra, packages in users.items()}
    sections: dict[str, list[str]] = {"": []}
    for name, lines in entries(full).items():
        extras = [] if name in everybody else [extra for extra, packages in whose.items() if name in packages]
        sections.setdefault(" ".join(extras), []).append(lines)
    parts = (f"\n{MARK} {extras}\n" * bool(extras) + "".join(sections[extras]) for extras in sorted(sections))
    return HEAD + "".join(parts)


def renew(root: Path, *, upgrade: bool = False) -> None:
    """Resolve pyproject.toml with uv in a throw-away environment and write the lock. Raises NotReady.

    What the lock names already stays as far as pyproject.toml allows it, unless everything is to be the newest.
    """
    lock = root / "requirements.lock"
    with tempfile.TemporaryDirectory() as folder:
        scratch = Path(folder)
        say("Fetching uv into a throw-away environment")
        list(follow([sys.executable, "-m", "venv", folder], "Could not make an environment:"))
        list(follow([str(scratch / "bin" / "pip"), "install", "uv"], "Could not fetch uv:"))
        full = scratch / "full.txt"
        before = "" if upgrade or not lock.exists() else lock.read_text(encoding="utf-8")
        full.write_text(resolve(root, scratch, ["--all-extras"], before=before), encoding="utf-8")
        parts = {extra: resolve(root, scratch, ["-c", str(full), "--extra", extra]) for extra in EXTRAS}
        base = resolve(root, scratch, ["-c", str(full)])
        users = {extra: names(text) for extra, text in parts.items()}
        lock.write_text(joined(full.read_text(encoding="utf-8"), names(base), users), encoding="utf-8")
    say("requirements.lock is renewed")


def resolve(root: Path, scratch: Path, words: Iterable[str], *, before: str = "") -> str:
    """What uv makes of pyproject.toml and what it takes to install the program itself. Raises NotReady.

    uv keeps the versions of `before`, the list that stood there, where they still fit.
    """
    build, out = scratch / "build.in", scratch / "out.txt"
    build.write_text(build_requirement((root / "pyproject.toml").read_text(encoding="utf-8")), encoding="utf-8")
    out.write_text(before, encoding="utf-8")
    call = [str(scratch / "bin" / "uv"), "pip", "compile", "--no-config", "--universal", "--python-version", "3.11"]
    call += ["--generate-hashes", "--no-header", "--no-annotate", "-o", str(out), str(root / "pyproject.toml")]
    done = run_quietly([*call, str(build), *words])
    if done.returncode != 0:
        raise NotReady("uv cannot resolve pyproject.toml:\n" + done.stdout)
    return out.read_text(encoding="utf-8")


def build_requirement(pyproject: str) -> str:
    """What `[build-system]` requires, one line; pyproject.toml names exactly one package there."""
    found = re.search(r'^\[build-system\]\s+requires = \["([^"]+)"\]', pyproject, flags=re.MULTILINE)
    if not found:
        raise NotReady("pyproject.toml has no [build-system] with one requirement.")
    return found.group(1) + "\n"
