"""A correction that ends suddenly: what was accepted stays so, and the correction is offered again where it stood."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.flow.actions import Answer, Step
from kiosk.flow.case_actions import Correct, Erase
from kiosk.flow.jobs import ListDay
from tests.gui.counter import until
from tests.gui.real import accepted, said

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from kiosk.demo.family import Demo
    from tests.gui.real import Opens


def test_a_correction_that_was_broken_off_is_taken_up_again_and_the_accepted_case_stays_as_it_was(
    qtbot: QtBot, open_counter: Opens, demo: Demo
) -> None:
    desk = accepted(qtbot, open_counter, demo)
    case = desk.visit.state.case
    assert case is not None
    desk.window.act(Correct(reason="電話番号の聞き間違い"))
    desk.window.act(Answer(path="person[p1].phone", text="03-1111-2222"))
    until(qtbot, lambda: not desk.host.busy)
    state = desk.visit.state
    again = open_counter()
    desk.program.presence.leave()  # as if the process were gone
    again.host.request(ListDay())
    rows = again.window.start.day.rows
    until(qtbot, lambda: bool(rows) and rows[0].line.opens)
    assert again.program.store.kept.revision(case.id) == 1
    rows[0].click()
    until(qtbot, lambda: again.window.page.step is Step.INTERVIEW)
    assert (again.window.page.revision, again.window.page.slip, said(again)) == (2, case.slip, "")
    assert again.visit.state.case == state.case


def test_what_is_open_as_a_correction_is_not_erased_under_the_hands_of_who_corrects_it(
    qtbot: QtBot, open_counter: Opens, demo: Demo
) -> None:
    desk = accepted(qtbot, open_counter, demo)
    desk.window.act(Correct(reason="電話番号の聞き間違い"))
    before = desk.visit.state
    desk.window.act(Erase(reason="本人の申出"))
    until(qtbot, lambda: not desk.host.busy)
    assert desk.visit.state.case == before.case
    assert desk.window.page.step is Step.INTERVIEW
