"""A family's applications go to a receiving system over HTTPS: each arrives once, whatever the receiver does."""

import random
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from kiosk.exchange.receiver.server import FAULTS, Receiver
from tests import service
from tests.commands import Kiosk
from tests.edits import change
from tests.short import SHORT
from tests.visits import ROOT

FAMILY = ROOT / "forms" / "personas" / "kazoku4.toml"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The data of a machine whose city has forms of its own."""
    shutil.copytree(ROOT / "forms", tmp_path / "forms")
    (tmp_path / "home").mkdir()
    monkeypatch.setenv("KIOSK_FORMS", str(tmp_path / "forms"))
    monkeypatch.setenv("KIOSK_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


@pytest.fixture
def receiver(tmp_path: Path) -> Iterator[Receiver]:
    with service.receiving(tmp_path, stall=1.5) as running:
        yield running


def connect(home: Path, url: str) -> None:
    """The city's destination is a service."""
    shutil.copy(home.parent / "cert.pem", home / "ca.pem")
    lines = f'kind = "service"\nurl = "{url}"\nca = "ca.pem"\ntimeout = 1'
    change(home.parent / "forms" / "municipality.toml", 'kind = "folder"\npath = "outgoing"', lines)


def test_a_family_s_applications_arrive_once_each(kiosk: Kiosk, home: Path, receiver: Receiver) -> None:
    connect(home, receiver.url)
    assert kiosk("check").code == 0
    parcels = kiosk("confirm", FAMILY, "--json").document["parcels"]
    assert kiosk("deliver").code == 0
    assert len(receiver.inbox.taken()) == parcels > 0
    again = kiosk("deliver")
    assert (again.code, len(receiver.inbox.taken())) == (0, parcels)
    assert "kind" in kiosk("destination", "found", "1").err + kiosk("destination", "found", "1").out


@pytest.mark.parametrize("seed", range(1 if SHORT else 5))
def test_whatever_the_receiver_does_each_arrives_exactly_once_and_in_order(
    kiosk: Kiosk, home: Path, receiver: Receiver, seed: int
) -> None:
    chance = random.Random(seed)
    transient = [fault for fault in FAULTS if fault != "half"]  # what comes again by itself
    connect(home, receiver.url)
    parcels = kiosk("confirm", FAMILY, "--json").document["parcels"]
    receiver.misbehave(chance.choice([*transient, *["none"] * 20]) for _ in range(30))
    for _ in range(60):
        if kiosk("deliver", "--now").code == 0:
            break
    taken = receiver.inbox.taken()
    assert len(taken) == parcels
    lines = (receiver.folder / "taken.jsonl").read_text(encoding="utf-8").splitlines()
    assert len(lines) == len(set(lines)) == parcels
    assert "送付待ち: 0件" in kiosk("status").out


def test_half_a_file_holds_one_household_and_is_told(kiosk: Kiosk, home: Path, receiver: Receiver) -> None:
    connect(home, receiver.url)
    kiosk("confirm", FAMILY)
    receiver.misbehave(["half"])
    kiosk("deliver", "--now")
    held = kiosk("hold", "list")
    assert "D26" in held.out
    assert receiver.inbox.taken() == {}


def test_nobody_there_is_said_and_everything_waits(kiosk: Kiosk, home: Path, tmp_path: Path) -> None:
    service.certificate(tmp_path)
    with closing(socket.socket()) as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    connect(home, f"https://localhost:{port}/messages")
    kiosk("confirm", FAMILY)
    done = kiosk("deliver", "--now")
    assert done.code == 1
    assert "つながりません" in done.out + done.err
    assert "送付待ち: 10件" in kiosk("status").out


@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM])
def test_the_receiver_is_a_command_that_ends_when_it_is_told(tmp_path: Path, ending: signal.Signals) -> None:
    cert, key = service.certificate(tmp_path)
    call = [sys.executable, "-m", "kiosk", "receiver", "--folder", str(tmp_path / "in"), "--port", "0"]
    with subprocess.Popen(
        [*call, "--cert", str(cert), "--key", str(key), "--fault", "torn"], stdout=subprocess.PIPE, text=True, cwd=ROOT
    ) as running:
        assert running.stdout is not None
        line = running.stdout.readline()
        running.send_signal(ending)
        told, _ = running.communicate(timeout=60)
    assert 'url = "https://localhost:' in line
    assert running.returncode == 0
    assert "受け取った申請: 0件" in told


def test_a_receiver_that_cannot_begin_says_why(kiosk: Kiosk, tmp_path: Path) -> None:
    assert "不具合はありません" in kiosk("receiver", "--port", "0", "--fault", "flood").err
    assert "両方要ります" in kiosk("receiver", "--cert", tmp_path / "cert.pem").err
    assert "公開鍵が要ります" in kiosk("receiver", "--client", "x").err
