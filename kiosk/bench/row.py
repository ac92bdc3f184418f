"""One line of the table of measurements: what was measured, the value, the goal and whether it is met."""

from kiosk.model.base import Frozen

NOT_INSTALLED = "not installed"


class Row(Frozen):
    """`name` never changes and is for machines, `label` is for people; `met` is None without a goal or a value."""

    name: str
    label: str
    value: float
    unit: str
    goal: str = ""
    compared_with: str = ""
    met: bool | None = None


def at_most(limit: float, row: Row) -> Row:
    """The row with an upper goal."""
    return row.model_copy(update={"goal": f"≤{limit:g}", "met": row.value <= limit, "value": _short(row.value)})


def at_least(limit: float, row: Row) -> Row:
    """The row with a lower goal."""
    return row.model_copy(update={"goal": f"≥{limit:g}", "met": row.value >= limit, "value": _short(row.value)})


def exactly(count: int, row: Row) -> Row:
    """The row with a count as its goal."""
    return row.model_copy(update={"goal": f"={count}", "met": row.value == count})


def information(row: Row) -> Row:
    """The row without a goal."""
    return row.model_copy(update={"value": _short(row.value)})


def absent(row: Row) -> Row:
    """A row whose rival is not installed: no value, no verdict."""
    return row.model_copy(update={"value": 0.0, "compared_with": NOT_INSTALLED, "met": None})


def _short(value: float) -> float:
    return float(f"{value:.4g}")
