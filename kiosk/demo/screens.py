"""Pictures of the counter window through the demonstration visit, without a display."""

import os
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain, takewhile
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QEventLoop

from kiosk.demo.family import SLIP, Demo
from kiosk.designing.rehearsal import answers, looked_through
from kiosk.flow.actions import Action, AddPerson, Answer, Confirm, GoTo, Hold, Sign, StartVisit, Step
from kiosk.flow.visit import Visit
from kiosk.setup.libraries import off_the_glass
from kiosk.ui.host import Host

SIZE = (1366, 768)
LIVING_PAPER = "3-living-paper"
_ADDRESS = "addr.new.text"  # when it is asked, every part of the window has something to show


def grab_screens(demo: Demo, folder: Path) -> list[Path]:
    """Write screens/*.png of every step of the visit; the window has a store of its own."""
    os.environ.update(off_the_glass(os.environ))
    from kiosk.bootstrap.window import build_counter
    from kiosk.ui.counter.grab import grab

    folder.mkdir(parents=True, exist_ok=True)
    place = demo.program.place
    program = replace(demo.program, place=place.at(place.home / "screens"))
    desk = build_counter(program, next_slip=lambda: SLIP)
    desk.window.resize(*SIZE)
    paths = []
    for name, actions, at in _story(demo, desk.visit):
        for action in actions:
            desk.window.act(action)
            until_settled(desk.host)
        if desk.window.page.step is Step.INTERVIEW:
            desk.window.interview.go(at) if at else desk.window.interview.go_current()
        paths.append(folder / f"{name}.png")
        grab(desk.window, paths[-1])
    desk.close()
    return paths


def until_settled(host: Host) -> None:
    """Let the window live until nothing of its visit is under way."""
    if host.busy:
        loop = QEventLoop()
        host.settled.connect(loop.quit)
        loop.exec()


def write_readme_picture(demo: Demo, path: Path) -> None:
    """The interview with the living paper half filled, as the README shows it."""
    with TemporaryDirectory(prefix="kiosk-screens-") as folder:
        grab_screens(demo, Path(folder))
        path.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(Path(folder) / f"{LIVING_PAPER}.png", path)


def _before(path: str, said: Iterator[Answer | Hold]) -> Iterator[Action]:
    """The answers until a path is asked."""
    return takewhile(lambda answer: answer.path != path, said)


def _story(demo: Demo, visit: Visit) -> Iterator[tuple[str, Iterable[Action], str]]:
    """Name of the picture, what happens before it, and the question that then has the keyboard ("": the next)."""
    yield "0-start", (), ""
    yield "1-interview", (StartVisit(event=demo.case.event), AddPerson()), ""
    yield "2-cards-and-extract", demo.sources(cards=True, extract=True), ""
    yield LIVING_PAPER, _before(_ADDRESS, answers(visit, demo.case)), _ADDRESS
    yield "4-household", (), "person[p1].name.full"
    yield "5-answered", answers(visit, demo.case), "person[p1].phone"
    yield "6-plan", (GoTo(step=Step.PLAN),), ""
    yield "7-check", (GoTo(step=Step.CHECK),), ""
    yield "8-sign", chain(looked_through(visit), (GoTo(step=Step.SIGN),)), ""
    signs = tuple(Sign(person=person, signature=mark) for person, mark in demo.case.signatures.items())
    yield "9-signed", signs, ""
    yield "10-done", (Confirm(),), ""
