"""An address in its parts: postal code, then prefecture and city, town, number and building."""

import re
from functools import cached_property

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from kiosk.flow.pages import QuestionState, QuestionView
from kiosk.model.address import Address
from kiosk.model.address_parts import placed, revised
from kiosk.model.address_text import AddressText, folded
from kiosk.model.letters import DASHES
from kiosk.ui.kit import Kit
from kiosk.ui.tokens import Level, TextSize
from kiosk.ui.widgets.entries.entry import Entry
from kiosk.ui.widgets.entries.left_over import LeftOver
from kiosk.ui.widgets.entries.towns import TownChoice
from kiosk.ui.widgets.glyph_label import GlyphLabel
from kiosk.ui.widgets.line import Line
from kiosk.ui.widgets.panels import column, holder, row

_PREFECTURE = re.compile(r"^(東京都|北海道|京都府|大阪府|.{2,3}県)?(.*)$")
_WIDE = str.maketrans("０１２３４５６７８９", "0123456789")
_POSTAL = re.compile(rf"〒? ?[0-9]{{3}} ?[{DASHES}]? ?[0-9]{{4}}")
_LINES = ("postal", "city", "town", "number", "building")


class AddressEntry(Entry):
    """〒 gives candidates to choose from; every part can be typed over; a change is put as one Address.

    What was typed is never replaced by a look-up: a town that begins with the listed one stays, another is asked about.
    """

    def __init__(self, kit: Kit, view: QuestionView) -> None:
        super().__init__(kit)
        self._address, self._typing, self._assumed = Address(text=""), False, view.assumed
        self.lines = {
            part: Line(kit, name=f"{view.label} {kit.words(f'address-{part}')}", letters=8 if part == "postal" else 0)
            for part in _LINES
        }
        self.lines["postal"].figures = self.lines["number"].figures = True
        self.towns = TownChoice(kit)
        self.towns.chosen.connect(self._choose)
        rows = [self._part(part, line) for part, line in self.lines.items()]
        self._pairs = (self._pair(rows[0], rows[1]), self._pair(rows[2], rows[3]))
        self._rows = column(self._pairs[0], self.towns, self._pairs[1], rows[4], gap=kit.look.dp(8))
        self.setLayout(self._rows)
        self._turn()

    @cached_property
    def left_over(self) -> LeftOver:
        """What stands in no line; few addresses have such a rest."""
        made = LeftOver(self.kit)
        made.placed.connect(self._place)
        self._rows.addWidget(made)
        return made

    def _show_rest(self, rest: str) -> None:
        if rest or "left_over" in self.__dict__:
            self.left_over.present(rest)

    def _pair(self, *parts: QWidget) -> QBoxLayout:
        return row(*parts, gap=self.kit.look.dp(12))

    def _turn(self) -> None:
        """Two parts beside each other while the text is small."""
        wide = self.kit.look.size is TextSize.SMALL
        for pair in self._pairs:
            pair.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow the text size."""
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_pairs"):
            self._turn()
        super().changeEvent(event)

    def _part(self, part: str, line: Line) -> QWidget:
        label = GlyphLabel(self.kit, self.kit.words(f"address-{part}"), level=Level.DENSE, ink="quiet")
        line.textEdited.connect(lambda _text: self._typed(part))
        line.entered.connect(lambda: self._enter(part))
        line.left.connect(self._leave)
        return holder(column(label, line, gap=self.kit.look.dp(2)))

    def first(self) -> QWidget:
        """The first part that is still empty, the building apart: few have one."""
        needed = [line for part, line in self.lines.items() if part != "building"]
        return next((line for line in needed if not line.text()), self.lines["postal"])

    @property
    def busy(self) -> bool:
        """Some part has the focus."""
        return self._typing and any(line.hasFocus() for line in self.lines.values())

    def present(self, view: QuestionView) -> None:
        """Show the parts unless they are being typed, or cannot be read as they stand."""
        refused = view.state is QuestionState.WRONG and not isinstance(view.value, Address)
        if self.busy or (refused and any(line.text() for line in self.lines.values())):
            return
        self._address = view.value if isinstance(view.value, Address) else Address(text=view.text if refused else "")
        self._fill(self._address)

    def _fill(self, address: Address) -> None:
        whole = address.town or address.number or address.left_over
        shown = {
            "postal": address.postal,
            "city": address.prefecture + address.city if address.text else self._assumed,
            "town": address.town if whole else _rest(address),
            "number": address.number,
            "building": address.building if whole else "",
        }
        for part, text in shown.items():
            if self.lines[part].text() != text:
                self.lines[part].setText(text)
        self._show_rest(address.left_over)

    def _typed(self, part: str) -> None:
        self._typing = True
        if part == "postal":
            self._search(self._postal())
        if part == "town":
            self.towns.narrow(self.lines["town"].text())
        self._tell()

    def _postal(self) -> str:
        """Seven digits, or nothing yet."""
        typed = self.lines["postal"].text().translate(_WIDE).strip()
        return re.sub(r"[^0-9]", "", typed) if _POSTAL.fullmatch(typed) else ""

    # ---- the postal code -------------------------------------------------------------------------------------------
    def _search(self, code: str) -> None:
        """Look a whole code up, at once: it takes a millisecond, and the next key already belongs to the number."""
        found = tuple(self.kit.office.postal(code)) if code else ()
        self.towns.narrow("")
        if not found:
            self.towns.offer((), note=self.kit.words("postal-unknown") if code else "")
            return
        agreeing = [area for area in found if self._agrees(area)]
        if self.lines["town"].text() and agreeing:
            self._take(max(agreeing, key=lambda area: len(area.town)))
        elif len(found) == 1 and agreeing:
            self._choose(found[0])
        else:
            typed = self.lines["town"].text() or self.lines["city"].text()
            self.towns.offer(
                found, note=self.kit.words("postal-differs" if typed and not agreeing else "postal-choose")
            )

    def _agrees(self, area: Address) -> bool:
        """Whether what was typed begins with a place, as far as anything was typed."""
        city, town = self.lines["city"].text(), self.lines["town"].text()
        here = folded(area.prefecture + area.city).endswith(folded(city))
        return here and (not town or not area.town or AddressText(town).town_end((area.town,)) > 0)

    def _choose(self, area: Address) -> None:
        """A place takes the lines before the number; a town that goes on from it, and what follows, stay."""
        if not self._agrees(area) or not self.lines["town"].text():
            self.lines["town"].setText(area.town)
        self._take(area)
        self.lines["number"].setFocus()

    def _take(self, area: Address) -> None:
        """The city and its code are known now."""
        self.towns.offer(())
        self.lines["city"].setText(area.prefecture + area.city)
        self._tell(lg_code=area.lg_code)

    # ---- what is said ----------------------------------------------------------------------------------------------
    def _tell(self, *, lg_code: str = "") -> None:
        city = _PREFECTURE.match(self.lines["city"].text())
        prefecture, rest = (city[1] or "", city[2]) if city else ("", "")
        before = self._address if self._address.city or self._address.town else Address(text="")
        same = (prefecture, rest) == (before.prefecture, before.city)
        typed = {part: self.lines[part].text() for part in ("town", "number", "building")}
        code = lg_code or (before.lg_code if same else "")
        self._put(revised(before, prefecture=prefecture, city=rest, lg_code=code, postal=self._sent_postal(), **typed))

    def _sent_postal(self) -> str:
        """While it is being typed only a whole code counts; afterwards whatever stands there, to be refused by name."""
        return self._postal() or ("" if self.lines["postal"].hasFocus() else self.lines["postal"].text().strip())

    def _put(self, address: Address) -> None:
        self._address = address
        self._show_rest(address.left_over)
        self.put.emit(address)

    def _place(self, part: str) -> None:
        """A person has said where the rest belongs."""
        address = placed(self._address, part)
        self._fill(address)
        self._put(address)

    def _enter(self, part: str) -> None:
        if part in {"number", "building"}:  # few addresses have a building: Tab leads to it
            self._typing = False
            self.entered.emit()
        else:
            self.lines[_LINES[_LINES.index(part) + 1]].setFocus()

    def _leave(self) -> None:
        if self._typing and not self._postal() and self.lines["postal"].text() and not self.lines["postal"].hasFocus():
            self._tell()
        if not any(line.hasFocus() for line in self.lines.values()):
            self._typing = False


def _rest(address: Address) -> str:
    """The text of an address that has not been split, less what the line of the city shows."""
    return address.text.removeprefix(address.prefecture + address.city)
