"""The port of the designer's window over a folder of forms: what lies there, what is being made, what is wrong."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.bootstrap.form_pages import FormPages
from kiosk.bootstrap.form_tree import by_box, entries, file_text, group_words, lacks, people_in
from kiosk.bootstrap.program import Edition
from kiosk.bootstrap.sheet_glass import SheetGlass
from kiosk.bootstrap.tried_with import Tried, try_with
from kiosk.catalogue.releases import released_versions
from kiosk.catalogue.template_checks import check as check_template
from kiosk.designing.editing.pictures import fetched
from kiosk.designing.editing.versions import new_version
from kiosk.designing.editing.workbench import FILE, Workbench
from kiosk.model.base import Issue
from kiosk.ui.designer.ports import Entry, Fact, Group, Person, Place, Sheet

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QPainter, QPixmap

    from kiosk.bootstrap.place import Place as Home
    from kiosk.bootstrap.program import Program
    from kiosk.catalogue.catalogue import Catalogue
    from kiosk.model.edits import Edit
    from kiosk.model.filled import FilledForm
    from kiosk.model.template import Template


class FormDesk:
    """See kiosk.ui.designer.ports.Designing. `program` lies on the folder that is being changed, `live` is the folder
    that counters use: a version that lies there as well is filed already, and is not edited. `edited` is told before
    anything is written, and raises SiteError where nothing may be written any more; `may` says whether boxes may be
    changed now.
    """

    def __init__(
        self,
        program: Program,
        *,
        live: Path,
        edited: Callable[[], None] = lambda: None,
        may: Callable[[], bool] = lambda: True,
    ) -> None:
        self._program, self._live, self._edited, self._may = program, live, edited, may
        self._benches: dict[Place, Workbench] = {}
        self._at: Place | None = None
        self._new: tuple[str, ...] = ()
        self._tried: Tried | None = None
        self._catalogue: Catalogue | None = None
        self.problems: tuple[Issue, ...] = ()

    @property
    def _home(self) -> Home:
        return self._program.place

    @property
    def _templates(self) -> Path:
        return self._home.forms / "templates"

    # ---- everything under forms/ -------------------------------------------------------------------------------------
    def look(self) -> tuple[Entry, ...]:
        """See Designing."""
        from kiosk.bootstrap.forms import read_forms

        self._catalogue = read_forms(self._home.forms, cache=self._home.cache)
        self.problems = self._catalogue.issues
        self.__dict__.pop("_glass", None)
        return self._entries()

    def judged(self, catalogue: Catalogue, problems: tuple[Issue, ...]) -> None:
        """What lies in the folder was read with what another desk has not saved yet: facts and rules are those."""
        self._catalogue, self.problems = catalogue, problems

    def check(self) -> tuple[tuple[Issue, ...], tuple[Entry, ...]]:
        """See Designing."""
        from kiosk.bootstrap.verdict import verdict

        found = verdict(self._home)
        tree = self.look()
        self.problems = found.issues
        return found.issues, tuple(replace(each, problems=self._count(each.file)) for each in tree)

    def _entries(self) -> tuple[Entry, ...]:
        found = entries(self._home.forms, open_=lambda form, version: not self._filed(form, version))
        return tuple(replace(each, problems=self._count(each.file)) for each in found)

    def _count(self, file: str) -> int:
        return sum(issue.where.partition(" ")[0] == file for issue in self.problems)

    def _filed(self, form: str, version: str) -> bool:
        """Whether counters have this version."""
        folder = self._live / "templates" / form / version
        return folder.is_dir() and folder.resolve() != (self._templates / form / version).resolve()

    @property
    def catalogue(self) -> Catalogue:
        """What lies in the folder, as it was looked at last; raises SiteError."""
        if self._catalogue is None:
            self.look()
        assert self._catalogue is not None
        return self._catalogue

    def facts(self) -> tuple[Fact, ...]:
        """See Designing."""
        told = self.catalogue.book.vocabulary
        return tuple(
            Fact(each.key, each.label, each.type, tuple(told.codes.get(each.codes, {}))) for each in told.items
        )

    def groups(self) -> tuple[tuple[str, str], ...]:
        """See Designing."""
        remarks = group_words(self._home.forms)
        return tuple((name, remarks.get(name, "")) for name in self.catalogue.book.groups)

    def people(self) -> tuple[Person, ...]:
        """See Designing."""
        return tuple(people_in(self._home.personas))

    def text(self, file: str) -> str:
        """See Designing."""
        return file_text(self._home.forms / file)

    # ---- the workbench -----------------------------------------------------------------------------------------------
    def open(self, place: Place) -> Sheet | tuple[Issue, ...]:
        """See Designing."""
        kept = self._benches.get(place)
        if kept is None or (kept.saved and kept.moved_on):
            bench = Workbench.open(self._templates / place.form / place.version)
            if isinstance(bench, tuple):
                return bench
            self._benches[place] = bench
        self._at, self._new = place, ()
        return self._sheet()

    @property
    def _bench(self) -> Workbench:
        assert self._at is not None  # the window asks for no edit before a form is open
        return self._benches[self._at]

    @property
    def _open(self) -> bool:
        return self._at is not None and self._may() and not self._filed(*self._at)

    def do(self, edit: Edit) -> Sheet:
        """See Designing."""
        self._new = self._bench.do(edit) if self._open else ()
        return self._sheet()

    def lay_picture(self, box: str, file: Path) -> Sheet | Issue:
        """See Designing."""
        found = fetched(file)
        if isinstance(found, Issue):
            return found
        if self._open:
            self._bench.lay_picture(box, *found)
        return self._sheet()

    def rename_picture(self, box: str, name: str) -> Sheet:
        """See Designing."""
        if self._open:
            self._bench.rename_picture(box, name)
        return self._sheet()

    def settle(self, boxes: Sequence[str]) -> Sheet:
        """See Designing."""
        if self._open:
            self._bench.settle(boxes)
        return self._sheet()

    def undo(self) -> Sheet:
        """See Designing."""
        self._bench.undo()
        return self._sheet()

    def redo(self) -> Sheet:
        """See Designing."""
        self._bench.redo()
        return self._sheet()

    def save(self) -> tuple[Issue, ...]:
        """See Designing."""
        self._edited()
        return self._bench.save()

    def forget(self, place: Place) -> None:
        """See Designing."""
        self._benches.pop(place, None)

    def sheet(self) -> Sheet | None:
        """See Designing."""
        return None if self._at is None else self._sheet()

    def unsaved(self) -> tuple[Place, ...]:
        """See Designing."""
        return tuple(place for place, bench in self._benches.items() if not bench.saved)

    def unsaved_files(self) -> dict[str, bytes]:
        """What was not saved, by file: forms, and pictures in them."""
        found: dict[str, bytes] = {}
        for (form, version), bench in self._benches.items():
            found |= {f"templates/{form}/{version}/{name}": data for name, data in bench.unsaved_files().items()}
        return found

    def new_version(self, place: Place, since: dt.date) -> Place | tuple[Issue, ...]:
        """See Designing."""
        self._edited()
        taken = released_versions(self._live, place.form)
        made = new_version(self._templates / place.form / place.version, since=since, taken=taken)
        return Place(place.form, made.name) if isinstance(made, Path) else made

    def take_in(self, file: Path, form: str, title: str) -> Place | tuple[Issue, ...]:
        """See Designing."""
        from kiosk.bootstrap.importing import Imported, import_paper

        self._edited()
        made = import_paper(Edition(self._program, self.catalogue), file, form=form, title=title)
        return Place(form, made.folder.name) if isinstance(made, Imported) else made

    def revise(self, place: Place, since: dt.date, file: Path) -> Place | tuple[Issue, ...]:
        """See Designing."""
        from kiosk.bootstrap.revising import NextVersion, revise

        self._edited()
        edition, taken = Edition(self._program, self.catalogue), released_versions(self._live, place.form)
        made = revise(edition, place.form, file, since=since, root=self._home.forms, taken=taken)
        return Place(place.form, made.folder.name) if isinstance(made, NextVersion) else made

    def _sheet(self) -> Sheet:
        assert self._at is not None
        bench, template = self._bench, self._bench.now.template
        form, version = self._at
        issues, file = self._wrong(template), f"templates/{form}/{version}/{FILE}"
        return Sheet(
            entry=Entry(Group.FORMS, file, template.title, len(issues), form, version, open=self._open),
            template=template,
            rules=self._glass.pages.rules(template),
            doubts=bench.doubts,
            problems=by_box(template, issues),
            issues=issues,
            undoable=bench.steps.undoable,
            redoable=bench.steps.redoable,
            saved=bench.saved,
            sample=self._sample,
            reads=not self._may(),
            new=self._new,
            lacks=lacks(self.catalogue.book, template),
        )

    def _wrong(self, template: Template) -> tuple[Issue, ...]:
        where, book = f"templates/{template.id}/{template.version}/{FILE}", self.catalogue.book
        facts = frozenset({*book.vocabulary.by_key, *book.derivation})
        return tuple(check_template(template, rulings=self._glass.pages.rulings(template), facts=facts, where=where))

    # ---- trying ------------------------------------------------------------------------------------------------------
    def try_with(self, person: str) -> None:
        """See Designing."""
        self._tried = try_with(self._home, self.catalogue, self._home.personas / f"{person}.toml") if person else None

    @property
    def _sample(self) -> FilledForm | None:
        return None if self._tried is None or self._at is None else self._tried.filled(self._bench.now.template)

    def explain(self, box: str) -> tuple[str, ...]:
        """See Designing."""
        sample = self._sample
        found = next((each for each in sample.boxes if each.box == box), None) if sample is not None else None
        return () if found is None or self._tried is None else self._tried.explained(found)

    # ---- the paper ---------------------------------------------------------------------------------------------------
    @cached_property
    def _glass(self) -> SheetGlass:
        folder = self._templates
        pages = FormPages(
            lambda form: folder / form.id / form.version,
            self.catalogue.city.values,
            self._home.fonts,
            beside=self._unsaved_picture,
        )
        return SheetGlass(pages, lambda: self._bench.now.template)

    def _unsaved_picture(self, form: Template, name: str) -> bytes | None:
        bench = self._benches.get(Place(form.id, form.version))
        return None if bench is None else bench.pictures.get(name)

    def background(self, page: int, px_per_mm: float) -> QPixmap:
        """See Designing."""
        return self._glass.background(page, px_per_mm)

    def paint(self, painter: QPainter, page: int, px_per_mm: float) -> None:
        """See Designing."""
        if (sample := self._sample) is not None:
            self._glass.paint(painter, sample, page, px_per_mm)
