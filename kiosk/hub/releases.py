"""様式の公開: a city's signed bundles in the hub, as they were published; whoever takes one proves its signature."""

import datetime as dt
import hashlib
from dataclasses import dataclass

from kiosk.hub.link import Link

_PUBLISH = """
INSERT INTO kiosk.release (digest, body, day) VALUES ($1, $2, $3) ON CONFLICT (office, digest) DO NOTHING
"""
_LYING = "SELECT digest, day, made_by, at FROM kiosk.release ORDER BY number"
_BODY = "SELECT body FROM kiosk.release WHERE digest = $1"


@dataclass(frozen=True)
class Lying:
    """A bundle in the hub: SHA-256 of the file, the day from which it is in force, the machine that brought it."""

    digest: str
    day: dt.date
    machine: str
    at: dt.datetime


def publish(link: Link, body: bytes, *, day: dt.date) -> str:
    """Let every machine of the office take a bundle; its digest. One that lies there stays as it is. HubTrouble."""
    digest = hashlib.sha256(body).hexdigest()
    link.rows(_PUBLISH, digest, body, day)
    return digest


def lying(link: Link) -> tuple[Lying, ...]:
    """Every bundle, in the order in which they came. Raises HubTrouble."""
    return tuple(Lying(row["digest"], row["day"], row["made_by"], row["at"]) for row in link.rows(_LYING))


def fetch(link: Link, digest: str) -> bytes:
    """The file of a bundle; empty where there is none, or it is another. Raises HubTrouble."""
    row = link.one(_BODY, digest)
    body = bytes(row["body"]) if row is not None else b""
    return body if hashlib.sha256(body).hexdigest() == digest else b""
