"""How a trainee's visit went: the counts of each kind, and everything that stands otherwise than in the model visit."""

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from kiosk.ui.kit import Kit
from kiosk.ui.tokens import Level
from kiosk.ui.trainer import Difference, Score, Tally
from kiosk.ui.widgets.facts_list import FactsList
from kiosk.ui.widgets.glyph_label import GlyphLabel
from kiosk.ui.widgets.message import Message, Mood
from kiosk.ui.widgets.panels import column


class Result(QWidget):
    """Made once for one score."""

    def __init__(self, kit: Kit, score: Score) -> None:
        super().__init__()
        self._kit = kit
        self.verdict = Message(kit)
        self.verdict.set(self._verdict(score), mood=Mood.SUCCESS if score.whole else Mood.WARNING)
        self.counts = FactsList(kit)
        self.counts.show_rows(list(self._counts(score)))
        inside = column(self.verdict, self.counts, gap=kit.look.dp(12))
        for each in score.differences:
            inside.addWidget(GlyphLabel(kit, self._about(each), level=Level.DENSE, bold=True))
            inside.addWidget(self._both(each))
        self.setLayout(inside)

    def _verdict(self, score: Score) -> str:
        words = self._kit.words
        if score.whole:
            return words("training-whole")
        found = len(score.differences)
        return words("training-apart", n=found) if found else words("training-boxes-apart")

    def _counts(self, score: Score) -> Iterator[tuple[str, str]]:
        words = self._kit.words
        for tally in score.tallies:
            yield words(f"training-kind-{tally.kind}"), self._count(tally)
        yield words("training-asked"), words("training-asked-n", n=score.asked, needed=score.needed)
        yield words("training-time"), words("training-minutes", n=score.minutes)

    def _count(self, tally: Tally) -> str:
        if tally.extra:
            return self._kit.words("training-tally-extra", right=tally.right, of=tally.of, n=tally.extra)
        return self._kit.words("training-tally", right=tally.right, of=tally.of)

    def _about(self, each: Difference) -> str:
        kind = self._kit.words(f"training-kind-{each.kind}")
        return self._kit.words("training-differs", kind=kind, about=each.about)

    def _both(self, each: Difference) -> FactsList:
        words, made = self._kit.words, FactsList(self._kit)
        said = (("training-mine", each.mine), ("training-model", each.model))
        made.show_rows([(words(key), text or words("training-nothing")) for key, text in said])
        return made
