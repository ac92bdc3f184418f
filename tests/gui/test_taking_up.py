"""Leaving, closing and taking up again: nothing is lost, nothing is done twice, nobody sees another's visit."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.demo.family import Demo
from kiosk.designing.rehearsal import looked_through
from kiosk.flow.actions import Action, Answer, Confirm, GoTo, Sign, StartVisit, Step
from kiosk.flow.jobs import ListDay, Unparked
from tests.gui.counter import until
from tests.gui.real import Opens, play, said


def test_whoever_leaves_while_it_is_being_saved_is_told_so_and_stays(
    qtbot: QtBot, open_counter: Opens, demo: Demo
) -> None:
    desk = open_counter()
    play(qtbot, desk, demo)
    desk.window.act(Confirm())
    for _ in range(3):
        desk.window.key(12)
    assert desk.window.page.confirming
    assert desk.window.kit.words("notice-confirming") in said(desk)
    until(qtbot, lambda: desk.window.page.step is Step.DONE)


def test_a_window_that_is_closed_finishes_what_it_writes(qtbot: QtBot, open_counter: Opens, demo: Demo) -> None:
    desk = open_counter()
    play(qtbot, desk, demo)
    desk.window.act(Confirm())
    total = desk.window.page.sent
    desk.close()
    assert open_counter().program.store.outbox.count(demo.program.clock.now()).pending == total


def test_a_visit_that_is_open_when_the_window_closes_can_be_taken_up_again(qtbot: QtBot, open_counter: Opens) -> None:
    desk = open_counter()
    desk.window.act(StartVisit(event="tennyu"))
    desk.window.act(Answer(path="person[p1].name.full", text="架空　太郎"))
    until(qtbot, lambda: not desk.host.busy)
    state = desk.visit.state
    desk.close()
    again = open_counter()
    panel = again.window.start.day
    until(qtbot, lambda: bool(panel.rows))
    panel.rows[0].click()
    until(qtbot, lambda: again.window.page.step is Step.INTERVIEW)
    assert again.visit.state == state
    until(qtbot, lambda: not again.host.busy)
    again.window.end()
    until(qtbot, lambda: not again.host.busy)
    assert panel.rows == []


def test_a_draft_that_cannot_be_read_is_told_and_hides_no_other(qtbot: QtBot, open_counter: Opens, demo: Demo) -> None:
    desk = open_counter()
    desk.window.act(StartVisit(event="tennyu"))
    until(qtbot, lambda: not desk.host.busy)
    drafts, clock = desk.program.store.drafts, demo.program.clock
    drafts.save(clock.new_id(), b'{"version": 99}', now=clock.now())
    desk.close()
    panel = open_counter().window.start.day
    until(qtbot, lambda: bool(panel.rows))
    assert len(panel.rows) == 1
    assert "1件" in panel.alone.label.text


def test_a_visit_that_was_accepted_before_anybody_knew_is_told_and_its_slip_can_be_printed(
    qtbot: QtBot, open_counter: Opens, demo: Demo, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = open_counter()
    play(qtbot, desk, demo)
    with monkeypatch.context() as cut:  # as if the power went before the page was shown
        cut.setattr(type(desk.program.store.drafts), "drop", lambda *_, **__: False)
        desk.window.act(Confirm())
        until(qtbot, lambda: desk.window.page.step is Step.DONE and not desk.host.busy)
        slip = desk.window.page.slip
        desk.close()
    again = open_counter()
    panel = again.window.start.day
    until(qtbot, lambda: bool(panel.rows))
    assert [line.label.text for line in panel.said] == [again.window.kit.words("parked-accepted", slip=slip)]
    panel.rows[0].click()
    until(qtbot, lambda: again.window.page.step is Step.DONE)
    assert again.window.page.slip == slip
    until(qtbot, lambda: not again.host.busy)
    assert again.program.store.drafts.list() == ()


@pytest.mark.parametrize("broken", ["next_slip", "split_address", "confirmer"])
def test_a_bug_in_a_job_leaves_a_visit_that_can_be_finished(
    qtbot: QtBot, open_counter: Opens, demo: Demo, monkeypatch: pytest.MonkeyPatch, broken: str
) -> None:
    desk = open_counter()

    def stumble(*_: object, **__: object) -> None:
        raise ValueError("架空　太郎")

    with monkeypatch.context() as planted:
        planted.setattr(type(desk.program), broken, property(stumble) if broken == "confirmer" else stumble)
        desk.window.act(StartVisit(event=demo.case.event))
        if broken == "split_address":
            desk.window.act(Answer(path="addr.old.text", text="見本県仮想市本町３丁目４番５号"))
        if broken == "confirmer":
            play(qtbot, desk, demo)
            desk.window.act(Confirm())
        until(qtbot, lambda: not desk.host.busy and desk.window.broken.isVisible())
    desk.window.broken.go_on.click()
    until(qtbot, lambda: not desk.host.busy and desk.window.page.slip != "")
    assert not desk.window.page.confirming
    if broken != "confirmer":
        desk.window.end()
        until(qtbot, lambda: not desk.host.busy)
        play(qtbot, desk, demo)
    desk.window.act(Confirm())
    until(qtbot, lambda: desk.window.page.step is Step.DONE)


def test_a_case_confirmed_elsewhere_meanwhile_is_told_and_is_no_defect(
    qtbot: QtBot, open_counter: Opens, demo: Demo
) -> None:
    desk = open_counter()
    play(qtbot, desk, demo)
    state = desk.visit.state
    other = open_counter()
    other.host.act(Unparked(state))
    other.window.act(Confirm())
    until(qtbot, lambda: other.window.page.step is Step.DONE)
    desk.window.act(Answer(path="person[p1].phone", text="03-0000-0009"))
    signs = [Sign(person=person, signature=mark) for person, mark in demo.case.signatures.items()]
    again: list[Action] = [GoTo(step=Step.SIGN), *signs, Confirm()]
    for action in (GoTo(step=Step.CHECK), *looked_through(desk.visit), *again):
        desk.window.act(action)
    until(qtbot, lambda: not desk.host.busy)
    assert "case-confirmed" in said(desk)
    assert "この画面で直したことは、保存していません" in said(desk)
    assert desk.window.start.day.rows[0].line.title.startswith(desk.window.page.slip)  # the list is brought up to date
    assert not desk.window.made("broken") or not desk.window.broken.isVisible()
    desk.window.end()
    until(qtbot, lambda: not desk.host.busy and said(desk) == "")


def test_a_visit_is_on_the_disk_after_every_key_and_is_offered_after_a_sudden_end(
    qtbot: QtBot, open_counter: Opens
) -> None:
    desk = open_counter()
    desk.window.act(StartVisit(event="tennyu"))
    desk.window.act(Answer(path="person[p1].name.full", text="架空　太", typing=True))
    until(qtbot, lambda: not desk.host.busy)
    state = desk.visit.state
    again = open_counter()  # while the first one stands: a second window on the same store
    rows = again.window.start.day.rows
    until(qtbot, lambda: bool(rows))
    assert [(row.line.state, row.line.opens) for row in rows] == [("受付中", False)]
    rows[0].click()
    assert again.window.page.step is Step.START
    again.window.start.day.search.setText(rows[0].line.title.split("　")[0])  # nor by its number
    QTest.keyClick(again.window.start.day.search, Qt.Key.Key_Return)
    until(qtbot, lambda: "でいま受け付けています" in said(again))
    assert again.window.page.step is Step.START
    desk.program.presence.leave()  # as if the process were gone
    again.host.request(ListDay())
    until(qtbot, lambda: rows[0].line.opens)
    rows[0].click()
    until(qtbot, lambda: again.window.page.step is Step.INTERVIEW)
    assert again.visit.state == state


def test_a_visit_that_is_set_aside_waits_with_its_note_for_whoever_goes_on(qtbot: QtBot, open_counter: Opens) -> None:
    desk = open_counter()
    desk.window.act(StartVisit(event="tennyu"))
    desk.window.act(Answer(path="person[p1].name.full", text="架空　太郎"))
    desk.window.key(12, write=True)
    panel = desk.window.leaving.panel
    note = panel.note
    assert QApplication.focusWidget() is note.line
    QTest.keyClicks(note.line, "123456789018")
    QTest.keyClick(note.line, Qt.Key.Key_Return)
    assert "個人番号" in note.issue.label.text
    note.line.setText("午後に来庁")
    QTest.keyClick(note.line, Qt.Key.Key_Return)
    until(qtbot, lambda: bool(desk.window.start.day.rows) and not desk.host.busy)
    (row,) = desk.window.start.day.rows
    assert (row.line.state, "午後に来庁" in row.line.about, panel.isVisible()) == ("途中", True, False)
    assert "架空" not in row.line.title + row.line.about
    row.click()
    until(qtbot, lambda: desk.window.page.step is Step.INTERVIEW)
    assert "午後に来庁" in said(desk)
    assert desk.program.store.audit.read(1)[0].action == "case-open"
