"""Parcels go to a real PostgreSQL: once each, closed, from machines that are known, seen by their own office alone."""

import datetime as dt
import json
import shutil
import stat
import tempfile
import uuid
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from pyrage import x25519
from typer.testing import CliRunner

from kiosk.cli import app
from kiosk.delivery.courier import Courier, Outcome
from kiosk.destinations import ToHub
from kiosk.exchange.destinations.bundle import Formats
from kiosk.exchange.destinations.fence import Fence
from kiosk.exchange.destinations.hub import HubDestination, address_of
from kiosk.exchange.destinations.marker import Guard
from kiosk.exchange.records.sample import sample_parcel
from kiosk.flow.clock import FixedClock
from kiosk.hub import founding
from kiosk.hub.envelope import unseal
from kiosk.hub.link import HubTrouble, Link, opened
from kiosk.hub.status import status
from kiosk.model.parcel import DeliveryFailed, Failure, Parcel, Receipt
from kiosk.store.database import Database
from kiosk.store.destinations import Destinations
from kiosk.store.outbox import SqlOutbox
from kiosk.store.vault import RootKey
from tests.holding import COLUMNS
from tests.hubs import ADMIN, Authority, Server, tools
from tests.outboxes import confirmation

pytestmark = pytest.mark.skipif(tools() is None, reason="postgresql is not installed")
OWN = x25519.Identity.generate()
RECORD = sample_parcel().record


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    found = tools()
    assert found is not None
    folder = Path(tempfile.mkdtemp(prefix="kiosk-hub-"))
    try:
        made = Server(folder, found)
        with opened(made.admin()) as link:
            link.run("CREATE DATABASE kiosk")
        with opened(made.admin("kiosk")) as link:
            founding.found(link)
            for role, office, kind in (
                ("mado-1", "101", "terminal"),
                ("mado-2", "102", "terminal"),
                ("okuri-1", "101", "courier"),
                ("miru-1", "101", "reader"),
            ):
                founding.admit(link, role, office=office, kind=kind)
        yield made
        made.stop()
    finally:
        shutil.rmtree(folder)


@dataclass
class Hall:
    """A home with its credentials, and the hub that it goes to."""

    server: Server
    home: Path

    def destination(self, who: str = "mado-1", **changes: object) -> HubDestination:
        secrets = self.home / "secrets"
        if not (secrets / who).exists():
            self.server.authority.proof(who, secrets / who)
        given = {
            "number": 9,
            "name": "中継",
            "kind": "hub",
            "host": "localhost",
            "port": self.server.port,
            "ca": str(self.server.authority.file),
            "key_name": who,
            "secret": "hub-shared",
            "recipient": str(OWN.to_public()),
            "timeout": 5,
        }
        return HubDestination("1", ToHub.model_validate({**given, **changes}), Formats(columns=COLUMNS), self.home)

    def asked(self, who: str, statement: str, *values: object) -> list[tuple[object, ...]]:
        with opened(address_of(self.destination(who).setting, self.home)) as link:
            return [tuple(row) for row in link.rows(statement, *values)]


@pytest.fixture
def hall(server: Server, tmp_path: Path) -> Hall:
    secrets = tmp_path / "secrets"
    secrets.mkdir()
    (secrets / "hub-shared").write_bytes(b"s" * 32)
    (secrets / "hub-shared").chmod(0o600)
    return Hall(server, tmp_path)


def parcel(number: str = "1") -> Parcel:
    """An application of a case of its own."""
    case = uuid.uuid4()
    return sample_parcel(case=case, destination=number)


def lying(hall: Hall, *parcels: Parcel) -> list[tuple[object, ...]]:
    """What lies in the hub of these messages, as its administrator sees it."""
    statement = "SELECT message, order_key, office, sha256, body FROM kiosk.parcel WHERE message = ANY($1) ORDER BY seq"
    with opened(hall.server.admin("kiosk")) as link:
        return [tuple(row) for row in link.rows(statement, [each.message for each in parcels])]


def failed(answer: Receipt | DeliveryFailed) -> tuple[str, Failure]:
    assert isinstance(answer, DeliveryFailed), answer
    assert answer.detail
    return answer.code, answer.failure


def test_a_batch_arrives_once_and_closed_and_its_key_opens_it(hall: Hall) -> None:
    place, sent = hall.destination(), [parcel() for _ in range(3)]
    assert place.look() is None
    first = place.deliver_all(sent)
    assert all(isinstance(each, Receipt) and not each.acknowledged for each in first)
    before = lying(hall, *sent)
    assert [row[0] for row in before] == [each.message for each in sent]
    assert [row[2] for row in before] == ["101"] * 3
    again = place.deliver_all(sent[::-1])
    assert all(isinstance(each, Receipt) for each in again)
    assert lying(hall, *sent) == before
    for row, each in zip(before, sent, strict=True):
        body = row[4]
        assert isinstance(body, bytes)
        assert unseal(body, str(row[3]), [OWN]) == each
        assert unseal(body, str(row[3]), [x25519.Identity.generate()]) is None
        assert unseal(body[:-1], str(row[3]), [OWN]) is None


def test_who_administers_the_server_reads_nothing_of_anybody(hall: Hall) -> None:
    sent = parcel()
    hall.destination().deliver(sent)
    ((_, order_key, *_rest, body),) = lying(hall, sent)
    everything = f"{order_key}".encode() + bytes(body) if isinstance(body, bytes) else b""
    assert str(sent.case).encode() not in everything
    for said in json.loads(RECORD)["taishosha"][0].values():
        if isinstance(said, str) and len(said) > 3:
            assert said.encode() not in everything
    log = (hall.server.run / "log").read_text(errors="replace")
    assert str(sent.case) not in log


def test_another_content_under_the_same_message_is_refused_and_nothing_is_replaced(hall: Hall) -> None:
    place, sent = hall.destination(), parcel()
    place.deliver(sent)
    before = lying(hall, sent)
    other = sent.model_copy(update={"order_key": "another household"})
    answers = place.deliver_all([other, parcel()])
    assert failed(answers[0]) == ("D10", Failure.REFUSED)
    assert isinstance(answers[1], Receipt)
    assert lying(hall, sent) == before
    from_elsewhere = hall.destination("mado-2").deliver(sent)  # another office cannot even see that it is taken
    assert failed(from_elsewhere) == ("D10", Failure.REFUSED)


def test_a_record_that_no_receiver_would_take_does_not_leave(hall: Hall) -> None:
    bad = parcel().model_copy(update={"record": b"{}"})
    good = parcel()
    answers = hall.destination().deliver_all([bad, good])
    assert failed(answers[0]) == ("D11", Failure.REFUSED)
    assert isinstance(answers[1], Receipt)
    assert lying(hall, bad) == []


def test_an_office_sees_nothing_of_another_and_no_machine_changes_or_deletes(hall: Hall) -> None:
    sent = parcel()
    hall.destination().deliver(sent)
    count = "SELECT count(*) FROM kiosk.parcel WHERE message = $1"
    seen = "SELECT message FROM kiosk.parcel WHERE message = $1"
    assert hall.asked("mado-1", seen, sent.message) == [(sent.message,)]
    assert hall.asked("mado-2", seen, sent.message) == []
    assert hall.asked("okuri-1", count, sent.message) == [(1,)]
    forbidden = {
        "mado-1": (
            "SELECT body FROM kiosk.parcel",
            "UPDATE kiosk.parcel SET body = body",
            "DELETE FROM kiosk.parcel",
            "SELECT * FROM kiosk.delivery",
            "DELETE FROM kiosk.sender",
            "SELECT * FROM kiosk.machine",
            "UPDATE kiosk.machine SET office = '102'",
            "INSERT INTO kiosk.parcel (message, office, destination, order_key, content, sha256, body)"
            " SELECT gen_random_uuid(), '102', '1', repeat('0', 64), repeat('0', 64), encode(sha256(''), 'hex'), ''",
            "SET ROLE kiosk_owner",
            "SET ROLE kiosk_courier",
        ),
        "mado-2": ("DELETE FROM kiosk.parcel", "UPDATE kiosk.parcel SET body = body"),
        "okuri-1": (
            "UPDATE kiosk.parcel SET body = body",
            "DELETE FROM kiosk.parcel",
            "DELETE FROM kiosk.delivery",
            "UPDATE kiosk.delivery SET office = '102'",
            "UPDATE kiosk.delivery SET order_key = ''",
        ),
        "miru-1": ("SELECT * FROM kiosk.parcel", "SELECT order_key FROM kiosk.delivery", "SELECT * FROM kiosk.sender"),
    }
    for who, statements in forbidden.items():
        with opened(address_of(hall.destination(who).setting, hall.home)) as link:
            for statement in statements:
                with pytest.raises(HubTrouble) as caught:
                    link.rows(statement)
                assert caught.value.code == "D52", statement
    assert len(lying(hall, sent)) == 1


def test_only_the_right_server_and_the_right_machine_are_believed(hall: Hall) -> None:
    answers = {
        "another_name": hall.destination(host="127.0.0.1"),
        "nobody_there": hall.destination(port=1),
        "no_such_machine": hall.destination("mado-9"),
        "another_machines_name": hall.destination(user="mado-2"),
        "another_database": hall.destination(database="other"),
        "not_founded": hall.destination(database="postgres"),
    }
    stranger = Path(hall.home / "stranger")
    stranger.mkdir()
    other = Authority(stranger)
    answers["another_authority"] = hall.destination(ca=str(other.file))
    other.proof("mado-1", hall.home / "secrets" / "forged")
    answers["forged"] = hall.destination(key_name="forged")
    answers["no_proof"] = hall.destination(key_name="missing")
    short = hall.home / "secrets" / "short"
    short.write_bytes(b"s" * 16)
    short.chmod(0o600)
    answers["short_secret"] = hall.destination(secret="short")
    found = {name: failed(place.deliver(parcel())) for name, place in answers.items()}
    assert found.pop("forged")[0] in {"D50", "D52"}  # TLS 1.3 tells it, or only breaks off, as the packets fall
    assert {failure for _, failure in found.values()} == {Failure.UNREACHABLE}
    assert {name: code for name, (code, _) in found.items()} == {
        "another_name": "D51",
        "nobody_there": "D50",
        "no_such_machine": "D52",
        "another_machines_name": "D52",
        "another_database": "D52",
        "not_founded": "D54",
        "another_authority": "D51",
        "no_proof": "D24",
        "short_secret": "D57",
    }


@dataclass
class Record:
    """The audit record of a store, as far as the fence asks for it."""

    entries: list[str]
    said: bool = False

    def name(self) -> str:
        return "store-of-mado-1"

    def head(self) -> str:
        return self.entries[-1]

    def holds(self, told: str) -> bool:
        return told in self.entries

    def overruled(self, destination: str) -> bool:
        return self.said and bool(destination)

    def settled(self, destination: str) -> None:
        self.said = not destination


def test_a_copied_store_brings_nothing_until_a_person_says_so(hall: Hall) -> None:
    live, copy = Record(["1:a"]), Record(["1:a"])
    first, second = (replace(hall.destination(), fence=Fence("1", each)) for each in (live, copy))
    assert isinstance(first.deliver(parcel()), Receipt)
    live.entries.append("2:b")
    assert isinstance(first.deliver(parcel()), Receipt)
    copy.entries.append("2:c")
    kept = parcel()
    assert failed(second.deliver(kept)) == ("D18", Failure.UNREACHABLE)
    assert second.look() is not None
    assert lying(hall, kept) == []
    copy.said = True
    assert isinstance(second.deliver(kept), Receipt)
    assert not copy.said
    assert failed(first.deliver(parcel())) == ("D18", Failure.UNREACHABLE)


def test_a_hub_that_was_founded_anew_gets_nothing(hall: Hall) -> None:
    remembered: list[str] = []
    guard = Guard("9", "999997", known=lambda: (remembered or [""])[-1], remember=remembered.append)
    place = replace(hall.destination(), guard=guard)
    assert isinstance(place.deliver(parcel()), Receipt)
    assert len(remembered) == 1
    assert place.look() is None
    remembered.append(str(uuid.uuid4()))
    assert failed(place.deliver(parcel())) == ("D09", Failure.UNREACHABLE)


@pytest.mark.parametrize(("setting", "value"), [("fsync", "off"), ("full_page_writes", "off")])
def test_a_server_that_may_lose_what_it_acknowledged_gets_nothing(hall: Hall, setting: str, value: str) -> None:
    place, kept = hall.destination(), parcel()
    with opened(hall.server.admin("kiosk")) as link:
        link.run(f"ALTER SYSTEM SET {setting} = {value}")
        link.run("SELECT pg_reload_conf()")
        try:
            _until(link, setting, value)
            answer = place.deliver(kept)
            assert failed(answer) == ("D53", Failure.UNREACHABLE)
            assert isinstance(answer, DeliveryFailed)
            assert setting in answer.detail
            with pytest.raises(HubTrouble, match="D53"):
                founding.migrate(link)
            assert setting in str(status(link).unsafe)
        finally:
            link.run(f"ALTER SYSTEM RESET {setting}")
            link.run("SELECT pg_reload_conf()")
            _until(link, setting, "on")
    assert lying(hall, kept) == []


def _until(link: Link, setting: str, value: str) -> None:
    """The server has read its settings anew."""
    for _ in range(500):
        if link.one("SELECT current_setting($1)", setting)[0] == value:
            return
        link.run("SELECT pg_sleep(0.01)")
    raise AssertionError(setting)


def test_tables_of_another_version_are_left_alone(hall: Hall) -> None:
    with opened(hall.server.admin("kiosk")) as link:
        assert founding.found(link) == founding.migrate(link) == 1
        link.run("INSERT INTO kiosk.step (number, digest) VALUES (2, 'of a later program')")
        try:
            assert failed(hall.destination().deliver(parcel())) == ("D55", Failure.UNREACHABLE)
            with pytest.raises(HubTrouble, match="D55"):
                founding.migrate(link)
        finally:
            link.run("DELETE FROM kiosk.step WHERE number = 2")


def test_the_courier_brings_all_that_waits_in_batches_and_each_household_in_its_order(hall: Hall) -> None:
    clock = FixedClock(dt.datetime(2026, 4, 20, 1, tzinfo=dt.UTC))
    sent = [parcel() for _ in range(3)]
    later = sent[0].model_copy(update={"message": uuid.uuid4(), "kind": "P02"})
    database = Database.open(hall.home, key=RootKey(b"k" * 32), reserve_bytes=4096)
    try:
        outbox = SqlOutbox(database)
        Destinations(database).describe("1", kind="hub", label="住民記録")
        for each in ((sent[0], later), (sent[1],), (sent[2],)):
            outbox.accept(confirmation(clock, *each))
        courier = Courier(outbox, destination=hall.destination(), clock=clock, chance=lambda: 0.5)
        assert [step.outcome for step in courier.steps()] == [Outcome.DELIVERED] * 4 + [Outcome.IDLE]
    finally:
        database.close()
    found = [row[0] for row in lying(hall, *sent, later)]
    assert found == [each.message for each in (*sent, later)]


def test_the_commands_found_admit_and_tell_how_it_stands(hall: Hall) -> None:
    run = CliRunner().invoke
    common = ["--server", f"{hall.server.run}:{hall.server.port}", "--user", ADMIN, "--json"]
    assert json.loads(run(app, ["hub", "init", *common]).stdout) == {"version": 1}
    assert json.loads(run(app, ["hub", "migrate", *common]).stdout) == {"version": 1}
    admitted = run(app, ["hub", "admit", "mado-2", "--office", "102", *common])
    assert json.loads(admitted.stdout) == {"machine": "mado-2", "office": "102", "kind": "terminal"}
    assert run(app, ["hub", "admit", "x", "--office", "1", "--as", "king", *common]).exit_code == 1
    found = json.loads(run(app, ["hub", "status", *common]).stdout)
    assert (found["version"], found["unsafe"], found["machines"]["terminal"]) == (1, [], 2)
    assert found["standbys"] == 0
    told = run(app, ["hub", "status", *common[:-1]]).stdout
    assert "送付待ち" in told
    away = run(app, ["hub", "status", "--server", "/nowhere", "--user", ADMIN])
    assert away.exit_code == 1
    assert "D50" in away.stderr


def test_nobody_else_reads_the_credential(hall: Hall) -> None:
    place = hall.destination()
    file = hall.home / "secrets" / "mado-1"
    file.chmod(0o644)
    assert failed(place.deliver(parcel())) == ("D24", Failure.UNREACHABLE)
    assert stat.S_IMODE(file.stat().st_mode) == 0o644
