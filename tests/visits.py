"""A desk without a window: the sample town's own rules and forms, a clock that stands still, and words as actions."""

import datetime as dt
from collections.abc import Mapping
from functools import lru_cache, partial

from kiosk.catalogue.case_file import load_case_file
from kiosk.designing.rehearsal import looked_through
from kiosk.flow.actions import Action, AddPerson, Answer, Approve, Hold, SayAll, Sign, StartVisit
from kiosk.flow.at_once import AtOnce
from kiosk.flow.billing import cost
from kiosk.flow.clock import FixedClock
from kiosk.flow.outside import Outside
from kiosk.flow.pages import CounterPage, QuestionView
from kiosk.flow.unconfirmed import unconfirmed
from kiosk.flow.visit import Visit
from kiosk.flow.wording import Wording
from kiosk.model.casefile import CaseFile
from kiosk.model.fact import Signature, Value
from kiosk.model.filled import FilledBox, FilledForm
from kiosk.model.plan import Need, Outcome
from kiosk.rules.book import RuleBook
from kiosk.rules.calendar import OpenDays
from kiosk.rules.plan import Planner
from kiosk.rules.snapshot import Snapshot
from tests.read_before import FORMS, catalogue
from tests.register import ROOT, Register, place_at, postal, read, split, towns
from tests.wording import WORDS

__all__ = ["FORMS", "ROOT", "Register", "catalogue", "place_at", "postal", "read", "split", "towns"]
SHARED = ROOT.parent / "shared" / "domain"
TODAY = dt.date(2026, 4, 20)
STROKES = Signature(strokes=(((1.0, 1.0), (9.0, 5.0)),), width=60.0, height=12.0)
ON_PAPER = Signature(strokes=(), width=60.0, height=12.0)

MOVERS = "household.movers"
MOVE = {
    MOVERS: "全員",
    "case.event_type": "国内転入",
    "case.applicant_role": "世帯主",
    "case.id_papers": "資格確認書、年金証書・年金手帳",
    "case.tenshutsu_kind": "転出証明書",
    "case.tenshutsu_planned_on": "R8.4.11",
    "case.moved_on": "R8.4.12",
    "case.requests": "なし",
    "household.foreigners": "なし",
    "household.card_holders": "なし",
    "household.employer_insured": "なし",
    "household.myna_registered": "なし",
    "household.circumstances": "なし",
}
"""A plain move from another Japanese town, as the head of the household tells it."""


def book() -> RuleBook:
    """The rules of the sample town."""
    return catalogue().book


def persona(name: str) -> CaseFile:
    """A written visit of forms/personas."""
    read = load_case_file(FORMS / "personas" / f"{name}.toml", book())
    assert isinstance(read, CaseFile), read
    return read


PLANNER = Planner(OpenDays())
"""It knows every month that a visit has come to, as it does in an office that has been open for a while."""


class Desk:
    """One visit; every method passes actions to the session and keeps the last page."""

    def __init__(self, *, today: dt.date = TODAY, rules: RuleBook | None = None, event: str = "tennyu") -> None:
        self.register = Register()
        self.clock = FixedClock(dt.datetime.combine(today, dt.time(1), tzinfo=dt.UTC))
        rules = rules or book()
        wording = Wording(WORDS, rules.vocabulary)
        outside = Outside(
            book=rules,
            planner=PLANNER,
            clock=self.clock,
            wording=wording,
            cost=partial(cost, city=catalogue().city),
        )
        self.at_once = AtOnce(Visit(outside), self.register)
        self.page: CounterPage = self.at_once.handle(StartVisit(event=event))

    @property
    def visit(self) -> Visit:
        """The visit itself."""
        return self.at_once.visit

    @property
    def now(self) -> Snapshot:
        """The case as it stands."""
        assert self.visit.snapshot is not None
        return self.visit.snapshot

    def act(self, *actions: Action) -> "Desk":
        """Do one thing after another."""
        for action in actions:
            self.page = self.at_once.handle(action)
        return self

    def members(self, count: int) -> "Desk":
        """As many members as this; where everybody moved, everybody still does."""
        everybody = MOVERS in self.now.case.ledger.current and self.now.facts.value(MOVERS) == self.now.case.persons
        while len(self.now.case.persons) < count:
            self.act(AddPerson())
        return self.say({MOVERS: "全員"}) if everybody else self

    def say(self, words: Mapping[str, str] | None = None, **person: str) -> "Desk":
        """Answer paths in words; keywords are facts of p1: birth="S55.1.7"."""
        return self.act(*(Answer(path=path, text=text) for path, text in (words or {}).items()), *_of("p1", person))

    def say_all(self, words: Mapping[str, str]) -> "Desk":
        """Answers worked out together, which comes to the same as one by one and takes a seventh of the time."""
        return self.act(SayAll(said=tuple(Answer(path=path, text=text) for path, text in words.items())))

    def member(self, ref: str, **facts: str) -> "Desk":
        """Facts of one member, keywords as in `say`."""
        return self.act(*_of(ref, facts))

    def hold(self, *paths: str) -> "Desk":
        """わからない for every path."""
        return self.act(*(Hold(path=path) for path in paths))

    def sign(self, *, on_paper: bool = False) -> "Desk":
        """The answers are looked through, what is held is accepted by name, and everybody who must signs."""
        self.act(*looked_through(self.visit))
        signature = ON_PAPER if on_paper else STROKES
        return self.act(*(Sign(person=signer.person, signature=signature) for signer in self.page.signers))

    # ---- looking -------------------------------------------------------------------------------------------------
    def outcome(self, procedure: str) -> Outcome:
        """What the rules say about one procedure."""
        return next(found for found in self.now.plan.outcomes if found.procedure == procedure)

    def need(self, procedure: str) -> Need:
        """What comes of it."""
        return self.outcome(procedure).need

    @property
    def open(self) -> tuple[str, ...]:
        """The paths of the open questions, in asking order."""
        return self.now.interview.open

    def value(self, path: str) -> Value | None:
        """What is known about a path."""
        return self.now.facts.value(path)

    def form(self, key: str) -> FilledForm:
        """One filled form."""
        return next(form for form in self.now.forms if form.key == key)

    def boxes(self, key: str, fact: str) -> list[FilledBox]:
        """The boxes of a form that show a fact."""
        return [box for box in self.form(key).boxes if fact in box.paths]

    def question(self, path: str) -> QuestionView:
        """One question as the counter shows it."""
        return next(view for section in self.page.sections for view in section.questions if view.path == path)

    @property
    def codes(self) -> set[str]:
        """The codes of the notices on the page."""
        return {notice.code for notice in self.page.notices}


_KEYS = {
    "name": "name.full",
    "birth": "birth.date",
    "kana": "kana",
    "sex": "sex",
    "relation": "relation_new",
    "phone": "phone",
    "occupation": "occupation",
    "pension": "pension.kind",
    "insured": "insurance.previous",
    "school": "school.previous",
    "starts": "school.start_on",
}


def _of(ref: str, facts: Mapping[str, str]) -> tuple[Answer, ...]:
    return tuple(Answer(path=f"person[{ref}].{_KEYS[key]}", text=text) for key, text in facts.items())


WHO_AND_WHERE = {
    "person[p1].name.full": "架空　太郎",
    "person[p1].birth.date": "S63.6.15",
    "addr.new.text": "見本県架空市本町一丁目1番1号",
    "addr.new.katagaki": "なし",
    "addr.old.text": "見本県仮想市本町3番5号",
    "household.head": "p1",
    "household.new_head": "p1",
    "household.old.head_name": "架空　太郎",
    "water.start_on": "R8.4.12",
    "agent.name": "仮想　一郎",
    "agent.address": "見本県仮想市本町9番9号",
}
"""What a filing about one person cannot do without."""


def settled(desk: Desk, words: Mapping[str, str] = WHO_AND_WHERE) -> Desk:
    """Whatever is still asked is answered in these words, or with わからない where there are none."""
    while desk.open:
        path = desk.open[0]
        desk = desk.say({path: words[path]}) if path in words else desk.hold(path)
    return desk


def moved(*, today: dt.date = TODAY, **changes: str) -> Desk:
    """A desk at which a plain move has been told; keywords change answers, named by the last word of their path."""
    words = {path: changes.pop(path.rsplit(".", 1)[1], text) for path, text in MOVE.items()}
    assert not changes, changes
    return Desk(today=today).say_all(words)


_NONE = ""  # no event has this name: nothing begins


def resumed(desk: Desk) -> Desk:
    """Another desk at the same point of the same visit; what happens there does not change the first one."""
    made = Desk(today=desk.now.case.today, rules=desk.visit.outside.book, event=_NONE)
    made.clock.new_id()  # that of the visit that goes on
    made.visit.snapshot, made.visit.state = desk.now, desk.visit.state
    made.page = made.visit.page()
    return made


@lru_cache(maxsize=8)
def _told(name: str) -> Desk:
    case = persona(name)
    desk = Desk(today=case.today, event=case.event).members(len(case.persons)).say_all(case.answers)
    return desk.act(Approve(paths=unconfirmed(desk.visit.state, desk.now)))  # what was assumed is right


def told(name: str, *, signed: bool = True) -> Desk:
    """A persona's visit with every answer given in words, and every paper signed if wanted."""
    desk = resumed(_told(name))
    return desk.sign() if signed else desk
