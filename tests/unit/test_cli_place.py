"""Commands in a place that is not ready: exit code 3, what mends it, and nothing changed."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.store.connection import connect, settle_in
from kiosk.store.database import NAME
from kiosk.store.migrations import LATEST
from kiosk.store.vault import Vault, load_root_key
from tests.commands import Kiosk
from tests.visits import FORMS

FAMILY = FORMS / "personas" / "kazoku4.toml"


@pytest.mark.parametrize("words", [("confirm", FAMILY), ("deliver",), ("status",)])
def test_a_home_that_cannot_be_made_ends_with_three_and_what_mends_it(
    kiosk: Kiosk, home: Path, words: tuple[str | Path, ...]
) -> None:
    home.write_bytes(b"a file is in the way")
    ended = kiosk(*words)
    assert ended.code == 3
    assert "（" in ended.err
    assert home.read_bytes() == b"a file is in the way"


ASKED = [
    *(
        ("status",),
        ("deliver",),
        ("confirm", FAMILY),
        ("hold", "list"),
        ("day",),
        ("drafts", "list"),
        ("audit", "verify"),
    ),
    *(("restore", "gone.backup", "--reason", "試験"), ("store", "take-over", "--reason", "試験"), ("staff", "list")),
    *(
        ("later", "list"),
        ("failures", "list"),
        ("export", "260420-001", "--out", "x", "--reason", "試験"),
        ("destination", "list"),
        ("answers", "list"),
    ),
]


@pytest.mark.parametrize("words", ASKED)
def test_whoever_asks_for_json_gets_what_is_in_the_way_as_json(
    kiosk: Kiosk, home: Path, words: tuple[str | Path, ...]
) -> None:
    home.write_bytes(b"a file is in the way")
    ended = kiosk(*words, "--json")
    assert ended.code == 3
    error = ended.document["error"]
    assert error["code"] in ended.err
    assert error["what"] in ended.err
    assert error["mend"]


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is read-only for root")
@pytest.mark.parametrize("words", [("confirm", FAMILY), ("deliver",), ("status",)])
def test_a_read_only_home_ends_with_three(kiosk: Kiosk, home: Path, words: tuple[str | Path, ...]) -> None:
    home.mkdir(mode=0o500)
    assert kiosk(*words).code == 3


def newer(database: Path, home: Path) -> None:
    sql = connect(database, key=Vault(load_root_key(home / "root.key")).database_key)
    settle_in(sql)
    sql.execute(f"PRAGMA user_version = {LATEST + 1}")
    sql.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    sql.close()


def corrupt(database: Path, home: Path) -> None:
    stored = bytearray(database.read_bytes())
    stored[0] ^= 0xFF
    database.write_bytes(stored)
    assert home.exists()


@pytest.mark.parametrize("spoil", [newer, corrupt])
@pytest.mark.parametrize("words", [("confirm", FAMILY), ("deliver",), ("status",)])
def test_a_newer_or_broken_database_ends_with_three_and_stays_as_it_is(
    kiosk: Kiosk, home: Path, words: tuple[str | Path, ...], spoil: Callable[[Path, Path], None]
) -> None:
    assert kiosk("status").code == 0
    database = home / "data" / NAME
    spoil(database, home)
    before = database.read_bytes()
    ended = kiosk(*words)
    assert ended.code == 3
    assert "store-" in ended.err
    assert database.read_bytes() == before
