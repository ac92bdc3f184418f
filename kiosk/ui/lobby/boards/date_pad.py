"""A date in boxes: the era by a touch, then year, month and day; what it means is said in both calendars at once."""

import re
from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from kiosk.model.eras import BY_NAME, ERAS, Parts
from kiosk.model.letters import to_digits
from kiosk.model.wareki import WESTERN, PartialDate, calendar_day, to_wareki
from kiosk.ui.kit import Kit
from kiosk.ui.lobby.boards.board import Board
from kiosk.ui.lobby.boards.digits import pad
from kiosk.ui.lobby.boards.grid import KeyGrid, pressed_with
from kiosk.ui.lobby.boards.key import Key, Tone
from kiosk.ui.lobby.boards.tray import Slot, Tray, beside, under
from kiosk.ui.widgets.glyph_label import GlyphLabel

ERA_CHOICES = (*(era.name for era in ERAS[:4]), WESTERN)
_PARTS = ("year", "month", "day")
_LATIN = {era.letter.lower(): era.name for era in ERAS[:4]}
_TEXT = re.compile(r"([^0-9元]*)(?:([0-9]+|元)年)?(?:([0-9]+)月)?(?:([0-9]+)日)?")
FIRST_YEAR = "元"


class DatePad(Board):
    """Gives a text such as 昭和55年1月7日; whether that can be, the visit says. No box jumps to the next by itself."""

    def __init__(self, kit: Kit, *, parts: tuple[str, ...] = _PARTS) -> None:
        super().__init__(kit)
        self.era, self.part, self._digits = "", parts[0], dict.fromkeys(parts, "")
        self.eras = {era: self._era_key(era, at) for at, era in enumerate(ERA_CHOICES)}
        self.boxes = {part: self._box(part) for part in parts}
        self.first_year = pressed_with(
            Key(kit, FIRST_YEAR, name=kit.words("board-first-year")), partial(self.type, FIRST_YEAR)
        )
        self.pad = pad(kit, press=self.type, delete=self.delete, extra=[self.first_year])
        self.echo = GlyphLabel(kit)
        keys = list(self.eras.values())
        self._eras = KeyGrid(kit, (keys[:3], keys[3:]), most=(280, 96))
        self._boxes = KeyGrid(kit, (tuple(self.boxes.values()),), most=(280, 96))
        self._said = under(kit, Slot(self._eras, 2, 106, 202), Slot(self._boxes, 1, 64, 96), Slot(self.echo, 1))
        self._whole: Tray = beside(kit, Slot(self._said, 1), Slot(self.pad, 1))
        self.fill(self._whole)
        self.show_text()

    def _era_key(self, era: str, at: int) -> Key:
        key = Key(self.kit, self.kit.words(f"board-era-{at + 1}"), tone=Tone.CHOICE)
        return pressed_with(key, partial(self.choose_era, era))

    def _box(self, part: str) -> Key:
        key = Key(self.kit, "", tone=Tone.CHOICE)
        key.ticks = False  # it is where one writes, not what was chosen
        return pressed_with(key, partial(self.go, part))

    # ---- what is said ----------------------------------------------------------------------------------------------
    @property
    def text(self) -> str:
        """The words of what stands in the boxes; empty while nothing does."""
        said = "".join(
            self._digits[part] + unit for part, unit in zip(_PARTS, "年月日", strict=True) if self._has(part)
        )
        return "" if not said else ("" if self.era == WESTERN else self.era) + said

    def _has(self, part: str) -> bool:
        return bool(self._digits.get(part))

    def set_text(self, text: str) -> None:
        """Begin from a date as the visit shows it."""
        found = _TEXT.fullmatch(text)
        era, *digits = found.groups() if found else ("", "", "", "")
        self.era = era if era in BY_NAME else (WESTERN if any(digits) else "")
        self._digits = {part: said or "" for part, said in zip(_PARTS, digits, strict=True) if part in self._digits}
        self.show_text()

    def choose_era(self, era: str) -> None:
        """The era; a year that it cannot have is taken back."""
        self.era, year = era, self._digits["year"]
        if len(year) > self._room("year") or (era == WESTERN and year == FIRST_YEAR):
            self._digits["year"] = ""
        self._tell()

    def go(self, part: str) -> None:
        """Write into this box."""
        self.part = part
        self.show_text()

    def _room(self, part: str) -> int:
        return 4 if part == "year" and self.era in {WESTERN, ""} else 2

    def type(self, letters: str) -> None:
        """Digits into the box; 元 is the first year; r, h, s and t of a keyboard choose the era."""
        for letter in to_digits(letters.lower()):
            now = self._digits[self.part]
            if letter in _LATIN:
                self.era = _LATIN[letter]
            elif letter == FIRST_YEAR and self.era != WESTERN:
                self.part, self._digits["year"] = "year", FIRST_YEAR
            elif letter in "0123456789":
                digits = "" if now == FIRST_YEAR else now
                self._digits[self.part] = (digits + letter) if len(digits) < self._room(self.part) else digits
        self._tell()

    def delete(self) -> None:
        """The last digit of the box."""
        self._digits[self.part] = self._digits[self.part][:-1]
        self._tell()

    def clear(self) -> None:
        """All boxes, and the era."""
        self._empty()
        self._tell()

    def _empty(self) -> None:
        self.era, self.part = "", next(iter(self._digits))
        self._digits = dict.fromkeys(self._digits, "")

    def wipe(self) -> None:
        """Nothing of the date."""
        self._empty()
        super().wipe()

    def _tell(self) -> None:
        self.show_text()
        self.changed.emit(self.text)

    # ---- what is shown ---------------------------------------------------------------------------------------------
    def show_text(self) -> None:
        """Eras, boxes, and the date in both calendars."""
        words = self.kit.words
        for era, key in self.eras.items():
            key.setChecked(era == self.era)
        for part, key in self.boxes.items():
            key.setChecked(part == self.part)
            key.set_text(words(f"board-{part}", number=self._digits[part] or "　"), name=self._named(part))
        self.first_year.setVisible(self.era != WESTERN)
        self.echo.set_text(self._echo())
        self.lay()

    def _named(self, part: str) -> str:
        number = self._digits[part] or self.kit.words("board-empty")
        return self.kit.words(f"board-{part}", number=number)

    def _echo(self) -> str:
        """The day in both calendars; nothing while it is none."""
        year, month, day = (self._digits.get(part, "") for part in _PARTS)
        if not (self.era and year and month and day):
            return ""
        base = 0 if self.era == WESTERN else BY_NAME[self.era].base
        parts = Parts(
            "" if self.era == WESTERN else self.era,
            base + (1 if year == FIRST_YEAR else int(year)),
            int(month),
            int(day),
        )
        date = PartialDate(iso=parts.iso, era_text=parts.text if parts.era else None)
        found = calendar_day(date)
        if found is None or (parts.era and not BY_NAME[self.era].holds((found.year, found.month, found.day))):
            return ""
        said = {"year": str(found.year), "month": str(found.month), "day": str(found.day)}
        return self.kit.words("board-date-echo", wareki=to_wareki(date), **said)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """A point, a stroke or Space of a keyboard goes to the next box."""
        if event.text() in {".", "/", "-", " "} and event.text():
            order = list(self._digits)
            self.go(order[min(order.index(self.part) + 1, len(order) - 1)])
            return
        if event.key() == Qt.Key.Key_Delete:
            self.clear()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Beside one another in a wide place, under one another in a tall one."""
        self._whole.turn(down=_tall(self.size()))
        super().resizeEvent(event)

    def first(self) -> QWidget:
        """The era."""
        return next((key for key in self.eras.values() if key.isChecked()), self.eras[ERA_CHOICES[0]])

    def groups(self) -> list[list[QWidget]]:
        """Eras, boxes, pad."""
        return [*self._eras.groups(), *self._boxes.groups(), *self.pad.groups()]


def _tall(size: QSize) -> bool:
    return size.height() > size.width() * 0.7
