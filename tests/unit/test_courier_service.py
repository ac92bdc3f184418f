"""The courier in a process of its own: it waits for the right, wakes when somebody rings, and ends when it is told."""

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from kiosk.bootstrap.courier import CourierService, Weight
from kiosk.bootstrap.place import Place
from kiosk.bootstrap.program import Program
from kiosk.bootstrap.sending import Sending
from kiosk.exchange.records.sample import sample_parcel, sample_record
from kiosk.flow.clock import SystemClock
from kiosk.flow.ports import Confirmation
from kiosk.model.audit import AuditEvent
from kiosk.model.parcel import message_id
from kiosk.setup import __main__ as setup
from kiosk.store.bell import CALL, END, NAME, Bell, ring
from tests.holding import of_wrong_city
from tests.read_before import catalogue

PATIENCE = 20.0  # seconds after which a test gives up; nothing here takes that long
UNASKED = 60.0  # seconds after which the courier would look by itself


@pytest.fixture
def home(tmp_path: Path) -> Path:
    catalogue()  # as on every day but the first
    return tmp_path / "home"


def program(home: Path) -> Program:
    return Program(replace(Place.standard(), home=home), SystemClock(), practice=True)


@dataclass
class Journal:
    """What the service says."""

    lines: list[tuple[Weight, str]] = field(default_factory=list)
    said: threading.Condition = field(default_factory=threading.Condition)

    def say(self, weight: Weight, text: str) -> None:
        with self.said:
            self.lines.append((weight, text))
            self.said.notify_all()

    def hears(self, words: str) -> bool:
        with self.said:
            return self.said.wait_for(lambda: any(words in text for _, text in self.lines), PATIENCE)


@contextmanager
def running(home: Path) -> Iterator[tuple[CourierService, Journal, threading.Thread]]:
    """The service as another process would run it: on a program of its own."""
    journal, own = Journal(), program(home)
    service = CourierService(own, journal.say)
    thread = threading.Thread(target=service.run)
    thread.start()
    try:
        yield service, journal, thread
    finally:
        service.stop()
        thread.join(PATIENCE)
        assert not thread.is_alive()
        own.close()


def confirm(desk: Program, *, wrong: bool = False) -> str:
    """A visit is confirmed at the desk; its message."""
    made = sample_parcel(of_wrong_city() if wrong else sample_record(), destination="1")
    case = desk.clock.new_id()
    parcel = made.model_copy(update={"case": case, "order_key": str(case), "message": message_id(case, "1", made.kind)})
    now = desk.clock.now()
    event = AuditEvent(at=now, by="c1", action="confirm", case=str(case))
    desk.store.outbox.accept(
        Confirmation(case=case, slip="260420-001", event="tennyu", at=now, parcels=(parcel,), audit=(event,))
    )
    return str(parcel.message)


def arrives(home: Path, message: str) -> bool:
    """Whether it is in the receiver's folder long before the courier would look by itself."""
    done, step = home / "outgoing" / f"{message}.done", threading.Event()
    return any(done.exists() or step.wait(0.01) for _ in range(int(PATIENCE / 0.01))) and PATIENCE < UNASKED


def test_what_is_confirmed_while_it_sleeps_leaves_at_once(home: Path) -> None:
    desk = program(home)
    with running(home) as (_, journal, _):
        assert journal.hears("送付を始めました")
        assert all(arrives(home, confirm(desk)) for _ in range(3))
    entries = [entry.action for entry in desk.store.audit.read(6)]
    assert sorted(entries) == ["confirm"] * 3 + ["deliver"] * 3
    assert not (home / "data" / NAME).exists()
    desk.close()


def test_what_a_receiver_refuses_is_told_once_with_its_weight_and_without_a_value(home: Path) -> None:
    desk = program(home)
    with running(home) as (_, journal, _):
        confirm(desk, wrong=True)
        assert journal.hears("保留")
    urgent = [text for weight, text in journal.lines if weight is Weight.ERROR]
    assert len(urgent) == 1
    assert not [text for _, text in journal.lines if "架空　" in text]
    desk.close()


def test_it_waits_for_whoever_delivers_already_and_can_be_stopped_meanwhile(home: Path) -> None:
    desk = program(home)
    _, relay = Sending(desk).couriers()
    with running(home) as (_, journal, _):
        assert journal.hears("ほかのプログラムが送付しています")
    relay.release()
    desk.close()


def test_another_setting_of_the_city_ends_it_so_that_it_begins_anew(home: Path) -> None:
    desk = program(home)
    with running(home) as (_, journal, thread):
        assert journal.hears("送付を始めました")
        (home / "device.toml").write_text('desk = "mado1"\n', encoding="utf-8")
        confirm(desk)
        assert journal.hears("設定のファイルが変わりました")
        thread.join(PATIENCE)
        assert not thread.is_alive()
    desk.close()


def test_the_unit_begins_it_anew_under_the_account_and_the_data_of_the_counter(tmp_path: Path) -> None:
    words = ("courier-unit", "--out", str(tmp_path), "--user", "mado", "--home", "/srv/kiosk")
    assert setup.main(words) == 0
    text = (tmp_path / "kiosk-courier.service").read_text(encoding="utf-8")
    assert "@" not in text
    said = dict(line.split("=", 1) for line in text.splitlines() if "=" in line and not line.startswith("#"))
    assert (said["User"], said["Restart"], said["StartLimitIntervalSec"]) == ("mado", "always", "0")
    assert said["ExecStart"].endswith("/.venv/bin/python -m kiosk courier")
    assert "Environment=KIOSK_HOME=/srv/kiosk\n" in text
    assert setup.main((*words[:-1], "relative")) == 3


# ---- the bell --------------------------------------------------------------------------------------------------------
def test_a_bell_that_nobody_hung_up_is_rung_in_vain(tmp_path: Path) -> None:
    ring(tmp_path)
    (tmp_path / NAME).write_bytes(b"a file of that name")
    ring(tmp_path)
    assert (tmp_path / NAME).read_bytes() == b"a file of that name"
    with Bell.listening(tmp_path) as bell:
        assert bell.wait(0) == b""
        ring(tmp_path)
        bell.ring(END)
        assert bell.wait(PATIENCE) == CALL + END
        assert (tmp_path / NAME).stat().st_mode & 0o777 == 0o600
    os.mkfifo(tmp_path / NAME)
    ring(tmp_path)


def test_however_often_it_is_rung_nobody_waits(tmp_path: Path) -> None:
    with Bell.listening(tmp_path) as bell:
        for _ in range(70_000):
            bell.ring()
        ring(tmp_path)
        assert bell.wait(PATIENCE)
