"""突合 with the hub: which of a machine's parcels lie there, by number and by the digest of their content."""

import uuid
from collections.abc import Sequence

from kiosk.hub.link import Link

_THERE = """
SELECT message, content FROM kiosk.parcel
WHERE machine = session_user AND destination = $1 AND message = ANY($2::uuid[])
"""
_OFFICE = "SELECT message FROM kiosk.parcel WHERE destination = $1 AND message = ANY($2::uuid[])"


def there(link: Link, destination: str, messages: Sequence[uuid.UUID]) -> dict[uuid.UUID, str]:
    """What of this machine's messages lies there, each with the digest of its content. Raises HubTrouble."""
    return {row["message"]: row["content"] for row in link.rows(_THERE, destination, list(messages))}


def of_office(link: Link, destination: str, messages: Sequence[uuid.UUID]) -> frozenset[uuid.UUID]:
    """Which of some messages any machine of the office has brought. Raises HubTrouble."""
    return frozenset(row["message"] for row in link.rows(_OFFICE, destination, list(messages)))
