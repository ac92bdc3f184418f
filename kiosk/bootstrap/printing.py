"""Printing through CUPS: hands a PDF to `lp` without a temporary file, and asks what became of the job."""

import re
import shutil
import subprocess

from kiosk.model.errors import SiteError
from kiosk.ui.ports import PrintState

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
_SECONDS = 10
_AS_DRAWN = ("media=A4", "sides=one-sided", "number-up=1", "print-scaling=none")
"""IPP job attributes (RFC 8011 5.2, PWG 5100.13): a sheet of paper holds one page, as large as it was drawn, whatever
the queue's own choice is: no two forms on one sheet, and a box where an office's reader looks for it."""


class Printer:
    """A print queue of this machine, the default one when none is named. The last job's id is kept, nothing else."""

    def __init__(self, queue: str = "") -> None:
        self._queue, self._job = queue, ""

    def send(self, content: bytes) -> PrintState:
        """Queue a PDF; raises SiteError when there is no print system or it refuses."""
        command = shutil.which("lp")
        if command is None:
            raise SiteError(
                "P01", what="印刷の仕組み（CUPS）がありません。", mend="PDFを保存して別の端末で印刷してください。"
            )
        queue = ["-d", self._queue] if self._queue else []
        options = [word for option in _AS_DRAWN for word in ("-o", option)]
        words = [command, *queue, *options, "-t", "kiosk", "-"]
        done = self._run(words, content)
        found = _JOB.search(done.stdout.decode(errors="replace"))
        if done.returncode or found is None:
            raise SiteError(
                "P02", what="プリンターに送れませんでした。", mend="既定のプリンターと用紙を確かめてください。"
            )
        self._job = found[1]
        return self.state()

    def state(self) -> PrintState:
        """What CUPS itself says about the last job (IPP job-state, RFC 8011 5.3.7); silence is UNKNOWN, never DONE."""
        command = shutil.which("ipptool")
        number = self._job.rpartition("-")[2]
        if command is None or not number.isdigit():
            return PrintState.UNKNOWN
        words = [command, "-tv", f"ipp://localhost:631/jobs/{number}", "get-job-attributes.test"]
        said = _STATE.search(self._run(words, b"").stdout.decode(errors="replace"))
        return _STATES.get(said[1], PrintState.UNKNOWN) if said else PrintState.UNKNOWN

    @staticmethod
    def _run(words: list[str], content: bytes) -> subprocess.CompletedProcess[bytes]:
        try:
            return subprocess.run(words, input=content, capture_output=True, timeout=_SECONDS, check=False)  # noqa: S603 - fixed words, no shell
        except subprocess.TimeoutExpired as error:
            raise SiteError(
                "P03", what="印刷の仕組みが答えません。", mend="プリンターの電源と接続を確かめてください。"
            ) from error
