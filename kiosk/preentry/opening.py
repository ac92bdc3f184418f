"""A message made at home is opened, and looked at before any of it is believed: whoever has the page can make one."""

import base64
import datetime as dt
import enum
import json
import re
import zlib
from collections.abc import Iterable
from dataclasses import dataclass

from pydantic import Field, ValidationError

from kiosk.model.base import Frozen
from kiosk.model.limits import MAX_PERSONS
from kiosk.model.message import Code, Message
from kiosk.model.path import person_of
from kiosk.preentry.keys import CODE_DAYS, CityKey

VERSION = 1
_IV, _TAG = 12, 16
_HEADER = {"alg": "ECDH-ES", "enc": "A256GCM"}
_TAKEN = [*_HEADER.values(), "DEF"]
_NO_JSON = (ValueError, RecursionError)  # the second where brackets are opened without end
_ID = re.compile("[A-Z2-7]{8}")


class Trouble(enum.Enum):
    """Why nothing of a message is taken."""

    DAMAGED = "damaged"  # changed, or not one of ours
    FOREIGN_KEY = "foreign-key"  # for another city, or a key that is gone
    VERSION = "version"
    OTHER_CITY = "other-city"
    EXPIRED = "expired"
    FUTURE = "future"
    USED = "used"
    OTHER_EVENT = "other-event"
    NO_CODE = "no-code"
    PICTURE = "picture"


TROUBLES = {trouble: Code(f"preentry-{trouble.value}") for trouble in Trouble}
"""What is said of each."""
_PARTS = Code("preentry-parts", "read", "of", "missing")


def said(trouble: Trouble) -> Message:
    """The sentence about a trouble."""
    return TROUBLES[trouble]()


def missing(*, read: int, of: int, numbers: Iterable[int]) -> Message:
    """Which codes are still to be read."""
    return _PARTS(read=read, of=of, missing=tuple(str(number) for number in numbers))


class Entry(Frozen):
    """What somebody answered at home; `answers` are words by path, as they would be typed at the counter."""

    version: int
    city: str = Field(max_length=20)
    catalogue: str = Field(max_length=200)
    id: str = Field(max_length=8)
    made_on: dt.date
    language: str = Field(max_length=20)
    event: str = Field(max_length=60)
    persons: tuple[str, ...] = Field(min_length=1, max_length=MAX_PERSONS)
    answers: dict[str, str] = Field(max_length=2000)


@dataclass(frozen=True)
class Expected:
    """What a message is held against: today, the city's code, and its keys."""

    today: dt.date
    city: str
    keys: tuple[CityKey, ...]


def opened(message: bytes, expected: Expected) -> Entry | Trouble:
    """The answers of a sealed message, or why they are not taken. Whether it was used before is the store's to say."""
    token, kid = _token(message)
    if not token:
        return Trouble.DAMAGED
    key = next((key for key in expected.keys if key.kid == kid and key.opens_on(expected.today)), None)
    if key is None:
        return Trouble.FOREIGN_KEY
    plain = _decrypted(token, key)
    return Trouble.DAMAGED if plain is None else _checked(plain, expected)


def _token(message: bytes) -> tuple[str, str]:
    """The compact JWE (RFC 7516) and the name of its key; empty where it is none of ours."""
    end = 2 + int.from_bytes(message[:2], "big")
    header, iv = message[2:end], message[end : end + _IV]
    text, tag = message[end + _IV : -_TAG], message[-_TAG:]
    try:
        told = json.loads(header)
    except _NO_JSON:
        return "", ""
    ours = isinstance(told, dict) and all(told.get(name) == value for name, value in _HEADER.items())
    if not ours or len(message) < end + _IV + _TAG or not isinstance(told.get("kid"), str):
        return "", ""
    return ".".join(map(_base64url, (header, b"", iv, text, tag))), told["kid"]


def _base64url(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def _decrypted(token: str, key: CityKey) -> bytes | None:
    from cryptography.exceptions import InvalidTag
    from joserfc import jwe
    from joserfc.errors import JoseError
    from joserfc.jwk import ECKey

    try:
        found = jwe.decrypt_compact(token, ECKey.import_key(dict(key.jwk)), algorithms=_TAKEN)
    except (JoseError, InvalidTag, zlib.error, ValueError, KeyError, TypeError):
        return None
    return found.plaintext


def _checked(plain: bytes, expected: Expected) -> Entry | Trouble:
    try:
        data = json.loads(plain)
    except _NO_JSON:
        return Trouble.DAMAGED
    if not isinstance(data, dict) or data.get("version") != VERSION:
        return Trouble.VERSION
    try:
        entry = Entry.model_validate(data)
    except ValidationError:
        return Trouble.DAMAGED
    ids = tuple(f"p{number}" for number in range(1, len(entry.persons) + 1))
    foreign = {person_of(path) for path in entry.answers} - {"", *ids}
    if entry.persons != ids or foreign or not _ID.fullmatch(entry.id):
        return Trouble.DAMAGED
    if entry.city != expected.city:
        return Trouble.OTHER_CITY
    age = (expected.today - entry.made_on).days
    if age > CODE_DAYS:
        return Trouble.EXPIRED
    return Trouble.FUTURE if age < -1 else entry  # a telephone abroad may be a day ahead
