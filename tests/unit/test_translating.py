"""Every word that a resident sees stands in one table with its translations, and comes back from it into the files."""

import csv
import io
import tomllib
from pathlib import Path

import pytest

from kiosk.bootstrap.forms import read_forms
from kiosk.bootstrap.translating import Translating
from kiosk.designing.translating.rows import Row
from kiosk.designing.translating.table import Sheet, read_sheet
from kiosk.designing.translating.writing import Taken
from kiosk.model.base import Issue
from tests.commands import Kiosk
from tests.edits import change
from tests.tiny_forms import tiny_forms
from tests.visits import FORMS, ROOT

SCREENS = {
    "lobby/ja.ftl": "begin = はじめる\nleft = あと{ $n }件\n",
    "lobby/en.ftl": "### Terminal\n\n# はじめる\nbegin = Begin\n# あと{ $n }件です\nleft = { $n } left\n",
}


@pytest.fixture
def matrix(tmp_path: Path) -> Translating:
    for name, text in SCREENS.items():
        path = tmp_path / "words" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return Translating(tiny_forms(tmp_path / "forms"), tmp_path / "words")


def rows(matrix: Translating) -> dict[str, Row]:
    return {row.key: row for row in Translating(matrix.forms, matrix.words).rows}


def edited(path: Path, **cells: str) -> None:
    """Write cells into a row (named by `key`) of an exported CSV, as a translator does."""
    lines = list(csv.DictReader(io.StringIO(path.read_bytes().decode("utf-8-sig"))))
    line = next(each for each in lines if each["key"] == cells["key"])
    line.update(cells)
    made = io.StringIO()
    columns = list(dict.fromkeys([*lines[0], *cells]))
    writer = csv.DictWriter(made, columns, restval="")
    writer.writeheader()
    writer.writerows(lines)
    path.write_text(made.getvalue(), encoding="utf-8")


def came(matrix: Translating, path: Path) -> Taken:
    taken = Translating(matrix.forms, matrix.words).take(path, dry=False)
    assert isinstance(taken, Taken), taken
    return taken


def exported(matrix: Translating, path: Path) -> dict[str, dict[str, str]]:
    made = Translating(matrix.forms, matrix.words).export(path)
    assert isinstance(made, Sheet), made
    return {row["key"]: dict(row) for row in made.rows}


# ---- out -------------------------------------------------------------------------------------------------------------
def test_a_word_is_called_by_what_it_is_and_stands_beside_its_translations(matrix: Translating, tmp_path: Path) -> None:
    found = exported(matrix, tmp_path / "w.csv")
    assert (found["procedure.P01.name"]["ja"], found["procedure.P01.name"]["en"]) == ("犬の届出", "Dog")
    assert found["item.case.kind.label"]["en"] == "Kind"
    assert found["codes.kind.届出"]["en"] == "notice"
    assert "en" in found["procedure.P01.2024-04-01.reason"]["状態"]
    assert found["words.lobby.begin"]["en"] == "Begin"
    assert found["words.lobby.left"]["状態"] == "訳なし: ja-easy zh ko vi pt、原文が変わった: en"


def test_the_town_has_a_row_for_whatever_its_check_misses(tmp_path: Path) -> None:
    town = Translating(FORMS, ROOT / "assets" / "words")
    assert len(town.rows) > 2500
    assert not [row.key for row in town.rows if any(row.missing(language) for language in ("en", "zh", "pt"))]
    assert not [row.key for row in town.rows if row.stale]


def test_written_over_an_earlier_file_it_keeps_its_foreign_columns_and_tells_what_changed(
    matrix: Translating, tmp_path: Path
) -> None:
    path = tmp_path / "w.csv"
    exported(matrix, path)
    edited(path, key="procedure.P01.name", メモ="要確認")
    change(matrix.forms / "procedures" / "P01.toml", 'name = "犬の届出"', 'name = "飼い犬の届出"')
    found = exported(matrix, path)["procedure.P01.name"]
    assert (found["メモ"], found["ja"], found["en"]) == ("要確認", "飼い犬の届出", "※前の訳: Dog")
    assert "原文が変わった: en" in found["状態"]
    again = exported(matrix, path)["procedure.P01.name"]
    assert (again["en"], again["状態"]) == (found["en"], found["状態"])
    assert came(matrix, path).count == 0
    edited(path, key="procedure.P01.name", en="Dog")
    assert exported(matrix, path)["procedure.P01.name"]["en"] == "Dog"


def test_what_a_sentence_used_to_be_in_another_language_is_kept_for_the_translator(
    matrix: Translating, tmp_path: Path
) -> None:
    path = tmp_path / "w.csv"
    exported(matrix, path)
    edited(path, key="procedure.P01.2024-04-01.reason", en="because you keep a dog")
    came(matrix, path)
    exported(matrix, path)
    change(matrix.forms / "procedures" / "P01.toml", 'reason = "犬を飼うため"', 'reason = "犬を飼い始めたため"')
    found = exported(matrix, path)["procedure.P01.2024-04-01.reason"]
    assert (found["en"], "原文が変わった: en" in found["状態"]) == ("※前の訳: because you keep a dog", True)
    assert came(matrix, path).count == 0


def test_a_sentence_of_a_screen_that_still_holds_is_said_to_hold(matrix: Translating, tmp_path: Path) -> None:
    path = tmp_path / "w.csv"
    assert exported(matrix, path)["words.lobby.left"]["en"] == "※前の訳: { $n } left"
    edited(path, key="words.lobby.left", en="{ $n } left")
    assert came(matrix, path).count == 1
    assert rows(matrix)["words.lobby.left"].stale == ()


def test_a_spreadsheet_says_the_same_as_the_text(matrix: Translating, tmp_path: Path) -> None:
    text, book = exported(matrix, tmp_path / "w.csv"), tmp_path / "w.xlsx"
    exported(matrix, book)
    read = read_sheet(book.read_bytes(), name="w.xlsx")
    assert isinstance(read, Sheet)
    assert {row["key"]: dict(row) for row in read.rows} == text
    assert came(matrix, book).count == 0


# ---- back ------------------------------------------------------------------------------------------------------------
def test_translations_come_back_to_where_each_stands_with_comments_and_order(
    matrix: Translating, tmp_path: Path
) -> None:
    labels, procedure = matrix.forms / "labels" / "en.toml", matrix.forms / "procedures" / "P01.toml"
    labels.write_text("# 英語\n" + labels.read_text(encoding="utf-8"), encoding="utf-8")
    path = tmp_path / "w.csv"
    exported(matrix, path)
    for key, words in (
        ("item.case.kind.label", "Type"),
        ("codes.kind.取消", "withdrawal"),
        ("procedure.P01.name", "Dog registration"),
        ("procedure.P01.2024-04-01.reason", "because you keep a dog"),
        ("department.市民課", "Residents' Affairs"),
        ("words.lobby.left", "{ $n } more"),
    ):
        edited(path, key=key, en=words)
    taken = came(matrix, path)
    assert (taken.count, taken.issues) == (6, [])
    said = tomllib.loads(labels.read_text(encoding="utf-8"))
    assert labels.read_text(encoding="utf-8").startswith("# 英語\nconfidence")
    assert said["item"]["case.kind"]["label"] == "Type"
    assert said["text"]["犬を飼うため"] == "because you keep a dog"
    assert said["text"]["取消"] == "withdrawal"
    assert 'en = "Dog registration"' in procedure.read_text(encoding="utf-8")
    assert "# あと{ $n }件\nleft = { $n } more\n" in (matrix.words / "lobby" / "en.ftl").read_text(encoding="utf-8")
    assert read_forms(matrix.forms, cache=None).issues == ()
    assert rows(matrix)["department.市民課"].said["en"] == "Residents' Affairs"


def test_two_facts_that_share_their_japanese_may_say_something_else_each(matrix: Translating, tmp_path: Path) -> None:
    change(matrix.forms / "vocabulary.toml", 'label = "数"', 'label = "希望"')
    path = tmp_path / "w.csv"
    exported(matrix, path)
    edited(path, key="item.case.wish.label", en="wish")
    edited(path, key="item.case.count.label", en="how many wishes")
    assert came(matrix, path).issues == []
    said = rows(matrix)
    assert [said[f"item.case.{name}.label"].said["en"] for name in ("wish", "count")] == ["wish", "how many wishes"]


@pytest.mark.parametrize(
    ("key", "cells", "said"),
    [
        ("procedure.P01.name", {"ja_hash": "000000000000", "en": "Cat"}, "原文が変わったあと"),
        ("words.lobby.left", {"en": "many left"}, "値が、原文と違います"),
        ("procedure.P01.fee", {"en": "300 yen"}, "{city.…} の数が"),
        ("words.lobby.begin", {"zh": "开始"}, "このことばの行がありません"),
        ("words.lobby.begin", {"en": "Be\ngin"}, "数行のことば"),
        ("item.case.count.ask", {"en": "マイナンバー"}, "聞けません"),
        ("item.case.count.ask", {"en": "a\x00b"}, "使えない文字"),
    ],
)
def test_what_cannot_be_a_translation_changes_nothing_and_is_told_with_its_row(
    matrix: Translating, tmp_path: Path, key: str, cells: dict[str, str], said: str
) -> None:
    path = tmp_path / "w.csv"
    exported(matrix, path)
    edited(path, key=key, **cells)
    taken = came(matrix, path)
    assert taken.count == 0
    (issue,) = taken.issues
    assert said in issue.message
    assert issue.line > 1


def test_a_word_that_is_gone_is_told(matrix: Translating, tmp_path: Path) -> None:
    path = tmp_path / "w.csv"
    exported(matrix, path)
    edited(path, key="item.case.count.ask")
    change(matrix.forms / "vocabulary.toml", ', section = "all", ask = "いくつですか。"', "")
    assert any("いまはないことば" in issue.message for issue in came(matrix, path).issues)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "見出しの行がありません"),
        (b"a,b\r\n1,2\r\n", "見出しの行がありません"),
        (b"\xff\xfe\x00", "UTF-8 の CSV ではありません"),
        (b'key,ja_hash\r\n"a', "CSV として読めません"),
        (b"PK\x03\x04 no workbook", "XLSX として読めません"),
    ],
)
def test_what_is_no_matrix_is_refused_with_the_reason(
    matrix: Translating, tmp_path: Path, content: bytes, said: str
) -> None:
    path = tmp_path / "w.csv"
    path.write_bytes(content)
    found = matrix.take(path, dry=True)
    assert isinstance(found, Issue)
    assert said in found.message


def test_the_table_is_written_and_taken_at_the_command_line(
    kiosk: Kiosk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KIOSK_FORMS", str(tiny_forms(tmp_path / "forms")))
    path = tmp_path / "w.csv"
    assert "訳なし" in kiosk("words", "export", path).out
    edited(path, key="procedure.P01.name", en="Dogs")
    dry = kiosk("words", "import", path, "--dry-run")
    assert (dry.code, "変わる　procedures/P01.toml" in dry.out, "何も変えていません" in dry.out) == (0, True, True)
    assert kiosk("words", "import", path, "--json").document["taken"] == 1
    edited(path, key="procedure.P01.name", ja_hash="x", en="Cats")
    assert kiosk("words", "import", path).code == 1
    assert "この名前の下書きはありません" in kiosk("words", "export", path, "--draft", "none").err
    assert kiosk("words", "import", tmp_path / "none.csv").code == 1
