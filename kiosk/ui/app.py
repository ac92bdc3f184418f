"""Starting Qt: the bundled fonts are loaded, nothing else is touched; whether a window can open was asked before."""

from pathlib import Path

from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication

from kiosk.model.errors import SiteError


def make_app(assets: Path) -> QApplication:
    """The application with BIZ UDPGothic loaded; raises SiteError without the fonts."""
    existing = QApplication.instance()
    app = existing if isinstance(existing, QApplication) else QApplication([])
    app.setStyle("fusion")
    app.setApplicationName("kiosk")
    load_fonts(assets / "fonts")
    return app


def load_fonts(folder: Path) -> None:
    """Load the screen fonts from the folder; raises SiteError when one is missing."""
    for name in ("BIZUDPGothic-Regular.ttf", "BIZUDPGothic-Bold.ttf"):
        if QFontDatabase.addApplicationFont(str(folder / name)) < 0:
            raise SiteError(
                "UI-02", what=f"画面の文字（{name}）を読み込めません。", mend="assets/fonts を戻してください。"
            )
