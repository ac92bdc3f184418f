"""Applications go into a real object storage that checks who sends, and misbehaves as storages do."""

import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.exchange.destinations.received import look_at
from kiosk.exchange.records.sample import sample_parcel
from kiosk.model.errors import SiteError
from kiosk.model.parcel import DeliveryFailed, Failure, Receipt
from tests.counterparts import credential
from tests.holding import COLUMNS
from tests.object_storage import Bucket, Fault, Storage, authority, lose_answer, object_storage, replace, spoil

PARCEL = sample_parcel()
STEM = str(PARCEL.message)


@pytest.fixture
def bucket(tmp_path: Path) -> Iterator[Bucket]:
    with object_storage(tmp_path) as started:
        assert started.begun() is not None
        yield started


def refused(bucket: Bucket, **changes: object) -> tuple[str, Failure, float]:
    failed = bucket.connected(**changes).deliver(PARCEL)  # type: ignore[arg-type]  # changes of the setting
    assert isinstance(failed, DeliveryFailed)
    assert "storage" not in failed.detail
    return failed.code, failed.failure, failed.after


@pytest.mark.parametrize(
    ("fault", "code", "failure", "after"),
    [
        ((403, "AccessDenied"), "D24", Failure.UNREACHABLE, 0),
        ((403, "RequestTimeTooSkewed"), "D34", Failure.UNREACHABLE, 0),
        ((404, "NoSuchBucket"), "D33", Failure.UNREACHABLE, 0),
        ((400, "InvalidRequest"), "D26", Failure.REFUSED, 0),
        ((500, "InternalError"), "D23", Failure.UNREACHABLE, 0),
        ((503, "SlowDown"), "D23", Failure.UNREACHABLE, 60),
        ((409, "ConditionalRequestConflict"), "D07", Failure.UNREACHABLE, 0),
        (lose_answer, "D20", Failure.UNREACHABLE, 0),
        (spoil, "D05", Failure.UNKNOWN_OUTCOME, 0),
    ],
)
def test_what_a_storage_answers_says_whether_to_wait_to_ask_or_to_send_again(
    bucket: Bucket, fault: Fault, code: str, failure: Failure, after: float
) -> None:
    bucket.faults.append(("PUT _packet.pdf", fault))
    assert refused(bucket) == (code, failure, after)
    assert not bucket.faults
    assert not (bucket.folder / f"{STEM}.done").exists()
    if fault is not spoil:
        assert isinstance(bucket.connected().deliver(PARCEL), Receipt)
        assert look_at(bucket.folder, STEM, COLUMNS).wrong == ()


def test_an_answer_to_the_last_object_that_is_lost_leaves_it_open_until_the_next_attempt(
    bucket: Bucket,
) -> None:
    bucket.faults.append(("PUT .done", lose_answer))
    assert refused(bucket) == ("D20", Failure.UNKNOWN_OUTCOME, 0)
    assert isinstance(bucket.connected().deliver(PARCEL), Receipt)


def test_a_storage_that_says_nothing_is_waited_for_no_longer_than_the_settings_say(
    bucket: Bucket, monkeypatch: pytest.MonkeyPatch
) -> None:
    over = threading.Event()

    def wait(storage: Storage) -> None:
        over.wait()
        storage.close_connection = True

    bucket.faults.append(("GET .json", wait))
    assert refused(bucket, timeout=1) == ("D22", Failure.UNREACHABLE, 0)
    over.set()
    assert refused(bucket, endpoint="http://127.0.0.1:1") == ("D20", Failure.UNREACHABLE, 0)
    monkeypatch.setattr("kiosk.exchange.destinations.objects._WHOLE", -1.0)  # many slow answers are too slow, too
    assert refused(bucket) == ("D22", Failure.UNREACHABLE, 0)


def test_who_has_another_key_or_none_is_not_let_in_and_no_key_of_the_account_is_used(
    bucket: Bucket, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "another")
    monkeypatch.setenv("AWS_SESSION_TOKEN", "another")
    monkeypatch.setenv("AWS_ENDPOINT_URL_S3", "http://127.0.0.1:1")
    assert isinstance(bucket.connected().deliver(PARCEL), Receipt)
    assert refused(bucket, access_key="SOMEBODY") == ("D24", Failure.UNREACHABLE, 0)
    credential(bucket.home, "s3-key", b"another secret")
    assert refused(bucket) == ("D24", Failure.UNREACHABLE, 0)
    (bucket.home / "secrets" / "s3-key").unlink()
    assert refused(bucket) == ("D24", Failure.UNREACHABLE, 0)


def test_a_storage_that_replaces_what_is_there_is_not_taken_into_use(bucket: Bucket) -> None:
    (bucket.folder / ".kiosk-destination.json").unlink()
    bucket.faults.extend([("PUT .kiosk-create-only", replace)] * 2)
    with pytest.raises(SiteError) as told:
        bucket.begun()
    assert "D35" in told.value.what
    assert "If-None-Match" in told.value.mend
    assert not (bucket.folder / ".kiosk-destination.json").exists()


def test_a_storage_is_believed_by_the_authority_of_the_settings_alone(tmp_path: Path) -> None:
    vouching, pair = authority(tmp_path)
    with object_storage(tmp_path, pair=pair) as bucket:
        shutil.copy(vouching, bucket.home / "ca.pem")
        assert refused(bucket) == ("D21", Failure.UNREACHABLE, 0)
        assert bucket.begun(ca="ca.pem") is not None
        assert isinstance(bucket.connected(ca="ca.pem").deliver(PARCEL), Receipt)
        (bucket.home / "ca.pem").write_bytes(b"no certificate")
        assert refused(bucket, ca="ca.pem") == ("D21", Failure.UNREACHABLE, 0)


def test_names_with_japanese_letters_and_no_prefix_are_right_too(bucket: Bucket) -> None:
    bucket.folder = bucket.folder.parent
    assert bucket.begun(prefix="", anew=True) is not None
    bucket.store.sign = ""
    assert isinstance(bucket.connected(prefix="").deliver(PARCEL), Receipt)
    assert (bucket.folder / f"{STEM}_対象者.csv").exists()
