"""改正された様式: a new paper beside the one of the version before, and that version's bindings on the new one.

Both papers are read in the same way, so that what stood on the old one and had no box (an office's own fields) is not
taken for new. Two places are the same when they are called alike, are filled in the same way and stand about where
they stood; of several the nearest, and what has no name by the places around it. A box moves with its place: what is
filled in, with what and when is taken over as it is. What is only in one of the two is told, and everything that a
person must confirm stands in one list, in the order of the paper.
"""

from __future__ import annotations

import enum
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from kiosk.designing.importing.draft import Draft, Named
from kiosk.designing.importing.grid import Cell
from kiosk.designing.importing.pairing import NEAR_MM, homes_of, nearest, paired, shifts
from kiosk.designing.importing.sheet import Proposed
from kiosk.designing.labels import plain
from kiosk.model.template import Box, DateParts, Kind, Option, Rect, Repeat, Template

_SAME_MM = 0.6


_NOTHING = Proposed(Cell(0.0, 0.0, 0.0, 0.0), Kind.BLANK, Cell(0.0, 0.0, 0.0, 0.0))


class Change(enum.Enum):
    """What became of a box."""

    SAME = "変わらない"
    MOVED = "動いた"
    ADDED = "増えた"
    LOST = "なくなった"


@dataclass(frozen=True)
class Step:
    """One box on its way to the new version: as it was, as it is, and why somebody must look at it, if they must."""

    change: Change
    before: Box | None
    after: Box | None
    confirm: str = ""

    @property
    def label(self) -> str:
        """What it is called, before if it was there before."""
        found = self.before or self.after
        return found.label if found is not None else ""


@dataclass(frozen=True)
class Revised:
    """The new version as a draft, and every box of both versions, in the order of the new paper, lost ones last."""

    draft: Draft
    steps: tuple[Step, ...]

    def of(self, change: Change) -> tuple[Step, ...]:
        """The boxes of which something became."""
        return tuple(step for step in self.steps if step.change is change)

    @property
    def to_confirm(self) -> tuple[Step, ...]:
        """What a person looks at, one after another."""
        return tuple(step for step in self.steps if step.confirm)


def revised(before: Template, was: Draft, came: Draft, *, version: str) -> Revised:
    """The next version of a form on a new paper; `was` is the paper of the version before, read as `came` was."""
    homes = homes_of(before.boxes, was.template.boxes)
    pairs = paired(was, came)
    there = {old: new for new, old in pairs.items()}
    order = {box.id: at for at, box in enumerate(before.boxes)}
    steps, laid, free, last = list[Step](), list[tuple[int, Box, Named]](), _Ids(before.boxes), -1
    for place, (new, found) in enumerate(zip(came.template.boxes, came.boxes, strict=True)):
        old = pairs.get(place)
        held = [box for box in before.boxes if old is not None and homes.get(box.id) == old]
        made = [_carried(box, was.template.boxes[old], new) for box in held if old is not None]
        for step in made or ([_added(new, found, free)] if old is None else []):
            last = order[step.before.id] if step.before is not None else last
            steps.append(step)
            laid += [(last, step.after, found)] if step.after is not None else []
    for box in before.boxes:
        if homes.get(box.id) in there:
            continue
        step = Step(Change.LOST, box, None, _lost(box)) if box.id in homes else _unseen(box, was, came, there)
        steps.append(step)
        laid += [(order[box.id], step.after, Named(box.page, _NOTHING, box.label))] if step.after is not None else []
    laid.sort(key=lambda each: each[0])  # in the order of the version before; what is new follows what it stands after
    template = _template(before, came.template, version=version, boxes=[box for _, box, _ in laid], steps=steps)
    remarks = {
        step.after.id: f"{step.label}　{step.change.value}。{step.confirm}"
        for step in steps
        if step.after is not None and step.confirm
    }
    boxes = tuple(named for _, _, named in laid)
    return Revised(replace(came, template=template, boxes=boxes, remarks=remarks), tuple(steps))


# ---- what becomes of it ----------------------------------------------------------------------------------------------
def _carried(old: Box, was: Box, new: Box) -> Step:
    """A box where its place is on the new paper."""
    sides = [(getattr(was.rect, side), getattr(new.rect, side)) for side in ("x", "y", "w", "h")]
    shift = max(abs(before - after) for before, after in sides)
    old = old.model_copy(update={"field": new.field or old.field, "listed": new.listed or old.listed})
    if shift <= _SAME_MM:
        return Step(Change.SAME, old, old)
    rect = _moved(old.rect, was.rect, new.rect)
    why = [f"{shift:.0f} mm 動いています"] if shift > NEAR_MM else []
    options, missing = _options(old, was, new)
    if missing:
        why.append(f"選択肢が見つかりません（{'、'.join(missing)}）")
    if was.cells and new.cells and was.cells != new.cells:
        why.append(f"ますの数が {was.cells} から {new.cells} になりました")
    if old.repeat:
        why.append("表の行です。行の間かくと数を確かめます")
    if new.rect.w < was.rect.w * 0.8 or new.rect.h < was.rect.h * 0.8:
        why.append("欄が小さくなりました")
    cells = new.cells if was.cells == old.cells else old.cells
    parts = _parts(old, was, new)
    made = old.model_copy(update={"rect": rect, "options": options, "parts": parts, "cells": cells or old.cells})
    return Step(Change.MOVED, old, made, "、".join(why))


def _options(old: Box, was: Box, new: Box) -> tuple[tuple[Option, ...], tuple[str, ...]]:
    """The choices of before at their new places: where the new paper prints the word, else moved with the box."""
    there = {plain(option.word or option.code): option.rect for option in new.options}
    found = []
    missing = []
    for option in old.options:
        rect = there.get(plain(option.word or option.code))
        if rect is None and there:
            missing.append(option.word or option.code)
        found.append(option.model_copy(update={"rect": rect or _moved(option.rect, was.rect, new.rect)}))
    return tuple(found), tuple(missing)


def _parts(old: Box, was: Box, new: Box) -> DateParts | None:
    if old.parts is None:
        return None
    places = {
        name: _moved(place, was.rect, new.rect)
        for name in ("era", "year", "month", "day")
        if (place := getattr(old.parts, name)) is not None
    }
    eras = tuple(
        option.model_copy(update={"rect": _moved(option.rect, was.rect, new.rect)}) for option in old.parts.eras
    )
    return old.parts.model_copy(update={**places, "eras": eras})


def _moved(place: Rect, before: Rect, after: Rect) -> Rect:
    """Something in a place where the place is now: as far from its corner, smaller only where there is less room."""
    across, down = after.w / max(before.w, 0.01), after.h / max(before.h, 0.01)
    w, h = place.w * (across if _fills(place.w, before.w) else min(across, 1.0)), place.h * min(down, 1.0)
    h = place.h * down if _fills(place.h, before.h) else h
    x, y = after.x + (place.x - before.x) * min(across, 1.0), after.y + (place.y - before.y) * min(down, 1.0)
    return Rect(x=round(x, 2), y=round(y, 2), w=round(w, 2), h=round(h, 2))


def _fills(part: float, whole: float) -> bool:
    """Whether something takes nearly all of its place, and grows with it."""
    return part >= whole * 0.8


def _unseen(box: Box, was: Draft, came: Draft, there: Mapping[int, int]) -> Step:
    """A box that stands in no place that was found: it goes where what is nearest has gone."""
    gone = shifts(was, came, {new: old for old, new in there.items()})
    dx, dy = nearest(box.rect, box.page, gone)
    if box.page > len(came.template.pages):
        return Step(Change.LOST, box, None, _lost(box))
    before = box.rect
    after = before.model_copy(update={"x": round(before.x + dx, 2), "y": round(before.y + dy, 2)})
    as_it_was = box.model_copy(update={"rect": before})
    options = tuple(each.model_copy(update={"rect": _moved(each.rect, before, after)}) for each in box.options)
    parts = _parts(box, as_it_was, box.model_copy(update={"rect": after}))
    made = box.model_copy(update={"rect": after, "options": options, "parts": parts})
    change = Change.SAME if max(abs(dx), abs(dy)) <= _SAME_MM else Change.MOVED
    return Step(change, box, made, "用紙の上で欄が見つからず、近くの欄に合わせました")


class _Ids:
    """Ids and numbers that no box of before has."""

    def __init__(self, before: Sequence[Box]) -> None:
        self._ids, self._no = {box.id for box in before}, max((box.no for box in before), default=0)

    def next(self) -> tuple[str, int]:
        self._no += 1
        name = f"no{self._no}"
        while name in self._ids:
            name = f"{name}n"
        self._ids.add(name)
        return name, self._no


def _added(new: Box, found: Named, free: _Ids) -> Step:
    """A box that was not there: it stays for the pen until somebody has said what stands in it."""
    name, number = free.next()
    blank = {"id": name, "no": number, "kind": Kind.BLANK, "fact": "", "options": (), "parts": None, "repeat": ""}
    made = new.model_copy(update={**blank, "form": "as_is"})
    proposal = found.match.fact if found.match is not None and found.match.sure > 0 else ""
    why = f"新しい欄です。書く事実の候補: {proposal}" if proposal else "新しい欄です。書く事実を決めます"
    return Step(Change.ADDED, None, made, why)


def _lost(box: Box) -> str:
    said = f"「{box.fact}」は、もう書かれません" if box.fact else "手書きの欄でした"
    return f"新しい用紙に見つかりません。{said}"


def _template(
    before: Template, came: Template, *, version: str, boxes: Sequence[Box], steps: Sequence[Step]
) -> Template:
    kept = {box.id for box in boxes}
    used = {box.repeat for box in boxes}
    return before.model_copy(
        update={
            "version": version,
            "valid_from": came.valid_from,
            "valid_to": None,
            "confidence": "draft: revised, every change to be confirmed",
            "pages": came.pages,
            "boxes": tuple(boxes),
            "repeats": tuple(_repeat(repeat, steps) for repeat in before.repeats if repeat.id in used),
            "essential": tuple(name for name in before.essential if name in kept),
            "barcode": came.barcode,
            "digest": "",
        }
    )


def _repeat(repeat: Repeat, steps: Sequence[Step]) -> Repeat:
    """The rows of before, moved with the first row that was found."""
    pairs: Iterator[tuple[Box, Box]] = (
        (step.before, step.after) for step in steps if step.before and step.after and step.before.repeat == repeat.id
    )
    old, new = next(pairs, (None, None))
    if old is None or new is None or repeat.number is None:
        return repeat
    number = repeat.number.model_copy(update={"y": round(repeat.number.y + new.rect.y - old.rect.y, 2)})
    return repeat.model_copy(update={"number": number})
