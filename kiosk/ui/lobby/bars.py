"""The two bars of the terminal, always in the same place: how it is shown, and the way back and on."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.ui.lobby.boards.grid import pressed_with
from kiosk.ui.lobby.boards.key import Key, Tone
from kiosk.ui.lobby.boards.tray import Slot, beside
from kiosk.ui.lobby.kit import LobbyKit
from kiosk.ui.tokens import TOUCH, TOUCH_PRIMARY
from kiosk.ui.widgets.panels import column


class Forward(Key):
    """次へ: the one strong key of a page."""

    def __init__(self, kit: LobbyKit) -> None:
        super().__init__(kit, "", tone=Tone.ACT)

    def _colours(self) -> tuple[QColor, QColor]:
        colour = self._kit.look.colour
        return colour("pressed" if self.isDown() else "primary"), colour("on_primary")


class Bar(QWidget):
    """Keys beside one another at one height."""

    def __init__(self, kit: LobbyKit, *, tall: int) -> None:
        super().__init__()
        self.kit, self._tall = kit, tall
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def fill(self, *slots: Slot) -> None:
        """What stands on it."""
        self.tray = beside(self.kit, *slots)
        self.setLayout(column(self.tray, gap=0))

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As high as its keys."""
        return QSize(self.kit.look.dp(640), self.kit.look.dp(self._tall))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Never lower."""
        return QSize(self.kit.look.dp(320), self.kit.look.dp(self._tall))


class ToolBar(Bar):
    """Language, how it is shown, reading aloud, hiding, ending."""

    language = Signal()
    settings = Signal()
    aloud = Signal()
    hide_page = Signal()
    ended = Signal()

    def __init__(self, kit: LobbyKit) -> None:
        super().__init__(kit, tall=TOUCH)
        words = kit.words
        self.keys = {
            "language": pressed_with(Key(kit, words("lobby-tool-language"), tone=Tone.ACT), self.language.emit),
            "settings": pressed_with(Key(kit, words("lobby-tool-settings"), tone=Tone.ACT), self.settings.emit),
            "aloud": pressed_with(Key(kit, words("lobby-tool-aloud"), tone=Tone.ACT), self.aloud.emit),
            "hide": pressed_with(Key(kit, words("lobby-tool-hide"), tone=Tone.ACT), self.hide_page.emit),
            "end": pressed_with(Key(kit, words("lobby-tool-end"), tone=Tone.ACT), self.ended.emit),
        }
        self.fill(*(Slot(key, 1, 56, 280) for key in self.keys.values()))

    def show_keys(self, *, aloud: bool, begun: bool) -> None:
        """Reading aloud where a voice is installed; ending where something has begun."""
        self.keys["aloud"].setVisible(aloud)
        self.keys["hide"].setVisible(begun)
        self.keys["end"].setVisible(begun)
        self.tray.arrange()

    def groups(self) -> list[list[QWidget]]:
        """One row."""
        return [[key for key in self.keys.values() if not key.isHidden()]]


class WayBar(Bar):
    """戻る at the left, a person and わからない in the middle, 次へ at the right: never anywhere else."""

    back = Signal()
    staff = Signal()
    unsure = Signal()
    onward = Signal()

    def __init__(self, kit: LobbyKit) -> None:
        super().__init__(kit, tall=TOUCH_PRIMARY)
        words = kit.words
        self.back_key = pressed_with(Key(kit, words("lobby-back"), tone=Tone.ACT), self.back.emit)
        self.staff_key = pressed_with(Key(kit, words("lobby-staff"), tone=Tone.ACT), self.staff.emit)
        self.unsure_key = pressed_with(Key(kit, "", tone=Tone.ACT), self.unsure.emit)
        self.onward_key = pressed_with(Forward(kit), self.onward.emit)
        self.fill(Slot(self.back_key, 2), Slot(self.staff_key, 3), Slot(self.unsure_key, 3), Slot(self.onward_key, 4))

    def show_keys(self, *, back: bool, staff: bool, unsure: str, onward: str) -> None:
        """What there is on this page; "" for a way that there is not."""
        self.back_key.setVisible(back)
        self.staff_key.setVisible(staff)
        for key, text in ((self.unsure_key, unsure), (self.onward_key, onward)):
            key.set_text(text)
            key.setVisible(bool(text))
        self.tray.arrange()

    def groups(self) -> list[list[QWidget]]:
        """One row."""
        keys = (self.back_key, self.staff_key, self.unsure_key, self.onward_key)
        return [[key for key in keys if not key.isHidden()]]
