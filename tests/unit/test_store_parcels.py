"""Parcels on disk: accepted whole and once, held when tampered with, and what staff see of them."""

import datetime as dt
import hashlib
from pathlib import Path

import pytest

from kiosk.flow.clock import FixedClock
from kiosk.flow.ports import Outbox
from kiosk.model.audit import AuditEvent
from kiosk.model.errors import Defect
from kiosk.model.parcel import DeliveryFailed, Failure, Lease, OutboxCount, Receipt, State
from kiosk.store.audit import AuditLog
from kiosk.store.connection import Sql
from kiosk.store.database import Database
from kiosk.store.drafts import Drafts
from kiosk.store.outbox import SqlOutbox
from kiosk.store.vault import RootKey
from tests.outboxes import REFUSED, UNREACHABLE, accept, claim, confirmation, decision, nothing_to_claim, parcel, states


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(dt.datetime(2026, 4, 1, 0, 0, tzinfo=dt.UTC))


@pytest.fixture
def database(tmp_path: Path) -> Database:
    return Database.open(tmp_path, key=RootKey(b"k" * 32), reserve_bytes=4096)


@pytest.fixture
def outbox(database: Database) -> SqlOutbox:
    return SqlOutbox(database)


def tamper(database: Database, statement: str) -> None:
    """What a hand on the file could do: take the guard off and change a row."""

    def work(sql: Sql) -> None:
        sql.execute("DROP TRIGGER outbox_is_immutable")
        sql.execute("DROP TRIGGER outbox_payload_is_immutable")
        sql.execute(statement)

    database.change(work)


def test_the_sql_outbox_is_an_outbox(outbox: SqlOutbox) -> None:
    port: Outbox = outbox
    assert port.lines() == ()


def test_a_claimed_parcel_is_the_accepted_one_to_the_last_byte(outbox: SqlOutbox, clock: FixedClock) -> None:
    (sent,) = accept(outbox, clock, "転入届")
    lease = claim(outbox, clock)
    assert lease == Lease(parcel=sent, token=1, attempt=1, noted=lease.noted)


def test_a_parcel_knows_the_entry_that_its_acceptance_ended_with_at_every_attempt(
    outbox: SqlOutbox, database: Database, clock: FixedClock
) -> None:
    log = AuditLog(database)
    accept(outbox, clock, "転入届")
    told = log.head()
    log.append(decision(clock, "later"))
    first = claim(outbox, clock)
    outbox.fail(first, UNREACHABLE, now=clock.now(), retry_at=clock.now())
    assert told.startswith("1:")
    assert (first.noted, claim(outbox, clock).noted) == (told, told)
    assert log.verify_chain([told]) is None


@pytest.mark.parametrize(
    ("failure", "noted"),
    [
        (Failure.UNREACHABLE, []),
        (Failure.UNKNOWN_OUTCOME, ["courier deliver-unknown to=hall 転入届 r1 D27"]),
        (Failure.REFUSED, ["courier hold to=hall 転入届 r1 D27"]),
    ],
)
def test_what_may_have_been_seen_outside_is_on_record_and_what_reached_nobody_is_not(
    outbox: SqlOutbox, database: Database, clock: FixedClock, failure: Failure, noted: list[str]
) -> None:
    accept(outbox, clock, "転入届")
    outbox.fail(
        claim(outbox, clock), DeliveryFailed(failure=failure, code="D27"), now=clock.now(), retry_at=clock.now()
    )
    newest = [f"{entry.by} {entry.action} {entry.detail}" for entry in AuditLog(database).read()]
    assert newest[:-1] == noted


def test_the_same_confirmation_again_changes_nothing(outbox: SqlOutbox, database: Database, clock: FixedClock) -> None:
    same = confirmation(clock, parcel(clock.new_id(), "転入届"))
    outbox.accept(same)
    outbox.accept(same)
    assert len(outbox.lines()) == 1
    assert len(AuditLog(database).read()) == 1


def test_another_content_under_the_same_message_id_is_a_bug(outbox: SqlOutbox, clock: FixedClock) -> None:
    (sent,) = accept(outbox, clock, "転入届")
    changed = sent.model_copy(update={"record": b"{}"})
    with pytest.raises(Defect, match="revision"):
        outbox.accept(confirmation(clock, changed))


def test_a_revision_joins_its_case(outbox: SqlOutbox, database: Database, clock: FixedClock) -> None:
    (sent,) = accept(outbox, clock, "転入届")
    again = parcel(sent.case, "転入届", revision=2)
    outbox.accept(confirmation(clock, sent, again))
    outbox.settle(claim(outbox, clock), Receipt(reference="r", acknowledged=True), now=clock.now())
    assert claim(outbox, clock).parcel == again
    assert [entry.action for entry in AuditLog(database).read()] == ["deliver", "confirmed", "confirmed"]


def test_a_contradictory_confirmation_writes_nothing(outbox: SqlOutbox, clock: FixedClock) -> None:
    one, other = parcel(clock.new_id(), "転入届"), parcel(clock.new_id(), "転居届")
    for parcels in ((one, one), (one, other)):
        with pytest.raises(Defect):
            outbox.accept(confirmation(clock, *parcels))
    assert outbox.lines() == ()


def test_a_failure_inside_a_confirmation_leaves_no_part_of_it(
    outbox: SqlOutbox, database: Database, clock: FixedClock
) -> None:
    naive = AuditEvent(at=dt.datetime(2026, 4, 1), by="c1", action="confirmed")  # noqa: DTZ001  # the bug under test
    broken = confirmation(clock, parcel(clock.new_id(), "転入届")).model_copy(update={"audit": (naive,)})
    with pytest.raises(Defect):
        outbox.accept(broken)
    for table in ("cases", "case_key", "outbox", "delivery", "audit"):
        assert database.read(f"SELECT count(*) FROM {table}") == [(0,)]


def test_a_confirmed_draft_is_listed_until_it_is_dropped_and_a_late_autosave_does_not_bring_it_back(
    outbox: SqlOutbox, database: Database, clock: FixedClock
) -> None:
    drafts, case = Drafts(database), clock.new_id()
    assert drafts.save(case, b"open", now=clock.now())
    assert [line.accepted for line in drafts.list()] == [False]
    outbox.accept(confirmation(clock, parcel(case, "転入届")))
    assert not drafts.save(case, b"late", now=clock.now())
    assert [(line.slip, line.event, line.accepted) for line in drafts.list()] == [("A-1", "move", True)]
    assert drafts.drop(case)
    assert not drafts.save(case, b"late", now=clock.now())
    assert drafts.list() == ()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE outbox SET ciphertext = zeroblob(100) WHERE kind = '転入届'",
        "UPDATE outbox SET digest = 'x' WHERE kind = '転入届'",
        "UPDATE outbox SET schema_version = '2' WHERE kind = '転入届'",
        "UPDATE outbox SET message = 'x' WHERE kind = '転入届'",
        "UPDATE outbox SET revision = 7 WHERE kind = '転入届'",
        "UPDATE case_key SET wrapped = zeroblob(60) WHERE case_id = (SELECT case_id FROM outbox WHERE seq = 1)",
    ],
)
def test_a_tampered_parcel_is_held_and_never_delivered(
    outbox: SqlOutbox, database: Database, clock: FixedClock, statement: str
) -> None:
    accept(outbox, clock, "転入届", order_key="p1")
    (sound,) = accept(outbox, clock, "転出届", order_key="p2")
    tamper(database, statement)
    assert claim(outbox, clock).parcel == sound
    assert nothing_to_claim(outbox, clock)
    rows = database.read("SELECT state, last_code FROM delivery WHERE seq = 1")
    assert rows == [("held", "tampered")]
    newest = AuditLog(database).read(1)[0]
    assert (newest.action, newest.by) == ("tampered", "store")


def test_a_payload_cut_short_with_a_hash_that_matches_still_fails_the_tag(
    outbox: SqlOutbox, database: Database, clock: FixedClock
) -> None:
    accept(outbox, clock, "転入届")
    (ciphertext,) = database.read("SELECT ciphertext FROM outbox")[0]
    digest = hashlib.sha256(ciphertext[:-1]).hexdigest()
    tamper(
        database, f"UPDATE outbox SET ciphertext = substr(ciphertext, 1, length(ciphertext) - 1), digest = '{digest}'"
    )
    assert nothing_to_claim(outbox, clock)
    assert states(outbox) == {"転入届": State.HELD}


def test_the_count_shows_pending_held_and_the_oldest(outbox: SqlOutbox, clock: FixedClock) -> None:
    assert outbox.count(clock.now()) == OutboxCount()
    accept(outbox, clock, "転入届", order_key="p1")
    clock.advance(90)
    for number in range(3):
        accept(outbox, clock, "転出届", order_key=f"q{number}")
    assert outbox.count(clock.now()) == OutboxCount(pending=4, held=0, oldest_seconds=90)
    outbox.fail(claim(outbox, clock), REFUSED, now=clock.now(), retry_at=clock.now())
    outbox.settle(claim(outbox, clock), Receipt(reference="r", acknowledged=True), now=clock.now())
    claim(outbox, clock)
    clock.advance(10)
    assert outbox.count(clock.now()) == OutboxCount(pending=2, held=1, oldest_seconds=10)


def test_lines_show_the_newest_first_and_no_content(outbox: SqlOutbox, clock: FixedClock) -> None:
    first, second = accept(outbox, clock, "転入届", "印鑑登録")
    newest, oldest = outbox.lines()
    assert (newest.message, oldest.message) == (second.message, first.message)
    assert (oldest.case, oldest.created_at, oldest.next_at) == (first.case, clock.now(), clock.now())
    assert outbox.lines(limit=1) == (newest,)
    assert "花子" not in repr(outbox.lines())


def test_every_attempt_is_on_record(outbox: SqlOutbox, database: Database, clock: FixedClock) -> None:
    (sent,) = accept(outbox, clock, "転入届")
    outbox.fail(claim(outbox, clock), UNREACHABLE, now=clock.now(), retry_at=clock.now())
    outbox.fail(claim(outbox, clock), REFUSED, now=clock.now(), retry_at=clock.now())
    outbox.release(sent.message, audit=decision(clock, "released"))
    outbox.settle(claim(outbox, clock), Receipt(reference="r", acknowledged=True), now=clock.now())
    rows = database.read("SELECT number, outcome, code, detail FROM attempt ORDER BY number")
    tried = [(1, "unreachable", "timeout", ""), (2, "refused", "http-422", "schema")]
    assert rows == [*tried, (3, "acknowledged", "", "")]


def test_order_keys_do_not_stand_in_clear(outbox: SqlOutbox, database: Database, clock: FixedClock) -> None:
    accept(outbox, clock, "転入届", order_key="架空花子")
    (kept,) = database.read("SELECT order_key FROM delivery")[0]
    assert "架空" not in kept
    assert len(kept) == 64
