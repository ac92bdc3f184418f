"""Plays every written visit on two catalogues, and says what comes out otherwise and what was expected in vain."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from kiosk.bootstrap.caseclock import CaseClock
from kiosk.bootstrap.doing import at_once
from kiosk.bootstrap.program import Edition
from kiosk.designing.inspection import load_personas
from kiosk.designing.rehearsal import Rehearsed, play
from kiosk.designing.releasing.differences import come, differences, lines, to_come
from kiosk.designing.releasing.draft import Played
from kiosk.designing.releasing.expecting import in_vain, what_came
from kiosk.durable import write_whole
from kiosk.flow.clock import at_ten
from kiosk.model.filled import Sheet

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from kiosk.bootstrap.program import Program
    from kiosk.catalogue.files import Files
    from kiosk.model.casefile import CaseFile
    from kiosk.model.filled import FilledForm
    from kiosk.model.template import Template
    from kiosk.rules.snapshot import Snapshot

_SLIP, NUMBER = "見本", "260401-001"
UNTRIED = "この版を使う見本の住民がいないので、だれの内容でも試していません。"


@dataclass(frozen=True)
class Stage:
    """Two programs of the same place: on the forms from before, and on those that are tried."""

    before: Program
    after: Program

    @classmethod
    def of(cls, base: Program, *, before: Files, after: Files) -> Stage:
        """The stage of a program; both catalogues must have nothing wrong with them."""
        from kiosk.bootstrap.forms import read_forms

        first, second = (Edition(base, read_forms(files, cache=base.place.cache)) for files in (before, after))
        return cls(first, second)

    def played(
        self, personas: Path, advanced: Callable[[int, int], None], *, pictures: Path | None = None
    ) -> Iterator[Played]:
        """Every written visit of a folder; `advanced` is told how many of how many are done. Papers of the draft on
        which something does not fit are written into `pictures`. Raises OSError.
        """
        visits, unread = load_personas(personas, self.after.book)
        known, _ = load_personas(personas, self.before.book)
        yield from (Played.of(issue.where, "", changes=(), wrong=(str(issue),)) for issue in unread)
        tried = set[tuple[str, str]]()
        for done, (name, case) in enumerate(visits.items(), 1):
            yield self._one(name, case, known.get(name), pictures, tried)
            advanced(done, len(visits))
        for template in self._new:
            if (template.id, template.version) not in tried:
                where = f"templates/{template.id}/{template.version}"
                yield Played.of(where, template.title, changes=(UNTRIED,), wrong=())

    @cached_property
    def _new(self) -> tuple[Template, ...]:
        """The versions of forms that are not those from before."""
        before = {key: template.digest for key, template in self.before.book.templates.items()}
        return tuple(each for key, each in self.after.book.templates.items() if before.get(key) != each.digest)

    def _come(self, snapshot: Snapshot, tried: set[tuple[str, str]]) -> Iterator[str]:
        """What a visit finds on versions that begin only after its day: they would be tried with nobody."""
        tried |= {(form.template, form.version) for form in snapshot.forms}
        for template in self._new:
            if template.valid_from <= snapshot.case.today:
                continue
            papers = list(to_come(snapshot, template))
            tried |= {(template.id, template.version)} if papers else set()
            yield from come(snapshot, template)
            for now, then in papers:
                told, new = (self._warned(form) for form in (now, then))
                yield from (
                    f"印刷の注意　{template.id}（{template.version}） {words}" for words in new if words not in told
                )

    def _warned(self, form: FilledForm) -> tuple[str, ...]:
        return tuple(issue.message for issue in self.after.renderer.warnings(form, stamp=stamp(self.after)))

    def _one(
        self,
        name: str,
        case: CaseFile,
        before: CaseFile | None,
        pictures: Path | None,
        tried: set[tuple[str, str]],
    ) -> Played:
        went = gone(self.after, case)
        tight = _tight(self.after, went.snapshot)
        for form in went.snapshot.forms if pictures is not None else ():
            if pictures is not None and any(key.startswith(f"{form.key} ") for key in tight):
                pdf = self.after.renderer.form_pdf(form, stamp=stamp(self.after))
                write_whole(pictures / f"{name}-{form.key}.pdf", pdf)
        wrong = (*(str(issue) for issue in went.issues), *in_vain(case.expect, what_came(case.expect, went.snapshot)))
        if before is None:
            changes: tuple[str, ...] = ("前の様式と規則では演じられない見本です。",)
        else:
            then = gone(self.before, before)
            records = self.before.recorder, self.after.recorder
            cities = self.before.catalogue.city, self.after.catalogue.city
            at = at_ten(case.today)
            found = differences(then.snapshot, went.snapshot, cities=cities, records=records, at=at)
            changes = (*found, *lines("印刷の注意", _tight(self.before, then.snapshot), tight))
        changes = (*changes, *self._come(went.snapshot, tried))
        return Played.of(name, case.title, changes=changes, wrong=wrong)


def gone(program: Program, case: CaseFile) -> Rehearsed:
    """How a written visit goes, on its own day."""
    program.clock = CaseClock(case.today)
    return play(at_once(program, next_slip=lambda: _SLIP), case)


def stamp(program: Program) -> Sheet:
    """The margin of a paper that is only tried: a number as long as those that are given, so that its bars fit."""
    return Sheet(case_no=NUMBER, municipality=program.catalogue.city.name)


def _tight(program: Program, snapshot: Snapshot) -> dict[str, str]:
    """What does not fit on a paper, by form and box."""
    found = {}
    for form in snapshot.forms:
        for issue in program.renderer.warnings(form, stamp=stamp(program)):
            found[f"{form.key} {issue.where}"] = issue.message
    return found
