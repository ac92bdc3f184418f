"""An office that works on paper: each application comes out once at its printer, and nobody knows is never a yes."""

import hashlib
import io
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest

from kiosk import cups
from kiosk.exchange.destinations.printer import PrinterDestination
from kiosk.exchange.records.sample import sample_parcel
from kiosk.model.parcel import Attachment, Failure, Parcel, Receipt
from tests.print_system import QUEUE, Office, print_system
from tests.receivers import failed

A4, A3 = (595.28, 841.89), (1190.55, 841.89)


def papers(*sizes: tuple[float, float]) -> bytes:
    made, out = pikepdf.Pdf.new(), io.BytesIO()
    for size in sizes:
        made.add_blank_page(page_size=size)
    made.save(out, static_id=True)
    return out.getvalue()


def parcel(content: bytes) -> Parcel:
    digest = hashlib.sha256(content).hexdigest()
    paper = Attachment(name="packet.pdf", media_type="application/pdf", content=content, sha256=digest)
    open_ = paper.model_copy(update={"name": "fields.pdf"})  # the same once more, for a screen
    return sample_parcel().model_copy(update={"attachments": (paper, open_)})


PARCEL = parcel(papers(A4, A4))
STEM = str(PARCEL.message)


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Office]:
    with print_system(tmp_path, monkeypatch) as started:
        yield started


def test_papers_come_out_once_one_sided_and_unscaled_under_the_name_of_the_message(
    office: Office,
) -> None:
    receipt = office.destination().deliver(PARCEL)
    assert isinstance(receipt, Receipt)
    assert receipt.acknowledged
    ((name, options),) = office.printed()
    assert name == STEM
    assert {"sides=one-sided", "print-scaling=none", "number-up=1", "media=A4"} <= {*options.split()}
    assert office.papers() == [PARCEL.attachments[0].content]
    assert office.destination().deliver(PARCEL) == receipt
    office.forget()
    assert office.destination().deliver(PARCEL) == receipt
    assert len(office.printed()) == 1


def test_papers_of_another_size_are_a_job_of_their_own_in_their_order(office: Office) -> None:
    assert isinstance(office.destination().deliver(parcel(papers(A4, A3, A3, A4))), Receipt)
    assert [name for name, _ in office.printed()] == [STEM, f"{STEM}_2", f"{STEM}_3"]
    assert ["media=A3" in options for _, options in office.printed()] == [False, True, False]
    pages = []
    for content in office.papers():
        with pikepdf.Pdf.open(io.BytesIO(content)) as out:
            pages.append(len(out.pages))
    assert pages == [1, 2, 1]


def test_what_waits_in_the_queue_is_waited_for_and_not_printed_twice(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(PrinterDestination, "look", lambda _: None)  # it is stopped after it was looked at
    office.stop()
    for _ in range(2):
        assert failed(office.destination(patience=0).deliver(PARCEL)) == (Failure.UNKNOWN_OUTCOME, "D37")
    office.go_on()
    assert isinstance(office.destination().deliver(PARCEL), Receipt)
    assert len(office.printed()) == 1


def test_a_queue_that_stands_still_or_is_not_there_gets_nothing(office: Office) -> None:
    office.stop()
    for place in (office.destination(), office.destination(queue="nowhere")):
        looked = place.look()
        assert looked is not None
        assert failed(place.deliver(PARCEL)) == (Failure.UNREACHABLE, looked.code) == (Failure.UNREACHABLE, "D38")
    office.go_on()
    assert isinstance(office.destination().deliver(PARCEL), Receipt)
    assert len(office.printed()) == 1


def test_a_printer_that_fails_asks_a_person_who_may_have_it_printed_again(office: Office) -> None:
    (office.root / "jammed").touch()
    assert failed(office.destination().deliver(PARCEL)) == (Failure.REFUSED, "D39")
    assert office.printed() == []
    (office.root / "jammed").unlink()
    assert isinstance(office.destination().deliver(PARCEL), Receipt)  # somebody has sent it again
    assert [name for name, _ in office.printed()] == [STEM]


def test_a_job_that_nobody_knows_any_more_is_asked_about_once_and_not_printed_by_itself(office: Office) -> None:
    office.stop()
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(PrinterDestination, "look", lambda _: None)
        failed(office.destination(patience=0).deliver(PARCEL))
    office.forget()
    office.go_on()
    assert failed(office.destination(patience=0.5).deliver(PARCEL)) == (Failure.REFUSED, "D39")
    assert office.printed() == []
    assert isinstance(office.destination().deliver(PARCEL), Receipt)  # somebody has looked, and sent it again
    assert len(office.printed()) == 1


def test_a_power_cut_before_or_after_the_paper_was_handed_over_prints_nothing_twice(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    class PowerCut(Exception):
        pass

    def cut(*_: object, **__: object) -> str:
        raise PowerCut

    def taken_and_cut(content: bytes, **words: object) -> str:
        real(content, **words)  # type: ignore[arg-type]  # handed on as it came
        raise PowerCut

    real, other = cups.put, PARCEL.model_copy(update={"message": PARCEL.case})
    for put, message in ((taken_and_cut, PARCEL), (cut, other)):
        monkeypatch.setattr(cups, "put", put)
        with pytest.raises(PowerCut):
            office.destination().deliver(message)
    monkeypatch.setattr(cups, "put", real)
    assert isinstance(office.destination().deliver(PARCEL), Receipt)
    assert failed(office.destination(patience=0.5).deliver(other)) == (Failure.REFUSED, "D39")
    assert len(office.printed()) == 1


def test_a_home_that_was_put_back_finds_what_it_printed_at_the_queue(office: Office, tmp_path: Path) -> None:
    first = office.destination().deliver(PARCEL)
    office.home = tmp_path / "restored"
    assert office.destination().deliver(PARCEL) == first
    assert len(office.printed()) == 1


def test_a_print_system_that_is_away_is_waited_for(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CUPS_SERVER", "127.0.0.1:1")
    assert failed(office.destination().deliver(PARCEL))[0] is not Failure.REFUSED


@pytest.mark.parametrize(
    ("change", "code"),
    [({"attachments": ()}, "D36"), ({"content": b"no paper"}, "D13"), ({"sha256": "0" * 64}, "D13")],
)
def test_what_cannot_be_printed_is_for_a_person(tmp_path: Path, change: dict[str, object], code: str) -> None:
    paper = PARCEL.attachments[0].model_copy(update=change)
    content = paper.content if "content" in change else None
    wrong = PARCEL.model_copy(update={"attachments": () if "attachments" in change else (paper,)})
    wrong = parcel(content) if content is not None else wrong
    office = Office(tmp_path, tmp_path)
    assert failed(office.destination(queue=QUEUE).deliver(wrong)) == (Failure.REFUSED, code)
