"""Moves and families that no example of the town is like: whose role, guardian, relation and record stand where."""

import pytest

from kiosk.model.plan import Need
from tests.invented import HERE, PLAIN, Person, person, printed, record, roles, told
from tests.played import visit
from tests.visits import MOVERS, Desk


# ---- whoever comes for somebody else is not 「本人」 there ----------------------------------------------------
def twins(*, role: str = "本人", claimant: str = "p2") -> Desk:
    """She reports two children of two days; the allowance is his."""
    said = {
        **PLAIN,
        **HERE,
        "case.applicant_role": role,
        "case.came": "なし",
        "agent.poa": "原本あり・内容に不備なし",
        "birth.children": "p3、p4",
    }
    said |= {"household.head": "p2" if role == "本人" else "p1", "household.current": "国民健康保険"}
    said |= {"birth.insurance": "国民健康保険", "jido.claimant": claimant, "birth.reporter_role": "母"}
    mother = person("見本　凛", "H6.3.3", "妻", sex="女", occupation="無職")
    father = person("見本　蓮", "H5.2.2", "夫", sex="男", occupation="自営業")
    mother, father = (
        (mother, father | {"relation_new": ""}) if role == "本人" else (mother | {"relation_new": ""}, father)
    )
    children = person("見本　陽", "R8.4.30"), person("見本　月", "R8.5.1")
    return told("shussei", said, *map(_without_nothing, (mother, father, *children)), today="2026-05-08")


def _without_nothing(said: Person) -> Person:
    return {key: text for key, text in said.items() if text}


@pytest.mark.parametrize(("role", "prints"), [("本人", "見本　凛（同一世帯員）"), ("世帯主", "見本　凛（世帯主）")])
def test_who_brings_the_claim_of_another_is_called_what_they_are_to_them(role: str, prints: str) -> None:
    desk = twins(role=role)
    assert printed(desk, "F04", "代理人 氏名・関係") == prints
    assert printed(desk, "F05", "代理人 氏名・関係") == prints
    assert record(desk, "P20")["sonota"]


def test_the_head_who_is_known_already_is_not_asked_for_once_more() -> None:
    desk = twins()
    assert "birth.child.head_name" not in desk.open
    assert printed(desk, "F19-p3", "世帯主の氏名") == printed(desk, "F02", "世帯主氏名") == "見本　蓮"


def movers(applicant: str, *others: Person, role: str = "本人", head: str = "p2") -> Desk:
    """A plain move in with cards for everybody."""
    said = {**PLAIN, **HERE, "case.event_type": "国内転入", "case.applicant_role": role, MOVERS: "全員"}
    said |= {"case.moved_on": "R8.4.12", "case.tenshutsu_planned_on": "R8.4.11", "household.head": head}
    said |= {
        "household.card_holders": "全員",
        "household.employer_insured": "全員",
        "addr.old.text": "東京都港区芝1番1号",
    }
    return told("tennyu", said, person("見本　来", "H2.2.2", applicant, phone="03-0000-0000"), *others)


@pytest.mark.parametrize(
    ("applicant", "other", "role"),
    [
        ("妻", person("見本　主", "S63.3.3"), "見本　来（同一世帯員）"),
        ("姉", person("見本　弟", "H8.8.8"), "見本　来（同一世帯員）"),
        ("子", person("見本　親", "S35.5.5"), "見本　来（同一世帯員）"),
    ],
)
def test_whoever_moves_as_themselves_is_somebody_else_on_the_sheets_of_the_others(
    applicant: str, other: Person, role: str
) -> None:
    desk = movers(applicant, other)
    assert printed(desk, "F06-p1", "手続する人の氏名・関係") == "見本　来（本人）"
    assert printed(desk, "F06-p2", "手続する人の氏名・関係") == role


@pytest.mark.parametrize(
    ("applicant", "child", "role"),
    [
        ("妻", "妻の子", "法定代理人"),
        ("子", "子の子", "法定代理人"),
        ("妹", "子", "同一世帯員"),
        ("母", "子", "同一世帯員"),
    ],
)
def test_a_parent_files_for_a_child_as_such_whatever_both_are_to_the_head(
    applicant: str, child: str, role: str
) -> None:
    desk = movers(applicant, person("見本　主", "S50.3.3"), person("見本　小", "H28.1.1", child))
    assert printed(desk, "F06-p3", "手続する人の氏名・関係") == f"見本　来（{role}）"


# ---- a child who comes into a new family -----------------------------------------------------------------------------
def remarried(child: str = "妻の子", *, comes: str = "p1") -> Desk:
    """She and her child move to him; either of the two is the one who is asked first."""
    said = {**PLAIN, **HERE, "case.applicant_role": "本人", "case.also_moves": "市内で引越した", "case.came": "p2"}
    said |= {
        "case.moved_on": "R8.4.18",
        "addr.old.text": "見本県架空市本町1番2号",
        "household.old.head_name": "見本　再",
    }
    husband = person("架空　新", "S60.1.1", kana="カクウ　アラタ", sex="男", phone="03-0000-0000")
    wife = person("見本　再", "S62.2.2", "妻", kana="ミホン　サイ", sex="女", phone="03-0000-0001")
    young = person("見本　連", "H28.3.3", child, kana="ミホン　レン", sex="男")
    his, hers = ("p1", "p2") if comes == "p1" else ("p2", "p1")
    said |= {MOVERS: f"{hers}、p3", "household.head": his, "marriage.husband": his, "marriage.wife": hers}
    said |= {"marriage.surname": "夫の氏", "household.card_holders": hers, "jido.recipient": hers}
    said |= {"household.current": "児童手当", "marriage.order.husband": "初婚"}
    couple = (husband, wife) if comes == "p1" else (wife, husband)
    return told("konin", said, *couple, young, today="2026-04-27")


@pytest.mark.parametrize(
    ("child", "comes", "guardian", "parent"),
    [
        ("妻の子", "p1", "架空　再", "母"),
        ("妻の子", "p2", "架空　再", "母"),
        ("子", "p1", "架空　新", "父"),
    ],
)
def test_the_guardian_of_a_stepchild_is_its_own_parent(child: str, comes: str, guardian: str, parent: str) -> None:
    desk = remarried(child, comes=comes)
    assert printed(desk, "F13", "保護者氏名") == guardian
    assert printed(desk, "F13", "児童生徒との続柄") == parent


def test_who_takes_a_family_in_does_not_move_in_any_record() -> None:
    desk = remarried()
    assert {ref for ref, held in roles(desk, "P20").items() if "異動者" in held} == {"p2", "p3"}
    assert {ref for ref, held in roles(desk, "P02").items() if "異動者" in held} == {"p2", "p3"}


def test_nobody_stays_behind_where_only_the_other_household_is_here() -> None:
    assert "household.left_adults" not in remarried().open


@pytest.mark.parametrize(("persona", "person", "old", "new"), [
    ("konin", "p2", "見本　葵", "仮想　葵"), ("rikon", "p2", "架空　楓", "仮想　楓"),
    ("konin_tsurego", "p2", "見本　芽衣", "仮想　芽衣"),
])  # fmt: skip
def test_the_record_of_a_card_has_the_old_and_the_new_name_as_the_form_has(
    persona: str, person: str, old: str, new: str
) -> None:
    made = record(visit(persona)[0], "P30")
    assert {row["taishoshabango"]: row.get("shimei") for row in made["taishosha"]}[person] == new
    assert {"komoku": "person.name.full", "taishoshabango": person, "atai": old} in made["sonota"]


@pytest.mark.parametrize(
    ("persona", "procedure", "key"),
    [("konin", "P82", "marriage.ended.husband"), ("konin_tennyu", "P82", "marriage.ended.wife"),
     ("rikon", "P83", "divorce.settled_on")],
)  # fmt: skip
def test_a_day_that_never_was_does_not_leave_as_an_unknown_one(persona: str, procedure: str, key: str) -> None:
    made = record(visit(persona)[0], procedure)
    assert key not in {row["komoku"] for row in made["sonota"]} | set(made["shussho"])


# ---- who was insured at work -----------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("kind", "before", "need"),
    [
        ("第3号", "協会けんぽ", Need.NEEDED),
        ("第2号(厚生年金・共済)", "健保組合", Need.NEEDED),
        ("国民年金第1号", "国民健康保険", Need.NOT_NEEDED),
        ("第3号", "国民健康保険", Need.NOT_NEEDED),
    ],
)
def test_who_comes_from_an_employers_insurance_changes_the_pension_whatever_it_was(
    kind: str, before: str, need: Need
) -> None:
    """She fled with the child; her pension is still called by what it was."""
    desk = movers("", person("見本　子", "R2.6.6", "子"), role="世帯主", head="p1")
    desk.say({"household.employer_insured": "なし", "household.insurance_before": before})
    assert desk.say({"person[p1].pension.kind": kind, "person[p1].occupation": "無職"}).need("P12") is need


@pytest.mark.parametrize(
    ("before", "need"),
    [
        ("協会けんぽ", Need.NEEDED),
        ("国保組合", Need.NEEDED),
        ("国民健康保険", Need.NOT_NEEDED),
        ("任意継続", Need.NOT_NEEDED),
    ],
)
def test_that_somebody_of_the_family_has_retired_is_nothing_to_who_was_never_insured_at_work(
    before: str, need: Need
) -> None:
    desk = movers("", person("見本　妻", "S62.2.2", "妻"), role="世帯主", head="p1")
    desk.say({"household.employer_insured": "p1", "household.circumstances": "退職・扶養から抜けた"})
    desk.say({"person[p1].pension.kind": "第2号(厚生年金・共済)", "person[p2].pension.kind": "国民年金第1号"})
    assert desk.say({"person[p2].insurance.previous": before}).need("P12") is need


@pytest.mark.parametrize("kind", ["第3号", "第2号(厚生年金・共済)", "国民年金第1号"])
def test_who_wishes_to_file_for_the_pension_may_say_what_it_was(kind: str) -> None:
    said = {**PLAIN, **HERE, "case.applicant_role": "本人", "case.requests": "国民年金の届出", "household.head": "p1"}
    desk = told("tandoku", said, person("見本　年", "S50.5.5", **{"pension.kind": kind}))
    assert desk.need("P12") is Need.NEEDED


# ---- who leaves a household whose head stays -------------------------------------------------------------------------
def leaving(applicant: str = "母", *, head_moves: bool = False) -> Desk:
    """The mother and a child leave the city; the father, head of the household, stays, or goes too as no head there."""
    people = {"母": "見本　母", "父": "見本　父"}
    other = next(name for role, name in people.items() if role != applicant)
    said = {**PLAIN, "case.event_type": "国内転出", "case.applicant_role": "同一世帯員", "case.moved_on": "R8.5.1"}
    said |= {
        "addr.old.text": "見本県架空市本町1番2号",
        "addr.new.text": "大阪府大阪市北区中之島1番",
        "addr.new.katagaki": "なし",
    }
    mother = "p1" if applicant == "母" else "p2"
    said |= {MOVERS: "全員" if head_moves else f"{mother}、p3", "household.head": mother}
    said |= {"household.old.head_name": "見本　父", "household.current": "国民健康保険、介護保険"}
    desk = told(
        "tenshutsu",
        said,
        person(people[applicant], "S33.3.3"),
        person(other, "S32.2.2"),
        person("見本　小", "H30.1.1", "子"),
    )
    desk.say({"household.nhi_members": "全員", f"person[{'p2' if mother == 'p1' else 'p1'}].part": "残る"})
    desk.say({"household.students": "なし"})
    return desk.say({f"person[{mother}].relation_now": "妻", "person[p3].relation_now": "子"})


def on_the_insurance(desk: Desk) -> dict[str, str]:
    form = desk.form("F02")
    number = next(
        box.id for box in desk.now.facts.book.templates["F02", form.version].boxes if box.label == "世帯主との続柄"
    )
    return {box.person: box.text for box in form.boxes if box.box == number and box.person}


def test_who_leaves_the_insurance_is_what_they_are_to_the_head_who_stays() -> None:
    desk = leaving()
    assert printed(desk, "F02", "世帯主氏名") == "見本　父"
    assert printed(desk, "F02", "届出人と世帯主との関係") == "妻"
    assert on_the_insurance(desk) == {"p1": "妻", "p3": "子"}
    assert {row["taishoshabango"]: row.get("tsuzukigarahyoki") for row in record(desk, "P11")["taishosha"]}[
        "p1"
    ] == "妻"
    assert printed(desk, "F11-p1", "世帯主氏名・続柄") == "見本　父（妻）"


def test_the_head_who_stays_files_as_the_head() -> None:
    desk = leaving("父")
    assert printed(desk, "F02", "届出人と世帯主との関係") == "世帯主"
    assert on_the_insurance(desk) == {"p2": "妻", "p3": "子"}


def test_the_head_who_goes_too_is_still_the_head_of_the_household_that_is_filed_about() -> None:
    assert on_the_insurance(leaving(head_moves=True)) == {"p1": "妻", "p2": "世帯主", "p3": "子"}


# ---- who asks for a certificate --------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("role", "scope", "head", "relation"),
    [
        ("任意代理人", "世帯の一部(個人)", "p1", "任意代理人"),
        ("法定代理人", "世帯全員", "p1", "法定代理人"),
        ("本人", "世帯の一部(個人)", "p2", "本人"),
        ("同一世帯員", "世帯全員", "p2", "同一世帯"),
        ("世帯主", "世帯全員", "p1", "本人"),
    ],
)
def test_what_the_visitor_is_to_whom_the_certificate_is_about_is_not_asked_again(
    role: str, scope: str, head: str, relation: str
) -> None:
    said = {**PLAIN, **HERE, "case.applicant_role": role, "case.requests": "住民票の写し", "cert.scope": scope}
    said |= {"household.head": head, "cert.kind": "住民票の写し", "agent.poa": "原本あり・内容に不備なし"}
    desk = told("shomei", said, person("見本　証", "S60.4.21"), person("見本　主", "S50.4.21"))
    assert "cert.requester_relation" not in desk.open
    assert printed(desk, "F08", "必要な人との関係") == relation
