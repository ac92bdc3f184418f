"""The first resident of a day finds everything loaded, and nothing of whoever was invented for that."""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

from kiosk.bootstrap.place import Place
from kiosk.bootstrap.program import Program
from kiosk.bootstrap.warming import warm
from kiosk.flow.clock import SystemClock
from kiosk.readings.names import NameReadings
from tests.visits import ROOT

READINGS = NameReadings(ROOT / "assets" / "readings")
ASKS = """
import sys
from dataclasses import replace
from pathlib import Path
from kiosk.bootstrap.lobby import LobbyDesk
from kiosk.bootstrap.place import Place
from kiosk.bootstrap.program import Program
from kiosk.bootstrap.warming import warm
from kiosk.catalogue.case_file import load_case_file
from kiosk.flow.clock import SystemClock
from kiosk.flow.lobby.actions import Begin, Choose, Onward, PutOff, Say
from kiosk.flow.lobby.pages import Place as Where
program = Program(replace(Place.standard(), home=Path(sys.argv[1])), SystemClock())
desk = LobbyDesk(program)
if sys.argv[2] == "warm":
    warm(program, desk.visit.outside, program.readings)
told = load_case_file(program.place.personas / "juminhyo.toml", program.book).answers
loaded, page = set(sys.modules), desk.page()
for action in (Begin(), Choose(event="shomei"), Onward()):
    page = desk.handle(action).page
while page.place is Where.QUESTION:
    words = told.get(page.question.path)
    page = desk.handle(Say(text=words) if words else PutOff()).page
desk.handle(Onward())
print(*sorted(name for name in set(sys.modules) - loaded if name.startswith("kiosk")))
"""


def loads(home: Path, how: str) -> list[str]:
    """What the first visit of a process still loads."""
    words = [sys.executable, "-c", ASKS, str(home), how]
    return subprocess.run(words, check=True, capture_output=True, text=True, cwd=ROOT).stdout.split()


def test_the_first_resident_waits_for_nothing_to_be_loaded(tmp_path: Path) -> None:
    assert loads(tmp_path / "one", "warm") == []
    assert loads(tmp_path / "other", "cold") != []


def test_whoever_was_invented_for_it_is_kept_nowhere(tmp_path: Path) -> None:
    program = Program(replace(Place.standard(), home=tmp_path), SystemClock())
    visit = program.visit()
    warm(program, visit.outside, READINGS)
    assert visit.state.case is None
    assert program.store.drafts.list() == ()
    program.close()


def test_a_place_without_that_person_begins_all_the_same(tmp_path: Path) -> None:
    program = Program(replace(Place.standard(), home=tmp_path), SystemClock())
    outside = program.visit().outside
    elsewhere = replace(program.place, forms=tmp_path / "none")
    program.place = elsewhere
    warm(program, outside, READINGS)
