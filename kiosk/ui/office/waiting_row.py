"""One parcel that has not left: which visit and procedure, where to, how it stands, why, and what staff can do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from kiosk.model.parcel import UNSEEN, Cause, State
from kiosk.ui.office.own_line import OwnLine
from kiosk.ui.office.passed_fold import PassedFold
from kiosk.ui.office.second_line import SecondLine
from kiosk.ui.office.times import said_at
from kiosk.ui.tokens import Level
from kiosk.ui.widgets.appear import appear
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.chip import Chip, Tone
from kiosk.ui.widgets.flow_layout import flow
from kiosk.ui.widgets.glyph_label import GlyphLabel
from kiosk.ui.widgets.message import Message, Mood
from kiosk.ui.widgets.panels import Panel, pressed
from kiosk.ui.widgets.reason_line import ReasonLine

if TYPE_CHECKING:
    import datetime as dt

    from PySide6.QtWidgets import QWidget

    from kiosk.ui.kit import Kit
    from kiosk.ui.office.ports import Waiting

_TONES = {State.HELD: Tone.RED, State.LEASED: Tone.BLUE, State.RELAYED: Tone.BLUE}
_SHOWN = 5


class WaitingRow(Panel):
    """`released` and `owned` carry the parcel's number, `skipped` and `vouched` also the reason that is asked for
    before anything; the last is offered where a paper may lie at the receiver. What never leaves is decided by two
    where the place has staff (`two`): `skipped` then carries the other's number, too. `opened` carries the number of
    the visit whose answers are to be corrected, where that can be done from here (`opens`).
    """

    released = Signal(object)
    owned = Signal(object)
    opened = Signal(str)
    skipped = Signal(object, str, str)
    vouched = Signal(object, str)

    def __init__(self, kit: Kit, waiting: Waiting, *, two: bool = False, opens: bool = False) -> None:
        line = waiting.explained.line
        super().__init__(kit, edge="error" if line.state is State.HELD else "line")
        self._kit, self.waiting, self.message, self._two, self._why_not = kit, waiting, line.message, two, ""
        words = kit.words
        state = Chip(kit, words(f"sending-state-{line.state.value}"), tone=_TONES.get(line.state, Tone.NEUTRAL))
        self.title = GlyphLabel(kit, words("sending-row", slip=line.slip, title=waiting.title), bold=True)
        self.times = GlyphLabel(kit, self._times(), level=Level.DENSE)
        self.why = Message(kit, self._why(), mood=Mood.WARNING if line.state is State.HELD else Mood.INFO)
        self.release, self.skip = Button(kit, words("sending-release")), Button(kit, words("sending-skip"))
        self.own = OwnLine(kit, waiting.charge)
        self.vouch, self.open_it = Button(kit, words("sending-vouch")), Button(kit, words("sending-open"))
        appear(self.open_it, on=opens and waiting.explained.cause is Cause.CONTENT)
        self.asked = ReasonLine(kit, label=words("sending-reason"), sure=words("sending-sure"))
        self.seen = ReasonLine(kit, label=words("sending-vouch-reason"), sure=words("sending-vouch-sure"))
        self.second = SecondLine(kit, sure=words("sending-second-sure"))
        for widget in (flow(state, self.title, gap=kit.look.dp(12)), self.times, self.why):
            self.column.addWidget(widget)
        self.passed = PassedFold(kit, waiting.passed)
        appear(self.passed, on=bool(waiting.passed))
        self.column.addWidget(self.passed)
        self._arrange(held=line.state is State.HELD)

    def _arrange(self, *, held: bool) -> None:
        gap = self._kit.look.dp(12)
        for asked in (self.asked, self.seen, self.second):
            asked.hide()
        actions = flow(self.open_it, self.vouch, self.release, self.skip, self.own, gap=gap)
        appear(self.vouch, on=self.waiting.explained.line.code in UNSEEN)
        self.column.addWidget(actions)
        actions.setVisible(held)
        self.own.taken.connect(lambda: self.owned.emit(self.message))
        for asked in (self.asked, self.second, self.seen):
            self.column.addWidget(asked)
        pressed(self.open_it, lambda: self.opened.emit(self.waiting.explained.line.slip))
        pressed(self.release, lambda: self.released.emit(self.message))
        pressed(self.skip, lambda: self._ask(self.asked))
        pressed(self.vouch, lambda: self._ask(self.seen))
        self.seen.given.connect(lambda said: self.vouched.emit(self.message, said))
        self.asked.given.connect(self._let_go)
        self.second.given.connect(lambda other: self.skipped.emit(self.message, self._why_not, other))

    def _ask(self, line: ReasonLine | SecondLine) -> None:
        """One question at a time."""
        for each in (self.asked, self.seen, self.second):
            each.hide()
        line.ask()

    def _let_go(self, said: str) -> None:
        """The reason is there; where two decide, the other one is asked for now."""
        if not self._two:
            self.skipped.emit(self.message, said, "")
            return
        self._why_not = said
        self.second.wipe()
        self._ask(self.second)
        self.second.said.set(self._kit.words("sending-second", why=said), mood=Mood.INFO)

    def first(self) -> QWidget:
        """Where the keyboard begins: at what can be decided, else at what became of it."""
        return self.release if self.waiting.explained.line.state is State.HELD else self.passed.fold

    @property
    def asking(self) -> bool:
        """Whether somebody is being asked for a reason, or for a second one."""
        return any(not each.isHidden() for each in (self.asked, self.seen, self.second))

    def _times(self) -> str:
        line, words = self.waiting.explained.line, self._kit.words
        said = [words("sending-since", place=self.waiting.place, since=self._local(line.since), n=line.attempts)]
        if line.state is State.READY and not line.behind:
            said.append(words("sending-next", at=self._local(line.next_at)))
        return "　".join(said)

    def _local(self, at: dt.datetime) -> str:
        return said_at(self._kit, at)

    def _at_hub(self) -> str:
        """That its receiver has it not, and what has come of it at the hub so far."""
        line, words = self.waiting.explained.line, self._kit.words
        if not line.code:
            return words("sending-relayed")
        return "\n".join(filter(None, (words("sending-relayed-why", code=line.code), line.detail)))

    def _why(self) -> str:
        """The cause and what to do, then each field with its rule; for what only waits, what came of the last try."""
        explained, words = self.waiting.explained, self._kit.words
        if explained.line.behind:
            return words("sending-behind")
        if explained.line.state is State.RELAYED:
            return self._at_hub()
        issues = [str(issue) for issue in explained.wrong[:_SHOWN]]
        if len(explained.wrong) > _SHOWN:
            issues.append(words("sending-more-issues", n=len(explained.wrong) - _SHOWN))
        if explained.cause is None:
            return explained.line.detail
        mended = explained.renewable and explained.cause is Cause.SETTINGS
        key = "renewable" if mended else explained.cause.value
        head = words(f"sending-cause-{key}", code=explained.line.code)
        return "\n".join((head, *(issues or filter(None, [explained.line.detail]))))
