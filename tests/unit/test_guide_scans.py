"""A scan of a 受付案内票 answers in one clear sentence, whatever was scanned, and what fell away is told."""

import datetime as dt
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.bootstrap.doing import StoreDoing
from kiosk.bootstrap.program import Program
from kiosk.flow.clock import FixedClock
from kiosk.flow.day import Found
from kiosk.flow.finding import Wanted, wanted
from kiosk.flow.jobs import Find, Tick
from kiosk.flow.lobby.slip_code import guide_code, guide_row_of
from kiosk.model.kept import Face, GuideRow, KeptCase
from tests.outboxes import confirmation, parcel
from tests.visits import TODAY, place_at
from tests.wording import WORDS, say

SLIP = "260420-001"
CASE = uuid.UUID(int=7)
HEALTH, CHILD = GuideRow("P10", "国民健康保険", "保険年金課"), GuideRow("P20", "児童手当", "子育て課")
CLOCK = FixedClock(dt.datetime(2026, 4, 20, 1, 15, tzinfo=dt.UTC))


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[StoreDoing]:
    program = Program(place_at(tmp_path), CLOCK)
    accept(program, HEALTH, CHILD)
    yield StoreDoing(program)
    program.close()


def accept(program: Program, *rows: GuideRow, revision: int = 1, taken_back: bool = False) -> None:
    kept = KeptCase(content=b"{}", face=Face(), words=frozenset(), staff="1001", revision=revision)
    filed = confirmation(CLOCK, parcel(CASE, "P01", revision=revision))
    waiting = program.store.outbox.standing(CASE).never_sent if taken_back else None
    said = {"slip": SLIP, "kept": kept, "guide": rows, "never_sent": waiting}
    program.store.outbox.accept(filed.model_copy(update=said))


def scanned(desk: StoreDoing, procedure: str, *, on: bool = True, slip: str = SLIP) -> str:
    """What the desk says, as a person reads it."""
    found = desk.do(Tick(slip, procedure, on=on))
    assert isinstance(found, Found)
    if found.refused is not None:
        assert not found.cases
        return say(found.refused.message)
    assert found.said is not None
    return WORDS.say(found.said.message)


def test_a_row_is_done_once_and_whoever_scans_it_again_is_told_when_and_where(desk: StoreDoing) -> None:
    assert scanned(desk, "P10") == "「国民健康保険」に済の印をつけました（1/2）。"
    assert scanned(desk, "P10") == "「国民健康保険」は、もう済んでいます（4月20日 10:15　counter）。印はそのままです。"
    assert scanned(desk, "P10", on=False) == "「国民健康保険」の済の印を消しました（0/2）。"
    assert scanned(desk, "P10", on=False) == "「国民健康保険」に済の印はありません。"


def test_what_is_on_no_guide_and_a_number_that_nobody_has_are_told_each_in_their_own_words(desk: StoreDoing) -> None:
    assert "読み取った手続（P99）はありません" in scanned(desk, "P99")
    assert scanned(desk, "P10", slip="260420-999").startswith("受付番号 260420-999 の受付はありません")
    found = desk.do(Find("260420-999"))
    assert isinstance(found, Found)
    assert found.refused is not None
    assert say(found.refused.message).startswith("受付番号 260420-999 の受付はありません")


def test_the_bars_of_a_whole_sheet_say_which_visit_it_is_and_how_far_it_is(desk: StoreDoing) -> None:
    scanned(desk, "P10")
    found = desk.do(Find(SLIP))
    assert isinstance(found, Found)
    assert found.said is not None
    sentence = "受付番号 260420-001 の受付です。受付案内票の手続は、2件のうち1件が済んでいます。"
    assert WORDS.say(found.said.message) == sentence


def test_what_was_done_and_falls_away_with_a_correction_is_kept_and_told_at_its_counter(desk: StoreDoing) -> None:
    scanned(desk, "P10")
    accept(desk.program, CHILD, revision=2)
    assert [(row.procedure, row.gone, row.staff) for row in desk.program.store.guides.of(CASE)] == [
        ("P20", False, ""),
        ("P10", True, "counter"),
    ]
    first = desk.program.store.audit.read(1)[0]
    assert (first.action, first.detail) == ("guide-gone", "P10")
    assert (
        scanned(desk, "P10") == "「国民健康保険」は、訂正でこの受付から外れました。済ませたことを取り消してください。"
    )
    accept(desk.program, HEALTH, CHILD, revision=3)
    assert scanned(desk, "P20").endswith("（2/2）。")  # what is wanted after all was done already


def test_of_a_case_that_was_taken_back_nothing_is_done_any_more_and_that_is_said(desk: StoreDoing) -> None:
    accept(desk.program, revision=2, taken_back=True)
    said = "受付番号 260420-001 は取り下げられています。手続をしないでください。"
    assert scanned(desk, "P10") == said
    found = desk.do(Find(SLIP))
    assert isinstance(found, Found)
    assert found.said is not None
    assert WORDS.say(found.said.message) == said


@pytest.mark.parametrize(
    "typed", ["260420001", "２６０４２０－００１", "260420 001", "260420ー001", "260420‐001", " 260420 – 001 "]
)
def test_a_number_is_found_however_it_is_written(typed: str) -> None:
    assert wanted(typed, today=TODAY) == Wanted(slip=SLIP)


def test_a_birth_is_no_number_and_a_code_in_full_width_is_a_code() -> None:
    assert wanted("19800107", today=TODAY) != Wanted(slip="198001-07")
    assert guide_row_of("Ｇ２６０４２０－００１－Ｐ１０") == (SLIP, "P10")
    assert guide_row_of(guide_code(SLIP)) == (SLIP, "")
