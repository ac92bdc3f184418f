"""その他の手続: somebody comes with one wish and without any occasion, and leaves with its procedure and its papers."""

import pytest

from kiosk.flow.actions import Answer
from kiosk.model.path import key_of
from kiosk.model.plan import Need
from tests.likely import WORDS
from tests.visits import Desk, book

WISHES = {
    "国民健康保険に入る": ("P10", {"F02"}),
    "国民健康保険をやめる": ("P11", {"F02"}),
    "国民年金の届出": ("P12", {"F03"}),
    "児童手当の請求": ("P20", {"F04"}),
    "子ども医療費助成の申請": ("P21", {"F05"}),
    "ひとり親の相談": ("P22", set[str]()),
    "保育所等の利用": ("P61", {"F14"}),
    "産前産後・出産の届出": ("P86", {"F40"}),
    "マイナンバーカードの記載変更・継続利用": ("P30", {"F06"}),
    "署名用電子証明書の再発行": ("P31", {"F06b"}),
    "電子証明書の更新・暗証番号": ("P32", {"F06b"}),
    "印鑑登録": ("P35", {"F07"}),
    "障害者手帳・自立支援医療の変更": ("P73", {"F18"}),
    "外国人の続柄・通称の変更": ("P05", {"F01"}),
    "犬の登録・変更": ("P70", {"F15"}),
    "原付・小型特殊の登録": ("P71", {"F16"}),
    "水道の使用開始": ("P72", {"F17"}),
    "水道の使用中止": ("P72", {"F17"}),
    "水道の名義変更": ("P72", {"F17"}),
    "葬祭費の申請": ("P84", {"F25"}),
    "口座振替の申込": ("P87", {"F44"}),
    "就学援助の申請": ("P88", {"F45"}),
    "特別児童扶養手当の請求": ("P89", {"F46"}),
    "重度心身障害者医療の申請": ("P92", {"F47"}),
    "ひとり親医療の申請": ("P93", {"F48"}),
    "養子縁組の届出": ("P94", set[str]()),
    "養子離縁の届出": ("P95", set[str]()),
    "認知の届出": ("P96", set[str]()),
    "住所地特例の届出": ("P97", {"F49"}),
    "国民健康保険の学生特例の届出": ("P98", {"F50"}),
    "委任状の作成": ("P90", {"F23"}),
}
SAID = {
    "case.card_from": "R8.4.1",
    "case.applicant_role": "世帯主",
    "case.id_papers": "資格確認書、年金証書・年金手帳",
    "household.current": "国民健康保険",
    "household.circumstances": "なし",
    "household.card_holders": "p1",
    "household.disabled": "p1",
    "household.foreigners": "p1",
    "household.nhi_members": "p1",
    "jido.claimant": "p1",
    "person[p1].birth.date": "S60.1.1",
    "person[p1].kana": "カクウ　イチ",
    "person[p2].birth.date": "R3.5.5",
    "person[p2].kana": "カクウ　フタバ",
    "household.special_residents": "p1",
    "household.students": "p1",
    "severe.persons": "p1",
    "special.children": "p2",
}
"""A parent with a card, a handbook and a small child: every wish can be theirs."""
OLDER = {"就学援助の申請": {"person[p2].birth.date": "H29.5.5"}}  # school aid is for a child at school


def codes_of(path: str) -> tuple[str, ...]:
    item = book().vocabulary.item(path)
    assert item is not None
    return book().events["tandoku"].codes.get(key_of(path)) or book().vocabulary.codes.get(item.codes, ())


def words_for(path: str, wish: str) -> str:
    item = book().vocabulary.item(path)
    assert item is not None
    if item.digits:
        return "0" * item.digits
    return OLDER.get(wish, {}).get(path) or SAID.get(path) or next(iter(codes_of(path) or WORDS[item.type]))


def visit_for(wish: str) -> Desk:
    desk = Desk(event="tandoku").members(2)
    while desk.open:
        path = desk.open[0]
        desk.act(Answer(path=path, text=wish if path == "case.requests" else words_for(path, wish)))
        assert path not in desk.visit.state.typed, (path, desk.visit.state.typed)
    return desk


def test_every_wish_of_the_list_has_its_story() -> None:
    assert tuple(sorted(WISHES)) == tuple(sorted(codes_of("case.requests")))


@pytest.mark.parametrize("wish", WISHES)
def test_one_wish_leads_to_its_procedure_and_fills_its_papers(wish: str) -> None:
    desk, (procedure, forms) = visit_for(wish), WISHES[wish]
    assert desk.need(procedure) in {Need.NEEDED, Need.OPTIONAL}
    assert {form.template for form in desk.now.forms} == forms
    assert desk.now.missing() == 0 or desk.page.signers


@pytest.mark.parametrize("wish", WISHES)
def test_one_wish_asks_for_nothing_that_another_one_needs(wish: str) -> None:
    needed = {outcome.procedure for outcome in visit_for(wish).now.plan.needed}
    assert needed <= {WISHES[wish][0]}
