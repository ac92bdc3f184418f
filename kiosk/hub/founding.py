"""The hub is founded, led from one version to the next, and told which machine is whose: its administrator's work."""

import hashlib

from kiosk.hub.link import HubTrouble, Link, names
from kiosk.hub.safety import demand_safe
from kiosk.hub.tables import COURIER, OWNER, READER, ROLES, STEPS, TERMINAL
from kiosk.hub.visit_tables import COUNTER

KINDS = {"terminal": (TERMINAL,), "counter": (TERMINAL, COUNTER), "courier": (COURIER,), "reader": (READER,)}
"""What a machine can be, with its roles."""

_ALONE = 4_106_023  # every administrator's command waits for the one before
_ROLES = "SELECT rolname::text FROM pg_roles WHERE rolname = ANY($1::text[])"
_STEP = """
CREATE TABLE IF NOT EXISTS kiosk.step (
  number integer PRIMARY KEY, digest text NOT NULL, at timestamptz NOT NULL DEFAULT clock_timestamp())
"""
_DONE = "SELECT number, digest FROM kiosk.step ORDER BY number"
_ADMIT = """
INSERT INTO kiosk.machine (role, office, kind) VALUES ($1, $2, $3)
ON CONFLICT (role) DO UPDATE SET office = excluded.office, kind = excluded.kind
"""

_INHERIT = (
    """UPDATE kiosk.machine AS mine SET news = greatest(mine.news, other.news) FROM kiosk.machine AS other
    WHERE mine.role = $1 AND other.role = $2 AND other.office = $3""",
    *(
        f"UPDATE kiosk.{table} SET machine = $1 WHERE machine = $2 AND office = $3"  # noqa: S608 - our own words
        for table in ("parcel", "delivery", "answer")
    ),
)


def found(link: Link) -> int:
    """Make roles, schema and tables, as far as they are not there; the version. Raises HubTrouble.

    Nothing is done on a server that is not safe.
    """
    demand_safe(link)
    with link.transaction():
        link.rows("SELECT pg_advisory_xact_lock($1)", _ALONE)
        _make_roles(link)
        link.run(f"CREATE SCHEMA IF NOT EXISTS kiosk AUTHORIZATION {OWNER}")
        link.run("REVOKE ALL ON SCHEMA kiosk FROM PUBLIC")
    return migrate(link)


def migrate(link: Link) -> int:
    """Every step that is still to be done, each with its digest, all or nothing; the version. Raises HubTrouble.

    D55 where the tables are newer than this program, or a step that was done is not the one that it knows.
    """
    demand_safe(link)
    with link.transaction():
        link.rows("SELECT pg_advisory_xact_lock($1)", _ALONE)
        _make_roles(link)
        link.run(f"GRANT pg_read_all_stats TO {OWNER}")  # how many standbys are with it
        link.run(f"SET LOCAL ROLE {OWNER}")
        link.run(_STEP)
        done = [(row["number"], row["digest"]) for row in link.rows(_DONE)]
        ours = [(number, _digest(step)) for number, step in enumerate(STEPS, 1)]
        if done != ours[: len(done)]:
            raise HubTrouble("D55", "中継サーバーの表は、このプログラムより新しいか、別のものです。")
        for number, digest in ours[len(done) :]:
            link.run(STEPS[number - 1])
            link.rows("INSERT INTO kiosk.step (number, digest) VALUES ($1, $2)", number, digest)
    return len(STEPS)


def admit(link: Link, role: str, *, office: str, kind: str, instead_of: str = "") -> None:
    """Let a machine in: a login without a password, for a certificate of that name. Raises HubTrouble.

    `instead_of` another one of its office it hears from now on what became of what that one brought.
    """
    with link.transaction():
        link.rows("SELECT pg_advisory_xact_lock($1)", _ALONE)
        quoted = str(link.one("SELECT quote_ident($1)", role)[0])
        if not names(link.rows(_ROLES, [role])):
            link.run(f"CREATE ROLE {quoted} LOGIN INHERIT NOCREATEDB NOCREATEROLE NOSUPERUSER")
        link.run(f"REVOKE {', '.join(ROLES[1:])} FROM {quoted}")
        link.run(f"GRANT {', '.join(KINDS[kind])} TO {quoted}")
        link.run(f"SET LOCAL ROLE {OWNER}")
        link.rows(_ADMIT, role, office, kind)
        for statement in _INHERIT if instead_of else ():
            link.rows(statement, role, instead_of, office)


def _make_roles(link: Link) -> None:
    there = names(link.rows(_ROLES, list(ROLES)))
    for role in ROLES:
        if role not in there:
            link.run(f"CREATE ROLE {role} NOLOGIN")


def _digest(step: str) -> str:
    return hashlib.sha256(step.encode()).hexdigest()
