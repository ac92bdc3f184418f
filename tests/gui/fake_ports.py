"""Hand-written paper, glyphs, card reader and log for the window's tests, and a place with nothing to do."""

from collections.abc import Sequence
from threading import Event

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPixmap

from kiosk.flow.day import DayList
from kiosk.flow.jobs import Done, Job, ListDay, Save, Saved
from kiosk.model.card import CardGlance, CardOutcome, Secret
from kiosk.model.errors import Defect
from kiosk.model.filled import FilledForm
from kiosk.model.template import Rect
from kiosk.ui.ports import CardSample, Face, PaperSheet, PlacedBox
from tests.gui.family import FACE

TITLES = {"F01": "住民異動届", "F02": "国民健康保険資格取得届", "F04": "児童手当認定請求書"}


class FakeGlyphs:
    """Draws the base letters; counts how often it was asked, since only it may draw selectors."""

    def __init__(self) -> None:
        self.drawn: list[str] = []

    def _font(self, face: Face, px: float) -> QFont:
        font = QFont("BIZ UDPGothic")
        font.setPixelSize(int(px))
        font.setBold(face.endswith("bold"))
        return font

    def text_width(self, text: str, face: Face, px: float) -> float:
        return QFontMetricsF(self._font(face, px)).horizontalAdvance(text)

    def draw(
        self, painter: QPainter, x: float, baseline: float, *, text: str, face: Face, px: float, colour: QColor
    ) -> None:
        self.drawn.append(text)
        painter.setFont(self._font(face, px))
        painter.setPen(colour)
        painter.drawText(QPointF(x, baseline), text)


class FakePaper:
    """Every box is one ruled line: label on the left, value on the right."""

    def __init__(self) -> None:
        self.facts: dict[str, dict[tuple[str, int], PlacedBox]] = {}
        self.painted: list[list[str]] = []
        self.printed: list[float] = []

    def title(self, form: FilledForm) -> str:
        return TITLES[form.template]

    def sheets(self, form: FilledForm) -> Sequence[PaperSheet]:
        return (PaperSheet(form=form.key, look=form.template, page=1, width=210, height=297, content=form),)

    def background(self, sheet: PaperSheet, px_per_mm: float) -> QPixmap:
        self.printed.append(px_per_mm)
        picture = QPixmap(int(sheet.width * px_per_mm), int(sheet.height * px_per_mm))
        picture.fill(Qt.GlobalColor.white)
        painter = QPainter(picture)
        painter.setFont(_font(5.5 * px_per_mm))
        painter.drawText(QRectF(0, 8 * px_per_mm, picture.width(), 10 * px_per_mm), 4, TITLES[sheet.look])
        painter.setFont(_font(3.2 * px_per_mm))
        for placed in self.boxes(sheet):
            r, k = placed.rect, px_per_mm
            painter.drawRect(QRectF(15 * k, r.y * k, 180 * k, r.h * k))
            painter.drawLine(QPointF(r.x * k, r.y * k), QPointF(r.x * k, (r.y + r.h) * k))
            painter.drawText(QRectF(17 * k, r.y * k, 50 * k, r.h * k), Qt.AlignmentFlag.AlignVCenter, placed.label)
        painter.end()
        return picture

    def paint(self, painter: QPainter, sheet: PaperSheet, px_per_mm: float, *, boxes: Sequence[PlacedBox]) -> None:
        assert {placed.box for placed in boxes} <= {placed.box for placed in self.boxes(sheet)}
        self.painted.append([placed.box for placed in boxes])
        painter.setFont(_font(3.6 * px_per_mm))
        painter.setPen(Qt.GlobalColor.black)
        for placed in boxes:
            r, k = placed.rect, px_per_mm
            rect = QRectF((r.x + 2) * k, r.y * k, (r.w - 2) * k, r.h * k)
            painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter, placed.filled.text)

    def boxes(self, sheet: PaperSheet) -> Sequence[PlacedBox]:
        form = sheet.content
        assert isinstance(form, FilledForm)
        old = self.facts.get(form.key, {})
        placed = [
            PlacedBox(
                box=box.box, row=box.row, label=box.box, rect=Rect(x=70, y=24 + at * 9.5, w=125, h=9.5), filled=box
            )
            for at, box in enumerate(form.boxes)
        ]
        kept = [
            old.get((each.box, each.row), each) if old.get((each.box, each.row)) == each else each for each in placed
        ]
        self.facts[form.key] = {(each.box, each.row): each for each in kept}
        return kept

    def about(self, form: FilledForm) -> frozenset[str]:
        return frozenset(path for box in form.boxes for path in (*box.paths, *box.needs))

    def forget(self) -> None:
        self.facts.clear()


def _font(px: float) -> QFont:
    font = QFont("BIZ UDPGothic")
    font.setPixelSize(max(int(px), 1))
    return font


class FakeCards:
    def __init__(self) -> None:
        self.answer: CardOutcome = FACE
        self.outside: CardGlance | CardOutcome = CardGlance(pin_tries=3, number_b_tries=10, expires_on="2029-01-07")
        self.calls, self.inserted, self.typed = list[tuple[Secret, bool]](), "", ""
        self.go_on = Event()
        self.go_on.set()

    def samples(self) -> Sequence[CardSample]:
        return (
            CardSample("1", "マイナンバーカード（見本）", "暗証番号 1234"),
            CardSample("2", "暗証番号があと1回のカード", "最後の1回の確認を練習します"),
            CardSample("3", "運転免許証", "別の種類のカード"),
        )

    def insert(self, card: str) -> None:
        self.inserted = card

    def glance(self) -> CardGlance | CardOutcome:
        return self.outside

    def read(self, secret: Secret, digits: str, *, spend_last_try: bool = False) -> CardOutcome:
        self.calls.append((secret, spend_last_try))
        self.typed = digits
        self.go_on.wait()
        return self.answer

    def remove(self) -> None:
        self.calls.clear()


class Nothing:
    """A place where nothing has to be done, nothing is parked, and nothing that is saved is kept."""

    def do(self, job: Job) -> Done:
        if isinstance(job, Save):
            return Saved()
        if isinstance(job, ListDay):
            return DayList(())
        raise Defect(f"{type(job).__name__} is not done here")


class FakeLog:
    """Remembers what was logged."""

    def __init__(self) -> None:
        self.lines: list[tuple[str, ...]] = []

    def defect(self, error: BaseException) -> str:
        self.lines.append(("defect", type(error).__name__))
        return "D-00000001"

    def trouble(self, kind: str, code: str) -> None:
        self.lines.append(("trouble", kind, code))

    def mended(self, kind: str) -> None:
        self.lines.append(("mended", kind))
