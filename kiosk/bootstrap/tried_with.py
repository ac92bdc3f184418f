"""An invented resident's visit, played once, with which a form that is being made is filled after every step."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.bootstrap.caseclock import CaseClock
from kiosk.bootstrap.doing import StoreDoing
from kiosk.bootstrap.program import Edition, Program
from kiosk.catalogue.case_file import load_case_file
from kiosk.designing.rehearsal import play
from kiosk.designing.trace import SOURCES
from kiosk.flow.at_once import AtOnce
from kiosk.flow.views import Viewer
from kiosk.flow.wording import Wording
from kiosk.model.errors import SiteError
from kiosk.model.vocabulary import Type
from kiosk.rules.fill import fill_form
from kiosk.rules.provenance import origins

if TYPE_CHECKING:
    from pathlib import Path

    from kiosk.bootstrap.place import Place
    from kiosk.catalogue.catalogue import Catalogue
    from kiosk.model.filled import FilledBox, FilledForm
    from kiosk.model.template import Template
    from kiosk.rules.book import RuleBook
    from kiosk.rules.snapshot import Snapshot

_NO_SLIP = "000000-000"


@dataclass(frozen=True)
class Tried:
    """A visit as it stands at its last answer."""

    person: str
    snapshot: Snapshot
    wording: Wording

    def filled(self, template: Template) -> FilledForm | None:
        """The first copy of a form as the visit fills it; None where it is for members that the visit has not."""
        return next(fill_form(self.snapshot.facts, template, {}), None)

    def explained(self, box: FilledBox) -> tuple[str, ...]:
        """Every answer behind a box, with its value and where it came from; then what is missing still."""
        viewer, facts = Viewer(self.snapshot, self.wording), self.snapshot.facts
        item = facts.book.vocabulary.item
        behind = dict.fromkeys(origin for path in box.paths for origin in origins(facts, path))
        said = (
            f"{viewer.label(path)}: {viewer.say(fact.value, item(path))}（{SOURCES[fact.source]}）"
            for path in behind
            if (fact := facts.by_path.get(path)) is not None
        )
        return (*said, *(f"{viewer.label(path)}: まだ答えがありません" for path in box.needs))


def try_with(place: Place, catalogue: Catalogue, case: Path) -> Tried:
    """Play a written visit on a catalogue; nothing is stored. Raises SiteError for one that cannot be played."""
    written = load_case_file(case, catalogue.book)
    if isinstance(written, tuple):
        raise SiteError(
            "DESIGN-1", what=f"見本の住民を読めません。{written[0]}", mend="personas のファイルを直します。"
        )
    program = Edition(Program(place, CaseClock(written.today), practice=True), catalogue)
    desk = AtOnce(program.visit(), StoreDoing(program, number=lambda: _NO_SLIP))
    went = play(desk, written, signed=False, name=case.name)
    return Tried(case.stem, went.snapshot, program.wording)


def rule_issue(book: RuleBook, rule: str) -> str:
    """What is wrong with a condition in words; empty when it can be judged, and for none."""
    before = len(book.issues)
    made = book.compile(rule, where="条件") if rule else None
    found = book.issues[before:]
    del book.issues[before:]
    if found:
        return f"{found[0].message}{f'（{found[0].allowed}）' * bool(found[0].allowed)}"
    item = book.vocabulary.by_key.get(book.key(made.looks.place)) if made is not None else None
    truth = made is None or made.gives("bool") or made.gives("dyn")
    return (
        ""
        if truth and (item is None or item.type is Type.BOOL)
        else "当てはまるかどうかを答える式ではありません。（例: case.count >= 3）"
    )
