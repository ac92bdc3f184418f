"""Where an application goes: every destination that takes its procedure, each in its turn, and never nowhere."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.delivery.routing import Routing
from kiosk.destinations import KINDS, ToFolder
from kiosk.exchange.destinations.registry import Surroundings
from kiosk.exchange.destinations.registry import connect as connected
from kiosk.exchange.records.columns import Columns
from kiosk.flow.clock import FixedClock
from kiosk.model.audit import AuditEvent
from kiosk.model.errors import SiteError
from kiosk.model.parcel import State, message_id
from kiosk.store.acceptance import INSERT_CASE, INSERT_DESTINATION, INSERT_OUTBOX
from kiosk.store.connection import connect, settle_in
from kiosk.store.database import NAME, Database
from kiosk.store.holding import Holding
from kiosk.store.instants import micros
from kiosk.store.keys import new_key, store_case_key
from kiosk.store.migrations import STEPS, migrate
from kiosk.store.outbox import SqlOutbox
from kiosk.store.sealing import seal_parcel
from kiosk.store.vault import RootKey, Vault
from tests.outboxes import LEASE, accept, confirmation, parcel, states

KEY = RootKey(b"k" * 32)
REGISTER = ToFolder(number=1, name="住民記録", procedures=("P01", "P02"))
HALL = ToFolder(number=7, name="庁内連携", path="/srv/hall")


def test_an_application_goes_to_every_destination_that_takes_its_procedure() -> None:
    routing = Routing((REGISTER, HALL))
    assert routing.keys("P01") == ("1", "7")
    assert routing.keys("P10") == ("7",)


def test_an_application_that_would_go_nowhere_is_refused_with_what_to_write() -> None:
    with pytest.raises(SiteError) as caught:
        Routing((REGISTER,)).keys("P10")
    assert "P10" in caught.value.what
    assert "[[destination]]" in caught.value.mend


NEEDED: dict[str, dict[str, object]] = {
    "service": {"url": "https://example.jp/in"},
    "sftp": {
        "host": "files.example.jp",
        "user": "madoguchi",
        "key_name": "madoguchi",
        "host_key": "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIO",
        "path": "/in",
    },
    "printer": {"queue": "juki-a4"},
    "rpa": {"window": "入力", "keys": ["[氏名]", "Tab"], "done": "完了", "refused": "エラー"},
    "s3": {"endpoint": "https://s3.example.jp", "bucket": "juki-in", "access_key": "KIOSK", "secret": "s3-key"},
    "hub": {
        "host": "hub.example.jp",
        "ca": "hub-ca.pem",
        "key_name": "hub-machine",
        "secret": "hub-shared",
        "recipient": "age1wrh9kc7jk5uvt3r5k0fykjz0l8qtz98m9t9v4p3r6u0kqevqvswq5ldtpn",
    },
}
"""What the settings of a kind cannot leave out."""


def test_every_kind_a_city_may_write_has_a_connection_that_knows_its_number(tmp_path: Path) -> None:
    around = Surroundings(home=tmp_path, columns=Columns(groups=()))
    for kind, settings in KINDS.items():
        given = {"number": 3, "name": "見本", **NEEDED.get(kind, {})}
        setting = settings.model_validate(given)
        assert (setting.kind, connected(setting, around).name) == (kind, "3")


def test_a_folder_lies_at_the_place_of_the_data_unless_it_is_named_from_the_root(tmp_path: Path) -> None:
    assert REGISTER.folder(tmp_path) == tmp_path / "outgoing"
    assert HALL.folder(tmp_path) == Path("/srv/hall")


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = Database.open(tmp_path, key=KEY, reserve_bytes=4096)
    yield opened
    opened.close()


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(dt.datetime(2026, 4, 20, 1, tzinfo=dt.UTC))


def test_what_waits_for_a_destination_that_is_gone_is_held_with_the_reason(
    database: Database, clock: FixedClock
) -> None:
    outbox, holding = SqlOutbox(database), Holding(database)
    accept(outbox, clock, "P01", "P02")
    event = AuditEvent(at=clock.now(), by="courier", action="hold")
    assert holding.hold_homeless(["hall"], detail="なし", event=event) == 0
    assert holding.hold_homeless(["7"], detail="なし", event=event) == 2
    assert states(outbox) == {"P01": State.HELD, "P02": State.HELD}
    assert {line.last_code for line in outbox.lines()} == {"D15"}
    assert holding.hold_homeless(["7"], detail="なし", event=event) == 0


def test_a_message_to_another_destination_is_another_message(clock: FixedClock) -> None:
    case = clock.new_id()
    assert message_id(case, "1", "P01") != message_id(case, "7", "P01")


DELIVERY_OF_THEN = """
INSERT INTO delivery (seq, destination, order_key, state, next_at, created_at, changed_at)
SELECT seq, destination, order_key, 'ready', :at, :at, :at FROM outbox
"""


def test_what_an_older_program_left_for_its_only_folder_goes_to_destination_number_one(
    tmp_path: Path, clock: FixedClock
) -> None:
    sql = connect(tmp_path / NAME, key=Vault(KEY).database_key, mode="rwc")
    settle_in(sql)
    migrate(sql, steps=STEPS[:1])
    waiting = confirmation(clock, parcel(clock.new_id(), "P01", to="folder"))
    key = new_key()
    sealed = seal_parcel(Vault(KEY), waiting.parcels[0], key=key)
    at = micros(clock.now())
    sql.execute(INSERT_CASE, (str(waiting.case), "A-1", "move", "confirmed", at))
    store_case_key(sql, Vault(KEY), key, case=waiting.case)
    sql.execute(INSERT_DESTINATION, ("folder",))
    sql.execute(INSERT_OUTBOX, sealed.outbox_row(at))
    sql.execute(DELIVERY_OF_THEN, {"at": at})
    sql.close()
    database = Database.open(tmp_path, key=KEY, reserve_bytes=4096)
    lease = SqlOutbox(database).claim("1", now=clock.now(), lease=LEASE)
    database.close()
    assert lease is not None
    assert (lease.parcel.message, lease.parcel.kind) == (waiting.parcels[0].message, "P01")
