"""補正・却下のお知らせ: the letter that tells who filed what a receiving office sent back, for a window envelope.

It asks the resident to come or to call, and says in each row which filing, which item and why. It is no 処分の通知:
a refusal with its 教示 (行政不服審査法82条) is written by the office that decided, and the letter says that it comes.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from kiosk.flow.wording import Wording
from kiosk.model.answer import Returned
from kiosk.model.base import Frozen
from kiosk.model.verdict import Verdict
from kiosk.press.guide_rows import Line, Say, Typesetter, height, placed
from kiosk.press.notice import EDGE, HEIGHT, WIDTH, LetterHead, applicant, head, letter_head
from kiosk.render.drawlist import DrawList, Item, Rule
from kiosk.render.shaping import Shaper
from kiosk.rules.snapshot import Snapshot
from kiosk.settings import City

_SIZE, _TOP, _AIR = 11.0, 95.0, 4.0
_NAME = 48.0  # mm for the filing's name


class ReturnedRow(Frozen):
    """One thing that was sent back: the filing, and what of it is wanted or why it was refused."""

    filing: str
    wanted: str


class ReturnedWords(Frozen):
    """Where the letter goes and who sends it, its paragraphs, the heads of both columns, and whom to ask."""

    head: LetterHead
    lines: tuple[str, ...]
    heads: tuple[str, str]
    ask: str


@dataclass(frozen=True)
class Returning:
    """Makes the letter of a city in its words; `day` is on which it is written."""

    city: City
    wording: Wording
    day: dt.date

    def pages(self, snapshot: Snapshot, returned: Sequence[Returned], *, shaper: Shaper) -> tuple[DrawList, ...]:
        """To who filed; none where nothing was sent back, or nobody knows where they live."""
        to, words = applicant(snapshot), self.wording.words
        if not returned or not (to.name and to.address):
            return ()
        refused = any(each.result is Verdict.REJECTED for each in returned)
        title, slip = words("returned-letter-refused" if refused else "returned-letter-title"), snapshot.case.slip
        said = ReturnedWords(
            head=letter_head(to, title, city=self.city, said=words, day=self.day, slip=slip),
            lines=tuple(map(words, ("returned-letter-why", *(("returned-letter-formal",) if refused else ())))),
            heads=(words("returned-letter-filing"), words("returned-letter-wanted")),
            ask=words("returned-letter-ask", department=self._asked_at(snapshot, returned)),
        )
        return returned_letter(said, [self._row(snapshot, each) for each in returned], shaper=shaper)

    def _row(self, snapshot: Snapshot, each: Returned) -> ReturnedRow:
        words, wanted = self.wording.words, "　".join(filter(None, (each.item, each.reason)))
        procedure = snapshot.facts.book.procedures.get(each.procedure)
        result = words("returned-letter-rejected" if each.result is Verdict.REJECTED else "returned-letter-to-correct")
        name = procedure.name if procedure is not None else each.procedure
        return ReturnedRow(filing=f"{name}（{result}）", wanted=wanted or words("returned-letter-no-reason"))

    def _asked_at(self, snapshot: Snapshot, returned: Sequence[Returned]) -> str:
        """The offices that the filings belong to."""
        found = (snapshot.facts.book.procedures.get(each.procedure) for each in returned)
        offices = dict.fromkeys(self.wording.labels.said(each.department) for each in found if each is not None)
        return self.wording.words("list-between").join(offices) or self.city.name


def returned_letter(words: ReturnedWords, rows: Sequence[ReturnedRow], *, shaper: Shaper) -> tuple[DrawList, ...]:
    """The pages (A4): the address where the window of an envelope is, what is wanted row by row, whom to ask."""
    setter, (items, issues) = Typesetter(shaper, "ja"), head(words.head, shaper=shaper)
    pages: list[list[Item]] = [items]
    y = _TOP
    for line in words.lines:
        y = _put(pages, _lines(setter, line, WIDTH - 2 * EDGE), x=EDGE, y=y) + _AIR
    heads = ReturnedRow(filing=words.heads[0], wanted=words.heads[1])
    for row, bold in ((heads, True), *((row, False) for row in rows)):
        left = _lines(setter, row.filing, _NAME - 3.0, bold=True)
        right = _lines(setter, row.wanted, WIDTH - 2 * EDGE - _NAME, bold=bold)
        tall = max(height(left), height(right)) + _AIR
        if y + tall > HEIGHT - EDGE - 12.0:
            pages.append([])
            y = EDGE
        pages[-1] += [*placed(left, x=EDGE, y=y), *placed(right, x=EDGE + _NAME, y=y)]
        y += tall
        pages[-1].append(Rule(x1=EDGE, y1=y - _AIR / 2, x2=WIDTH - EDGE, y2=y - _AIR / 2, width=0.2))
    _put(pages, _lines(setter, words.ask, WIDTH - 2 * EDGE), x=EDGE, y=y + _AIR)
    first, *rest = pages
    return (
        DrawList(width=WIDTH, height=HEIGHT, items=tuple(first), warnings=issues),
        *(DrawList(width=WIDTH, height=HEIGHT, items=tuple(page)) for page in rest),
    )


def _put(pages: list[list[Item]], lines: Sequence[Line], *, x: float, y: float) -> float:
    """Lines on the last page, or on a new one; where they end."""
    if y + height(lines) > HEIGHT - EDGE:
        pages.append([])
        y = EDGE
    pages[-1].extend(placed(lines, x=x, y=y))
    return y + height(lines)


def _lines(setter: Typesetter, text: str, width: float, *, bold: bool = False) -> tuple[Line, ...]:
    return setter.lines(Say(ja=text), width=width, size=_SIZE, bold=bold)
