"""The file of the high-water mark: torn, missing, written side by side, with a copy elsewhere."""

import os
import shutil
from pathlib import Path

import pytest

from kiosk.model.errors import SiteError
from kiosk.store import mark_file
from kiosk.store.database import Database
from kiosk.store.mark_file import PLACE_BYTES
from tests.houses import KEY, House, confirm, receive


@pytest.fixture
def house(tmp_path: Path) -> House:
    """Two visits were confirmed here; `tmp_path / "older"` is a copy of the data after the first."""
    house = House(tmp_path / "home")
    house.home.mkdir()
    house.visit()
    shutil.copytree(house.data, tmp_path / "older")
    house.visit(seconds=1)
    return house


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
