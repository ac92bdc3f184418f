"""A real process with a planted bug: whatever nobody caught is on the glass and in the log, and the program goes on."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.bootstrap.log import NAME
from tests.read_before import begun
from tests.visits import ROOT

PROGRAM = """
import sys, threading
from dataclasses import replace
from pathlib import Path
from PySide6.QtCore import QTimer, qWarning
from kiosk.bootstrap import hooks
from kiosk.bootstrap.place import Place
from kiosk.bootstrap.program import Program
from kiosk.bootstrap.window import build_counter
from kiosk.flow.actions import StartVisit
from kiosk.flow.clock import SystemClock

desk = build_counter(Program(replace(Place.standard(), home=Path(sys.argv[1])), SystemClock()))
hooks.install(desk.host, desk.log)
desk.window.show()
desk.host.start()

def stumble():
    raise ValueError("架空　太郎")

class Leaver:
    def __del__(self):
        stumble()

def look():
    if desk.window.broken.isVisible() and desk.window.broken.kept.label.text == desk.window.kit.words(
        "broken-kept", slip=desk.visit.page().slip
    ):
        print("told", flush=True)
        desk.window.broken.go_on.click()
        print(desk.window.page.step.value, flush=True)
        desk.app.exit(0)
    else:
        QTimer.singleShot(20, look)

def begin():
    desk.window.act(StartVisit(event="tennyu"))
    plant()

def plant():
    if not desk.visit.page().slip:
        QTimer.singleShot(20, plant)
        return
    where = sys.argv[2]
    if where == "slot":
        QTimer.singleShot(0, stumble)
    elif where == "thread":
        threading.Thread(target=stumble).start()
    elif where == "job":
        desk.jobs.run(stumble, done=print)
    qWarning("a word in 'quotes'")
    Leaver()
    look()

QTimer.singleShot(0, begin)
code = desk.app.exec()
hooks.remove()
desk.close()
sys.exit(code)
"""


@pytest.mark.parametrize("where", ["slot", "thread", "job"])
def test_an_error_that_nobody_caught_is_told_logged_and_survived(tmp_path: Path, where: str) -> None:
    home = tmp_path / "home"
    begun(home / "cache")
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    call = [sys.executable, "-c", PROGRAM, str(home), where]
    ended = subprocess.run(call, capture_output=True, text=True, check=False, env=environment, timeout=120)
    assert (ended.returncode, ended.stdout.split()) == (0, ["told", "interview"]), ended.stderr
    text = (home / "logs" / NAME).read_text(encoding="ascii")
    lines = [json.loads(line) for line in text.splitlines()]
    assert [line["kinds"] for line in lines if line["event"] == "defect"].count(["ValueError"]) == 2
    assert any(line["event"] == "qt" and line["message"] == "a word in " for line in lines)
    assert "u67b6" not in text
    assert "太郎" not in ended.stdout + ended.stderr
