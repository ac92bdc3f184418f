"""The look before printing: what would not fit, which characters would be replaced, where a mark has no place."""

from kiosk.model.base import Issue
from kiosk.model.filled import FilledForm
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
    found: list[Issue] = []
    for marks in _pages(template, form, shaper):
        found += [*(problem.issue for problem in marks.problems), *marks.issues]
    return tuple({str(issue): issue for issue in found}.values())


def _pages(template: Template, form: FilledForm, shaper: Shaper) -> list[Marks]:
    return [
        filled_boxes(template, form=form, sheet=sheet, page=page, shaper=shaper)
        for sheet in range(form.sheets)
        for page in range(1, len(template.pages) + 1)
    ]
