"""The look of the terminal: targets for fingers, larger text, and the letters of seven languages."""

from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase

from kiosk.model.languages import EASY, JAPANESE
from kiosk.ui.theme import FAMILY, Look
from kiosk.ui.tokens import TOUCH, TOUCH_PRIMARY, Level, TextSize, Theme
from kiosk.ui.widgets.ruby import RubyLettering

_FILES = ("NotoSansJP-Regular.otf", "NotoSansSC-GB2312.ttf", "NotoSansKR-Hangul.ttf")
_LATIN, _CHINESE, _KOREAN = "Noto Sans JP", "Noto Sans SC", "Noto Sans KR"
_FIRST = {"zh": (_CHINESE, FAMILY), "ko": (_KOREAN, FAMILY), "ja": (FAMILY,), EASY: (FAMILY,)}


class LobbyLook(Look):
    """As `Look`, with a language: each is written in the letters of its own country, 直 in Japanese and in Chinese."""

    control, primary = TOUCH, TOUCH_PRIMARY

    def __init__(self, *, ppi: float = 96.0) -> None:
        super().__init__(ppi=ppi)
        self.language = JAPANESE
        self.reset()

    def reset(self) -> None:
        """As the next resident finds it; nobody is told."""
        self.theme, self.size = Theme.STANDARD, TextSize.NORMAL
        self.speak(JAPANESE)

    @property
    def altered(self) -> bool:
        """Whether somebody has set anything."""
        return (self.theme, self.size, self.language) != (Theme.STANDARD, TextSize.NORMAL, JAPANESE)

    def speak(self, language: str) -> None:
        """The letters of another language, before anything is drawn in it."""
        self.language = language
        self.lettering = RubyLettering if language == EASY else None
        self.kept.clear()

    def font(self, level: Level, *, bold: bool = False) -> QFont:
        """The font at a level; a letter that it lacks comes from the others."""
        font = super().font(level, bold=bold)
        first = _FIRST.get(self.language, (_LATIN, FAMILY))
        font.setFamilies([*first, *(name for name in (_LATIN, _CHINESE, _KOREAN) if name not in first)])
        return font


def load_languages(fonts: Path) -> None:
    """Load the fonts of the other languages; one that is missing is left to the fonts of the system."""
    for name in _FILES:
        QFontDatabase.addApplicationFont(str(fonts / name))
