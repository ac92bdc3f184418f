"""Printing through CUPS: what was sent, and never a false "printed"."""

import re
import stat
from pathlib import Path

import pypdfium2
import pytest

from kiosk.bootstrap.printing import Printer
from kiosk.model.errors import SiteError
from kiosk.press.alignment import alignment
from kiosk.press.jobs import PrintJob, sized
from kiosk.render.drawlist import DrawList
from kiosk.render.fonts import FontLibrary
from kiosk.render.pdf import PdfPage, PdfWriter
from kiosk.render.shaping import Shaper
from kiosk.ui.printing import PrintState

FONTS = Path(__file__).resolve().parents[2] / "assets" / "fonts"
PDF = PrintJob(b"%PDF-1.7 a page")


@pytest.fixture
def commands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that alone is on PATH: what is not put there is not installed."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    return folder


def install(folder: Path, name: str, script: str) -> None:
    file = folder / name
    file.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    file.chmod(file.stat().st_mode | stat.S_IXUSR)


def accepts(folder: Path) -> Path:
    received = folder.parent / "received"
    install(folder, "lp", f'/bin/cat > "{received}"; echo "request id is PDF-7 (1 file(s))"')
    return received


def says(folder: Path, state: str) -> None:
    install(folder, "ipptool", f'echo "        job-state (enum) = {state}"')


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("pending", PrintState.QUEUED),
        ("pending-held", PrintState.QUEUED),
        ("processing", PrintState.PRINTING),
        ("completed", PrintState.DONE),
        ("canceled", PrintState.FAILED),
        ("aborted", PrintState.FAILED),
        ("something-new", PrintState.UNKNOWN),
    ],
)
def test_the_state_of_a_job_is_what_the_print_system_says(commands: Path, said: str, shown: PrintState) -> None:
    received = accepts(commands)
    says(commands, said)
    assert Printer().send(PDF) is shown
    assert received.read_bytes() == PDF.content


def test_every_page_gets_a_sheet_of_its_own_and_its_own_size_whatever_the_queue_would_do(commands: Path) -> None:
    asked = commands.parent / "asked"
    install(commands, "lp", f'echo "$@" > "{asked}"; /bin/cat > /dev/null; echo "request id is PDF-7 (1 file(s))"')
    Printer("mado1").send(PDF)
    options = re.findall(r"-o (\S+)", asked.read_text(encoding="utf-8"))
    assert {"media=A4", "sides=one-sided", "number-up=1", "print-scaling=none"} == set(options)


def test_a_paper_of_another_size_is_asked_for_since_nothing_is_scaled(commands: Path) -> None:
    asked = commands.parent / "asked"
    install(commands, "lp", f'echo "$@" >> "{asked}"; /bin/cat > /dev/null; echo "request id is PDF-7 (1 file(s))"')
    papers = [sized(257.0, 364.0), sized(420.0, 297.2), sized(205.4, 140.0)]
    Printer().send(*(PrintJob(PDF.content, paper=paper) for paper in papers))
    media = re.findall(r"-o media=(\S+)", asked.read_text(encoding="utf-8"))
    assert media == ["jis_b4_257x364mm", "A3", "Custom.140x205mm"]


def test_a_form_that_says_so_is_printed_on_both_sides_in_a_job_of_its_own(commands: Path) -> None:
    asked = commands.parent / "asked"
    install(commands, "lp", f'echo "$@" >> "{asked}"; /bin/cat > /dev/null; echo "request id is PDF-7 (1 file(s))"')
    Printer().send(PDF, PrintJob(PDF.content, two_sided=True), PDF)
    sides = re.findall(r"-o sides=(\S+)", asked.read_text(encoding="utf-8"))
    assert sides == ["one-sided", "two-sided-long-edge", "one-sided"]


def test_papers_in_several_jobs_are_printed_only_when_every_job_is(commands: Path) -> None:
    turn = commands.parent / "turn"
    jobs = f'n=$(($(/bin/cat "{turn}" 2>/dev/null || echo 0) + 1)); echo $n > "{turn}"; echo "request id is PDF-$n (1)"'
    install(commands, "lp", f"/bin/cat > /dev/null; {jobs}")
    states = 'case "$2" in */2) s=aborted;; *) s=completed;; esac; echo "job-state (enum) = $s"'
    install(commands, "ipptool", states)
    assert Printer().send(PDF) is PrintState.DONE
    assert Printer().send(PDF, PDF) is PrintState.FAILED


def test_without_the_means_to_ask_the_state_is_unknown_and_not_printed(commands: Path) -> None:
    accepts(commands)
    assert Printer().send(PDF) is PrintState.UNKNOWN


def test_an_answer_that_is_no_answer_is_unknown(commands: Path) -> None:
    accepts(commands)
    install(commands, "ipptool", "exit 1")
    assert Printer().send(PDF) is PrintState.UNKNOWN


def test_before_anything_was_printed_nothing_is_claimed(commands: Path) -> None:
    says(commands, "completed")
    assert Printer().state() is PrintState.UNKNOWN


def test_no_print_system_says_what_to_do_instead(commands: Path) -> None:
    assert list(commands.iterdir()) == []
    with pytest.raises(SiteError, match="PDFを保存"):
        Printer().send(PDF)


@pytest.mark.parametrize("script", ["exit 1", "/bin/cat > /dev/null; echo nothing was queued"])
def test_a_printer_that_refuses_is_told_apart_from_one_that_prints(commands: Path, script: str) -> None:
    install(commands, "lp", script)
    with pytest.raises(SiteError, match="プリンターに送れませんでした"):
        Printer().send(PDF)


def dark(page: pypdfium2.PdfPage, *, dpi: int = 254) -> tuple[float, float]:
    """Where the first ink of a page stands from the left and from above, in mm."""
    picture = page.render(scale=dpi / 72).to_pil().convert("L").point(lambda grey: 255 * (grey < 128))
    box = picture.getbbox()
    assert box is not None
    return box[0] / dpi * 25.4, box[1] / dpi * 25.4


@pytest.mark.parametrize(("right", "down"), [(0.0, 0.0), (0.5, 0.0), (-1.5, 2.0), (10.0, -10.0)])
def test_a_printer_whose_paper_lies_aside_gets_every_page_moved_and_the_file_stays_as_it_is(
    commands: Path, right: float, down: float
) -> None:
    received = accepts(commands)
    sheet = alignment(("位置合わせ",))
    empty = DrawList(width=sheet.width, height=sheet.height)
    writer = PdfWriter(Shaper(FontLibrary(FONTS)))
    job = PrintJob(writer.write([PdfPage(sheet, empty), PdfPage(sheet, empty)]))
    Printer(right=right, down=down).send(job)
    with pypdfium2.PdfDocument(job.content) as true, pypdfium2.PdfDocument(received.read_bytes()) as sent:
        for page in range(2):
            (x, y), (moved_x, moved_y) = dark(true[page]), dark(sent[page])
            assert (moved_x - x, moved_y - y) == pytest.approx((right, down), abs=0.15)
            assert sent[page].get_size() == true[page].get_size()
    assert x == pytest.approx(10, abs=0.2)  # the arm of the cross that lies 20 mm from the edge
