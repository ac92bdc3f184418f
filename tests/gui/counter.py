"""The counter window over hand-written ports."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QLineEdit, QTableView, QWidget
from pytestqt.qtbot import QtBot

from kiosk.flow.pages import Choice
from kiosk.ui.counter.window import CounterWindow
from kiosk.ui.host import Host
from kiosk.ui.jobs import Jobs
from kiosk.ui.kit import Kit
from kiosk.ui.theme import Look
from kiosk.words import Words
from tests.gui.fake_desk import FakeDesk
from tests.gui.fake_ports import FakeCards, FakeGlyphs, FakeLog, FakeOffice, FakePaper, Nothing
from tests.leftovers import of_a_single_shot, running_timers

ASSETS = Path(__file__).resolve().parents[2] / "assets"
EVENTS = ("転入（引越してきた）", "転居（市内で引越した）", "転出（引越していく）", "出生", "おくやみ", "証明書")


@dataclass
class Counter:
    """The window with everything behind it."""

    window: CounterWindow
    desk: FakeDesk
    cards: FakeCards
    office: FakeOffice
    glyphs: FakeGlyphs
    words: Words


def make_counter(folder: Path) -> Counter:
    desk, cards, office, glyphs = FakeDesk(), FakeCards(), FakeOffice(folder), FakeGlyphs()
    words = Words.load(ASSETS / "words")
    events = tuple(Choice(code=f"e{at}", label=label) for at, label in enumerate(EVENTS))
    kit = Kit(
        words=words,
        look=Look(),
        glyphs=glyphs,
        paper=FakePaper(),
        cards=cards,
        drawer=cards,
        office=office,
        jobs=Jobs(),
        events=events,
    )
    kit.look.apply()
    window = CounterWindow(kit, Host(desk, doing=lambda _: Nothing(), log=FakeLog()), desk.page())
    window.resize(1366, 768)
    return Counter(window, desk, cards, office, glyphs, words)


def keyboard() -> QWidget:
    """The widget that gets the next key."""
    focus = QApplication.focusWidget()
    assert focus is not None, "nothing has the keyboard"
    return focus


def settle(qtbot: QtBot) -> None:
    """Until nothing on the glass moves any more and nothing is left to be done a moment later."""
    before: list[tuple[QWidget, QRect]] = []

    def still() -> bool:
        nonlocal before
        seen = [(widget, widget.geometry()) for widget in QApplication.allWidgets() if widget.isVisible()]
        moved, before = seen != before, seen
        return not moved and not any(of_a_single_shot(timer) for timer in running_timers())

    until(qtbot, still)


def until(qtbot: QtBot, condition: Callable[[], bool]) -> None:
    """Let the window live until this is so; the limit is only for what never comes, however busy the machine."""
    qtbot.waitUntil(condition, timeout=60_000)


def words_on_the_glass() -> list[str]:
    return [text for widget in QApplication.allWidgets() for text in words_of(widget)]


def words_of(widget: QWidget) -> list[str]:
    """Every word that a widget holds, shown or not."""
    words = [widget.accessibleName(), widget.toolTip(), widget.windowTitle(), str(getattr(widget, "_text", ""))]
    match widget:
        case QLineEdit() | QAbstractButton() | QLabel():
            words.append(widget.text())
        case QComboBox():
            words += [widget.itemText(at) for at in range(widget.count())]
        case QTableView():
            model = widget.model()
            cells = [(row, column) for row in range(model.rowCount()) for column in range(model.columnCount())]
            words += [str(model.index(row, column).data()) for row, column in cells]
    return words
