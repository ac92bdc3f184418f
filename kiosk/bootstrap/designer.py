"""Opens the designer's window on a folder of forms; what counters use is looked at, and never written."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from kiosk.bootstrap.cards import CounterReader, PracticeDrawer
from kiosk.bootstrap.counter import CounterGlyphs, CounterPaper
from kiosk.bootstrap.designing_desk import FormDesk
from kiosk.bootstrap.display import check_display
from kiosk.bootstrap.draft_hold import Hold, hold
from kiosk.bootstrap.gating_desk import GateDesk
from kiosk.bootstrap.late import LateDesk
from kiosk.bootstrap.log import LocalLog
from kiosk.bootstrap.office import CounterOffice
from kiosk.bootstrap.program import Program
from kiosk.bootstrap.tables_desk import TablesDesk
from kiosk.designing.releasing.draft import Workshop
from kiosk.ui.app import make_app
from kiosk.ui.designer.kit import DesignKit
from kiosk.ui.designer.window import DesignerWindow
from kiosk.ui.jobs import Jobs
from kiosk.ui.theme import Look
from kiosk.ui.widgets.message import Mood

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from types import TracebackType

    from PySide6.QtWidgets import QApplication


@dataclass
class DesignerSeat:
    """The window with everything behind it; keep it as long as the window lives."""

    program: Program
    app: QApplication
    desk: FormDesk
    window: DesignerWindow
    jobs: Jobs
    held: Hold = field(default_factory=Hold)

    def close(self) -> None:
        """Take the window down."""
        self.held.release()
        self.window.deleteLater()
        self.jobs.close()
        self.program.close()


def show_designer(program: Program, draft: str, *, by: str) -> Callable[[], None]:
    """Make and show the window on a draft; returns how to close it."""
    seat = seat_of(program, draft, by=by)
    seat.window.setGeometry(seat.window.screen().availableGeometry())
    seat.window.showMaximized()
    seat.window.begin()
    tell_other(seat)
    log = LocalLog(program.place.home / "logs", program.clock)
    _tell_defects(seat, log)

    def close() -> None:
        sys.excepthook = sys.__excepthook__
        seat.close()
        program.close()
        log.close()

    return close


def _tell_defects(seat: DesignerSeat, log: LocalLog) -> None:
    """What nobody caught stands in the log and on the window; what was not saved stays."""

    def uncaught(_kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
        if isinstance(error, KeyboardInterrupt):
            sys.exit(130)
        log.defect(error)
        seat.window.say(seat.program.words("designer-defect"))

    sys.excepthook = uncaught


def seat_of(program: Program, draft: str, *, by: str) -> DesignerSeat:
    """The window on a draft of a place, for a member of staff."""
    forms = Workshop(program.place.workshop).forms(draft)
    on_draft = Program(replace(program.place, forms=forms), program.clock, practice=True)
    seat = build_designer(on_draft, live=program.place.forms, gate=GateDesk(program, draft, by))
    folder = Workshop(program.place.workshop).folder / draft
    seat.held = hold(folder, by=by, at=program.clock.now())
    seat.window.setWindowTitle(program.words("designer-window-of", name=draft))
    return seat


def tell_other(seat: DesignerSeat) -> None:
    """Whoever opens what a colleague has open is told by whom and since when."""
    if seat.held.other:
        seat.window.say(seat.program.words("designer-held", who=seat.held.other), Mood.WARNING)


def build_designer(program: Program, *, live: Path, gate: GateDesk | None = None) -> DesignerSeat:
    """Make the window; raises SiteError without a display or fonts. See FormDesk for `live`."""
    check_display(os.environ)
    app = make_app(program.place.assets)
    look, jobs, glyphs, reader = Look(), Jobs(name="designer"), CounterGlyphs(program), CounterReader(program)
    edited = gate.edited if gate is not None else lambda: None
    desk, seat = FormDesk(program, live=live, edited=edited), LateDesk(program)
    kit = DesignKit(
        words=program.words,
        look=look,
        glyphs=glyphs,
        paper=CounterPaper(program, glyphs, seat),
        cards=reader,
        drawer=PracticeDrawer(program, reader),
        office=CounterOffice(program, seat),
        jobs=jobs,
        events=(),
        designing=desk,
        tabling=TablesDesk(program, desk, edited=edited),
        gating=gate,
    )
    look.apply()
    return DesignerSeat(program, app, desk, DesignerWindow(kit), jobs)
