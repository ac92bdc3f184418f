"""Every screen at every text size: names for assistive tools, target sizes, words not cut, order of the keyboard."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QTableView, QWidget
from pytestqt.qtbot import QtBot

from kiosk.flow.actions import Answer, Hold, Sign, StartVisit, Step
from kiosk.model.errors import Defect
from kiosk.ui.tokens import CONTROL, PALETTES, PRIMARY, Palette, TextSize, contrast
from kiosk.ui.widgets.button import Button, Rank
from kiosk.ui.widgets.chip import Chip
from kiosk.ui.widgets.fold import Fold
from kiosk.ui.widgets.glyph_label import GlyphLabel
from kiosk.words import Words
from tests.gui.counter import ASSETS, Counter, settle, until
from tests.gui.family import LONG, SIGNATURE

CONTROLS = (QAbstractButton, QLineEdit, QComboBox, QTableView)
UI = Path(__file__).resolve().parents[2] / "kiosk" / "ui"


def screens(counter: Counter, qtbot: QtBot) -> Iterator[str]:
    window = counter.window
    settle(qtbot)
    yield "start"
    window.office.toggle()
    until(qtbot, lambda: len(window.office.view.rows) > 0)
    for row in window.office.view.rows:
        row.skip.click()
        row.asked.sure.click()
    settle(qtbot)
    yield "sending"
    window.office.leave()
    window.act(StartVisit(event="e0"))
    window.act(Answer(path="case.moved_on", text="R99"))
    window.act(Hold(path="household.old.head_name"))
    window.act(Answer(path="person[p2].name.full", text=LONG))
    for section in window.interview.nav:
        window.interview.open_section(section)
        settle(qtbot)
        yield section
    for number, name in ((2, "card"), (3, "extract"), (1, "help")):
        window.key(number)
        settle(qtbot)
        yield name
    window.side.close_drawer()
    for step in (Step.PLAN, Step.CHECK, Step.SIGN):
        counter.reach(step)
        settle(qtbot)
        yield step.value
        if step is Step.PLAN:
            for fold in window.plan.findChildren(Fold):
                fold.click()
            settle(qtbot)
            yield "plan-open"
    for number, name in ((0, "again"), (1, "paper")):
        window.act(Sign(person="p1", signature=SIGNATURE))
        panel = window.sign.panels["p1"]
        (panel.again, panel.paper)[number].click()
        settle(qtbot)
        yield f"signed {name}"
    counter.reach(Step.DONE)
    settle(qtbot)
    yield "done"


def shown(counter: Counter, *kinds: type[QWidget]) -> list[QWidget]:
    return [w for w in counter.window.findChildren(QWidget) if isinstance(w, kinds) and w.isVisible()]


def own(widgets: list[QWidget]) -> list[QWidget]:
    """Without Qt's inner parts (the corner of a table, the list of a combo box)."""
    return [w for w in widgets if not isinstance(w.parent(), QTableView | QComboBox)]


@pytest.mark.parametrize("size", list(TextSize), ids=lambda size: size.name)
def test_every_control_is_named_large_enough_and_uncut(counter: Counter, qtbot: QtBot, size: TextSize) -> None:
    counter.window.kit.look.set(size=size)
    dp = counter.window.kit.look.dp
    faults = []
    for screen in screens(counter, qtbot):
        for control in own(shown(counter, *CONTROLS)):
            least = dp(PRIMARY) if isinstance(control, Button) and control.rank is Rank.PRIMARY else dp(CONTROL)
            if not control.accessibleName():
                faults.append(f"{screen}: {type(control).__name__} has no name")
            if control.height() < least or control.width() < dp(CONTROL):
                faults.append(f"{screen}: {control.accessibleName()} is {control.width()}×{control.height()}")
        faults += [f"{screen}: {fault}" for fault in cut_words(counter)]
    assert faults == [], "\n".join(faults)


def cut_words(counter: Counter) -> list[str]:
    parts = shown(counter, GlyphLabel, Button, Chip)
    return [fault for part in parts if (fault := cut(part) or outside(counter, part))]


def cut(part: QWidget) -> str:
    """Words that have less room than they need; they are never elided, so room is all there is to check."""
    hint = part.sizeHint()
    wraps = part.hasHeightForWidth()
    high = part.heightForWidth(part.width()) if wraps else hint.height()
    narrow = not wraps and part.width() < hint.width()
    return f"cut: {part.accessibleName()[:20]} {part.size()} wants {high}" if part.height() < high or narrow else ""


def outside(counter: Counter, part: QWidget) -> str:
    right = part.mapTo(counter.window, QPoint(part.width(), 0)).x()
    beyond = right > counter.window.width() + 1 and not in_sideways_scroller(part)
    return f"outside the window: {part.accessibleName()[:20]}" if beyond else ""


def in_sideways_scroller(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    while parent is not None and not isinstance(parent, QTableView):
        parent = parent.parentWidget()
    return parent is not None


def test_no_part_ever_becomes_a_window_of_its_own(counter: Counter, qtbot: QtBot) -> None:
    for screen in screens(counter, qtbot):
        windows = [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]
        assert windows == [counter.window], screen


def test_the_keyboard_goes_in_reading_order_through_a_section(counter: Counter, qtbot: QtBot) -> None:
    window = counter.window
    window.act(StartVisit(event="e0"))
    window.interview.open_section("visit")
    settle(qtbot)
    panel = window.interview.panels["visit"]
    places, widget = [], window.interview.panels["visit"].fields["case.event_type"].entry.first()  # type: ignore[union-attr]
    for _ in range(12):
        if panel.isAncestorOf(widget):
            places.append((widget.mapTo(panel, QPoint(0, 0)).y(), widget.mapTo(panel, QPoint(0, 0)).x()))
        widget.setFocus()
        window.focusNextChild()
        widget = window.focusWidget() or widget
        if not panel.isAncestorOf(widget):
            break
    rows = [y // 40 for y, _ in places]
    assert len(places) >= 5
    assert rows == sorted(rows)


@pytest.mark.parametrize("palette", PALETTES.values(), ids=[theme.value for theme in PALETTES])
def test_every_pair_of_colours_that_carries_words_has_contrast(palette: Palette) -> None:
    for ink, ground in palette.pairs():
        assert contrast(ink, ground) >= 4.5, (ink, ground)
    assert contrast(palette.text, palette.page) >= 10
    assert contrast(palette.border, palette.page) >= 3


def test_black_on_white_is_twenty_one_to_one() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


def test_a_word_that_is_missing_is_a_bug() -> None:
    words = Words.load(ASSETS / "words")
    with pytest.raises(Defect):
        words("no-such-key")
    with pytest.raises(Defect):
        words("interview-left")


def literal_keys() -> Iterator[str]:
    for path in UI.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant):
                name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
                if name in {"words", "_say"} and isinstance(node.args[0].value, str) and node.args[0].value:
                    yield node.args[0].value  # nothing is said by no words


def test_every_word_that_the_program_asks_for_is_there() -> None:
    rooms = [Words.load(ASSETS / "words", room=room) for room in ("", "lobby", "care")]
    asked = set(literal_keys())
    assert len(asked) > 80
    assert sorted(asked.difference(*(words.keys for words in rooms))) == []


def test_no_japanese_word_is_written_into_the_widgets() -> None:
    """Words live in the Fluent file; app.py speaks before that; patterns, line breaks and letters are no words."""
    allowed = {"app.py", "lettering.py", "address.py", "layouts.py", "date_pad.py", "line.py"}
    found = []
    for path in UI.rglob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        documents = {ast.get_docstring(node, clean=False) for node in ast.walk(tree) if isinstance(node, _DOCUMENTED)}
        found += [
            f"{path.name}: {node.value}"
            for node in ast.walk(tree)
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value not in documents
            if path.name not in allowed and any("\u3040" <= letter <= "\u9fff" for letter in node.value)
        ]
    assert found == []


_DOCUMENTED = ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef
