"""What a test may leave behind by mistake: threads, running timers and windows."""

import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

PATIENCE = 10.0
"""Seconds in which a thread that was told to end must have ended."""


@dataclass(frozen=True)
class Standing:
    """Threads, and what Qt holds (nothing while Qt has no application)."""

    threads: frozenset[threading.Thread]
    qt: frozenset[Any]


def standing() -> Standing:
    """What there is now."""
    return Standing(threads=frozenset(threading.enumerate()), qt=frozenset(_windows_and_timers()))


def end_of(before: Standing) -> list[str]:
    """Take away what is new since then and tell it in words."""
    names = []
    for thread in set(threading.enumerate()) - before.threads:
        thread.join(PATIENCE)
        names += [f"thread {thread.name}"] if thread.is_alive() else []
    _throw_away()
    for made in set(_windows_and_timers()) - before.qt:
        if not of_a_single_shot(made):
            names.append(f"{type(made).__name__} {made.objectName()}".strip())
        _delete(made)
    return names


def _windows_and_timers() -> Iterator[Any]:
    if "PySide6.QtCore" not in sys.modules:
        return
    from PySide6.QtCore import QCoreApplication

    app = QCoreApplication.instance()
    if app is None:
        return
    if hasattr(app, "topLevelWidgets"):
        yield from (window for window in app.topLevelWidgets() if window.parent() is None)
    yield from running_timers()


def running_timers() -> Iterator[Any]:
    """Every timer that will still go off."""
    import shiboken6
    from PySide6.QtCore import QTimer

    return (made for made in shiboken6.getAllValidWrappers() if isinstance(made, QTimer) and made.isActive())


def of_a_single_shot(made: Any) -> bool:
    """What PySide makes for `QTimer.singleShot`: it belongs to nobody, and does nothing once its widget is gone."""
    return hasattr(made, "isSingleShot") and made.isSingleShot() and made.parent() is None


def _throw_away() -> None:
    """Do what the event loop would do next with everything that was given up for deletion."""
    if "PySide6.QtCore" in sys.modules:
        from PySide6.QtCore import QCoreApplication, QEvent

        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def _delete(made: Any) -> None:
    import shiboken6

    if shiboken6.isValid(made):
        shiboken6.delete(made)
