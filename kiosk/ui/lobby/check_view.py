"""The answers, grouped by person, as many a page as are seen whole; 変更 stands beside each that can be changed."""

from collections import Counter
from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from kiosk.flow.lobby.actions import Change, LobbyAction, Onward
from kiosk.flow.lobby.pages import LobbyPage
from kiosk.flow.pages import QuestionState, Row
from kiosk.model.path import key_of
from kiosk.model.source import Source
from kiosk.ui.lobby.boards.answer_key import AnswerKey
from kiosk.ui.lobby.boards.flow import Answer, Flow
from kiosk.ui.lobby.boards.grid import pressed_with
from kiosk.ui.lobby.boards.key import Key
from kiosk.ui.lobby.kit import LobbyKit
from kiosk.ui.lobby.view import LobbyView
from kiosk.ui.widgets.panels import column

_PAPERS: dict[Source | None, str] = {Source.CARD: "lobby-from-card", Source.PREENTRY: "lobby-from-home"}
_NAME, _READING = "person.name.full", "person.kana"


class CheckView(LobbyView):
    """Check your answers; 次へ turns to those that were not seen yet, and after the last says that they are right."""

    def __init__(self, kit: LobbyKit) -> None:
        super().__init__(kit)
        self.rows = Flow(kit)
        self._shown: tuple[tuple[str, Row], ...] = ()
        self._usual, self._mostly = frozenset[str](), ""
        self.rows.laid.connect(self._laid)
        self.setLayout(column(self.rows, gap=0))

    def present(self, page: LobbyPage) -> None:
        """Every row once, under the person it is about, first what nobody was asked; the page that was read stays."""
        everybody = page.groups[0].label if len(page.groups) > 1 else ""
        named = [(group.label if group.label != everybody else "", group.rows) for group in page.groups]
        usual = [(name, row) for name, rows in named for row in rows if row.path in page.usual]
        groups = [[(name, row) for row in _name_first(rows) if row.path not in page.usual] for name, rows in named]
        shown = (*usual, *(each for group in groups for each in group))
        if (shown, page.usual) == (self._shown, self._usual):
            return
        at = self.rows.page if len(shown) == len(self._shown) else 0
        self._shown, self._usual = shown, page.usual
        self._mostly = self._common([row for _, row in shown])
        answers = [[self._answer(name, row) for name, row in usual], *(self._together(group) for group in groups)]
        self.rows.offer(answers, self._key)
        self.rows.turn(min(at, self.rows.pages - 1))

    def _together(self, group: Sequence[tuple[str, Row]]) -> list[Answer]:
        """A person's answers stand together under their name; where that is not among them, each says whose it is."""
        joined = bool(group) and key_of(group[0][1].path) == _NAME
        return [self._answer(name, row, joined=joined and bool(name)) for name, row in group]

    def _answer(self, group: str, row: Row, *, joined: bool = False) -> Answer:
        alone = self._label(group, row)
        return Answer(self._label("", row), row.text, alone) if joined else Answer(alone, row.text)

    def _label(self, group: str, row: Row) -> str:
        """What it is called, whom it is about, and what contradicts it or, said nowhere here, where it is from."""
        words = self.kit.words
        label = words("lobby-row-about", about=group, label=row.label) if group else row.label
        if row.issue:
            return words("lobby-row-from", label=label, **{"from": row.issue})
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

    def _key(self, at: int, label: str) -> Key:
        group, row = self._shown[at]
        name = self.kit.words("lobby-row-change", label=self._label("", row), text=row.text, about=group)
        key = AnswerKey(self.kit, label, row.text, name=name)
        return pressed_with(key, lambda: self.acted.emit(Change(path=row.path)))

    def heading(self, page: LobbyPage) -> str:
        """Which page of how many, where there is more than one."""
        title = super().heading(page)
        if self.rows.pages == 1:
            return title
        place = self.kit.words("board-page", page=str(self.rows.page + 1), pages=str(self.rows.pages))
        return self.kit.words("lobby-check-page", title=title, place=place)

    def hint(self, page: LobbyPage) -> str:
        """What waits for the counter, what nobody was asked for, or where the answers are from."""
        if self._mostly and not page.held and not page.usual:
            return self.kit.words("lobby-check-from", **{"from": self.kit.words(self._mostly)})
        if not page.held:
            return self.kit.words("lobby-check-usual" if page.usual else "lobby-check-hint")
        return self.kit.words("lobby-check-held", what=self.kit.words("list-between").join(page.held))

    # ---- on and back -----------------------------------------------------------------------------------------------
    def _laid(self) -> None:
        """Right is only said of what was all seen."""
        self.onward_key = "lobby-right" if self._last else "lobby-next"
        self.reshaped.emit()

    @property
    def _last(self) -> bool:
        return self.rows.page + 1 == self.rows.pages

    def onward(self) -> LobbyAction | None:
        """The next answers; after the last, they are right."""
        if self._last:
            return Onward()
        self._turn(1)
        return None

    def back(self) -> bool:
        """To the answers before."""
        if self.rows.page:
            self._turn(-1)
            return True
        return False

    def _turn(self, step: int) -> None:
        self.rows.turn(step)
        self.turned.emit()

    def groups(self) -> list[list[QWidget]]:
        """Line by line."""
        return self.rows.groups()

    def wipe(self) -> None:
        """No answer."""
        self._shown, self._usual, self._mostly = (), frozenset(), ""
        self.rows.offer((), self._key)


def _name_first(rows: Sequence[Row]) -> list[Row]:
    """By their place, but for a name with its reading, which says whose the others are."""
    return sorted(rows, key=lambda row: [_NAME, _READING, key_of(row.path)].index(key_of(row.path)))


def _paper(row: Row) -> str:
    """What an answer that nobody has said here is from."""
    return _PAPERS.get(row.source, "lobby-from-paper")
