"""控え on disk: confirmed cases as they stood, found again by number, name, reading or birth.

Context: a clerk looks for one of a million cases by a name, and neither the file nor who holds its key may read names
out of an index. Decision: SQLCipher's FTS5 holds no words but tokens, HMAC-SHA256 of each word under a key derived
from the root (`Vault.token`), contentless and without positions; the case itself and its face are sealed under the key
of the case. Consequence: the index answers what it was given and nothing else: 氏, 名, the whole name, a birth, and
beginnings of names and readings, each as a token of its own (what that leaks is weighed in kiosk.flow.finding); cases
of earlier versions are found by whole words alone. When a case is shredded its tokens go with it.
"""

import datetime as dt
import json
import uuid
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import asdict

from kiosk.model.audit import AuditEvent
from kiosk.model.case import CaseState
from kiosk.model.kept import Face, GuideRow, KeptCase, PastCase, Sent
from kiosk.store import entries, guides, keys
from kiosk.store.connection import Sql
from kiosk.store.database import Database
from kiosk.store.faults import Fault, site_error
from kiosk.store.instants import instant, micros
from kiosk.store.vault import Vault, seal, unseal

_KEEP = """
INSERT INTO kept_case (case_id, revision, staff, face, sealed) VALUES (?, ?, ?, ?, ?)
ON CONFLICT (case_id, revision) DO NOTHING
"""
_INDEX = "INSERT INTO kept_word (rowid, words) VALUES (?, ?)"
_LOAD = "SELECT revision, sealed FROM kept_case WHERE case_id = ? ORDER BY revision DESC LIMIT 1"
_CONTENT = "SELECT sealed FROM kept_case WHERE case_id = ? AND revision = ?"
_SENT = """
SELECT count(*) FILTER (WHERE state = 'held'), count(*) FILTER (WHERE state IN ('ready', 'leased')),
  count(*) FILTER (WHERE state = 'relayed')
FROM outbox JOIN delivery USING (seq) WHERE case_id = ?
"""
_NEWEST = "SELECT staff, revision, face FROM kept_case WHERE case_id = ? ORDER BY revision DESC LIMIT 1"
_SINCE = """
SELECT id, slip, event, confirmed_at, state FROM cases INDEXED BY cases_confirmed
WHERE confirmed_at >= ? ORDER BY confirmed_at DESC LIMIT ?
"""
_OF_SLIP = "SELECT id, slip, event, confirmed_at, state FROM cases INDEXED BY cases_slip WHERE slip = ?"
_OF_CASE = "SELECT id, slip, event, confirmed_at, state FROM cases WHERE id = ?"
_FOUND = "SELECT rowid FROM kept_word WHERE kept_word MATCH ? ORDER BY rowid DESC LIMIT ?"
_OF_NUMBER = """
SELECT id, slip, event, confirmed_at, state FROM kept_case JOIN cases ON cases.id = case_id WHERE number = ?
"""
_FORGET = (
    "DELETE FROM kept_word WHERE rowid IN (SELECT number FROM kept_case WHERE case_id = ?)",
    "DELETE FROM kept_case WHERE case_id = ?",
)
SHOWN = 50


def keep(sql: Sql, vault: Vault, case: str, kept: KeptCase, *, key: bytes) -> None:
    """Keep a case inside the caller's transaction; a revision that is there already stays as it is."""
    bound = f"kept/{case}/{kept.revision}"
    content = seal(key, zlib.compress(kept.content), bound_to=bound)
    face = seal(key, json.dumps(asdict(kept.face), ensure_ascii=False).encode(), bound_to=f"{bound}/face")
    row = sql.execute(_KEEP, (case, kept.revision, kept.staff, face, content))
    if row.rowcount == 1:
        sql.execute(_INDEX, (row.lastrowid, " ".join(sorted(map(vault.token, kept.words)))))


def newest_revision(sql: Sql, case: str) -> int:
    """The last that was accepted; 0 where nothing of a case is kept."""
    return int(sql.execute("SELECT coalesce(max(revision), 0) FROM kept_case WHERE case_id = ?", (case,)).fetchone()[0])


def forget(sql: Sql, case: str) -> None:
    """Nothing of a case is kept or found any more."""
    for statement in _FORGET:
        sql.execute(statement, (case,))


def tidy(sql: Sql) -> None:
    """Write the index anew, so that tokens of what was forgotten are not in it any more."""
    sql.execute("INSERT INTO kept_word (kept_word) VALUES ('optimize')")


class KeptCases:
    """Reads what was kept. `event` is who looked, written in the same transaction; every method raises SiteError."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def load(self, case: uuid.UUID, *, event: AuditEvent) -> bytes | None:
        """The case as it was accepted last; None when nothing of it is kept. Raises SiteError when tampered with."""

        def work(sql: Sql) -> bytes | None:
            row = sql.execute(_LOAD, (str(case),)).fetchone()
            key = keys.case_key(sql, self._database.vault, case=str(case))
            if row is None or key is None:
                return None
            entries.write(sql, (event,))
            plain = unseal(key, row[1], bound_to=f"kept/{case}/{row[0]}")
            if plain is None:
                raise site_error(Fault.UNREADABLE)
            return zlib.decompress(plain)

        return self._database.change(work)

    def content(self, case: uuid.UUID, revision: int) -> bytes | None:
        """A revision as it was accepted, for what brings it elsewhere; None when nothing of it can be read."""

        def work(sql: Sql) -> bytes | None:
            row = sql.execute(_CONTENT, (str(case), revision)).fetchone()
            key = keys.case_key(sql, self._database.vault, case=str(case))
            plain = unseal(key, row[0], bound_to=f"kept/{case}/{revision}") if row and key else None
            return None if plain is None else zlib.decompress(plain)

        return self._database.look(work)

    def revision(self, case: uuid.UUID) -> int:
        """The last revision that was accepted; 0 where nothing of a case is kept."""
        return self._database.look(lambda sql: newest_revision(sql, str(case)))

    def withdrawn(self, case: uuid.UUID) -> bool:
        """Whether it was taken back as a whole."""
        rows = self._database.read("SELECT state FROM cases WHERE id = ?", (str(case),))
        return bool(rows) and rows[0][0] == CaseState.WITHDRAWN.value

    def since(self, at: dt.datetime, *, limit: int = 200) -> tuple[PastCase, ...]:
        """What was confirmed since an instant, the newest first, without names."""

        def work(sql: Sql) -> tuple[PastCase, ...]:
            rows, same = sql.execute(_SINCE, (micros(at), limit)).fetchall(), dict[GuideRow, GuideRow]()
            return tuple(_line(sql, self._database.vault, row, faces=False, same=same) for row in rows)

        return self._database.look(work)

    def numbered(self, slip: str) -> PastCase | None:
        """The case of a number on a slip, without a name."""

        def work(sql: Sql) -> PastCase | None:
            row = sql.execute(_OF_SLIP, (slip,)).fetchone()
            return None if row is None else _line(sql, self._database.vault, row, faces=False)

        return self._database.look(work)

    def one(self, case: uuid.UUID) -> PastCase | None:
        """A case by its id, without a name."""

        def work(sql: Sql) -> PastCase | None:
            row = sql.execute(_OF_CASE, (str(case),)).fetchone()
            return None if row is None else _line(sql, self._database.vault, row, faces=False)

        return self._database.look(work)

    def find(self, words: Sequence[frozenset[str]], *, event: AuditEvent, limit: int = SHOWN) -> tuple[PastCase, ...]:
        """The newest cases of which each of the words is true in one of its meanings, with who filed them.

        `event` gets the number of what was found as its detail: never what was looked for.
        """

        def work(sql: Sql) -> tuple[PastCase, ...]:
            numbers = sql.execute(_FOUND, (self._match(words), 2 * limit)).fetchall()
            once = _once((sql.execute(_OF_NUMBER, number).fetchone() for number in numbers), limit)
            entries.write(sql, (event.model_copy(update={"detail": f"found={len(once)}"}),))
            return tuple(_line(sql, self._database.vault, row, faces=True) for row in once)

        return self._database.change(work)

    def _match(self, words: Iterable[frozenset[str]]) -> str:
        token = self._database.vault.token
        return " AND ".join(f"({' OR '.join(sorted(map(token, meanings)))})" for meanings in words)


def _once(rows: Iterable[tuple[object, ...]], limit: int) -> list[tuple[object, ...]]:
    """The first cases, each once however many of its revisions were found; no more are read than are shown."""
    found = dict[object, tuple[object, ...]]()
    for row in rows:
        found.setdefault(row[0], row)
        if len(found) == limit:
            break
    return list(found.values())


def _line(
    sql: Sql,
    vault: Vault,
    row: Sequence[object],
    *,
    faces: bool,
    same: dict[GuideRow, GuideRow] | None = None,
) -> PastCase:
    """`same` are rows of other guides in one list: what nobody has ticked off is the same row in most, held once."""
    case, slip, event, at, state = row
    rows = guides.rows(sql, str(case))
    held, waiting, relayed = sql.execute(_SENT, (case,)).fetchone()
    kept = sql.execute(_NEWEST, (case,)).fetchone()
    staff, revision, face = kept or ("", 1, None)
    return PastCase(
        case=uuid.UUID(str(case)),
        slip=str(slip),
        event=str(event),
        at=instant(int(str(at))),
        staff=staff,
        revision=revision,
        sent=Sent.HELD if held else Sent.WAITING if waiting else Sent.RELAYED if relayed else Sent.DONE,
        withdrawn=state == CaseState.WITHDRAWN.value,
        face=_face(sql, vault, str(case), revision, face) if faces and face else None,
        rows=tuple(rows if same is None else (same.setdefault(each, each) for each in rows)),
    )


def _face(sql: Sql, vault: Vault, case: str, revision: int, sealed: bytes) -> Face | None:
    key = keys.case_key(sql, vault, case=case)
    plain = key and unseal(key, sealed, bound_to=f"kept/{case}/{revision}/face")
    return Face(**json.loads(plain)) if plain else None
