"""The live paper: paints a draw list on the glass with the same glyphs that go into the PDF.

Qt is given glyph numbers, not text, since it drops variation selectors. A QRawFont made from a file draws nothing, so
every font goes through QFontDatabase; that Qt opened the very same file is checked once per file.
"""

from collections.abc import Sequence
from typing import assert_never

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QGlyphRun,
    QImage,
    QPainter,
    QPainterPath,
    QPen,
    QPolygonF,
    QRawFont,
)

from kiosk.model.errors import SiteError
from kiosk.render.drawlist import MM_PER_PT, Bars, DrawList, Ellipse, Frame, Ink, Item, Picture, Rule, Squares, Text
from kiosk.render.fonts import FontFile
from kiosk.render.official.leaf import Leaf
from kiosk.render.shaping import Cluster, Shaper

_DRAWN_AT = 48  # px: one QRawFont a file, scaled by the painter, which still rasterises at the final size


class GlyphPainter:
    """Paints with the fonts of one shaper; needs a QGuiApplication and belongs to the thread of the windows."""

    def __init__(self, shaper: Shaper) -> None:
        self._shaper = shaper
        self._fonts: dict[str, QRawFont] = {}

    def paint(self, painter: QPainter, page: DrawList, *, scale: float) -> None:
        """Paint a list with its origin at the painter's, `scale` pixels a millimetre. Raises SiteError for a font."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if page.under is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            place = QRectF(0.0, 0.0, page.width * scale, page.height * scale)
            painter.drawImage(place, _seen(page.under, scale * _dense(painter)))
        for item in page.items:
            self._item(painter, item, scale)
        painter.restore()

    def text_width_px(self, text: str, face: str, pixel_size: float) -> float:
        """How wide a text is on the glass."""
        return self._shaper.ems(face, text=text) * pixel_size

    def draw_text(
        self, painter: QPainter, x: float, baseline: float, text: str, face: str, pixel_size: float, color: QColor
    ) -> None:
        """Draw one line of text, selectors and all, its left end on the baseline at x."""
        painter.save()
        painter.setPen(color)
        painter.translate(x, baseline)
        painter.scale(pixel_size / _DRAWN_AT, pixel_size / _DRAWN_AT)
        self._glyphs(painter, self._shaper.shape(face, text=text))
        painter.restore()

    def _item(self, painter: QPainter, item: Item, k: float) -> None:
        match item:
            case Text():
                self._text(painter, item, k)
            case Rule():
                painter.setPen(_pen(item.width * k, item.grey, [each / item.width for each in item.dash]))
                painter.drawLine(QPointF(item.x1 * k, item.y1 * k), QPointF(item.x2 * k, item.y2 * k))
            case Frame():
                _frame(painter, item, k)
            case Ellipse():
                painter.setPen(_pen(item.width * k, item.grey))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawEllipse(QRectF(item.x * k, item.y * k, item.w * k, item.h * k))
            case Bars() | Squares():
                _code(painter, item, k)
            case Picture():
                _picture(painter, item, k)
            case Ink():
                _ink(painter, item, k)
            case _:
                assert_never(item)

    def _text(self, painter: QPainter, item: Text, k: float) -> None:
        clusters = self._shaper.shape(item.face, text=item.text)
        painter.save()
        painter.setPen(_grey(item.grey))
        if item.multiply:
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
        size = item.size_pt * MM_PER_PT * k
        painter.translate(item.x * k, item.y * k)
        painter.scale(size / _DRAWN_AT * item.stretch, size / _DRAWN_AT)
        self._glyphs(painter, clusters, gap=item.spacing * k / (size * item.stretch))
        painter.restore()

    def _glyphs(self, painter: QPainter, clusters: Sequence[Cluster], *, gap: float = 0.0) -> None:
        """Draw at the painter's origin, one run for each font that the clusters need; `gap` in em."""
        runs: dict[str, tuple[FontFile, list[int], list[QPointF]]] = {}
        x = 0.0
        for cluster in clusters:
            for glyph in cluster.glyphs:
                _, gids, places = runs.setdefault(glyph.font.name, (glyph.font, [], []))
                gids.append(glyph.gid)
                places.append(QPointF((x + glyph.dx) * _DRAWN_AT, -glyph.dy * _DRAWN_AT))
                x += glyph.advance
            x += gap
        for font, gids, places in runs.values():
            run = QGlyphRun()
            run.setRawFont(self._raw_font(font))
            run.setGlyphIndexes(gids)
            run.setPositions(places)
            painter.drawGlyphRun(QPointF(0.0, 0.0), run)

    def _raw_font(self, font: FontFile) -> QRawFont:
        known = self._fonts.get(font.name)
        if known is None:
            known = self._fonts[font.name] = _register(font)
        return known


def _register(font: FontFile) -> QRawFont:
    """Hand a file to Qt and find the style of it that has the same tables.

    The size is set on the QFont: a QRawFont whose own size is changed draws nothing above 64 px.
    """
    families = QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(str(font.path)))
    wanted = bytes(font.face.reference_table("head").data)
    for family in families:
        for style in QFontDatabase.styles(family):
            found = QFontDatabase.font(family, style, 12)
            found.setPixelSize(_DRAWN_AT)
            found.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
            raw = QRawFont.fromFont(found, QFontDatabase.WritingSystem.Any)
            if raw.fontTable("head").data() == wanted:
                return raw
    raise SiteError(
        "FONT-3", what=f"書体 {font.path.name} を画面で使えません。", mend="同じ名前の別の書体を外してください。"
    )


def _dense(painter: QPainter) -> float:
    """Pixels of the device for one of the painter's."""
    device = painter.device()
    return device.devicePixelRatio() if device is not None else 1.0


def _seen(leaf: Leaf, scale: float) -> QImage:
    from kiosk.render.official.seen import see

    picture = see(leaf, scale=scale)
    image = QImage(picture.data, picture.width, picture.height, picture.stride, QImage.Format.Format_RGB32)
    return image.copy()  # its own bytes: the picture's end with this call


def _grey(value: float) -> QColor:
    return QColor.fromRgbF(value, value, value)


def _pen(width: float, grey: float, dash: Sequence[float] = ()) -> QPen:
    pen = QPen(_grey(grey), width)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    if dash:
        pen.setDashPattern(list(dash))
    return pen


def _frame(painter: QPainter, item: Frame, k: float) -> None:
    painter.setPen(_pen(item.width * k, item.grey) if item.width > 0 else QPen(Qt.PenStyle.NoPen))
    painter.setBrush(_grey(item.fill) if item.fill is not None else Qt.BrushStyle.NoBrush)
    painter.drawRect(QRectF(item.x * k, item.y * k, item.w * k, item.h * k))


def _code(painter: QPainter, item: Bars | Squares, k: float) -> None:
    """All in one shape, so that no seam shows between rows."""
    shape = QPainterPath()
    shape.setFillRule(Qt.FillRule.WindingFill)
    for x, y, w, h in item.runs:
        shape.addRect(QRectF(x * k, y * k, w * k, h * k))
    painter.fillPath(shape, QColor(Qt.GlobalColor.black))


def _clear(seen: QImage) -> QImage:
    """The same on glass: white lets through what is under it, also where a page is kept apart from what is printed."""
    from PIL import Image, ImageChops

    bits = bytes(seen.constBits())
    blue, green, red = Image.frombytes("RGBA", (seen.width(), seen.height()), bits).split()[:3]
    white = ImageChops.darker(ImageChops.darker(red, green), blue)
    parts = (*(ImageChops.subtract(each, white) for each in (blue, green, red)), ImageChops.invert(white))
    made = Image.merge("RGBA", parts).tobytes()
    return QImage(made, seen.width(), seen.height(), QImage.Format.Format_ARGB32_Premultiplied).copy()


def _picture(painter: QPainter, item: Picture, k: float) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    image = _clear(_seen(item.leaf, item.w / item.leaf.width * k * _dense(painter)))
    painter.drawImage(QRectF(item.x * k, item.y * k, item.w * k, item.h * k), image)
    painter.restore()


def _ink(painter: QPainter, item: Ink, k: float) -> None:
    pen = _pen(item.width * k, 0.0)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    for stroke in item.strokes:
        points = [QPointF(x * k, y * k) for x, y in stroke]
        if len(points) == 1:
            painter.drawPoint(points[0])
        else:
            painter.drawPolyline(QPolygonF(points))
