"""Nobody knows who has come: what a city accepts besides the lists, and what is taken and told by post."""

import shutil
from pathlib import Path

import pytest

from kiosk.model.follow_up import Sort
from kiosk.model.plan import Need, Wait
from kiosk.press.notice import Notice, notices
from kiosk.rules.filing import shown
from kiosk.rules.identifying import reached
from tests.edits import change
from tests.offices import confirmed
from tests.visits import FORMS, Desk, read, told

PAPERS, EXPIRY, ROLE = "case.id_papers", "case.id_expiry", "case.applicant_role"
NONE = {PAPERS: "なし"}
AGENT = {
    ROLE: "任意代理人",
    "agent.poa": "原本あり・内容に不備なし",
    "agent.name": "仮想　一郎",
    "agent.kana": "カソウ　イチロウ",
    "agent.address": "見本県仮想市本町9番9号",
    "agent.phone": "03-0000-0000",
}


def check(desk: Desk) -> str:
    found = reached(desk.now.facts)
    return found.value if found else ""


# ---- the city's exceptions -------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("papers", "until", "reach"),
    [
        ("運転免許証", "R8.4.19", "不足"),  # valid on the day of the move, and alone
        ("運転免許証、診察券", "R8.4.19", "2点"),
        ("運転免許証、診察券", "R8.4.17", "不足"),  # it had run out before the move
        ("旅券（パスポート）、診察券", "R8.4.19", "不足"),  # no exception for it
        ("資格確認書、り災証明書", "", "2点"),
        ("り災証明書、診察券", "", "不足"),
    ],
)
def test_an_expired_paper_or_a_substitute_counts_where_the_city_says_so(papers: str, until: str, reach: str) -> None:
    desk = told("tanshin").say({PAPERS: papers, **({EXPIRY: until} if until else {})})
    assert check(desk) == reach


def test_an_exception_holds_for_its_occasion_alone() -> None:
    desk = told("tenkyo_kosodate").say({PAPERS: "運転免許証、診察券", EXPIRY: "R8.4.1"})
    assert check(desk) == "不足"


def test_the_record_says_how_far_the_papers_reached_with_the_exception() -> None:
    desk = told("tanshin").say({PAPERS: "運転免許証、診察券", EXPIRY: "R8.4.19"})
    assert shown(desk.now.facts).check == "2点"


# ---- taken all the same ----------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("persona", "procedure"),
    [("konin", "P82"), ("rikon", "P83"), ("tanshin", "P01"), ("tenkyo_kosodate", "P02"), ("tenshutsu_fufu", "P03")],
)
def test_what_the_law_lets_be_taken_is_taken_and_a_notice_becomes_a_task(persona: str, procedure: str) -> None:
    desk = told(persona).say(NONE)
    found = desk.outcome(procedure)
    assert found.need is Need.NEEDED
    assert found.filing is not None
    assert found.filing.wait is Wait.NOTICE
    written = confirmed(desk)
    assert procedure in {parcel.kind for parcel in written.parcels}
    assert [each.procedure for each in written.later if each.sort is Sort.NOTICE] == [procedure]


@pytest.mark.parametrize(("persona", "procedure"), [("kazoku4", "P20"), ("kazoku4", "P10"), ("shomei", "P40")])
def test_everything_else_waits_for_papers_and_says_which_to_bring(persona: str, procedure: str) -> None:
    found = told(persona).say(NONE).outcome(procedure)
    assert found.need is Need.HELD
    assert "本人確認書類（顔写真つき1点、または2点）" in found.bring


def test_a_divorce_before_the_court_is_told_to_nobody() -> None:
    desk = told("rikon").say({**NONE, "divorce.kind": "調停"})
    assert desk.need("P83") is Need.HELD


def test_who_was_identified_is_told_nothing() -> None:
    assert notices(told("konin").now) == ()
    assert [each for each in confirmed(told("tanshin")).later if each.sort is Sort.NOTICE] == []


def test_when_somebody_else_came_the_one_who_moves_is_told_at_the_old_address() -> None:
    desk = told("tanshin").say({**AGENT, "household.head": "p1"})
    assert notices(desk.now) == (Notice(procedure="P01", name="見本　春子", address="見本県仮想市緑町9番地"),)


def test_both_of_a_couple_are_told_each_at_home() -> None:
    written = notices(told("konin").say(NONE).now)
    assert [each.procedure for each in written] == ["P82", "P82"]
    assert all(each.name and each.address for each in written)
    assert len({each.name for each in written}) == 2


def test_the_clerk_hears_that_it_can_be_taken() -> None:
    assert "id-notice" in told("tanshin").say(NONE).codes


# ---- the data --------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("old", "new", "where"),
    [
        ('procedures = ["P82"]', 'procedures = ["P99"]', "identity.toml notice[0] procedures"),
        ('name = "marriage.name.wife"', 'name = "marriage.nane.wife"', "identity.toml notice[0] to"),
        ('papers = ["り災証明書"', 'papers = ["学生証"', "identity.toml accept[1] papers"),
    ],
)
def test_a_mistake_in_the_exceptions_is_named_with_its_place(tmp_path: Path, old: str, new: str, where: str) -> None:
    shutil.copytree(FORMS, tmp_path / "forms")
    change(tmp_path / "forms" / "identity.toml", old, new)
    issues = read(tmp_path / "forms").issues
    assert any(issue.where.startswith(where) for issue in issues), [str(issue) for issue in issues]
