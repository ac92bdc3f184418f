"""Choosing by large buttons: one of them, or any of them; as many a page as are seen whole."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kiosk.flow.pages import Choice
from kiosk.ui.kit import Kit
from kiosk.ui.lobby.boards.board import Board
from kiosk.ui.lobby.boards.grid import pressed_with
from kiosk.ui.lobby.boards.key import Key, Tone
from kiosk.ui.lobby.boards.paged import Paged
from kiosk.ui.lobby.boards.picture_key import PictureKey
from kiosk.ui.lobby.boards.tray import Slot, under


class BigChoices(Board):
    """`chosen(code)` when one of them is touched; with `several`, `picked(codes)` after every change."""

    chosen = Signal(str)
    picked = Signal(object)

    def __init__(self, kit: Kit, choices: Sequence[Choice], *, several: bool = False, now: Sequence[str] = ()) -> None:
        super().__init__(kit)
        self._choices, self.several, self.codes = tuple(choices), several, tuple(now)
        seen = next((choice.picture for choice in choices if choice.picture), "")
        probe = PictureKey(kit, "", seen, tone=Tone.CHOICE)
        self.pages = Paged(kit, tone=Tone.CHOICE, tall=88 if seen else 72, probe=probe)
        self.fill(under(kit, Slot(self.pages)))
        self.offer(choices, now=now)

    def offer(self, choices: Sequence[Choice], *, now: Sequence[str] = ()) -> None:
        """Other choices, and which of them are chosen."""
        self._choices, self.codes = tuple(choices), tuple(now)
        self.pages.offer([choice.label for choice in self._choices], self._key)

    def _key(self, at: int) -> Key:
        choice = self._choices[at]
        key = PictureKey(self.kit, choice.label, choice.picture, tone=Tone.CHOICE)
        key.round_one, key.left = not self.several, True
        self._mark(key, choice)
        return pressed_with(key, partial(self._touch, choice.code))

    def _mark(self, key: Key, choice: Choice) -> None:
        chosen = choice.code in self.codes
        key.setChecked(chosen)
        key.setAccessibleName(self.kit.words("board-chosen" if chosen else "board-not-chosen", answer=choice.label))

    def _touch(self, code: str) -> None:
        if self.several:
            kept = {*self.codes} ^ {code}
            self.codes = tuple(choice.code for choice in self._choices if choice.code in kept)
        else:
            self.codes = (code,)
        for key, choice in zip(self.pages.on_page, self._choices[self.pages.start :], strict=False):
            self._mark(key, choice)
        if self.several:
            self.picked.emit(self.codes)
        else:
            self.chosen.emit(code)

    def wipe(self) -> None:
        """Nothing of what was chosen, nor of what there was to choose (names of the family)."""
        super().wipe()
        self.offer(())

    def first(self) -> QWidget:
        """What is chosen on this page, or the first."""
        keys = self.pages.on_page
        return next((key for key in keys if key.isChecked()), next(iter(keys), self))

    def groups(self) -> list[list[QWidget]]:
        """Row by row."""
        return self.pages.groups()


class YesNo(BigChoices):
    """はい and いいえ: `answered(bool)`."""

    answered = Signal(bool)

    def __init__(self, kit: Kit, *, now: bool | None = None) -> None:
        words = kit.words
        choices = (Choice(code="true", label=words("board-yes")), Choice(code="false", label=words("board-no")))
        super().__init__(kit, choices, now=() if now is None else (str(now).lower(),))
        self.chosen.connect(lambda code: self.answered.emit(code == "true"))
