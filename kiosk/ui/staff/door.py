"""The door of a desk: it shows the desk to who has signed in, and to everybody else a cover over all of it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeySequence, QShortcut

from kiosk.flow.attendance import Attendance, Stage, Why, begin, enter, lock, renewed
from kiosk.ui.staff.cards import CardWatch
from kiosk.ui.staff.cover import AGAIN, NAME, NEW, NUMBER, PIN, Cover
from kiosk.ui.staff.curtain import Curtain
from kiosk.ui.staff.watches import Countdown, IdleWatch
from kiosk.ui.widgets.message import Mood

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QMainWindow

    from kiosk.flow.attendance import Note
    from kiosk.model.errors import SiteError
    from kiosk.model.message import Message
    from kiosk.model.staff import SignIn, Staff
    from kiosk.ui.host import Host
    from kiosk.ui.kit import Kit
    from kiosk.ui.staff.page import FieldsPage
    from kiosk.ui.staff.ports import StaffPorts

T = TypeVar("T")
_WHY = {Why.IDLE: "staff-locked-idle", Why.CARD: "staff-locked-card"}


class DeskDoor(QObject):
    """Stands around a window's central widget. `opened` carries who has come in, `closed` that nobody is in any more,
    `told` words for the page behind it.

    Where it is not `staffed` (the demonstration) nobody signs in: the screen can be hidden, and that is all.
    """

    opened = Signal(object)
    closed = Signal()
    told = Signal(str)

    def __init__(
        self,
        kit: Kit,
        host: Host,
        window: QMainWindow,
        *,
        ports: StaffPorts,
        refocus: Callable[[], None],
        staffed: bool = True,
    ) -> None:
        super().__init__(window)
        self._kit, self._host, self._ports = kit, host, ports
        self.at, self.hidden = Attendance(Stage.CLOSED if staffed else Stage.OPEN), False
        self._given = ""
        self.cover = Cover(kit)
        self.curtain = Curtain(window, self.cover, refocus=refocus)
        self.idle = IdleWatch(window)
        self.cards, self.waiting = CardWatch(self, kit, ports.badges), Countdown(self)
        for keys, act in (("Pause", self.hide_screen), ("Ctrl+L", self.lock)):
            self.curtain.own.append(QShortcut(QKeySequence(keys), window, act))
        self._connect()
        self._show()

    def _connect(self) -> None:
        self._host.troubled.connect(self.cover.notices.show_troubles)
        for signal, act in (
            (self.cover.signed, self._sign_in),
            (self.cover.changing, partial(self._sign_in, change=True)),
            (self.cover.founded, self._found),
            (self.cover.chosen, self._renew),
            (self.cover.withdrew, lambda: self.lock(Why.HAND)),
            (self.cover.returned, self.hide_screen),
            (self.idle.gone, self._idle),
            (self.cards.laid, self._card_laid),
            (self.cards.taken, self._card_taken),
            (self.cards.failed, self._failed),
            (self.waiting.ticked, self._say_wait),
        ):
            signal.connect(act)

    def begin(self) -> None:
        """Find out whether the place has staff; from now on the reader is looked at, and whether anybody is here."""
        if self.at.open:
            return
        self._ask(self._ports.entrance.staffed, self._found_out)
        self.cards.timer.start()
        self.idle.begin(self._ports.idle_ms())

    def stop(self) -> None:
        """The window is taken down."""
        for timer in (self.cards.timer, self.idle.timer, self.waiting.timer):
            timer.stop()

    def _found_out(self, staffed: bool) -> None:  # noqa: FBT001 - an answer
        if not staffed and self.at.stage is Stage.CLOSED:
            self.at = begin(staffed=False)
            self._show()
        elif staffed:
            self.cards.offer(self.cover.sign_in.practice)

    # ---- a number and a PIN ------------------------------------------------------------------------------------------
    def _sign_in(self, *, change: bool = False) -> None:
        page, entrance = self.cover.sign_in, self._ports.entrance
        number, pin = page.typed(NUMBER), page.typed(PIN)
        if not page.complete():
            return
        page.lines[PIN].clear()
        if self.waiting.left:
            return
        page.say(self._kit.words("staff-looking"), mood=Mood.INFO)
        self._ask(lambda: entrance.by_number(number, pin), partial(self._tried, given=pin, change=change))

    def _tried(self, tried: SignIn | Message, *, given: str, change: bool) -> None:
        from kiosk.model.staff import Entered, NotEntered

        if self.at.stage is not Stage.CLOSED:
            return
        match tried:
            case Entered(person=person):
                renews = person.renew or change
                self._given = given if renews else ""
                coming = person.model_copy(update={"renew": renews})
                self._come_in(*enter(self.at, coming, case=self._ports.case()))
            case NotEntered(wait=wait):
                self.waiting.begin(wait)
            case _:
                self.cover.sign_in.say(self._kit.words.say(tried), at=NUMBER)

    def _say_wait(self, left: int) -> None:
        words, page = self._kit.words, self.cover.sign_in
        if left:
            page.say(words("staff-wrong", seconds=left), at=PIN)
        else:
            page.say(words("staff-wait-over"), mood=Mood.INFO)

    # ---- the first administrator, and a PIN of one's own -------------------------------------------------------------
    def _found(self) -> None:
        page, entrance = self.cover.founding, self._ports.entrance
        name, number, pins = page.typed(NAME), page.typed(NUMBER), (page.typed(PIN), page.typed(AGAIN))
        self._ask(lambda: entrance.found(name, number, pins), self._founded)

    def _founded(self, made: Staff | Message) -> None:
        from kiosk.model.message import Message
        from kiosk.model.staff import FOUNDED, NAME_UNFIT, NUMBER_UNFIT

        if not isinstance(made, Message):
            self._come_in(*enter(self.at, made))
            return
        if made.code == FOUNDED.key:  # at another window, meanwhile
            self.at = begin(staffed=True)
            self.cover.wipe()
            self._show()
            self.cover.sign_in.say(self._kit.words.say(made), mood=Mood.INFO)
            return
        at = {NAME_UNFIT.key: NAME, NUMBER_UNFIT.key: NUMBER}.get(made.code, PIN)
        page = self.cover.founding
        if at is PIN:
            page.lines[PIN].clear()
            page.lines[AGAIN].clear()
        page.say(self._kit.words.say(made), at=at)

    def _renew(self) -> None:
        page, entrance, person = self.cover.renewing, self._ports.entrance, self.at.entering
        pins, before = (page.typed(NEW), page.typed(AGAIN)), self._given
        page.wipe()
        if person is not None:
            self._ask(lambda: entrance.renew(person, pins, before=before), self._renewed)

    def _renewed(self, wrong: Message | None) -> None:
        if self.at.stage is not Stage.RENEWING:
            return
        if wrong is None:
            self._come_in(*renewed(self.at, case=self._ports.case()))
        else:
            self.cover.renewing.say(self._kit.words.say(wrong), at=NEW)

    def _come_in(self, at: Attendance, notes: tuple[Note, ...]) -> None:
        """Show what the desk asks for now: itself, or a PIN of one's own first."""
        self.at = at
        self.cover.wipe()
        if at.open and at.person is not None:
            self._given = ""
            self._ports.entrance.here(at.person)
            self._note(notes)
        self._show()
        if at.open:
            self.opened.emit(at.person)
            if notes:
                self.told.emit(self._kit.words("staff-taken-over"))

    # ---- staff cards -------------------------------------------------------------------------------------------------
    def _card_laid(self) -> None:
        if self.at.stage is Stage.CLOSED:
            self.cards.read(self._card_read)

    def _card_read(self, identifier: str) -> None:
        if self.at.stage is Stage.CLOSED:
            self._ask(lambda: self._ports.entrance.by_card(identifier), self._card_tried)

    def _card_tried(self, tried: SignIn) -> None:
        from kiosk.model.staff import Entered

        if self.at.stage is not Stage.CLOSED:
            return
        if not isinstance(tried, Entered):
            self.cover.sign_in.say(self._kit.words("staff-card-unknown"))
        elif self.cards.there:
            self._come_in(*enter(self.at, tried.person, by_card=True, case=self._ports.case()))

    def _card_taken(self) -> None:
        if self.at.by_card:
            self.lock(Why.CARD)

    # ---- closing and hiding ------------------------------------------------------------------------------------------
    def lock(self, why: Why = Why.HAND) -> None:
        """Close the desk over whatever it shows; what is closed already stays as it is. Where nobody has signed in, and
        nobody could again, it is hidden.
        """
        if self.at.open and self.at.person is None:
            self.hidden = True
            self._show()
            return
        at, notes = lock(self.at, why, case=self._ports.case())
        if at == self.at:
            return
        self.at, self.hidden, self._given = at, False, ""
        self._note(notes)
        if why is Why.HAND:
            self.cards.take_away()
        self.curtain.forget_copied()
        self.cover.wipe()
        self._show()
        if why in _WHY:
            self.cover.sign_in.say(self._kit.words(_WHY[why]), mood=Mood.INFO)
        self.closed.emit()

    def hide_screen(self) -> None:
        """Hide the desk from a look over the shoulder, or show it again; a closed one stays closed."""
        if self.at.open:
            self.hidden = not self.hidden
            self._show()

    def _idle(self) -> None:
        """Nobody has touched it: the desk is locked, and nothing that was half typed stays."""
        self.cover.wipe()
        self.lock(Why.IDLE)
        self.idle.timer.start()

    def _show(self) -> None:
        """The desk where somebody is in and nothing is hidden, else the cover with the page that is asked for."""
        if self.at.open and not self.hidden:
            self.curtain.open()
            return
        self.curtain.draw()
        words, person = self._kit.words, self.at.person
        match self.at.stage:
            case Stage.OPEN:
                self.cover.show_page(self.cover.hidden)
                self.cover.hidden.back.setFocus()
            case Stage.RENEWING:
                self._ask_for_new()
            case Stage.FOUNDING:
                self._turn(self.cover.founding)
            case Stage.CLOSED:
                waits = person is not None and self._ports.case()
                how = words("staff-in-open-visit", name=person.name) if waits and person else words("staff-in-how")
                self.cover.sign_in.how.set_text(how)
                self._turn(self.cover.sign_in)

    def _ask_for_new(self) -> None:
        from kiosk.model.staff import LONGEST, SHORTEST

        name = self.at.entering.name if self.at.entering else ""
        self.cover.renewing.how.set_text(self._kit.words("staff-renew-how", name=name, least=SHORTEST, most=LONGEST))
        self._turn(self.cover.renewing)

    def _turn(self, page: FieldsPage) -> None:
        self.cover.show_page(page)
        page.first().setFocus()

    # ---- the store ---------------------------------------------------------------------------------------------------
    def _ask(self, work: Callable[[], T], done: Callable[[T], None]) -> None:
        self._host.ask(work, done=done, failed=self._failed)

    def _failed(self, error: SiteError) -> None:
        """The place is not ready: nobody can come in, and here it is said why."""
        self.cover.say(self._kit.words("site-error", what=error.what, mend=error.mend, code=error.code))

    def _note(self, notes: tuple[Note, ...]) -> None:
        for note in notes:
            work = partial(self._ports.entrance.note, note)
            self._host.ask(work, done=lambda _: None, failed=partial(self._host.trouble, "store"))
