"""A page's objects, taken over into our own files: fonts, pictures and all, under new numbers."""

from __future__ import annotations

import io
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pikepdf

from kiosk.render.pdf_objects import Objects, Part, name_object

if TYPE_CHECKING:
    from kiosk.render.official.leaf import Leaf

_LEFT = frozenset(
    {"/Metadata", "/PieceInfo", "/StructParent", "/StructParents", "/Parent", "/Thumb", "/AA", "/LastModified"}
)
"""What belongs to the file that the page is from, or acts; nobody sees it."""


def take_leaf(leaf: Leaf) -> Objects:
    """The objects of a page; the last one is the form object that shows it, one point a unit, from its lower left."""
    taking = _Taking()
    with pikepdf.open(io.BytesIO(leaf.pdf)) as pdf:
        shown = taking.body(pdf.pages[0].as_form_xobject())
        taking.follow()
    taking.objects.bodies.append(shown)
    return taking.objects


class _Taking:
    def __init__(self) -> None:
        self.objects = Objects()
        self._numbers: dict[tuple[int, int], int] = {}
        self._waiting: list[tuple[int, pikepdf.Object]] = []

    def follow(self) -> None:
        """Give every object that was referred to its body."""
        while self._waiting:
            number, found = self._waiting.pop()
            self.objects.fill(number, *self.body(found))

    def body(self, found: Any) -> tuple[Part, ...]:
        """An object written out; streams keep their packing."""
        if not isinstance(found, pikepdf.Stream):
            return tuple(self._written(found, inside=False))
        data = found.read_raw_bytes()
        alone = Objects()
        alone.plain_stream(data, *self._entries(found, leave=_LEFT | {"/Length"}))
        return alone.bodies[0]

    def _written(self, found: Any, *, inside: bool = True) -> list[Part]:
        if inside and isinstance(found, pikepdf.Object) and found.is_indirect:
            return [b" ", self._number(found)]
        match found:
            case pikepdf.Dictionary():
                return [b"<<", *self._entries(found, leave=_LEFT), b">>"]
            case pikepdf.Array():
                return [b"[", *(part for each in found for part in self._written(each)), b"]"]
            case bool():
                return [b" true" if found else b" false"]
            case int() | Decimal():
                return [f" {found:f}".encode()]
            case None:
                return [b" null"]
            case _:
                return [b" ", found.unparse()]

    def _entries(self, found: pikepdf.Object, *, leave: frozenset[str]) -> list[Part]:
        """The entries of a dictionary in the order of their names, so that the same page gives the same bytes."""
        parts: list[Part] = []
        for key in sorted(found.keys()):
            if key not in leave:
                parts += [name_object(key.removeprefix("/")), *self._written(found[key])]
        return parts

    def _number(self, found: pikepdf.Object) -> int:
        if found.objgen not in self._numbers:
            self._numbers[found.objgen] = self.objects.reserve()
            self._waiting.append((self._numbers[found.objgen], found))
        return self._numbers[found.objgen]
