"""The forms that whoever imports another one knows already, and the day of it."""

import datetime as dt
from functools import cache

from kiosk.designing.importing.matching import Matcher
from tests.visits import book

TODAY = dt.date(2026, 4, 20)


@cache
def matcher(but: str = "") -> Matcher:
    """The sample town's own, but for one form."""
    return Matcher(book().vocabulary, book().templates, but=but)
