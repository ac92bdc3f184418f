"""Where boxes stand: moved, sized, brought in line, spread; millimetres to a hundredth."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from kiosk.model.edits import Axis, Edge
from kiosk.model.template import Box, DateParts, Kind, Option, Rect, Template

LEAST = 1.0
"""The narrowest and lowest box, in mm."""
_SPREAD = 3  # two that stay, and one between


def each(template: Template, ids: Iterable[str], by: Callable[[Box], Box]) -> Template:
    """The template with other boxes in the place of those that are named; the same one when none is another."""
    wanted = frozenset(ids)
    return holding(template, [by(box) if box.id in wanted else box for box in template.boxes])


def holding(template: Template, boxes: Sequence[Box]) -> Template:
    """The template with these boxes."""
    if tuple(boxes) == template.boxes:
        return template
    return template.model_copy(update={"boxes": tuple(boxes)})


def chosen(template: Template, ids: Sequence[str]) -> list[Box]:
    """The boxes in the order in which they were chosen."""
    known = {box.id: box for box in template.boxes}
    return [known[name] for name in dict.fromkeys(ids) if name in known]


def mm(value: float) -> float:
    """A length to a hundredth of a millimetre."""
    return round(value, 2)


def moved(box: Box, dx: float, dy: float) -> Box:
    """A box with everything in it elsewhere."""
    return _relaid(box, lambda rect: Rect(x=mm(rect.x + dx), y=mm(rect.y + dy), w=rect.w, h=rect.h))


def fitted(box: Box, rect: Rect) -> Box:
    """A box in another rectangle; what is in it keeps its place in proportion."""
    was = box.rect
    if was == rect:
        return box
    across, down = rect.w / was.w, rect.h / was.h

    def inside(part: Rect) -> Rect:
        if part == was:
            return rect
        return Rect(
            x=mm(rect.x + (part.x - was.x) * across),
            y=mm(rect.y + (part.y - was.y) * down),
            w=mm(part.w * across),
            h=mm(part.h * down),
        )

    return _relaid(box, inside)


def _relaid(box: Box, by: Callable[[Rect], Rect]) -> Box:
    def options(those: Iterable[Option]) -> tuple[Option, ...]:
        return tuple(each.model_copy(update={"rect": by(each.rect)}) for each in those)

    parts = box.parts
    laid = parts and DateParts(
        eras=options(parts.eras),
        era=by(parts.era) if parts.era else None,
        year=by(parts.year),
        month=by(parts.month),
        day=by(parts.day),
    )
    return box.model_copy(update={"rect": by(box.rect), "options": options(box.options), "parts": laid})


def sized(box: Box, rect: Rect) -> Box:
    """A box in another rectangle; a square code stays square."""
    return fitted(box, least(rect.squared(box.rect)) if box.kind is Kind.QR else rect)


def squared(rect: Rect) -> Rect:
    """The largest square in a rectangle, from its upper left corner."""
    side = min(rect.w, rect.h)
    return rect.model_copy(update={"w": side, "h": side})


def least(rect: Rect) -> Rect:
    """A rectangle that can be seen and hit, to a hundredth of a millimetre."""
    return Rect(x=mm(rect.x), y=mm(rect.y), w=mm(max(rect.w, LEAST)), h=mm(max(rect.h, LEAST)))


def aligned(template: Template, ids: Sequence[str], edge: Edge) -> Template:
    """Boxes in line with the first of them."""
    boxes = chosen(template, ids)
    if not boxes:
        return template
    to = boxes[0].rect

    return each(template, ids, lambda box: _lined(box, to, edge))


def _lined(box: Box, to: Rect, edge: Edge) -> Box:
    at = box.rect
    if edge in {Edge.WIDTH, Edge.HEIGHT}:
        side = "w" if edge is Edge.WIDTH else "h"
        return fitted(box, at.model_copy(update={side: getattr(to, side)}))
    dx, dy = {
        Edge.LEFT: (to.x - at.x, 0.0),
        Edge.RIGHT: (to.x + to.w - at.x - at.w, 0.0),
        Edge.TOP: (0.0, to.y - at.y),
        Edge.BOTTOM: (0.0, to.y + to.h - at.y - at.h),
    }[edge]
    return moved(box, dx, dy)


@dataclass(frozen=True)
class _Along:
    """A box on one axis: where it begins and how long it is."""

    box: Box
    start: float
    length: float


def spread(template: Template, ids: Sequence[str], axis: Axis) -> Template:
    """Boxes with equal gaps; the two outermost stay."""
    across = axis is Axis.ACROSS
    lined = sorted(
        (
            _Along(box, box.rect.x if across else box.rect.y, box.rect.w if across else box.rect.h)
            for box in chosen(template, ids)
        ),
        key=lambda one: one.start,
    )
    if len(lined) < _SPREAD:
        return template
    room = lined[-1].start + lined[-1].length - lined[0].start - sum(one.length for one in lined)
    gap, at, shifts = room / (len(lined) - 1), lined[0].start, dict[str, float]()
    for one in lined:
        shifts[one.box.id] = at - one.start
        at += one.length + gap
    shifts[lined[-1].box.id] = 0.0  # the outermost stay, whatever was rounded on the way
    by = {name: (shift, 0.0) if across else (0.0, shift) for name, shift in shifts.items()}
    return each(template, by, lambda box: moved(box, *by[box.id]))
