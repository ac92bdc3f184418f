"""Opens the designer's window on a folder of forms; what counters use is looked at, and never written."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kiosk.bootstrap.cards import CounterReader, PracticeDrawer
from kiosk.bootstrap.conditions import SaidConditions
from kiosk.bootstrap.counter import CounterGlyphs, CounterPaper
from kiosk.bootstrap.designing_desk import FormDesk
from kiosk.bootstrap.display import check_display
from kiosk.bootstrap.draft_hold import hold
from kiosk.bootstrap.gating_desk import GateDesk
from kiosk.bootstrap.holding_desk import HoldDesk
from kiosk.bootstrap.late import LateDesk
from kiosk.bootstrap.log import LocalLog
from kiosk.bootstrap.office import CounterOffice
from kiosk.bootstrap.program import Program
from kiosk.bootstrap.shelf_desk import ShelfDesk
from kiosk.bootstrap.tables_desk import TablesDesk
from kiosk.designing.releasing.draft import Workshop
from kiosk.ui.app import make_app
from kiosk.ui.designer.kit import DesignKit
from kiosk.ui.designer.window import DesignerWindow
from kiosk.ui.jobs import Jobs
from kiosk.ui.theme import Look

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
    held: HoldDesk | None = None

    def let_go(self) -> None:
        """Others may work in the draft."""
        if self.held is not None:
            self.held.hold.release()

    def close(self) -> None:
        """Take the window down."""
        self.let_go()
        self.window.deleteLater()
        self.jobs.close()
        self.program.close()


def show_designer(program: Program, draft: str, *, by: str) -> Callable[[], None]:
    """Make and show the window on a draft; returns how to close it."""
    seat = seat_of(program, draft, by=by)
    seat.window.setGeometry(seat.window.screen().availableGeometry())
    seat.window.showMaximized()
    seat.window.begin()
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
    folder = Workshop(program.place.workshop).folder / draft
    held = HoldDesk(program, draft, by, hold(folder, by=by, at=program.clock.now()))
    seat = build_designer(on_draft, live=program.place.forms, gate=GateDesk(program, draft, by), held=held)
    seat.window.setWindowTitle(program.words("designer-window-of", name=draft))
    return seat


def build_designer(
    program: Program, *, live: Path, gate: GateDesk | None = None, held: HoldDesk | None = None
) -> DesignerSeat:
    """Make the window; raises SiteError without a display or fonts. See FormDesk for `live`."""
    check_display(os.environ)
    app = make_app(program.place.assets)
    look, jobs, glyphs, reader = Look(), Jobs(name="designer"), CounterGlyphs(program), CounterReader(program)
    edited = _edited(gate, held)
    desk, seat = FormDesk(program, live=live, edited=edited, may=lambda: held is None or held.works), LateDesk(program)
    tables = TablesDesk(program, desk, edited=edited)
    if held is not None:
        held.unsaved = lambda: {**tables.unsaved_texts(), **desk.unsaved_files()}
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
        tabling=tables,
        conditions=SaidConditions(desk),
        gating=gate,
        holding=held,
        shelving=ShelfDesk(gate.program) if gate is not None else None,
    )
    look.apply()
    return DesignerSeat(program, app, desk, DesignerWindow(kit), jobs, held)


def _edited(gate: GateDesk | None, held: HoldDesk | None) -> Callable[[], None]:
    """What is asked and noted before anything is written."""

    def edited() -> None:
        if held is not None:
            held.guard()
        if gate is not None:
            gate.edited()

    return edited
