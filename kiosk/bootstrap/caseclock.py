"""A clock for a written visit: its filing day is the file's, its instants and identities are real."""

import datetime as dt

from kiosk.flow.clock import SystemClock


class CaseClock(SystemClock):
    """SystemClock with the filing day of a case file."""

    def __init__(self, today: dt.date) -> None:
        self._today = today

    def today(self) -> dt.date:
        """The case file's day."""
        return self._today
