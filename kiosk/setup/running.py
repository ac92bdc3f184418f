"""Running other programs, and saying what happens: nothing here knows what they are for."""
# ruff: noqa: S603 - starting pip, apt-get and the checks is what a set-up does; no call contains outside words

from __future__ import annotations

import enum
import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path


class Exit(enum.IntEnum):
    """What a command tells the shell."""

    DONE = 0
    PROBLEMS = 1
    USAGE = 2
    NOT_READY = 3


class NotReady(Exception):
    """The place lacks something; the message says what, and the one line that helps."""


def say(text: str, end: str = "\n") -> None:
    """A line for the person, at once."""
    sys.stdout.write(text + end)
    sys.stdout.flush()


def run_quietly(
    call: Sequence[str], *, env: Mapping[str, str] | None = None, folder: Path | None = None
) -> subprocess.CompletedProcess[str]:
    """Run to the end and keep what it says."""
    pipe, joined, nothing = subprocess.PIPE, subprocess.STDOUT, subprocess.DEVNULL
    return subprocess.run(
        call, cwd=folder, env=env, stdin=nothing, stdout=pipe, stderr=joined, text=True, errors="replace", check=False
    )


def run_openly(call: Sequence[str], *, folder: Path, env: Mapping[str, str]) -> int:
    """Run to the end with this terminal and give the exit code."""
    return subprocess.run(call, cwd=folder, env=env, check=False).returncode


def follow(call: Sequence[str], failed: str, *, env: Mapping[str, str] | None = None) -> Iterator[str]:
    """Run and hand over the lines as they come. Raises NotReady with `failed` and the last lines."""
    lines: list[str] = []
    pipe, joined, nothing = subprocess.PIPE, subprocess.STDOUT, subprocess.DEVNULL
    with subprocess.Popen(call, env=env, stdin=nothing, stdout=pipe, stderr=joined, text=True, errors="replace") as run:
        for line in run.stdout or ():
            lines.append(line)
            yield line
    if run.returncode != 0:
        raise NotReady(failed + "\n" + "".join(lines[-8:]).rstrip())
