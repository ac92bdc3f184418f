"""Every sheet says who files for the person it is about, and an old and a new name where the paper has both."""

import datetime as dt

import pytest

from kiosk.model.path import parse
from kiosk.model.template import Template
from kiosk.rules.book import RuleBook
from kiosk.rules.transforms import holes
from tests.played import visit
from tests.visits import Desk, book

MARRIAGE, DIVORCE = "konin", "rikon"
AGENT = {
    "case.applicant_role": "任意代理人",
    "agent.name": "仮想　一郎",
    "agent.phone": "03-0000-0009",
    "agent.address": "見本県仮想市本町9番9号",
}


def printed(desk: Desk, key: str, box: str) -> str:
    """The words, circles or ticks of a box."""
    found = next(each for each in desk.form(key).boxes if each.box == box)
    return found.text or "、".join(found.marks)


def parted(event: str, **said: str) -> Desk:
    """A couple with a child in day care; she takes another family name, and has a disability certificate."""
    desk = Desk(today=dt.date(2026, 4, 20), event=event).members(3)
    desk.member("p1", name="架空　晴", kana="カクウ　ハル", birth="S62.2.2", sex="男", phone="03-0000-0000")
    desk.member("p2", name="見本　凪", kana="ミホン　ナギ", birth="S63.3.3", sex="女", phone="03-0000-0001")
    desk.member("p3", name="見本　雫", kana="ミホン　シズク", birth="R3.8.8", sex="女", relation="子")
    desk.say({"case.id_papers": "運転免許証", "case.id_expiry": "R11.1.1", "case.requests": "なし"})
    desk.say({"case.applicant_role": "本人", "case.also_moves": "引越しはない", "household.head": "p1"})
    desk.say(
        {
            "household.current": "児童手当、子ども医療費助成、保育所等",
            "household.circumstances": "障害者手帳・自立支援医療",
        }
    )
    desk.say({"household.disabled": "p2、p3", "hoiku.enrolled": "p3", "jido.recipient": "p2", **said})
    return desk


def married() -> Desk:
    return parted(MARRIAGE, **{"marriage.husband": "p1", "marriage.wife": "p2", "marriage.surname": "夫の氏"})


def divorced() -> Desk:
    back = {"divorce.surname_back": "仮想", "divorce.surname_back_kana": "カソウ", "divorce.kind": "協議"}
    back |= {"divorce.has_children": "はい"}
    return parted(DIVORCE, **{"divorce.husband": "p1", "divorce.returning": "妻", **back})


# ---- old and new name ------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(("form", "old", "new"), [("F29", "no21", "no22"), ("F30", "no20", "no21")])
def test_the_allowance_papers_of_who_marries_have_the_old_and_the_new_name(form: str, old: str, new: str) -> None:
    desk = married()
    assert (printed(desk, form, old), printed(desk, form, new)) == ("見本　凪", "架空　凪")
    assert (printed(desk, form, "no3"), printed(desk, form, "no2")) == ("架空　凪", "カクウ　ナギ")
    changed = {"F29": "no7", "F30": "no10"}[form]
    assert set(printed(desk, form, changed).split("、")) == {"氏名", "配偶者・保護者"}


def test_the_disability_certificate_has_the_old_and_the_new_name_and_no_old_address_where_nobody_moves() -> None:
    desk = divorced()
    assert (printed(desk, "F18-p2", "no15"), printed(desk, "F18-p2", "no16")) == ("見本　凪", "仮想　凪")
    assert (printed(desk, "F18-p2", "no5"), printed(desk, "F18-p2", "no6")) == ("仮想　凪", "カソウ　ナギ")
    assert printed(desk, "F18-p2", "no10") == ""


def test_who_keeps_the_name_has_no_old_one() -> None:
    desk = married().say({"jido.recipient": "p1"})
    assert (printed(desk, "F29", "no21"), printed(desk, "F29", "no22")) == ("", "")
    assert (printed(desk, "F29", "no3"), printed(desk, "F29", "no7")) == ("架空　晴", "配偶者・保護者")


def test_every_paper_of_a_marriage_or_a_divorce_prints_the_name_as_it_will_be() -> None:
    """An old name stands only where the same paper has the new one too, and in the family register's own papers."""
    rules = book()
    for event in (MARRIAGE, DIVORCE):
        for name in papers(rules, event) - {"F21", "F22"}:
            facts = shown(rules.templates[name, "001"])
            old = {fact for fact in facts if parse(fact)[1] in ("name.full", "kana") and parse(fact)[0]}
            assert all(fact.replace("name.full", "name.new") in facts - old for fact in old), (event, name, old)


def papers(rules: RuleBook, event: str) -> set[str]:
    procedures = (rules.procedures[name] for name in rules.events[event].procedures)
    versions = (version for procedure in procedures for version in procedure.versions)
    return {form for version in versions for each in version.all for form in each.forms}


def shown(template: Template) -> set[str]:
    return {hole for box in template.boxes for hole in holes(box.fact)}


# ---- who files -------------------------------------------------------------------------------------------------------
def test_each_half_of_a_couple_files_the_own_sheets() -> None:
    desk = divorced()
    assert printed(desk, "F18-p2", "no17") == "仮想　凪（本人）"
    assert printed(desk, "F18-p2", "no18") == "03-0000-0001"
    desk.say({"jido.claimant": "p2"})  # with whom the child lives from now on
    assert printed(desk, "F30", "no18") == "仮想　凪（本人）"
    desk.say({"jido.claimant": "p1"})
    assert (printed(desk, "F30", "no18"), printed(desk, "F30", "no19")) == ("架空　晴（本人）", "03-0000-0000")


def test_the_day_care_paper_is_filed_by_the_parent_with_whom_the_child_lives() -> None:
    moves = {"case.also_moves": "市内で引越した", "household.movers": "p2、p3", "household.head": "p2"}
    desk = divorced().say(moves).say({"case.moved_on": "R8.4.12", "person[p1].part": "残る"})
    assert (printed(desk, "F32", "no3"), printed(desk, "F32", "no19")) == ("仮想　凪", "仮想　凪（本人）")
    assert printed(desk, "F32", "no20") == "03-0000-0001"
    assert (printed(desk, "F32", "no21"), printed(desk, "F32", "no22")) == ("見本　凪", "仮想　凪")


@pytest.mark.parametrize(
    ("persona", "form", "box"), [("suido", "F17", "no10"), ("josei", "F46", "no18"), ("josei", "F48", "no14")]
)
def test_an_agent_stands_on_the_papers_of_who_is_represented(persona: str, form: str, box: str) -> None:
    desk, _ = visit(persona)
    own = printed(desk, form, box)
    assert own.endswith("（本人）")
    assert printed(desk.say(AGENT), form, box) == "仮想　一郎（任意代理人）"


@pytest.mark.parametrize(("form", "role"), [("F40", "no9"), ("F41", "no8")])
def test_the_father_who_files_the_mothers_exemption_is_not_herself(form: str, role: str) -> None:
    desk, _ = visit("shussei_kokuho")
    he = str(desk.value("person[p1].name.full"))
    desk.say({"birth.mother": he})
    assert printed(desk, form, role) == f"{he}（本人）"
    desk.say({"birth.mother": "見本　母"})
    assert printed(desk, form, role).startswith(f"{he}（")
    assert "本人" not in printed(desk, form, role)


def test_the_head_files_as_parent_for_a_child_as_head_for_a_grown_member_and_an_agent_as_agent() -> None:
    desk, _ = visit("techo")
    assert printed(desk, "F18-p2", "no17") == "見本　灯里（法定代理人）"
    desk.say({"person[p2].birth.date": "S30.4.4", "person[p2].relation_new": "母"})
    assert printed(desk, "F18-p2", "no17") == "見本　灯里（世帯主）"
    desk.say(AGENT)
    assert (printed(desk, "F18-p2", "no17"), printed(desk, "F18-p2", "no18")) == (
        "仮想　一郎（任意代理人）",
        "03-0000-0009",
    )


def test_a_moped_is_reported_by_its_owner_or_by_the_agent() -> None:
    desk, _ = visit("haisha")
    owner = str(desk.value("person[p1].name.full"))
    assert printed(desk, "F33", "no16").startswith(f"{owner}　")
    desk.say(AGENT)
    assert printed(desk, "F33", "no16") == "仮想　一郎　見本県仮想市本町9番9号"
