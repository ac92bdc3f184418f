"""The bundle that the widgets of a desk are given, made of a program's own parts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.bootstrap.cards import CounterReader, PracticeDrawer
from kiosk.bootstrap.counter import CounterGlyphs, CounterPaper
from kiosk.bootstrap.office import CounterOffice
from kiosk.ui.jobs import Jobs
from kiosk.ui.kit import Kit
from kiosk.ui.theme import Look

if TYPE_CHECKING:
    from kiosk.bootstrap.late import LateDesk
    from kiosk.bootstrap.program import Program
    from kiosk.flow.pages import Choice
    from kiosk.ui.opposite import Opposite
    from kiosk.ui.trainer import Trainer


def desk_kit(
    program: Program,
    desk: LateDesk,
    *,
    events: tuple[Choice, ...] = (),
    trainer: Trainer | None = None,
    opposite: Opposite | None = None,
) -> Kit:
    """Words, look and ports of a desk (kiosk.ui.kit); its look counts from now on."""
    look, glyphs, reader = Look(), CounterGlyphs(program), CounterReader(program)
    look.apply()
    return Kit(
        words=program.words,
        look=look,
        glyphs=glyphs,
        paper=CounterPaper(program, glyphs, desk),
        cards=reader,
        drawer=PracticeDrawer(program, reader),
        office=CounterOffice(program, desk),
        jobs=Jobs(),
        events=events,
        trainer=trainer,
        opposite=opposite,
    )
