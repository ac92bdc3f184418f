"""公開まで: examined and tried with everybody, differences accepted by name, approved by another, from a day on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from kiosk.ui.designer.fields import Field, read_day
from kiosk.ui.designer.gate_ports import Stage, Stand
from kiosk.ui.designer.way import Way
from kiosk.ui.tokens import Level
from kiosk.ui.widgets.button import Button, Rank
from kiosk.ui.widgets.flow_layout import flow
from kiosk.ui.widgets.glyph_label import GlyphLabel
from kiosk.ui.widgets.message import Message, Mood
from kiosk.ui.widgets.panels import AIR, Panel, Rule, column, empty, holder, pressed, scrolling
from kiosk.ui.widgets.reason_line import ReasonLine

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from kiosk.model.base import Issue
    from kiosk.model.errors import SiteError
    from kiosk.ui.designer.gate_ports import Differing, Gating
    from kiosk.ui.designer.kit import DesignKit

    Outcome = Stand | tuple[Issue, ...]

_FILES = 12


class GatePanel(QWidget):
    """`left` goes back to the form, `released` carries the name of the release: the draft is gone."""

    left = Signal()
    released = Signal(str)
    _advanced = Signal(int, int)

    def __init__(self, kit: DesignKit, gating: Gating) -> None:
        super().__init__()
        self._kit, self._gating, self.stand = kit, gating, Stand(Stage.UNTRIED)
        words, gap = kit.words, kit.look.dp(12)
        self.stage, self.files = Message(kit, mood=Mood.INFO), GlyphLabel(kit, level=Level.DENSE)
        self.way = Way(kit)
        self.told, self.issues = Message(kit), GlyphLabel(kit, level=Level.DENSE, ink="error_ink")
        self.back, self.try_it = (
            Button(kit, words("publish-back")),
            Button(kit, words("publish-try"), rank=Rank.PRIMARY),
        )
        self.people = QVBoxLayout()
        self.rows: list[tuple[Differing, Button]] = []
        self.why = ReasonLine(kit, label=words("publish-why"), sure=words("publish-accept"))
        self.anew = ReasonLine(kit, label=words("publish-expect-why"), sure=words("publish-expect"))
        self.number, self.pin = (
            Field(kit, words("publish-number"), letters=10),
            Field(kit, words("publish-pin"), letters=10),
        )
        self.pin.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.approve = Button(kit, words("publish-approve"), rank=Rank.PRIMARY)
        self.day = Field(kit, words("publish-day"), letters=12)
        self.release = Button(kit, words("publish-release"), rank=Rank.PRIMARY)
        self.accepting, self.approving, self.releasing = self._steps(gap)
        parts = (
            *(
                GlyphLabel(kit, words("publish-title"), level=Level.TITLE, bold=True),
                flow(self.back, gap=gap),
                self.way,
                self.told,
            ),
            *(self._head("publish-step-1"), self.stage, self.files, flow(self.try_it, gap=gap), self.issues),
            *(Rule(kit), self.accepting, self.approving, self.releasing),
        )
        body = column(*parts, gap=gap, margins=AIR)
        body.addStretch(1)
        self.setLayout(column(scrolling(kit, holder(body)), gap=0, margins=(gap, gap, 0, 0)))
        self._connect()

    def _head(self, key: str) -> GlyphLabel:
        return GlyphLabel(self._kit, self._kit.words(key), bold=True)

    def _steps(self, gap: int) -> tuple[QWidget, QWidget, QWidget]:
        self.people.setSpacing(gap)
        accepting = column(self._head("publish-step-2"), self.people, self.why, self.anew, gap=gap)
        approving = column(self._head("publish-step-3"), self.number, self.pin, flow(self.approve, gap=gap), gap=gap)
        releasing = column(self._head("publish-step-4"), self.day, flow(self.release, gap=gap), gap=gap)
        return holder(accepting), holder(approving), holder(releasing)

    def _connect(self) -> None:
        pressed(self.back, self.left.emit)
        pressed(self.try_it, self._try)
        pressed(self.approve, self._approve)
        pressed(self.release, self._release)
        self.why.given.connect(lambda reason: self._say_of(reason, self._gating.accept, wrong=False))
        self.anew.given.connect(lambda reason: self._say_of(reason, self._gating.expect, wrong=True))
        self._advanced.connect(self._tell_progress)

    # ---- showing -----------------------------------------------------------------------------------------------------
    def begin(self) -> None:
        """Look how far the draft is."""
        self.told.set("")
        self._run(self._gating.stand)

    def present(self, stand: Stand) -> None:
        """Show how far it is; only what can be done now is offered."""
        words, self.stand = self._kit.words, stand
        self.told.set("")
        self.way.present(stand.stage)
        self.try_it.rank = Rank.PRIMARY if stand.stage in {Stage.UNTRIED, Stage.WRONG} else Rank.SECONDARY
        self.try_it.update()
        mood = {Stage.WRONG: Mood.ERROR, Stage.DIFFERING: Mood.WARNING, Stage.UNTRIED: Mood.INFO}
        told = words(f"publish-stage-{stand.stage.value}", played=stand.played, who=stand.approved_by)
        self.stage.set(told, mood=mood.get(stand.stage, Mood.SUCCESS))
        names = [words(f"publish-file-{_SIGNS[sign]}", file=file) for sign, file in stand.changes[:_FILES]]
        more = len(stand.changes) - _FILES
        names += [words("publish-files-more", n=more)] if more > 0 else []
        self.files.set_text("\n".join(names) or words("publish-no-files"))
        self.issues.set_text("\n".join(stand.issues))
        self.issues.setVisible(bool(stand.issues))
        self._list(stand.differing)
        self.accepting.setVisible(bool(stand.differing))
        self.why.setVisible(any(not each.accepted and not each.wrong for each in stand.differing))
        self.anew.setVisible(any(each.wrong for each in stand.differing))
        self.approving.setVisible(stand.stage is Stage.READY)
        self.releasing.setVisible(stand.stage is Stage.APPROVED)

    def _list(self, differing: tuple[Differing, ...]) -> None:
        empty(self.people)
        self.rows = []
        for each in differing:
            panel = Panel(self._kit, edge="error" if each.wrong else "line")
            button = Button(self._kit, each.title, rank=Rank.CHOICE, level=Level.DENSE)
            button.several = True
            button.setChecked(each.accepted and not each.wrong)
            button.setEnabled(each.wrong or not each.accepted)
            panel.column.addWidget(button)
            ink = "error_ink" if each.wrong else "text"
            panel.column.addWidget(GlyphLabel(self._kit, "\n".join(each.lines), level=Level.DENSE, ink=ink))
            self.people.addWidget(panel)
            self.rows.append((each, button))

    def _tell_progress(self, done: int, total: int) -> None:
        self.told.set(self._kit.words("publish-trying", done=done, total=total), mood=Mood.INFO)

    # ---- doing -------------------------------------------------------------------------------------------------------
    def _run(self, work: Callable[[], Outcome]) -> None:
        def done(found: Outcome) -> None:
            if isinstance(found, tuple):
                self.told.set("\n".join(map(str, found)), mood=Mood.ERROR)
            else:
                self.present(found)

        self._kit.jobs.run(work, done=done, failed=self._failed)

    def _try(self) -> None:
        self.told.set(self._kit.words("designer-checking"), mood=Mood.INFO)
        self._run(lambda: self._gating.try_all(self._advanced.emit))

    def _say_of(self, reason: str, say: Callable[[Sequence[str], str], Outcome], *, wrong: bool) -> None:
        """Accept, or expect from now on, what comes of those who are chosen, of one kind or the other."""
        open_ = [(each, button) for each, button in self.rows if each.wrong is wrong and button.isEnabled()]
        people = [each.person for each, button in open_ if button.isChecked()]
        if people:
            self._run(lambda: say(people, reason))
        else:
            self.told.set(self._kit.words("publish-nobody"), mood=Mood.ERROR)

    def _approve(self) -> None:
        number, pin = self.number.line.text().strip(), self.pin.line.text()
        self.pin.present("")
        self.pin.line.clear()
        self._run(lambda: self._gating.approve(number, pin))

    def _release(self) -> None:
        day = read_day(self.day.line.text())
        if day is None:
            self.day.refuse(self._kit.words("designer-day"))
            return

        def done(found: str | tuple[Issue, ...]) -> None:
            if isinstance(found, str):
                self.released.emit(found)
            else:
                self.told.set("\n".join(map(str, found)), mood=Mood.ERROR)

        self._kit.jobs.run(lambda: self._gating.release(day), done=done, failed=self._failed)

    def _failed(self, error: SiteError) -> None:
        self.told.set(str(error), mood=Mood.ERROR)


_SIGNS = {"+": "new", "-": "gone", "*": "changed"}
