"""Opens the counter window on the real parts: host, log, courier behind it.

What the start page does not show is made afterwards: rules and forms are read on a worker thread, the store is opened
on another, views are made when a visit reaches them.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.bootstrap import hooks
from kiosk.bootstrap.arriving import ArrivingDoing
from kiosk.bootstrap.boards import counter_boards
from kiosk.bootstrap.display import check_display
from kiosk.bootstrap.doing import StoreDoing
from kiosk.bootstrap.kits import desk_kit
from kiosk.bootstrap.late import LateDesk
from kiosk.bootstrap.log import LocalLog
from kiosk.bootstrap.memory import share_memory
from kiosk.bootstrap.opposite import CounterOpposite
from kiosk.bootstrap.settling import settle
from kiosk.bootstrap.staff_window import StaffWindow, door_around, host_of, show
from kiosk.bootstrap.training import TrainingRoom
from kiosk.catalogue.occasions import occasions
from kiosk.flow.actions import Step
from kiosk.flow.notices import CATALOGUE_EDITED, CATALOGUE_REFUSED, CATALOGUE_WRONG, WORDS_WRONG
from kiosk.flow.pages import Choice
from kiosk.ui.app import make_app
from kiosk.ui.counter.window import CounterWindow
from kiosk.ui.kit import Kit
from kiosk.ui.staff.door import DeskDoor
from kiosk.ui.troubles import Trouble

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from kiosk.bootstrap.program import Program
    from kiosk.flow.actions import Action
    from kiosk.flow.visit import Visit
    from kiosk.model.base import Issue
    from kiosk.model.errors import SiteError
    from kiosk.model.life_event import LifeEvent


@dataclass
class CounterDesk(StaffWindow):
    """The counter's window with everything behind it."""

    window: CounterWindow

    @property
    def visit(self) -> Visit:
        """The visit behind the window."""
        return self.desk.visit


def build_counter(
    program: Program, *, next_slip: Callable[[], str] | None = None, deliver: bool = False, staffed: bool | None = None
) -> CounterDesk:
    """Make the window; raises SiteError without a display or fonts. What the store lacks, the window itself says.

    `next_slip` gives slip numbers of its own; `deliver`: with the courier behind the window; `staffed`: behind a door,
    and whether staff sign in there.
    """
    check_display(os.environ)
    share_memory()
    app = make_app(program.place.assets)
    desk, log = LateDesk(program), LocalLog(program.place.home / "logs", program.clock)
    host = host_of(
        program,
        desk,
        log,
        deliver=deliver,
        doing=lambda advanced: ArrivingDoing(program, StoreDoing(program, number=next_slip, advanced=advanced)),
    )
    kit = desk_kit(
        program,
        desk,
        events=tuple(Choice(code=code, label=label) for code, label in occasions(program.place.forms)),
        trainer=TrainingRoom(program, desk) if program.training else None,
        opposite=CounterOpposite(program, desk),
    )
    made = CounterDesk(program, app, desk, host, log, CounterWindow(kit, host, desk.page()), kit.jobs)
    made.window.offer_boards(lambda: counter_boards(program, kit))
    if staffed is not None:
        made.door = _door(made, kit, staffed=staffed)
    return made


def _door(desk: CounterDesk, kit: Kit, *, staffed: bool) -> DeskDoor:
    """The door around the window, and the header's way to it."""

    def case() -> str:
        state = desk.desk.state
        return str(state.case.id) if state.case is not None and state.step is not Step.DONE else ""

    door = door_around(desk, kit, case=case, staffed=staffed)
    door.curtain.turned.connect(desk.window.cover_opposite)
    return door


def show_counter(program: Program, *, ready: Sequence[Action] = (), staffed: bool = False) -> Callable[[], None]:
    """Make and show the window; `ready` are actions done beforehand (the demo family). Returns how to close it."""
    desk = build_counter(program, deliver=True, staffed=staffed)
    hooks.install(desk.host, desk.log)
    for action in ready:
        desk.window.act(action)
    return show(desk, lambda: _begin(desk))


def _begin(desk: CounterDesk) -> None:
    """Read the rules, open the store, deliver: on other threads, which would only have kept the page from the glass.

    The page about a defect is made now, while nothing has gone wrong.
    """
    _ = desk.window.broken
    desk.desk.begin(
        desk.jobs,
        act=desk.host.act,
        failed=lambda error: _unread(desk, error),
        broke=desk.host.defect,
        ready=lambda: _ready(desk),
    )
    desk.host.start()
    if desk.door is not None:
        desk.door.begin()


def _ready(desk: CounterDesk) -> None:
    """Rules and forms are there: when they are older ones, that is told as long as they are used."""
    forms = desk.program.in_force
    if forms.issues:
        code = CATALOGUE_EDITED if forms.edited else CATALOGUE_WRONG
        told = code(n=len(forms.issues), first=_at(forms.issues[0]), since=forms.since)
        desk.host.say(Trouble("catalogue", "", messages=(told,)))
    else:
        desk.host.mended("catalogue")
    if wrong := desk.program.spoken.wrong:
        desk.host.say(Trouble("words", "", messages=(WORDS_WRONG(files="、".join(f"words/{name}" for name in wrong)),)))
    desk.window.offer(choices(desk.program.catalogue.events))
    desk.window.start.register.judge(desk.program.catalogue.city.register_days)
    if desk.program.training and desk.window.page.step is Step.START:
        desk.window.open_training()
    settle()


def _at(issue: Issue) -> str:
    """File and line, without the place inside that only who mends it needs."""
    file = issue.where.partition(" ")[0]
    return f"{file} {issue.line}行目" if issue.line else file


def _unread(desk: CounterDesk, error: SiteError) -> None:
    """No visit can begin: with wrong forms every problem is shown, and they can be read again once they are mended."""
    from kiosk.bootstrap.forms import FormsRefused

    if isinstance(error, FormsRefused):
        desk.host.say(Trouble("catalogue", "", messages=(CATALOGUE_REFUSED(n=len(error.issues)),)))
        desk.window.refuse(error.issues, again=desk.desk.read_again)
    else:
        desk.host.trouble("catalogue", error)


def choices(events: Iterable[LifeEvent]) -> tuple[Choice, ...]:
    """The life events as the start page offers them."""
    return tuple(Choice(code=event.id, label=event.name) for event in events)
