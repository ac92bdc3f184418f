"""Choosing another language in the middle of the way."""

from PySide6.QtCore import Signal

from kiosk.flow.lobby.pages import LobbyPage
from kiosk.ui.lobby.language_view import LanguageView


class TonguesView(LanguageView):
    """As the first page, but what was said stays: `chosen` carries the language."""

    chosen = Signal(str)

    def heading(self, page: LobbyPage) -> str:  # noqa: ARG002 - the same on every page
        """As on the first page."""
        return self.kit.words("lobby-language-title")

    def hint(self, page: LobbyPage) -> str:  # noqa: ARG002 - the same on every page
        """Nothing is lost."""
        return self.kit.words("lobby-language-stays")

    def _begin(self, language: str) -> None:
        self.chosen.emit(language)
