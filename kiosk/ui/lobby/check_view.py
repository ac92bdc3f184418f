"""The answers, grouped by person, as many a page as are seen whole; 変更 stands beside each that can be changed."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.flow.lobby.actions import Change, LobbyAction, Onward
from kiosk.flow.lobby.pages import LobbyPage
from kiosk.flow.pages import QuestionState, Row
from kiosk.model.source import Source
from kiosk.ui.lobby.boards.grid import pressed_with
from kiosk.ui.lobby.boards.key import Key, Tone
from kiosk.ui.lobby.boards.paged import Paged
from kiosk.ui.lobby.kit import LobbyKit
from kiosk.ui.lobby.view import LobbyView
from kiosk.ui.tokens import Level
from kiosk.ui.widgets.lettering import letters
from kiosk.ui.widgets.panels import column

_OWN = frozenset({Source.DERIVED, Source.SYSTEM})


class RowKey(Key):
    """One answer: whom it is about, what it is called, what was said; touching it changes it."""

    def __init__(self, kit: LobbyKit, row: Row, *, group: str) -> None:
        super().__init__(kit, "", name=kit.words("lobby-row-change", label=row.label, text=row.text, about=group))
        self.answer, self.left = row, True
        self.can_change = row.source not in _OWN
        self.enters = True

    def _change(self) -> str:
        if not self.can_change:
            return ""
        said = self.answer.state is QuestionState.SAID
        return self._kit.words("lobby-by-card" if said else "lobby-change")

    def inside(self) -> QRectF:
        """Left of 変更."""
        wide = letters(self._kit, Level.DENSE).width(self._change()) if self._change() else 0
        return super().inside().adjusted(0, 0, -(wide + self._kit.look.dp(24)), 0)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """The answer, and 変更 at the right."""
        super().paintEvent(event)
        lettering, look = letters(self._kit, Level.DENSE), self._kit.look
        wide = lettering.width(self._change()) + 2 if self._change() else 0
        spot = QRectF(self.width() - wide - look.dp(16), (self.height() - lettering.line) / 2, wide, lettering.line)
        lettering.draw(QPainter(self), spot, self._change(), colour=look.colour("primary"))


class CheckView(LobbyView):
    """Check your answers; 次へ says that they are right."""

    onward_key = "lobby-right"

    def __init__(self, kit: LobbyKit) -> None:
        super().__init__(kit)
        self.rows = Paged(kit, tall=88, columns=2)
        self._shown: tuple[tuple[str, Row], ...] = ()
        self.setLayout(column(self.rows, gap=0))

    def present(self, page: LobbyPage) -> None:
        """Every row once, under the person it is about; the page of answers that was read stays."""
        everybody = page.groups[0].label if len(page.groups) > 1 else ""
        named = ((group.label if group.label != everybody else "", group) for group in page.groups)
        shown = tuple((name, row) for name, group in named for row in group.rows)
        if shown == self._shown:
            return
        at = self.rows.page if len(shown) == len(self._shown) else 0
        self._shown = shown
        self.rows.offer([self._words(group, row) for group, row in shown], lambda each: self._key(*shown[each]))
        self.rows.turn(at)

    def _words(self, group: str, row: Row) -> str:
        return f"{self._label(group, row)}\n{row.text}"

    def _label(self, group: str, row: Row) -> str:
        return self.kit.words("lobby-row-about", about=group, label=row.label) if group else row.label

    def _key(self, group: str, row: Row) -> Key:
        key = RowKey(self.kit, row, group=group)
        key.set_text(self._words(group, row), name=key.accessibleName())
        if not key.can_change:
            key.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            return key
        return pressed_with(key, lambda: self.acted.emit(Change(path=row.path)))

    def hint(self, page: LobbyPage) -> str:
        """What waits for the counter."""
        if not page.held:
            return self.kit.words("lobby-check-hint")
        return self.kit.words("lobby-check-held", what=self.kit.words("list-between").join(page.held))

    def onward(self) -> LobbyAction:
        """They are right."""
        return Onward()

    def groups(self) -> list[list[QWidget]]:
        """The rows that can be changed, then the pager."""
        rows = ([key for key in row if not isinstance(key, RowKey) or key.can_change] for row in self.rows.groups())
        return [row for row in rows if row]

    def wipe(self) -> None:
        """No answer."""
        self._shown = ()
        self.rows.offer((), lambda _at: Key(self.kit, "", tone=Tone.LETTER))
