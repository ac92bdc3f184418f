"""One line of the table of measurements: what was measured, the value, the goal and whether it is met."""

from kiosk.bench.reference import REFERENCE_MS
from kiosk.model.base import Frozen

NOT_INSTALLED = "not installed"
_IN_MS = {"ms": 1.0, "秒": 1000.0}


class Row(Frozen):
    """`name` never changes and is for machines, `label` is for people; `met` is None without a goal or a value.

    `reference_ms` is what the reference took right beside it; 0 where the value is no time.
    """

    name: str
    label: str
    value: float
    unit: str
    goal: str = ""
    compared_with: str = ""
    met: bool | None = None
    reference_ms: float = 0.0

    @property
    def equal(self) -> float | None:
        """A time as it would be in the hour that the goals are written for, in the row's unit."""
        return _short(self.value * REFERENCE_MS / self.reference_ms) if self.reference_ms else None


def within(limit: float, row: Row, *, beside: float) -> Row:
    """The row with an upper goal in its unit of time, judged as a multiple of the reference beside it (ms)."""
    multiple = limit * _IN_MS[row.unit] / REFERENCE_MS
    update = {
        "goal": f"≤{multiple:.3g}×基準（{limit:g} {row.unit}）",
        "met": row.value * _IN_MS[row.unit] <= multiple * beside,
    }
    return information(row, beside=beside).model_copy(update=update)


def at_most(limit: float, row: Row) -> Row:
    """The row with an upper goal that is no time: a ratio, a count, a size."""
    return row.model_copy(update={"goal": f"≤{limit:g}", "met": row.value <= limit, "value": _short(row.value)})


def at_least(limit: float, row: Row) -> Row:
    """The row with a lower goal."""
    return row.model_copy(update={"goal": f"≥{limit:g}", "met": row.value >= limit, "value": _short(row.value)})


def exactly(count: int, row: Row) -> Row:
    """The row with a count as its goal."""
    return row.model_copy(update={"goal": f"={count}", "met": row.value == count})


def information(row: Row, *, beside: float = 0.0) -> Row:
    """The row without a goal; a time may say what the reference took beside it."""
    return row.model_copy(update={"value": _short(row.value), "reference_ms": _short(beside)})


def absent(row: Row) -> Row:
    """A row whose rival is not installed: no value, no verdict."""
    return row.model_copy(update={"value": 0.0, "compared_with": NOT_INSTALLED, "met": None})


def _short(value: float) -> float:
    return float(f"{value:.4g}")
