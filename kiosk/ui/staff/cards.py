"""Staff cards at a door: what lies on their reader, and the practice cards that a simulated one takes."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from kiosk.ui.tokens import Level
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.panels import pressed

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QLayout

    from kiosk.model.errors import SiteError
    from kiosk.ui.kit import Kit
    from kiosk.ui.ports import CardSample
    from kiosk.ui.staff.ports import Badges

LOOK_MS = 250


class CardWatch(QObject):
    """`laid` when a card comes to lie on the reader, `taken` when it is gone again, `failed` when it cannot be read."""

    laid = Signal()
    taken = Signal()
    failed = Signal(object)

    def __init__(self, parent: QObject, kit: Kit, badges: Badges) -> None:
        super().__init__(parent)
        self._kit, self._badges, self.there = kit, badges, False
        self.timer = QTimer(self)
        self.timer.setInterval(LOOK_MS)
        self.timer.timeout.connect(self.look)

    def look(self) -> None:
        """See whether it is as it was."""
        there = self._badges.present()
        if there is not self.there:
            self.there = there
            (self.laid if there else self.taken).emit()

    def read(self, done: Callable[[str], None]) -> None:
        """What the card says of itself; read beside the window."""
        self._kit.jobs.run(self._badges.identifier, done=done, failed=self._fail)

    def take_away(self) -> None:
        """A practice card does not stay behind; a real one is its owner's to take."""
        self._move(self._badges.remove)

    def offer(self, row: QLayout) -> None:
        """Put the practice cards of a simulated reader into a row; their file is read beside the window."""
        self._kit.jobs.run(self._badges.samples, done=partial(self._fill, row), failed=lambda _: None)

    def _fill(self, row: QLayout, samples: Sequence[CardSample]) -> None:
        for sample in samples:
            button = Button(self._kit, self._kit.words("staff-practice", card=sample.title), level=Level.DENSE)
            button.setToolTip(sample.hint)
            pressed(button, partial(self._move, partial(self._badges.insert, sample.id)))
            row.addWidget(button)

    def _move(self, move: Callable[[], None]) -> None:
        self._kit.jobs.run(move, done=lambda _: None, failed=self._fail)

    def _fail(self, error: SiteError) -> None:
        self.failed.emit(error)
