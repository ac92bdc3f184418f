"""The words of the guide sheet in one language or two: the sheet's own, and what the catalogue says in them."""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from kiosk.model.building import Department
from kiosk.model.errors import SiteError
from kiosk.model.labels import Labels
from kiosk.model.languages import FACT, LANGUAGES
from kiosk.model.plan import Deadline
from kiosk.model.remarks import for_residents
from kiosk.model.wareki import to_wareki
from kiosk.press.route import Stop
from kiosk.rules.snapshot import Snapshot
from kiosk.words import Words

_SPACED = frozenset({"en", "ko", "vi", "pt"})


def language_of(snapshot: Snapshot) -> str:
    """The language the counter has set for this visit, Japanese when none is."""
    return LANGUAGES.get(str(snapshot.facts.value(FACT) or ""), "ja")


@dataclass(frozen=True)
class Tongue:
    """The words of the sheet in one language, and what the catalogue says in it."""

    language: str
    words: Words
    labels: Labels

    def date(self, day: dt.date) -> str:
        """A day as this language writes it; in Japanese with the era."""
        wareki, year = to_wareki(day), str(day.year)
        return self.words("date", wareki=wareki, year=year, month=f"m{day.month}", n=str(day.month), day=str(day.day))

    def named(self, japanese: str, labels: Mapping[str, str]) -> str:
        """A name by its labels; without one it stays Japanese."""
        return japanese if self.language == "ja" else labels.get(self.language, japanese)

    def phrase(self, japanese: str) -> str:
        """A paper or a remark as residents read it; one that nobody has translated stays Japanese."""
        plain = for_residents(japanese)
        return self.labels.text.get(japanese) or self.labels.said(plain)

    def place(self, stop: Stop, where: Department) -> str:
        """1階　1番窓口　市民課."""
        key = "counter-number" if stop.counter.isdecimal() else "counter-name"
        floor = self.words("floor-up" if stop.floor > 0 else "floor-down", n=str(abs(stop.floor)))
        counter = self.words(key, counter=stop.counter) if stop.counter else ""
        parts = (floor, counter) if stop.floor else (self.words("no-place"),)
        gap = ", " if self.language in _SPACED else "　"
        return gap.join(part for part in (self.named(stop.department, where.labels), *parts) if part)

    def closed(self, deadline: Deadline) -> str:
        """That the last day of the period is no day of the office, in brackets behind the day."""
        if deadline.due is None or deadline.raw is None or not deadline.closed:
            return ""
        if deadline.due == deadline.raw:
            return self.words("closed")
        return self.words("rolled", date=self.date(deadline.raw))

    def deadline(self, deadline: Deadline, *, within: str = "") -> str:
        """The day (or `within` how long, where none is known), the remark, and a neutral word when it has passed."""
        day = self.words("by", date=self.date(deadline.due)) if deadline.due else within
        late = self.words("late") if deadline.late else ""
        said = [part for part in (day + self.closed(deadline), self.phrase(deadline.note), late) if part]
        dot, gap = (". ", " ") if self.language in _SPACED else ("。", "")
        ended = [part + (gap if part.endswith(dot.strip()) else dot) for part in said]
        return "".join(ended).rstrip() if len(said) > 1 else "".join(said)


@dataclass(frozen=True)
class GuideWords:
    """The sheet's words in every language, as they were read: `texts` by file name; `labels` are the catalogue's."""

    texts: Mapping[str, bytes]
    labels: Callable[[str], Labels]

    @classmethod
    def read(cls, folder: Path, labels: Callable[[str], Labels]) -> "GuideWords":
        """<language>.ftl of every language of a folder."""
        return cls({path.name: path.read_bytes() for path in sorted(folder.glob("*.ftl"))}, labels)

    def pair(self, language: str) -> tuple[Tongue, Tongue]:
        """Japanese and a second language, which on a Japanese sheet is Japanese."""
        japanese = self.tongue("ja")
        return japanese, japanese if language == "ja" else self.tongue(language)

    def tongue(self, language: str) -> Tongue:
        """The words of one language. Raises SiteError when there are none."""
        try:
            words = Words(self.texts[f"{language}.ftl"].decode("utf-8"), language=language.partition("-")[0])
        except (KeyError, ValueError) as error:
            what = f"受付案内票のことば（{language}）を読めません。"
            raise SiteError("WORDS-1", what=what, mend="配布物を入れ直してください。") from error
        return Tongue(language, words, self.labels(language))
