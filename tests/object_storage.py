"""An object storage that a test starts for real: it checks who sends, and misbehaves when it is told to."""

import datetime as dt
import hashlib
import hmac
import ipaddress
import ssl
import threading
import urllib.parse
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http import HTTPStatus
from http.server import ThreadingHTTPServer
from pathlib import Path

import localbucket
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import NameOID

from kiosk.destinations import ToObjects
from tests.counterparts import PATIENCE, Counterpart, credential
from tests.service import pem

_DAY = dt.timedelta(days=1)
ACCESS, SECRET = "KIOSKKEY", "a secret of the storage"


class Storage(localbucket.S3Handler):  # type: ignore[misc]  # untyped
    """The storage, which lets in whom it knows (AWS Signature Version 4), and misbehaves when it is told to.

    The first of `faults` is taken by the first request that it is for ("PUT .done": one that begins and ends so).
    """

    faults: "list[tuple[str, Fault]]"
    disable_nagle_algorithm = True  # else each answer waits for the client's delayed acknowledgement

    def log_message(self, *_: object) -> None:
        """Nothing: a log of requests would hold names of files."""

    def _dispatch(self, action: Callable[[str, str], None]) -> None:
        fault = self._fault()
        if callable(fault):
            fault(self)
        elif fault is not None:
            self._read_body()
            self._send_error(localbucket.S3Error(HTTPStatus(fault[0]), fault[1], "as the test says"))
        elif not self._known():
            self._send_error(localbucket.S3Error(HTTPStatus.FORBIDDEN, "SignatureDoesNotMatch", "not known"))
        else:
            super()._dispatch(action)

    def _fault(self) -> "Fault | None":
        method, _, end = self.faults[0][0].partition(" ") if self.faults else ("-", "", "")
        mine = self.command == method and urllib.parse.unquote(self.path).endswith(end)
        return self.faults.pop(0)[1] if mine else None

    def keep(self, content: bytes) -> None:
        """Write an object without asking what is there."""
        (self.data_root / urllib.parse.unquote(self.path).lstrip("/")).write_bytes(content)

    def _known(self) -> bool:
        """Whether who has the secret signed the request (Amazon S3 API Reference: signature version 4, header)."""
        scheme, _, rest = self.headers.get("Authorization", "").partition(" ")
        said = dict(part.strip().split("=", 1) for part in rest.split(",") if "=" in part)
        if scheme != "AWS4-HMAC-SHA256" or said.keys() != {"Credential", "SignedHeaders", "Signature"}:
            return False
        who, *scope = said["Credential"].split("/")
        names = said["SignedHeaders"].split(";")
        path, _, query = self.path.partition("?")
        ordered = "&".join(sorted(query.split("&"))) if query else ""
        heads = "".join(f"{name}:{' '.join(self.headers.get(name, '').split())}\n" for name in names)
        digest = self.headers.get("x-amz-content-sha256", "")
        request = "\n".join((self.command, path, ordered, heads, said["SignedHeaders"], digest))
        when = self.headers.get("x-amz-date", "")
        text = "\n".join((scheme, when, "/".join(scope), hashlib.sha256(request.encode()).hexdigest()))
        key = f"AWS4{SECRET}".encode()
        for part in scope:
            key = hmac.digest(key, part.encode(), "sha256")
        own = hmac.new(key, text.encode(), "sha256").hexdigest()
        needed = {"host", "x-amz-date", "x-amz-content-sha256"} | ({"if-none-match"} & {*map(str.lower, self.headers)})
        return who == ACCESS and needed <= {*names} and hmac.compare_digest(own, said["Signature"])


Fault = tuple[int, str] | Callable[[Storage], None]
"""An answer's status and code, or what is done instead of answering."""


def lose_answer(storage: Storage) -> None:
    """The object is there, and nobody says so."""
    storage.keep(storage._read_body())
    storage.close_connection = True


def spoil(storage: Storage) -> None:
    """The object is another one than was sent."""
    storage.keep(storage._read_body()[:-1])
    storage._send(HTTPStatus.OK, headers={"ETag": '"kept"'})


def replace(storage: Storage) -> None:
    """The object is written, whether there was one or not."""
    storage.keep(storage._read_body())
    storage._send(HTTPStatus.OK, headers={"ETag": '"kept"'})


@dataclass
class Bucket(Counterpart):
    """An object storage, and what it is to do wrong next."""

    faults: list[tuple[str, Fault]] = field(default_factory=list)


@contextmanager
def object_storage(root: Path, *, pair: tuple[Path, Path] | None = None) -> Iterator[Bucket]:
    """A storage with one bucket, over TLS with a certificate; its objects lie as files in `folder`."""
    home, faults = root / "home", list[tuple[str, Fault]]()
    (root / "storage" / "juki-in" / "kiosk").mkdir(parents=True)
    credential(home, "s3-key", SECRET.encode())
    handler = type("Handler", (Storage,), {"data_root": root / "storage", "faults": faults})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = False
    if pair is not None:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(*pair)
        server.socket = context.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    setting = ToObjects(
        number=1,
        name="住民記録",
        endpoint=f"http{'s' if pair else ''}://127.0.0.1:{server.server_port}",
        bucket="juki-in",
        prefix="kiosk",
        access_key=ACCESS,
        secret="s3-key",
        timeout=2,
    )
    try:
        yield Bucket(home, root / "storage" / "juki-in" / "kiosk", setting, faults=faults)
    finally:
        server.shutdown()
        server.server_close()
        thread.join(PATIENCE)


def authority(folder: Path) -> tuple[Path, tuple[Path, Path]]:
    """An authority of the city, and the certificate and key of a machine that it vouches for, for a day."""
    now, keys = dt.datetime.now(dt.UTC), [ec.generate_private_key(ec.SECP256R1()) for _ in range(2)]
    names = [x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)]) for name in ("authority", "storage")]
    made = []
    for number, (key, name) in enumerate(zip(keys, names, strict=True)):
        begun = x509.CertificateBuilder().subject_name(name).issuer_name(names[0]).public_key(key.public_key())
        begun = begun.serial_number(number + 1).not_valid_before(now - _DAY).not_valid_after(now + _DAY)
        begun = begun.add_extension(x509.BasicConstraints(ca=number == 0, path_length=None), critical=True)
        here = x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))])
        made.append(begun.add_extension(here, critical=False).sign(keys[0], hashes.SHA256()))
    files = (folder / "authority.pem", folder / "storage.pem", folder / "storage-key.pem")
    for file, content in zip(files, (*(each.public_bytes(Encoding.PEM) for each in made), pem(keys[1])), strict=True):
        file.write_bytes(content)
    return files[0], (files[1], files[2])
