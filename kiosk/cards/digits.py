"""The two secrets as digits: which form they must have before a card sees them, and how 照合番号B is put together."""

from datetime import date

from kiosk.cards.layout import DIGITS
from kiosk.model.card import Secret

_FULL_WIDTH = str.maketrans("０１２３４５６７８９", "0123456789")

_ERA_ZERO = (
    (date(2019, 5, 1), 2018),
    (date(1989, 1, 8), 1988),
    (date(1926, 12, 25), 1925),
    (date(1912, 7, 30), 1911),
)
_MEIJI_ZERO = 1867


def secret_bytes(secret: Secret, digits: str) -> bytearray | None:
    """ASCII digits of the right number, or None. Full-width digits count; any other sign or length does not.

    Mutable so that the caller can wipe it; the `digits` text itself is the screen's to forget.
    """
    plain = digits.translate(_FULL_WIDTH)
    if len(plain) != DIGITS[secret] or not (plain.isascii() and plain.isdigit()):
        return None
    return bytearray(plain, "ascii")


def number_b(birth: date, *, expires_year: int, code: str, gregorian: bool = False) -> str:
    """照合番号B, 14 digits: birth YYMMDD in the year printed on the card, expiry YYYY, the four digits by the photo.

    Cards of Japanese nationals print the era year; those of foreign nationals the Gregorian year (`gregorian`).
    """
    year = birth.year % 100 if gregorian else birth.year - _era_zero(birth)
    return f"{year:02d}{birth:%m%d}{expires_year:04d}{code}"


def _era_zero(day: date) -> int:
    return next((zero for start, zero in _ERA_ZERO if day >= start), _MEIJI_ZERO)
