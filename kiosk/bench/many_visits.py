"""A counter's morning in a process of its own: visit after visit at the real window, and the memory it holds then.

`python -m kiosk.bench.many_visits FOLDER COUNT` prints one JSON list: the resident memory in MB after each third.
"""

import json
import os
import sys
from pathlib import Path

import kiosk.ui.plain_imports  # noqa: F401 - as at the counter's start: before anything else of Qt
from kiosk.bench.seat import act, bring_family, paint, seat
from kiosk.bench.subject import Subject
from kiosk.bootstrap.window import CounterDesk
from kiosk.flow.actions import Confirm, GoTo, Step
from kiosk.model.errors import Defect

THIRDS = 3


def many_visits(folder: Path, count: int) -> list[float]:
    """Resident memory in MB after each third of `count` confirmed visits of the demonstration family."""
    subject, held = Subject(folder), list[float]()
    with seat(subject) as desk:
        for number in range(1, count + 1):
            _visit(subject, desk)
            if number * THIRDS % count == 0:
                held.append(resident_mb())
    subject.program.close()
    return held


def _visit(subject: Subject, desk: CounterDesk) -> None:
    bring_family(subject, desk)
    for step in (Step.PLAN, Step.CHECK, Step.SIGN):
        act(desk, GoTo(step=step))
    act(desk, Confirm())
    if desk.window.page.step is not Step.DONE:
        raise Defect("the measured visit was not confirmed")
    desk.window.end()
    paint(desk)


def resident_mb() -> float:
    """This process's resident memory (Linux), in MB."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


if __name__ == "__main__":
    json.dump(many_visits(Path(sys.argv[1]), int(sys.argv[2])), sys.stdout)
