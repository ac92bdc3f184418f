"""A household taken from the city's own register: matched with who is here, confirmed by them, and nobody's address."""

import datetime as dt
import json
from collections.abc import Iterator

from kiosk.designing.trace import Look, Trace, Tracer
from kiosk.exchange.records.recorder import Recorder
from kiosk.flow.actions import Came, Decide, Decision, Put, StartVisit, UseExtract
from kiosk.flow.pages import QuestionState
from kiosk.flow.residents import face as shown
from kiosk.model.address import Address
from kiosk.model.fact import Value
from kiosk.model.resident import Resident
from kiosk.model.source import Source
from kiosk.rules.calendar import OpenDays
from tests.residents import DAY, people
from tests.sources import ANOTHER, BACK, SAME, asked, face, members, unchanged, use
from tests.visits import Desk

RECORDER = Recorder(municipality="999997", municipality_name="見本県架空市")
OLD, ROLE = "addr.old.text", "case.applicant_role"
HOME = "見本県架空市中央一丁目２番３号\u3000見本ハイツ１０１"


def household(number: str) -> list[Resident]:
    return [each for own, each in people() if own == number]


def taken(*residents: Resident) -> UseExtract:
    return UseExtract(persons=tuple(each.facts for each in residents), case={}, origin=Source.REGISTER, day=DAY)


def came(row: int) -> Decide:
    return Decide(decision=Decision.SAME, row=row)


def texts(desk: Desk) -> list[str]:
    """Every address in the ledger, and every value that could hold one."""
    values = [fact.value for fact in desk.now.case.ledger.facts]
    return [value.text if isinstance(value, Address) else str(value) for value in values]


def test_before_anybody_is_known_it_is_asked_who_has_come_and_only_theirs_is_the_address() -> None:
    desk = Desk(event="").act(taken(*household("5001")))
    assert (asked(desk).ask, asked(desk).source, desk.now.case.ledger.facts) == ("came", Source.REGISTER, ())
    desk.act(came(1))
    assert members(desk) == {"p1": "見本　理沙", "p2": "見本　健一", "p3": "見本　陸", "p4": "見本　芽衣"}
    assert [text for text in texts(desk) if "２番３号" in text] == [HOME]
    fact = desk.now.case.ledger.current["person[p1].birth.date"]
    assert (fact.source, fact.day) == (Source.REGISTER, DAY)
    desk.act(Came(person="p2"))  # it was the husband after all: her address goes with her
    assert desk.value(OLD) is None


def test_a_purpose_that_was_said_first_asks_the_same() -> None:
    desk = Desk(event="tenkyo").act(taken(*household("5001")))
    assert asked(desk).ask == "came"
    assert unchanged(desk, BACK).page.proposal is None
    desk.act(taken(*household("5001")), came(0))
    assert desk.value(OLD) == desk.now.case.ledger.current[OLD].value


def test_a_row_that_stands_there_twice_is_one_person() -> None:
    rows = household("5001")
    desk = Desk(event="").act(taken(*rows, *rows))
    assert len(asked(desk).pairs) == len(rows)
    assert list(members(desk.act(came(0))).values()) == [each.facts["person.name.full"] for each in rows]


def test_two_cards_and_their_household_are_four_people() -> None:
    desk = Desk(event="tenkyo").act(
        use(face("見本　健一", "1984-05-12")), use(face("見本　理沙", "1986-09-30", sex="2"), "")
    )
    desk.act(ANOTHER, taken(*household("5001")))
    assert list(members(desk).values()) == ["見本　健一", "見本　理沙", "見本　陸", "見本　芽衣"]
    assert desk.codes >= {"register-taken"}


def test_who_is_spelt_otherwise_is_asked_about_and_the_register_keeps_its_letters() -> None:
    keiko = household("5004")
    desk = Desk(event="tenkyo").say(name="高橋　恵子", birth="S54.3.8").act(taken(*keiko))
    assert (asked(desk).ask, asked(desk).pairs[0].person) == ("same", "p1")
    desk.act(SAME)
    assert list(members(desk).values()) == ["髙橋　恵子", "髙橋　蒼"]


def test_a_card_in_plainer_letters_leaves_the_register_its_own() -> None:
    desk = Desk(event="tenkyo").act(taken(*household("5004")), came(0))
    desk.act(use(face("高橋　恵子", "1979-03-08", sex="2")), SAME)
    fact = desk.now.case.ledger.current["person[p1].name.full"]
    assert (fact.value, fact.source, fact.day) == ("髙橋　恵子", Source.REGISTER, DAY)
    assert len(members(desk)) == 2


def test_a_name_without_its_birth_is_asked_about_too_and_can_be_declined() -> None:
    desk = Desk(event="tenkyo").say(name="見本　健一").act(taken(*household("5003")))
    assert asked(desk).ask == "same"
    desk.act(ANOTHER)
    assert list(members(desk).values()) == ["見本　健一", "見本　健一"]
    assert desk.value(OLD) is None  # the namesake's address is not theirs


def test_another_household_joins_as_people_without_its_address() -> None:
    desk = Desk(event="tenkyo").act(use(face("見本　健一", "1984-05-12")), taken(*household("5001")))
    desk.act(taken(household("5002")[0]))
    assert list(members(desk).values())[-1] == "架空　正雄"
    assert [text for text in texts(desk) if "緑ケ丘" in text] == []
    assert "介護保険" not in repr(desk.value("household.current"))  # what another household has here is not theirs
    desk.act(taken(household("5002")[0]))  # once more is once
    assert len(members(desk)) == 5


def test_an_agent_sees_no_address_however_late_they_say_so() -> None:
    desk = Desk(event="tenkyo").act(taken(*household("5001")), came(0))
    assert isinstance(desk.value(OLD), Address)
    desk.act(Put(path=ROLE, value="任意代理人"))
    assert desk.value(OLD) is None


def test_what_is_held_in_this_city_is_proposed_and_waits_to_be_confirmed() -> None:
    desk = Desk(event="tenkyo").act(taken(*household("5001")), came(0))
    questions = {view.path: view for section in desk.page.sections for view in section.questions}
    current: Value = ("国民健康保険", "国民年金第1号", "児童手当")
    assert desk.value("household.current") == current
    assert desk.value("household.nhi_members") == ("p1", "p2", "p3", "p4")
    assert questions["household.current"].state is QuestionState.SAID
    assert (questions["household.current"].source, questions["household.current"].day) == (Source.REGISTER, DAY)


def test_wherever_the_source_is_told_it_is_told_of_what_day_the_data_are() -> None:
    desk = Desk(event="tenkyo").act(taken(*household("5001")), came(0))
    record = json.loads(RECORDER.record(desk.now, desk.outcome("P02"), at=dt.datetime(2026, 4, 20, 1, tzinfo=dt.UTC)))
    assert record["shussho"]["person[p1].name.full"] == "register 2026-04-17"
    traces = Tracer(desk.now, OpenDays(), desk.visit.outside.wording).traces()
    assert "住民記録（2026-04-17 のデータ）" in {look.source for each in traces for look in looks(each)}


def looks(trace: Trace) -> Iterator[Look]:
    """Everything that was looked at, and what that looked at in turn."""
    waiting = [look for vote in trace.votes for look in vote.looks]
    while waiting:
        look = waiting.pop()
        waiting += look.inputs
        yield look


def test_of_a_protected_household_no_address_is_shown_or_taken_by_anybody() -> None:
    mother, daughter = household("5005")
    assert [(shown(each).address, shown(each).withheld) for each in (mother, daughter)] == [("", True)] * 2
    desk = Desk(event="tenkyo").act(taken(mother, daughter), came(0))
    assert list(members(desk).values()) == ["護持　まもり", "護持　あかり"]
    assert [text for text in texts(desk) if "中央一丁目" in text or "９番１号" in text] == []


def test_the_card_of_somebody_else_after_the_register_stops_the_visit() -> None:
    desk = Desk(event="").act(taken(*household("5001")), came(0), StartVisit(event="tenkyo"))
    desk.act(use(face("見本　別人", "1984-05-12")))
    assert asked(desk).ask == "other"
