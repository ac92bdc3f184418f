"""受付案内票 of a visit: its own counters in walking order, a barcode a row that is read, and no name of anybody."""

from functools import lru_cache
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp

from kiosk.bootstrap.place import Place
from kiosk.bootstrap.program import Program
from kiosk.demo.family import Demo
from kiosk.flow.lobby.slip_code import guide_row_of
from kiosk.model.languages import LANGUAGES
from kiosk.model.plan import Filing
from kiosk.press.guide import GuideWriter, write_guide
from kiosk.press.guide_rows import Say
from kiosk.press.guide_sheet import guide
from kiosk.press.guide_words import language_of
from kiosk.press.packet import write_papers
from kiosk.render.drawlist import DrawList
from kiosk.rules.snapshot import Snapshot
from kiosk.settings import City
from tests.guides import CITY, SHAPER, WORDS, tongue, words
from tests.visits import Desk, moved


@lru_cache(maxsize=1)
def family() -> tuple[Program, Snapshot]:
    """Four people who move in, with a desk that writes no file."""
    demo = Demo.prepare(Place.standard({}))
    return demo.program, demo.rehearse(cards=True, extract=True)[1].snapshot


def sheet(language: str) -> tuple[DrawList, ...]:
    return guide(write_guide(family()[1], WORDS, city=CITY, language=language), shaper=SHAPER)


@pytest.mark.parametrize("language", sorted(set(LANGUAGES.values())))
def test_every_barcode_of_a_printed_sheet_is_read_at_200_dpi(language: str) -> None:
    program, snapshot = family()
    document = pypdfium2.PdfDocument(program.press.guide_pdf(snapshot, language))
    pictures = [page.render(scale=200 / 72).to_pil().convert("L") for page in document]
    found = [code.text for picture in pictures for code in zxingcpp.read_barcodes(picture)]
    slip = snapshot.case.slip
    rows = {guide_row_of(code) for code in found}
    assert rows == {(slip, ""), *((slip, each.procedure) for each in snapshot.plan.needed)}
    assert len(found) == len(rows)


@pytest.mark.parametrize("language", sorted(set(LANGUAGES.values())))
def test_a_real_visit_is_printed_without_a_warning_and_without_anybodys_name(language: str) -> None:
    snapshot = family()[1]
    pages = sheet(language)
    assert [issue for page in pages for issue in page.warnings] == []
    said = words(pages)
    for person in snapshot.case.persons:
        name = str(snapshot.facts.value(f"person[{person}].name.full"))
        assert name not in said
        assert name.rsplit("　", maxsplit=1)[-1] not in said


def test_the_counters_of_a_visit_are_numbered_in_walking_order_and_registration_comes_first() -> None:
    content = write_guide(family()[1], WORDS, city=CITY)
    places = [stop.place.ja for stop in content.stops]
    assert places[0] == "① 市民課　1階　1番窓口"
    assert [place[0] for place in places] == list("①②③④⑤⑥⑦⑧⑨"[: len(places)])
    assert content.stops[0].rows[0].code.endswith("-P01")
    assert all(stop.place.other == "" for stop in content.stops)


def test_a_sheet_in_english_has_both_lines_for_every_name_and_list() -> None:
    content = write_guide(family()[1], WORDS, city=CITY, language="en")
    rows = [row for stop in content.stops for row in stop.rows]
    assert all(row.name.other for row in rows)
    assert content.stops[0].place.other == "① Residents' Affairs Division, Floor 1, Counter 1"
    first = next(row for row in rows if row.code.endswith("-P01"))
    assert Say(
        ja="持ち物：転出証明書、本人確認書類", other="Please bring: moving-out certificate; identity document"
    ) in (first.lines)


def test_the_language_that_the_counter_set_is_the_language_of_the_sheet() -> None:
    desk = moved()
    assert language_of(desk.now) == "ja"
    desk.say({"case.language": "한국어"})
    assert language_of(desk.now) == "ko"
    assert "case.language" not in desk.open


def test_papers_that_prove_who_may_file_are_to_be_shown_at_the_other_counters_too() -> None:
    snapshot = family()[1]
    ja = tongue("ja")
    writer = GuideWriter(snapshot, CITY, ja, ja)
    outcome = snapshot.plan.needed[0].model_copy(update={"bring": ("本人確認書類",)})
    proven = outcome.model_copy(update={"filing": Filing(may=True, papers=("委任状", "本人確認書類"))})
    refused = outcome.model_copy(update={"filing": Filing(may=False)})
    open_ = outcome.model_copy(update={"filing": Filing(may=None, papers=("委任状",))})
    assert writer.lines(proven)[-1].ja == "持ち物：本人確認書類、委任状"
    assert writer.lines(open_)[-1].ja == "まだ確認していない書類：委任状"
    assert writer.lines(refused)[-1].ja == "届出できる方を窓口で確認します。"


def test_a_visit_that_needs_nothing_yet_still_gets_a_sheet() -> None:
    content = write_guide(Desk().now, WORDS, city=CITY)
    assert content.intro[0].ja == "まわる窓口はありません。"
    assert "受付番号" in words(guide(content, shaper=SHAPER))


def test_a_house_without_a_floor_plan_still_has_a_tour() -> None:
    content = write_guide(family()[1], WORDS, city=City(name="架空市"))
    assert "総合案内" in content.stops[0].place.ja


def test_the_papers_of_a_visit_include_its_sheet(tmp_path: Path) -> None:
    program, snapshot = family()
    assert tmp_path / "guide.pdf" in write_papers(program.press, snapshot, tmp_path).files
    assert (tmp_path / "guide.pdf").read_bytes() == program.press.guide_pdf(snapshot)


def test_the_rows_that_are_ticked_off_are_those_of_the_sheet_with_its_numbers() -> None:
    program, snapshot = family()
    kept = program.press.rows(snapshot)
    rows = [row for stop in write_guide(snapshot, WORDS, city=CITY).stops for row in stop.rows if row.here]
    assert [row.twin.rpartition("-")[2] for row in rows] == [each.procedure for each in kept]
    assert [row.number for row in rows] == [str(at) for at in range(1, len(kept) + 1)]
