"""The zones of the window: who is here, the work, what stands beside it, the keys; one key goes round them."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget


@dataclass(frozen=True)
class Zone:
    """A part of the window, and where the keyboard goes in it (None: nothing there takes it now)."""

    area: QWidget
    first: Callable[[], QWidget | None]


def go_round(zones: tuple[Zone, ...], *, step: int) -> None:
    """Put the keyboard into the next zone that is shown and takes it, from the last to the first."""
    focus = QApplication.focusWidget()
    here = next((at for at, zone in enumerate(zones) if focus is not None and zone.area.isAncestorOf(focus)), -1)
    if here < 0 and step < 0:
        here = 0
    for by in range(1, len(zones) + 1):
        zone = zones[(here + step * by) % len(zones)]
        target = zone.first() if zone.area.isVisible() else None
        if target is not None:
            target.setFocus(Qt.FocusReason.TabFocusReason)
            return
