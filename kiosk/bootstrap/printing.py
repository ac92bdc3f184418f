"""Printing through CUPS: hands a PDF to `lp` without a temporary file, and asks what became of the job."""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.model.errors import SiteError
from kiosk.press.jobs import PrintJob
from kiosk.render.official.shifted import shifted
from kiosk.ui.printing import PrintState

if TYPE_CHECKING:
    from kiosk.settings import Device

_JOB = re.compile(r"request id is (\S+)")
_STATE = re.compile(r"job-state \(enum\) = (\S+)")
_STATES = {
    "pending": PrintState.QUEUED,
    "pending-held": PrintState.QUEUED,
    "processing": PrintState.PRINTING,
    "processing-stopped": PrintState.PRINTING,
    "completed": PrintState.DONE,
    "canceled": PrintState.FAILED,
    "aborted": PrintState.FAILED,
}
_WORST = (PrintState.FAILED, PrintState.UNKNOWN, PrintState.PRINTING, PrintState.QUEUED, PrintState.DONE)
_REASONS = re.compile(r"printer-state-reasons \([^)]*\) = (\S+)")
_TAKES = re.compile(r"printer-is-accepting-jobs \(boolean\) = (\S+)")
_DEFAULT = re.compile(r"^(?:[^:]*: (\S+)|[^:]*)$")
_SECONDS = 10
_AS_DRAWN = ("number-up=1", "print-scaling=none")
_ONE, _TWO = "sides=one-sided", "sides=two-sided-long-edge"
"""IPP job attributes (RFC 8011 5.2, PWG 5100.13): a side of paper holds one page, as large as it was drawn, whatever
the queue's own choice is: a box stands where an office's reader looks for it, and both sides are printed only of a form
that says so."""


_PAPERS = {
    (210, 297): "A4",
    (297, 420): "A3",
    (148, 210): "A5",
    (257, 364): "jis_b4_257x364mm",
    (182, 257): "jis_b5_182x257mm",
    (100, 148): "jpn_hagaki_100x148mm",
}
"""What a paper is called (PWG 5101.1): of any other its size is said, since what is drawn larger would be cut."""


def _media(paper: tuple[float, float]) -> str:
    near = (name for size, name in _PAPERS.items() if all(abs(a - b) <= 1 for a, b in zip(size, paper, strict=True)))
    return f"media={next(near, f'Custom.{paper[0]:g}x{paper[1]:g}mm')}"


@dataclass(frozen=True)
class Queue:
    """A print queue: its name, the reasons that it gives for its state ("none" when all is well), whether it takes."""

    name: str
    reasons: tuple[str, ...]
    takes: bool = True


def printer_of(device: Device) -> Printer:
    """The print queue of a machine, as it is set up."""
    return Printer(device.printer, right=device.print_right, down=device.print_down)


class Printer:
    """A print queue of this machine, the default one when none is named. The last jobs' ids are kept, nothing else.

    `right` and `down` are the mm by which everything is moved on its paper.
    """

    def __init__(self, queue: str = "", *, right: float = 0.0, down: float = 0.0) -> None:
        self._queue, self._shift = queue, (right, down)
        self._jobs: list[str] = []

    def send(self, *jobs: PrintJob) -> PrintState:
        """Queue PDFs one after another; raises SiteError when there is no print system or it refuses."""
        self._jobs = []
        for job in jobs:
            self._jobs.append(self._queued(job))
        return self.state()

    def _queued(self, job: PrintJob) -> str:
        """The id of a job that the print system took."""
        command = shutil.which("lp")
        if command is None:
            raise SiteError(
                "P01", what="印刷の仕組み（CUPS）がありません。", mend="PDFを保存して別の端末で印刷してください。"
            )
        queue = ["-d", self._queue] if self._queue else []
        sides = _TWO if job.two_sided else _ONE
        options = [word for option in (_media(job.paper), *_AS_DRAWN, sides) for word in ("-o", option)]
        words = [command, *queue, *options, "-t", "kiosk", "-"]
        done = self._run(words, shifted(job.content, *self._shift))
        found = _JOB.search(done.stdout.decode(errors="replace"))
        if done.returncode or found is None:
            raise SiteError(
                "P02", what="プリンターに送れませんでした。", mend="既定のプリンターと用紙を確かめてください。"
            )
        return found[1]

    def state(self) -> PrintState:
        """How far the last papers are: of several jobs the one that is worst off; without any UNKNOWN."""
        states = [self._said(job) for job in self._jobs]
        return min(states, key=_WORST.index, default=PrintState.UNKNOWN)

    def _said(self, job: str) -> PrintState:
        """What CUPS itself says about a job (IPP job-state, RFC 8011 5.3.7); silence is UNKNOWN, never DONE."""
        command = shutil.which("ipptool")
        number = job.rpartition("-")[2]
        if command is None or not number.isdigit():
            return PrintState.UNKNOWN
        words = [command, "-tv", f"ipp://localhost:631/jobs/{number}", "get-job-attributes.test"]
        said = _STATE.search(self._run(words, b"").stdout.decode(errors="replace"))
        return _STATES.get(said[1], PrintState.UNKNOWN) if said else PrintState.UNKNOWN

    def queue(self) -> Queue | None:
        """How the queue stands by IPP (printer-state-reasons, RFC 8011 5.4.12); None where there is none to print on.

        Without an answer it has no reasons: nothing is known.
        """
        command = shutil.which("lp") and shutil.which("lpstat")
        if command is None:
            return None
        name = self._queue or _DEFAULT.sub(r"\1", self._answer([command, "-d"]))
        if not name or name not in self._answer([command, "-e"]).split():
            return None
        asked = shutil.which("ipptool")
        words = [asked or "", "-tv", f"ipp://localhost:631/printers/{name}", "get-printer-attributes.test"]
        said = self._answer(words) if asked else ""
        reasons, takes = _REASONS.search(said), _TAKES.search(said)
        return Queue(name, tuple(reasons[1].split(",")) if reasons else (), takes is None or takes[1] == "true")

    def _answer(self, words: list[str]) -> str:
        return self._run(words, b"").stdout.decode(errors="replace").strip()

    @staticmethod
    def _run(words: list[str], content: bytes) -> subprocess.CompletedProcess[bytes]:
        try:
            return subprocess.run(words, input=content, capture_output=True, timeout=_SECONDS, check=False)  # noqa: S603 - fixed words, no shell
        except subprocess.TimeoutExpired as error:
            raise SiteError(
                "P03", what="印刷の仕組みが答えません。", mend="プリンターの電源と接続を確かめてください。"
            ) from error
