"""保留の届出: what this visit does not finish, by name and in full, on the last page."""

from kiosk.flow.pages import OutcomeView
from kiosk.ui.kit import Kit
from kiosk.ui.tokens import Level
from kiosk.ui.widgets.glyph_label import GlyphLabel
from kiosk.ui.widgets.panels import Panel, Rule, empty


class HeldFilings(Panel):
    """Hidden where everything was accepted; written anew only when that has changed."""

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit, bar="warning")
        self._kit = kit
        self.shown: tuple[OutcomeView, ...] = ()
        self.hide()

    def present(self, held: tuple[OutcomeView, ...]) -> None:
        """Show them."""
        self.setVisible(bool(held))
        if held == self.shown:
            return
        self.shown = held
        empty(self.column)
        words = self._kit.words
        self._put(words("done-held", n=len(held)), level=Level.HEAD, bold=True)
        self._put(words("done-held-explained"))
        for view in held:
            self.column.addWidget(Rule(self._kit))
            self._one(view)

    def _one(self, view: OutcomeView) -> None:
        words, between = self._kit.words, self._kit.words("list-between")
        self._put(view.name, bold=True)
        lacks = view.lacks or view.missing
        if view.later and lacks:
            self._put(view.reason)
        self._put(words("done-held-lacks", what="　".join(lacks)) if lacks else view.reason)
        if view.held_for:
            self._put(words("held-why", why=view.held_for))
        if view.deadline:
            self._put(words("done-held-until", day=view.deadline))
        if view.bring:
            self._put(words("done-held-bring", what=between.join(view.bring)))

    def _put(self, text: str, *, level: Level = Level.BODY, bold: bool = False) -> None:
        self.column.addWidget(GlyphLabel(self._kit, text, level=level, bold=bold))
