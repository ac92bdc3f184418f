"""プリンター (CUPS): an office that works on paper gets the papers of an application at its own print queue.

A job is named by its message and nothing else. Printed twice is worse than late: before a paper is handed over a note
of it is on the disk, and the queue is asked for jobs of that name. What is queued or printing is waited for, what was
printed is the receipt. Of what failed, or of what nobody knows any more, a person is asked once (the parcel is held);
only when they send it again is it printed anew.
"""

from __future__ import annotations

import hashlib
import io
import json
import time
from contextlib import suppress
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

import pikepdf

from kiosk import cups
from kiosk.durable import NotPlainError, flush, read_plain, write_whole
from kiosk.exchange.destinations.bundle import refused
from kiosk.flow.clock import wait
from kiosk.model.parcel import FIELDS, DeliveryFailed, Failure, Parcel, Receipt

if TYPE_CHECKING:
    from pathlib import Path

    from kiosk.destinations import ToPrinter

_WAITING = frozenset({"pending", "pending-held", "processing", "processing-stopped"})
_DONE, _FREE, _BEGUN = "completed", "free", "begun"
_OPEN = _WAITING | {_DONE, ""}
"""States that may still change: a job that is not seen now is looked for as long as one that waits."""

_POINT = 25.4 / 72
_PATIENCE, _STEP = 5.0, 0.25
"""Seconds for which a job is watched within one attempt, and between two looks."""

_AGAIN = 20.0
_KEPT = 90 * 86_400.0
"""Seconds for which a note of what was printed stays: longer than a parcel is ever repeated."""


@dataclass(frozen=True)
class Sheets:
    """Pages of one size under the name of their job; `paper` is its sides in mm, the shorter one first."""

    name: str
    content: bytes
    paper: tuple[float, float]


@dataclass
class PrinterDestination:
    """A print queue of this machine's print system; nothing is asked until the first parcel."""

    setting: ToPrinter
    home: Path
    patience: float = _PATIENCE

    def __post_init__(self) -> None:
        self.name = self.setting.key

    def look(self) -> DeliveryFailed | None:
        """See Destination: UNREACHABLE D38 without the queue, or where it takes nothing or stands still."""
        try:
            queue = cups.queue_of(self.setting.queue)
        except cups.NoAnswer:
            return _away("D38", "印刷の仕組み（CUPS）が答えません。この端末の印刷の設定を確かめてください。")
        if queue is None:
            return _away("D38", "送付先のプリンターがこの端末にありません。queue と CUPS の設定を確かめてください。")
        if not queue.takes or "paused" in queue.reasons:
            return _away("D38", "送付先のプリンターが止まっています。プリンターと CUPS の状態を確かめてください。")
        return None

    def deliver(self, parcel: Parcel) -> Receipt | DeliveryFailed:
        """Print what was not printed, and say how it stands; the same parcel again is looked for, not printed again.

        UNREACHABLE D38 as in look; UNKNOWN_OUTCOME D37 not printed yet; REFUSED D13 a damaged paper, D36 no paper, D39
        failed, or not known any more: after that whoever sends it again wants it printed again.
        """
        made = _sheets(parcel)
        if isinstance(made, DeliveryFailed):
            return made
        try:
            self._notes.mkdir(parents=True, exist_ok=True)
            self._forget()
            return self._printed(made)
        except OSError:
            return _away("D04", "印刷の控えをこの端末に書けません。ディスクの状態を確かめてください。")
        except cups.NoAnswer:
            return _pending("印刷の仕組み（CUPS）が答えません。印刷できたかを、あとで確かめます。")
        except (cups.NoPrintSystem, cups.NotTaken):
            return _away("D38", "送付先のプリンターに送れませんでした。queue と CUPS の状態を確かめてください。")

    def _printed(self, made: tuple[Sheets, ...]) -> Receipt | DeliveryFailed:
        fresh = [sheets for sheets in made if self._is_wanted(sheets.name)]
        if fresh and (hindrance := self.look()) is not None:
            return hindrance
        for sheets in fresh:
            self._print(sheets)
        states, left = [self._state(each.name) for each in made], self.patience
        while left > 0 and all(state in _OPEN for state in states) and {*states} != {_DONE}:
            wait(_STEP)
            left -= _STEP
            states = [self._state(each.name) for each in made]
        return self._said(made, states)

    def _said(self, made: tuple[Sheets, ...], states: list[str]) -> Receipt | DeliveryFailed:
        if {*states} == {_DONE}:
            for sheets in made:
                self._note(sheets.name, _DONE)
            digest = hashlib.sha256(b"".join(sheets.content for sheets in made)).hexdigest()
            return Receipt(reference=f"cups:{self.setting.queue}:sha256:{digest}", acknowledged=True)
        if all(state in {*_WAITING, _DONE} for state in states):
            return _pending("印刷待ち、または印刷中です。受け取り側のプリンターの紙と電源を確かめてください。")
        for sheets, state in zip(made, states, strict=True):
            if state not in {*_WAITING, _DONE}:
                self._note(sheets.name, _FREE, after=self._newest(sheets.name))
        detail = (
            "印刷が中止されたか、印刷できたか分かりません。受け取り側に紙があるかを確かめてください。"
            "あれば「紙が届いている」と記録し、なければ「再送」でもう一度印刷します。"
        )
        return refused("D39", detail)

    def _is_wanted(self, name: str) -> bool:
        """Whether it is to be printed now: never handed over, or sent again by a person who was asked."""
        note = self._noted(name)
        if note is None:
            return not self._jobs(name)
        return note[0] == _FREE

    def _print(self, sheets: Sheets) -> None:
        self._note(sheets.name, _BEGUN, after=self._newest(sheets.name))
        try:
            cups.put(sheets.content, name=sheets.name, queue=self.setting.queue, paper=sheets.paper)
        except (cups.NoPrintSystem, cups.NotTaken):
            if not self._since(sheets.name):
                self._note(sheets.name, _FREE, after=self._newest(sheets.name))
            raise

    def _state(self, name: str) -> str:
        """The state of its newest job since it was begun; empty where nobody knows of one."""
        note = self._noted(name)
        if note is not None and note[0] == _DONE:
            return _DONE
        found = self._since(name)
        return found[-1].state if found else ""

    def _since(self, name: str) -> tuple[cups.Job, ...]:
        note = self._noted(name)
        return tuple(job for job in self._jobs(name) if note is None or job.number > note[1])

    def _newest(self, name: str) -> int:
        return max((job.number for job in self._jobs(name)), default=0)

    def _jobs(self, name: str) -> tuple[cups.Job, ...]:
        found = cups.jobs(self.setting.queue, name)
        if found is None:
            raise cups.NoAnswer
        return found

    # ---- the notes: what was handed over, without a word of anybody -----------------------------------------------
    @property
    def _notes(self) -> Path:
        return self.home / "printed" / self.setting.key

    def _noted(self, name: str) -> tuple[str, int] | None:
        """How a job stands by our note, and the number of the newest job that is not meant; None without a note.

        It is free to be printed (refused by the print system, or after a person was asked), begun, or printed.
        """
        try:
            said = json.loads(read_plain(self._notes / name))
            return str(said["state"]), int(said["after"])
        except FileNotFoundError:
            return None
        except (NotPlainError, ValueError, KeyError, TypeError):
            return _BEGUN, 0

    def _note(self, name: str, state: str, *, after: int = 0) -> None:
        write_whole(self._notes / name, json.dumps({"state": state, "after": after}).encode())

    def _forget(self) -> None:
        """Old notes of what was printed; a parcel that is open keeps its own."""
        now = time.time()
        for path in self._notes.iterdir():
            with suppress(OSError):
                old = now - path.stat().st_mtime > _KEPT
                if old and (self._noted(path.name) or ("", 0))[0] == _DONE:
                    path.unlink()
                    flush(self._notes)


def _sheets(parcel: Parcel) -> tuple[Sheets, ...] | DeliveryFailed:
    """The pages of a parcel's PDFs, run by run of one size, each a job of its own."""
    papers = [item for item in parcel.attachments if item.media_type == "application/pdf" and item.name != FIELDS]
    if any(hashlib.sha256(item.content).hexdigest() != item.sha256 for item in papers):
        return refused("D13", "添付ファイルが壊れています。もう一度作り直してください。")
    try:
        runs = [run for item in papers for run in _runs(item.content)]
    except (pikepdf.PdfError, ValueError):
        return refused("D13", "添付ファイルが壊れています。もう一度作り直してください。")
    if not runs:
        return refused("D36", "紙のない送付物（取消など）です。受け取り側へ別に知らせ、「見送り」にしてください。")
    stem = str(parcel.message)
    names = [stem, *(f"{stem}_{number}" for number in range(2, len(runs) + 1))]
    return tuple(Sheets(name, content, paper) for name, (content, paper) in zip(names, runs, strict=True))


def _runs(content: bytes) -> list[tuple[bytes, tuple[float, float]]]:
    with pikepdf.Pdf.open(io.BytesIO(content)) as whole:
        sizes = [(paper, list(pages)) for paper, pages in groupby(whole.pages, _paper)]
        if len(sizes) == 1:
            return [(content, sizes[0][0])]
        return [(_part(pages), paper) for paper, pages in sizes]


def _paper(page: pikepdf.Page) -> tuple[float, float]:
    left, bottom, right, top = (float(each) for each in page.mediabox)
    short, long = sorted((round(abs(right - left) * _POINT), round(abs(top - bottom) * _POINT)))
    return float(short), float(long)


def _part(pages: list[pikepdf.Page]) -> bytes:
    made, out = pikepdf.Pdf.new(), io.BytesIO()
    made.pages.extend(pages)
    made.save(out, static_id=True)
    return out.getvalue()


def _pending(detail: str) -> DeliveryFailed:
    return DeliveryFailed(failure=Failure.UNKNOWN_OUTCOME, code="D37", detail=detail, after=_AGAIN)


def _away(code: str, detail: str) -> DeliveryFailed:
    return DeliveryFailed(failure=Failure.UNREACHABLE, code=code, detail=detail)
