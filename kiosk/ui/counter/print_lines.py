"""印刷の控え in words: one line a print, with who, when, what, why again, and whether it still counts."""

from collections.abc import Iterator, Sequence

from kiosk.flow.clock import TOKYO
from kiosk.model.printing import PrintRun
from kiosk.ui.kit import Kit


def print_lines(kit: Kit, runs: Sequence[PrintRun]) -> str:
    """Every print of a case; empty without any."""
    return "\n".join("　".join(_parts(kit, run)) for run in runs)


def _parts(kit: Kit, run: PrintRun) -> Iterator[str]:
    words, local = kit.words, run.at.astimezone(TOKYO)
    yield words("run-number", n=run.number)
    if run.revision > 1:
        yield words("day-revised", n=run.revision)
    yield words("sending-at", month=local.month, day=local.day, time=f"{local:%H:%M}")
    yield run.staff
    yield words("list-between").join(words(f"run-{paper.value}") for paper in run.papers)
    if run.reason:
        yield words("run-reason", reason=run.reason)
    if run.failed:
        yield words("run-failed")
    for by in dict.fromkeys(by for _, by in run.voided):
        papers = (words(f"run-{paper.value}") for paper, number in run.voided if number == by)
        yield words("run-void", paper=words("list-between").join(papers), n=by)
