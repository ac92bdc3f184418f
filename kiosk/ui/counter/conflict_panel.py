"""食い違い: two sources say different things; a person chooses which is right and says why."""

from PySide6.QtCore import Signal

from kiosk.flow.actions import Resolve
from kiosk.flow.pages import ConflictView
from kiosk.model.base import Issue
from kiosk.model.source import Source
from kiosk.ui.kit import Kit
from kiosk.ui.tokens import Level
from kiosk.ui.widgets.button import Button, Rank, only
from kiosk.ui.widgets.flow_layout import flow
from kiosk.ui.widgets.glyph_label import GlyphLabel
from kiosk.ui.widgets.line import Line
from kiosk.ui.widgets.message import Message, Mood
from kiosk.ui.widgets.origin import source_key
from kiosk.ui.widgets.panels import column, holder, pressed


class ConflictPanel(Message):
    """One conflict, settled in place: a source, a reason (three ready-made ones or typed), a button that says so."""

    acted = Signal(object)

    def __init__(self, kit: Kit, view: ConflictView) -> None:
        super().__init__(kit, kit.words("conflict-title", label=view.label), mood=Mood.WARNING, level=Level.BODY)
        self._view, self._source = view, None if view.sayings else Source.INTERVIEW
        self._kit = kit
        self.choices = [self._choice(source, text) for source, text in view.sayings]
        self.reasons = [Button(kit, kit.words(f"conflict-reason-{n}"), level=Level.DENSE) for n in (1, 2, 3)]
        self.reason = Line(kit, name=kit.words("conflict-reason"))
        self.issue = Message(kit)
        self.settle = Button(kit, kit.words("conflict-settle"))
        for button in self.reasons:
            pressed(button, lambda button=button: self.reason.setText(button.text()))  # type: ignore[misc]
        pressed(self.settle, self._settle)
        self.reason.entered.connect(self._settle)
        self._arrange()

    def _choice(self, source: Source, text: str) -> Button:
        words = self._kit.words
        button = Button(
            self._kit, words("conflict-saying", source=words(source_key(source)), text=text), rank=Rank.CHOICE
        )
        pressed(button, lambda: self._choose(source, button))
        return button

    def _choose(self, source: Source, button: Button) -> None:
        self._source = source
        only(button, self.choices)

    def _arrange(self) -> None:
        kit, gap = self._kit, self._kit.look.dp(12)
        label = GlyphLabel(kit, kit.words("conflict-reason"), level=Level.DENSE, bold=True)
        self.add(flow(*self.choices, gap=gap))
        self.add(holder(column(label, self.issue, self.reason, gap=kit.look.dp(4))))
        self.add(flow(*self.reasons, gap=gap))
        self.add(flow(self.settle, gap=gap))

    def _settle(self) -> None:
        from kiosk.model.audit import reason  # a window opens without them

        said = reason(self.reason.text())
        if self._source is None:
            self.issue.set(self._kit.words("conflict-choose"))
        elif isinstance(said, Issue):
            self.issue.set(str(said))
            self.reason.setFocus()
        else:
            self.issue.set("")
            self.acted.emit(Resolve(path=self._view.path, source=self._source, reason=said))
