"""How long a clerk waits for one of a million past cases: by the number on a slip, by a rare name, by a common one."""

import datetime as dt
import uuid
from functools import partial

from kiosk.bench.row import Row, within
from kiosk.bench.subject import Subject
from kiosk.bench.timing import Effort
from kiosk.flow.finding import Wanted, beginnings, wanted
from kiosk.model.audit import AuditEvent
from kiosk.model.errors import Defect
from kiosk.model.kept import Face, KeptCase
from kiosk.store import kept, keys
from kiosk.store.connection import Sql
from kiosk.store.database import Database
from kiosk.store.vault import KEY_BYTES, RootKey, Vault

CASES = 1_000_000
_FAMILIES, _GIVEN = 5_000, 8_000
_KEY, _RESERVE = RootKey(bytes(KEY_BYTES)), 4096
_DAY = dt.date(2026, 4, 20)
_EVENT = AuditEvent(at=dt.datetime(2026, 4, 20, 1, tzinfo=dt.UTC), by="mado1", action="case-search")
_CASE = "INSERT INTO cases (id, slip, event, state, confirmed_at) VALUES (?, ?, 'tennyu', 'confirmed', ?)"
_BARE = "INSERT INTO kept_case (number, case_id, revision, staff, face, sealed) VALUES (?, ?, 1, 'mado1', x'00', x'00')"
_WORDS = "INSERT INTO kept_word (rowid, words) VALUES (?, ?)"
_FACED = 200
_GOLDEN = 0.6180339887498949  # its multiples are spread evenly


def past_cases(subject: Subject, effort: Effort) -> list[Row]:
    """Three searches, each whole: the list as it is shown, names unsealed, and the search noted in the audit record."""
    count = effort.times(CASES, 2_000)
    database = Database.open(subject.folder / "past", key=_KEY, reserve_bytes=_RESERVE)
    database.change(partial(_fill, database.vault, count))
    looked = {
        "slip": f"260420-{count // 2:03d}",
        "rare": _iso(_given(count)),
        "common": _family(0),
        "begun": _family(1),
    }
    found = kept.KeptCases(database)
    ways = {name: partial(_look, found, text) for name, text in looked.items()}
    took, beside = effort.turns(ways, times=effort.times(20))
    database.close()
    label = {"slip": "受付番号", "rare": "生年月日", "common": "多い姓", "begun": "姓のはじめ"}
    return [
        within(
            20,
            Row(
                name=f"counter.search_{name}_ms",
                label=f"控え{count:,}件から探す（{label[name]}）",
                value=took[name],
                unit="ms",
                compared_with="names unsealed, the search in the audit record",
            ),
            beside=beside,
        )
        for name in ways
    ]


def _look(found: kept.KeptCases, text: str) -> None:
    asked = wanted(text, today=_DAY)
    if not isinstance(asked, Wanted):
        raise Defect("a search of our own was refused")
    lines = (found.numbered(asked.slip),) if asked.slip else found.find(asked.words, event=_EVENT)
    if not lines or lines[0] is None:
        raise Defect("a case that is there was not found")


def _fill(vault: Vault, count: int, sql: Sql) -> None:
    """Cases of invented people, a thousand of them of one 氏; the newest with all that stands in a list."""
    people = [(number, _person(number)) for number in range(1, count + 1)]
    ids = [str(uuid.UUID(int=number)) for number, _ in people]
    sql.executemany(_CASE, ((ids[n - 1], f"260420-{n:03d}", n) for n, _ in people))
    sql.executemany(_BARE, ((n, ids[n - 1]) for n, _ in people[:-_FACED]))
    face = Face(name="架空　太郎", birth="昭和60年5月6日")
    sql.executemany(_WORDS, ((n, " ".join(map(vault.token, words))) for n, words in people[:-_FACED]))
    for number, words in people[-_FACED:]:
        key = keys.new_key()
        keys.store_case_key(sql, vault, key, case=uuid.UUID(int=number))
        whole = KeptCase(content=b"{}", face=face, words=frozenset(words), staff="mado1")
        kept.keep(sql, vault, ids[number - 1], whole, key=key)


def _person(number: int) -> list[str]:
    family = int(_FAMILIES * (number * _GOLDEN % 1) ** 3)  # some are common, most are rare
    given = _given(number)
    names = (_family(family), f"名{given}", f"{_family(family)}名{given}")
    begun = {word for name in names for word in beginnings("name", name)}
    return [*(f"name {name}" for name in names), *sorted(begun), f"birth {_iso(given)}"]


def _given(number: int) -> int:
    """Of 8,000 given names, and birthdays with them."""
    return number * 7919 % _GIVEN


def _family(number: int) -> str:
    return f"氏{number}"


def _iso(number: int) -> str:
    return (dt.date(1940, 1, 1) + dt.timedelta(days=3 * number)).isoformat()
