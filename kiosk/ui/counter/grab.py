"""Pictures of the window in every state, for looking at and for the demo."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QDeadlineTimer, QEventLoop

from kiosk.flow.clock import wait
from kiosk.flow.pages import CounterPage
from kiosk.ui.counter.window import CounterWindow

_STILL_MS = 120  # focus guide and question list look a second time after 40 and 50 ms


def settle(window: CounterWindow) -> None:
    """Show the window, give it the keyboard and wait until layouts, scrolling and the focus ring stand still."""
    window.show()
    window.activateWindow()
    ended = QDeadlineTimer(_STILL_MS)
    while not ended.hasExpired():
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        wait(0.005)


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
