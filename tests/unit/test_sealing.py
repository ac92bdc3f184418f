"""Applications that only their receiver can open: closed before they leave, once, and opened exactly as they were."""

import json
import stat
from pathlib import Path

import pyrage
import pytest
from pyrage import x25519

from kiosk.destinations import ToFolder
from kiosk.exchange.destinations.bundle import Bundle, bundle
from kiosk.exchange.destinations.disk import LocalDisk
from kiosk.exchange.destinations.folder import FolderDestination
from kiosk.exchange.destinations.received import look_at
from kiosk.exchange.destinations.registry import Surroundings, connect
from kiosk.exchange.destinations.sealing import inner_name
from kiosk.exchange.receiver.opening import make_keys, opened, read_keys
from kiosk.exchange.records.sample import sample_parcel
from kiosk.model.base import Issue
from kiosk.model.parcel import Attachment, Failure, Receipt
from kiosk.model.wareki import PartialDate, Precision
from tests.commands import Kiosk
from tests.receivers import FORMATS, failed, folder, names, with_fact
from tests.unit.test_exchange_folder import FailingDisk, LyingDisk, PowerCut

IDENTITY = x25519.Identity.generate()
CLOSED = FORMATS.model_copy(update={"recipient": str(IDENTITY.to_public())})
PARCEL = sample_parcel()
FILES = 10
"""How many are encrypted: those of a family of four, and the list of them."""


def place(path: Path, disk: LocalDisk | None = None) -> FolderDestination:
    return FolderDestination("1", path, CLOSED, disk=disk)


def plain(path: Path) -> dict[str, bytes]:
    """What the receiver has when it has opened all that counts."""
    (manifest,) = path.glob("*.manifest.json")
    listed = [each["name"] for each in json.loads(manifest.read_bytes())["files"]]
    return {inner_name(name): pyrage.decrypt((path / name).read_bytes(), [IDENTITY]) for name in listed}


def meant() -> dict[str, bytes]:
    made = bundle(PARCEL, FORMATS)
    assert isinstance(made, Bundle)
    return {file.name: file.content for file in made.files}


def test_nothing_but_lists_of_files_can_be_read_and_the_receiver_reads_all(tmp_path: Path) -> None:
    receipt = place(tmp_path).deliver(PARCEL)
    assert isinstance(receipt, Receipt)
    assert receipt.acknowledged
    assert plain(tmp_path) == meant()
    stem = str(PARCEL.message)
    clear = {name for name in names(tmp_path) if not name.endswith(".age")}
    assert clear == {f"{stem}.manifest.json", f"{stem}.sha256", f"{stem}.done"}
    closed = ((tmp_path / name).read_bytes() for name in names(tmp_path) if name not in clear)
    assert all(content.startswith(b"age-encryption.org/v1\n") for content in closed)


def test_the_list_in_clear_says_nothing_of_anybody(tmp_path: Path) -> None:
    unknown = with_fact("person[p3].birth.date", PartialDate(precision=Precision.UNKNOWN, unknown_text="年月日不詳"))
    place(tmp_path).deliver(unknown)
    (manifest,) = tmp_path.glob("*.manifest.json")
    said = json.loads(manifest.read_bytes())
    assert said.keys() == {"encrypted", "exportid", "schemaversion", "files"}
    assert all(each["type"] == "application/age" for each in said["files"])


def test_the_same_parcel_again_is_known_by_its_list_and_writes_nothing(tmp_path: Path) -> None:
    first = place(tmp_path).deliver(PARCEL)
    before = {name: (tmp_path / name).stat().st_mtime_ns for name in names(tmp_path)}
    assert place(tmp_path).deliver(PARCEL) == first
    assert {name: (tmp_path / name).stat().st_mtime_ns for name in names(tmp_path)} == before
    assert folder(tmp_path).deliver(PARCEL) == first  # also when the city has switched the encryption off since
    another = with_fact("cert.purpose", "年金の手続").model_copy(update={"message": PARCEL.message})
    changed = json.loads(another.record)
    changed["kyotsu"]["exportid"] = "6f1c7a52-1f0e-5d2b-9a36-000000000000"
    assert failed(place(tmp_path).deliver(another.model_copy(update={"record": json.dumps(changed).encode()}))) == (
        Failure.REFUSED,
        "D06",
    )


@pytest.mark.parametrize("writes", [0, 5, FILES - 1, FILES, FILES + 1, FILES + 2])
def test_an_attempt_that_a_power_cut_ended_is_finished_with_what_counts(tmp_path: Path, writes: int) -> None:
    with pytest.raises(PowerCut):
        place(tmp_path, FailingDisk(writes, PowerCut())).deliver(PARCEL)
    assert not list(tmp_path.glob("*.done"))
    before = {name: (tmp_path / name).read_bytes() for name in names(tmp_path) if not name.endswith(".part")}
    assert isinstance(place(tmp_path).deliver(PARCEL), Receipt)
    assert plain(tmp_path) == meant()
    assert {name: (tmp_path / name).read_bytes() for name in before} == before
    again = FILES if writes <= FILES else 0
    assert len(list(tmp_path.glob("*.age"))) == min(writes, FILES) + again


def test_a_full_disk_that_is_tried_again_and_again_gets_no_fuller(tmp_path: Path) -> None:
    disk = FailingDisk(5, OSError(28, "full"))
    destination = place(tmp_path, disk)
    for _ in range(3):
        assert failed(destination.deliver(PARCEL)) == (Failure.UNREACHABLE, "D03")
    assert len(list(tmp_path.glob("*.age"))) == 5
    disk.left = 100
    assert isinstance(destination.deliver(PARCEL), Receipt)
    assert len(list(tmp_path.glob("*.age"))) == FILES


def test_a_list_of_somebody_else_or_a_file_that_changed_is_for_a_person(tmp_path: Path) -> None:
    assert failed(place(tmp_path, LyingDiskOfAges()).deliver(PARCEL)) == (Failure.UNKNOWN_OUTCOME, "D05")
    assert failed(place(tmp_path).deliver(PARCEL)) == (Failure.REFUSED, "D10")
    (manifest,) = tmp_path.glob("*.manifest.json")
    manifest.write_bytes(b"{}")
    assert failed(place(tmp_path).deliver(PARCEL)) == (Failure.REFUSED, "D10")


class LyingDiskOfAges(LyingDisk):
    """A disk that loses the last byte of one encrypted file."""

    def put(self, path: Path, content: bytes) -> None:
        LocalDisk.put(self, path, content[:-1] if ".pdf." in path.name else content)


def test_a_key_that_is_none_and_a_name_that_grows_too_long_are_for_a_person(tmp_path: Path) -> None:
    wrong = FORMATS.model_copy(update={"recipient": "age1" + "q" * 58})
    assert failed(FolderDestination("1", tmp_path, wrong).deliver(PARCEL)) == (Failure.REFUSED, "D15")
    name = "x" * 195 + ".pdf"
    item = Attachment(name=name, media_type="application/pdf", content=b"a", sha256=PARCEL.attachments[0].sha256)
    item = item.model_copy(update={"content": PARCEL.attachments[0].content})
    assert failed(place(tmp_path).deliver(PARCEL.model_copy(update={"attachments": (item,)}))) == (
        Failure.REFUSED,
        "D14",
    )
    assert names(tmp_path) == []


def test_the_settings_of_a_city_close_what_goes_into_its_folder(tmp_path: Path) -> None:
    setting = ToFolder(number=1, name="住民記録", path="in", encrypt="age", recipient=str(IDENTITY.to_public()))
    around = Surroundings(home=tmp_path, columns=FORMATS.columns)
    connected = connect(setting, around)
    assert isinstance(connected, FolderDestination)
    assert connected.seal is not None
    assert connected.seal.recipient == setting.recipient
    off = connect(setting.model_copy(update={"encrypt": "none"}), around)
    assert isinstance(off, FolderDestination)
    assert off.seal is None


def _contents(path: Path) -> dict[str, bytes]:
    return {name: (path / name).read_bytes() for name in names(path)}


# ---- at the receiver -------------------------------------------------------------------------------------------------
def test_a_receiver_opens_what_arrived_and_has_what_it_would_have_had(tmp_path: Path, kiosk: Kiosk) -> None:
    made = kiosk("records", "keys", tmp_path / "key")
    assert stat.S_IMODE((tmp_path / "key").stat().st_mode) == 0o600
    assert "SECRET" not in made.out
    public = made.out.partition('recipient = "')[2].partition('"')[0]
    (tmp_path / "in").mkdir()
    FolderDestination("1", tmp_path / "in", FORMATS.model_copy(update={"recipient": public})).deliver(PARCEL)
    (closed,) = look_at(tmp_path / "in", str(PARCEL.message), FORMATS.columns).wrong
    assert "kiosk records open" in closed.allowed
    words = ("records", "open", tmp_path / "in", "--identity", tmp_path / "key", "--into", tmp_path / "out", "--json")
    assert kiosk(*words).document == {"opened": 1, "issues": []}
    (tmp_path / "plain").mkdir()
    folder(tmp_path / "plain").deliver(PARCEL)
    assert _contents(tmp_path / "out") == _contents(tmp_path / "plain")
    assert look_at(tmp_path / "out", str(PARCEL.message), FORMATS.columns).wrong == ()
    assert kiosk("records", "keys", tmp_path / "key").code != 0


def test_what_cannot_be_opened_is_named_and_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "out").mkdir()
    place(tmp_path / "in").deliver(PARCEL)
    make_keys(tmp_path / "other")
    other, message = read_keys(tmp_path / "other"), str(PARCEL.message)
    assert not isinstance(other, Issue)
    found = opened(tmp_path / "in", message, other, tmp_path / "out")
    assert found is not None
    assert "秘密鍵" in found.message
    spoilt = next((tmp_path / "in").glob("*.pdf.*.age"))
    spoilt.write_bytes(b"spoilt")
    found = opened(tmp_path / "in", message, (IDENTITY,), tmp_path / "out")
    assert found is not None
    assert "ハッシュ値" in found.message
    spoilt.unlink()
    found = opened(tmp_path / "in", message, (IDENTITY,), tmp_path / "out")
    assert found is not None
    assert "ありません" in found.message
    assert names(tmp_path / "out") == []


@pytest.mark.parametrize("content", [b"", b"AGE-SECRET-KEY-1QQQ", b"\xff\xfe", b"age1abc"])
def test_a_file_that_holds_no_secret_key_is_said_to_be_none_and_never_repeated(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "key").write_bytes(content)
    found = read_keys(tmp_path / "key")
    assert isinstance(found, Issue)
    assert "QQQ" not in str(found)
