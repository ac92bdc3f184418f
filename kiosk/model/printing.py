"""印刷: which papers of a case were printed when, by whom, why once more, and what stands on the foot of a copy."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime


class PaperKind(enum.Enum):
    """様式一式, 受付票, 受付案内票."""

    FORMS = "packet"
    SLIP = "slip"
    GUIDE = "guide"


@dataclass(frozen=True, slots=True)
class Again:
    """再印刷: why the same papers are printed once more; with `void` those that were printed before count no more."""

    reason: str
    void: bool = False


@dataclass(frozen=True, slots=True)
class PrintRun:
    """One press of the key: `number` counts the prints of a case from 1.

    `revision` is how often the case had been corrected when its papers were printed. `failed`: nothing came out of the
    printer, as it said or as somebody saw. `voided` are those of its papers that count no more, each with the number
    of the print that took its place.
    """

    number: int
    papers: tuple[PaperKind, ...]
    at: datetime
    staff: str
    revision: int = 1
    reason: str = ""
    failed: bool = False
    voided: tuple[tuple[PaperKind, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Mark:
    """What stands on papers beside what they say: which revision of the case and which copy of it, the number of the
    print, the prints that count no more, and a word across the page.
    """

    revision: int = 1
    copy: int = 1
    number: int = 0
    voided: tuple[int, ...] = ()
    across: str = ""


def came_out(runs: Sequence[PrintRun], papers: Sequence[PaperKind], *, revision: int) -> tuple[PrintRun, ...]:
    """The prints of some of these papers, saying the same, that may be in somebody's hands."""
    same = (run for run in runs if run.revision == revision)
    return tuple(run for run in same if not run.failed and set(run.papers) & set(papers))


def mark_of(runs: Sequence[PrintRun], paper: PaperKind) -> Mark:
    """What the newest print says on one of its papers."""
    newest = runs[-1]
    copies = came_out(runs, (paper,), revision=newest.revision)
    voided = tuple(run.number for run in runs if (paper, newest.number) in run.voided)
    return Mark(revision=newest.revision, copy=len(copies), number=newest.number, voided=voided)
