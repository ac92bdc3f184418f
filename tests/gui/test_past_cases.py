"""What the start page has of accepted cases: found, ticked off, papers printed again, corrected, taken back."""

import datetime as dt
import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.bootstrap.window import CounterDesk
from kiosk.demo.family import Demo
from kiosk.flow.actions import Answer, Confirm, GoTo, Resolve, Sign, Step
from kiosk.flow.case_actions import Correct
from kiosk.flow.lobby.slip_code import guide_code
from kiosk.model.audit import AuditEvent
from kiosk.model.parcel import Receipt, State
from kiosk.model.source import Source
from kiosk.model.staff import FOUNDER, Role, Staff
from tests.gui.counter import until
from tests.gui.real import Opens, accepted, confirm, said


def test_a_past_case_is_found_by_name_and_its_papers_can_be_printed_again(
    qtbot: QtBot, open_counter: Opens, demo: Demo
) -> None:
    desk = accepted(qtbot, open_counter, demo)
    slip, sent = desk.window.page.slip, desk.window.page.sent
    desk.window.end()
    until(qtbot, lambda: not desk.host.busy)
    day = desk.window.start.day
    assert [(row.line.state, row.line.title.split("　")[0]) for row in day.rows] == [("送付待ち", slip)]
    QTest.keyClick(desk.window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.focusWidget() is day.search
    name = str(demo.case.answers["person[p1].name.full"]).split()[0]
    day.search.setText(name)
    QTest.keyClick(day.search, Qt.Key.Key_Return)
    until(qtbot, day.back.isVisible)
    assert name in day.rows[0].line.about
    _tick_off(qtbot, desk, slip)
    day.rows[0].click()
    until(qtbot, lambda: desk.window.page.step is Step.DONE)
    assert (desk.window.page.slip, desk.window.page.sent) == (slip, sent)
    desk.window.end()
    until(qtbot, lambda: not desk.host.busy)
    assert (day.search.text(), day.back.isVisible()) == ("", False)
    day.search.setText("だれでもない")
    QTest.keyClick(day.search, Qt.Key.Key_Return)
    until(qtbot, lambda: bool(day.told.label.text))
    assert len(day.rows) == 1


@pytest.mark.parametrize("typed", ["260420-999", "架空の人"])
def test_what_a_search_has_come_to_stands_until_the_next_one_however_often_the_day_is_shown_anew(
    qtbot: QtBot, open_counter: Opens, typed: str
) -> None:
    desk = open_counter()
    day = desk.window.start.day
    QTest.keyClick(desk.window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    day.search.setText(typed)
    QTest.keyClick(day.search, Qt.Key.Key_Return)
    until(qtbot, lambda: not desk.host.busy)
    told = day.told.label.text
    assert told
    for _ in range(2):
        desk.host.look()
        until(qtbot, lambda: not desk.host.busy)
    assert (day.told.label.text, day.told.isVisible()) == (told, True)
    day.forget()
    assert day.told.label.text == ""


@pytest.mark.parametrize("line", ["G999", "KAKU12", "G260420-1"])
def test_a_scan_that_is_no_code_of_this_place_is_told(qtbot: QtBot, open_counter: Opens, line: str) -> None:
    desk = open_counter()
    until(qtbot, lambda: bool(desk.window.start.events))
    QTest.keyClicks(desk.window.start.events[0], line)
    QTest.keyClick(desk.window.start.events[0], Qt.Key.Key_Return)
    until(qtbot, lambda: desk.window.kit.words("scan-unread") in said(desk))


def _tick_off(qtbot: QtBot, desk: CounterDesk, slip: str) -> None:
    """Rows of the guide are ticked off by a scan, whatever has the keyboard, and by a press; a press takes it back."""
    day = desk.window.start.day

    def done() -> list[str]:
        until(qtbot, lambda: not desk.host.busy)
        return [row.line.title for row in day.guide.rows if row.line.state == "済"]

    assert day.rows[0].hasFocus()  # an Enter too many ticks nothing off
    day.guide.rows[0].setFocus()
    QTest.keyClicks(day.guide.rows[0], guide_code(slip, "P10"))
    QTest.keyClick(day.guide.rows[0], Qt.Key.Key_Return)
    assert [title.partition("　")[2] for title in done()] == ["国民健康保険 資格取得"]
    day.guide.rows[0].click()
    assert len(done()) == 2
    assert day.guide.rows[0].hasFocus()
    assert f"窓口 2/{len(day.guide.rows)}" in day.rows[0].line.about
    day.guide.rows[0].click()
    assert len(done()) == 1
    assert "済の印を消しました（1/" in day.told.label.text
    QTest.keyClicks(day.guide.rows[0], guide_code("260420-999"))
    QTest.keyClick(day.guide.rows[0], Qt.Key.Key_Return)
    until(qtbot, lambda: not desk.host.busy)
    assert (day.guide.isVisible(), day.back.isVisible()) == (False, False)  # nobody else's guide stays in sight
    assert "260420-999 の受付はありません" in day.told.label.text
    day.search.setText(slip.replace("-", ""))
    QTest.keyClick(day.search, Qt.Key.Key_Return)
    until(qtbot, day.guide.isVisible)
    assert f"{slip} の受付です" in day.told.label.text  # which visit the rows are of
    said = [(event.action, event.detail) for event in desk.program.store.audit.read(3)]
    assert said == [("untick", "P01 desk=counter"), ("tick", "P01 desk=counter"), ("tick", "P10 desk=counter")]


def test_an_accepted_case_is_corrected_and_only_what_changed_leaves_again(
    qtbot: QtBot, open_counter: Opens, demo: Demo
) -> None:
    desk = accepted(qtbot, open_counter, demo)
    case = desk.visit.state.case
    assert case is not None
    outbox = desk.program.store.outbox
    before = outbox.earlier(case.id)
    done = desk.window.done
    done.correct.click()
    done.why.line.setText("筆頭者の聞き間違い")
    QTest.keyClick(done.why.line, Qt.Key.Key_Return)
    assert (desk.window.page.step, desk.window.page.slip, desk.window.page.revision) == (Step.INTERVIEW, case.slip, 2)
    desk.window.act(GoTo(step=Step.SIGN))
    desk.window.act(Confirm())
    until(qtbot, lambda: not desk.host.busy and not desk.window.page.confirming)
    assert (desk.window.page.step, "何も変わっていません" in said(desk)) == (Step.SIGN, True)
    desk.window.act(GoTo(step=Step.INTERVIEW))
    desk.window.act(Answer(path="koseki.head_name", text="架空　権左衛門"))
    desk.window.act(Resolve(path="koseki.head_name", source=Source.INTERVIEW, reason="戸籍で確かめた"))
    desk.window.act(GoTo(step=Step.SIGN))
    assert [entry.path for entry in desk.window.page.gate if not entry.settled] == ["koseki.head_name"]
    desk.window.check.gate.approve.click()
    desk.window.act(GoTo(step=Step.SIGN))
    for person, mark in demo.case.signatures.items():
        desk.window.act(Sign(person=person, signature=mark))
    confirm(qtbot, desk)
    after = {(each.parcel.destination, each.parcel.kind): each.parcel for each in outbox.earlier(case.id)}
    changed = [each.parcel for each in before if after[each.parcel.destination, each.parcel.kind] != each.parcel]
    assert 0 < len(changed) < len(before)
    for old in changed:
        new = after[old.destination, old.kind]
        record, names = json.loads(new.record), [each.name for each in new.attachments]
        assert (new.revision, record["kyotsu"]["shorikubun"], names) == (2, "1", ["packet.pdf", "changes.json"])
        assert "権左衛門" in new.attachments[1].content.decode()
    first = desk.program.store.audit.read(1)[0]
    assert (first.action, "筆頭者の聞き間違い" in first.detail, desk.program.store.kept.revision(case.id)) == (
        "correct",
        True,
        2,
    )
    assert ("訂正（第2版）" in desk.window.done.event_name.text, said(desk)) == (True, "")


def test_an_accepted_case_is_taken_back_as_a_whole_by_who_may_and_only_once(
    qtbot: QtBot, open_counter: Opens, demo: Demo
) -> None:
    desk = accepted(qtbot, open_counter, demo)
    case, store, done = desk.visit.state.case, desk.program.store, desk.window.done
    assert case is not None
    now = desk.program.clock.now()
    lease = store.outbox.claim("1", now=now, lease=dt.timedelta(seconds=30))
    assert lease is not None
    store.outbox.settle(lease, Receipt(reference="r", acknowledged=True), now=now)
    clerk, lead = (
        Staff(number="2", name="窓口", roles=frozenset({Role.CLERK})),
        Staff(number="1", name="長", roles=FOUNDER),
    )
    for person in (lead, clerk):
        store.staff.add(person, "4711", event=AuditEvent(at=now, by="1", action="staff-add"))

    def take_back() -> None:
        done.withdraw.begin.click()
        done.withdraw.why.line.setText("転入先が変わったため")
        QTest.keyClick(done.withdraw.why.line, Qt.Key.Key_Return)
        done.withdraw.wished.click()  # who has not heard the resident is stopped first
        QTest.keyClick(done.withdraw.why.line, Qt.Key.Key_Return)
        until(qtbot, lambda: not desk.host.busy and not desk.window.page.confirming)

    desk.program.at_desk.person = clerk
    take_back()
    assert ("責任者" in said(desk), desk.window.page.withdrawn) == (True, None)
    desk.program.at_desk.person = lead
    row = store.guides.of(case.id)[0]
    tick = AuditEvent(at=now, by="2", action="tick", case=str(case.id))
    store.guides.tick(case.id, row.procedure, on=True, desk="mado5", event=tick)
    take_back()
    assert (f"「{row.name}」は {row.place} で済んでいますが" in said(desk), row.place != "") == (True, True)
    assert desk.window.page.withdrawn == "転入先が変わったため"
    assert (done.title.text, done.again.isVisible(), done.withdraw.isVisible()) == ("取り下げました", False, False)
    (back,) = [each.parcel for each in store.outbox.earlier(case.id) if each.parcel.revision > 1]
    record = json.loads(back.record)["kyotsu"]
    assert (back.kind, record["shorikubun"], record["sosashaid"]) == (lease.parcel.kind, "2", "1")
    assert {
        line.state for line in store.outbox.lines() if line.message not in {back.message, lease.parcel.message}
    } == {State.SKIPPED}
    desk.window.act(Correct(reason="もう一度"))
    assert "取り下げてあります" in said(desk)
    desk.window.end()
    until(qtbot, lambda: not desk.host.busy)
    assert "取下げ" in desk.window.start.day.rows[0].line.about
