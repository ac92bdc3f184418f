"""封筒: a parcel as the bytes that lie in the hub, closed for the city's key alone, and what stands outside on it.

Outside stand the message id, the destination's number, an order key and a digest of the content, the last two as HMACs
under a secret that the city's machines share and the server does not: what is equal can be seen and nothing else.
The same parcel is another ciphertext each time; it is known again by the digest of its content.
Inside, behind the parcel, stands a secret of 32 bytes: what is said about the parcel later is closed with it (AES-256-
GCM, NIST SP 800-38D), so that the machine that brought it opens it, and nobody at the hub.
"""

import hashlib
import hmac
import json
import os
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import Any

import pyrage
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from pydantic import ValidationError
from pyrage import x25519

from kiosk.destinations import public_key
from kiosk.model.parcel import Parcel

_BYTES: dict[str, Any] = {"record": True, "asked": True, "attachments": {"__all__": {"content"}}}

_KEY, _NONCE = 32, 12


@dataclass(frozen=True)
class Envelope:
    """What goes to the hub; `body` is a ciphertext (age) and `sha256` of it."""

    message: uuid.UUID
    destination: str
    order_key: str
    content: str
    sha256: str
    body: bytes


@dataclass(frozen=True)
class Closing:
    """The city's public key, and the secret of 32 bytes or more that its machines share."""

    recipient: str
    secret: bytes

    @property
    def usable(self) -> bool:
        """Whether both are what they should be."""
        return public_key(self.recipient) is not None and len(self.secret) >= 32

    def close(self, parcel: Parcel, *, key: bytes = b"") -> Envelope:
        """The parcel closed, with the `key` for what is said about it later; only where `usable`."""
        plain = pack(parcel)
        body = bytes(pyrage.encrypt(plain + key, [x25519.Recipient.from_str(self.recipient)]))
        return Envelope(
            message=parcel.message,
            destination=parcel.destination,
            order_key=self._mac("order", parcel.order_key.encode()),
            content=self._mac("content", plain),
            sha256=hashlib.sha256(body).hexdigest(),
            body=body,
        )

    def content(self, parcel: Parcel) -> str:
        """The digest by which the hub knows its content again."""
        return self._mac("content", pack(parcel))

    def answer(self, digest: str) -> str:
        """The number by which the hub knows an answer again, of the answer's own digest."""
        return self._mac("answer", digest.encode())

    def _mac(self, use: str, value: bytes) -> str:
        return hmac.digest(self.secret, f"kiosk/hub/{use}\n".encode() + value, "sha256").hex()


def pack(parcel: Parcel) -> bytes:
    """UTF-8: the parcel as JSON without its bytes, a JSON list of their lengths, the bytes one after the other."""
    blobs = (parcel.record, *(each.content for each in parcel.attachments))
    head = parcel.model_dump_json(exclude=_BYTES)
    return b"".join((head.encode(), b"\n", json.dumps([len(blob) for blob in blobs]).encode(), b"\n", *blobs))


def unseal(body: bytes, sha256: str, keys: Sequence[x25519.Identity]) -> Parcel | None:
    """The parcel of a body, or None when it is not what was sent or not for one of these keys."""
    found = unseal_with_key(body, sha256, keys)
    return found[0] if found is not None else None


def unseal_with_key(body: bytes, sha256: str, keys: Sequence[x25519.Identity]) -> tuple[Parcel, bytes] | None:
    """As unseal, with the key for what is said about the parcel later; empty where a former version brought it."""
    if hashlib.sha256(body).hexdigest() != sha256:
        return None
    try:
        return _unpacked(bytes(pyrage.decrypt(body, list(keys))))
    except (pyrage.DecryptError, ValidationError, ValueError, KeyError, TypeError):
        return None


def close_note(key: bytes, plain: bytes, *, about: uuid.UUID) -> bytes:
    """What is said about a parcel, for the machine that brought it; empty without its key."""
    if len(key) != _KEY:
        return b""
    nonce = os.urandom(_NONCE)
    return nonce + AESGCM(key).encrypt(nonce, plain, about.bytes)


def open_note(key: bytes, sealed: bytes, *, about: uuid.UUID) -> bytes | None:
    """What was said, or None when it is not what was closed with this key about this parcel."""
    try:
        return AESGCM(key).decrypt(sealed[:_NONCE], sealed[_NONCE:], about.bytes)
    except (InvalidTag, ValueError):
        return None


def _unpacked(packed: bytes) -> tuple[Parcel, bytes]:
    line, lengths, body = packed.split(b"\n", 2)
    ends = list(accumulate(json.loads(lengths), initial=0))
    record, *contents = (body[start:end] for start, end in pairwise(ends))
    head = json.loads(line)
    for attachment, content in zip(head["attachments"], contents, strict=True):
        attachment["content"] = content
    return Parcel.model_validate({**head, "record": record}), body[ends[-1] :]
