"""公開の記録: what counters had, have and will have, and an earlier release that is put in force once more."""

import datetime as dt
from functools import partial
from pathlib import Path

from pytestqt.qtbot import QtBot

from kiosk.bootstrap.designer import DesignerSeat
from kiosk.bootstrap.program import Program
from kiosk.bootstrap.releasing import Releasing
from kiosk.catalogue.releases import Release, names, read_release
from kiosk.designing.editing.versions import new_version
from kiosk.designing.releasing.draft import Draft
from kiosk.ui.designer.shelf_panel import ShelfPanel
from tests.gui.counter import until


def shelf(seat: DesignerSeat, qtbot: QtBot) -> ShelfPanel:
    seat.window.do("releases")
    wait(seat, qtbot)
    assert seat.window.shelf is not None
    return seat.window.shelf


def wait(seat: DesignerSeat, qtbot: QtBot) -> None:
    until(qtbot, lambda: seat.jobs.running == 0)


def released(program: Program, day: dt.date) -> str:
    """The draft with a new version of its form, through the gate; the name of the release."""
    releasing = Releasing(program)
    assert isinstance(new_version(releasing.workshop.forms("tanuki") / "templates/F01/001", since=day), Path)
    draft = releasing.workshop.load("tanuki")
    for step in (releasing.gate, partial(releasing.approve, by="1002")):
        assert isinstance(draft, Draft), draft
        draft = step("tanuki", draft)
    assert isinstance(draft, Draft), draft
    name = releasing.release("tanuki", draft, day=day)
    assert isinstance(name, str), name
    return name


def test_where_nothing_was_released_the_page_says_what_counters_use(seat: DesignerSeat, qtbot: QtBot) -> None:
    panel = shelf(seat, qtbot)
    assert (panel.rows, "まだ公開がありません" in panel.now.label.text) == ({}, True)
    assert not panel.taking.isVisible()
    panel.back.click()
    assert seat.window.middle.currentWidget() is seat.window.empty


def test_an_earlier_release_is_taken_back_to_by_who_may_from_a_day_on_and_for_a_reason(
    seat: DesignerSeat, program: Program, qtbot: QtBot
) -> None:
    today = program.clock.today()
    before = f"{today}"  # what lay in the folder until then becomes the first one
    name, later = released(program, today), today + dt.timedelta(days=30)
    panel = shelf(seat, qtbot)
    assert list(panel.rows) == [name, before]
    assert (name in panel.now.label.text, panel.taking.isVisible()) == (True, False)
    panel.rows[before].click()
    wait(seat, qtbot)
    told = panel.outlook.label.text
    assert (f"{today} から" in told, f"いまのままなら {name}" in told) == (True, True)
    assert "templates/F01/002/template.toml" in panel.files.text
    for day, said in (("いつか", panel.day.wrong), ("2020-01-01", panel.outlook), (f"{later}", panel.outlook)):
        panel.day.line.setText(day)
        panel.day.line.left.emit()
        wait(seat, qtbot)
        assert said.label.text
    assert f"{later} から" in panel.outlook.label.text
    for number, why, says in (("", "記入例の誤り", "空です"), ("1002", "", ""), ("1002", "記入例の誤り", "戻しました")):
        panel.number.line.setText(number)
        panel.why.line.setText(why)
        panel.why.sure.click()
        wait(seat, qtbot)
        assert says in panel.told.label.text
        assert bool(panel.why.issue.label.text) is (not why)
    made = names(program.place.forms)[-1]
    found = read_release(program.place.forms, made)
    assert isinstance(found, Release)
    assert (made, found.again, found.why, found.made_by) == (f"{later}", before, "記入例の誤り", "1002")
    assert [(event.action, event.by) for event in program.store.audit.read()][-1] == ("forms-rollback", "1002")
    assert list(panel.rows) == [made, name, before]
    assert name in panel.now.label.text  # until that day counters go on with what they have
    panel.rows[name].click()
    wait(seat, qtbot)
    told = panel.outlook.label.text
    assert (f"{later} からの公開 {made} はそのまま" in told, "変わるファイルはありません" in told) == (True, True)


def test_a_release_whose_list_was_damaged_is_shown_so_and_nothing_is_taken_back_to_it(
    seat: DesignerSeat, program: Program, qtbot: QtBot
) -> None:
    name = released(program, program.clock.today())
    (program.place.forms / "releases" / f"{name}.toml").write_text("digest =", encoding="utf-8")
    panel = shelf(seat, qtbot)
    panel.rows[name].click()
    wait(seat, qtbot)
    assert name in panel.outlook.label.text
    panel.number.line.setText("1002")
    panel.why.line.setText("誤り")
    panel.why.sure.click()
    wait(seat, qtbot)
    assert name in panel.told.label.text
    assert names(program.place.forms)[-1] == name
