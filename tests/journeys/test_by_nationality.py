"""Where no register lists somebody: a foreign national has a nationality and no 本籍, and is asked for no other."""

import pytest

from tests.invented import PLAIN, person, printed, told
from tests.sources import TARO, use
from tests.visits import Desk

ANNA = person("ＳＡＭＰＬＥ　ＡＮＮＡ", "1990-05-05", phone="03-0000-0000", sex="女", relation_new="妻")
BEN = person("ＳＡＭＰＬＥ　ＢＥＮ", "1988-05-05", sex="男")
CARL = person("ＳＡＭＰＬＥ　ＣＡＲＬ", "2026-04-10")
BIRTH = {**PLAIN, "birth.filed": "いいえ", "case.applicant_role": "同一世帯員", "birth.reporter_role": "母"}
BIRTH |= {"household.foreigners": "全員", "birth.children": "p3", "household.head": "p2", "birth.child.relation": "子"}
PLACES = {"person[p1].foreign.nationality": "ベトナム", "person[p2].foreign.nationality": "ブラジル"}


def asked(desk: Desk) -> set[str]:
    return {path for path in desk.open if "honseki" in path or "koseki" in path}


def test_parents_from_abroad_are_asked_for_their_nationalities_and_the_birth_form_says_them() -> None:
    desk = told("shussei", BIRTH, ANNA, BEN, CARL)
    assert asked(desk) == set()
    assert {*PLACES} <= {*desk.open}
    desk.say_all(PLACES)
    assert printed(desk, "F19-p3", "本籍") == "父　ブラジル、母　ベトナム"
    assert printed(desk, "F19-p3", "届出人の本籍") == "ベトナム"
    assert desk.say({"person[p2].foreign.nationality": "ベトナム"}).value("birth.register") == "ベトナム"


def test_a_japanese_child_has_the_register_of_its_parent_and_the_foreign_reporter_a_nationality() -> None:
    desk = told("shussei", BIRTH | {"household.foreigners": "p1"}, ANNA, BEN, CARL)
    assert asked(desk) == {"koseki.honseki", "koseki.head_name"}
    desk.say_all({**PLACES, "koseki.honseki": "見本県仮想市本町三丁目4番地", "koseki.head_name": "見本　勉"})
    assert printed(desk, "F19-p3", "本籍") == "見本県仮想市本町三丁目4番地"
    assert printed(desk, "F19-p3", "届出人の本籍") == "ベトナム"


@pytest.mark.parametrize("role", ["世帯主", "別世帯の親族"])
def test_who_reports_a_death_and_is_foreign_gives_a_nationality(role: str) -> None:
    said = {**PLAIN, "death.filed": "いいえ", "case.applicant_role": role, "household.foreigners": "p1"}
    desk = told("shibo", said | {"death.person.honseki": "ベトナム", "death.applicant_relation": "子"}, ANNA)
    assert asked(desk) == set()
    desk.say({"person[p1].foreign.nationality": "ベトナム"})
    assert desk.value("death.reporter_honseki") == "ベトナム"


def test_foreign_spouses_marry_and_divorce_by_nationality() -> None:
    wed = {**PLAIN, "marriage.filed": "いいえ", "case.applicant_role": "本人", "marriage.husband": "p2"}
    desk = told("konin", wed | {"household.foreigners": "全員", "case.also_moves": "引越しはない"}, ANNA, BEN)
    assert asked(desk) == set()
    assert desk.say_all(PLACES).value("marriage.register.husband") == "ブラジル"
    apart = {**PLAIN, "divorce.filed": "いいえ", "case.applicant_role": "本人", "divorce.husband": "p2"}
    desk = told("rikon", apart | {"divorce.kind": "協議", "household.foreigners": "全員"}, ANNA, BEN)
    assert asked(desk) == set()
    assert desk.say_all(PLACES).value("divorce.register") == "国籍　夫　ブラジル、妻　ベトナム"


# ---- a card that has expired -----------------------------------------------------------------------------------------
MOVED = {**PLAIN, "case.moved_on": "R8.4.12", "household.movers": "全員", "case.applicant_role": "世帯主"}


@pytest.mark.parametrize(
    ("event", "kind", "name"),
    [
        ("tennyu", "国内転入", "マイナンバーカードの更新（有効期限切れ）"),
        ("tenkyo", "転居", "マイナンバーカードの更新（有効期限切れ）"),
        ("tenshutsu", "国外転出", "マイナンバーカードの返納（有効期限切れ）"),
    ],
)
def test_an_expired_card_is_not_continued_but_its_holder_is_told_how_to_renew_it(
    event: str, kind: str, name: str
) -> None:
    face = TARO.model_copy(update={"expires_on": "2026-03-31", "expired": True})
    desk = told(event, MOVED | {"case.event_type": kind}, person("架空　太郎", "S63.6.15")).act(use(face))
    views = {view.id: view for view in desk.page.outcomes}
    assert (views["P39"].name, views["P39"].need.value) == (name, "optional")
    assert views["P30"].need.value == "not_needed"
    assert told(event, MOVED, person("架空　太郎", "S63.6.15")).act(use(TARO)).need("P39").value == "not_needed"


# ---- a birth that nobody knows ---------------------------------------------------------------------------------------
@pytest.mark.parametrize("birth", ["年月日不詳", "昭和年月日不詳"])
def test_what_an_unknown_birth_leaves_open_waits_with_the_law_s_clock_and_says_what_would_help(birth: str) -> None:
    said = MOVED | {
        "case.event_type": "国内転入",
        "case.tenshutsu_planned_on": "R8.4.11",
        "household.foreigners": "なし",
    }
    desk = told("tennyu", said, person("見本　茂吉", birth, occupation="自営業"))
    held = {view.id: view for view in desk.page.held}
    assert {"P10", "P12", "P50", "P52"} <= held.keys()
    for name in ("P10", "P12", "P50", "P52"):
        assert held[name].deadline
        (lack,) = held[name].lacks
        assert "年金の書類" in lack
        assert birth not in lack
    assert "お願いします" in {view.id: view for view in desk.hold("person[p1].birth.date").page.held}["P10"].lacks[0]
