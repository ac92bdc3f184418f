"""Runs every measurement, one after the other, and shows how far it is."""

import tempfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from rich.console import Console
from rich.progress import Progress

from kiosk.bench.addresses import addresses
from kiosk.bench.auditing import auditing
from kiosk.bench.checking import checking
from kiosk.bench.commands import commands
from kiosk.bench.confirming import confirming
from kiosk.bench.counter_gaps import counter_gaps
from kiosk.bench.designing import designing
from kiosk.bench.full_store import full_store
from kiosk.bench.glass import glass
from kiosk.bench.household import household
from kiosk.bench.importing import importing
from kiosk.bench.key_presses import key_presses
from kiosk.bench.keystrokes import keystrokes
from kiosk.bench.many_machines import many_machines
from kiosk.bench.memory import memory
from kiosk.bench.opening import opening
from kiosk.bench.past_cases import past_cases
from kiosk.bench.printing import printing
from kiosk.bench.queues import queues
from kiosk.bench.reference import REFERENCE_MS, Reference
from kiosk.bench.register import register
from kiosk.bench.residents import residents
from kiosk.bench.row import Row, exactly, information
from kiosk.bench.subject import Subject
from kiosk.bench.sudden import sudden
from kiosk.bench.terminal import terminal
from kiosk.bench.timing import Effort
from kiosk.bench.visiting import visiting

Chapter = Callable[[Subject, Effort], list[Row]]

CHAPTERS: dict[str, Chapter] = {
    "見本の家族": visiting,
    "様式のPDF": printing,
    "手続判定": household,
    "見本の住民": residents,
    "住所の区分": addresses,
    "打鍵から紙面まで": keystrokes,
    "窓口の画面": glass,
    "窓口の一件": counter_gaps,
    "窓口の打鍵": key_presses,
    "記載台": terminal,
    "確認の書き込み": confirming,
    "送付待ちの出し入れ": queues,
    "保存場所を開く": full_store,
    "控えの検索": past_cases,
    "監査記録の検証": auditing,
    "住民記録の照会": register,
    "多くの端末と中継": many_machines,
    "突然の終わり": sudden,
    "画面が出るまで": opening,
    "コマンド": commands,
    "様式の検査": checking,
    "様式の取り込み": importing,
    "様式設計": designing,
    "メモリー": memory,
}


def measure(*, progress: bool, quick: bool = False, whole: bool = False) -> tuple[Row, ...]:
    """Every row of the table, in about ten minutes, most of them for 500 residents at a terminal.

    `quick` repeats hardly at all: it shows that everything runs. `whole` takes every address of the country, too, which
    adds ten minutes.

    Nothing is left on the disk. Raises SiteError when fonts or forms are missing.
    """
    rows = list[Row]()
    with (
        tempfile.TemporaryDirectory(prefix="kiosk-bench-") as folder,
        Progress(console=Console(stderr=True), disable=not progress, transient=True) as bar,
    ):
        subject, task = Subject(Path(folder)), bar.add_task("計測", total=len(CHAPTERS))
        effort = Effort(Reference(subject.place.fonts), quick, whole)
        with closing(subject.program):
            for title, chapter in CHAPTERS.items():
                bar.update(task, description=title)
                rows += _whole(title, chapter, subject, effort)
                bar.advance(task)
        return (_hour(effort.reference), *rows)


def _whole(title: str, chapter: Chapter, subject: Subject, effort: Effort) -> list[Row]:
    """The rows of a chapter; one that breaks is a row of its own, for what the others took is not measured again."""
    try:
        return chapter(subject, effort)
    except Exception as error:  # noqa: BLE001 - whatever it is, the table says so and is not lost
        row = Row(name=f"broken.{chapter.__name__}", label=f"{title}（測れません）", value=1, unit="件")
        return [exactly(0, row.model_copy(update={"compared_with": type(error).__name__}))]


def _hour(reference: Reference) -> Row:
    reference.take()  # also where no chapter came so far
    course = (
        f"{REFERENCE_MS:.2g} ms in the hour of the goals; today {min(reference.taken):.3g}–{max(reference.taken):.3g}"
    )
    row = Row(name="reference_ms", label="基準（決まった計算・判定・描画）", value=reference.median, unit="ms")
    return information(row.model_copy(update={"compared_with": course}), beside=reference.median)
