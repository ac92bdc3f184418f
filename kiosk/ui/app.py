"""Starting Qt safely: a screen must be there, the bundled fonts are loaded, nothing else is touched."""

import os
from collections.abc import Mapping
from pathlib import Path

from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication

from kiosk.model.errors import SiteError

_WINDOWLESS = {"offscreen", "minimal", "vnc"}


def check_display(environ: Mapping[str, str], *, platform: str) -> None:
    """Raise SiteError when Qt would abort: on Linux it needs a display or a platform without one."""
    asked = environ.get("QT_QPA_PLATFORM", "").split(":", maxsplit=1)[0]
    if not platform.startswith("linux") or asked in _WINDOWLESS:
        return
    if environ.get("DISPLAY") or environ.get("WAYLAND_DISPLAY"):
        return
    raise SiteError(
        "UI-01",
        what="画面（ディスプレイ）が見つかりません。",
        mend="端末の画面にログインしてから起動してください。画面のない機械では QT_QPA_PLATFORM=offscreen を付けます。",
    )


def make_app(assets: Path, *, platform: str, environ: Mapping[str, str] = os.environ) -> QApplication:
    """The application with BIZ UDPGothic loaded; raises SiteError without a display or without the fonts."""
    check_display(environ, platform=platform)
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
