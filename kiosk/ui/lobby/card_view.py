"""The card: laid on the reader, opened with four digits that nobody sees, or left out.

How many tries are left is said before and after; the last one is only spent on a clear yes.
"""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtWidgets import QWidget

from kiosk.flow.lobby.actions import CardFailed, LobbyAction, Onward, ShowCard
from kiosk.flow.lobby.pages import LobbyPage
from kiosk.model.card import CardFace, CardGlance, CardOutcome, LastTry, Secret, WrongSecret
from kiosk.model.errors import SiteError
from kiosk.ui.jobs import Errands
from kiosk.ui.lobby.boards.digits import SecretPad
from kiosk.ui.lobby.boards.grid import KeyGrid, pressed_with
from kiosk.ui.lobby.boards.key import Key, Tone
from kiosk.ui.lobby.boards.paged import Paged
from kiosk.ui.lobby.boards.tray import Slot, under
from kiosk.ui.lobby.kit import LobbyKit
from kiosk.ui.lobby.view import LobbyView
from kiosk.ui.ports import CardSample
from kiosk.ui.widgets.card_words import message
from kiosk.ui.widgets.glyph_label import GlyphLabel
from kiosk.ui.widgets.panels import column

T = TypeVar("T")


class CardView(LobbyView):
    """A card or none: 次へ goes on either way. In practice the sample cards lie here to be touched."""

    def __init__(self, kit: LobbyKit) -> None:
        super().__init__(kit)
        self._errands, self._inserted, self._failing = Errands(kit.jobs), False, False
        self.said = GlyphLabel(kit)
        self.samples = Paged(kit, tone=Tone.ACT)
        self.pin = SecretPad(kit, name=kit.words("lobby-pin"), count=4)
        self.read = pressed_with(Key(kit, kit.words("lobby-card-read"), tone=Tone.ACT), self._read)
        self.spend = pressed_with(Key(kit, kit.words("lobby-card-spend"), tone=Tone.ACT), self._spend)
        self.keep = pressed_with(Key(kit, kit.words("lobby-card-keep"), tone=Tone.ACT), self._take_out)
        self.out = pressed_with(Key(kit, kit.words("lobby-card-out"), tone=Tone.ACT), self._take_out)
        self._reading = KeyGrid(kit, ((self.read, self.out),), most=(480, 88))
        self._last = KeyGrid(kit, ((self.keep, self.spend),), most=(640, 88))
        slots = (Slot(self.said, 0), Slot(self.samples, 4), Slot(self.pin, 6))
        self.tray = under(kit, *slots, Slot(self._reading, 0, 72), Slot(self._last, 0, 72))
        self.setLayout(column(self.tray, gap=0))
        self._cards = tuple(kit.drawer.samples())
        self.pin.done.connect(self._read)
        self.samples.offer([sample.title for sample in self._cards], lambda at: self._sample(self._cards[at]))
        self._stage(inserted=False, say=kit.words("lobby-card-put"))

    def present(self, page: LobbyPage) -> None:
        """Who is known by a card already; what has just gone wrong stays."""
        if not self._inserted and not self._failing:
            known = self.kit.words("list-between").join(person.name for person in page.persons if person.from_card)
            if known:
                self.said.set_text(self.kit.words("lobby-card-known", names=known))

    # ---- the stages ------------------------------------------------------------------------------------------------
    def _stage(self, *, inserted: bool, say: str, last: bool = False, failing: bool = False) -> None:
        self._inserted, self._failing = inserted, failing
        self.said.set_text(say)
        self.samples.setVisible(not inserted and bool(self._cards))
        self.pin.setVisible(inserted and not last)
        self._reading.setVisible(inserted and not last)
        self._last.setVisible(last)
        self.tray.arrange()
        self.tray.updateGeometry()
        self.reshaped.emit()

    def _sample(self, sample: CardSample) -> Key:
        key = Key(self.kit, sample.title, tone=Tone.ACT)
        return pressed_with(key, lambda: self._run(lambda: self._looked(sample.id), self._glanced))

    def _looked(self, card: str) -> CardGlance | CardOutcome:
        self.kit.drawer.insert(card)
        return self.kit.cards.glance()

    def _glanced(self, answer: CardGlance | CardOutcome) -> None:
        if isinstance(answer, CardGlance):
            self._stage(inserted=True, say=self.kit.words("lobby-card-pin", tries=answer.pin_tries))
        else:
            self._failed(answer)

    def _read(self) -> None:
        self._open(spend=False)

    def _spend(self) -> None:
        self._open(spend=True)

    def _open(self, *, spend: bool) -> None:
        digits = self.pin.text
        self.said.set_text(self.kit.words("lobby-card-busy"))
        self._run(lambda: self.kit.cards.read(Secret.PIN, digits, spend_last_try=spend), self._answered)

    def _answered(self, outcome: CardOutcome) -> None:
        match outcome:
            case CardFace():
                self.pin.wipe()
                self._remove()
                self._stage(inserted=False, say=self.kit.words("lobby-card-thanks"))
                self.acted.emit(ShowCard(face=outcome))
            case LastTry():
                self._stage(inserted=True, say=self.kit.words("lobby-card-last-try"), last=True)
            case WrongSecret(tries_left=tries):
                self.pin.wipe()
                self._stage(inserted=True, say=self.kit.words("lobby-card-wrong", tries=tries))
            case _:
                self._failed(outcome)

    def _failed(self, outcome: CardOutcome) -> None:
        self.pin.wipe()
        self._remove()
        self._stage(inserted=False, say=message(self.kit.words, outcome)[0], failing=True)
        self.acted.emit(CardFailed(outcome=outcome))

    def _take_out(self) -> None:
        self.pin.wipe()
        self._remove()
        self._stage(inserted=False, say=self.kit.words("lobby-card-put"))

    def _remove(self) -> None:
        self.kit.jobs.run(self.kit.cards.remove, done=lambda _nothing: None)

    def _run(self, work: Callable[[], T], done: Callable[[T], None]) -> None:
        self._errands.run(work, done=done, failed=self._unready)

    def _unready(self, _error: SiteError) -> None:
        self._stage(inserted=False, say=self.kit.words("lobby-card-unready"))

    # ---- the page --------------------------------------------------------------------------------------------------
    def onward(self) -> LobbyAction:
        """To the questions, with a card or without."""
        return Onward()

    def groups(self) -> list[list[QWidget]]:
        """What is shown now."""
        parts = (
            (self.samples, self.samples.groups()),
            (self.pin, self.pin.groups()),
            (self._reading, self._reading.groups()),
            (self._last, self._last.groups()),
        )
        return [row for widget, rows in parts if not widget.isHidden() for row in rows]

    def wipe(self) -> None:
        """No digits, no card."""
        self._errands.drop()
        self.pin.wipe()
        self._remove()
        self._stage(inserted=False, say=self.kit.words("lobby-card-put"))
