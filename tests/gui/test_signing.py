"""Signatures that stand, are written again, or go on paper."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.flow.actions import Answer, GoTo, Sign, StartVisit, Step, UseCard
from kiosk.model.fact import Signature
from kiosk.model.wareki import PartialDate
from kiosk.ui.counter.sign_view import SignerPanel
from tests.gui.counter import Counter, until
from tests.gui.family import FACE, SIGNATURE
from tests.visits import ON_PAPER


@pytest.fixture
def panel(counter: Counter) -> SignerPanel:
    counter.window.act(StartVisit(event="e0"))
    counter.name()
    counter.reach(Step.SIGN)
    return counter.window.sign.panels["p1"]


def sign(counter: Counter, signature: Signature = SIGNATURE) -> None:
    counter.window.act(Sign(person="p1", signature=signature))


def come_back(counter: Counter) -> None:
    counter.window.act(GoTo(step=Step.CHECK))
    counter.window.act(GoTo(step=Step.SIGN))


def test_a_visit_that_sends_nothing_says_so_before_it_is_confirmed(counter: Counter, panel: SignerPanel) -> None:
    view = counter.window.sign
    assert (panel.isVisible(), view.how.isVisible(), view.nothing.isVisible()) == (True, True, False)
    counter.window.present(replace(counter.window.page, sent=0, signers=()))
    assert (view.how.isVisible(), view.nothing.isVisible()) == (False, True)
    assert view.nothing.label.text == counter.words("sign-nothing")


def test_a_signature_that_stands_is_drawn_read_only_and_survives_leaving(counter: Counter, panel: SignerPanel) -> None:
    sign(counter)
    for _ in range(2):
        assert panel.pad.standing
        assert [len(stroke) for stroke in panel.pad._strokes] == [len(stroke) for stroke in SIGNATURE.strokes]
        assert (panel.accept.isVisible(), panel.again.isVisible()) == (False, True)
        come_back(counter)
    assert counter.window.sign.left() == ["架空　花子"]


def test_writing_again_opens_the_pad_until_the_page_is_left(counter: Counter, panel: SignerPanel) -> None:
    sign(counter)
    panel.again.click()
    assert not panel.pad.standing
    assert panel.accept.isVisible()
    assert "架空　太郎" in counter.window.sign.left()
    come_back(counter)
    assert panel.pad.standing
    assert panel.chip.text == counter.words("sign-done")


def test_who_signs_on_paper_sees_so_also_after_coming_back(counter: Counter, panel: SignerPanel, qtbot: QtBot) -> None:
    panel.paper.click()
    for _ in range(2):
        assert panel.how.isVisible()
        assert not panel.pad.isVisible()
        assert panel.chip.text == counter.words("sign-on-paper")
        come_back(counter)
    panel.again.click()
    assert panel.pad.isVisible()
    assert panel.accept.isVisible()


def test_a_second_member_of_staff_looks_before_it_is_confirmed_and_no_pin_stays(counter: Counter, qtbot: QtBot) -> None:
    counter.window.act(StartVisit(event="e0"))
    visit, second = counter.desk.at_once.visit, counter.window.sign.second
    visit.outside = replace(visit.outside, second_check=frozenset(visit.outside.book.procedures))
    counter.ready()
    counter.window.act(GoTo(step=Step.SIGN))
    counter.window.key(9)
    assert (second.isVisible(), QApplication.focusWidget()) == (True, second.line.number)
    assert counter.window.page.second[0] in second.what.text
    second.line.number.setText("1002")
    for pin, step in (("0000", Step.SIGN), ("4711", Step.DONE)):
        second.line.pin.setText(pin)
        QTest.keyClick(second.line.pin, Qt.Key.Key_Return)
        assert second.line.pin.text() == ""
        until(qtbot, lambda: bool(second.line.said.label.text) or not second.isVisible())
        assert counter.window.page.step is step
    assert (counter.desk.state.case and counter.desk.state.case.checked_by, second.rows.text) == ("1002", "")


def test_a_void_signature_leaves_an_empty_pad(counter: Counter, panel: SignerPanel) -> None:
    sign(counter)
    counter.window.act(Answer(path="bank.number", text="0000000"))
    told = {message.label.text for message in counter.window.notices.messages}
    assert counter.window.page.step is Step.CHECK
    assert counter.words("notice-signature-void") in told
    counter.reach(Step.SIGN)
    assert not panel.pad.written
    assert panel.accept.isVisible()


def test_after_the_last_signature_on_paper_enter_confirms(counter: Counter, panel: SignerPanel) -> None:
    for each in counter.window.sign.panels.values():
        each.paper.setFocus()
        QTest.keyClick(each.paper, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is counter.window.keys.primary
    QTest.keyClick(counter.window.keys.primary, Qt.Key.Key_Return)
    assert counter.window.page.step is Step.DONE


def test_between_two_signatures_the_keyboard_goes_to_whoever_signs_next(counter: Counter, panel: SignerPanel) -> None:
    panel.paper.setFocus()
    QTest.keyClick(panel.paper, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is counter.window.sign.panels["p2"].accept


@pytest.mark.parametrize("signed", [False, True], ids=["waiting", "signed"])
def test_back_from_a_strangers_card_at_the_signatures_the_keyboard_is_where_the_step_goes_on(
    counter: Counter, panel: SignerPanel, *, signed: bool
) -> None:
    window = counter.window
    stranger = FACE.model_copy(update={"name": "別人　三郎", "birth": PartialDate(iso="1950-05-05")})
    if signed:
        for person in window.sign.panels:
            counter.window.act(Sign(person=person, signature=ON_PAPER))
    window.act(UseCard(person="p1", face=stranger))
    assert window.stack.currentWidget() is window.whose
    QTest.keyClick(window.whose.first(), Qt.Key.Key_Return)
    assert window.stack.currentWidget() is window.sign
    assert QApplication.focusWidget() is (window.keys.primary if signed else panel.accept)
