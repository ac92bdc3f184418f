"""公開の記録: what was, is and will be in force, and taking back to an earlier release, with who, from when and why."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from kiosk.flow.clock import TOKYO
from kiosk.ui.designer.fields import Field, read_day
from kiosk.ui.designer.shelf_ports import Standing
from kiosk.ui.tokens import Level
from kiosk.ui.widgets.button import Button, Rank
from kiosk.ui.widgets.chip import Chip, Tone
from kiosk.ui.widgets.flow_layout import flow
from kiosk.ui.widgets.glyph_label import GlyphLabel
from kiosk.ui.widgets.message import Message, Mood
from kiosk.ui.widgets.panels import AIR, Panel, Rule, column, empty, holder, pressed, scrolling
from kiosk.ui.widgets.reason_line import ReasonLine

if TYPE_CHECKING:
    from kiosk.model.base import Issue
    from kiosk.model.errors import SiteError
    from kiosk.ui.designer.kit import DesignKit
    from kiosk.ui.designer.shelf_ports import Outlook, Released, Shelf, Shelving

_FILES, _RELEASES = 12, 40
_SIGNS = {"+": "new", "-": "gone", "*": "changed"}
_TONES = {
    Standing.COMING: Tone.BLUE,
    Standing.IN_FORCE: Tone.GREEN,
    Standing.PAST: Tone.NEUTRAL,
    Standing.BROKEN: Tone.RED,
}


class ShelfPanel(QWidget):
    """`left` goes back to the form. A release is chosen first; what comes of it is told before it is taken back."""

    left = Signal()

    def __init__(self, kit: DesignKit, shelving: Shelving) -> None:
        super().__init__()
        self._kit, self._shelving, self.chosen = kit, shelving, ""
        self.shown: Shelf | None = None
        words, gap = kit.words, kit.look.dp(12)
        self.told, self.now = Message(kit), Message(kit, mood=Mood.INFO)
        self.back = Button(kit, words("publish-back"))
        self.list = QVBoxLayout()
        self.list.setSpacing(gap)
        self.rows: dict[str, Button] = {}
        self.outlook, self.files = Message(kit, mood=Mood.WARNING), GlyphLabel(kit, level=Level.DENSE)
        self.day = Field(kit, words("releases-day"), letters=12)
        self.number = Field(kit, words("publish-number"), letters=10)
        self.pin = Field(kit, words("publish-pin"), letters=10)
        self.pin.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.why = ReasonLine(kit, label=words("releases-why"), sure=words("releases-take-back"))
        self.head = GlyphLabel(kit, bold=True)
        taking = (Rule(kit), self.head, self.day, self.outlook, self.files, self.number, self.pin, self.why)
        self.taking = holder(column(*taking, gap=gap))
        title = GlyphLabel(kit, words("releases-title"), level=Level.TITLE, bold=True)
        body = column(
            title, flow(self.back, gap=gap), self.told, self.now, self.list, self.taking, gap=gap, margins=AIR
        )
        body.addStretch(1)
        self.area = scrolling(kit, holder(body))
        self.setLayout(column(self.area, gap=0, margins=(gap, gap, 0, 0)))
        pressed(self.back, self.left.emit)
        self.day.said.connect(lambda _text: self._look())
        self.why.given.connect(self._take_back)

    # ---- showing -----------------------------------------------------------------------------------------------------
    def begin(self) -> None:
        """Read the releases; none is chosen."""
        self.told.set("")
        self.chosen = ""
        self._kit.jobs.run(self._shelving.shelf, done=self.present, failed=self._failed)

    def present(self, shelf: Shelf) -> None:
        """Show every release, the newest first."""
        words, self.shown = self._kit.words, shelf
        used = next((each for each in shelf.releases if each.standing is Standing.IN_FORCE), None)
        self.now.set(
            words("releases-now", name=used.name) if used is not None else words("releases-none"),
            mood=Mood.INFO,
        )
        empty(self.list)
        self.rows = {}
        for each in shelf.releases[:_RELEASES]:
            self.list.addWidget(self._row(each))
        more = len(shelf.releases) - _RELEASES
        if more > 0:
            self.list.addWidget(GlyphLabel(self._kit, words("releases-more", n=more), level=Level.DENSE))
        self.taking.setVisible(bool(self.chosen))

    def _row(self, each: Released) -> QWidget:
        words = self._kit.words
        panel = Panel(self._kit, edge="error" if each.wrong else "line")
        button = Button(self._kit, each.name, rank=Rank.CHOICE, level=Level.DENSE)
        button.setChecked(each.name == self.chosen)
        pressed(button, partial(self.choose, each.name))
        sign = Chip(self._kit, words(f"releases-{each.standing.value}"), tone=_TONES[each.standing], level=Level.DENSE)
        panel.column.addWidget(flow(button, sign, gap=self._kit.look.dp(8)))
        ink = "error_ink" if each.wrong else "text"
        panel.column.addWidget(GlyphLabel(self._kit, self._lines(each), level=Level.DENSE, ink=ink))
        self.rows[each.name] = button
        return panel

    def _lines(self, each: Released) -> str:
        """Who, when and why."""
        words = self._kit.words
        if each.wrong:
            return each.wrong
        made = f"{each.made_at.astimezone(TOKYO):%Y-%m-%d %H:%M}" if each.made_at is not None else ""
        lines = [each.why, words("releases-made", who=each.made_by, at=made)]
        lines += [words("releases-again", name=each.again)] if each.again else []
        lines += [words("releases-approved", who=each.approved_by)] if each.approved_by else []
        lines += [words("releases-accepted", n=each.accepted)] if each.accepted else []
        return "\n".join(lines)

    # ---- taking back -------------------------------------------------------------------------------------------------
    def choose(self, name: str) -> None:
        """Ask what comes of taking back to a release, from today on until another day is typed."""
        self.chosen = name
        for each, button in self.rows.items():
            button.setChecked(each == name)
        self.told.set("")
        self.head.set_text(self._kit.words("releases-take-back-to", name=name))
        self.day.present(self.shown.today.isoformat() if self.shown is not None else "")
        for field in (self.number, self.pin):
            field.present("")
        self.why.wipe()
        self.taking.setVisible(True)
        self._look()

    def _look(self) -> None:
        day, name = read_day(self.day.line.text()), self.chosen
        if day is None:
            self.day.refuse(self._kit.words("designer-day"))
            return

        def done(found: Outlook | tuple[Issue, ...]) -> None:
            if isinstance(found, tuple):
                self.outlook.set("\n".join(map(str, found)), mood=Mood.ERROR)
                self.files.set_text("")
            else:
                self._tell(found, f"{day}")
            self.area.ensureWidgetVisible(self.why)

        self._kit.jobs.run(lambda: self._shelving.outlook(name, day), done=done, failed=self._failed)

    def _tell(self, found: Outlook, day: str) -> None:
        """What counters run on from that day, and what differs from what they would run on."""
        words = self._kit.words
        lines = [words("releases-outlook", day=day, name=self.chosen, instead=found.instead_of)]
        lines += [words("releases-follows", day=f"{each.begins}", name=each.name) for each in found.follows]
        lines += [] if found.changes else [words("releases-same")]
        self.outlook.set("\n".join(lines), mood=Mood.WARNING if found.changes else Mood.INFO)
        files = [words(f"releases-file-{_SIGNS[sign]}", file=file) for sign, file in found.changes[:_FILES]]
        more = len(found.changes) - _FILES
        files += [words("publish-files-more", n=more)] if more > 0 else []
        self.files.set_text("\n".join(files))

    def _take_back(self, why: str) -> None:
        day, name, number = read_day(self.day.line.text()), self.chosen, self.number.line.text().strip()
        pin = self.pin.line.text()
        self.pin.present("")
        self.pin.line.clear()
        if day is None:
            self.day.refuse(self._kit.words("designer-day"))
            return

        def done(found: str | tuple[Issue, ...]) -> None:
            if isinstance(found, tuple):
                self.told.set("\n".join(map(str, found)), mood=Mood.ERROR)
            else:
                self.begin()
                self.told.set(self._kit.words("releases-taken-back", name=found, day=f"{day}"), mood=Mood.SUCCESS)
            self.area.ensureWidgetVisible(self.told)

        take = partial(self._shelving.take_back, name, day=day, why=why, number=number, pin=pin)
        self._kit.jobs.run(take, done=done, failed=self._failed)

    def _failed(self, error: SiteError) -> None:
        self.told.set(str(error), mood=Mood.ERROR)
