"""Starts a counter window: a first frame at once, everything else behind it."""

import os
import re
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kiosk.bootstrap.program import Program
    from kiosk.flow.actions import Action

_WORDS = Path(__file__).resolve().parents[2] / "assets" / "words" / "ja.ftl"
_WINDOWLESS = {"offscreen", "minimal", "vnc"}

Prepare = Callable[[], "tuple[Program, tuple[Action, ...]]"]


def has_display(environ: Mapping[str, str] = os.environ) -> bool:
    """Whether Qt can open a window here; without one it would abort."""
    platform = environ.get("QT_QPA_PLATFORM", "").partition(":")[0]
    shown = environ.get("DISPLAY") or environ.get("WAYLAND_DISPLAY")
    return not sys.platform.startswith("linux") or bool(shown) or platform in _WINDOWLESS


def counter(prepare: Prepare | None = None) -> int:
    """Open the counter; `prepare` gives the program and what is done beforehand. Exit code of the program.

    A place that is not ready is told on standard error and ends with 3.
    """
    if not has_display():
        return _not_ready()

    def build() -> Callable[[], None]:
        from kiosk.bootstrap.window import show_counter

        program, ready = (prepare or _standard)()
        return show_counter(program, ready=ready)

    from kiosk.bootstrap.trouble import told

    return told(lambda: first_frame(build))


def first_frame(build: Callable[[], Callable[[], None]]) -> int:
    """Show the opening at once, then let `build` make the window behind it; see kiosk.ui.opening."""
    from kiosk.ui.opening import open_first

    return open_first(_words("window-title"), _words("starting"), build)


def _standard() -> "tuple[Program, tuple[Action, ...]]":
    from kiosk.bootstrap.place import Place
    from kiosk.bootstrap.program import Program
    from kiosk.flow.clock import SystemClock

    return Program(Place.standard(), SystemClock()), ()


def _words(key: str) -> str:
    """One sentence of the word file without the machinery that reads all of it."""
    found = re.search(rf"^{key} = (.+)$", _WORDS.read_text(encoding="utf-8"), re.MULTILINE)
    return found[1] if found else ""


def _not_ready() -> int:
    from kiosk.bootstrap.trouble import told
    from kiosk.ui.app import check_display

    def refuse() -> int:
        check_display(os.environ, platform=sys.platform)
        return 0

    return told(refuse)
