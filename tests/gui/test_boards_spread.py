"""Texts of different lengths in columns: each is seen whole, in order, and a long one takes the columns it needs."""

import pytest
from pytestqt.qtbot import QtBot

from kiosk.ui.kit import Kit
from kiosk.ui.lobby.boards.key import Key
from kiosk.ui.lobby.boards.spread import Spread
from kiosk.ui.tokens import Level, TextSize

SHORT = tuple(f"質問{number}\n答え{number}" for number in range(20))
LONG = "今日の希望\n印鑑登録、住民票の写し、水道の使用開始、署名用電子証明書の再発行"


def spread(kit: Kit, qtbot: QtBot, texts: tuple[str, ...], *, wide: int = 1232, high: int = 511) -> Spread:
    board = Spread(kit, columns=4, level=Level.DENSE)
    qtbot.addWidget(board)
    board.resize(wide, high)
    board.offer(texts, lambda at: Key(kit, texts[at]))
    board.show()
    return board


def read(board: Spread) -> list[str]:
    """Everything, page after page."""
    found = []
    for _ in range(board.pages):
        found += [key.text() for key in board.on_page]
        board.turn(1)
    return found


@pytest.mark.parametrize("at", [0, 5, 19])
def test_everything_is_there_once_and_in_order(kit: Kit, qtbot: QtBot, at: int) -> None:
    texts = (*SHORT[:at], LONG, *SHORT[at:])
    assert read(spread(kit, qtbot, texts)) == list(texts)


def test_a_long_text_takes_more_columns_and_the_others_keep_theirs(kit: Kit, qtbot: QtBot) -> None:
    board = spread(kit, qtbot, (LONG, *SHORT), high=900)
    long, *short = board.on_page
    assert long.span > 1
    assert {key.span for key in short} == {1}
    assert long.width() > 2 * short[0].width() - 1
    assert all(key.whole for key in board.on_page)


@pytest.mark.parametrize("size", list(TextSize), ids=lambda size: size.name)
@pytest.mark.parametrize("high", [240, 511, 1631])
def test_no_two_of_them_lie_over_each_other(kit: Kit, qtbot: QtBot, size: TextSize, high: int) -> None:
    kit.look.set(size=size)
    board = spread(kit, qtbot, (*SHORT[:3], LONG, *SHORT[3:]), high=high)
    for _ in range(board.pages):
        places = [key.geometry() for key in board.on_page]
        assert not [one for at, one in enumerate(places) for two in places[at + 1 :] if one.intersects(two)]
        assert all(board.grid.rect().contains(place) for place in places)
        board.turn(1)


def test_another_size_of_the_glass_keeps_the_first_one_in_sight(kit: Kit, qtbot: QtBot) -> None:
    board = spread(kit, qtbot, SHORT, high=300)
    board.turn(1)
    first = board.on_page[0].text()
    board.resize(700, 420)
    assert first in [key.text() for key in board.on_page]


def test_nothing_to_choose_from_is_an_empty_page(kit: Kit, qtbot: QtBot) -> None:
    board = spread(kit, qtbot, ())
    assert (board.pages, board.on_page, board.groups()) == (1, [], [])
