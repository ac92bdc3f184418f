"""What is measured: the demonstration family at a desk in a temporary folder."""

from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from kiosk.bootstrap.place import Place
from kiosk.bootstrap.program import Program
from kiosk.demo.family import SLIP, Demo
from kiosk.designing.rehearsal import Rehearsed
from kiosk.flow.at_once import AtOnce
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
    def program(self) -> Program:
        """The composed program."""
        return self.demo.program

    def visit(self) -> tuple[AtOnce, Rehearsed]:
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
        return self.program.template(form)

    def pages(self, form: FilledForm, *, slip: str = SLIP) -> tuple[PdfPage, ...]:
        """The draw lists of a form."""
        return self.program.renderer.page_lists(form, stamp=self.program.press.stamp(slip))
