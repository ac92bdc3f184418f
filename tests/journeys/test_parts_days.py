"""Everybody's own day: who moved later, who was insured elsewhere for longer, whose card has lapsed meanwhile."""

import datetime as dt

import pytest

from kiosk.model.plan import Need
from kiosk.model.wareki import PartialDate
from tests.visits import Desk, moved

MOVERS, FOREIGN, HOLDERS = "household.movers", "household.foreigners", "household.card_holders"
AROUND, EMPLOYER = "household.circumstances", "household.employer_insured"
PLANNED = "case.tenshutsu_planned_on"
ADULT, GIRL = "S63.6.15", "H29.5.20"


def printed(desk: Desk, key: str, box: str, person: str = "") -> str:
    form = next(each for each in desk.now.forms if each.key == key)
    return next((each.text for each in form.boxes if each.box == box and person in ("", each.person)), "")


def marked(desk: Desk, key: str, box: str) -> tuple[str, ...]:
    form = next(each for each in desk.now.forms if each.key == key)
    return next(each.marks for each in form.boxes if each.box == box)


def due(desk: Desk, procedure: str) -> dt.date | None:
    deadline = desk.outcome(procedure).deadline
    return None if deadline is None else deadline.due


# ---- the insurance that begins after the move ------------------------------------------------------------------------
def joining(previous: str, lost: str = "") -> Desk:
    """Somebody moved in on the 12th, and files on the 20th."""
    desk = moved().say({MOVERS: "全員", FOREIGN: "なし", EMPLOYER: "なし", AROUND: "なし", HOLDERS: "なし"})
    desk.say({"household.head": "p1", "household.old.head_name": "架空　岳"})
    desk.say(birth=ADULT, name="架空　岳", kana="カクウ　ガク", sex="男", insured=previous, pension="国民年金第1号")
    return desk.say({"person[p1].insurance.lost_on": lost}) if lost else desk


@pytest.mark.parametrize(
    ("previous", "lost", "day", "reason", "last"),
    [
        ("協会けんぽ", "R8.4.18", "令和8年4月18日", "社保離脱", dt.date(2026, 5, 7)),
        ("共済", "R8.4.1", "令和8年4月12日", "転入", dt.date(2026, 4, 27)),
        ("任意継続", "R8.4.12", "令和8年4月12日", "転入", dt.date(2026, 4, 27)),
        ("国保組合", "R8.4.15", "令和8年4月15日", "国保組合離脱", dt.date(2026, 4, 30)),
        ("生活保護(なし)", "R8.4.16", "令和8年4月16日", "生活保護廃止", dt.date(2026, 4, 30)),
        ("国民健康保険", "", "令和8年4月12日", "転入", dt.date(2026, 4, 27)),
    ],
)
def test_the_city_insures_from_the_later_of_the_move_and_the_end_of_the_other_insurance(
    previous: str, lost: str, day: str, reason: str, last: dt.date
) -> None:
    desk = joining(previous, lost)
    assert (printed(desk, "F02", "no8"), marked(desk, "F02", "no7")) == (day, (reason,))
    assert due(desk, "P10") == last
    later = "引越しのあとに前の医療保険の資格を失ったため" in _reason(desk, "P10")
    assert later is (reason != "転入")


def _reason(desk: Desk, procedure: str) -> str:
    outcome = desk.outcome(procedure)
    taken = desk.visit.outside.book.procedures[procedure].taken(desk.now.plan.on, outcome.variant)
    assert taken is not None
    return outcome.reason or taken.reason


@pytest.mark.parametrize(
    ("previous", "need", "day"),
    [
        ("協会けんぽ", Need.NEEDED, dt.date(2026, 4, 15)),
        ("任意継続", Need.NOT_NEEDED, None),
        ("国民健康保険", Need.NOT_NEEDED, None),
    ],
)
def test_who_leaves_an_employers_insurance_changes_the_pension_from_the_same_day(
    previous: str, need: Need, day: dt.date | None
) -> None:
    desk = joining(previous, "R8.4.1" if previous != "国民健康保険" else "")
    assert desk.need("P12") is need
    assert due(desk, "P12") == day


def test_each_of_a_family_is_insured_from_a_day_of_their_own() -> None:
    desk = joining("国民健康保険").members(2).say({MOVERS: "全員", FOREIGN: "なし", EMPLOYER: "なし"})
    desk.member("p2", birth=GIRL, name="架空　湊", kana="カクウ　ミナト", sex="女", relation="子", insured="協会けんぽ")
    desk.say({"person[p2].insurance.lost_on": "R8.4.17"})
    assert printed(desk, "F02", "no8") == "令和8年4月12日"
    assert set(marked(desk, "F02", "no7")) == {"転入", "社保離脱"}
    assert (printed(desk, "F02", "no21", "p1"), printed(desk, "F02", "no21", "p2")) == ("", "令和8年4月17日")


@pytest.mark.parametrize("reason", ["社保離脱", "生活保護廃止"])
def test_who_loses_work_and_joins_files_for_the_pension_too(reason: str) -> None:
    desk = Desk(event="tandoku").say({"case.applicant_role": "世帯主", "case.requests": "国民健康保険に入る"})
    desk.say({"household.nhi_members": "p1", "nhi.reason": reason, "nhi.effective_on": "R8.4.16"})
    desk.say(birth=ADULT, insured="協会けんぽ" if reason == "社保離脱" else "生活保護(なし)", pension="国民年金第1号")
    assert desk.need("P12") is (Need.NEEDED if reason == "社保離脱" else Need.NOT_NEEDED)
    if reason == "社保離脱":
        assert "person[p1].pension.effective_on" not in desk.open
        assert due(desk, "P12") == dt.date(2026, 4, 30)


# ---- a card that was not continued in time ---------------------------------------------------------------------------
def with_card(moved_on: str, planned: str) -> Desk:
    desk = moved(moved_on=moved_on).say({MOVERS: "全員", FOREIGN: "なし", HOLDERS: "p1", AROUND: "なし"})
    return desk.say({"case.tenshutsu_kind": "転出証明書", PLANNED: planned}).say(birth=ADULT)


@pytest.mark.parametrize(
    ("moved_on", "planned", "lapsed"),
    [
        ("R8.4.12", "R8.4.11", ""),
        ("R8.4.5", "R8.4.4", ""),  # the fourteenth day is the 19th, a Sunday
        ("R8.4.4", "R8.4.3", ""),  # the 18th, the Saturday before it
        ("R8.4.3", "R8.4.2", "引越した日の翌日から14日"),
        ("R8.2.1", "R8.1.31", "引越した日の翌日から14日"),
        ("R8.4.12", "R8.3.1", "転出予定日の翌日から30日"),
        ("R8.4.12", "R8.3.21", ""),
    ],
)
def test_a_card_lapses_where_the_move_is_filed_too_late_for_it(moved_on: str, planned: str, lapsed: str) -> None:
    desk = with_card(moved_on, planned)
    assert desk.need("P30") is (Need.NOT_NEEDED if lapsed else Need.NEEDED)
    assert desk.need("P34") is (Need.NEEDED if lapsed else Need.NOT_NEEDED)
    assert lapsed in _reason(desk, "P34")
    assert ("F06" in {form.template for form in desk.now.forms}) is not bool(lapsed)
    assert desk.need("P31") is (Need.NOT_NEEDED if lapsed else Need.OPTIONAL)


def test_a_childs_card_lapses_with_the_familys_and_who_has_none_has_nothing_to_reissue() -> None:
    desk = moved(moved_on="R8.3.1").members(2).say({MOVERS: "全員", FOREIGN: "なし", AROUND: "なし", HOLDERS: "p2"})
    desk.say({"case.tenshutsu_kind": "転出証明書", PLANNED: "R8.2.28"}).say(birth=ADULT).member("p2", birth=GIRL)
    assert desk.outcome("P34").persons == ("p2",)
    assert desk.say({HOLDERS: "なし"}).need("P34") is Need.NOT_NEEDED


@pytest.mark.parametrize(("filed", "lapsed"), [("R8.1.21", False), ("R8.1.19", False), ("R8.1.10", True)])
def test_a_card_is_continued_within_ninety_days_of_the_filing(filed: str, *, lapsed: bool) -> None:
    desk = Desk(event="tandoku").say({"case.applicant_role": "本人", HOLDERS: "p1", FOREIGN: "なし"})
    desk.say({"case.requests": "マイナンバーカードの記載変更・継続利用", "card.filing": "継続利用"})
    desk.say({"case.card_from": filed})
    assert (desk.need("P34") is Need.NEEDED) is lapsed
    assert (desk.need("P30") is Need.NEEDED) is not lapsed


def test_a_foreign_national_who_leaves_the_country_returns_the_card() -> None:
    desk = Desk(event="tenshutsu").members(2).say({"case.event_type": "国外転出", "case.moved_on": "R8.4.30"})
    desk.say({MOVERS: "全員", FOREIGN: "p2", HOLDERS: "全員", AROUND: "なし", "case.applicant_role": "世帯主"})
    desk.say(birth=ADULT).member("p2", birth=ADULT)
    assert (desk.outcome("P30").persons, desk.outcome("P34").persons) == (("p1",), ("p2",))


# ---- two days of moving in one household -----------------------------------------------------------------------------
def in_two_steps() -> Desk:
    """He came on the 1st, she and the child on the 12th; she files on the 20th."""
    desk = moved(moved_on="R8.4.1").members(3).say({MOVERS: "全員", FOREIGN: "なし", EMPLOYER: "なし"})
    desk.say({AROUND: "引越しの日が違う", "household.later_movers": "p2、p3", HOLDERS: "全員"})
    desk.say({"case.tenshutsu_kind": "転出証明書", PLANNED: "R8.3.31"})
    desk.say(birth=ADULT, insured="国民健康保険").member("p2", birth=ADULT, insured="国民健康保険")
    desk.member("p3", birth=GIRL, insured="国民健康保険")
    return desk.say({"person[p2].moved_on": "R8.4.12", "person[p3].moved_on": "R8.4.12"})


def test_the_deadline_is_that_of_who_moved_first_and_every_row_has_its_own_day() -> None:
    desk = in_two_steps()
    assert due(desk, "P01") == dt.date(2026, 4, 15)
    assert printed(desk, "F01", "no3") == "令和8年4月1日"
    assert [printed(desk, "F01", "no29", ref) for ref in ("p1", "p2", "p3")] == ["", *("令和8年4月12日",) * 2]
    assert [printed(desk, "F02", "no21", ref) for ref in ("p1", "p2", "p3")] == ["", *("令和8年4月12日",) * 2]


def test_only_the_card_of_who_moved_too_long_ago_has_lapsed() -> None:
    desk = in_two_steps()
    assert (desk.outcome("P34").persons, desk.outcome("P30").persons) == (("p1",), ("p2", "p3"))


def test_who_moved_on_one_day_is_not_asked_for_another() -> None:
    desk = moved().members(2).say({MOVERS: "全員", AROUND: "なし"})
    assert not {path for path in desk.open if path.endswith("moved_on") or path == "household.later_movers"}
    day = desk.hold(AROUND).value("person[p2].moved_on")
    assert isinstance(day, PartialDate)
    assert day.iso == "2026-04-12"


# ---- twins of two days -----------------------------------------------------------------------------------------------
def twins(first: str, second: str, current: str) -> Desk:
    desk = Desk(event="shussei", today=dt.date(2026, 5, 11)).members(3)
    desk.say({"case.applicant_role": "世帯主", "birth.children": "p2、p3", "household.current": current})
    desk.say({"birth.insurance": "国民健康保険", "jido.claimant": "p1", AROUND: "なし"})
    desk.say(birth=ADULT, name="架空　岳", insured="国民健康保険")
    desk.member("p2", birth=first, name="架空　湊").member("p3", birth=second, name="架空　渚")
    return desk.say(occupation="自営業")


@pytest.mark.parametrize(
    ("first", "second", "last"),
    [
        (("R8.4.30", "令和8年4月30日"), ("R8.5.1", "令和8年5月1日"), dt.date(2026, 5, 15)),
        (("R8.5.1", "令和8年5月1日"), ("R8.4.30", "令和8年4月30日"), dt.date(2026, 5, 15)),
        (("R8.5.2", "令和8年5月2日"), ("R8.5.3", "令和8年5月3日"), dt.date(2026, 5, 18)),
    ],
)
@pytest.mark.parametrize("current", ["国民健康保険", "国民健康保険、児童手当"])
def test_each_twin_is_written_with_the_own_day_and_the_earlier_one_ends_the_period(
    first: tuple[str, str], second: tuple[str, str], last: dt.date, current: str
) -> None:
    desk = twins(first[0], second[0], current)
    days = [first[1], second[1]]
    assert due(desk, "P20") == last
    assert [printed(desk, "F04", "no28", ref) for ref in ("p2", "p3")] == days
    assert [printed(desk, form.key, "no5") for form in desk.now.forms if form.template == "F19"] == days


# ---- a card that was abroad ------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("event", "moved_on", "foreign", "lapsed"),
    [
        ("国外転入等", "R8.4.12", "なし", ""),
        ("国外転入等", "R8.4.4", "なし", ""),  # the fourteenth day was a Saturday
        ("国外転入等", "R8.4.3", "なし", "引越した日の翌日から14日"),
        ("国外転入等", "R7.10.1", "なし", "引越した日の翌日から14日"),
        ("法30条の46転入", "R8.4.12", "p1", "国外へ転出した日に失効"),
        ("法30条の46転入", "R8.3.1", "p1", "引越した日の翌日から14日"),
    ],
)
def test_a_card_comes_back_from_abroad_only_with_who_could_take_it_there_and_files_in_time(
    event: str, moved_on: str, foreign: str, lapsed: str
) -> None:
    desk = moved(event_type=event, moved_on=moved_on).say({FOREIGN: foreign, HOLDERS: "p1", AROUND: "なし"})
    desk.say({"person[p1].foreign.status": "定住者", "person[p1].foreign.period": "3年"} if foreign == "p1" else {})
    desk.say(birth=ADULT)
    assert desk.need("P30") is (Need.NOT_NEEDED if lapsed else Need.NEEDED)
    assert desk.need("P34") is (Need.NEEDED if lapsed else Need.NOT_NEEDED)
    assert lapsed in _reason(desk, "P34")
