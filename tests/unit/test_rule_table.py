"""規則の表: conditions and what comes of them go out to a spreadsheet, are corrected, and come back into the files."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from kiosk.bootstrap.rule_table import RuleTable
from kiosk.designing.tables.rule_sheet import COLUMNS, Taken
from kiosk.designing.translating.table import Sheet, read_sheet, written_csv, written_xlsx
from tests.tiny_forms import tiny_forms

FILE = "procedures/P01.toml"


@pytest.fixture
def forms(tmp_path: Path) -> Path:
    return tiny_forms(tmp_path / "forms")


def out(forms: Path, name: str = "rules.csv") -> tuple[Path, list[dict[str, str]]]:
    file = forms.parent / name
    assert isinstance(RuleTable(forms, None).export(file, only=frozenset()), Sheet)
    came = read_sheet(file.read_bytes(), name=name, ours=COLUMNS)
    assert isinstance(came, Sheet)
    return file, [dict(row) for row in came.rows]


def back(forms: Path, rows: list[dict[str, str]], name: str = "rules.csv") -> Taken:
    file, sheet = forms.parent / name, Sheet(tuple(rows[0]), tuple(rows))
    file.write_bytes(written_xlsx(sheet) if name.endswith("xlsx") else written_csv(sheet))
    taken = RuleTable(forms, None).take(file, dry=False)
    assert isinstance(taken, Taken), taken
    return taken


def version(forms: Path) -> dict[str, Any]:
    found: dict[str, Any] = tomllib.loads((forms / FILE).read_text(encoding="utf-8"))["version"][0]
    return found


@pytest.mark.parametrize("name", ["rules.csv", "rules.xlsx"])
def test_a_condition_in_sentences_and_what_comes_of_it_are_taken_and_the_rest_stays(forms: Path, name: str) -> None:
    before = (forms / FILE).read_text(encoding="utf-8")
    _, rows = out(forms, name)
    assert back(forms, rows, name).count == 0
    assert (forms / FILE).read_text(encoding="utf-8") == before
    assert (rows[0]["key"], rows[0]["期限の数"], rows[0]["様式"]) == ("P01 2024-04-01 版", "14", "F01")
    rows[0] |= {"条件（文）": "「犬がいる」がはいである", "期限の数": "30", "任意": "はい", "係のメモ": "課長に確認"}
    new = {
        **dict.fromkeys(rows[0], ""),
        "key": "P01 2024-04-01 +",
        "条件（式）": "case.count > 3",
        "必要な理由": "多いため",
    }
    assert back(forms, [*rows, new], name).count == 4
    now = version(forms)
    assert (now["when"], now["deadline"]["count"], now["optional"]) == ("case.has_dog", 30, True)
    assert version(forms)["variant"] == [{"when": "case.count > 3", "reason": "多いため"}]
    assert "{city.fee_copy}円" in (forms / FILE).read_text(encoding="utf-8")
    _, again = out(forms, name)
    assert [row["key"] for row in again] == ["P01 2024-04-01 版", "P01 2024-04-01 1"]
    assert again[0]["係のメモ"] == "課長に確認"


def test_what_cannot_be_read_is_told_with_row_and_column_and_nothing_is_written(forms: Path) -> None:
    before = (forms / FILE).read_text(encoding="utf-8")
    _, rows = out(forms)
    first = {
        **rows[0],
        "期限の数": "十四",
        "任意": "たぶん",
        "条件（文）": "「猫がいる」がはいである",
        "案内": "新しい案内",
    }
    wrong = [{**rows[0], "key": key} for key in ("P99 2024-04-01 版", "P01 2020-01-01 版", "P01 2024-04-01 7", "x")]
    taken = back(forms, [first, *wrong, rows[0]])
    told = [(issue.line, issue.where.partition(" ")[2]) for issue in taken.issues]
    assert told == [
        *((2, column) for column in ("条件（文）", "期限の数", "任意")),
        *((line, "key") for line in (3, 4, 5, 6, 7)),
    ]
    assert all(issue.column for issue in taken.issues)
    for rule, said in (
        ("case.count > 1", "「犬がいる」がはいである"),
        ("case.cuont > 1", rows[0]["条件（文）"]),
        ("", ""),
    ):
        refused = back(forms, [{**rows[0], "条件（文）": said, "条件（式）": rule}]).issues
        assert [issue.where for issue in refused] == ["rules.csv 条件（式）"]
    assert (forms / FILE).read_text(encoding="utf-8") == before


def test_a_row_of_a_rule_that_changed_meanwhile_is_not_taken(forms: Path) -> None:
    _, rows = out(forms)
    text = (forms / FILE).read_text(encoding="utf-8")
    (forms / FILE).write_text(text.replace("count = 14", "count = 20"), encoding="utf-8")
    taken = back(forms, rows)
    assert (taken.count, len(taken.issues)) == (0, 1)
    assert "書き出した後に" in taken.issues[0].message
    assert version(forms)["deadline"]["count"] == 20
    file = forms.parent / "rules.csv"
    file.write_text("手続,条件\nP01,x\n", encoding="utf-8")
    assert "見出し" in str(RuleTable(forms, None).take(file, dry=True))
