"""Another city's name in municipality.toml is on every paper and in every record; the sample's is nowhere."""

import datetime as dt
import shutil
from pathlib import Path

import pypdfium2
import pytest

from kiosk.bootstrap.caseclock import CaseClock
from kiosk.bootstrap.doing import at_once
from kiosk.bootstrap.program import Program
from kiosk.catalogue.case_file import load_case_file
from kiosk.designing.rehearsal import play
from kiosk.model.casefile import CaseFile
from kiosk.model.filled import FilledForm
from tests.visits import FORMS, place_at

DAY = dt.date(2026, 4, 20)
SAMPLE = ("架空", "見本県")


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Program:
    """The sample town's forms in another city; its people and places are called otherwise too."""
    root = tmp_path_factory.mktemp("other")
    drawings = shutil.ignore_patterns("sheet.toml", "expected.json", "sample.toml")
    forms = Path(shutil.copytree(FORMS, root / "forms", ignore=drawings))
    for path in (forms / "municipality.toml", forms / "personas" / "kazoku4.toml"):
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("架空", "別天").replace("見本県", "試験県"), encoding="utf-8")
    return Program(place_at(root / "home", forms=forms), CaseClock(DAY))


def words(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return "".join(page.get_textpage().get_text_bounded() for page in document)
    finally:
        document.close()


def test_every_form_names_the_city_of_the_settings_and_no_other(program: Program) -> None:
    printed: dict[str, str] = {}
    for template in program.book.templates.values():
        form = FilledForm(template=template.id, version=template.version, digest=template.digest)
        printed[template.id] = words(program.renderer.blank_pdf(form))
    assert {name for name, text in printed.items() if any(word in text for word in SAMPLE)} == set()
    assert "別天市長" in printed["F01"]
    assert "別天市印鑑条例" in printed["F07"]
    assert "試験県知事" in printed["F18"]
    assert not any("{city" in text for text in printed.values())


def test_what_a_visit_prints_and_sends_names_the_city_of_the_settings_and_no_other(program: Program) -> None:
    case = load_case_file(program.place.personas / "kazoku4.toml", program.book)
    assert isinstance(case, CaseFile), case
    desk = at_once(program, next_slip=lambda: "260420-001")
    play(desk, case)
    snapshot = desk.visit.snapshot
    assert snapshot is not None
    papers = {
        "packet": words(program.press.pdf(snapshot.forms, slip=snapshot.case.slip)),
        "slip": words(program.press.slip_pdf(snapshot)),
        "guide": words(program.press.guide_pdf(snapshot)),
        "page": repr(desk.visit.page()),
        "labels": repr(
            [template.title + template.addressee + template.law for template in program.book.templates.values()]
        ),
        **{
            outcome.procedure: program.recorder.record(snapshot, outcome, at=program.clock.now()).decode()
            for outcome in snapshot.plan.filed
        },
    }
    assert {name for name, text in papers.items() if any(word in text for word in SAMPLE)} == set()
    assert "別天市" in papers["packet"]
    assert "別天市" in papers["slip"] + papers["guide"]
    assert "試験県別天市" in papers["P01"]
