"""個人番号, 住民票コード and 基礎年金番号 have no place here: not under any name, not on paper, not in a record."""

from pathlib import Path

import pytest

from kiosk.bootstrap.forms import read_forms
from kiosk.model.fact import Fact
from kiosk.model.filled import BoxState
from kiosk.model.forbidden import forbidden
from kiosk.model.source import Source
from kiosk.rules.facts import Facts
from kiosk.rules.fill import fill_form
from tests.edits import change
from tests.tiny_forms import tiny_forms
from tests.visits import book, catalogue, told

VALID = "123456789018"


NAMES = {
    "個人番号": (
        *("個人番号", "個 人 番 号", "個人・番号", "マイナンバー", "ﾏｲﾅﾝﾊﾞｰ", "まいなんばー"),
        *("こじんばんごう", "kojin_bango", "Kojin-Bangou", "kojinbangō"),
        *("my_number", "MyNumber", "ｍｙ＿ｎｕｍｂｅｒ", "individual_number"),
        *("特定個人の識別番号", "通知カードの番号", "マイナ番号", "マイナ No.", "個人ナンバー"),
        *("つうちカードのばんごう", "マイナンバーカードに書かれている番号", "maina_id", "個人 ｺｰﾄﾞ"),
        *("お客さまコード12桁", "お客さまコード（１２けた）", "code (12 digits)"),
        *("十二桁の数字",),
    ),
    "住民票コード": (
        *("住民票コード", "住民票　コード", "juminhyo_code", "jyuminhyou-kōdo"),
        *("じゅうみんひょうコード", "resident record code", "住民票の番号", "住民票ＩＤ"),
        *("住基ネットのコード", "住民№", "11桁のコード"),
    ),
    "基礎年金番号": (
        *("基礎年金番号", "きそねんきんばんごう", "kiso_nenkin_bangou"),
        *("basic pension number", "年金番号", "ｋｉｓｏｎｅｎｋｉｎ", "年金手帳の番号"),
        *("基礎年金No.", "基礎年金の記号番号", "ねんきん手帳のばんごう", "年金証書の記号・番号", "年金－ＩＤ"),
        *("年金の加入者番号", "nenkin_techo_no"),
    ),
    "": (
        *("保険の記号番号", "在留カードの番号", "在留カードの番号（12桁）", "登録番号", "手帳の番号"),
        *("電話番号（11桁）", "個人の電話番号", "住民票の通数", "年金の受給", "年金コード", "番号（112桁）"),
        *("nenkin_notice", "my_number_card_note", "通知カードの有無"),
        *("マイナンバーカードの交付", "住民異動の届出番号", "個人番号カード", "マイナンバーカードの有無"),
        *("my number card", "has_mynumber_card", "電話番号", "在留カード番号"),
        *("口座番号", "terminal", "住民票の写し", "年金の種別"),
    ),
}
"""What is, by which name, which number; the last are none of them."""


@pytest.mark.parametrize(("name", "number"), [(name, number) for number, names in NAMES.items() for name in names])
def test_a_number_is_known_by_every_spelling_and_its_card_is_none(name: str, number: str) -> None:
    assert forbidden(name) == number


@pytest.mark.parametrize(
    "item",
    [
        '"case.kojin_bango" = { type = "digits", label = "番号", section = "all", ask = "何番ですか。" }',
        '"case.no" = { type = "text", label = "マイナンバー", section = "all", ask = "何番ですか。" }',
        '"case.no" = { type = "text", label = "番号", section = "all", ask = "住民票コードは何番ですか。" }',
        '"case.no" = { type = "int", label = "番号", en = "Basic Pension Number" }',
        '"case.no" = { type = "text", label = "年金手帳の番号", section = "all", ask = "何番ですか。" }',
        '"case.no" = { type = "text", label = "お客さまコード12桁", section = "all", ask = "何番ですか。" }',
        '"case.no" = { type = "digits", digits = 12, label = "番号" }',
        '"case.no" = { type = "digits", digits = 11, label = "番号" }',
        '"case.no" = { type = "name", label = "番号", plain = "ｺｼﾞﾝ ﾊﾞﾝｺﾞｳ" }',
    ],
)
def test_a_fact_for_one_of_them_makes_the_catalogue_unusable(tmp_path: Path, item: str) -> None:
    forms = tiny_forms(tmp_path / "forms")
    change(forms / "vocabulary.toml", "[item]\n", f"[item]\n{item}\n")
    (found,) = read_forms(forms, cache=None).issues
    assert "どの名前でも扱いません" in found.message
    assert found.line == (forms / "vocabulary.toml").read_text(encoding="utf-8").split("\n").index(item) + 1


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("templates/F01/001/template.toml", 'label = "届出人"', 'label = "届出人の個人番号"'),
        ("templates/F01/001/template.toml", "person[A].name.full", "person[A].my_number"),
        ("events/ten.toml", "[presets]", '[asks]\n"person.name.full" = "個人番号は何番ですか。"\n\n[presets]'),
        (
            "labels/en.toml",
            '[item."case.kind"]',
            '[item."person.name.full"]\nask = "My Number?"\n\n[item."case.kind"]',
        ),
        ("exchange/columns.toml", 'item = "連携ID"', 'item = "個人番号"'),
        ("exchange/columns.toml", 'romaji = "exportid"', 'romaji = "kojinbango"'),
        ("exchange/extract.toml", 'column = "氏名"', 'column = "住民票コード"'),
    ],
)
def test_a_box_a_question_or_a_column_for_one_of_them_makes_the_catalogue_unusable(
    tmp_path: Path, file: str, old: str, new: str
) -> None:
    forms = tiny_forms(tmp_path / "forms")
    change(forms / file, old, new)
    found = read_forms(forms, cache=None).issues
    assert found
    assert all(issue.where.startswith(file) for issue in found)
    assert any(name in str(issue) for issue in found for name in ("個人番号", "住民票コード"))


def test_the_sample_town_asks_for_none_of_them() -> None:
    assert catalogue().issues == ()


def test_a_value_that_could_be_a_number_is_printed_on_no_paper() -> None:
    now = told("kazoku4").now
    path = "person[p1].name.full"
    planted = Fact(path=path, value=f"架空 {VALID}", source=Source.INTERVIEW, by="test", at=now.case.opened_at)
    case = now.case.model_copy(update={"ledger": now.case.ledger.add([planted])})
    facts = Facts(case, book())
    forms = [form for name in ("F01", "F02") for form in fill_form(facts, book().templates[name, "001"], {})]
    shown = {path, "person[p1].name.new"}  # as said, and as it will be
    boxes = [box for form in forms for box in form.boxes if shown.intersection(box.paths)]
    assert boxes
    assert {(box.state, box.text) for box in boxes} == {(BoxState.BLANK, "")}
    assert VALID not in str([form.model_dump() for form in forms])
