"""What is measured: the demonstration family at a desk in a temporary folder."""

from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from kiosk.bootstrap.place import Place
from kiosk.bootstrap.works import Works
from kiosk.demo.family import SLIP, Demo
from kiosk.flow.rehearsal import Rehearsed
from kiosk.flow.session import Session
from kiosk.model.filled import FilledForm
from kiosk.model.template import Template
from kiosk.render.pdf import PdfPage


@dataclass
class Subject:
    """The family, their finished visit (cards and extract) and its pages; everything is written under `folder`."""

    folder: Path

    @cached_property
    def place(self) -> Place:
        """The catalogue of this installation, with a home of its own."""
        return replace(Place.standard(), home=self.folder / "home")

    @cached_property
    def demo(self) -> Demo:
        """The family at its desk."""
        return Demo.prepare(self.place)

    @property
    def works(self) -> Works:
        """The composed program."""
        return self.demo.works

    def visit(self) -> tuple[Session, Rehearsed]:
        """A fresh visit with everything the family brings."""
        return self.demo.rehearse(cards=True, extract=True)

    @cached_property
    def forms(self) -> tuple[FilledForm, ...]:
        """Every copy of every form of the visit."""
        return self.visit()[1].snapshot.forms

    @cached_property
    def kinds(self) -> tuple[FilledForm, ...]:
        """The first copy of every kind of form."""
        first: dict[str, FilledForm] = {}
        for form in self.forms:
            first.setdefault(form.template, form)
        return tuple(first.values())

    def template(self, form: FilledForm) -> Template:
        """The template a form was filled with."""
        return self.works.template(form)

    def pages(self, form: FilledForm, *, slip: str = SLIP) -> tuple[PdfPage, ...]:
        """The draw lists of a form."""
        return self.works.renderer.page_lists(form, stamp=self.works.stamp(slip))
