"""The common shape of every entry. (`present`, because QWidget.render already means drawing pixels.)"""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kiosk.flow.pages import QuestionView
from kiosk.ui.kit import Kit


class Entry(QWidget):
    """`typing(str)` words so far, `said(str)` whole words, `put(object)` a value, `entered()` go on from here,
    `unknown()` nobody knows it.
    """

    typing = Signal(str)
    said = Signal(str)
    put = Signal(object)
    entered = Signal()
    unknown = Signal()

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self.kit = kit

    def present(self, view: QuestionView) -> None:
        """Show the question's answer; what is being typed is left alone."""
        raise NotImplementedError

    def first(self) -> QWidget:
        """Where the keyboard goes."""
        raise NotImplementedError

    @property
    def busy(self) -> bool:
        """Whether somebody is in the middle of typing, so that a complaint would be too early."""
        return False
