"""The command and response codec, against byte strings written out by hand."""

import pytest

from kiosk.cards import apdu
from kiosk.cards.apdu import ApduError, Command, Ins, Response, Sw, decode_command, decode_response, masked
from kiosk.cards.layout import COMMON_AP, LICENCE_DF1, TEXT_AP


@pytest.mark.parametrize(
    ("command", "raw"),
    [
        (apdu.select_application(TEXT_AP), "00A4040C0AD3921000310001010408"),
        (apdu.select_application(COMMON_AP), "00A4040C0AD3921000310001010100"),
        (apdu.select_application(LICENCE_DF1), "00A4040C10A0000002310100000000000000000000"),
        (apdu.select_file(0x0002), "00A4020C020002"),
        (apdu.verify(), "00200080"),
        (apdu.verify(b"1234"), "002000800431323334"),
        (apdu.read_binary(0, le=256), "00B0000000"),
        (apdu.read_binary(0x0123, le=7), "00B0012307"),
        (apdu.read_record(1, sfi=1), "00B2010C00"),
    ],
)
def test_commands_are_written_as_the_standard_spells_them(command: Command, raw: str) -> None:
    assert command.encode().hex().upper() == raw
    assert decode_command(bytes.fromhex(raw)) == command


def test_a_command_with_data_and_expected_length_is_taken_apart() -> None:
    command = decode_command(bytes.fromhex("00A4040C02AABB00"))
    assert (command.data, command.le) == (b"\xaa\xbb", 256)


@pytest.mark.parametrize(
    "raw", ["", "00A404", "00A4040C02AA", "00A4040C00AABB", "00B0000000000100", "00A4040C01AABBCC"]
)
def test_bytes_of_another_length_are_no_command(raw: str) -> None:
    with pytest.raises(ApduError):
        decode_command(bytes.fromhex(raw))


def test_an_answer_ends_with_its_status_word() -> None:
    response = decode_response(bytes.fromhex("FF209000"))
    assert (response.data, response.sw, response.ok) == (b"\xff\x20", Sw.OK, True)


@pytest.mark.parametrize("raw", [b"", b"\x90"])
def test_under_two_bytes_there_is_no_answer(raw: bytes) -> None:
    with pytest.raises(ApduError):
        decode_response(raw)


@pytest.mark.parametrize(
    ("sw", "left"), [(0x63C3, 3), (0x63CA, 10), (0x63C0, 0), (0x6983, 0), (0x6984, 0), (0x6300, None), (0x9000, None)]
)
def test_status_words_tell_the_tries_left(sw: int, left: int | None) -> None:
    assert apdu.tries(sw) == left


@pytest.mark.parametrize("ins", [Ins.VERIFY, Ins.CHANGE])
@pytest.mark.parametrize("cla", [0x00, 0x08, 0x10])
def test_a_log_line_never_shows_the_data_of_verify_and_change(ins: Ins, cla: int) -> None:
    shown = masked(Command(cla=cla, ins=ins, p2=0x80, data=b"1234").encode())
    assert "31323334" not in shown
    assert shown == f"{cla:02X}{ins:02X}008004[masked]"


def test_a_log_line_shows_other_commands_whole() -> None:
    assert masked(apdu.select_file(2).encode()) == "00A4020C020002"
    assert masked(apdu.verify().encode()) == "00200080"


def test_the_repr_of_command_and_answer_shows_no_content() -> None:
    assert "31323334" not in repr(apdu.verify(b"1234"))
    assert "1234" not in repr(apdu.verify(b"1234"))
    assert repr(Response(data=b"secret", sw=0x9000)) == "Response(6 bytes, 9000)"
