"""Try counters and the key rules: what is lost, what survives a restart, and what a broken state file does."""

from pathlib import Path

import pytest

from kiosk.cards.apdu import Sw
from kiosk.cards.filesystem import KeyFile
from kiosk.cards.keys import KeyMachine, TryCounters

KEY = KeyFile(fid=0x0011, value=b"1234", tries=3)


def machine(path: Path | None = None) -> KeyMachine:
    return KeyMachine(TryCounters(path))


def test_wrong_secrets_count_down_and_then_block_even_the_right_one() -> None:
    keys = machine()
    answers = [keys.verify("k", KEY, b"0000") for _ in range(4)]
    assert answers == [0x63C2, 0x63C1, 0x63C0, Sw.BLOCKED]
    assert keys.verify("k", KEY, b"1234") == Sw.BLOCKED
    assert keys.query("k", KEY) == 0x63C0


def test_the_right_secret_gives_the_tries_back() -> None:
    keys = machine()
    keys.verify("k", KEY, b"0000")
    keys.verify("k", KEY, b"0000")
    assert keys.verify("k", KEY, b"1234") == Sw.OK
    assert keys.left("k", KEY) == 3


def test_asking_spends_nothing() -> None:
    keys = machine()
    assert [keys.query("k", KEY) for _ in range(5)] == [0x63C3] * 5


@pytest.mark.parametrize("secret", [b"123", b"12345", b"1234\x00", b"1"])
def test_a_secret_of_another_length_costs_a_try(secret: bytes) -> None:
    assert machine().verify("k", KEY, secret) == 0x63C2


def test_nothing_matches_a_key_without_a_value() -> None:
    empty = KeyFile(fid=0x0014, value=b"", tries=10)
    assert machine().verify("a", empty, b"") == 0x63C9
    assert machine().verify("a", empty, b"0") == 0x63C9


def test_the_counter_survives_a_restart(tmp_path: Path) -> None:
    path = tmp_path / "cards" / "2.json"
    machine(path).verify("k", KEY, b"0000")
    assert machine(path).query("k", KEY) == 0x63C2
    machine(path).verify("k", KEY, b"1234")
    assert machine(path).left("k", KEY) == 3


def test_the_try_is_on_disk_before_the_secret_is_compared(tmp_path: Path) -> None:
    path = tmp_path / "2.json"
    assert machine(path).spend("k", KEY)
    assert machine(path).left("k", KEY) == 2


def test_the_state_file_is_replaced_as_a_whole_and_holds_numbers_only(tmp_path: Path) -> None:
    path = tmp_path / "2.json"
    machine(path).verify("k", KEY, b"9876")
    assert [file.name for file in tmp_path.iterdir()] == ["2.json"]
    assert path.read_bytes() == b'{"k": 2}'


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"\xff", b'{"k": "2"}', b'{"k": -1}', b'{"k": true}', b"3"])
def test_a_state_file_that_makes_no_sense_is_a_new_card(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "2.json"
    path.write_bytes(content)
    assert machine(path).left("k", KEY) == 3


def test_a_card_that_cannot_write_its_counter_refuses_instead_of_giving_a_free_try(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    keys = machine(tmp_path / "file" / "2.json")
    assert keys.verify("k", KEY, b"1234") == Sw.MEMORY
    assert keys.left("k", KEY) == 3


def test_renewing_gives_every_key_its_first_tries_again(tmp_path: Path) -> None:
    last = KeyFile(fid=0x0011, value=b"1234", tries=3, left=1)
    counters = TryCounters(tmp_path / "3.json")
    KeyMachine(counters).verify("k", last, b"0000")
    counters.renew()
    assert machine(tmp_path / "3.json").left("k", last) == 1
