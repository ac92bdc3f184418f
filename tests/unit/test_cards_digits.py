"""The form of a secret before the card sees it, and 照合番号B with the year as the card prints it."""

from datetime import date

import pytest

from kiosk.cards.digits import number_b, secret_bytes
from kiosk.model.card import Secret


@pytest.mark.parametrize("typed", ["1234", "１２３４", "1２3４"])
def test_full_width_digits_become_ascii(typed: str) -> None:
    assert secret_bytes(Secret.PIN, typed) == bytearray(b"1234")


def test_the_fourteen_digits_are_accepted() -> None:
    assert secret_bytes(Secret.NUMBER_B, "５５０２１７２０３５２２８５") == bytearray(b"55021720352285")


@pytest.mark.parametrize("typed", ["", "123", "12345", "12 4", "12a4", "一二三四", "①②③④", "١٢٣٤", "-123", "1234\n"])
def test_anything_but_four_digits_is_refused(typed: str) -> None:
    assert secret_bytes(Secret.PIN, typed) is None


@pytest.mark.parametrize("typed", ["1234", "5502172035228", "550217203522855"])
def test_anything_but_fourteen_digits_is_no_number_b(typed: str) -> None:
    assert secret_bytes(Secret.NUMBER_B, typed) is None


@pytest.mark.parametrize(
    ("birth", "start"),
    [
        (date(1980, 2, 17), "550217"),
        (date(2020, 2, 24), "020224"),
        (date(2019, 5, 1), "010501"),
        (date(2019, 4, 30), "310430"),
        (date(1989, 1, 8), "010108"),
        (date(1989, 1, 7), "640107"),
        (date(1926, 12, 25), "011225"),
        (date(1926, 12, 24), "151224"),
        (date(1912, 7, 30), "010730"),
        (date(1912, 7, 29), "450729"),
    ],
)
def test_number_b_begins_with_the_birthday_in_the_era_year(birth: date, start: str) -> None:
    assert number_b(birth, expires_year=2035, code="2285") == f"{start}20352285"


def test_number_b_of_a_foreign_resident_has_the_gregorian_year() -> None:
    assert number_b(date(1980, 2, 17), expires_year=2035, code="2285", gregorian=True) == "80021720352285"
    assert number_b(date(2003, 2, 17), expires_year=2035, code="0007", gregorian=True) == "03021720350007"
