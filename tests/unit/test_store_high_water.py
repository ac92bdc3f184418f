"""The mark outside the database: a history that has shrunk is refused in words, and never gone on with unseen."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.model.errors import SiteError
from kiosk.store.audit import AuditLog
from kiosk.store.database import NAME
from kiosk.store.losses import accept_loss
from kiosk.store.mark_file import MarkFile
from kiosk.store.vault import RootKey, Vault
from tests.houses import KEY, REASON, House, confirm, receive


@pytest.fixture
def house(tmp_path: Path) -> House:
    """Two visits were confirmed here; `tmp_path / "older"` is a copy of the data after the first."""
    house = House(tmp_path / "home")
    house.home.mkdir()
    house.visit()
    shutil.copytree(house.data, tmp_path / "older")
    house.visit(seconds=1)
    return house


def test_a_history_that_only_grew_opens(house: House) -> None:
    for seconds in range(2, 5):
        house.visit(seconds=seconds)
    database = house.open()
    assert database.read("SELECT count(*) FROM cases") == [(5,)]
    database.close()


# ---- losses ----------------------------------------------------------------------------------------------------------
def older_copy(house: House, older: Path) -> str:
    shutil.rmtree(house.data)
    shutil.copytree(older, house.data)
    return "store-older"


def lost_database(house: House, _: Path) -> str:
    shutil.rmtree(house.data)
    return "store-missing"


def lost_file(house: House, _: Path) -> str:
    (house.data / NAME).unlink()
    return "store-missing"


def another_store(house: House, older: Path) -> str:
    other = House(older.parent / "elsewhere")
    other.home.mkdir()
    for seconds in range(3):
        other.visit(seconds=seconds)
    shutil.rmtree(house.data)
    shutil.copytree(other.data, house.data)
    return "store-foreign"


def lost_mark(house: House, _: Path) -> str:
    house.mark.unlink()
    return "store-unmarked"


def emptied_mark(house: House, _: Path) -> str:
    house.mark.write_bytes(b"")
    return "store-mark"


def lowered_mark(house: House, _: Path) -> str:
    house.mark.write_bytes(house.mark.read_bytes().replace(b'"cases": 2', b'"cases": 1').replace(b'": 1,', b'": 0,'))
    return "store-mark"


def cut_log(house: House, _: Path) -> str:
    """The log with the newest visit is cut to its first half, as after a copy that was broken off."""
    return without_the_newest(house, lambda log: os.truncate(log, log.stat().st_size // 2))


def deleted_log(house: House, _: Path) -> str:
    return without_the_newest(house, Path.unlink)


def without_the_newest(house: House, spoil: Callable[[Path], object]) -> str:
    database = house.open()
    receive(database)
    confirm(database, seconds=9)
    killed = house.home / "killed"
    shutil.copytree(house.data, killed)
    database.close()
    spoil(killed / f"{NAME}-wal")
    shutil.rmtree(house.data)
    killed.rename(house.data)
    return "store-older"


LOSSES = (
    older_copy,
    lost_database,
    lost_file,
    another_store,
    lost_mark,
    emptied_mark,
    lowered_mark,
    cut_log,
    deleted_log,
)


Loss = Callable[[House, Path], str]


@pytest.mark.parametrize("loss", LOSSES)
def test_a_loss_is_refused_in_words_and_what_is_there_stays_as_it_was(house: House, tmp_path: Path, loss: Loss) -> None:
    code = loss(house, tmp_path / "older")
    before = contents(house.home)
    assert house.refused() == code
    assert house.refused() == code
    assert contents(house.home) == before


def contents(home: Path) -> dict[str, bytes]:
    """What matters of a place: locks and SQLite's scratch index come and go."""
    kept = [path for path in home.rglob("*") if path.is_file() and not path.name.endswith((".lock", "-shm"))]
    return {str(path.relative_to(home)): path.read_bytes() for path in kept if path.stat().st_size}


@pytest.mark.parametrize("loss", LOSSES)
def test_a_loss_that_a_person_accepts_is_on_record_and_no_slip_number_is_given_twice(
    house: House, tmp_path: Path, loss: Loss
) -> None:
    loss(house, tmp_path / "older")
    slips = MarkFile(house.mark, key=Vault(KEY).mark_key).slips()
    given = max(2, slips.get("260420", 0)) if house.mark.exists() and loss is not emptied_mark else 0
    assert house.accept()
    database = house.open()
    entry = AuditLog(database).read(1)[0]
    assert (entry.action, entry.detail.endswith("disk replaced")) == ("accept-loss", True)
    assert AuditLog(database).verify_chain() is None
    assert int(receive(database).partition("-")[2]) > given
    database.close()


def test_where_nothing_is_lost_nothing_is_accepted(house: House) -> None:
    before = contents(house.home)
    assert not house.accept()
    assert contents(house.home) == before


def test_what_the_mark_said_before_a_loss_stays_readable(house: House) -> None:
    said = house.mark.read_bytes()
    lost_database(house, house.home)
    house.accept()
    assert house.mark.with_name("kiosk.mark.lost").read_bytes() == said


def test_a_file_that_another_key_wrote_is_no_loss_that_could_be_accepted(house: House) -> None:
    with pytest.raises(SiteError, match="store-unreadable"):
        accept_loss(house.data, key=RootKey(b"x" * 32), mark=house.mark, event=REASON)
    assert house.refused(key=RootKey(b"x" * 32)) == "store-mark"
