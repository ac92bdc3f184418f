"""What has not left: the chip opens the list, every parcel says why it stands there, and staff decide at the desk."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.bootstrap.window import CounterDesk
from kiosk.demo.family import Demo
from kiosk.exchange.records.sample import sample_parcel
from kiosk.flow.actions import Answer, StartVisit, Step
from kiosk.flow.ports import Confirmation
from kiosk.model.audit import AuditEvent
from kiosk.model.parcel import Cause, OutboxCount, Parcel, State, message_id
from kiosk.ui.office.sending_view import SendingView
from kiosk.ui.ports import Delivered
from kiosk.ui.widgets.button import Button
from tests.gui.counter import Counter, until, words_on_the_glass
from tests.gui.real import Opens
from tests.holding import of_wrong_city


def opened(qtbot: QtBot, counter: Counter) -> SendingView:
    """The list, as it is opened with the keyboard."""
    QTest.keyClick(counter.window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    view = counter.window.office.view
    until(qtbot, lambda: len(view.rows) > 0)
    return view


# ---- the page --------------------------------------------------------------------------------------------------------
def test_the_chip_and_a_key_open_the_list_and_escape_leads_back(qtbot: QtBot, counter: Counter) -> None:
    window = counter.window
    window.header.show_outbox(Delivered(OutboxCount(pending=1, held=1)))
    window.header.outbox.click()
    until(qtbot, lambda: window.stack.currentWidget() is window.office.view)
    assert window.office.view.close_it.hasFocus()
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert window.stack.currentWidget() is window.start
    assert opened(qtbot, counter).isVisible()
    window.office.view.close_it.click()
    assert window.stack.currentWidget() is window.start


def test_the_chip_says_what_only_a_hub_has(counter: Counter) -> None:
    header, minute = counter.window.header, 17 * 60
    said = {}
    for count in (OutboxCount(relayed=3, oldest_seconds=minute), OutboxCount(pending=2, relayed=3), OutboxCount()):
        header.show_outbox(Delivered(count))
        said[count.pending, count.relayed] = header.outbox.accessibleName()
    assert "中継まで 3件" in said[0, 3]
    assert "17分" in said[0, 3]
    assert "送付待ち 2件・中継まで 3件" in said[2, 3]
    assert "中継" not in said[0, 0]


def test_a_visit_stays_as_it_is_under_the_list_and_answers_do_not_close_it(qtbot: QtBot, counter: Counter) -> None:
    window = counter.window
    window.act(StartVisit(event="e0"))
    view = opened(qtbot, counter)
    window.act(Answer(path="person[p1].phone", text="03-0000-0000"))
    assert view.isVisible()
    window.onward()
    assert window.stack.currentWidget() is window.interview
    assert window.page.step is Step.INTERVIEW
    opened(qtbot, counter)
    window.key(6)
    assert window.stack.currentWidget() is window.plan


def test_every_cause_and_state_has_words_and_no_parcel_is_without_a_reason(qtbot: QtBot, counter: Counter) -> None:
    view = opened(qtbot, counter)
    held = [row for row in view.rows if row.waiting.explained.line.state is State.HELD]
    assert len(held) == 6
    assert len({row.why.label.text.partition("（")[0] for row in held}) == 6
    assert "ほかに2か所" in held[0].why.label.text
    assert any("前のものが保留" in row.why.label.text for row in view.rows)
    there, stuck = (row.why.label.text for row in view.rows if row.waiting.explained.line.state is State.RELAYED)
    assert "中継サーバーまで" in there
    assert "D01" in stuck
    assert "共有フォルダー" in stuck
    assert "10件" not in view.title.text
    assert f"{len(view.rows) + 3}件" in view.title.text


def test_what_is_pressed_is_what_is_asked_for(qtbot: QtBot, counter: Counter) -> None:
    view = opened(qtbot, counter)
    sending, message = counter.sending, view.rows[0].message
    buttons: tuple[Callable[[], Button], ...] = (
        lambda: view.rows[0].release,
        lambda: view.hasten,
        lambda: view.mended,
        lambda: view.stops[0],
        lambda: view.stops[1],
    )
    for button in buttons:
        before = len(sending.asked)
        button().click()
        until(qtbot, lambda before=before: len(sending.asked) > before)  # type: ignore[misc]
    assert sending.asked[1:] == [
        ("release", message),
        ("hasten",),
        ("release_mended",),
        ("pause", "1", True),
        ("pause", "2", False),
    ]


def test_a_parcel_is_let_go_only_with_a_reason_and_what_was_typed_stays_until_then(
    qtbot: QtBot, counter: Counter
) -> None:
    view = opened(qtbot, counter)
    row = view.rows[1]
    assert not row.asked.isVisible()
    row.skip.click()
    assert row.asked.line.hasFocus()
    row.asked.line.setText("個人番号 123456789018")
    row.asked.sure.click()
    assert "個人番号" in row.asked.issue.label.text
    assert row.asked.line.text() == "個人番号 123456789018"
    row.asked.line.setText("窓口で届け出直した")
    QTest.keyClick(row.asked.line, Qt.Key.Key_Return)
    until(qtbot, lambda: counter.sending.asked[-1][0] == "skip")
    assert counter.sending.asked[-1] == ("skip", row.message, "窓口で届け出直した", "")


def test_where_there_is_staff_a_second_one_looks_before_a_parcel_is_let_go(qtbot: QtBot, counter: Counter) -> None:
    counter.sending.two = True
    row = opened(qtbot, counter).rows[1]
    row.skip.click()
    row.asked.line.setText("窓口で届け出直した")
    QTest.keyClick(row.asked.line, Qt.Key.Key_Return)
    assert (row.asked.isVisible(), row.second.number.hasFocus()) == (False, True)
    row.second.number.setText("1002")
    for pin in ("0000", "4711"):
        row.second.pin.setText(pin)
        QTest.keyClick(row.second.pin, Qt.Key.Key_Return)
        until(qtbot, lambda: counter.sending.asked[-1][0] == "skip" or "違います" in row.second.said.label.text)
    until(qtbot, lambda: counter.sending.asked[-1][0] == "skip")
    assert counter.sending.asked[-1] == ("skip", row.message, "窓口で届け出直した", "1002")


def test_a_paper_may_be_said_to_be_there_by_who_is_here_and_only_a_paper(qtbot: QtBot, counter: Counter) -> None:
    view = opened(qtbot, counter)
    (row,) = [row for row in view.rows if not row.vouch.isHidden()]
    assert row.waiting.explained.line.code == "D39"
    row.skip.click()
    row.vouch.click()
    assert (row.asked.isVisible(), row.seen.line.hasFocus()) == (False, True)
    row.seen.line.setText("保険年金課の山田が紙を確かめた")
    QTest.keyClick(row.seen.line, Qt.Key.Key_Return)
    until(qtbot, lambda: ("vouch", row.message, "保険年金課の山田が紙を確かめた") in counter.sending.asked)


def test_what_is_held_or_came_back_is_taken_on_by_who_is_here(qtbot: QtBot, counter: Counter) -> None:
    view, words = opened(qtbot, counter), counter.window.kit.words
    corrected, refused = view.back
    assert (words("day-nobody") == corrected.own.who.text, "c2" in refused.own.who.text) == (True, True)
    for own, message in ((corrected.own, corrected.message), (view.rows[0].own, view.rows[0].message)):
        own.take.click()
        until(qtbot, lambda: counter.sending.asked[-1][0] == "own")
        assert counter.sending.asked.pop() == ("own", message)
    assert "戻ってきたもの 2件" in view.title.text


def test_only_held_parcels_can_be_decided_about(qtbot: QtBot, counter: Counter) -> None:
    view = opened(qtbot, counter)
    for row in view.rows:
        held = row.waiting.explained.line.state is State.HELD
        assert (row.release.isVisibleTo(row), row.skip.isVisibleTo(row)) == (held, held)


def test_a_stopped_destination_is_said_on_the_chip(counter: Counter) -> None:
    header = counter.window.header
    header.show_outbox(Delivered(OutboxCount(pending=2), paused=("住民記録",)))
    assert "止めています" in header.outbox.text()


# ---- the real store behind it ----------------------------------------------------------------------------------------
@pytest.fixture
def desk(open_counter: Opens, demo: Demo) -> CounterDesk:
    """A desk whose store holds a case that was confirmed while the 団体コード was wrong; the courier has refused it."""
    store, now = demo.program.store, demo.program.clock.now()
    made = sample_parcel(of_wrong_city(), destination="1")
    parcels = tuple(_as(made, kind) for kind in ("P01", "P10"))
    event = AuditEvent(at=now, by="c1", action="confirm", case=str(made.case))
    store.outbox.accept(
        Confirmation(case=made.case, slip="260420-001", event="tennyu", at=now, parcels=parcels, audit=(event,))
    )
    demo.program.close()
    return open_counter(deliver=True)


def _as(parcel: Parcel, kind: str) -> Parcel:
    return parcel.model_copy(update={"kind": kind, "message": message_id(parcel.case, "1", kind)})


def test_what_was_held_for_wrong_settings_leaves_after_one_press_and_no_name_was_shown(
    qtbot: QtBot, desk: CounterDesk, demo: Demo
) -> None:
    header, window = desk.window.header, desk.window
    until(qtbot, lambda: "保留" in header.outbox.text())
    header.outbox.click()
    view = window.office.view
    until(qtbot, lambda: len(view.rows) == 2)
    assert "260420-001" in view.rows[0].title.text
    assert "転入届" in view.rows[0].title.text
    assert "市区町村コード" in view.rows[0].why.label.text
    assert not [name for name in ("太郎", "中央一丁目") if name in "".join(words_on_the_glass())]
    view.mended.click()
    until(qtbot, lambda: header.outbox.text() == window.kit.words("outbox-empty"))
    assert len(list(demo.program.place.outgoing.glob("*.done"))) == 2
    view.ask("look")
    until(qtbot, lambda: view.rows == [])
    assert view.title.text == window.kit.words("sending-none")


def test_stopping_letting_go_and_sending_at_once_from_the_desk(qtbot: QtBot, desk: CounterDesk) -> None:
    window = desk.window
    until(qtbot, lambda: "保留" in window.header.outbox.text())
    window.header.outbox.click()
    view = window.office.view
    until(qtbot, lambda: len(view.rows) == 2)
    view.stops[0].click()
    until(qtbot, lambda: "止めています" in window.header.outbox.text())
    row = view.rows[0]
    row.skip.click()
    row.asked.line.setText("窓口で届け出直した")
    row.asked.sure.click()
    until(qtbot, lambda: len(view.rows) == 1)
    view.stops[0].click()
    until(qtbot, lambda: view.told.label.text == window.kit.words("sending-resumed"))
    view.hasten.click()
    until(qtbot, lambda: "保留" in window.header.outbox.text())  # the other one was made with the same wrong code
    entries = [entry for entry in desk.program.store.audit.read() if entry.by != "courier"]
    assert [entry.action for entry in reversed(entries)] == [
        "confirm",
        "destination-pause",
        "hold-skip",
        "destination-resume",
    ]
    assert entries[1].detail == "P01 D12 窓口で届け出直した"


def test_what_only_another_answer_mends_leads_to_its_visit_where_none_is_open(qtbot: QtBot, counter: Counter) -> None:
    window, sought = counter.window, list[str]()
    window.scans.taken.connect(lambda job: sought.append(job.text))
    view = opened(qtbot, counter)
    rows = [row for row in view.rows if not row.open_it.isHidden()]
    assert [row.waiting.explained.cause for row in rows] == [Cause.CONTENT]
    rows[0].open_it.click()
    assert sought == [rows[0].waiting.explained.line.slip]
    assert window.stack.currentWidget() is window.start
    window.act(StartVisit(event="e0"))
    opened(qtbot, counter)
    next(row for row in view.rows if not row.open_it.isHidden()).open_it.click()
    assert len(sought) == 1
    assert "いまの受付が終わってから" in "".join(words_on_the_glass())
