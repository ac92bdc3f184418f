"""An SFTP server is believed by its key alone; what every place for files keeps to: test_destinations_contract."""

from collections.abc import Iterator
from pathlib import Path

import asyncssh
import pytest

from kiosk.exchange.destinations.sftp import SftpDestination
from kiosk.exchange.records.sample import sample_parcel
from kiosk.model.parcel import DeliveryFailed, Failure, Receipt
from tests.counterparts import Counterpart, credential, sftp_server

PARCEL = sample_parcel()


@pytest.fixture
def hall(tmp_path: Path) -> Iterator[Counterpart]:
    with sftp_server(tmp_path) as started:
        assert started.begun() is not None
        yield started


def refused(hall: Counterpart, **changes: object) -> tuple[str, Failure]:
    place = hall.connected(**changes)  # type: ignore[arg-type]  # changes of the setting
    failed = place.deliver(PARCEL)
    assert isinstance(failed, DeliveryFailed)
    assert failed == place.look()
    return failed.code, failed.failure


def test_another_server_in_its_place_is_given_nothing(hall: Counterpart) -> None:
    other = asyncssh.generate_private_key("ssh-ed25519").export_public_key().decode().strip()
    assert refused(hall, host_key=other) == ("D31", Failure.UNREACHABLE)
    assert not list(hall.folder.glob(f"{PARCEL.message}*"))


def test_who_is_not_let_in_or_has_no_key_waits(hall: Counterpart) -> None:
    credential(hall.home, "sftp-key", asyncssh.generate_private_key("ssh-ed25519").export_private_key())
    assert refused(hall) == ("D32", Failure.UNREACHABLE)
    assert refused(hall, key_name="nothing") == ("D32", Failure.UNREACHABLE)


def test_a_server_that_is_away_is_waited_for(hall: Counterpart) -> None:
    assert hall.connected().look() is None
    assert refused(hall, port=1) == ("D30", Failure.UNREACHABLE)


def test_half_a_file_of_an_attempt_that_was_broken_off_is_written_anew(hall: Counterpart) -> None:
    (hall.folder / f".{PARCEL.message}.manifest.json.part").write_bytes(b"half")
    assert isinstance(hall.connected().deliver(PARCEL), Receipt)
    assert not list(hall.folder.glob(".*.part"))


@pytest.mark.parametrize("path", ["/in/..", "/in/file", "/in/link"])
def test_what_is_no_folder_of_the_receiver_is_waited_for(hall: Counterpart, path: str) -> None:
    (hall.folder / "file").write_bytes(b"")
    (hall.folder / "link").symlink_to("nowhere")
    assert refused(hall, path=path)[1] is Failure.UNREACHABLE


def test_csv_files_are_as_the_settings_of_the_server_say(hall: Counterpart) -> None:
    place = hall.connected(bom=True, header="ローマ字", spreadsheet_safe=False)
    assert isinstance(place, SftpDestination)
    assert (place.formats.bom, place.formats.romaji, place.formats.spreadsheet_safe) == (True, True, False)
    assert isinstance(place.deliver(PARCEL), Receipt)
    assert all(path.read_bytes().startswith(b"\xef\xbb\xbf") for path in hall.folder.glob("*.csv"))
