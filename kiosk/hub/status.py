"""How a hub stands: its version, whether it is safe, its standbys, how much lies there - of nobody in particular."""

from collections.abc import Mapping

from kiosk.hub import held
from kiosk.hub.link import Link
from kiosk.hub.safety import house, look
from kiosk.hub.tables import STEPS
from kiosk.model.base import Frozen

_COUNTS = "SELECT state, count(*) AS number FROM kiosk.delivery GROUP BY state"
_OLDEST = """
SELECT coalesce(extract(epoch FROM clock_timestamp() - min(created_at)), 0)::bigint AS seconds
FROM kiosk.delivery WHERE state IN ('ready', 'leased')
"""
_STANDBYS = "SELECT count(*) AS number FROM pg_stat_replication WHERE sync_state IN ('sync', 'quorum')"
_MACHINES = "SELECT kind, count(*) AS number FROM kiosk.machine GROUP BY kind"


class HubStatus(Frozen):
    """`server` is the number of PostgreSQL's version, `states` how many parcels stand where, `oldest_seconds` how long
    the oldest waits, `standbys` how many have every commit, too, `head` the newest entry of its audit record.
    """

    house: str
    version: int
    server: int
    unsafe: tuple[str, ...]
    standbys: int
    machines: Mapping[str, int]
    states: Mapping[str, int]
    oldest_seconds: int
    head: str


def status(link: Link) -> HubStatus:
    """Asked by its administrator. Raises HubTrouble."""
    server = look(link)
    return HubStatus(
        house=house(link),
        version=len(STEPS),
        server=server.version,
        unsafe=server.unsafe,
        standbys=link.one(_STANDBYS)["number"],
        machines={row["kind"]: row["number"] for row in link.rows(_MACHINES)},
        states={row["state"]: row["number"] for row in link.rows(_COUNTS)},
        head=held.head(link),
        oldest_seconds=link.one(_OLDEST)["seconds"],
    )
