"""What the screens need from outside, as Protocols; bootstrap.py gives the real ones, tests give fakes."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtGui import QColor, QPainter, QPixmap

    from kiosk.delivery.retry import Alarm
    from kiosk.flow.actions import UseExtract, UsePreentry
    from kiosk.flow.jobs import Job
    from kiosk.flow.state import VisitState
    from kiosk.model.address import Address
    from kiosk.model.base import Issue
    from kiosk.model.card import CardGlance, CardOutcome, Secret
    from kiosk.model.errors import SiteError
    from kiosk.model.filled import FilledBox, FilledForm
    from kiosk.model.message import Message
    from kiosk.model.parcel import OutboxCount
    from kiosk.model.template import Rect
    from kiosk.model.writing import NameKind, Offer
    from kiosk.words import Words

Face = Literal["gothic", "gothic-bold", "mincho"]


class Told(Protocol):
    """What a desk answers: a page for its own screen, and what is to be done outside."""

    @property
    def page(self) -> Any:
        """What to show now."""
        ...

    @property
    def jobs(self) -> tuple[Job, ...]:
        """What to do outside."""
        ...


class Desk(Protocol):
    """The visit behind the glass; called on the UI thread, answers in a few milliseconds, never raises for input."""

    @property
    def state(self) -> VisitState:
        """The visit as it can be written down."""
        ...

    def handle(self, action: Any) -> Told:
        """Do what the person did; say what to show now and what to do outside."""
        ...

    def page(self) -> Any:
        """The page of this moment."""
        ...


class Log(Protocol):
    """The local log; nothing that is written there is about a person."""

    def defect(self, error: BaseException) -> str:
        """Note a bug: where it happened and of what kind; the reference a person can tell IT staff."""
        ...

    def trouble(self, kind: str, code: str) -> None:
        """Note that something is wrong with the place."""
        ...

    def mended(self, kind: str) -> None:
        """Note that it is right again."""
        ...


@dataclass(frozen=True, slots=True)
class Delivered:
    """What one look at the outbox found: what waits, what staff must know, and whether another program delivers.

    `moved`: something was delivered; `failure`: why the last parcel that was tried was not; `paused`: the names of the
    destinations that staff have stopped.
    """

    count: OutboxCount
    alarm: Alarm | None = None
    elsewhere: bool = False
    moved: bool = False
    failure: SiteError | None = None
    paused: tuple[str, ...] = ()


class Delivery(Protocol):
    """The courier beside the window; called on its own thread."""

    def look(self) -> Delivered:
        """Deliver what is due and say how it stands. Raises SiteError."""
        ...

    def stop(self) -> None:
        """Let another process deliver."""
        ...


@dataclass(frozen=True)
class PaperSheet:
    """One page of one copy of a form as it can be painted; sizes in millimetres.

    `look` names the background alone (template, version, page): sheets with the same look share one cached picture.
    `form` is FilledForm.key; `content` is for the painter's own use and must compare by content.
    """

    form: str
    look: str
    page: int
    width: float
    height: float
    content: object


@dataclass(frozen=True)
class PlacedBox:
    """A box where it stands on a sheet, in millimetres, with what fills it.

    `behind` are the said facts that a derived value follows from.
    """

    box: str
    row: int
    label: str
    rect: Rect
    filled: FilledBox
    behind: tuple[str, ...] = ()
    ink: Rect | None = None

    @property
    def reach(self) -> Rect:
        """Where its ink can lie: choices to circle may stand outside the box."""
        return self.ink or self.rect

    @cached_property
    def paths(self) -> tuple[str, ...]:
        """The facts that fill it or are still missing, and the questions behind those that follow from others."""
        return self.filled.paths + self.behind + self.filled.needs


class Paper(Protocol):
    """The official forms, paintable; called on the UI thread."""

    def title(self, form: FilledForm) -> str:
        """The form's title, with the member's name when there is a copy for each."""
        ...

    def sheets(self, form: FilledForm) -> Sequence[PaperSheet]:
        """Every page of the copy, in order."""
        ...

    def background(self, sheet: PaperSheet, px_per_mm: float) -> QPixmap:
        """The unchanging part as a picture (width × px_per_mm); the caller keeps it per `look` and zoom."""
        ...

    def paint(self, painter: QPainter, sheet: PaperSheet, px_per_mm: float, *, boxes: Sequence[PlacedBox]) -> None:
        """The variable part, origin at the page's top left corner: `boxes` (some of the sheet's) and the margin."""
        ...

    def boxes(self, sheet: PaperSheet) -> Sequence[PlacedBox]:
        """Where the boxes are, for pointing at them; a box that did not change is the same object as before."""
        ...

    def about(self, form: FilledForm) -> frozenset[str]:
        """The paths of every question that some box of the form is about, also those behind derived values."""
        ...

    def forget(self) -> None:
        """The visit has ended: keep nothing of it."""
        ...


class Glyphs(Protocol):
    """Text with variation selectors (葛󠄀), which Qt's own text widgets drop."""

    def text_width(self, text: str, face: Face, px: float) -> float:
        """Advance width in pixels at a font size of `px` pixels."""
        ...

    def draw(
        self, painter: QPainter, x: float, baseline: float, *, text: str, face: Face, px: float, colour: QColor
    ) -> None:
        """Draw one line."""
        ...


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
class CardSample:
    """A practice card in the drawer: what it is and what it teaches."""

    id: str
    title: str
    hint: str = ""


class SampleDrawer(Protocol):
    """The practice cards of a simulated reader; `insert` runs on the device thread."""

    def samples(self) -> Sequence[CardSample]:
        """What lies in the drawer."""
        ...

    def insert(self, card: str) -> None:
        """Put one of them into the reader, in the place of another."""
        ...


class CardReader(Protocol):
    """The card reader; every call runs on the device thread and may take seconds."""

    def glance(self) -> CardGlance | CardOutcome:
        """What the card in the reader says before any secret is spent."""
        ...

    def read(self, secret: Secret, digits: str, *, spend_last_try: bool = False) -> CardOutcome:
        """Open the text file with a secret; the digits are not kept."""
        ...

    def remove(self) -> None:
        """Take the card out."""
        ...


class PrintState(enum.Enum):
    """What is known about a print job; never DONE on a guess."""

    QUEUED = "queued"
    PRINTING = "printing"
    DONE = "done"
    FAILED = "failed"
    UNKNOWN = "unknown"


class Office(Protocol):
    """Everything else around the visit. Printing and saving run on the device thread, the rest on the UI thread."""

    def packet_folder(self) -> Path:
        """Where a packet is saved unless the clerk names another folder."""
        ...

    def save_packet(self, folder: Path) -> Sequence[Path]:
        """Write the packet as PDF files; raises SiteError."""
        ...

    def print_packet(self) -> PrintState:
        """Print all forms of the visit; raises SiteError."""
        ...

    def print_slip(self) -> PrintState:
        """Print the 受付票 with the order of counters; raises SiteError."""
        ...

    def print_guide(self) -> PrintState:
        """Print the 受付案内票 in the language of the visit; raises SiteError."""
        ...

    def languages(self) -> Sequence[str]:
        """The languages a 受付案内票 can be printed in, Japanese first (values of case.language)."""
        ...

    def print_state(self) -> PrintState:
        """Ask the printer again about the last job."""
        ...

    def extracts(self) -> Sequence[Path]:
        """転出証明書 extracts waiting in the receiving folder, newest first."""
        ...

    def load_extract(self, path: Path) -> UseExtract | tuple[Issue, ...]:
        """Read one extract."""
        ...

    def home_lines(self, lines: Sequence[str]) -> UsePreentry | Message:
        """Codes from home as a scanner typed them; the answers once all are read, else what is missing or wrong.

        Runs on the device thread; raises SiteError.
        """
        ...

    def home_picture(self, path: Path) -> UsePreentry | Message:
        """The same of a picture of codes. Runs on the device thread; raises SiteError."""
        ...

    def forget_home(self) -> None:
        """Keep nothing of codes that were read so far; on the device thread, behind what is being read."""
        ...

    def postal(self, code: str) -> Sequence[Address]:
        """Addresses of a postal code of seven digits; empty when unknown."""
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
