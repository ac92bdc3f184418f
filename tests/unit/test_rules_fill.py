"""Which forms a case needs, and what stands in every box of them: filled, missing, waiting, blank or not applicable."""

import datetime as dt
from typing import Any

import pytest

from kiosk.model.case import Case
from kiosk.model.fact import Held, Signature, Value
from kiosk.model.filled import BoxState, FilledBox, FilledForm
from kiosk.model.source import Source
from kiosk.model.template import Kind, Option
from kiosk.model.wareki import PartialDate
from kiosk.rules.book import RuleBook
from kiosk.rules.calendar import OpenDays
from kiosk.rules.facts import Facts
from kiosk.rules.fill import ROLE_LETTERS, fill, members, needed_templates
from kiosk.rules.plan import Planner
from tests.moments import BORN, case, more, said
from tests.papers import CHILDREN, ITEMS, KIND, NAME, box, paper, rows, town
from tests.rules_book import RECT, event, form, procedure, rule_book, version

SIGNED = Signature(strokes=(), width=60.0, height=12.0)
OPTIONS = tuple(Option(code=code, rect=RECT) for code in ("転入|国外転入", "転出", "true"))


def forms(rules: RuleBook, about: Case) -> tuple[FilledForm, ...]:
    facts = Facts(about, rules)
    return fill(facts, Planner(OpenDays()).plan(facts))


def one(rules: RuleBook, *people: str, **told: Value) -> FilledBox:
    """The only box of the only form."""
    (filled,) = forms(rules, case(*people, **told))
    (found,) = filled.boxes
    return found


# ---- which forms -----------------------------------------------------------------------------------------------------
def test_every_form_is_filled_once_in_the_order_of_the_plan() -> None:
    one_form = procedure(version(when="true", deadline=None, forms=("F2", "F1")), scope="case")
    other = procedure(version(when="true", deadline=None, forms=("F3", "F2", "F9")), id="P2", scope="case")
    never = procedure(version(when="false", deadline=None, forms=("F4",)), id="P3", scope="case")
    papers = [form(name) for name in ("F1", "F2", "F3", "F4")]
    opened = event(procedures=("P1", "P2", "P3"))
    rules = rule_book(one_form, other, never, templates=papers, events=[opened])
    facts = Facts(case(), rules)
    plan = Planner(OpenDays()).plan(facts)
    assert [template.id for template in needed_templates(facts, plan)] == ["F2", "F1", "F3"]
    assert [filled.key for filled in fill(facts, plan)] == ["F2", "F1", "F3"]


def test_a_case_keeps_the_version_it_began_with_and_a_version_that_is_gone_is_not_replaced() -> None:
    newer = {"valid_from": dt.date(2026, 4, 10), "digest": "new"}
    rules = town(form(digest="old"), form("F1", "002", **newer), form("F1", "003", valid_from=dt.date(2026, 4, 21)))
    began = case()
    assert [(each.version, each.digest) for each in forms(rules, began)] == [("002", "new")]
    older = began.model_copy(update={"templates": {"F1": "001"}})
    assert [(each.version, each.digest) for each in forms(rules, older)] == [("001", "old")]
    assert forms(rules, began.model_copy(update={"templates": {"F1": "000"}})) == ()


def test_a_form_for_members_is_filled_for_each_of_them_and_for_nobody_else() -> None:
    rules = paper(box("person[P].name.full"), copies="P")
    told: dict[str, Value] = {"p1_works": True, "p2_works": False, "p3_works": True, "p3_name__full": "架空　三郎"}
    filled = forms(rules, case("p1", "p2", "p3", **told))
    assert [(each.key, each.subject, each.sheets) for each in filled] == [("F1-p1", "p1", 1), ("F1-p3", "p3", 1)]
    assert [[(each.person, each.text) for each in copy.boxes] for copy in filled] == [
        [("p1", "")],
        [("p3", "架空　三郎")],
    ]
    assert forms(rules, case("p1", p1_works=False)) == ()


# ---- who is in a group -----------------------------------------------------------------------------------------------
def test_a_group_has_members_and_says_what_is_missing_to_be_sure() -> None:
    facts = Facts(case("p1", "p2", "p3", p1_works=True, p2_works=False), paper())
    assert members(facts, "P") == (("p1",), ("person[p3].works",), False)
    assert members(facts, "P") is members(facts, "P")
    assert members(facts, "C")[1] == tuple(f"person[p{number}].name.full" for number in (1, 2, 3))
    assert members(facts, "no such group") == ((), (), False)


def test_a_group_is_worked_out_again_when_its_condition_changes_or_was_open() -> None:
    rules = paper()
    first = Facts(case("p1", "p2", p1_works=True, p2_works=False, p1_name__full="架空"), rules)
    whole, open_ = members(first, "P"), members(first, "C")
    second = Facts(more(first.case, case__kind="転入"), rules, first)
    assert members(second, "P") is whole
    assert members(second, "C") == open_ == (("p1",), ("person[p2].name.full",), False)
    third = Facts(more(second.case, p2_works=True, p2_name__full="架空"), rules, second)
    assert (members(third, "P"), members(third, "C")) == ((("p1", "p2"), (), True), (("p1", "p2"), (), True))


def test_a_group_that_hangs_on_a_role_asks_for_more_once_that_role_is_told() -> None:
    rules = rule_book(items=ITEMS, derivations=(), groups={"P": "head.works && m.works"})
    first = Facts(case("p1"), rules)
    assert members(first, "P")[1] == ("household.head",)
    second = Facts(more(first.case, household__head="p1"), rules, first)
    assert members(second, "P")[1] == ("person[p1].works",)


# ---- one box ---------------------------------------------------------------------------------------------------------
def test_a_known_fact_fills_its_box_and_says_where_it_came_from() -> None:
    found = one(paper(box(no=7)), case__kind="転入")
    assert found == FilledBox(
        box="b1", no=7, state=BoxState.FILLED, text="転入", paths=(KIND,), source=Source.INTERVIEW
    )


def test_a_fact_that_nobody_has_said_is_missing_with_its_question() -> None:
    assert one(paper(box())) == FilledBox(box="b1", no=1, state=BoxState.MISSING, paths=(KIND,), needs=(KIND,))


def test_a_fact_that_nobody_knows_or_can_be_asked_waits_for_staff() -> None:
    assert one(paper(box()), case__kind=Held()) == FilledBox(box="b1", no=1, state=BoxState.HELD, paths=(KIND,))
    unasked = one(paper(box("person[A].insurance")))
    assert (unasked.state, unasked.needs, unasked.paths) == (BoxState.HELD, (), ("person[p1].insurance",))


def test_a_signature_is_missing_until_somebody_signs() -> None:
    rules = paper(box("person[A].signature", kind=Kind.SIGNATURE))
    assert (one(rules).state, one(rules).needs) == (BoxState.MISSING, ())
    signed = one(rules, p1_signature=SIGNED)
    assert (signed.state, signed.signature, signed.text) == (BoxState.FILLED, SIGNED, "")


def test_an_optional_box_is_left_out_until_it_is_known_and_never_counts() -> None:
    rules = paper(box(required="optional"))
    left_out, held, filled = one(rules), one(rules, case__kind=Held()), one(rules, case__kind="転入")
    assert [each.state for each in (left_out, held, filled)] == [
        *(BoxState.NOT_APPLICABLE, BoxState.HELD, BoxState.FILLED),
    ]
    assert not any(each.counts or each.needs for each in (left_out, held, filled))


def test_a_box_counts_unless_its_form_says_otherwise() -> None:
    assert one(paper(box(required="conditional"))).counts
    assert not one(paper(box(counts=False))).counts


@pytest.mark.parametrize("empty", [{"fact": ""}, {"kind": Kind.BLANK}])
def test_what_is_left_blank_on_purpose_stays_blank(empty: dict[str, Any]) -> None:
    found = one(paper(box(**{"fact": KIND, **empty})), case__kind="転入")
    assert (found.state, found.text, found.paths, found.needs) == (BoxState.BLANK, "", (), ())


def test_what_stands_on_every_copy_needs_no_fact_and_is_nothing_that_a_person_would_have_written() -> None:
    found = one(paper(box("", kind=Kind.QR, fixed="{slip}")))
    assert (found.state, found.text, found.paths, found.counts) == (BoxState.FILLED, "{slip}", (), False)
    absent = one(paper(box("", kind=Kind.QR, fixed="A", when="false")))
    assert (absent.state, absent.text) == (BoxState.NOT_APPLICABLE, "")


def test_a_blank_that_does_not_apply_is_not_even_blank() -> None:
    assert one(paper(box("", when="false"))).state is BoxState.NOT_APPLICABLE


def test_a_value_is_written_as_its_box_wants_it() -> None:
    western = one(paper(box("person[A].birth.date", form="seireki")), p1_birth__date=BORN)
    assert (western.text, western.parts) == ("2001年1月1日", None)
    dated = one(paper(box("person[A].birth.date", kind=Kind.DATE)), p1_birth__date=BORN)
    assert (dated.text, dated.parts) == ("平成13年1月1日", ("平成", "13", "1", "1"))
    in_parts = one(paper(box("person[A].birth.date", kind=Kind.DATE, form="seireki")), p1_birth__date=BORN)
    assert in_parts.parts == ("西暦", "2001", "1", "1")
    assert one(paper(box("person[A].name.full", kind=Kind.DATE)), p1_name__full="架空").parts is None
    circled = one(paper(box(kind=Kind.CHOICE, options=OPTIONS)), case__kind="国外転入")
    assert (circled.marks, circled.signature) == (("転入|国外転入",), None)
    assert one(paper(box("person[A].works", kind=Kind.TICK, options=OPTIONS)), p1_works=True).marks == ("true",)


def test_a_box_of_several_facts_waits_for_all_of_them() -> None:
    rules = paper(box("{person[A].name.full}（{household.children}・{case.kind}）"))
    paths = (NAME, CHILDREN, KIND)
    missing = one(rules, household__children=2)
    assert (missing.state, missing.text, missing.needs, missing.paths) == (BoxState.MISSING, "", (NAME, KIND), paths)
    held = one(rules, household__children=2, case__kind=Held())
    assert (held.state, held.needs) == (BoxState.HELD, ())
    filled = one(rules, household__children=2, p1_name__full="架空　太郎", case__kind="転入")
    assert (filled.state, filled.text, filled.paths) == (BoxState.FILLED, "架空　太郎（2・転入）", paths)
    assert one(paper(box("{case.kind}です")), case__kind="転入").text == "転入です"


def test_what_two_facts_would_make_an_individual_number_together_is_on_no_paper() -> None:
    halves: dict[str, Value] = {"household__children": 123456, "p1_name__full": "789018"}
    found = one(paper(box("{household.children}{person[A].name.full}")), **halves)
    assert (found.state, found.text) == (BoxState.BLANK, "")


def test_the_source_of_a_box_is_that_of_its_first_fact() -> None:
    rules = paper(box("{case.kind}{household.children}"))
    told = more(case(household__children=2))
    carded = told.model_copy(update={"ledger": told.ledger.say(said(KIND, "転入", source=Source.CARD))})
    assert [each.source for each in forms(rules, carded)[0].boxes] == [Source.CARD]
    assert one(paper(box("{case.filed_on} {case.kind}")), case__kind="転入").source is Source.SYSTEM


# ---- when a box applies ----------------------------------------------------------------------------------------------
def test_a_box_with_a_condition_applies_is_left_out_waits_or_is_held() -> None:
    rules = paper(box(when="household.children > 0"))
    told: dict[str, Value] = {"case__kind": "転入"}
    applies, left_out = one(rules, **told, household__children=1), one(rules, **told, household__children=0)
    assert (applies.state, applies.text) == (BoxState.FILLED, "転入")
    assert (left_out.state, left_out.text, left_out.paths, left_out.needs) == (BoxState.NOT_APPLICABLE, "", (), ())
    waits, held = one(rules, **told), one(rules, **told, household__children=Held())
    assert (waits.state, waits.needs, waits.paths, waits.text) == (BoxState.MISSING, (CHILDREN,), (), "")
    assert (held.state, held.needs) == (BoxState.HELD, ())


def test_a_condition_about_a_member_is_put_to_whom_the_row_is_for_or_to_who_has_come() -> None:
    single = paper(box(when="m.works"))
    assert one(single, case__kind="転入", p1_works=True).state is BoxState.FILLED
    assert one(single).needs == ("person[p1].works",)
    row = paper(box("person[P].birth.date", repeat="r", when="m.works"), repeats=(rows(4, group="C"),))
    told: dict[str, Value] = {"p1_name__full": "架空", "p2_name__full": "架空", "p1_works": False}
    (filled,) = forms(row, case("p1", "p2", **told))
    assert [(each.person, each.state, each.needs) for each in filled.boxes] == [
        ("p1", BoxState.NOT_APPLICABLE, ()),
        ("p2", BoxState.MISSING, ("person[p2].works",)),
    ]


def test_a_form_may_mean_somebody_else_by_the_letter_of_who_has_come() -> None:
    rules = paper(box("person[A].name.full", when="m.works"), roles={"A": "household.spouse"})
    told: dict[str, Value] = {"household__spouse": "p2", "p2_works": True, "p2_name__full": "架空　花子"}
    assert one(rules, "p1", "p2", **told).text == "架空　花子"


# ---- whose fact ------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(("letter", "role"), [("H", "household.head"), ("S", "household.spouse")])
def test_a_letter_stands_for_a_role_and_while_nobody_has_it_for_who_would(letter: str, role: str) -> None:
    rules = paper(box(f"person[{letter}].name.full"))
    key = role.replace(".", "__")
    known = one(rules, "p1", "p2", **{key: "p2", "p2_name__full": "架空　花子"})
    assert (known.text, known.paths, known.person) == ("架空　花子", ("person[p2].name.full",), "")
    unknown = one(rules, "p1", "p2")
    assert (unknown.state, unknown.paths, unknown.needs) == (BoxState.MISSING, (role,), (role,))
    nobody = one(rules, "p1", "p2", **{key: ""})
    assert (nobody.state, nobody.needs, nobody.text) == (BoxState.HELD, (), "")


def test_a_letter_behind_which_nobody_can_stand_leaves_its_box_to_staff() -> None:
    found = one(paper(box("person[P].name.full")))
    assert (found.state, found.paths, found.needs) == (BoxState.HELD, ("",), ())


def test_the_letters_are_those_of_the_forms() -> None:
    assert ROLE_LETTERS == {"A": "case.applicant", "H": "household.head", "S": "household.spouse"}


def test_an_empty_answer_is_an_answer_where_it_names_nobody_in_particular() -> None:
    assert one(paper(box("case.moved_on")), case__moved_on="").state is BoxState.FILLED


# ---- rows and sheets -------------------------------------------------------------------------------------------------
def test_rows_go_on_to_another_sheet_and_single_boxes_are_written_there_again_without_counting() -> None:
    single, name = box("case.kind"), box("person[P].name.full", id="b2", repeat="r")
    rules = paper(single, name, repeats=(rows(2),))
    people = tuple(f"p{number}" for number in range(1, 6))
    (filled,) = forms(rules, case(*people, **{f"{person}_works": True for person in people}, case__kind="転入"))
    assert filled.sheets == 3
    assert [(each.box, each.person, each.row, each.sheet, each.counts, each.text) for each in filled.boxes] == [
        *(("b1", "", 0, sheet, sheet == 0, "転入") for sheet in range(3)),
        *(("b2", f"p{index + 1}", index % 2, index // 2, True, "") for index in range(5)),
    ]


def test_the_longest_list_says_how_many_sheets_and_without_anybody_there_is_one() -> None:
    short, long = rows(4), rows(1, group="C", name="s")
    names = box("person[P].name.full", repeat="r"), box("person[C].name.full", id="b2", repeat="s")
    rules = paper(*names, repeats=(long, short))
    told: dict[str, Value] = {f"{person}_name__full": "架空" for person in ("p1", "p2", "p3")}
    (filled,) = forms(rules, case("p1", "p2", "p3", **told, p1_works=True))
    assert filled.sheets == 3
    assert [each.sheet for each in filled.boxes] == [0, 0, 1, 2]
    (empty,) = forms(rules, case("p1", p1_works=False, p1_name__full=""))
    assert (empty.sheets, empty.boxes) == (1, ())


def test_a_day_is_a_day_of_the_paper() -> None:
    found = one(paper(box("case.filed_on")))
    assert (found.text, found.source) == ("令和8年4月20日", Source.SYSTEM)
    assert Facts(case(), paper()).value("case.filed_on") == PartialDate(iso="2026-04-20")
