"""Every written visit of forms/personas is played to its end: adding a persona adds its tests."""

from functools import lru_cache

import pytest

from kiosk.flow.actions import Confirm, Sign, Step
from kiosk.model.filled import BoxState, Sheet
from kiosk.render.packet import Renderer
from kiosk.rules.cel import Unknown
from tests.played import NAMES, SOURCES, sources, visit
from tests.visits import ROOT, STROKES, Desk, book, catalogue, persona

STAMP = Sheet(case_no="260420-001", municipality="架空市")


@lru_cache(maxsize=1)
def renderer() -> Renderer:
    return Renderer(
        lambda form: book().templates[form.template, form.version],
        page=catalogue().background,
        fonts=ROOT / "assets" / "fonts",
    )


each = pytest.mark.parametrize("name", NAMES)
scenarios = pytest.mark.parametrize(
    ("name", "scenario"), [(name, scenario) for name in NAMES for scenario in persona(name).expect.asked]
)


# ---- what each of them must get ------------------------------------------------------------------------------------
def test_there_are_personas_for_every_event_and_at_least_thirty() -> None:
    assert len(NAMES) >= 30
    assert {persona(name).event for name in NAMES} == set(book().events)


@each
def test_no_paper_stays_on_the_list_for_want_of_an_answer(name: str) -> None:
    desk, _ = visit(name)
    facts, on = desk.now.facts, desk.now.plan.on
    versions = [book().procedures[found.procedure].taken(on, found.variant) for found in desk.now.plan.needed]
    papers = [paper for version in versions if version for paper in version.bring if paper.when]
    undecided = [each.what for each in papers if isinstance(facts.ask(book().language.rule(each.when)), Unknown)]
    assert undecided == []


@each
def test_a_persona_gets_the_procedures_and_forms_it_should(name: str) -> None:
    desk, went = visit(name)
    expect = persona(name).expect
    assert tuple(outcome.procedure for outcome in desk.now.plan.needed) == expect.procedures
    assert {outcome.procedure for outcome in desk.now.plan.open} == set(expect.held)
    assert tuple(dict.fromkeys(form.template for form in desk.now.forms)) == expect.forms
    assert (went.left, went.issues) == ((), ())


@each
def test_every_filing_of_a_persona_has_its_paper_or_says_why_it_needs_none(name: str) -> None:
    desk, _ = visit(name)
    printed = {form.template for form in desk.now.forms}
    for outcome in desk.now.plan.filed:
        taken = book().procedures[outcome.procedure].taken(desk.now.plan.on, outcome.variant)
        assert taken is not None
        assert outcome.forms or taken.no_form, (outcome.procedure, taken.name)
        assert printed.issuperset(outcome.forms), (outcome.procedure, outcome.forms)


@each
def test_a_persona_is_told_the_days_the_law_says(name: str) -> None:
    desk, _ = visit(name)
    due = {found.procedure: found.deadline.due for found in desk.now.plan.needed if found.deadline}
    assert {procedure: day for procedure, day in due.items() if day} == persona(name).expect.deadlines


@scenarios
def test_a_persona_is_asked_exactly_so_much(name: str, scenario: str) -> None:
    _, went = visit(name, scenario)
    assert went.left == ()
    assert went.snapshot.conflicts == ()
    assert went.asked == persona(name).expect.asked[scenario]


@each
def test_a_persona_is_asked_for_these_facts_and_no_other(name: str) -> None:
    _, went = visit(name)
    expected = persona(name).expect.questions
    assert len(set(went.questions)) == len(went.questions)
    assert not expected or set(went.questions) == set(expected)


@each
def test_a_persona_says_nothing_for_nothing(name: str) -> None:
    desk, _ = visit(name)
    said = {fact.path for fact in desk.now.case.ledger.facts if fact.by == "counter"}
    assert set(persona(name).answers) == said - set(desk.now.signatures())


@each
def test_every_paper_of_a_persona_is_printed_and_warns_only_of_what_does_not_fit(name: str) -> None:
    forms, printed = visit(name)[0].now.forms, renderer()
    warnings = [f"{form.key} {issue}" for form in forms for issue in printed.warnings(form, stamp=STAMP)]
    assert tuple(warnings) == persona(name).expect.warnings
    pages = [page for form in forms for page in printed.page_lists(form, stamp=STAMP)]
    sheets = sum(form.sheets * len(book().templates[form.template, form.version].pages) for form in forms)
    assert len(pages) == sheets
    if forms:
        assert printed.packet_pdf(forms, stamp=STAMP).startswith(b"%PDF-")


@scenarios
def test_nothing_is_asked_that_a_card_or_a_paper_said(name: str, scenario: str) -> None:
    case, (cards, extract) = persona(name), SOURCES[scenario]
    desk = Desk(today=case.today, event=case.event).act(*sources(case, cards=cards, extract=extract))
    said = {fact.path for fact in desk.now.case.ledger.facts}
    assert said.isdisjoint(desk.open)
    assert said.isdisjoint(visit(name, scenario)[1].questions)


@each
def test_a_persona_can_be_confirmed(name: str) -> None:
    desk, _ = visit(name)
    assert desk.sign().act(Confirm()).page.step is Step.DONE


@each
def test_no_required_box_is_left_open(name: str) -> None:
    desk, _ = visit(name)
    desk.act(*(Sign(person=signer.person, signature=STROKES) for signer in desk.page.signers))
    assert [box.box for form in desk.now.forms for box in form.boxes if box.state is BoxState.MISSING] == []
