"""婚姻・離婚 that another municipality has taken: nothing of it is asked again, what follows counts from its day."""

import json
from collections.abc import Callable

import pytest

from kiosk.model.plan import Need
from tests.invented import PLAIN, person, printed, record, told
from tests.visits import MOVERS, Desk

HE = person("仮想　蓮", "H7.7.7", kana="カソウ　レン", phone="03-0000-0000")
SHE = person("見本　葵", "H8.8.8", kana="ミホン　アオイ", phone="03-0000-0001", sex="女")
MARRIED = {
    **PLAIN,
    "marriage.filed": "はい",
    "koseki.filed_on": "R8.4.11",
    "koseki.filed_at": "見本県仮想市",
    "case.applicant_role": "本人",
    "case.also_moves": "引越しはない",
    "marriage.husband": "p1",
    "marriage.surname": "夫の氏",
    "household.current": "なし",
    "household.card_holders": "p2",
}
PARTED = {
    **PLAIN,
    "divorce.filed": "はい",
    "koseki.filed_on": "R8.4.11",
    "koseki.filed_at": "見本県仮想市",
    "case.applicant_role": "本人",
    "case.also_moves": "引越しはない",
    "divorce.husband": "p1",
    "divorce.returning": "妻",
    "divorce.surname_back": "見本",
    "divorce.surname_back_kana": "ミホン",
    "divorce.has_children": "いいえ",
    "household.current": "なし",
    "household.card_holders": "p2",
    "person[p1].pension.kind": "第2号(厚生年金・共済)",
    "person[p2].pension.kind": "第3号",
}
BORN = {
    "household.current": "なし",
    "birth.insurance": "国民健康保険",
    "jido.claimant": "p1",
    "household.head": "p1",
    "person[p1].occupation": "会社員",
}
ONLY_THERE = ("parents", "honseki", "cohabit", "work", "order", "adoptive", "kind", "settled", "custody", "return_to")


def wedding(**said: str) -> Desk:
    return told("konin", {**MARRIED, **said}, HE, SHE, today="2026-04-20")


def parting(**said: str) -> Desk:
    wife = {**SHE, "name.full": "仮想　葵", "kana": "カソウ　アオイ"}
    return told("rikon", {**PARTED, **said}, HE, wife, today="2026-04-20")


@pytest.mark.parametrize(("made", "filing"), [(wedding, "P82"), (parting, "P83")])
def test_a_filing_that_was_taken_elsewhere_is_not_taken_again_and_nothing_of_it_is_asked(
    made: Callable[[], Desk], filing: str
) -> None:
    desk = made()
    assert desk.need(filing) is Need.NOT_NEEDED
    assert not [path for path in desk.open if any(word in path for word in ONLY_THERE)]
    assert {form.template for form in desk.now.forms} & {"F21", "F22"} == set()


@pytest.mark.parametrize("made", [wedding, parting])
def test_a_new_name_counts_from_the_day_of_the_filing_and_not_from_today(made: Callable[[], Desk]) -> None:
    desk = made()
    deadline = desk.outcome("P30").deadline
    assert deadline is not None
    assert str(deadline.due) == "2026-04-27"  # a fortnight from the day after, a Saturday, is the Monday
    assert desk.outcome("P30").persons == ("p2",)


def test_who_was_insured_through_him_is_on_her_own_from_the_divorce_on() -> None:
    desk = parting()
    assert desk.need("P12") is Need.NEEDED
    assert printed(desk, "F03-p2", "異動年月日") == "令和8年4月11日"


def test_a_single_parent_may_claim_and_need_not() -> None:
    girl = person("仮想　娘", "H28.4.2", "子")
    wife = {**SHE, "name.full": "仮想　葵"}
    desk = told("rikon", {**PARTED, "divorce.has_children": "はい"}, HE, wife, girl, today="2026-04-20")
    assert desk.need("P22") is Need.OPTIONAL


@pytest.mark.parametrize(("event", "said"), [("konin", "marriage.filed"), ("rikon", "divorce.filed")])
def test_whether_it_was_filed_is_asked_first_and_the_day_only_where_it_was(event: str, said: str) -> None:
    fresh = Desk(event=event)
    assert said in fresh.open
    assert "koseki.filed_on" not in fresh.say({said: "いいえ"}).open


@pytest.mark.parametrize("made", [wedding, parting])
def test_where_it_was_filed_is_on_the_card_paper_with_its_day_and_in_the_record(made: Callable[[], Desk]) -> None:
    desk = made()
    assert printed(desk, "F06-p2", "戸籍の届を出した市区町村") == "見本県仮想市"
    assert printed(desk, "F06-p2", "戸籍の届を出した日") == "令和8年4月11日"
    assert "見本県仮想市" in json.dumps(record(desk, "P30"), ensure_ascii=False)
    assert any("受理証明書" in paper for paper in desk.outcome("P30").bring)


@pytest.mark.parametrize(
    ("event", "filed", "said", "papers"),
    [
        ("shussei", "birth.filed", BORN, {"F04": "P20", "F05": "P21"}),
        ("shibo", "death.filed", {"death.insurance": "国民健康保険", "death.was_head": "いいえ"}, {"F25": "P84"}),
        ("shibo", "death.filed", {"death.insurance": "後期高齢者医療", "death.was_head": "いいえ"}, {"F35": "P84"}),
    ],
)
def test_a_birth_or_a_death_that_was_filed_elsewhere_says_where_on_every_paper_that_follows(
    event: str, filed: str, said: dict[str, str], papers: dict[str, str]
) -> None:
    words = {**PLAIN, filed: "はい", "koseki.filed_at": "見本県仮想市", "case.applicant_role": "世帯主", **said}
    desk = told(event, words, HE, person("仮想　陸", "R8.4.2"), today="2026-04-10")
    for form, procedure in papers.items():
        assert printed(desk, form, "戸籍の届を出した市区町村") == "見本県仮想市"
        assert any("受理証明書" in paper for paper in desk.outcome(procedure).bring)


@pytest.mark.parametrize("event", ["konin", "rikon", "shussei", "shibo"])
def test_where_it_was_filed_is_asked_of_nobody_who_files_here(event: str) -> None:
    filed = {"konin": "marriage", "rikon": "divorce", "shussei": "birth", "shibo": "death"}[event]
    desk = told(event, {f"{filed}.filed": "いいえ"}, HE, SHE)
    assert "koseki.filed_at" not in desk.open


def test_a_day_of_filing_that_is_still_to_come_is_none() -> None:
    assert wedding(**{"koseki.filed_on": "R8.4.21"}).value("koseki.filed_on") is None


def test_a_change_of_mind_brings_the_filing_back_with_all_that_was_said() -> None:
    desk = wedding().say({"marriage.filed": "いいえ"})
    assert desk.need("P82") is Need.NEEDED
    assert "marriage.parents.wife.mother" in desk.open
    assert desk.say({"marriage.filed": "はい"}).need("P82") is Need.NOT_NEEDED


def moving(event: str, **said: str) -> Desk:
    """She moves inside the city on the 15th; the filing itself was taken elsewhere on the 11th."""
    words = {
        **(MARRIED if event == "konin" else PARTED),
        "case.also_moves": "市内で引越した",
        "case.moved_on": "R8.4.15",
    }
    words |= {"addr.old.text": "見本県架空市本町9番9号", "addr.new.text": "見本県架空市緑ケ丘二丁目7番12号"}
    words |= {"addr.new.katagaki": "なし", "household.old.head_name": "仮想　蓮", MOVERS: "p2", **said}
    name = "見本　葵" if event == "konin" else "仮想　葵"
    return told(event, words, HE, {**SHE, "name.full": name}, today="2026-04-20")


@pytest.mark.parametrize(
    ("event", "head", "part", "name"),
    [("konin", "p1", "迎える世帯の方", "仮想　葵"), ("rikon", "p2", "残る", "見本　葵")],
)
def test_a_move_with_it_leaves_the_old_address_for_the_new_one_and_nothing_of_the_filing(
    event: str, head: str, part: str, name: str
) -> None:
    desk = moving(event, **{"household.head": head, "person[p1].part": part, "person[p2].relation_new": "妻"})
    assert desk.need("P02") is Need.NEEDED
    assert printed(desk, "F01", "これまでの住所") == "見本県架空市本町9番9号"
    assert printed(desk, "F01", "新しい住所") == "見本県架空市緑ケ丘二丁目7番12号"
    assert printed(desk, "F01", "氏名") == name
    assert not [path for path in desk.open if path.startswith(("marriage.", "divorce."))]


def test_old_and_new_address_stand_on_the_card_paper_with_the_move_and_neither_without_it() -> None:
    moved = moving("konin", **{"household.head": "p1", "person[p1].part": "迎える世帯の方"})
    assert printed(moved, "F06-p2", "変更前の住所") == "見本県架空市本町9番9号"
    assert printed(moved, "F06-p2", "変更後の住所") == "見本県架空市緑ケ丘二丁目7番12号"
    assert printed(wedding(), "F06-p2", "変更後の住所") == ""
