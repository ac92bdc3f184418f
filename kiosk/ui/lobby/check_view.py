"""The answers, grouped by person, as many a page as are seen whole; 変更 stands beside each that can be changed."""

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.flow.lobby.actions import Change, LobbyAction, Onward
from kiosk.flow.lobby.pages import LobbyPage
from kiosk.flow.pages import QuestionState, Row
from kiosk.model.source import Source
from kiosk.ui.lobby.boards.grid import pressed_with
from kiosk.ui.lobby.boards.key import Key, Tone
from kiosk.ui.lobby.boards.spread import Spread
from kiosk.ui.lobby.kit import LobbyKit
from kiosk.ui.lobby.view import LobbyView
from kiosk.ui.tokens import Level
from kiosk.ui.widgets.lettering import letters
from kiosk.ui.widgets.panels import column

_PAPERS: dict[Source | None, str] = {Source.CARD: "lobby-from-card", Source.PREENTRY: "lobby-from-home"}


class RowKey(Key):
    """One answer in words, with 変更 at its right; touching it changes it."""

    def __init__(self, kit: LobbyKit, name: str) -> None:
        super().__init__(kit, "", name=name)
        self.left, self.enters = True, True

    def inside(self) -> QRectF:
        """Left of 変更."""
        wide = letters(self._kit, Level.DENSE).width(self._kit.words("lobby-change"))
        return super().inside().adjusted(0, 0, -(wide + self._kit.look.dp(24)), 0)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """The answer, and 変更 at the right."""
        super().paintEvent(event)
        lettering, look = letters(self._kit, Level.DENSE), self._kit.look
        wide = lettering.width(self._kit.words("lobby-change")) + 2
        spot = QRectF(self.width() - wide - look.dp(16), (self.height() - lettering.line) / 2, wide, lettering.line)
        lettering.draw(QPainter(self), spot, self._kit.words("lobby-change"), colour=look.colour("primary"))


class CheckView(LobbyView):
    """Check your answers; 次へ says that they are right."""

    onward_key = "lobby-right"

    def __init__(self, kit: LobbyKit) -> None:
        super().__init__(kit)
        self.rows = Spread(kit, tall=72, columns=4, level=Level.DENSE, probe=RowKey(kit, ""))
        self._shown: tuple[tuple[str, Row], ...] = ()
        self._usual, self._mostly = frozenset[str](), ""
        self.setLayout(column(self.rows, gap=0))

    def present(self, page: LobbyPage) -> None:
        """Every row once, under the person it is about, first what nobody was asked; the page that was read stays."""
        everybody = page.groups[0].label if len(page.groups) > 1 else ""
        named = ((group.label if group.label != everybody else "", group) for group in page.groups)
        rows = [(name, row) for name, group in named for row in group.rows]
        shown = tuple(sorted(rows, key=lambda each: each[1].path not in page.usual))
        if (shown, page.usual) == (self._shown, self._usual):
            return
        at = self.rows.page if len(shown) == len(self._shown) else 0
        self._shown, self._usual = shown, page.usual
        self._mostly = self._common([row for _, row in shown])
        self.rows.offer([self._words(group, row) for group, row in shown], lambda each: self._key(*shown[each]))
        self.rows.turn(at)

    def _words(self, group: str, row: Row) -> str:
        return f"{self._label(group, row)}\n{row.text}"

    def _label(self, group: str, row: Row) -> str:
        """What it is called, whom it is about, and where it is from if nobody has said it here."""
        words = self.kit.words
        label = words("lobby-row-about", about=group, label=row.label) if group else row.label
        if row.path in self._usual:
            return words("lobby-row-from", label=label, **{"from": words("lobby-usual")})
        if row.state is QuestionState.SAID:
            paper = _paper(row)
            return label if paper == self._mostly else words("lobby-row-from", label=label, **{"from": words(paper)})
        return label

    def _common(self, rows: Sequence[Row]) -> str:
        """Where most answers are from, if nobody has said any of them here: then that is told once, in the hint."""
        others = [row for row in rows if row.path not in self._usual]
        papers = Counter(_paper(row) for row in others if row.state is QuestionState.SAID)
        return papers.most_common(1)[0][0] if papers and papers.total() == len(others) else ""

    def _key(self, group: str, row: Row) -> Key:
        name = self.kit.words("lobby-row-change", label=self._label("", row), text=row.text, about=group)
        key = RowKey(self.kit, name)
        key.set_text(self._words(group, row), name=name)
        return pressed_with(key, lambda: self.acted.emit(Change(path=row.path)))

    def hint(self, page: LobbyPage) -> str:
        """What waits for the counter, what nobody was asked for, or where the answers are from."""
        if self._mostly and not page.held and not page.usual:
            return self.kit.words("lobby-check-from", **{"from": self.kit.words(self._mostly)})
        if not page.held:
            return self.kit.words("lobby-check-usual" if page.usual else "lobby-check-hint")
        return self.kit.words("lobby-check-held", what=self.kit.words("list-between").join(page.held))

    def onward(self) -> LobbyAction:
        """They are right."""
        return Onward()

    def groups(self) -> list[list[QWidget]]:
        """Row by row, then the pager."""
        return self.rows.groups()

    def wipe(self) -> None:
        """No answer."""
        self._shown, self._usual, self._mostly = (), frozenset(), ""
        self.rows.offer((), lambda _at: Key(self.kit, "", tone=Tone.LETTER))


def _paper(row: Row) -> str:
    """What an answer that nobody has said here is from."""
    return _PAPERS.get(row.source, "lobby-from-paper")
