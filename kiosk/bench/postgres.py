"""A real PostgreSQL to measure and to test with: its own certificates, a port of its own, nobody else's data."""

import datetime as dt
import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from kiosk.flow.clock import SystemClock
from kiosk.hub import founding
from kiosk.hub.link import Address, opened
from kiosk.model.errors import Defect

DAY = dt.timedelta(days=1)
ADMIN = "kiosk_admin"
NOBODY = NOGROUP = "65534"
"""Who runs it where root would, which it refuses to."""


def tools() -> Path | None:
    """The folder of PostgreSQL's programs; None where it is not installed."""
    found = shutil.which("postgres")
    return Path(found).resolve().parent if found else None


@dataclass
class Authority:
    """Who signs the certificates of a hall."""

    folder: Path

    def __post_init__(self) -> None:
        self._key = ec.generate_private_key(ec.SECP256R1())
        self._name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "hall")])
        made = self._begun(self._name, self._key.public_key())
        made = made.add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        usage = x509.KeyUsage(
            digital_signature=True,
            key_cert_sign=True,
            crl_sign=True,
            content_commitment=False,
            key_encipherment=False,
            data_encipherment=False,
            key_agreement=False,
            encipher_only=False,
            decipher_only=False,
        )
        made = made.add_extension(usage, critical=True)
        self.file = self.folder / "ca.pem"
        self.file.write_bytes(made.sign(self._key, hashes.SHA256()).public_bytes(serialization.Encoding.PEM))

    def proof(self, name: str, file: Path) -> Path:
        """A certificate and its key in one file."""
        key = ec.generate_private_key(ec.SECP256R1())
        subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
        made = self._begun(subject, key.public_key())
        made = made.add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        issuer = x509.AuthorityKeyIdentifier.from_issuer_public_key(self._key.public_key())
        made = made.add_extension(issuer, critical=False)
        private = key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(made.sign(self._key, hashes.SHA256()).public_bytes(serialization.Encoding.PEM) + private)
        file.chmod(0o600)
        return file

    def _begun(self, subject: x509.Name, key: ec.EllipticCurvePublicKey) -> x509.CertificateBuilder:
        now = SystemClock().now()
        return x509.CertificateBuilder(
            issuer_name=self._name,
            subject_name=subject,
            public_key=key,
            serial_number=x509.random_serial_number(),
            not_valid_before=now - DAY,
            not_valid_after=now + DAY,
        )


class Server:
    """A PostgreSQL in a folder; as root it runs under another account."""

    def __init__(self, folder: Path, bin_: Path, authority: Authority | None = None, **settings: str) -> None:
        self.folder, self.bin, self.data, self.run = folder, bin_, folder / "data", folder / "run"
        folder.chmod(0o755)
        for each in (self.data, self.run):
            each.mkdir()
        self.authority = authority or Authority(folder)
        self.port = _free()
        self._hand_over(self.data, self.run)
        if authority is None:
            self._begin(settings)

    @classmethod
    def following(cls, first: "Server", folder: Path, name: str) -> "Server":
        """A standby that follows another server from now on, under a name."""
        made = cls(folder, first.bin, first.authority)
        source = f"host={first.run} port={first.port} user={ADMIN} application_name={name}"
        made._do("pg_basebackup", "-D", made.data, "-d", source, "-R", "-X", "stream", "-c", "fast")
        made._set({"unix_socket_directories": str(made.run), "port": str(made.port)})
        made.start()
        return made

    def _begin(self, settings: Mapping[str, str]) -> None:
        self._do(
            "initdb", "-D", self.data, "-U", ADMIN, "-A", "reject", "--data-checksums", "-N", "-E", "UTF8", "--locale=C"
        )
        proof = self.authority.proof("localhost", self.data / "server.pem")
        self._hand_over(proof)
        given = {
            "listen_addresses": "127.0.0.1",
            "unix_socket_directories": str(self.run),
            "port": str(self.port),
            "ssl": "on",
            "ssl_cert_file": "server.pem",
            "ssl_key_file": "server.pem",
            "ssl_ca_file": str(self.authority.file),
            "ssl_min_protocol_version": "TLSv1.3",
            "shared_buffers": "32MB",
            "max_connections": "80",
            **settings,
        }
        self._set(given)
        (self.data / "pg_hba.conf").write_text(
            f"local all,replication {ADMIN} trust\nhostssl all all 127.0.0.1/32 cert\nhost all all all reject\n"
        )
        self.start()

    def _set(self, settings: Mapping[str, str]) -> None:
        with (self.data / "postgresql.conf").open("a") as file:
            file.writelines(f"{key} = '{value}'\n" for key, value in settings.items())

    def start(self) -> None:
        """Start it and wait until it answers."""
        self._do("pg_ctl", "-D", self.data, "-w", "-s", "-l", self.run / "log", "start")

    def revive(self) -> None:
        """Start it again after its first process was killed, as soon as the others are gone."""
        for _ in range(200):
            try:
                self.start()
            except subprocess.CalledProcessError:
                continue
            return
        raise Defect("a server does not start again")

    def stop(self) -> None:
        """End it at once, as a power cut does."""
        self._do("pg_ctl", "-D", self.data, "-w", "-s", "-m", "immediate", "stop")

    def pid(self) -> int:
        """The postmaster."""
        return int((self.data / "postmaster.pid").read_text().split()[0])

    def admin(self, database: str = "postgres") -> Address:
        """As its administrator, by the socket."""
        return Address((str(self.run),), ADMIN, database, self.port)

    def _do(self, tool: str, *words: object) -> None:
        call = [str(self.bin / tool), *map(str, words)]
        if os.geteuid() == 0:
            call = ["setpriv", "--reuid", NOBODY, "--regid", NOGROUP, "--clear-groups", *call]
        quiet = {"PATH": os.environ["PATH"], "LC_ALL": "C", "TZ": "UTC"}
        with (self.folder / "said").open("ab") as said:
            subprocess.run(  # noqa: S603 - our own words
                call, check=True, stdout=said, stderr=said, stdin=subprocess.DEVNULL, cwd="/", env=quiet
            )

    @staticmethod
    def _hand_over(*places: Path) -> None:
        for place in places:
            if os.geteuid() == 0:
                os.chown(place, int(NOBODY), int(NOGROUP))
            if place.is_dir():
                place.chmod(0o700)


def _free() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@contextmanager
def founded(programs: Path, machines: Mapping[str, tuple[str, str]]) -> Iterator[Server]:
    """A server with a hub, and the machines that it lets in, each with its office and kind; gone afterwards."""
    folder = Path(tempfile.mkdtemp(prefix="kiosk-hub-"))
    try:
        server = Server(folder, programs)
        with opened(server.admin()) as link:
            link.run("CREATE DATABASE kiosk")
        with opened(server.admin("kiosk")) as link:
            founding.found(link)
            for name, (office, kind) in machines.items():
                founding.admit(link, name, office=office, kind=kind)
        yield server
        server.stop()
    finally:
        shutil.rmtree(folder)
