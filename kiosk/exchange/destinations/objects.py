"""オブジェクトストレージ (S3): the same files as objects of a bucket, each only created (`If-None-Match: *`).

One delivery, another disk: sign, fence, encryption and the empty .done at the end are those of a folder. Whatever was
put is read back whole and held against its digest. The key's secret is a credential of the machine; nothing of the
account's own settings (AWS_…) is used. Retries are the courier's.
"""

from __future__ import annotations

import contextlib
import hashlib
import re
import ssl
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import obstore
from obstore.exceptions import AlreadyExistsError, BaseError
from obstore.store import S3Store

from kiosk.destinations import ToObjects
from kiosk.exchange.destinations.far import FarFolder
from kiosk.exchange.destinations.tokens import NoToken, credential
from kiosk.model.parcel import DeliveryFailed, Failure

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from obstore.store import ClientConfig, S3Credential

    from kiosk.destinations import ToObjects
    from kiosk.exchange.destinations.far import FarDisk

T = TypeVar("T")

_STATUS = re.compile(r"status code: (\d{3})")
_CODE = re.compile(r"<Code>(\w+)</Code>")
_TIMED_OUT = re.compile(r"kind: Timeout|operation timed out", re.IGNORECASE)
_BUSY = 60.0
"""Seconds for which a storage is left alone that says SlowDown: its client tells of no Retry-After."""

_WHOLE = 40.0
"""Seconds that one parcel may take, all its objects together: with the last answer less than the courier's lease."""

_SEEN_LAST = ".done"
_PROBE = ".kiosk-create-only"


class ObjectsDestination(FarFolder[ToObjects]):
    """A bucket, or what lies there under a prefix.

    Besides what hinders a folder: UNREACHABLE D20 not reached, D21 certificate, D22 too slow, D23 asks to wait, D24 not
    let in, D33 no such bucket, D34 another time of day; REFUSED D26 and UNKNOWN_OUTCOME D22 at the very end.
    """

    def far(self, work: Callable[[FarDisk], T]) -> T | DeliveryFailed:
        """See FarFolder."""
        try:
            return work(self._disk())
        except ObjectsTrouble as error:
            return error.failed
        except NoToken as error:
            return _away(error.code, error.detail)

    @property
    def folder(self) -> Path:
        """What every key begins with."""
        return Path(self.setting.prefix)

    def _disk(self) -> ObjectDisk:
        """A client of its own for one parcel. Raises NoToken, ObjectsTrouble."""
        setting, secret = self.setting, credential(self.setting.secret, self.home).decode("utf-8", "replace")
        seconds = f"{setting.timeout}s"
        options: ClientConfig = {
            "timeout": seconds,
            "connect_timeout": seconds,
            "allow_http": setting.endpoint.startswith("http://"),
        }
        if setting.ca:
            options["root_certificate"] = _authorities(self.home / setting.ca, setting.ca)

        def key() -> S3Credential:
            return {"access_key_id": setting.access_key, "secret_access_key": secret, "expires_at": None}

        return ObjectDisk(
            S3Store(
                setting.bucket,
                aws_endpoint_url_s3=setting.endpoint.rstrip("/"),
                region=setting.region,
                virtual_hosted_style_request=not setting.path_style,
                skip_signature=False,
                unsigned_payload=False,
                credential_provider=key,
                client_options=options,
                retry_config={"max_retries": 0},
            ),
            until=time.monotonic() + _WHOLE,
        )


@dataclass(frozen=True)
class ObjectDisk:
    """The bucket as a disk (see kiosk.exchange.destinations.disk.Disk); what a server says raises ObjectsTrouble.

    Nothing is begun after `until`, a moment of the clock that never goes back, in seconds.
    """

    store: S3Store
    until: float

    def put(self, path: Path, content: bytes) -> None:
        """See Disk: an object is there whole or not at all."""
        with self._told(path):
            try:
                obstore.put(self.store, path.as_posix(), content, mode="create", use_multipart=False)
            except AlreadyExistsError as error:
                raise FileExistsError from error

    def settle(self, folder: Path) -> None:
        """See Disk: what a storage has answered for it keeps."""

    def digest(self, path: Path) -> str | None:
        """See Disk."""
        content = self.read(path)
        return None if content is None else hashlib.sha256(content).hexdigest()

    def read(self, path: Path) -> bytes | None:
        """See Disk; the bucket itself must be there."""
        with self._told(path):
            try:
                return bytes(obstore.get(self.store, path.as_posix()).bytes())
            except FileNotFoundError as error:
                if _CODE.search(str(error)) and "NoSuchBucket" in str(error):
                    raise
                return None

    def listed(self, folder: Path) -> list[tuple[str, str, int]]:
        """See Shelf."""
        with self._told(folder):
            every = [item for chunk in obstore.list(self.store, prefix=folder.as_posix()) for item in chunk]
        here = ((Path(item["path"]), item["e_tag"] or str(item["last_modified"]), item["size"]) for item in every)
        return [(path.name, stamp, size) for path, stamp, size in here if path.parent == folder]

    def replace(self, path: Path, content: bytes) -> None:
        """See Disk."""
        with self._told(path):
            obstore.put(self.store, path.as_posix(), content, mode="overwrite", use_multipart=False)

    def make(self, folder: Path) -> None:
        """A bucket is made by who owns it; whether it lets an object be replaced by mistake is tried out here."""
        probe = folder / _PROBE
        with contextlib.suppress(FileExistsError):
            self.put(probe, b"")
        try:
            self.put(probe, b"")
        except FileExistsError:
            return
        detail = "この保存先は「新しく作るだけ」の書き込み（If-None-Match）ができないため、送付先にはできません。"
        raise ObjectsTrouble(DeliveryFailed(failure=Failure.REFUSED, code="D35", detail=detail))

    @contextlib.contextmanager
    def _told(self, path: Path) -> Iterator[None]:
        """Whoever put the last object without an answer does not know what came of it."""
        if time.monotonic() > self.until:
            raise ObjectsTrouble(_unanswered("operation timed out"))
        try:
            yield
        except (BaseError, FileNotFoundError) as error:
            failed = _explained(str(error))
            unknown = path.suffix == _SEEN_LAST and failed.code in {"D20", "D22", "D23"}
            failed = failed.model_copy(update={"failure": Failure.UNKNOWN_OUTCOME}) if unknown else failed
            raise ObjectsTrouble(failed) from None


class ObjectsTrouble(Exception):
    """What a storage said instead of doing it; no key and no name of an object stands in it."""

    def __init__(self, failed: DeliveryFailed) -> None:
        super().__init__(failed.code)
        self.failed = failed


def _explained(said: str) -> DeliveryFailed:
    """The words of the client as a failure: by the status of an answer, or why there was none."""
    status, code = _STATUS.search(said), _CODE.search(said)
    if status is None:
        return _unanswered(said)
    number, word = int(status[1]), code[1] if code else ""
    if number >= 500 or number in {408, 429} or word in {"SlowDown", "ConditionalRequestConflict"}:
        detail = f"保存先が応じられません（応答 {number}）。あとでもう一度送ります。"
        after = _BUSY if word == "SlowDown" or number == 429 else 0.0
        return DeliveryFailed(failure=Failure.UNREACHABLE, code="D23", detail=detail, after=after)
    if word == "RequestTimeTooSkewed":
        return _away("D34", "この端末の時計が、保存先の時計と大きく違います。端末の時刻を合わせてください。")
    if number in {401, 403}:
        return _away("D24", "保存先に、この端末の鍵が通りません。access_key、secret、権限を確かめてください。")
    if number in {301, 307, 404} or word == "NoSuchBucket":
        return _away("D33", "保存先のバケットが見つかりません。bucket、region、endpoint を確かめてください。")
    detail = f"保存先に断られました（応答 {number}）。保存先の担当へ連絡してください。"
    return DeliveryFailed(failure=Failure.REFUSED, code="D26", detail=detail)


def _unanswered(said: str) -> DeliveryFailed:
    if _TIMED_OUT.search(said):
        return _away("D22", "保存先の返事が時間内に来ません。")
    if "certificate" in said.lower():
        return _away("D21", "保存先の証明書を確かめられません。ca と endpoint を確かめてください。")
    return _away("D20", "保存先につながりません。endpoint とネットワークを確かめてください。")


def _authorities(file: Path, said: str) -> bytes:
    """The authorities of a file, which are believed besides those of the system."""
    try:
        content = file.read_bytes()
        ssl.create_default_context(cadata=content.decode("ascii"))
    except (OSError, ValueError, ssl.SSLError):
        detail = f"認証局のファイル {said} を読めません。municipality.toml の ca を確かめてください。"
        raise ObjectsTrouble(_away("D21", detail)) from None
    return content


def _away(code: str, detail: str) -> DeliveryFailed:
    return DeliveryFailed(failure=Failure.UNREACHABLE, code=code, detail=detail)
