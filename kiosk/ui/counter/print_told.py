"""A paper that is printed by itself (a letter, 私の記録): that it is on its way, and then how it stands."""

from collections.abc import Callable

from kiosk.model.errors import SiteError
from kiosk.ui.jobs import Errands
from kiosk.ui.kit import Kit
from kiosk.ui.printing import PrintState
from kiosk.ui.widgets.message import Message, Mood


class PrintTold(Message):
    """Says it in the words that begin with `about`: -busy, -printed, -failed, and -nowhere where nothing was made."""

    def __init__(self, kit: Kit, about: str) -> None:
        super().__init__(kit)
        self._words, self._about, self._errands = kit.words, about, Errands(kit.jobs)

    def print(self, ask: Callable[[], PrintState | None]) -> None:
        """Print on the device thread."""
        self._tell("busy", Mood.INFO)
        self._errands.run(ask, done=self._printed, failed=self._failed)

    def wipe(self) -> None:
        """Nothing is told, and nothing will be of what is under way."""
        self._errands.drop()
        self.set("")

    def _tell(self, how: str, mood: Mood) -> None:
        self.set(self._words(f"{self._about}-{how}"), mood=mood)

    def _printed(self, state: PrintState | None) -> None:
        match state:
            case None:
                self._tell("nowhere", Mood.WARNING)
            case PrintState.FAILED:
                self._tell("failed", Mood.ERROR)
            case _:
                self._tell("printed", Mood.SUCCESS)

    def _failed(self, error: SiteError) -> None:
        self.set(self._words("site-error", what=error.what, mend=error.mend, code=error.code), mood=Mood.ERROR)
