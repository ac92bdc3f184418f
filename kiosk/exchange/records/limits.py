"""For every fact the tightest limit that the columns it travels in put on it, so that a desk can refuse at once."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from kiosk.exchange.records.columns import Columns, ColumnType
from kiosk.exchange.records.people import OUTSIDE, TEXTS
from kiosk.exchange.records.record import MOVE, REQUEST, leaves
from kiosk.model.limits import BOUNDLESS, Limit
from kiosk.model.vocabulary import Vocabulary

_REACHED = {"shimei": "contactPointName", "denwabango": "contactPointPhoneNumber"}
"""What the first person who can be reached gives to 連絡先 too."""

_SIDES = {
    "addr.new": ("taishosha.jusho", "ido.tenshutsusakijusho"),
    "addr.old": ("taishosha.jusho", "ido.tennyumaejusho", "ido.tenkyomaejusho"),
}
_HOMES = ("person.address", *(home for _, _, _, home in OUTSIDE.values()))
_WORDINGS = {
    "person.birth.date": "taishosha.seinengappi_fushohyoki",
    "case.moved_on": "ido.idonengappi_fushohyoki",
    **{birth: "taishosha.seinengappi_fushohyoki" for _, _, birth, _ in OUTSIDE.values()},
}
_OWN = {"person.email": "renrakusaki.contactPointEmailAddress", "cert.items": "seikyu.kisaijiko"}
_REST = "sonota.atai"


def limits(columns: Columns, vocabulary: Vocabulary) -> Mapping[str, Limit]:
    """The limits by vocabulary key; a fact that never leaves has none."""
    by_source: dict[str, Limit] = {}
    for column in (column for group in columns.groups for column in group.columns if not column.relation):
        number = column.type is ColumnType.INTEGER
        limit = Limit(
            letters=0 if number else column.length,
            most=10**column.length - 1 if number and column.length else 0,
            half=column.type is ColumnType.HALF,
        )
        by_source[column.source] = _tighter(by_source.get(column.source, BOUNDLESS), limit)
    return MappingProxyType({item.key: _limit(item.key, by_source) for item in vocabulary.items if leaves(item.key)})


def sources(key: str) -> tuple[str, ...]:
    """The paths of the record that a fact may fill as it was said; what has no place of its own is among the others."""
    return tuple(_sources(key)) or (_REST,)


def _sources(key: str) -> Iterator[str]:
    for field in (TEXTS.get(key), *(texts.get(key) for _, texts, _, _ in OUTSIDE.values())):
        if field:
            yield f"taishosha.{field}"
            if field in _REACHED:
                yield f"renrakusaki.{_REACHED[field]}"
    yield from (f"ido.{MOVE[name]}" for name in (key,) if name in MOVE)
    yield from (f"seikyu.{REQUEST[name]}" for name in (key,) if name in REQUEST)
    yield from (found[key] for found in (_OWN, _WORDINGS) if key in found)
    side, _, part = key.rpartition(".")
    if side in _SIDES and part in {"text", "katagaki"}:
        yield from (f"{prefix}_{'hyoki' if part == 'text' else part}" for prefix in _SIDES[side])
    if key in _HOMES:
        yield "taishosha.jusho_hyoki"


def _limit(key: str, by_source: Mapping[str, Limit]) -> Limit:
    found = BOUNDLESS
    for source in sources(key):
        found = _tighter(found, by_source.get(source, BOUNDLESS))
    return found


def _tighter(one: Limit, other: Limit) -> Limit:
    return Limit(
        letters=_least(one.letters, other.letters), most=_least(one.most, other.most), half=one.half or other.half
    )


def _least(one: int, other: int) -> int:
    return min(one, other) if one and other else one or other
