"""A process with everything imported whose forks are killed with SIGKILL, at chance moments or where they are told."""

import json
import os
import random
import select
import signal
import subprocess
import sys
import time
from pathlib import Path


class Zygote:
    """A process with everything imported that forks a worker per order, so that a round costs milliseconds."""

    def __init__(self, log: Path) -> None:
        self._log = log
        with log.open("wb") as stderr:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "tests.crash.zygote"],
                cwd=Path(__file__).resolve().parents[2],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=stderr,
            )
        self._rest = b""

    def run(self, order: dict[str, str], *, chance: random.Random | None, after: int | None = None) -> list[str]:
        """Start a worker, kill it at a chance moment (None: it ends or kills itself) and give what it acknowledged."""
        assert self._process.stdin
        self._process.stdin.write(json.dumps(order).encode() + b"\n")
        self._process.stdin.flush()
        worker, acknowledged = int(self._word("pid")), list[str]()
        if chance is not None:
            acknowledged += self._until_the_moment(chance, after)
            os.kill(worker, signal.SIGKILL)
        while not (line := self._line()).startswith("dead"):
            acknowledged.append(line.split()[1])
        assert line == ("dead -9" if chance or "point" in order else "dead 0"), self._log.read_text()
        return acknowledged

    def close(self) -> None:
        self._process.communicate(timeout=10)

    def _until_the_moment(self, chance: random.Random, after: int | None) -> list[str]:
        """Some kills fall into opening, the others into the work: after a few answers and a moment more."""
        if after is not None:  # slow work: so many answers, however long they take, and a good moment more
            return self._answers(after, seconds=60.0) + self._answers(99, seconds=chance.uniform(0.0, 1.0))
        if chance.random() < 0.3:
            return self._answers(99, seconds=chance.uniform(0.0, 0.03))
        first = self._answers(chance.randrange(1, 15), seconds=1.0)
        return first + self._answers(99, seconds=chance.uniform(0.0, 0.02))

    def _answers(self, count: int, *, seconds: float) -> list[str]:
        until, lines = time.monotonic() + seconds, list[str]()
        while len(lines) < count and self._ready(until - time.monotonic()):
            lines.append(self._line())
        assert all(line.startswith("ack ") for line in lines), self._log.read_text()
        return [line.split()[1] for line in lines]

    def _ready(self, seconds: float) -> bool:
        assert self._process.stdout
        return b"\n" in self._rest or bool(select.select([self._process.stdout], [], [], max(0.0, seconds))[0])

    def _line(self) -> str:
        assert self._process.stdout
        while b"\n" not in self._rest:
            more = os.read(self._process.stdout.fileno(), 65536)
            assert more, self._log.read_text()
            self._rest += more
        line, _, self._rest = self._rest.partition(b"\n")
        return line.decode()

    def _word(self, expected: str) -> str:
        word, value = self._line().split()
        assert word == expected, self._log.read_text()
        return value
