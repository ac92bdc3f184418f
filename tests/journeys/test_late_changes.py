"""What is said late: a date that crosses an age, somebody taken out after the paper, an occasion that changes."""

import pytest

from kiosk.flow.actions import RemovePerson
from kiosk.model.plan import Need
from tests.invented import HERE, PLAIN, Person, person, printed, told
from tests.sources import BACK, HANAKO, ICHIRO, JIRO, TARO, members, paper, row, use
from tests.visits import MOVERS, Desk

HEAD = person("見本　主", "S58.2.2", phone="03-0000-0000", sex="男", occupation="会社員")
WIFE, CHILD = person("見本　妻", "S60.4.21", "妻"), person("見本　子", "H28.9.9", "子")
IN = {
    **PLAIN,
    **HERE,
    "case.event_type": "国内転入",
    "case.applicant_role": "世帯主",
    "case.came": "なし",
    MOVERS: "全員",
}
IN |= {"case.moved_on": "R8.4.12", "case.tenshutsu_planned_on": "R8.4.11", "household.employer_insured": "なし"}
IN |= {"household.card_holders": "全員", "household.head": "p1", "addr.old.text": "東京都港区芝1番1号"}
INSIDE = {
    **PLAIN,
    **HERE,
    "case.applicant_role": "本人",
    "case.moved_on": "R8.4.18",
    "household.head": "p1",
    MOVERS: "全員",
}
INSIDE |= {
    "addr.old.text": "見本県架空市本町1番2号",
    "household.current": "国民健康保険",
    "household.nhi_members": "全員",
}
OUT = {**INSIDE, "case.moved_on": "R8.5.1", "household.head": "p1", "case.came": "なし"}


def moved_in(*people: Person, **said: str) -> Desk:
    return told("tennyu", IN | {path.replace("__", "."): text for path, text in said.items()}, *people)


def keys(desk: Desk) -> list[str]:
    return [form.key for form in desk.now.forms]


# ---- a day that is corrected -----------------------------------------------------------------------------------------
def test_a_birth_that_is_corrected_by_a_day_moves_somebody_to_another_insurance_and_back() -> None:
    desk = moved_in(person("見本　主", "S26.4.13"))
    assert (desk.need("P52"), desk.need("P10")) == (Need.NOT_NEEDED, Need.NEEDED)
    desk.say(birth="S26.4.12")
    assert (desk.need("P52"), desk.need("P10")) == (Need.NEEDED, Need.NOT_NEEDED)
    assert desk.say(birth="S26.4.13").need("P10") is Need.NEEDED


def test_a_day_of_moving_that_is_corrected_crosses_65_on_the_day_before_the_birthday() -> None:
    desk = moved_in(person("見本　主", "S36.4.14"))
    assert desk.need("P50") is Need.NOT_NEEDED
    assert desk.say({"case.moved_on": "R8.4.13"}).need("P50") is Need.NEEDED


def test_a_move_that_turns_out_to_be_older_ends_the_card_and_nothing_of_it_is_left_when_it_is_mended() -> None:
    desk = moved_in(HEAD, CHILD)
    before = keys(desk)
    desk.say({"case.moved_on": "R8.3.1"})
    assert (desk.need("P34"), desk.need("P30")) == (Need.NEEDED, Need.NOT_NEEDED)
    assert keys(desk.say({"case.moved_on": "R8.4.12"})) == before


@pytest.mark.parametrize(("born", "latter"), [("S26.4.18", Need.NEEDED), ("S26.4.19", Need.NOT_NEEDED)])
def test_who_turns_75_on_the_day_of_the_move_is_on_one_insurance_paper(born: str, latter: Need) -> None:
    desk = told("tenkyo", INSIDE, person("見本　主", born))
    assert desk.need("P52") is latter
    assert (desk.need("P11") is Need.NEEDED) is (latter is Need.NOT_NEEDED)
    assert ("F02" in keys(desk)) is (latter is Need.NOT_NEEDED)


# ---- an occasion or a part that is changed ---------------------------------------------------------------------------
def test_another_kind_of_moving_in_leaves_nothing_of_the_first_and_comes_back_whole() -> None:
    desk = moved_in(HEAD, CHILD)
    before = keys(desk)
    desk.say({"case.event_type": "国外転入等"})
    assert "koseki.honseki" in desk.open
    assert keys(desk.say({"case.event_type": "国内転入"})) == before


def test_who_does_not_move_after_all_leaves_every_paper_of_the_move() -> None:
    desk = moved_in(HEAD, WIFE, CHILD)
    assert "F06-p2" in keys(desk)
    desk.say({MOVERS: "p1、p3", "person[p2].part": "別に暮らす"})
    assert "F06-p2" not in keys(desk)
    assert "見本　妻" not in "".join(box.text or "" for box in desk.form("F01").boxes)


def test_the_head_who_is_taken_out_is_asked_for_again_and_is_on_no_paper() -> None:
    desk = moved_in(HEAD, WIFE, CHILD, household__head="p2", case__applicant_role="同一世帯員")
    desk.act(RemovePerson(person="p2"))
    assert (desk.value("household.head"), "household.head" in desk.open) == (None, True)
    assert desk.value(MOVERS) == ("p1", "p3")
    assert not [box for form in desk.now.forms for box in form.boxes if "見本　妻" in (box.text or "")]


def test_who_takes_a_daughter_in_is_offered_no_seal() -> None:
    joins = {"p1": "迎える世帯の方"}
    desk = told("tennyu", IN | {MOVERS: "p2", "person[p1].part": joins["p1"]}, HEAD, person("見本　娘", "H8.3.3", "子"))
    assert desk.need("P35") is Need.NOT_NEEDED
    assert moved_in(HEAD).need("P35") is Need.OPTIONAL


# ---- cards and papers in the wrong order -----------------------------------------------------------------------------
def test_a_member_taken_out_after_the_paper_comes_back_by_card_as_somebody_asked_about() -> None:
    desk = Desk().act(use(TARO), paper(row(TARO), row(HANAKO), row(ICHIRO)))
    desk.say({MOVERS: "全員"}).act(RemovePerson(person="p2"))
    assert desk.value(MOVERS) == ("p1", "p3")
    desk.act(use(HANAKO, ""), BACK)
    assert members(desk) == {"p1": "架空　太郎", "p3": "架空　一郎"}


def test_the_card_of_the_other_twin_finds_the_other_twin_whoever_was_chosen() -> None:
    desk = Desk().act(use(TARO)).members(3)
    desk.member("p2", name="架空　一郎", birth="H29.5.20").member("p3", name="架空　二郎", birth="H29.5.20")
    desk.act(use(JIRO, "p2"))
    assert [desk.value(f"person[{ref}].has_mynumber_card") for ref in ("p2", "p3")] == [None, True]


def test_two_of_one_name_are_never_told_apart_by_the_name_alone() -> None:
    desk = told("tennyu", IN, person("見本　太郎", "S30.2.2"), person("見本　太郎", "S58.2.2", "子"))
    desk.say({"household.head": "見本　太郎"})
    assert desk.question("household.head").issue
    assert desk.value("household.head") == "p1"


# ---- who leaves the country ------------------------------------------------------------------------------------------
def test_where_no_municipality_takes_over_nobody_is_sent_to_one() -> None:
    around = "要介護・要支援の認定、障害者手帳・自立支援医療、犬を飼っている"
    said = OUT | {"case.event_type": "国外転出", "addr.new.text": "アメリカ合衆国", "household.circumstances": around}
    said |= {"household.kaigo_certified": "p2", "household.disabled": "p3", "addr.new.katagaki": "なし"}
    abroad = told("tenshutsu", said, HEAD, person("見本　祖", "S20.5.5", "母"), CHILD)
    assert abroad.need("P51") is Need.NOT_NEEDED
    told_of = {procedure: abroad.outcome(procedure).reason for procedure in ("P52", "P60", "P70", "P73")}
    assert all("国外" in reason for reason in told_of.values())
    near = abroad.say({"case.event_type": "国内転出", "addr.new.text": "東京都港区芝1番1号"})
    assert near.need("P51") is Need.NEEDED
    assert "国外" not in near.outcome("P70").reason


def test_who_comes_from_or_goes_abroad_at_75_brings_no_certificate_of_another_prefecture() -> None:
    elder = person("見本　翁", "S20.1.1")
    came = told("tennyu", IN | {"case.event_type": "国外転入等", "addr.old.text": "アメリカ合衆国"}, elder)
    assert printed(came, "F12-p1", "異動事由・年月日") == "国外転入　令和8年4月12日"
    assert came.outcome("P52").bring == ()
    said = OUT | {"case.event_type": "国外転出", "addr.new.text": "アメリカ合衆国", "addr.new.katagaki": "なし"}
    assert printed(told("tenshutsu", said, elder), "F12-p1", "異動事由・年月日") == "国外転出　令和8年5月1日"


def test_who_is_75_is_asked_for_no_employers_insurance() -> None:
    said = {path: text for path, text in IN.items() if path != "household.employer_insured"}
    desk = told("tennyu", said, person("見本　翁", "S20.1.1"))
    assert desk.need("P10") is Need.NOT_NEEDED
    assert "household.employer_insured" not in desk.open


# ---- what a marriage, a divorce and a birth bring --------------------------------------------------------------------
MARRIED = {
    **PLAIN,
    "case.applicant_role": "本人",
    "marriage.filed": "はい",
    "koseki.filed_on": "R8.4.1",
    "case.came": "なし",
}
MARRIED |= {"marriage.husband": "p2", "marriage.wife": "p1", "marriage.surname": "夫の氏", "household.head": "p1"}
COUPLE = person("見本　花", "H8.8.8", kana="ミホン　ハナ"), person("架空　太郎", "H7.7.7", kana="カクウ　タロウ")


def test_an_address_is_asked_before_its_building_where_nobody_moves() -> None:
    said = {"case.also_moves": "引越しはない", "household.current": "国民健康保険", "household.nhi_members": "p1"}
    desk = told("konin", MARRIED | said, *COUPLE)
    assert desk.open.index("addr.new.text") < desk.open.index("addr.new.katagaki")
    desk.say({"addr.new.text": "見本県架空市本町1番2号", "addr.new.katagaki": "見本荘201"})
    assert printed(desk, "F02", "住所") == "見本県架空市本町1番2号　見本荘201"


@pytest.mark.parametrize(
    ("moves", "movers", "need"),
    [("世帯だけが変わる", "p1", Need.NOT_NEEDED), ("市内で引越した", "p1、p3", Need.NEEDED)],
)
def test_a_handbook_changes_with_its_bearers_name_or_home_alone(moves: str, movers: str, need: Need) -> None:
    said = {**HERE, "case.also_moves": moves, MOVERS: movers, "case.moved_on": "R8.4.18", "household.disabled": "p3"}
    said |= {"household.circumstances": "障害者手帳・自立支援医療", "addr.old.text": "見本県架空市本町1番2号"}
    assert told("konin", MARRIED | said, *COUPLE, person("見本　子", "H28.9.9", "子")).need("P73") is need


@pytest.mark.parametrize(
    ("kind", "paper_of"), [("和解", "調停調書・和解調書・認諾調書の謄本"), ("審判", "審判書・判決書の謄本と確定証明書")]
)
def test_a_divorce_before_the_court_counts_everywhere_from_the_day_on_its_own_paper(kind: str, paper_of: str) -> None:
    said = {**PLAIN, **HERE, "case.applicant_role": "本人", "case.also_moves": "引越しはない", "case.came": "p2"}
    said |= {"divorce.filed": "いいえ", "divorce.husband": "p2", "divorce.wife": "p1", "divorce.kind": kind}
    said |= {"divorce.settled_on": "R8.4.13", "divorce.returning": "妻", "household.card_holders": "p1"}
    said |= {"divorce.surname_back": "見本", "divorce.surname_back_kana": "ミホン", "household.head": "p1"}
    wife = person("架空　妻", "S60.4.21", occupation="無職", **{"pension.kind": "第3号"})
    desk = told("rikon", said, wife, person("架空　夫", "S58.2.2"), CHILD, today="2026-04-22")
    days = {name: desk.outcome(name).deadline for name in ("P83", "P30", "P12")}
    assert {name: str(day.due) for name, day in days.items() if day} == {
        "P83": "2026-04-22",  # ten days, the day itself is the first
        "P30": "2026-04-27",  # fourteen, from the day after
        "P12": "2026-04-27",
    }
    assert desk.outcome("P83").bring[-1] == paper_of
    assert printed(desk, "F03-p1", "異動年月日") == "令和8年4月13日"
    assert not {"person[p1].pension.effective_on", "person[p3].pension.kind"} & set(desk.open)


@pytest.mark.parametrize(("foreign", "told_so"), [("全員", True), ("p2", False), ("なし", False)])
def test_a_newborn_without_japanese_nationality_needs_a_status_of_residence(foreign: str, *, told_so: bool) -> None:
    said = {**PLAIN, **HERE, "case.applicant_role": "本人", "case.came": "なし", "birth.filed": "いいえ"}
    said |= {"birth.children": "p3", "birth.at": "R8.4.15", "household.head": "p1", "household.foreigners": foreign}
    father, mother = person("SAMPLE JOHN", "H2.2.2", sex="男"), person("SAMPLE ANNA", "H4.4.4", "妻", sex="女")
    desk = told("shussei", said, father, mother, person("SAMPLE BABY", "R8.4.15", "子"))
    outcome = desk.outcome("P80")
    assert not [path for path in desk.open if path.startswith("person[p3].foreign")]  # there is no card of it yet
    assert desk.value("person[p3].registrable") is True
    assert ("外国籍" in outcome.reason) is told_so
    assert outcome.deadline is not None
    assert str(outcome.deadline.due) == "2026-04-28"


@pytest.mark.parametrize(("event", "need"), [("tenkyo", Need.NEEDED), ("konin", Need.NEEDED)])
def test_the_allowance_of_a_single_parent_changes_or_ends_and_that_is_told(event: str, need: Need) -> None:
    said = INSIDE if event == "tenkyo" else MARRIED | {"case.also_moves": "引越しはない"}
    people = (HEAD, CHILD) if event == "tenkyo" else (*COUPLE, CHILD)
    desk = told(event, {**said, "household.current": "児童扶養手当"}, *people)
    assert desk.need("P22") is need
    assert desk.say({"household.current": "なし"}).need("P22") is Need.NOT_NEEDED


@pytest.mark.parametrize(("event", "kind"), [("konin", "marriage"), ("rikon", "divorce")])
def test_nobody_marries_or_leaves_themselves(event: str, kind: str) -> None:
    desk = told(event, {f"{kind}.filed": "いいえ", f"{kind}.husband": "p1"}, *COUPLE, CHILD).say({f"{kind}.wife": "p1"})
    assert desk.question(f"{kind}.wife").issue
    assert desk.value(f"{kind}.wife") != "p1"
    assert desk.say({f"{kind}.husband": "p2", f"{kind}.wife": "p1"}).value(f"{kind}.wife") == "p1"


def test_whoever_reports_a_birth_is_not_the_child_that_was_born() -> None:
    desk = told("shussei", {"birth.children": "全員"}, COUPLE[0], person("見本　子", "R8.4.18"))
    assert desk.value("birth.children") == ("p2",)
    assert desk.say({"birth.children": "p1"}).question("birth.children").issue
