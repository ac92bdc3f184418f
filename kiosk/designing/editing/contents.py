"""Which boxes a form has: added, copied, taken away, made rows of a table, made essential."""

import re
from collections.abc import Sequence

from kiosk.designing.editing.kinds import become
from kiosk.designing.editing.places import chosen, each, holding, least, mm, moved
from kiosk.model.edits import Add, InRows
from kiosk.model.template import Box, Kind, Repeat, Template


def _fresh(template: Template, taken: set[str]) -> tuple[str, int]:
    """An id and a number that no box has."""
    number = max((box.no for box in template.boxes), default=0) + 1 + len(taken)
    ids = {box.id for box in template.boxes} | taken
    while f"no{number}" in ids:
        number += 1
    return f"no{number}", number


def added(template: Template, edit: Add) -> Template:
    """A new, empty box on a page."""
    name, number = _fresh(template, set())
    rect = least(edit.rect)
    box = Box(id=name, no=number, label=f"記入欄 {number}", page=edit.page, rect=rect, kind=Kind.BLANK)
    return holding(template, [*template.boxes, become(box, edit.kind)])


def copied(template: Template, ids: Sequence[str], dx: float, dy: float) -> Template:
    """Boxes once more, beside the first ones."""
    taken, copies = set[str](), list[Box]()
    for box in chosen(template, ids):
        name, number = _fresh(template, taken)
        taken.add(name)
        copies.append(moved(box, dx, dy).model_copy(update={"id": name, "no": number}))
    return holding(template, [*template.boxes, *copies])


def brought(template: Template, boxes: Sequence[Box]) -> Template:
    """Boxes of another form: with ids of their own, in no table, in no field of that paper, on a page that there is.

    Pictures stay where they are: their files lie in the other form's folder.
    """
    taken, new = set[str](), list[Box]()
    for box in (box for box in boxes if box.kind is not Kind.IMAGE):
        name, number = _fresh(template, taken)
        taken.add(name)
        page = min(box.page, max(len(template.pages), 1))
        new.append(box.model_copy(update={"id": name, "no": number, "page": page, "repeat": "", "field": ()}))
    return holding(template, [*template.boxes, *new])


def removed(template: Template, ids: Sequence[str]) -> Template:
    """Boxes away; a form may leave without what it has not."""
    gone = frozenset(ids)
    left = holding(template, [box for box in template.boxes if box.id not in gone])
    kept = tuple(name for name in left.essential if name not in gone)
    return without_rows(left if kept == left.essential else left.model_copy(update={"essential": kept}))


def essential(template: Template, ids: Sequence[str], *, on: bool) -> Template:
    """Whether boxes are those without which the form must not leave, in the order of the form."""
    wanted = {*template.essential, *ids} if on else {*template.essential} - {*ids}
    if wanted == {*template.essential}:
        return template
    return template.model_copy(update={"essential": tuple(box.id for box in template.boxes if box.id in wanted)})


def in_rows(template: Template, edit: InRows) -> Template:
    """Boxes as the first row of a table; whoever they were about, they are about who gets the row."""
    name = _table(template, edit.group)
    repeat = Repeat(id=name, group=edit.group, rows=edit.rows, dy=mm(edit.dy))
    whose = re.compile(r"person\[\w+\]")

    def row(box: Box) -> Box:
        fact = whose.sub(f"person[{edit.group}]", box.fact)
        return box.model_copy(update={"repeat": name, "fact": fact})

    rows = each(template, edit.boxes, row)
    return without_rows(rows.model_copy(update={"repeats": (*rows.repeats, repeat)}))


def _table(template: Template, group: str) -> str:
    taken, name, number = {repeat.id for repeat in template.repeats}, group.lower(), 1
    while name in taken:
        number += 1
        name = f"{group.lower()}{number}"
    return name


def without_rows(template: Template) -> Template:
    """A table without boxes is none."""
    used = {box.repeat for box in template.boxes}
    kept = tuple(repeat for repeat in template.repeats if repeat.id in used)
    return template if kept == template.repeats else template.model_copy(update={"repeats": kept})
