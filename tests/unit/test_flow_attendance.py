"""Coming and going at a desk, without a window: what it asks for, and what of it is noted."""

import pytest

from kiosk.flow.at_desk import AtDesk
from kiosk.flow.attendance import Attendance, Note, Stage, Why, begin, enter, lock, renewed
from kiosk.model.staff import Role, Staff

HANAKO = Staff(number="1001", name="窓口　花子", roles=frozenset({Role.LEAD}))
JIRO = Staff(number="1002", name="見本　二郎", roles=frozenset({Role.CLERK}))
CASE = "01a2"


def opened(*, case: str = "") -> Attendance:
    return enter(begin(staffed=True), HANAKO, case=case)[0]


def test_a_place_without_staff_asks_for_the_first_and_any_other_for_a_number() -> None:
    assert (begin(staffed=False).stage, begin(staffed=True).stage) == (Stage.FOUNDING, Stage.CLOSED)
    at, notes = enter(begin(staffed=False), HANAKO)
    assert (at.open, at.person, notes) == (True, HANAKO, ())


@pytest.mark.parametrize(("next_in", "noted"), [(HANAKO, ()), (JIRO, (Note("take-over", CASE, "from=1001"),))])
def test_only_a_colleague_who_finds_a_visit_open_takes_it_over(next_in: Staff, noted: tuple[Note, ...]) -> None:
    closed, notes = lock(opened(), Why.IDLE, case=CASE)
    assert notes == (Note("lock", CASE, "idle"),)
    assert (closed.stage, closed.person) == (Stage.CLOSED, HANAKO)
    assert enter(closed, next_in, case=CASE)[1] == noted
    assert enter(closed, next_in)[1] == ()


def test_who_has_a_given_pin_is_not_in_before_choosing_one_and_then_takes_over_all_the_same() -> None:
    closed, _ = lock(opened(), Why.HAND, case=CASE)
    at, notes = enter(closed, JIRO.model_copy(update={"renew": True}), case=CASE)
    assert (at.stage, at.person, notes) == (Stage.RENEWING, HANAKO, ())
    assert lock(at, Why.IDLE, case=CASE) == (closed, ())
    at, notes = renewed(at, case=CASE)
    assert (at.person, notes) == (JIRO, (Note("take-over", CASE, "from=1001"),))


def test_what_is_closed_already_is_not_locked_again() -> None:
    for at in (begin(staffed=True), begin(staffed=False)):
        assert lock(at, Why.CARD) == (at, ())
    assert renewed(opened()) == (opened(), ())


def test_where_nobody_signs_in_the_desk_itself_is_on_record() -> None:
    at_desk = AtDesk("mado1")
    assert at_desk.by() == "mado1"
    at_desk.person = HANAKO
    assert at_desk.by() == "1001"
