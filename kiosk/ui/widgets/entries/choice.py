"""Choosing from a few buttons: one of them or several; arrows move, Space chooses, each has a key of its own.

1 to 8 and then letters choose, 0 is none of them, 9 that nobody knows it. What leaves nothing to add (one of a single
choice, none, everybody) goes on at once; Enter never takes what nobody has chosen.
"""

from string import ascii_letters

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QWidget

from kiosk.flow.pages import QuestionView
from kiosk.model.vocabulary import Type
from kiosk.ui.kit import Kit
from kiosk.ui.tokens import Level
from kiosk.ui.widgets.button import Button, Rank
from kiosk.ui.widgets.entries.entry import Entry
from kiosk.ui.widgets.flow_layout import flow
from kiosk.ui.widgets.panels import column, pressed

_NONE, _EVERYBODY = "", "*"
_KEYS = f"12345678{ascii_letters}"
_NONE_KEY, _UNKNOWN_KEY = "0", "9"
_FORWARD = {Qt.Key.Key_Right, Qt.Key.Key_Down}
_BACK = {Qt.Key.Key_Left, Qt.Key.Key_Up}


class _Option(Button):
    """A choice with its key in the sign; the arrow keys, digits, letters and Enter belong to its group."""

    def __init__(self, kit: Kit, text: str, *, key: str, group: "ChoiceEntry") -> None:
        super().__init__(kit, text, rank=Rank.CHOICE)
        self.by_key, self._group = key, group

    def _signs(self, painter: QPainter) -> None:
        super()._signs(painter)
        if not self.isChecked():
            look, side = self._kit.look, self._lettering.px
            painter.setFont(look.font(Level.CHROME))
            painter.setPen(look.colour("quiet"))
            spot = QRectF(self._margins()[0] * 0.8, 0, side * 0.95, self.height())
            painter.drawText(spot, Qt.AlignmentFlag.AlignCenter, self.by_key)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Ask the group first."""
        if not self._group.key(self, event):
            super().keyPressEvent(event)


class ChoiceEntry(Entry):
    """Buttons for the choices; はい and いいえ for a yes-or-no question."""

    def __init__(self, kit: Kit, view: QuestionView) -> None:
        super().__init__(kit)
        self._type, self._several = view.type, view.type in {Type.CODES, Type.PERSONS}
        self._walked = False
        self.options: dict[str, _Option] = {}
        self._tail: QWidget | None = None
        self._view, self._codes = view, self._choices(view)
        self._build()

    def add(self, tail: QWidget) -> None:
        """Put something after the last choice."""
        self._tail = tail
        layout = self._rows.layout()
        if layout is not None:
            layout.addWidget(tail)

    def _choices(self, view: QuestionView) -> tuple[tuple[str, str], ...]:
        if view.type is Type.BOOL:
            return (("true", self.kit.words("yes")), ("false", self.kit.words("no")))
        choices = tuple((choice.code, choice.label) for choice in view.choices)
        if not self._several:
            return choices
        together = self._type is Type.PERSONS and len(choices) > 1
        everybody = ((_EVERYBODY, self.kit.words("everybody")),) if together else ()
        return (*choices, *everybody, (_NONE, self.kit.words("none-of-them")))

    def _build(self) -> None:
        keys = iter(_KEYS)
        for code, label in self._codes:
            key = _NONE_KEY if code == _NONE else next(keys, "")
            button = _Option(self.kit, label, key=key, group=self)
            pressed(button, lambda code=code: self._chosen(code))  # type: ignore[misc]
            button.several = self._several
            self.options[code] = button
        layout = self.layout()
        tail = [self._tail] if self._tail is not None else []
        self._rows = flow(*self.options.values(), *tail, gap=self.kit.look.dp(12))
        if layout is None:
            self.setLayout(column(self._rows, gap=0))
        else:
            layout.addWidget(self._rows)
            self._rows.show()

    def first(self) -> QWidget:
        """The chosen button, or the first."""
        ticked = [button for button in self.options.values() if button.isChecked()]
        return next(iter(ticked or self.options.values()), self)

    def present(self, view: QuestionView) -> None:
        """Tick what is chosen; build the buttons anew only when the choices changed."""
        self._view, self._walked = view, False
        if self._choices(view) != self._codes:
            self._rebuild(view)
        chosen = self._current(view)
        if _EVERYBODY in self.options and chosen == {choice.code for choice in view.choices}:
            chosen.add(_EVERYBODY)
        for code, button in self.options.items():
            button.setChecked(code in chosen)
            self._name(button, view)
        target = self.first()
        for button in self.options.values():
            tab = self._several or button is target
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if tab else Qt.FocusPolicy.ClickFocus)

    def _rebuild(self, view: QuestionView) -> None:
        layout = self.layout()
        item = layout.takeAt(0) if layout is not None else None
        old = item.widget() if item is not None else None
        if self._tail is not None:
            self._tail.setParent(None)
        if old is not None:
            old.hide()
            old.deleteLater()
        self.options, self._codes = {}, self._choices(view)
        self._build()

    def _name(self, button: Button, view: QuestionView) -> None:
        key = "choice-chosen" if button.isChecked() else "choice-open"
        button.setAccessibleName(self.kit.words(key, question=view.label, answer=button.text()))

    @staticmethod
    def _current(view: QuestionView) -> set[str]:
        match view.value:
            case bool():
                return {"true" if view.value else "false"}
            case tuple():
                return {str(code) for code in view.value} or {_NONE}
            case str() | int():
                return {str(view.value)}
            case _:
                return {
                    choice.code for choice in view.choices if view.text and view.text in {choice.code, choice.label}
                }

    def _chosen(self, code: str) -> None:
        if self._several:
            self._pick(code)
            return
        for other, button in self.options.items():
            button.setChecked(other == code)
        if self._type is Type.BOOL:
            self.put.emit(code == "true")
        else:
            self.said.emit(code)

    def _pick(self, code: str) -> None:
        """Nobody, somebody and everybody exclude each other."""
        people = [each for each in self.options if each not in {_NONE, _EVERYBODY}]
        ticked = people if code == _EVERYBODY else [each for each in people if self.options[each].isChecked()]
        self.put.emit(() if code == _NONE else tuple(ticked))

    def key(self, button: _Option, event: QKeyEvent) -> bool:
        """Arrows, digits, letters and Enter inside the group; False when the key is not for the group."""
        order = list(self.options.values())
        at, key = order.index(button), Qt.Key(event.key())
        by_key = {each.by_key: (code, each) for code, each in self.options.items() if each.by_key}
        if key in _FORWARD | _BACK:
            order[(at + (1 if key in _FORWARD else -1)) % len(order)].setFocus(Qt.FocusReason.TabFocusReason)
            self._walked = True
        elif event.text() in by_key:
            self._by_key(*by_key[event.text()])
        elif event.text() == _UNKNOWN_KEY:
            self.unknown.emit()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._enter(button)
        else:
            return False
        return True

    def _by_key(self, code: str, button: Button) -> None:
        """What is said with it is the whole answer, unless others may be chosen beside it."""
        button.setFocus(Qt.FocusReason.TabFocusReason)
        button.click()
        if not self._several or code in {_NONE, _EVERYBODY}:
            self.entered.emit()

    def _enter(self, button: Button) -> None:
        """An arrow has led to what it takes; where the keyboard only began, nothing is chosen."""
        if self._walked and not self._several and not button.isChecked():
            button.click()
        self.entered.emit()
