"""The rows of the check: what they tell, where their parts stand at every size, how the keyboard goes through them."""

from dataclasses import replace
from itertools import combinations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.flow.actions import AcceptPrint, Answer, StartVisit, Step
from kiosk.flow.left import Gate
from kiosk.flow.memo import Memo
from kiosk.flow.pages import QuestionState, Row
from kiosk.model.base import Issue
from kiosk.model.filled import Caution
from kiosk.model.source import Source
from kiosk.ui.counter.check_row import RowView
from kiosk.ui.counter.gate_list import SHOWN
from kiosk.ui.tokens import TextSize
from tests.gui.counter import Counter, keyboard, settle

LONG = "見本県架空市中央一丁目2番3号　見本マンション架空第一ビルディング1203号室"
ROWS = {
    "short": Row(path="a", label="性別", text="男"),
    "said": Row(path="a", label="氏名", text="架空　太郎", state=QuestionState.SAID, source=Source.EXTRACT),
    "long": Row(path="a", label="これまでの世帯主の氏名", text=LONG, source=Source.CARD, changed=True),
    "nothing": Row(path="a", label="方書", text=""),
}


def at_the_check(counter: Counter, qtbot: QtBot) -> list[RowView]:
    counter.window.act(StartVisit(event="e0"))
    counter.window.act(Answer(path="addr.new.katagaki", text="305"))
    counter.name()
    counter.reach(Step.CHECK)
    settle(qtbot)
    return list(counter.window.check.rows.values())


def made(counter: Counter, row: Row) -> RowView:
    view = RowView(counter.window.kit, row, about="架空　太郎")
    view.setParent(counter.window)
    view.show()
    return view


def test_a_row_tells_its_label_what_it_says_and_how_it_stands(counter: Counter) -> None:
    said, nothing = made(counter, ROWS["said"]), made(counter, ROWS["nothing"])
    assert said.accessibleName() == "氏名：架空　太郎 転出証明書・要確認"
    assert said.change.accessibleName() == "架空　太郎 氏名 を変更"
    assert nothing.accessibleName() == "方書：（記載なし）"


def test_what_is_left_stands_above_the_answers_and_each_entry_leads_there_and_back(
    counter: Counter, qtbot: QtBot
) -> None:
    at_the_check(counter, qtbot)
    gate, left = counter.window.check.gate, counter.window.page.gate
    assert gate.chips[Gate.OPEN].text == f"未回答 {sum(entry.kind is Gate.OPEN for entry in left)}"
    assert gate.chips[Gate.CONFLICT].text == "食い違い 0"
    path = next(entry.path for entry in left if entry.kind is Gate.OPEN)
    gate.links[path].click()
    assert (counter.window.page.step, counter.window._changing) == (Step.INTERVIEW, path)
    counter.window.onward()
    settle(qtbot)
    assert counter.window.page.step is Step.CHECK
    assert gate.links[path].hasFocus()
    counter.window.end()
    assert gate.links == {}


def test_who_wants_to_sign_while_something_is_left_is_led_to_it_along_the_list_and_back_by_escape(
    counter: Counter, qtbot: QtBot
) -> None:
    counter.window.act(StartVisit(event="e0"))
    counter.name()
    counter.window.key(8)
    settle(qtbot)
    gate, words = counter.window.check.gate, counter.words
    assert [counter.window.page.step] == [Step.CHECK]
    assert words("notice-left-open") in {message.label.text for message in counter.window.notices.messages}
    first, second = list(gate.links.values())[:2]
    assert keyboard() is first
    QTest.keyClick(keyboard(), Qt.Key.Key_Down)
    assert keyboard() is second
    QTest.keyClick(keyboard(), Qt.Key.Key_Up)
    assert keyboard() is first
    QTest.keyClick(keyboard(), Qt.Key.Key_Return)
    assert [counter.window.page.step] == [Step.INTERVIEW]
    QTest.keyClick(counter.window, Qt.Key.Key_Escape)
    assert [counter.window.page.step] == [Step.CHECK]
    assert keyboard() is next(iter(gate.links.values()))


def test_an_answer_that_cannot_be_read_stays_in_sight_and_a_right_one_leads_to_the_next_entry(
    counter: Counter, qtbot: QtBot
) -> None:
    at_the_check(counter, qtbot)
    gate = counter.window.check.gate
    path = "case.moved_on"
    gate.links[path].setFocus()
    QTest.keyClick(keyboard(), Qt.Key.Key_Return)
    QTest.keyClicks(keyboard(), "zzz")
    QTest.keyClick(keyboard(), Qt.Key.Key_Return)
    settle(qtbot)
    assert [counter.window.page.step] == [Step.INTERVIEW]
    assert counter.window.interview.path == path
    counter.window.act(Answer(path=path, text="R8.4.12"))
    counter.window.onward()
    settle(qtbot)
    assert [counter.window.page.step] == [Step.CHECK]
    assert path not in gate.links
    assert keyboard() is next(iter(gate.links.values())), "the next entry, not the answer that is settled"


def test_what_is_left_beyond_the_first_six_is_one_press_away(counter: Counter, qtbot: QtBot) -> None:
    at_the_check(counter, qtbot)
    kind = counter.window.check.gate.kinds[Gate.OPEN]
    every = [entry.path for entry in counter.window.page.gate if entry.kind is Gate.OPEN]
    assert len(kind.links) == SHOWN < len(every)
    kind.more.click()
    assert list(kind.links) == every
    assert keyboard() is kind.links[every[SHOWN]]


def test_what_will_be_printed_otherwise_is_said_and_then_enter_goes_on(counter: Counter, qtbot: QtBot) -> None:
    at_the_check(counter, qtbot)
    visit = counter.desk.at_once.visit
    counter.looked()
    caution = Caution(issue=Issue(where="氏名", message="入りません"), paths=("person[p1].name.full",))
    visit.outside, visit.memo = replace(visit.outside, cautions=lambda _: (caution,)), Memo()
    counter.window.key(8)
    settle(qtbot)
    kind = counter.window.check.gate.kinds[Gate.PRINT]
    assert keyboard() is kind.settle
    QTest.keyClick(keyboard(), Qt.Key.Key_Return)
    assert isinstance(counter.desk.log[-1], AcceptPrint)
    QTest.keyClick(keyboard(), Qt.Key.Key_Return)
    assert [counter.window.page.step] == [Step.SIGN]


def test_a_row_that_is_changed_tells_it(counter: Counter) -> None:
    view = made(counter, ROWS["short"])
    view.present(Row(path="a", label="性別", text="女", changed=True))
    assert view.accessibleName() == "性別：女 変更あり"


@pytest.mark.parametrize("row", ROWS.values(), ids=ROWS)
@pytest.mark.parametrize("size", list(TextSize), ids=lambda size: size.name)
def test_no_part_of_a_row_covers_another_or_leaves_the_row(counter: Counter, size: TextSize, row: Row) -> None:
    counter.window.kit.look.set(size=size)
    view = made(counter, row)
    for width in (view.minimumSizeHint().width(), 450, 600, 800, 1200):
        wide = max(width, view.minimumSizeHint().width())
        view.resize(wide, view.heightForWidth(wide))
        places = view._places(wide)
        parts = [places.label, places.value, *places.chips, view.change.geometry()]
        assert all(view.rect().contains(part) for part in parts), (wide, parts)
        assert not [pair for pair in combinations(parts, 2) if QRect.intersects(*pair)], (wide, parts)


def test_rows_follow_the_text_size_without_being_made_again(counter: Counter, qtbot: QtBot) -> None:
    rows = at_the_check(counter, qtbot)
    small = [row.height() for row in rows]
    for _ in TextSize:
        counter.window.header.resize_text.emit()
        settle(qtbot)
        assert list(counter.window.check.rows.values()) == rows
        assert all(row.height() >= row.heightForWidth(row.width()) for row in rows)
        assert all(row.change.geometry() == row._places(row.width()).change for row in rows)
    assert [row.height() for row in rows] == small


def test_tab_goes_from_one_change_to_the_next_down_the_page(counter: Counter, qtbot: QtBot) -> None:
    rows = at_the_check(counter, qtbot)
    rows[0].change.setFocus()
    reached = [QApplication.focusWidget()]
    for _ in rows[1:]:
        counter.window.focusNextChild()
        reached.append(QApplication.focusWidget())
    assert len(rows) >= 5
    assert reached == [row.change for row in rows]


def test_rows_leave_with_the_page(counter: Counter, qtbot: QtBot) -> None:
    assert at_the_check(counter, qtbot)
    counter.reach(Step.SIGN)
    assert counter.window.check.rows == {}
