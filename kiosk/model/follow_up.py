"""後日の対応: what a visit leaves to be done another day - a filing that is held, or a notice to post."""

import enum
from datetime import date

from kiosk.model.base import Frozen


class Sort(enum.Enum):
    """What is still to be done, and by whom."""

    HELD = "held"  # the filing was not accepted: the resident comes again
    NOTICE = "notice"  # it was accepted with identity unproven: the office posts a notice


class FollowUp(Frozen):
    """One thing of one visit: by when (None: the law names no day, or its first day is not known), and the facts that
    are missing, by their paths; never a value.
    """

    procedure: str
    sort: Sort
    until: date | None = None
    lacks: tuple[str, ...] = ()
