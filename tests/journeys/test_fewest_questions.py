"""Nobody is asked more than they must be: the interview's order against the shortest there is, persona by persona.

The shortest order is found by `kiosk.designing.fewest` (what it leaves out, and why nothing is lost, stands there);
here its answer is checked against every order there is wherever so few questions are left that all can be tried.
"""

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

import pytest

from kiosk.designing.fewest import NOTHING, Answered, Count, Orders
from kiosk.designing.rehearsal import answers
from kiosk.model.casefile import CaseFile
from kiosk.model.filled import BoxState
from kiosk.model.path import key_of
from kiosk.model.procedure import Filer
from tests import short
from tests.played import NAMES, visit
from tests.shared import once
from tests.visits import Desk, persona

each = pytest.mark.parametrize("name", NAMES)
FEW = 6  # questions of which all orders are tried: at most 2**6 sets of answers


def orders_of(case: CaseFile) -> Orders:
    return Orders(Desk(today=case.today, event=case.event).at_once, case)


Counted = Callable[[str], tuple[Orders, Count]]


@pytest.fixture(scope="session")
def counted(tmp_path_factory: pytest.TempPathFactory) -> Counted:
    """A persona's orders, and the count: searched once in a run of the tests."""

    @lru_cache(maxsize=128)
    def count(name: str) -> tuple[Orders, Count]:
        orders = orders_of(persona(name))
        folder = once(tmp_path_factory, f"fewest-{name}", lambda at: write(at, orders.count()))
        return orders, Count.model_validate_json((folder / "count.json").read_bytes())

    return count


def write(folder: Path, count: Count) -> None:
    (folder / "count.json").write_text(count.model_dump_json(), encoding="utf-8")


def tried(orders: Orders, start: Answered) -> int:
    """The length of the shortest order after `start`, by trying every order."""
    met: dict[Answered, int] = {}

    def left(here: Answered) -> int:
        if here not in met:
            met[here] = min((1 + left(here | {path}) for path in orders.open(here)), default=0)
        return met[here]

    return left(start)


def lucky() -> CaseFile:
    """Somebody without a mandate asks for a nursery place: one small child's birthday would decide that it waits."""
    hoiku = persona("hoiku")
    said = {"case.applicant_role": "任意代理人", "agent.poa": "なし", "case.requests": "保育所等の利用"}
    births = {"person[p2].birth.date": "R6.5.5", "person[p3].birth.date": "H20.4.1"}
    answers = {path: words for path, words in hoiku.answers.items() if "[p2]" not in path}
    return hoiku.model_copy(update={"persons": ("p1", "p2", "p3"), "answers": answers | births | said})


# ---- the number --------------------------------------------------------------------------------------------------
@each
def test_a_persona_is_asked_at_most_one_question_more_than_the_shortest_order(counted: Counted, name: str) -> None:
    _, count = counted(name)
    assert count.exact
    assert count.minimum <= count.asked <= count.minimum + 1


@each
def test_what_is_counted_is_what_a_visit_asks(counted: Counted, name: str) -> None:
    orders, count = counted(name)
    _, went = visit(name)
    assert orders.asked() == went.questions
    assert count.asked == len(went.questions)


def test_over_all_personas_hardly_a_question_is_asked_in_vain(
    counted: Counted, record_property: Callable[[str, object], None]
) -> None:
    """The table is in the test report, and on the screen with `kiosk rules questions`."""
    counts = {name: counted(name)[1] for name in short.tried(NAMES)}
    for name, count in counts.items():
        record_property(name, f"asked {count.asked}, minimum {count.minimum}")
    assert sum(count.asked for count in counts.values()) - sum(count.minimum for count in counts.values()) <= 2


# ---- the search is right -------------------------------------------------------------------------------------------
@pytest.mark.parametrize("name", ["tanshin", "shibo_hitori", "hoiku", "rikon", "shomei", "gaikoku"])
def test_the_shortest_order_is_the_one_that_trying_every_order_finds(counted: Counted, name: str) -> None:
    orders, _ = counted(name)
    asked = orders.asked()
    start, rest = frozenset(asked[:-FEW]), asked[-FEW:]
    certain = orders.certain(rest, start)
    assert orders.fewest(certain, most=len(rest), start=start) == tried(orders, start)


def test_a_question_that_luck_would_have_spared_is_counted() -> None:
    orders = orders_of(lucky())
    count = orders.count()
    assert count.needless == ("person[p3].birth.date",)
    assert (count.asked - count.minimum, count.exact) == (1, True)
    start = frozenset(orders.asked()[: orders.asked().index("person[p3].birth.date")])
    assert tried(orders, start) == count.minimum - len(start)


def test_a_search_that_may_not_look_far_says_that_it_is_only_a_bound() -> None:
    orders = orders_of(lucky())
    orders.budget = 0
    count = orders.count()
    assert not count.exact
    assert count.minimum <= orders_of(lucky()).count().minimum


# ---- nothing in vain -----------------------------------------------------------------------------------------------
@each
def test_taking_one_answer_back_leaves_a_gap_that_needs_it(counted: Counted, name: str) -> None:
    orders, count = counted(name)
    asked = frozenset(orders.asked())
    in_vain = {path for path in asked if path not in orders.certain((path,), NOTHING)}
    assert in_vain == set(count.needless)
    assert len(in_vain) <= 1


@each
def test_every_question_is_used_by_a_rule_a_box_or_what_follows_for_one(name: str) -> None:
    desk, went = visit(name)
    book = desk.now.facts.book
    event = book.events[desk.now.case.event]
    looked_at = {*book.rule_keys(desk.now.case), *event.opening}
    looked_at |= {filer.proof for outcome in desk.now.plan.outcomes for filer in filers(desk, outcome.procedure)} - {""}
    for form in desk.now.forms:
        looked_at |= book.form_keys(book.templates[form.template, form.version])
    behind = book.closure(looked_at)
    assert {key_of(path) for path in went.questions} <= behind
    assert not any(box.state is BoxState.MISSING and box.needs for form in desk.now.forms for box in form.boxes)


def filers(desk: Desk, procedure: str) -> tuple[Filer, ...]:
    version = desk.now.facts.book.procedures[procedure].at(desk.now.case.today)
    return version.filers if version else ()


@pytest.mark.parametrize("name", ["kazoku4", "gaikoku", "shibo", "rikon"])
def test_what_is_known_or_follows_is_never_asked(name: str) -> None:
    case = persona(name)
    desk = Desk(today=case.today, event=case.event).members(len(case.persons))
    for answer in answers(desk.visit, case):
        assert set(desk.now.interview.open).isdisjoint(desk.now.facts.by_path)
        desk.act(answer)
    assert desk.open == ()
