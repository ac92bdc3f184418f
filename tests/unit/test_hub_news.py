"""What became of an application behind the hub comes back to the terminal that filed it, and to nobody else."""

import datetime as dt
import json
from pathlib import Path

import pytest

from kiosk.bootstrap.answers import Fetched, fetch
from kiosk.bootstrap.failures import failures
from kiosk.bootstrap.returned import sent_back
from kiosk.bootstrap.sending import Sending
from kiosk.delivery.courier import Outcome
from kiosk.delivery.retry import Level, alarm
from kiosk.exchange.destinations.answers import SUFFIX
from kiosk.hub import founding
from kiosk.hub.held import Released, release
from kiosk.hub.link import HubTrouble, opened
from kiosk.model.audit import AuditEvent
from kiosk.model.kept import Sent
from kiosk.model.parcel import State
from kiosk.model.verdict import Verdict
from tests.hub_hall import machine
from tests.hub_way import AWAY, REFUSED, TAKEN, Way

REASON = "架空花子様の部屋番号がありません"


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


def test_a_hub_that_was_put_back_is_noticed_and_what_has_arrived_stays_arrived(way: Way) -> None:
    sent, store = way.filed(), way.terminal.store
    way.brought()
    way.onward(TAKEN)
    assert way.heard() == Fetched(moved=1)
    store.beyond.remember(way.number, store.beyond.heard(way.number) + 7)  # what it had heard until then
    with opened(way.hall.server.admin("kiosk")) as link:
        link.rows("UPDATE kiosk.delivery SET state = 'held', last_code = 'D12' WHERE destination = $1", way.number)
    found = way.heard()
    assert (found.moved, [issue.where for issue in found.wrong]) == (0, [f"送付先 {way.number}"])
    assert "kiosk reconcile" in found.wrong[0].allowed
    assert way.stands() == [(State.ACKNOWLEDGED, "")]
    store.beyond.remember(way.number, 1)  # it never goes back
    assert way.heard().wrong
    assert way.in_the_hub() == ["skipped"]  # it keeps nothing of the household waiting
    assert way.audit(sent)[-1] == ("hub", "deliver")


def test_a_machine_that_takes_another_s_place_hears_what_became_of_its_applications(way: Way, tmp_path: Path) -> None:
    way.filed()
    way.brought()
    way.onward(AWAY)
    assert way.heard() == Fetched(moved=1)
    credential = tmp_path / "counter" / "secrets" / "mado-1"
    before = credential.read_bytes()
    way.hall.server.authority.proof("mado-9", credential)
    with opened(way.hall.server.admin("kiosk")) as link:
        founding.admit(link, "mado-9", office="102", kind="terminal", instead_of="mado-1")
        way.onward(TAKEN)
        assert way.heard().moved == 0  # of another office it inherits nothing
        founding.admit(link, "mado-9", office="101", kind="terminal", instead_of="mado-1")
        assert way.heard() == Fetched(moved=1)
        assert way.stands() == [(State.ACKNOWLEDGED, "")]
        credential.write_bytes(before)
        founding.admit(link, "mado-1", office="101", kind="terminal", instead_of="mado-9")
        link.run("DELETE FROM kiosk.machine WHERE role = 'mado-9'")


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
