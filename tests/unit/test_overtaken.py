"""Two windows with one accepted case: who comes second is told what was done first, and that theirs is not kept."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.bootstrap.doing import StoreDoing
from kiosk.bootstrap.program import Program
from kiosk.flow.actions import End
from kiosk.flow.day import DayList, Fate
from kiosk.flow.jobs import ListDay, Save, Unpark, Unparked
from kiosk.flow.writing import NotWithdrawn, WriteWithdrawal
from kiosk.model.case import CaseState
from kiosk.model.errors import SiteError
from kiosk.model.kept import Face, KeptCase
from tests.outboxes import confirmation, parcel
from tests.played import visit
from tests.visits import Desk, place_at
from tests.wording import say


@pytest.fixture
def here() -> Desk:
    """The visit as it stands at the window that comes second: the next revision of what was accepted."""
    desk, _ = visit("shomei")
    case = desk.now.case.model_copy(update={"revision": 2, "state": CaseState.OPEN})
    desk.visit.state = desk.visit.state.model_copy(update={"case": case})
    return desk


@pytest.fixture
def program(tmp_path: Path, here: Desk) -> Iterator[Program]:
    made = Program(place_at(tmp_path), here.clock)
    write(made, here, revision=1)
    yield made
    made.close()


def write(program: Program, here: Desk, *, revision: int, taken_back: bool = False) -> None:
    """What another window has written."""
    case, outbox = here.now.case, program.store.outbox
    state = CaseState.WITHDRAWN if taken_back else CaseState.CONFIRMED
    there = case.model_copy(update={"revision": revision, "state": state, "corrected_for": f"no. {revision}"})
    content = here.visit.state.model_copy(update={"case": there}).model_dump_json().encode()
    kept = KeptCase(content=content, face=Face(), words=frozenset(), staff="1001", revision=revision)
    filed = confirmation(here.clock, parcel(case.id, "P01", revision=revision))
    never = outbox.standing(case.id).never_sent if taken_back else None
    outbox.accept(filed.model_copy(update={"slip": case.slip, "kept": kept, "never_sent": never}))


@pytest.mark.parametrize(
    ("taken_back", "told"), [(False, "訂正（第2版）が確定されています"), (True, "取り下げられています")]
)
def test_a_correction_is_not_kept_and_says_what_was_done_instead(
    program: Program, here: Desk, *, taken_back: bool, told: str
) -> None:
    write(program, here, revision=2, taken_back=taken_back)
    with pytest.raises(SiteError) as refused:
        StoreDoing(program).do(Save(here.visit.state))
    assert told in refused.value.what
    assert "この画面で直したことは、保存していません。" in refused.value.what


@pytest.mark.parametrize(("taken_back", "told"), [(False, "訂正（第2版）が確定"), (True, "取り下げてあります")])
def test_a_withdrawal_is_not_done_and_says_why(program: Program, here: Desk, *, taken_back: bool, told: str) -> None:
    write(program, here, revision=2, taken_back=taken_back)
    case = here.now.case.model_copy(update={"revision": 2, "state": CaseState.WITHDRAWN})
    done = StoreDoing(program).do(WriteWithdrawal(here.now.with_case(case), here.visit.state))
    assert isinstance(done, NotWithdrawn)
    assert told in say(done.why)


def test_a_parked_correction_is_not_taken_for_what_was_accepted_instead(program: Program, here: Desk) -> None:
    doing = StoreDoing(program)
    doing.do(Save(here.visit.state))
    write(program, here, revision=2, taken_back=True)
    day = doing.do(ListDay())
    assert isinstance(day, DayList)
    assert [(line.slip, line.fate) for line in day.visits] == [(here.now.case.slip, Fate.OVERTAKEN)]
    program.presence.leave()
    opened = StoreDoing(Program(program.place, here.clock)).do(Unpark(here.now.case.id))
    assert isinstance(opened, Unparked)
    assert opened.state is not None
    assert opened.state.case is not None
    assert (opened.overtaken, opened.state.case.state) == (True, CaseState.WITHDRAWN)
    shown = here.act(End()).at_once.handle(opened)
    assert [notice.code for notice in shown.notices] == ["parked-overtaken"]
    assert shown.withdrawn == "no. 2"
