"""A visit runs on the files it began with: whoever edits forms/ meanwhile changes the next start, not this case."""

import gc
import shutil
import weakref
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.bootstrap.place import Place
from kiosk.bootstrap.program import Program
from kiosk.bootstrap.sending import Sending
from kiosk.catalogue.catalogue import load_catalogue
from kiosk.delivery.lanes import run_round
from kiosk.demo.family import Demo
from kiosk.exchange.records.columns import load_columns
from kiosk.flow.actions import Confirm, Step
from kiosk.flow.clock import FixedClock
from kiosk.rules.snapshot import Snapshot
from tests.edits import change
from tests.read_before import begun
from tests.visits import FORMS, MOVE, Desk, place_at


@pytest.fixture
def place(tmp_path: Path) -> Place:
    shutil.copytree(FORMS, tmp_path / "forms", ignore=shutil.ignore_patterns("sheet.toml", "expected.json"))
    return replace(place_at(tmp_path / "home"), forms=tmp_path / "forms", account_cache=begun(tmp_path / "cache"))


def edited(forms: Path) -> None:
    """Somebody changes the town's name, a printed page, a rule's words, a column and a practice card."""
    change(forms / "municipality.toml", 'name = "架空市"', 'name = "別の市"')
    for page in forms.glob("templates/*/*/page-*.svg"):
        page.write_text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 210 297"/>', encoding="utf-8")
    for file in ("vocabulary.toml", "procedures/P01.toml", "exchange/columns.toml", "cards.toml"):
        (forms / file).unlink()


def papers(program: Program, snapshot: Snapshot) -> list[bytes]:
    press = program.press
    return [press.pdf(snapshot.forms, slip="260420-001"), press.slip_pdf(snapshot), press.guide_pdf(snapshot)]


def test_what_is_printed_and_sent_is_what_was_read_when_the_program_started(place: Place, tmp_path: Path) -> None:
    undisturbed = Demo.prepare(place_at(tmp_path / "other"))
    expected = papers(undisturbed.program, undisturbed.rehearse(cards=True, extract=True)[1].snapshot)
    demo = Demo.prepare(place)
    visit, went = demo.rehearse(cards=True, extract=True)
    began = demo.program.catalogue.digest
    edited(place.forms)
    assert papers(demo.program, went.snapshot) == expected
    assert [form.digest for form in went.snapshot.forms] == [
        demo.program.template(form).digest for form in went.snapshot.forms
    ]
    assert visit.handle(Confirm()).step is Step.DONE
    couriers, relay = Sending(demo.program).couriers()
    laps = run_round(couriers)
    relay.release()
    demo.program.close()
    assert not [step for lap in laps for step in lap.steps if step.code]
    assert demo.program.catalogue.digest == began == undisturbed.program.catalogue.digest


def test_a_visit_is_given_the_digest_of_what_was_read_and_a_new_start_has_another(place: Place) -> None:
    before = Program(place, FixedClock(Demo.prepare(place).program.clock.now()))
    assert before.visit().outside.catalogue == before.catalogue.digest
    change(place.forms / "municipality.toml", 'name = "架空市"', 'name = "別の市"')
    after = Program(place, before.clock)
    assert after.catalogue.digest != before.catalogue.digest
    assert (before.press.city.name, after.press.city.name) == ("架空市", "別の市")


@pytest.mark.parametrize(
    "file", ["vocabulary/events.toml", "exchange/columns.toml", "templates/F01/001/page-1.svg", "cards.toml"]
)
def test_the_digest_follows_every_file_that_is_read(place: Place, file: str) -> None:
    before = load_catalogue(place.forms, cache=place.cache).files
    path = place.forms / file
    path.write_bytes(path.read_bytes() + b"\n")
    after = load_catalogue(place.forms, cache=place.cache).files
    assert before.digest != after.digest
    assert load_columns(after.content["exchange/columns.toml"])


def test_files_that_are_not_read_do_not_make_another_catalogue(place: Place) -> None:
    before = load_catalogue(place.forms, cache=place.cache).digest
    (place.forms / "templates" / "F01" / "001" / "sample.toml").write_text("", encoding="utf-8")
    (place.forms / "README.md").write_text("", encoding="utf-8")
    assert load_catalogue(place.forms, cache=place.cache).digest == before


def test_a_catalogue_that_nobody_uses_any_more_is_gone(place: Place) -> None:
    for copy in place.cache.glob("catalogue-*") if place.cache else ():
        copy.unlink()  # the first is made anew, out of what was compiled before
    loaded = [load_catalogue(place.forms, cache=place.cache) for _ in range(5)]
    for each in loaded:
        Desk(rules=each.book).say(MOVE)
    catalogues, books = [weakref.ref(each) for each in loaded], [weakref.ref(each.book) for each in loaded]
    del loaded[:4]
    gc.collect()
    assert [seen() for seen in catalogues] == [*[None] * 4, loaded[0]]
    assert [seen() for seen in books] == [*[None] * 4, loaded[0].book]
