"""What a confirmation costs: our accept beside the same rows by hand-written SQL, with the demonstration's parcels."""

from kiosk.bench.comparison import compare
from kiosk.bench.row import Row, at_most, information
from kiosk.bench.subject import Subject
from kiosk.bench.timing import Effort, median
from kiosk.delivery.confirm import Confirmer
from kiosk.store.vault import KEY_BYTES, RootKey


def confirming(subject: Subject, effort: Effort) -> list[Row]:
    """Medians of whole transactions in files of their own, the sides taking turns."""
    confirmer = _confirmer(subject)
    made = [confirmer.assemble(subject.visit()[1].snapshot) for _ in range(effort.times(40))]
    folder = subject.folder / "confirm"
    folder.mkdir()
    found = compare(folder, made, key=RootKey(bytes(KEY_BYTES)))
    size = sum(len(parcel.record) + len(parcel.attachments[0].content) for parcel in made[0].parcels)
    with_ = f"{len(made[0].parcels)} parcels, {size // 1000} kB"
    return [
        information(
            Row(name="confirm_ms", label="確認の書き込み", value=found.accept * 1000, unit="ms", compared_with=with_)
        ),
        at_most(
            1.3,
            Row(
                name="confirm_ratio",
                label="確認: 手書きSQLとの比（両方が暗号化）",
                value=found.sealing_ratio,
                unit="倍",
                compared_with="hand-written SQL, same encrypted store, sealing its rows",
            ),
        ),
        information(
            Row(
                name="confirm_vs_prepared_ratio",
                label="確認: 暗号化済みの行との比",
                value=found.ratio,
                unit="倍",
                compared_with="hand-written SQL, rows sealed before the clock starts",
            )
        ),
        information(
            Row(
                name="confirm_vs_plain_ratio",
                label="確認: 暗号化なしSQLiteとの比",
                value=found.plain_ratio,
                unit="倍",
                compared_with="hand-written SQL, plain SQLite, rows sealed before",
            )
        ),
        _assembling(subject, effort),
    ]


def _confirmer(subject: Subject) -> Confirmer:
    return subject.program.confirmer


def _assembling(subject: Subject, effort: Effort) -> Row:
    confirmer, snapshot = _confirmer(subject), subject.visit()[1].snapshot
    took = median(lambda: confirmer.assemble(snapshot), times=effort.times(10))
    return information(Row(name="assemble_ms", label="送付物の作成（PDFと記録）", value=took, unit="ms"))
