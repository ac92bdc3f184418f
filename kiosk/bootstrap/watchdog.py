"""Tells the supervisor that the glass is alive (sd_notify(3)): a window that hangs is ended and begun anew.

Context: a crash ends the process, and the unit begins it again; a UI thread that hangs ends nothing, and a resident
stands before a dead page.
Decision: the UI thread itself beats, from the first painted page on. Only when rules and forms have been read is the
time after which a missing beat ends the process short: reading them holds it up for more than a second where the
machine does much else, and a slow start is no hang. Without a supervisor nothing beats.
Consequence: whatever stops the UI thread for `HANGS_S` costs the visit, and the next page is the first one.
"""

from __future__ import annotations

import socket
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from collections.abc import Mapping

HANGS_S = 2
_BEAT_MS = 400


class Watchdog(QObject):
    """Beats as long as it lives and the event loop of its thread goes round."""

    def __init__(self, env: Mapping[str, str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._address = env.get("NOTIFY_SOCKET", "")
        if self._address.startswith("@"):  # an abstract socket of Linux
            self._address = "\0" + self._address[1:]
        if self._address and env.get("WATCHDOG_USEC"):
            self._tell("WATCHDOG=1")
            beating = QTimer(self)
            beating.timeout.connect(lambda: self._tell("WATCHDOG=1"))
            beating.start(_BEAT_MS)

    def begun(self) -> None:
        """Nothing holds it up from now on: whoever supervises waits no longer than `HANGS_S`."""
        if self._address:
            self._tell(f"WATCHDOG=1\nWATCHDOG_USEC={HANGS_S * 1_000_000}")

    def _tell(self, what: str) -> None:
        """A supervisor that does not listen ends the process by itself, and that is right."""
        with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM | socket.SOCK_NONBLOCK | socket.SOCK_CLOEXEC) as out:
            try:
                out.sendto(what.encode("ascii"), self._address)
            except OSError:
                return
