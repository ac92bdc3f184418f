"""Whether a window can open here, in words: Qt itself would only abort.

What can be seen beforehand is asked before Qt is loaded (a screen, its system libraries); what only shows when Qt
connects, such as a display that does not answer, is told in the moment before the abort.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from kiosk.bootstrap.trouble import NOT_READY, tell
from kiosk.model.errors import SiteError
from kiosk.setup.libraries import WINDOWLESS, apt_line, asked_platforms, has_screen, missing_for_window, quick_loads

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtCore import QCoreApplication, QtMsgType


def has_display(environ: Mapping[str, str], *, platform: str = sys.platform) -> bool:
    """Whether there is a screen, or a platform of Qt that needs none; only Linux can be without."""
    return (
        not platform.startswith("linux") or has_screen(environ) or not WINDOWLESS.isdisjoint(asked_platforms(environ))
    )


def check_display(
    environ: Mapping[str, str], *, platform: str = sys.platform, loads: Callable[[str], bool] | None = None
) -> None:
    """Raise SiteError when Qt would abort: UI-01 without a screen, UI-03 when a system library of it is missing."""
    if not has_display(environ, platform=platform):
        raise SiteError(
            "UI-01",
            what="画面（ディスプレイ）が見つかりません。",
            mend="端末の画面にログインしてから起動してください。"
            "画面のない機械では QT_QPA_PLATFORM=offscreen を付けます。",
        )
    if not platform.startswith("linux"):
        return
    if packages := missing_for_window(environ, loads or quick_loads()):
        raise SiteError(
            "UI-03",
            what="画面を出すための部品（システムのライブラリー）が足りません。",
            mend=f"次の1行を実行してから、もう一度起動してください。\n  {apt_line(packages)}\n",
        )


def connect() -> QCoreApplication:
    """Qt's application object; where Qt cannot reach the screen the program says so (UI-04) and ends with 3."""
    import kiosk.ui.plain_imports  # noqa: F401, I001 - before anything else of Qt
    from PySide6.QtCore import qInstallMessageHandler
    from PySide6.QtWidgets import QApplication

    before = qInstallMessageHandler(_last_words)
    try:
        return QApplication.instance() or QApplication([])
    finally:
        qInstallMessageHandler(before)


def _last_words(kind: QtMsgType, _context: object, text: str) -> None:
    """What Qt says while it connects; after a fatal message it would abort."""
    from PySide6.QtCore import QtMsgType

    sys.stderr.write(text + "\n")
    if kind == QtMsgType.QtFatalMsg:
        tell(
            SiteError(
                "UI-04",
                what="画面（ディスプレイ）につながりません。",
                mend="端末の画面にログインした人として起動してください。続くときはシステム担当へ連絡してください。",
            )
        )
        os._exit(NOT_READY)
