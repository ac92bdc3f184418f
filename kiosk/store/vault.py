"""The keys: one root secret, and everything that is derived from it."""

import hmac
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from kiosk.durable import flush, make_folder
from kiosk.store.faults import Fault, site_error, translated

KEY_BYTES = 32
_NONCE_BYTES = 12
_TOKEN_DIGITS = 16
CREDENTIAL = "kiosk-root"
AUDIT_CREDENTIAL = "kiosk-audit"
AUDIT_FILE = "audit.key"


@dataclass(frozen=True)
class RootKey:
    """The 32-byte root secret; `is_development_key` when it lies in an ordinary file, which status warns about.

    `audit` is a second secret of 32 bytes, from which the key of the audit record is made and the root is not: the root
    alone seals no entry. Where there is none (a store without a place around it) the root stands for it.
    """

    secret: bytes = field(repr=False)
    is_development_key: bool = True
    audit: bytes = field(default=b"", repr=False)

    def __post_init__(self) -> None:
        if len(self.secret) != KEY_BYTES or len(self.audit) not in {0, KEY_BYTES}:
            raise site_error(Fault.KEY)

    def apart(self, room: str) -> "RootKey":
        """The root secret of another room beside this one (HKDF-SHA256, RFC 5869): neither opens what the other wrote,
        also where both are given the same secret.
        """
        secret, audit = (
            HKDF(SHA256(), KEY_BYTES, None, f"kiosk/room/{room}".encode()).derive(each) if each else b""
            for each in (self.secret, self.audit)
        )
        return RootKey(secret, is_development_key=self.is_development_key, audit=audit)


def load_root_key(
    file: Path, *, environ: Mapping[str, str] = os.environ, make: bool = True, make_audit: bool = True
) -> RootKey:
    """The root key from $CREDENTIALS_DIRECTORY/kiosk-root (systemd) or else from `file`, made on first use (0600).

    The key of the audit record in the same way: the credential kiosk-audit, or audit.key beside `file`. Without `make`
    (there are data already), or `make_audit` (there are sealed entries already), a missing file is not made anew.
    Raises SiteError for that, and when a file is too short, too long or readable by others.
    """
    given = Path(environ.get("CREDENTIALS_DIRECTORY", os.devnull))
    with translated():
        secret, development = _secret(given / CREDENTIAL, file, make=make, missing=Fault.KEY_MISSING)
        beside = file.with_name(AUDIT_FILE)
        audit, _ = _secret(given / AUDIT_CREDENTIAL, beside, make=make_audit, missing=Fault.AUDIT_KEY)
        return RootKey(secret, is_development_key=development, audit=audit)


def _secret(credential: Path, file: Path, *, make: bool, missing: Fault) -> tuple[bytes, bool]:
    """A secret, and whether it lies in an ordinary file."""
    if credential.is_file():
        return credential.read_bytes(), False
    if not file.exists() and not make:
        raise site_error(missing)
    if not file.exists():
        _make(file)
    if file.stat().st_mode & 0o077:
        raise site_error(Fault.KEY)
    return file.read_bytes(), True


def _make(file: Path) -> None:
    """Write a new key beside its place and link it there whole, so that a crash leaves none rather than half."""
    make_folder(file.parent)
    scratch = file.with_name(f".{file.name}.{os.getpid()}")
    handle = os.open(scratch, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    try:
        os.write(handle, os.urandom(KEY_BYTES))
        os.fsync(handle)
        file.hardlink_to(scratch)
    except FileExistsError:
        pass  # another process made it meanwhile: theirs counts
    finally:
        os.close(handle)
        scratch.unlink()
        flush(file.parent)  # a database under a key that is gone after a power cut could be read by nobody


def seal(key: bytes, plain: bytes, *, bound_to: str) -> bytes:
    """AES-256-GCM (NIST SP 800-38D): a random 12-byte nonce, then ciphertext and tag; `bound_to` is authenticated."""
    nonce = os.urandom(_NONCE_BYTES)
    return nonce + AESGCM(key).encrypt(nonce, plain, bound_to.encode())


def unseal(key: bytes, sealed: bytes, *, bound_to: str) -> bytes | None:
    """The plain bytes, or None when the key, the bytes or what they are bound to is not what was sealed."""
    try:
        return AESGCM(key).decrypt(sealed[:_NONCE_BYTES], sealed[_NONCE_BYTES:], bound_to.encode())
    except (InvalidTag, ValueError):
        return None


class Vault:
    """Subkeys of the root by HKDF-SHA256 (RFC 5869), each with its own label."""

    def __init__(self, root: RootKey) -> None:
        self._root = root
        self.is_development_key = root.is_development_key
        self.database_key = self._derive("kiosk/database")
        self.audit_key = self._derive("kiosk/audit", of=root.audit)
        self.mark_key = self._derive("kiosk/high-water", of=root.audit)
        self.former_mark_key = self._derive("kiosk/high-water")
        self.preentry_key = self._derive("kiosk/preentry")
        self.backup_key = self._derive("kiosk/backup")
        self._mac_key = self._derive("kiosk/order-key")
        self._staff_key = self._derive("kiosk/staff")
        self._reply_key = self._derive("kiosk/reply")
        self._search_key = self._derive("kiosk/search")
        self._wrapping: dict[bytes, bytes] = {}

    def wrapping_key(self, salt: bytes) -> bytes:
        """The key-encryption key of a generation; without the generation's salt it cannot be made again."""
        if salt not in self._wrapping:
            self._wrapping = {salt: self._derive("kiosk/kek", salt=salt)}
        return self._wrapping[salt]

    def mac(self, text: str) -> str:
        """HMAC-SHA256 as hexadecimal: an order key that shows equality and nothing else."""
        return hmac.digest(self._mac_key, text.encode(), "sha256").hex()

    def reply_key(self, message: str) -> bytes:
        """The secret of 32 bytes by which what is said about a parcel elsewhere is closed for this store alone."""
        return hmac.digest(self._reply_key, message.encode(), "sha256")

    def staff_mac(self, kind: str, identifier: str) -> str:
        """HMAC-SHA256 of a number that somebody typed, or of what a staff card says: known again, not kept."""
        return hmac.digest(self._staff_key, f"{kind}/{identifier}".encode(), "sha256").hex()

    def token(self, word: str) -> str:
        """A word of the search as 16 hexadecimal digits of its HMAC-SHA256: it finds the same word and tells none."""
        return hmac.digest(self._search_key, word.encode(), "sha256").hex()[:_TOKEN_DIGITS]

    def _derive(self, label: str, *, salt: bytes = b"", of: bytes = b"") -> bytes:
        return HKDF(SHA256(), KEY_BYTES, salt or None, label.encode()).derive(of or self._root.secret)
