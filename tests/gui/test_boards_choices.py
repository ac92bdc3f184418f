"""Choosing by large buttons: one, several, many on pages; a touch counts where the finger leaves the glass."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.ui.kit import Kit
from kiosk.ui.lobby.boards.choices import BigChoices, YesNo
from kiosk.ui.tokens import TextSize
from tests.gui.boards import LONG, RELATIONS, ROOMS, Shows, choices, key, press

MANY = tuple(f"国や地域の名前その{at}" for at in range(60))


def test_one_of_several_is_chosen_at_once_and_marked(kit: Kit, shown: Shows, qtbot: QtBot) -> None:
    board = shown(BigChoices(kit, choices(RELATIONS)))
    with qtbot.waitSignal(board.chosen) as said:  # type: ignore[attr-defined]  # a BigChoices
        press(board, "妻、未選択")
    assert said.args == ["c1"]
    assert key(board, "妻").isChecked()
    assert key(board, "妻").accessibleName() == "妻、選択済み"
    press(board, "子、未選択")
    assert not key(board, "妻").isChecked()


def test_any_of_several_are_put_in_the_order_of_the_choices(kit: Kit, shown: Shows) -> None:
    board = shown(BigChoices(kit, choices(LONG), several=True, now=("c2",)))
    heard: list[tuple[str, ...]] = []
    board.picked.connect(heard.append)  # type: ignore[attr-defined]  # a BigChoices
    press(board, LONG[0], LONG[3], LONG[2])
    assert heard == [("c0", "c2"), ("c0", "c2", "c3"), ("c0", "c3")]


def test_a_finger_that_slides_off_chooses_nothing(kit: Kit, shown: Shows) -> None:
    board = shown(BigChoices(kit, choices(RELATIONS)))
    target, heard = key(board, "夫"), list[str]()
    board.chosen.connect(heard.append)  # type: ignore[attr-defined]  # a BigChoices
    QTest.mousePress(target, Qt.MouseButton.LeftButton, pos=target.rect().center())
    QTest.mouseRelease(target, Qt.MouseButton.LeftButton, pos=QPoint(-30, -30))
    assert heard == []
    assert not target.isChecked()


@pytest.mark.parametrize("room", ROOMS)
@pytest.mark.parametrize("size", list(TextSize), ids=lambda size: size.name)
def test_every_choice_is_on_exactly_one_page(kit: Kit, shown: Shows, room: str, size: TextSize) -> None:
    kit.look.set(size=size)
    board = shown(BigChoices(kit, choices(MANY)), room)
    assert isinstance(board, BigChoices)
    seen: list[str] = []
    for _ in range(board.pages.pages):
        seen += [each.text() for each in board.pages.on_page]
        board.pages.turn(1)
    assert seen == list(MANY)


def test_what_was_chosen_on_another_page_stays_chosen(kit: Kit, shown: Shows) -> None:
    kit.look.set(size=TextSize.HUGE)
    board = shown(BigChoices(kit, choices(MANY), several=True))
    assert isinstance(board, BigChoices)
    first = board.pages.on_page[0].text()
    press(board, first, "次の一覧")
    press(board, board.pages.on_page[0].text())
    press(board, "前の一覧")
    assert key(board, first).isChecked()
    assert len(board.codes) == 2


def test_another_size_keeps_the_choices_and_what_is_chosen(kit: Kit, shown: Shows) -> None:
    board = shown(BigChoices(kit, choices(RELATIONS), now=("c3",)))
    kit.look.set(size=TextSize.HUGE)
    board.lay()
    assert key(board, "長男").isChecked()


def test_labels_of_one_letter_are_as_large_as_the_others(kit: Kit, shown: Shows) -> None:
    board = shown(BigChoices(kit, choices(RELATIONS)))
    assert key(board, "夫").lettering().px == key(board, "配偶者の父母").lettering().px


def test_yes_and_no_answer_with_a_truth(kit: Kit, shown: Shows, qtbot: QtBot) -> None:
    board = shown(YesNo(kit, now=True))
    assert key(board, "はい").isChecked()
    with qtbot.waitSignal(board.answered) as said:  # type: ignore[attr-defined]  # a YesNo
        press(board, "いいえ、未選択")
    assert said.args == [False]


def test_arrows_and_enter_choose_without_a_finger(kit: Kit, shown: Shows, qtbot: QtBot) -> None:
    board = shown(YesNo(kit))
    board.first().setFocus()
    QTest.keyClick(board.first(), Qt.Key.Key_Down)
    assert key(board, "いいえ").hasFocus()
    with qtbot.waitSignal(board.answered) as said:  # type: ignore[attr-defined]  # a YesNo
        QTest.keyClick(key(board, "いいえ"), Qt.Key.Key_Return)
    assert said.args == [False]
