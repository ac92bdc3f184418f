"""How a value becomes the words on paper: 和暦, 西暦, full width, counts, marks."""

import re
from collections.abc import Callable, Mapping

from kiosk.model.address import Address
from kiosk.model.fact import Cleared, Held, Signature, Value
from kiosk.model.letters import to_zenkaku
from kiosk.model.template import Box, Kind
from kiosk.model.wareki import (
    EraParts,
    PartialDate,
    era_parts,
    to_seireki,
    to_wareki,
    western_parts,
    written_in_parts,
)

_HOLE = re.compile(r"\{([^{}]+)\}")


def holes(fact: str) -> tuple[str, ...]:
    """The paths inside a composite binding, or the binding itself."""
    return tuple(_HOLE.findall(fact)) if "{" in fact else ((fact,) if fact else ())


def words(value: Value, *, form: str = "as_is") -> str:
    """The text of a value; `form` as in Box.form."""
    match value:
        case bool():
            return "有" if value else "無"
        case PartialDate():
            return _date(value, form)
        case Address():
            return value.text
        case tuple():
            return "、".join(value)
        case Signature() | Held() | Cleared():
            return ""
        case _:
            return _FORMS.get(form, str)(str(value))


def _date(value: PartialDate, form: str) -> str:
    return to_seireki(value) if form == "seireki" else to_wareki(value)


def date_parts(box: Box, value: Value, *, form: str) -> EraParts | None:
    """What stands in the places of a date box; None for a date that only its own words tell (昭和25年頃)."""
    if box.kind is not Kind.DATE or not isinstance(value, PartialDate) or not written_in_parts(value):
        return None
    return western_parts(value) if form == "seireki" else era_parts(value)


_FORMS: Mapping[str, Callable[[str], str]] = {"zenkaku": to_zenkaku, "kana": to_zenkaku}


def fill_in(pattern: str, texts: Mapping[str, str]) -> str:
    """Replace every {path} of a composite binding."""
    return _HOLE.sub(lambda match: texts[match[1]], pattern)


def marks(box: Box, value: Value) -> tuple[str, ...]:
    """Option codes to circle or tick; an option's code may name alternatives (国内転入|国外転入等)."""
    if box.kind not in {Kind.CHOICE, Kind.TICK}:
        return ()
    said = {str(value).lower()} if isinstance(value, bool) else set(value) if isinstance(value, tuple) else {str(value)}
    return tuple(option.code for option in box.options if said & set(option.code.split("|")))
