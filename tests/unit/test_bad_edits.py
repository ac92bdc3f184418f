"""What IT staff may do to forms/ by mistake: told with file, line and what is allowed, once, and never used."""

import re
from pathlib import Path

import pytest

from kiosk.bootstrap.forms import read_forms
from kiosk.catalogue.toml_words import said
from kiosk.model.spelling import nearest
from tests.edits import change
from tests.tiny_forms import FILES, issues, tiny_forms

PROCEDURE, EVENT, FORM = "procedures/P01.toml", "events/ten.toml", "templates/F01/001/template.toml"
VOCABULARY, CITY, PAGE = "vocabulary.toml", "municipality.toml", "templates/F01/001/page-1.svg"


@pytest.fixture
def forms(tmp_path: Path) -> Path:
    """The smallest folder, in which a test may make mistakes."""
    return tiny_forms(tmp_path / "forms")


def line_of(file: Path, text: str) -> int:
    lines = file.read_text(encoding="utf-8").split("\n")
    return next(number for number, line in enumerate(lines, start=1) if text in line)


def test_the_smallest_folder_has_nothing_wrong_in_it(forms: Path) -> None:
    read = read_forms(forms, cache=None)
    assert (read.issues, read.remarks) == ((), ())


# ---- edits of a text -------------------------------------------------------------------------------------------------
EDITS = [
    # file, what stands there, what is written instead, what is told, what is allowed
    (PROCEDURE, "reason_not =", "reason_nott =", "この名前の項目はありません", "reason_not"),
    (PROCEDURE, "from = 2024", "form = 2024", "この名前の項目はありません", "from"),
    (PROCEDURE, "from = 2024", "valid_from = 2024", "この名前の項目はありません", "from"),
    (PROCEDURE, "[[version.bring]]", "[[version.brings]]", "この名前の項目はありません", "bring"),
    (PROCEDURE, "order = 10", 'order = "10"', "整数で", "3"),
    (PROCEDURE, "order = 10", "order = -1", "値の書き方", "0以上"),
    (PROCEDURE, "minutes = 5", "minutes = 1000000", "値の書き方", "600以下"),
    (PROCEDURE, "minutes = 5", "minutes = 5.5", "整数で", "3"),
    (PROCEDURE, 'scope = "case"', 'scope = "cas"', "使えない値", "case"),
    (PROCEDURE, 'identity = "none"', 'identity = "non"', "使えない値", "none"),
    (PROCEDURE, 'forms = ["F01"]', 'forms = "F01"', "並びで", "["),
    (PROCEDURE, "order = 10", "order = ", "値がない", '"…"'),
    (PROCEDURE, "order = 10", "order = １０", "値の書き方", "半角の数字"),
    (PROCEDURE, "order = 10", "order ＝ 10", "全角の「＝」", "半角の ="),
    (PROCEDURE, "order = 10", "order 10", "= がありません", "名前 ="),
    (PROCEDURE, "order = 10", "order = 10 分", "余計な文字", "一行に一つ"),
    (PROCEDURE, "order = 10", "order = 10\norder = 10", "二度書かれています", "一つにまとめます"),
    (PROCEDURE, "order = 10", "順 = 10", "名前に使えない文字", "英数字"),
    (PROCEDURE, "order = 10", "\u3000order = 10", "全角の空白", "半角の 空白"),
    (PROCEDURE, "from = 2024-04-01", "from = 2024-02-30", "暦にない日付", "2026-04-01"),
    (PROCEDURE, "from = 2024-04-01", "from = 2024/04/01", "余計な文字", "2026-04-01"),
    (PROCEDURE, 'scope = "case"', "scope = case", "囲まれていない", '"…"'),
    (PROCEDURE, 'scope = "case"', 'scope = "case', "引用符が閉じていない", "閉じます"),
    (PROCEDURE, 'scope = "case"', "scope = 'case", "引用符が閉じていない", "閉じます"),
    (PROCEDURE, 'scope = "case"', "scope = “case”", "全角の「“」", '半角の "'),
    (PROCEDURE, 'scope = "case"', 'scope = "ca\\se"', "\\ の使い方", "\\\\"),
    (PROCEDURE, 'forms = ["F01"]', 'forms = ["F01"', "] が閉じていない", "["),
    (PROCEDURE, "[[version.bring]]", "[[version.bring]", "]] が閉じていません", "[[名前]]"),
    (EVENT, "future = []", 'future = []\ninside = ["case.kin"]', "語彙にありません", "case.kind"),
    (EVENT, "future = []", 'future = []\noutside = ["case.kind"]', "住所ではありません", "住所の事実"),
    (VOCABULARY, "not_future = true", "not_future = True", "値の書き方", "true"),
    (FORM, "rect = { x = 21, y = 21", "rect = { x = 21 y = 21", "{ } が閉じていない", "名前 = 値"),
    ("exchange/columns.toml", "romaji =", "romaji", "= がありません", "名前 ="),
    ("cards.toml", "title_ja =", "title_ja", "= がありません", "名前 ="),
    (PROCEDURE, 'forms = ["F01"]', 'forms = ["F1"]', "様式 F1 がありません", "F01"),
    (PROCEDURE, "from = 2024-04-01", 'from = "春"', "日付で", "2026-04-01"),
    (PROCEDURE, "from = 2024-04-01", "from = 20240401", "日付で", "2026-04-01"),
    (PROCEDURE, 'start = "case.moved_on"', 'start = "case.moved_in"', "語彙にありません", "case.moved_on"),
    (PROCEDURE, 'start = "case.moved_on"', 'start = "case.count"', "日付ではありません", ""),
    (PROCEDURE, "case.has_dog &&", "case.has_dogg &&", "語彙にありません", "case.has_dog"),
    (PROCEDURE, "case.has_dog &&", "case.has_dog == 3 &&", "型が違います", ""),
    (PROCEDURE, "case.count > 0", 'case.count > "0"', "型が違います", ""),
    (PROCEDURE, "case.count > 0", "case.kind > 0", "型が違います", ""),
    (PROCEDURE, 'case.kind == "届出"', 'case.kind == "届け出"', "コード表 kind にありません", "届出、取消"),
    (PROCEDURE, '"犬を飼う" in case.wish', '"犬を買う" in case.wish', "コード表 wish にありません", "犬を飼う"),
    (PROCEDURE, "case.count > 0", 'case.moved_on == "届出"', "日付です", "2026-04-01"),
    (PROCEDURE, "case.count > 0", "case.moved_on > 20260401", "型が違います", ""),
    (PROCEDURE, "case.has_dog &&", "case.has_dog &", "式が正しくありません", ""),
    (PROCEDURE, "{city.fee_copy}", "{city.fee_copi}", "市の設定にありません", "fee_copy"),
    (PROCEDURE, 'service = "dogs"', 'service = "dog"', "ありません", "dogs"),
    (PROCEDURE, 'id = "P01"', 'id = "P02"', "ファイルの名前と違います", "P01"),
    (PROCEDURE, 'reason = "犬を飼うため"', 'reason = ""', "理由が書かれていません", ""),
    (EVENT, 'procedures = ["P01"]', 'procedures = ["P10"]', "手続 P10 がありません", "P01"),
    (EVENT, 'opening = ["case.kind"]', 'opening = ["case.kin"]', "語彙にありません", "case.kind"),
    (EVENT, '["届出", "取消"]', '["届出", "取り消し"]', "コード表 kind にありません", "取消"),
    (EVENT, '"case.occasion" = "引越し"', '"case.count" = "1"', "選ぶ答えと文字だけ", "code"),
    (EVENT, "[codes]", '[usual]\n"case.kind" = "届け出"\n\n[codes]', "case.kind の答えになりません", "届出、取消"),
    (EVENT, "[codes]", '[usual]\n"case.moved_on" = "今日"\n\n[codes]', "case.moved_on の答えになりません", "選ぶ答え"),
    (EVENT, "[codes]", '[usual]\n"person.name.full" = "架空"\n\n[codes]', "全員に共通のことではありません", "person."),
    (VOCABULARY, "not_future = true", 'together = "case.count"', "一緒に答えられません", "フリガナ"),
    (VOCABULARY, "not_future = true", 'together = "case.coumt"', "語彙にありません", "case.count"),
    (EVENT, "order = 1", "oder = 1", "この名前の項目はありません", "order"),
    (EVENT, "[presets]", "[preset]", "この名前の項目はありません", "presets"),
    (VOCABULARY, 'type = "bool", label = "犬', 'type = "boole", label = "犬', "使えない値", "bool"),
    (VOCABULARY, 'codes = "kind"', 'codes = "kinds"', "コード表 kinds がありません", "kind"),
    (VOCABULARY, "not_future = true", "not_futur = true", "この名前の項目はありません", "not_future"),
    (VOCABULARY, "not_future = true", "not_future = 1", "true か false", "true"),
    (VOCABULARY, 'sens = "N"', 'sensitivity = "N"', "この名前の項目はありません", "sens"),
    (VOCABULARY, 'sens = "N"', 'sens = "X"', "使えない値", "N"),
    (VOCABULARY, "[[derive]]", "[[derived]]", "この名前の項目はありません", "derive"),
    (VOCABULARY, 'fact = "person.old"', 'fact = "person.olt"', "語彙にありません", "person.old"),
    (VOCABULARY, "m.birth.date, case", "m.birt.date, case", "語彙にありません", "person.birth.date"),
    (VOCABULARY, 'section = "all", ask = "いくつ', 'section = "al", ask = "いくつ', "見出し al がありません", "all"),
    (VOCABULARY, 'label = "すべて"', 'labl = "すべて"', "この名前の項目はありません", "label"),
    (VOCABULARY, 'wish = ["犬を飼う", "猫を飼う"]', 'wish = "犬を飼う"', "文字の並び", "["),
    (FORM, "no = 1", 'no = "一"', "整数で", "3"),
    (FORM, 'form = "wareki"', 'form = "wareky"', "使えない値", "wareki"),
    (FORM, 'kind = "choice"', 'kind = "choise"', "使えない値", "choice"),
    (FORM, 'code = "取消"', 'code = "取り消し"', "印が付きません", "取消"),
    (FORM, 'fact = "case.kind"', 'fact = "case.kin"', "語彙にありません", "case.kind"),
    (FORM, 'fact = "case.kind"', 'fact = ""', "決められていません", ""),
    (FORM, 'fact = "case.moved_on"', 'fact = "case.count"', "date", "date"),
    (FORM, "person[A].signature", "person[A].name.full", "signature", "signature"),
    (FORM, "person[A].name", "person[X].name", "person[X] を使えません", "A"),
    (FORM, 'background = "page-1.svg"', 'background = "page-2.svg"', "台紙 page-2.svg がありません", "page-1.svg"),
    (FORM, 'background = "page-1.svg"', 'background = "../001/page-1.svg"', "フォルダーの中の", "page-1.svg"),
    (FORM, 'background = "page-1.svg"', 'background = "/etc/passwd"', "フォルダーの中の", "page-1.svg"),
    (FORM, "[[box]]", "[[boxes]]", "この名前の項目はありません", "box"),
    (FORM, "rect = { x = 21, y = 21", "rect = { x = 210, y = 21", "用紙の外", ""),
    (PAGE, "<text", '<path d="M0 0"/><text', "この要素は使えません", ""),
    (PAGE, 'font-size="4"', 'font-size="large"', "font-size", ""),
    (PAGE, "</svg>", "", "SVG（XML）として読めません", ""),
    (CITY, "[fee]", "[fees]", "この名前の項目はありません", "fee"),
    (CITY, "value = 300", "value = -300", "値の書き方", "0以上"),
    ("groups.toml", '"m.old"', '"m.olt"', "語彙にありません", "person.old"),
    ("groups.toml", '"m.old"', "3", "条件を文字で", '"'),
    ("identity.toml", "reason_short", "reason_shrt", "この名前の項目はありません", "reason_short"),
    ("identity.toml", 'card = "カード"', 'card = "カルテ"', "photo の並びにありません", "カード"),
    ("cards.toml", "title_ja", "title", "この名前の項目はありません", "title_ja"),
    ("cards.toml", 'pin = "1234"', 'pin = "12345"', "書き方", "数字4桁"),
    ("labels/en.toml", "label =", "labl =", "この名前の項目はありません", "label"),
    ("labels/en.toml", '"届出" =', '"届け" =', "この選択肢にありません", ""),
    ("exchange/columns.toml", "romaji =", "romajii =", "この名前の項目はありません", "romaji"),
    ("exchange/columns.toml", 'type = "X"', 'type = "Y"', "使えない値", "X"),
    ("exchange/columns.toml", "kyotsu.exportid", "kyotsu.exportidd", "記録の項目にありません", "kyotsu.exportid"),
    ("exchange/extract.toml", 'key = "case.has_dog"', 'key = "case.has_dogs"', "語彙にありません", "case.has_dog"),
    ("exchange/extract.toml", '"1" = true', '"1" = "はい"', "答えにありません", "true"),
    ("exchange/gif.toml", "person =", "persons =", "必要な項目", ""),
]


@pytest.mark.parametrize(("file", "old", "new", "message", "allowed"), EDITS, ids=lambda value: str(value)[:24])
def test_a_bad_edit_is_told_once_with_file_line_and_what_is_allowed(
    forms: Path, file: str, old: str, new: str, message: str, allowed: str
) -> None:
    change(forms / file, old, new)
    found = issues(forms)
    told = [issue for issue in found if message in issue.message and allowed in issue.allowed]
    assert [issue.where.partition(" ")[0] for issue in told] == [file], [str(issue) for issue in found]
    assert len(found) == 1, [str(issue) for issue in found]
    assert told[0].line > 0, str(told[0])


def test_days_on_which_a_form_has_no_version_are_told_where_the_form_is_named(forms: Path) -> None:
    change(forms / FORM, "valid_from = 2024-04-01", "valid_from = 2024-04-01\nvalid_to = 2025-03-31")
    (found,) = issues(forms)
    assert found.place.startswith(f"{PROCEDURE} 20行目")
    assert "2025-04-01 以降" in found.message


@pytest.mark.parametrize("words", ["Some words of a later parser", ""])
def test_words_that_the_parser_may_learn_are_told_in_japanese(words: str) -> None:
    assert said(words, "x")[0] == "この行を読めません。"


def test_what_could_stand_there_is_listed_with_the_nearest_first_whatever_the_order_of_a_set() -> None:
    assert nearest("F888", {"J01", "F29", "F01", "A77"}) == "F01、F29、A77、J01"


# ---- every key -------------------------------------------------------------------------------------------------------
_KEY = re.compile(r"^(?:\{ )?(\"?[\w.-]+\"?) = ", re.MULTILINE)
_FREE = {
    VOCABULARY: {"kind", "wish", "occasion", "applicant_role"},
    "municipality.toml": {"dogs", "copy", "en"},
    "labels/en.toml": {'"届出"'},
    PROCEDURE: {"en", "F01"},
}


_OWN = {"groups.toml", "exchange/gif.toml"}  # their keys are names of the city's own


def keys() -> list[tuple[str, str]]:
    """Every key of a file that is the program's, where it first stands at the beginning of a line."""
    found = [
        (file, key)
        for file, text in FILES.items()
        if file.endswith(".toml") and file not in _OWN
        for key in dict.fromkeys(_KEY.findall(text))
    ]
    return [(file, key) for file, key in found if key not in _FREE.get(file, set()) and not key.startswith('"')]


@pytest.mark.parametrize(("file", "key"), keys(), ids=str)
def test_every_misspelt_key_is_told_with_its_line(forms: Path, file: str, key: str) -> None:
    path = forms / file
    text = re.sub(rf"^{re.escape(key)} = ", f"{key}q = ", path.read_text(encoding="utf-8"), count=1, flags=re.MULTILINE)
    path.write_text(text, encoding="utf-8")
    found = issues(forms)
    told = [issue for issue in found if f"{key}q" in issue.where and issue.where.startswith(file)]
    assert told, [str(issue) for issue in found]
    assert told[0].line == line_of(path, f"{key}q = ")
    assert all(issue.where.startswith(file) for issue in found), [str(issue) for issue in found]


def test_several_causes_are_all_told_at_once(forms: Path) -> None:
    change(forms / PROCEDURE, "reason_not =", "reason_nott =")
    change(forms / EVENT, "order = 1", "oder = 1")
    change(forms / "groups.toml", '"m.old"', '"m.olt"')
    (forms / "stray.txt").write_text("", encoding="utf-8")
    files = {issue.where.partition(" ")[0] for issue in issues(forms)}
    assert files == {PROCEDURE, EVENT, "groups.toml", "stray.txt"}


def test_a_missing_fact_is_told_once_with_how_many_places_miss_it(forms: Path) -> None:
    text = (forms / VOCABULARY).read_text(encoding="utf-8")
    kept = [line for line in text.split("\n") if not line.startswith('"case.has_dog"')]
    (forms / VOCABULARY).write_text("\n".join(kept), encoding="utf-8")
    (found,) = issues(forms)
    assert "case.has_dog" in found.message
    assert "ほかに" in found.message
