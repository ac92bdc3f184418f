"""Whatever nobody caught - in a slot, on a thread, in a finaliser, inside Qt - reaches the log and a person."""

from __future__ import annotations

import sys
import threading
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

from kiosk.bootstrap.log import LocalLog
from kiosk.ui.host import Host


def install(host: Host, log: LocalLog) -> None:
    """Hook everything that Python and Qt offer; errors of other threads are handed to the window's."""

    def uncaught(_kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
        if isinstance(error, KeyboardInterrupt):
            sys.exit(130)
        host.stumbled.emit(error)

    def on_thread(args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            host.stumbled.emit(args.exc_value)

    def unraisable(args: sys.UnraisableHookArgs) -> None:
        if args.exc_value is not None:
            log.defect(args.exc_value)

    def of_qt(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        log.qt(kind.name, f"{context.category}", message)

    sys.excepthook, threading.excepthook, sys.unraisablehook = uncaught, on_thread, unraisable
    qInstallMessageHandler(of_qt)


def remove() -> None:
    """Give Python and Qt their own hooks back."""
    sys.excepthook, threading.excepthook = sys.__excepthook__, threading.__excepthook__
    sys.unraisablehook = sys.__unraisablehook__
    qInstallMessageHandler(None)
