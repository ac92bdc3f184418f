"""The check before sending, made at the desk: it finds the answer behind a fault, which stays in the way."""

import datetime as dt
from dataclasses import replace

import pytest

from kiosk.exchange.records.columns import Columns, load_columns
from kiosk.exchange.records.early import EarlyCheck
from kiosk.exchange.records.recorder import Recorder
from kiosk.flow.actions import Answer, Confirm, GoTo, Sign, Step
from kiosk.flow.jobs import Examine, Failed
from kiosk.flow.memo import Memo
from kiosk.flow.outside import Refusing
from kiosk.model.base import Issue
from kiosk.model.errors import SiteError
from kiosk.rules.snapshot import Snapshot
from tests.visits import FORMS, ON_PAPER, TODAY, Desk, told

CONTENT = (FORMS / "exchange" / "columns.toml").read_text(encoding="utf-8")
AT = dt.datetime.combine(TODAY, dt.time(1), tzinfo=dt.UTC)
NAME, PHONE = "person[p2].name.full", "person[p1].phone"
LONG = "架" * 51 + "　花子"


def checking(columns: Columns | None = None, *, code: str = "132012") -> Refusing:
    found = EarlyCheck(Recorder(code, "仮想市"), columns or load_columns(CONTENT.encode()))
    return lambda snapshot: found.refused(snapshot, at=AT)


def family(refused: Refusing | None = None) -> Desk:
    """The demo family, everything answered and signed, at a desk that asks what a receiver would refuse."""
    desk = told("kazoku4")
    desk.visit.outside = replace(desk.visit.outside, refused=refused or checking())
    return desk


def narrower(romaji: str, length: int) -> Columns:
    """The city's columns with one of them narrower."""
    columns = load_columns(CONTENT.encode())
    groups = tuple(
        group.model_copy(
            update={
                "columns": tuple(
                    column.model_copy(update={"length": length}) if column.romaji == romaji else column
                    for column in group.columns
                )
            }
        )
        for group in columns.groups
    )
    return Columns(groups=groups)


def test_what_a_receiver_takes_is_in_nobodys_way() -> None:
    desk = family()
    assert desk.act(GoTo(step=Step.SIGN)).page.issues == ()
    assert desk.page.can_confirm


def test_half_a_name_that_is_too_long_leads_to_the_question_of_the_name_and_nothing_is_confirmed() -> None:
    desk = family().say({NAME: LONG}).sign().act(GoTo(step=Step.SIGN))
    (issue,) = desk.page.issues
    assert (issue.where, issue.message, issue.allowed) == (NAME, "E0003 文字数が多すぎます。", "50文字まで")
    assert not desk.page.can_confirm
    assert "record-refused" in desk.act(Confirm()).codes
    assert desk.register.taken == []
    assert desk.say({NAME: "架空　花子"}).sign().act(Confirm()).page.step is Step.DONE


def test_while_people_are_still_answering_no_record_is_made() -> None:
    desk = family()
    made = list[object]()

    def count(snapshot: Snapshot) -> tuple[Issue, ...]:
        made.append(snapshot)
        return ()

    desk.visit.outside = replace(desk.visit.outside, refused=count)
    desk.act(GoTo(step=Step.INTERVIEW)).say({"person[p1].phone": "03-0000-0001"})
    assert made == []
    desk.act(GoTo(step=Step.CHECK))
    assert desk.visit.page().issues == desk.visit.page().issues == ()
    assert len(made) == 1


@pytest.mark.parametrize(
    ("romaji", "length", "path"),
    [
        ("jusho_choaza", 1, "addr.new.text"),
        ("tennyumaejusho_banchigohyoki", 1, "addr.old.text"),
        ("shimei", 3, "person[p1].name.full"),
        ("na_nihonjin_furigana", 1, "person[p1].kana"),
        ("denwabango", 3, "person[p1].phone"),
        ("contactPointPhoneNumber", 3, "person[p1].phone"),
    ],
)
def test_every_part_leads_to_the_answer_that_it_was_made_of(romaji: str, length: int, path: str) -> None:
    refused = checking(narrower(romaji, length))
    desk = family(refused)
    assert path in {issue.where for issue in refused(desk.now)}


def test_a_fault_of_the_settings_is_in_nobodys_way_at_the_desk() -> None:
    desk = family(checking(code="132013"))
    assert desk.act(Confirm()).page.step is Step.DONE


def waiting(refused: Refusing | None = None) -> tuple[Desk, Examine]:
    """The family on the way to the signatures, at a desk whose host has not examined anything yet."""
    desk = family(refused)
    desk.visit.memo = Memo()
    jobs = desk.visit.act(GoTo(step=Step.SIGN))
    (job,) = (each for each in jobs if isinstance(each, Examine))
    return desk, job


def test_while_the_records_are_examined_the_check_says_so_and_then_goes_on_to_the_signatures_by_itself() -> None:
    desk, job = waiting()
    assert (desk.visit.page().step, desk.visit.page().examining, desk.visit.page().can_confirm) == (
        Step.CHECK,
        True,
        False,
    )
    assert desk.visit.page().notices == ()
    desk.visit.act(job.done())
    assert (desk.visit.page().step, desk.visit.page().examining, desk.visit.page().can_confirm) == (
        Step.SIGN,
        False,
        True,
    )


def test_what_is_refused_is_found_out_beside_the_window_and_stays_at_the_check() -> None:
    desk, job = waiting(checking(narrower("denwabango", 3)))
    desk.visit.act(job.done())
    assert (desk.visit.page().step, [issue.where for issue in desk.visit.page().issues]) == (
        Step.CHECK,
        ["person[p1].phone"],
    )


def test_who_does_something_else_meanwhile_is_not_taken_to_the_signatures() -> None:
    desk, job = waiting()
    desk.visit.act(GoTo(step=Step.CHECK))
    desk.visit.act(job.done())
    assert (desk.visit.page().step, desk.visit.page().examining) == (Step.CHECK, False)


def test_an_answer_about_what_was_said_before_counts_no_more_and_it_is_examined_again() -> None:
    desk, job = waiting()
    assert not any(isinstance(each, Examine) for each in desk.visit.act(Answer(path=PHONE, text="03-0000-0009")))
    jobs = desk.visit.act(job.done())
    assert desk.visit.page().examining
    (again,) = (each for each in jobs if isinstance(each, Examine))
    desk.visit.act(again.done())
    assert not desk.visit.page().examining


def test_signing_changes_no_record_and_what_could_not_be_examined_is_tried_again() -> None:
    desk, job = waiting()
    broken = SiteError("X01", what="", mend="")
    assert desk.visit.act(Failed(job, broken)) == ()  # it would fail again at once
    (again,) = (each for each in desk.visit.act(GoTo(step=Step.SIGN)) if isinstance(each, Examine))
    desk.visit.act(again.done())
    signs = [Sign(person=signer.person, signature=ON_PAPER) for signer in desk.visit.page().signers]
    assert [job for sign in signs for job in desk.visit.act(sign)] == []
    assert (desk.visit.page().step, desk.visit.page().can_confirm) == (Step.SIGN, True)


def test_what_another_thread_finds_out_is_remembered_there_alone() -> None:
    desk, job = waiting()
    facts, there = desk.now.facts, job.snapshot.facts
    before = dict(facts.asked)
    there.asked[("nobody asked this", "")] = True
    assert (facts.asked, there.by_path is facts.by_path) == (before, True)
