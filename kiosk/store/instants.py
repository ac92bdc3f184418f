"""Times as they stand in the database: whole microseconds since 1970, UTC."""

import datetime as dt

from kiosk.model.errors import Defect

_EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
_MICROSECOND = dt.timedelta(microseconds=1)


def micros(at: dt.datetime) -> int:
    """Microseconds since the epoch of an aware time. Raises Defect for a naive one."""
    if at.tzinfo is None:
        raise Defect("a time without a zone reached the store")
    return (at - _EPOCH) // _MICROSECOND


def instant(value: int) -> dt.datetime:
    """The aware UTC time of a stored number."""
    return _EPOCH + dt.timedelta(microseconds=value)
