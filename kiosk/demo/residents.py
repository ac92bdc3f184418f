"""A small register of invented residents for the demonstration, so that the look-up can be tried."""

import datetime as dt

from kiosk.bootstrap.program import Program
from kiosk.bootstrap.residents import import_register

FILE, DAY = "jumin_kiroku.csv", dt.date(2026, 4, 17)


def practice_register(program: Program) -> None:
    """Read it in, unless the place has one already."""
    if program.store.residents.state() is None:
        import_register(program, program.place.assets / "practice" / FILE, day=DAY, by="demo")
