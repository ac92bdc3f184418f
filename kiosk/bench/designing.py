"""The designer's window with a page of 400 boxes: one of them dragged from frame to frame, a form opened, a step made.

What is dragged is painted as a hand would see it: every place of the mouse until the window has painted it.
"""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from itertools import count

from PySide6.QtCore import QEvent, QPointF, Qt, qInstallMessageHandler
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from kiosk.bench.row import Row, within
from kiosk.bench.seat import silent
from kiosk.bench.subject import Subject
from kiosk.bench.tables import tables
from kiosk.bench.timing import Effort
from kiosk.bootstrap.designer import DesignerSeat, build_designer
from kiosk.bootstrap.program import Program
from kiosk.catalogue.drawing.written import template_text
from kiosk.model.edits import Move
from kiosk.model.template import Box, Kind, Rect, Template
from kiosk.ui.designer.canvas import PageCanvas
from kiosk.ui.designer.ports import Place

_FORM, _ACROSS, _DOWN = "F12", 16, 25
_AT = Place("F90", "001")


def designing(subject: Subject, effort: Effort) -> list[Row]:
    """The rows of the designer's window."""
    with _seat(subject) as seat:
        window, canvas = seat.window, seat.window.canvas
        opened = effort.repeat(lambda: _open(seat), times=effort.times(20, 2), warm=1, every=1)
        turns = count()
        stepped = effort.repeat(
            lambda: _painted(seat, lambda: window.edit(Move(("no200",), 0.1 if next(turns) % 2 else -0.1, 0))),
            times=effort.times(30, 2),
            warm=2,
            every=1,
        )
        _mouse(canvas, QEvent.Type.MouseButtonPress, _grip(canvas))
        places = count()
        dragged = effort.repeat(
            lambda: _painted(seat, lambda: _drag(canvas, next(places))), times=effort.times(120, 4), warm=4, every=8
        )
        _mouse(canvas, QEvent.Type.MouseButtonRelease, _grip(canvas))
        forms = tables(seat, effort)
    return [
        *forms,
        within(
            16,
            Row(name="designer.drag_ms", label="様式設計 400欄の紙で欄を引く1コマ", value=dragged.median, unit="ms"),
            beside=dragged.beside,
        ),
        within(
            300,
            Row(name="designer.open_ms", label="様式設計 様式を開く", value=opened.median, unit="ms"),
            beside=opened.beside,
        ),
        within(
            100,
            Row(name="designer.step_ms", label="様式設計 400欄の紙で1つ直す", value=stepped.median, unit="ms"),
            beside=stepped.beside,
        ),
    ]


@contextmanager
def _seat(subject: Subject) -> Iterator[DesignerSeat]:
    """A shown window on a copy of the forms that has one with 400 boxes."""
    place, before = subject.place, qInstallMessageHandler(silent)
    forms = shutil.copytree(place.forms, place.home.parent / "designing")
    folder, like = forms / "templates" / _AT.form / _AT.version, forms / "templates" / _FORM / "001"
    folder.mkdir(parents=True)
    shutil.copy(like / "page-1.svg", folder / "page-1.svg")
    form = next(each for (name, _), each in subject.program.book.templates.items() if name == _FORM)
    (folder / "template.toml").write_text(template_text(_crowded(form)), encoding="utf-8")
    seat = build_designer(Program(replace(place, forms=forms), subject.program.clock, practice=True), live=place.forms)
    seat.desk.look()
    seat.window.resize(1366, 768)
    seat.window.show()
    try:
        yield seat
    finally:
        seat.window.hide()
        seat.close()
        seat.app.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        qInstallMessageHandler(before)


def _crowded(form: Template) -> Template:
    """A form of one page with 400 boxes."""
    boxes = tuple(
        Box(
            id=f"no{at}",
            no=at,
            label=f"欄 {at}",
            kind=Kind.TEXT,
            fact="case.filed_on",
            form="wareki",
            rect=Rect(x=22 + at % _ACROSS * 11, y=30 + at // _ACROSS * 10, w=10, h=8),
        )
        for at in range(_ACROSS * _DOWN)
    )
    changes = {"id": _AT.form, "version": _AT.version, "boxes": boxes, "repeats": (), "essential": ("no1",)}
    return form.model_copy(update={**changes, "pages": form.pages[:1], "sides": "one", "copies": "case"})


def _painted(seat: DesignerSeat, work: Callable[[], None]) -> None:
    """Do something until it is on the glass."""
    work()
    seat.app.processEvents()


def _open(seat: DesignerSeat) -> None:
    other = Place("F08", "001")
    seat.window.open(other)
    seat.app.processEvents()
    seat.window.open(_AT)
    seat.window.canvas.choose(("no200",))
    seat.app.processEvents()


def _grip(canvas: PageCanvas) -> QPointF:
    """The middle of the box that is dragged."""
    rect = canvas.rect_of("no200")
    return QPointF() if rect is None else rect.center()


def _drag(canvas: PageCanvas, step: int) -> None:
    middle = _grip(canvas)
    _mouse(canvas, QEvent.Type.MouseMove, QPointF(middle.x() + step % 60, middle.y() + step % 40))


def _mouse(canvas: PageCanvas, kind: QEvent.Type, at: QPointF) -> None:
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    event = QMouseEvent(kind, at, canvas.mapToGlobal(at), left, left, none)
    QApplication.sendEvent(canvas, event)
