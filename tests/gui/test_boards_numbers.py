"""Dates, numbers and addresses with a finger, and what the visit reads from them."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.model.address import Address
from kiosk.model.message import Refused
from kiosk.model.numbers import parse_phone
from kiosk.model.said_dates import parse_date
from kiosk.model.wareki import calendar_day
from kiosk.ui.kit import Kit
from kiosk.ui.lobby.boards.address_entry import AddressEntry, Step
from kiosk.ui.lobby.boards.date_pad import DatePad
from kiosk.ui.lobby.boards.digits import DigitsPad, NumberPad, PhonePad
from kiosk.ui.lobby.boards.lot_board import LotBoard
from kiosk.ui.lobby.boards.postal_pad import PostalPad
from tests.gui.boards import READINGS, Shows, key, press, touch

TODAY = dt.date(2026, 4, 20)


def date_pad(kit: Kit, shown: Shows) -> DatePad:
    board = shown(DatePad(kit))
    assert isinstance(board, DatePad)
    return board


def test_a_birth_date_is_given_by_era_and_boxes_and_echoed_in_both_calendars(kit: Kit, shown: Shows) -> None:
    board = date_pad(kit, shown)
    press(board, "昭和", "5", "5")
    touch(board.boxes["month"])
    press(board, "1")
    touch(board.boxes["day"])
    press(board, "7")
    assert board.text == "昭和55年1月7日"
    assert board.echo.text == "昭和55年1月7日（1980年1月7日）"
    read = parse_date(board.text, today=TODAY)
    assert not isinstance(read, Refused)
    assert calendar_day(read) == dt.date(1980, 1, 7)


def test_no_box_jumps_to_the_next_and_none_takes_too_much(kit: Kit, shown: Shows) -> None:
    board = date_pad(kit, shown)
    press(board, "平成", "1", "2", "3")
    assert (board.part, board.text) == ("year", "平成12年")
    press(board, "西暦", "1字消す", "1字消す", "1", "9", "8", "0", "5")
    assert board.text == "1980年"


def test_the_first_year_is_a_key_and_belongs_to_eras_only(kit: Kit, shown: Shows) -> None:
    board = date_pad(kit, shown)
    press(board, "令和", "元")
    touch(board.boxes["month"])
    press(board, "5")
    touch(board.boxes["day"])
    press(board, "1")
    assert board.text == "令和元年5月1日"
    assert board.echo.text == "令和元年5月1日（2019年5月1日）"
    press(board, "西暦")
    assert board.text == "5月1日"
    assert not board.first_year.isVisible()


@pytest.mark.parametrize("text", ["平成31年5月1日", "昭和64年2月1日", "令和7年2月30日", "1980年13月1日"])
def test_a_day_that_is_none_has_no_echo_and_its_words_go_to_the_visit(kit: Kit, shown: Shows, text: str) -> None:
    board = date_pad(kit, shown)
    board.set_text(text)
    assert board.text == text
    assert board.echo.text == ""


@pytest.mark.parametrize("text", ["昭和55年1月7日", "大正15年12月25日", "1980年1月7日", "平成元年12月", ""])
def test_a_date_that_is_known_comes_back_as_it_was(kit: Kit, shown: Shows, text: str) -> None:
    board = date_pad(kit, shown)
    board.set_text(text)
    assert board.text == text


def test_a_keyboard_gives_a_date_too(kit: Kit, shown: Shows) -> None:
    board = date_pad(kit, shown)
    QTest.keyClicks(board, "s55.1.7")
    assert board.text == "昭和55年1月7日"
    QTest.keyClick(board, Qt.Key.Key_Backspace)
    assert board.text == "昭和55年1月"
    QTest.keyClick(board, Qt.Key.Key_Delete)
    assert board.text == ""


def test_a_telephone_number_with_or_without_hyphens_is_understood(kit: Kit, shown: Shows) -> None:
    board = shown(PhonePad(kit, name="電話番号"))
    press(board, *"09012345678")
    assert not isinstance(parse_phone(board.text), Refused)
    press(board, "全部消す", *"090-1234-5678")
    assert not isinstance(parse_phone(board.text), Refused)


def test_digits_that_are_too_many_are_not_taken(kit: Kit, shown: Shows) -> None:
    board = shown(DigitsPad(kit, name="番号", count=4))
    press(board, *"123456")
    assert board.text == "1234"
    QTest.keyClicks(board, "x")
    assert board.text == "1234"


def test_a_number_is_counted_up_and_down_within_its_bounds(kit: Kit, shown: Shows) -> None:
    board = shown(NumberPad(kit, name="通数", least=1, most=12))
    press(board, "1つ増やす", "1つ増やす")
    assert board.text == "2"
    press(board, "1つ減らす", "1つ減らす", "1つ減らす")
    assert board.text == "1"
    press(board, "3")
    assert board.text == "1"
    press(board, "1字消す", "1", "2", "1つ増やす")
    assert board.text == "12"


def test_a_postal_code_offers_its_towns_and_can_be_written_anew(kit: Kit, shown: Shows, qtbot: QtBot) -> None:
    board = shown(PostalPad(kit, name="郵便番号"))
    assert isinstance(board, PostalPad)
    press(board, *"0000000")
    assert not board.pad.isVisible()
    with qtbot.waitSignal(board.chosen) as chosen:
        press(board, "緑ケ丘二丁目")
    assert chosen.args[0].town == "緑ケ丘二丁目"
    press(board, "全部消す", *"9999999")
    assert board.note.text == kit.words("board-postal-unknown")
    press(board, "1字消す")
    assert board.note.text == kit.words("board-postal-type")


def test_a_lot_is_written_with_its_words_and_taken_back_word_by_word(kit: Kit, shown: Shows) -> None:
    board = shown(LotBoard(kit, name="番地"))
    press(board, "1", "丁目", "2", "番", "3", "号")
    assert board.text == "1丁目2番3号"
    board.set_text("1丁目")
    press(board, "1字消す")
    assert board.text == "1"


def entry(kit: Kit, shown: Shows) -> tuple[AddressEntry, list[Address]]:
    board = shown(AddressEntry(kit, READINGS, name="新しい住所"))
    assert isinstance(board, AddressEntry)
    put: list[Address] = []
    board.put.connect(put.append)
    return board, put


def test_an_address_is_put_whole_with_its_parts(kit: Kit, shown: Shows) -> None:
    board, put = entry(kit, shown)
    press(board, *"0000000", "緑ケ丘一丁目")
    assert board.step is Step.LOT
    press(board, "2", "番", "3", "号")
    assert board.forward()
    press(board, "カナ", "コ", "ー", "ホ", "゜", "そのまま", "数字", "5", "そのまま")
    last = put[-1]
    assert (last.prefecture, last.city, last.town, last.lg_code) == ("見本県", "架空市", "緑ケ丘一丁目", "999997")
    assert (last.number, last.building, last.postal) == ("2番3号", "コーポ5", "0000000")
    assert last.text == "見本県架空市緑ケ丘一丁目2番3号\u3000コーポ5"
    assert not board.forward()


def test_the_step_before_keeps_what_was_given_and_a_new_number_keeps_the_building(kit: Kit, shown: Shows) -> None:
    board, put = entry(kit, shown)
    press(board, *"0000000", "緑ケ丘一丁目", "2")
    board.forward()
    press(board, "数字", "5", "そのまま")
    assert board.back()
    press(board, "1字消す", "9")
    assert (put[-1].number, put[-1].building) == ("9", "5")
    assert put[-1].text == "見本県架空市緑ケ丘一丁目9\u30005"


def test_without_a_number_the_entry_does_not_go_on(kit: Kit, shown: Shows) -> None:
    board, _ = entry(kit, shown)
    press(board, *"0000000", "緑ケ丘一丁目")
    assert not board.forward()
    assert board.step is Step.LOT


def test_who_knows_no_postal_code_writes_it_and_comes_back(kit: Kit, shown: Shows) -> None:
    board, put = entry(kit, shown)
    press(board, "自分で書く", "み", "ほ", "ん", "漢字", "見本")
    assert put[-1] == Address(text="見本")
    assert board.back()
    assert board.step is Step.POSTAL
    assert not board.back()


def test_an_address_that_is_known_begins_at_its_number(kit: Kit, shown: Shows) -> None:
    board, _ = entry(kit, shown)
    known = kit.office.postal("0000001")[0].model_copy(update={"number": "1-2", "text": "見本県架空市本町1-2"})
    board.begin(known)
    assert (board.step, board.lot.text) == (Step.LOT, "1-2")
    assert key(board, "1").isVisible()
