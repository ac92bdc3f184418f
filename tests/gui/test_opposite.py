"""The resident's screen beside the clerk's window: it follows, is answered and signed on, and keeps nothing."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kiosk.bootstrap.window import CounterDesk
from kiosk.demo.family import Demo
from kiosk.designing.rehearsal import answers, looked_through
from kiosk.flow.actions import GoTo, Put, Sign, StartVisit, Step
from kiosk.flow.desks.resident import NOBODY, ResidentPage, Shown
from kiosk.model.languages import ANSWERS, FACT
from kiosk.ui.resident.bodies import Asked, Checked, Signing
from kiosk.ui.resident.shelf import Shelf
from kiosk.ui.resident.window import ResidentWindow
from kiosk.ui.tokens import TextSize, Theme
from tests.gui.counter import settle, until, words_of
from tests.gui.real import Opens, confirm, said
from tests.gui.staff import enters
from tests.visits import ON_PAPER

WISHES = "case.requests"


def words_there(screen: ResidentWindow) -> str:
    """Every word on the resident's screen."""
    return "\n".join(text for child in screen.findChildren(QWidget) for text in words_of(child))


def still(qtbot: QtBot, desk: CounterDesk) -> None:
    until(qtbot, lambda: not desk.host.busy and not desk.jobs.running)


def begun(qtbot: QtBot, desk: CounterDesk, demo: Demo) -> ResidentWindow:
    """The family is here, and the resident's screen is open."""
    window = desk.window
    window.act(StartVisit(event=demo.case.event))
    for action in demo.sources(cards=True, extract=True):
        window.act(action)
        still(qtbot, desk)
    QTest.keyClick(window, Qt.Key.Key_F2, Qt.KeyboardModifier.ShiftModifier)
    window.side.opposite.open.click()
    assert window.opposite is not None
    assert window.opposite.window is not None
    return window.opposite.window


def handed_over(qtbot: QtBot, desk: CounterDesk, screen: ResidentWindow) -> str:
    """One question is answered by touch; what the clerk then sees of the answer."""
    window = desk.window
    window.interview.go(WISHES)
    QTest.keyClick(window, Qt.Key.Key_F4, Qt.KeyboardModifier.ShiftModifier)
    assert isinstance(screen.body, Asked)
    screen.body.choices[0].click()
    screen.body.choices[-1].click()
    still(qtbot, desk)
    questions = [each for section in window.page.sections for each in section.questions]
    return next(each for each in questions if each.path == WISHES).echo


def confirmed_there(qtbot: QtBot, desk: CounterDesk, demo: Demo, screen: ResidentWindow) -> None:
    """Everything is answered, and the resident says yes to it; at the end they are to sign."""
    window = desk.window
    for answer in answers(desk.visit, demo.case):
        window.act(answer)
        still(qtbot, desk)
    window.act(GoTo(step=Step.CHECK))
    still(qtbot, desk)
    assert isinstance(screen.body, Checked)
    assert screen.body.right is not None
    screen.body.right.click()
    assert not screen.page.unsure
    for action in looked_through(desk.visit):
        window.act(action)
        still(qtbot, desk)
    for _ in range(2):  # what is found out beside the window comes in between
        window.act(GoTo(step=Step.SIGN))
        still(qtbot, desk)


def signed_there(qtbot: QtBot, screen: ResidentWindow) -> None:
    """The first who signs writes their name; nothing written is no signature."""
    assert isinstance(screen.body, Signing)
    settle(qtbot)
    screen.body.accept.click()
    assert screen.body.issue.label.text
    pad = screen.body.pad
    QTest.mousePress(pad, Qt.MouseButton.LeftButton, pos=QPoint(20, 20))
    QTest.mouseMove(pad, QPoint(90, 50))
    QTest.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=QPoint(90, 50))
    screen.body.accept.click()


def test_a_whole_visit_is_followed_answered_confirmed_and_signed_on_the_screen_opposite(
    qtbot: QtBot, open_counter: Opens, demo: Demo
) -> None:
    desk = open_counter()
    window, screen = desk.window, begun(qtbot, desk, demo)
    window.act(Put(path=FACT, value=ANSWERS["en"]))
    window.interview.go("case.moved_on")
    assert screen.page.question is not None
    assert (screen.page.question.path, screen.kit.words.language) == ("case.moved_on", "en")
    assert handed_over(qtbot, desk, screen) == "回答済み"
    window.side.opposite.phrases["sign"].click()
    assert screen.phrase == "sign"
    screen.told.emit("interpreter")
    assert "通訳をお願いします" in said(desk)
    screen.recolour()
    screen.resize_text()
    confirmed_there(qtbot, desk, demo, screen)
    assert screen.phrase == ""
    screen.see_paper(0)
    assert isinstance(screen.body, Shelf)
    screen.see_paper(-1)
    signed_there(qtbot, screen)
    assert window.page.signers[0].signature is not None
    for signer in window.page.signers[1:]:
        window.act(Sign(person=signer.person, signature=ON_PAPER))
    confirm(qtbot, desk)
    assert window.page.slip in words_there(screen)
    window.end()
    until(qtbot, lambda: "架空" not in words_there(screen) and "260420" not in words_there(screen))
    assert (screen.page, screen.phrase, screen.look.language) == (NOBODY, "", "ja")
    assert (screen.look.size, screen.look.theme) == (TextSize.NORMAL, Theme.STANDARD)
    window.side.opposite.open.click()
    until(qtbot, lambda: window.opposite is not None and window.opposite.window is None)


def test_while_the_desk_is_hidden_nothing_of_the_visit_stands_on_the_screen_opposite(
    qtbot: QtBot, staffed: CounterDesk, demo: Demo
) -> None:
    enters(qtbot, staffed)
    screen = begun(qtbot, staffed, demo)
    staffed.window.interview.go("case.moved_on")
    assert screen.page.question is not None
    assert staffed.door is not None
    staffed.door.hide_screen()
    assert screen.page == ResidentPage(shown=Shown.WAITING)
    staffed.door.hide_screen()
    assert screen.page.question is not None
