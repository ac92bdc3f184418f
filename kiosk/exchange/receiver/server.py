"""The receiver's server: files, manifests and tokens over HTTP, with faults in the order that they were asked for."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import secrets
import socket
import ssl
import threading
import time
import urllib.parse
from collections import deque
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, ClassVar

from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import ECKey, Key, OctKey, RSAKey

from kiosk.exchange.receiver.inbox import FILE, MESSAGE, RETURNS, Inbox

FAULTS = ("timeout", "500", "busy", "slow", "garbage", "torn", "half", "digest", "full", "lost", "401", "redirect")
"""What it can be told to do at one request: stall; answer 500 or 503 with Retry-After; answer byte by byte; answer
nonsense; break off after taking; take half a file; name a wrong digest; have no room (507); break off before taking;
forget every token; send elsewhere."""

ROOT, TOKEN = "/messages", "/token"
_MOST = 64 * 1024 * 1024
_STALL = 30.0


@dataclass
class Receiver:
    """A running receiver; `client` and `secret` are what it asks of who comes (no client: everybody may send).

    It answers what it takes with the `verdicts` in their order, the last one again and again: 受理, 補正 or 却下, then
    an item and what is wrong with it (補正:住所_方書:番号). `secret` is the client's secret, or its public
    key (PEM). Use it in a `with`; `url` is where it listens.
    """

    folder: Path
    port: int = 0
    certificate: tuple[Path, Path] | None = None
    client: str = ""
    secret: bytes = field(default=b"", repr=False)
    faults: deque[str] = field(default_factory=deque)
    stall: float = _STALL
    tokens: set[str] = field(default_factory=set, repr=False)
    asked: int = 0
    verdicts: deque[str] = field(default_factory=deque)
    connections: set[socket.socket] = field(default_factory=set, repr=False)

    def __post_init__(self) -> None:
        self.inbox = Inbox(self.folder)
        handler = type("Handler", (_Handler,), {"receiver": self})
        self._server = _Server(("127.0.0.1", self.port), handler)
        self._server.daemon_threads = False  # the end waits for them
        if self.certificate is not None:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(*self.certificate)
            self._server.socket = context.wrap_socket(
                self._server.socket, server_side=True, do_handshake_on_connect=False
            )
        self._stopped = threading.Event()

    def __enter__(self) -> Receiver:
        threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stopped.set()
        self._server.shutdown()
        for connection in list(self.connections):  # whoever still listens for another request
            with suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)
        self._server.server_close()

    @property
    def url(self) -> str:
        """Where messages are posted."""
        scheme = "https" if self.certificate is not None else "http"
        return f"{scheme}://localhost:{self._server.server_address[1]}{ROOT}"

    def misbehave(self, faults: Iterable[str]) -> None:
        """What to do wrong at the next requests, in this order. Raises ValueError for a fault that there is not."""
        wanted = list(faults)
        unknown = [fault for fault in wanted if fault not in {*FAULTS, "none"}]
        if unknown:
            raise ValueError(f"no such fault: {unknown[0]} ({', '.join(FAULTS)})")
        self.faults.extend(wanted)

    def stop(self) -> None:
        """Let whoever waits go on to the end."""
        self._stopped.set()

    def wait(self) -> None:
        """Until somebody stops it."""
        self._stopped.wait()

    def decide(self, message: str) -> None:
        """Answer a message that was taken just now, if it is to be answered."""
        if not self.verdicts:
            return
        said = self.verdicts.popleft() if len(self.verdicts) > 1 else self.verdicts[0]
        result, item, reason = (*said.split(":", 2), "", "")[:3]
        at = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
        self.inbox.decide(message, result, at=at, item=item, reason=reason)

    def pause(self) -> None:
        """Stall, but not beyond the end."""
        self._stopped.wait(self.stall)

    def token(self, form: Mapping[str, list[str]], basic: str) -> str:
        """A token for who shows what he should; empty for anybody else."""
        if form.get("grant_type") != ["client_credentials"]:
            return ""
        shown = self._by_secret(basic) if basic else self._by_assertion(form)
        if not shown:
            return ""
        token = secrets.token_urlsafe(24)
        self.tokens.add(token)
        return token

    def _by_secret(self, basic: str) -> bool:
        with suppress(ValueError):
            who, _, secret = base64.b64decode(basic.removeprefix("Basic "), validate=True).decode().partition(":")
            given = urllib.parse.unquote_to_bytes(secret)
            return urllib.parse.unquote(who) == self.client and hmac.compare_digest(given, self.secret)
        return False

    def _by_assertion(self, form: Mapping[str, list[str]]) -> bool:
        audience = self.url.removesuffix(ROOT) + TOKEN
        with suppress(JoseError, ValueError, TypeError, KeyError):
            claims = jwt.decode(form["client_assertion"][0], self._key(), ["HS256", "RS256", "ES256"]).claims
            fits = claims["iss"] == claims["sub"] == self.client and claims["aud"] == audience
            return bool(fits and claims["exp"] > time.time())
        return False

    def _key(self) -> Key:
        if not self.secret.startswith(b"-----"):
            return OctKey.import_key(self.secret)
        with suppress(JoseError, ValueError, TypeError):
            return RSAKey.import_key(self.secret)
        return ECKey.import_key(self.secret)


class _Server(ThreadingHTTPServer):
    def handle_error(self, *_: object) -> None:
        """Whoever broke off, or does not believe the certificate, has seen it himself."""


class _Handler(BaseHTTPRequestHandler):
    receiver: ClassVar[Receiver]
    protocol_version = "HTTP/1.1"
    timeout = 60

    def setup(self) -> None:
        """Remember the connection, so that it can be ended."""
        if isinstance(self.request, ssl.SSLSocket):
            self.request.settimeout(_STALL)
            self.request.do_handshake()  # here and not where others wait to be let in
        super().setup()
        self.receiver.connections.add(self.connection)

    def finish(self) -> None:
        """Forget it again."""
        self.receiver.connections.discard(self.connection)
        with suppress(OSError):
            super().finish()

    def log_message(self, *_: object) -> None:
        """Nothing: a log of requests would hold names of files."""

    def do_HEAD(self) -> None:
        """Whether somebody is there."""
        self._answer(200)

    def do_GET(self) -> None:
        """The answers there are."""
        if self._hindered(self._fault()):
            return
        found = json.dumps({"answers": self.receiver.inbox.decided()}, ensure_ascii=False).encode()
        self._answer(200, found) if self.path == f"{ROOT}/{RETURNS}" else self._answer(404)

    def do_PUT(self) -> None:
        """One file of a message."""
        content, fault = self._read(), self._fault()
        if content is None or self._hindered(fault):
            return
        message, _, name = urllib.parse.unquote(self.path).removeprefix(f"{ROOT}/").partition("/")
        if not MESSAGE.fullmatch(message) or not FILE.fullmatch(name):
            self._answer(404)
        else:
            kept = content[: len(content) // 2] if fault == "half" else content
            self._answer(self.receiver.inbox.put(message, name, kept))

    def do_POST(self) -> None:
        """A manifest, or who wants a token."""
        content = self._read()
        if content is None:
            return
        if self.path == TOKEN:
            self._token(content)
            return
        fault = self._fault()
        if self._hindered(fault):
            return
        status, answer = self.receiver.inbox.take(content) if self.path == ROOT else (404, {})
        if status == 201:
            self.receiver.decide(answer["message"])
        self._commit(fault, status, answer)

    def _commit(self, fault: str, status: int, answer: dict[str, str]) -> None:
        """Say what came of a manifest; the message is taken by now, whatever the answer looks like."""
        if fault == "torn":
            self.close_connection = True
            self.wfile.write(b"HTTP/1.1 201 Created\r\nContent-Le")
        elif fault == "garbage":
            self._answer(status, b"<html>ok</html>")
        else:
            if fault == "digest" and "digest" in answer:
                answer = {**answer, "digest": f"sha256:{'0' * 64}"}
            self._answer(status, json.dumps(answer).encode(), slowly=fault == "slow")

    def _hindered(self, fault: str) -> bool:
        """Whether a request ends here: with a fault that comes before anything is taken, or without a right to send."""
        receiver = self.receiver
        if fault == "401":
            receiver.tokens.clear()
        known = self.headers.get("Authorization", "").removeprefix("Bearer ") in receiver.tokens
        if receiver.client and not known:
            self._answer(401)
        elif fault == "timeout":
            receiver.pause()
            self.close_connection = True
        elif fault == "lost":
            self.close_connection = True
        elif fault in {"500", "busy", "full", "redirect"}:
            status = {"500": 500, "busy": 503, "full": 507, "redirect": 302}[fault]
            self._answer(status, headers={"Retry-After": "120"} if fault == "busy" else {"Location": "/elsewhere"})
        else:
            return False
        return True

    def _token(self, content: bytes) -> None:
        self.receiver.asked += 1
        form = urllib.parse.parse_qs(content.decode("utf-8", "replace"))
        token = self.receiver.token(form, self.headers.get("Authorization", ""))
        given: dict[str, Any] = {"access_token": token, "token_type": "Bearer", "expires_in": 300}
        self._answer(200 if token else 401, json.dumps(given if token else {"error": "invalid_client"}).encode())

    def _fault(self) -> str:
        return self.receiver.faults.popleft() if self.receiver.faults else ""

    def _read(self) -> bytes | None:
        """The body, when it is as long as it says and as its digest says (RFC 9530); None when it was refused."""
        length = self.headers.get("Content-Length", "")
        if not length.isdigit() or int(length) > _MOST:
            self._answer(411 if not length.isdigit() else 413)
            return None
        content = self.rfile.read(int(length))
        if len(content) < int(length):  # broken off: nothing of it counts
            self.close_connection = True
            return None
        said = self.headers.get("Content-Digest", "")
        own = base64.b64encode(hashlib.sha256(content).digest()).decode()
        if self.path != TOKEN and said != f"sha-256=:{own}:":
            self._answer(400)
            return None
        return content

    def _answer(
        self, status: int, body: bytes = b"", *, headers: Mapping[str, str] | None = None, slowly: bool = False
    ) -> None:
        with suppress(OSError):  # whoever asked has gone
            self.send_response(status)
            for name, value in (headers or {}).items():
                self.send_header(name, value)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            for part in (body[index : index + 1] for index in range(len(body))) if slowly else (body,):
                self.wfile.write(part)
                self.wfile.flush()
