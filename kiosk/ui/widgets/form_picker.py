"""Which form lies on the right: the list of all forms, with the one before and the one after."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QEvent, QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from kiosk.model.filled import FilledForm
from kiosk.ui.kit import Kit
from kiosk.ui.widgets import icons
from kiosk.ui.widgets.button import IconButton
from kiosk.ui.widgets.flow_layout import flow
from kiosk.ui.widgets.form_choice import FormChoice
from kiosk.ui.widgets.panels import column, pressed


class FormPicker(QWidget):
    """◀ list ▶ with `tools` and a remark below; `turned` carries the place of the form picked by hand.

    Large texts leave the whole width to the list; the arrows then stand before the tools.
    """

    turned = Signal(int)

    def __init__(self, kit: Kit, *, tools: Sequence[QWidget], remark: QWidget) -> None:
        super().__init__()
        self._kit, self._tools, self._remark, self._roomy = kit, tools, remark, True
        self.choice = FormChoice(kit)
        self.back = IconButton(kit, kit.words("form-previous"), icons.Icon.LEFT)
        self.onward = IconButton(kit, kit.words("form-next"), icons.Icon.RIGHT)
        gap = kit.look.dp(8)
        remark.setParent(self)  # it has no place while the text is large
        self._line, self._bar = QHBoxLayout(), flow(gap=gap)
        self._line.setSpacing(gap)
        self.setLayout(column(self._line, self._bar, gap=gap))
        # as high as its rows need at this width: a fixed height would be that of one row
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._place()
        self.choice.activated.connect(self._picked)
        pressed(self.back, lambda: self.step(-1))
        pressed(self.onward, lambda: self.step(1))

    def _place(self) -> None:
        self._roomy = self._kit.look.roomy
        bar = self._bar.layout()
        assert bar is not None
        arrows: tuple[QWidget, ...] = (self.back, self.onward)
        own: tuple[QWidget, ...] = (self.back, self.choice, self.onward) if self._roomy else (self.choice,)
        for layout in (self._line, bar):
            while layout.takeAt(0) is not None:
                pass
        for widget in own:
            self._line.addWidget(widget, 1 if widget is self.choice else 0)
        for widget in (*self._tools, self._remark) if self._roomy else (*arrows, *self._tools):
            bar.addWidget(widget)
        self._remark.setVisible(self._roomy)
        for before, after in pairwise((*arrows[:1], self.choice, *arrows[1:], *self._tools)):
            QWidget.setTabOrder(before, after)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow the text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_bar"):
            if self._roomy is not self._kit.look.roomy:
                self._place()
            self.choice.updateGeometry()

    def _picked(self, at: int) -> None:
        self.turn(at)
        self.turned.emit(at)

    @property
    def at(self) -> int:
        """The place of the form on top; -1 without forms."""
        return self.choice.currentIndex()

    def present(self, forms: tuple[FilledForm, ...], *, at: int) -> None:
        """Show another state of the forms, the one at `at` on top."""
        was = self.choice.forms[self.at] if 0 <= self.at < len(self.choice.forms) else None
        quiet = QSignalBlocker(self.choice)
        self.choice.show_forms(forms)
        quiet.unblock()
        if at != self.at or not forms or forms[at] is not was:
            self.turn(at)

    def turn(self, at: int) -> None:
        """Show the form at a place."""
        quiet = QSignalBlocker(self.choice)
        self.choice.setCurrentIndex(at)
        quiet.unblock()
        self._name()
        if not self._kit.look.roomy:
            self.choice.updateGeometry()
        self.choice.update()

    def step(self, by: int) -> None:
        """The form before (-1) or after (1), from the end to the beginning."""
        if self.choice.forms:
            self._picked((self.at + by) % len(self.choice.forms))

    def _name(self) -> None:
        at, forms = self.at, self.choice.forms
        if 0 <= at < len(forms):
            place = self._kit.words("paper-position", n=at + 1, total=len(forms))
            name = f"{self._kit.words('paper-tabs')} {place} {self.choice.title(at)} {self.choice.progress(at)[0]}"
            if name != self.choice.accessibleName():
                self.choice.setAccessibleName(name)
