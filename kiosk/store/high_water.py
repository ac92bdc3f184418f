"""水位: how far the history of a store has come, and whether a database still knows all of it.

A database that is replaced by an older copy, or whose write-ahead log is deleted or cut, is sound in itself: only
something outside it can tell that it knew more (see kiosk.store.mark_file).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from kiosk.store.connection import Sql, schema_version
from kiosk.store.faults import Fault, site_error

DAYS = 40
SEALED = 11
"""Since this version of the tables the entries of the audit record are sealed, and the mark is signed by their key."""

_HEAD = "SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1"
_ENTRY = "SELECT hash FROM audit WHERE seq = ?"
_CASES = "SELECT max(rowid) FROM cases"
_LAST_SLIP = "SELECT slip FROM ticket ORDER BY rowid DESC LIMIT 1"
_HIGHEST_SLIP = "SELECT max(CAST(substr(slip, 8) AS INTEGER)) FROM ticket WHERE slip GLOB ?"
_STORE = "SELECT store FROM house"
_MOVED = "SELECT (SELECT max(seq) FROM audit), (SELECT max(rowid) FROM ticket)"


@dataclass(frozen=True)
class HighWater:
    """Numbers only: confirmed cases, audit entries and the hash of the last one, the last slip of each recent day.

    `store` is the random name that a store was founded with, `turn` counts how often the mark was written.
    """

    store: str
    schema: int
    cases: int
    entries: int
    head: str
    slips: Mapping[str, int] = field(default_factory=dict)
    turn: int = 0


def moved(sql: Sql) -> tuple[object, ...]:
    """What changes whenever the mark must rise; cheap enough to look at after every change."""
    return tuple(sql.execute(_MOVED).fetchone())


def observe(sql: Sql, *, before: HighWater | None) -> HighWater:
    """Where the database stands, with the earlier days' slips of the mark before."""
    entries, head = sql.execute(_HEAD).fetchone() or (0, "")
    slip = sql.execute(_LAST_SLIP).fetchone()
    day = slip[0].partition("-")[0] if slip else ""
    given = {day: highest_slip(sql, day)} if day else {}
    now = HighWater(
        store=sql.execute(_STORE).fetchone()[0],
        schema=schema_version(sql),
        cases=sql.execute(_CASES).fetchone()[0] or 0,
        entries=entries,
        head=head,
        slips=given,
    )
    if before is None:
        return now
    slips = higher(before.slips, given) if before.store == now.store else given
    return replace(now, slips=dict(sorted(slips.items())[-DAYS:]), turn=before.turn + 1)


def compare(sql: Sql, mark: HighWater) -> None:
    """Refuse a database that knows less than the mark, or is not the one it speaks of. Raises SiteError."""
    if sql.execute(_STORE).fetchone()[0] != mark.store:
        raise site_error(Fault.FOREIGN)
    entry = sql.execute(_ENTRY, (mark.entries,)).fetchone()
    known = mark.entries == 0 or (entry is not None and entry[0] == mark.head)
    cases = sql.execute(_CASES).fetchone()[0] or 0
    slips = all(highest_slip(sql, day) >= last for day, last in mark.slips.items())
    if not (known and slips and cases >= mark.cases):
        raise site_error(Fault.OLDER)


def highest_slip(sql: Sql, day: str) -> int:
    """The last number given on a day (260420); 0 when there was none."""
    return sql.execute(_HIGHEST_SLIP, (f"{day}-[0-9][0-9][0-9]*",)).fetchone()[0] or 0


def higher(one: Mapping[str, int], other: Mapping[str, int]) -> dict[str, int]:
    """The higher number of each day."""
    return {day: max(one.get(day, 0), other.get(day, 0)) for day in {*one, *other}}
