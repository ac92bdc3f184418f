"""The drawer of purposes: what the visit is about, and what is taken together with it; said late, or said otherwise."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.flow.actions import ChoosePurposes, Step
from kiosk.flow.pages import CounterPage
from kiosk.ui.kit import Kit
from kiosk.ui.tokens import Level
from kiosk.ui.widgets.button import Button, Rank
from kiosk.ui.widgets.glyph_label import GlyphLabel
from kiosk.ui.widgets.panels import AIR, column, holder, indented, pressed, scrolling


class PurposePanel(QWidget):
    """`acted` carries all purposes. One of those that say what the day is about, and any number of the others."""

    acted = Signal(object)

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit, self._page = kit, CounterPage(step=Step.START)
        self.buttons: dict[str, Button] = {}
        words, gap = kit.words, kit.look.dp(8)
        self._one, self._more = QVBoxLayout(), QVBoxLayout()
        for each in (self._one, self._more):
            each.setSpacing(gap)
        how = GlyphLabel(kit, words("purposes-how"), level=Level.DENSE, ink="quiet")
        heads = [GlyphLabel(kit, words(f"purposes-{part}-title"), level=Level.DENSE, bold=True) for part in _PARTS]
        inside = column(how, heads[0], holder(self._more), heads[1], holder(self._one), gap=gap, margins=AIR)
        inside.addStretch(1)
        title = GlyphLabel(kit, words("purposes-title"), level=Level.HEAD, bold=True)
        self.setLayout(column(indented(title), scrolling(kit, holder(inside)), gap=gap))

    def present(self, page: CounterPage) -> None:
        """Tick what the visit is about; the buttons are made once for the same events."""
        self._page = page
        if set(self.buttons) != {choice.code for choice in self._kit.events}:
            self._make()
        for code, button in self.buttons.items():
            button.setChecked(code in page.purposes)

    def _make(self) -> None:
        for button in self.buttons.values():
            button.setParent(None)
            button.deleteLater()
        self.buttons = {}
        for choice in self._kit.events:
            joins = choice.code in self._page.joining
            button = self.buttons[choice.code] = Button(self._kit, choice.label, rank=Rank.CHOICE, level=Level.DENSE)
            button.several = joins
            pressed(button, lambda code=choice.code: self._press(code))  # type: ignore[misc]
            (self._more if joins else self._one).addWidget(button)

    def _press(self, code: str) -> None:
        """Choose it, in place of the other one of its kind; or let it go, unless it is the last."""
        before, joining = self._page.purposes, self._page.joining
        if code in before:
            chosen = tuple(name for name in before if name != code)
        else:
            kept = before if code in joining else tuple(name for name in before if name in joining)
            chosen = (*kept, code)
        self.acted.emit(ChoosePurposes(events=chosen or before))

    def first(self) -> QWidget:
        """Where the keyboard goes: what can be added."""
        waiting = [code for code in self._page.joining if code in self.buttons and code not in self._page.purposes]
        return self.buttons[waiting[0]] if waiting else next(iter(self.buttons.values()), self)

    def wipe(self) -> None:
        """The visit has ended."""
        self.present(CounterPage(step=Step.START, joining=self._page.joining))


_PARTS = ("also", "one")
