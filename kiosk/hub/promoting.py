"""A standby becomes the hub, and the one before it gets nothing any more.

Context: a server breaks, a standby has every acknowledged parcel, and the broken one may come back with its own idea
of being first. Decision: the administrator makes the standby the first one and gives the hub its next term, which the
new one alone has. A machine that has seen it uses no server of an earlier term. One that has not, and meets the former
one, is kept from it as well: that one waits for a standby which follows another now, so it acknowledges nothing, and is
not even asked (`kiosk.alone`). Only who takes the former one's `synchronous_standby_names` away opens it to machines
that have seen nothing since; so it is stopped first, and comes back as a standby of the new one (pg_basebackup or
pg_rewind).
"""

from kiosk.hub.link import HubTrouble, Link

_BEHIND, _PROMOTE = "SELECT pg_is_in_recovery()", "SELECT pg_promote(true, 60)"
_TERM = "UPDATE kiosk.house SET term = term + 1 RETURNING term"
_ENTER = "INSERT INTO kiosk.entry (staff, action, detail) VALUES ($1, 'promote', $2)"


def promote(link: Link, *, by: str, reason: str) -> int:
    """Make a standby the first server; the hub's new term. Raises HubTrouble.

    The term is written without waiting for a standby of its own: there may be none yet.
    """
    if not link.one(_BEHIND)[0]:
        raise HubTrouble("D59", "このサーバーは待機系ではありません。待機系の機械で実行してください。")
    if not link.one(_PROMOTE)[0]:
        raise HubTrouble("D59", "待機系を主系にできません。PostgreSQL の記録を確かめてください。")
    with link.transaction():
        link.run("SET LOCAL synchronous_commit = local")
        term = int(link.one(_TERM)[0])
        link.rows(_ENTER, by, f"term={term} {reason}")
    return term
