"""The table of occasions and procedures: every cell is there, has a reason, and agrees with the events."""

import json
import shutil
from pathlib import Path

import pytest

from kiosk.catalogue.matrix import Mark, read_matrix
from tests.commands import run
from tests.edits import change
from tests.visits import FORMS, book, catalogue, read


@pytest.fixture
def forms(tmp_path: Path) -> Path:
    """A copy of the office's folder in which a test may make mistakes."""
    return Path(shutil.copytree(FORMS, tmp_path / "forms"))


def found(forms: Path) -> list[str]:
    return [str(issue) for issue in read(forms).issues]


def test_every_procedure_has_a_cell_with_a_reason_for_every_occasion() -> None:
    matrix = read_matrix(catalogue().files, [])
    assert set(matrix) == {(procedure, event) for procedure in book().procedures for event in book().events}
    assert all(cell.why for _, cell in matrix.values())


def test_the_marks_of_a_column_are_what_the_event_lists() -> None:
    matrix = read_matrix(catalogue().files, [])
    for event in book().events.values():
        assert {name for (name, on), (_, cell) in matrix.items() if on == event.id and cell.mark.listed} == set(
            event.procedures
        )
    assert not Mark.EX_OFFICIO.listed


@pytest.mark.parametrize(
    ("file", "old", "new", "names"),
    [
        ("events/shibo.toml", '"P61", ', "", ("matrix.toml", "P61", "shibo", "は手続にありません")),
        ("events/setai.toml", '"P40"]', '"P40", "P72"]', ("matrix.toml", "P72", "setai", "の手続にあります")),
        ("matrix.toml", 'on = ["konin"]\nmark = "●"', 'on = []\nmark = "●"', ("matrix.toml", "konin", "P82")),
        ("matrix.toml", 'on = ["konin"]\nmark = "●"', 'on = ["konim"]\nmark = "●"', ("matrix.toml", "konim", "konin")),
        ("matrix.toml", "[[P91]]", "[[P99]]", ("matrix.toml", "P99", "がありません")),
        ("matrix.toml", 'mark = "●"', 'mark = "◎"', ("matrix.toml", "P01", "mark", "使えない値")),
        ("matrix.toml", 'on = ["konin"]\nmark = "●"', 'on = ["konin", "rikon"]\nmark = "●"', ("rikon", "もう書かれて")),
        ("matrix.toml", 'why = "届け出た日から効力がある"\n', "", ("matrix.toml", "P82", "why")),
    ],
)
def test_a_cell_that_is_missing_or_says_otherwise_is_named(
    forms: Path, file: str, old: str, new: str, names: tuple[str, ...]
) -> None:
    change(forms / file, old, new)
    issues = found(forms)
    assert any(all(name in issue for name in names) for issue in issues), issues


def test_what_is_wrong_elsewhere_is_not_told_again_for_every_cell(forms: Path) -> None:
    change(forms / "procedures" / "P70.toml", 'name = "犬の登録変更"', "name = ")
    assert not any("matrix" in issue for issue in found(forms))


def test_the_command_shows_the_table_and_the_reasons_of_a_row_or_a_column() -> None:
    table = run("rules", "matrix").stdout
    assert all(procedure in table for procedure in book().procedures)
    assert "転入届とあわせて申請できる案内" in run("rules", "matrix", "--procedure", "P33").stdout
    cells = json.loads(run("rules", "matrix", "--event", "shibo", "--json").stdout)
    assert {cell["procedure"] for cell in cells} == set(book().procedures)
    assert all(cell["why"] for cell in cells)


@pytest.mark.parametrize(
    ("option", "wrong", "known"), [("--procedure", "P99", "P9"), ("--event", "hikkoshi", "tennyu")]
)
def test_the_command_refuses_what_is_no_procedure_and_no_occasion(option: str, wrong: str, known: str) -> None:
    ended = run("rules", "matrix", option, wrong)
    assert ended.exit_code == 1
    assert known in ended.output + ended.stderr
