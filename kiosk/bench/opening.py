"""How long the counter takes to show itself, beside a bare window of the same toolkit, each in a fresh process."""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from kiosk.bench.row import Row, at_most, information
from kiosk.bench.subject import Subject
from kiosk.bench.timing import Effort, taking_turns
from kiosk.model.errors import Defect

_SHOW = 'window.resize(1366, 768); window.show(); app.processEvents(); print("painted", flush=True); os._exit(0)'
_BARE = f"""
import os
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow
app, window = QApplication([]), QMainWindow()
window.setCentralWidget(QLabel("窓口"))
{_SHOW}
"""
_FIRST = """
import os, sys
from kiosk.bootstrap import start
def painted(*_):
    print("painted", flush=True); os._exit(0)
start.first_frame(painted)
"""
_COUNTER = f"""
import os, sys
from pathlib import Path
from kiosk.bootstrap.place import Place
from kiosk.bootstrap.window import build_counter
from kiosk.bootstrap.program import Program
from kiosk.flow.clock import SystemClock
forms, assets, home = map(Path, sys.argv[1:])
desk = build_counter(Program(Place(forms=forms, assets=assets, home=home), SystemClock()))
app, window = desk.app, desk.window
{_SHOW}
"""


@dataclass(frozen=True)
class _Program:
    """A program that prints a line when its window has been painted; compiled modules are kept in `cache`."""

    code: str
    words: tuple[str, ...]
    cache: Path

    def run(self) -> None:
        command = [sys.executable, "-c", self.code, *self.words]
        environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
        environment |= {"QT_QPA_PLATFORM": "offscreen", "PYTHONPYCACHEPREFIX": str(self.cache)}
        done = subprocess.run(command, env=environment, capture_output=True, check=False)  # noqa: S603 - our own words
        if b"painted" not in done.stdout:
            raise Defect(f"a window did not open: {done.stderr.decode(errors='replace').splitlines()[-1:]}")


def opening(subject: Subject, effort: Effort) -> list[Row]:
    """From the start of the process until the first page is painted; the store exists, modules are compiled."""
    place, cache = subject.place, subject.folder / "compiled"
    words = (str(place.forms), str(place.assets), str(subject.folder / "counter"))
    sides = {"bare": _Program(_BARE, (), cache).run, "counter": _Program(_COUNTER, words, cache).run}
    sides["first"] = _Program(_FIRST, (), cache).run
    took = taking_turns(sides, times=effort.times(5, 1), warm=1)
    bare = "a bare PySide6 window with one label"
    return [
        information(Row(name="first_frame_bare_ms", label="空の画面が出るまで", value=took["bare"], unit="ms")),
        information(Row(name="first_frame_ms", label="最初の画面が出るまで", value=took["first"], unit="ms")),
        at_most(
            2,
            Row(
                name="first_frame_ratio",
                label="最初の画面が出るまで: 空の画面との比",
                value=took["first"] / took["bare"],
                unit="倍",
                compared_with=bare,
            ),
        ),
        information(
            Row(
                name="start_page_ratio",
                label="手続を選べる画面が出るまで: 空の画面との比",
                value=took["counter"] / took["bare"],
                unit="倍",
                compared_with=bare,
            )
        ),
    ]
