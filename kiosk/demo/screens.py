"""Pictures of the counter window through the demonstration visit, without a display."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from kiosk.demo.family import SLIP, Demo
from kiosk.flow.actions import Action, AddPerson, Confirm, GoTo, Sign, StartVisit, Step
from kiosk.flow.rehearsal import answers
from kiosk.flow.session import Session

SIZE = (1366, 768)


def grab_screens(demo: Demo, folder: Path) -> list[Path]:
    """Write screens/*.png of every step of the visit; the window has a store of its own."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from kiosk.bootstrap.window import build_counter
    from kiosk.ui.counter.grab import grab

    folder.mkdir(parents=True, exist_ok=True)
    place = replace(demo.works.place, home=demo.works.place.home / "screens")
    works = replace(demo.works, place=place)
    session = works.session(next_slip=lambda: SLIP)
    desk = build_counter(works, session=session)
    desk.window.resize(*SIZE)
    paths = []
    for name, actions in _story(demo, session):
        for action in actions:
            desk.window.act(action)
        paths.append(folder / f"{name}.png")
        grab(desk.window, paths[-1])
    desk.close()
    return paths


def _story(demo: Demo, session: Session) -> Iterator[tuple[str, Iterable[Action]]]:
    yield "0-start", ()
    yield "1-interview", (StartVisit(event=demo.case.event), AddPerson())
    yield "2-cards-and-extract", demo.sources(cards=True, extract=True)
    yield "3-answered", answers(session, demo.case)
    yield "4-plan", (GoTo(step=Step.PLAN),)
    yield "5-check", (GoTo(step=Step.CHECK),)
    yield "6-sign", (GoTo(step=Step.SIGN),)
    signs = tuple(Sign(person=person, signature=mark) for person, mark in demo.case.signatures.items())
    yield "7-signed", signs
    yield "8-done", (Confirm(),)
