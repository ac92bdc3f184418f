"""Papers saved as files: listed with their age, thrown away by age or by number, and nothing else is touched."""

import os
from pathlib import Path

import pytest

from tests.commands import Kiosk

HOUR = 3600


def save(home: Path, slip: str, *, days: float) -> Path:
    """A packet of two files that was saved some days ago."""
    folder = home / "packets" / slip
    (folder / "forms").mkdir(parents=True)
    for path in (folder / "packet.pdf", folder / "forms" / "F01.pdf"):
        path.write_bytes(b"%PDF" * 512)
        moment = path.stat().st_mtime - days * 24 * HOUR
        os.utime(path, (moment, moment))
    return folder


def slips(kiosk: Kiosk) -> list[str]:
    return [each["slip"] for each in kiosk("packets", "list", "--json").document["packets"]]


def test_a_home_without_packets_has_none(kiosk: Kiosk) -> None:
    assert slips(kiosk) == []
    assert kiosk("packets", "clean", "--json").document == {"cleaned": 0, "left": 0}


def test_packets_are_listed_the_oldest_first_with_files_and_size(kiosk: Kiosk, home: Path) -> None:
    save(home, "260420-002", days=1)
    save(home, "260401-001", days=20)
    first, second = kiosk("packets", "list", "--json").document["packets"]
    assert (first["slip"], first["files"], first["bytes"]) == ("260401-001", 2, 4096)
    assert second["saved_at"] > first["saved_at"]
    told = kiosk("packets", "list")
    assert (told.code, told.out.count("4 KB")) == (0, 2)
    assert "2 件" in kiosk("status").out


def test_what_is_older_than_a_week_is_thrown_away_and_the_record_says_how_many(kiosk: Kiosk, home: Path) -> None:
    new, old = save(home, "260420-002", days=1), save(home, "260401-001", days=20)
    assert kiosk("packets", "clean", "--json").document == {"cleaned": 1, "left": 1}
    assert (new.exists(), old.exists()) == (True, False)
    assert "保存した一式を消した" in kiosk("audit", "list").out


@pytest.mark.parametrize(("words", "left"), [(("--days", "0"), []), (("260420-002",), ["260401-001"])])
def test_everything_or_what_is_named_is_thrown_away(
    kiosk: Kiosk, home: Path, words: tuple[str, ...], left: list[str]
) -> None:
    save(home, "260420-002", days=1)
    save(home, "260401-001", days=20)
    assert kiosk("packets", "clean", *words).code == 0
    assert slips(kiosk) == left


def test_an_unknown_number_throws_nothing_away(kiosk: Kiosk, home: Path) -> None:
    save(home, "260401-001", days=20)
    ended = kiosk("packets", "clean", "260401-001", "999999-999")
    assert ended.code == 1
    assert slips(kiosk) == ["260401-001"]


def test_a_link_among_the_packets_is_deleted_and_never_followed(kiosk: Kiosk, home: Path, tmp_path: Path) -> None:
    kept = tmp_path / "other"
    kept.mkdir()
    (kept / "file").write_text("x")
    (home / "packets").mkdir(parents=True)
    (home / "packets" / "link").symlink_to(kept)
    assert kiosk("packets", "clean", "link").code == 0
    assert (kept / "file").exists()
    assert not list((home / "packets").iterdir())


def test_numbers_of_thousands_of_digits_are_wrong_usage(kiosk: Kiosk) -> None:
    assert kiosk("packets", "clean", "--days", "9" * 5000).code == 2
