"""Parcels come in: a batch in one transaction, each only created, and the fence of their store with them."""

import uuid
from collections.abc import Callable, Mapping, Sequence

from kiosk.hub.envelope import Envelope
from kiosk.hub.link import Link

_BEGIN = "INSERT INTO kiosk.sender (store, destination, head) VALUES ($1, $2, '') ON CONFLICT DO NOTHING"
_HEAD = "SELECT head FROM kiosk.sender WHERE store = $1 AND destination = $2"
_GO_ON = "UPDATE kiosk.sender SET head = $3, changed_at = clock_timestamp() WHERE store = $1 AND destination = $2"
_TAKE = """
INSERT INTO kiosk.parcel (message, destination, order_key, content, sha256, body)
SELECT * FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::bytea[])
ON CONFLICT (message) DO NOTHING
"""
_AGAIN = "SELECT kiosk.again($1::uuid[], $2::integer[])"
_THERE = "SELECT message, content FROM kiosk.parcel WHERE message = ANY($1::uuid[])"


def head(link: Link, store: str, destination: str) -> str:
    """The newest audit entry of the store that brought parcels last; empty: none did. Raises HubTrouble."""
    row = link.one(_HEAD, store, destination)
    return str(row["head"]) if row else ""


class Fenced(Exception):
    """Another store of this name has gone on there; nothing was taken."""


def take(
    link: Link,
    envelopes: Sequence[Envelope],
    *,
    store: str,
    fence: Callable[[str], bool],
    entry: str,
    asked: Mapping[uuid.UUID, int] | None = None,
) -> frozenset[uuid.UUID]:
    """Take a batch for one destination; the messages that lie there now with this very content, new or as before.

    One that was `asked` for once more, more often than the hub has heard, leaves it once more. `fence` says whether
    the store may go on after an entry, `entry` is its newest. Two that share a name take turns, so the later one sees
    the other's. Raises Fenced, and HubTrouble.
    """
    with link.transaction():
        if store:
            destination = envelopes[0].destination
            link.rows(_BEGIN, store, destination)
            before = str(link.one(f"{_HEAD} FOR UPDATE", store, destination)["head"])
            if not fence(before):
                raise Fenced
            if before != entry:
                link.rows(_GO_ON, store, destination, entry)
        link.rows(_TAKE, *_columns(envelopes))
        there = {row["message"]: row["content"] for row in link.rows(_THERE, [each.message for each in envelopes])}
        taken = frozenset(each.message for each in envelopes if there.get(each.message) == each.content)
        again = {message: times for message, times in (asked or {}).items() if times and message in taken}
        if again:
            link.rows(_AGAIN, list(again), list(again.values()))
    return taken


def _columns(envelopes: Sequence[Envelope]) -> tuple[list[object], ...]:
    fields = ("message", "destination", "order_key", "content", "sha256", "body")
    return tuple([getattr(each, field) for each in envelopes] for field in fields)
