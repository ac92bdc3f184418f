"""The top of the office's window: its pages, text size and colours, who is here."""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from kiosk.ui.kit import Kit
from kiosk.ui.tokens import Level
from kiosk.ui.widgets.button import Button, IconButton, Rank
from kiosk.ui.widgets.chip import ChipButton, Tone
from kiosk.ui.widgets.flow_layout import flow
from kiosk.ui.widgets.icons import Icon
from kiosk.ui.widgets.look_buttons import LookButtons
from kiosk.ui.widgets.panels import Ground, pressed, row

if TYPE_CHECKING:
    from kiosk.model.staff import Staff


class OfficePage(enum.Enum):
    """The pages in their order: what has not left, both sides, the day."""

    SENDING = "sending"
    COMPARE = "compare"
    DAY = "day"


class OfficeHeader(Ground):
    """`went` carries the page that is wanted; `asked_lock` and `asked_hide` are for the door."""

    went = Signal(object)
    asked_lock = Signal()
    asked_hide = Signal()

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit, role="page", edge="bottom")
        self._kit = kit
        words = kit.words
        self.pages = {
            page: Button(kit, words(f"office-page-{page.value}"), rank=Rank.NAV, level=Level.CHROME)
            for page in OfficePage
        }
        self.person = ChipButton(kit, level=Level.CHROME)
        self.hide_button = IconButton(kit, words("staff-hide"), Icon.HIDE)
        self.hide_button.setVisible(False)
        for page, button in self.pages.items():
            button.setCheckable(True)
            pressed(button, lambda page=page: self.went.emit(page))  # type: ignore[misc]
        pressed(self.person, self.asked_lock.emit)
        pressed(self.hide_button, self.asked_hide.emit)
        gap, side = kit.look.dp(12), kit.look.dp(16)
        left = flow(*self.pages.values(), gap=kit.look.dp(4))
        right = LookButtons(kit, self.person, self.hide_button)
        line = row(left, right, gap=gap, margins=(side, kit.look.dp(8), side, kit.look.dp(8)))
        line.setStretch(1, 1)
        self.setLayout(line)

    def show_page(self, page: OfficePage) -> None:
        """Which one is open."""
        for each, button in self.pages.items():
            button.setChecked(each is page)
            key = "office-page-here" if each is page else "office-page-to"
            button.setAccessibleName(self._kit.words(key, name=button.text()))

    def show_person(self, person: Staff | None) -> None:
        """Who is at the desk, if anybody signs in here; pressing that locks it."""
        if person is None:
            return
        said = self._kit.words("staff-at-desk", number=person.number, name=person.name)
        self.person.set(said, tone=Tone.BLUE)
        self.person.setToolTip(self._kit.words("staff-lock"))

    def offer_hiding(self) -> None:
        """The screen can be hidden."""
        self.hide_button.setVisible(True)
