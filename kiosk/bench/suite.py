"""Runs every measurement, one after the other, and shows how far it is."""

import tempfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from rich.console import Console
from rich.progress import Progress

from kiosk.bench.confirming import confirming
from kiosk.bench.household import household
from kiosk.bench.keystrokes import keystrokes
from kiosk.bench.opening import opening
from kiosk.bench.printing import printing
from kiosk.bench.residents import residents
from kiosk.bench.row import Row
from kiosk.bench.subject import Subject
from kiosk.bench.timing import Effort
from kiosk.bench.visiting import visiting

Chapter = Callable[[Subject, Effort], list[Row]]

CHAPTERS: dict[str, Chapter] = {
    "見本の家族": visiting,
    "様式のPDF": printing,
    "手続き判定": household,
    "見本の住民": residents,
    "打鍵から紙面まで": keystrokes,
    "確認の書き込み": confirming,
    "画面が出るまで": opening,
}


def measure(*, progress: bool, quick: bool = False) -> tuple[Row, ...]:
    """Every row of the table, about a minute. `quick` repeats hardly at all: it shows that everything runs, no more.

    Nothing is left on the disk. Raises SiteError when fonts or forms are missing.
    """
    effort, rows = Effort(quick), list[Row]()
    with (
        tempfile.TemporaryDirectory(prefix="kiosk-bench-") as folder,
        Progress(console=Console(stderr=True), disable=not progress, transient=True) as bar,
    ):
        subject, task = Subject(Path(folder)), bar.add_task("計測", total=len(CHAPTERS))
        with closing(subject.program):
            for title, chapter in CHAPTERS.items():
                bar.update(task, description=title)
                rows += chapter(subject, effort)
                bar.advance(task)
    return tuple(rows)
