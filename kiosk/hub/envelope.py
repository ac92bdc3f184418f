"""封筒: a parcel as the bytes that lie in the hub, closed for the city's key alone, and what stands outside on it.

Outside stand the message id, the destination's number, an order key and a digest of the content, the last two as HMACs
under a secret that the city's machines share and the server does not: what is equal can be seen and nothing else.
The same parcel is another ciphertext each time; it is known again by the digest of its content.
"""

import hashlib
import hmac
import json
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import Any

import pyrage
from pydantic import ValidationError
from pyrage import x25519

from kiosk.destinations import public_key
from kiosk.model.parcel import Parcel

_BYTES: dict[str, Any] = {"record": True, "attachments": {"__all__": {"content"}}}


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

    def close(self, parcel: Parcel) -> Envelope:
        """The parcel closed; only where `usable`."""
        plain = pack(parcel)
        body = bytes(pyrage.encrypt(plain, [x25519.Recipient.from_str(self.recipient)]))
        return Envelope(
            message=parcel.message,
            destination=parcel.destination,
            order_key=self._mac("order", parcel.order_key.encode()),
            content=self._mac("content", plain),
            sha256=hashlib.sha256(body).hexdigest(),
            body=body,
        )

    def _mac(self, use: str, value: bytes) -> str:
        return hmac.digest(self.secret, f"kiosk/hub/{use}\n".encode() + value, "sha256").hex()


def pack(parcel: Parcel) -> bytes:
    """UTF-8: the parcel as JSON without its bytes, a JSON list of their lengths, the bytes one after the other."""
    blobs = (parcel.record, *(each.content for each in parcel.attachments))
    head = parcel.model_dump_json(exclude=_BYTES)
    return b"".join((head.encode(), b"\n", json.dumps([len(blob) for blob in blobs]).encode(), b"\n", *blobs))


def unseal(body: bytes, sha256: str, keys: Sequence[x25519.Identity]) -> Parcel | None:
    """The parcel of a body, or None when it is not what was sent or not for one of these keys."""
    if hashlib.sha256(body).hexdigest() != sha256:
        return None
    try:
        return _unpacked(bytes(pyrage.decrypt(body, list(keys))))
    except (pyrage.DecryptError, ValidationError, ValueError, KeyError, TypeError):
        return None


def _unpacked(packed: bytes) -> Parcel:
    line, lengths, body = packed.split(b"\n", 2)
    bounds = pairwise(accumulate(json.loads(lengths), initial=0))
    record, *contents = (body[start:end] for start, end in bounds)
    head = json.loads(line)
    for attachment, content in zip(head["attachments"], contents, strict=True):
        attachment["content"] = content
    return Parcel.model_validate({**head, "record": record})
