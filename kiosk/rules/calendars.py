"""和暦か西暦か: in which calendar a box prints a date - by the form, by what the date is, and by whose it is."""

from kiosk.model.path import person_of, person_path
from kiosk.model.template import Box, Kind
from kiosk.model.vocabulary import Calendar
from kiosk.model.wareki import WESTERN
from kiosk.rules.facts import Facts
from kiosk.rules.keys import FOREIGNER, foreigner_key
from kiosk.rules.provenance import taken_over


def form_of(facts: Facts, box: Box, path: str) -> str:
    """The transform of a value in a box: `seireki` where the form asks for it, or offers it and the date calls for it.

    標準仕様 1.1: births of foreign residents and 在留期間の満了の日 are shown in 西暦, everything else in 和暦.
    """
    item = facts.book.vocabulary.item(path)
    if item is None or item.calendar is Calendar.ERA or not _offers_western(box):
        return box.form
    whose = person_of(path) or person_of(taken_over(facts, path))
    told = person_path(whose, FOREIGNER) if whose else foreigner_key(item.key)
    foreign = facts.value(told) is True
    western = item.calendar is Calendar.WESTERN or foreign
    return "seireki" if western else box.form


def _offers_western(box: Box) -> bool:
    """A box of words takes what it is given unless it names a calendar; a date box needs 西暦 or room for it."""
    if box.kind is not Kind.DATE:
        return box.form == "as_is"
    return box.parts is None or box.parts.era is not None or any(era.code == WESTERN for era in box.parts.eras)
