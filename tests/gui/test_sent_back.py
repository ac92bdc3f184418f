"""A receiver sends applications back: the day says so, the case opens at the question, only the correction leaves."""

import json

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.bootstrap.window import CounterDesk
from kiosk.demo.family import Demo
from kiosk.flow.actions import Answer, Confirm, End, GoTo, Resolve, Sign, Step
from kiosk.flow.case_actions import Correct
from kiosk.flow.jobs import ListDay
from kiosk.flow.left import Gate
from kiosk.flow.returned import unsettled
from kiosk.model.answer import Answer as Said
from kiosk.model.answer import Point, Returned
from kiosk.model.audit import AuditEvent
from kiosk.model.parcel import Parcel
from kiosk.model.source import Source
from kiosk.model.verdict import Verdict
from tests.gui.counter import until
from tests.gui.real import Opens, accepted, confirm, said

ROOM = Point(item="住所_方書", taishoshabango="p1", reason="部屋番号がありません")
PAPER = Point(item="添付書類", reason="賃貸借契約書の写しがありません")


def words_of(pdf: bytes) -> str:
    """Every letter of a PDF, without the spaces between them."""
    with pypdfium2.PdfDocument(pdf) as document:
        found = (document[number].get_textpage().get_text_range() for number in range(len(document)))
        return "".join("".join(found).split())


def sent_back(desk: CounterDesk, parcel: Parcel, *points: Point, result: Verdict = Verdict.TO_CORRECT) -> None:
    """What a receiver says of an application comes in."""
    now = desk.program.clock.now()
    answer = Said(message=parcel.message, result=result, at=now, reason="書類をご確認ください", points=points)
    event = AuditEvent(at=now, by="courier", action="answer")
    assert desk.program.store.answers.take(
        answer, f"{parcel.message} {len(points)} {points[:1]}", destination=parcel.destination, event=event
    )


def day(qtbot: QtBot, desk: CounterDesk) -> list[str]:
    """The rows of the day, read again."""
    desk.host.request(ListDay())
    until(qtbot, lambda: not desk.host.busy)
    return [f"{row.line.state} {row.line.about}" for row in desk.window.start.day.rows]


@pytest.fixture
def desk(qtbot: QtBot, open_counter: Opens, demo: Demo) -> CounterDesk:
    """The family's visit was accepted, and its window is free again."""
    return accepted(qtbot, open_counter, demo)


def sign(qtbot: QtBot, desk: CounterDesk, demo: Demo) -> None:
    """What differs is settled, all is looked through, and everybody signs."""
    window = desk.window
    window.act(GoTo(step=Step.CHECK))
    for entry in window.page.gate:
        if entry.kind is Gate.CONFLICT:
            window.act(Resolve(path=entry.path, source=Source.INTERVIEW, reason="契約書で確かめた"))
    window.check.gate.approve.click()
    until(qtbot, lambda: not desk.host.busy)
    window.act(GoTo(step=Step.SIGN))
    until(qtbot, lambda: not desk.host.busy)
    for person, mark in demo.case.signatures.items():
        window.act(Sign(person=person, signature=mark))
        until(qtbot, lambda: not desk.host.busy)


def opened(qtbot: QtBot, desk: CounterDesk, state: str = "補正") -> None:
    """The clerk presses the first row of the day."""
    desk.window.act(End())
    assert day(qtbot, desk)[0].startswith(f"{state} ".lstrip())
    desk.window.start.day.rows[0].click()
    until(qtbot, lambda: desk.window.page.step is Step.DONE and not desk.host.busy)


def test_what_was_sent_back_opens_at_its_question_and_only_the_correction_leaves(
    qtbot: QtBot, desk: CounterDesk, demo: Demo
) -> None:
    case = desk.visit.state.case
    assert case is not None
    outbox, window = desk.program.store.outbox, desk.window
    first = next(each.parcel for each in outbox.earlier(case.id) if each.parcel.kind == "P01")
    sent_back(desk, first, ROOM, PAPER)
    opened(qtbot, desk)
    assert [(bool(entry.path), entry.why) for entry in window.page.returned] == [
        (True, ROOM.reason),
        (False, PAPER.reason),
    ]
    window.done.returned.correct.click()
    assert (window.page.step, window.page.revision) == (Step.CHECK, 2)
    until(qtbot, lambda: window.check.editor.path != "")
    assert window.check.editor.path == window.page.gate[0].path

    window.act(GoTo(step=Step.SIGN))
    assert (window.page.step, {entry.kind for entry in window.page.gate}) == (Step.CHECK, {Gate.RETURNED})
    window.act(Answer(path=window.page.gate[0].path, text="架空ハイツ１０２号室"))
    until(qtbot, lambda: not desk.host.busy)
    assert [entry.settled for entry in window.page.gate if entry.kind is Gate.RETURNED] == [True, False]
    window.check.gate.kinds[Gate.RETURNED].settle.click()
    sign(qtbot, desk, demo)
    confirm(qtbot, desk)
    record = json.loads(next(each for each in outbox.earlier(case.id) if each.parcel.kind == "P01").parcel.record)
    assert (record["kyotsu"]["shorikubun"], "１０２号室" in json.dumps(record, ensure_ascii=False)) == ("1", True)
    assert not window.page.returned
    window.act(End())
    assert "補正" not in day(qtbot, desk)[0]


def test_what_comes_back_while_a_case_is_corrected_is_seen_before_anything_leaves(
    qtbot: QtBot, desk: CounterDesk, demo: Demo
) -> None:
    case, window = desk.visit.state.case, desk.window
    assert case is not None
    parcels = [each.parcel for each in desk.program.store.outbox.earlier(case.id)]
    sent_back(desk, parcels[0], ROOM)
    opened(qtbot, desk)
    window.done.returned.correct.click()
    window.act(Answer(path=window.page.gate[0].path, text="架空ハイツ１０２号室"))
    until(qtbot, lambda: not desk.host.busy)
    sent_back(desk, parcels[0], PAPER)
    sent_back(desk, parcels[-1], PAPER)
    sign(qtbot, desk, demo)
    window.act(Confirm())
    until(qtbot, lambda: not desk.host.busy and not window.page.confirming)
    assert window.kit.words("notice-returned-meanwhile") in said(desk)
    assert (window.page.step, len(unsettled(desk.visit.state)), window.page.revision) == (Step.CHECK, 2, 2)
    assert {each.parcel.revision for each in desk.program.store.outbox.earlier(case.id)} == {1}
    window.check.gate.kinds[Gate.RETURNED].settle.click()
    sign(qtbot, desk, demo)
    confirm(qtbot, desk)
    assert 2 in {each.parcel.revision for each in desk.program.store.outbox.earlier(case.id)}


def test_what_was_refused_leaves_again_only_where_somebody_files_it_again_and_says_why(
    qtbot: QtBot, desk: CounterDesk, demo: Demo
) -> None:
    case, window, store = desk.visit.state.case, desk.window, desk.program.store
    assert case is not None
    first = next(each.parcel for each in store.outbox.earlier(case.id) if each.parcel.kind == "P01")
    sent_back(desk, first, ROOM, result=Verdict.REJECTED)
    opened(qtbot, desk, "却下")
    panel = window.done.returned
    panel.close_it.click()
    panel.why.line.setText("ご本人に伝えた")
    QTest.keyClick(panel.why.line, Qt.Key.Key_Return)
    until(qtbot, lambda: not desk.host.busy)

    for why in ("", "部屋番号を確かめた"):  # corrected without it, then with it
        opened(qtbot, desk, "")
        window.act(Correct(reason="電話で申出"))
        window.act(GoTo(step=Step.CHECK))
        path = next(entry.path for entry in window.page.gate if entry.kind is Gate.RETURNED)
        window.act(Answer(path=path, text="架空ハイツ１０２号室" if why else "架空ハイツ１０１号室"))
        until(qtbot, lambda: not desk.host.busy)
        again = window.check.gate.kinds[Gate.RETURNED].again
        assert [*again.picks] == ["P01"]
        if why:
            again.picks["P01"].click()
            again.why.line.setText(why)
            QTest.keyClick(again.why.line, Qt.Key.Key_Return)
            assert [entry.reason for entry in window.page.gate if entry.refused] == [why]
        sign(qtbot, desk, demo)
        window.act(Confirm())
        until(qtbot, lambda: not desk.host.busy)
        said = [each.parcel for each in store.outbox.earlier(case.id) if each.parcel.kind == "P01"]
        assert {each.revision for each in said} == {2 if why else 1}
    common = json.loads(said[0].record)["kyotsu"]
    assert (common["shorikubun"], common["kyakka_kaiteibango"], common["dashinaoshi_riyu"]) == ("0", "1", why)
    assert "to=1 P01 r1>r2 部屋番号を確かめた" in {each.detail for each in store.audit.read(5)}
    assert [line for line in store.answers.list() if line.open] == []


def test_what_needs_no_correction_is_closed_with_a_reason_and_stays_on_record(qtbot: QtBot, desk: CounterDesk) -> None:
    case = desk.visit.state.case
    assert case is not None
    asked, refused, *_ = desk.program.store.outbox.earlier(case.id)
    sent_back(desk, asked.parcel)
    sent_back(desk, refused.parcel, result=Verdict.REJECTED)
    opened(qtbot, desk, "補正・却下")
    assert ["（却下）" in entry.what for entry in desk.window.page.returned] == [False, True]
    panel, snapshot = desk.window.done.returned, desk.visit.snapshot
    assert (len(desk.window.page.returned), panel.isVisible(), snapshot is not None) == (2, True, True)
    panel.close_it.click()
    QTest.keyClick(panel.why.line, Qt.Key.Key_Return)
    assert len(desk.window.page.returned) == 2  # without a reason nothing is closed
    panel.why.line.setText("原本を窓口で受け取った")
    QTest.keyClick(panel.why.line, Qt.Key.Key_Return)
    until(qtbot, lambda: not desk.host.busy)
    assert (len(desk.window.page.returned), panel.isVisible()) == (0, False)
    assert desk.window.kit.words("notice-answers-closed") in said(desk)
    newest = desk.program.store.audit.read(1)[0]
    assert (newest.action, newest.detail) == ("answers-closed", "原本を窓口で受け取った")
    assert desk.program.store.answers.waiting() == ()


def test_who_filed_is_told_by_letter_what_is_wanted_and_whom_to_ask(qtbot: QtBot, desk: CounterDesk) -> None:
    snapshot, press, clock = desk.visit.snapshot, desk.program.press, desk.program.clock
    assert snapshot is not None
    asked = Returned(id="1", procedure="P01", result=Verdict.TO_CORRECT, item="住所_方書", reason=ROOM.reason)
    refused = Returned(id="2", procedure="P20", result=Verdict.REJECTED, reason="所得の上限を超えています" * 30)
    said = words_of(press.returned_pdf(snapshot, (asked, *(refused,) * 12), day=clock.today()))
    for words in ("架空　太郎　様", "部屋番号がありません", "正式な通知は", "お問い合わせ先", "260420-001"):
        assert words.replace("　", "") in said
    assert press.returned_pdf(snapshot, (), day=clock.today()) == b""
    sent_back(desk, desk.program.store.outbox.earlier(snapshot.case.id)[0].parcel, ROOM)
    opened(qtbot, desk)
    desk.window.done.returned.letter.click()
    until(qtbot, lambda: desk.window.done.returned.told.label.text != desk.window.kit.words("returned-letter-busy"))
    newest = desk.program.store.audit.read(1)[0]
    assert (newest.action, newest.detail) == ("print", "letter")
