"""私の記録: everything that is kept here about a case, on paper for whose it is, in Japanese and in their language.

個人情報保護法76条 lets anybody ask what is kept about them; at the desk that is one key: every answer with its source,
what left for whom, and who has looked at or done what. What was asked silently is on it, too: it is theirs.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.bootstrap.audit_words import ACTIONS, told
from kiosk.flow.clock import TOKYO
from kiosk.model.parcel import State

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from kiosk.bootstrap.program import Program
    from kiosk.flow.wording import Wording
    from kiosk.press.report import Row
    from kiosk.rules.snapshot import Snapshot

ROOM = "lobby"
"""Residents are spoken to in the words of the terminal."""
_LEFT, _WAITS = "record-left", "record-waits"
_STANDS = {State.RELAYED: "record-relayed"}


def own_record(program: Program, snapshot: Snapshot, language: str = "") -> bytes:
    """The pages, in the language of case.language when none is given; what is looked at for them is noted before by
    whoever prints. Raises SiteError.
    """
    from kiosk.press.guide_rows import Say
    from kiosk.press.guide_words import language_of

    language = language or language_of(snapshot)
    japanese = _Record(program, snapshot, _wording(program, "ja"))
    theirs = japanese if language == "ja" else _Record(program, snapshot, _wording(program, language))

    def both(ja: str, other: str) -> Say:
        return Say(ja=ja, other="" if theirs is japanese or other == ja else other)

    rows = [
        (both(who, their_who), both(what, their_what), both(said, their_said))
        for (who, what, said), (their_who, their_what, their_said) in zip(japanese.rows(), theirs.rows(), strict=True)
    ]
    (title, about), (their_title, their_about) = japanese.head(), theirs.head()
    return program.press.own_record_pdf(both(title, their_title), both(about, their_about), rows, language=language)


def _wording(program: Program, language: str) -> Wording:
    from kiosk.bootstrap.spoken import spoken
    from kiosk.flow.wording import Wording

    catalogue = program.catalogue
    words = spoken(program.place, language=language, room=ROOM).words
    return Wording(words, catalogue.book.vocabulary, catalogue.labels(language))


@dataclass
class _Record:
    """What is kept of a case, row by row, in one language."""

    program: Program
    snapshot: Snapshot
    wording: Wording

    def head(self) -> tuple[str, str]:
        """What it is called, and of which case and day it is."""
        from kiosk.model.wareki import PartialDate

        words, today = self.wording.words, PartialDate(iso=self.program.clock.today().isoformat())
        day = self.wording.value(today, names={})
        return words("record-title"), words("record-about", number=self.snapshot.case.slip, day=day)

    def rows(self) -> Iterator[Row]:
        """Whose or what it is, which of it, and what is kept."""
        yield from self._answers()
        yield from self._sent()
        yield from self._looked()

    def _answers(self) -> Iterator[Row]:
        """Every answer under whom it is about, with its source: also what no paper of the case needs any more."""
        from kiosk.flow.views import Viewer
        from kiosk.model.path import person_of
        from kiosk.model.vocabulary import Type

        words, viewer, ledger = self.wording.words, Viewer(self.snapshot, self.wording), self.snapshot.case.ledger
        for path, fact in sorted(ledger.current.items(), key=lambda said: (person_of(said[0]), said[0])):
            item = self.snapshot.facts.book.vocabulary.item(path)
            if item is not None and item.type is not Type.SIGNATURE:
                person = person_of(path)
                who = viewer.names.get(person, words("record-gone")) if person else words("record-all")
                source = words(f"record-source-{fact.source.value}")
                said = words("record-said", text=viewer.text(fact, item), source=source)
                yield who, self.wording.item(item).label, said

    def _sent(self) -> Iterator[Row]:
        program, words = self.program, self.wording.words
        places = {each.key: each.name for each in program.catalogue.city.destinations}
        unsent = {line.message: line.state for line in program.store.holding.unsent()}
        for each in program.store.outbox.earlier(self.snapshot.case.id):
            key = _STANDS.get(unsent[each.parcel.message], _WAITS) if each.parcel.message in unsent else _LEFT
            place = places.get(each.parcel.destination, each.parcel.destination)
            yield (
                words("record-sent"),
                self._procedure(each.parcel.kind),
                words(key, place=place, revision=each.parcel.revision),
            )

    def _procedure(self, kind: str) -> str:
        procedure = self.program.book.whole.procedures.get(kind)
        if procedure is None:
            return kind
        return procedure.labels.get(self.wording.words.language, procedure.name)

    def _looked(self) -> Iterator[Row]:
        """The Japanese says what exactly, as the record of the office does; in other languages it is told in kinds."""
        words = self.wording.words
        for entry in self.program.store.audit.of_case(str(self.snapshot.case.id)):
            exactly = ACTIONS.get(entry.action, entry.action)
            what = exactly if words.language == "ja" else words(f"record-did-{told(entry.action)}")
            yield words("record-looked"), _at(entry.at), words("record-by", what=what, by=entry.by)


def _at(at: dt.datetime) -> str:
    return f"{at.astimezone(TOKYO):%Y-%m-%d %H:%M}"
