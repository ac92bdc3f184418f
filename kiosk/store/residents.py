"""住民記録 on disk: the city's register as it was read in last, found by keyed tokens as past cases are.

Context: up to a million people, replaced as a whole every night while counters are open; the file of the cases must
not grow by all of them, nor be locked while they are read in.
Decision: a file of its own beside it (`residents-….db`, SQLCipher), under a key of its own that is wrapped in the file
of the cases. It is written whole and forced to the device first; then one transaction there names it, with its key,
its date and its counts and the audit entry: until that moment the last register stands, and a process that is killed
before leaves a file that nobody can open, which the next import takes away. The index holds no words but tokens
(`Vault.token`), without positions; people are sealed once more, bound to their number.
Consequence: to forget it is to forget its key (the key that wrapped it changes, as for a shredded case); a counter
that has the file open goes on with the new one at its next look. What is found, and what its tokens leak, stands in
kiosk.flow.finding.
"""

import threading
import zlib
from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from kiosk.model.audit import AuditEvent
from kiosk.model.resident import RegisterState, Resident
from kiosk.store import entries, keys
from kiosk.store.connection import Sql, connect
from kiosk.store.database import Database
from kiosk.store.faults import Fault, site_error
from kiosk.store.register_import import Import, file_of, only_one, sweep
from kiosk.store.shredding import rotate
from kiosk.store.vault import unseal

SHOWN = 50
_CURRENT = "SELECT name, wrapped, generation, salt, state FROM residents JOIN kek USING (generation)"
_FOUND = "SELECT rowid FROM word WHERE word MATCH ? LIMIT ?"
_HOUSEHOLD = "SELECT household FROM person WHERE number = ?"
_PEOPLE = "SELECT number, sealed FROM person WHERE household = ? ORDER BY number"
_BUILDINGS = """
SELECT name FROM building WHERE lot = ? GROUP BY name HAVING count(*) >= 2 ORDER BY count(*) DESC, name LIMIT 9
"""
"""Where two households at least share it, a name is that of a building and not of somebody's house."""
_KNOWS_BUILDINGS = "SELECT EXISTS (SELECT 1 FROM sqlite_master WHERE name = 'building')"
_LACKS = "SELECT EXISTS (SELECT 1 FROM lacking WHERE household = ?)"


class Kept(NamedTuple):
    """One register: the name of its file and its key."""

    name: str
    key: bytes
    state: RegisterState


class FoundPeople(NamedTuple):
    """Who was found, with their numbers in the `register` of this name."""

    register: str
    people: tuple[tuple[int, Resident], ...]


class Members(NamedTuple):
    """A household: its people in order, of what day, who was chosen, and whether a row of it could not be read in."""

    people: tuple[Resident, ...]
    day: date
    chosen: int
    lacks: bool


class Residents:
    """The register of a store. `event` is who looked and what for, written before anything is answered.

    Every method raises SiteError.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._lock = threading.Lock()
        self._open: tuple[str, Sql] | None = None

    def state(self) -> RegisterState | None:
        """How it stands; None where there is none."""
        kept = self._database.look(self._current)
        return None if kept is None else kept.state

    def find(self, words: Sequence[frozenset[str]], *, event: AuditEvent, limit: int = SHOWN) -> FoundPeople:
        """Those of whom each of the words is true in one of its meanings, with their numbers; at most `limit`.

        `event` gets the number of what was found in its detail: never what was looked for.
        """

        def work(sql: Sql) -> FoundPeople:
            kept = self._current(sql)
            found: tuple[tuple[int, Resident], ...] = ()
            if kept is not None:
                there = self._opened(kept)
                numbers = [row[0] for row in there.execute(_FOUND, (self._match(words), limit))]
                rows = (there.execute("SELECT sealed FROM person WHERE number = ?", (each,)) for each in numbers)
                found = tuple((n, _person(kept, n, row.fetchone()[0])) for n, row in zip(numbers, rows, strict=True))
            entries.write(sql, (event.model_copy(update={"detail": f"found={len(found)} {event.detail}".strip()}),))
            return FoundPeople(kept.name if kept else "", found)

        with self._lock:
            return self._database.change(work)

    def household(self, number: int, *, register: str, event: AuditEvent) -> Members | None:
        """The household of somebody who was found; None where another register has taken the place of that one."""

        def work(sql: Sql) -> Members | None:
            kept = self._current(sql)
            there = None if kept is None or kept.name != register else self._opened(kept)
            row = None if there is None else there.execute(_HOUSEHOLD, (number,)).fetchone()
            if kept is None or there is None or row is None:
                return None
            people = [(n, _person(kept, n, sealed)) for n, sealed in there.execute(_PEOPLE, row)]
            people.sort(key=lambda each: (each[1].order, each[0]))
            entries.write(sql, (event.model_copy(update={"detail": f"people={len(people)} {event.detail}".strip()}),))
            at = next(place for place, (n, _) in enumerate(people) if n == number)
            lacks = bool(there.execute(_LACKS, row).fetchone()[0])
            return Members(tuple(each for _, each in people), kept.state.day, at, lacks)

        with self._lock:
            return self._database.change(work)

    def buildings(self, lot: str) -> tuple[str, ...]:
        """The names of the buildings on a lot, the largest first; none where the register was read in without them."""

        def work(sql: Sql) -> tuple[str, ...]:
            kept = self._current(sql)
            there = None if kept is None else self._opened(kept)
            if there is None or not there.execute(_KNOWS_BUILDINGS).fetchone()[0]:
                return ()
            return tuple(row[0] for row in there.execute(_BUILDINGS, (self._database.vault.token(f"lot {lot}"),)))

        with self._lock:
            return self._database.look(work)

    def begin(self) -> "Import":
        """A new register, to be filled and then published in the place of the last one; one import at a time."""
        return Import(self._database)

    def forget(self, *, event: AuditEvent) -> bool:
        """The register is gone for good; False where there was none."""

        def work(sql: Sql) -> bool:
            there = sql.execute("SELECT 1 FROM residents").fetchone() is not None
            if there:
                sql.execute("DELETE FROM residents")
                rotate(sql, self._database.vault)
                entries.write(sql, (event,))
            return there

        with only_one(self._database.folder):
            gone = self._database.change(work)
            self.close()
            sweep(self._database.folder, but="")
        if gone:
            self._database.forget_copies()
        return gone

    def close(self) -> None:
        """Let go of the file."""
        with self._lock:
            self._let_go()

    def _let_go(self) -> None:
        if self._open is not None:
            self._open[1].close()
        self._open = None

    def _current(self, sql: Sql) -> Kept | None:
        row = sql.execute(_CURRENT).fetchone()
        if row is None:
            return None
        name, wrapped, generation, salt, state = row
        key = keys.unwrap(self._database.vault, wrapped, owner=name, generation=generation, salt=salt)
        if key is None:
            raise site_error(Fault.UNREADABLE)
        return Kept(name, key, RegisterState.model_validate_json(state))

    def _opened(self, kept: Kept) -> Sql:
        """The file of a register; another one than before is opened once."""
        if self._open is None or self._open[0] != kept.name:
            self._let_go()
            self._open = (kept.name, connect(file_of(self._database.folder, kept.name), key=kept.key, mode="ro"))
        return self._open[1]

    def _match(self, words: Iterable[frozenset[str]]) -> str:
        token = self._database.vault.token
        return " AND ".join(f"({' OR '.join(sorted(map(token, meanings)))})" for meanings in words)


def _person(kept: Kept, number: int, sealed: bytes) -> Resident:
    plain = unseal(kept.key, sealed, bound_to=f"{kept.name}/{number}")
    if plain is None:
        raise site_error(Fault.UNREADABLE)
    return Resident.model_validate_json(zlib.decompress(plain))
