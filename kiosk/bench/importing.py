"""An official paper becomes a form: how long four pages take, and how much of what forms ask is found and named.

The papers are the forms of the sample town as plain PDF files; what should be found is what their own templates say,
and who imports a form knows the labels of all the others but not its own.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.bench.row import Row, at_least, information, within
from kiosk.bench.subject import Subject
from kiosk.bench.timing import Effort
from kiosk.designing.importing.draft import draft
from kiosk.designing.importing.matching import SURE, Matcher
from kiosk.designing.labels import plain
from kiosk.model.template import Template
from kiosk.render.drawlist import DrawList
from kiosk.render.packet import Renderer
from kiosk.render.pdf import PdfPage

if TYPE_CHECKING:
    from kiosk.bootstrap.program import Program

_FOUR = ("F01", "F02", "F04", "F14")
"""Forms whose first pages hold together about as many cells as a large ministry's form of four pages."""


@dataclass
class _Count:
    """The boxes of a form, how many were found, named, bound, and bound to what its own template says."""

    form: str
    boxes: int = 0
    found: int = 0
    named: int = 0
    bound: int = 0
    right: int = 0


def importing(subject: Subject, effort: Effort) -> list[Row]:
    """The rows of the designer's import."""
    program = subject.program
    templates = list(program.book.templates.values())[:: 26 if effort.quick else 1]
    counts = [_counted(program, template) for template in templates]
    boxes, bound = sum(each.boxes for each in counts), sum(each.bound for each in counts)
    four = _four(program.renderer, {template.id: template for template in templates})
    matcher = Matcher(program.book.vocabulary, program.book.templates)
    since = templates[0].valid_from
    took = effort.repeat(
        lambda: draft(four, form="F90", title="", matcher=matcher, since=since),
        times=effort.times(6, 1),
        warm=1,
        every=1,
    )
    right = sum(each.right for each in counts) / max(bound, 1)
    return [
        within(
            1000,
            Row(name="designer.import_ms", label="様式の取り込み 4ページ", value=took.median, unit="ms"),
            beside=took.beside,
        ),
        *_shares("found", "見つかった記入欄", 0.95, [(each.form, each.found, each.boxes) for each in counts], boxes),
        *_shares("named", "名前の合う記入欄", 0.8, [(each.form, each.named, each.boxes) for each in counts], boxes),
        information(Row(name="designer.boxes_bound_right", label="結んだ事実の正しさ", value=right, unit="")),
    ]


def _shares(what: str, label: str, least: float, each: list[tuple[str, int, int]], boxes: int) -> list[Row]:
    """The share of all boxes, and of the boxes of that form of which it is the smallest."""
    form, some, own = min(each, key=lambda one: one[1] / one[2])
    whole = Row(name=f"designer.boxes_{what}", label=label, value=sum(one[1] for one in each) / boxes, unit="")
    worst = Row(
        name=f"designer.boxes_{what}_least", label=f"{label}（最も少ない様式 {form}）", value=some / own, unit=""
    )
    return [at_least(least, whole), at_least(least, worst)]


def _counted(program: Program, template: Template) -> _Count:
    """A form imported by who knows all others, beside its own template."""
    matcher = Matcher(program.book.vocabulary, program.book.templates, but=template.id)
    paper = _paper(program.renderer, template)
    made = draft(paper, form="F90", title="", matcher=matcher, since=template.valid_from)
    count = _Count(template.id)
    for box in template.boxes:
        count.boxes += 1
        x, y = box.rect.x + box.rect.w / 2, box.rect.y + box.rect.h / 2
        here = [each for each in made.boxes if each.page == box.page and each.box.cell.holds(x, y)]
        if not here:
            continue
        best = min(here, key=lambda each: each.box.cell.w * each.box.cell.h)
        count.found += 1
        count.named += called_alike(box.label, best.name)
        if best.match is not None and best.match.sure >= SURE and box.fact:
            count.bound += 1
            count.right += best.match.fact.rpartition(".")[2] == box.fact.rpartition(".")[2]
    return count


def _paper(renderer: Renderer, template: Template) -> bytes:
    pages = [renderer.printed(template, page=number) for number in range(1, len(template.pages) + 1)]
    return renderer.document(
        [PdfPage(page, DrawList(width=page.width, height=page.height)) for page in pages], title=""
    )


def _four(renderer: Renderer, templates: dict[str, Template]) -> bytes:
    pages = [renderer.printed(templates[form], page=1) for form in _FOUR if form in templates]
    return renderer.document(
        [PdfPage(page, DrawList(width=page.width, height=page.height)) for page in pages], title=""
    )


def called_alike(label: str, name: str) -> bool:
    """Whether a name that was read says what a form's own label says: its last part, or all of it, in the other."""
    last, whole, said = plain(label.rsplit(" ", maxsplit=1)[-1]), plain(label), plain(name)
    return bool(said) and (last in said or said in whole or plain(name.rsplit(" ", maxsplit=1)[-1]) in whole)
