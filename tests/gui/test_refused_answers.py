"""An answer that a receiver would refuse is named on the page, and leads to its question."""

from dataclasses import replace

from pytestqt.qtbot import QtBot

from kiosk.flow.actions import StartVisit, Step
from kiosk.model.base import Issue
from tests.gui.counter import Counter, settle

NAME = "person[p2].name.full"
ISSUE = Issue(where=NAME, message="E0003 文字数が多すぎます。", allowed="50文字まで")


def test_the_page_names_the_answer_and_whose_it_is_and_goes_to_its_question(counter: Counter, qtbot: QtBot) -> None:
    counter.window.act(StartVisit(event="e0", people=2))
    counter.name(p1="架空　太郎", p2="架空　花子")
    visit = counter.desk.at_once.visit
    visit.outside = replace(visit.outside, refused=lambda _: (ISSUE,))
    counter.reach(Step.CHECK)
    settle(qtbot)
    (link,) = counter.window.notices.links
    assert link.text() == "氏名（架空　花子）：E0003 文字数が多すぎます。50文字まで"
    link.click()
    settle(qtbot)
    assert (counter.window.page.step, counter.window.check.editor.path) == (Step.CHECK, NAME)
    counter.reach(Step.INTERVIEW)
    assert counter.window.notices.links == []
