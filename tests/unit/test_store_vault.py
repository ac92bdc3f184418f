"""Keys: where the root comes from, what is derived from it, and what is gone after shredding."""

import datetime as dt
import uuid
from pathlib import Path

import pytest

from kiosk.bench.handwritten import compare, sample
from kiosk.flow.clock import FixedClock
from kiosk.model.audit import AuditEvent
from kiosk.model.errors import SiteError
from kiosk.model.parcel import Receipt
from kiosk.store.audit import AuditLog
from kiosk.store.database import NAME, Database
from kiosk.store.drafts import Drafts
from kiosk.store.outbox import SqlOutbox
from kiosk.store.shredding import shred
from kiosk.store.vault import RootKey, Vault, load_root_key, seal, unseal

KEY = RootKey(b"k" * 32)
LEASE = dt.timedelta(seconds=30)


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(dt.datetime(2026, 4, 1, 0, 0, tzinfo=dt.UTC))


@pytest.fixture
def database(tmp_path: Path) -> Database:
    return Database.open(tmp_path, key=KEY, reserve_bytes=4096)


def shredding(clock: FixedClock) -> AuditEvent:
    return AuditEvent(at=clock.now(), by="c1", action="shredded")


def deliver_all(outbox: SqlOutbox, clock: FixedClock) -> int:
    count = 0
    for name in ("d0", "d1", "d2"):
        while lease := outbox.claim(name, now=clock.now(), lease=LEASE):
            outbox.settle(lease, Receipt(reference="r", acknowledged=True), now=clock.now())
            count += 1
    return count


def test_a_development_key_is_made_once_for_its_owner_only(tmp_path: Path) -> None:
    file = tmp_path / "keys" / "root.key"
    made = load_root_key(file, environ={})
    assert made.is_development_key
    assert load_root_key(file, environ={}) == made
    assert file.stat().st_mode & 0o777 == 0o600
    assert sorted(file.parent.iterdir()) == [file.with_name("audit.key"), file]
    assert made.audit != made.secret


def test_the_systemd_credential_wins_over_the_file(tmp_path: Path) -> None:
    (tmp_path / "kiosk-root").write_bytes(b"c" * 32)
    root = load_root_key(tmp_path / "root.key", environ={"CREDENTIALS_DIRECTORY": str(tmp_path)})
    assert root == RootKey(b"c" * 32, is_development_key=False, audit=(tmp_path / "audit.key").read_bytes())
    (tmp_path / "kiosk-audit").write_bytes(b"a" * 32)
    assert load_root_key(tmp_path / "root.key", environ={"CREDENTIALS_DIRECTORY": str(tmp_path)}).audit == b"a" * 32
    assert not (tmp_path / "root.key").exists()


def test_a_key_file_others_can_read_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "root.key"
    load_root_key(file, environ={})
    file.chmod(0o644)
    with pytest.raises(SiteError, match="store-key"):
        load_root_key(file, environ={})


def test_a_key_of_the_wrong_length_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "root.key"
    file.write_bytes(b"short")
    file.chmod(0o600)
    with pytest.raises(SiteError, match="store-key"):
        load_root_key(file, environ={})


def test_a_key_does_not_show_when_it_is_printed() -> None:
    assert "kkkk" not in repr(KEY)


def test_subkeys_differ_from_each_other_and_from_the_root() -> None:
    vault = Vault(KEY)
    keys = {vault.database_key, vault.wrapping_key(b"1" * 32), vault.wrapping_key(b"2" * 32), KEY.secret}
    assert len(keys) == 4
    assert vault.wrapping_key(b"1" * 32) == Vault(KEY).wrapping_key(b"1" * 32)


def test_sealed_bytes_open_only_with_their_key_and_in_their_place() -> None:
    sealed = seal(b"k" * 32, b"plain", bound_to="here")
    assert unseal(b"k" * 32, sealed, bound_to="here") == b"plain"
    assert unseal(b"x" * 32, sealed, bound_to="here") is None
    assert unseal(b"k" * 32, sealed, bound_to="there") is None
    assert unseal(b"k" * 32, sealed[:-1], bound_to="here") is None
    assert unseal(b"k" * 32, b"", bound_to="here") is None


def test_a_case_with_parcels_on_their_way_is_not_shredded(database: Database, clock: FixedClock) -> None:
    outbox, (confirmation,) = SqlOutbox(database), sample(1, clock=clock)
    outbox.accept(confirmation)
    assert shred(database, [confirmation.case], event=shredding(clock)) == ()
    assert deliver_all(outbox, clock) == 3
    assert shred(database, [confirmation.case], event=shredding(clock)) == (confirmation.case,)
    assert shred(database, [confirmation.case], event=shredding(clock)) == ()


def test_shredding_removes_key_and_payload_changes_the_wrapping_key_and_keeps_the_record(
    database: Database, clock: FixedClock
) -> None:
    outbox, (gone,) = SqlOutbox(database), sample(1, clock=clock)
    outbox.accept(gone)
    deliver_all(outbox, clock)
    salt = database.read("SELECT salt FROM kek")
    shred(database, [gone.case], event=shredding(clock))
    assert database.read("SELECT count(*) FROM case_key") == [(0,)]
    assert database.read("SELECT DISTINCT ciphertext FROM outbox") == [(b"",)]
    assert len(database.read("SELECT salt FROM kek")) == 1
    assert database.read("SELECT salt FROM kek") != salt
    assert len(outbox.lines()) == 3
    assert AuditLog(database).read(1)[0].case == str(gone.case)
    assert AuditLog(database).verify_chain() is None


def test_other_cases_and_drafts_live_through_a_shredding(database: Database, clock: FixedClock) -> None:
    outbox, drafts, open_case = SqlOutbox(database), Drafts(database), clock.new_id()
    gone, stays = sample(2, clock=clock)
    outbox.accept(gone)
    deliver_all(outbox, clock)
    outbox.accept(stays)
    drafts.save(open_case, b"half", now=clock.now())
    shred(database, [gone.case], event=shredding(clock))
    lease = outbox.claim("d0", now=clock.now(), lease=LEASE)
    assert lease is not None
    assert lease.parcel == stays.parcels[0]
    assert drafts.load(open_case) == b"half"


def test_backups_of_older_tables_go_with_the_shredded_keys(
    database: Database, clock: FixedClock, tmp_path: Path
) -> None:
    outbox, (gone,) = SqlOutbox(database), sample(1, clock=clock)
    outbox.accept(gone)
    deliver_all(outbox, clock)
    backup = tmp_path / f"{NAME}.v1.backup"
    backup.write_bytes(b"old")
    shred(database, [gone.case], event=shredding(clock))
    assert not backup.exists()


def test_a_draft_is_saved_again_and_again_listed_and_dropped(database: Database, clock: FixedClock) -> None:
    drafts, case = Drafts(database), clock.new_id()
    drafts.save(case, b"first", now=clock.now())
    clock.advance(5)
    assert drafts.save(case, "架空 花子".encode(), now=clock.now())
    assert drafts.load(case) == "架空 花子".encode()
    assert [(line.case, line.saved_at) for line in drafts.list()] == [(case, clock.now())]
    assert drafts.drop(case)
    assert not drafts.drop(case)
    assert drafts.load(case) is None


def test_a_draft_of_another_case_does_not_open(database: Database, clock: FixedClock) -> None:
    drafts, case, other = Drafts(database), clock.new_id(), clock.new_id()
    drafts.save(case, b"mine", now=clock.now())
    database.change(lambda sql: sql.execute("UPDATE draft SET case_id = ?", (str(other),)))
    with pytest.raises(SiteError, match="store-unreadable"):
        drafts.load(other)


def test_the_comparison_writes_the_same_number_of_rows_three_ways(tmp_path: Path, clock: FixedClock) -> None:
    result = compare(tmp_path, sample(4, clock=clock, attachment_bytes=2000), key=KEY)
    assert result.cases == 4
    assert min(result.accept, result.encrypted, result.plain) > 0
    assert result.ratio == result.accept / result.encrypted
    assert (tmp_path / "plain.db").read_bytes().startswith(b"SQLite format 3")
    assert not (tmp_path / "encrypted.db").read_bytes().startswith(b"SQLite format 3")


def test_no_personal_data_stands_in_any_file_of_the_folder(
    database: Database, clock: FixedClock, tmp_path: Path
) -> None:
    (confirmation,) = sample(1, clock=clock)
    SqlOutbox(database).accept(confirmation)
    Drafts(database).save(uuid.UUID(int=1), str(confirmation.case).encode(), now=clock.now())
    for file in tmp_path.iterdir():
        assert str(confirmation.case).encode() not in file.read_bytes()
