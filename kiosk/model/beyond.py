"""中継の先: what the machine that brought a parcel to a hub hears of it from there."""

import uuid
from datetime import datetime

from kiosk.model.base import Frozen
from kiosk.model.parcel import State


class Beyond(Frozen):
    """How a parcel stands behind a hub. `state` is RELAYED as long as its receiver has it not, `asked` which time of
    asking it is about.

    `code` and `detail` are why it has not arrived, `receipt` is the receiver's own. HELD: it is this machine's again to
    decide about; `wish` is who at the hub wants it sent once more. SKIPPED: it was let go here.
    """

    message: uuid.UUID
    state: State
    asked: int
    at: datetime
    code: str = ""
    detail: str = ""
    receipt: str = ""
    wish: str = ""
