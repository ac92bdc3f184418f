"""Every input board in every size, geometry and language: named, large enough, apart, uncut; order and switches."""

import re
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kiosk.ui.kit import Kit
from kiosk.ui.lobby.boards.board import Board
from kiosk.ui.tokens import PALETTES, Palette, TextSize, Theme, contrast
from tests.gui.boards import ASSETS, BOARDS, ROOMS, Hall, Shows, faults, make_kit, targets

LANGUAGES = ("ja-easy", "en", "zh", "ko", "vi", "pt")


def audit(kit: Kit, room: str, qtbot: QtBot) -> list[str]:
    found = []
    for name, make in BOARDS.items():
        hall = Hall(make(kit), ROOMS[room])
        with qtbot.waitExposed(hall):
            hall.show()
        found += [f"{name}: {fault}" for fault in faults(kit, hall.board)]
        if hall.board.width() > ROOMS[room].width() or hall.board.height() > ROOMS[room].height():
            found.append(f"{name} wants {hall.board.size()}")
        delete(hall)
    return found


def delete(hall: QWidget) -> None:
    import shiboken6

    shiboken6.delete(hall)


@pytest.mark.parametrize("size", list(TextSize), ids=lambda size: size.name)
@pytest.mark.parametrize("room", ROOMS)
def test_every_target_is_named_large_enough_apart_and_uncut(kit: Kit, qtbot: QtBot, room: str, size: TextSize) -> None:
    kit.look.set(size=size)
    assert audit(kit, room, qtbot) == []


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("room", ["1280x800", "1080x1920"])
def test_no_language_is_cut_at_the_largest_size(qtbot: QtBot, room: str, language: str) -> None:
    kit = make_kit(language)
    kit.look.set(size=TextSize.HUGE)
    assert audit(kit, room, qtbot) == []


@pytest.mark.parametrize("palette", PALETTES.values(), ids=[theme.value for theme in PALETTES])
def test_words_on_keys_have_the_contrast_of_the_terminal(palette: Palette) -> None:
    least = 7 if palette is PALETTES[Theme.STANDARD] else 10
    for ground in (palette.page, palette.panel, palette.selected):
        assert contrast(palette.text, ground) >= least
        assert contrast(palette.primary, ground) >= least


@pytest.mark.parametrize("theme", list(Theme), ids=lambda theme: theme.value)
@pytest.mark.parametrize("name", ["kana-kana", "date", "choices"])
def test_a_board_is_painted_in_the_colours_of_the_theme(kit: Kit, shown: Shows, theme: Theme, name: str) -> None:
    kit.look.set(theme=theme)
    board = shown(BOARDS[name](kit))
    picture = board.grab().toImage()
    colours = {
        picture.pixelColor(x, y).name() for x in range(0, picture.width(), 3) for y in range(0, picture.height(), 3)
    }
    palette = PALETTES[theme]
    assert {palette.text, palette.page} <= colours
    if theme is not Theme.STANDARD:
        assert PALETTES[Theme.STANDARD].selected not in colours


@pytest.mark.parametrize("name", BOARDS)
def test_switches_reach_every_target_row_by_row(kit: Kit, shown: Shows, name: str) -> None:
    board = shown(BOARDS[name](kit))
    groups = board.groups()
    assert all(groups)
    reached = [widget for group in groups for widget in group if widget.isVisible()]
    assert set(targets(board)) <= {*reached}
    assert len(reached) == len(set(reached))


@pytest.mark.parametrize("name", ["kana-kana", "kanji", "date", "lot", "choices-many", "postal-towns"])
def test_tab_reaches_every_target(kit: Kit, shown: Shows, qtbot: QtBot, name: str) -> None:
    board = shown(BOARDS[name](kit))
    board.first().setFocus()
    reached = set[QWidget]()
    for _ in range(200):
        focus = board.window().focusWidget()
        if focus in reached or focus is None:
            break
        reached.add(focus)
        board.focusNextChild()
    assert set(targets(board)) <= reached


@pytest.mark.parametrize("name", BOARDS)
def test_a_wiped_board_holds_nothing_of_what_was_written(kit: Kit, shown: Shows, qtbot: QtBot, name: str) -> None:
    board = shown(BOARDS[name](kit))
    if name.startswith("choices"):
        board.wipe()
        assert targets(board) == []
        return
    board.type("1")
    board.wipe()
    qtbot.wait(0)  # what was thrown away is deleted
    assert board.text == ""
    assert (
        held(board)
        & {"かくう", "わたなべ", "渡辺", "葛西", "緑ケ丘一丁目", "1丁目2番3号", "55年", "12月", "〒000-0000"}
        == set()
    )


def held(board: Board) -> set[str]:
    """Every text that a part of the board still shows or says."""
    parts = [board, *board.findChildren(QWidget)]
    said = {each.accessibleName() for each in parts} | {each.accessibleDescription() for each in parts}
    shows = {
        str(text() if callable(text) else text) for each in parts if (text := getattr(each, "text", None)) is not None
    }
    return {word for text in said | shows for word in re.split(r"[\s（）()]", text)}


def test_every_language_has_every_word_of_the_boards_and_names_what_it_was_made_from() -> None:
    japanese = entries(ASSETS / "words" / "lobby" / "ja.ftl")
    for language in LANGUAGES:
        text = (ASSETS / "words" / "lobby" / f"{language}.ftl").read_text(encoding="utf-8")
        assert entries(ASSETS / "words" / "lobby" / f"{language}.ftl").keys() == japanese.keys(), language
        for key, sentence in japanese.items():
            assert f"# {sentence}\n{key} = " in text, (language, key)


def entries(path: Path) -> dict[str, str]:
    found = re.findall(r"^(board-[\w-]+) = (.*)$", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return dict(found)
