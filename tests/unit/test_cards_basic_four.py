"""EF 0002: a file of the published shape written out by hand, and every check that may refuse one."""

from datetime import date

import pytest

from kiosk.cards.basic_four import BasicFour, FileFault, build, doubtful, parse
from kiosk.cards.faults import Damage, damaged
from kiosk.cards.staff_codes import StaffCode
from kiosk.cards.tlv import encode

TODAY = date(2026, 11, 20)
NAME, ADDRESS = "見本　花子", "架空県見本市仮想１丁目２番地３４５号"


def by_hand(address: str = ADDRESS) -> bytes:
    """The published layout, assembled here without the program's own writer (one-byte lengths)."""
    name, place = NAME.encode(), address.encode()
    offsets = [14, 14 + 3 + len(name)]
    offsets += [offsets[1] + 3 + len(place), offsets[1] + 3 + len(place) + 11]
    table = b"".join(offset.to_bytes(2, "big") for offset in offsets)
    body = b"\xdf\x21\x08" + table + b"\xdf\x22" + bytes([len(name)]) + name
    body += b"\xdf\x23" + bytes([len(place)]) + place + b"\xdf\x24\x0819910203" + b"\xdf\x25\x012"
    return b"\xff\x20" + bytes([len(body)]) + body


def four(data: bytes) -> BasicFour:
    return parse(data, today=TODAY)


def code_of(data: bytes) -> StaffCode:
    with pytest.raises(FileFault) as caught:
        parse(data, today=TODAY)
    assert NAME not in f"{caught.value!r} {caught.value.__context__!r}"
    return caught.value.code


def fields(**changed: bytes) -> bytes:
    """A file with the right offsets whatever the four values are."""
    values = {"name": NAME.encode(), "address": ADDRESS.encode(), "birth": b"19910203", "sex": b"2"} | changed
    parts = [encode(tag, value) for tag, value in zip(range(0xDF22, 0xDF26), values.values(), strict=True)]
    size = 11 + sum(map(len, parts))
    at, table = len(encode(0xFF20, bytes(size))) - size + 11, b""
    for part in parts:
        table, at = table + at.to_bytes(2, "big"), at + len(part)
    return encode(0xFF20, encode(0xDF21, table) + b"".join(parts))


def test_a_file_of_the_published_shape_makes_the_round_trip_byte_for_byte() -> None:
    raw = by_hand()
    read = four(raw)
    assert len(raw) == 104
    assert raw[:5].hex() == "ff2065df21"
    assert raw[6:8].hex() == "000e"
    assert (read.name, read.address, read.birth, read.sex) == (NAME, ADDRESS, date(1991, 2, 3), "2")
    assert build(name=NAME, address=ADDRESS, birth=date(1991, 2, 3), sex="2") == raw


def test_filler_behind_the_file_changes_nothing() -> None:
    assert four(by_hand() + b"\xff" * 40).name == NAME


@pytest.mark.parametrize("lead", [b"\x00", b"\x00\x00", b"\x01\x02", b"\xff\xff"])
def test_up_to_two_bytes_before_the_file_are_accepted(lead: bytes) -> None:
    assert four(lead + by_hand()).address == ADDRESS


def test_the_offset_table_may_count_the_leading_bytes() -> None:
    raw = bytearray(by_hand())
    for at in range(7, 15, 2):
        raw[at] += 2
    assert four(b"\x00\x00" + bytes(raw)).name == NAME
    assert code_of(bytes(raw)) is StaffCode.OFFSETS


def test_three_bytes_before_the_file_are_not() -> None:
    assert code_of(bytes(3) + by_hand()) is StaffCode.TAG


@pytest.mark.parametrize("sex", ["0", "1", "2", "3", "9"])
def test_every_code_of_sex_is_kept(sex: str) -> None:
    assert four(fields(sex=sex.encode())).sex == sex


@pytest.mark.parametrize("length", [30, 60, 300])
def test_one_two_and_three_byte_lengths_are_read(length: int) -> None:
    address = "町" * length
    assert four(build(name=NAME, address=address, birth=date(1991, 2, 3), sex="1")).address == address


def test_a_name_without_a_space_and_an_empty_address_are_fine() -> None:
    read = four(fields(name=b"SUHARTO", address=b""))
    assert (read.name, read.address) == ("SUHARTO", "")


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", StaffCode.TAG),
        (encode(0xFF10, b"0"), StaffCode.TAG),
        (by_hand()[:-1], StaffCode.SHORT),
        (damaged(by_hand(), Damage.GARBAGE), StaffCode.TLV),
        (damaged(by_hand(), Damage.TRUNCATED), StaffCode.SHORT),
        (damaged(by_hand(), Damage.OFFSETS), StaffCode.OFFSETS),
        (damaged(by_hand(), Damage.UTF8), StaffCode.UTF8),
        (encode(0xFF20, encode(0xDF22, b"x")), StaffCode.MISSING),
        (encode(0xFF20, b"".join(encode(0xDF21 + i, b"19910203") for i in (0, 1, 2, 3, 4, 4))), StaffCode.MISSING),
        (fields(name="見本\n花子".encode()), StaffCode.TEXT),
        (fields(address="架空\u2028市".encode()), StaffCode.TEXT),
        (fields(name="　".encode()), StaffCode.TEXT),
        (fields(name=b""), StaffCode.TEXT),
        (fields(birth=b"19910230"), StaffCode.BIRTH),
        (fields(birth=b"18671231"), StaffCode.BIRTH),
        (fields(birth=b"20261121"), StaffCode.BIRTH),
        (fields(birth=b"199102"), StaffCode.BIRTH),
        (fields(birth=b"1991 2 3"), StaffCode.BIRTH),
        (fields(sex=b"4"), StaffCode.SEX),
        (fields(sex=b""), StaffCode.SEX),
    ],
)
def test_a_file_that_fails_a_check_is_refused_with_its_code(data: bytes, code: StaffCode) -> None:
    assert code_of(data) is code


@pytest.mark.parametrize("birth", ["18680101", "20261120", "20240229"])
def test_the_first_and_the_last_possible_birthday_are_accepted(birth: str) -> None:
    assert f"{four(fields(birth=birth.encode())).birth:%Y%m%d}" == birth


def test_characters_a_person_must_check_are_listed_once_each_and_never_changed() -> None:
    name = "渡〓\ue000　〓"
    assert doubtful(name, "町\U000e0fff\ufffd") == ("〓", "\ue000", "\U000e0fff", "\ufffd")
    assert four(fields(name=name.encode())).name == name


@pytest.mark.parametrize("sign", ["\u200b", "\u200d", "\u00ad", "\u202e", "\u2066", "\ufeff", "\u2060", "\U000e0041"])
def test_an_invisible_letter_on_a_card_is_listed(sign: str) -> None:
    assert doubtful(f"見本{sign}花子", "架空市") == (sign,)


def test_rare_but_proper_characters_are_not_doubtful() -> None:
    assert doubtful("髙﨑　𠮷葛\U000e0100", "ヶ々－１２") == ()


def test_the_four_do_not_appear_in_a_repr() -> None:
    assert NAME not in repr(four(by_hand()))
