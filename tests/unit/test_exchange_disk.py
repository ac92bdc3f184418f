"""The disk under a destination: no link is followed, and the receiver's files have the rights of the settings."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.exchange.destinations.disk import NO_FILE, LocalDisk


@pytest.fixture(params=[0o000, 0o077])
def umask(request: pytest.FixtureRequest) -> Iterator[int]:
    before = os.umask(request.param)
    yield request.param
    os.umask(before)


@pytest.mark.usefixtures("umask")
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o660])
def test_a_file_has_the_mode_of_the_settings_whatever_the_umask_is(tmp_path: Path, mode: int) -> None:
    LocalDisk(mode=mode).put(tmp_path / "file", b"content")
    assert (tmp_path / "file").stat().st_mode & 0o777 == mode


def test_without_settings_the_group_may_read_and_others_may_not(tmp_path: Path) -> None:
    LocalDisk().put(tmp_path / "file", b"content")
    assert (tmp_path / "file").stat().st_mode & 0o777 == 0o640


def test_a_link_in_the_place_of_the_scratch_file_is_not_written_through(tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    kept.write_bytes(b"kept")
    (tmp_path / ".file.part").symlink_to(kept)
    with pytest.raises(OSError, match="symbolic links"):
        LocalDisk().put(tmp_path / "file", b"content")
    assert kept.read_bytes() == b"kept"


def test_a_link_is_not_read_as_what_it_points_to(tmp_path: Path) -> None:
    (tmp_path / "kept").write_bytes(b"kept")
    (tmp_path / "file").symlink_to(tmp_path / "kept")
    assert LocalDisk().digest(tmp_path / "file") == NO_FILE


def test_a_group_that_this_machine_does_not_know_is_a_missing_right_and_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(PermissionError):
        LocalDisk(group="no-such-group").put(tmp_path / "file", b"content")
    assert list(tmp_path.iterdir()) == []
