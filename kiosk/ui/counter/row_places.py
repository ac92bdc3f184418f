"""Where label, value, source and 変更 of an answer stand in its row at the check."""

import datetime as dt
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QSize

from kiosk.model.source import Source
from kiosk.ui.kit import Kit
from kiosk.ui.tokens import Level, TextSize
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.chip import Tone, chip_size
from kiosk.ui.widgets.lettering import Lettering, letters
from kiosk.ui.widgets.origin import source_words

_LABEL = 8  # letters that the column of labels is wide
_VALUE = 8  # letters that a value has on a line when it stands beside the others
_LATE = dt.date(2000, 12, 31)
_AIR = 8  # dp between the line above and the words


@dataclass(frozen=True)
class Places:
    """Where the parts of a row stand in it, in pixels, and how high it is."""

    label: QRect
    value: QRect
    chips: tuple[QRect, ...]
    change: QRect
    height: int


@dataclass(frozen=True)
class Measures:
    """What all rows of a text size share: letterings, the button's size, and lengths in pixels.

    `straight`: the chips stand in a column as wide as `waiting`, the longest source that can be waiting.
    """

    label: Lettering
    text: Lettering
    button: QSize
    roomy: bool
    straight: bool
    gap: int
    close: int
    top: int
    first: int
    waiting: int

    @property
    def least(self) -> QSize:
        """How large a row is at least."""
        words = max(4 * self.text.px, self.waiting)
        return QSize(words + self.gap + self.button.width(), self.top + self.button.height())

    def beside(self, room: int) -> bool:
        """Whether label, value and chips stand beside one another."""
        return self.roomy and room - self.first - self.waiting - 2 * self.gap >= _VALUE * self.text.px


def measures(kit: Kit, change: Button) -> Measures:
    """The measures of the text size as it is now; the window keeps one of each."""
    key = ("check-row", kit.look.size)
    found = kit.look.kept.get(key)
    if not isinstance(found, Measures):
        found = kit.look.kept[key] = _measured(kit, change)
    return found


def _measured(kit: Kit, change: Button) -> Measures:
    look, label = kit.look, letters(kit, Level.DENSE, bold=True)
    longest = kit.words("state-said", source=source_words(kit, Source.REGISTER, _LATE))
    return Measures(
        label=label,
        text=letters(kit, Level.BODY),
        button=change.sizeHint(),
        roomy=look.roomy,
        straight=look.size is TextSize.SMALL,
        gap=look.dp(12),
        close=look.dp(4),
        top=1 + look.dp(_AIR),
        first=_LABEL * label.px + 2,
        waiting=chip_size(kit, longest, tone=Tone.BLUE).width(),
    )


def place(by: Measures, *, label: str, value: str, chips: tuple[QSize, ...], width: int) -> Places:
    """Words and chips at the left, the button at the right, each in the middle of the height."""
    room = width - by.button.width() - by.gap
    change, beside = QRect(QPoint(room + by.gap, 0), by.button), by.beside(room)
    first, second, *third = (_beside if beside else _below)(by, label, value, chips=chips, room=room)
    columns = ([first], [second], third, [change]) if beside else ([first, second, *third], [change])
    heights = [max((rect.y() + rect.height() for rect in column), default=0) for column in columns]
    tall = max(heights)
    for column, high in zip(columns, heights, strict=True):
        for rect in column:
            rect.translate(0, by.top + (tall - high) // 2)
    return Places(first, second, tuple(third), change, by.top + tall)


def _beside(by: Measures, label: str, value: str, *, chips: tuple[QSize, ...], room: int) -> list[QRect]:
    """Label, value and chips in three columns."""
    left = room - by.first - by.gap
    third = by.waiting if by.straight else _width(by, chips, spare=left - by.gap - int(by.text.width(value)) - 2)
    second = left - third - (by.gap if third else 0)
    return [
        QRect(0, 0, by.first, by.label.height(label, by.first)),
        QRect(by.first + by.gap, 0, second, by.text.height(value, second)),
        *(chip.translated(room - third, 0) for chip in _flow(by, chips, width=third)),
    ]


def _width(by: Measures, chips: tuple[QSize, ...], *, spare: int) -> int:
    """How wide the chips' column is, when a value on one line leaves so much."""
    widths = [size.width() for size in chips]
    whole = sum(widths) + by.close * max(len(widths) - 1, 0)
    return min(whole, max(spare, *widths)) if widths else 0


def _below(by: Measures, label: str, value: str, *, chips: tuple[QSize, ...], room: int) -> list[QRect]:
    """Label, value and chips under one another."""
    first = QRect(0, 0, room, by.label.height(label, room))
    second = QRect(0, first.height() + by.gap, room, by.text.height(value, room))
    below = first.height() + second.height() + 2 * by.gap
    return [first, second, *(chip.translated(0, below) for chip in _flow(by, chips, width=room))]


def _flow(by: Measures, chips: tuple[QSize, ...], *, width: int) -> list[QRect]:
    """The chips beside one another as far as there is room."""
    found, x, y = list[QRect](), 0, 0
    for size in chips:
        if x and x + size.width() > width:
            x, y = 0, y + size.height() + by.close
        found.append(QRect(QPoint(x, y), size))
        x += size.width() + by.close
    return found
