"""覆い: what an office shares is sealed before it leaves a machine; the hub sees tokens and what is equal.

Context: the server may not read what it keeps, and every counter of the office must. A key that is sealed to each
machine when it is admitted would pass through the hands of who administers the server. Decision: all keys are made of
the secret that the city's machines share already and the server never had (`secret`, HKDF-SHA256, RFC 5869), bound to
the office's name: one office's machines cannot open what another's row says by mistake. AES-256-GCM, bound to the case
and to what it is. Consequence: the server can withhold or put back an older state of a row; it can read or forge none.
"""

import hmac
import os
import uuid
import zlib
from dataclasses import dataclass, field
from functools import cached_property

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

LEAST = 32
_NONCE, _TOKEN = 12, 16


@dataclass(frozen=True)
class Cover:
    """The keys of an office; `secret` has 32 bytes or more."""

    secret: bytes = field(repr=False)
    office: str

    def ref(self, case: uuid.UUID) -> str:
        """By which the hub knows a case."""
        return self._mac("case", case.bytes)

    def slip(self, number: str) -> str:
        """By which it finds a number; empty for none."""
        return self._mac("slip", number.encode()) if number else ""

    def store(self, name: str) -> str:
        """By which it knows a machine's store."""
        return self._mac("store", name.encode())

    def token(self, word: str) -> str:
        """A word of the search: it finds the same word and tells none."""
        return self._mac("word", word.encode())[:_TOKEN]

    def content(self, *plain: bytes) -> str:
        """By which the same content is known again."""
        return self._mac("content", b"\n".join(plain))

    def seal(self, plain: bytes, *, ref: str, what: str) -> bytes:
        """Nonce, ciphertext and tag of what was packed; `what` it is ("line", "body") cannot be exchanged."""
        nonce = os.urandom(_NONCE)
        return nonce + self._aead.encrypt(nonce, zlib.compress(plain), f"{ref}/{what}".encode())

    def open(self, sealed: bytes, *, ref: str, what: str) -> bytes | None:
        """What was sealed; None where it is not that, or not of this office."""
        try:
            return zlib.decompress(
                self._aead.decrypt(bytes(sealed[:_NONCE]), bytes(sealed[_NONCE:]), f"{ref}/{what}".encode())
            )
        except (InvalidTag, ValueError, zlib.error):
            return None

    @cached_property
    def _aead(self) -> AESGCM:
        return AESGCM(self._derived("seal"))

    @cached_property
    def _mac_key(self) -> bytes:
        return self._derived("mac")

    def _mac(self, use: str, value: bytes) -> str:
        return hmac.digest(self._mac_key, f"{use}\n".encode() + value, "sha256").hex()

    def _derived(self, use: str) -> bytes:
        return HKDF(SHA256(), 32, None, f"kiosk/hub/{self.office}/{use}".encode()).derive(self.secret)
