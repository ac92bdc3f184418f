"""What one machine accepted is found, read and erased at every counter of its office."""

from kiosk.flow.case_actions import Correct
from kiosk.flow.day import DayList, Found
from kiosk.flow.jobs import Find, ListDay, Tick, Unpark, Unparked
from kiosk.flow.writing import EraseCase, Erased, NotErased
from kiosk.hub.link import HubTrouble, opened
from kiosk.model.audit import AuditEvent
from kiosk.model.case import CaseState
from tests.hub_hall import Hall
from tests.shared_hall import Rooms, accept, case, day, do, emptied, keep, met, number, opened_at, sent

NAME = "架空"


def test_a_case_is_found_at_every_counter_by_its_number_or_its_people_and_corrected_where_it_was_accepted(
    rooms: Rooms, hall: Hall
) -> None:
    _, first, second = rooms
    state = keep(first, handed=False)
    accept(first, state)
    met(first, second)
    listed = do(second, ListDay())
    assert isinstance(listed, DayList)
    assert [(each.case, each.desk, each.face) for each in listed.past] == [(case(state), "mado-3", None)]
    for words in (number(state), NAME, NAME[:2], "トクメイ"):
        found = do(second, Find(words))
        assert isinstance(found, Found)
        assert [each.case for each in found.cases] == ([] if words == "トクメイ" else [case(state)]), words
    seen = opened_at(second, Unpark(case(state)))
    assert seen.desk == "mado-3"
    assert seen.case is not None
    assert seen.case.state.accepted
    assert ("case-open", "desk=mado-3") in [(each.action, each.detail) for each in second.store.audit.read(9)]
    visit = second.visit()
    visit.handle(Unparked(seen))
    assert "accepted-there" in [each.code for each in visit.handle(Correct(reason="書き間違い")).page.notices]
    assert visit.state.case == seen.case
    told = do(second, Tick(number(state), "x"))
    assert isinstance(told, Found)
    assert told.refused is not None
    assert told.refused.message.code == "tick-there"
    second.sharing.trouble = HubTrouble("D50", "away")
    found = do(second, Find(NAME))
    assert isinstance(found, Found)
    assert found.said is not None
    assert (found.cases, found.said.message.code) == ((), "search-others-away")
    with opened(hall.server.admin("kiosk")) as link:
        (row,) = [tuple(row) for row in link.rows("SELECT * FROM kiosk.visit")]
    assert NAME.encode() not in b"".join(each if isinstance(each, bytes) else str(each).encode() for each in row)


def test_what_is_erased_at_one_machine_is_erased_in_the_hub_and_at_every_other(rooms: Rooms, hall: Hall) -> None:
    _, first, second = rooms
    state, kept = keep(first, handed=False), keep(first, handed=False)
    for each in (state, kept):
        accept(first, each)
        sent(first)
    met(first, second)
    assert isinstance(do(second, EraseCase(case(state), "本人の求めによる")), Erased)
    met(first)
    left = first.store.retention.over({CaseState.CONFIRMED: first.clock.now()})
    assert [each.case for each in left] == [case(kept)]
    event = AuditEvent(at=first.clock.now(), by="c1", action="shred", detail="保存期間")
    first.store.retention.erase(left, event=event)
    met(first, second)
    for each in (state, kept):
        found = do(second, Find(number(each)))
        assert isinstance(found, Found)
        assert found.cases == ()
    with opened(hall.server.admin("kiosk")) as link:
        rows = [tuple(row) for row in link.rows("SELECT stage, words, line, body, slip FROM kiosk.visit")]
    assert rows == [("gone", [], b"", b"", "")] * 2
    second.sharing.trouble = HubTrouble("D50", "away")
    assert isinstance(do(second, EraseCase(case(state), "本人の求めによる")), NotErased)


def test_the_server_alone_has_nothing_erased_and_an_older_one_is_told_anew(rooms: Rooms, hall: Hall) -> None:
    terminal, first, _ = rooms
    waits, done = keep(terminal), keep(first, handed=False)
    accept(first, done)
    sent(first)
    met(first, terminal)
    with opened(hall.server.admin("kiosk")) as link:
        link.run(
            "UPDATE kiosk.visit SET stage = 'gone', holder = '', slip = '', words = '{}', line = '', body = '',"
            " version = version + 1"
        )
    met(first, terminal)
    assert [line.case for line in terminal.store.drafts.list()] == [case(waits)]
    assert first.store.kept.revision(case(done)) == 1
    emptied(hall)  # an older copy of it was put back
    met(terminal, first)
    assert [line.case for line in day(first)] == [case(waits)]
