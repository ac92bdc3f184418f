"""印刷の控え on disk: every print of a case with its number, so that a copy says which one it is; no name, no value."""

import uuid
from collections.abc import Sequence
from itertools import groupby
from operator import itemgetter

from kiosk.model.audit import AuditEvent
from kiosk.model.printing import Again, PaperKind, PrintRun, came_out, mark_of
from kiosk.store import entries
from kiosk.store.connection import Sql
from kiosk.store.database import Database
from kiosk.store.instants import instant, micros

_RUNS = """
SELECT number, paper, at, staff, revision, reason, failed, voided_by FROM printed
WHERE case_id = ? ORDER BY number, rowid
"""
_ADD = """
INSERT INTO printed (case_id, number, paper, at, staff, revision, reason, failed, voided_by)
VALUES (?, ?, ?, ?, ?, ?, ?, 0, 0)
"""
_VOID = "UPDATE printed SET voided_by = :by WHERE case_id = :case AND paper = :paper AND failed = 0 AND voided_by = 0"
_FAILED = "UPDATE printed SET failed = 1 WHERE case_id = ? AND number = ? AND failed = 0"


class Prints:
    """What was printed. Every method raises SiteError."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, case: uuid.UUID) -> tuple[PrintRun, ...]:
        """Every print of a case, the first one first."""
        return self._database.look(lambda sql: _runs(sql, case))

    def begin(
        self,
        case: uuid.UUID,
        papers: Sequence[PaperKind],
        *,
        again: Again | None,
        event: AuditEvent,
        revision: int = 1,
    ) -> tuple[PrintRun, ...] | None:
        """Note a print before it leaves, with its entry in the audit record (`event` without its detail); all prints of
        the case then, the new one last.

        What a later `revision` of the case says takes the place of what was printed before. None, and nothing is noted,
        where some of the papers may be in somebody's hands already and nobody has said why
        they are printed again.
        """

        def work(sql: Sql) -> tuple[PrintRun, ...] | None:
            runs = _runs(sql, case)
            before = came_out(runs, papers, revision=revision)
            if before and again is None:
                return None
            number, reason = len(runs) + 1, again.reason if again else ""
            for paper in papers:
                if not before or (again is not None and again.void):
                    sql.execute(_VOID, {"by": number, "case": str(case), "paper": paper.value})
                sql.execute(_ADD, (str(case), number, paper.value, micros(event.at), event.by, revision, reason))
            found = _runs(sql, case)
            entries.write(sql, (event.model_copy(update={"detail": _detail(found, papers)}),))
            return found

        return self._database.change(work)

    def failed(self, case: uuid.UUID, number: int, *, event: AuditEvent) -> None:
        """Nothing came out: the next print is no copy of it."""

        def work(sql: Sql) -> None:
            if sql.execute(_FAILED, (str(case), number)).rowcount > 0:
                entries.write(sql, (event.model_copy(update={"detail": f"run={number}"}),))

        self._database.change(work)


def _detail(runs: Sequence[PrintRun], papers: Sequence[PaperKind]) -> str:
    """What the audit record says of the newest print."""
    newest = runs[-1]
    marks = {paper: mark_of(runs, paper) for paper in papers}
    copies = " ".join(f"{paper.value}={mark.copy}" for paper, mark in marks.items())
    voided = ",".join(f"{paper.value}/{number}" for paper, mark in marks.items() for number in mark.voided)
    parts = (copies, f"run={newest.number}", f"void={voided}" if voided else "")
    said = f"reason={newest.reason}" if newest.reason else ""
    return " ".join(filter(None, (*parts, said)))


def _runs(sql: Sql, case: uuid.UUID) -> tuple[PrintRun, ...]:
    rows = sql.execute(_RUNS, (str(case),)).fetchall()
    return tuple(_run(list(found)) for _, found in groupby(rows, key=itemgetter(0)))


def _run(rows: list[tuple[int, str, int, str, int, str, int, int]]) -> PrintRun:
    """The print of its rows, one a paper."""
    number, _, at, staff, revision, reason, failed, _ = rows[0]
    return PrintRun(
        number=number,
        papers=tuple(PaperKind(row[1]) for row in rows),
        at=instant(at),
        staff=staff,
        revision=revision,
        reason=reason,
        failed=bool(failed),
        voided=tuple((PaperKind(row[1]), row[7]) for row in rows if row[7]),
    )
