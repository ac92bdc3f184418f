"""What keys do to the chosen boxes: arrows move by 0.1 mm (Shift: 1 mm), with Ctrl they size; Del, Ctrl+D."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from kiosk.model.edits import Copy, Edit, Move, Put, Remove, Resize
from kiosk.ui.designer.inner import inner, moved, without

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from kiosk.model.template import Box

STEP_MM, FAR_MM = 0.1, 1.0
_ARROWS = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}


def edit_of(event: QKeyEvent, chosen: Sequence[Box], *, part: str = "") -> Edit | None:
    """The edit that a key means; None for one that means none, and where nothing is chosen.

    With a `part` of the only chosen box (see inner) the arrows move that, and Del takes that choice away.
    """
    if not chosen:
        return None
    ids, key = tuple(box.id for box in chosen), Qt.Key(event.key())
    ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    if part and len(chosen) == 1 and part in inner(chosen[0]):
        return _of_part(event, chosen[0], part)
    if key in _ARROWS:
        by = FAR_MM if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else STEP_MM
        x, y = _ARROWS[key]
        return _sized(chosen, x * by, y * by) if ctrl else Move(ids, x * by, y * by)
    if key is Qt.Key.Key_Delete:
        return Remove(ids)
    if ctrl and key is Qt.Key.Key_D:
        rects = [box.rect for box in chosen]
        return Copy(ids, 0.0, max(rect.y + rect.h for rect in rects) - min(rect.y for rect in rects))
    return None


def _of_part(event: QKeyEvent, box: Box, part: str) -> Edit | None:
    key, rect = Qt.Key(event.key()), inner(box)[part]
    if key is Qt.Key.Key_Delete:
        return Put(without(box, part))
    if key not in _ARROWS:
        return None
    by = FAR_MM if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else STEP_MM
    x, y = (step * by for step in _ARROWS[key])
    sized = event.modifiers() & Qt.KeyboardModifier.ControlModifier
    sides = {"w": rect.w + x, "h": rect.h + y} if sized else {"x": rect.x + x, "y": rect.y + y}
    return Put(moved(box, part, rect.model_copy(update=sides)))


def _sized(chosen: Sequence[Box], dw: float, dh: float) -> Edit | None:
    """Only one box at a time becomes larger: several are brought to the same size by the first of them."""
    if len(chosen) != 1:
        return None
    rect = chosen[0].rect
    return Resize(chosen[0].id, rect.model_copy(update={"w": rect.w + dw, "h": rect.h + dh}))


def neighbour(names: Sequence[str], chosen: Sequence[str], *, step: int) -> str:
    """The box after (or before) the one that was chosen last, around the form."""
    start = names.index(chosen[-1]) if chosen else (-1 if step > 0 else 0)
    return names[(start + step) % len(names)]
