"""A visit from the first question to the confirmation, and everything that may go differently on the way."""

import datetime as dt
import re
from dataclasses import replace

import pytest

from kiosk.flow.actions import (
    AddPerson,
    Answer,
    Approve,
    Clear,
    Confirm,
    End,
    GoTo,
    Hold,
    Put,
    RemovePerson,
    ReportCard,
    Resolve,
    Sign,
    StartVisit,
    Step,
    UseCard,
    UseExtract,
)
from kiosk.flow.pages import QuestionState
from kiosk.model.base import SiteError
from kiosk.model.card import CardFace, CardGone
from kiosk.model.fact import Source
from kiosk.model.filled import BoxState
from kiosk.model.procedure import Need
from kiosk.model.wareki import PartialDate
from tests.visits import STROKES, Desk, book, moved, persona, told

OLD = "見本県仮想市本町３丁目４番５号　見本荘２０３"
TARO = CardFace(name="架空　太郎", address=OLD, birth=PartialDate(iso="1988-06-15"), sex="1")
HANAKO = CardFace(name="架空　花子", address=OLD, birth=PartialDate(iso="1990-11-03"), sex="2")
BIRTH, NAME = "person[p1].birth.date", "person[p1].name.full"


def family(*, signed: bool = True) -> Desk:
    """The demo family, every question answered in words."""
    return told("kazoku4", signed=signed)


# ---- asking ----------------------------------------------------------------------------------------------------------
def test_the_interview_opens_with_what_decides_everything_else() -> None:
    assert Desk().open[:2] == ("case.event_type", "case.applicant_role")


def test_every_open_question_says_who_needs_its_answer() -> None:
    desk = moved()
    for path in desk.open:
        known = {"tennyu", *desk.now.known.book.procedures, *(name for name, _ in desk.now.known.book.templates)}
        assert desk.question(path).needed_by
        assert set(desk.question(path).needed_by) <= known


def test_the_page_shows_how_many_questions_are_left() -> None:
    desk = moved()
    before = desk.page.left
    desk.say(sex="男")
    assert desk.page.left == before - 1 == len(desk.open)


def test_one_question_is_the_current_one() -> None:
    shown = [view for section in moved().page.sections for view in section.questions if view.current]
    assert [view.state for view in shown] == [QuestionState.OPEN]


def test_questions_about_members_stand_in_one_grid() -> None:
    desk = moved().members(3)
    (grid,) = (section for section in desk.page.sections if section.id == "members")
    assert grid.grid
    assert {view.person for view in grid.questions} == {"p1", "p2", "p3"}


def test_what_a_card_said_is_shown_and_not_asked() -> None:
    desk = moved().act(UseCard(person="p1", face=TARO))
    assert {NAME, BIRTH, "person[p1].sex", "addr.old.text"}.isdisjoint(desk.open)
    view = desk.question(NAME)
    assert (view.state, view.source, view.echo) == (QuestionState.SAID, Source.CARD, "架空　太郎")
    desk.act(Approve(paths=(NAME,)))
    assert desk.question(NAME).state is QuestionState.ANSWERED
    assert desk.page.asked == moved().page.asked


def test_only_the_card_of_the_person_who_came_gives_an_address() -> None:
    desk = moved().members(2).act(UseCard(person="p2", face=HANAKO))
    assert desk.value("addr.old.text") is None
    desk.say({"addr.old.text": "見本県架空市本町1番"}).act(UseCard(person="p2", face=HANAKO))
    assert desk.codes == set()
    assert desk.page.conflicts == ()


def test_a_card_that_could_not_be_read_leaves_everything_to_the_keyboard() -> None:
    desk = moved()
    before = desk.open
    desk.act(ReportCard(outcome=CardGone(step=4)))
    assert desk.codes == {"card-gone"}
    assert desk.open == before


def test_an_expired_card_says_so_and_is_not_carried_on() -> None:
    desk = moved(card_holders="全員").act(UseCard(person="p1", face=TARO.model_copy(update={"expired": True})))
    assert "card-expired" in desk.codes
    assert desk.need("P30") is Need.NOT_NEEDED


def test_a_doubtful_letter_on_a_card_says_so() -> None:
    desk = moved().act(UseCard(person="p1", face=TARO.model_copy(update={"name": "渡〓　架空", "doubtful": ("〓",)})))
    assert "card-doubtful" in desk.codes


def test_an_agent_is_asked_who_they_are() -> None:
    seal = {"case.requests": "印鑑登録"}
    desk = moved(applicant_role="任意代理人").say({"household.head": "p1"} | seal).say(birth="S63.6.15")
    asked = {"agent.name", "agent.address", "agent.birth_date", "agent.poa"}
    assert asked <= set(desk.open)
    assert asked.isdisjoint(moved().say(seal).say(birth="S63.6.15").open)


# ---- words that cannot be read ---------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("path", "words"),
    [
        (BIRTH, "S63.13.1"),
        (BIRTH, "R9.1.1"),
        ("case.moved_on", "R8.2.30"),
        ("person[p1].sex", "おとこ"),
        ("person[p1].phone", "12"),
        ("person[p1].relation_new", "孫"),
        ("household.card_holders", "だれか"),
        ("household.head", "となりの人"),
        ("addr.new.text", ""),
        ("person[p1].kana", "kana"),
    ],
)
def test_words_that_cannot_be_read_stay_as_typed_and_say_what_is_allowed(path: str, words: str) -> None:
    desk = moved(applicant_role="同一世帯員").say({path: words})
    view = desk.question(path)
    assert (view.state, view.text) == (QuestionState.WRONG, words)
    assert view.issue
    assert desk.value(path) is None
    assert not desk.page.can_confirm


def test_the_right_words_take_the_wrong_ones_away() -> None:
    desk = moved().say({BIRTH: "S63.13.1"}).say({BIRTH: "S63.1.13"})
    assert desk.question(BIRTH).state is QuestionState.ANSWERED
    assert desk.question(BIRTH).echo == "昭和63年1月13日（1988年）"


def test_a_day_outside_the_calendar_is_a_birth_that_a_register_may_hold() -> None:
    assert moved().say({BIRTH: "H30.2.29"}).question(BIRTH).state is QuestionState.ANSWERED


def test_an_individual_number_is_refused_in_every_free_text() -> None:
    desk = moved().say({"koseki.honseki": "見本県 1234 5678 9018", "addr.new.katagaki": "123456789018"})
    for path in ("koseki.honseki", "addr.new.katagaki"):
        assert desk.question(path).state is QuestionState.WRONG
        assert "9018" not in desk.question(path).issue
        assert all(fact.path != path for fact in desk.now.case.ledger.facts)


@pytest.mark.parametrize("path", ["nobody.knows", "person[p9].sex", "person[p1].shoe.size"])
def test_a_path_that_does_not_exist_changes_nothing(path: str) -> None:
    desk = moved()
    before = desk.page
    desk.act(Answer(path=path, text="男"), Put(path=path, value="男"), Hold(path=path), Clear(path=path))
    assert desk.page == before


# ---- わからない and taking back --------------------------------------------------------------------------------------
def test_who_does_not_know_is_not_asked_again_and_the_form_waits() -> None:
    desk = moved().say(name="架空　太郎").hold(BIRTH)
    assert BIRTH not in desk.open
    assert desk.question(BIRTH).state is QuestionState.HELD
    assert [box.state for box in desk.boxes("F01", BIRTH)] == [BoxState.HELD]


def test_what_follows_from_an_unknown_answer_waits_too_and_does_not_block() -> None:
    desk = family(signed=False).hold("household.employer_insured", "household.foreigners").sign(on_paper=True)
    assert desk.open == ()
    assert desk.page.can_confirm
    assert desk.need("P10") is Need.HELD


def test_an_answer_taken_back_is_asked_again() -> None:
    desk = family().act(Clear(path="bank.number"))
    assert desk.open == ("bank.number",)
    assert not desk.page.can_confirm


# ---- hidden never leaves ---------------------------------------------------------------------------------------------
def test_an_answer_that_nothing_needs_any_more_does_not_leave_but_comes_back() -> None:
    desk, wishes = family(), persona("kazoku4").answers["case.requests"]
    assert "cert.purpose" in desk.now.used()
    desk.say({"case.requests": "印鑑登録"}).act(GoTo(step=Step.CHECK))
    assert "cert.purpose" not in desk.now.used()
    assert "cert.purpose" not in [row.path for group in desk.page.groups for row in group.rows]
    desk.say({"case.requests": wishes})
    assert "cert.purpose" in desk.now.used()
    assert desk.value("cert.purpose") == "勤務先へ提出"
    assert desk.open == ()


# ---- conflicts -------------------------------------------------------------------------------------------------------
def conflicting() -> Desk:
    return moved().act(UseCard(person="p1", face=TARO)).say({BIRTH: "S63.6.16"})


def test_two_sources_that_differ_are_shown_side_by_side() -> None:
    (conflict,) = conflicting().page.conflicts
    assert conflict.path == BIRTH
    assert dict(conflict.sayings) == {
        Source.CARD: "昭和63年6月15日（1988年）",
        Source.INTERVIEW: "昭和63年6月16日（1988年）",
    }


def test_a_conflict_is_settled_only_with_a_reason() -> None:
    desk = conflicting().act(Resolve(path=BIRTH, source=Source.CARD, reason=" "))
    assert desk.codes == {"conflict-needs-reason"}
    assert desk.page.conflicts
    desk.act(Resolve(path=BIRTH, source=Source.CARD, reason="カードで確認"))
    assert desk.page.conflicts == ()
    assert desk.now.known.facts[BIRTH].reason == "カードで確認"
    assert desk.value(BIRTH) == PartialDate(iso="1988-06-15")


def test_a_conflict_stands_in_the_way_of_the_confirmation() -> None:
    desk = family().act(UseCard(person="p1", face=TARO.model_copy(update={"name": "架空　次郎"}))).act(Confirm())
    assert "conflicts-open" in desk.codes
    assert desk.register.taken == []


def test_the_same_address_in_another_spelling_is_no_conflict() -> None:
    desk = moved().act(UseCard(person="p1", face=TARO)).say({"addr.old.text": "見本県仮想市本町三丁目4-5 見本荘203"})
    assert desk.page.conflicts == ()


def test_a_settled_conflict_stays_settled_when_the_same_words_are_typed_again() -> None:
    desk = conflicting().act(Resolve(path=BIRTH, source=Source.INTERVIEW, reason="戸籍で確認")).say({BIRTH: "S63.6.16"})
    assert desk.page.conflicts == ()
    assert desk.value(BIRTH) == PartialDate(iso="1988-06-16", era_text="昭和63年6月16日")


# ---- people ----------------------------------------------------------------------------------------------------------
def test_a_member_who_is_removed_takes_everything_about_them_along() -> None:
    desk = family().act(RemovePerson(person="p2"))
    assert [person.id for person in desk.page.persons] == ["p1", "p3", "p4"]
    assert not any(re.match(r"person\[p2\]", path) for path in desk.now.known.facts)
    assert "架空　花子" not in repr(desk.now.forms)
    assert desk.value("household.card_holders") == ("p1", "p3", "p4")


def test_a_removed_head_of_the_household_is_asked_for_again() -> None:
    desk = family().say({"case.applicant_role": "同一世帯員", "household.head": "p2"})
    assert desk.value("household.new.head_name") == "架空　花子"
    desk.act(RemovePerson(person="p2"))
    assert desk.value("household.new.head_name") is None
    assert "household.head" in desk.open


def test_a_new_member_does_not_inherit_what_was_said_about_a_removed_one() -> None:
    desk = family().act(RemovePerson(person="p4"), AddPerson())
    (new,) = {person.id for person in desk.page.persons} - {"p1", "p2", "p3"}
    assert new == "p5"
    assert f"person[{new}].name.full" in desk.open


def test_who_something_is_true_of_is_asked_again_when_a_member_joins() -> None:
    desk = family().act(AddPerson())
    assert {"household.foreigners", "household.card_holders", "household.employer_insured"} <= set(desk.open)


def test_the_person_who_came_cannot_be_removed() -> None:
    assert [person.id for person in family().act(RemovePerson(person="p1")).page.persons] == ["p1", "p2", "p3", "p4"]


def test_unread_words_about_a_removed_member_do_not_block() -> None:
    desk = family(signed=False).members(5).member("p5", birth="x").act(RemovePerson(person="p5"))
    assert desk.session.typed == {}
    assert desk.say(persona("kazoku4").answers).sign().page.can_confirm


def test_at_most_twenty_people_fit_into_a_visit() -> None:
    desk = Desk().act(*[AddPerson()] * 30)
    assert len(desk.page.persons) == 20


# ---- extract ---------------------------------------------------------------------------------------------------------
def test_rows_of_an_extract_find_the_members_that_cards_named() -> None:
    rows = (
        {"person.name.full": "架空　花子", "person.birth.date": HANAKO.birth, "person.kana": "カクウ　ハナコ"},
        {"person.name.full": "架空　太郎", "person.birth.date": TARO.birth, "person.kana": "カクウ　タロウ"},
        {"person.name.full": "架空　一郎", "person.kana": "カクウ　イチロウ"},
    )
    desk = moved().members(2).act(UseCard(person="p1", face=TARO), UseCard(person="p2", face=HANAKO))
    desk.act(UseExtract(persons=rows, case={"koseki.head_name": "架空　太郎", "unknown.key": "x"}))
    assert [desk.value(f"person[{ref}].kana") for ref in ("p1", "p2", "p3")] == [
        "カクウ　タロウ",
        "カクウ　ハナコ",
        "カクウ　イチロウ",
    ]
    assert desk.page.conflicts == ()
    assert "unknown.key" not in desk.now.known.facts


# ---- signing ---------------------------------------------------------------------------------------------------------
def test_everybody_signs_their_own_papers() -> None:
    signers = {signer.person: signer.documents for signer in family(signed=False).page.signers}
    assert set(signers) == {"p1", "p2"}
    assert len(signers["p1"]) > len(signers["p2"])


def test_an_edit_makes_every_signature_void_and_says_so() -> None:
    desk = family()
    assert desk.page.can_confirm
    desk.say({"person[p1].phone": "03-0000-0001"})
    assert "signature-void" in desk.codes
    assert not any(signer.signed for signer in desk.page.signers)
    assert "signatures-open" in desk.act(Confirm()).codes
    assert desk.sign().page.can_confirm


def test_an_answer_that_changes_no_paper_leaves_the_signatures() -> None:
    desk = family().say({"person[p1].phone": "03-0000-0000"})
    assert "signature-void" not in desk.codes
    assert desk.page.can_confirm


def test_who_signs_on_paper_leaves_the_place_blank() -> None:
    desk = family(signed=False).sign(on_paper=True)
    assert desk.page.can_confirm
    assert [box.state for box in desk.boxes("F04", "case.consent_jido")] == [BoxState.HELD]


def test_a_signature_of_somebody_who_signs_nothing_changes_nothing() -> None:
    desk = family()
    before = desk.now.case.ledger
    assert desk.act(Sign(person="p4", signature=STROKES)).now.case.ledger == before


# ---- confirming ------------------------------------------------------------------------------------------------------
def test_a_complete_visit_is_confirmed_once() -> None:
    desk = family().act(Confirm())
    assert desk.page.step is Step.DONE
    desk.act(Confirm(), Answer(path=NAME, text="別人"), GoTo(step=Step.CHECK))
    assert desk.page.step is Step.DONE
    assert len(desk.register.taken) == 1


@pytest.mark.parametrize(
    ("spoil", "code"),
    [
        (Clear(path="bank.number"), "questions-open"),
        (Answer(path="bank.number", text="12"), "questions-open"),
        (AddPerson(), "questions-open"),
    ],
)
def test_nothing_is_confirmed_while_something_is_open(spoil: Clear | Answer | AddPerson, code: str) -> None:
    desk = family().act(spoil, Confirm())
    assert code in desk.codes
    assert desk.page.step is not Step.DONE
    assert desk.register.taken == []


def test_a_place_that_is_not_ready_keeps_the_visit_as_it_is() -> None:
    desk = family()
    before = desk.now.case
    desk.register.broken = SiteError("S01", what="ディスクがいっぱいです。", mend="空きを作ってください。")
    desk.act(Confirm())
    assert desk.codes == {"S01"}
    assert desk.now.case == before
    desk.register.broken = None
    assert desk.act(Confirm()).page.step is Step.DONE


def test_the_end_of_a_visit_leaves_nothing_behind() -> None:
    desk = family().act(Confirm(), End())
    assert desk.session.snapshot is None
    assert "架空" not in repr(desk.session.handle(StartVisit(event="tennyu")))


def test_an_event_that_does_not_exist_opens_no_visit() -> None:
    assert Desk().act(End(), StartVisit(event="nothing")).page.step is Step.START


def test_nobody_goes_back_to_the_start_or_past_the_confirmation() -> None:
    for step in (Step.START, Step.DONE):
        assert family().act(GoTo(step=step)).page.step is Step.INTERVIEW


# ---- papers ----------------------------------------------------------------------------------------------------------
def test_a_case_keeps_the_version_of_every_form_it_began_with() -> None:
    desk, old = family(), book()
    newer = old.templates["F01", "001"].model_copy(update={"version": "002"})
    rules = replace(old, templates={**old.templates, ("F01", "002"): newer})
    desk.session.outside = replace(desk.session.outside, book=rules)
    assert desk.say({"person[p1].phone": "03-0000-0001"}).form("F01").version == "001"
    assert Desk(rules=rules).now.case.templates["F01"] == "002"


def test_a_household_of_eight_needs_a_second_sheet_of_the_moving_form() -> None:
    desk = moved().members(8).say(name="架空　太郎")
    for number in range(2, 9):
        desk.member(f"p{number}", name=f"架空　{number}子")
    form = desk.form("F01")
    assert form.sheets == 2
    names = [box for box in form.boxes if box.person and box.text.startswith("架空")]
    assert [(box.sheet, box.row) for box in names] == [(sheet, row) for sheet in (0, 1) for row in range(4)]
    twice = [box for box in form.boxes if box.sheet == 1 and not box.person]
    assert twice
    assert not any(box.counts for box in twice)


def test_the_filing_day_is_the_day_of_the_desk() -> None:
    assert moved(today=dt.date(2027, 1, 4)).value("case.filed_on") == PartialDate(iso="2027-01-04")
