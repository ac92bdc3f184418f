"""How much of what a clerk typed is gone when the program is ended without a word, at any moment.

The process is stopped where it stands and its home copied: that is what SIGKILL leaves, and it can be done two hundred
times to one process. Its last moment is a real SIGKILL.
"""

import os
import select
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import IO

from kiosk.bench.row import Row, at_most
from kiosk.bench.subject import Subject
from kiosk.bench.timing import Effort
from kiosk.bench.typist import KEY_MS, PATH
from kiosk.bootstrap.place import Place
from kiosk.bootstrap.program import Program
from kiosk.flow.clock import SystemClock
from kiosk.flow.state import VisitState
from kiosk.model.errors import Defect

ENDS = 200
_GOLDEN = 0.6180339887498949  # its multiples are spread evenly
_BETWEEN = KEY_MS / 1000


def sudden(subject: Subject, effort: Effort) -> list[Row]:
    """The most keys that one of the ends has lost."""
    ends = effort.times(ENDS, 3)
    lost = max(lost_keys(subject.folder / "sudden", ends=ends, known=subject.program.place.cache))
    row = Row(
        name="counter.killed_lost_keys",
        label=f"入力の途中で{ends}回突然終わったときに失う打鍵（最多）",
        value=lost,
        unit="打鍵",
        compared_with="SIGSTOP and a copy of the home at spread moments, 25 keys a second; the last end is SIGKILL",
    )
    return [at_most(1, row)]


def lost_keys(folder: Path, *, ends: int, known: Path | None = None) -> Iterator[int]:
    """For every sudden end how many of the keys that had been typed are not in the draft.

    In `known` lie copies of the forms, as in every home but on its first day.
    """
    home = folder / "home"
    home.mkdir(parents=True)
    if known is not None and known.is_dir():
        shutil.copytree(known, home / "cache")
    call = [sys.executable, "-m", "kiosk.bench.typist", str(home)]
    environ = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    with subprocess.Popen(call, stdout=subprocess.PIPE, env=environ) as process:  # noqa: S603 - our own words
        if process.stdout is None:
            raise Defect("nobody listens")
        told = _Told(process, process.stdout)
        told.hear(2)
        for end in range(ends):
            told.hear(1 + end % 3)
            told.wait(end * _GOLDEN % 1 * _BETWEEN)
            os.kill(process.pid, signal.SIGKILL if end == ends - 1 else signal.SIGSTOP)
            told.drain()
            copy = folder / "copy"
            shutil.copytree(home, copy)
            yield _lost(told.texts, _saved(copy))
            shutil.rmtree(copy)
            os.kill(process.pid, signal.SIGCONT)


@dataclass
class _Told:
    """What the typist has said so far."""

    process: subprocess.Popen[bytes]
    heard: IO[bytes]
    texts: list[str] = field(default_factory=list)
    rest: bytes = b""

    def hear(self, lines: int) -> None:
        """Wait for some more keys."""
        more = len(self.texts) + lines
        while len(self.texts) < more:
            self._read()

    def wait(self, seconds: float) -> None:
        """Let some time go by; what is said meanwhile is heard."""
        if select.select([self.heard], [], [], seconds)[0]:
            self._read()

    def drain(self) -> None:
        """What was said before the end."""
        while select.select([self.heard], [], [], 0)[0] and self._read():
            pass

    def _read(self) -> bool:
        got = os.read(self.heard.fileno(), 65536)
        *whole, self.rest = (self.rest + got).split(b"\n")
        self.texts += [line.decode() for line in whole]
        if not got and self.process.poll() is not None and self.process.returncode > 0:
            raise Defect("the typist has stopped by itself")
        return bool(got)


def _saved(home: Path) -> str:
    """What the draft in a home says of the line."""
    with closing(Program(replace(Place.standard(), home=home), SystemClock())) as program:
        drafts = program.store.drafts
        state = VisitState.model_validate_json(drafts.load(drafts.list()[0].case) or b"")
    value = state.case.ledger.value(PATH) if state.case is not None else None
    return state.typed[PATH][0] if PATH in state.typed else str(value or "")


def _lost(told: list[str], saved: str) -> int:
    """How many of the keys that were told are missing; a key more than was told is none."""
    for back, text in enumerate(reversed(told)):
        if saved == text or (back == 0 and saved[:-1] == text):
            return back
    return len(told)
