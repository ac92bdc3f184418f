"""Reading a 転出証明書 extract: choose a file that has arrived, or name one."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.flow.actions import UseExtract
from kiosk.flow.pages import CounterPage
from kiosk.ui.counter.home_codes import HomeCodes
from kiosk.ui.kit import Kit
from kiosk.ui.tokens import Level
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.flow_layout import flow
from kiosk.ui.widgets.glyph_label import GlyphLabel
from kiosk.ui.widgets.line import Line
from kiosk.ui.widgets.message import Message, Mood
from kiosk.ui.widgets.panels import AIR, column, empty, holder, indented, pressed, scrolling


class ExtractPanel(QWidget):
    """`acted` carries UseExtract, `register` that the city's own register is to be looked into instead.

    A file with faults is named with every fault and nothing is taken from it.
    """

    acted = Signal(object)
    register = Signal()

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit, words, gap = kit, kit.words, kit.look.dp(12)
        self.said = Message(kit)
        self._files = QVBoxLayout()
        self._files.setSpacing(gap)
        self.buttons: list[Button] = []
        self.again = Button(kit, words("extract-again"))
        self.path = Line(kit, name=words("extract-path"))
        self.read = Button(kit, words("extract-read"))
        pressed(self.again, self.refresh)
        pressed(self.read, lambda: self._load(Path(self.path.text().strip())))
        self.ours = Button(kit, words("register-open"))
        pressed(self.ours, self.register.emit)
        self.home = HomeCodes(kit)
        self.home.acted.connect(self.acted)
        self.path.entered.connect(lambda: self._load(Path(self.path.text().strip())))
        how = GlyphLabel(kit, words("extract-how"), level=Level.DENSE, ink="quiet")
        label = GlyphLabel(kit, words("extract-path"), level=Level.DENSE, bold=True)
        rows = (
            how,
            self.said,
            holder(self._files),
            flow(self.again, gap=gap),
            label,
            self.path,
            flow(self.read, gap=gap),
            *self.home.rows,
            GlyphLabel(kit, words("register-title"), bold=True),
            flow(self.ours, gap=gap),
        )
        inside = column(*rows, gap=gap, margins=AIR)
        inside.addStretch(1)
        title = GlyphLabel(kit, words("extract-title"), level=Level.HEAD, bold=True)
        self.setLayout(column(indented(title), scrolling(kit, holder(inside)), gap=gap))

    def refresh(self) -> None:
        """Look into the receiving folder."""
        empty(self._files)
        self.buttons = []
        for path in self._kit.office.extracts():
            button = Button(self._kit, path.name, level=Level.DENSE)
            pressed(button, lambda path=path: self._load(path))  # type: ignore[misc]
            self.buttons.append(button)
            self._files.addWidget(button)
        self.said.set("" if self.buttons else self._kit.words("extract-none"), mood=Mood.INFO)

    def present(self, page: CounterPage) -> None:
        """What became of a paper is said by the visit, above the page: once, and nowhere else."""
        if page.proposal is not None or any(notice.code.startswith("extract-") for notice in page.notices):
            self.said.set("")

    def _load(self, path: Path) -> None:
        words = self._kit.words
        if not path.name:
            self.said.set(words("extract-which"), mood=Mood.ERROR)
            self.path.setFocus()
            return
        read = self._kit.office.load_extract(path)
        if isinstance(read, UseExtract):
            self.said.set("")
            self.acted.emit(read)
        else:
            self.said.set(
                "\n".join([words("extract-faults"), *(words("list-item", what=str(issue)) for issue in read)]),
                mood=Mood.ERROR,
            )

    def wipe(self) -> None:
        """The visit has ended: no file name stays."""
        empty(self._files)
        self.buttons = []
        self.path.setText("")  # clear() could be undone
        self.home.wipe()
        self.said.set("")

    def first(self) -> QWidget:
        """Where the keyboard goes."""
        return self.buttons[0] if self.buttons else self.path
