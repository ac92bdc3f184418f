"""The printed part of a form that is being made: as a picture, and the lines to which a box is drawn.

Unlike the press, which has the pages of a checked catalogue, this reads what lies in the form's folder now.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kiosk.catalogue.city_words import printed
from kiosk.catalogue.ruling import read_ruling
from kiosk.render.official.leaf import is_paper, read_leaf
from kiosk.render.official.printed import read_printed
from kiosk.render.official.unreadable import Unreadable
from kiosk.render.packet import Renderer
from kiosk.ui.designer.ports import Rules

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from kiosk.catalogue.ruling import Ruling
    from kiosk.model.filled import FilledForm
    from kiosk.model.template import Page, Template
    from kiosk.settings import Scalar

_STRAIGHT, _SHORT = 0.2, 2.0  # mm: how crooked a line may be, and how short one is that nothing is drawn to


@dataclass
class FormPages:
    """`folder` says where a form lies, `city` what its words are, `beside` a picture that is not saved there yet."""

    folder: Callable[[Template], Path]
    city: Mapping[str, Scalar]
    fonts: Path
    beside: Callable[[Template, str], bytes | None] = lambda _form, _name: None
    _rules: dict[tuple[str, str, str, int], tuple[Ruling | None, Rules]] = field(default_factory=dict)

    def content(self, template: Template, name: str) -> bytes:
        """The file of a page with the city's words in it; empty where it cannot be read."""
        try:
            content = self.beside(template, name) or (self.folder(template) / name).read_bytes()
        except OSError:
            return b""
        return content if is_paper(name) else printed(content, self.city)

    def renderer(self, template: Callable[[FilledForm], Template]) -> Renderer:
        """A printing office for what lies there now."""
        return Renderer(template, page=self.content, fonts=self.fonts)

    def rulings(self, template: Template) -> tuple[Ruling | None, ...]:
        """What is printed on every page, as the check of a form wants it."""
        return tuple(self._read(template, page)[0] for page in template.pages)

    def rules(self, template: Template) -> tuple[Rules, ...]:
        """What is printed on every page, as a hand wants it."""
        return tuple(self._read(template, page)[1] for page in template.pages)

    def _read(self, template: Template, page: Page) -> tuple[Ruling | None, Rules]:
        key = (template.id, template.version, page.background, page.leaf)
        if key not in self._rules:
            self._rules[key] = self._found(template, page)
        return self._rules[key]

    def _found(self, template: Template, page: Page) -> tuple[Ruling | None, Rules]:
        content = self.content(template, page.background)
        if not is_paper(page.background):
            ruling = read_ruling(content)
            if ruling is None:
                return None, Rules()
            return ruling, _rules((line.at for line in ruling.vertical), (line.at for line in ruling.horizontal))
        try:
            lines = read_printed(read_leaf(content, number=page.leaf)).lines
        except Unreadable:
            return None, Rules()
        long = [line for line in lines if abs(line.x2 - line.x1) + abs(line.y2 - line.y1) >= _SHORT]
        return None, _rules(
            (line.x1 for line in long if abs(line.x2 - line.x1) < _STRAIGHT),
            (line.y1 for line in long if abs(line.y2 - line.y1) < _STRAIGHT),
        )


def _rules(across: Iterable[float], down: Iterable[float]) -> Rules:
    return Rules(tuple(sorted({round(each, 2) for each in across})), tuple(sorted({round(each, 2) for each in down})))
