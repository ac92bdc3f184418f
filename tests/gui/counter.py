"""The counter window over a real visit in a made-up town, with paper, cards and an office made by hand."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEventLoop, QRect
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QLineEdit, QTableView, QWidget
from pytestqt.qtbot import QtBot

from kiosk.designing.rehearsal import looked_through
from kiosk.flow.actions import Action, Answer, Confirm, GoTo, Hold, Sign, Step
from kiosk.flow.at_once import AtOnce
from kiosk.flow.clock import FixedClock
from kiosk.flow.jobs import Done, Reply
from kiosk.flow.outside import Outside
from kiosk.flow.pages import Choice, CounterPage
from kiosk.flow.state import VisitState
from kiosk.flow.visit import Visit
from kiosk.flow.wording import Wording
from kiosk.ui.counter.window import CounterWindow
from kiosk.ui.host import Host
from kiosk.ui.jobs import Jobs
from kiosk.ui.kit import Kit
from kiosk.ui.theme import Look
from kiosk.words import Words
from tests.gui.fake_office import FakeOffice, FakeSending
from tests.gui.fake_ports import FakeCards, FakeGlyphs, FakeLog, FakePaper, Nothing
from tests.gui.family import EVENTS, NAMES, SAID
from tests.gui.town import town
from tests.leftovers import of_a_single_shot, running_timers
from tests.visits import ON_PAPER, PLANNER, Register

ASSETS = Path(__file__).resolve().parents[2] / "assets"
AT_TEN = dt.datetime(2026, 4, 20, 1, tzinfo=dt.UTC)


class CounterDesk:
    """The visit behind the glass, its jobs done at once; remembers everything that it was asked to do."""

    def __init__(self) -> None:
        book = town()
        wording = Wording(Words.load(ASSETS / "words"), book.vocabulary)
        outside = Outside(book=book, planner=PLANNER, clock=FixedClock(AT_TEN), wording=wording)
        self.at_once, self.log = AtOnce(Visit(outside), Register()), list[Action | Done]()

    @property
    def state(self) -> VisitState:
        return self.at_once.visit.state

    @property
    def open(self) -> tuple[str, ...]:
        """The questions that wait for an answer, the next one first."""
        snapshot = self.at_once.snapshot
        return snapshot.interview.open if snapshot is not None else ()

    def handle(self, action: Action | Done) -> Reply:
        self.log.append(action)
        return Reply(self.at_once.handle(action))

    def page(self) -> CounterPage:
        return self.at_once.visit.page()


@dataclass
class Counter:
    """The window with everything behind it."""

    window: CounterWindow
    desk: CounterDesk
    cards: FakeCards
    office: FakeOffice
    glyphs: FakeGlyphs
    words: Words
    sending: FakeSending

    def reach(self, step: Step) -> None:
        """Go to a step; to sign, everything is answered and looked through; at last everybody signs on paper."""
        if step is Step.SIGN:
            self.answered()
        if step is not Step.DONE:
            self.window.act(GoTo(step=step))
            return
        self.ready()
        self.window.act(Confirm())
        assert self.window.page.step is Step.DONE, self.window.page.notices

    def ready(self) -> None:
        """Everything is looked through, and everybody signs on paper."""
        self.looked()
        for signer in self.window.page.signers:
            self.window.act(Sign(person=signer.person, signature=ON_PAPER))

    def answered(self) -> None:
        """Everything that is open is answered, and the answers are looked through."""
        while self.desk.open:
            path = self.desk.open[0]
            questions = (each for section in self.window.page.sections for each in section.questions)
            view = next(each for each in questions if each.path == path)
            self.window.act(Answer(path=path, text=SAID.get(view.type) or view.choices[0].label))
            assert path not in self.desk.open[:1], self.desk.state.typed
        self.looked()

    def looked(self) -> None:
        """Everything that is open is held, and the answers are looked through."""
        for path in self.desk.open:
            self.window.act(Hold(path=path))
        for action in looked_through(self.desk.at_once.visit):
            self.window.act(action)

    def name(self, **people: str) -> None:
        """Say what people are called: p1="架空　太郎"; without words, everybody of the family."""
        for person, called in (people or NAMES).items():
            self.window.act(Answer(path=f"person[{person}].name.full", text=called))


def make_counter(folder: Path) -> Counter:
    desk, cards, office, glyphs = CounterDesk(), FakeCards(), FakeOffice(folder), FakeGlyphs()
    words = Words.load(ASSETS / "words")
    events = tuple(Choice(code=f"e{at}", label=label) for at, label in enumerate(EVENTS))
    kit = Kit(
        words=words,
        look=Look(),
        glyphs=glyphs,
        paper=FakePaper(),
        cards=cards,
        drawer=cards,
        office=office,
        jobs=Jobs(),
        events=events,
    )
    kit.look.apply()
    sending = FakeSending()
    window = CounterWindow(kit, Host(desk, doing=lambda _: Nothing(), log=FakeLog(), sending=sending), desk.page())
    window.resize(1366, 768)
    return Counter(window, desk, cards, office, glyphs, words, sending)


def keyboard() -> QWidget:
    """The widget that gets the next key."""
    focus = QApplication.focusWidget()
    assert focus is not None, "nothing has the keyboard"
    return focus


def settle(qtbot: QtBot) -> None:
    """Until nothing on the glass moves any more and nothing is left to be done a moment later."""
    before: list[tuple[QWidget, QRect]] = []

    def still() -> bool:
        nonlocal before
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 60_000)  # until there are none
        seen = [(widget, widget.geometry()) for widget in QApplication.allWidgets() if widget.isVisible()]
        moved, before = seen != before, seen
        return not moved and not any(of_a_single_shot(timer) for timer in running_timers())

    until(qtbot, still)


def until(qtbot: QtBot, condition: Callable[[], bool]) -> None:
    """Let the window live until this is so; the limit is only for what never comes, however busy the machine."""
    qtbot.waitUntil(condition, timeout=60_000)


def words_on_the_glass() -> list[str]:
    return [text for widget in QApplication.allWidgets() for text in words_of(widget)]


def words_of(widget: QWidget) -> list[str]:
    """Every word that a widget holds, shown or not."""
    words = [widget.accessibleName(), widget.toolTip(), widget.windowTitle(), str(getattr(widget, "_text", ""))]
    match widget:
        case QLineEdit() | QAbstractButton() | QLabel():
            words.append(widget.text())
        case QComboBox():
            words += [widget.itemText(at) for at in range(widget.count())]
        case QTableView():
            model = widget.model()
            cells = [(row, column) for row in range(model.rowCount()) for column in range(model.columnCount())]
            words += [str(model.index(row, column).data()) for row, column in cells]
    return words
