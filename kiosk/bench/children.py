"""Whole commands in fresh processes: what they print and what they cost in processor time."""

import os
import resource
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from kiosk.bench.timing import Work
from kiosk.model.errors import Defect


@dataclass(frozen=True)
class Child:
    """A Python program with its words and what its environment says besides; compiled modules are kept in `cache`.

    Without a cache they lie where Python keeps them, if it does.
    """

    words: Sequence[str]
    cache: Path | None = None
    environ: Mapping[str, str] = field(default_factory=dict)

    def run(self) -> str:
        """Start it, wait for its end, give what it printed. Raises Defect when it fails."""
        kept = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
        cache = {"PYTHONPYCACHEPREFIX": str(self.cache)} if self.cache else {}
        kept |= {"QT_QPA_PLATFORM": "offscreen", **cache, **self.environ}
        call = [sys.executable, *self.words]
        done = subprocess.run(call, env=kept, capture_output=True, text=True, check=False)  # noqa: S603 - our own words
        if done.returncode != 0:
            raise Defect(f"a measured program failed: {done.stderr.splitlines()[-1:]}")
        return done.stdout


def processor_ms(work: Work) -> float:
    """Processor milliseconds (user and system) of the processes that a call starts and waits for."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    work()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime) * 1000
