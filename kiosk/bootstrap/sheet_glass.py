"""The form on the workbench as it is seen: what is printed on a page, and what a person's visit writes there."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPixmap

from kiosk.bootstrap.playing import NUMBER
from kiosk.model.filled import Sheet
from kiosk.render.painter import GlyphPainter

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk.bootstrap.form_pages import FormPages
    from kiosk.model.filled import FilledForm
    from kiosk.model.template import Template
    from kiosk.render.packet import Renderer


class SheetGlass:
    """`pages` are those of the folder, `template` is the form as it stands now."""

    def __init__(self, pages: FormPages, template: Callable[[], Template]) -> None:
        self.pages, self._template = pages, template

    @cached_property
    def _renderer(self) -> Renderer:
        return self.pages.renderer(lambda _: self._template())

    @cached_property
    def _painter(self) -> GlyphPainter:
        return GlyphPainter(self._renderer.shaper)

    def background(self, page: int, px_per_mm: float) -> QPixmap:
        """The printed part of a page (1 first)."""
        template = self._template()
        printed = template.pages[page - 1]
        picture = QPixmap(round(printed.width * px_per_mm), round(printed.height * px_per_mm))
        picture.fill(Qt.GlobalColor.white)
        with QPainter(picture) as painter:
            self._painter.paint(painter, self._renderer.printed(template, page=page), scale=px_per_mm)
        return picture

    def paint(self, painter: QPainter, form: FilledForm, page: int, px_per_mm: float) -> None:
        """What is written on it, origin at its top left corner."""
        drawn = self._renderer.page(form, stamp=Sheet(case_no=NUMBER, municipality=""), page=page)
        self._painter.paint(painter, drawn, scale=px_per_mm)
