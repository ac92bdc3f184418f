"""Nothing leaves unfinished: a filing that lacks an essential fact is held, listed everywhere, and never sent."""

import datetime as dt

import pytest

from kiosk.flow.actions import Confirm, Step
from kiosk.model.follow_up import Sort
from kiosk.model.plan import Need
from tests.offices import confirmed
from tests.visits import Desk, moved, settled, told

HEAD, ADDRESS, DAY = "household.head", "addr.new.text", "case.moved_on"


def nothing_said(event: str, **first: str) -> Desk:
    """A visit at which every question is answered わからない, but for what is said first."""
    return settled(Desk(event=event).say({path.replace("__", "."): words for path, words in first.items()}), {})


# ---- the filing ------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("paths", [(ADDRESS, HEAD), (ADDRESS,), (HEAD,), (DAY,), ("person[p1].name.full",)])
def test_a_moving_in_without_its_address_head_day_or_name_is_held(paths: tuple[str, ...]) -> None:
    desk = told("tanshin").hold(*paths)
    found = desk.outcome("P01")
    assert (found.need, set(paths) <= set(found.lacks)) == (Need.HELD, True)
    assert desk.now.leaving == ()
    assert desk.page.sent == 0
    assert confirmed(desk).parcels == ()


def test_it_is_held_until_it_is_known() -> None:
    desk = told("tanshin").hold(ADDRESS)
    assert desk.say({ADDRESS: "見本県架空市中央一丁目2番3号"}).need("P01") is Need.NEEDED
    assert [parcel.kind for parcel in confirmed(desk).parcels] == ["P01"]


def test_what_is_not_essential_holds_nothing() -> None:
    desk = told("tanshin").hold("person[p1].phone", "household.old.head_name")
    assert desk.need("P01") is Need.NEEDED


def test_a_filing_with_a_question_still_open_is_no_held_one_and_does_not_leave_either() -> None:
    desk = moved()
    found = desk.outcome("P01")
    assert (found.need, bool(found.lacks), found.leaves) == (Need.NEEDED, True, False)
    assert confirmed(desk).parcels == ()


def test_one_held_filing_leaves_the_others_their_way() -> None:
    desk = told("kazoku4").hold("person[p3].name.full")
    assert desk.need("P20") is Need.HELD
    sent = {parcel.kind for parcel in confirmed(desk).parcels}
    assert "P20" not in sent
    assert {"P30", "P31"} & sent


@pytest.mark.parametrize(
    ("persona", "held", "procedure"),
    [
        ("kazoku4", "person[p2].relation_new", "P01"),  # 住民基本台帳法22条1項5号
        ("kazoku4", "case.moved_on", "P20"),
        ("shussei_futago", "person[p2].sex", "P80"),  # 戸籍法49条2項1号
        ("shibo_kosodate", "death.funeral_on", "P84"),
    ],
)
def test_what_the_law_wants_told_is_not_left_out(persona: str, held: str, procedure: str) -> None:
    found = told(persona).hold(held).outcome(procedure)
    assert (found.need, held in found.lacks) == (Need.HELD, True)


@pytest.mark.parametrize("unknown", ["person[p2].relation_new", HEAD])
def test_the_household_at_the_other_end_holds_nobody_who_leaves(unknown: str) -> None:
    """住民基本台帳法24条 wants the name, the place and the day; where they arrive 22条 wants more."""
    leaving = told("tenshutsu_kazoku").hold(unknown).outcome("P03")
    assert (leaving.need, leaving.leaves) == (Need.NEEDED, True)


def test_a_row_without_a_birth_holds_the_sheet_that_everybody_stands_on() -> None:
    desk = told("kazoku4").hold("person[p4].birth.date")
    assert "person[p4].birth.date" in desk.outcome("P01").lacks


# ---- the visit -------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("event", "said"),
    [
        ("shussei", {}),
        ("shibo", {}),
        ("konin", {}),
        ("tandoku", {"case__applicant_role": "本人", "case__requests": "犬の登録・変更"}),
        ("tandoku", {"case__applicant_role": "本人", "case__requests": "印鑑登録"}),
        ("shomei", {"case__applicant_role": "本人", "case__requests": "住民票の写し"}),
    ],
)
def test_a_visit_of_which_nothing_is_known_sends_nothing_and_lists_all_that_is_held(
    event: str, said: dict[str, str]
) -> None:
    desk = nothing_said(event, **said)
    assert desk.page.sent == 0
    assert desk.page.held
    assert all(view.lacks or view.reason for view in desk.page.held)
    written = confirmed(desk)
    assert written.parcels == ()
    assert {each.procedure for each in written.later} == {view.id for view in desk.page.held}
    assert {each.sort for each in written.later} == {Sort.HELD}


def test_the_clock_of_the_law_runs_for_what_is_held_and_for_what_is_not_decided() -> None:
    held = told("tanshin").hold(ADDRESS)
    assert [view.deadline for view in held.page.held] == ["令和8年5月7日まで"]
    later = confirmed(held).later
    assert [(each.until, each.lacks) for each in later] == [(dt.date(2026, 5, 7), (ADDRESS,))]
    undecided = told("fusho").say({"person[p1].birth.date": "年月日不詳"}).outcome("P50")
    assert undecided.deadline is not None
    assert undecided.deadline.due == dt.date(2026, 3, 16)


def test_where_the_first_day_is_not_known_the_period_itself_is_told() -> None:
    held = {view.id: view.deadline for view in told("tanshin").hold(DAY).page.held}
    assert "14日以内" in held["P01"]


def test_what_is_missing_is_said_in_the_words_of_its_question() -> None:
    desk = told("kazoku4").hold(ADDRESS, "person[p3].birth.date")
    said = {view.id: view.lacks for view in desk.page.held}["P01"]
    assert "新しい住所はどちらですか。" in said
    assert "架空　一郎：生年月日をお願いします。" in said or any("生年月日をお願いします。" in line for line in said)


def test_the_last_page_counts_only_what_left() -> None:
    desk = told("kazoku4").hold("person[p3].name.full")
    page = desk.sign().act(Confirm()).page
    assert page.step is Step.DONE
    assert page.sent == len(desk.register.taken[0].sent)
    assert "P20" in {view.id for view in page.held}
    assert "P20" not in {outcome.procedure for outcome in desk.register.taken[0].sent}
