"""What a process still holds of words that should be gone: a search of everything that it can write to."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from kiosk.bootstrap.overwriting import overwriting
from kiosk.model.errors import Defect

CODINGS = ("utf-8", "utf-16-le", "utf-32-le")


def memory(process: int) -> Iterator[bytes]:
    """Everything that a process can write to, piece by piece (Linux)."""
    maps = Path(f"/proc/{process}/maps").read_text(encoding="ascii", errors="replace")
    with Path(f"/proc/{process}/mem").open("rb") as mem:
        for line in maps.splitlines():
            span, rights, *rest = line.split()
            if "w" in rights and not rest[-1].startswith(("[vvar", "[vsyscall")):
                first, last = (int(end, 16) for end in span.split("-"))
                try:
                    mem.seek(first)
                    yield mem.read(last - first)
                except OSError:
                    continue


def any_of(needles: Iterable[bytes]) -> re.Pattern[bytes]:
    """What finds all of them in one reading; where one stands inside another, the longer is found."""
    return re.compile(b"|".join(re.escape(needle) for needle in sorted(needles, key=len, reverse=True)))


def left(pieces: Iterable[bytes], words: Iterable[str]) -> int:
    """How many times the words stand there, in any of the codings that Python and Qt keep text in."""
    looked = any_of(word.encode(coding) for word in words for coding in CODINGS)
    return sum(len(looked.findall(piece)) for piece in pieces)


@dataclass(frozen=True)
class Stayed:
    """The memory of a terminal in MB in the course of many residents, and how many values it holds after the last."""

    held: tuple[float, ...]
    values: int


def stayed(folder: Path, count: int, words: Iterable[str]) -> Stayed:
    """Let so many residents come and go in a process of its own. Raises Defect when it fails."""
    call = [sys.executable, "-m", "kiosk.bench.many_residents", str(folder), str(count)]
    env = {**overwriting(os.environ), "QT_QPA_PLATFORM": "offscreen"}
    with subprocess.Popen(call, env=env, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as child:  # noqa: S603 - our own words
        line = child.stdout.readline() if child.stdout else ""
        if not line:
            raise Defect("the residents were not played to the end")
        values = left(memory(child.pid), words)
        child.communicate("\n")
    return Stayed(tuple(json.loads(line)), values)
