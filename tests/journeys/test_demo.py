"""The demonstration visit from the cards to the delivered files: complete, the same every time, and readable."""

import hashlib
import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
import zxingcpp
from lxml import etree

from kiosk.bootstrap.doing import at_once
from kiosk.bootstrap.program import Program
from kiosk.demo.visit import run
from kiosk.designing.rehearsal import play
from kiosk.flow.clock import FixedClock, at_ten
from kiosk.model.errors import SiteError
from kiosk.model.numbers import my_number_ok
from kiosk.press.packet import write_papers
from tests.journeys.conftest import EARLIER
from tests.visits import SHARED, persona, place_at

TEN = ("F01", "F02", "F04", "F05", "F06", "F06b", "F07", "F08", "F13", "F17")
TWELVE = re.compile(r"(?<![0-9A-Fa-f-])[0-9]{12}(?![0-9A-Fa-f])")
DPI = 200


def summary(out: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((out / "summary.json").read_text(encoding="utf-8"))
    return found


def text_of(pdf: Path) -> str:
    with pypdfium2.PdfDocument(pdf) as document:
        return "\n".join(document[index].get_textpage().get_text_range() for index in range(len(document)))


def barcodes(pdf: Path) -> Iterator[list[str]]:
    """What a scanner reads on every page at 200 dots an inch."""
    with pypdfium2.PdfDocument(pdf) as document:
        for index in range(len(document)):
            image = document[index].render(scale=DPI / 72).to_pil().convert("L")
            yield [found.text for found in zxingcpp.read_barcodes(image)]


def feet(pdf: Path) -> Iterator[list[str]]:
    """The bars at the foot of every page, without a square that a form has in a box of its own."""
    for page in barcodes(pdf):
        yield [text for text in page if text.startswith("260420-001-")]


# ---- the summary -----------------------------------------------------------------------------------------------------
def test_the_summary_says_what_was_done(out: Path) -> None:
    found = summary(out)
    assert {"forms", "boxes", "asked", "ratio", "ms", "parcels", "warnings"} <= set(found)
    assert set(found["forms"]) == set(TEN)
    assert found["warnings"] == []


def test_at_least_230_boxes_are_filled_from_few_answers(out: Path) -> None:
    found = summary(out)
    assert found["boxes"] == sum(found["forms"].values()) >= 230
    assert found["asked"]["no_card"] <= 70
    assert found["asked"]["cards"] <= 49
    assert found["asked"]["cards_and_extract"] <= 36
    assert found["ratio"] == pytest.approx(found["asked"]["cards_and_extract"] / found["boxes"], abs=0.001)


def test_every_paper_and_every_picture_is_there(out: Path) -> None:
    assert {path.stem for path in (out / "forms").glob("*.pdf")} == set(TEN)
    for name in ("packet.pdf", "slip.pdf"):
        assert (out / name).read_bytes().startswith(b"%PDF-")
    pictures = sorted((out / "screens").glob("*.png"))
    assert len(pictures) >= 8
    assert all(picture.read_bytes().startswith(b"\x89PNG") and picture.stat().st_size > 5000 for picture in pictures)


def test_the_same_run_gives_the_same_papers_byte_by_byte(out: Path, overheard: Path) -> None:
    again = overheard / "out"
    papers = sorted(path.relative_to(out) for path in out.glob("**/*.pdf") if "delivered" not in path.parts)
    assert len(papers) >= len(TEN) + 2
    assert [path for path in papers if (out / path).read_bytes() != (again / path).read_bytes()] == []


def test_the_demonstration_may_be_repeated_in_its_own_folder_and_in_no_other(overheard: Path, tmp_path: Path) -> None:
    assert (overheard / "out" / "summary.json").stat().st_size > len(EARLIER)
    assert not (overheard / "out" / "forms" / "F99.pdf").exists()
    (tmp_path / "letter.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(SiteError, match="F02"):
        run(place_at(tmp_path / "unused"), tmp_path, progress=False)
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


# ---- reading the papers ----------------------------------------------------------------------------------------------
def test_every_page_carries_a_barcode_that_says_case_form_version_and_page(out: Path) -> None:
    pages = list(feet(out / "packet.pdf"))
    assert all(len(page) == 1 for page in pages)
    texts = [page[0] for page in pages]
    assert all(re.fullmatch(r"260420-001-(F\d\d[a-z]?(-p\d)?-001|C)-\d/\d", text) for text in texts)
    assert len(set(texts)) == len(texts)
    printed = text_of(out / "packet.pdf")
    assert all(text in printed for text in texts)


def test_the_slip_carries_its_number_and_no_name(out: Path) -> None:
    total = "260420-001-600"  # as bars and as a square
    assert list(barcodes(out / "slip.pdf")) == [["260420-001", total, total]]
    assert "転入届" in text_of(out / "slip.pdf")
    assert "架空　太郎" not in text_of(out / "slip.pdf")


@pytest.fixture(scope="module")
def rare(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The papers of somebody with 髙, 﨑, 𠮷 and 葛󠄀 in the name."""
    folder, case = tmp_path_factory.mktemp("rare"), persona("ijitai")
    program = Program(place_at(folder / "home"), FixedClock(at_ten(case.today)))
    went = play(at_once(program, next_slip=lambda: "260420-003"), case, only_asked=True)
    write_papers(program.press, went.snapshot, folder / "papers")
    return folder / "papers"


LETTERS = ("髙﨑　𠮷葛\U000e0100", "髙﨑　葛\U000e0100子", "葛\U000e0100の里９番地", "髙﨑荘 𠮷号室")


def test_pdfium_finds_rare_letters_exactly(rare: Path) -> None:
    found = text_of(rare / "forms" / "F01.pdf")
    assert [letters for letters in LETTERS if letters not in found] == []


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler-utils is not installed")
def test_poppler_finds_rare_letters_exactly(rare: Path) -> None:
    done = subprocess.run(
        ["pdftotext", "-raw", str(rare / "forms" / "F01.pdf"), "-"], capture_output=True, check=True, timeout=60
    )
    found = "".join(done.stdout.decode().split())  # poppler writes a plain space for U+3000
    assert [letters for letters in LETTERS if "".join(letters.split()) not in found] == []


@pytest.mark.parametrize("name", ["ijitai"])
def test_every_barcode_is_read_on_other_papers_too(rare: Path, name: str) -> None:
    for path in sorted((rare / "forms").glob("*.pdf")):
        assert all(len(page) == 1 for page in barcodes(path)), (name, path.name)


# ---- the delivered folder --------------------------------------------------------------------------------------------
def bundles(out: Path) -> list[Path]:
    return sorted((out / "delivered").glob("*.done"))


def listed(done: Path) -> dict[str, str]:
    lines = done.with_suffix(".sha256").read_text(encoding="utf-8").splitlines()
    return {name: digest for digest, _, name in (line.partition("  ") for line in lines)}


def test_every_application_is_delivered_whole_and_marked_done_last(out: Path) -> None:
    assert len(bundles(out)) == summary(out)["parcels"] == 10
    for done in bundles(out):
        names = listed(done)
        for name, digest in names.items():
            path = done.parent / name
            assert hashlib.sha256(path.read_bytes()).hexdigest() == digest
            assert path.stat().st_mtime_ns <= done.stat().st_mtime_ns
        endings = {name.rpartition(".")[2] for name in names}
        assert {"json", "csv", "pdf"} <= endings
        assert done.read_bytes() == b""


def test_nothing_in_the_folder_belongs_to_no_application(out: Path) -> None:
    known = {name for done in bundles(out) for name in listed(done)}
    marks = {path.name for done in bundles(out) for path in (done, done.with_suffix(".sha256"))}
    assert {path.name for path in (out / "delivered").iterdir()} == known | marks


def test_no_application_is_there_twice(out: Path) -> None:
    exports = [json.loads(done.with_suffix(".json").read_bytes())["kyotsu"]["exportid"] for done in bundles(out)]
    assert len(exports) == len(set(exports))


def test_no_individual_number_is_anywhere(out: Path) -> None:
    files = [path for path in (out / "delivered").iterdir() if path.suffix in {".json", ".csv", ".xml"}]
    assert files
    for path in files:
        found = TWELVE.findall(path.read_text(encoding="utf-8-sig"))
        assert not any(my_number_ok(digits) for digits in found), path.name


def test_the_packet_of_an_application_holds_its_own_forms_only(out: Path) -> None:
    for done in bundles(out):
        record = json.loads(done.with_suffix(".json").read_bytes())
        (packet,) = (done.parent / name for name in listed(done) if name.endswith("_packet.pdf"))
        forms = {page[0].split("-")[2] for page in feet(packet)}
        assert len(forms) == 1, record["kyotsu"]["tetsuzukikodo"]


def test_a_record_holds_only_what_its_form_or_its_rule_used(out: Path) -> None:
    records = {}
    for done in bundles(out):
        record = json.loads(done.with_suffix(".json").read_bytes())
        records[record["kyotsu"]["tetsuzukikodo"]] = set(record["shussho"])
    assert "bank.number" in records["P20"]
    assert not any("bank.number" in said for code, said in records.items() if code not in {"P20", "P21"})
    assert "water.payment" in records["P72"]
    assert "water.payment" not in records["P01"]


@pytest.mark.skipif(not (SHARED / "gif").is_dir(), reason="the published GIF schemas are not on this machine")
def test_every_gif_file_is_valid(out: Path) -> None:
    schema = etree.XMLSchema(etree.parse(str(SHARED / "gif" / "GIF_Core_DataModel.xsd")))
    files = sorted((out / "delivered").glob("*.xml"))
    for path in files:
        schema.assertValid(etree.fromstring(path.read_bytes()))
    assert {path.stem.rpartition("_")[2] for path in files} == {"p1", "p2", "p3", "p4"}


def test_everybody_who_moves_has_a_gif_file_in_the_moving_application(out: Path) -> None:
    (moving,) = (
        done
        for done in bundles(out)
        if json.loads(done.with_suffix(".json").read_bytes())["kyotsu"]["tetsuzukikodo"] == "P01"
    )
    assert sum(name.endswith(".xml") for name in listed(moving)) == 4
