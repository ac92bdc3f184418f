"""Whose card is it: the page that asks, its keys, and the drawer beside it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.flow.actions import Answer, Decide, Decision, End, RemovePerson, StartVisit, Step, UseCard, UseExtract
from kiosk.flow.pages import Likened, ProposalView
from kiosk.model.fact import Value
from kiosk.model.source import Source
from kiosk.ui.counter.drawers import Side
from kiosk.ui.counter.whose_view import WhoseView
from tests.gui.counter import Counter, keyboard, until
from tests.gui.family import FACE

HERS = FACE.model_copy(update={"name": "架空　花子"})
BARE = FACE.model_copy(update={"name": "葛城　太郎"})


def texts(view: WhoseView) -> list[str]:
    return [button.text() for button in view.buttons.values()]


def begin(counter: Counter) -> None:
    """A visit of one person."""
    counter.window.act(StartVisit(event="e0"))
    for person in counter.window.page.persons[1:]:
        counter.window.act(RemovePerson(person=person.id))


def stopped(counter: Counter) -> WhoseView:
    """A card of one person, then one of another for the same member."""
    begin(counter)
    counter.window.act(UseCard(person="p1", face=FACE))
    counter.window.act(UseCard(person="p1", face=HERS))
    view = counter.window.whose
    assert counter.window.stack.currentWidget() is view
    return view


def test_another_persons_card_stops_with_its_ways_and_enter_takes_nothing(counter: Counter) -> None:
    view = stopped(counter)
    assert view.title.text == "別の方のカードです"
    assert texts(view) == ["戻る", "受付を終える", "代理人のカードです", "世帯に加える"]
    assert keyboard() is view.buttons[Decision.BACK]
    QTest.keyClick(keyboard(), Qt.Key.Key_Return)
    assert (counter.window.page.proposal, len(counter.window.page.persons)) == (None, 1)
    assert counter.window.stack.currentWidget() is counter.window.interview


def test_while_it_is_asked_no_button_of_the_step_stands_beside_the_ways(counter: Counter) -> None:
    view, keys = stopped(counter), counter.window.keys
    assert not keys.primary.isVisible()
    view.buttons[Decision.BACK].click()
    assert keys.primary.isVisible()


def test_the_keyboard_walks_through_the_ways(counter: Counter) -> None:
    view = stopped(counter)
    for _ in range(3):
        QTest.keyClick(keyboard(), Qt.Key.Key_Tab)
    assert keyboard() is view.buttons[Decision.ANOTHER]
    QTest.keyClick(keyboard(), Qt.Key.Key_Return)
    assert [person.name for person in counter.window.page.persons] == [FACE.name, HERS.name]


def test_why_it_was_decided_can_be_said_and_is_forgotten_with_the_question(counter: Counter) -> None:
    view = stopped(counter)
    view.reason.setText("  顔写真で確認 ")
    view.buttons[Decision.ANOTHER].click()
    assert counter.desk.log[-1] == Decide(decision=Decision.ANOTHER, reason="顔写真で確認")
    assert view.reason.text() == ""


def test_a_card_that_was_read_before_the_role_was_said_can_be_the_agents(counter: Counter) -> None:
    begin(counter)
    counter.window.act(UseCard(person="p1", face=FACE))
    counter.window.act(Answer(path="case.applicant_role", text="任意代理人"))
    view = counter.window.whose
    assert counter.window.stack.currentWidget() is view
    assert texts(view) == ["戻る（来られた方を選び直す）", "この方ご本人のカードです", "代理人のカードです"]
    assert keyboard() is view.buttons[Decision.BACK]
    view.buttons[Decision.AGENT].click()
    assert counter.window.stack.currentWidget() is counter.window.interview
    assert FACE.name not in [person.name for person in counter.window.page.persons]


def test_the_visit_can_be_ended_there_and_nothing_stays(counter: Counter) -> None:
    view = stopped(counter)
    view.buttons[End].click()
    assert counter.window.page.step is Step.START
    assert counter.window.stack.currentWidget() is counter.window.start
    assert (view.title.text, view.buttons) == ("", {})


def test_another_step_is_not_shown_before_it_is_decided(counter: Counter) -> None:
    view = stopped(counter)
    counter.window.key(6)
    assert counter.window.stack.currentWidget() is view
    assert counter.words("notice-decide-first") in [message.label.text for message in counter.window.notices.messages]


def test_the_offices_page_gives_way_to_the_question_again(counter: Counter) -> None:
    view = stopped(counter)
    counter.window.office.toggle()
    counter.window.office.leave()
    assert counter.window.stack.currentWidget() is view


def test_who_may_be_the_same_is_accepted_or_declined(counter: Counter) -> None:
    begin(counter)
    counter.window.act(UseCard(person="p1", face=BARE))
    counter.window.act(UseCard(person="p1", face=FACE))
    view = counter.window.whose
    assert (view.title.text, texts(view)) == ("同じ方ですか", ["戻る", "別の方です（世帯に加える）", "同じ方です"])
    view.buttons[Decision.SAME].click()
    assert [person.name for person in counter.window.page.persons] == [FACE.name]


def test_a_paper_says_one_thing_above_the_page_and_nothing_in_its_own_list(counter: Counter, qtbot: QtBot) -> None:
    row: dict[str, Value] = {"person.name.full": FACE.name, "person.birth.date": FACE.birth}
    begin(counter)
    counter.window.act(UseCard(person="p1", face=FACE))
    counter.office.extract = UseExtract(persons=(row,), case={})
    counter.window.key(3)
    for key in ("notice-extract-taken", "notice-extract-twice"):
        counter.window.side.extract.path.setText("/somewhere.csv")
        counter.window.side.extract.read.click()
        said = [message.label.text for message in counter.window.notices.messages]
        wanted = counter.words(key, n=1) if key.endswith("taken") else counter.words(key)
        assert said == [wanted]
        assert counter.window.side.extract.said.label.text == ""
    until(qtbot, lambda: not counter.window.kit.jobs.running)


def test_the_drawer_chooses_who_has_no_card_and_nobody_when_all_have_one(counter: Counter, qtbot: QtBot) -> None:
    begin(counter)
    counter.window.key(2)
    drawer = counter.window.side.card
    for expected in ("p1", ""):
        assert drawer._person == expected
        drawer.samples[0].click()
        until(qtbot, lambda: not counter.window.kit.jobs.running)
        drawer.digits.setText("1234")
        drawer.read_button.click()
        until(qtbot, lambda: not counter.window.kit.jobs.running)
        counter.cards.answer = HERS
    assert [action.person for action in counter.desk.log if isinstance(action, UseCard)] == ["p1", ""]
    assert counter.window.page.proposal is not None
    drawer.digits.setText("1234")
    drawer.read_button.click()
    assert drawer.said.label.text == counter.words("card-decide")
    counter.window.act(Decide(decision=Decision.BACK))
    assert counter.window.side.showing is Side.CARD
    assert drawer.said.label.text == ""


def test_the_page_of_a_paper_with_several_names_them_all(counter: Counter) -> None:
    view = WhoseView(counter.window.kit)
    pair = Likened(
        person="p2", known_name="架空　恵", known_birth="", read_name="架空　惠", read_birth="平成2年11月3日"
    )
    view.present(ProposalView(ask="same", source=Source.EXTRACT, pairs=(pair, pair)))
    assert texts(view) == ["戻る", "1人ずつ決める", "全員、同じ方です"]
    view.deleteLater()


@pytest.mark.parametrize("agent", [True, False])
def test_an_agents_card_is_offered_as_one_only_where_an_agent_came(counter: Counter, agent: bool) -> None:
    view = WhoseView(counter.window.kit)
    view.present(ProposalView(ask="agent" if agent else "other", source=Source.CARD, agent=agent))
    assert (Decision.AGENT in view.buttons) is agent
    view.deleteLater()
