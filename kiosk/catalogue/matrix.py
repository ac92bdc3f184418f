"""対照表: for every occasion and every procedure whether it comes up and why, as the office wrote it down.

forms/matrix.toml says in words what events/ and procedures/ say in rules. It decides nothing; it is held against them,
so that a procedure that somebody adds to an occasion, or leaves out, has a reason that an officer can read and correct.
"""

import enum
from collections.abc import Iterator, Mapping

from kiosk.catalogue.files import Files
from kiosk.catalogue.toml_files import build, tables
from kiosk.model.base import Frozen, Issue
from kiosk.model.spelling import nearest
from kiosk.rules.book import RuleBook

MATRIX = "matrix.toml"


class Mark(enum.Enum):
    """How a procedure belongs to an occasion."""

    ALWAYS = "●"
    BY_RULE = "○"
    OFFERED = "▲"  # on request, or only said
    EX_OFFICIO = "職"  # nothing is filed: with another filing, or by the city itself
    NOT = "－"

    @property
    def listed(self) -> bool:
        """Whether the event names the procedure."""
        return self not in {Mark.EX_OFFICIO, Mark.NOT}


class Cell(Frozen):
    """What is written of one procedure for some occasions: the mark, why, and where that was read."""

    on: tuple[str, ...]
    mark: Mark
    why: str
    source: str = ""


Matrix = Mapping[tuple[str, str], tuple[str, Cell]]
"""By procedure and event: the place in the file, and the cell."""


def read_matrix(files: Files, issues: list[Issue]) -> Matrix:
    """The office's table; what is wrong in it is named and left out. Without the file there is none."""
    data = files.toml(MATRIX, issues) if MATRIX in files.content else None
    found: dict[tuple[str, str], tuple[str, Cell]] = {}
    for procedure in data or {}:
        for index, entry in enumerate(tables(data or {}, procedure, where=MATRIX, issues=issues)):
            where = f"{MATRIX} {procedure}[{index}]"
            cell = build(Cell, entry, where=where)
            if isinstance(cell, tuple):
                issues.extend(cell)
                continue
            for event in cell.on:
                if (procedure, event) in found:
                    issues.append(Issue(where=f"{where} on", message=f"きっかけ {event} がもう書かれています。"))
                found.setdefault((procedure, event), (where, cell))
    return found


def check_matrix(matrix: Matrix, book: RuleBook) -> Iterator[Issue]:
    """Cells that are missing, that are about nothing, and that say otherwise than the event's own file."""
    whole = book.whole
    strange = {procedure for procedure, event in matrix if event not in whole.events}  # a cell was meant for some event
    for (procedure, event), (where, cell) in matrix.items():
        if procedure not in whole.procedures:
            message = f"手続 {procedure} がありません。"
            yield Issue(where=where, message=message, allowed=nearest(procedure, whole.procedures))
        elif event not in whole.events:
            message = f"きっかけ {event} がありません。"
            yield Issue(where=f"{where} on", message=message, allowed=nearest(event, whole.events))
        elif cell.mark.listed != (procedure in whole.events[event].procedures):
            yield _contradiction(where, event, cell.mark)
    for event in whole.events:
        for procedure in whole.procedures:
            if (procedure, event) not in matrix and procedure not in strange:
                message = f"きっかけ {event} に手続 {procedure} が出るかどうかが書かれていません。"
                yield Issue(where=MATRIX, message=message, allowed=f'[[{procedure}]] の on に "{event}"')


def _contradiction(where: str, event: str, mark: Mark) -> Issue:
    listed = "は手続にありません" if mark.listed else "の手続にあります"
    message = f"mark は「{mark.value}」ですが、events/{event}.toml {listed}。"
    return Issue(where=f"{where} mark", message=message, allowed="職 か －" if mark.listed else "●、○、▲ のどれか")
