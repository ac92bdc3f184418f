"""控え: a case is found by number, name, reading and birth, by nobody unseen, and never after it is shredded."""

import datetime as dt
import uuid
from pathlib import Path

import pytest

from kiosk.bench.handwritten import sample
from kiosk.flow.clock import FixedClock
from kiosk.flow.finding import Wanted, beginnings, wanted, words_about
from kiosk.model.audit import AuditEvent
from kiosk.model.errors import SiteError
from kiosk.model.kept import Face, GuideRow, KeptCase, Sent
from kiosk.model.likeness import Described
from kiosk.model.parcel import message_id
from kiosk.model.printing import Again, PaperKind
from kiosk.model.wareki import PartialDate
from kiosk.store.audit import AuditLog
from kiosk.store.database import NAME, Database
from kiosk.store.drafts import Drafts
from kiosk.store.guides import put
from kiosk.store.kept import KeptCases
from kiosk.store.outbox import SqlOutbox
from kiosk.store.prints import Prints
from kiosk.store.shredding import shred
from kiosk.store.vault import RootKey
from tests.outboxes import REFUSED

KEY, NOW = RootKey(b"k" * 32), dt.datetime(2026, 4, 20, 1, tzinfo=dt.UTC)
WORDS = frozenset(words_about(Described(name="見本　架空", kana="ミホン　カクウ", birth=PartialDate(iso="1985-05-06"))))
LOOKED = AuditEvent(at=NOW, by="mado1", action="case-search")
SPELT = ("見本", "みほん", "ﾐﾎﾝ", "昭和60年5月6日", "S60.5.6", "1985-05-06", "見本架空 1985/5/6", "見本　ミホン")
READ = AuditEvent(at=NOW, by="mado1", action="case-open")


@pytest.fixture
def database(tmp_path: Path) -> Database:
    return Database.open(tmp_path / "store", key=KEY, reserve_bytes=4096)


def kept(revision: int = 1, *, words: frozenset[str] = WORDS) -> KeptCase:
    face = Face(name="見本　架空", birth="昭和60年5月6日", others=2)
    return KeptCase(content=b"{everything}", face=face, words=words, staff="mado1", revision=revision)


def take_in(database: Database, *, count: int = 1, words: frozenset[str] = WORDS) -> list[uuid.UUID]:
    outbox, taken = SqlOutbox(database), sample(count, clock=FixedClock(NOW), parcels=1, record_bytes=10)
    for each in taken:
        outbox.accept(each.model_copy(update={"kept": kept(words=words)}))
    return [each.case for each in taken]


def looked_for(text: str) -> tuple[frozenset[str], ...]:
    asked = wanted(text, today=NOW.date())
    assert isinstance(asked, Wanted)
    return asked.words


@pytest.mark.parametrize(
    "text",
    [
        "見本",
        "見本架",
        "みほ",
        "ミホ",
        "みほ 1985/5/6",
        "みほん",
        "ﾐﾎﾝ",
        "昭和60年5月6日",
        "S60.5.6",
        "1985-05-06",
        "見本架空 1985/5/6",
        "見本　ミホン",
        *("見\u200b本架空", "\ufeff見本", "\u202aみほん\u202c S60.\u00ad5.6"),
    ],
)
def test_a_case_is_found_by_whoever_was_in_it_however_that_is_written(database: Database, text: str) -> None:
    (case,) = take_in(database)
    (line,) = KeptCases(database).find(looked_for(text), event=LOOKED)
    assert (line.case, line.staff, line.sent, line.revision) == (case, "mado1", Sent.WAITING, 1)
    assert line.face == Face(name="見本　架空", birth="昭和60年5月6日", others=2)


@pytest.mark.parametrize(
    "text", ["見", "み", "本架", "ほん", "見架", "見本 1986-05-06", "別人", '" OR name', "kept_word:x", "*", "NOT 見本"]
)
def test_nothing_else_is_found_whatever_is_typed(database: Database, text: str) -> None:
    take_in(database)
    assert KeptCases(database).find(looked_for(text), event=LOOKED) == ()


def test_of_a_long_name_ten_letters_are_the_longest_beginning_and_none_is_a_single_letter() -> None:
    kept_of = list(beginnings("kana", "アイウエオカキクケコサシスセ"))
    assert (kept_of[0], kept_of[-1], len(kept_of)) == ("kana^ アイ", "kana^ アイウエオカキクケコ", 9)
    assert list(beginnings("name", "東")) == list(beginnings("name", "見本")) == []  # the whole is found as such


def test_every_search_and_every_look_is_noted_without_what_was_looked_for(database: Database) -> None:
    (case,) = take_in(database)
    there = KeptCases(database)
    there.find(looked_for("見本"), event=LOOKED)
    assert there.load(case, event=READ.model_copy(update={"case": str(case)})) == b"{everything}"
    read, searched, *_ = AuditLog(database).read()
    assert (searched.action, searched.detail, read.action, read.case) == (
        "case-search",
        "found=1",
        "case-open",
        str(case),
    )


def test_the_file_holds_no_word_of_the_index_even_for_who_has_its_key(database: Database) -> None:
    take_in(database)
    rows = database.read("SELECT * FROM kept_word_data") + database.read("SELECT * FROM kept_case")
    said = b"".join(bytes(str(cell), "utf-8") if not isinstance(cell, bytes) else cell for row in rows for cell in row)
    assert [word for word in ("見本", "ミホン", "1985", "架空") if word.encode() in said] == []


def test_the_newest_come_first_and_a_list_ends_somewhere(database: Database) -> None:
    cases = take_in(database, count=4)
    found = KeptCases(database).find(looked_for("見本"), event=LOOKED, limit=3)
    assert [line.case for line in found] == cases[:0:-1]


def test_the_day_is_listed_without_names_and_a_number_finds_its_case(database: Database) -> None:
    (case,) = take_in(database)
    there = KeptCases(database)
    (line,) = there.since(NOW - dt.timedelta(hours=1))
    assert (line.case, line.face, there.since(NOW + dt.timedelta(hours=1))) == (case, None, ())
    assert (there.numbered(line.slip), there.numbered("260420-999")) == (line, None)


def test_the_worst_of_its_parcels_is_how_a_case_stands(database: Database) -> None:
    take_in(database)
    outbox, there = SqlOutbox(database), KeptCases(database)
    lease = outbox.claim("d0", now=NOW, lease=dt.timedelta(seconds=30))
    assert lease is not None
    outbox.fail(lease, REFUSED, now=NOW, retry_at=NOW)
    assert there.since(NOW)[0].sent is Sent.HELD
    outbox.skip(lease.parcel.message, audit=READ)
    assert there.since(NOW)[0].sent is Sent.DONE


def test_a_shredded_case_is_neither_read_nor_found_and_its_tokens_are_gone(database: Database) -> None:
    (case,) = take_in(database)
    outbox, there = SqlOutbox(database), KeptCases(database)
    lease = outbox.claim("d0", now=NOW, lease=dt.timedelta(seconds=30))
    assert lease is not None
    outbox.fail(lease, REFUSED, now=NOW, retry_at=NOW)
    outbox.skip(lease.parcel.message, audit=READ)
    tokens = [database.vault.token(word).encode() for word in WORDS]
    assert [first for first in tokens if first[:4] in _index(database)]
    assert Prints(database).begin(case, [PaperKind.SLIP], again=Again("紛失"), event=READ)
    database.change(lambda sql: put(sql, str(case), [GuideRow("P01", "転入届")]))
    shred(database, [case], event=READ)
    assert (there.load(case, event=READ), there.find(looked_for("見本"), event=LOOKED)) == (None, ())
    assert [token for token in tokens if token[:4] in _index(database)] == []
    for table in ("kept_case", "printed", "guide_row"):
        assert database.read(f"SELECT count(*) FROM {table}") == [(0,)], table


def _index(database: Database) -> bytes:
    return b"".join(row[0] for row in database.read("SELECT block FROM kept_word_data"))


def test_what_was_tampered_with_is_told_and_never_shown(database: Database) -> None:
    (case,) = take_in(database)
    database.change(lambda sql: sql.execute("UPDATE kept_case SET sealed = zeroblob(60)"))
    with pytest.raises(SiteError):
        KeptCases(database).load(case, event=READ)


def test_a_store_of_an_earlier_version_takes_the_new_tables(tmp_path: Path, database: Database) -> None:
    assert (tmp_path / "store" / NAME).exists()
    assert KeptCases(database).since(NOW) == ()


@pytest.mark.parametrize(
    ("text", "slip"),
    [("260420-001", "260420-001"), (" 260420-1234 ", "260420-1234"), ("２６０４２０\u200b－001", "260420-001")],
)
def test_a_number_is_a_number(text: str, slip: str) -> None:
    assert wanted(text, today=NOW.date()) == Wanted(slip=slip)


@pytest.mark.parametrize("text", ["", "  　"])
def test_nothing_to_look_for_is_told(text: str) -> None:
    assert not isinstance(wanted(text, today=NOW.date()), Wanted)


def test_a_correction_is_kept_beside_what_was_accepted_and_replaces_what_is_held(database: Database) -> None:
    (first,) = sample(1, clock=FixedClock(NOW), parcels=1, record_bytes=10)
    outbox, there = SqlOutbox(database), KeptCases(database)
    outbox.accept(first.model_copy(update={"kept": kept()}))
    lease = outbox.claim("d0", now=NOW, lease=dt.timedelta(seconds=30))
    assert lease is not None
    outbox.fail(lease, REFUSED, now=NOW, retry_at=NOW)
    (earlier,) = outbox.earlier(first.case)
    assert (earlier.parcel, earlier.left) == (first.parcels[0], False)
    old = first.parcels[0]
    message = message_id(old.case, old.destination, old.kind, 2)
    new = old.model_copy(update={"message": message, "revision": 2, "record": b"corrected"})
    again = first.model_copy(update={"parcels": (new,), "kept": kept(2, words=WORDS | {"name 訂正"})})
    outbox.accept(again)
    outbox.accept(again)
    (after,) = outbox.earlier(first.case)
    assert (after.parcel, after.left, there.revision(first.case)) == (new, True, 2)
    lease = outbox.claim("d0", now=NOW, lease=dt.timedelta(seconds=30))
    assert lease is not None
    assert lease.parcel == new
    assert database.read("SELECT count(*) FROM kept_case") == [(2,)]
    assert [line.revision for line in there.find(looked_for("訂正"), event=LOOKED)] == [2]


def test_the_draft_of_a_correction_is_kept_and_one_of_what_was_accepted_is_not(database: Database) -> None:
    (case,) = take_in(database)
    drafts = Drafts(database)
    assert not drafts.save(case, b"late", now=NOW)
    assert drafts.save(case, b"corrected", now=NOW, revision=2)
    assert [line.accepted for line in drafts.list()] == [False]
    assert drafts.load(case) == b"corrected"
