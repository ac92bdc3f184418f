"""What a terminal needs from outside beside what every desk needs, as Protocols; bootstrap gives the real ones."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from kiosk.model.writing import NameKind, Offer
    from kiosk.ui.printing import PrintState
    from kiosk.words import Words


class Readings(Protocol):
    """Kanji for kana, without a network; called on the UI thread, answers in a few milliseconds. Raises SiteError."""

    def offers(self, reading: str, *, kind: NameKind) -> Sequence[Offer]:
        """How a reading (kana without spaces) can be written: all of it, best first, then its beginning."""
        ...

    def letters(self, reading: str) -> Sequence[Offer]:
        """Single letters for the beginning of a reading, the longest first."""
        ...

    def shapes(self, letter: str) -> Sequence[str]:
        """Other shapes of one letter (邊, 邉 for 辺), also those with a selector."""
        ...


@dataclass(frozen=True)
class Way:
    """Where a resident goes with the slip, in the language of the visit; `minutes` at the counters, 0 where unknown."""

    place: str
    minutes: int = 0


class LobbyOffice(Protocol):
    """What a terminal asks of the office. Printing runs on the device thread, the rest on the UI thread."""

    def way(self) -> Way:
        """The first counter of the way through the building."""
        ...

    def modules(self, code: str) -> Sequence[bytes]:
        """The rows of a QR code, 1 for a black module; without its quiet zone."""
        ...

    def print_slip(self) -> PrintState:
        """Print the slip with its number and code, in Japanese and in the resident's language; raises SiteError."""
        ...

    def print_state(self) -> PrintState:
        """Ask the printer again about the slip."""
        ...


class Grade(enum.Enum):
    """How one thing of a terminal stands."""

    GOOD = "good"
    NOTE = "note"
    BAD = "bad"

    @property
    def mark(self) -> str:
        """As a report shows it."""
        return {Grade.GOOD: "○", Grade.NOTE: "△", Grade.BAD: "×"}[self]


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of a report: what was looked at, how it stands, and what staff do about it; in Japanese."""

    key: str
    name: str
    grade: Grade
    text: str


@dataclass(frozen=True, slots=True)
class CareReport:
    """What staff read of a terminal. `usable`: residents can be served; `file` is the PDF where it could be written."""

    title: str
    at: str
    findings: tuple[Finding, ...]
    usable: bool = True
    file: Path | None = None


@dataclass(frozen=True, slots=True)
class CodeTried:
    """Whether a code opened the page of the staff; otherwise how many seconds no other is taken."""

    opened: bool
    wait: int = 0


class Care(Protocol):
    """What staff do at a terminal. The properties are read on the UI thread, the rest runs on the device thread."""

    @property
    def words(self) -> Words:
        """What the page of the staff says, in Japanese."""
        ...

    def told(self, language: str) -> Words:
        """The terminal's own sentences in a language and nothing behind them: they stand when much else is missing."""
        ...

    @property
    def telephone(self) -> str:
        """Whom residents call where the terminal cannot be used; may be empty."""
        ...

    @property
    def locked(self) -> bool:
        """Whether only a code opens the page of the staff and closes the window."""
        ...

    @property
    def closed(self) -> bool:
        """Whether staff have closed the terminal; that outlasts a restart."""
        ...

    def try_code(self, code: str) -> CodeTried:
        """Try a code."""
        ...

    def close(self, *, closed: bool) -> None:
        """Take the terminal out of service, or back. Raises SiteError."""
        ...

    def readiness(self) -> CareReport:
        """Look at everything that the terminal needs."""
        ...

    def closing(self) -> CareReport:
        """What was done here today, in numbers."""
        ...


class Voice(Protocol):
    """Reads aloud; returns at once, and what is said before is cut short."""

    def speaks(self, language: str) -> bool:
        """Whether a voice of this language is installed."""
        ...

    def say(self, text: str, *, language: str) -> None:
        """Begin to read."""
        ...

    def hush(self) -> None:
        """Be quiet."""
        ...

    def set(self, *, speed: int, volume: int) -> None:
        """How fast and how loud, each 1 to 5; 3 is as usual."""
        ...
