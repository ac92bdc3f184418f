"""What the windows of staff have behind them and around them: host, log, courier, a door, and how they are shown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.bootstrap import hooks
from kiosk.bootstrap.background import Background
from kiosk.bootstrap.sending_desk import SendingDesk
from kiosk.bootstrap.staff_door import staff_ports
from kiosk.ui.host import Host
from kiosk.ui.opening import once_painted
from kiosk.ui.staff.door import DeskDoor

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QApplication

    from kiosk.bootstrap.late import LateDesk
    from kiosk.bootstrap.log import LocalLog
    from kiosk.bootstrap.program import Program
    from kiosk.flow.jobs import Doing
    from kiosk.ui.counter.window import CounterWindow
    from kiosk.ui.jobs import Jobs
    from kiosk.ui.kit import Kit
    from kiosk.ui.office.window import OfficeWindow


@dataclass
class StaffWindow:
    """A window with everything behind it; keep it as long as the window lives."""

    program: Program
    app: QApplication
    desk: LateDesk
    host: Host
    log: LocalLog
    window: CounterWindow | OfficeWindow
    jobs: Jobs
    door: DeskDoor | None = None

    def close(self) -> None:
        """Take the window down and close the store."""
        if self.door is not None:
            self.door.stop()
        self.window.close()
        self.window.deleteLater()
        self.jobs.close()
        self.program.close()
        self.log.close()


def host_of(
    program: Program,
    desk: LateDesk,
    log: LocalLog,
    *,
    deliver: bool,
    doing: Callable[[Callable[[int, int], None]], Doing],
    parks: bool = True,
) -> Host:
    """The host of a desk of staff; `deliver`: with the courier behind it."""
    background = Background(program, deliver=deliver)
    sending = SendingDesk(program, background.stop)
    return Host(desk, doing=doing, log=log, delivery=background, sending=sending, parks=parks)


def door_around(seat: StaffWindow, kit: Kit, *, case: Callable[[], str], staffed: bool) -> DeskDoor:
    """The door around a window, and its header's way to it; `case` says which visit is open behind it."""
    window, ports = seat.window, staff_ports(seat.program, case)
    door = DeskDoor(kit, seat.host, window, ports=ports, refocus=window.uncovered.emit, staffed=staffed)
    door.opened.connect(window.header.show_person)
    door.told.connect(window.tell)
    window.header.offer_hiding()
    window.header.asked_lock.connect(door.lock)
    window.header.asked_hide.connect(door.hide_screen)
    return door


def show(seat: StaffWindow, begin: Callable[[], None]) -> Callable[[], None]:
    """Show a window over the whole screen, `begin` once it is painted; returns how to close it."""
    seat.window.setGeometry(seat.window.screen().availableGeometry())  # kiosks run without a window manager
    seat.window.showMaximized()
    once_painted(seat.window, begin)

    def close() -> None:
        hooks.remove()
        seat.close()

    return close
