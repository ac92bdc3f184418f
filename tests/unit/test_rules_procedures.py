"""Every procedure tells its story: whom it is for, whom it is not for, and what it asks while it does not know."""

import datetime as dt
from dataclasses import dataclass, field
from functools import lru_cache

import pytest

from kiosk.flow.actions import Clear
from kiosk.model.plan import Need
from tests.visits import Desk, book, moved, resumed

ADULT, CHILD, BABY, RETIRED, OLD = "S63.6.15", "H29.5.20", "R6.2.29", "S30.1.10", "S20.3.3"
DOG, MOPED, SINGLE = "犬を飼っている", "原付・小型特殊がある", "ひとり親"
CARE, HANDICAP, WELFARE = "要介護・要支援の認定", "障害者手帳・自立支援医療", "生活保護"
HOLDERS, REQUESTS, AROUND = "household.card_holders", "case.requests", "household.circumstances"
BIRTH = "person[p1].birth.date"


@dataclass(frozen=True)
class Story:
    """Answers that make a procedure needed, those that make it not needed, and the question that decides."""

    id: str
    asks: str
    needed: dict[str, str] = field(default_factory=dict)
    not_needed: dict[str, str] = field(default_factory=dict)
    today: dt.date = dt.date(2026, 4, 20)
    need: Need = Need.NEEDED


FOREIGN = {"household.foreigners": "p1"}
SIGNING = "署名用電子証明書の再発行"
PENSION = {"person[p1].pension.kind": "国民年金第1号", "person[p2].pension.kind": "第3号"}
STUDYING = {AROUND: "親元の国民健康保険が続く学生", "household.students": "p1"}
FACILITY = {
    AROUND: "施設への入所(住所地特例)",
    "household.special_residents": "p1",
    "person[p1].kaigo.special_facility": "特別養護老人ホーム見本苑",
    BIRTH: OLD,
}
STORIES = (
    Story("P10", "household.employer_insured", not_needed={"household.employer_insured": "全員"}),
    Story("P12", "person[p1].pension.kind", {"case.event_type": "国外転入等"} | PENSION),
    Story("P12", AROUND, {AROUND: "退職・扶養から抜けた", "person[p1].insurance.previous": "国保組合"} | PENSION),
    Story("P20", "person[p2].birth.date", {"person[p2].birth.date": CHILD}, {"person[p2].birth.date": ADULT}),
    Story("P20", "person[p1].occupation", {"person[p2].birth.date": CHILD}, {"person[p1].occupation": "公務員"}),
    Story("P21", AROUND, {"person[p2].birth.date": CHILD}, {"person[p2].birth.date": CHILD, AROUND: WELFARE}),
    Story("P22", AROUND, {"person[p2].birth.date": CHILD, AROUND: SINGLE}, {AROUND: "なし"}, need=Need.OPTIONAL),
    Story("P30", HOLDERS, {HOLDERS: "p1"}),
    Story("P34", HOLDERS, {HOLDERS: "p1", "case.moved_on": "R8.3.1"}),
    Story("P31", BIRTH, {HOLDERS: "p1", REQUESTS: SIGNING}, {BIRTH: CHILD}, need=Need.OPTIONAL),
    Story(
        "P33",
        "person[p1].foreign.category",
        FOREIGN | {"person[p1].foreign.category": "中長期在留者", REQUESTS: "特定在留カード等の申請"},
        FOREIGN | {"person[p1].foreign.category": "一時庇護許可者"},
        today=dt.date(2026, 6, 15),
        need=Need.OPTIONAL,
    ),
    Story("P35", BIRTH, {REQUESTS: "印鑑登録"}, {REQUESTS: "印鑑登録", BIRTH: CHILD}, need=Need.OPTIONAL),
    Story("P40", REQUESTS, {REQUESTS: "住民票の写し"}),
    Story("P50", BIRTH, {BIRTH: RETIRED}),
    Story("P51", "household.kaigo_certified", {AROUND: CARE, "household.kaigo_certified": "p1"}),
    Story("P52", BIRTH, {BIRTH: OLD}),
    Story("P60", "person[p2].birth.date", {"person[p2].birth.date": CHILD}, {"person[p2].birth.date": BABY}),
    Story("P61", REQUESTS, {REQUESTS: "保育所等の利用", "person[p2].birth.date": BABY}, {REQUESTS: "なし"}),
    Story("P70", AROUND, {AROUND: DOG}),
    Story("P71", AROUND, {AROUND: MOPED}),
    Story("P72", REQUESTS, {REQUESTS: "水道の使用開始"}),
    Story("P73", "household.disabled", {AROUND: HANDICAP, "household.disabled": "p1"}),
    Story("P97", "household.special_residents", FACILITY, {"household.special_residents": "なし"}),
    Story("P98", "household.students", STUDYING, {"household.students": "なし"}),
    Story("P90", "case.applicant_role", {"case.applicant_role": "任意代理人", "household.head": "p1"}),
)
names = pytest.mark.parametrize("story", STORIES, ids=lambda story: f"{story.id} {story.asks}")


@lru_cache(maxsize=2)
def couple(today: dt.date) -> Desk:
    """Two adults without cards or children move in from another Japanese town."""
    desk = moved(today=today).members(2).say({HOLDERS: "なし", "household.foreigners": "なし"})
    desk.say({"household.employer_insured": "なし", "household.myna_registered": "なし"})
    desk.say(birth=ADULT, sex="男", name="架空　太郎", occupation="自営業")
    desk.member("p2", birth="H2.11.3", sex="女", name="架空　花子", relation="妻", occupation="自営業")
    desk.say(insured="国民健康保険").member("p2", insured="国民健康保険")
    return desk.say({"jido.claimant": "p1", "case.tenshutsu_planned_on": "R8.4.11"})


def told(story: Story, words: dict[str, str]) -> Desk:
    """The couple, and then the story's own answers."""
    return resumed(couple(story.today)).say(words)


@names
def test_it_is_needed_by_those_it_is_made_for_or_open_to_them(story: Story) -> None:
    assert told(story, story.needed).need(story.id) is story.need


@names
def test_it_is_not_needed_by_others_and_says_why(story: Story) -> None:
    desk = told(story, story.needed | story.not_needed if story.not_needed else {})
    assert desk.need(story.id) is Need.NOT_NEEDED
    version = book().procedures[story.id].at(story.today)
    assert version is not None
    assert desk.outcome(story.id).reason == version.reason_not != version.reason


@names
def test_while_it_is_not_known_the_deciding_question_is_asked(story: Story) -> None:
    desk = told(story, story.needed).act(Clear(path=story.asks))
    assert desk.need(story.id) is Need.UNDECIDED
    assert story.asks in desk.outcome(story.id).missing
    assert story.asks in desk.open


@names
def test_who_does_not_know_leaves_it_open_for_the_department(story: Story) -> None:
    desk = told(story, story.needed).hold(story.asks)
    assert desk.need(story.id) is Need.HELD
    assert desk.outcome(story.id).missing == ()
    assert story.asks not in desk.open


def test_the_moving_in_itself_is_needed_by_everybody_who_moved_in() -> None:
    assert moved().need("P01") is Need.NEEDED
    within = Desk(event="rikon").say({"case.also_moves": "市内で引越した"})
    assert within.need("P01") is Need.NOT_NEEDED


def test_every_procedure_of_the_event_has_its_story() -> None:
    told_of = {story.id for story in STORIES} | {"P01", "P39"}  # a card tells of P39, nobody is asked
    assert told_of == set(book().events["tennyu"].procedures)


# ---- ages ------------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("birth", "procedure", "need"),
    [
        ("S36.4.13", "P50", Need.NEEDED),  # 65 at the end of the day before the birthday, the day of the move
        ("S36.4.14", "P50", Need.NOT_NEEDED),
        ("S26.4.12", "P52", Need.NEEDED),  # 75 on the birthday itself
        ("S26.4.13", "P52", Need.NOT_NEEDED),  # by law 75 today, but 後期高齢者医療 begins tomorrow
        ("S26.4.13", "P10", Need.NEEDED),
        ("S26.4.12", "P10", Need.NOT_NEEDED),
        ("H20.4.1", "P20", Need.NOT_NEEDED),  # 18 on 31 March 2026: that day ended it
        ("H20.4.2", "P20", Need.NEEDED),
        ("H31.4.1", "P60", Need.NEEDED),  # born on 1 April: belongs to the school year that began before
        ("H31.4.2", "P60", Need.NEEDED),
        ("R2.4.1", "P60", Need.NEEDED),
        ("R2.4.2", "P60", Need.NOT_NEEDED),
        ("H23.4.1", "P60", Need.NOT_NEEDED),
        ("H23.4.2", "P60", Need.NEEDED),
        ("H23.4.21", "P31", Need.OPTIONAL),  # 15 at the end of today
        ("H23.4.22", "P31", Need.NOT_NEEDED),
        ("H20.2.29", "P20", Need.NOT_NEEDED),
        ("R2.2.29", "P60", Need.NEEDED),
    ],
)
def test_ages_are_counted_as_the_law_counts_them(birth: str, procedure: str, need: Need) -> None:
    desk = told(Story("", ""), {}).members(3).say({HOLDERS: "p3", "household.foreigners": "なし"})
    desk.say({"household.employer_insured": "p1、p2", "household.myna_registered": "なし"})
    desk.member("p3", birth=birth, sex="女", name="架空　某", relation="縁故者", insured="国民健康保険")
    assert desk.need(procedure) is need


@pytest.mark.parametrize(
    ("birth", "held"),
    [
        ("昭和35年頃", ("P50",)),  # between 61 and 71
        ("昭和36年月日不詳", ("P50",)),  # 64 or 65 on the day of the move
        ("昭和36年4月日不詳", ("P50",)),
        ("年月日不詳", ("P50", "P52", "P60", "P20")),
        ("S38.2.29", ()),
    ],
)
def test_a_birth_that_is_no_calendar_day_decides_what_every_day_that_it_can_be_decides(
    birth: str, held: tuple[str, ...]
) -> None:
    desk = told(Story("", ""), {BIRTH: birth, "person[p2].birth.date": birth})
    for procedure in ("P50", "P52", "P60", "P20"):
        assert desk.need(procedure) is (Need.HELD if procedure in held else Need.NOT_NEEDED), procedure
        assert bool(desk.outcome(procedure).undecided) is (procedure in held)
    assert BIRTH not in desk.open


def test_a_form_prints_the_birth_as_declared_and_nothing_that_would_be_counted_from_it() -> None:
    desk = told(Story("", ""), {BIRTH: "昭和36年月日不詳"})
    (box,) = desk.boxes("F01", BIRTH)
    assert box.text == "昭和36年月日不詳"
    assert desk.value("person[p1].age") is None


# ---- deadlines -------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("procedure", "words", "due", "late"),
    [
        ("P01", {"case.moved_on": "R8.4.12"}, dt.date(2026, 4, 27), False),  # 14 days are up on Sunday the 26th
        ("P01", {"case.moved_on": "R8.3.20"}, dt.date(2026, 4, 3), True),
        ("P10", {"case.moved_on": "R8.4.15"}, dt.date(2026, 4, 30), False),  # 昭和の日 is closed
        ("P20", {"person[p2].birth.date": CHILD}, dt.date(2026, 4, 27), False),  # 15 days from 転出予定日, a Sunday
        ("P21", {"person[p2].birth.date": CHILD}, dt.date(2026, 4, 27), False),  # by-law: rolls as the city says
        ("P30", {HOLDERS: "p1"}, dt.date(2026, 7, 18), False),  # the filing day is the first of ninety; a Saturday
        ("P70", {AROUND: DOG}, dt.date(2026, 5, 12), False),
        ("P51", {AROUND: CARE, "household.kaigo_certified": "p1"}, dt.date(2026, 4, 27), False),
    ],
)
def test_a_deadline_is_the_day_the_law_says(procedure: str, words: dict[str, str], due: dt.date, *, late: bool) -> None:
    deadline = told(Story("", ""), words).outcome(procedure).deadline
    assert deadline is not None
    assert (deadline.due, deadline.late) == (due, late)


def test_what_is_not_needed_has_no_deadline_no_forms_and_nothing_to_bring() -> None:
    outcome = told(Story("", ""), {}).outcome("P70")
    assert (outcome.deadline, outcome.forms, outcome.bring) == (None, (), ())


def test_a_rule_that_is_not_in_force_yet_is_not_on_the_list() -> None:
    assert "P33" not in [outcome.procedure for outcome in moved(today=dt.date(2026, 6, 13)).now.plan.outcomes]
    assert "P33" in [outcome.procedure for outcome in moved(today=dt.date(2026, 6, 14)).now.plan.outcomes]


def test_a_move_from_abroad_brings_passports_and_may_need_the_pension() -> None:
    desk = moved(event_type="国外転入等", tenshutsu_kind="国外から").members(1)
    desk.say(birth=ADULT, name="架空　太郎", sex="男", pension="国民年金第1号")
    assert desk.need("P12") is Need.NEEDED
    assert any("パスポート" in paper for paper in desk.outcome("P01").bring)
    assert not any("転出証明書" in paper for paper in desk.outcome("P01").bring)


def test_a_public_servant_asks_the_employer_for_the_allowance() -> None:
    desk = told(Story("", ""), {"person[p2].birth.date": CHILD, "person[p1].occupation": "公務員"})
    assert desk.need("P20") is Need.NOT_NEEDED
    assert "公務員" in desk.outcome("P20").reason
    assert "F04" not in [form.template for form in desk.now.forms]
