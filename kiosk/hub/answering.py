"""回答 of receivers on their way back: the courier's machine leaves them in the hub, once each, and closed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.hub.envelope import close_note, unseal_with_key

if TYPE_CHECKING:
    import uuid
    from collections.abc import Sequence

    from pyrage import x25519

    from kiosk.hub.link import Link

_KNOWN = "SELECT 1 FROM kiosk.answer WHERE id = $1"
_OF = "SELECT seq, sha256, body FROM kiosk.parcel WHERE message = $1 AND destination = $2"
_PUT = "INSERT INTO kiosk.answer (id, seq, sealed) VALUES ($1, $2, $3) ON CONFLICT (id) DO NOTHING"


def knows(link: Link, number: str) -> bool:
    """Whether an answer lies there already. Raises HubTrouble."""
    return link.one(_KNOWN, number) is not None


def put(
    link: Link, number: str, answer: bytes, *, about: uuid.UUID, destination: str, keys: Sequence[x25519.Identity]
) -> bool:
    """Leave an answer about a message of a destination; False where no such parcel of this office lies there, or it
    cannot be opened. Raises HubTrouble.
    """
    row = link.one(_OF, about, destination)
    found = unseal_with_key(row["body"], row["sha256"], keys) if row is not None else None
    if row is None or found is None:
        return False
    link.rows(_PUT, number, row["seq"], close_note(found[1], answer, about=about))
    return True
