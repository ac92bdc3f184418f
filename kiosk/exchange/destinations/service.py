"""サービス: a receiving system over HTTPS that takes the files of an application, and the list of them last.

Each file is put under the message's own address, and only created (`PUT …/<message>/<file>`, If-None-Match: *,
Content-Digest of RFC 9530). Then the manifest is posted (`POST …`, Idempotency-Key: the message): the receiver holds
every file against it and answers with the manifest's digest. That answer is the receipt; until it came the same files
are sent again under the same names, so a repetition is recognised and changes nothing. A receiver keeps its keys for as
long as it may be sent to again. `kiosk receiver` is one, and the words of this protocol in code.
"""

from __future__ import annotations

import base64
import hashlib
import ssl
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import httpx

from kiosk.exchange.destinations.answers import Arrived, Known, NoAnswer, in_document
from kiosk.exchange.destinations.bundle import Bundle, Formats, Member, bundle, refused
from kiosk.exchange.destinations.tokens import NoToken, Tokens
from kiosk.model.parcel import DeliveryFailed, Failure, Parcel, Receipt

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kiosk.destinations import ToService

_REFUSED = frozenset({400, 403, 409, 411, 413, 414, 415, 422, 431})
"""Answers that are about this parcel or the way it is sent: the same will come again."""

_ELSEWHERE = frozenset({404, 405, 410, 421})
"""Answers that no parcel can be taken at this address: the next household's would hear the same."""

_MOST_ANSWER = 65_536
_MOST_ANSWERS = 16 << 20
_DAY = 86_400.0
_LOOK = 5.0
_WHOLE = 45.0
"""Seconds that one parcel may take, all its files together: less than the courier's lease of it."""


@dataclass
class ServiceDestination:
    """A service that takes parcels; nothing is opened until the first one."""

    setting: ToService
    formats: Formats
    home: Path

    def __post_init__(self) -> None:
        self.name = self.setting.key
        self._until = 0.0
        self._tokens = Tokens(self.setting, self.home, now=time.monotonic, today=time.time)

    def look(self) -> DeliveryFailed | None:
        """See Destination: whether somebody answers there."""
        try:
            with self._open() as client:
                answer = client.head(self.setting.url, timeout=_LOOK)
        except _Trouble as error:
            return error.failed
        except httpx.HTTPError as error:
            return _unreached(error, sent=False)
        return _busy(answer) if answer.status_code >= 500 else None

    def deliver(self, parcel: Parcel) -> Receipt | DeliveryFailed:
        """Send the files, then the manifest, and hold the answer against it.

        UNREACHABLE D20 not reached, D21 certificate, D22 too slow, D23 asks to wait, D24 and D25 the token, D28 not a
        receiver's address; REFUSED D26 refused, D11 to D14 the parcel itself; UNKNOWN_OUTCOME D27 an answer that is no
        receipt.
        """
        made = bundle(parcel, self.formats)
        if isinstance(made, DeliveryFailed):
            return made
        sent, self._until = False, time.monotonic() + _WHOLE
        try:
            *files, manifest = made.files
            with self._open() as client:
                for file in files:
                    self._put(client, made, file)
                sent = True
                return self._post(client, made, manifest)
        except _Trouble as error:
            return error.failed
        except NoToken as error:
            return DeliveryFailed(failure=Failure.UNREACHABLE, code=error.code, detail=error.detail)
        except httpx.HTTPError as error:
            return _unreached(error, sent=sent)

    def answers(self, known: Known) -> Iterator[Arrived]:
        """See Answering: one question a round, for all that it has decided."""
        if not self.setting.returns:
            return iter(())
        return in_document(self._asked(self.setting.returns, "application/json"), known)

    def fetched(self) -> bytes:
        """What lies at its address, as a file of applications. Raises NoAnswer."""
        return self._asked(self.setting.url, "text/csv")

    def _asked(self, url: str, accept: str) -> bytes:
        self._until = time.monotonic() + _WHOLE
        try:
            with self._open() as client:
                answer = self._send(client, "GET", url, b"", {"Accept": accept})
        except (_Trouble, NoToken, httpx.HTTPError) as error:
            raise NoAnswer from error
        if answer.status_code != 200 or len(answer.content) > _MOST_ANSWERS:
            raise NoAnswer
        return answer.content

    def _put(self, client: httpx.Client, made: Bundle, file: Member) -> None:
        """Create one file; that it is there already is right when the manifest fits."""
        headers = {"If-None-Match": "*", "Content-Type": file.media_type, "Content-Digest": _digest(file.content)}
        answer = self._send(
            client, "PUT", f"{self.setting.url.rstrip('/')}/{made.stem}/{file.name}", file.content, headers
        )
        if answer.status_code not in {200, 201, 204, 412}:
            raise _Trouble(_failed(answer))

    def _post(self, client: httpx.Client, made: Bundle, manifest: Member) -> Receipt | DeliveryFailed:
        headers = {
            "Idempotency-Key": f'"{made.stem}"',
            "Content-Type": "application/json",
            "Content-Digest": _digest(manifest.content),
        }
        answer = self._send(client, "POST", self.setting.url, manifest.content, headers)
        if answer.status_code not in {200, 201, 202}:
            return _failed(answer)
        return _receipt(answer, made.stem, manifest.digest)

    def _send(
        self, client: httpx.Client, method: str, url: str, content: bytes, headers: Mapping[str, str]
    ) -> httpx.Response:
        """One request; a token that is not known any more is asked for anew, once."""
        if time.monotonic() > self._until:
            raise httpx.WriteTimeout("the whole parcel takes too long")
        answer = client.request(method, url, content=content, headers={**headers, **self._tokens.header(client)})
        if answer.status_code == 401 and self._tokens.forget():
            answer = client.request(method, url, content=content, headers={**headers, **self._tokens.header(client)})
        return answer

    def _open(self) -> httpx.Client:
        """A connection for one parcel: no redirect is followed, no proxy and no cookie of anybody's is used."""
        timeout = httpx.Timeout(self.setting.timeout)
        return httpx.Client(verify=self._trust(), timeout=timeout, trust_env=False)

    def _trust(self) -> ssl.SSLContext:
        """Whose certificates are believed: the system's authorities, or only those of the file."""
        if not self.setting.ca:
            return ssl.create_default_context()
        try:
            return ssl.create_default_context(cafile=self.home / self.setting.ca)
        except (OSError, ssl.SSLError):
            detail = f"認証局のファイル {self.setting.ca} を読めません。municipality.toml の ca を確かめてください。"
            raise _Trouble(DeliveryFailed(failure=Failure.UNREACHABLE, code="D21", detail=detail)) from None


class _Trouble(Exception):
    """A failure that ends an attempt."""

    def __init__(self, failed: DeliveryFailed) -> None:
        super().__init__(failed.code)
        self.failed = failed


def _digest(content: bytes) -> str:
    """Content-Digest (RFC 9530): what the receiver holds the body against."""
    return f"sha-256=:{base64.b64encode(hashlib.sha256(content).digest()).decode()}:"


def _receipt(answer: httpx.Response, message: str, digest: str) -> Receipt | DeliveryFailed:
    """The answer as a receipt: it names the message and the manifest that was taken."""
    given: object = None
    with suppress(ValueError):
        given = answer.json() if len(answer.content) <= _MOST_ANSWER else None
    if isinstance(given, dict) and (given.get("message"), given.get("digest")) == (message, f"sha256:{digest}"):
        return Receipt(reference=f"sha256:{digest}", acknowledged=answer.status_code != 202)
    detail = (
        "受け取り側の返事が受領になっていません。同じものをもう一度送ります。続くときは受け取り側へ連絡してください。"
    )
    return DeliveryFailed(failure=Failure.UNKNOWN_OUTCOME, code="D27", detail=detail)


def _failed(answer: httpx.Response) -> DeliveryFailed:
    """What an answer that is no success means."""
    status = answer.status_code
    if 300 <= status < 400 or status in _ELSEWHERE:
        detail = f"この url では受け取られません（応答 {status}）。url を受け取り側に確かめてください。"
        return DeliveryFailed(failure=Failure.UNREACHABLE, code="D28", detail=detail)
    if status == 401:
        detail = "受け取り側に、この端末の認証が通りません。認証情報を確かめてください。"
        return DeliveryFailed(failure=Failure.UNREACHABLE, code="D24", detail=detail)
    if status in _REFUSED:
        return refused("D26", f"受け取り側に断られました（応答 {status}）。受け取り側の担当へ連絡してください。")
    return _busy(answer)


def _busy(answer: httpx.Response) -> DeliveryFailed:
    """The receiver asks to be left alone, or is ill: for as long as it says (RFC 9110 10.2.3, in seconds)."""
    said = answer.headers.get("Retry-After", "")
    after = min(float(said), _DAY) if said.isdigit() and len(said) < 8 else 0.0
    detail = f"受け取り側が応じられません（応答 {answer.status_code}）。あとでもう一度送ります。"
    return DeliveryFailed(failure=Failure.UNREACHABLE, code="D23", detail=detail, after=after)


def _unreached(error: httpx.HTTPError, *, sent: bool) -> DeliveryFailed:
    """A connection that was not made, or broke: after everything was sent nobody knows what came of it."""
    kind = Failure.UNKNOWN_OUTCOME if sent and not isinstance(error, httpx.ConnectError) else Failure.UNREACHABLE
    if isinstance(error, httpx.TimeoutException):
        return DeliveryFailed(failure=kind, code="D22", detail="受け取り側の返事が時間内に来ません。")
    if "CERTIFICATE" in str(error).upper():
        detail = "受け取り側の証明書を確かめられません。ca と url を確かめ、受け取り側へ連絡してください。"
        return DeliveryFailed(failure=Failure.UNREACHABLE, code="D21", detail=detail)
    return DeliveryFailed(
        failure=kind, code="D20", detail="受け取り側につながりません。ネットワークを確かめてください。"
    )
