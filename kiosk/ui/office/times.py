"""Instants as the office reads them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.flow.clock import TOKYO

if TYPE_CHECKING:
    import datetime as dt

    from kiosk.ui.kit import Kit


def said_at(kit: Kit, at: dt.datetime) -> str:
    """Day and minute."""
    local = at.astimezone(TOKYO)
    return kit.words("sending-at", month=local.month, day=local.day, time=f"{local:%H:%M}")
