"""The words on the glass: what is looked up quickly is what Fluent would say, and nothing is ever left blank."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from fluent.runtime import FluentBundle, FluentResource

from kiosk.model.errors import Defect
from kiosk.words import Words

FOLDER = Path(__file__).resolve().parents[2] / "assets" / "words"
FILES = sorted(FOLDER.rglob("*.ftl"))
ODD = """\
# comment = not a sentence
plain = 手続を選ぶ
wide   =   両端の空白␣␣
hole = 送付待ち { $n }件・{$name}
twice = 一度目
twice = 二度目
several = 一行目
    二行目
spread =

    離れた行
-term = 窓口
uses-term = { -term }です
quoted = { "{" }かっこ
chosen = { $n ->
    [1] 一人
   *[other] { $n }人
  }
called = { NUMBER($n, minimumFractionDigits: 2) }
titled = 題
    .title = 説明
only-title =
    .title = 説明
refers = { plain }
broken = { $n
last = おわり""".replace("␣", " ")


def fluent(text: str, key: str, language: str, **values: str | int) -> str | None:
    """What Fluent itself says; None where it has nothing, or not without another value."""
    bundle = FluentBundle([language], use_isolating=False)
    bundle.add_resource(FluentResource(text))
    pattern = bundle.get_message(key).value if bundle.has_message(key) else None
    if pattern is None:
        return None
    said, errors = bundle.format_pattern(pattern, dict(values))
    return None if errors else str(said)


def ours(words: Words, key: str, **values: str | int) -> str | None:
    try:
        return words(key, **values)
    except Defect:
        return None


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
@pytest.mark.parametrize("number", [0, 7, 999, 1_000, 12_345])
def test_every_sentence_of_every_file_is_what_fluent_says(path: Path, number: int) -> None:
    text, language = path.read_text(encoding="utf-8"), path.stem.partition("-")[0]
    words = Words(text, language=language)
    bundle = FluentBundle([language], use_isolating=False)
    bundle.add_resource(FluentResource(text))
    names = set(re.findall(r"\$([a-zA-Z][\w-]*)", text))
    for key in words.keys:
        pattern = bundle.get_message(key).value
        assert pattern is not None
        for values in (dict.fromkeys(names, number), dict.fromkeys(names, "架空\u3000太郎")):
            assert words(key, **values) == bundle.format_pattern(pattern, values)[0], key


@pytest.mark.parametrize("key", [*re.findall(r"^([a-z-]+) *=", ODD, re.MULTILINE), "unknown", "term"])
@pytest.mark.parametrize("values", [{}, {"n": 1}, {"n": 4_000, "name": "花子"}, {"n": -3, "name": "花子"}])
def test_odd_sentences_are_what_fluent_says_or_a_defect(key: str, values: dict[str, str | int]) -> None:
    assert ours(Words(ODD), key, **values) == fluent(ODD, key, "ja", **values)


def test_windows_line_ends_are_no_part_of_a_sentence() -> None:
    assert Words("plain = 手続\r\nhole = { $n }件\r\n")("hole", n=2) == "2件"


def test_the_words_of_the_start_need_no_fluent() -> None:
    code = (
        "import sys; from pathlib import Path; from kiosk.words import Words;"
        f"Words.load(Path({str(FOLDER)!r}))('outbox-waiting', n=3, age='5分');"
        "sys.exit(any(name in sys.modules for name in ('fluent', 'fluent.runtime', 'pydantic', 'babel')))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_one_thing_has_one_name_wherever_people_read_it() -> None:
    root = FOLDER.parents[1]
    read = [*FILES, *root.glob("forms/**/*.toml"), *root.glob("kiosk/**/*.py")]
    spelt = [path.name for path in read if re.search(r"手続(（てつづ）)?き", path.read_text(encoding="utf-8"))]
    assert spelt == []  # 公用文: 手続
    clerk = (FOLDER / "ja.ftl").read_text(encoding="utf-8")
    assert [word for word in ("案件", "わけのとおり", "} 様") if word in clerk] == []  # 受付, 理由, さん
    revised = [line for line in clerk.splitlines() if line.startswith(("day-revised", "copy-revised", "notice-corr"))]
    assert [line for line in revised if "版" in line and "訂正（第{ $" not in line] == []
