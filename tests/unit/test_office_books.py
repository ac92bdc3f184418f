"""The office's days: both sides compared and what was lost sent once more, a day closed once somebody sees to all."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.bootstrap.books_desk import BooksDesk
from kiosk.bootstrap.place import Place
from kiosk.bootstrap.program import Program
from kiosk.bootstrap.sending_desk import SendingDesk
from kiosk.flow.clock import SystemClock
from kiosk.model.audit import AuditEvent
from kiosk.model.errors import SiteError
from kiosk.model.parcel import DeliveryFailed, Failure, State
from kiosk.press.jobs import PrintJob
from kiosk.ui.office.book_ports import Asked
from kiosk.ui.printing import PrintState
from tests.accepted import accept
from tests.commands import Kiosk
from tests.read_before import catalogue


class FakePrinter:
    """Keeps what it was given; `broken`: there is no print system."""

    def __init__(self) -> None:
        self.papers, self.broken, self.says = list[bytes](), False, PrintState.QUEUED

    def send(self, *jobs: PrintJob) -> PrintState:
        if self.broken:
            raise SiteError("P01", what="印刷の仕組み（CUPS）がありません。", mend="別の端末で印刷してください。")
        self.papers += [job.content for job in jobs]
        return self.says


@pytest.fixture
def program(home: Path) -> Iterator[Program]:
    catalogue()
    made = Program(Place.standard(), SystemClock())
    made.store.staff.empty()
    yield made
    made.close()


@pytest.fixture
def printer() -> FakePrinter:
    return FakePrinter()


@pytest.fixture
def books(program: Program, printer: FakePrinter) -> BooksDesk:
    return BooksDesk(program, printer=printer)  # type: ignore[arg-type]


def today(books: BooksDesk, received: Path | str = "") -> Asked:
    day = books.program.clock.today()
    return Asked("1", day, day, str(received))


def hold_one(program: Program) -> None:
    """The receiver refuses the first application."""
    now = program.clock.now()
    lease = program.store.outbox.claim("1", now=now, lease=dt.timedelta(seconds=30))
    assert lease is not None
    failed = DeliveryFailed(failure=Failure.REFUSED, code="D39", detail="受け取られませんでした。")
    program.store.outbox.fail(lease, failed, now=now, retry_at=now)


# ---- both sides ------------------------------------------------------------------------------------------------------
def test_what_a_receiver_lost_is_shown_sent_once_more_for_a_reason_and_printed(
    books: BooksDesk, kiosk: Kiosk, home: Path, printer: FakePrinter
) -> None:
    first, second = accept(books.program, 2)
    assert kiosk("deliver").code == 0
    asked = today(books, home / "outgoing")
    (receiver, *_) = books.offer().receivers
    assert (receiver.key, receiver.hub) == ("1", False)
    whole = books.compare(asked).found
    assert whole is not None
    assert (whole.left, whole.lost, whole.unknown) == (2, (), ())
    for file in (home / "outgoing").glob(f"{second.message}*"):
        file.unlink()
    found = books.compare(asked).found
    assert found is not None
    assert [(each.slip, each.message, each.erased) for each in found.lost] == [
        ("260420-001", str(second.message), False)
    ]
    printed = books.print_compared(asked)
    assert (len(printer.papers), printed.told is not None, printed.wrong) == (1, True, ())
    again = books.resend(asked, "受け取り側の障害")
    assert again.told is not None
    assert (again.told.values, again.wrong) == ((("n", 1),), ())
    assert kiosk("deliver", "--json").document["delivered"] == 1
    healed = books.compare(asked).found
    assert healed is not None
    assert healed.lost == ()
    newest = books.program.store.audit.deciders("resend", "parcels=1", since=dt.datetime(2026, 1, 1, tzinfo=dt.UTC))
    assert newest == (books.program.at_desk.by(),)
    assert first.message != second.message


@pytest.mark.parametrize("received", ["", "/nowhere/at/all"])
def test_nothing_is_taken_for_lost_where_nobody_knows_what_the_receiver_has(books: BooksDesk, received: str) -> None:
    accept(books.program, 1)
    for page in (books.compare(today(books, received)), books.resend(today(books, received), "念のため")):
        assert page.found is None
        assert len(page.wrong) == 1
        assert ".done" in page.wrong[0].allowed


# ---- a day -----------------------------------------------------------------------------------------------------------
def test_a_day_is_closed_only_when_somebody_sees_to_everything_and_its_page_comes_out(
    books: BooksDesk, printer: FakePrinter
) -> None:
    program, day = books.program, books.program.clock.today()
    accept(program, 1)
    hold_one(program)
    refused = books.close(day)
    assert (refused.closed, printer.papers) == ((), [])
    (alone,) = refused.alone
    assert (alone.slip, alone.what) == ("260420-000", "送れない")
    assert books.own(day, alone.message).alone == ()
    closed = books.close(day)
    assert (closed.closed, len(printer.papers), closed.wrong) == ((program.at_desk.by(),), 1, ())
    assert ("案件", "転入（引越してきた）", "1") in closed.rows
    assert closed.head.partition(":")[0].isdecimal()
    assert books.day(day - dt.timedelta(days=1)).closed == ()


def test_a_day_stays_closed_where_its_page_does_not_come_out_and_that_is_said(
    books: BooksDesk, printer: FakePrinter
) -> None:
    day, printer.broken = books.program.clock.today(), True
    closed = books.close(day)
    assert closed.closed == (books.program.at_desk.by(),)
    assert "CUPS" in str(closed.wrong[0])
    printer.broken, printer.says = False, PrintState.UNKNOWN
    told = books.print_day(day).told
    assert told is not None
    assert "もう一度" in books.program.words.say(told)


def test_a_print_of_which_nothing_is_known_is_never_said_to_be_out(books: BooksDesk, printer: FakePrinter) -> None:
    printer.says = PrintState.UNKNOWN
    closed = books.close(books.program.clock.today())
    assert closed.told is not None
    assert "もう一度" in books.program.words.say(closed.told)
    assert closed.closed == (books.program.at_desk.by(),)


def test_the_whole_audit_record_is_read_and_what_is_wrong_with_it_named(books: BooksDesk) -> None:
    day = books.program.clock.today()
    books.program.store.audit.append(AuditEvent(at=books.program.clock.now(), by="c1", action="hold"))
    whole = books.verify(day)
    assert (whole.wrong, whole.told is not None) == ((), True)


# ---- 経過 ------------------------------------------------------------------------------------------------------------
def test_what_became_of_an_application_is_told_in_its_order(program: Program) -> None:
    accept(program, 2)
    hold_one(program)
    desk = SendingDesk(program, lambda: None)
    held = next(row for row in desk.look().rows if row.explained.line.state is State.HELD)
    waiting = next(row for row in desk.look().rows if row.explained.line.state is State.READY)
    assert [(each.what, each.by) for each in held.passed] == [("confirm", "c1"), ("refused", "")]
    assert [each.what for each in waiting.passed] == ["confirm"]
    desk.release(held.explained.line.message)
    released = next(row for row in desk.look().rows if row.explained.line.slip == held.explained.line.slip)
    assert released.explained.line.state is State.READY
    assert [each.what for each in released.passed if each.by] == ["confirm", "hold-reissue"]
    assert all(program.words(f"sending-did-{each.what}") for each in released.passed)
