"""公開まで: a change in a draft is tried with everybody, accepted, approved by another, and in force from a day on."""

import datetime as dt
from functools import partial
from pathlib import Path

import shiboken6
from pytestqt.qtbot import QtBot

from kiosk.bootstrap.designer import DesignerSeat, seat_of
from kiosk.bootstrap.program import Program
from kiosk.bootstrap.releasing import Releasing
from kiosk.catalogue.releases import released_versions
from kiosk.designing.editing.versions import new_version, next_version
from kiosk.designing.releasing.draft import Draft
from kiosk.model.base import Issue
from kiosk.model.edits import Move, Put
from kiosk.ui.designer.gate_panel import GatePanel
from kiosk.ui.designer.gate_ports import Stage
from kiosk.ui.designer.ports import Place
from tests.gui.counter import until
from tests.gui.designer import DOG


def gate(seat: DesignerSeat, qtbot: QtBot) -> GatePanel:
    """The last page, as it stands now."""
    seat.window.do("gate")
    until(qtbot, lambda: seat.jobs.running == 0)
    assert seat.window.gate is not None
    return seat.window.gate


def stage(seat: DesignerSeat) -> Stage:
    assert seat.window.gate is not None
    return seat.window.gate.stand.stage


def test_a_change_goes_from_a_draft_to_the_counters_by_the_hands_of_two(
    seat: DesignerSeat, program: Program, qtbot: QtBot
) -> None:
    window, live = seat.window, program.place.forms / "templates" / "F01" / "001" / "template.toml"
    window.open(Place("F01", "001"))
    assert not window.sheet or not window.sheet.entry.open  # counters have it: the next version is begun
    window.side.form.since.line.setText("2026-05-01")
    window.side.form.begin.click()
    until(qtbot, lambda: seat.jobs.running == 0)
    assert window.sheet is not None
    assert window.sheet.entry.version == "002"
    window.edit(Move(("no1",), 0.5, 0))
    window.do("gate")
    assert "先に保存" in window.told.label.text
    window.do("save")
    panel = gate(seat, qtbot)
    assert (stage(seat), "templates/F01/002/template.toml" in panel.files.text) == (Stage.UNTRIED, True)
    assert not panel.approving.isVisible()
    panel.try_it.click()
    until(qtbot, lambda: seat.jobs.running == 0)
    assert stage(seat) is Stage.READY, [differing.lines for differing, _ in panel.rows]
    for number, told in (("", "空"), ("1001", "承認できません"), ("1002", "")):
        panel.number.line.setText(number)
        panel.approve.click()
        until(qtbot, lambda: seat.jobs.running == 0)
        assert told in panel.told.label.text
    assert stage(seat) is Stage.APPROVED
    for text, ends in (("いつか", False), ("2020-01-01", False), (program.clock.today().isoformat(), True)):
        panel.day.line.setText(text)
        panel.release.click()
        until(qtbot, lambda: seat.jobs.running == 0)
        assert ("公開しました" in window.nothing.text) is ends
    assert "x = 21.5" in (live.parent.parent / "002" / "template.toml").read_text(encoding="utf-8")
    events = [(event.action, event.by) for event in program.store.audit.read()]
    assert ("forms-approve", "1002") in events
    assert ("forms-release", "1001") in events
    assert window.sheet is None


def test_what_comes_out_otherwise_is_accepted_by_name_and_what_is_changed_afterwards_is_tried_again(
    seat: DesignerSeat, program: Program, qtbot: QtBot
) -> None:
    rules = Releasing(program).workshop.forms("tanuki") / "procedures" / "P01.toml"
    rules.write_text(rules.read_text(encoding="utf-8").replace("count = 14", "count = 30"), encoding="utf-8")
    panel = gate(seat, qtbot)
    panel.try_it.click()
    until(qtbot, lambda: seat.jobs.running == 0)
    assert stage(seat) is Stage.DIFFERING
    ((differing, button),) = panel.rows
    assert (differing.title, bool(differing.lines)) == ("犬のいる人", True)
    panel.why.line.setText("条例の改正")
    panel.why.sure.click()
    assert "選んでください" in panel.told.label.text
    button.click()
    panel.why.sure.click()
    until(qtbot, lambda: seat.jobs.running == 0)
    assert stage(seat) is Stage.READY
    panel.back.click()
    seat.window.open(Place("F01", "001"))
    rules.write_text(rules.read_text(encoding="utf-8").replace("count = 30", "count = 31"), encoding="utf-8")
    assert gate(seat, qtbot).stand.stage is Stage.UNTRIED
    rules.write_text(rules.read_text(encoding="utf-8").replace("case.has_dog &&", "case.has_dgo &&"), encoding="utf-8")
    panel.try_it.click()
    until(qtbot, lambda: seat.jobs.running == 0)
    assert (stage(seat), "has_dgo" in panel.issues.text, panel.approving.isVisible()) == (Stage.WRONG, True, False)


def test_who_means_that_something_else_comes_says_so_by_name_and_all_is_tried_again(
    seat: DesignerSeat, program: Program, qtbot: QtBot
) -> None:
    forms = Releasing(program).workshop.forms("tanuki")
    persona = forms / "personas" / "inu.toml"
    persona.write_text(f"{DOG}\n[expect]\ndeadlines = {{ P01 = 2026-04-20 }}\n", encoding="utf-8")
    panel = gate(seat, qtbot)
    panel.try_it.click()
    until(qtbot, lambda: seat.jobs.running == 0)
    ((differing, button),) = panel.rows
    assert (differing.wrong, panel.anew.isVisible(), panel.why.isVisible()) == (True, True, False)
    panel.anew.line.setText("条例の改正")
    panel.anew.sure.click()
    assert "選んでください" in panel.told.label.text
    button.click()
    panel.anew.sure.click()
    until(qtbot, lambda: seat.jobs.running == 0)
    assert stage(seat) is Stage.UNTRIED
    assert "deadlines = { P01 = 2026-04-27 }" in persona.read_text(encoding="utf-8")  # 26 April is a Sunday
    assert [event.action for event in program.store.audit.read()][-1] == "forms-expect"
    panel.try_it.click()
    until(qtbot, lambda: seat.jobs.running == 0)
    assert not any(each.wrong for each, _ in panel.rows)


def test_a_version_that_counters_have_cannot_be_changed_in_a_draft(seat: DesignerSeat) -> None:
    seat.window.open(Place("F01", "001"))
    sheet = seat.window.sheet
    assert sheet is not None
    seat.window.edit(Put(sheet.template.boxes[0].model_copy(update={"label": "別の名前"})))
    assert seat.desk.unsaved() == ()


def test_a_version_that_begins_after_everybodys_day_is_tried_with_them_and_who_made_it_cannot_approve(
    program: Program, qtbot: QtBot
) -> None:
    made = seat_of(program, "tanuki", by="1003")  # somebody else began the draft
    made.window.begin()
    until(qtbot, lambda: made.jobs.running == 0)
    made.window.open(Place("F01", "001"))
    made.window.side.form.since.line.setText("2030-04-01")
    made.window.side.form.begin.click()
    until(qtbot, lambda: made.jobs.running == 0)
    sheet = made.window.sheet
    assert sheet is not None
    assert sheet.entry.version == "002"
    made.window.edit(Put(sheet.template.boxes[0].model_copy(update={"fact": "case.count", "label": "届出人"})))
    made.window.do("save")
    panel = gate(made, qtbot)
    panel.try_it.click()
    until(qtbot, lambda: made.jobs.running == 0)
    assert stage(made) is Stage.DIFFERING
    ((differing, button),) = panel.rows
    assert any("2030-04-01 からの版（002）" in line and "届出人" in line for line in differing.lines)
    button.click()
    panel.why.line.setText("国の改正")
    panel.why.sure.click()
    until(qtbot, lambda: made.jobs.running == 0)
    for number, told in (("1003", "承認できません"), ("1002", "")):
        panel.number.line.setText(number)
        panel.approve.click()
        until(qtbot, lambda: made.jobs.running == 0)
        assert told in panel.told.label.text
    panel.day.line.setText(program.clock.today().isoformat())
    panel.release.click()
    until(qtbot, lambda: made.jobs.running == 0)
    made.window.do("import")
    assert made.window.middle.currentWidget() is made.window.empty  # nothing can be begun in a draft that is gone
    made.let_go()
    made.jobs.close(finish=True)
    made.program.close()
    shiboken6.delete(made.window)


def test_a_number_that_a_version_had_in_a_release_is_never_given_again(program: Program) -> None:
    releasing = Releasing(program)
    folder = releasing.workshop.forms("tanuki") / "templates" / "F01" / "001"
    assert isinstance(new_version(folder, since=dt.date(2030, 4, 1)), Path)
    draft = releasing.workshop.load("tanuki")
    assert isinstance(draft, Draft)
    for step in (releasing.gate, partial(accept_all, releasing), partial(releasing.approve, by="1002")):
        draft = step("tanuki", draft)
        assert isinstance(draft, Draft), draft
    assert isinstance(releasing.release("tanuki", draft, day=program.clock.today()), str)
    assert released_versions(program.place.forms, "F01") == {"001", "002"}
    assert next_version(folder.parent, {"001", "002", "007"}) == "008"


def accept_all(releasing: Releasing, name: str, draft: Draft) -> Draft | tuple[Issue, ...]:
    assert draft.tried is not None
    people = [each.persona for each in draft.tried.differing]
    return releasing.accept(name, draft, people, reason="国の改正", by="1001")
