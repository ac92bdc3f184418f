"""What became of an application behind the hub comes back to the terminal that filed it, and to nobody else."""

import datetime as dt
import json
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path

import pytest

from kiosk.bootstrap.answers import Fetched, fetch
from kiosk.bootstrap.failures import failures
from kiosk.bootstrap.onward import Onward, onward
from kiosk.bootstrap.program import Program
from kiosk.bootstrap.returned import sent_back
from kiosk.bootstrap.sending import Sending
from kiosk.delivery.courier import Courier, Outcome
from kiosk.delivery.retry import Level, alarm
from kiosk.exchange.destinations.answers import SUFFIX, Relaying
from kiosk.exchange.records.sample import sample_parcel, sample_record
from kiosk.flow.ports import Confirmation
from kiosk.hub.held import Released, release
from kiosk.hub.link import HubTrouble, opened
from kiosk.model.audit import AuditEvent
from kiosk.model.kept import Sent
from kiosk.model.parcel import DeliveryFailed, Failure, Parcel, Receipt, State, message_id
from kiosk.model.verdict import Verdict
from tests.hub_hall import Hall, machine

REASON = "架空花子様の部屋番号がありません"
TAKEN = Receipt(reference="受理0001", acknowledged=True)
REFUSED = DeliveryFailed(failure=Failure.REFUSED, code="D12", detail="方書が長すぎます")
AWAY = DeliveryFailed(failure=Failure.UNREACHABLE, code="D01", detail="共有フォルダーにつながりません")
_numbers = count(600)


@dataclass
class Receiving:
    """The system behind the hub: it answers what it is told to, one thing after the other."""

    name: str
    says: list[Receipt | DeliveryFailed]

    def look(self) -> DeliveryFailed | None:
        return None

    def deliver(self, _parcel: Parcel) -> Receipt | DeliveryFailed:
        return self.says.pop(0)


@dataclass
class Way:
    """A terminal, the hub, and the machine that goes on from there, to a destination of their own."""

    number: str
    terminal: Program
    relay: Onward
    hall: Hall

    @property
    def place(self) -> Relaying:
        (place,) = (each for each in Sending(self.terminal).destinations if each.name == self.number)
        assert isinstance(place, Relaying)
        return place

    def filed(self, revision: int = 1, case: uuid.UUID | None = None) -> Parcel:
        """An application is accepted at the terminal, or its next revision."""
        own, now = case or self.terminal.clock.new_id(), self.terminal.clock.now()
        message = message_id(own, self.number, "P01", revision)
        sent = sample_parcel(sample_record(case=own), case=own, destination=self.number)
        sent = sent.model_copy(update={"revision": revision, "message": message})
        event = AuditEvent(at=now, by="c1", action="confirm", case=str(own))
        accepted = Confirmation(case=own, slip="260420-001", event="tennyu", at=now, parcels=(sent,), audit=(event,))
        self.terminal.store.outbox.accept(accepted)
        return sent

    def brought(self) -> list[Outcome]:
        """The terminal's courier brings what is due to the hub."""
        couriers, right = Sending(self.terminal).couriers()
        try:
            return [step.outcome for courier in couriers if courier.key == self.number for step in courier.steps()]
        finally:
            right.release()

    def onward(self, *says: Receipt | DeliveryFailed) -> list[Outcome]:
        """What lies in the hub is brought on."""
        with opened(self.hall.server.admin("kiosk")) as link:
            link.rows("UPDATE kiosk.delivery SET next_at = now() WHERE destination = $1", self.number)
        receiver = Receiving(self.number, list(says))
        clock = self.terminal.clock
        courier = Courier(self.relay.outbox, destination=receiver, clock=clock, chance=lambda: 0.5)
        return [step.outcome for step in courier.steps()]

    def heard(self) -> Fetched:
        """The terminal asks the hub."""
        (place,) = (each for each in Sending(self.terminal).destinations if each.name == self.number)
        return fetch(self.terminal, place)

    def stands(self) -> list[tuple[State, str]]:
        lines = self.terminal.store.outbox.lines()
        return [(line.state, line.last_code) for line in reversed(lines)]

    def in_the_hub(self) -> list[str]:
        statement = "SELECT state FROM kiosk.delivery WHERE destination = $1 ORDER BY seq"
        with opened(self.hall.server.admin("kiosk")) as link:
            return [row[0] for row in link.rows(statement, self.number)]

    def audit(self, of: Parcel) -> list[tuple[str, str]]:
        return [(entry.by, entry.action) for entry in self.terminal.store.audit.of_case(str(of.case))]


@pytest.fixture
def way(hall: Hall, tmp_path: Path) -> Iterator[Way]:
    number = str(next(_numbers))
    terminal = machine(hall, tmp_path / "counter", "mado-1", "", number=number)
    far = machine(hall, tmp_path / "relay", "okuri-1", "onward = 9\n", number=number)
    relay = onward(Sending(far))
    assert relay is not None
    yield Way(number, terminal, relay, hall)
    relay.outbox.close()
    terminal.close()
    far.close()


def test_up_to_the_hub_is_not_arrived_until_the_receiver_has_it(way: Way) -> None:
    sent, store = way.filed(), way.terminal.store
    assert way.brought() == [Outcome.RELAYED, Outcome.IDLE]
    assert way.heard() == Fetched()
    late = way.terminal.clock.now() + dt.timedelta(minutes=16)
    waits = store.outbox.count(late)
    assert (waits.pending, waits.relayed, waits.held) == (0, 1, 0)
    found = alarm(waits)
    assert found is not None
    assert found.level is Level.NOTICE
    assert [line.state for line in store.holding.unsent()] == [State.RELAYED]
    past = store.kept.one(sent.case)
    assert past is not None
    assert past.sent is Sent.RELAYED
    event = AuditEvent(at=late, by="c1", action="shred")
    assert not store.holding.shred(sent.case, event=event)  # it may have to go once more
    assert way.onward(AWAY) == [Outcome.RETRY, Outcome.IDLE]
    assert way.heard() == Fetched(moved=1)
    (line,) = store.holding.unsent()
    assert (line.state, line.code, line.detail) == (State.RELAYED, "D01", AWAY.detail)
    assert way.onward(TAKEN) == [Outcome.ACKNOWLEDGED, Outcome.IDLE]
    assert way.heard() == Fetched(moved=1)
    assert way.stands() == [(State.ACKNOWLEDGED, "")]
    assert store.outbox.lines()[0].receipt == TAKEN.reference
    assert alarm(store.outbox.count(late)) is None
    assert way.audit(sent)[1:] == [("courier", "relay"), ("hub", "relay"), ("hub", "deliver")]
    assert way.heard() == Fetched()
    assert len(way.audit(sent)) == 4


def test_what_a_receiver_refused_is_the_terminal_s_again_to_send_once_more(way: Way) -> None:
    sent, store = way.filed(), way.terminal.store
    way.brought()
    assert way.onward(REFUSED) == [Outcome.HELD, Outcome.IDLE]
    assert way.in_the_hub() == ["held"]
    told = way.place.news(0, ())  # it was fetched, and whoever fetched it died before it was written
    assert [each.state for each in told.standings] == [State.HELD]
    assert way.in_the_hub() == ["returned"]
    assert way.stands() == [(State.RELAYED, "")]
    assert way.heard() == Fetched(moved=1)
    (line,) = store.holding.unsent()
    assert (line.state, line.code, line.detail) == (State.HELD, "D12", REFUSED.detail)
    assert [(each.message, each.place) for each in failures(way.terminal)] == [(sent.message, "住民記録")]
    assert way.onward() == [Outcome.IDLE]  # nobody at the hub sends it on its own
    event = AuditEvent(at=way.terminal.clock.now(), by="c1", action="hold-release", case=str(sent.case))
    assert store.outbox.release(sent.message, audit=event)
    assert way.heard() == Fetched()
    assert way.brought() == [Outcome.RELAYED, Outcome.IDLE]
    assert way.brought() == [Outcome.IDLE]
    assert way.onward(TAKEN) == [Outcome.ACKNOWLEDGED, Outcome.IDLE]
    assert way.heard() == Fetched(moved=1)
    assert way.stands() == [(State.ACKNOWLEDGED, "")]


def test_a_refused_application_that_is_filed_again_leaves_as_its_next_revision_and_the_first_is_let_go(
    way: Way,
) -> None:
    first = way.filed()
    way.brought()
    way.onward(REFUSED)
    way.heard()
    second = way.filed(revision=2, case=first.case)
    assert way.stands() == [(State.SKIPPED, "superseded"), (State.READY, "")]
    assert way.brought() == [Outcome.RELAYED, Outcome.IDLE]
    assert way.onward() == [Outcome.IDLE]  # a household waits for its first
    assert way.heard() == Fetched()
    assert way.in_the_hub() == ["skipped", "ready"]
    assert way.onward(TAKEN) == [Outcome.ACKNOWLEDGED, Outcome.IDLE]
    assert way.heard() == Fetched(moved=1)
    assert way.stands() == [(State.SKIPPED, "superseded"), (State.ACKNOWLEDGED, "")]
    assert way.terminal.store.beyond.gone(way.number) == ()
    assert second.message != first.message


def test_what_a_receiver_lost_leaves_the_hub_once_more(way: Way) -> None:
    sent, store = way.filed(), way.terminal.store
    way.brought()
    way.onward(TAKEN)
    way.heard()
    event = AuditEvent(at=way.terminal.clock.now(), by="c1", action="resend", detail="lost")
    assert store.reconciling.resend([sent.message], event=event) == 1
    assert way.brought() == [Outcome.RELAYED, Outcome.IDLE]
    assert way.in_the_hub() == ["ready"]
    assert way.heard() == Fetched()  # what was told of the first time is over
    assert way.onward(TAKEN) == [Outcome.ACKNOWLEDGED, Outcome.IDLE]
    assert way.heard() == Fetched(moved=1)
    assert way.stands() == [(State.ACKNOWLEDGED, "")]


def test_an_answer_comes_back_closed_and_opens_the_case_as_from_a_receiver_next_door(way: Way, tmp_path: Path) -> None:
    sent = way.filed()
    way.brought()
    way.onward(TAKEN)
    returns = tmp_path / "relay" / "returns"
    returns.mkdir()
    points = [{"item": "住所_方書", "taishoshabango": "p1", "reason": REASON}]
    said = {"message": str(sent.message), "result": "補正", "at": "2026-04-20T10:00:00+09:00", "points": points}
    for number, name in enumerate(("a", "b")):
        content = {**said, "number": f"第{number}号"}
        (returns / f"{name}{SUFFIX}").write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
    (collect,) = way.relay.collectors()
    collect()
    collect()
    with opened(way.hall.server.admin("kiosk")) as link:
        rows = link.rows("SELECT * FROM kiosk.answer WHERE destination = $1", way.number)
        assert len(rows) == 2
        assert REASON.encode() not in b"".join(bytes(row["sealed"]) for row in rows)
        assert "補正".encode() not in b"".join(bytes(row["sealed"]) for row in rows)
    assert way.heard() == Fetched(taken=2, moved=1)
    assert way.heard() == Fetched()
    assert [(line.message, line.result) for line in way.terminal.store.answers.waiting()] == [
        (sent.message, Verdict.TO_CORRECT)
    ]
    event = AuditEvent(at=way.terminal.clock.now(), by="c1", action="answers-read")
    found = way.terminal.store.answers.open_of(sent.case, event=event)
    assert [each.answer.points[0].reason for each in found] == [REASON] * 2
    assert list(sent_back(way.terminal)) == []  # the sample's case is not kept here


def test_another_terminal_of_the_office_hears_nothing_of_it_and_changes_nothing(way: Way, tmp_path: Path) -> None:
    sent = way.filed()
    way.brought()
    way.onward(REFUSED)
    other = machine(way.hall, tmp_path / "other", "mado-3", "", number=way.number)
    try:
        (place,) = (each for each in Sending(other).destinations if each.name == way.number)
        assert fetch(other, place) == Fetched()
    finally:
        other.close()
    assert way.in_the_hub() == ["held"]
    assert way.hall.asked("kisai-1", "SELECT state FROM kiosk.delivery WHERE destination = $1", way.number) == []
    way.hall.asked("kisai-1", "SELECT kiosk.again($1::uuid[], $2::integer[])", [sent.message], [5])
    way.hall.asked("kisai-1", "SELECT kiosk.let_go($1::uuid[])", [sent.message])
    assert way.in_the_hub() == ["held"]
    forbidden = {
        "mado-1": (
            "UPDATE kiosk.delivery SET state = 'acknowledged'",
            "INSERT INTO kiosk.answer (id, seq, sealed) SELECT repeat('0', 64), min(seq), '' FROM kiosk.parcel",
            "INSERT INTO kiosk.parcel (message, machine, destination, order_key, content, sha256, body) SELECT"
            " gen_random_uuid(), 'mado-3', '1', repeat('0', 64), repeat('0', 64), encode(sha256(''), 'hex'), ''",
            "SELECT * FROM kiosk.entry",
            "SELECT kiosk.next('mado-1')",
        ),
        "okuri-1": ("UPDATE kiosk.answer SET sealed = ''", "DELETE FROM kiosk.answer", "DELETE FROM kiosk.entry"),
    }
    for who, statements in forbidden.items():
        for statement in statements:
            with pytest.raises(HubTrouble, match="D52"):
                way.hall.asked(who, statement)


def test_who_has_the_hub_may_wish_it_sent_again_and_its_terminal_does_it_once(way: Way) -> None:
    sent = way.filed()
    way.brought()
    way.onward(REFUSED)
    way.heard()
    with opened(way.hall.server.admin("kiosk")) as link:
        assert release(link, sent.message, by="k1", second="k2", reason="直した") == Released(sent=0, asked=1)
        assert release(link, sent.message, by="k1", second="k2", reason="直した") == Released(sent=0, asked=0)
    assert way.in_the_hub() == ["returned"]
    assert way.heard() == Fetched(moved=1)
    assert way.heard() == Fetched()
    assert way.stands() == [(State.READY, "D12")]
    (entry,) = (each for each in way.terminal.store.audit.of_case(str(sent.case)) if each.action == "hold-release")
    assert (entry.by, entry.detail) == ("hub", "P01 D12 by=k1+k2")
    way.brought()
    assert way.onward(TAKEN) == [Outcome.ACKNOWLEDGED, Outcome.IDLE]
    assert way.heard() == Fetched(moved=1)
    assert way.stands() == [(State.ACKNOWLEDGED, "")]


def test_a_hub_that_is_away_changes_nothing_and_is_asked_again(way: Way, monkeypatch: pytest.MonkeyPatch) -> None:
    way.filed()
    way.brought()
    way.onward(TAKEN)
    with monkeypatch.context() as patch:
        patch.setattr("kiosk.exchange.destinations.hub.opened", _away)
        assert way.heard() == Fetched(reached=False)
    assert way.stands() == [(State.RELAYED, "")]
    assert way.heard() == Fetched(moved=1)
    assert way.stands() == [(State.ACKNOWLEDGED, "")]


def _away(_address: object) -> None:
    raise HubTrouble("D50", "away")
