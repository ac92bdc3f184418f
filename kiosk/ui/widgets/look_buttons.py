"""Text size and colours of a desk: two buttons that say how it stands, each a step on."""

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QWidget

from kiosk.ui.kit import Kit
from kiosk.ui.tokens import Level
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.flow_layout import flow
from kiosk.ui.widgets.panels import pressed, row


class LookButtons(QWidget):
    """`more` stands right of them in the same line."""

    def __init__(self, kit: Kit, *more: QWidget) -> None:
        super().__init__()
        self._kit = kit
        self.size_button, self.theme_button = Button(kit, "", level=Level.CHROME), Button(kit, "", level=Level.CHROME)
        pressed(self.size_button, lambda: kit.look.resize(step=1, wrap=True))
        pressed(self.theme_button, kit.look.recolour)
        buttons = flow(self.size_button, self.theme_button, *more, gap=kit.look.dp(12), align_right=True)
        self.setLayout(row(buttons, gap=0))
        self._label()

    def _label(self) -> None:
        words, look = self._kit.words, self._kit.look
        self.size_button.set_text(words("text-size", size=words(f"size-{look.size.name.lower()}")))
        self.theme_button.set_text(words("theme", name=words(f"theme-{look.theme.value}")))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow size and theme."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.PaletteChange} and hasattr(self, "theme_button"):
            QTimer.singleShot(0, self, self._label)  # the buttons hear of it after this
