"""What the visit has to say, above the page: notices, and the summary of what is missing with ways to mend it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.flow.notices import TOLD_AT_THE_CARD
from kiosk.ui.widgets.button import Button, Rank
from kiosk.ui.widgets.message import Message, Mood
from kiosk.ui.widgets.panels import empty, pressed

if TYPE_CHECKING:
    from kiosk.flow.pages import CounterPage, QuestionView
    from kiosk.model.base import Issue
    from kiosk.ui.kit import Kit
    from kiosk.ui.troubles import Trouble

_MOODS = {"info": Mood.INFO, "warning": Mood.WARNING, "error": Mood.ERROR, "success": Mood.SUCCESS}
_SHOWN = 4


class NoticeArea(QWidget):
    """`picked` carries the path of the question that mends an issue."""

    picked = Signal(str)

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._shown: object = None
        self.links: list[Button] = []
        self._own, self._way = "", ""
        self._troubles: tuple[Trouble, ...] = ()
        self._page: CounterPage | None = None
        self._list = QVBoxLayout(self)
        self._list.setSpacing(kit.look.dp(8))
        side = kit.look.dp(16)
        self._list.setContentsMargins(side, kit.look.dp(8), side, 0)
        self.hide()

    @property
    def messages(self) -> list[Message]:
        """What is said now, from the top."""
        items = (self._list.itemAt(at) for at in range(self._list.count()))
        return [widget for item in items if item is not None and isinstance(widget := item.widget(), Message)]

    def say(self, text: str) -> None:
        """A message of the window itself, until the next page."""
        self._own = text

    def show_troubles(self, troubles: tuple[Trouble, ...]) -> None:
        """What is wrong with the place stays above everything else until it is mended."""
        self._troubles = troubles
        self._again()

    def under_way(self, text: str) -> None:
        """What is being done just now, and how far it is; empty when nothing is."""
        if text != self._way:
            self._way = text
            self._again()

    def advance(self, done: int, total: int) -> None:
        """How far a confirmation is."""
        if self._page is not None and self._page.confirming:
            self.under_way(self._kit.words("confirming-parcels", done=done, total=total))

    def _again(self) -> None:
        if self._page is not None:
            self.present(self._page)

    def present(self, page: CounterPage) -> None:
        """Show notices and issues if they changed."""
        self._page = page
        shown = (page.notices, page.issues, self._own, self._way, self._troubles)
        if shown != self._shown:
            self._shown = shown
            empty(self._list)
            self.links = []
            self._fill(page)
            self.setVisible(self._list.count() > 0)
        self._own = ""

    def _fill(self, page: CounterPage) -> None:
        told: dict[str, bool] = {}  # the store's and the courier's may be one and the same
        for trouble in self._troubles:
            text = self._trouble(trouble)
            told[text] = told.get(text, False) or trouble.urgent
        for text, urgent in told.items():
            self._list.addWidget(Message(self._kit, text, mood=Mood.ERROR if urgent else Mood.WARNING))
        if self._way:
            self._list.addWidget(Message(self._kit, self._way, mood=Mood.INFO))
        for notice in page.notices:
            if notice.message.code not in TOLD_AT_THE_CARD:
                text, mood = self._kit.words.say(notice.message), _MOODS.get(notice.kind, Mood.INFO)
                self._list.addWidget(Message(self._kit, text, mood=mood))
        if self._own:
            self._list.addWidget(Message(self._kit, self._own, mood=Mood.INFO))
        if page.issues:
            self._list.addWidget(self._summary(page))

    def _trouble(self, trouble: Trouble) -> str:
        words = self._kit.words
        if trouble.messages:
            return "".join(words.say(message) for message in trouble.messages)
        if not trouble.what:
            return words("trouble-courier-defect", code=trouble.code)
        if not trouble.code:
            return trouble.what
        return words("trouble", what=trouble.what, mend=trouble.mend, code=trouble.code)

    def _summary(self, page: CounterPage) -> Message:
        words = self._kit.words
        box = Message(self._kit, words("issues-title", n=len(page.issues)))
        views = [view for section in page.sections for view in section.questions]
        for issue in page.issues[:_SHOWN]:
            box.add(self._link(page, issue, next((view for view in views if _about(issue, view)), None)))
        if len(page.issues) > _SHOWN:
            box.add(Message(self._kit, words("issues-more", n=len(page.issues) - _SHOWN)))
        return box

    def _link(self, page: CounterPage, issue: Issue, view: QuestionView | None) -> QWidget:
        if view is None:
            return Message(self._kit, str(issue))
        path = view.path
        name = next((person.name for person in page.persons if person.id == view.person), "")
        where = self._kit.words("label-about", label=view.label, person=name) if name else view.label
        said = self._kit.words("issue-link", where=where, text=f"{issue.message}{issue.allowed}")
        button = Button(self._kit, said, rank=Rank.QUIET)
        pressed(button, lambda: self.picked.emit(path))
        self.links.append(button)
        return button


def _about(issue: Issue, view: QuestionView) -> bool:
    return issue.where in {view.path, view.label}
