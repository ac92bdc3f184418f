"""A chip or reader that answers differently from the simulated card: every status word still becomes a result."""

from collections.abc import Iterator
from datetime import date

import pytest

from kiosk.cards.apdu import Raw
from kiosk.cards.basic_four import build
from kiosk.cards.digits import secret_bytes
from kiosk.cards.mynumber import MyNumberReader
from kiosk.cards.tlv import encode
from kiosk.cards.transport import CardLeft, ReaderBusy, ReaderTrouble
from kiosk.model.card import (
    Blocked,
    CardFace,
    CardGlance,
    CardGone,
    NoReader,
    Secret,
    Unreadable,
    WrongCard,
    WrongSecret,
)

FILE = build(name="見本　花子", address="見本県架空市", birth=date(1980, 2, 17), sex="2").hex()
RECORD = encode(0x01, b"0" * 20 + b"20350217").hex()
OK = "9000"
UP_TO_VERIFY = (OK, OK, "63C3")
READ = (*UP_TO_VERIFY, OK, OK, FILE[:16] + OK, FILE[16:] + OK)


class Scripted:
    """A reader, and the card on it, that answers line by line; an exception in the script is raised."""

    def __init__(self, *script: str | Exception) -> None:
        self._script: Iterator[str | Exception] = iter(script)
        self.closed = 0
        self.sent: list[Raw] = []

    def connect(self) -> "Scripted":
        return self

    def transmit(self, command: Raw) -> bytes:
        self.sent.append(command)
        line = next(self._script)
        if isinstance(line, Exception):
            raise line
        return bytes.fromhex(line)

    def close(self) -> None:
        self.closed += 1


def read(*script: str | Exception, tries: bool = False) -> object:
    reader = Scripted(*script)
    driver = MyNumberReader(reader, today=date(2026, 11, 20))
    outcome = driver.glance() if tries else driver.read(Secret.PIN, "1234")
    assert reader.closed == 1
    return outcome


@pytest.mark.parametrize(
    ("sw", "outcome"),
    [
        ("63C1", WrongSecret(secret=Secret.PIN, tries_left=1)),
        ("63C0", Blocked(secret=Secret.PIN)),
        ("6983", Blocked(secret=Secret.PIN)),
        ("6984", Blocked(secret=Secret.PIN)),
        ("6581", Unreadable(staff_code="IC-SW-6581")),
        ("6F00", Unreadable(staff_code="IC-SW-6F00")),
        ("6300", Unreadable(staff_code="IC-SW-6300")),
        ("", CardGone(step=4)),
        ("90", CardGone(step=4)),
    ],
)
def test_every_answer_to_verify_is_a_result(sw: str, outcome: object) -> None:
    assert read(*UP_TO_VERIFY, sw) == outcome


@pytest.mark.parametrize(("sw", "tries"), [("63C2", 2), ("6983", 0), ("6984", 0), ("9000", 3), ("6300", 3)])
def test_every_answer_to_the_question_about_tries_is_understood(sw: str, tries: int) -> None:
    glance = read(OK, OK, sw, OK, "63CA", OK, RECORD + OK, tries=True)
    assert glance == CardGlance(pin_tries=tries, number_b_tries=10, expires_on="2035-02-17")


def test_a_question_about_tries_that_gets_no_sense_is_unreadable() -> None:
    assert read(OK, OK, "6D00", tries=True) == Unreadable(staff_code="IC-SW-6D00")


def test_a_chip_without_the_key_is_unreadable() -> None:
    assert read(OK, "6A82") == Unreadable(staff_code="IC-SW-6A82")


def test_a_chip_that_keeps_saying_6f00_is_unreadable_and_not_another_kind() -> None:
    assert read("6F00", "6F00") == Unreadable(staff_code="IC-SW-6F00")


@pytest.mark.parametrize("sw", ["6A82", "6A81", "6D00", "6E00", "6999"])
def test_a_card_that_knows_no_application_is_unknown(sw: str) -> None:
    assert read(sw, sw, sw) == WrongCard(kind="unknown")


@pytest.mark.parametrize(
    "tail",
    [
        ("6A82",),
        ("6F00",),
        (OK, "6A83"),
        (OK, OK),
        (OK, "FFFF" + OK),
        (OK, encode(0x02, b"0" * 28).hex() + OK),
        (OK, encode(0x01, b"0" * 20 + b"20350230").hex() + OK),
    ],
)
def test_a_card_that_does_not_tell_its_expiry_is_still_read(tail: tuple[str, ...]) -> None:
    face = read(*READ, *tail)
    assert isinstance(face, CardFace)
    assert (face.name, face.expires_on, face.expired) == ("見本　花子", "", False)


@pytest.mark.parametrize(
    ("script", "code"),
    [
        ((OK, "6982"), "IC-SW-6982"),
        (("6A82",), "IC-SW-6A82"),
        ((OK, FILE[:16] + OK, "6B00"), "IC-SHORT"),
        ((OK, FILE[:16] + OK, OK), "IC-SHORT"),
        ((OK, FILE[:16] + OK, "6F00"), "IC-SW-6F00"),
        ((OK, OK), "IC-TAG"),
        ((OK, "00" * 8 + OK), "IC-TAG"),
    ],
)
def test_a_file_that_cannot_be_read_says_which_check_failed(script: tuple[str, ...], code: str) -> None:
    assert read(*UP_TO_VERIFY, OK, *script) == Unreadable(staff_code=code)


def test_a_chip_that_gives_the_file_in_small_pieces_is_followed() -> None:
    body = [FILE[at : at + 10] + "6282" for at in range(16, len(FILE), 10)]
    assert isinstance(read(*READ[:6], *body, "6A82"), CardFace)


def test_a_chip_that_gives_more_than_was_asked_for_does_not_confuse_the_reader() -> None:
    assert isinstance(read(*READ[:6], FILE[16:] + "FF" * 300 + OK, "6A82"), CardFace)


@pytest.mark.parametrize(
    ("trouble", "outcome"),
    [
        (CardLeft(), CardGone(step=3)),
        (ReaderBusy(), NoReader(staff_code="RD-BUSY")),
        (ReaderTrouble(), NoReader(staff_code="RD-LOST")),
    ],
)
def test_what_the_wire_raises_becomes_a_result(trouble: Exception, outcome: object) -> None:
    assert read(OK, OK, trouble) == outcome


def test_everything_that_was_sent_is_wiped_afterwards() -> None:
    reader = Scripted(*READ, OK, RECORD + OK)
    MyNumberReader(reader, today=date(2026, 11, 20)).read(Secret.PIN, "1234")
    assert len(reader.sent) == 9
    assert all(not any(command) for command in reader.sent)


def test_the_held_secret_is_wiped_after_every_outcome(monkeypatch: pytest.MonkeyPatch) -> None:
    held: list[bytearray] = []

    def remembered(secret: Secret, digits: str) -> bytearray | None:
        made = secret_bytes(secret, digits)
        held.extend([made] if made else [])
        return made

    monkeypatch.setattr("kiosk.cards.mynumber.secret_bytes", remembered)
    for script in ((*READ, "6A82"), (*UP_TO_VERIFY, "63C2"), (OK, OK, "63C0"), ("",)):
        read(*script)
    assert held == [bytearray(4)] * 4


def test_a_bug_below_is_not_hidden_but_the_card_is_powered_off_and_the_secret_wiped() -> None:
    reader = Scripted(*UP_TO_VERIFY, RuntimeError("bug"))
    with pytest.raises(RuntimeError, match="bug"):
        MyNumberReader(reader, today=date(2026, 11, 20)).read(Secret.PIN, "1234")
    assert reader.closed == 1
    assert not any(reader.sent[-1])
