"""`kiosk preentry`: keys are made before pages, and codes are looked at without telling what they hold."""

import json
from pathlib import Path

from kiosk.bootstrap.preentry import HomeKeys
from kiosk.bootstrap.program import Program
from kiosk.flow.clock import SystemClock
from tests.commands import Kiosk
from tests.unit.test_preentry_reading import entry, parts, sealed
from tests.visits import catalogue, place_at


def test_a_page_needs_a_key_and_says_how_to_make_one(kiosk: Kiosk, tmp_path: Path) -> None:
    ended = kiosk("preentry", "build", "--out", tmp_path / "web")
    assert ended.code == 3
    assert "kiosk preentry keys make" in ended.err
    assert "kiosk preentry keys make" in kiosk("preentry", "keys", "list").out


def test_keys_are_made_once_rotated_and_listed_without_what_they_are(kiosk: Kiosk) -> None:
    assert kiosk("preentry", "keys", "make").code == 0
    again = kiosk("preentry", "keys", "make")
    assert (again.code, "rotate" in again.err + again.out) == (1, True)
    assert kiosk("preentry", "keys", "rotate").code == 0
    new, old = kiosk("preentry", "keys", "list", "--json").document
    assert (new["retired"], old["retired"] != "", old["opens"]) == ("", True, True)
    assert "使用中" in kiosk("preentry", "keys", "list").out
    assert "家で使うページの鍵を作った" in kiosk("audit", "list").out


def test_a_page_is_written_for_everybody_to_read(kiosk: Kiosk, tmp_path: Path) -> None:
    kiosk("preentry", "keys", "make")
    told = kiosk("preentry", "build", "--out", tmp_path / "web", "--json").document
    file = Path(told["file"])
    assert (file.name, file.stat().st_mode & 0o777, file.stat().st_size) == ("index.html", 0o644, told["bytes"])
    assert "家で使うページを書きました" in kiosk("preentry", "build", "--out", tmp_path / "web").out
    (tmp_path / "taken").write_text("", encoding="utf-8")
    assert kiosk("preentry", "build", "--out", tmp_path / "taken").code == 3


def test_codes_are_looked_at_in_counts(kiosk: Kiosk, home: Path, tmp_path: Path) -> None:
    kiosk("preentry", "keys", "make")
    program = Program(place_at(home), SystemClock())
    today = program.clock.today().isoformat()
    program.catalogue = catalogue()  # read once for all tests
    codes = parts(sealed(entry(program, made_on=today, catalogue="older"), HomeKeys(program).all()[0]))
    program.close()
    file = tmp_path / "codes.txt"
    file.write_text("\n".join(codes), encoding="ascii")
    told = kiosk("preentry", "read", file, "--json")
    assert told.document == {
        "event": "tennyu",
        "made_on": today,
        "language": "ja",
        "persons": 1,
        "answers": 3,
        "same_catalogue": False,
    }
    assert "架空" not in json.dumps(told.document, ensure_ascii=False) + kiosk("preentry", "read", file).out
    file.write_text("\n".join(codes[1:]), encoding="ascii")
    half = kiosk("preentry", "read", file)
    assert (half.code, "まだのコード" in half.out + half.err) == (1, True)
    assert kiosk("preentry", "read", tmp_path / "gone.png").code == 1
