"""The card is lifted in the middle: no partial data, the step is told, the tries are what they should be."""

from datetime import date

import pytest

from kiosk.cards.faults import Fault, FaultKind
from kiosk.cards.images import Holder, my_number_card
from kiosk.cards.layout import TEXT_AP
from kiosk.cards.mynumber import MyNumberReader
from kiosk.cards.simreader import SimReader
from kiosk.cards.simulated import SimCard
from kiosk.cards.transport import CardLeft
from kiosk.model.card import CardFace, CardGlance, CardGone, Secret

TODAY = date(2026, 11, 20)
HOLDER = Holder(
    name="見本　急",
    address="見本県架空市",
    birth=date(1999, 8, 8),
    sex="1",
    expires=date(2032, 8, 8),
    pin="1234",
    code="1414",
)
SELECT_TEXT = bytes.fromhex("00A4040C0AD3921000310001010408")


def torn(kind: FaultKind, step: int) -> tuple[SimCard, SimReader, MyNumberReader]:
    chip, reader = my_number_card(HOLDER, fault=Fault(kind=kind, at=step)), SimReader()
    reader.insert(chip)
    return chip, reader, MyNumberReader(reader, today=TODAY)


def pin_tries(chip: SimCard) -> int:
    return chip.tries_left(0x0011, aid=TEXT_AP)


@pytest.mark.parametrize("step", range(1, 10))
@pytest.mark.parametrize("digits", ["1234", "0000"])
def test_lifted_before_any_step_nothing_is_kept_and_no_try_is_lost(step: int, digits: str) -> None:
    chip, reader, driver = torn(FaultKind.REMOVED, step)
    outcome = driver.read(Secret.PIN, digits)
    if digits == "0000" and step > 4:
        assert outcome.outcome == "wrong_secret"
        assert pin_tries(chip) == 2
        return
    assert outcome == CardGone(step=step)
    assert set(outcome.model_dump()) == {"outcome", "step"}
    assert pin_tries(chip) == 3
    assert reader.card is None


@pytest.mark.parametrize("step", range(1, 8))
def test_lifted_before_any_step_of_a_glance(step: int) -> None:
    chip, _, driver = torn(FaultKind.REMOVED, step)
    assert driver.glance() == CardGone(step=step)
    assert pin_tries(chip) == 3


@pytest.mark.parametrize(("step", "left"), [(3, 3), (4, 2), (5, 3), (7, 3)])
def test_lifted_while_the_card_works_only_verify_can_cost_a_try(step: int, left: int) -> None:
    chip, _, driver = torn(FaultKind.ANSWER_LOST, step)
    assert driver.read(Secret.PIN, "1234") == CardGone(step=step)
    assert pin_tries(chip) == left


def test_put_back_the_card_tells_the_tries_left_after_a_torn_verify() -> None:
    chip, reader, driver = torn(FaultKind.ANSWER_LOST, 4)
    driver.read(Secret.PIN, "1234")
    chip.fault = None
    reader.insert(chip)
    assert driver.glance() == CardGlance(pin_tries=2, number_b_tries=10, expires_on="2032-08-08")
    assert isinstance(driver.read(Secret.PIN, "1234"), CardFace)


def test_a_conversation_does_not_go_on_with_the_next_card() -> None:
    reader = SimReader()
    reader.insert(my_number_card(HOLDER))
    old = reader.connect()
    other = my_number_card(HOLDER)
    reader.insert(other)
    assert old.transmit(SELECT_TEXT) == b""
    fresh = reader.connect()
    fresh.transmit(SELECT_TEXT)
    old.close()
    assert fresh.transmit(bytes.fromhex("00200091"))[-2:] == b"\x63\xc3"
    assert other.log == [SELECT_TEXT.hex().upper(), "00200091"]


@pytest.mark.parametrize("digits", ["1234", "0000", "99"])
def test_whatever_the_outcome_the_next_program_finds_the_card_powered_off(digits: str) -> None:
    chip, reader = my_number_card(HOLDER), SimReader()
    reader.insert(chip)
    MyNumberReader(reader, today=TODAY).read(Secret.PIN, digits)
    after = reader.connect()
    assert after.transmit(bytes.fromhex("00B0000000"))[-2:] == b"\x69\x86"
    for command in (SELECT_TEXT, bytes.fromhex("00A4020C020002")):
        after.transmit(command)
    assert after.transmit(bytes.fromhex("00B0000000")) == b"\x69\x82"


def test_closing_twice_or_after_the_card_left_is_harmless() -> None:
    reader = SimReader()
    reader.insert(my_number_card(HOLDER))
    transport = reader.connect()
    reader.remove()
    transport.close()
    transport.close()
    with pytest.raises(CardLeft):
        reader.connect()


def test_every_command_takes_the_readers_latency() -> None:
    waits: list[float] = []
    reader = SimReader(latency=0.025, wait=waits.append)
    reader.insert(my_number_card(HOLDER))
    MyNumberReader(reader, today=TODAY).read(Secret.PIN, "1234")
    assert waits == [0.025] * 9
