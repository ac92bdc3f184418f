"""The measure of the hour: a fixed piece of Python, CEL and Qt painting that takes as long as the machine lets it.

Context: the same window key took 2.6, 5.2 and 6.6 ms on one machine within a day, because others worked on it too; a
goal in milliseconds then judges the hour. Decision: this mix is run right beside everything that has a goal in
milliseconds, every few repetitions, and the goal is a multiple of what it took there. It knows nothing of ours, so
that nobody makes it faster. A third is Python of the kind a visit is made of (values met in a large heap, the
stronger one kept, sorted, joined), a third are conditions of the rule language, a third is text and outlines painted
into a picture; together it is about as long as a key and about as much at the mercy of the processor's caches, so that
a busy machine troubles both alike.
Calibration: on 2026-11-26, before the speed work (commit 3b352c4), the window key (a phone number, 160 keys a round,
the reference after every eighth) took 0.91 references in the median of 24 rounds, on a machine with two cores and ten
to sixteen processes waiting: middle half 0.83 to 0.98 on the clock, 0.85 to 0.95 in processor time.
The goals are meant for an hour when that key takes KEY_MS; the reference then takes REFERENCE_MS.
Consequence: a limit of L ms is the multiple L / REFERENCE_MS. A change of the mix, of Python, Qt or CEL asks for a new
calibration: check out that commit and compare.
"""

import os
import statistics
import time
from collections.abc import Sequence
from pathlib import Path

from cel_expr_python import cel
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QImage, QPainter, QPainterPath
from PySide6.QtWidgets import QApplication

KEY_MS = 2.6
KEY_IN_REFERENCES = 0.91
REFERENCE_MS = KEY_MS / KEY_IN_REFERENCES
"""What the reference takes in the hour that the goals are written for."""

HEAP = 30_000
"""So many values lie in memory: like a window's, they do not fit into the processor's own."""

_RULE = (
    'persons.exists(p, p.age >= 65 && p.stays) || (a.event == "x" && persons.filter(p, p.age < 18).size() > a.limit)'
)
_PERSONS = [{"age": number * 9, "stays": False, "name": "見本"} for number in range(7)]
_GROUND, _LINE, _INK = QColor("#ffffff"), QColor("#999999"), QColor("#1a1a1a")


class _Value:
    """Something with a path, a value and a rank."""

    __slots__ = ("path", "rank", "value")

    def __init__(self, path: str, value: int, rank: int) -> None:
        self.path, self.value, self.rank = path, value, rank


class Reference:
    """The fixed mix, warmed up; `fonts` holds the screen's font. Opens Qt without a screen when it is not open yet."""

    def __init__(self, fonts: Path) -> None:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        self._app = QApplication.instance() or QApplication([])
        env = cel.NewEnv(
            variables={"a": cel.Type.Map(cel.Type.STRING, cel.Type.DYN), "persons": cel.Type.List(cel.Type.DYN)},
            functions=[],
        )
        self._env, self._rule = env, env.compile(_RULE)
        number = QFontDatabase.addApplicationFont(str(fonts / "BIZUDPGothic-Regular.ttf"))
        self._font = QFont(QFontDatabase.applicationFontFamilies(number)[0])
        self._font.setPixelSize(18)
        self._picture = QImage(640, 300, QImage.Format.Format_ARGB32_Premultiplied)
        self._values = [_Value(f"person[p{number % 8}].{number % 75:03}", number, number % 5) for number in range(HEAP)]
        self.taken: list[float] = []
        for _ in range(20):
            self._mix()

    def take(self) -> float:
        """Milliseconds of one round; remembered in `taken`."""
        begun = time.perf_counter()
        self._mix()
        self.taken.append((time.perf_counter() - begun) * 1000)
        return self.taken[-1]

    @property
    def median(self) -> float:
        """The median of everything taken so far, in milliseconds."""
        return statistics.median(self.taken)

    def _mix(self) -> None:
        _compute(self._values)
        self._judge()
        self._paint()

    def _judge(self) -> None:
        for limit in range(70):
            data = {"a": {"event": "x", "limit": limit}, "persons": _PERSONS}
            self._rule.eval(activation=self._env.Activation(data))

    def _paint(self) -> None:
        self._picture.fill(_GROUND)
        with QPainter(self._picture) as brush:
            brush.setRenderHint(QPainter.RenderHint.Antialiasing)
            brush.setFont(self._font)
            for row in range(5):
                brush.setPen(_LINE)
                brush.drawRoundedRect(QRectF(8, 6 + row * 24, 600, 22), 4, 4)
                brush.setPen(_INK)
                brush.drawText(QPointF(14, 23 + row * 24), f"{row:02} 見本県架空市中央一丁目")
            brush.fillPath(_curves(), Qt.GlobalColor.darkBlue)


def _compute(values: Sequence[_Value]) -> str:
    """Values met here and there in a large heap, the stronger one kept, sorted and joined."""
    kept: dict[str, _Value] = {}
    for number in range(1300):
        value = values[number * 7919 % len(values)]
        before = kept.get(value.path)
        if before is None or before.rank <= value.rank:
            kept[value.path] = _Value(value.path, number * 7 % 101, value.rank)
    order = sorted(kept.values(), key=lambda value: (value.rank, value.value, value.path))
    return "、".join(f"{value.path}={value.value}" for value in order if value.value % 3)


def _curves() -> QPainterPath:
    """A line of outlines like the glyphs of a form."""
    path = QPainterPath()
    for number in range(36):
        path.moveTo(number * 12, 200)
        path.cubicTo(number * 12 + 4, 190, number * 12 + 8, 230, number * 12 + 11, 210 + number % 7)
    return path
