"""手数料: what a visit costs in one total, row by row, and the same total as the city's till reads it."""

from dataclasses import dataclass
from datetime import date

TILL = "{number}-{amount}"
TILL_LETTERS = 32
_SAMPLE = {"number": "260420-001", "digits": "260420001", "amount": 1200, "date": "20260420", "city": "999997"}
TILL_HOLES = tuple(_SAMPLE)
"""What the text of a code may name: 受付番号, its digits alone, the yen, the day, 団体コード."""


@dataclass(frozen=True, slots=True)
class BillRow:
    """One fee: `count` times `unit` yen; None while nobody has said how many. `confirmed`: the city has looked at the
    amount. `free` says why nothing is charged.
    """

    procedure: str
    name: str
    count: int | None
    unit: int
    confirmed: bool = True
    free: str = ""

    @property
    def amount(self) -> int:
        """Yen; what is not known yet counts nothing."""
        return 0 if self.free or self.count is None else self.count * self.unit


@dataclass(frozen=True, slots=True)
class Bill:
    """`free` are the procedures that cost nothing; `code` is what the till reads, empty without anything to pay."""

    rows: tuple[BillRow, ...] = ()
    free: tuple[str, ...] = ()
    code: str = ""

    @property
    def total(self) -> int:
        """Yen."""
        return sum(row.amount for row in self.rows)

    @property
    def open(self) -> bool:
        """Whether it is still to be said how many of something."""
        return any(row.count is None and row.unit > 0 and not row.free for row in self.rows)

    @property
    def confirmed(self) -> bool:
        """Whether the city has looked at every amount."""
        return all(row.confirmed or row.free for row in self.rows)


def till_code(text: str, *, number: str, amount: int, on: date, city: str) -> str:
    """What the till reads, by the city's own text."""
    digits = "".join(letter for letter in number if letter.isdigit())
    return text.format(number=number, digits=digits, amount=amount, date=f"{on:%Y%m%d}", city=city)


def till_unfit(text: str) -> bool:
    """Whether a text for the till cannot be used: an unknown name, no amount, or what a Code 128 does not take."""
    try:
        one, other = (text.format(**{**_SAMPLE, "amount": amount}) for amount in (1200, 1201))
    except (KeyError, ValueError, IndexError, AttributeError):
        return True
    return one == other or not (one.isascii() and one.isprintable() and 0 < len(one) <= TILL_LETTERS)
