"""What a card or a paper says about a question: to be approved, or to be corrected."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from kiosk.flow.pages import QuestionState, QuestionView
from kiosk.model.source import Source
from kiosk.ui.kit import Kit
from kiosk.ui.tokens import Level, TextSize
from kiosk.ui.widgets.button import Button, Rank
from kiosk.ui.widgets.glyph_label import GlyphLabel
from kiosk.ui.widgets.origin import source_words
from kiosk.ui.widgets.panels import Panel, row


class SaidBox(QWidget):
    """The value, `approve` while it waits to be approved, and `revise`."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit, self.value = kit, GlyphLabel(kit)
        self.approve = Button(kit, kit.words("approve"), level=Level.DENSE)
        self.revise = Button(kit, kit.words("revise"), rank=Rank.QUIET, level=Level.DENSE)
        box = Panel(kit, ground="panel", edge="border", pad=8)
        box.column.addWidget(self.value)
        self._line = row(box, self.approve, self.revise, gap=kit.look.dp(12))
        self._line.setStretch(0, 1)
        self._turn()
        self.setLayout(self._line)

    def _turn(self) -> None:
        small = self._kit.look.size is TextSize.SMALL
        self._line.setDirection(QBoxLayout.Direction.LeftToRight if small else QBoxLayout.Direction.TopToBottom)

    def present(self, view: QuestionView) -> None:
        """Show what is said, and whether it waits."""
        words = self._kit.words
        self.value.set_text(view.echo or view.text)
        self.approve.setVisible(view.state is QuestionState.SAID)
        approve = words("approve-source", source=source_words(self._kit, view.source or Source.CARD, view.day))
        self.approve.setAccessibleName(words("about", question=view.label, act=approve))
        self.revise.setAccessibleName(words("about", question=view.label, act=self.revise.text()))

    def first(self) -> QWidget:
        """Where the keyboard goes."""
        return self.approve if self.approve.isVisibleTo(self) else self.revise

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow the text size."""
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_line"):
            self._turn()
        super().changeEvent(event)
