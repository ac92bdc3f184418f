"""届出受理通知書: the letter that tells somebody by post that a filing about them was taken, for a window envelope."""

import datetime as dt
from collections.abc import Callable

from kiosk.model.base import Frozen, Issue
from kiosk.model.fact import Value
from kiosk.model.path import parse, person_path
from kiosk.model.template import Rect
from kiosk.model.wareki import to_wareki
from kiosk.render.drawlist import DrawList, Frame, Item
from kiosk.render.fitting import FitProblem, Style, fit
from kiosk.render.shaping import Shaper
from kiosk.rules.facts import Facts
from kiosk.rules.fill import ROLE_LETTERS
from kiosk.rules.identifying import to_be_noticed
from kiosk.rules.snapshot import Snapshot
from kiosk.rules.transforms import words as on_paper
from kiosk.settings import City

WIDTH, HEIGHT, EDGE = 210.0, 297.0, 25.0
_NAME, _ADDRESS = "person.name.full", "person.address"


class Notice(Frozen):
    """One letter: to whom, at which address, about which procedure; `address` is empty where nobody said one."""

    procedure: str
    name: str
    address: str


class LetterHead(Frozen):
    """The head and the foot of a letter, in words: to whom (`name` with its honorific), from whom, when, about what."""

    name: str
    address: str
    sender: str
    date: str
    title: str
    number: str


class NoticeWords(Frozen):
    """What stands on every letter beside its head; `lines` are the paragraphs, `facts` label and text of what was
    filed.
    """

    head: LetterHead
    lines: tuple[str, ...]
    facts: tuple[tuple[str, str], ...]


def notices(snapshot: Snapshot) -> tuple[Notice, ...]:
    """The letters that what leaves makes necessary, in counter order; one for each addressee."""
    facts = snapshot.facts
    found = (
        Notice(procedure=outcome.procedure, name=_said(facts, to.name), address=_said(facts, to.address))
        for outcome, rule in to_be_noticed(facts, snapshot.plan)
        for to in rule.to
    )
    return tuple(dict.fromkeys(found))


def applicant(snapshot: Snapshot) -> Notice:
    """Who filed, and where they live; empty where nobody has said it."""
    facts, holder = snapshot.facts, snapshot.facts.person(ROLE_LETTERS["A"])
    facts.extend(frozenset({_NAME, _ADDRESS}))
    name, address = (_said(facts, person_path(holder, key)) if holder else "" for key in (_NAME, _ADDRESS))
    return Notice(procedure="", name=name, address=address)


def letter_head(to: Notice, title: str, *, city: City, said: Callable[..., str], day: dt.date, slip: str) -> LetterHead:
    """The head of a letter of a city; `said` gives the words of a language."""
    return LetterHead(
        name=f"{to.name}{said('letter-honorific')}",
        address=to.address,
        sender=city.mayor,
        date=to_wareki(day),
        title=title,
        number=said("letter-number", number=slip),
    )


def _said(facts: Facts, path: str) -> str:
    letter, key = parse(path)
    holder = facts.person(ROLE_LETTERS[letter]) if letter in ROLE_LETTERS else ""
    value: Value | None = facts.value(person_path(holder, key) if holder else path)
    return "" if value is None else on_paper(value)


def head(said: LetterHead, *, shaper: Shaper) -> tuple[list[Item], tuple[Issue, ...]]:
    """The address where the window of an envelope is, sender, day, title, and the number at the foot; what does not
    fit is named.
    """
    page = _headed(said, shaper)
    return page.items, tuple(page.issues)


def _headed(said: LetterHead, shaper: Shaper) -> "_Page":
    page = _Page(shaper, said.title)
    page.put(said.address, Rect(x=EDGE, y=20, w=90, h=14), size=11.0, lines=2)
    page.put(said.name, Rect(x=EDGE, y=35, w=90, h=13), size=14.0, lines=2)
    page.put(said.date, Rect(x=120, y=20, w=65, h=6), size=10.5, align="right")
    page.put(said.sender, Rect(x=120, y=27, w=65, h=6), size=10.5, align="right")
    page.put(said.title, Rect(x=EDGE, y=75, w=WIDTH - 2 * EDGE, h=10), size=18.0, face="pgothic-bold", align="center")
    page.put(said.number, Rect(x=EDGE, y=HEIGHT - 25, w=WIDTH - 2 * EDGE, h=6), size=9.0, align="right")
    return page


def letter(words: NoticeWords, *, shaper: Shaper) -> DrawList:
    """One page of A4: the head, then what was taken and whom to ask."""
    page = _headed(words.head, shaper)
    top = 95.0
    for line in words.lines:
        page.put(line, Rect(x=EDGE, y=top, w=WIDTH - 2 * EDGE, h=16), size=11.0, lines=3)
        top += 18.0
    for label, text in words.facts:
        page.items.append(Frame(x=EDGE, y=top, w=WIDTH - 2 * EDGE, h=10, width=0.2))
        page.put(label, Rect(x=EDGE + 2, y=top + 1, w=40, h=8), size=10.5, face="pgothic-bold")
        page.put(text, Rect(x=EDGE + 45, y=top + 1, w=WIDTH - 2 * EDGE - 47, h=8), size=10.5)
        top += 10.0
    return DrawList(width=WIDTH, height=HEIGHT, items=tuple(page.items), warnings=tuple(page.issues))


class _Page:
    """Texts on a page; what does not fit is named."""

    def __init__(self, shaper: Shaper, title: str) -> None:
        self.shaper, self.title = shaper, title
        self.items: list[Item] = []
        self.issues: list[Issue] = []

    def put(
        self, text: str, rect: Rect, *, size: float, face: str = "mincho", align: str = "left", lines: int = 1
    ) -> None:
        fitted = fit(
            self.shaper,
            text=text,
            rect=rect,
            style=Style(face=face, size=size, floor=min(size, 7.0), align=align, lines=lines),
        )
        self.items.extend(fitted.texts)
        if fitted.rest:
            self.issues.append(FitProblem(box="", label=self.title, rest=fitted.rest).issue)
