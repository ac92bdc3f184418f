"""画面: the window that has the keyboard, its title, and what stands in its fields, by xdotool and xsel (X11)."""

import shutil
import subprocess
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Protocol

from kiosk.flow.clock import wait

_SECONDS = 15
_RESTS = (0.05, 0.3, 1.0, 3.0)
"""Seconds in which a window takes what it is given, try by try."""

_ANSWER, _STEP = 3.0, 0.05
"""Seconds for which a field is waited for to say what stands in it, and between two looks."""


class Screen(Protocol):
    """What a robot sees and does. Each raises ScreenAwayError where the screen cannot be asked."""

    def title(self) -> str:
        """The title of the window that has the keyboard; empty where none has."""
        ...

    def write(self, text: str, *, front: str) -> bool:
        """Make a text all that stands in a field of the window of this title; whether it was read back there."""
        ...

    def press(self, key: str) -> None:
        """Press a key, by its X11 name."""
        ...

    def copied(self) -> str:
        """What lies in the clipboard, which is empty afterwards."""
        ...


class ScreenAwayError(Exception):
    """No X server, no xdotool or xsel, or one that does not answer."""


@dataclass(frozen=True)
class XScreen:
    """The screen that DISPLAY names. `pause` rests for seconds."""

    pause: Callable[[float], None] = wait

    def title(self) -> str:
        """See Screen."""
        asked = _ask("xdotool", "getwindowfocus", "getwindowname")
        return asked.stdout.decode(errors="replace").removesuffix("\n") if asked.returncode == 0 else ""

    def write(self, text: str, *, front: str) -> bool:
        """See Screen. The clipboard is empty afterwards."""
        try:
            for rest in _RESTS:
                if self.title() != front:
                    return False
                self._put(text, rest=rest)
                if self._copied(text) == text:
                    return True
        finally:
            with suppress(ScreenAwayError):
                self.clear()
        return False

    def press(self, key: str) -> None:
        """See Screen."""
        _do("xdotool", "key", "--clearmodifiers", "--", key)

    def copied(self) -> str:
        """See Screen."""
        said, left = "", _ANSWER
        while not said and left > 0:
            self.pause(_STEP)
            left -= _STEP
            said = _ask("xsel", "--clipboard", "--output").stdout.decode(errors="replace")
        self.clear()
        return said

    def clear(self) -> None:
        """Let nothing lie in the clipboard."""
        _do("xsel", "--clipboard", "--clear")

    def _put(self, text: str, *, rest: float) -> None:
        self.press("ctrl+a")
        if text:
            _do("xsel", "--clipboard", "--input", content=text)
        self.press("ctrl+v" if text else "BackSpace")
        self.pause(rest)

    def _copied(self, expected: str) -> str:
        """What the field itself says: our own copy is gone before it is asked for its own."""
        self.clear()
        self.press("ctrl+a")
        self.press("ctrl+c")
        said, left = "", _ANSWER if expected else _RESTS[1]
        while not said and left > 0:
            self.pause(_STEP)
            left -= _STEP
            said = _ask("xsel", "--clipboard", "--output").stdout.decode(errors="replace")
        return said


def _do(*words: str, content: str = "") -> None:
    if _ask(*words, content=content).returncode:
        raise ScreenAwayError


def _ask(tool: str, *words: str, content: str = "") -> subprocess.CompletedProcess[bytes]:
    command = shutil.which(tool)
    if command is None:
        raise ScreenAwayError
    try:
        return subprocess.run(  # noqa: S603 - fixed words and keys of the settings, no shell
            [command, *words],
            input=content.encode(),
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=_SECONDS,
            check=False,
        )
    except (subprocess.TimeoutExpired, OSError) as error:
        raise ScreenAwayError from error
