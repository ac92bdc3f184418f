"""The check: what is left above, every answer in one grid below, changed in its cell by keys and by the mouse."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.flow.actions import Answer, StartVisit, Step
from kiosk.flow.case_actions import AcceptPrint
from kiosk.flow.left import Gate
from kiosk.flow.memo import Memo
from kiosk.flow.pages import CounterPage, QuestionState, QuestionView, Row, RowGroup, SectionView
from kiosk.model.base import Issue
from kiosk.model.filled import Caution
from kiosk.model.source import Source
from kiosk.model.vocabulary import Type
from kiosk.ui.counter.check_cells import ALL, Cell, lines_of
from kiosk.ui.counter.check_grid import CheckTable
from kiosk.ui.counter.check_paint import shown, told
from kiosk.ui.counter.gate_list import SHOWN
from kiosk.ui.tokens import TextSize
from tests.gui.counter import Counter, keyboard, settle

NAME, PHONE, HOUSE = "person[p2].name.full", "person[p1].phone", "addr.new.katagaki"


def at_the_check(counter: Counter, qtbot: QtBot) -> CheckTable:
    counter.window.act(StartVisit(event="e0"))
    counter.window.act(Answer(path=HOUSE, text="305"))
    counter.name()
    counter.reach(Step.CHECK)
    settle(qtbot)
    return counter.window.check.table


def said(table: CheckTable, path: str) -> str:
    """What assistive tools say of a cell."""
    return str(table.grid.find(path).data(Qt.ItemDataRole.AccessibleTextRole))


# ---- what stands where -----------------------------------------------------------------------------------------------
def view(path: str, label: str, state: QuestionState = QuestionState.ANSWERED) -> QuestionView:
    return QuestionView(path=path, label=label, ask="", type=Type.TEXT, state=state)


def test_facts_are_lines_and_members_are_columns_and_what_is_about_all_comes_first() -> None:
    asked = (view("person[p1].a", "あ"), view("case.b", "い"), view("person[p2].a", "あ", QuestionState.OPEN))
    page = CounterPage(
        step=Step.CHECK,
        sections=(SectionView(id="s", label="", grid=False, questions=(*asked, view("case.gone", "え"))),),
        groups=(
            RowGroup(label="", rows=(Row(path="case.b", label="い", text="b"),)),
            RowGroup(
                label="",
                rows=(Row(path="person[p1].a", label="あ", text="a"), Row(path="person[p1].c", label="う", text="c")),
            ),
        ),
    )
    lines = lines_of(page)
    assert [(line.label, list(line.cells)) for line in lines] == [("い", [ALL]), ("あ", ["p1", "p2"]), ("う", ["p1"])]
    assert lines[1].cells["p2"].state is QuestionState.OPEN
    assert lines[2].cells["p1"].view is None  # only a paper tells it: it is read, and not asked


def test_a_cell_tells_whose_it_is_what_it_says_and_how_it_stands(counter: Counter, qtbot: QtBot) -> None:
    table = at_the_check(counter, qtbot)
    assert said(table, NAME) == "架空　花子 氏名：架空　花子"
    assert said(table, HOUSE).startswith("方書")
    assert "（未回答）" in said(table, PHONE)


def test_the_grid_leaves_with_the_page(counter: Counter, qtbot: QtBot) -> None:
    table = at_the_check(counter, qtbot)
    assert table.grid.lines
    counter.reach(Step.SIGN)
    assert table.grid.lines == ()
    assert table.grid.places == {}


@pytest.mark.parametrize("size", list(TextSize), ids=lambda size: size.name)
def test_at_every_text_size_a_line_is_as_high_as_its_words(counter: Counter, qtbot: QtBot, size: TextSize) -> None:
    table = at_the_check(counter, qtbot)
    counter.window.kit.look.set(size=size)
    settle(qtbot)
    for at in range(len(table.grid.lines)):
        assert table.rowHeight(at) >= table.verticalHeader().sectionSizeFromContents(at).height()
        assert table.rowHeight(at) == table._height(at)


def test_of_a_large_household_the_chosen_member_is_in_sight_and_so_is_what_is_about_all(
    counter: Counter, qtbot: QtBot
) -> None:
    table = at_the_check(counter, qtbot)
    counter.window.kit.look.set(size=TextSize.HUGE)
    settle(qtbot)
    last = counter.window.page.persons[-1].id
    counter.window.check.show_person(last)
    settle(qtbot)
    spot = table.visualRect(table.currentIndex())
    assert table.viewport().rect().intersects(spot)
    assert spot.right() <= table.viewport().width() + 1
    assert table.path.startswith(f"person[{last}]")


def test_why_something_follows_is_told_in_full_and_takes_no_room_in_a_members_column(counter: Counter) -> None:
    kit, why = counter.window.kit, "続き柄から"
    row = Row(path="person[p1].sex", label="性別", text="男", source=Source.DERIVED, reason=why)
    follows, decided = Cell(row.path, "性別", row=row), Cell(row.path, "性別", row=replace(row, source=Source.CARD))
    assert (shown(kit, follows), why in told(kit, follows)) == ("男", True)
    assert why in shown(kit, decided)
    everybody = replace(row, path="case.kind")
    assert why in shown(kit, Cell(everybody.path, "種別", row=everybody))


# ---- changing in place -----------------------------------------------------------------------------------------------
def test_enter_on_a_cell_asks_over_it_and_enter_again_goes_to_the_next_line_of_the_same_member(
    counter: Counter, qtbot: QtBot
) -> None:
    table, check = at_the_check(counter, qtbot), counter.window.check
    table.setFocus()
    table.choose(NAME)
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert (check.editor.isVisible(), check.editor.path, counter.window.page.step) == (True, NAME, Step.CHECK)
    QTest.keyClick(keyboard(), Qt.Key.Key_End)
    QTest.keyClicks(keyboard(), "B")
    QTest.keyClick(keyboard(), Qt.Key.Key_Return)
    settle(qtbot)
    assert (check.editor.isVisible(), keyboard()) == (False, table)
    assert "架空　花子B" in said(table, NAME)
    row, column = table.grid.places[NAME]
    assert (table.currentIndex().row() > row, table.currentIndex().column()) == (True, column)


def test_typing_on_a_cell_begins_its_answer_anew(counter: Counter, qtbot: QtBot) -> None:
    table = at_the_check(counter, qtbot)
    table.setFocus()
    table.choose(PHONE)
    QTest.keyClick(table, Qt.Key.Key_0)
    QTest.keyClicks(keyboard(), "3-0000-0000")
    QTest.keyClick(keyboard(), Qt.Key.Key_Return)
    settle(qtbot)
    assert "03-0000-0000" in said(table, PHONE)


def test_what_cannot_be_read_stays_in_sight_and_escape_leaves_it(counter: Counter, qtbot: QtBot) -> None:
    table, check = at_the_check(counter, qtbot), counter.window.check
    check.go("case.moved_on")
    QTest.keyClicks(keyboard(), "zzz")
    QTest.keyClick(keyboard(), Qt.Key.Key_Return)
    settle(qtbot)
    assert (check.editor.path, check.editor.wrong) == ("case.moved_on", True)
    QTest.keyClick(counter.window, Qt.Key.Key_Escape)
    assert (check.editor.isVisible(), keyboard()) == (False, table)


def test_the_mouse_changes_a_cell_too(counter: Counter, qtbot: QtBot) -> None:
    table, check = at_the_check(counter, qtbot), counter.window.check
    table.choose(HOUSE)
    settle(qtbot)
    spot = table.visualRect(table.grid.find(HOUSE)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert (check.editor.isVisible(), check.editor.path) == (True, HOUSE)


def test_the_same_as_the_member_before_is_one_key(counter: Counter, qtbot: QtBot) -> None:
    table = at_the_check(counter, qtbot)
    first, second = (f"person[{person}].insurance.previous" for person in ("p1", "p2"))
    counter.window.act(Answer(path=first, text="協会けんぽ"))
    table.setFocus()
    assert table.choose(second)
    QTest.keyClick(table, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert "協会けんぽ" in said(table, second)
    third, check = "person[p3].insurance.previous", counter.window.check
    check.go(third)
    assert check.editor.ditto.isVisible()
    check.editor.ditto.click()
    settle(qtbot)
    assert ("協会けんぽ" in said(table, third), check.editor.isVisible()) == (True, False)
    check.go(first)
    assert not check.editor.ditto.isVisible()  # nobody stands before


def test_a_box_of_the_paper_opens_its_cell_at_the_check(counter: Counter, qtbot: QtBot) -> None:
    at_the_check(counter, qtbot)
    counter.window.side.picked.emit(NAME)
    assert (counter.window.page.step, counter.window.check.editor.path) == (Step.CHECK, NAME)


# ---- what is left ----------------------------------------------------------------------------------------------------
def test_what_is_left_stands_above_the_answers_and_each_entry_leads_there_and_back(
    counter: Counter, qtbot: QtBot
) -> None:
    at_the_check(counter, qtbot)
    gate, left = counter.window.check.gate, counter.window.page.gate
    assert gate.chips[Gate.OPEN].text == f"未回答 {sum(entry.kind is Gate.OPEN for entry in left)}"
    assert gate.chips[Gate.CONFLICT].text == "食い違い 0"
    path = next(entry.path for entry in left if entry.kind is Gate.OPEN)
    gate.links[path].click()
    assert (counter.window.page.step, counter.window.check.editor.path) == (Step.CHECK, path)
    assert counter.window.check.table.path == path
    QTest.keyClick(counter.window, Qt.Key.Key_Escape)
    settle(qtbot)
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
    assert counter.window.check.editor.isVisible()
    QTest.keyClick(counter.window, Qt.Key.Key_Escape)
    assert (counter.window.check.editor.isVisible(), keyboard()) == (False, first)


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
    assert counter.window.check.editor.path == path
    QTest.keyClick(keyboard(), Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(keyboard(), "R8.4.12")
    QTest.keyClick(keyboard(), Qt.Key.Key_Return)
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
