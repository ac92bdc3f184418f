"""Above every page of a training: that it is one, and what the visitor says to the question that has the keyboard."""

from PySide6.QtCore import Qt, Signal

from kiosk.flow.actions import Step
from kiosk.flow.pages import CounterPage
from kiosk.ui.kit import Kit
from kiosk.ui.tokens import Level
from kiosk.ui.trainer import Trainer, Welcome
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.chip import Chip, Tone
from kiosk.ui.widgets.glyph_label import GlyphLabel
from kiosk.ui.widgets.panels import Ground, pressed, row


class TrainingBand(Ground):
    """`opened` that the clerk wants the drawer of visitors. It is as high with any short answer as with none."""

    opened = Signal()

    def __init__(self, kit: Kit, trainer: Trainer) -> None:
        super().__init__(kit, role="warning_panel", edge="bottom")
        self._kit, self._trainer, words = kit, trainer, kit.words
        self._here: Welcome | None = None
        self._page, self._path = CounterPage(step=Step.START), ""
        self.sign = Chip(kit, words("training-band"), tone=Tone.YELLOW, level=Level.CHROME)
        self.said = GlyphLabel(kit, level=Level.DENSE, bold=True)
        self.open = Button(kit, words("training-choose"), level=Level.CHROME)
        pressed(self.open, self.opened.emit)
        side, top = kit.look.dp(16), kit.look.dp(4)
        line = row(self.sign, self.said, self.open, gap=kit.look.dp(12), margins=(side, top, side, top))
        line.setStretch(1, 1)
        for part in (self.said, self.open):
            line.setAlignment(part, Qt.AlignmentFlag.AlignVCenter)
        self.setLayout(line)
        self._say()

    def welcome(self, here: Welcome | None) -> None:
        """Somebody has come; None: nobody is there any more."""
        self._here, self._path = here, ""
        self._say()

    def present(self, page: CounterPage) -> None:
        """Know how far the visit is."""
        self._page = page
        self._say()

    def ask(self, path: str) -> None:
        """The visitor hears another question."""
        self._path = path
        self._say()

    def _say(self) -> None:
        words, done = self._kit.words, self._page.step is Step.DONE
        key = "training-choose" if self._here is None else "training-result" if done else "training-open"
        self.open.set_text(words(key))
        self.said.set_text(self._words(self._here) if self._here is not None else words("training-band-none"))

    def _words(self, here: Welcome) -> str:
        words = self._kit.words
        if self._page.step is Step.DONE:
            return words("training-done")
        if self._page.step is Step.START or not self._path:
            return words("training-hello", purposes=words("purposes-between").join(here.purposes), n=here.people)
        said = self._trainer.says(self._path)
        return words("training-says", words=said) if said else words("training-unknown")
