"""Printing through CUPS: hands a PDF to `lp` without a temporary file, and asks what became of the job."""

import re
import shutil
import subprocess

from kiosk.model.base import SiteError
from kiosk.ui.ports import PrintState

_JOB = re.compile(r"request id is (\S+)")
_SECONDS = 10


class Printer:
    """The default printer of this machine. The last job's id is kept, nothing else."""

    def __init__(self) -> None:
        self._job = ""

    def send(self, content: bytes) -> PrintState:
        """Queue a PDF; raises SiteError when there is no print system or it refuses."""
        command = shutil.which("lp")
        if command is None:
            raise SiteError(
                "P01", what="印刷の仕組み（CUPS）がありません。", mend="PDFを保存して別の端末で印刷してください。"
            )
        words = [command, "-o", "media=A4", "-t", "kiosk", "-"]
        done = self._run(words, content)
        found = _JOB.search(done.stdout.decode(errors="replace"))
        if done.returncode or found is None:
            raise SiteError(
                "P02", what="プリンターに送れませんでした。", mend="既定のプリンターと用紙を確かめてください。"
            )
        self._job = found[1]
        return self.state()

    def state(self) -> PrintState:
        """What CUPS says about the last job; a job that has left the queue without a word is UNKNOWN, never DONE."""
        command = shutil.which("lpstat")
        if command is None or not self._job:
            return PrintState.UNKNOWN
        waiting = self._run([command, "-W", "not-completed", "-o"], b"").stdout.decode(errors="replace")
        if self._job in waiting:
            return PrintState.QUEUED
        finished = self._run([command, "-l", "-W", "completed", "-o"], b"").stdout.decode(errors="replace")
        return _outcome(finished, self._job)

    @staticmethod
    def _run(words: list[str], content: bytes) -> subprocess.CompletedProcess[bytes]:
        try:
            return subprocess.run(words, input=content, capture_output=True, timeout=_SECONDS, check=False)  # noqa: S603 - fixed words, no shell
        except subprocess.TimeoutExpired as error:
            raise SiteError(
                "P03", what="印刷の仕組みが答えません。", mend="プリンターの電源と接続を確かめてください。"
            ) from error


def _outcome(listing: str, job: str) -> PrintState:
    """Read `lpstat -l`: the lines that follow the job's own line, up to the next job."""
    _, found, rest = listing.partition(job)
    block = re.split(r"\n(?=\S)", rest, maxsplit=1)[0]
    if not found:
        return PrintState.UNKNOWN
    if "job-completed-successfully" in block:
        return PrintState.DONE
    return PrintState.FAILED if re.search(r"aborted|canceled|stopped", block) else PrintState.UNKNOWN
