"""Two windows on one draft: one works, the other reads, and taking it over loses nothing of what was changed."""

import datetime as dt
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kiosk.bootstrap.designer import DesignerSeat, seat_of
from kiosk.bootstrap.program import Program
from kiosk.bootstrap.releasing import Releasing
from kiosk.designing.editing.versions import new_version
from kiosk.model.edits import Move
from kiosk.model.errors import SiteError
from kiosk.ui.designer.ports import Place
from tests.gui.counter import until

NEXT = Place("F01", "002")


def begun(seat: DesignerSeat, program: Program) -> None:
    """Who works on the draft has the form's next version before him."""
    folder = Releasing(program).workshop.forms("tanuki") / "templates" / "F01" / "001"
    assert isinstance(new_version(folder, since=dt.date(2030, 4, 1)), Path)
    seat.window.open(NEXT)


def second(qtbot: QtBot, program: Program) -> DesignerSeat:
    """A colleague opens the same draft."""
    made = seat_of(program, "tanuki", by="1002")
    made.window.begin()
    until(qtbot, lambda: made.jobs.running == 0)
    made.window.open(NEXT)
    return made


def test_who_opens_what_a_colleague_has_open_reads_it_and_works_on_once_that_window_is_closed(
    qtbot: QtBot, seat: DesignerSeat, program: Program
) -> None:
    begun(seat, program)
    other = second(qtbot, program)
    hold = other.window.hold
    assert "1001" in hold.told.label.text
    other.window.edit(Move(("no1",), 5.0, 0.0))
    assert (other.window.sheet.saved, other.window.sheet.reads) == (True, True)  # type: ignore[union-attr]
    assert other.window.bar.acts["save"].isHidden()
    with pytest.raises(SiteError):
        other.desk.save()
    seat.let_go()
    hold.look()
    until(qtbot, lambda: other.jobs.running == 0)
    assert not other.window.bar.acts["save"].isHidden()
    other.window.edit(Move(("no1",), 5.0, 0.0))
    assert not other.window.sheet.saved  # type: ignore[union-attr]
    assert other.window.save()
    other.close()


def test_a_draft_is_taken_over_for_a_reason_and_what_the_other_had_not_saved_lies_in_a_draft_of_its_own(
    qtbot: QtBot, seat: DesignerSeat, program: Program
) -> None:
    begun(seat, program)
    seat.window.edit(Move(("no1",), 5.0, 0.0))
    other = second(qtbot, program)
    other.window.hold.open.click()
    line = other.window.hold.why
    line.given.emit("")
    assert line.issue.label.text
    line.line.setText("担当が休みのため")
    line.sure.click()
    until(qtbot, lambda: other.jobs.running == 0)
    other.window.edit(Move(("no2",), 5.0, 0.0))
    assert other.window.save()
    (event,) = (each for each in program.store.audit.read() if each.action == "forms-take-over")
    assert (event.by, event.detail) == ("1002", "tanuki 1001 担当が休みのため")
    assert not seat.window.save()  # before the next look, too
    seat.window.hold.look()
    until(qtbot, lambda: seat.jobs.running == 0)
    assert "tanuki-2" in seat.window.hold.told.label.text
    workshop = Releasing(program).workshop
    kept, now = (
        (workshop.forms(name) / "templates/F01/002/template.toml").read_text() for name in ("tanuki-2", "tanuki")
    )
    assert kept != now
    assert "x = 26" in kept
    assert seat.desk.unsaved() == ()
    seat.window.hold.look()
    assert seat.window.hold.reads  # it comes back to nobody by itself
    other.close()
