"""Codes from home at a place: opened once, whoever made them; what is wrong with them is said, and nothing is taken."""

import base64
import datetime as dt
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from joserfc import jwe
from joserfc.jwk import ECKey
from PySide6.QtGui import QImage

from kiosk.bootstrap.preentry import HomeCodes, HomeKeys, lines_of
from kiosk.bootstrap.program import Program
from kiosk.flow.actions import UsePreentry
from kiosk.flow.clock import FixedClock, at_ten
from kiosk.model.message import Message
from kiosk.preentry.keys import CityKey, new_key
from kiosk.preentry.opening import Entry, Expected, Trouble, opened
from kiosk.preentry.parts import read_part
from kiosk.preentry.reading import collected
from tests.visits import catalogue, place_at
from tests.wording import say

TODAY = dt.date(2026, 4, 20)
NAME = "person[p1].name.full"


@pytest.fixture
def program(home: Path) -> Iterator[Program]:
    made = Program(place_at(home), FixedClock(at_ten(TODAY)))
    made.catalogue = catalogue()  # read once for all tests
    HomeKeys(made).make()
    yield made
    made.close()


def later(program: Program, days: int) -> Program:
    """The same place some days on."""
    program.clock = FixedClock(at_ten(TODAY + dt.timedelta(days=days)))
    return program


def entry(program: Program, **changes: Any) -> dict[str, Any]:
    answers = {"case.event_type": "国内転入", NAME: "架空　太郎", "household.movers": "p1"}
    sound = {"version": 1, "city": "999997", "catalogue": program.catalogue.digest, "id": "ABCDEFGH"}
    sound |= {"made_on": TODAY.isoformat(), "language": "ja", "event": "tennyu", "persons": ["p1"], "answers": answers}
    return {**sound, **changes}


def sealed(content: object, key: CityKey) -> bytes:
    """As the page seals."""
    return sealed_bytes(json.dumps(content).encode(), key)


def sealed_bytes(content: bytes, key: CityKey) -> bytes:
    """A compact JWE taken apart."""
    header = {"alg": "ECDH-ES", "enc": "A256GCM", "kid": key.kid, "zip": "DEF"}
    public = ECKey.import_key({name: value for name, value in key.jwk.items() if name != "d"})
    algorithms = ["ECDH-ES", "A256GCM", "DEF"]
    token = jwe.encrypt_compact(header, content, public, algorithms=algorithms)
    told, _, iv, text, tag = (base64.urlsafe_b64decode(part + "==") for part in token.split("."))
    return len(told).to_bytes(2, "big") + told + iv + text + tag


def parts(message: bytes, *, identity: str = "ABCDEFGH", room: int = 150) -> list[str]:
    """The codes of a message."""
    letters = base64.b32encode(message).decode().rstrip("=")
    pieces = [letters[at : at + room] for at in range(0, len(letters), room)]
    bare = [f"KPE1{identity}{n:02}{len(pieces):02}{piece}" for n, piece in enumerate(pieces, start=1)]
    return [line + checked(line) for line in bare]


def checked(line: str) -> str:
    import binascii

    return base64.b32encode(binascii.crc32(line.encode()).to_bytes(4, "big")).decode().rstrip("=")


def codes(program: Program, **changes: Any) -> list[str]:
    return parts(sealed(entry(program, **changes), HomeKeys(program).all()[0]))


def refusal(found: UsePreentry | Message) -> str:
    assert isinstance(found, Message)
    return say(found)


# ---- codes -----------------------------------------------------------------------------------------------------------
def test_codes_read_in_any_order_twice_and_in_small_letters_are_one_message(program: Program) -> None:
    lines = codes(program)
    assert len(lines) > 3
    desk = HomeCodes(program)
    for line in (lines[-1], *reversed(lines[1:]), lines[1].lower()):
        assert isinstance(desk.lines([line]), Message)
    found = desk.lines([f" {lines[0]}\n"])
    assert isinstance(found, UsePreentry)
    assert (found.event, found.persons, found.language) == ("tennyu", ({"person.name.full": "架空　太郎"},), "日本語")
    assert found.case == {"case.event_type": "国内転入", "household.movers": "p1"}


def test_half_of_the_codes_says_which_are_missing_and_forgets_them_when_told(program: Program) -> None:
    lines, desk = codes(program), HomeCodes(program)
    said = refusal(desk.lines([lines[0], lines[2]]))
    assert said.startswith(f"{len(lines)}枚のうち2枚")
    assert "2、4" in said
    desk.forget()
    assert f"{len(lines)}枚のうち1枚" in refusal(desk.lines(lines[1:2]))


def test_codes_of_another_message_begin_anew(program: Program) -> None:
    lines, desk = codes(program), HomeCodes(program)
    desk.lines(lines[:2])
    other = parts(sealed(entry(program, id="HHHHHHHH"), HomeKeys(program).all()[0]), identity="HHHHHHHH")
    assert "1枚を読みました" in refusal(desk.lines(other[:1]))


@pytest.mark.parametrize(
    "line", ["", "260420-001", "KPE1", "KPE1ABCDEFGH0102AAAAAAAAAAAAAA", "KPE1ABCDEFGH0201AAAAAAAAAA"]
)
def test_what_is_no_code_is_told_apart(program: Program, line: str) -> None:
    assert read_part(line) is None
    assert "家で入力したコードではない" in refusal(HomeCodes(program).lines([line]))


def test_a_letter_that_a_scanner_lost_is_noticed(program: Program) -> None:
    line = codes(program)[0]
    assert read_part(line) is not None
    assert read_part(line[:40] + line[41:]) is None
    assert read_part(line[:40] + ("A" if line[40] != "A" else "B") + line[41:]) is None


# ---- messages --------------------------------------------------------------------------------------------------------
def test_a_message_is_taken_once(program: Program) -> None:
    lines = codes(program)
    assert isinstance(HomeCodes(program).lines(lines), UsePreentry)
    assert "すでに使われています" in refusal(HomeCodes(program).lines(lines))
    rows = program.store.database.read("SELECT digest FROM preentry_spent")
    assert len(rows) == 1
    assert "ABCDEFGH" not in rows[0][0]


def test_a_look_spends_nothing(program: Program) -> None:
    lines = codes(program)
    looked = HomeCodes(program).look(lines)
    assert isinstance(looked, Entry)
    assert isinstance(HomeCodes(program).lines(lines), UsePreentry)


def test_a_changed_message_is_refused_wherever_it_was_changed(program: Program) -> None:
    message = sealed(entry(program), HomeKeys(program).all()[0])
    for place in (0, 5, 60, len(message) - 40, len(message) - 1):
        changed = bytearray(message)
        changed[place] ^= 1
        found = refusal(HomeCodes(program).lines(parts(bytes(changed))))
        assert "壊れているか" in found or "鍵" in found
    assert "壊れているか" in refusal(HomeCodes(program).lines(parts(b"short")))


def test_a_message_for_another_key_is_refused(program: Program) -> None:
    lines = parts(sealed(entry(program), new_key(TODAY)))
    assert "鍵" in refusal(HomeCodes(program).lines(lines))


def test_the_key_before_opens_for_thirty_days_and_is_then_gone(program: Program) -> None:
    old = HomeKeys(program).all()[0]
    HomeKeys(program).make()
    lines = parts(sealed(entry(program), old))
    assert isinstance(HomeCodes(later(program, 30)).look(lines), Entry)
    fresh = parts(sealed(entry(program, made_on="2026-05-21"), old))
    assert "鍵" in refusal_of_look(HomeCodes(later(program, 31)), fresh)
    assert len(HomeKeys(program).all()) == 2
    HomeKeys(later(program, 32)).make()
    assert old.kid not in {key.kid for key in HomeKeys(program).all()}


def refusal_of_look(desk: HomeCodes, lines: list[str]) -> str:
    found = desk.look(lines)
    assert isinstance(found, Message)
    return say(found)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"made_on": "2026-03-20"}, "30日を過ぎて"),
        ({"made_on": "2026-04-22"}, "先の日"),
        ({"city": "131016"}, "別の市区町村"),
        ({"version": 2}, "別の版"),
        ({"event": "tenkyo_no_more"}, "別の手続のきっかけ"),
        ({"persons": ["p1", "p3"]}, "壊れているか"),
        ({"persons": []}, "壊れているか"),
        ({"answers": {"person[p9].name.full": "架空"}}, "壊れているか"),
        ({"answers": ["x"]}, "壊れているか"),
        ({"id": "abc"}, "壊れているか"),
    ],
)
def test_what_does_not_fit_is_said_and_not_taken(program: Program, changes: dict[str, Any], words: str) -> None:
    assert words in refusal(HomeCodes(program).lines(codes(program, **changes)))


def test_the_thirtieth_day_is_still_one_of_them(program: Program) -> None:
    assert isinstance(HomeCodes(later(program, 30)).lines(codes(program)), UsePreentry)


def test_codes_for_another_occasion_than_the_visit_at_hand_are_kept_for_later(program: Program) -> None:
    lines = codes(program)
    assert "別の手続のきっかけ" in refusal(HomeCodes(program).lines(lines, event="shussei"))
    assert isinstance(HomeCodes(program).lines(lines, event="tennyu"), UsePreentry)


def test_a_message_that_swells_when_it_is_opened_is_refused(program: Program) -> None:
    swollen = entry(program, answers={"koseki.honseki": "あ" * 2_000_000})
    lines = parts(sealed(swollen, HomeKeys(program).all()[0]), room=4000)
    assert "壊れているか" in refusal(HomeCodes(program).lines(lines))


# ---- files -----------------------------------------------------------------------------------------------------------
def test_a_text_file_of_codes_is_read(program: Program, tmp_path: Path) -> None:
    file = tmp_path / "codes.txt"
    file.write_text("\n".join(codes(program)), encoding="ascii")
    lines = lines_of(file)
    assert isinstance(lines, tuple)
    assert collected(lines) is not None


def test_a_picture_without_codes_and_a_file_that_is_no_picture_say_so(tmp_path: Path) -> None:
    empty, broken = tmp_path / "empty.png", tmp_path / "broken.jpg"
    image = QImage(40, 30, QImage.Format.Format_Grayscale8)
    image.fill(255)
    assert image.save(str(empty))
    broken.write_bytes(b"no picture")
    for file in (empty, broken, tmp_path / "gone.png"):
        found = lines_of(file)
        assert isinstance(found, Message)
        assert "コードが見つかりません" in say(found)


# ---- keys ------------------------------------------------------------------------------------------------------------
def test_a_key_is_written_nowhere_in_the_clear(program: Program, home: Path) -> None:
    key = HomeKeys(program).all()[0]
    program.close()
    for file in (path for path in home.rglob("*") if path.is_file()):
        assert key.jwk["d"].encode() not in file.read_bytes()
    assert key.jwk["d"] not in repr(key)


def test_a_key_that_cannot_be_unsealed_is_left_out(program: Program) -> None:
    program.store.database.change(lambda sql: sql.execute("UPDATE preentry_key SET sealed = x'00'"))
    assert HomeKeys(program).all() == ()


@pytest.mark.parametrize("where", ["header", "answers"])
def test_brackets_without_end_are_a_damaged_message_and_not_our_fault(program: Program, where: str) -> None:
    key, deep = HomeKeys(program).all()[0], b"[" * 40_000
    if where == "header":
        told = b'{"kid": ' + deep
        message = len(told).to_bytes(2, "big") + told + bytes(60)
    else:
        message = sealed_bytes(b'{"version": 1, "answers": ' + deep, key)
    expected = Expected(TODAY, "999997", (key,))
    assert opened(message, expected) is Trouble.DAMAGED
