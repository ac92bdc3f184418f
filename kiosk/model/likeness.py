"""Whether two descriptions mean one person: surely, surely not, or so that only somebody at the counter can tell.

Context: a register, a card and a clerk spell one name in several ways (variant letters, width, 通称, no space), a birth
may be missing or known by its words alone, and two people of one household may share a name or a birthday.
Decision: a name and a birth together make a person. Both the same: the same person. One of them surely different:
another person, also where the rest is alike (twins, father and son). Everything between is `UNSURE` with the reason,
for a person to decide. Letters are folded for comparing only, never exchanged.
Consequence: whoever takes facts of a source asks here first; nothing else compares people.
"""

import datetime as dt
import enum
import re
import unicodedata
from dataclasses import dataclass
from itertools import product

from kiosk.model.doubt import Doubt
from kiosk.model.fact import comparable
from kiosk.model.letters import DASHES, HYPHENS, search_key
from kiosk.model.names import is_latin, split_name
from kiosk.model.said_dates import parse_date
from kiosk.model.variants import plain_letters
from kiosk.model.wareki import PartialDate, Precision, calendar_day

_ANY_DAY = dt.date(2100, 1, 1)
_ABOUT_YEARS = 2
"""How far apart two years may lie of which one is only known as 頃."""


class Likeness(enum.Enum):
    """How two descriptions of a person stand to one another; OPEN: one of them says nothing that the other does not."""

    SAME = "same"
    UNSURE = "unsure"
    OTHER = "other"
    OPEN = "open"


@dataclass(frozen=True)
class Described:
    """What tells a person from others. `others` are further names that they go by (通称, 旧氏 with the given name)."""

    name: str = ""
    birth: PartialDate | None = None
    kana: str = ""
    others: tuple[str, ...] = ()

    @property
    def tells(self) -> bool:
        """Whether it tells anybody from others at all."""
        return bool(self.name) or self.birth is not None

    @property
    def empty(self) -> bool:
        """Whether nothing at all is known: not even a reading, or a name that they also go by."""
        return not (self.tells or self.kana or self.others)


@dataclass(frozen=True)
class Compared:
    """The likeness, and the first doubt where it is unsure."""

    likeness: Likeness
    doubt: Doubt | None = None


_SAME, _OTHER, _OPEN = Compared(Likeness.SAME), Compared(Likeness.OTHER), Compared(Likeness.OPEN)


def _unsure(doubt: Doubt) -> Compared:
    return Compared(Likeness.UNSURE, doubt)


def compare(one: Described, other: Described) -> Compared:
    """How two descriptions stand to one another; the order does not matter."""
    if not one.tells or not other.tells:
        return _hardly_known(one, other)
    births = _births(one.birth, other.birth)
    if births is Likeness.OTHER:
        return _OTHER
    if not one.name or not other.name:
        return _OTHER if _read_otherwise(one, other) else _unsure(Doubt.NAME_MISSING)
    names = _names(one, other, born_alike=births is Likeness.SAME)
    if names is _SAME and births is not Likeness.SAME:
        return _unsure(Doubt.BIRTH_SPELLING if births is Likeness.UNSURE else Doubt.BIRTH_MISSING)
    return names


def _hardly_known(one: Described, other: Described) -> Compared:
    """Of one of them neither name nor birth is known: perhaps a reading, or another name that they go by."""
    if _read_otherwise(one, other):
        return _OTHER
    if one.empty or other.empty or read_alike(one, other):
        return _OPEN
    known = _all_names(one) & _all_names(other) or _other_order(one, other)
    return _unsure(Doubt.ALIAS if known else Doubt.NAME_MISSING)


def perhaps_miswritten(one: Described, other: Described) -> bool:
    """Whether two of one 氏 who were born on one day may be one person whose given name was miswritten.

    They are others as far as anybody knows (twins), so this is asked only where one is left on either side.
    """
    family = next((parts[0] for who in (one, other) if (parts := split_name(who.name))), "")
    begins = (name_key(who.name).startswith(name_key(family)) for who in (one, other))
    return bool(family) and _births(one.birth, other.birth) is Likeness.SAME and all(begins)


# ---- births ----------------------------------------------------------------------------------------------------------
def _births(one: PartialDate | None, other: PartialDate | None) -> Likeness:
    if one is None or other is None:
        return Likeness.OPEN
    if comparable(one) == comparable(other) or _days_agree(one, other):
        return Likeness.SAME
    if one.precision is Precision.DAY is other.precision:
        return Likeness.OTHER
    return Likeness.UNSURE if _may_be_one(one, other) else Likeness.OTHER


def _days_agree(one: PartialDate, other: PartialDate) -> bool:
    """A day is the same however it was declared."""
    day = calendar_day(one)
    return day is not None and day == calendar_day(other)


def _may_be_one(one: PartialDate, other: PartialDate) -> bool:
    """Whether nothing that is known of two dates contradicts; what is known by its words alone is told by these."""
    known = _known(one), _known(other)
    if not all(known):
        return True
    if Precision.ABOUT in {one.precision, other.precision, *(read.precision for read in known if read)}:
        years = [int(date.iso[:4]) for date in known if date and date.iso]
        return len(years) < len(known) or abs(years[0] - years[1]) <= _ABOUT_YEARS
    isos = [date.iso or "" for date in known if date]
    return isos[0].startswith(isos[1]) or isos[1].startswith(isos[0])


def _known(date: PartialDate) -> PartialDate | None:
    """The date with its year; one that a register put into words is read. None where no year is named."""
    read = date if date.iso else parse_date(date.unknown_text or "", today=_ANY_DAY)
    return read if isinstance(read, PartialDate) and read.iso else None


# ---- names -----------------------------------------------------------------------------------------------------------
def _names(one: Described, other: Described, *, born_alike: bool) -> Compared:
    if comparable(one.name) == comparable(other.name):
        return _SAME
    found = _by_spelling(one, other) or _by_reading(one, other)
    if found is None and born_alike:
        found = _by_birth(one, other)
    return _OTHER if found is None else _unsure(found)


def _by_spelling(one: Described, other: Described) -> Doubt | None:
    """Other width, like letters, a name that a field cut off, another order of a Latin name, or a further name."""
    mine, yours = _folded(one.name), _folded(other.name)
    if mine == yours:
        return Doubt.WIDTH
    if _alike(_bare(mine), _bare(yours)) or _printed_alike(_bare(mine), _bare(yours)):
        return Doubt.LETTERS
    if _same_words(one.name, other.name):
        return Doubt.ORDER
    if any(_cut(*pair) or _cut(*reversed(pair)) for pair in product(_all_names(one), _all_names(other))):
        return Doubt.CUT
    if _all_names(one) & _all_names(other) or _other_order(one, other):
        return Doubt.ALIAS
    return Doubt.NAME_MISSING if _given_alone(one.name, other.name) or _given_alone(other.name, one.name) else None


def _all_names(who: Described) -> set[str]:
    """Every name that somebody goes by, less what a card puts in brackets: a 通称 behind it, also a name, or a 旧氏."""
    names = [_folded(name) for name in (who.name, *who.others)]
    parts = (
        part for name in names for part in (_BRACKETS.sub("", name), *(found[1] for found in _ALIAS.finditer(name)))
    )
    return {_bare(part) for part in parts if part}


_BRACKETS, _ALIAS = re.compile(r"[(\[〔【][^)\]〕】]*[)\]〕】]?"), re.compile(r"\(([^)]*)")
_UNSHOWN = frozenset("〓□■●?*＿\ufffd")  # what a card or a list prints for a letter that it does not have
_STRESS, _JOINTS = re.compile("[\u0300-\u036f]"), re.compile("[・･=＝·'’`´.,、，]")
_LATIN = str.maketrans("đðøłħŧıœæþ", "ddolhtioap")
_HYPHENS, _BETWEEN = re.compile(f"[{DASHES}]"), re.compile(rf"[-\s,、，－{HYPHENS}]+")
_SEEN_AS = str.maketrans("二一夕口力八工卜三千才へべぺり", "ニータロカハエトミチオヘベペリ")
_OLD_KANA = str.maketrans("ヰヱゐゑ", "イエいえ")
_TWO_FOR_ONE = re.compile("(?<=[aou])e|(?<=a)a")  # Müller is printed as MUELLER, Å as AA (ICAO Doc 9303)


def _bare(folded: str) -> str:
    """Folded letters less variants, accents of Latin letters and the signs between the parts of a name."""
    plain = _STRESS.sub("", unicodedata.normalize("NFD", _JOINTS.sub("", folded)).translate(_LATIN))
    joined = _HYPHENS.sub("" if plain.isascii() else "ー", unicodedata.normalize("NFC", plain))
    return plain_letters(joined).translate(_OLD_KANA)


def _printed_alike(mine: str, yours: str) -> bool:
    """Whether two bare names are one but for letters that look the same (ニ and 二) or are printed as two (ü as UE)."""
    same = mine.translate(_SEEN_AS) == yours.translate(_SEEN_AS)
    return same or ((mine + yours).isascii() and _TWO_FOR_ONE.sub("", mine) == _TWO_FOR_ONE.sub("", yours))


def _alike(mine: str, yours: str) -> bool:
    """The same letters, where a letter that one of them could not show stands for any."""
    pairs = list(zip(mine, yours, strict=False))
    shown = [pair for pair in pairs if _UNSHOWN.isdisjoint(pair)]
    same = len(mine) == len(yours) and all(one == other for one, other in shown)
    return same and (shown == pairs or len(shown) >= _SHOWN_AT_LEAST)


_SHOWN_AT_LEAST = 2


def _cut(short: str, whole: str) -> bool:
    """Whether a bare name is the beginning of another, as far as a field of a card or a paper went."""
    return len(short) >= _FIELD_AT_LEAST and len(short) < len(whole) and whole.startswith(short)


_FIELD_AT_LEAST, _LONG = 10, 16
"""Letters, less blanks, of the shortest field that cuts names off, and of one that cuts where a word ends, too."""


def shows_less(name: str, *, than: str) -> bool:
    """Whether a name was cut off, or has signs for unshown letters or a 旧氏 inside, which the other is or has not."""
    mine, yours = _folded(name), _folded(than)
    if _cut(_bare(mine), _bare(yours)) and (len(mine) >= _LONG or not _same_words(name, than)):
        return True
    return not (_UNSHOWN | {"["}).isdisjoint(mine) and (_UNSHOWN | {"["}).isdisjoint(yours)


def _given_alone(one: str, other: str) -> bool:
    """Whether a name is the given name of the other alone, as a family is often told."""
    parts = split_name(other)
    return parts is not None and _bare(_folded(one)) == _bare(_folded(parts[1]))


def _read_otherwise(one: Described, other: Described) -> bool:
    mine, yours = _told_reading(one), _told_reading(other)
    return bool(mine and yours) and mine != yours and not _cut(mine, yours) and not _cut(yours, mine)


def read_alike(one: Described, other: Described) -> bool:
    """Whether both are known to be read, and read the same; a name that is all in kana says its reading."""
    return bool(_told_reading(one)) and _told_reading(one) == _told_reading(other)


def _told_reading(who: Described) -> str:
    return _reading(who.kana or (who.name if _KANA.fullmatch(who.name) else ""))


def _reading(text: str) -> str:
    return search_key(text).translate(_OLD_KANA)


def _other_order(one: Described, other: Described) -> bool:
    """Whether a further name of one of them is the other's, begun at another word."""
    pairs = product((one.name, *one.others), (other.name, *other.others)) if one.others or other.others else ()
    return any(_same_words(mine, yours) for mine, yours in pairs)


def _same_words(one: str, other: str) -> bool:
    """Whether a name in Latin letters holds the words of the other, however many and in whatever order, or is the same
    begun at another word.
    """
    if not (is_latin(one) and is_latin(other)):
        return False
    mine, yours = ([_bare(_folded(word)) for word in _BETWEEN.split(name) if word] for name in (one, other))
    if min(len(mine), len(yours)) > 1 and (set(mine) <= set(yours) or set(yours) <= set(mine)):
        return True
    return any("".join(mine[at:] + mine[:at]) == "".join(yours) for at in range(len(mine)))


def _by_reading(one: Described, other: Described) -> Doubt | None:
    readings = [{_reading(text) for text in (who.kana, who.name) if text} for who in (one, other)]
    return Doubt.READING if readings[0] & readings[1] else None


def _by_birth(one: Described, other: Described) -> Doubt | None:
    """Born on one day: the given name with another 氏, or one name in two scripts that no reading contradicts."""
    parts = [split_name(who.name) for who in (one, other)]
    if parts[0] and parts[1] and _bare(_folded(parts[0][1])) == _bare(_folded(parts[1][1])):
        return Doubt.FAMILY_NAME
    scripts = [(is_latin(who.name), _KANA.fullmatch(who.name) is not None) for who in (one, other)]
    return Doubt.SCRIPT if scripts[0] != scripts[1] and not _read_otherwise(one, other) else None


_KANA = re.compile("[\u3041-\u309f\u30a0-\u30ff\uff66-\uff9f\\s]+")


def name_key(text: str) -> str:
    """A name less everything in which two spellings of it differ: spaces, width, case and variant letters."""
    return plain_letters(_folded(text))


def _folded(text: str) -> str:
    """Without spaces, in one width and one case; for comparing only."""
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())
