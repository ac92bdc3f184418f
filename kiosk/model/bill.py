"""手数料: what a visit costs in one total, row by row, and the same total as the city's till reads it."""

from dataclasses import dataclass
from datetime import date

from kiosk.model.message import Code, Message

_NONE, _TOTAL, _OPEN = Code("bill-none"), Code("bill-total", "yen"), Code("bill-open")
_MORE, _BACK, _SAME = Code("bill-more", "yen"), Code("bill-back", "yen"), Code("bill-same")
_BEFORE = Code("bill-before", "told", "total")
_UNPAID, _NOTHING_BACK = Code("bill-unpaid", "total"), Code("bill-no-back")
_NOW, _PAID_SAME = Code("bill-now", "total"), Code("bill-paid-same", "paid")
_PAID_MORE, _PAID_BACK = Code("bill-paid-more", "paid", "yen"), Code("bill-paid-back", "paid", "yen")
TILL = "{number}-{amount}"
TILL_LETTERS = 32
_SAMPLE = {"number": "260420-001", "digits": "260420001", "amount": 1200, "date": "20260420", "city": "999997"}
TILL_HOLES = tuple(_SAMPLE)
"""What the text of a code may name: 受付番号, its digits alone, the yen, the day, 団体コード."""


@dataclass(frozen=True, slots=True)
class BillRow:
    """One fee: `count` times `unit` yen; None while nobody has said how many. `confirmed`: the city has looked at the
    amount. `free` says why nothing is charged, or no more than the yen `left`.
    """

    procedure: str
    name: str
    count: int | None
    unit: int
    confirmed: bool = True
    free: str = ""
    left: int = 0

    @property
    def amount(self) -> int:
        """Yen; what is not known yet counts nothing."""
        return min(self.left, self.full) if self.free else self.full

    @property
    def full(self) -> int:
        """Yen, were nothing taken away."""
        return 0 if self.count is None else self.count * self.unit


@dataclass(frozen=True, slots=True)
class Bill:
    """`free` are the procedures that cost nothing; `told` is the total of the revision before, in yen (None: there was
    none before), `earlier` what still earlier ones told otherwise and somebody may have paid; `code` is what the till
    reads, empty without anything to pay now.
    """

    rows: tuple[BillRow, ...] = ()
    free: tuple[str, ...] = ()
    told: int | None = None
    code: str = ""
    earlier: tuple[int, ...] = ()

    @property
    def total(self) -> int:
        """Yen."""
        return sum(row.amount for row in self.rows)

    @property
    def due(self) -> int:
        """Yen to be paid now, beside what was told before; below zero they are to be given back."""
        return self.total - (self.told or 0)

    @property
    def said(self) -> tuple[Message, ...]:
        """What is to be paid or given back now, and where that is not all of it."""
        return (self._now(), _OPEN()) if self.open else (self._now(),)

    def _now(self) -> Message:
        if self.earlier:
            return _NOW(total=f"{self.total:,}")
        if not self.told:
            return _TOTAL(yen=f"{self.total:,}") if self.total or self.open else _NONE()
        if not self.due:
            return _SAME()
        return (_MORE if self.due > 0 else _BACK)(yen=f"{abs(self.due):,}")

    @property
    def before(self) -> tuple[Message, ...]:
        """What was told before and is told now, and what holds for who has not paid yet; nothing the first time."""
        total = f"{self.total:,}"
        unpaid = _UNPAID(total=total) if self.total else _NOTHING_BACK()
        if self.earlier:
            return (*(self._paid(paid) for paid in (self.told, *self.earlier) if paid), unpaid)
        if not self.told:
            return ()
        return (_BEFORE(told=f"{self.told:,}", total=total), unpaid)

    def _paid(self, paid: int) -> Message:
        """What is still to be paid or given back to who has paid so much until now."""
        due, said = self.total - paid, f"{paid:,}"
        if not due:
            return _PAID_SAME(paid=said)
        return (_PAID_MORE if due > 0 else _PAID_BACK)(paid=said, yen=f"{abs(due):,}")

    @property
    def changed(self) -> bool:
        """Whether somebody who has paid what was told before has to pay more, or gets something back."""
        return bool(self.earlier) or bool(self.told and self.due)

    @property
    def open(self) -> bool:
        """Whether it is still to be said how many of something."""
        return any(row.count is None and row.unit > 0 and not row.free for row in self.rows)

    @property
    def confirmed(self) -> bool:
        """Whether the city has looked at every amount that is in the total."""
        return all(row.confirmed or not row.amount for row in self.rows)


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
