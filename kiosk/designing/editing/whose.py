"""Whose a form is: one for the case, or one for each member of a group, whose facts its boxes then show."""

from __future__ import annotations

import re
from dataclasses import asdict
from typing import TYPE_CHECKING

from kiosk.designing.labels import role_of

if TYPE_CHECKING:
    from kiosk.model.edits import Tell
    from kiosk.model.template import Box, Template

CASE = "case"
_FILER, _SUBJECT = "person[A].", "person[P]."
_OTHERS = frozenset("PC")
_MEMBER = re.compile(r"^person\[(?![AHSC]\])\w+\]\.")


def told(template: Template, edit: Tell) -> Template:
    """The form with other particulars.

    Where it becomes one of each member's, what is headed by whom it is about (被保険者, 児童) shows that member instead
    of who files; back at one for the case, who files.
    """
    changed = template.model_copy(update=asdict(edit))
    if (template.copies == CASE) is (edit.copies == CASE):
        return changed
    boxes = tuple(_turned(box, subject=edit.copies != CASE) for box in template.boxes)
    return changed.model_copy(update={"boxes": boxes})


def of_others(template: Template) -> tuple[Box, ...]:
    """Boxes that are headed by whom a form is about and show who files; of a form for the case only."""
    return tuple(filter(_astray, template.boxes)) if template.copies == CASE else ()


def _astray(box: Box) -> bool:
    heading, _, label = box.label.rpartition(" ")
    headed = (role_of(heading) or role_of(label)) in _OTHERS
    return headed and box.fact.startswith(_FILER) and not box.repeat


def _turned(box: Box, *, subject: bool) -> Box:
    if subject:
        return box.model_copy(update={"fact": box.fact.replace(_FILER, _SUBJECT)}) if _astray(box) else box
    own = _MEMBER.match(box.fact) is not None and not box.repeat
    return box.model_copy(update={"fact": _MEMBER.sub(_FILER, box.fact)}) if own else box
