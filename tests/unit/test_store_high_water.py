"""The mark outside the database: a history that has shrunk is refused in words, and never gone on with unseen."""

import datetime as dt
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.bench.handwritten import sample
from kiosk.flow.clock import FixedClock
from kiosk.model.audit import AuditEvent
from kiosk.model.errors import SiteError
from kiosk.store import mark_file
from kiosk.store.audit import AuditLog
from kiosk.store.database import NAME, Database
from kiosk.store.losses import accept_loss
from kiosk.store.mark_file import PLACE_BYTES, MarkFile
from kiosk.store.outbox import SqlOutbox
from kiosk.store.tickets import Tickets
from kiosk.store.vault import RootKey, Vault

KEY = RootKey(b"k" * 32)
NOW = dt.datetime(2026, 4, 20, 1, 0, tzinfo=dt.UTC)
TODAY = dt.date(2026, 4, 20)
REASON = AuditEvent(at=NOW, by="office", action="accept-loss", detail="disk replaced")


class House:
    """A place with a store and its mark; `copy` is a second place for the mark."""

    def __init__(self, home: Path, *, copy: Path | None = None) -> None:
        self.home, self.data, self.mark, self.copy = home, home / "data", home / "kiosk.mark", copy

    def open(self, *, key: RootKey = KEY) -> Database:
        return Database.open(self.data, key=key, reserve_bytes=4096, mark=self.mark, mark_copy=self.copy)

    def visit(self, *, seconds: int = 0) -> str:
        """One visit is received and confirmed; its slip number."""
        database = self.open()
        slip = receive(database)
        confirm(database, seconds=seconds)
        database.close()
        return slip

    def refused(self, *, key: RootKey = KEY) -> str:
        with pytest.raises(SiteError) as caught:
            self.open(key=key).close()
        assert caught.value.what.endswith("。")
        assert caught.value.mend.endswith("。")
        return caught.value.code

    def accept(self) -> bool:
        return accept_loss(self.data, key=KEY, mark=self.mark, event=REASON, copy=self.copy)


def receive(database: Database) -> str:
    return Tickets(database).next(TODAY, now=NOW)


def confirm(database: Database, *, seconds: int = 0) -> None:
    SqlOutbox(database).accept(sample(1, clock=FixedClock(NOW + dt.timedelta(seconds=seconds)))[0])


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


# ---- the file itself -------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("place", [0, 1])
def test_a_torn_write_spoils_one_place_and_the_other_still_counts(house: House, place: int) -> None:
    content = bytearray(house.mark.read_bytes())
    content[place * PLACE_BYTES + 40 : (place + 1) * PLACE_BYTES] = b"\x00" * (PLACE_BYTES - 40)
    house.mark.write_bytes(content)
    assert house.visit(seconds=2) == "260420-003"
    assert house.visit(seconds=3) == "260420-004"


def test_a_store_of_an_earlier_version_gets_its_mark_when_it_is_first_opened(house: House) -> None:
    database = house.open()
    database.change(lambda sql: sql.execute("UPDATE house SET marked = 0"))
    database.close()
    house.mark.unlink()
    house.visit(seconds=2)
    house.mark.unlink()
    assert house.refused() == "store-unmarked"


def test_a_start_that_was_cut_off_between_the_store_and_its_mark_is_simply_repeated(tmp_path: Path) -> None:
    house = House(tmp_path)
    Database.open(house.data, key=KEY, reserve_bytes=4096).close()
    assert house.visit() == "260420-001"


def test_the_mark_holds_numbers_and_only_its_owner_reads_it(house: House) -> None:
    assert house.mark.stat().st_mode & 0o777 == 0o600
    text = house.mark.read_text()
    assert '"cases": 2' in text
    assert "sample" not in text


def test_programs_side_by_side_never_set_the_mark_back(house: House) -> None:
    one, other = house.open(), house.open()
    for seconds in range(2, 8):
        confirm(one if seconds % 2 else other, seconds=seconds)
    receive(one)
    one.close()
    other.close()
    assert house.open().read("SELECT count(*) FROM cases") == [(8,)]


def test_a_mark_that_cannot_be_written_stops_the_next_confirmation_and_not_the_one_before(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    database = house.open()

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as broken:
        broken.setattr(mark_file, "_put", full)
        confirm(database, seconds=2)
        with pytest.raises(SiteError, match="store-full"):
            confirm(database, seconds=3)
        with pytest.raises(SiteError, match="store-full"):
            database.prove()
    confirm(database, seconds=4)
    database.close()
    assert house.open().read("SELECT count(*) FROM cases") == [(4,)]


# ---- a copy elsewhere ------------------------------------------------------------------------------------------------
@pytest.fixture
def doubled(tmp_path: Path) -> House:
    share = tmp_path / "share"
    share.mkdir()
    house = House(tmp_path / "home", copy=share / "desk-1.mark")
    house.home.mkdir()
    house.visit()
    return house


def test_a_place_set_back_as_a_whole_is_found_by_the_copy_elsewhere(doubled: House, tmp_path: Path) -> None:
    shutil.copytree(doubled.home, tmp_path / "image")
    doubled.visit(seconds=1)
    shutil.rmtree(doubled.home)
    shutil.copytree(tmp_path / "image", doubled.home)
    assert doubled.refused() == "store-older"


def test_a_copy_that_is_away_hinders_nobody_and_rises_when_it_is_back(doubled: House) -> None:
    assert doubled.copy
    share = doubled.copy.parent
    share.rename(share.with_name("unplugged"))
    database = doubled.open()
    confirm(database, seconds=1)
    assert database.mark
    assert database.mark.away
    share.with_name("unplugged").rename(share)
    confirm(database, seconds=2)
    assert not database.mark.away
    assert '"cases": 3' in doubled.copy.read_text()
    database.close()


def test_a_mark_that_is_gone_here_is_made_again_from_the_copy(doubled: House) -> None:
    doubled.mark.unlink()
    assert doubled.visit(seconds=1) == "260420-002"
    assert '"cases": 2' in doubled.mark.read_text()


def test_a_pipe_where_the_mark_should_be_is_refused_and_never_waited_for(house: House) -> None:
    house.mark.unlink()
    os.mkfifo(house.mark)
    assert house.refused() == "store-mark"
