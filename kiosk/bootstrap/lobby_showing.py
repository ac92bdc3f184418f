"""Shows the terminal of the lobby full screen: its first page at once, rules and forms read beside it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt

from kiosk.bootstrap import hooks
from kiosk.bootstrap.lobby import LobbySeat, build_lobby
from kiosk.bootstrap.settling import settle
from kiosk.bootstrap.watchdog import Watchdog
from kiosk.ui.opening import once_painted
from kiosk.ui.troubles import Trouble

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from kiosk.bootstrap.program import Program
    from kiosk.model.errors import SiteError


def show_lobby(program: Program, *, ready: Sequence[Any] = ()) -> Callable[[], None]:
    """Make and show the window full screen; `ready` are actions done beforehand. Returns how to close it."""
    seat = build_lobby(program, deliver=True)
    hooks.install(seat.host, seat.log)
    seat.window.ready = False
    seat.window.setGeometry(seat.window.screen().geometry())
    seat.window.setFocus()  # no ring before anybody has touched a key
    seat.window.showFullScreen()
    once_painted(seat.window, lambda: begin(seat, ready))

    def close() -> None:
        hooks.remove()
        seat.close()

    return close


def begin(seat: LobbySeat, ready: Sequence[Any]) -> None:
    """Read the rules on another thread; the first page waits for nobody. What cannot be read puts it out of service."""
    if not seat.window.service.may_close:
        seat.app.setOverrideCursor(Qt.CursorShape.BlankCursor)  # fingers need none, and it hides a letter
    seat.window.service.prepare()  # while nothing has gone wrong
    watchdog = Watchdog(os.environ, seat.window)

    def begun() -> None:
        settle()
        watchdog.begun()
        seat.host.mended("catalogue")
        seat.window.begin()
        for action in ready:
            seat.window.act(action)
        seat.report()

    def failed(error: SiteError) -> None:
        watchdog.begun()
        seat.host.trouble("catalogue", error)

    def broke(error: BaseException) -> None:
        watchdog.begun()
        seat.host.say(Trouble("catalogue", "", code=seat.log.defect(error)))

    def read() -> None:
        from kiosk.bootstrap.warming import warm  # which loads the rules' language

        seat.jobs.run(
            lambda: warm(seat.program, seat.desk.lobby.visit.outside, seat.window.kit.readings),
            done=lambda _nothing: begun(),
            failed=failed,
            broke=broke,
        )

    seat.window.service.again.connect(read)
    read()
    seat.host.start()
