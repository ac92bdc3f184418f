"""A receiving system over HTTPS: what leaves arrives once, whole and as it was, whatever the receiver does."""

import datetime as dt
import hashlib
import json
import ssl
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa

from kiosk.delivery.courier import Courier, Outcome
from kiosk.exchange.destinations.bundle import Bundle, bundle
from kiosk.exchange.receiver.server import FAULTS, Receiver
from kiosk.exchange.records.sample import sample_parcel
from kiosk.flow.clock import FixedClock
from kiosk.model.parcel import Failure, Receipt
from tests import service
from tests.outboxes import PAPER
from tests.receivers import FORMATS, failed

PARCEL = sample_parcel()
MESSAGE = str(PARCEL.message)
MADE = bundle(PARCEL, FORMATS)
assert isinstance(MADE, Bundle)
FILES_MADE = MADE.files
FILES = len(FILES_MADE) - 1
"""What is put before the manifest is posted."""

START = dt.datetime(2026, 4, 20, 9, 0, tzinfo=dt.UTC)


@pytest.fixture
def receiver(tmp_path: Path) -> Iterator[Receiver]:
    with service.receiving(tmp_path) as running:
        yield running


def test_what_leaves_arrives_as_it_was_and_the_answer_is_the_receipt(receiver: Receiver, tmp_path: Path) -> None:
    done = service.connection(receiver, tmp_path).deliver(PARCEL)
    assert isinstance(done, Receipt)
    assert done.acknowledged
    assert receiver.inbox.taken() == {MESSAGE: done.reference}
    folder = receiver.folder / MESSAGE
    assert (folder / f"{MESSAGE}.json").read_bytes() == PARCEL.record
    manifest = FILES_MADE[-1]
    assert done.reference == f"sha256:{manifest.digest}"
    listed = {each["name"]: each["sha256"] for each in json.loads(manifest.content)["files"]}
    assert {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in folder.iterdir()} == listed


def test_the_same_parcel_again_is_recognised_and_taken_once(receiver: Receiver, tmp_path: Path) -> None:
    first = service.connection(receiver, tmp_path).deliver(PARCEL)
    assert service.connection(receiver, tmp_path).deliver(PARCEL) == first
    assert len(receiver.inbox.taken()) == 1


def test_a_paper_travels_before_the_list_that_names_it(receiver: Receiver, tmp_path: Path) -> None:
    paper = PAPER.model_copy(update={"sha256": hashlib.sha256(PAPER.content).hexdigest()})
    parcel = PARCEL.model_copy(update={"attachments": (paper,)})
    assert isinstance(service.connection(receiver, tmp_path).deliver(parcel), Receipt)
    assert (receiver.folder / MESSAGE / f"{MESSAGE}_転入届.pdf").read_bytes() == PAPER.content


@pytest.mark.parametrize(
    ("fault", "failure", "code"),
    [
        ("timeout", Failure.UNREACHABLE, "D22"),
        ("500", Failure.UNREACHABLE, "D23"),
        ("busy", Failure.UNREACHABLE, "D23"),
        ("full", Failure.UNREACHABLE, "D23"),
        ("lost", Failure.UNREACHABLE, "D20"),
        ("redirect", Failure.UNREACHABLE, "D28"),
        ("half", Failure.REFUSED, "D26"),
    ],
)
def test_what_goes_wrong_before_everything_is_sent_is_not_delivered(
    receiver: Receiver, tmp_path: Path, fault: str, failure: Failure, code: str
) -> None:
    receiver.misbehave([fault])
    assert failed(service.connection(receiver, tmp_path).deliver(PARCEL)) == (failure, code)
    assert receiver.inbox.taken() == {}


@pytest.mark.parametrize(
    ("fault", "code"), [("timeout", "D22"), ("torn", "D20"), ("garbage", "D27"), ("digest", "D27"), ("lost", "D20")]
)
def test_what_goes_wrong_with_the_answer_leaves_the_outcome_open_and_sending_again_settles_it(
    receiver: Receiver, tmp_path: Path, fault: str, code: str
) -> None:
    receiver.misbehave([*["none"] * FILES, fault])
    place = service.connection(receiver, tmp_path)
    assert failed(place.deliver(PARCEL)) == (Failure.UNKNOWN_OUTCOME, code)
    assert isinstance(place.deliver(PARCEL), Receipt)
    assert len(receiver.inbox.taken()) == 1


def test_an_answer_that_comes_letter_by_letter_is_waited_for(receiver: Receiver, tmp_path: Path) -> None:
    receiver.misbehave([*["none"] * FILES, "slow"])
    assert isinstance(service.connection(receiver, tmp_path).deliver(PARCEL), Receipt)


def test_a_receiver_that_asks_to_wait_is_left_alone_for_so_long(receiver: Receiver, tmp_path: Path) -> None:
    from tests.unit.test_delivery_courier import MemoryOutbox

    receiver.misbehave(["busy"])
    outbox, clock = MemoryOutbox([PARCEL.model_copy(update={"destination": "1"})]), FixedClock(START)
    place = service.connection(receiver, tmp_path)
    worker = Courier(outbox, destination=place, clock=clock, chance=lambda: 0.5)
    step = worker.step()
    assert (step.outcome, step.code) == (Outcome.RETRY, "D23")
    assert step.retry_at is not None
    assert step.retry_at >= START + dt.timedelta(seconds=120)
    clock.advance(121)
    assert worker.step().outcome is Outcome.ACKNOWLEDGED


def test_a_certificate_that_nobody_vouches_for_gets_nothing(receiver: Receiver, tmp_path: Path) -> None:
    place = service.connection(receiver, tmp_path, ca="")
    assert failed(place.deliver(PARCEL)) == (Failure.UNREACHABLE, "D21")
    missing = service.connection(receiver, tmp_path, ca="gone.pem")
    assert failed(missing.deliver(PARCEL)) == (Failure.UNREACHABLE, "D21")
    assert not (receiver.folder / MESSAGE).exists()


def test_nobody_there_is_told_before_and_while_something_leaves(tmp_path: Path) -> None:
    with service.receiving(tmp_path) as receiver:
        place = service.connection(receiver, tmp_path)
        assert place.look() is None
    gone = service.connection(receiver, tmp_path)
    assert gone.look() is not None
    assert failed(gone.deliver(PARCEL)) == (Failure.UNREACHABLE, "D20")


def test_an_address_at_which_nobody_takes_anything_is_the_place_s_trouble_and_no_parcel_s(
    receiver: Receiver, tmp_path: Path
) -> None:
    elsewhere = receiver.url.replace("/messages", "/elsewhere")
    assert failed(service.connection(receiver, tmp_path, url=elsewhere).deliver(PARCEL)) == (Failure.UNREACHABLE, "D28")


def test_something_else_under_the_same_name_is_refused(receiver: Receiver, tmp_path: Path) -> None:
    receiver.inbox.put(MESSAGE, f"{MESSAGE}.json", b"{}")
    assert failed(service.connection(receiver, tmp_path).deliver(PARCEL)) == (Failure.REFUSED, "D26")


# ---- who sends -------------------------------------------------------------------------------------------------------
SECRET = b"correct horse: battery/staple+%40"
LONG = b"a secret of thirty-two letters!!"


def keys(kind: str) -> tuple[bytes, bytes]:
    """What the desk keeps, and what the receiver knows."""
    if kind == "client_secret_basic":
        return SECRET, SECRET
    if kind == "client_secret_jwt":
        return LONG, LONG
    made = ec.generate_private_key(ec.SECP256R1())
    public = made.public_key().public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)
    return service.pem(made), public


@pytest.mark.parametrize("auth", ["client_secret_basic", "client_secret_jwt", "private_key_jwt"])
def test_the_desk_shows_who_it_is_once_for_many_parcels(tmp_path: Path, auth: str) -> None:
    own, known = keys(auth)
    service.secret(tmp_path, own)
    with service.receiving(tmp_path, client="kakuu-shi", secret=known) as receiver:
        place = service.connection(receiver, tmp_path, **service.with_token(receiver, auth))
        assert isinstance(place.deliver(PARCEL), Receipt)
        assert isinstance(place.deliver(PARCEL), Receipt)
        assert receiver.asked == 1
        receiver.misbehave(["401"])
        assert isinstance(place.deliver(PARCEL), Receipt)
        assert receiver.asked == 2


def test_an_rsa_key_is_one_too(tmp_path: Path) -> None:
    made = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    no = serialization.NoEncryption()
    own = made.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, no)
    known = made.public_key().public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)
    service.secret(tmp_path, own)
    with service.receiving(tmp_path, client="kakuu-shi", secret=known) as receiver:
        place = service.connection(receiver, tmp_path, **service.with_token(receiver, "private_key_jwt"))
        assert isinstance(place.deliver(PARCEL), Receipt)


def test_a_wrong_secret_waits_for_a_person_and_holds_no_parcel(tmp_path: Path) -> None:
    service.secret(tmp_path, b"wrong")
    with service.receiving(tmp_path, client="kakuu-shi", secret=SECRET) as receiver:
        given = service.with_token(receiver, "client_secret_basic")
        answer = service.connection(receiver, tmp_path, **given).deliver(PARCEL)
        assert failed(answer) == (Failure.UNREACHABLE, "D24")
        assert "wrong" not in str(answer)
        bare = service.connection(receiver, tmp_path).deliver(PARCEL)
        assert failed(bare) == (Failure.UNREACHABLE, "D24")


def test_a_secret_that_is_missing_or_lies_open_is_not_used(tmp_path: Path) -> None:
    with service.receiving(tmp_path, client="kakuu-shi", secret=SECRET) as receiver:
        given = service.with_token(receiver, "client_secret_basic")
        assert failed(service.connection(receiver, tmp_path, **given).deliver(PARCEL))[1] == "D24"
        service.secret(tmp_path, SECRET)
        (tmp_path / "secrets" / "kiosk-1").chmod(0o644)
        answer = service.connection(receiver, tmp_path, **given).deliver(PARCEL)
        assert failed(answer)[1] == "D24"
        assert "chmod 600" in str(answer)


def test_a_credential_of_the_service_manager_counts_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "credentials").mkdir()
    (tmp_path / "credentials" / "kiosk-1").write_bytes(SECRET + b"\n")
    monkeypatch.setenv("CREDENTIALS_DIRECTORY", str(tmp_path / "credentials"))
    with service.receiving(tmp_path, client="kakuu-shi", secret=SECRET) as receiver:
        given = service.with_token(receiver, "client_secret_basic")
        assert isinstance(service.connection(receiver, tmp_path, **given).deliver(PARCEL), Receipt)


# ---- the receiver ----------------------------------------------------------------------------------------------------
def test_a_body_that_is_not_what_its_digest_says_is_not_taken(receiver: Receiver, tmp_path: Path) -> None:
    service.setting(receiver, tmp_path)
    url = f"{receiver.url}/{MESSAGE}/{MESSAGE}.json"
    with httpx.Client(verify=ssl.create_default_context(cafile=tmp_path / "ca.pem")) as client:
        assert client.put(url, content=b"{}", headers={"Content-Digest": "sha-256=:AAAA:"}).status_code == 400
        assert client.put(f"{receiver.url}/../../etc/passwd", content=b"").status_code in {400, 404}
    assert not (receiver.folder / MESSAGE).exists()


def test_a_fault_that_there_is_not_is_named(receiver: Receiver) -> None:
    with pytest.raises(ValueError, match="no such fault: flood"):
        receiver.misbehave(["flood"])
    assert "torn" in FAULTS
