"""異体字: Ctrl+G turns the letter before the cursor into its next shape, and says who can write each."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.bootstrap.window import CounterDesk
from kiosk.flow.actions import Answer, StartVisit
from kiosk.model.glyph import Reach, reach_of
from kiosk.ui.counter.drawers import Side
from kiosk.ui.widgets.line import Line
from tests.gui.counter import Counter, keyboard, settle
from tests.gui.real import Opens

HEAD = "household.old.head_name"


def named(counter: Counter, qtbot: QtBot, name: str) -> Line:
    """A name is being typed, and the keyboard is in it."""
    counter.window.act(StartVisit(event="e0"))
    settle(qtbot)
    counter.window.interview.go(HEAD)
    line = keyboard()
    assert isinstance(line, Line)
    QTest.keyClicks(line, "x")
    line.setText(name)
    return line


def again(counter: Counter) -> None:
    QTest.keyClick(keyboard(), Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)


def test_the_letter_before_the_cursor_takes_its_next_shape_and_is_said_so(counter: Counter, qtbot: QtBot) -> None:
    line = named(counter, qtbot, "渡辺　一郎")
    line.setCursorPosition(2)
    again(counter)
    panel = counter.window.side.glyphs
    assert (counter.window.side.showing, line.text(), list(panel.rows)) == (
        Side.GLYPHS,
        "渡辺　一郎",
        ["辺", "邊", "邉"],
    )
    again(counter)
    assert (line.text(), panel.rows["邊"].isChecked()) == ("渡邊　一郎", True)
    assert counter.desk.log[-1] == Answer(path=HEAD, text="渡邊　一郎", typing=True)
    panel.rows["邉"].click()
    assert (line.text(), keyboard()) == ("渡邉　一郎", line)
    assert counter.words("glyph-unprinted") in panel.rows["邉"].accessibleName()
    again(counter)
    assert line.text() == "渡辺　一郎"
    counter.window.interview.go("case.has_dog")
    assert counter.window.side.showing is Side.PAPER
    counter.window.end()
    assert panel.rows == {}


def test_a_letter_without_another_shape_says_so_and_elsewhere_it_is_told_where(counter: Counter, qtbot: QtBot) -> None:
    line = named(counter, qtbot, "川")
    again(counter)
    assert counter.words("glyph-none", letter="川") in counter.window.side.glyphs.said.label.text
    line.setCursorPosition(0)
    again(counter)
    assert counter.words("glyph-where") in {message.label.text for message in counter.window.notices.messages}


@pytest.mark.parametrize(
    ("letter", "reach"),
    [
        ("高", Reach.EVERYWHERE),
        ("髙", Reach.EVERYWHERE),
        ("㟢", Reach.JIS2004),
        ("葛󠄀", Reach.VARIANT),
        ("\U00024a59", Reach.UNICODE),
    ],
)
def test_who_can_write_a_letter_follows_from_the_sets_it_is_in(letter: str, reach: Reach) -> None:
    assert reach_of(letter) is reach


def test_the_shapes_of_a_letter_are_those_of_the_fonts_and_of_its_relatives(open_counter: Opens) -> None:
    desk: CounterDesk = open_counter()
    texts = [glyph.text for glyph in desk.window.kit.office.glyphs("辺")]
    assert texts[:3] == ["辺", "邉", "邊"]
    assert any(len(text) > 1 and text.startswith("邉") for text in texts)
    assert all(glyph.printed for glyph in desk.window.kit.office.glyphs("葛"))
