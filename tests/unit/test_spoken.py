"""A desk says the words of its files while it can say all of them, otherwise the last ones that it could.

After sentences were added or changed, KIOSK_GOLDEN=write renews assets/words/given.txt.
"""

import os
import shutil
from pathlib import Path

import pytest

from kiosk.bootstrap.place import Place
from kiosk.bootstrap.spoken import GIVEN, spoken
from kiosk.bootstrap.verdict import verdict
from kiosk.bootstrap.word_files import word_issues, write_given
from kiosk.catalogue.files import Files
from kiosk.catalogue.layout import WORDS
from kiosk.model.base import Issue
from kiosk.model.errors import SiteError
from kiosk.model.languages import ANSWERS
from tests.edits import change
from tests.tiny_forms import tiny_forms
from tests.visits import ROOT

FOLDER = ROOT / "assets" / "words"


@pytest.fixture
def place(tmp_path: Path) -> Place:
    shutil.copytree(FOLDER, tmp_path / "assets" / "words")
    (tmp_path / "home").mkdir()
    return Place(forms=tiny_forms(tmp_path / "forms"), assets=tmp_path / "assets", home=tmp_path / "home")


def test_the_list_of_sentences_is_that_of_the_words() -> None:
    written = write_given(Files.read(FOLDER, WORDS).content)
    if os.environ.get("KIOSK_GOLDEN") == "write":
        (FOLDER / GIVEN).write_bytes(written)
    assert (FOLDER / GIVEN).read_bytes() == written


def test_every_file_of_words_is_compared_with_the_list() -> None:
    content = dict(Files.read(FOLDER, WORDS).content)
    assert {name for name in content if name != GIVEN} == {
        path.relative_to(FOLDER).as_posix() for path in FOLDER.rglob("*.ftl")
    }
    assert not list(word_issues(content, folder="words"))
    del content["guide/vi.ftl"]
    (gone,) = word_issues(content, folder="words")
    assert (gone.where, gone.message) == ("words/guide/vi.ftl", "ファイルがありません。")
    content["care/ja.ftl"] = b""
    assert any(issue.where.startswith("words/care/ja.ftl care-") for issue in word_issues(content, folder="words"))


@pytest.mark.parametrize("language", list(ANSWERS))
def test_every_language_is_said_as_it_stands_whatever_the_comments_above_its_sentences_name(
    place: Place, language: str
) -> None:
    assert spoken(place, language=language, room="lobby").wrong == ()


@pytest.mark.parametrize(
    ("file", "old", "new", "told"),
    [
        ("ja.ftl", "{ $files }", "{ $fiels }", "{ $fiels } という値は渡されません。（{ $files }）"),
        (
            "ja.ftl",
            "trouble-words = ",
            "trouble-wrods = ",
            "この名前のことばはありません。（「trouble-words」の書き間違いではありませんか",
        ),
        ("preentry/ja.ftl", "{ $n }", "{ $m }", "{ $m } という値は渡されません。"),
    ],
)
def test_also_a_japanese_sentence_is_held_to_what_the_program_says_it_with(
    place: Place, file: str, old: str, new: str, told: str
) -> None:
    change(place.assets / "words" / file, old, new)
    assert any(told in str(issue) and f"words/{file}" in issue.where for issue in verdict(place).issues)


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("ja.ftl", "trouble-words = ", "trouble-wrods = "),
        ("ja.ftl", "{ $files }", "{ $fiels }"),
        ("said/ja.ftl", "{ $", "{ $a"),
    ],
)
def test_with_words_that_cannot_be_said_a_desk_goes_on_with_its_last_ones(
    place: Place, file: str, old: str, new: str
) -> None:
    before = spoken(place)
    assert before.wrong == ()
    change(place.assets / "words" / file, old, new)
    after = spoken(place)
    assert after.wrong == (file,)
    assert after.words("trouble-words", files="ja.ftl") == before.words("trouble-words", files="ja.ftl")
    assert after.words.keys == before.words.keys


def test_a_file_in_another_encoding_is_not_said_either(place: Place) -> None:
    spoken(place, room="lobby")
    path = place.assets / "words" / "lobby" / "ja.ftl"
    path.write_bytes(path.read_text(encoding="utf-8").encode("cp932"))
    assert spoken(place, room="lobby").wrong == ("lobby/ja.ftl",)


def test_where_no_right_words_are_kept_the_desk_says_so_and_what_to_do(place: Place) -> None:
    change(place.assets / "words" / "ja.ftl", "trouble-words = ", "trouble-wrods = ")
    with pytest.raises(SiteError, match=r"words/ja\.ftl"):
        spoken(place)


def test_words_that_are_edited_and_right_are_said_and_kept_at_once(place: Place) -> None:
    spoken(place)
    change(place.assets / "words" / "ja.ftl", "画面のことばのファイル（{ $files }）", "ことば（{ $files }）")
    assert spoken(place).words("trouble-words", files="x").startswith("ことば（x）")
    change(place.assets / "words" / "ja.ftl", "trouble-words = ", "trouble-wrods = ")
    assert spoken(place).words("trouble-words", files="x").startswith("ことば（x）")


def told(**changed: bytes) -> list[Issue]:
    """What is wrong with a folder of two languages after a change of its Japanese."""
    ja, en = b"hello = { $name }\nbye = see you\n", b"# { $name }\nhello = hi { $name }\n# see you\nbye = bye\n"
    content = {"said/ja.ftl": ja, "said/en.ftl": en, "given.txt": b"said/hello name\nsaid/bye\n"} | {
        f"said/{name}.ftl": data for name, data in changed.items()
    }
    return [issue for issue in word_issues(content, folder="words") if issue.message != "ファイルがありません。"]


@pytest.mark.parametrize(
    ("japanese", "line", "message", "allowed"),
    [
        (b"hello = { $nom }\nbye = see you\n", 1, "{ $nom } という値は渡されません", "{ $name }"),
        (
            b"hello = { name }\nbye = see you\n",
            1,
            "{ name } ということばはありません。値なら $ を付けます",
            "{ $name }",
        ),
        (b"bye = see you\nhello = { $name\n", 2, "書き方が正しくありません", "名前 = ことば"),
        ("hello = 名\nbye = see you\n".encode("cp932"), 1, "UTF-8 ではありません", "UTF-8 で保存し直す"),
        ("hello = \u202e{ $name }\nbye = see you\n".encode(), 1, "U+202E", "消します"),
    ],
)
def test_one_mistake_in_the_japanese_is_told_there_alone(
    japanese: bytes, line: int, message: str, allowed: str
) -> None:
    assert not told()
    (found,) = told(ja=japanese)
    assert (found.where.partition(" ")[0], found.line) == ("words/said/ja.ftl", line)
    assert message in found.message
    assert allowed in found.allowed
