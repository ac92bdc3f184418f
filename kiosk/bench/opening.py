"""How long the counter takes to show itself, beside a bare window of the same toolkit, each in a fresh process.

The start page is usable once it is painted: what is pressed there is taken, even while the rules are still being read.
"""

from kiosk.bench.children import Child
from kiosk.bench.row import Row, at_most, information
from kiosk.bench.subject import Subject
from kiosk.bench.timing import Effort, taking_turns

_BARE = """
import os
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow
app, window = QApplication([]), QMainWindow()
window.setCentralWidget(QLabel("窓口"))
window.resize(1366, 768)
window.show()
app.processEvents()
os._exit(0)
"""
_FIRST = """
import os
from kiosk.bootstrap import start
start.first_frame(lambda: os._exit(0))
"""
_COUNTER = """
import os, sys
from kiosk.bootstrap import start
def prepare():
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication, QMainWindow
    from kiosk.bootstrap.place import Place
    from kiosk.bootstrap.program import Program
    from kiosk.flow.clock import SystemClock
    def look():
        shown = [each for each in QApplication.topLevelWidgets() if isinstance(each, QMainWindow) and each.isVisible()]
        if shown:
            QApplication.processEvents()
            usable(shown[0]) if sys.argv[1:] == ["visit"] else os._exit(0)
        else:
            QTimer.singleShot(1, look)
    def usable(window):
        from kiosk.flow.actions import StartVisit, Step
        def asked():
            if window.page.step is Step.INTERVIEW:
                QApplication.processEvents()
                os._exit(0)
            QTimer.singleShot(1, asked)
        window.act(StartVisit(event=window.kit.events[0].code))
        asked()
    QTimer.singleShot(0, look)
    return Program(Place.standard(), SystemClock()), ()
start.counter(prepare)
os._exit(1)
"""
_LOBBY = """
import os
from kiosk.bootstrap import start
def prepare():
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication
    from kiosk.bootstrap.place import Place
    from kiosk.bootstrap.program import Program
    from kiosk.flow.clock import SystemClock
    def look():
        shown = [each for each in QApplication.topLevelWidgets() if hasattr(each, "way") and each.isVisible()]
        if shown:
            QApplication.processEvents()
            os._exit(0)
        QTimer.singleShot(1, look)
    QTimer.singleShot(0, look)
    return Program(Place.standard(), SystemClock()), ()
start.lobby(prepare)
os._exit(1)
"""


def opening(subject: Subject, effort: Effort) -> list[Row]:
    """From the start of the process until the page is painted; the store exists, modules are compiled."""
    cache = effort.cache(subject.folder)
    home = {"KIOSK_HOME": str(subject.folder / "counter"), "KIOSK_FORMS": str(subject.place.forms)}
    sides = {
        "bare": Child(("-c", _BARE), cache).run,
        "first": Child(("-c", _FIRST), cache, home).run,
        "counter": Child(("-c", _COUNTER), cache, home).run,
        "lobby": Child(("-c", _LOBBY), cache, home).run,
        "visit": Child(("-c", _COUNTER, "visit"), cache, home).run,
    }
    took = taking_turns(sides, times=effort.times(7, 1), warm=effort.times(1, 0))
    return [
        information(Row(name="first_frame_bare_ms", label="空の画面が出るまで", value=took["bare"], unit="ms")),
        information(Row(name="first_frame_ms", label="最初の画面が出るまで", value=took["first"], unit="ms")),
        _ratio(1.3, "first_frame_ratio", "最初の画面が出るまで: 空の画面との比", took["first"] / took["bare"]),
        _ratio(3, "start_page_ratio", "手続を選べる画面が出るまで: 空の画面との比", took["counter"] / took["bare"]),
        _ratio(3, "lobby.start_ratio", "記載台の最初の画面が出るまで: 空の画面との比", took["lobby"] / took["bare"]),
        information(
            Row(
                name="first_question_ratio",
                label="すぐに選んだ手続の質問が出るまで: 空の画面との比",
                value=took["visit"] / took["bare"],
                unit="倍",
                compared_with="an occasion pressed at once waits until the rules are read",
            )
        ),
    ]


def _ratio(limit: float, name: str, label: str, value: float) -> Row:
    with_ = "a bare PySide6 window with one label"
    return at_most(limit, Row(name=name, label=label, value=value, unit="倍", compared_with=with_))
