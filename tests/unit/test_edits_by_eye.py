"""Edits that look right to the eye or name something that is not there: told once, with line, and never used."""

import os
import shutil
from pathlib import Path

import pytest

from tests.edits import change
from tests.tiny_forms import issues, tiny_forms

PROCEDURE, EVENT, FORM = "procedures/P01.toml", "events/ten.toml", "templates/F01/001/template.toml"
VOCABULARY, CITY = "vocabulary.toml", "municipality.toml"


@pytest.fixture
def forms(tmp_path: Path) -> Path:
    return tiny_forms(tmp_path / "forms")


EDITS = [
    # file, what stands there, what is written instead, what is told, what is allowed
    (PROCEDURE, "order = 10", 'order = 10\nafter = ["P02"]', "手続 P02 がありません", "P01"),
    (PROCEDURE, "order = 10", 'order = 10\nafter = ["P01"]', "輪になっています（P01）", "after から消します"),
    (PROCEDURE, "case.has_dog &&", "1 / 0 == 1 &&", "0 で割る式です", "0 でない数"),
    (PROCEDURE, "case.has_dog &&", "case.count % 00 == 1 &&", "0 で割る式です", "0 でない数"),
    (PROCEDURE, "case.has_dog &&", "case.has_dog && legal_aje(case.moved_on, today) > 3 &&", "legal_aje", "legal_age"),
    (PROCEDURE, "{city.fee_copy}", "{city.fee_copy", "括弧が閉じていません", "{city.…}"),
    (PROCEDURE, 'scope = "case"', 'scope = "case"  # \u200b', "U+200B", "消します"),
    (PROCEDURE, 'reason = "犬を', 'reason = "\u202e犬を', "U+202E", "消します"),
    (PROCEDURE, 'reason = "犬を', 'reason = "\0犬を', "U+0000", "消します"),
    (EVENT, 'procedures = ["P01"]', 'procedures = ["P01", "P01"]', "手続 P01 が2回あります", "1回"),
    (VOCABULARY, '"猫を飼う"]', '"猫を飼う", "猫を飼う"]', "「猫を飼う」が2回", "どちらか一つ"),
    (VOCABULARY, '"猫を飼う"]', '"猫を飼う", "ＡＢ", "ab"]', "「ab」が2回", "どちらか一つ"),
    (VOCABULARY, '"猫を飼う"]', '"猫を飼う "]', "前後に空白", "猫を飼う"),
]


@pytest.mark.parametrize(("file", "old", "new", "told", "allowed"), EDITS)
def test_an_edit_is_told_once_with_its_line_and_what_is_allowed(
    forms: Path, file: str, old: str, new: str, told: str, allowed: str
) -> None:
    change(forms / file, old, new)
    text = (forms / file).read_text(encoding="utf-8")
    line = text.count("\n", 0, text.index(new)) + 1
    (found,) = issues(forms)
    assert told in found.message
    assert allowed in found.allowed
    assert found.where.partition(" ")[0] == file
    assert line <= found.line <= line + new.count("\n")


def test_a_procedure_that_is_missing_is_told_where_it_is_named_and_its_words_are_not_missed_as_well(
    forms: Path,
) -> None:
    (forms / "labels").mkdir(exist_ok=True)
    change(forms / PROCEDURE, 'reason = "犬を飼うため"', 'reason = "犬がいるため"')
    (forms / "labels/en.toml").write_text('[text]\n"犬がいるため" = "Because of a dog"\n', encoding="utf-8")
    assert not issues(forms)
    (forms / PROCEDURE).unlink()
    assert not [issue for issue in issues(forms) if issue.where.startswith("labels/")]


def test_a_department_that_many_procedures_name_is_missed_once(forms: Path) -> None:
    text = (forms / PROCEDURE).read_text(encoding="utf-8")
    (forms / "procedures/P02.toml").write_text(text.replace('id = "P01"', 'id = "P02"'), encoding="utf-8")
    change(forms / EVENT, 'procedures = ["P01"]', 'procedures = ["P01", "P02"]')
    change(forms / CITY, '[[department]]\nname = "', '[[department]]\nname = "元')
    (found,) = [issue for issue in issues(forms) if "の [[department]] にありません" in issue.message]
    assert "procedures/P02.toml など、ほかに1か所" in found.message


def test_what_an_editor_keeps_beside_an_open_file_is_no_file_of_the_catalogue(forms: Path) -> None:
    (forms / "procedures/.#P01.toml").symlink_to("staff@machine.12:34")
    (forms / "procedures/._P01.toml").write_bytes(b"\0\5\x16\7")
    assert not issues(forms)


@pytest.mark.parametrize("name", ["procedures/p01.toml", "procedures/Ｐ01.toml", "templates/f01/001/template.toml"])
def test_a_name_that_differs_in_case_or_width_alone_is_told_as_that(forms: Path, name: str) -> None:
    if (forms / name).exists():
        pytest.skip("this disk takes both names for one")
    (forms / name).parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(forms / (PROCEDURE if "procedures" in name else FORM), forms / name)
    (found,) = issues(forms)
    assert "違うだけの名前です" in found.message
    assert found.allowed == "どちらか一つ"


def test_a_file_with_one_nul_is_not_taken_for_another_encoding(forms: Path) -> None:
    path = forms / PROCEDURE
    path.write_bytes(path.read_bytes() + b"# \0" + os.linesep.encode())
    (found,) = issues(forms)
    assert "U+0000" in found.message
    assert found.line == path.read_bytes().count(b"\n")
