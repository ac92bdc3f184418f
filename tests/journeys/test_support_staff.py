"""支援措置, when a clerk takes over: what that leaves is what any hold leaves, and the paper for staff names nobody."""

import re
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp

from kiosk.bootstrap.blank import blank_paper
from kiosk.flow.actions import Confirm, GoTo, HandOff, Hold, Step
from kiosk.model.errors import SiteError
from kiosk.model.fact import Held
from tests.offices import confirmed
from tests.protected import AT, ROLE, TELLING, program, text_of
from tests.visits import MOVE, Desk, book, told


# ---- 職員がご案内します ----------------------------------------------------------------------------------------------
@pytest.mark.parametrize("step", [Step.INTERVIEW, Step.PLAN, Step.CHECK, Step.SIGN])
@pytest.mark.parametrize("whole", [False, True])
def test_a_clerk_who_takes_over_leaves_what_any_hold_leaves(step: Step, *, whole: bool) -> None:
    def at_the_desk() -> Desk:
        return (told("kazoku4") if whole else Desk().say(MOVE)).act(GoTo(step=step))

    off, held = at_the_desk().act(HandOff()), at_the_desk().act(Hold(path=ROLE))
    assert off.page == held.page
    assert off.now.case.ledger == held.now.case.ledger
    assert off.now.facts.held(ROLE)


def test_what_a_clerk_took_over_sends_nothing_and_writes_nothing_but_the_hold() -> None:
    desk = told("kazoku4").act(HandOff())
    said = desk.now.case.ledger.facts[len(told("kazoku4").now.case.ledger.facts) :]
    assert [fact.value for fact in said if fact.path == ROLE] == [Held()]
    assert {fact.reason for fact in said} == {""}
    made = confirmed(desk)
    assert (desk.page.sent, made.parcels) == (0, ())
    assert made.audit[0].detail.split() == ["parcels=0"]
    assert desk.now.forms == ()
    assert not TELLING.search(text_of(desk.page))


def test_a_clerk_can_take_over_an_empty_desk_or_a_finished_visit_without_any_effect() -> None:
    desk = told("kazoku4").act(Confirm())
    done = desk.page
    assert desk.act(HandOff()).page == done
    assert Desk(event="nothing").act(HandOff()).page.step is Step.START


def test_the_visit_goes_on_when_the_clerk_comes_back() -> None:
    back = told("kazoku4").act(HandOff()).say({ROLE: "世帯主"})
    assert [form.key for form in back.now.forms] == [form.key for form in told("kazoku4").now.forms]


# ---- the paper for staff ---------------------------------------------------------------------------------------------
def test_the_form_for_staff_is_a_blank_sheet_without_number_or_barcode(tmp_path: Path) -> None:
    office = program(tmp_path)
    document = pypdfium2.PdfDocument(blank_paper(office, "F24").content)
    office.close()
    pages = list(document)
    text = "".join(page.get_textpage().get_text_range() for page in pages)
    assert "支援措置申出書" in text
    assert not re.search(r"F24-|260420|1/1ページ", text)
    assert not TELLING.search(str(document.get_metadata_dict()))
    pictures = [page.render(scale=200 / 72).to_pil().convert("L") for page in pages]
    assert [code.text for picture in pictures for code in zxingcpp.read_barcodes(picture)] == []


def test_the_audit_knows_that_a_blank_sheet_was_made_and_not_which(tmp_path: Path) -> None:
    office = program(tmp_path)
    for form in ("F24", "F08"):
        blank_paper(office, form)
    entries, boxes = office.store.audit.read(), office.store.outbox.count(AT)
    office.close()
    seen = [(entry.action, entry.case, entry.detail, entry.by) for entry in entries]
    assert (seen, boxes.pending) == ([("blank-paper", "", "", "office")] * 2, 0)


def test_a_form_that_does_not_exist_is_told_with_those_that_do(tmp_path: Path) -> None:
    with pytest.raises(SiteError, match="F04") as told_so:
        blank_paper(program(tmp_path), "F99")
    assert "F08" in told_so.value.mend
    assert not (tmp_path / "data").exists()


def test_no_visit_can_come_near_the_form_for_staff() -> None:
    using = {name for name, found in book().procedures.items() for each in found.versions if "F24" in each.forms}
    reached = {name for event in book().events.values() for name in event.procedures}
    assert using - reached == using == {"P91"}
    assert not any(using & set(found.after) for found in book().procedures.values())
