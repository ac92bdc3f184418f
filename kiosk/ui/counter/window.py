"""The counter window: puts the parts together, sends every action to the desk and shows the page that comes back."""

from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QKeySequence, QShortcut

from kiosk.flow.actions import Action, End, GoTo, HandOff, Put, Step
from kiosk.flow.case_actions import Rewind, SetAside
from kiosk.flow.jobs import ListDay
from kiosk.flow.pages import CounterPage
from kiosk.ui.counter.chrome import Chrome
from kiosk.ui.counter.drawers import Side
from kiosk.ui.counter.household_strip import first_row
from kiosk.ui.counter.keys import LEAVE, again, bind, differing, refusal
from kiosk.ui.counter.lent_look import LentLook
from kiosk.ui.focus import FocusGuide
from kiosk.ui.host import Host
from kiosk.ui.kit import Kit
from kiosk.ui.troubles import Breakdown

_ORDER = (Step.INTERVIEW, Step.PLAN, Step.CHECK, Step.SIGN)
_KEY_STEPS = {5: Step.INTERVIEW, 6: Step.PLAN, 7: Step.CHECK, 8: Step.SIGN}
_SIDES = {1: Side.HELP, 2: Side.CARD, 3: Side.EXTRACT}


class CounterWindow(Chrome):
    """One window, one page at a time. `act(action)` and `present(page)` are all it does."""

    def __init__(self, kit: Kit, host: Host, first: CounterPage) -> None:
        super().__init__(kit, host, first)
        self._step: Step | None = None
        self._lent = LentLook(kit.look)
        self.setWindowTitle(kit.words("window-title"))
        self._connect()
        self.focus_guide = FocusGuide(self, look=kit.look)
        self.present(first)

    def _connect(self) -> None:
        self.wanted.connect(self.act)
        self.asking.connect(self.light)
        self.answered.connect(self._to_primary)
        self.picked.connect(self._pick)
        self.uncovered.connect(self._refocus)
        self.notices.picked.connect(self._pick)
        self.header.went.connect(self._go)
        self.header.spoke.connect(lambda language: self.act(Put(path="case.language", value=language)))
        self.header.asked_outbox.connect(self._toggle_office)
        self.office.closed.connect(lambda: self._turn(self.page.step))
        self.header.resize_text.connect(lambda: self._resize(step=1, wrap=True))
        self.header.recolour.connect(self.kit.look.recolour)
        self.keys.key.connect(self.key)
        self.keys.back.connect(self._back)
        self.keys.onward.connect(self.onward)
        self.leaving.kept.connect(self._unsay)
        self.leaving.panel.chosen.connect(lambda note: self.end(SetAside(note=note)))
        QShortcut(QKeySequence("Shift+F12"), self, lambda: self.key(12, write=True))
        self.start.register.asked.connect(self._register)
        self.strip.asked_purposes.connect(self._purposes)
        self.strip.picked.connect(self._jump)
        bind(self, keys=self.key, larger=self._resize, turn=self.turn_paper, escape=self._escape, zone=self._zone)
        self.kit.look.changing.connect(self.share)
        self.kit.look.changed.connect(self.share)
        self._connect_host()

    # ---- one action, one page ----------------------------------------------------------------------------------
    def _connect_host(self) -> None:
        host = self.host
        host.paged.connect(self.present)
        host.troubled.connect(self.notices.show_troubles)
        host.advanced.connect(self.notices.advance)
        host.broken.connect(self._break)
        host.rounds.counted.connect(self.header.show_outbox)
        host.listed.connect(self.start.day.present)
        host.listed.connect(self.start.register.present)
        host.found.connect(self.start.day.show_found)
        self.scans.told.connect(self.notices.say)
        self.scans.told.connect(self._unsay)
        self.scans.taken.connect(host.request)
        self.start.resumed.connect(host.request)
        self.start.day.sought.connect(self.scans.seek)
        self.start.day.ticked.connect(host.request)
        self.resumed.connect(host.back)
        self.left.connect(self.end)

    def act(self, action: Action) -> None:
        """Let the visit do it; the answer comes back as a page."""
        if self.stopped:
            self._say("broken-first")
        else:
            self.host.act(action)

    def _break(self, breakdown: Breakdown) -> None:
        """A defect: the page about it takes the place of the step and of the keys; nothing on it can go wrong."""
        self.office.is_open = False
        self._step = None
        self.stack.setCurrentWidget(self.broken)
        self.keys.hide()
        self.broken.present(breakdown)

    def present(self, page: CounterPage) -> None:
        """Show a page: chrome always, of the steps only the one that is open."""
        worked, self.page = self._works(), page
        self.notices.under_way(self.kit.words("confirming") if page.confirming else "")
        self.keys.show()
        self.header.present(page)
        self.strip.present(page)
        self.paged.emit(page)
        self.keys.present(page)
        self.notices.present(page)
        if page.step is not Step.START:
            self._lent.lend()
        if page.step is not Step.START or self.made("side"):
            self.side.present(page)
        self.view(page.step).present(page)
        if not self.ask_whose(page) and page.step is not self._step and not self.office.is_open:
            self._turn(page.step)
        self.leaving.forget()
        if worked and not self._works():  # what had the keyboard is gone: it goes on where the step goes on
            self._refocus()

    def _turn(self, step: Step) -> None:
        self._step = step
        self.stack.setCurrentWidget(self.view(step))
        if self.made("check") and step is not Step.CHECK:
            self.check.forget()
        self.ask_whose(self.page)
        if step is not Step.START or self.made("side"):
            self.side.for_step(step)
            self.side.paper.light("")
        self._refocus()

    def _refocus(self) -> None:
        self.focus_first(self.page.step, otherwise=self.keys.primary)

    # ---- keys and buttons --------------------------------------------------------------------------------------
    def key(self, number: int, *, write: bool = False) -> None:
        """Do what a function key says, or say where it can be done; with `write` (Shift) F12 is 中断."""
        instead = "broken-first" if self.stopped else refusal(number, self.page.step, begun=bool(self.page.slip))
        if instead:
            self._say(instead)
        elif number in _SIDES:
            self.side.toggle(_SIDES[number])
        elif number in _KEY_STEPS:
            self._go(_KEY_STEPS[number])
        elif number == LEAVE:
            self.office.leave()
            self._leave(write=write)
        else:
            self._act_key(number)

    def _act_key(self, number: int) -> None:
        self.office.leave()
        match number:
            case 4 if self.page.step is Step.PLAN:
                if instead := self.plan.leave():
                    self._say(instead)
            case 4:
                self.interview.hold()
            case 9:
                self.confirm()
            case 10:
                self.done.print()
            case 11:
                self._hand_off()

    def _hand_off(self) -> None:
        """職員がご案内します: the same words whatever the reason, and no other sign than any 保留 gives."""
        from kiosk.rules.keys import ROLE

        views = (view for section in self.page.sections for view in section.questions)
        question = next((view.ask or view.label for view in views if view.path == ROLE), "")
        words = self.kit.words
        self.notices.say(words("hand-off-how", question=question) if question else words("hand-off"))
        self.act(HandOff())
        if self.page.step is Step.INTERVIEW:
            self._refocus()
        else:
            self.keys.back_button.setFocus()  # Enter must not confirm

    def _leave(self, *, write: bool) -> None:
        """やめる, or with `write` 中断: it can wait, and a note may be left."""
        if self.page.confirming:
            self._say("notice-confirming")
        elif self.page.step is Step.DONE or (self.leaving.asked and not write):
            self.end()
        else:
            self._say("leave-sure")
            self.leaving.ask(write=write)

    def _go(self, step: Step) -> None:
        self.office.leave()
        if self.page.step is Step.DONE and step is not Step.DONE:
            self._say("after-done")
        elif step is Step.DONE:
            self._say("confirm-where")
        else:
            self.act(GoTo(step=step))
            if step is Step.SIGN and self.page.step is Step.CHECK:  # closed while something is left
                self.check.go_left()

    def _escape(self) -> None:
        """Out of the answer that is changed at the check; elsewhere out of what lies over the page."""
        here = self.page.step is Step.CHECK and not self.stopped and not self.office.is_open
        if not (here and self.check.back()):
            self.escape()

    def _back(self) -> None:
        self._go(_ORDER[max(_ORDER.index(self.page.step) - 1, 0)] if self.page.step in _ORDER else Step.INTERVIEW)

    def onward(self) -> None:
        """The primary action of the step; from the office's page, back to it."""
        if self.office.leave():
            return
        match self.page.step:
            case Step.INTERVIEW | Step.PLAN | Step.CHECK:
                self._go(_ORDER[_ORDER.index(self.page.step) + 1])
            case Step.SIGN:
                self.confirm()
            case Step.DONE:
                self.end()
            case _:
                self.start.go()

    def confirm(self) -> None:
        """確定: only after everybody has signed or will sign on paper."""
        left = self.sign.left()
        if left:
            self._say("sign-left", who="、".join(left))
        else:
            self.sign.confirm(self.page)

    def end(self, how: End | SetAside | None = None) -> None:
        """次の方へ, やめる and 中断: nothing of this visit stays on the glass."""
        self.office.leave()
        QGuiApplication.inputMethod().reset()  # else leaving the line would hand over what is half converted
        self.leaving.forget()
        self.host.act(how or End())
        self.strip.wipe()
        self.wipe()
        self._lent.give_back()
        self.welcomed.emit(None)
        self.host.request(ListDay())  # what was handed in at a terminal meanwhile

    # ---- back and forth ----------------------------------------------------------------------------------------
    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Ctrl+Z takes back what was said or done last, Ctrl+Y and Ctrl+Shift+Z do it again."""
        onward = again(event)
        if onward is None:
            super().keyPressEvent(event)
        else:
            self.rewind(onward=onward)

    def rewind(self, *, onward: bool) -> None:
        """The visit as it stood; the keyboard goes to what says something else now."""
        if self.stopped or self.page.step is Step.DONE:
            self._say("broken-first" if self.stopped else "after-done")
            return
        self.office.leave()
        before = self.page
        self.act(Rewind(onward=onward))
        path = differing(before, self.page)
        if path and self.page.proposal is None:
            self.show_path(path)

    def show_path(self, path: str) -> None:
        """Put the keyboard on an answer of the step that is open."""
        if self.page.step is Step.INTERVIEW:
            self.interview.go(path)
        elif self.page.step is Step.CHECK and self.check.table.choose(path):
            self.check.table.setFocus()

    # ---- between the parts -------------------------------------------------------------------------------------
    def _pick(self, path: str) -> None:
        """A box or an issue was chosen: show its question, at the check in its place."""
        self.office.leave()
        if self.page.step is Step.CHECK and not self.stopped and self.check.go(path):
            return
        if self.stopped or (self.page.step is not Step.INTERVIEW and self.page.step in _ORDER):
            self.act(GoTo(step=Step.INTERVIEW))
        if self.page.step is Step.INTERVIEW and not self.stopped:
            self.interview.go(path)

    def _jump(self, person: str) -> None:
        """A tile was pressed: that person's first open question, else their first; before the purpose who they are."""
        if self.page.step is Step.START:
            self.start.choose(person)
        elif self.page.step is Step.CHECK:
            self.check.show_person(person)
        elif path := first_row(self.page, person):
            self._pick(path)

    def _resize(self, *, step: int, wrap: bool = False) -> None:
        self.kit.look.resize(step=step, wrap=wrap)
        if not self.stopped:
            self.present(self.page)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Take no more work."""
        self.leaving.forget()
        self.kit.jobs.close()
        self.host.close()
        super().closeEvent(event)
