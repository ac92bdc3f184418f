"""Visits that the machines of an office share: brought, listed, taken over and found, each by compare and set.

What a row says is sealed by `Cover` and opened here; a row that does not open is none. Every function raises
HubTrouble. See kiosk.hub for why it is so.
"""

from __future__ import annotations

import datetime as dt
import json
import uuid
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from pydantic import ValidationError

from kiosk.flow.clock import TOKYO
from kiosk.model.base import Frozen

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kiosk.hub.covering import Cover
    from kiosk.hub.link import Link

CHANNEL = "kiosk_visit"
Stage = Literal["open", "accepted", "gone"]
OPEN: Literal["open"] = "open"
ACCEPTED: Literal["accepted"] = "accepted"
GONE: Literal["gone"] = "gone"

_OFFICE = "SELECT kiosk.office() AS office"
_SEEN = "INSERT INTO kiosk.seen DEFAULT VALUES ON CONFLICT (role) DO UPDATE SET at = clock_timestamp()"
_NUMBER = "SELECT number FROM kiosk.series WHERE store = $1"
_SERIES = """
INSERT INTO kiosk.series (store, number) SELECT $1, coalesce(max(number), 0) + 1 FROM kiosk.series
ON CONFLICT (office, store) DO NOTHING
"""
_INSERT = """
INSERT INTO kiosk.visit (ref, stage, holder, slip, content, words, line, body, day)
VALUES ($1, $2, CASE WHEN $3 THEN session_user::text ELSE '' END, $4, $5, $6, $7, $8, $9)
ON CONFLICT (office, ref) DO NOTHING RETURNING version
"""
_UPDATE = """
UPDATE kiosk.visit SET version = version + 1, stage = $2, holder = CASE WHEN $3 THEN session_user::text ELSE '' END,
  slip = $4, content = $5, words = $6, line = $7, body = $8, day = $9, made_by = session_user,
  changed_at = clock_timestamp()
WHERE ref = $1 AND version = $10 AND stage <> 'gone' RETURNING version
"""
_END = """
UPDATE kiosk.visit SET version = version + 1, stage = 'gone', holder = '', slip = '', content = $3, words = '{}',
  line = '', body = '', made_by = session_user, changed_at = clock_timestamp()
WHERE ref = $1 AND stage <> 'gone' AND ($2::bigint IS NULL OR version = $2) RETURNING version
"""
_GONE = "SELECT ref, content FROM kiosk.visit WHERE stage = 'gone' AND changed_at > now() - $1::interval"
_END_ASIDE = "UPDATE kiosk.set_aside SET line = '', body = '' WHERE ref = $1"
_STANDS = "SELECT ref, version, stage, holder, content, holder = session_user AS ours FROM kiosk.visit"
_LISTED = """
SELECT ref, version, stage, holder, holder = session_user AS ours, line,
  coalesce(extract(epoch FROM clock_timestamp() - seen.at), 1e9)::bigint AS silent
FROM kiosk.visit LEFT JOIN kiosk.seen ON seen.role = holder
"""
_TAKE = """
UPDATE kiosk.visit SET version = version + 1, holder = session_user, line = $3, made_by = session_user,
  changed_at = clock_timestamp()
WHERE ref = $1 AND version = $2 AND stage = 'open' RETURNING version, body
"""
_BODY = "SELECT body FROM kiosk.visit WHERE ref = $1"
_ASIDE = "INSERT INTO kiosk.set_aside (ref, line, body) VALUES ($1, $2, $3)"


class Line(Frozen):
    """What a list says of a visit. `event` are its purposes, `since` when it was kept or accepted, `staff` who had it,
    `desk` where; `note` is for the next desk, `handed_in` by a resident alone. Who filed it stands there only once it
    was accepted, for a search (`name`, `birth`, `others`).
    """

    case: uuid.UUID
    slip: str
    event: str
    since: dt.datetime
    staff: str = ""
    desk: str = ""
    note: str = ""
    handed_in: bool = False
    revision: int = 1
    withdrawn: bool = False
    name: str = ""
    birth: str = ""
    others: int = 0


@dataclass(frozen=True)
class Brought:
    """A visit as a machine brings it: what stands in lists, the visit itself, and the words that it is found by.

    `held`: this machine goes on with it; else it waits for whoever takes it up.
    """

    line: Line
    body: bytes
    stage: Stage = OPEN
    held: bool = False
    words: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Standing:
    """How a row stands. `holder` is the machine that goes on with it (`ours`: this one); `silent` for how many seconds
    the hub has not heard from that one.
    """

    ref: str
    version: int
    stage: str
    holder: str
    ours: bool
    content: str = ""
    line: Line | None = None
    silent: int = 0


class _NotTaken(Exception):
    """What was begun is to be left as it was."""


def office(link: Link) -> str:
    """Which office this machine is of."""
    from kiosk.hub.link import HubTrouble  # a counter that shares with nobody loads no driver

    found = link.one(_OFFICE)["office"]
    if not found:
        raise HubTrouble("D52", "中継サーバーが、この端末の庁舎を知りません。kiosk hub admit を確かめてください。")
    return str(found)


def be_seen(link: Link) -> None:
    """Say that this machine is at work."""
    link.rows(_SEEN)


def series(link: Link, cover: Cover, store: str) -> int:
    """The number that a store's slip numbers begin with, its alone in the office, the same for good."""
    name = cover.store(store)
    row = link.one(_NUMBER, name)
    if row is None:
        link.rows(_SERIES, name)
        row = link.one(_NUMBER, name)
    return int(row["number"])


def bring(link: Link, cover: Cover, brought: Brought, *, over: int) -> int | Standing:
    """Put a visit in the place of the version that this machine knew last (0: none); the version that it has there.

    Where another one stands there nothing is changed, and how it stands is said; the very same content is no other.
    """
    ref, line = cover.ref(brought.line.case), brought.line.model_dump_json().encode()
    content = cover.content(line, brought.body, brought.stage.encode(), b"held" if brought.held else b"")
    values: tuple[object, ...] = (
        ref,
        brought.stage,
        brought.held,
        cover.slip(brought.line.slip),
        content,
        sorted(map(cover.token, brought.words)),
        cover.seal(line, ref=ref, what="line"),
        cover.seal(brought.body, ref=ref, what="body"),
        brought.line.since.astimezone(TOKYO).date(),
    )
    row = link.one(_UPDATE, *values, over) if over else link.one(_INSERT, *values)
    if row is not None:
        return int(row["version"])
    (found,) = standing(link, (ref,)) or (Standing(ref, 0, GONE, "", ours=False),)
    return found.version if found.content == content else found


def standing(link: Link, refs: Iterable[str]) -> tuple[Standing, ...]:
    """How the rows of some cases stand; one that is not there is left out."""
    rows = link.rows(f"{_STANDS} WHERE ref = ANY($1::text[])", list(refs))
    return tuple(
        Standing(row["ref"], row["version"], row["stage"], row["holder"], ours=row["ours"], content=row["content"])
        for row in rows
    )


def waiting(link: Link, cover: Cover) -> tuple[Standing, ...]:
    """Every visit of the office that is not finished."""
    return tuple(_listed(cover, link.rows(f"{_LISTED} WHERE stage = 'open' ORDER BY changed_at DESC LIMIT 500")))


def accepted(link: Link, cover: Cover, since: dt.date) -> tuple[Standing, ...]:
    """What the office accepted since a day, the newest first."""
    statement = f"{_LISTED} WHERE stage = 'accepted' AND day >= $1 ORDER BY changed_at DESC LIMIT 500"
    return tuple(_listed(cover, link.rows(statement, since)))


def numbered(link: Link, cover: Cover, slip: str) -> tuple[Standing, ...]:
    """The visits of a number; more than one only where machines gave numbers before they ever met the hub."""
    return tuple(_listed(cover, link.rows(f"{_LISTED} WHERE slip = $1", cover.slip(slip))))


def one(link: Link, cover: Cover, case: uuid.UUID) -> Standing | None:
    """The visit of a case; None where the office has none, or it is gone."""
    return next(_listed(cover, link.rows(f"{_LISTED} WHERE ref = $1 AND stage <> 'gone'", cover.ref(case))), None)


def find(link: Link, cover: Cover, words: Sequence[frozenset[str]], *, limit: int) -> tuple[Standing, ...]:
    """The newest accepted cases of which each of the words is true in one of its meanings."""
    every = [sorted(map(cover.token, meanings)) for meanings in words]
    true = " AND ".join(f"words && ${at}::text[]" for at in range(2, len(every) + 2))
    statement = f"{_LISTED} WHERE stage = 'accepted' AND {true} ORDER BY day DESC, changed_at DESC LIMIT $1"
    return tuple(_listed(cover, link.rows(statement, limit, *every)))


def take(link: Link, cover: Cover, there: Standing, line: Line) -> tuple[int, bytes] | None:
    """Take an unfinished visit over as it was seen; its version from now on and what it says. `line` says who has it.

    None where somebody was quicker, or it is not what this office sealed.
    """
    sealed = cover.seal(line.model_dump_json().encode(), ref=there.ref, what="line")
    try:
        with link.transaction():
            row = link.one(_TAKE, there.ref, there.version, sealed)
            body = None if row is None else cover.open(row["body"], ref=there.ref, what="body")
            if body is None:
                raise _NotTaken
            return int(row["version"]), body
    except _NotTaken:
        return None


def read(link: Link, cover: Cover, there: Standing) -> bytes | None:
    """What a visit says, without taking it over."""
    row = link.one(_BODY, there.ref)
    return None if row is None else cover.open(row["body"], ref=there.ref, what="body")


def end(link: Link, cover: Cover, case: uuid.UUID, *, over: int | None = None) -> bool:
    """Nothing of a case is left there, what was set aside included; with `over` only of the version that was known."""
    ref = cover.ref(case)
    with link.transaction():
        done = link.one(_END, ref, over, proof(cover, ref, erased=over is None)) is not None
        if over is None:
            link.rows(_END_ASIDE, ref)
    return done


def erased(link: Link, cover: Cover, *, days: int) -> frozenset[str]:
    """The cases that machines of the office have erased in the last days; what only the server says counts for none."""
    rows = link.rows(_GONE, dt.timedelta(days=days))
    return frozenset(str(row["ref"]) for row in rows if row["content"] == proof(cover, row["ref"], erased=True))


def proof(cover: Cover, ref: str, *, erased: bool) -> str:
    """By which a machine says that a case was erased, or only given up."""
    return cover.content((b"erased" if erased else b"given up"), ref.encode())


def set_aside(link: Link, cover: Cover, line: Line, body: bytes) -> None:
    """Keep a copy of a visit that somebody decided not to go on with."""
    ref = cover.ref(line.case)
    sealed = cover.seal(line.model_dump_json().encode(), ref=ref, what="line")
    link.rows(_ASIDE, ref, sealed, cover.seal(body, ref=ref, what="body"))


def _listed(cover: Cover, rows: Iterable[Any]) -> Iterator[Standing]:
    for row in rows:
        line = _line(cover, row["ref"], row["line"])
        if line is not None:
            yield Standing(
                ref=row["ref"],
                version=row["version"],
                stage=row["stage"],
                holder=row["holder"],
                ours=row["ours"],
                line=line,
                silent=row["silent"],
            )


def _line(cover: Cover, ref: str, sealed: bytes) -> Line | None:
    plain = cover.open(sealed, ref=ref, what="line")
    try:
        return None if plain is None else Line.model_validate(json.loads(plain))
    except (ValidationError, ValueError):
        return None
