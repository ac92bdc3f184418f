"""Deaths and divorces that no example of the town is like: who claims, is paid, stays and goes."""

import pytest

from kiosk.model.plan import Need
from tests.invented import HERE, PLAIN, person, printed, record, told
from tests.visits import MOVERS, Desk


# ---- children whose only parent died ---------------------------------------------------------------------------------
def orphaned(claimant: str = "p1", role: str = "別世帯の親族") -> Desk:
    """The grandmother of another household reports the death; two children are left."""
    said = {**PLAIN, "case.applicant_role": role, "death.filed": "いいえ", "agent.poa": "なし", "case.came": "なし"}
    said |= {
        "death.known_on": "R8.4.18",
        "death.at": "R8.4.18",
        "death.person.name": "見本　母子",
        "jido.claimant": claimant,
    }
    said |= {"death.person.birth": "S58.7.7", "household.current": "児童手当", "death.remaining": "2"}
    said |= {"death.had": "世帯主だった、児童手当を受けていた、18歳年度末までのお子さんの父・母だった"}
    return told(
        "shibo", said, person("見本　祖母", "S30.1.1"), person("見本　長", "H18.8.8"), person("見本　次", "H26.9.9")
    )


@pytest.mark.parametrize(
    ("claimant", "role", "need"),
    [
        ("p1", "別世帯の親族", Need.NEEDED),
        ("p2", "別世帯の親族", Need.NOT_BY_THIS_PERSON),
        ("p2", "同一世帯員", Need.NOT_BY_THIS_PERSON),
        ("p1", "同一世帯員", Need.NEEDED),
    ],
)
def test_whoever_raises_the_children_now_claims_for_themselves(claimant: str, role: str, need: Need) -> None:
    found = orphaned(claimant, role).outcome("P20")
    assert found.need is need
    assert found.deadline is not None
    assert str(found.deadline.due) == "2026-05-07"  # fifteen days from the day after, over the holidays


# ---- two people are paid -------------------------------------------------------------------------------------------
ACCOUNT = {"bank.use_public_account": "いいえ", "bank.institution": "架空銀行", "bank.branch": "見本支店"}
ACCOUNT |= {"bank.type": "普通", "bank.number": "0000001"}


def bereaved(claimant: str, **said: str) -> Desk:
    """He held the funeral of his daughter; her children's allowance goes on with whom he says."""
    words = {
        **PLAIN,
        **ACCOUNT,
        "case.applicant_role": "同一世帯員",
        "death.filed": "はい",
        "agent.poa": "原本あり・内容に不備なし",
    }
    words |= {
        "death.at": "R8.4.18",
        "death.person.name": "見本　母子",
        "death.person.birth": "S58.7.7",
        "case.came": "なし",
    }
    words |= {"death.had": "児童手当を受けていた、18歳年度末までのお子さんの父・母だった", "jido.claimant": claimant}
    words |= {
        "household.current": "国民健康保険、児童手当",
        "death.insurance": "国民健康保険",
        "death.pension": "国民年金第1号の被保険者",
    }
    words |= {
        "death.funeral_on": "R8.4.19",
        "death.applicant_relation": "父",
        **{k.replace("__", "."): v for k, v in said.items()},
    }
    people = person("見本　祖父", "S30.1.1", occupation="無職"), person("見本　祖母", "S32.1.1", occupation="無職")
    return told("shibo", words, *people, person("見本　子", "H30.8.8", "子の子"))


def test_the_funeral_is_paid_to_who_held_it_and_the_allowance_to_who_claims_it() -> None:
    desk = bereaved("p2")
    assert "payee.institution" in desk.open
    desk.say(
        {"payee.institution": "見本信用金庫", "payee.branch": "本店", "payee.type": "普通", "payee.number": "0000002"}
    )
    assert [printed(desk, form, "口座番号") for form in ("F04", "F42", "F25", "F36")] == ["0000001"] * 2 + [
        "0000002"
    ] * 2
    assert printed(desk, "F25", "金融機関名") == "見本信用金庫"


def test_the_postal_bank_of_who_files_is_converted_too() -> None:
    desk = bereaved("p2", payee__institution="ゆうちょ", payee__yucho_symbol="14320", payee__yucho_number="231")
    assert (printed(desk, "F25", "支店名"), printed(desk, "F25", "口座番号")) == ("四三八（438）", "0000023")


def test_one_person_has_one_account_and_says_it_once() -> None:
    desk = bereaved("p1")
    assert not [path for path in desk.open if path.startswith("payee.")]
    assert {printed(desk, form, "口座番号") for form in ("F04", "F25", "F36")} == {"0000001"}
    assert {"komoku": "bank.number", "atai": "0000001"} in record(desk, "P84")["sonota"]


def test_another_claimant_takes_the_account_along_and_leaves_that_of_the_funeral() -> None:
    desk = bereaved("p2").say({"payee.institution": "見本信用金庫", "payee.branch": "本店"})
    desk.say({"jido.claimant": "p1"})
    assert "bank.institution" in desk.open
    assert "payee.institution" not in desk.open
    assert printed(desk.say({"bank.institution": "別の銀行"}), "F25", "金融機関名") == "別の銀行"


# ---- a divorce before the court --------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("kind", "day"), [("調停", "令和8年4月13日"), ("判決", "令和8年4月13日"), ("協議", "令和8年4月24日")]
)
def test_a_divorce_before_the_court_holds_from_the_day_on_which_it_was_settled(kind: str, day: str) -> None:
    said = {**PLAIN, "case.applicant_role": "本人", "case.also_moves": "引越しはない", "divorce.husband": "p2"}
    said |= {"divorce.filed": "いいえ"}
    said |= {"divorce.wife": "p1", "divorce.kind": kind, "divorce.settled_on": "R8.4.13", "divorce.returning": "妻"}
    said |= {"household.current": "児童手当", "jido.recipient": "p2", "household.card_holders": "p1"}
    said |= {"jido.claimant": "p1", "case.came": "p2", "household.head": "p1"}
    wife = person("架空　妻", "S60.4.21", occupation="無職")
    people = wife, person("架空　夫", "S58.2.2"), person("架空　娘", "H28.4.2", "子")
    desk = told("rikon", said, *people, today="2026-04-24")
    assert "change.on" not in desk.open
    assert printed(desk, "F28", "事由発生年月日") == day


@pytest.mark.parametrize(
    ("kind", "served", "due"),
    [
        ("判決", "R8.4.20", "2026-04-30"),  # 4月29日 is a holiday
        ("審判", "R8.4.1", "2026-04-22"),
        ("判決", "R8.4.13", "2026-04-22"),
        ("調停", "R8.4.20", "2026-04-22"),
    ],
)
def test_the_ten_days_of_a_divorce_begin_with_the_judgment_where_it_came_after_it_was_final(
    kind: str, served: str, due: str
) -> None:
    said = {**PLAIN, "case.applicant_role": "本人", "divorce.husband": "p2", "divorce.wife": "p1"}
    said |= {"divorce.filed": "いいえ", "divorce.kind": kind, "divorce.settled_on": "R8.4.13"}
    desk = told("rikon", said, person("架空　妻", "S60.4.21"), person("架空　夫", "S58.2.2"), today="2026-04-20")
    assert ("divorce.served_on" in desk.open) is (kind != "調停")
    deadline = desk.say({"divorce.served_on": served}).outcome("P83").deadline
    assert deadline is not None
    assert (deadline.due and deadline.due.isoformat()) == due


# ---- a divorce in which only he leaves -------------------------------------------------------------------------------
def he_leaves(claimant: str = "p2", *, insured: str = "全員", child: str = "残る") -> Desk:
    """He moves inside the city; she takes her name back in the home of before, with the child or without."""
    said = {**PLAIN, "case.applicant_role": "本人", "case.also_moves": "市内で引越した", "case.moved_on": "R8.4.18"}
    said |= {
        "case.came": "p2",
        "household.head": "p1",
        "household.old.head_name": "架空　夫",
        "household.left_adults": "1",
    }
    said |= {"divorce.husband": "p1", "divorce.wife": "p2", "divorce.kind": "協議", "divorce.returning": "妻"}
    said |= {"divorce.surname_back": "見本", "divorce.surname_back_kana": "ミホン", "divorce.has_children": "はい"}
    said |= {"household.current": "国民健康保険、児童手当、子ども医療費助成", "household.nhi_members": insured}
    said |= {"jido.recipient": "p1", "jido.claimant": claimant, MOVERS: "p1" if child == "残る" else "p1、p3"}
    said |= {
        "addr.new.text": "見本県架空市本町1番2号",
        "addr.new.katagaki": "なし",
        "addr.old.text": "見本県架空市緑ケ丘二丁目7番12号",
    }
    man = person("架空　夫", "S58.2.2", kana="カクウ　オット", occupation="自営業", phone="03-0000-0001")
    wife = person("架空　妻", "S60.4.21", kana="カクウ　ツマ", occupation="無職", phone="03-0000-0000", part="残る")
    girl = person("架空　娘", "H28.4.2", "子", kana="カクウ　ムスメ", relation_to_claimant="子")
    desk = told("rikon", said, man, wife, girl, today="2026-04-24")
    return desk.say({"person[p3].part": "残る"}) if child == "残る" else desk


def test_the_insurance_of_who_keeps_the_name_changes_for_the_move_alone() -> None:
    desk = he_leaves()
    assert printed(desk, "F02", "異動事由") == "転居"
    assert "氏名変更" in printed(desk, "F02b", "異動事由")


def test_the_medical_aid_goes_on_with_the_parent_with_whom_the_child_lives() -> None:
    desk = he_leaves()
    assert printed(desk, "F30", "保護者 氏名") == "見本　妻"
    assert printed(desk, "F30", "保護者 住所") == "見本県架空市緑ケ丘二丁目7番12号"
    assert set(printed(desk, "F30", "変更した事項").split("、")) == {"氏名", "配偶者・保護者"}
    assert printed(desk, "F30", "変更後の住所（転出先）") == ""


def test_a_child_that_moves_with_him_has_a_new_address_there() -> None:
    desk = he_leaves("p1", child="異動する")
    assert printed(desk, "F30", "保護者 氏名") == "架空　夫"
    assert "住所" in printed(desk, "F30", "変更した事項").split("、")
    assert printed(desk, "F30", "変更後の住所（転出先）") == "見本県架空市本町1番2号"


# ---- the death of somebody who was not the head ----------------------------------------------------------------------
@pytest.mark.parametrize(
    ("honseki", "role", "asked"),
    [
        ("大韓民国", "世帯主", set()),
        ("見本県架空市本町1番", "世帯主", {"death.person.koseki_head_name"}),
        ("ブラジル連邦共和国", "同一世帯員", {"death.person.head_name"}),
    ],
)
def test_the_head_who_files_is_known_and_no_foreign_national_has_a_head_of_the_register(
    honseki: str, role: str, asked: set[str]
) -> None:
    said = {**PLAIN, **HERE, "case.applicant_role": role, "death.filed": "いいえ", "death.at": "R8.4.17"}
    said |= {"death.known_on": "R8.4.17", "death.person.name": "PARK SOON", "death.person.birth": "1955-05-05"}
    said |= {"death.person.honseki": honseki, "death.had": "なし", "household.current": "なし"}
    desk = told("shibo", said, person("見本　夫", "S25.1.1"))
    about = {"death.person.koseki_head_name", "death.person.head_name"}
    assert about & set(desk.open) == asked
    assert (printed(desk, "F20", "世帯主の氏名") == "見本　夫") is (role == "世帯主")
