"""Opens the office's window on the parts that a counter has, too: host, log, courier behind it, a door around it."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.bootstrap import hooks
from kiosk.bootstrap.books_desk import BooksDesk
from kiosk.bootstrap.display import check_display
from kiosk.bootstrap.doing import StoreDoing
from kiosk.bootstrap.kits import desk_kit
from kiosk.bootstrap.late import LateDesk
from kiosk.bootstrap.log import LocalLog
from kiosk.bootstrap.memory import share_memory
from kiosk.bootstrap.staff_window import StaffWindow, door_around, host_of, show
from kiosk.ui.app import make_app
from kiosk.ui.office.window import OfficeWindow

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk.bootstrap.program import Program
    from kiosk.ui.office.book_ports import Books, ComparePage, DayPage
    from kiosk.ui.troubles import Breakdown


@dataclass
class OfficeSeat(StaffWindow):
    """The office's window with everything behind it."""

    window: OfficeWindow

    def begin(self) -> None:
        """Read the rules, open the store, deliver; then let somebody in, or show how it stands."""
        self.desk.begin(
            self.jobs,
            act=self.host.act,
            failed=lambda error: self.host.trouble("catalogue", error),
            broke=self.host.defect,
            ready=self._ready,
        )
        self.host.start()
        if self.door is not None:
            self.door.begin()

    def _ready(self) -> None:
        self.host.mended("catalogue")
        if self.door is None or self.door.at.open:
            self.window.go(self.window.page)


def build_office(program: Program, *, deliver: bool = False, staffed: bool | None = None) -> OfficeSeat:
    """Make the window; raises SiteError without a display or fonts. What the store lacks, the window itself says.

    `deliver`: with the courier behind the window; `staffed`: behind a door, and whether staff sign in there.
    """
    check_display(os.environ)
    share_memory()
    app = make_app(program.place.assets)
    desk, log = LateDesk(program), LocalLog(program.place.home / "logs", program.clock)
    host = host_of(
        program, desk, log, deliver=deliver, doing=lambda advanced: StoreDoing(program, advanced=advanced), parks=False
    )
    kit = desk_kit(program, desk)
    made = OfficeSeat(program, app, desk, host, log, OfficeWindow(kit), kit.jobs)
    _connect(made, BooksDesk(program))
    if staffed is not None:
        made.door = door_around(made, kit, case=lambda: "", staffed=staffed)  # nobody's visit is open behind it
    return made


def _connect(seat: OfficeSeat, books: Books) -> None:
    """What the window asks is done by the host, and what comes of it is shown there."""
    window, host = seat.window, seat.host

    def ask(work: Callable[[Books], ComparePage | DayPage]) -> None:
        host.ask(lambda: work(books), done=window.answered, failed=window.failed)

    def stumbled(broken: Breakdown) -> None:
        window.stumbled(broken)
        host.back()

    window.asked.connect(ask)
    window.decided.connect(host.rounds.decide)
    window.closed.connect(host.close)
    host.rounds.unsent.connect(window.sending.present)
    host.rounds.counted.connect(window.count)
    host.troubled.connect(window.notices.show_troubles)
    host.broken.connect(stumbled)


def show_office(program: Program) -> Callable[[], None]:
    """Make and show the window; returns how to close it."""
    seat = build_office(program, deliver=True, staffed=not program.practice)
    hooks.install(seat.host, seat.log)
    return show(seat, seat.begin)
