"""What a foreign resident has and what not: 特別永住者 no status and no period, 永住者 a period without an end."""

import pytest

from tests.visits import MOVE, Desk

P1 = "person[p1].foreign"
BOXES = {"no22": "区分", "no23": "在留資格", "no24": "在留期間", "no25": "満了の日"}


def resident(**foreign: str) -> Desk:
    desk = Desk().say({**MOVE, "household.foreigners": "p1", "household.insurance_before": "国民健康保険"})
    desk.say({"addr.new.text": "見本県架空市本町1番2号", "addr.new.katagaki": "なし"})
    return desk.say({f"{P1}.{key}": text for key, text in foreign.items()}, name="KIM TARO", birth="1980-02-03")


def shown(desk: Desk) -> dict[str, str]:
    return {BOXES[box.box]: box.text for box in desk.form("F01").boxes if box.box in BOXES and box.text}


def asked(desk: Desk) -> set[str]:
    return {path.rpartition(".")[2] for path in desk.open if path.startswith(P1)}


@pytest.mark.parametrize("category", ["特別永住者", "出生による経過滞在者", "国籍喪失による経過滞在者"])
def test_who_has_no_status_of_residence_is_asked_for_none(category: str) -> None:
    desk = resident(category=category, nationality="大韓民国", card_no="AB12345678CD")
    assert asked(desk) == set()
    assert shown(desk) == {"区分": category}
    assert desk.value(f"{P1}.short_stay") is False
    assert desk.need("P10").value == "needed"


@pytest.mark.parametrize("status", ["永住者", "高度専門職2号", "高度専門職（２号）"])
def test_a_stay_without_an_end_has_no_last_day(status: str) -> None:
    desk = resident(category="中長期在留者", status=status, nationality="大韓民国", card_no="AB12345678CD")
    assert asked(desk) == set()
    assert shown(desk) == {"区分": "中長期在留者", "在留資格": status, "在留期間": "無期限"}


def test_the_spouse_of_a_permanent_resident_has_both() -> None:
    desk = resident(category="中長期在留者", status="永住者の配偶者等", period="3年", nationality="大韓民国")
    assert asked(desk) == {"expiry", "card_no"}


def test_what_was_said_before_the_category_is_taken_back_where_there_is_none() -> None:
    desk = resident(status="永住者", nationality="大韓民国", card_no="AB12345678CD").say(
        {f"{P1}.category": "特別永住者"}
    )
    assert shown(desk) == {"区分": "特別永住者"}


SHORT = (("留学", "3月"), ("研修", "90日"), ("興行", "九十日"), ("企業内転勤", "3ヶ月"), ("経営・管理", "３カ月"))


@pytest.mark.parametrize(
    "foreign",
    [{"status": "短期滞在"}, {"status": "公用", "period": "5年"}, *({"status": s, "period": p} for s, p in SHORT)],
)
def test_who_stays_three_months_or_less_is_still_on_no_paper(foreign: dict[str, str]) -> None:
    assert "F01" not in {form.template for form in resident(category="中長期在留者", **foreign).now.forms}


# ---- 住民基本台帳法30条の45: who is registered, and who of them is insured here ------------------------------------
REGISTERED = {"P01": "needed", "P10": "needed"}
EXCLUDED = {"P01": "needed", "P10": "not_needed"}
NEITHER = {"P01": "not_needed", "P10": "not_needed"}


def comes(**foreign: str) -> dict[str, str]:
    desk = resident(**foreign)
    return {found.procedure: found.need.value for found in desk.now.plan.outcomes if found.procedure in REGISTERED}


@pytest.mark.parametrize(
    ("status", "period", "right"),
    [
        ("短期滞在（90日）", "", NEITHER),
        ("公用（5年）", "", NEITHER),
        ("仮放免", "", NEITHER),
        ("在留資格なし", "", NEITHER),
        ("特定活動（デジタルノマド）", "6月", NEITHER),
        ("特定活動（告示53号）", "6月", NEITHER),
        ("特定活動（台湾日本関係協会職員）", "3年", NEITHER),
        ("特定活動（告示25号）", "6月", EXCLUDED),
        ("特定活動（告示40号）", "6月", EXCLUDED),
        ("特定活動(ワーキングホリデー)", "1年", REGISTERED),
        ("特定活動（出国準備）", "30日", NEITHER),
        ("興行", "2週間", NEITHER),
        ("留学", "3 months", NEITHER),
        ("留学", "100日", REGISTERED),
        ("留学", "4月", REGISTERED),
        ("家族滞在", "1年3月", REGISTERED),
    ],
)  # fmt: skip
def test_the_words_of_a_stay_decide_who_is_registered_and_insured(
    status: str, period: str, right: dict[str, str]
) -> None:
    said = {"status": status} | ({"period": period} if period else {})
    assert comes(**said) == right


def test_the_designated_activity_is_looked_up_before_anybody_is_registered() -> None:
    desk = resident(category="中長期在留者", status="特定活動", period="6月")
    assert (desk.need("P01").value, f"{P1}.activity" in desk.open) == ("undecided", True)
    assert desk.say({f"{P1}.activity": "その他の特定活動"}).need("P01").value == "needed"


def test_whom_no_category_fits_is_not_registered() -> None:
    assert comes(category="いずれでもない") == NEITHER


@pytest.mark.parametrize("category", ["一時庇護許可者", "仮滞在許可者"])
def test_who_may_stay_for_now_has_a_period_and_neither_status_nor_card(category: str) -> None:
    assert asked(resident(category=category)) == {"period", "nationality"}
    desk = resident(category=category, nationality="ミャンマー", period="3月", expiry="2026-07-11")
    assert (desk.need("P01").value, desk.need("P10").value) == ("needed", "needed")
    assert shown(desk) == {"区分": category, "在留期間": "3月", "満了の日": "2026年7月11日"}


def family(foreign: str, status: str) -> Desk:
    """Father, mother and a child of eight come from abroad."""
    desk = Desk().members(3).say({**MOVE, "case.event_type": "国外転入等", "household.foreigners": foreign})
    desk.say({"household.head": "p1", "jido.claimant": "p1", "jido.all_in_custody": "はい"})
    desk.say(name="KIM TARO", birth="1988-02-03", occupation="自営業")
    desk.member("p2", name="見本　花", birth="1990-02-03", relation="妻", occupation="無職")
    desk.member("p3", name="見本　小", birth="2018-02-03", relation="子")
    who = ("p1", "p2", "p3") if foreign == "全員" else (foreign,)
    return desk.say({f"person[{ref}].foreign.status": status for ref in who})


@pytest.mark.parametrize(
    ("foreign", "status", "comes_up"),
    [
        ("全員", "公用", {"P60"}),  # a child may go to school wherever it lives
        ("p3", "短期滞在", {"P01", "P10", "P35", "P60"}),
        ("p1", "短期滞在", {"P01", "P10", "P21", "P60"}),
    ],
)
def test_nothing_is_paid_for_or_to_somebody_who_is_not_registered(
    foreign: str, status: str, comes_up: set[str]
) -> None:
    desk = family(foreign, status)
    taken = {found.procedure for found in desk.now.plan.outcomes if found.need.value in ("needed", "optional")}
    assert taken - {"P12"} == comes_up
