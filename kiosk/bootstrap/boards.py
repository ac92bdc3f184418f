"""The boards of the terminal at a counter, for who has no keyboard there: their words, and how kanji are written."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kiosk.bootstrap.program import Program
    from kiosk.ui.kit import Kit
    from kiosk.ui.lobby.kit import BoardKit


def counter_boards(program: Program, kit: Kit) -> BoardKit:
    """What the boards are given; read when they are first wanted. Raises SiteError where their words are wrong."""
    from kiosk.bootstrap.lobby import ROOM
    from kiosk.bootstrap.spoken import spoken
    from kiosk.ui.lobby.kit import BoardKit

    return BoardKit(
        words=spoken(program.place, room=ROOM).words,
        look=kit.look,
        glyphs=kit.glyphs,
        paper=kit.paper,
        cards=kit.cards,
        drawer=kit.drawer,
        office=kit.office,
        jobs=kit.jobs,
        events=(),
        readings=program.readings,
    )
