"""What every place for files keeps to, each tried with a real counterpart: whole, once, in the right place, closed."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pyrage import x25519

from kiosk.exchange.destinations.answers import NoAnswer
from kiosk.exchange.destinations.received import look_at, messages
from kiosk.exchange.receiver.opening import opened
from kiosk.exchange.records.sample import sample_parcel
from kiosk.model.answer import Answer
from kiosk.model.base import Issue
from kiosk.model.errors import SiteError
from kiosk.model.parcel import DeliveryFailed, Failure, Receipt
from tests.counterparts import Counterpart, Delivering, Store, sftp_server, shared_folder
from tests.holding import COLUMNS
from tests.object_storage import object_storage

PARCEL = sample_parcel()
STEM = str(PARCEL.message)
COUNTERPARTS = {"folder": shared_folder, "sftp": sftp_server, "s3": object_storage}


@pytest.fixture(params=COUNTERPARTS)
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Counterpart]:
    with COUNTERPARTS[request.param](tmp_path) as started:
        yield started


@pytest.fixture
def used(place: Counterpart) -> Counterpart:
    """A place that was taken into use."""
    assert place.begun() is not None
    return place


def refused(destination: Delivering) -> tuple[str, Failure]:
    failed = destination.deliver(PARCEL)
    assert isinstance(failed, DeliveryFailed)
    return failed.code, failed.failure


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_every_file_arrives_whole_and_the_mark_last_and_once_more_changes_nothing(used: Counterpart) -> None:
    first = used.connected().deliver(PARCEL)
    assert isinstance(first, Receipt)
    assert first.acknowledged
    assert messages(used.folder) == (STEM,)
    assert look_at(used.folder, STEM, COLUMNS).wrong == ()
    before = {path.name: path.stat().st_mtime_ns for path in used.folder.iterdir()}
    assert not [name for name in before if name.endswith(".part")]
    assert used.connected().deliver(PARCEL) == first
    assert {path.name: path.stat().st_mtime_ns for path in used.folder.iterdir()} == before
    (used.folder / f"{STEM}_packet.pdf").write_bytes(b"changed since")
    assert refused(used.connected()) == ("D06", Failure.REFUSED)


def test_what_was_broken_off_is_finished_and_what_is_there_is_never_replaced(used: Counterpart) -> None:
    used.connected().deliver(PARCEL)
    for name in (".done", ".manifest.json", ".sha256"):
        (used.folder / f"{STEM}{name}").unlink()
    assert isinstance(used.connected().deliver(PARCEL), Receipt)
    assert look_at(used.folder, STEM, COLUMNS).wrong == ()
    (used.folder / f"{STEM}.done").unlink()
    (used.folder / f"{STEM}.json").write_bytes(b"another content")
    assert refused(used.connected()) == ("D10", Failure.REFUSED)
    assert (used.folder / f"{STEM}.json").read_bytes() == b"another content"


def test_a_place_without_its_sign_or_another_in_its_place_gets_nothing(place: Counterpart) -> None:
    assert refused(place.connected()) == ("D08", Failure.UNREACHABLE)
    looked = place.connected().look()
    assert looked is not None
    assert looked.code == "D08"
    assert contents(place.folder) == {}
    sign = place.begun()
    assert sign is not None
    assert isinstance(place.connected().deliver(PARCEL), Receipt)
    assert place.store.sign == sign.id
    away = place.folder.rename(place.folder.with_name("away"))  # the share behind it is gone
    place.folder.mkdir()
    assert refused(place.connected()) == ("D08", Failure.UNREACHABLE)
    assert place.begun(known=place.store.sign) is None
    assert not [name for name in contents(place.folder) if name.startswith(STEM)]
    place.begun(known=place.store.sign, anew=True)
    assert refused(place.connected()) == ("D09", Failure.UNREACHABLE)
    shutil.rmtree(place.folder)
    away.rename(place.folder)
    assert isinstance(place.connected().deliver(PARCEL), Receipt)


def test_a_copy_of_a_store_delivers_nothing(used: Counterpart) -> None:
    used.store.entries = ("first", "second")
    assert isinstance(used.connected(fenced=True).deliver(PARCEL), Receipt)
    used.store = Store(sign=used.store.sign)
    assert refused(used.connected(fenced=True)) == ("D18", Failure.UNREACHABLE)


def test_what_is_closed_for_the_receiver_arrives_once_and_is_opened_whole(used: Counterpart, tmp_path: Path) -> None:
    identity = x25519.Identity.generate()
    key: dict[str, Any] = {"encrypt": "age", "recipient": str(identity.to_public()), "bom": True, "header": "ローマ字"}
    first = used.connected(**key).deliver(PARCEL)
    assert isinstance(first, Receipt)
    before = contents(used.folder)
    assert not [content for content in before.values() if PARCEL.record[:200] in content]
    assert used.connected(**key).deliver(PARCEL) == first
    assert contents(used.folder) == before
    (used.folder / f"{STEM}.done").unlink()
    (used.folder / f"{STEM}.sha256").unlink()  # broken off after the list was written
    assert used.connected(**key).deliver(PARCEL) == first
    assert contents(used.folder) == before
    (tmp_path / "out").mkdir()
    assert opened(used.folder, STEM, (identity,), tmp_path / "out") is None
    assert (tmp_path / "out" / f"{STEM}.json").read_bytes() == PARCEL.record
    assert all(path.read_bytes().startswith(b"\xef\xbb\xbf") for path in (tmp_path / "out").glob("*.csv"))
    listed = json.loads((used.folder / f"{STEM}.manifest.json").read_bytes())["files"]
    assert all((used.folder / each["name"]).stat().st_size == each["bytes"] for each in listed)


ANSWER = {"message": STEM, "result": "受理", "at": "2026-04-21T01:00:00Z"}


def test_what_the_receiver_answers_is_fetched_once_and_half_a_file_is_not_read(used: Counterpart) -> None:
    beside, said = used.folder.parent / "back", RETURNS.get(used.setting.kind, str(used.folder.parent / "back"))
    beside.mkdir()
    place = used.connected(returns=said)
    assert list(place.answers(lambda _: False)) == []
    (beside / "1.return.json").write_text(json.dumps(ANSWER), encoding="utf-8")
    (beside / ".2.return.json").write_text("{", encoding="utf-8")
    (beside / "3.return.json.part").write_text("{", encoding="utf-8")
    (one,) = place.answers(lambda _: False)
    assert isinstance(one.content, Answer)
    assert str(one.content.message) == STEM
    assert list(place.answers({one.digest}.__contains__)) == []
    (beside / "1.return.json").write_text(json.dumps({**ANSWER, "result": "まだ決めていない"}), encoding="utf-8")
    (other,) = place.answers({one.digest}.__contains__)
    assert isinstance(other.content, Issue)
    assert list(used.connected().answers(lambda _: False)) == []


RETURNS = {"sftp": "/back", "s3": "back"}


@pytest.mark.parametrize("place", ["sftp", "s3"], indirect=True)
def test_a_receiver_that_cannot_be_asked_is_asked_again(place: Counterpart) -> None:
    gone: dict[str, dict[str, Any]] = {"sftp": {"port": 1}, "s3": {"endpoint": "http://127.0.0.1:1"}}
    away = gone[place.setting.kind]
    with pytest.raises(NoAnswer):
        place.connected(returns=RETURNS[place.setting.kind], **away).answers(lambda _: False)


def test_a_place_that_is_not_there_is_not_made_on_the_receivers_side(place: Counterpart) -> None:
    if place.setting.kind == "folder":
        assert refused(place.connected(path=str(place.folder / "elsewhere"))) == ("D01", Failure.UNREACHABLE)
        return
    elsewhere, code = ELSEWHERE[place.setting.kind]
    with pytest.raises(SiteError):
        place.begun(**elsewhere)
    assert refused(place.connected(**elsewhere)) == (code, Failure.UNREACHABLE)


ELSEWHERE: dict[str, tuple[dict[str, Any], str]] = {
    "sftp": ({"path": "/elsewhere"}, "D30"),
    "s3": ({"bucket": "elsewhere"}, "D33"),
}
