"""What an edit makes of a template."""

from collections.abc import Callable, Mapping
from typing import Any

from kiosk.designing.editing.contents import added, brought, copied, essential, in_rows, removed, without_rows
from kiosk.designing.editing.kinds import become, with_choices
from kiosk.designing.editing.places import aligned, each, least, moved, sized, spread
from kiosk.designing.editing.whose import told
from kiosk.model.edits import (
    Add,
    Align,
    Alone,
    Become,
    Bring,
    Choices,
    Copy,
    Edit,
    Essential,
    InRows,
    Move,
    Put,
    Remove,
    Resize,
    Spread,
    Tell,
)
from kiosk.model.template import Template


def changed(template: Template, edit: Edit) -> Template:
    """The template after an edit; boxes that it does not know are left out, an edit of nothing changes nothing."""
    return _WAYS[type(edit)](template, edit)


def _alone(template: Template, edit: Alone) -> Template:
    return without_rows(each(template, edit.boxes, lambda box: box.model_copy(update={"repeat": ""})))


_WAYS: Mapping[type[Edit], Callable[[Template, Any], Template]] = {
    Move: lambda form, edit: each(form, edit.boxes, lambda box: moved(box, edit.dx, edit.dy)),
    Resize: lambda form, edit: each(form, (edit.box,), lambda box: sized(box, least(edit.rect))),
    Put: lambda form, edit: each(form, (edit.box.id,), lambda _: edit.box),
    Add: added,
    Copy: lambda form, edit: copied(form, edit.boxes, edit.dx, edit.dy),
    Bring: lambda form, edit: brought(form, edit.boxes),
    Remove: lambda form, edit: removed(form, edit.boxes),
    Align: lambda form, edit: aligned(form, edit.boxes, edit.edge),
    Spread: lambda form, edit: spread(form, edit.boxes, edit.axis),
    Become: lambda form, edit: each(form, edit.boxes, lambda box: become(box, edit.kind)),
    Choices: lambda form, edit: each(form, (edit.box,), lambda box: with_choices(box, edit.codes)),
    InRows: in_rows,
    Alone: _alone,
    Tell: told,
    Essential: lambda form, edit: essential(form, edit.boxes, on=edit.on),
}
