"""The right paper with what an office needs on it: what was asked, to whom, from which day, and nothing internal."""

import re
import tomllib
from pathlib import Path

import pytest

from tests.played import visit
from tests.visits import FORMS, Desk, book


def printed(desk: Desk, form: str, label: str) -> str:
    """What stands in a box: its text, its circles or its ticks."""
    template = book().templates[form.partition("-")[0], "001"]
    box = next(box for box in template.boxes if box.label == label)
    filled = next(filled for filled in desk.form(form).boxes if filled.box == box.id)
    return filled.text or "、".join(filled.marks)


def addressee(form: str) -> str:
    return book().templates[form, "001"].addressee


# ---- what was asked --------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("kind", "certs"),
    [
        ("更新", "署名用電子証明書、利用者証明用電子証明書"),
        ("暗証番号初期化・再設定", "利用者証明用電子証明書"),
        ("失効", "署名用電子証明書"),
    ],
)
def test_the_certificate_form_prints_what_was_asked(kind: str, certs: str) -> None:
    desk, _ = visit("suido")
    desk.say({"person[p1].jpki.request_kind": kind, "person[p1].jpki.certs": certs})
    assert printed(desk, "F06b-p1", "申請の種別") == kind
    assert printed(desk, "F06b-p1", "対象の証明書") == certs


def test_after_a_move_the_certificate_form_still_asks_for_a_new_signature_certificate() -> None:
    desk, _ = visit("kazoku4")
    sheet = next(form.key for form in desk.now.forms if form.template == "F06b")
    assert printed(desk, sheet, "申請の種別") == "新規発行"
    assert printed(desk, sheet, "対象の証明書") == "署名用電子証明書"


@pytest.mark.parametrize(
    ("role", "around", "paper"),
    [
        ("任意代理人", "なし", "代理権授与通知書（委任状）"),
        ("法定代理人", "成年後見", "登記事項証明書"),
        ("法定代理人", "なし", "戸籍謄本"),
    ],
)
def test_the_seal_form_names_the_paper_and_not_how_it_was_checked(role: str, around: str, paper: str) -> None:
    desk = Desk(event="tandoku").say({"case.applicant_role": role, "case.requests": "印鑑登録"}, birth="S40.1.1")
    desk.say({"agent.poa": "原本あり・内容に不備なし", "household.circumstances": around})
    desk.say({"household.wards": "p1"} if around == "成年後見" else {})
    assert printed(desk, "F07", "代理権授与通知書") == paper


# ---- to whom ---------------------------------------------------------------------------------------------------------
def test_each_form_is_addressed_to_who_decides_about_it() -> None:
    union, board = "（あて先）見本県後期高齢者医療広域連合長", "（あて先）架空市教育委員会"
    assert {form: addressee(form) for form in ("F12", "F35", "F38")} == dict.fromkeys(("F12", "F35", "F38"), union)
    assert {form: addressee(form) for form in ("F13", "F34")} == dict.fromkeys(("F13", "F34"), board)
    assert addressee("F25") == "（あて先）架空市長"
    assert addressee("F17") == "（あて先）架空市水道事業管理者"
    assert addressee("F49") == f"（あて先）架空市長・{union.removeprefix('（あて先）')}"


@pytest.mark.parametrize("sheet", sorted(FORMS.glob("templates/*/*/sheet.toml")), ids=lambda sheet: sheet.parts[-3])
def test_no_form_names_an_office_that_another_city_does_not_have(sheet: Path) -> None:
    written = tomllib.loads(sheet.read_text(encoding="utf-8"))["addressee"]
    left = re.sub(r"\{city\.\w+\}|日本年金機構|取扱金融機関|経由|（あて先）|[・　殿]", "", written)
    assert left == ""


@pytest.mark.parametrize(("insurance", "forms"), [("国民健康保険", "F25"), ("後期高齢者医療", "F35")])
def test_the_funeral_payment_is_claimed_where_the_deceased_was_insured(insurance: str, forms: str) -> None:
    desk, _ = visit("shibo_hitori")
    desk.say({"death.insurance": insurance})
    assert desk.outcome("P84").forms == (forms,)


@pytest.mark.parametrize("insurance", ["勤務先の健康保険など", "任意継続", "国保組合"])
def test_the_family_of_who_was_insured_elsewhere_is_sent_to_that_insurance(insurance: str) -> None:
    desk, _ = visit("shibo_hitori")
    found = desk.say({"death.insurance": insurance}).outcome("P84")
    taken = book().procedures["P84"].taken(desk.now.plan.on, found.variant)
    assert taken is not None
    assert taken.no_form is not None
    assert (found.forms, "市に届け出るものではない" in taken.no_form.why) == ((), True)


# ---- from which day, and what changes --------------------------------------------------------------------------------
def test_the_allowance_of_a_second_child_is_an_increase_from_the_day_of_birth() -> None:
    desk, _ = visit("shussei_futago")
    desk.say({"household.current": "児童手当、国民健康保険"})
    assert printed(desk, "F04", "請求の区分") == "額改定(増額)"
    assert printed(desk, "F04", "請求の事由") == "出生"
    assert printed(desk, "F04", "事由発生年月日") == "令和8年4月19日"


def test_the_allowance_of_who_moves_in_is_new() -> None:
    desk, _ = visit("kazoku4")
    assert printed(desk, "F04", "請求の区分") == "新規認定"
    assert printed(desk, "F04", "請求の事由") == "転入"


def test_the_dog_of_who_moves_in_has_another_address_and_the_dog_of_the_deceased_another_owner() -> None:
    desk, _ = visit("inu")
    assert printed(desk, "F15", "届出の区分") == "登録事項の変更"
    assert printed(desk, "F15", "変更した事項") == "所有者の住所、犬の所在地"
    desk, _ = visit("shibo_kosodate")
    assert printed(desk, "F15", "変更した事項") == "所有者"
    assert printed(desk, "F15", "旧所有者 氏名・住所").startswith("仮想　陽平")
    assert printed(desk, "F15", "変更年月日") == "令和8年4月22日"


def test_the_moped_is_taxed_from_the_day_on_which_it_came_or_changed_hands() -> None:
    desk, _ = visit("shibo_kosodate")
    assert printed(desk, "F16", "納税義務発生年月日") == "令和8年4月22日"
    desk.say({"vehicle.kept": "いいえ"})
    assert desk.outcome("P71").forms == ("F33",)


def test_who_leaves_the_insurance_for_an_employers_names_the_new_insurer() -> None:
    desk, _ = visit("shaho_kanyu")
    assert printed(desk, "F02", "新しく加入した医療保険 保険者名") == "見本健康保険組合"
    desk.say({"nhi.reason": "生活保護開始"})
    assert printed(desk, "F02", "新しく加入した医療保険 保険者名") == ""


# ---- abroad with a card ----------------------------------------------------------------------------------------------
def test_who_leaves_for_abroad_with_a_card_goes_on_using_it_before_departure() -> None:
    desk, _ = visit("kokugai_tenshutsu")
    found = desk.outcome("P30")
    assert found.forms == ("F06",)
    assert found.deadline is not None
    assert found.deadline.note.startswith("転出予定日の前日まで")
    assert printed(desk, "F06-p1", "届出の区分") == "国外継続利用"


def test_who_leaves_for_another_town_takes_the_card_along() -> None:
    desk, _ = visit("kokugai_tenshutsu")
    found = desk.say({"case.event_type": "国内転出"}).outcome("P30")
    assert found.forms == ()
    assert found.deadline is not None
    assert "転入届" in found.deadline.note
