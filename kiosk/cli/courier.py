"""`kiosk courier`: the courier in a process of its own, as a service of the machine."""

import signal
import sys
import threading

from kiosk.bootstrap.courier import CourierService, Weight
from kiosk.cli.opened import opened
from kiosk.cli.output import say_error

_alone = threading.Lock()


def courier() -> None:
    """Deliver until somebody stops it. Exit code 0 also when the settings have changed: a service begins anew then."""
    with opened() as program:
        service = CourierService(program, _say)
        for ending in (signal.SIGINT, signal.SIGTERM):
            signal.signal(ending, lambda *_: service.stop())
        service.run()
        _say(Weight.INFO, "送付を終わりました。")


def _say(weight: Weight, text: str) -> None:
    """A line on standard error; for the journal with its weight before it."""
    with _alone:
        say_error(text if sys.stderr.isatty() else f"<{weight.value}>{text}")
