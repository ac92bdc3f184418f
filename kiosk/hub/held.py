"""保留 in the hub: what waits there for a person, who looked at it, and who had it sent again and why.

What a receiver refused is its machine's again as soon as that asks (`returned`): then it is sent again by that machine,
which hears within a minute that somebody here wishes it. Every look and every decision is an entry of the hub's audit
record: who (as they say, and as the server knows them), what, why. The entries are chained by SHA-256 and only written;
who administers the server could make the chain anew, so its head is to be written down elsewhere (`kiosk hub status`),
and what was sent again stands in the record of the machine that did it, too.
"""

import datetime as dt
import uuid
from dataclasses import dataclass

from kiosk.hub.link import Link
from kiosk.model.base import Frozen

_HELD = """
SELECT message, delivery.destination, attempts, last_code, delivery.changed_at, machine::text,
  state = 'returned' AS returned, wish
FROM kiosk.delivery JOIN kiosk.parcel USING (seq, machine) WHERE state IN ('held', 'returned') ORDER BY seq
"""
_RELEASE = """
UPDATE kiosk.delivery SET state = 'ready', next_at = now(), changed_at = now()
WHERE state = 'held' AND ($1::uuid IS NULL OR seq = (SELECT seq FROM kiosk.parcel WHERE message = $1)) RETURNING seq
"""
_WISH = """
UPDATE kiosk.delivery SET wish = $2
WHERE state = 'returned' AND wish = '' AND ($1::uuid IS NULL OR seq = (SELECT seq FROM kiosk.parcel WHERE message = $1))
RETURNING seq
"""
_OF = "SELECT message FROM kiosk.parcel WHERE seq = ANY($1::bigint[]) ORDER BY seq"
_ENTER = "INSERT INTO kiosk.entry (staff, action, detail) SELECT $1, $2, unnest($3::text[])"
_ENTRIES = "SELECT number, at, role::text, staff, action, detail FROM kiosk.entry ORDER BY number DESC LIMIT $1"
_HEAD = "SELECT number, hash FROM kiosk.entry ORDER BY number DESC LIMIT 1"
_BROKEN = """
SELECT min(number) AS number FROM (
  SELECT number,
    hash <> kiosk.seal(coalesce(lag(hash) OVER chain, ''), entry) OR number <> row_number() OVER chain AS wrong
  FROM kiosk.entry WINDOW chain AS (ORDER BY number)) AS looked WHERE wrong
"""


@dataclass(frozen=True)
class Held:
    """A parcel that waits for a person; nothing of what is in it. `whose` machine brought it, `returned`: it is that
    machine's again; `wish` is who here wants it sent again.
    """

    message: uuid.UUID
    destination: str
    attempts: int
    code: str
    since: dt.datetime
    whose: str
    returned: bool
    wish: str


class Released(Frozen):
    """How many leave the hub again, and how many their machines were asked to send again."""

    sent: int
    asked: int


class Entry(Frozen):
    """An entry of the hub's audit record: `role` is who the server knows, `staff` who they say they are."""

    number: int
    at: dt.datetime
    role: str
    staff: str
    action: str
    detail: str


def held(link: Link, *, by: str) -> tuple[Held, ...]:
    """What waits for a person, the oldest first; that somebody looked is noted. Raises HubTrouble."""
    with link.transaction():
        found = tuple(Held(*row) for row in link.rows(_HELD))
        link.rows(_ENTER, by, "held", [f"parcels={len(found)}"])
    return found


def release(link: Link, message: uuid.UUID | None, *, by: str, second: str = "", reason: str) -> Released:
    """Send again what is held, one message or every one. `second` is who else has looked. Raises HubTrouble."""
    who = f"{by}+{second}" if second else by
    with link.transaction():
        sent = [row["seq"] for row in link.rows(_RELEASE, message)]
        asked = [row["seq"] for row in link.rows(_WISH, message, who)]
        named = [str(row["message"]) for row in link.rows(_OF, [*sent, *asked])]
        link.rows(_ENTER, who, "release", [f"{each} {reason}" for each in named])
    return Released(sent=len(sent), asked=len(asked))


def entries(link: Link, limit: int = 200) -> tuple[Entry, ...]:
    """The newest entries, the newest first. Raises HubTrouble."""
    names = tuple(Entry.model_fields)
    return tuple(Entry(**dict(zip(names, row, strict=True))) for row in link.rows(_ENTRIES, limit))


def broken(link: Link) -> int | None:
    """The number of the first entry that was changed, or before which one is missing; None: the chain is whole."""
    number = link.one(_BROKEN)["number"]
    return None if number is None else int(number)


def head(link: Link) -> str:
    """The newest entry, "12:<hash>"; empty where there is none. Raises HubTrouble."""
    row = link.one(_HEAD)
    return f"{row['number']}:{row['hash']}" if row else ""
