"""An address in its parts: postal code, then prefecture and city, town, number."""

import re

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from kiosk.flow.pages import QuestionView
from kiosk.model.address import Address
from kiosk.ui.kit import Kit
from kiosk.ui.tokens import Level, TextSize
from kiosk.ui.widgets.button import Button, Rank
from kiosk.ui.widgets.entries.entry import Entry
from kiosk.ui.widgets.entries.line import Line
from kiosk.ui.widgets.flow_layout import FlowLayout
from kiosk.ui.widgets.glyph_label import GlyphLabel
from kiosk.ui.widgets.panels import column, empty, holder, pressed, row

_PREFECTURE = re.compile(r"^(東京都|北海道|京都府|大阪府|.{2,3}県)?(.*)$")
_WIDE = str.maketrans("０１２３４５６７８９", "0123456789")


class AddressEntry(Entry):
    """〒 gives candidates to choose from; every part can be typed over; a change is put as one Address."""

    def __init__(self, kit: Kit, view: QuestionView) -> None:
        super().__init__(kit)
        self._address, self._typing = Address(text=""), False
        self.lines = {
            part: Line(kit, name=f"{view.label} {kit.words(f'address-{part}')}", letters=8 if part == "postal" else 0)
            for part in ("postal", "city", "town", "number")
        }
        self._found = FlowLayout(gap=kit.look.dp(12))
        self.candidates = holder(self._found)
        self.note = GlyphLabel(kit, level=Level.DENSE, ink="quiet")
        rows = [self._part(part, line) for part, line in self.lines.items()]
        self._pairs = (self._pair(rows[0], rows[1]), self._pair(rows[2], rows[3]))
        self.setLayout(column(self._pairs[0], self.note, self.candidates, self._pairs[1], gap=kit.look.dp(8)))
        self._turn()
        self._search("")

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
        """The first part that is still empty."""
        return next((line for line in self.lines.values() if not line.text()), self.lines["postal"])

    @property
    def busy(self) -> bool:
        """Some part has the focus."""
        return self._typing and any(line.hasFocus() for line in self.lines.values())

    def present(self, view: QuestionView) -> None:
        """Show the parts unless they are being typed."""
        if self.busy:
            return
        self._address = view.value if isinstance(view.value, Address) else Address(text="")
        self._fill(self._address)

    def _fill(self, address: Address) -> None:
        whole = address.town or address.number
        shown = {
            "postal": address.postal,
            "city": address.prefecture + address.city,
            "town": address.town if whole else address.text.removeprefix(address.prefecture + address.city),
            "number": address.number,
        }
        for part, text in shown.items():
            if self.lines[part].text() != text:
                self.lines[part].setText(text)

    def _typed(self, part: str) -> None:
        self._typing = True
        if part == "postal":
            self._search(self._postal())
        self._tell()

    def _postal(self) -> str:
        return re.sub(r"\D", "", self.lines["postal"].text().translate(_WIDE))

    def _search(self, code: str) -> None:
        """Look a whole code up, at once: it takes a millisecond, and the next key already belongs to the number."""
        found = self.kit.office.postal(code) if len(code) == 7 else ()
        empty(self._found)
        for address in found[:8]:
            button = Button(self.kit, address.prefecture + address.city + address.town, rank=Rank.SECONDARY)
            pressed(button, lambda address=address: self._choose(address))  # type: ignore[misc]
            self._found.addWidget(button)
        self.candidates.setVisible(len(found) > 1)
        self.note.set_text(self.kit.words("postal-unknown") if len(code) == 7 and not found else "")
        self.note.setVisible(bool(self.note.text))
        if len(found) == 1:
            self._choose(found[0])

    def _choose(self, address: Address) -> None:
        self._address = address
        self._fill(address.model_copy(update={"number": self.lines["number"].text()}))
        self.candidates.hide()
        self._tell()
        self.lines["number"].setFocus()

    def _tell(self) -> None:
        city = _PREFECTURE.match(self.lines["city"].text())
        prefecture, rest = (city[1] or "", city[2]) if city else ("", "")
        town, number = self.lines["town"].text(), self.lines["number"].text()
        same = (prefecture, rest) == (self._address.prefecture, self._address.city)
        self.put.emit(
            Address(
                text=prefecture + rest + town + number,
                postal=self._postal() if len(self._postal()) == 7 else "",
                lg_code=self._address.lg_code if same else "",
                prefecture=prefecture,
                city=rest,
                town=town,
                number=number,
            )
        )

    def _enter(self, part: str) -> None:
        order = list(self.lines)
        if part == order[-1]:
            self._typing = False
            self.entered.emit()
        else:
            self.lines[order[order.index(part) + 1]].setFocus()

    def _leave(self) -> None:
        if not any(line.hasFocus() for line in self.lines.values()):
            self._typing = False
