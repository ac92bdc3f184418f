"""Every day since Meiji and the shared vectors: a date survives the way through its Japanese spelling."""

import datetime as dt
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.model.eras import BY_NAME, ERAS
from kiosk.model.message import Refused
from kiosk.model.said_dates import parse_date
from kiosk.model.wareki import (
    PartialDate,
    calendar_day,
    caution,
    era_parts,
    eras_of,
    from_day,
    to_seireki,
    to_wareki,
)
from tests.dates import TODAY, VECTORS, days, parsed, spoken
from tests.short import SHORT
from tests.wording import told


def test_the_era_codes_are_those_of_the_resident_record() -> None:
    assert [BY_NAME[era.name].code for era in ERAS] == ["5", "4", "3", "2", "1"]


def test_the_shared_era_vectors_hold() -> None:
    if not VECTORS.exists():
        pytest.skip("the shared domain data is not beside this checkout")
    vectors: list[Any] = json.loads(VECTORS.read_text(encoding="utf-8"))["era"]
    assert vectors
    for iso, texts in vectors:
        assert eras_of(dt.date.fromisoformat(iso)) == texts
        assert all(parsed(text).iso == iso for text in texts)


@given(days)
def test_any_day_survives_the_way_through_its_japanese_spelling(day: dt.date) -> None:
    assert calendar_day(parsed(to_wareki(day))) == day
    assert calendar_day(parsed(to_seireki(from_day(day)))) == day


def test_every_single_day_since_meiji_round_trips_in_every_era_it_has() -> None:
    day, last, doubled = dt.date(1868, 10, 23), dt.date(2100, 12, 31), []
    while day <= last:
        texts = eras_of(day)
        doubled += [day] * (len(texts) - 1)
        assert texts
        dates = [parsed(text) for text in texts]
        assert [(date.iso, to_wareki(date)) for date in dates] == [(day.isoformat(), text) for text in texts]
        day += dt.timedelta(days=1 if not SHORT or day.year in {1868, 1912, 1926, 1989, 2019} else 9)
    assert doubled == [dt.date(1912, 7, 30), dt.date(1926, 12, 25)]


@given(days)
def test_a_letter_and_points_say_the_same_as_the_full_spelling(day: dt.date) -> None:
    era, year, month, calendar_date = era_parts(from_day(day))
    short = f"{BY_NAME[era].letter}{year.replace('元', '1')}.{month}.{calendar_date}"
    assert parsed(short) == parsed(to_wareki(day))


@given(st.text(max_size=40))
def test_no_text_at_all_makes_the_reader_stumble(text: str) -> None:
    found = parse_date(text, today=TODAY)
    assert told(found).message if isinstance(found, Refused) else spoken(found)


def test_a_plain_day_is_a_date_without_declared_era() -> None:
    assert from_day(TODAY) == PartialDate(iso="2026-04-20")
    assert caution(from_day(TODAY)) is None
