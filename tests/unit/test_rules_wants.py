"""What waits for what: every gap of a case with the question that helps to close it, and whether it must be asked."""

from typing import Any

import pytest

from kiosk.model.case import Case
from kiosk.model.fact import Cleared, Held, Value
from kiosk.model.procedure import Filer, Variant
from kiosk.model.vocabulary import Derivation, Item, Type
from kiosk.rules.book import RuleBook
from kiosk.rules.calendar import OpenDays
from kiosk.rules.facts import Facts
from kiosk.rules.plan import Planner
from kiosk.rules.snapshot import take
from kiosk.rules.wants import Want, unavoidable, wants
from tests.moments import INSURED, case, derived, more
from tests.papers import CHILDREN, GROUPS, ITEMS, KIND, box, rows
from tests.rules_book import event, form, procedure, rule_book, version

PLANNER = Planner(OpenDays())
ROLE = Item(
    key="case.applicant_role", type=Type.CODE, codes="kind", label="届出人", section="all", ask="どなたですか。"
)
PLACE = Item(key="case.place", type=Type.TEXT, label="場所")
MOVED, WORKS = "case.moved_on", "person[p1].works"
SILENT = event(opening=())
HEAD = Derivation(fact="household.head", value='case.kind == "転入" ? case.applicant : ""', why="転入のため")


def wanted(rules: RuleBook, about: Case) -> list[Want]:
    now = take(about, book=rules, planner=PLANNER)
    return list(wants(now.facts, now.plan, now.forms))


def book(*boxes: Any, when: str = "true", scope: str = "case", form_changes: Any = None, **changes: Any) -> RuleBook:
    """A town that opens with no question, in which one procedure with one form asks for what is given here."""
    derivations = changes.pop("derivations", ())
    made = procedure(version(**{"when": when, "deadline": None, "forms": ("F1",), **changes}), scope=scope)
    papers = [form(boxes=boxes, **(form_changes or {}))]
    return rule_book(
        made, templates=papers, items=(*ITEMS, ROLE, PLACE), groups=GROUPS, events=[SILENT], derivations=derivations
    )


# ---- how a visit begins ----------------------------------------------------------------------------------------------
def test_a_visit_begins_with_what_its_event_opens_with_until_it_is_told() -> None:
    opened = event(opening=(KIND, "person.insurance", MOVED))
    rules = rule_book(procedure(version(when="false")), events=[opened], derivations=())
    assert wanted(rules, case()) == [Want(KIND, "move", first=True), Want(MOVED, "move", first=True)]
    assert wanted(rules, case(case__kind="転入")) == [Want(MOVED, "move", first=True)]


# ---- rules -----------------------------------------------------------------------------------------------------------
def test_a_rule_that_hangs_on_one_fact_wants_it_for_sure() -> None:
    assert wanted(book(when="household.children > 0"), case()) == [Want(CHILDREN, "P1", certain=True)]
    assert wanted(book(when="household.children > 0"), case(household__children=0)) == []
    assert wanted(book(when="household.children > 0"), case(household__children=Held())) == []


def test_a_rule_that_another_answer_may_decide_wants_its_first_open_fact_but_not_for_sure() -> None:
    rules = book(when='household.children > 0 && case.kind == "転入"')
    assert wanted(rules, case()) == [Want(CHILDREN, "P1")]
    assert wanted(rules, case(case__kind="転入")) == [Want(CHILDREN, "P1", certain=True)]


def test_a_rule_about_members_wants_an_answer_of_each_who_has_not_given_it() -> None:
    rules = book(when="m.works", scope="person")
    assert wanted(rules, case("p1", "p2", "p3", p2_works=False)) == [
        Want(WORKS, "P1", certain=True),
        Want("person[p3].works", "P1", certain=True),
    ]


def test_a_fact_of_the_case_on_which_a_rule_about_members_hangs_closes_a_gap_for_each_of_them() -> None:
    rules = book(when='m.works && case.kind == "転入"', scope="person")
    told: dict[str, Value] = {"p1_works": True, "p2_works": False, "p3_works": True}
    assert wanted(rules, case("p1", "p2", "p3", **told)) == [Want(KIND, "P1", gaps=2, certain=True)]


def test_whether_a_rule_about_members_can_do_without_is_asked_of_the_first_who_is_undecided() -> None:
    rules = book(when="m.works && household.children > 0", scope="person")
    assert wanted(rules, case("p1", "p2", p1_works=False)) == [Want("person[p2].works", "P1")]
    told: dict[str, Value] = {"p1_works": False, "household__children": 1}
    assert wanted(rules, case("p1", "p2", **told)) == [Want("person[p2].works", "P1", certain=True)]


def test_who_may_file_comes_first_for_what_is_needed() -> None:
    filers = (Filer(role="転入"),)
    assert wanted(book(filers=filers), case()) == [Want("case.applicant_role", "P1", first=True)]
    assert wanted(book(filers=filers, when="false"), case()) == []
    assert wanted(book(filers=filers), case(case__applicant_role="転入")) == []


# ---- what a procedure becomes ----------------------------------------------------------------------------------------
def test_what_a_procedure_becomes_is_wanted_until_it_is_decided_and_only_where_it_is_needed() -> None:
    variants = (Variant(when="household.children > 1"), Variant(when='case.kind == "転入"'))
    rules = book(variants=variants)
    assert wanted(rules, case()) == [Want(CHILDREN, "P1")]
    assert wanted(rules, case(household__children=1)) == [Want(KIND, "P1")]
    assert wanted(rules, case(household__children=2)) == []
    assert wanted(rules, case(household__children=1, case__kind="転出")) == []
    assert wanted(book(variants=variants, when="false"), case()) == []


def test_a_form_with_a_condition_wants_what_decides_it() -> None:
    rules = book(form_when={"F1": "household.children > 0"})
    assert wanted(rules, case()) == [Want(CHILDREN, "P1", certain=True)]
    assert wanted(rules, case(household__children=Held())) == []
    assert wanted(book(form_when={"F1": "household.children > 0 || head.works"}), case()) == [Want(CHILDREN, "P1")]


# ---- boxes -----------------------------------------------------------------------------------------------------------
def test_a_box_wants_its_fact_for_sure_and_once_it_is_filled_nothing() -> None:
    rules = book(box(), box(MOVED, id="b2"))
    assert wanted(rules, case()) == [Want(KIND, "F1", certain=True), Want(MOVED, "F1", certain=True)]
    assert wanted(rules, case(case__kind="転入", case__moved_on=Held())) == []
    assert wanted(book(box(required="optional"), box("person[A].insurance", id="b2")), case()) == []


def test_a_box_of_several_facts_wants_each_that_is_missing() -> None:
    rules = book(box("{case.kind}{case.moved_on}"))
    assert wanted(rules, case()) == [Want(KIND, "F1", certain=True), Want(MOVED, "F1", certain=True)]


def test_whether_a_box_applies_is_wanted_for_sure_where_nothing_else_can_tell() -> None:
    assert wanted(book(box(when="household.children > 0")), case()) == [Want(CHILDREN, "F1", certain=True)]
    rules = book(box(when="household.children > 0 && m.works"))
    assert wanted(rules, case()) == [Want(CHILDREN, "F1")]
    assert wanted(rules, case(household__children=1)) == [Want(WORKS, "F1", certain=True)]
    row = book(
        box("person[P].birth.date", when="m.works && household.children > 0", repeat="r"),
        form_changes={"repeats": (rows(4, group="C"),)},
    )
    named: dict[str, Value] = {"p1_name__full": "", "p2_name__full": "架空", "household__children": 1}
    assert wanted(row, case("p1", "p2", **named, p1_works=False)) == [Want("person[p2].works", "F1", certain=True)]


def test_what_may_still_follow_from_another_answer_is_not_asked_for_sure() -> None:
    assert wanted(book(box("household.head"), derivations=(HEAD,)), case()) == [Want(KIND, "F1", certain=True)]
    askable = Item(key="household.head", type=Type.PERSON, label="世帯主", section="all", ask="？", ask_when="true")
    rules = rule_book(
        procedure(version(when="true", deadline=None), scope="case"),
        templates=[form(boxes=(box("household.head"),))],
        items=(askable,),
        events=[SILENT],
        derivations=(Derivation(fact="household.head", value="case.requests[0]", why="規則"),),
    )
    assert wanted(rules, case()) == [Want("household.head", "F1")]
    assert wanted(rules, case(case__requests=())) == [Want("household.head", "F1", certain=True)]


def test_what_can_be_asked_of_a_member_and_may_still_follow_looks_at_that_member_and_at_every_part_of_the_rule() -> (
    None
):
    made = procedure(version(when="true", deadline=None), scope="case")
    insured = Item(key="person.insurance", type=Type.TEXT, label="保険", section="all", ask="？", ask_when="true")
    rule = 'm.works && case.kind == "転入" ? "社会保険" : "国民健康保険"'
    rules = rule_book(
        made,
        templates=[form(boxes=(box("person[A].insurance"),))],
        items=(insured,),
        events=[SILENT],
        derivations=(derived("person.insurance", rule),),
    )
    path = "person[p1].insurance"
    assert wanted(rules, case("p1", "p2")) == [Want(path, "F1")]
    assert wanted(rules, case("p1", "p2", p1_works=Held())) == [Want(path, "F1")]
    assert wanted(rules, case("p1", "p2", p1_works=Held(), case__kind="転入")) == [Want(path, "F1", certain=True)]


def test_what_a_derived_fact_hangs_on_is_asked_for_sure_only_where_the_derivation_cannot_do_without() -> None:
    insured = box("person[A].insurance")
    assert wanted(book(insured, derivations=(INSURED,)), case()) == [Want(WORKS, "F1", certain=True)]
    either = derived("person.insurance", 'm.works || case.kind == "転入" ? "社会保険" : "国民健康保険"')
    assert wanted(book(insured, derivations=(either,)), case()) == [Want(WORKS, "F1")]
    both = book(box("{person[A].insurance}{case.place}"), derivations=(INSURED, derived("case.place", "case.kind")))
    assert wanted(both, case()) == [
        Want(WORKS, "F1"),
        Want(KIND, "F1"),
    ]  # which of the two is for which is not followed
    assert wanted(both, case(case__kind="転入")) == [Want(WORKS, "F1", certain=True)]
    one = derived("case.place", 'applicant.works ? "役所" : "自宅"')
    assert wanted(book(box("{person[A].insurance}{case.place}"), derivations=(INSURED, one)), case()) == [
        Want(WORKS, "F1")
    ]
    all_of_them = derived("case.place", 'persons.map(p, p.works)[0] ? "役所" : "自宅"')
    assert wanted(book(box("case.place"), derivations=(all_of_them,)), case("p1", "p2")) == [
        *(Want(WORKS, "F1"), Want("person[p2].works", "F1")),
    ]
    mixed = book(box("{person[A].insurance}{case.kind}"), derivations=(INSURED,))
    assert wanted(mixed, case()) == [Want(WORKS, "F1", certain=True), Want(KIND, "F1", certain=True)]


# ---- rows and sheets -------------------------------------------------------------------------------------------------
def test_who_gets_a_row_or_a_sheet_is_wanted_of_everybody_of_whom_it_is_not_known() -> None:
    row = {"repeats": (rows(4),)}
    for changes in (row, {"copies": "P"}):
        rules = book(form_changes=changes)
        assert wanted(rules, case("p1", "p2", p1_works=False)) == [Want("person[p2].works", "F1", certain=True)]
        assert wanted(rules, case("p1", "p2", p1_works=False, p2_works=True)) == []
    both = book(form_changes={"repeats": (rows(4), rows(2, group="C", name="s")), "copies": "C"})
    assert [(want.path, want.certain) for want in wanted(both, case("p1", p1_works=True))] == [
        *((("person[p1].name.full", True),) * 2),
    ]


def test_a_group_that_hangs_on_the_case_is_asked_about_once() -> None:
    made = procedure(version(when="true", deadline=None), scope="case")
    papers = [form(boxes=(), copies="X")]
    rules = rule_book(
        made, templates=papers, events=[SILENT], derivations=(), groups={"X": 'case.kind == "転入" && m.works'}
    )
    assert wanted(rules, case("p1", "p2")) == [Want(KIND, "F1")]
    told: dict[str, Value] = {"p1_works": True, "p2_works": False}
    assert wanted(rules, case("p1", "p2", **told)) == [Want(KIND, "F1", certain=True)]


def test_a_form_that_several_procedures_need_is_asked_about_once_and_one_that_is_not_there_never() -> None:
    one = procedure(version(when="true", deadline=None, forms=("F1", "F9")), scope="case")
    other = procedure(version(when="true", deadline=None, forms=("F1",)), scope="case", id="P2")
    opened = event(opening=(), procedures=("P1", "P2"))
    papers = [form(boxes=(), copies="P")]
    rules = rule_book(one, other, templates=papers, events=[opened], groups=GROUPS, derivations=())
    assert wanted(rules, case("p1")) == [Want(WORKS, "F1", certain=True)]


# ---- certainty -------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("text", "missing", "sure"),
    [
        ("m.works", (WORKS,), True),
        ("m.works == (case.kind == 'a')", (WORKS,), True),
        ("m.works == (case.kind == 'a')", (WORKS, KIND), False),
        ("m.works == (case.kind == 'a')", (WORKS, "person[p2].works"), True),
        ("m.works && case.kind == 'a'", (WORKS,), False),
        ("m.works && household.children > 0", (WORKS,), True),
        ("m.works && household.children > 0", ("person[p2].works",), False),
        ("m.works", (), False),
    ],
)
def test_a_rule_cannot_do_without_the_one_fact_that_is_open_in_it(
    text: str, missing: tuple[str, ...], *, sure: bool
) -> None:
    facts = Facts(case("p1", "p2", household__children=1), rule_book(derivations=()))
    assert unavoidable(facts, facts.book.language.rule(text), missing, person="p1") is sure


def test_what_is_taken_back_is_wanted_again() -> None:
    rules = book(box())
    told = case(case__kind="転入")
    assert wanted(rules, more(told, case__kind=Cleared())) == [Want(KIND, "F1", certain=True)]
