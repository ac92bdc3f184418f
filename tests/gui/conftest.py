"""A window over hand-written ports, offscreen."""

import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

import pytest
import shiboken6
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.bootstrap.designer import DesignerSeat, seat_of
from kiosk.bootstrap.place import Place
from kiosk.bootstrap.program import Program
from kiosk.bootstrap.releasing import Releasing
from kiosk.bootstrap.window import CounterDesk, build_counter
from kiosk.demo.family import Demo
from kiosk.flow.clock import SystemClock
from kiosk.model.staff import FOUNDER, Role, Staff
from kiosk.store.roster import stamp
from kiosk.ui.app import make_app
from kiosk.ui.kit import Kit
from kiosk.ui.lobby.boards.board import Board
from kiosk.ui.tokens import TextSize
from tests.gui.boards import ROOMS, Hall, make_kit
from tests.gui.counter import ASSETS, Counter, make_counter, until
from tests.gui.designer import DOG, Draft, leave
from tests.gui.designer import opened as opened_draft
from tests.gui.lobby import Touched, opened
from tests.gui.real import Opens
from tests.gui.staff import NAMES, PINS, StaffedOpens, door
from tests.read_before import EDITED, begun
from tests.tiny_forms import tiny_forms


@pytest.fixture(scope="session")
def qapp() -> QApplication:
    return make_app(ASSETS)


@pytest.fixture(autouse=True)
def read_at_an_earlier_start(monkeypatch: pytest.MonkeyPatch) -> None:
    """No window is the first that ever reads the forms."""
    monkeypatch.setattr(Place, "cache", property(lambda _: begun(EDITED)))


@pytest.fixture(autouse=True)
def other_windows_follow(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a window holds is not there for good."""
    monkeypatch.setattr("kiosk.bootstrap.window.settle", lambda: None)
    monkeypatch.setattr("kiosk.bootstrap.lobby_showing.settle", lambda: None)


@pytest.fixture
def counter(qtbot: QtBot, tmp_path: Path) -> Iterator[Counter]:
    made = make_counter(tmp_path)
    with qtbot.waitActive(made.window):
        made.window.show()
        made.window.activateWindow()
    yield made
    made.cards.go_on.set()
    made.window.close()
    shiboken6.delete(made.window)


@pytest.fixture
def demo(tmp_path: Path) -> Demo:
    return Demo.prepare(replace(Place.standard(), home=tmp_path / "home"))


@pytest.fixture
def terminal(qtbot: QtBot, demo: Demo) -> Iterator[Touched]:
    """A terminal with nobody at it."""
    made = opened(qtbot, demo.program)
    yield made
    made.leave()


def active(qtbot: QtBot, desk: CounterDesk, *begin: Callable[[], None]) -> CounterDesk:
    """A window that is shown, has the keyboard, and waits for nothing any more."""
    with qtbot.waitActive(desk.window):
        desk.window.show()
        desk.window.activateWindow()
    for each in begin:
        each()
    until(qtbot, lambda: not desk.host.busy)
    return desk


def _close(desks: list[CounterDesk]) -> None:
    for desk in desks:
        if shiboken6.isValid(desk.window):
            desk.close()


@pytest.fixture
def open_counter(qtbot: QtBot, demo: Demo) -> Iterator[Opens]:
    """Opens the real window on the same home, as often as a story needs it."""
    desks: list[CounterDesk] = []

    def open_one(*, deliver: bool = False) -> CounterDesk:
        desk = build_counter(replace(demo.program), deliver=deliver)
        desks.append(desk)
        return active(qtbot, desk, desk.host.start)

    yield open_one
    _close(desks)


@pytest.fixture
def kit(qapp: QApplication) -> Kit:
    """Words, look and ports of the terminal, at the size it begins with."""
    made = make_kit()
    made.look.set(size=TextSize.NORMAL)
    return made


@pytest.fixture
def shown(qtbot: QtBot) -> Iterator[Callable[..., Board]]:
    """Puts a board into a window of its own, in the room of the smallest glass unless another is named."""
    halls: list[Hall] = []

    def show(board: Board, room: str = "1280x800") -> Board:
        halls.append(Hall(board, ROOMS[room]))
        with qtbot.waitActive(halls[-1]):
            halls[-1].show()
            halls[-1].activateWindow()
        return board

    yield show
    for hall in halls:
        shiboken6.delete(hall)


@pytest.fixture
def opens_staffed(qtbot: QtBot, demo: Demo) -> Iterator[StaffedOpens]:
    """Opens the counter of the same place, at which staff sign in."""
    desks: list[CounterDesk] = []

    def open_one() -> CounterDesk:
        desk = build_counter(replace(demo.program), staffed=True)
        desks.append(desk)
        return active(qtbot, desk, desk.host.start, door(desk).begin)

    yield open_one
    _close(desks)


@pytest.fixture
def staffed(opens_staffed: StaffedOpens, demo: Demo) -> CounterDesk:
    """A counter with a lead and a clerk, who has a staff card."""
    program = replace(demo.program)
    for number, roles in (("1001", FOUNDER), ("1002", frozenset({Role.CLERK}))):
        one = Staff(number=number, name=NAMES[number], roles=roles)
        assert program.store.staff.add(one, PINS[number], event=stamp("1001", program.clock.now())) is None
    assert program.store.staff.bind("1002", "0114A1B2C3D4E5F1", event=stamp("1001", program.clock.now())) is None
    program.close()
    return opens_staffed()


@pytest.fixture
def draft(qtbot: QtBot, tmp_path: Path) -> Iterator[Draft]:
    """A form on the designer's workbench."""
    made = opened_draft(qtbot, tmp_path)
    yield made
    leave(made)


@pytest.fixture
def program(tmp_path: Path) -> Iterator[Program]:
    """A place with the smallest forms, in which a draft was begun."""
    forms = tiny_forms(tmp_path / "forms")
    (forms / "personas").mkdir()
    (forms / "personas" / "inu.toml").write_text(DOG, encoding="utf-8")
    made = Program(Place(forms=forms, assets=Place.standard().assets, home=tmp_path / "home"), SystemClock())
    assert Releasing(made).begin("tanuki", why="欄の並びを直す", by="1001") == ()
    yield made
    made.close()


@pytest.fixture
def seat(qtbot: QtBot, program: Program) -> Iterator[DesignerSeat]:
    """The designer of who began it."""
    made = seat_of(program, "tanuki", by="1001")
    made.window.resize(1366, 768)
    with qtbot.waitActive(made.window):
        made.window.show()
        made.window.activateWindow()
    made.window.begin()
    until(qtbot, lambda: made.jobs.running == 0)
    yield made
    made.let_go()
    made.jobs.close(finish=True)
    made.program.close()
    shiboken6.delete(made.window)
