"""Words are read as Fluent reads them, also where a file is broken in the middle."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.bootstrap.word_entries import entries, fluent_entries
from tests.visits import ROOT

FILES = sorted((ROOT / "assets" / "words").rglob("*.ftl"))
LINES = [
    "call = ようこそ",
    "call = { $number } 番の方",
    "call={$number}番",
    "call-2_b = 半\u3000角 ",
    "late = [窓口] { $a }{ $b }",
    "late = #3",
    'late = {"x"}',
    "late = { call }",
    "long = { $a ->",
    "long =",
    "    つづき",
    "    { $a ->",
    "        [one] 一",
    "       *[other] 他",
    "    }",
    "}",
    "*[other] 他",
    "  .short = 短く",
    ".short = 短く",
    "# { $number } 番の方",
    "# call = ようこそ",
    "#",
    "#call",
    "## 窓口",
    "### 全部",
    "-term = 市役所",
    "call = ",
    "call",
    "call = {",
    "call = }",
    "late = { $a",
    "late = {$a b}",
    "late = a } b",
    "_x = 下線",
    "2nd = 二番",
    "é = e",
    "call = \tタブ",
    "call = a\rb",
    "call = 一\u2028二",
    "\u3000全角",
    "\t",
    "  ",
    "",
    "",
]


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT / "assets" / "words")))
def test_what_ships_is_read_as_fluent_reads_it(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert list(entries(text)) == list(fluent_entries(text))


@given(st.lists(st.sampled_from(LINES), max_size=9), st.sampled_from(["", "\n"]))
def test_a_file_of_any_lines_is_read_as_fluent_reads_it(lines: list[str], end: str) -> None:
    text = "\n".join(lines) + end
    assert list(entries(text)) == list(fluent_entries(text))


def test_a_sentence_has_the_line_of_the_note_above_it_and_its_values() -> None:
    (first, second) = entries("\n## 待合\n\n# 呼出し\n# 二度目\ncall = { $number } 番の方\n\nlate = 遅れ\n")
    assert (first[0], first[1].line, sorted(first[1].takes)) == ("call", 4, ["number"])
    assert first[1].of == "呼出し\n二度目"
    assert (second[0], second[1].line, second[1].said) == ("late", 8, "遅れ")
