"""私の記録: everything that is kept here about a case, on paper for whose it is.

個人情報保護法76条 lets anybody ask what is kept about them; at the desk that is one key: every answer with its source,
what left for whom, and who has looked at or done what. What was asked silently is on it, too: it is theirs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.bootstrap.audit_words import ACTIONS
from kiosk.flow.clock import TOKYO
from kiosk.model.parcel import State

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from kiosk.bootstrap.program import Program
    from kiosk.press.report import Row
    from kiosk.rules.snapshot import Snapshot

_LEFT = "own-record-left"
_STANDS = {State.RELAYED: "own-record-relayed"}


def own_record(program: Program, snapshot: Snapshot) -> bytes:
    """The pages; what is looked at for them is noted before by whoever prints. Raises SiteError."""
    rows = (*_answers(program, snapshot), *_sent(program, snapshot), *_looked(program, snapshot))
    return program.press.own_record_pdf(rows, number=snapshot.case.slip, day=program.clock.today())


def _answers(program: Program, snapshot: Snapshot) -> Iterator[Row]:
    """Every answer under whom it is about, with its source: also what no paper of the case needs any more."""
    from kiosk.flow.views import Viewer
    from kiosk.model.path import person_of
    from kiosk.model.vocabulary import Type

    words, viewer = program.wording.words, Viewer(snapshot, program.wording)
    for path, fact in sorted(snapshot.case.ledger.current.items(), key=lambda said: (person_of(said[0]), said[0])):
        item = snapshot.facts.book.vocabulary.item(path)
        if item is not None and item.type is not Type.SIGNATURE:
            person = person_of(path)
            who = viewer.names.get(person, words("own-record-gone")) if person else words("own-record-all")
            source = words(f"source-{fact.source.value}")
            yield who, item.label, words("own-record-said", text=viewer.text(fact, item), source=source)


def _sent(program: Program, snapshot: Snapshot) -> Iterator[Row]:
    words, places = program.wording.words, {each.key: each.name for each in program.catalogue.city.destinations}
    unsent = {line.message: line.state for line in program.store.holding.unsent()}
    for each in program.store.outbox.earlier(snapshot.case.id):
        procedure = program.book.whole.procedures.get(each.parcel.kind)
        name = procedure.name if procedure is not None else each.parcel.kind
        key = _STANDS.get(unsent[each.parcel.message], "own-record-waits") if each.parcel.message in unsent else _LEFT
        place = places.get(each.parcel.destination, each.parcel.destination)
        yield words("own-record-sent"), name, words(key, place=place, revision=each.parcel.revision)


def _looked(program: Program, snapshot: Snapshot) -> Iterator[Row]:
    words = program.wording.words
    for entry in program.store.audit.of_case(str(snapshot.case.id)):
        yield words("own-record-looked"), _at(entry.at), f"{ACTIONS.get(entry.action, entry.action)}（{entry.by}）"


def _at(at: dt.datetime) -> str:
    return f"{at.astimezone(TOKYO):%Y-%m-%d %H:%M}"
