"""Trouble at the window: a place that is not ready, a bug of ours, a courier that is stuck - a person sees each."""

import json
import shutil
import threading
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.bootstrap.log import NAME
from kiosk.bootstrap.place import Place
from kiosk.bootstrap.program import Program
from kiosk.bootstrap.window import show_counter
from kiosk.delivery.retry import alarm
from kiosk.demo.family import Demo
from kiosk.flow.actions import Answer, Confirm, GoTo, StartVisit, Step
from kiosk.flow.clock import SystemClock
from kiosk.model.parcel import OutboxCount
from kiosk.store.relay import RelayLock
from kiosk.ui.counter.faulty_view import FaultyView
from kiosk.ui.ports import Delivered
from tests.edits import change
from tests.gui.counter import until, words_on_the_glass
from tests.gui.real import Opens, before_slip, play, said
from tests.tiny_forms import tiny_forms


# ---- the place is not ready ------------------------------------------------------------------------------------------
def test_a_store_that_cannot_be_opened_is_said_until_it_is_mended_and_the_number_comes_then(
    qtbot: QtBot, open_counter: Opens, demo: Demo
) -> None:
    home = demo.program.place.home
    home.mkdir()
    (home / "data").write_bytes(b"a file is in the way")
    desk = open_counter()
    desk.window.act(StartVisit(event="tennyu"))
    until(qtbot, lambda: not desk.host.busy)
    assert "直るまで、この表示は消えません" in said(desk)
    desk.window.act(Answer(path="person[p1].phone", text="03-0000-0000"))
    assert desk.window.page.step is Step.INTERVIEW
    assert desk.window.page.slip == ""
    assert "直るまで、この表示は消えません" in said(desk)
    (home / "data").unlink()
    desk.host.look()
    until(qtbot, lambda: not desk.host.busy and desk.window.page.slip != "")
    until(qtbot, lambda: said(desk) == "")
    assert "03-0000-0000" in desk.visit.state.model_dump_json()


def test_a_confirmation_that_a_full_disk_refuses_leaves_the_visit_ready_to_confirm_again(
    qtbot: QtBot, open_counter: Opens, demo: Demo, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = open_counter()
    play(qtbot, desk, demo)
    (demo.program.place.home / "data" / "reserve").unlink()
    with monkeypatch.context() as disk:
        disk.setattr("kiosk.store.reserve.shutil.disk_usage", lambda _: SimpleNamespace(free=0))
        desk.window.act(Confirm())
        until(qtbot, lambda: not desk.host.busy)
        assert desk.window.page.step is Step.SIGN
        assert desk.window.page.can_confirm
        assert "store-full" in said(desk)
        desk.host.look()
        until(qtbot, lambda: not desk.host.busy)
        assert "store-full" in said(desk)
    desk.window.act(Confirm())
    until(qtbot, lambda: desk.window.page.step is Step.DONE)
    desk.host.look()
    until(qtbot, lambda: said(desk) == "")


# ---- the window goes on while it writes ------------------------------------------------------------------------------
def test_confirming_shows_a_page_at_once_writes_beside_the_window_and_tells_how_far_it_is(
    qtbot: QtBot, open_counter: Opens, demo: Demo
) -> None:
    desk = open_counter()
    play(qtbot, desk, demo)
    far: list[tuple[int, int]] = []
    desk.host.advanced.connect(lambda done, total: far.append((done, total)))
    desk.window.act(Confirm())
    assert desk.window.page.confirming
    assert said(desk) == desk.window.kit.words("confirming")
    desk.window.act(GoTo(step=Step.CHECK))  # whoever is impatient changes nothing
    assert desk.window.page.step is Step.SIGN
    until(qtbot, lambda: desk.window.page.step is Step.DONE)
    total = desk.window.page.sent
    assert far == [(count, total) for count in range(1, total + 1)]
    assert not desk.window.page.confirming
    assert said(desk) == ""
    names = {thread.name.split("_")[0] for thread in threading.enumerate()}
    assert {"store", "courier"} <= names


# ---- a bug of ours ---------------------------------------------------------------------------------------------------
def test_a_defect_is_told_logged_without_a_name_and_the_visit_goes_on_as_it_stood(
    qtbot: QtBot, open_counter: Opens, demo: Demo, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = open_counter()
    desk.window.act(StartVisit(event="tennyu"))
    desk.window.act(Answer(path="person[p1].name.full", text="架空　太郎"))
    until(qtbot, lambda: not desk.host.busy)
    before = desk.visit.state

    def stumble(*_: object) -> None:
        raise ValueError("架空　太郎 was here")

    with monkeypatch.context() as planted:
        planted.setattr("kiosk.flow.visit.say", stumble)
        desk.window.act(Answer(path="person[p1].phone", text="03-0000-0000"))
    broken = desk.window.broken
    assert broken.isVisible()
    assert desk.visit.state == before
    until(qtbot, lambda: broken.kept.label.text == desk.window.kit.words("broken-kept", slip=before_slip(desk)))
    lines = (demo.program.place.home / "logs" / NAME).read_text(encoding="ascii")
    entry = json.loads(lines.splitlines()[-1])
    assert entry["ref"] in broken.reference.text
    assert entry["kinds"] == ["ValueError"]
    assert any("flow/visit.py" in place for place in entry["at"])
    assert "太郎" not in lines
    assert "u67b6" not in lines
    broken.go_on.click()
    assert desk.window.page.step is Step.INTERVIEW
    desk.window.act(Answer(path="person[p1].phone", text="03-0000-0000"))
    assert not broken.isVisible()


def test_a_visit_parked_by_a_defect_is_offered_after_a_restart_and_goes_on(
    qtbot: QtBot, open_counter: Opens, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = open_counter()
    desk.window.act(StartVisit(event="tennyu"))
    desk.window.act(Answer(path="person[p1].name.full", text="架空　太郎"))
    until(qtbot, lambda: not desk.host.busy)
    state = desk.visit.state
    desk.host.stumbled.emit(RuntimeError("in a slot"))
    until(qtbot, lambda: not desk.host.busy)
    desk.close()
    again = open_counter()
    panel = again.window.start.day
    until(qtbot, lambda: bool(panel.rows))
    (button,) = panel.rows
    assert before_slip(desk) in button.text()
    assert "太郎" not in button.text()
    button.click()
    until(qtbot, lambda: again.window.page.step is Step.INTERVIEW)
    assert again.visit.state == state
    for _ in range(2):
        again.window.key(12)
    until(qtbot, lambda: not again.host.busy)
    assert panel.rows == []


def test_an_error_that_nobody_caught_on_another_thread_reaches_the_window(qtbot: QtBot, open_counter: Opens) -> None:
    desk = open_counter()
    thread = threading.Thread(target=lambda: desk.host.stumbled.emit(RuntimeError("far away")))
    thread.start()
    thread.join()
    until(qtbot, desk.window.broken.isVisible)
    assert not desk.window.broken.go_on.isVisible()
    desk.window.broken.end.click()
    assert desk.window.start.isVisible()


# ---- delivery --------------------------------------------------------------------------------------------------------
def test_a_courier_that_cannot_deliver_says_why_and_goes_on_when_it_can(
    qtbot: QtBot, open_counter: Opens, demo: Demo
) -> None:
    home = demo.program.place.home
    home.mkdir()
    (home / "outgoing").write_bytes(b"a file is in the way")
    desk = open_counter(deliver=True)
    until(qtbot, lambda: "D-FOLDER" in said(desk))
    (home / "outgoing").unlink()
    desk.host.look()
    until(qtbot, lambda: said(desk) == "")


def test_a_window_that_finds_another_courier_delivers_as_soon_as_that_one_has_gone(
    qtbot: QtBot, open_counter: Opens, demo: Demo
) -> None:
    other = RelayLock.acquire(_made(demo.program.place.home / "data"))
    desk = open_counter(deliver=True)
    play(qtbot, desk, demo)
    desk.window.act(Confirm())
    until(qtbot, lambda: desk.window.page.step is Step.DONE)
    outbox = desk.window.header.outbox
    until(qtbot, lambda: f"{desk.window.page.sent}件" in outbox.text())
    assert outbox.toolTip().endswith(desk.window.kit.words("outbox-elsewhere"))
    other.release()
    desk.host.look()
    until(qtbot, lambda: outbox.toolTip().startswith(desk.window.kit.words("outbox-empty")))
    assert outbox.toolTip().endswith(desk.window.kit.words("outbox-open"))


def _made(folder: Path) -> Path:
    folder.mkdir(parents=True)
    return folder


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (OutboxCount(pending=1, oldest_seconds=1000), "15分以上"),
        (OutboxCount(pending=1, oldest_seconds=90_000), "1日以上"),
        (OutboxCount(pending=1, held=1), "保留が1件"),
    ],
)
def test_what_waits_too_long_or_is_held_is_said_above_every_page(
    open_counter: Opens, count: OutboxCount, words: str
) -> None:
    desk = open_counter()
    desk.host.rounds.counted.emit(Delivered(count))
    desk.host.rounds._delivered(Delivered(count, alarm(count)))
    assert words in said(desk)
    desk.window.act(StartVisit(event="tennyu"))
    assert words in said(desk)
    desk.host.rounds._delivered(Delivered(OutboxCount()))
    assert said(desk) == ""


def faulty(tmp_path: Path) -> tuple[Place, Path]:
    """A small place whose forms were right, and the file that somebody spoils."""
    place = replace(Place.standard(), home=tmp_path / "home", forms=tiny_forms(tmp_path / "forms"))
    place.home.mkdir()
    return place, place.forms / "procedures" / "P01.toml"


def test_forms_with_a_fault_are_told_above_every_page_and_the_last_good_ones_are_used(
    qtbot: QtBot, tmp_path: Path
) -> None:
    place, procedure = faulty(tmp_path)
    assert Program(place, SystemClock()).catalogue.issues == ()
    change(procedure, "reason_not =", "reason_nott =")
    close = show_counter(Program(place, SystemClock()))
    try:
        until(qtbot, lambda: any("procedures/P01.toml 18行目" in text for text in words_on_the_glass()))
        assert any("kiosk check" in text for text in words_on_the_glass())
        assert any("引越し" in text for text in words_on_the_glass())
    finally:
        close()


def test_without_good_forms_every_fault_is_shown_and_mended_ones_are_read_again(qtbot: QtBot, tmp_path: Path) -> None:
    place, procedure = faulty(tmp_path)
    change(procedure, "reason_not =", "reason_nott =")
    close = show_counter(Program(place, SystemClock()))
    try:
        until(qtbot, lambda: any("reason_nott" in text and "reason_not」" in text for text in words_on_the_glass()))
        change(procedure, "reason_nott =", "reason_not =")
        (view,) = (each for each in QApplication.allWidgets() if isinstance(each, FaultyView))
        assert view.isVisible()
        view.read_again.click()
        until(qtbot, lambda: not view.isVisible())
        assert any("引越し" in text for text in words_on_the_glass())
    finally:
        close()


def test_a_folder_that_is_taken_away_is_told_with_its_reason(qtbot: QtBot, open_counter: Opens, demo: Demo) -> None:
    desk = open_counter(deliver=True)
    play(qtbot, desk, demo)
    outgoing = demo.program.place.outgoing
    until(qtbot, (outgoing / ".kiosk-destination.json").exists)
    shutil.rmtree(outgoing)
    outgoing.write_bytes(b"a file is in the way")
    desk.window.act(Confirm())
    until(qtbot, lambda: desk.window.page.step is Step.DONE and said(desk) != "")
    assert "職員用コード" in said(desk)
