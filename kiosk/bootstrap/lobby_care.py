"""What staff do at a terminal: the code, in and out of service, the reports in the morning and in the evening."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NoReturn

from kiosk.bootstrap.spoken import spoken
from kiosk.bootstrap.staff_code import StaffGate
from kiosk.bootstrap.tally import KEYS, Tally
from kiosk.flow.clock import TOKYO
from kiosk.model.errors import SiteError
from kiosk.ui.lobby.ports import CareReport, CodeTried, Finding, Grade
from kiosk.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from kiosk.bootstrap.program import Program
    from kiosk.settings import Device

ROOM = "care"
_KEPT = 62  # reports: a month of mornings and evenings


@dataclass
class LobbyCare:
    """The Care port on a program's place."""

    program: Program

    @cached_property
    def words(self) -> Words:
        """See Care."""
        return spoken(self.program.place, room=ROOM).words

    def told(self, language: str) -> Words:
        """See Care."""
        file = self.program.place.assets / "words" / "lobby" / f"{language}.ftl"
        return Words(file.read_text(encoding="utf-8"), language=language)

    @cached_property
    def tally(self) -> Tally:
        """The numbers of the days."""
        return Tally(self._folder / "days.json", self.program.clock)

    @property
    def telephone(self) -> str:
        """See Care."""
        return self._device.telephone if self._device else ""

    @property
    def locked(self) -> bool:
        """See Care; without a code nobody could ever open it. Settings that cannot be read may have had one."""
        return self._device is None or bool(self._device.staff_code)

    @property
    def closed(self) -> bool:
        """See Care."""
        return self._sign.exists()

    @property
    def _folder(self) -> Path:
        return self.program.place.home / "terminal"

    @property
    def _sign(self) -> Path:
        return self._folder / "closed"

    @cached_property
    def _device(self) -> Device | None:
        """The settings of this machine; a terminal whose settings are wrong is out of order, and says so."""
        try:
            return self.program.device
        except SiteError:
            return None

    @cached_property
    def _gate(self) -> StaffGate:
        return StaffGate(
            self._device.staff_code if self._device else "", self.program.clock, self._folder / "wrong-codes.json"
        )

    def try_code(self, code: str) -> CodeTried:
        """See Care."""
        return self._gate.try_code(code)

    def close(self, *, closed: bool) -> None:
        """See Care."""
        try:
            if closed:
                self._folder.mkdir(parents=True, exist_ok=True)
                self._sign.touch()
            else:
                self._sign.unlink(missing_ok=True)
        except OSError as error:
            what = "記載台の状態を書けません。"
            raise SiteError("LOBBY-1", what=what, mend="ディスクの空きと権限を確かめてください。") from error

    # ---- reports -----------------------------------------------------------------------------------------------------
    def readiness(self) -> CareReport:
        """See Care."""
        from kiosk.bootstrap.readiness import Readiness, usable

        found = Readiness(self.program, self.words, lambda: self.closed).look()
        return self._written("readiness", found, usable=usable(found))

    def closing(self) -> CareReport:
        """See Care."""
        counts, words = self.tally.today(), self.words
        found = [Finding(key, words(f"care-{key}"), Grade.GOOD, words("care-count", n=counts[key])) for key in KEYS]
        return self._written("closing", (*found, *self._left()), usable=True)

    def _left(self) -> Iterator[Finding]:
        """What waits for a clerk on this store, and what has gone today because nobody came; or why nobody knows."""
        from kiosk.bootstrap.waiting import EXPIRED, waiting

        words = self.words
        try:
            left = waiting(self.program)
            gone = self.program.store.audit.day_book(self.program.clock.today()).actions.get(EXPIRED, 0)
        except SiteError as error:
            yield Finding("waiting", words("care-waiting"), Grade.BAD, error.what)
            return
        oldest = min((each.until for each in left), default=None)
        text = words("care-until", n=len(left), day=oldest.isoformat()) if oldest else words("care-count", n=0)
        yield Finding("waiting", words("care-waiting"), Grade.GOOD, text)
        yield Finding("expired", words("care-expired"), Grade.GOOD, words("care-count", n=gone))

    def _written(self, kind: str, findings: tuple[Finding, ...], *, usable: bool) -> CareReport:
        """With its PDF in the home; a disk or fonts that do not do leave a report without one."""
        now = self.program.clock.now().astimezone(TOKYO)
        title, at = self.words(f"care-{kind}-title"), now.strftime("%Y-%m-%d %H:%M")
        file = self._folder / "reports" / f"{now:%Y-%m-%d}-{kind}.pdf"
        rows = [(each.grade.mark if kind == "readiness" else "", each.name, each.text) for each in findings]
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(_pdf(self.program.place.fonts, title, at, rows))
            for old in sorted(file.parent.glob("*.pdf"))[:-_KEPT]:
                old.unlink()
        except (OSError, SiteError):
            return CareReport(title, at, findings, usable)
        return CareReport(title, at, findings, usable, file)


def _pdf(fonts: Path, title: str, at: str, rows: list[tuple[str, str, str]]) -> bytes:
    """The report on paper; needs no forms, which may be what is wrong."""
    from kiosk.press.report import report
    from kiosk.render.drawlist import DrawList
    from kiosk.render.packet import Renderer
    from kiosk.render.pdf import PdfPage

    renderer = Renderer(_no_form, page=_no_form, fonts=fonts)
    pages = report(title, at, rows, shaper=renderer.shaper)
    bare = [PdfPage(DrawList(width=page.width, height=page.height), page) for page in pages]
    return renderer.document(bare, title=title)


def _no_form(*_asked: object) -> NoReturn:
    raise LookupError("a report has no form")
