"""The papers of a visit on the resident's screen: one at a time, as it stands at this moment."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QResizeEvent

from kiosk.ui.resident.bodies import Body
from kiosk.ui.tokens import Level
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.flow_layout import flow
from kiosk.ui.widgets.panels import pressed
from kiosk.ui.widgets.paper_canvas import PaperCanvas

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk.flow.desks.resident import Paper
    from kiosk.ui.kit import Kit

_AIR = 48  # dp beside the page, for what scrolls


class Shelf(Body):
    """A paper as wide as the screen, its name above; `clerk` is the kit whose words the canvas itself needs."""

    def __init__(
        self, kit: Kit, clerk: Kit, paper: Paper, *, onward: Callable[[], None], over: Callable[[], None]
    ) -> None:
        super().__init__(kit)
        self.say(paper.title, level=Level.HEAD, bold=True)
        self.canvas = PaperCanvas(clerk)
        self.canvas.setAccessibleName(paper.title)
        self.canvas.explain = lambda _box: ""
        self.canvas.show_sheets(kit.paper.sheets(paper.form))
        self.inside.addWidget(self.canvas)
        ways = (("resident-paper-next", onward), ("resident-papers-close", over))
        self.buttons = [Button(kit, kit.words(key)) for key, _ in ways]
        for button, (_, act) in zip(self.buttons, ways, strict=True):
            pressed(button, partial(act))
        self.foot.addWidget(flow(*self.buttons, gap=kit.look.dp(12)))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """The page follows the width."""
        super().resizeEvent(event)
        self.canvas.zoom(max(self.width() - self.kit.look.dp(_AIR), 100) / self.canvas.width_mm)
