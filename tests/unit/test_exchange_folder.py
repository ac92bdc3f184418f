"""Folder delivery: whole or not at all, once however often it is repeated, and honest about a bad disk."""

import contextlib
import errno
import hashlib
import os
import shutil
import stat
import subprocess
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kiosk.exchange.destinations.disk import LocalDisk
from kiosk.exchange.records.sample import PERSONS, sample_parcel
from kiosk.model.parcel import Attachment, Failure, Receipt
from kiosk.model.wareki import PartialDate, Precision
from tests.receivers import failed, folder, names, with_fact


class PowerCut(Exception):
    """The machine stopped here."""


class FailingDisk(LocalDisk):
    """A real disk that stops after some writes: with an error of the system, or as if the power went."""

    def __init__(self, writes: int, failure: Exception) -> None:
        self.left, self.failure = writes, failure

    def put(self, path: Path, content: bytes) -> None:
        if self.left == 0:
            path.with_name(f".{path.name}.part").write_bytes(content[: len(content) // 2])
            raise self.failure
        self.left -= 1
        super().put(path, content)


class LyingDisk(LocalDisk):
    """A disk that loses the last byte of every record it is given."""

    def put(self, path: Path, content: bytes) -> None:
        super().put(path, content[:-1] if path.suffix == ".xml" else content)


def test_a_delivery_is_acknowledged_with_the_digest_that_was_read_back(tmp_path: Path) -> None:
    parcel = sample_parcel()
    receipt = folder(tmp_path).deliver(parcel)
    checklist = (tmp_path / f"{parcel.message}.sha256").read_bytes()
    assert receipt == Receipt(reference=f"sha256:{hashlib.sha256(checklist).hexdigest()}", acknowledged=True)
    assert (tmp_path / f"{parcel.message}.json").read_bytes() == parcel.record
    assert (tmp_path / f"{parcel.message}.done").read_bytes() == b""
    assert len(names(tmp_path)) == 1 + 4 + len(PERSONS) + 1 + 1 + 1 + 1


@pytest.mark.skipif(shutil.which("sha256sum") is None, reason="sha256sum is not on this machine")
def test_the_check_list_is_one_that_sha256sum_understands(tmp_path: Path) -> None:
    parcel = sample_parcel()
    folder(tmp_path).deliver(parcel)
    subprocess.run(["sha256sum", "--strict", "-c", f"{parcel.message}.sha256"], cwd=tmp_path, check=True)


def test_the_same_parcel_again_is_answered_with_the_same_receipt_and_writes_nothing(tmp_path: Path) -> None:
    first = folder(tmp_path).deliver(sample_parcel())
    before = {name: (tmp_path / name).stat().st_mtime_ns for name in names(tmp_path)}
    assert folder(tmp_path).deliver(sample_parcel()) == first
    assert {name: (tmp_path / name).stat().st_mtime_ns for name in names(tmp_path)} == before


@pytest.mark.parametrize("writes", range(12))
def test_a_delivery_torn_at_any_write_is_not_done_and_the_next_attempt_completes_it(
    tmp_path: Path, writes: int
) -> None:
    parcel = sample_parcel()
    with pytest.raises(PowerCut):
        folder(tmp_path, FailingDisk(writes, PowerCut())).deliver(parcel)
    assert not (tmp_path / f"{parcel.message}.done").exists()
    receipt = folder(tmp_path).deliver(parcel)
    (tmp_path / "whole").mkdir()
    assert receipt == folder(tmp_path / "whole").deliver(parcel)
    assert set(names(tmp_path / "whole")) <= set(names(tmp_path))
    assert not list(tmp_path.glob(".*.part"))


def test_papers_go_first_and_done_is_written_after_everything_else_is_on_the_device(tmp_path: Path) -> None:
    class Recording(LocalDisk):
        order: list[str] = []

        def put(self, path: Path, content: bytes) -> None:
            self.order.append(path.suffix)
            super().put(path, content)

        def settle(self, folder: Path) -> None:
            self.order.append("settled")
            super().settle(folder)

    disk = Recording()
    folder(tmp_path, disk).deliver(sample_parcel())
    written = [kind for kind in disk.order if kind != "settled"]
    assert list(dict.fromkeys(written)) == [".pdf", ".csv", ".xml", ".json", ".sha256", ".done"]
    assert disk.order[-6:] == [".json", ".json", ".sha256", "settled", ".done", "settled"]


def test_every_file_and_the_folder_are_forced_to_the_device(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    forced: list[str] = []
    real = os.fsync

    def fsync(handle: int) -> None:
        forced.append("folder" if stat.S_ISDIR(os.fstat(handle).st_mode) else "file")
        real(handle)

    monkeypatch.setattr(os, "fsync", fsync)
    folder(tmp_path).deliver(sample_parcel())
    assert forced.count("file") == len(names(tmp_path))
    assert forced[-3:] == ["folder", "file", "folder"]


def test_two_applications_of_the_same_second_never_share_a_file(tmp_path: Path) -> None:
    destination = folder(tmp_path)
    for number in range(3):
        assert isinstance(destination.deliver(sample_parcel(case=uuid.UUID(int=number + 1))), Receipt)
    tables = [name for name in names(tmp_path) if name.endswith(".csv")]
    assert len(tables) == 12
    assert all(uuid.UUID(name[:36]) for name in tables)
    manifest = next(tmp_path.glob("*.manifest.json")).read_text(encoding="utf-8")
    assert '"standardname": "999997_000_001_対象者_20260420100203_001.csv"' in manifest


@pytest.mark.parametrize(
    ("number", "code"),
    [
        *(
            (errno.ENOSPC, "D03"),
            (errno.EDQUOT, "D03"),
            (errno.EROFS, "D02"),
            (errno.EACCES, "D02"),
            (errno.EIO, "D04"),
        ),
        *((away, "D01") for away in (errno.ESTALE, errno.EHOSTUNREACH, errno.ECONNRESET, errno.EREMOTEIO, errno.ELOOP)),
    ],
)
def test_a_disk_that_refuses_is_unreachable_with_a_code_for_staff(tmp_path: Path, number: int, code: str) -> None:
    parcel = sample_parcel()
    answer = folder(tmp_path, FailingDisk(3, OSError(number, os.strerror(number)))).deliver(parcel)
    assert failed(answer) == (Failure.UNREACHABLE, code)
    assert isinstance(folder(tmp_path).deliver(parcel), Receipt)


@contextlib.contextmanager
def mounted(path: Path, options: str) -> Iterator[Path]:
    """A real file system of its own, or a skip where mounting is not allowed."""
    command = ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(path)]
    try:
        subprocess.run(command, check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("this machine does not let a test mount a file system")
    try:
        yield path
    finally:
        subprocess.run(["umount", str(path)], check=True)


def test_a_really_full_folder_is_said_to_be_full_and_leaves_no_temporary_file(tmp_path: Path) -> None:
    with mounted(tmp_path, "size=16k") as small:
        assert failed(folder(small).deliver(sample_parcel())) == (Failure.UNREACHABLE, "D03")
        assert not list(small.glob(".*.part"))
        assert not list(small.glob("*.done"))


def test_a_really_read_only_folder_is_said_to_be_read_only(tmp_path: Path) -> None:
    with mounted(tmp_path, "ro") as locked:
        assert failed(folder(locked).deliver(sample_parcel())) == (Failure.UNREACHABLE, "D02")


def test_a_folder_that_is_not_there_is_unreachable(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert failed(folder(tmp_path / "gone").deliver(sample_parcel())) == (Failure.UNREACHABLE, "D01")
    assert failed(folder(tmp_path / "file").deliver(sample_parcel())) == (Failure.UNREACHABLE, "D01")


def test_a_disk_that_gives_back_something_else_is_never_acknowledged(tmp_path: Path) -> None:
    parcel = sample_parcel()
    assert failed(folder(tmp_path, LyingDisk()).deliver(parcel)) == (Failure.UNKNOWN_OUTCOME, "D05")
    assert not (tmp_path / f"{parcel.message}.done").exists()


@pytest.mark.parametrize("suffix", [".json", "_packet.pdf", ".sha256", "_p1.xml"])
def test_a_finished_delivery_that_was_changed_since_is_for_a_person(tmp_path: Path, suffix: str) -> None:
    parcel = sample_parcel()
    folder(tmp_path).deliver(parcel)
    (tmp_path / f"{parcel.message}{suffix}").write_bytes(b"\xff changed")
    assert failed(folder(tmp_path).deliver(parcel)) == (Failure.REFUSED, "D06")
    (tmp_path / f"{parcel.message}{suffix}").unlink()
    assert failed(folder(tmp_path).deliver(parcel)) == (Failure.REFUSED, "D06")


def test_a_bad_record_is_refused_and_nothing_is_written(tmp_path: Path) -> None:
    destination = folder(tmp_path)
    assert failed(destination.deliver(sample_parcel().model_copy(update={"record": b"{}"}))) == (Failure.REFUSED, "D11")
    wrong = with_fact("person[p1].relation_new", "祖父")
    assert failed(destination.deliver(wrong)) == (Failure.REFUSED, "D12")
    assert names(tmp_path) == []


def test_a_my_number_in_free_text_is_refused_without_repeating_it(tmp_path: Path) -> None:
    answer = folder(tmp_path).deliver(with_fact("cert.purpose", "番号 123456789018"))
    assert failed(answer) == (Failure.REFUSED, "D12")
    assert "123456789018" not in str(answer)


@pytest.mark.parametrize(
    ("name", "digest", "code"),
    [
        ("packet.pdf", "0" * 64, "D13"),
        *((name, "", "D14") for name in ("../packet.pdf", ".hidden/x", "a\nb", "packet.", "紙" * 70 + ".pdf")),
    ],
)
def test_an_attachment_that_is_damaged_or_badly_named_is_refused(
    tmp_path: Path, name: str, digest: str, code: str
) -> None:
    content = b"paper"
    digest = digest or hashlib.sha256(content).hexdigest()
    item = Attachment(name=name, media_type="application/pdf", content=content, sha256=digest)
    parcel = sample_parcel().model_copy(update={"attachments": (item,)})
    assert failed(folder(tmp_path).deliver(parcel)) == (Failure.REFUSED, code)
    assert names(tmp_path) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [("paper.pdf", "Paper.PDF"), ("ガ.pdf", "カ\u3099.pdf"), ("straße.pdf", "STRASSE.pdf"), ("a.pdf", "対象者.CSV")],
)
def test_names_that_some_share_takes_for_the_same_are_refused(tmp_path: Path, one: str, other: str) -> None:
    digest = hashlib.sha256(b"paper").hexdigest()
    items = tuple(
        Attachment(name=name, media_type="application/pdf", content=b"paper", sha256=digest) for name in (one, other)
    )
    parcel = sample_parcel().model_copy(update={"attachments": items})
    assert failed(folder(tmp_path).deliver(parcel)) == (Failure.REFUSED, "D14")
    assert names(tmp_path) == []


def test_a_person_without_gif_xml_is_named_with_the_reason_in_the_manifest(tmp_path: Path) -> None:
    unknown = PartialDate(precision=Precision.UNKNOWN, unknown_text="年月日不詳")
    parcel = with_fact("person[p3].birth.date", unknown)
    folder(tmp_path).deliver(parcel)
    manifest = (tmp_path / f"{parcel.message}.manifest.json").read_text(encoding="utf-8")
    assert not (tmp_path / f"{parcel.message}_p3.xml").exists()
    assert '"taishoshabango": "p3"' in manifest
    assert "生年月日が年月日までわからないため" in manifest
    assert "さくら" not in manifest


def test_a_name_that_holds_something_else_is_never_replaced(tmp_path: Path) -> None:
    parcel = sample_parcel()
    strange = tmp_path / f"{parcel.message}_packet.pdf"
    strange.write_bytes(b"somebody else's")
    assert failed(folder(tmp_path).deliver(parcel)) == (Failure.REFUSED, "D10")
    assert strange.read_bytes() == b"somebody else's"
    assert names(tmp_path) == [strange.name]


@pytest.mark.parametrize("ending", [".json", ".done", ".sha256"])
@pytest.mark.parametrize("put", [Path.mkdir, os.mkfifo, lambda path: path.symlink_to(path.with_suffix(".gone"))])
def test_a_name_that_a_folder_a_pipe_or_a_link_bears_is_for_a_person_and_nobody_waits(
    tmp_path: Path, put: Callable[[Path], object], ending: str
) -> None:
    parcel = sample_parcel()
    put(tmp_path / f"{parcel.message}{ending}")
    assert failed(folder(tmp_path).deliver(parcel)) == (Failure.REFUSED, "D06" if ending == ".done" else "D10")


@pytest.mark.parametrize("links", [True, False])
def test_a_file_that_appears_meanwhile_is_not_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, links: bool
) -> None:
    def no_links(*_: object) -> None:
        raise OSError(errno.EPERM, "no links on this share")

    if not links:
        monkeypatch.setattr(Path, "hardlink_to", no_links)
    LocalDisk().put(tmp_path / "a", b"1")
    with pytest.raises(FileExistsError):
        LocalDisk().put(tmp_path / "a", b"2")
    assert (tmp_path / "a").read_bytes() == b"1"
    assert names(tmp_path) == ["a"]
