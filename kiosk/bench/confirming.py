"""What a confirmation costs: until the page answers, and our accept beside the same rows by hand-written SQL."""

from collections.abc import Iterator
from functools import partial

from kiosk.bench.handwritten import Writing, compare
from kiosk.bench.row import Row, at_most, information, within
from kiosk.bench.subject import Subject
from kiosk.bench.timing import Effort, Work
from kiosk.flow.actions import Confirm, GoTo, Step
from kiosk.flow.visit import Visit
from kiosk.model.errors import Defect
from kiosk.store.vault import KEY_BYTES, RootKey


def confirming(subject: Subject, effort: Effort) -> list[Row]:
    """Medians of whole transactions with the demonstration's parcels in files of their own, the sides taking turns."""
    confirmer = subject.program.confirmer
    made = [confirmer.assemble(subject.visit()[1].snapshot) for _ in range(effort.times(40))]
    folder = subject.folder / "confirm"
    folder.mkdir()
    found = compare(folder, made, key=RootKey(bytes(KEY_BYTES)))
    size = sum(len(parcel.record) + len(parcel.attachments[0].content) for parcel in made[0].parcels)
    with_ = f"{len(made[0].parcels)} parcels, {size // 1000} kB"
    row = Row(name="confirm_ms", label="確認の書き込み", value=found.accept, unit="ms", compared_with=with_)
    return [_answering(subject, effort), information(row), *_ratios(found), _assembling(subject, effort)]


def _ratios(found: Writing) -> list[Row]:
    both = "hand-written SQL, same encrypted store, sealing its rows"
    label = "確認: 手書きSQLとの比（両方が暗号化）"
    ratio = Row(name="confirm_ratio", label=label, value=found.sealing_ratio, unit="倍", compared_with=both)
    sealed = Row(
        name="confirm_vs_prepared_ratio",
        label="確認: 暗号化済みの行との比",
        value=found.ratio,
        unit="倍",
        compared_with="hand-written SQL, rows sealed before the clock starts",
    )
    plain = Row(
        name="confirm_vs_plain_ratio",
        label="確認: 暗号化なしSQLiteとの比",
        value=found.plain_ratio,
        unit="倍",
        compared_with="hand-written SQL, plain SQLite, rows sealed before",
    )
    return [at_most(1.3, ratio), information(sealed), information(plain)]


def _answering(subject: Subject, effort: Effort) -> Row:
    took = effort.each(_ready(subject, effort.times(10)), every=1)
    row = Row(
        name="confirm_answers_ms",
        label="確定から画面の返事まで",
        value=took.median,
        unit="ms",
        compared_with="the visit's reply; papers and writing are its job",
    )
    return within(50, row, beside=took.beside)


def _ready(subject: Subject, count: int) -> Iterator[Work]:
    """Visits at the signature, where everybody has signed: what is left is the confirmation."""
    for _ in range(count):
        visit = subject.visit()[0].visit
        visit.handle(GoTo(step=Step.SIGN))
        yield partial(_confirm, visit)


def _confirm(visit: Visit) -> None:
    if not visit.handle(Confirm()).jobs:
        raise Defect("the measured visit was not confirmed")


def _assembling(subject: Subject, effort: Effort) -> Row:
    confirmer, snapshot = subject.program.confirmer, subject.visit()[1].snapshot
    took = effort.repeat(lambda: confirmer.assemble(snapshot), times=effort.times(10), every=1)
    row = Row(name="assemble_ms", label="送付物の作成（PDFと記録）", value=took.median, unit="ms")
    return information(row, beside=took.beside)
