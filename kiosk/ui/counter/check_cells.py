"""The answers of a visit as one grid: a line for each fact, in it a cell for each member, or one for all of them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from kiosk.flow.pages import CounterPage, QuestionState, QuestionView, Row
from kiosk.model.path import key_of, person_of
from kiosk.model.source import Source

ALL = ""
"""The column of what is about everybody."""


@dataclass(frozen=True)
class Cell:
    """What is known of one fact of one member (`person`, empty: of all): as it will be printed (`row`), and as it is
    asked (`view`; None where no question asks for it).
    """

    path: str
    label: str
    row: Row | None = None
    view: QuestionView | None = None

    @property
    def text(self) -> str:
        """What it says; what was typed where that cannot be read."""
        view = self.view
        if view is not None and view.state is QuestionState.WRONG:
            return view.text
        return self.row.text if self.row is not None else view.echo if view is not None else ""

    @property
    def state(self) -> QuestionState:
        """How it stands."""
        return self.view.state if self.view is not None else self.row.state if self.row else QuestionState.OPEN

    @property
    def source(self) -> Source | None:
        """Where it was said."""
        return self.row.source if self.row is not None else self.view.source if self.view is not None else None

    @property
    def day(self) -> date | None:
        """Of what day a register's or a paper's data are."""
        return self.row.day if self.row is not None else self.view.day if self.view is not None else None

    @property
    def changed(self) -> bool:
        """Whether it says something else since the resident looked."""
        return self.row is not None and self.row.changed

    @property
    def reason(self) -> str:
        """Why a person decided that it says so."""
        return self.row.reason if self.row is not None else ""


@dataclass(frozen=True)
class Line:
    """One fact: what it is called, and its cells by member (`ALL`: one for everybody)."""

    key: str
    label: str
    cells: dict[str, Cell] = field(default_factory=dict)


_LEFT = frozenset({QuestionState.OPEN, QuestionState.WRONG, QuestionState.HELD, QuestionState.CONFLICT})


def lines_of(page: CounterPage) -> tuple[Line, ...]:
    """What will be printed, and what is still left: first what is about everybody, then what each member was asked.

    The facts stand in the order of the interview; one that only papers tell of stands where it stands among them.
    """
    cells = _cells(page)
    order = _merged(_orders(page, cells))
    found: dict[tuple[bool, str], Line] = {}
    for path in order:
        cell, person, key = cells[path], person_of(path), key_of(path)
        line = found.setdefault((bool(person), key), Line(key, cell.label))
        line.cells[person or ALL] = cell
    return tuple(sorted(found.values(), key=lambda line: ALL not in line.cells))


def _cells(page: CounterPage) -> dict[str, Cell]:
    rows = {row.path: row for group in page.groups for row in group.rows}
    asked = {view.path: view for section in page.sections for view in section.questions}
    named = {entry.path for entry in page.gate}
    left = {path for path, view in asked.items() if view.state in _LEFT or path in named}
    return {
        path: Cell(path, label=_label(rows.get(path), asked.get(path)), row=rows.get(path), view=asked.get(path))
        for path in (*rows, *(left - rows.keys()))
    }


def _label(row: Row | None, view: QuestionView | None) -> str:
    return row.label if row is not None else view.label if view is not None else ""


def _orders(page: CounterPage, cells: dict[str, Cell]) -> Iterator[list[str]]:
    yield [view.path for section in page.sections for view in section.questions if view.path in cells]
    yield from ([row.path for row in group.rows] for group in page.groups)


def _merged(orders: Iterable[list[str]]) -> list[str]:
    """One order out of several: what only a later one has stands behind what it stands behind there."""
    found: list[str] = []
    for order in orders:
        at = 0
        for path in order:
            if path in found:
                at = found.index(path) + 1
            else:
                found.insert(at, path)
                at += 1
    return found
