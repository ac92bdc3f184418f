"""The driver over the simulated card: what each kind of card and each secret leads to, and what it costs."""

from datetime import date
from pathlib import Path

import pytest

from kiosk.cards.faults import Damage, Fault, FaultKind
from kiosk.cards.images import Holder, my_number_card, other_card
from kiosk.cards.keys import TryCounters
from kiosk.cards.layout import TEXT_AP
from kiosk.cards.mynumber import MyNumberReader
from kiosk.cards.simreader import SimReader
from kiosk.cards.simulated import SimCard
from kiosk.model.card import (
    BadSecret,
    Blocked,
    CardFace,
    CardGlance,
    CardGone,
    LastTry,
    NoReader,
    Secret,
    Unreadable,
    WrongCard,
    WrongSecret,
)
from kiosk.model.wareki import PartialDate

TODAY = date(2026, 11, 20)
HOLDER = Holder(
    name="見本　花子",
    address="見本県架空市みどり町１番２号",
    birth=date(1980, 2, 17),
    sex="2",
    expires=date(2035, 2, 17),
    pin="1234",
    code="2285",
)
FACE = CardFace(
    name="見本　花子",
    address="見本県架空市みどり町１番２号",
    birth=PartialDate(iso="1980-02-17"),
    sex="2",
    expires_on="2035-02-17",
)


def holder(**changed: object) -> Holder:
    return Holder.model_validate(HOLDER.model_dump() | changed)


def on_reader(chip: SimCard) -> MyNumberReader:
    reader = SimReader()
    reader.insert(chip)
    return MyNumberReader(reader, today=TODAY)


def driver(**changed: object) -> MyNumberReader:
    return on_reader(my_number_card(holder(**changed)))


def left(chip: SimCard) -> int:
    return chip.tries_left(0x0011, aid=TEXT_AP)


@pytest.mark.parametrize(("secret", "digits"), [(Secret.PIN, "１２３４"), (Secret.NUMBER_B, "55021720352285")])
def test_the_right_secret_reads_the_four_and_the_expiry(secret: Secret, digits: str) -> None:
    assert driver().read(secret, digits) == FACE


def test_the_read_is_seven_commands_and_two_for_the_expiry() -> None:
    chip = my_number_card(HOLDER)
    on_reader(chip).read(Secret.PIN, "1234")
    assert [entry[:8] for entry in chip.log] == [
        "00A4040C",
        "00A4020C",
        "00200080",
        "00200080",
        "00A4020C",
        "00B00000",
        "00B00008",
        "00A4040C",
        "00B2010C",
    ]


def test_a_glance_tells_tries_and_expiry_and_spends_nothing() -> None:
    chip = my_number_card(holder(pin_left=2, number_b_left=7))
    assert on_reader(chip).glance() == CardGlance(pin_tries=2, number_b_tries=7, expires_on="2035-02-17")
    assert not any("masked" in entry for entry in chip.log)


def test_a_wrong_secret_says_what_the_card_says_until_the_last_try_is_asked_for() -> None:
    chip = my_number_card(HOLDER)
    card = on_reader(chip)
    assert card.read(Secret.PIN, "0000") == WrongSecret(secret=Secret.PIN, tries_left=2)
    assert card.read(Secret.PIN, "1111") == WrongSecret(secret=Secret.PIN, tries_left=1)
    assert card.read(Secret.PIN, "2222") == LastTry(secret=Secret.PIN)
    assert card.read(Secret.PIN, "1234") == LastTry(secret=Secret.PIN)
    assert left(chip) == 1


def test_the_last_try_is_spent_only_when_a_person_says_so() -> None:
    assert driver(pin_left=1).read(Secret.PIN, "1234", spend_last_try=True) == FACE
    assert driver(pin_left=1).read(Secret.PIN, "0000", spend_last_try=True) == Blocked(secret=Secret.PIN)


def test_after_a_success_all_tries_are_back() -> None:
    chip = my_number_card(holder(pin_left=1))
    on_reader(chip).read(Secret.PIN, "1234", spend_last_try=True)
    assert left(chip) == 3


def test_a_blocked_pin_is_not_tried_and_the_printed_digits_still_open_the_card() -> None:
    chip = my_number_card(holder(pin_left=0))
    card = on_reader(chip)
    assert card.read(Secret.PIN, "1234", spend_last_try=True) == Blocked(secret=Secret.PIN)
    assert not any("masked" in entry for entry in chip.log)
    assert card.read(Secret.NUMBER_B, HOLDER.number_b) == FACE
    assert left(chip) == 0


def test_number_b_has_its_own_ten_tries() -> None:
    card = driver()
    assert card.read(Secret.NUMBER_B, "00000000000000") == WrongSecret(secret=Secret.NUMBER_B, tries_left=9)
    assert card.glance() == CardGlance(pin_tries=3, number_b_tries=9, expires_on="2035-02-17")


def test_number_b_of_a_foreign_resident_needs_the_gregorian_year() -> None:
    card = driver(gregorian=True)
    assert card.read(Secret.NUMBER_B, "55021720352285") == WrongSecret(secret=Secret.NUMBER_B, tries_left=9)
    assert card.read(Secret.NUMBER_B, "80021720352285") == FACE


def test_verify_is_sent_once_per_read_whatever_the_answer() -> None:
    chip = my_number_card(HOLDER)
    on_reader(chip).read(Secret.PIN, "0000")
    assert sum("masked" in entry for entry in chip.log) == 1


@pytest.mark.parametrize(("secret", "digits"), [(Secret.PIN, "123"), (Secret.PIN, "12a4"), (Secret.NUMBER_B, "1234")])
def test_a_secret_of_the_wrong_form_never_reaches_the_card(secret: Secret, digits: str) -> None:
    chip = my_number_card(HOLDER)
    assert on_reader(chip).read(secret, digits) == BadSecret(secret=secret)
    assert chip.log == []


def test_tries_stay_spent_when_the_program_starts_again(tmp_path: Path) -> None:
    path = tmp_path / "1.json"
    on_reader(my_number_card(HOLDER, counters=TryCounters(path))).read(Secret.PIN, "0000")
    assert on_reader(my_number_card(HOLDER, counters=TryCounters(path))).glance() == CardGlance(
        pin_tries=2, number_b_tries=10, expires_on="2035-02-17"
    )


@pytest.mark.parametrize(("expires", "expired"), [(date(2026, 11, 19), True), (TODAY, False)])
def test_an_expired_card_is_read_and_marked(expires: date, *, expired: bool) -> None:
    card = driver(expires=expires)
    face, glance = card.read(Secret.PIN, "1234"), card.glance()
    assert isinstance(face, CardFace)
    assert isinstance(glance, CardGlance)
    assert face.expired is glance.expired is expired
    assert face.name == FACE.name


@pytest.mark.parametrize("kind", ["licence", "residence", "unknown"])
def test_another_kind_of_card_is_named_and_never_asked_for_a_secret(kind: str) -> None:
    chip = other_card(kind)
    card = on_reader(chip)
    assert card.glance() == card.read(Secret.PIN, "1234") == WrongCard.model_validate({"kind": kind})
    assert all(entry.startswith("00A4040C") for entry in chip.log)


@pytest.mark.parametrize(
    ("damage", "code"),
    [
        (Damage.GARBAGE, "IC-TLV"),
        (Damage.TRUNCATED, "IC-SHORT"),
        (Damage.OFFSETS, "IC-OFFSETS"),
        (Damage.UTF8, "IC-UTF8"),
    ],
)
def test_a_damaged_chip_is_unreadable_with_a_code_and_the_try_comes_back(damage: Damage, code: str) -> None:
    chip = my_number_card(holder(damage=damage))
    assert on_reader(chip).read(Secret.PIN, "1234") == Unreadable(staff_code=code)
    assert left(chip) == 3


def test_a_file_longer_than_one_block_is_read_to_its_end() -> None:
    address = "見本県架空市" + "長い町" * 150
    face = driver(address=address).read(Secret.PIN, "1234")
    assert isinstance(face, CardFace)
    assert face.address == address


def test_a_file_that_claims_to_be_huge_is_not_followed() -> None:
    chip = my_number_card(holder(address="町" * 3000))
    assert on_reader(chip).read(Secret.PIN, "1234") == Unreadable(staff_code="IC-SIZE")
    assert sum(entry.startswith("00B0") for entry in chip.log) == 1


@pytest.mark.parametrize("lead", [1, 2])
def test_leading_bytes_before_the_file_are_skipped(lead: int) -> None:
    assert driver(lead=lead).read(Secret.PIN, "1234") == FACE


def test_a_card_that_wakes_with_6f00_is_asked_once_more() -> None:
    card = driver(wakes_with_6f00=True)
    assert card.read(Secret.PIN, "1234") == FACE
    assert isinstance(card.glance(), CardGlance)


def test_rare_letters_come_back_code_point_for_code_point_and_doubtful_ones_are_listed() -> None:
    face = driver(name="髙﨑　𠮷葛\U000e0100〓").read(Secret.PIN, "1234")
    assert isinstance(face, CardFace)
    assert (face.name, face.doubtful) == ("髙﨑　𠮷葛\U000e0100〓", ("〓",))


@pytest.mark.parametrize(
    ("kind", "outcome"),
    [
        (FaultKind.UNPLUGGED, NoReader(staff_code="RD-LOST")),
        (FaultKind.STUCK, NoReader(staff_code="RD-STUCK")),
        (FaultKind.MUTE, CardGone(step=5)),
        (FaultKind.ONE_BYTE, CardGone(step=5)),
    ],
)
def test_a_reader_or_a_card_that_falls_silent_is_a_result(kind: FaultKind, outcome: object) -> None:
    chip = my_number_card(HOLDER, fault=Fault(kind=kind, at=5))
    assert on_reader(chip).read(Secret.PIN, "1234") == outcome


def test_a_reader_without_a_card_or_without_a_cable_is_a_result() -> None:
    reader = SimReader()
    card = MyNumberReader(reader, today=TODAY)
    assert card.glance() == card.read(Secret.PIN, "1234") == CardGone(step=0)
    reader.unplug()
    assert card.glance() == NoReader(staff_code="RD-LOST")
    reader.plug()
    reader.insert(my_number_card(HOLDER))
    assert card.read(Secret.PIN, "1234") == FACE
