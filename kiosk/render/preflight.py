"""The look before printing: what would not fit, which characters would be replaced, where a mark has no place."""

from kiosk.model.base import Issue
from kiosk.model.filled import Caution, FilledForm
from kiosk.model.template import Template
from kiosk.render.fitting import FitProblem
from kiosk.render.layout import filled_boxes
from kiosk.render.marks import Marks
from kiosk.render.shaping import Shaper


def fit_problems(template: Template, *, form: FilledForm, shaper: Shaper) -> tuple[FitProblem, ...]:
    """The texts of a form that need less than their box's smallest size, with the part that is left over."""
    return tuple(problem for marks in _pages(template, form, shaper) for problem in marks.problems)


def preflight(template: Template, *, form: FilledForm, shaper: Shaper) -> tuple[Issue, ...]:
    """Everything a clerk should know before this form is printed, each once, in the order of the pages."""
    return tuple(caution.issue for caution in cautions(template, form=form, shaper=shaper))


def cautions(template: Template, *, form: FilledForm, shaper: Shaper) -> tuple[Caution, ...]:
    """The same with the facts that each is about."""
    found = (each for marks in _pages(template, form, shaper) for each in marks.cautions)
    return tuple({str(each.issue): each for each in found}.values())


def _pages(template: Template, form: FilledForm, shaper: Shaper) -> list[Marks]:
    return [
        filled_boxes(template, form=form, sheet=sheet, page=page, shaper=shaper)
        for sheet in range(form.sheets)
        for page in range(1, len(template.pages) + 1)
    ]
