"""確定までに残っていること: each thing that is left is one entry, told about whom, and goes when it is settled."""

from kiosk.flow.actions import GoTo, Hold, Step
from kiosk.flow.gate import gate
from kiosk.flow.pages import ConflictView, Gate, GateEntry, QuestionState, Row, RowGroup
from kiosk.model.base import Issue
from kiosk.model.source import Source
from tests.played import visit

PHONE = "person[p1].phone"


def test_nothing_is_left_of_a_visit_that_is_complete_and_a_held_answer_stands_with_its_filing() -> None:
    desk, _ = visit("tanshin")
    assert desk.act(GoTo(step=Step.CHECK)).page.gate == ()
    left = desk.act(Hold(path=PHONE)).page.gate
    assert {entry.kind for entry in left} == {Gate.HELD}
    assert [(entry.who, entry.what) for entry in left if entry.path == PHONE] == [("見本　春子", "電話番号")]
    named = [entry for entry in left if not entry.path]
    assert [entry.what for entry in named] == [view.name for view in desk.page.held]
    assert desk.say({PHONE: "090-0000-0000"}).page.gate == ()


def test_what_differs_what_is_only_written_and_what_no_receiver_takes_are_entries_of_their_own() -> None:
    said = Row(path="b", label="性別", text="男", state=QuestionState.SAID, source=Source.EXTRACT)
    found = gate(
        sections=(),
        held=(),
        conflicts=(ConflictView(path="a", label="氏名", sayings=()),),
        groups=(RowGroup(label="架空　太郎", rows=(said, Row(path="c", label="方書", text="305"))),),
        issues=(Issue(where="d", message="文字数が多すぎます。", allowed="50文字まで"),),
        names={},
    )
    assert found == (
        GateEntry(kind=Gate.CONFLICT, path="a", what="氏名"),
        GateEntry(kind=Gate.SAID, path="b", who="架空　太郎", what="性別"),
        GateEntry(kind=Gate.PRINT, path="d", what="文字数が多すぎます。", why="50文字まで"),
    )
