"""確定までに残っていること: each thing that is left is one entry; nobody signs before it is settled."""

from dataclasses import replace
from functools import lru_cache
from typing import Any

from kiosk.designing.rehearsal import answers, looked_through
from kiosk.flow.actions import Approve, Confirm, GoTo, Hold, Sign, Step, UseCard
from kiosk.flow.case_actions import AcceptHeld, AcceptPrint
from kiosk.flow.left import Gate, GateEntry
from kiosk.flow.memo import Memo
from kiosk.model.base import Issue
from kiosk.model.filled import Caution, FilledForm
from kiosk.model.held_for import HeldFor
from tests.played import sources, visit
from tests.visits import STROKES, Desk, persona, resumed

PHONE = "person[p1].phone"
NAME = "person[p1].name.full"
HOME, ADDRESS = "addr.old.text", "addr.new.text"


@lru_cache(maxsize=1)
def _answered() -> Desk:
    case = persona("kazoku4")
    desk = Desk(today=case.today, event=case.event).act(*sources(case, cards=True, extract=True))
    for answer in answers(desk.visit, case):
        desk.act(answer)
    return desk


def answered() -> Desk:
    """A family whose cards and extract were read, and who answered all that is asked: nobody has looked at it yet."""
    return resumed(_answered())


def left(desk: Desk, kind: Gate) -> list[GateEntry]:
    """What of a kind keeps the signatures closed."""
    return [entry for entry in desk.act(GoTo(step=Step.CHECK)).page.gate if entry.kind is kind and not entry.settled]


def to_sign(desk: Desk) -> Step:
    return desk.act(GoTo(step=Step.SIGN)).page.step


def signed(desk: Desk) -> Desk:
    return desk.act(*(Sign(person=signer.person, signature=STROKES) for signer in desk.page.signers))


def outside(desk: Desk, **given: Any) -> None:
    """Another printer or another receiver stands behind the desk."""
    desk.visit.outside, desk.visit.memo = replace(desk.visit.outside, **given), Memo()


def test_nothing_is_left_of_a_visit_that_is_complete_and_a_held_answer_stands_with_its_filing() -> None:
    desk, _ = visit("tanshin")
    assert desk.act(GoTo(step=Step.CHECK)).page.gate == ()
    entries = desk.act(Hold(path=PHONE)).page.gate
    assert {entry.kind for entry in entries} == {Gate.HELD}
    assert [(entry.who, entry.what) for entry in entries if entry.path == PHONE] == [("見本　春子", "電話番号")]
    named = [entry for entry in entries if not entry.path]
    assert [entry.what for entry in named] == [view.name for view in desk.page.held]
    assert desk.say({PHONE: "090-0000-0000"}).page.gate == ()


def test_nobody_signs_and_nothing_leaves_before_what_cards_and_papers_say_was_said_yes_to() -> None:
    desk = answered()
    assert to_sign(desk) is Step.CHECK
    assert "left-open" in desk.codes
    said = left(desk, Gate.SAID)
    assert {entry.path for entry in said} >= {"person[p1].name.full", "person[p2].birth.date", HOME}
    signed(desk)
    assert not desk.page.can_confirm
    assert "unconfirmed" in desk.act(Confirm()).codes
    desk.act(Approve(paths=tuple(entry.path for entry in said[1:])))
    assert (left(desk, Gate.SAID), to_sign(desk)) == (said[:1], Step.CHECK)
    desk.act(*looked_through(desk.visit))
    assert to_sign(desk) is Step.SIGN
    assert desk.act(Confirm()).page.step is Step.DONE


def test_what_changes_after_the_look_alone_is_asked_about_again_and_a_signature_that_it_voids_is_told_at_once() -> None:
    desk = answered().act(*looked_through(answered().visit), GoTo(step=Step.SIGN))
    signed(desk).say({PHONE: "090-0000-0001"})
    assert "signature-void" in desk.codes
    assert desk.page.step is Step.CHECK, "the signatures close at once"
    assert [entry.path for entry in left(desk, Gate.SAID)] == [PHONE]
    rows = {row.path for group in desk.page.groups for row in group.rows if row.changed}
    assert rows == {PHONE}
    desk.act(Approve(paths=(PHONE,)))
    assert to_sign(desk) is Step.SIGN
    assert not any(signer.signed for signer in desk.page.signers)
    assert not any(row.changed for group in desk.page.groups for row in group.rows)


def test_a_yes_is_to_what_was_read_and_not_to_what_another_reading_says() -> None:
    desk = answered().act(*looked_through(answered().visit))
    assert left(desk, Gate.SAID) == []
    case = persona("kazoku4")
    again = next(action for action in sources(case, cards=True, extract=False) if isinstance(action, UseCard))
    moved = again.face.model_copy(update={"address": "見本県仮想市東町９丁目９番９号"})
    desk.act(UseCard(person="p1", face=again.face))
    assert left(desk, Gate.SAID) == [], "the same words once more"
    desk.act(UseCard(person="p1", face=moved))
    assert HOME in {entry.path for entry in (*left(desk, Gate.SAID), *left(desk, Gate.CONFLICT))}
    assert to_sign(desk) is Step.CHECK


def test_what_will_not_be_printed_as_it_was_said_is_told_with_form_and_answer_and_again_when_it_changes() -> None:
    desk, _ = visit("tanshin")

    def cautions(form: FilledForm) -> tuple[Caution, ...]:
        found = {box.text: box.paths for box in form.boxes if box.text.endswith("子")}
        return tuple(
            Caution(issue=Issue(where="氏名", message=f"入りません {text}"), paths=paths)
            for text, paths in found.items()
        )

    outside(desk, cautions=cautions)
    first = left(desk, Gate.PRINT)
    assert first
    assert {(entry.path, entry.who) for entry in first} == {(NAME, "見本　春子")}
    assert all(entry.what.endswith("氏名") and len(entry.what) > len("氏名") for entry in first)
    assert to_sign(desk) is Step.CHECK
    desk.act(AcceptPrint(cautions=tuple(entry.id for entry in first)))
    assert (left(desk, Gate.PRINT), to_sign(desk)) == ([], Step.SIGN)
    desk.say({NAME: "見本　夏子"}).act(Approve(paths=(NAME,)))
    assert len(left(desk, Gate.PRINT)) == len(first)
    assert to_sign(desk) is Step.CHECK


def test_what_no_receiver_takes_cannot_be_accepted_as_it_is() -> None:
    desk, _ = visit("tanshin")
    refused = (Issue(where=PHONE, message="文字数が多すぎます。", allowed="15文字まで"),)
    outside(desk, refused=lambda _: refused)
    (entry,) = left(desk, Gate.PRINT)
    assert (entry.path, entry.id, entry.why) == (PHONE, "", "15文字まで")
    assert to_sign(desk.act(AcceptPrint(cautions=("",)))) is Step.CHECK


def test_a_held_filing_is_accepted_by_name_with_a_reason_that_is_printed() -> None:
    desk, _ = visit("tanshin")
    desk.hold(ADDRESS)
    waiting = desk.page.unaccepted[0]
    assert "held-needs-reason" in desk.act(AcceptHeld(procedures=(waiting,), reason="　")).codes
    assert to_sign(desk) is Step.CHECK
    desk.act(AcceptHeld(procedures=(waiting, "P99"), reason=HeldFor.ASK))
    assert desk.now.case.held_for == {waiting: "ask"}
    assert desk.page.held[0].held_for == "ご家族や勤務先などに確かめるため"
    desk.act(AcceptHeld(procedures=desk.page.unaccepted, reason="戸籍を取り寄せる"))
    assert to_sign(desk) is Step.SIGN
    assert desk.say({ADDRESS: "見本県架空市本町一丁目1番1号"}).now.case.held_for == {}, "it is held no more"
