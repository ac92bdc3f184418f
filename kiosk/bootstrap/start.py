"""Starts a desk's window: a first frame at once, everything else behind it."""

import gc
import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kiosk.bootstrap.program import Program
    from kiosk.flow.actions import Action

_WORDS = Path(__file__).resolve().parents[2] / "assets" / "words" / "ja.ftl"

Prepare = Callable[[], "tuple[Program, tuple[Action, ...]]"]


def counter(prepare: Prepare | None = None) -> int:
    """Open the counter; `prepare` gives the program and what is done beforehand. Exit code of the program.

    A place that is not ready is told on standard error and ends with 3.
    """

    def show(program: "Program", ready: "tuple[Action, ...]") -> Callable[[], None]:
        from kiosk.bootstrap.window import show_counter

        return show_counter(program, ready=ready, staffed=not program.practice)

    return _open(prepare or _standard, show)


def lobby(prepare: Prepare | None = None) -> int:
    """Open the terminal of the lobby; as `counter`."""

    def show(program: "Program", ready: "tuple[Action, ...]") -> Callable[[], None]:
        from kiosk.bootstrap.lobby_showing import show_lobby

        return show_lobby(program, ready=ready)

    return _open(prepare or _standard, show)


def office() -> int:
    """Open the office's window; as `counter`."""

    def show(program: "Program", _ready: "tuple[Action, ...]") -> Callable[[], None]:
        from kiosk.bootstrap.office_window import show_office

        return show_office(program)

    return _open(_standard, show)


def designer(draft: str, by: str) -> int:
    """Open the designer's window on a draft, for a member of staff; as `counter`."""

    def show(program: "Program", _ready: "tuple[Action, ...]") -> Callable[[], None]:
        from kiosk.bootstrap.designer import show_designer

        return show_designer(program, draft, by=by)

    return _open(_standard, show)


def _open(prepare: Prepare, show: "Callable[[Program, tuple[Action, ...]], Callable[[], None]]") -> int:
    def build() -> Callable[[], None]:
        return show(*prepare())

    def quietly() -> Callable[[], None]:
        """Nothing is garbage yet, and looking for it takes a tenth of the time until the window stands."""
        gc.disable()
        try:
            return build()
        finally:
            gc.enable()

    def open_it() -> int:
        check_display(os.environ)
        return first_frame(quietly)

    from kiosk.bootstrap.display import check_display
    from kiosk.bootstrap.trouble import told

    return told(open_it)


def first_frame(build: Callable[[], Callable[[], None]]) -> int:
    """Show the opening at once, then let `build` make the window behind it; see kiosk.ui.opening."""
    from kiosk.bootstrap.display import connect
    from kiosk.ui.opening import open_first

    _ = connect()
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
