"""Dates as people say them, read on a day of the tests."""

import datetime as dt
from pathlib import Path

from hypothesis import strategies as st

from kiosk.model.base import Issue
from kiosk.model.said_dates import parse_date
from kiosk.model.wareki import PartialDate, echo
from tests.wording import say, told

TODAY = dt.date(2026, 4, 20)
VECTORS = Path(__file__).resolve().parents[1] / ".." / "shared" / "domain" / "test_vectors.json"
days = st.dates(dt.date(1868, 10, 23), dt.date(2100, 12, 31))


def parsed(text: str) -> PartialDate:
    """What a text means."""
    found = parse_date(text, today=TODAY)
    assert isinstance(found, PartialDate), str(found)
    return found


def spoken(date: PartialDate) -> str:
    """How a date is said back."""
    return say(echo(date))


def refused(text: str) -> Issue:
    """Why a text is no date."""
    return told(parse_date(text, today=TODAY))
