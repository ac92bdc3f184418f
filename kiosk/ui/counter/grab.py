"""Pictures of the window in every state, for looking at and for the demo."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent

from kiosk.flow.pages import CounterPage
from kiosk.ui.counter.window import CounterWindow


def settle(window: CounterWindow) -> None:
    """Show the window if nobody has, and let layouts that are due happen, without running the event loop."""
    window.show()
    window.activateWindow()
    window.ensurePolished()
    for _ in range(4):
        for kind in (QEvent.Type.Polish, QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            QCoreApplication.sendPostedEvents(None, kind.value)


def grab(window: CounterWindow, path: Path) -> None:
    """Write what the window shows as PNG."""
    settle(window)
    window.grab().save(str(path))


def grab_states(window: CounterWindow, folder: Path, pages: Mapping[str, CounterPage]) -> list[Path]:
    """Show each page and write <folder>/<name>.png; gives the paths. The window's size, theme and text size stay."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for name, page in pages.items():
        window.present(page)
        paths.append(folder / f"{name}.png")
        grab(window, paths[-1])
    return paths
