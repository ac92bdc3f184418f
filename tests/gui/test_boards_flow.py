"""Answers to check: each is there once and seen whole, those of a person together, the fewest pages first."""

import pytest
from pytestqt.qtbot import QtBot

from kiosk.ui.kit import Kit
from kiosk.ui.lobby.boards.answer_key import AnswerKey
from kiosk.ui.lobby.boards.flow import Answer, Flow
from kiosk.ui.lobby.boards.key import GAP, LEAST
from kiosk.ui.tokens import TextSize
from tests.gui.lobby import near

WISHES = Answer("今日の希望", "印鑑登録、住民票の写し、水道の使用開始、署名用電子証明書の再発行")
CASE = tuple(Answer(f"質問{number}", f"答え{number}") for number in range(12))


def person(name: str, answers: int = 6) -> tuple[Answer, ...]:
    rest = (Answer(f"ことがら{at}", f"{name}の答え{at}", f"{name}・ことがら{at}") for at in range(answers))
    return (Answer("氏名", name, f"{name}・氏名"), *rest)


FAMILY = ((*CASE, WISHES), person("架空　太郎"), person("架空　花子"), person("架空　一郎"))


def flow(kit: Kit, qtbot: QtBot, *groups: tuple[Answer, ...], wide: int = 1232, high: int = 511) -> Flow:
    board, said = Flow(kit), [answer.said for group in groups for answer in group]
    qtbot.addWidget(board)
    board.resize(wide, high)
    board.offer(groups, lambda at, label: AnswerKey(kit, label, said[at], name=said[at]))
    board.show()
    return board


def pages(board: Flow) -> list[list[str]]:
    """The words of every page."""
    found = []
    for _ in range(board.pages):
        found.append([key.text() for key in board.on_page])
        board.turn(1)
    return found


def test_every_answer_is_there_once_and_in_order(kit: Kit, qtbot: QtBot) -> None:
    seen = [words.partition("\n")[2] for page in pages(flow(kit, qtbot, *FAMILY, high=240)) for words in page]
    assert seen == [answer.said for group in FAMILY for answer in group]


@pytest.mark.parametrize(("high", "pages", "side_by_side"), [(680, 1, 8), (800, 1, 4), (400, 2, 8), (600, 2, 3)])
def test_few_pages_go_before_columns_of_one_width(
    kit: Kit, qtbot: QtBot, high: int, pages: int, side_by_side: int
) -> None:
    board = flow(kit, qtbot, *FAMILY, high=high)
    assert (board.pages, max(len(line) for line in board.groups())) == (pages, side_by_side)


def test_few_answers_stand_in_one_column(kit: Kit, qtbot: QtBot) -> None:
    board = flow(kit, qtbot, CASE[:3])
    assert [len(line) for line in board.groups()] == [1, 1, 1]
    assert {key.width() for key in board.on_page} == {1232}


def test_a_person_is_named_once_where_all_of_them_is_on_one_page(kit: Kit, qtbot: QtBot) -> None:
    board = flow(kit, qtbot, CASE, person("架空　太郎"), person("架空　花子"), high=240)
    apart = [page for page in pages(board) if any("花子" in words for words in page)]
    assert len(apart) == 1
    assert "ことがら0\n架空　花子の答え0" in apart[0]


def test_a_person_with_more_than_a_page_is_named_with_each_answer(kit: Kit, qtbot: QtBot) -> None:
    board = flow(kit, qtbot, person("架空　太郎", 40), wide=600, high=240)
    assert board.pages > 1
    assert all(words.startswith("架空　太郎・") for page in pages(board) for words in page)


@pytest.mark.parametrize("size", list(TextSize), ids=lambda size: size.name)
def test_each_is_seen_whole_and_large_enough_and_near_no_other(kit: Kit, qtbot: QtBot, size: TextSize) -> None:
    kit.look.set(size=size)
    for wide, high in ((1232, 240), (1032, 1631)):
        board = flow(kit, qtbot, *FAMILY, wide=wide, high=high)
        for _ in range(board.pages):
            places = [key.geometry() for key in board.on_page]
            assert not [one for at, one in enumerate(places) for two in places[at + 1 :] if near(one, two, GAP)]
            assert all(board.rect().contains(place) and place.height() >= LEAST for place in places)
            assert all(key.whole for key in board.on_page)
            board.turn(1)


def test_another_size_of_the_glass_keeps_the_first_one_in_sight(kit: Kit, qtbot: QtBot) -> None:
    board = flow(kit, qtbot, *FAMILY, high=240)
    board.turn(1)
    first = board.on_page[0].text().partition("\n")[2]
    board.resize(700, 420)
    assert first in [key.text().partition("\n")[2] for key in board.on_page]


def test_nothing_to_check_is_an_empty_page(kit: Kit, qtbot: QtBot) -> None:
    board = flow(kit, qtbot)
    assert (board.pages, board.on_page, board.groups()) == (1, [], [])
