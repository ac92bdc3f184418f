"""A number of thousands of digits is a wrong answer like any other: refused with words, at once, and never raised."""

import datetime as dt

import pytest

from kiosk.cards.samples import load_samples
from kiosk.exchange.records.cells import load_extract
from kiosk.exchange.records.extract import Extract, read_extract
from kiosk.flow.parse_answer import Reader
from kiosk.model.address_text import AddressText
from kiosk.model.base import Issue
from kiosk.model.errors import SiteError
from kiosk.model.message import Refused
from kiosk.model.said_dates import parse_date
from kiosk.model.vocabulary import Item, Type
from tests.visits import FORMS, TODAY, book

LONG = 5000
SPELLINGS = (
    *("9" * LONG, "９" * LONG, "九" * LONG, "九" * LONG + "十", "十" + "九" * LONG, "٩" * LONG, "²" * LONG, "①" * LONG),
    *("-" + "9" * LONG, "9_" * LONG, "1-" * LONG, "1e" + "9" * LONG, "9" * LONG + ".0", "1" * 4299 + "²"),
    *(f"平成{'9' * LONG}年1月1日", f"平成{'九' * LONG}十年1月1日", f"令和{'٩' * LONG}", f"2026-{'9' * LONG}-1"),
    *("九" * LONG + "丁目1番", "一" * LONG + "十番地", "9" * LONG + "丁目", "第" * LONG),
)
"""Spellings of a number that Python's int() refuses to read or reads in another script."""

SPOKEN = [kind for kind in Type if kind is not Type.SIGNATURE]


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader(
        vocabulary=book().vocabulary, today=TODAY, members={"p1": "架空　太郎"}, event=book().events["tennyu"]
    )


@pytest.mark.parametrize("kind", SPOKEN, ids=lambda kind: kind.value)
@pytest.mark.parametrize("words", SPELLINGS, ids=range(len(SPELLINGS)))
def test_an_answer_of_any_kind_is_taken_or_refused(reader: Reader, kind: Type, words: str) -> None:
    found = reader.read(Item(key="x", type=kind, label="項目", digits=7), words)
    assert isinstance(found, Refused) or kind in {Type.TEXT, Type.NAME, Type.ADDRESS}


@pytest.mark.parametrize("words", ["1234567890", "9" * 19, "123456789018"])
def test_a_count_that_no_rule_can_count_with_is_refused(reader: Reader, words: str) -> None:
    assert isinstance(reader.read(Item(key="x", type=Type.INT, label="項目"), words), Refused)


@pytest.mark.parametrize(
    ("words", "value"), [("0", 0), ("００３", 3), ("000000000012", 12), ("999999999", 999_999_999)]
)
def test_a_count_within_reason_is_read(reader: Reader, words: str, value: int) -> None:
    assert reader.read(Item(key="x", type=Type.INT, label="項目"), words) == value


@pytest.mark.parametrize("words", SPELLINGS, ids=range(len(SPELLINGS)))
def test_a_date_and_an_address_are_read_at_once(words: str) -> None:
    assert isinstance(parse_date(words, today=TODAY), Refused)
    assert AddressText(words).parts(("本町一丁目", "九条")) is not None


def test_a_date_in_the_figures_of_another_script_is_no_date_of_an_extract() -> None:
    assert said_of("生年月日", "٢٠٢٦-٠١-٠١") == ["日付として読めません。"] * 4


@pytest.mark.parametrize("words", SPELLINGS, ids=range(len(SPELLINGS)))
def test_an_order_that_is_no_small_number_is_named_and_everybody_is_taken(words: str) -> None:
    found = with_words("記載順位", words)
    assert isinstance(found, Extract)
    assert [found.passed, len(found.persons)] == [
        tuple(f"{line}行目 記載順位（順位が数字ではないため、世帯の最後に置きました）" for line in (2, 3, 4, 5)),
        4,
    ]


def said_of(column: str, words: str) -> list[str]:
    """What is said of the family's extract with `words` in a column of every row."""
    found = with_words(column, words)
    assert isinstance(found, tuple)
    return [issue.message for issue in found]


def with_words(column: str, words: str) -> Extract | tuple[Issue, ...]:
    """The family's extract with `words` in a column of every row."""
    head, *rows = (line.split(",") for line in (FORMS / "personas" / "kazoku4.csv").read_text("utf-8-sig").splitlines())
    at = head.index(column)
    text = "\n".join(",".join([*row[:at], words, *row[at + 1 :]]) for row in rows)
    mapping = load_extract((FORMS / "exchange" / "extract.toml").read_bytes())
    return read_extract(f"{','.join(head)}\n{text}".encode(), mapping, on=dt.date(2026, 4, 20))


TOO_DEEP = (f"card = {'9' * LONG}", f"card = {'[' * LONG}")


@pytest.mark.parametrize("text", TOO_DEEP, ids=["digits", "brackets"])
def test_a_file_of_thousands_of_digits_or_brackets_is_told_and_not_raised(text: str) -> None:
    assert [issue.where for issue in load_samples(text.encode()).issues] == ["cards.toml"]
    with pytest.raises(SiteError, match="X01"):
        load_extract(text.encode())
