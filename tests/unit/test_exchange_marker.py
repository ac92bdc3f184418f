"""The sign of a receiver's folder: nothing goes where it is not, or is another's, and nothing is made anew."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.exchange.destinations.bundle import Bundle, bundle
from kiosk.exchange.destinations.disk import LocalDisk
from kiosk.exchange.destinations.folder import FolderDestination
from kiosk.exchange.destinations.marker import NAME as MARKER
from kiosk.exchange.destinations.marker import Guard, found, only_writer, read
from kiosk.exchange.records.sample import sample_parcel
from kiosk.model.parcel import Failure, Receipt
from tests.receivers import FORMATS, failed, folder, names


# ---- the right folder ------------------------------------------------------------------------------------------------
class Book:
    """Remembers the sign that was seen first, as the store does."""

    def __init__(self) -> None:
        self.sign = ""

    def remember(self, sign: str) -> None:
        self.sign = sign


def guarded(
    path: Path, book: Book, *, number: str = "1", city: str = "999997", disk: LocalDisk | None = None
) -> FolderDestination:
    guard = Guard(destination=number, municipality=city, known=lambda: book.sign, remember=book.remember)
    return FolderDestination(number, path, FORMATS, disk=disk, guard=guard)


def test_the_folder_that_the_set_up_makes_can_be_entered_by_the_receivers_group_alone(tmp_path: Path) -> None:
    place, before = tmp_path / "share" / "in", os.umask(0o077)
    try:
        found(place, destination="1", municipality="999997", disk=LocalDisk(mode=0o640))
    finally:
        os.umask(before)
    modes = [oct(path.stat().st_mode & 0o777) for path in (place.parent, place, place / MARKER)]
    assert modes == ["0o750", "0o750", "0o640"]


@pytest.mark.parametrize("put", [os.mkfifo, Path.mkdir, lambda sign: sign.symlink_to("elsewhere")])
def test_a_sign_that_is_no_file_is_none_and_nothing_waits_for_it(tmp_path: Path, put: Callable[[Path], None]) -> None:
    put(tmp_path / MARKER)
    assert read(tmp_path) is None


def test_a_folder_for_a_group_that_this_machine_does_not_know_gets_no_sign(tmp_path: Path) -> None:
    with pytest.raises(PermissionError):
        found(tmp_path / "in", destination="1", municipality="999997", disk=LocalDisk(group="no-such-group"))
    assert not (tmp_path / "in").exists()


def test_a_folder_with_its_sign_is_delivered_into_and_remembered(tmp_path: Path) -> None:
    book, sign = Book(), found(tmp_path / "in", destination="1", municipality="999997")
    assert isinstance(guarded(tmp_path / "in", book).deliver(sample_parcel()), Receipt)
    assert book.sign == sign.id
    assert found(tmp_path / "in", destination="1", municipality="999997") == sign


@pytest.mark.parametrize(
    "away", ["gone", "link", "file", "not mounted", "spoilt", "another number", "another city", "new"]
)
def test_whatever_is_not_the_right_folder_gets_nothing_and_is_not_made_anew(tmp_path: Path, away: str) -> None:
    book, place = Book(), tmp_path / "in"
    found(place, destination="1", municipality="999997")
    assert guarded(place, book).look() is None
    shutil.rmtree(place)
    expected = {"gone": "D01", "link": "D01", "file": "D01", "not mounted": "D08", "spoilt": "D08"}.get(away, "D09")
    match away:
        case "link":
            place.symlink_to(tmp_path / "nowhere")
        case "file":
            place.write_bytes(b"")
        case "not mounted":
            place.mkdir()
        case "spoilt":
            place.mkdir()
            (place / MARKER).write_bytes(b"{")
        case "another number":
            found(place, destination="2", municipality="999997")
        case "another city":
            found(place, destination="1", municipality="011002")
        case "new":
            found(place, destination="1", municipality="999997")
    before = sorted(path.name for path in tmp_path.rglob("*"))
    assert failed(guarded(place, book).deliver(sample_parcel())) == (Failure.UNREACHABLE, expected)
    assert sorted(path.name for path in tmp_path.rglob("*")) == before


class Unmounting(LocalDisk):
    """A share that goes away before one of its files is written: an empty folder stands in its place."""

    def __init__(self, writes: int) -> None:
        self.left = writes

    def put(self, path: Path, content: bytes) -> None:
        if self.left == 0:
            path.parent.rename(path.parent.with_name("share"))
            path.parent.mkdir()
        self.left -= 1
        super().put(path, content)


MADE = bundle(sample_parcel(), FORMATS)
FILES = len(MADE.files) + 2 if isinstance(MADE, Bundle) else 0  # and the check list, and what says that all is done


@pytest.mark.parametrize("writes", range(FILES))
def test_a_share_that_goes_away_between_two_files_has_got_nothing_until_all_of_it_is_there(
    tmp_path: Path, writes: int
) -> None:
    book, place = Book(), tmp_path / "in"
    found(place, destination="1", municipality="999997")
    assert guarded(place, book).look() is None
    assert failed(guarded(place, book, disk=Unmounting(writes)).deliver(sample_parcel()))[0] is Failure.UNREACHABLE
    shutil.rmtree(place)
    (tmp_path / "share").rename(place)
    assert isinstance(guarded(place, book).deliver(sample_parcel()), Receipt)


def test_two_machines_never_write_into_a_folder_at_the_same_time(tmp_path: Path) -> None:
    found(tmp_path, destination="1", municipality="999997")
    with only_writer(tmp_path) as alone:
        assert alone
        assert failed(guarded(tmp_path, Book()).deliver(sample_parcel())) == (Failure.UNREACHABLE, "D07")
    assert isinstance(guarded(tmp_path, Book()).deliver(sample_parcel()), Receipt)


def test_no_file_name_says_who_it_is_about(tmp_path: Path) -> None:
    folder(tmp_path).deliver(sample_parcel())
    assert not [name for name in names(tmp_path) if "太郎" in name or "架空" in name]
