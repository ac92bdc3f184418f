"""What the fields of a paper are called: as they say themselves, otherwise by what is printed beside them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kiosk.designing.importing.lettering import lettering
from kiosk.designing.importing.naming import name_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kiosk.designing.importing.fields import OwnField
    from kiosk.designing.importing.grid import Cell
    from kiosk.designing.importing.sheet import Choice, Proposed, Sheet
    from kiosk.render.official.printed import Letter

_LEFT_MM, _ABOVE_MM, _RIGHT_MM = 45.0, 7.0, 40.0


def named_fields(fields: Sequence[OwnField], sheet: Sheet, letters: Sequence[Letter]) -> Iterator[tuple[Proposed, str]]:
    """Every field as a box with its name; `sheet` and `letters` are what is printed on its page."""
    squares = [choice.place for field in fields for choice in field.box.choices]
    for field in fields:
        box = field.box
        choices = tuple(_worded(choice, squares, letters) for choice in box.choices)
        name = box.fields[0].rpartition(".")[2]
        told = field.told or (name if _speaks(name) else "") or _printed(box, sheet, letters) or name
        yield replace(box, choices=choices), told


def _speaks(text: str) -> bool:
    """Whether a name is in words, and not a program's (Text1, chk_03)."""
    return any(letter.isalpha() and not letter.isascii() for letter in text)


def _printed(box: Proposed, sheet: Sheet, letters: Sequence[Letter]) -> str:
    """As the label of its ruled cell, else by the words left of it, else by those above."""
    place = box.place
    x, y = place.x + place.w / 2, place.y + place.h / 2
    home = min((cell for cell in sheet.grid if cell.holds(x, y)), key=lambda cell: cell.w * cell.h, default=None)
    if home is not None and (told := name_of(replace(box, cell=home), sheet)):
        return told
    left = _words(letters, across=(place.x - _LEFT_MM, place.x), down=(place.y, place.bottom))
    return left or _words(letters, across=(place.x, place.right), down=(place.y - _ABOVE_MM, place.y))


def _words(letters: Sequence[Letter], *, across: tuple[float, float], down: tuple[float, float]) -> str:
    inside = [
        each
        for each in letters
        if across[0] <= each.x + each.w / 2 <= across[1] and down[0] <= each.y + each.h / 2 <= down[1]
    ]
    return lettering(inside).text if inside else ""


def _worded(choice: Choice, squares: Sequence[Cell], letters: Sequence[Letter]) -> Choice:
    """A choice that says a program's word (Yes, 1) is called by what is printed right of its square."""
    place = choice.place
    if _speaks(choice.word):
        return choice
    level = [each.x for each in squares if abs(each.y - place.y) < place.h and each.x > place.right]
    until = min([*level, place.right + _RIGHT_MM])
    word = _words(letters, across=(place.right, until), down=(place.y - 0.5, place.bottom + 0.5))
    return replace(choice, word=word or choice.word)
