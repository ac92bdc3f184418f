"""Writing names with a finger: kana, their marks, their kanji - and with a keyboard, where there is one."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.ui.kit import Kit
from kiosk.ui.lobby.boards.kana_board import KanaBoard
from kiosk.ui.lobby.boards.kanji_choice import KanjiChoice
from kiosk.ui.lobby.boards.layouts import Sheet, turned
from kiosk.ui.lobby.boards.word_writer import WordWriter
from tests.gui.boards import READINGS, Shows, key, press, touch

NAME = "氏名"


def test_a_name_is_written_kana_by_kana_with_its_marks(kit: Kit, shown: Shows) -> None:
    board = shown(KanaBoard(kit, name=NAME))
    heard: list[str] = []
    board.changed.connect(heard.append)
    press(board, "か", "゛", "つ", "小", "こ", "う", "空白", "は", "゜", "る")
    assert board.text == "がっこう\u3000ぱる"
    assert heard[:2] == ["か", "が"]


def test_taking_back_goes_letter_by_letter_as_people_count_them(kit: Kit, shown: Shows) -> None:
    board = shown(KanaBoard(kit, name=NAME))
    board.set_text("山\U000e0100葛\U000e0100")
    press(board, "1字消す")
    assert board.text == "山\U000e0100"
    press(board, "全部消す")
    assert board.text == ""
    press(board, "1字消す", "゛")
    assert board.text == ""


def test_a_finger_that_slides_off_a_key_writes_nothing(kit: Kit, shown: Shows) -> None:
    board = shown(KanaBoard(kit, name=NAME))
    letter = key(board, "あ")
    outside = QPoint(letter.width() + 40, letter.height() // 2)
    QTest.mousePress(letter, Qt.MouseButton.LeftButton, pos=letter.rect().center())
    assert board.text == ""
    QTest.mouseMove(letter, outside)
    QTest.mouseRelease(letter, Qt.MouseButton.LeftButton, pos=outside)
    assert board.text == ""
    touch(letter)
    assert board.text == "あ"


@pytest.mark.parametrize(
    ("letter", "turn", "expected"),
    [
        ("か", "゛", "が"),
        ("が", "゛", "か"),
        ("は", "゜", "ぱ"),
        ("ば", "゜", "ぱ"),
        ("ぱ", "゛", "ば"),
        ("や", "小", "ゃ"),
        ("っ", "小", "つ"),
        ("ウ", "゛", "ヴ"),
        ("ツ", "小", "ッ"),
        ("ん", "゛", "ん"),
        ("A", "゛", "A"),
        ("ー", "小", "ー"),
    ],
)
def test_a_mark_turns_the_last_kana_and_nothing_else(letter: str, turn: str, expected: str) -> None:
    assert turned(letter, turn) == expected


def test_the_columns_begin_at_the_right_and_turn_round(kit: Kit, shown: Shows) -> None:
    board = shown(KanaBoard(kit, name=NAME))
    assert key(board, "あ").x() > key(board, "わ").x()
    press(board, "左から")
    assert key(board, "あ").x() < key(board, "わ").x()
    press(board, "右から", "あ")
    assert board.text == "あ"


def test_the_other_sides_write_katakana_latin_letters_digits_and_signs(kit: Kit, shown: Shows) -> None:
    board = shown(KanaBoard(kit, name=NAME))
    press(board, "カナ", "ハ", "゜", "英字", "A", "小文字", "b", "数字", "7", "記号", "々")
    assert board.text == "パAb7々"
    assert not key(board, "記号").isHidden()
    assert key(board, "記号").isChecked()


def test_a_keyboard_writes_into_the_board_and_enter_is_done(kit: Kit, shown: Shows, qtbot: QtBot) -> None:
    board = shown(KanaBoard(kit, name=NAME))
    board.first().setFocus()
    QTest.keyClicks(board.first(), "Lin Sample")
    QTest.keyClick(board.first(), Qt.Key.Key_Backspace)
    assert board.text == "Lin Sampl"
    with qtbot.waitSignal(board.done):
        QTest.keyClick(board.first(), Qt.Key.Key_Return)


def test_arrows_walk_the_keys_space_presses_and_enter_is_still_done(kit: Kit, shown: Shows, qtbot: QtBot) -> None:
    board = shown(KanaBoard(kit, name=NAME))
    key(board, "う").setFocus()
    QTest.keyClick(key(board, "う"), Qt.Key.Key_Left)
    QTest.keyClick(key(board, "く"), Qt.Key.Key_Space)
    QTest.keyClick(key(board, "く"), Qt.Key.Key_Down)
    assert key(board, "け").hasFocus()
    with qtbot.waitSignal(board.done):
        QTest.keyClick(key(board, "け"), Qt.Key.Key_Return)
    assert board.text == "く"


# ---- kanji ------------------------------------------------------------------------------------------------------
def choice(kit: Kit, shown: Shows, reading: str) -> KanjiChoice:
    board = shown(KanjiChoice(kit, READINGS, name=NAME))
    assert isinstance(board, KanjiChoice)
    board.ask(reading)
    return board


def test_family_and_given_name_are_chosen_one_after_the_other(kit: Kit, shown: Shows) -> None:
    board = choice(kit, shown, "わたなべ\u3000けいこ")
    press(board, "渡邉")
    assert (board.text, board.open) == ("渡邉\u3000", "けいこ")
    press(board, "恵子")
    assert (board.text, board.open) == ("渡邉\u3000恵子", "")


def test_what_was_chosen_last_is_taken_back_with_its_reading(kit: Kit, shown: Shows) -> None:
    board = choice(kit, shown, "わたなべ\u3000けいこ")
    press(board, "渡辺", "1つ戻す")
    assert (board.text, board.open) == ("", "わたなべ\u3000けいこ")
    press(board, "渡部")
    assert board.text == "渡部\u3000"


def test_a_rare_reading_is_written_by_its_parts(kit: Kit, shown: Shows) -> None:
    board = choice(kit, shown, "みつば")
    press(board, "満")
    assert (board.text, board.open) == ("満", "ば")
    board = choice(kit, shown, "かくう\u3000たろう")
    press(board, "架空", "太郎")
    assert board.text == "架空\u3000太郎"


def find(board: KanjiChoice, text: str) -> None:
    """Turn the pages until it is there, and touch it."""
    for _ in range(board.offers.pages):
        if any(each.text() == text for each in board.offers.on_page):
            press(board, text)
            return
        press(board, "次の一覧")
    raise AssertionError(text)


def test_letter_by_letter_every_page_is_letters_and_the_pages_go_round(kit: Kit, shown: Shows) -> None:
    board = choice(kit, shown, "こう")
    press(board, "1字ずつ")
    assert {len(each.text()) for each in board.offers.on_page} == {1}
    pages = board.offers.pages
    assert pages > 3
    for _ in range(pages):
        press(board, "次の一覧")
    assert board.offers.page == 0
    find(board, "髙")
    assert (board.text, board.open) == ("髙", "")


def test_a_letter_is_given_its_other_shape_and_keeps_its_selector(kit: Kit, shown: Shows) -> None:
    board = choice(kit, shown, "くず")
    find(board, "葛")
    press(board, "字の形")
    find(board, "葛\U000e0100")
    assert board.text == "葛\U000e0100"
    press(board, "1つ戻す")
    assert board.text == "葛"


def test_shapes_of_a_letter_are_drawn_larger_than_words_are(kit: Kit, shown: Shows) -> None:
    board = choice(kit, shown, "くず")
    words = board.offers.on_page[0].lettering().px
    find(board, "葛")
    press(board, "字の形")
    assert key(board, "葛\U000e0100").lettering().px > words


def test_kana_names_stay_kana(kit: Kit, shown: Shows) -> None:
    board = choice(kit, shown, "カクウ\u3000サクラ")
    press(board, "架空", "ひらがな")
    assert board.text == "架空\u3000さくら"
    press(board, "1つ戻す", "カタカナ")
    assert board.text == "架空\u3000サクラ"


def test_a_letter_that_is_not_there_is_said(kit: Kit, shown: Shows, qtbot: QtBot) -> None:
    board = choice(kit, shown, "かくう")
    with qtbot.waitSignal(board.absent):
        press(board, "ここにない")


def test_the_writer_goes_from_the_reading_to_the_kanji_and_back_for_another_reading(kit: Kit, shown: Shows) -> None:
    board = shown(WordWriter(kit, READINGS, name=NAME))
    assert isinstance(board, WordWriter)
    press(board, "あ", "か", "り", "漢字")
    assert not board.reading
    press(board, "別の読み", "全部消す", "と", "う", "漢字")
    find(board.choice, "灯")
    press(board, "別の読み", "り", "漢字")
    find(board.choice, "里")
    assert board.text == "灯里"


def test_the_writer_takes_letters_and_digits_as_they_are_between_kanji(kit: Kit, shown: Shows) -> None:
    board = shown(WordWriter(kit, READINGS, name="建物", kinds=("place",)))
    heard: list[str] = []
    board.changed.connect(heard.append)
    press(board, "カナ", "コ", "ー", "ホ", "゜", "そのまま", "数字", "2", "0", "1", "そのまま")
    assert board.text == "コーポ201"
    assert heard == ["コーポ", "コーポ201"]
    press(board, "1字消す")
    assert board.text == "コーポ20"
    press(board, "全部消す")
    assert board.text == ""


def test_a_reading_that_is_known_goes_straight_to_the_kanji(kit: Kit, shown: Shows) -> None:
    board = shown(WordWriter(kit, READINGS, name=NAME))
    assert isinstance(board, WordWriter)
    board.begin("カサイ\u3000アオイ")
    press(board, "葛西", "葵")
    assert board.text == "葛西\u3000葵"


def test_a_board_of_two_sides_has_only_those(kit: Kit, shown: Shows) -> None:
    board = shown(KanaBoard(kit, name=NAME, sheets=(Sheet.KANA, Sheet.DIGITS)))
    assert isinstance(board, KanaBoard)
    assert [*board.tabs] == [Sheet.KANA, Sheet.DIGITS]


# ---- the reading -----------------------------------------------------------------------------------------------------
def test_the_reading_from_which_a_name_was_written_is_known(kit: Kit, shown: Shows) -> None:
    writer = WordWriter(kit, READINGS, name=NAME)
    shown(writer)
    press(writer, "み", "ほ", "ん", "空白", "は", "な", "漢字")
    assert writer.heard == ""
    press(writer, "見本", "花")
    assert (writer.text, writer.heard) == ("見本\u3000花", "みほん\u3000はな")


def test_a_name_that_was_found_under_another_reading_has_none(kit: Kit, shown: Shows) -> None:
    writer = WordWriter(kit, READINGS, name=NAME)
    shown(writer)
    press(writer, "み", "ほ", "ん", "空白", "は", "な", "漢字", "見本", "別の読み", "全部消す", "か", "漢字", "火")
    assert (writer.text, writer.heard) == ("見本\u3000火", "")


def test_letters_that_no_kana_read_have_no_reading(kit: Kit, shown: Shows) -> None:
    writer = WordWriter(kit, READINGS, name=NAME)
    shown(writer)
    press(writer, "英字", "A", "N", "そのまま")
    assert (writer.text, writer.heard) == ("AN", "")
