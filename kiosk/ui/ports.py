"""What the screens need from outside, as Protocols; bootstrap.py gives the real ones, tests give fakes."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal, Protocol

from kiosk.ui.names import Names
from kiosk.ui.printing import Printing

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtGui import QColor, QPainter, QPixmap

    from kiosk.delivery.retry import Alarm
    from kiosk.flow.actions import UseExtract, UsePreentry
    from kiosk.flow.jobs import Job
    from kiosk.flow.residents import Residents
    from kiosk.flow.state import VisitState
    from kiosk.model.base import Issue
    from kiosk.model.bill import Bill
    from kiosk.model.card import CardGlance, CardOutcome, Secret
    from kiosk.model.errors import SiteError
    from kiosk.model.filled import FilledBox, FilledForm
    from kiosk.model.glyph import Glyph
    from kiosk.model.message import Message
    from kiosk.model.parcel import OutboxCount
    from kiosk.model.template import Rect

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
    destinations that staff have stopped; `sharing`: why the other machines of the office cannot be reached.
    """

    count: OutboxCount
    alarm: Alarm | None = None
    elsewhere: bool = False
    moved: bool = False
    failure: SiteError | None = None
    paused: tuple[str, ...] = ()
    sharing: SiteError | None = None


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


class Office(Printing, Names, Protocol):
    """Everything else around the visit. Printing and saving run on the device thread, the rest on the UI thread."""

    def packet_folder(self) -> Path:
        """Where a packet is saved unless the clerk names another folder."""
        ...

    def save_packet(self, folder: Path) -> Sequence[Path]:
        """Write the packet as PDF files; raises SiteError."""
        ...

    def second(self, number: str, pin: str) -> str | Message:
        """別の職員の確認: the number of another member of staff who may look, else why not. Runs on the device thread;
        raises SiteError.
        """
        ...

    def bill(self) -> Bill:
        """手数料 of the visit; on the UI thread."""
        ...

    def languages(self) -> Sequence[str]:
        """The languages a 受付案内票 can be printed in, Japanese first (values of case.language)."""
        ...

    def extracts(self) -> Sequence[Path]:
        """転出証明書 extracts waiting in the receiving folder, newest first."""
        ...

    def load_extract(self, path: Path) -> UseExtract | tuple[Issue, ...]:
        """Read one extract."""
        ...

    @property
    def residents(self) -> Residents:
        """住民記録の照会 for the visit at hand; what it answers is asked on the device thread."""
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

    def glyphs(self, letter: str) -> Sequence[Glyph]:
        """The shapes of a letter, the plain one first and itself among them; on the UI thread."""
        ...
