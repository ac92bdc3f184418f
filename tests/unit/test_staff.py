"""Staff: who may sign in, how long somebody waits who failed to, what a role may do, and what the record says of it."""

import datetime as dt
import io
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.bootstrap.place import Place
from kiosk.bootstrap.program import Program
from kiosk.cards.images import Holder, my_number_card
from kiosk.cards.simreader import SimReader
from kiosk.cards.staff_card import read_staff_card
from kiosk.flow.clock import SystemClock
from kiosk.model.card import CardGone, WrongCard
from kiosk.model.message import Message
from kiosk.model.staff import (
    FOUNDER,
    Entered,
    NotEntered,
    Right,
    Role,
    Staff,
    chosen_pin,
    read_number,
    read_pin,
)
from kiosk.store.audit import AuditLog
from kiosk.store.database import Database
from kiosk.store.roster import Roster, stamp
from kiosk.store.sign_in import Doorway
from tests.commands import Ended, Kiosk
from tests.databases import NOW, opened

PIN, OTHER_PIN = "271828", "314159"
CARD = "0114A1B2C3D4E5F1"


def someone(number: str = "1001", *roles: Role, name: str = "窓口　花子", renew: bool = False) -> Staff:
    return Staff(number=number, name=name, roles=frozenset(roles) or FOUNDER, renew=renew)


@pytest.fixture
def database(tmp_path: Path) -> Database:
    """A place with an administrator and a clerk."""
    made = opened(tmp_path)
    roster = Roster(made)
    assert roster.add(someone(), PIN, event=stamp("1001", NOW)) is None
    assert roster.add(someone("1002", Role.CLERK, name="見本　二郎"), OTHER_PIN, event=stamp("1001", NOW)) is None
    return made


def told(wrong: Message | None) -> str:
    return "" if wrong is None else wrong.code


def tried(database: Database, pin: str, *, number: str = "1001", after: float = 0) -> Entered | NotEntered:
    return Doorway(database).by_number(number, pin, now=NOW + dt.timedelta(seconds=after), desk="mado1")


def later(seconds: float) -> dt.datetime:
    return NOW + dt.timedelta(seconds=seconds)


# ---- numbers and PINs ------------------------------------------------------------------------------------------------
def test_a_number_is_read_however_it_was_typed() -> None:
    assert [read_number(typed) for typed in ("1001", " ａ1001", "ｂ１２", "0123456789")] == [
        "1001",
        "A1001",
        "B12",
        "0123456789",
    ]
    assert all(isinstance(read_number(typed), Message) for typed in ("", "12345678901", "窓口1", "a-1", "1 2"))


@pytest.mark.parametrize("pin", ["27182", "2718281828459", "abcdef", "111111", "123456", "987654", "890123", "261001"])
def test_a_pin_that_is_short_or_guessed_first_is_not_taken(pin: str) -> None:
    assert isinstance(read_pin(pin, number="261001"), Message)


def test_a_pin_is_chosen_by_typing_it_twice_and_is_another_than_before() -> None:
    assert chosen_pin(PIN, "２７１８２８", number="1001", before=OTHER_PIN) == PIN
    assert told_of(chosen_pin(PIN, OTHER_PIN, number="1001", before="")) == "staff-pin-twice"
    assert told_of(chosen_pin(PIN, PIN, number="1001", before=PIN)) == "staff-pin-same"


def told_of(read: str | Message) -> str:
    return read.code if isinstance(read, Message) else ""


# ---- signing in ------------------------------------------------------------------------------------------------------
def test_a_number_and_its_pin_let_one_in_and_the_record_says_who_and_where(database: Database) -> None:
    entered = tried(database, PIN)
    assert isinstance(entered, Entered)
    assert (entered.person.number, entered.person.may(Right.SHRED)) == ("1001", True)
    newest = AuditLog(database).read(1)[0]
    assert (newest.action, newest.by, newest.detail) == ("sign-in", "1001", "pin desk=mado1")


def test_every_wrong_pin_makes_the_next_wait_longer_also_after_a_restart(database: Database, tmp_path: Path) -> None:
    assert tried(database, OTHER_PIN) == NotEntered(wait=5)
    assert tried(database, PIN, after=1) == NotEntered(wait=4)  # not even the right one is looked at
    assert tried(database, OTHER_PIN, after=5) == NotEntered(wait=10)
    database.close()
    again = opened(tmp_path)
    assert tried(again, PIN, after=14) == NotEntered(wait=1)
    assert tried(again, PIN, after=-3600) == NotEntered(wait=10)  # a clock that was set back waits anew
    assert isinstance(tried(again, PIN, after=-3590), Entered)
    assert tried(again, OTHER_PIN, after=100) == NotEntered(wait=5)


def test_a_number_that_nobody_has_waits_like_any_other_and_is_not_kept(database: Database) -> None:
    assert tried(database, PIN, number="271829") == NotEntered(wait=5)
    assert tried(database, PIN, number="271829", after=5) == NotEntered(wait=10)
    assert isinstance(tried(database, PIN, after=6), Entered)
    rows = database.read("SELECT * FROM staff_try") + database.read("SELECT staff, action, detail FROM audit")
    assert "271829" not in str(rows)


def test_a_try_counts_before_it_is_looked_at_so_that_pulling_the_plug_gains_nothing(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    def plug(_pin: str, _kept: str) -> bool:
        raise KeyboardInterrupt

    monkeypatch.setattr("kiosk.store.pins.matches", plug)
    with pytest.raises(KeyboardInterrupt):
        tried(database, OTHER_PIN)
    monkeypatch.undo()
    assert tried(database, PIN) == NotEntered(wait=5)


def test_a_bound_card_lets_one_in_and_is_kept_only_as_a_keyed_hash(database: Database) -> None:
    roster, door = Roster(database), Doorway(database)
    assert door.by_card(CARD, now=NOW, desk="mado1") == NotEntered()
    assert roster.bind("1002", CARD, event=stamp("1001", NOW)) is None
    assert told(roster.bind("1001", CARD, event=stamp("1001", NOW))) == "staff-card-bound"
    entered = door.by_card(CARD, now=NOW, desk="mado1")
    assert isinstance(entered, Entered)
    assert entered.person.number == "1002"
    assert CARD not in str(database.read("SELECT * FROM staff")).upper()
    assert roster.bind("1002", "", event=stamp("1001", NOW)) is None
    assert door.by_card(CARD, now=NOW, desk="mado1") == NotEntered()


def test_who_was_removed_cannot_come_in_and_the_number_stays_theirs(database: Database) -> None:
    roster = Roster(database)
    roster.bind("1002", CARD, event=stamp("1001", NOW))
    assert roster.remove("1002", event=stamp("1001", NOW, "異動")) is None
    assert tried(database, OTHER_PIN, number="1002") == NotEntered(wait=5)
    assert Doorway(database).by_card(CARD, now=NOW, desk="mado1") == NotEntered()
    assert AuditLog(database).read(3)[2].detail == "1002 異動"
    stranger = someone("1002", Role.CLERK, name="別の　職員")
    assert told(roster.add(stranger, PIN, event=stamp("1001", NOW))) == "staff-anothers"
    assert roster.add(someone("1002", Role.LEAD, name="見本　二郎"), PIN, event=stamp("1001", NOW)) is None
    assert isinstance(tried(database, PIN, number="1002", after=5), Entered)


# ---- roles -----------------------------------------------------------------------------------------------------------
def test_a_role_may_do_what_the_table_says_and_a_place_without_staff_asks_nobody(
    database: Database, tmp_path: Path
) -> None:
    roster = Roster(database)
    for number, role in (("D1", Role.DESIGNER), ("K1", Role.AUDITOR), ("S1", Role.IT)):
        roster.add(someone(number, role), PIN, event=stamp("1001", NOW))
    may = {who: {right for right in Right if roster.refusal(who, right) is None} for who in ("1002", "D1", "K1", "s1")}
    assert may == {
        "1002": {Right.CHECK},
        "D1": {Right.DESIGN, Right.APPROVE},
        "K1": {Right.READ},
        "s1": {Right.DECIDE, Right.MANAGE, Right.DESIGN},
    }
    assert {right for right in Right if roster.refusal("1001", right) is None} == set(Right)
    assert told(roster.refusal("root", Right.SHRED)) == "staff-may-not-shred"
    assert Roster(opened(tmp_path / "empty")).refusal("root", Right.SHRED) is None


def test_the_last_who_may_manage_staff_keeps_that(database: Database) -> None:
    roster = Roster(database)
    for wrong in (
        roster.set_roles("1001", frozenset({Role.CLERK}), event=stamp("1001", NOW)),
        roster.remove("1001", event=stamp("1001", NOW)),
    ):
        assert told(wrong) == "staff-last"
    assert roster.set_roles("1002", frozenset({Role.IT}), event=stamp("1001", NOW)) is None
    assert roster.set_roles("1001", frozenset({Role.CLERK}), event=stamp("1001", NOW)) is None
    assert told(Roster(database).remove("9999", event=stamp("1001", NOW))) == "staff-unknown"


def test_the_first_of_a_place_must_be_able_to_add_the_others(tmp_path: Path) -> None:
    roster = Roster(opened(tmp_path))
    assert told(roster.add(someone("1", Role.CLERK), PIN, event=stamp("root", NOW))) == "staff-first"
    assert roster.empty()


# ---- the card on the reader ------------------------------------------------------------------------------------------
def test_a_residents_card_and_no_card_are_no_staff_card() -> None:
    reader = SimReader()
    assert read_staff_card(reader) == CardGone(step=0)
    day = dt.date(2033, 1, 1)
    holder = Holder(
        name="架空", address="見本県", birth=dt.date(1990, 1, 1), sex="1", expires=day, pin="1234", code="1234"
    )
    reader.insert(my_number_card(holder))
    assert read_staff_card(reader) == WrongCard(kind="unknown")
    copied = my_number_card(holder)
    copied.identifier = bytes.fromhex(CARD)
    reader.insert(copied)
    assert read_staff_card(reader) == WrongCard(kind="unknown")


# ---- commands --------------------------------------------------------------------------------------------------------
Typed = Callable[..., Ended]


@pytest.fixture
def typed(kiosk: Kiosk, monkeypatch: pytest.MonkeyPatch) -> Typed:
    """A command with lines in a pipe."""

    def run(*words: str, lines: tuple[str, ...] = ()) -> Ended:
        monkeypatch.setattr(sys, "stdin", io.StringIO("".join(f"{line}\n" for line in lines)))
        return kiosk(*words)

    return run


@pytest.fixture
def lead(typed: Typed) -> str:
    """The first person of a place, with a PIN of their own."""
    pin = typed("staff", "add", "1001", "lead", "it", "--name", "窓口　花子", "--json").document["pin"]
    assert typed("staff", "pin", "1001", lines=(pin, PIN, PIN)).code == 0
    return PIN


def test_where_there_are_staff_nobody_signs_for_a_colleague(typed: Typed, lead: str) -> None:
    add = ("staff", "add", "k1", "clerk", "--name", "見本　二郎", "--json")
    assert (typed(*add).code, typed(*add, "--as", "1001", lines=("000000",)).code) == (1, 1)
    assert "秒" in typed(*add, "--as", "1001", lines=(lead,)).err  # it must wait now, and nothing is looked at
    assert [each["number"] for each in typed("staff", "list", "--json").document] == ["1001"]


def test_a_clerk_erases_nothing_and_manages_nobody_and_a_lead_does(typed: Typed, lead: str) -> None:
    as_lead = {"lines": (lead,)}
    made = typed("staff", "add", "k1", "clerk", "--name", "見本　二郎", "--json", "--as", "1001", **as_lead).document
    unready = typed("staff", "role", "1001", "lead", "--by", "K1", lines=(made["pin"],))
    assert "自分の暗証番号に変えて" in unready.err
    assert typed("staff", "pin", "K1", lines=(made["pin"], OTHER_PIN, OTHER_PIN)).code == 0
    for words in (("shred", "260420-001", "--reason", "期限"), ("staff", "role", "K1", "lead")):
        refused = typed(*words, "--as", "K1", lines=(OTHER_PIN,))
        assert (refused.code, "責任者" in refused.err) == (1, True), words
    assert typed("staff", "role", "K1", "auditor", "--as", "1001", **as_lead).code == 0
    assert typed("staff", "card", "K1", "--sample", "staff-1", "--as", "1001", **as_lead).code == 0
    assert typed("staff", "remove", "K1", "--reason", "異動", "--as", "1001", **as_lead).code == 0
    said = typed("audit", "list", "--json").document
    assert [each["detail"] for each in said if each["action"].startswith("staff-")][:3] == [
        "K1 異動",
        "K1",
        "K1 auditor",
    ]
    assert {each["by"] for each in said if each["action"] in {"staff-role", "staff-card", "staff-remove"}} == {"1001"}


def test_a_place_whose_administrator_cannot_get_in_is_recovered_with_a_reason(typed: Typed, lead: str) -> None:
    assert typed("staff", "reset", "1001").code == 1
    assert typed("staff", "reset", "1001", "--recover").code == 1
    pin = typed("staff", "reset", "1001", "--recover", "--reason", "番号を忘れた", "--json").document["pin"]
    assert typed("staff", "pin", "1001", lines=(lead, OTHER_PIN, OTHER_PIN)).code == 1
    newest = typed("audit", "list", "--json").document
    assert "1001 recover 番号を忘れた" in [each["detail"] for each in newest]
    program = Program(Place.standard(), SystemClock())
    assert program.store.staff.find("1001") == someone(renew=True)
    program.close()
    assert pin != lead
