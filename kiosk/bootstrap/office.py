"""The office of a counter: papers to print and save, extracts that wait, postal codes.

What leaves on paper or as a file is noted before it leaves: a store that takes no note lets nothing out.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, assert_never

from kiosk.flow.actions import Step
from kiosk.model.errors import SiteError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from kiosk.bootstrap.late import Seat
    from kiosk.bootstrap.preentry import HomeCodes
    from kiosk.bootstrap.printing import Printer
    from kiosk.bootstrap.program import Program
    from kiosk.flow.actions import UseExtract, UsePreentry
    from kiosk.flow.residents import Residents
    from kiosk.flow.visit import Visit
    from kiosk.model.address import Address
    from kiosk.model.audit import AuditEvent
    from kiosk.model.base import Issue
    from kiosk.model.bill import Bill
    from kiosk.model.glyph import Glyph
    from kiosk.model.message import Message
    from kiosk.model.printing import Again, Mark, PaperKind
    from kiosk.press.jobs import PrintJob
    from kiosk.press.press import Press
    from kiosk.rules.snapshot import Snapshot
    from kiosk.ui.printing import Printed, PrintState


@dataclass
class CounterOffice:
    """The Office port: papers, printer, extracts and postal codes."""

    program: Program
    desk: Seat

    @property
    def visit(self) -> Visit:
        """The visit that is printed and saved."""
        return self.desk.visit

    @cached_property
    def printer(self) -> Printer:
        """The printer of this place."""
        from kiosk.bootstrap.printing import printer_of

        return printer_of(self.program.device)

    @property
    def _press(self) -> Press:
        return self.desk.edition.press

    def _snapshot(self) -> Snapshot:
        if self.visit.snapshot is None:
            raise SiteError("F03", what="印刷する受付がありません。", mend="手続を始めてから印刷してください。")
        return self.visit.snapshot

    def packet_folder(self) -> Path:
        """See Office."""
        slip = self.visit.snapshot.case.slip if self.visit.snapshot else "packet"
        return self.program.place.home / "packets" / slip

    def save_packet(self, folder: Path) -> Sequence[Path]:
        """See Office."""
        from kiosk.press.packet import write_papers

        self._note("export", "packet")
        return write_papers(self._press, self._snapshot(), folder).files

    def _note(self, action: str, what: str) -> None:
        self.program.note(action, case=str(self._snapshot().case.id), detail=what)

    def print_papers(self, papers: Sequence[PaperKind], again: Again | None = None) -> Printed:
        """See Office."""
        from kiosk.model.printing import mark_of
        from kiosk.ui.printing import Printed, PrintState

        case, store = self._snapshot().case.id, self.program.store
        revision = self._snapshot().case.revision
        runs = store.prints.begin(case, papers, again=again, event=self._event("print"), revision=revision)
        if runs is None:
            return Printed(None, store.prints.of(case))
        try:
            jobs = [job for paper in papers for job in self._jobs(paper, mark_of(runs, paper))]
            state = self.printer.send(*jobs)
        except BaseException:
            store.prints.failed(case, runs[-1].number, event=self._event("print-failed"))
            raise
        return self.not_printed() if state is PrintState.FAILED else Printed(state, runs)

    def print_letter(self) -> PrintState | None:
        """See Office."""
        from kiosk.press.jobs import PrintJob

        returned, today = self.desk.state.returned, self.program.clock.today()
        content = self._press.returned_pdf(self._snapshot(), returned, day=today)
        if not content:
            return None
        self._note("print", "letter")
        return self.printer.send(PrintJob(content))

    def print_record(self) -> PrintState:
        """See Office."""
        from kiosk.bootstrap.own_record import own_record
        from kiosk.press.jobs import PrintJob

        if there := self.desk.state.desk:
            what = f"この受付は {there} で確定しています。"
            raise SiteError("S-THERE", what=what, mend="何を送ったかも載る記録は、そちらで印刷してください。")
        self._note("print", "own-record")
        return self.printer.send(PrintJob(own_record(self.desk.edition, self._snapshot())))

    def _jobs(self, paper: PaperKind, mark: Mark) -> Sequence[PrintJob]:
        from kiosk.model.printing import PaperKind
        from kiosk.press.jobs import PrintJob

        press, snapshot = self._press, self._snapshot()
        match paper:
            case PaperKind.FORMS:
                return press.packet_jobs(snapshot, mark)
            case PaperKind.SLIP:
                return (PrintJob(press.slip_pdf(snapshot, mark)),)
            case PaperKind.GUIDE:
                return (PrintJob(press.guide_pdf(snapshot, mark=mark)),)
            case _:
                assert_never(paper)

    def not_printed(self) -> Printed:
        """See Office."""
        from kiosk.ui.printing import Printed, PrintState

        case, prints = self._snapshot().case.id, self.program.store.prints
        runs = prints.of(case)
        if runs:
            prints.failed(case, runs[-1].number, event=self._event("print-failed"))
        return Printed(PrintState.FAILED, prints.of(case))

    def prints(self) -> Printed:
        """See Office."""
        from kiosk.ui.printing import Printed

        return Printed(None, self.program.store.prints.of(self._snapshot().case.id))

    def _event(self, action: str) -> AuditEvent:
        from kiosk.model.audit import AuditEvent

        by, case = self.program.at_desk.by(), str(self._snapshot().case.id)
        return AuditEvent(at=self.program.clock.now(), by=by, action=action, case=case)

    def second(self, number: str, pin: str) -> str | Message:
        """See Office."""
        from kiosk.bootstrap.second import second

        return second(self.program, number, pin)

    def bill(self) -> Bill:
        """See Office."""
        return self._press.bill(self._snapshot())

    def languages(self) -> Sequence[str]:
        """See Office."""
        return self.program.book.vocabulary.codes.get("language", ())

    def print_state(self) -> PrintState:
        """See Office."""
        return self.printer.state()

    def extracts(self) -> Sequence[Path]:
        """Files in home/extracts, newest first; then the personas' own."""
        folder = self.program.place.home / "extracts"
        waiting = sorted(folder.glob("*.csv"), key=lambda path: path.stat().st_mtime, reverse=True)
        return [*waiting, *sorted(self.program.place.personas.glob("*.csv"))]

    def load_extract(self, path: Path) -> UseExtract | tuple[Issue, ...]:
        """See Office."""
        from kiosk.bootstrap.sources import read_paper

        return read_paper(self.desk.edition, path)

    @property
    def residents(self) -> Residents:
        """See Office."""
        from kiosk.bootstrap.residents import KeptRegister

        case = self.desk.state.case
        here = case is not None and self.desk.state.step is not Step.DONE
        return KeptRegister(self.program, case=str(case.id) if case is not None and here else "")

    @cached_property
    def _home(self) -> HomeCodes:
        from kiosk.bootstrap.preentry import HomeCodes

        return HomeCodes(self.program)

    def home_lines(self, lines: Sequence[str]) -> UsePreentry | Message:
        """See Office."""
        case = self.desk.state.case
        done = self.desk.state.step is Step.DONE
        return self._home.lines(lines, event=case.event if case is not None and not done else "")

    def home_picture(self, path: Path) -> UsePreentry | Message:
        """See Office."""
        from kiosk.bootstrap.preentry import lines_of

        found = lines_of(path)
        return self.home_lines(found) if isinstance(found, tuple) else found

    def forget_home(self) -> None:
        """See Office."""
        if "_home" in self.__dict__:
            self._home.forget()

    def glyphs(self, letter: str) -> Sequence[Glyph]:
        """See Office."""
        from kiosk.model.glyph import Glyph, reach_of
        from kiosk.model.letters import without_selectors

        shaper, bare = self.desk.edition.renderer.shaper, without_selectors(letter)
        near = (bare, *self.program.readings.shapes(bare))
        own = (shape for each in near for shape in self.program.readings.shapes(each))  # of 邉 for 辺, too
        texts = dict.fromkeys((*near, *own, letter))
        return tuple(Glyph(text, reach_of(text), not shaper.substitutes("mincho", text=text)) for text in texts)

    def postal(self, code: str) -> Sequence[Address]:
        """See Office."""
        from kiosk.model.message import Refused

        found = self.program.postal.lookup(code)
        return () if isinstance(found, Refused) else found

    def buildings(self, path: str) -> Sequence[str]:
        """See Office."""
        from kiosk.flow.residents import lot_of
        from kiosk.model.address import Address

        snapshot = self.visit.snapshot
        item = None if snapshot is None else snapshot.facts.book.vocabulary.item(path)
        home = None if snapshot is None or item is None else snapshot.facts.value(item.together)
        lot = lot_of(home) if isinstance(home, Address) else ""
        return self.program.store.residents.buildings(lot) if lot else ()

    def listed(self, path: str) -> bool:
        """See Office."""
        return bool(self._list(path))

    def known(self, path: str, typed: str) -> Sequence[tuple[str, str]]:
        """See Office."""
        from kiosk.catalogue.known import offered

        content = self._list(path)
        return tuple((each.code, each.name) for each in offered(content, typed=typed, said=self._said(path, content)))

    def coded(self, path: str, typed: str) -> str:
        """See Office."""
        from kiosk.catalogue.known import coded

        content = self._list(path)
        return coded(content, typed=typed, said=self._said(path, content)) if content else ""

    def _list(self, path: str) -> bytes:
        from kiosk.catalogue.known import file_of
        from kiosk.model.path import key_of

        return self.desk.edition.catalogue.files.content.get(file_of(key_of(path)), b"")

    def _said(self, path: str, content: bytes) -> dict[str, str]:
        """What the facts say that narrow a list, of the member whom the question is about."""
        from kiosk.catalogue.known import narrowing
        from kiosk.model.address import Address
        from kiosk.model.path import person_of, person_path

        snapshot, said = self.visit.snapshot, dict[str, str]()
        for key in narrowing(content) if snapshot is not None else ():
            value = snapshot.facts.value(person_path(person_of(path), key)) if snapshot is not None else ""
            said[key] = value.text if isinstance(value, Address) else value if isinstance(value, str) else ""
        return said
