"""The strict TLV reader: legal lengths, tags and offsets, and everything it must refuse."""

import pytest

from kiosk.cards.tlv import TlvError, encode, read_children, read_head, read_one


@pytest.mark.parametrize(
    ("raw", "tag", "length"),
    [
        ("0100", 0x01, 0),
        ("450101", 0x45, 1),
        ("FF200141", 0xFF20, 1),
        ("DF22810141", 0xDF22, 1),
        ("DF2282000141", 0xDF22, 1),
        ("DF228300000141", 0xDF22, 1),
        ("5F814001FF", 0x5F8140, 1),
    ],
)
def test_every_legal_head_is_read(raw: str, tag: int, length: int) -> None:
    item = read_one(bytes.fromhex(raw))
    assert (item.tag, len(item.value)) == (tag, length)


@pytest.mark.parametrize(
    "raw",
    [
        "",
        "FF",
        "FF20",
        "FF2081",
        "FF208201",
        "FF200241",
        "308000",
        "FF2080410000",
        "FF20FF41",
        "FF208400000001",
        "FF80200141",
        "5F8181400141",
    ],
)
def test_cut_off_indefinite_and_oversized_objects_are_refused(raw: str) -> None:
    with pytest.raises(TlvError):
        read_one(bytes.fromhex(raw))


def test_filler_behind_the_object_is_left_alone() -> None:
    assert read_one(bytes.fromhex("450101FFFFFF")).value == b"\x01"


def test_a_head_is_read_before_its_value_has_arrived() -> None:
    head = read_head(bytes.fromhex("0000FF208201F4"), 2)
    assert (head.tag, head.value_offset, head.end) == (0xFF20, 7, 507)


def test_children_know_their_place_in_the_file() -> None:
    data = b"\x00\x00" + encode(0xFF20, encode(0xDF21, b"abcdefgh") + encode(0xDF22, b"x"))
    children = read_children(data, read_one(data, 2))
    assert [(child.tag, child.offset, child.value) for child in children] == [
        (0xDF21, 5, b"abcdefgh"),
        (0xDF22, 16, b"x"),
    ]


def test_a_child_may_not_reach_beyond_its_parent() -> None:
    data = bytes.fromhex("FF2004DF220241") + b"more"
    with pytest.raises(TlvError):
        read_children(data, read_one(data))


@pytest.mark.parametrize(("length", "head"), [(0, "00"), (127, "7F"), (128, "8180"), (255, "81FF"), (256, "820100")])
def test_the_writer_uses_the_shortest_length(length: int, head: str) -> None:
    assert encode(0xDF22, bytes(length))[2 : -length or None].hex().upper() == head


def test_a_negative_offset_is_refused() -> None:
    with pytest.raises(TlvError):
        read_one(b"\x45\x01\x01", -1)


def test_the_repr_does_not_show_the_value() -> None:
    assert "geheim" not in repr(read_one(encode(0xDF22, b"geheim")))
