"""Printing at a desk: hands the papers of a visit to the print system, and asks what became of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk import cups
from kiosk.model.errors import SiteError
from kiosk.render.official.shifted import shifted
from kiosk.ui.printing import PrintState

if TYPE_CHECKING:
    from kiosk.press.jobs import PrintJob
    from kiosk.settings import Device

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
        content = shifted(job.content, *self._shift)
        try:
            return cups.put(content, name="kiosk", queue=self._queue, paper=job.paper, two_sided=job.two_sided)
        except cups.NoPrintSystem as error:
            raise SiteError(
                "P01", what="印刷の仕組み（CUPS）がありません。", mend="PDFを保存して別の端末で印刷してください。"
            ) from error
        except cups.NotTaken as error:
            raise SiteError(
                "P02", what="プリンターに送れませんでした。", mend="既定のプリンターと用紙を確かめてください。"
            ) from error
        except cups.NoAnswer as error:
            raise _silent() from error

    def state(self) -> PrintState:
        """How far the last papers are: of several jobs the one that is worst off; without any UNKNOWN."""
        states = [self._said(job) for job in self._jobs]
        return min(states, key=_WORST.index, default=PrintState.UNKNOWN)

    def _said(self, job: str) -> PrintState:
        """What CUPS itself says about a job; silence is UNKNOWN, never DONE."""
        try:
            return _STATES.get(cups.job_state(job), PrintState.UNKNOWN)
        except cups.NoAnswer as error:
            raise _silent() from error

    def queue(self) -> cups.Queue | None:
        """See kiosk.cups. Raises SiteError."""
        try:
            return cups.queue_of(self._queue)
        except cups.NoAnswer as error:
            raise _silent() from error


def _silent() -> SiteError:
    return SiteError("P03", what="印刷の仕組みが答えません。", mend="プリンターの電源と接続を確かめてください。")
