"""A receiving system for tests: the real one of `kiosk receiver`, over TLS with a certificate made for the day."""

import datetime as dt
import ipaddress
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from kiosk.destinations import ToService
from kiosk.exchange.destinations.service import ServiceDestination
from kiosk.exchange.receiver.server import ROOT, TOKEN, Receiver
from tests.receivers import FORMATS


@cache
def _made() -> tuple[bytes, bytes]:
    """A certificate for localhost and its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    now = dt.datetime.now(dt.UTC)
    names = x509.SubjectAlternativeName([x509.DNSName("localhost"), x509.IPAddress(ipaddress.ip_address("127.0.0.1"))])
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - dt.timedelta(days=1))
        .not_valid_after(now + dt.timedelta(days=1))
        .add_extension(names, critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .sign(key, hashes.SHA256())
    )
    return made.public_bytes(serialization.Encoding.PEM), pem(key)


def pem(key: ec.EllipticCurvePrivateKey) -> bytes:
    """A private key as a file holds it."""
    no = serialization.NoEncryption()
    return key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, no)


def certificate(folder: Path) -> tuple[Path, Path]:
    """The certificate and its key as files."""
    files = (folder / "cert.pem", folder / "key.pem")
    for file, content in zip(files, _made(), strict=True):
        file.write_bytes(content)
    return files


@contextmanager
def receiving(folder: Path, *, client: str = "", secret: bytes = b"", stall: float = 2.0) -> Iterator[Receiver]:
    """A receiver over TLS that keeps what it gets in `folder`/received."""
    pair = certificate(folder)
    with Receiver(folder / "received", certificate=pair, client=client, secret=secret, stall=stall) as receiver:
        yield receiver


def secret(home: Path, content: bytes, *, name: str = "kiosk-1") -> None:
    """A credential of this machine."""
    folder = home / "secrets"
    folder.mkdir(exist_ok=True)
    (folder / name).write_bytes(content)
    (folder / name).chmod(0o600)


def setting(receiver: Receiver, home: Path, **changes: object) -> ToService:
    """The destination as a city sets it."""
    (home / "ca.pem").write_bytes(_made()[0])
    given = {"number": 1, "name": "申請管理", "url": receiver.url, "ca": "ca.pem", "timeout": 1}
    return ToService.model_validate({**given, **changes})


def with_token(receiver: Receiver, auth: str) -> dict[str, object]:
    """What a destination adds that shows who it is."""
    token = receiver.url.removesuffix(ROOT) + TOKEN
    return {"auth": auth, "token_url": token, "client_id": receiver.client, "secret": "kiosk-1"}


def connection(receiver: Receiver, home: Path, **changes: object) -> ServiceDestination:
    """The connection to a receiver."""
    return ServiceDestination(setting(receiver, home, **changes), FORMATS, home)
