"""Trouble at the window: a place that is not ready, a bug of ours, a courier that is stuck - a person sees each."""

import json
import shutil
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from kiosk.bootstrap.log import NAME
from kiosk.bootstrap.place import Place
from kiosk.bootstrap.program import Program
from kiosk.bootstrap.window import CounterDesk, build_counter, show_counter
from kiosk.delivery.retry import alarm
from kiosk.demo.family import Demo
from kiosk.designing.rehearsal import answers
from kiosk.flow.actions import Action, Answer, Confirm, GoTo, Sign, StartVisit, Step
from kiosk.flow.clock import SystemClock
from kiosk.flow.jobs import Unparked
from kiosk.model.parcel import OutboxCount
from kiosk.store.relay import RelayLock
from kiosk.ui.ports import Delivered
from tests.gui.counter import until, words_on_the_glass

Opens = Callable[..., CounterDesk]


@pytest.fixture
def demo(tmp_path: Path) -> Demo:
    return Demo.prepare(replace(Place.standard(), home=tmp_path / "home"))


@pytest.fixture
def open_counter(qtbot: QtBot, demo: Demo) -> Iterator[Opens]:
    """Opens the real window on the same home, as often as a story needs it."""
    opened: list[CounterDesk] = []

    def open_one(*, deliver: bool = False) -> CounterDesk:
        desk = build_counter(replace(demo.program), deliver=deliver)
        opened.append(desk)
        with qtbot.waitActive(desk.window):
            desk.window.show()
            desk.window.activateWindow()
        desk.host.start()
        until(qtbot, lambda: not desk.host.busy)
        return desk

    yield open_one
    for desk in opened:
        if isValid(desk.window):
            desk.close()


def said(desk: CounterDesk) -> str:
    """Everything the notices above the page say."""
    return "\n".join(message.label.text for message in desk.window.notices.messages)


def play(qtbot: QtBot, desk: CounterDesk, demo: Demo) -> None:
    """The family's whole visit up to the signature."""
    signs = [Sign(person=person, signature=mark) for person, mark in demo.case.signatures.items()]
    ends: list[Action] = [GoTo(step=Step.CHECK), GoTo(step=Step.SIGN), *signs]
    desk.window.act(StartVisit(event=demo.case.event))
    for action in (*demo.sources(cards=True, extract=True), *answers(desk.visit, demo.case)):
        desk.window.act(action)
        until(qtbot, lambda: not desk.host.busy)
    for action in answers(desk.visit, demo.case):
        desk.window.act(action)
        until(qtbot, lambda: not desk.host.busy)
    for last in ends:
        desk.window.act(last)


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
    assert said(desk) == ""
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


def before_slip(desk: CounterDesk) -> str:
    case = desk.visit.state.case
    assert case is not None
    return case.slip


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
    panel = again.window.start.parked
    until(qtbot, panel.isVisible)
    (button,) = panel.buttons
    assert before_slip(desk) in button.text()
    assert "太郎" not in button.text()
    button.click()
    until(qtbot, lambda: again.window.page.step is Step.INTERVIEW)
    assert again.visit.state == state
    for _ in range(2):
        again.window.key(12)
    until(qtbot, lambda: not again.host.busy)
    assert panel.buttons == []


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
    until(qtbot, lambda: f"{desk.window.page.sent}件" in outbox.text)
    assert outbox.toolTip() == desk.window.kit.words("outbox-elsewhere")
    other.release()
    desk.host.look()
    until(qtbot, lambda: outbox.text == desk.window.kit.words("outbox-empty"))
    assert outbox.toolTip() == ""


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
    desk.host.counted.emit(Delivered(count))
    desk.host._delivered(Delivered(count, alarm(count)))
    assert words in said(desk)
    desk.window.act(StartVisit(event="tennyu"))
    assert words in said(desk)
    desk.host._delivered(Delivered(OutboxCount()))
    assert said(desk) == ""


# ---- leaving, closing, taking up again -------------------------------------------------------------------------------
def test_whoever_leaves_while_it_is_being_saved_is_told_so_and_stays(
    qtbot: QtBot, open_counter: Opens, demo: Demo
) -> None:
    desk = open_counter()
    play(qtbot, desk, demo)
    desk.window.act(Confirm())
    for _ in range(3):
        desk.window.key(12)
    assert desk.window.page.confirming
    assert desk.window.kit.words("notice-confirming") in said(desk)
    until(qtbot, lambda: desk.window.page.step is Step.DONE)


def test_a_window_that_is_closed_finishes_what_it_writes(qtbot: QtBot, open_counter: Opens, demo: Demo) -> None:
    desk = open_counter()
    play(qtbot, desk, demo)
    desk.window.act(Confirm())
    total = desk.window.page.sent
    desk.close()
    assert open_counter().program.store.outbox.count(demo.program.clock.now()).pending == total


def test_a_visit_that_is_open_when_the_window_closes_can_be_taken_up_again(qtbot: QtBot, open_counter: Opens) -> None:
    desk = open_counter()
    desk.window.act(StartVisit(event="tennyu"))
    desk.window.act(Answer(path="person[p1].name.full", text="架空　太郎"))
    until(qtbot, lambda: not desk.host.busy)
    state = desk.visit.state
    desk.close()
    again = open_counter()
    panel = again.window.start.parked
    until(qtbot, panel.isVisible)
    panel.buttons[0].click()
    until(qtbot, lambda: again.window.page.step is Step.INTERVIEW)
    assert again.visit.state == state
    until(qtbot, lambda: not again.host.busy)
    again.window.end()
    until(qtbot, lambda: not again.host.busy)
    assert not panel.isVisible()


def test_a_draft_that_cannot_be_read_is_told_and_hides_no_other(qtbot: QtBot, open_counter: Opens, demo: Demo) -> None:
    desk = open_counter()
    desk.window.act(StartVisit(event="tennyu"))
    until(qtbot, lambda: not desk.host.busy)
    drafts, clock = desk.program.store.drafts, demo.program.clock
    drafts.save(clock.new_id(), b'{"version": 99}', now=clock.now())
    desk.close()
    panel = open_counter().window.start.parked
    until(qtbot, panel.isVisible)
    assert len(panel.buttons) == 1
    assert "1件" in panel.unreadable.label.text


@pytest.mark.parametrize("broken", ["next_slip", "split_address", "confirmer"])
def test_a_bug_in_a_job_leaves_a_visit_that_can_be_finished(
    qtbot: QtBot, open_counter: Opens, demo: Demo, monkeypatch: pytest.MonkeyPatch, broken: str
) -> None:
    desk = open_counter()

    def stumble(*_: object, **__: object) -> None:
        raise ValueError("架空　太郎")

    with monkeypatch.context() as planted:
        planted.setattr(type(desk.program), broken, property(stumble) if broken == "confirmer" else stumble)
        desk.window.act(StartVisit(event=demo.case.event))
        if broken == "split_address":
            desk.window.act(Answer(path="addr.old.text", text="見本県仮想市本町３丁目４番５号"))
        if broken == "confirmer":
            play(qtbot, desk, demo)
            desk.window.act(Confirm())
        until(qtbot, lambda: not desk.host.busy and desk.window.broken.isVisible())
    desk.window.broken.go_on.click()
    until(qtbot, lambda: not desk.host.busy and desk.window.page.slip != "")
    assert not desk.window.page.confirming
    if broken != "confirmer":
        desk.window.end()
        until(qtbot, lambda: not desk.host.busy)
        play(qtbot, desk, demo)
    desk.window.act(Confirm())
    until(qtbot, lambda: desk.window.page.step is Step.DONE)


def test_a_case_confirmed_elsewhere_meanwhile_is_told_and_is_no_defect(
    qtbot: QtBot, open_counter: Opens, demo: Demo
) -> None:
    desk = open_counter()
    play(qtbot, desk, demo)
    state = desk.visit.state
    other = open_counter()
    other.host.act(Unparked(state))
    other.window.act(Confirm())
    until(qtbot, lambda: other.window.page.step is Step.DONE)
    desk.window.act(Answer(path="person[p1].phone", text="03-0000-0009"))
    signs = [Sign(person=person, signature=mark) for person, mark in demo.case.signatures.items()]
    again: list[Action] = [GoTo(step=Step.CHECK), GoTo(step=Step.SIGN), *signs, Confirm()]
    for action in again:
        desk.window.act(action)
    until(qtbot, lambda: not desk.host.busy)
    assert "case-confirmed" in said(desk)
    assert not desk.window.made("broken") or not desk.window.broken.isVisible()
    desk.window.end()
    until(qtbot, lambda: not desk.host.busy and said(desk) == "")


def test_forms_with_a_fault_are_told_above_every_page(qtbot: QtBot, tmp_path: Path) -> None:
    forms = Path(shutil.copytree(Place.standard().forms, tmp_path / "forms"))
    with (forms / "procedures" / "P20.toml").open("a", encoding="utf-8") as file:
        file.write("\nbroken = [")
    program = Program(replace(Place.standard(), home=tmp_path / "home", forms=forms), SystemClock())
    close = show_counter(program)
    try:
        until(qtbot, lambda: any("kiosk check" in text for text in words_on_the_glass()))
    finally:
        close()


def test_a_folder_that_is_taken_away_is_told_with_its_reason(qtbot: QtBot, open_counter: Opens, demo: Demo) -> None:
    desk = open_counter(deliver=True)
    play(qtbot, desk, demo)
    outgoing = demo.program.place.outgoing
    until(qtbot, outgoing.is_dir)
    outgoing.rmdir()
    outgoing.write_bytes(b"a file is in the way")
    desk.window.act(Confirm())
    until(qtbot, lambda: desk.window.page.step is Step.DONE and said(desk) != "")
    assert "職員用コード" in said(desk)
