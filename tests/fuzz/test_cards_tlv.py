"""Rubbish from a chip: the TLV reader raises TlvError and nothing else, whatever the bytes."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.cards.basic_four import FileFault, build, parse
from kiosk.cards.tlv import TlvError, encode, read_children, read_head, read_one
from tests.short import examples

SOUND = build(name="見本　花子", address="見本県架空市みどり町１番２号", birth=date(1980, 2, 17), sex="2")
TAGS = st.sampled_from([0x01, 0x45, 0x5F37, 0x7F21, 0xDF22, 0xFF20, 0x5F8140])


@st.composite
def mutated(draw: st.DrawFn) -> bytes:
    """A sound file with a few bytes changed, cut out or put in."""
    data = bytearray(SOUND)
    for _ in range(draw(st.integers(1, 6))):
        at = draw(st.integers(0, len(data)))
        data[at : at + draw(st.integers(0, 3))] = draw(st.binary(max_size=3))
    return bytes(data)


@settings(max_examples=examples(2000), deadline=None)
@given(data=st.binary(max_size=80), offset=st.integers(-3, 90))
def test_any_bytes_are_an_object_within_bounds_or_a_tlv_error(data: bytes, offset: int) -> None:
    try:
        head = read_head(data, offset)
        item = read_one(data, offset)
        children = read_children(data, item)
    except TlvError:
        return
    assert head.offset < head.value_offset <= head.end <= len(data)
    assert data[item.value_offset : head.end] == item.value
    assert sum(len(child.value) for child in children) <= len(item.value)


@settings(max_examples=examples(500), deadline=None)
@given(tag=TAGS, value=st.binary(max_size=700), tail=st.binary(max_size=5))
def test_what_was_written_is_read_back_whatever_follows(tag: int, value: bytes, tail: bytes) -> None:
    item = read_one(encode(tag, value) + tail)
    assert (item.tag, item.value) == (tag, value)


@settings(max_examples=examples(500), deadline=None)
@given(tag=TAGS, value=st.binary(min_size=1, max_size=300), keep=st.integers(0, 305))
def test_an_object_that_is_cut_off_anywhere_is_refused(tag: int, value: bytes, keep: int) -> None:
    whole = encode(tag, value)
    try:
        read_one(whole[: min(keep, len(whole) - 1)])
    except TlvError:
        return
    raise AssertionError("a cut-off object was read")


@settings(max_examples=examples(2000), deadline=None)
@given(data=mutated())
def test_a_mutated_file_is_refused_or_sound_and_never_crashes_the_reader(data: bytes) -> None:
    try:
        four = parse(data, today=date(2026, 11, 20))
    except FileFault:
        return
    assert four.name.strip()
    assert date(1868, 1, 1) <= four.birth <= date(2026, 11, 20)
    assert four.sex in "01239"
