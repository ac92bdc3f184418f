"""From a problem to its place: the box, or the part of a file, or its line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from kiosk.ui.designer.ports import Place
from kiosk.ui.designer.problem_list import place_of

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStackedWidget

    from kiosk.model.base import Issue
    from kiosk.ui.designer.canvas import PageCanvas
    from kiosk.ui.designer.page_area import PageArea
    from kiosk.ui.designer.ports import Sheet
    from kiosk.ui.designer.side_panel import SidePanel
    from kiosk.ui.designer.tables.pages import TablePages


class Places(Protocol):
    """The window, as far as somebody is led through it."""

    tables: TablePages
    middle: QStackedWidget
    area: PageArea
    canvas: PageCanvas
    side: SidePanel

    @property
    def sheet(self) -> Sheet | None:
        """The form that is shown."""
        ...

    def open(self, place: Place) -> None:
        """Show a form."""
        ...

    def show_file(self, file: str, line: int = 0) -> None:
        """Show a file that is only read."""
        ...


def lead(window: Places, issue: Issue) -> None:
    """Show what an issue is about."""
    place = place_of(issue)
    if place is None:
        if not window.tables.open_at(issue):
            window.show_file(issue.where.partition(" ")[0], line=issue.line)
        return
    form, version, box = place
    if window.sheet is None or (window.sheet.entry.form, window.sheet.entry.version) != (form, version):
        window.open(Place(form, version))
    window.middle.setCurrentWidget(window.area)
    boxes = enumerate(window.sheet.template.boxes) if window.sheet is not None else ()
    for name in (each.id for at, each in boxes if box in {str(at), each.id}):
        window.canvas.choose((name,))
        window.area.show_box(name)
        window.side.turn("box")
