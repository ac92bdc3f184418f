"""The living paper: which form lies on top, what is painted anew, and turning it by hand."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.flow.actions import Answer, GoTo, StartVisit, Step
from kiosk.flow.left import Gate, GateEntry
from kiosk.flow.pages import Row, RowGroup
from kiosk.ui.tokens import Level, TextSize
from kiosk.ui.widgets.lettering import letters
from kiosk.ui.widgets.paper_view import PaperView
from tests.gui.counter import Counter, settle, until
from tests.gui.fake_ports import FakePaper

ONLY_ON_THE_FIRST = "case.has_dog"
ON_THE_SECOND_TOO = "bank.number"


@pytest.fixture
def paper(counter: Counter, qtbot: QtBot) -> PaperView:
    counter.window.act(StartVisit(event="e0"))
    settle(qtbot)
    return counter.window.side.paper


def test_a_visit_begins_with_the_first_form_on_top(paper: PaperView) -> None:
    assert paper.picker.at == 0
    assert "住民異動届" in paper.picker.choice.accessibleName()


def test_a_form_picked_by_hand_stays_until_a_question_has_no_box_on_it(counter: Counter, paper: PaperView) -> None:
    QTest.keyClick(counter.window, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert paper.picker.at == 1
    counter.window.act(Answer(path="case.moved_on", text="R8.4.12"))
    assert paper.picker.at == 1
    counter.window.interview.go(ON_THE_SECOND_TOO)
    assert paper.picker.at == 1
    counter.window.interview.go(ONLY_ON_THE_FIRST)
    assert paper.picker.at == 0


def test_turning_goes_round(counter: Counter, paper: PaperView) -> None:
    QTest.keyClick(counter.window, Qt.Key.Key_PageUp, Qt.KeyboardModifier.ControlModifier)
    assert paper.picker.at == 2
    paper.picker.onward.click()
    assert paper.picker.at == 0


def test_the_open_list_says_how_far_every_form_is_filled(counter: Counter, paper: PaperView) -> None:
    choice = paper.picker.choice
    choice.showPopup()
    texts = [choice.itemText(at) for at in range(choice.count())]
    choice.hidePopup()
    counts = [counter.words("paper-count", filled=f.filled, total=len(f.boxes)) for f in counter.window.page.forms]
    assert [text.split(" ", 1)[1] for text in texts] == counts


def test_an_answer_repaints_its_boxes_only(counter: Counter, paper: PaperView, qtbot: QtBot) -> None:
    port = counter.window.kit.paper
    assert isinstance(port, FakePaper)
    counter.window.interview.go("case.moved_on")
    settle(qtbot)
    port.painted.clear()
    counter.window.act(Answer(path="case.moved_on", text="R8.4.12"))
    until(qtbot, lambda: bool(port.painted))
    painted = {box for boxes in port.painted for box in boxes}
    assert "case.moved_on" in painted
    assert len(painted) <= 3  # its neighbours touch it


def test_at_another_zoom_the_print_is_stretched_at_once_and_drawn_sharp_afterwards(
    counter: Counter, paper: PaperView, qtbot: QtBot
) -> None:
    port, canvas = counter.window.kit.paper, paper.canvas
    assert isinstance(port, FakePaper)
    port.printed.clear()
    _, larger, _ = paper.zooms
    for _ in range(2):
        larger.click()
        canvas.repaint()
    assert port.printed == []
    until(qtbot, lambda: port.printed == [canvas.scale])


def test_while_the_card_drawer_lies_over_it_the_paper_waits_and_then_shows_what_happened(
    counter: Counter, paper: PaperView, qtbot: QtBot
) -> None:
    counter.window.key(2)
    counter.window.act(Answer(path="addr.new.katagaki", text="305"))
    counter.window.side.close_drawer()
    settle(qtbot)
    shown = {box.box: box.filled.text for leaf, _ in paper.canvas._origins() for box in leaf.boxes}
    assert shown["addr.new.katagaki"] == "305"


@pytest.mark.parametrize("size", [TextSize.SMALL, TextSize.HUGE], ids=lambda size: size.name)
def test_the_arrows_of_the_paper_keep_their_place_in_the_order_of_the_keyboard(
    counter: Counter, paper: PaperView, qtbot: QtBot, size: TextSize
) -> None:
    counter.window.kit.look.set(size=size)
    settle(qtbot)
    picker = paper.picker
    assert all(widget.isVisible() for widget in (picker.back, picker.choice, picker.onward, *paper.zooms))
    picker.back.setFocus()
    counter.window.focusNextChild()
    assert QApplication.focusWidget() is picker.choice


def test_the_focus_ring_lies_round_what_has_the_keyboard_and_never_in_the_corner(
    counter: Counter, qtbot: QtBot
) -> None:
    window, ring = counter.window, counter.window.focus_guide.ring
    for step in (Step.INTERVIEW, Step.PLAN, Step.CHECK, Step.SIGN):
        window.act(GoTo(step=step))
        settle(qtbot)
        focus = QApplication.focusWidget()
        assert focus is not None
        round_it = focus.rect().translated(focus.mapToGlobal(focus.rect().topLeft()))
        ring_at = ring.rect().translated(ring.mapToGlobal(ring.rect().topLeft()))
        assert ring_at.contains(round_it), step
        assert ring_at.width() - round_it.width() == 2 * ring._style.margin
    window.setFocus()
    window.focusWidget().clearFocus()
    settle(qtbot)
    assert not ring.isVisible()


@pytest.mark.parametrize("size", list(TextSize), ids=lambda size: size.name)
@pytest.mark.parametrize("width", [1024, 1366])
def test_how_far_a_form_is_filled_is_never_cut(
    counter: Counter, paper: PaperView, qtbot: QtBot, size: TextSize, width: int
) -> None:
    counter.window.resize(width, 768)
    counter.window.kit.look.set(size=size)
    settle(qtbot)
    choice = paper.picker.choice
    room, lettering = choice._room(choice.width()), letters(counter.window.kit, Level.TINY)
    for at, form in enumerate(counter.window.page.forms):
        lines, _ = choice.standing(at, room)
        assert counter.words("paper-count", filled=form.filled, total=len(form.boxes)) in lines[-1]
        assert all(lettering.width(line) <= room for line in lines)
    shown = len(choice.lines(0, room)) + len(choice.standing(0, room)[0])
    assert choice.height() >= shown * lettering.px * 1.4


def test_the_form_of_a_case_that_was_taken_back_says_so_across_the_page(counter: Counter, paper: PaperView) -> None:
    paper.grab()
    assert counter.words("withdrawn-mark") not in counter.glyphs.drawn
    paper.present(replace(counter.window.page, withdrawn="転入先が変わった"))
    marked = paper.grab().toImage()
    assert counter.words("withdrawn-mark") in counter.glyphs.drawn
    paper.present(replace(counter.window.page, withdrawn=None))
    assert paper.grab().toImage() != marked


def test_the_whole_packet_is_seen_small_and_one_press_lays_a_paper_on_top(
    counter: Counter, paper: PaperView, qtbot: QtBot
) -> None:
    QTest.keyClick(counter.window, Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert [thumb.form for thumb in paper.shelf.thumbs] == list(counter.window.page.forms)
    assert QApplication.focusWidget() is paper.shelf.thumbs[0]
    until(qtbot, lambda: all(thumb.picture is not None for thumb in paper.shelf.thumbs))
    before = paper.shelf.thumbs[0].picture
    counter.window.act(Answer(path=ON_THE_SECOND_TOO, text="1234567"))
    assert paper.shelf.thumbs[0].picture in {None, before}
    paper.shelf.thumbs[2].click()
    assert (paper.picker.at, paper.shelf.isHidden(), paper.area.isHidden()) == (2, True, False)
    counter.window.end()
    assert paper.shelf.thumbs == []


def test_what_changed_and_what_would_not_be_printed_stands_beside_its_box(counter: Counter, paper: PaperView) -> None:
    counter.name()
    counter.window.act(Answer(path="case.moved_on", text="R8.4.12"))
    page, box = counter.window.page, next(box for box in paper.canvas.placed if "case.moved_on" in box.paths)
    plain = paper.explain(box)
    said = "枠に入りきらないため"
    title = counter.window.kit.paper.title(page.forms[0])
    entry = GateEntry(
        kind=Gate.PRINT, id="F01 1", path="case.moved_on", what=f"{title} {box.label}", why=said, settled=True
    )
    row = Row(path="case.moved_on", label="異動年月日", text="令和8年4月12日", changed=True)
    paper.present(replace(page, gate=(entry,), groups=(RowGroup(label="届出", rows=(row,)),)))
    assert counter.words("check-changed") in paper.explain(box)
    assert said in paper.explain(box)
    other = replace(entry, what=f"別の様式 {box.label}")
    paper.present(replace(page, gate=(other,)))
    assert paper.explain(box) == plain


def test_in_half_a_screen_with_the_largest_text_the_tools_of_the_paper_have_their_room(
    counter: Counter, paper: PaperView, qtbot: QtBot
) -> None:
    counter.window.resize(960, 768)
    counter.window.kit.look.set(size=TextSize.HUGE)
    settle(qtbot)
    picker = paper.picker
    assert picker.height() >= picker.heightForWidth(picker.width())
    assert picker.choice.height() >= picker.choice.heightForWidth(picker.choice.width())


def test_half_a_screen_holds_the_window_with_the_largest_text_also_when_everything_is_answered(
    counter: Counter, paper: PaperView, qtbot: QtBot
) -> None:
    counter.window.kit.look.set(size=TextSize.HUGE)
    counter.window.interview.left.set_text(counter.words("interview-none-left"))
    settle(qtbot)
    assert paper.isVisible()
    assert counter.window.interview.minimumSizeHint().width() <= 560  # beside it the paper has its tools
