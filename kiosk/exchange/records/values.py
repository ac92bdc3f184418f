"""How one fact's value is written in the record: dates as triples, addresses in parts, everything else plain."""

from typing import assert_never

from kiosk.exchange.records.blocks import Plain
from kiosk.model.address import Address
from kiosk.model.address_text import folded
from kiosk.model.fact import Cleared, Held, Signature, Value
from kiosk.model.wareki import PartialDate, Precision, calendar_day, to_wareki

SEX_CODES = {"男": "1", "女": "2"}
"""標準準拠 性別コード; 記載なし and everything else is 0 不明（未記入）."""

SIGNED = "署名"
BETWEEN = "、"


def nothing(value: Value) -> bool:
    """Whether a value says that there is none: an answer that was taken back, a day that follows to be no day."""
    no_day = isinstance(value, PartialDate) and value.precision is Precision.DAY and not value.iso
    return no_day or isinstance(value, Cleared)


def exact(value: Value) -> str:
    """YYYY-MM-DD when the value is a full date of the calendar, otherwise empty."""
    day = calendar_day(value) if isinstance(value, PartialDate) else None
    return day.isoformat() if day else ""


def notation(value: PartialDate) -> str:
    """The declared wording of a date that is imprecise or not in the calendar (不詳表記)."""
    return to_wareki(value) or "年月日不詳"


def triple(prefix: str, value: PartialDate) -> dict[str, str]:
    """The triple of 住民記録: date, 不詳フラグ, 不詳表記. A day that is not in the calendar travels as its wording."""
    date = exact(value)
    return {
        prefix: date,
        f"{prefix}_fushofuragu": "0" if date else "1",
        f"{prefix}_fushohyoki": "" if date else notation(value),
    }


def address(prefix: str, value: Value, katagaki: str = "") -> dict[str, str]:
    """The parts of an address under a prefix; an address that was never split has only its text (hyoki)."""
    parts = value if isinstance(value, Address) else Address(text=words(value))
    return {
        f"{prefix}_shikuchosonkodo": parts.lg_code,
        f"{prefix}_todofuken": parts.prefecture,
        f"{prefix}_shikugunchosonmei": parts.city,
        f"{prefix}_choaza": parts.town,
        f"{prefix}_banchigohyoki": parts.number,
        f"{prefix}_katagaki": _building(parts.building, katagaki),
        f"{prefix}_yubinbango": parts.postal,
        f"{prefix}_hyoki": parts.text,
    }


def _building(own: str, said: str) -> str:
    """What the address itself names and what was said beside it, neither twice."""
    one, other = folded(own), folded(said)
    if one in other or other in one:
        return own if len(one) > len(other) else said or own
    return f"{own}\u3000{said}"


def plain(value: Value) -> Plain:
    """A value without its type: addresses and dates as text, a signature as the digest of what was signed."""
    match value:
        case PartialDate():
            return exact(value) or notation(value)
        case Address():
            return value.text
        case Signature():
            return f"{SIGNED}（{value.digest}）" if value.digest else SIGNED
        case Held():
            return "保留"
        case Cleared():
            return ""
        case bool() | int() | str() | tuple():
            return value
    assert_never(value)


def words(value: Plain | Value) -> str:
    """A plain value as one text: 1 and 0 for yes and no, lists joined with 、."""
    match value:
        case bool():
            return "1" if value else "0"
        case int() | str():
            return str(value)
        case tuple():
            return BETWEEN.join(value)
        case _:
            return words(plain(value))
