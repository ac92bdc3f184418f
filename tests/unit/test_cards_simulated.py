"""The simulated card command by command: every status word, the file rules and what power does to it."""

from datetime import date

import pytest

from kiosk.cards.images import Holder, my_number_card
from kiosk.cards.layout import TEXT_AP
from kiosk.cards.simulated import SimCard

TEXT = "00A4040C0AD3921000310001010408"
COMMON = "00A4040C0AD3921000310001010100"
PIN_KEY, FOUR, PIN = "00A4020C020011", "00A4020C020002", "002000800431323334"
OPENED = (TEXT, PIN_KEY, PIN, FOUR)


def card(*, pin_left: int = 3, wakes_with_6f00: bool = False) -> SimCard:
    return my_number_card(
        Holder(
            name="見本　花子",
            address="見本県架空市",
            birth=date(1980, 2, 17),
            sex="2",
            expires=date(2035, 2, 17),
            pin="1234",
            code="2285",
            pin_left=pin_left,
            wakes_with_6f00=wakes_with_6f00,
        )
    )


def say(chip: SimCard, *commands: str) -> str:
    """The status word of the last command."""
    answer = b""
    for command in commands:
        answer = chip.transmit(bytes.fromhex(command))
    return answer[-2:].hex().upper()


@pytest.mark.parametrize(
    ("sw", "commands"),
    [
        ("9000", (TEXT,)),
        ("9000", (COMMON, "00B2010C00")),
        ("9000", (TEXT, PIN_KEY, PIN)),
        ("9000", (TEXT, "0020009104" + "31323334")),
        ("9000", (*OPENED, "00B0000000")),
        ("9000", (TEXT, PIN_KEY, PIN, "00B0820010")),
        ("9000", (TEXT, "00A40000")),
        ("9000", (TEXT, PIN_KEY, PIN, "00200080")),
        ("9000", (TEXT, "0020009504" + "31323334", TEXT)),
        ("63C3", (TEXT, PIN_KEY, "00200080")),
        ("63C3", (TEXT, "00200091")),
        ("63CA", (TEXT, "00200095")),
        ("63C0", (TEXT, "00200092")),
        ("63C2", (TEXT, PIN_KEY, "002000800430303030")),
        ("6700", ("00A4",)),
        ("6700", (TEXT, "00A4020C0100")),
        ("6700", ("00A4040C",)),
        ("6700", ("00A4040C11" + "00" * 17,)),
        ("6700", (TEXT, PIN_KEY, "0020008011" + "31" * 17)),
        ("6700", (*OPENED, "00B00000")),
        ("6700", (*OPENED, "00B000000141")),
        ("6700", (COMMON, "00B2010C")),
        ("6981", (TEXT, PIN_KEY, "00B0000000")),
        ("6981", (TEXT, FOUR, "00200080")),
        ("6981", (TEXT, FOUR, "00B2010400")),
        ("6982", (TEXT, FOUR, "00B0000000")),
        ("6982", (TEXT, PIN_KEY, "002000800430303030", FOUR, "00B0000000")),
        ("6982", (*OPENED, COMMON, TEXT, FOUR, "00B0000000")),
        ("6982", (TEXT, PIN_KEY, PIN, "002000800430303030", FOUR, "00B0000000")),
        ("6984", (TEXT, "0020009204" + "31323334")),
        ("6986", (TEXT, "00200080")),
        ("6986", (TEXT, "00B0000000")),
        ("6986", (TEXT, FOUR, TEXT, "00B0000000")),
        ("6A82", ("00A4040C0AD3921000310001010402",)),
        ("6A82", (TEXT, "00A4020C020099")),
        ("6A82", ("00A4020C020002",)),
        ("6A82", (TEXT, "0020009E")),
        ("6A83", (COMMON, "00B2020C00")),
        ("6A83", (COMMON, "00B2000C00")),
        ("6A86", ("00A40000",)),
        ("6A86", ("00A404000AD3921000310001010408",)),
        ("6A86", (TEXT, PIN_KEY, "00200180")),
        ("6A86", (TEXT, PIN_KEY, "00200000")),
        ("6A86", (*OPENED, "00B0C20000")),
        ("6A86", (*OPENED, "00B0800000")),
        ("6A86", (COMMON, "00B2010800")),
        ("6B00", (*OPENED, "00B07FFF00")),
        ("6D00", ("00CA000000",)),
        ("6D00", (TEXT, "0024008004" + "31323334")),
        ("6E00", ("80A4040C",)),
        ("6E00", ("FFCA000000",)),
    ],
)
def test_every_command_is_answered_with_its_status_word(sw: str, commands: tuple[str, ...]) -> None:
    assert say(card(), *commands) == sw


def test_either_key_opens_the_file_and_number_b_does_not_open_the_other_one() -> None:
    number_b = "002000950E" + b"55021720352285".hex()
    assert say(card(), TEXT, number_b, FOUR, "00B0000000") == "9000"
    assert say(card(), TEXT, number_b, "00A4020C020001", "00B0000000") == "6982"


def test_le_limits_the_answer_and_the_end_of_the_file_shortens_it() -> None:
    chip = card()
    say(chip, *OPENED)
    assert len(chip.transmit(bytes.fromhex("00B0000005"))) == 5 + 2
    whole = chip.transmit(bytes.fromhex("00B0000000"))
    assert whole[-3:-2] == b"\xff"
    assert chip.transmit(bytes.fromhex(f"00B000{len(whole) - 4:02X}10"))[:-2] == b"\xff\xff"
    assert say(chip, f"00B000{len(whole) - 2:02X}10") == "6B00"


def test_a_failed_select_keeps_what_was_selected() -> None:
    assert say(card(), *OPENED, "00A4040C0AD3921000310001010402", "00B0000000") == "9000"


def test_a_warm_reset_keeps_the_card_open_and_power_off_closes_it() -> None:
    chip = card()
    say(chip, *OPENED)
    chip.warm_reset()
    assert say(chip, "00B0000000") == "9000"
    chip.power_off()
    assert say(chip, "00B0000000") == "6986"
    assert say(chip, TEXT, FOUR, "00B0000000") == "6982"


def test_some_cards_fail_their_first_command_after_power_up_only() -> None:
    chip = card(wakes_with_6f00=True)
    assert [say(chip, TEXT), say(chip, TEXT)] == ["6F00", "9000"]
    chip.power_off()
    assert say(chip, TEXT) == "6F00"


def test_power_lost_while_verifying_costs_the_try_even_of_the_right_secret() -> None:
    chip = card()
    say(chip, TEXT, PIN_KEY)
    chip.lose_power_during(bytes.fromhex(PIN))
    assert chip.tries_left(0x0011, aid=TEXT_AP) == 2
    assert say(chip, "00200080") == "6986"


@pytest.mark.parametrize("command", ["00200080", "00B0000000", "00", "00A4040C0AD3921000310001010100"])
def test_power_lost_during_anything_else_costs_nothing(command: str) -> None:
    chip = card()
    say(chip, TEXT, PIN_KEY)
    chip.lose_power_during(bytes.fromhex(command))
    assert chip.tries_left(0x0011, aid=TEXT_AP) == 3


def test_tries_can_be_renewed_for_the_next_demo() -> None:
    chip = card(pin_left=1)
    say(chip, TEXT, PIN_KEY, "002000800430303030")
    assert chip.tries_left(0x0011, aid=TEXT_AP) == 0
    chip.renew_tries()
    assert chip.tries_left(0x0011, aid=TEXT_AP) == 1


def test_a_file_that_is_no_key_has_no_tries() -> None:
    assert card().tries_left(0x0002, aid=TEXT_AP) == 0


def test_the_log_of_the_card_masks_every_secret() -> None:
    chip = card()
    say(chip, *OPENED)
    chip.lose_power_during(bytes.fromhex(PIN))
    assert chip.log == [TEXT, PIN_KEY, "0020008004[masked]", FOUR, "0020008004[masked]"]
