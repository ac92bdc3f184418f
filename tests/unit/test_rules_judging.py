"""A rule is judged here exactly as the compiler's own program judges it, down to the word over which it stumbles."""

import random
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.model.fact import Fact, Ledger
from kiosk.rules.absorbing import KNOWN
from kiosk.rules.cel import Expression, Language, Unknown
from kiosk.rules.facts import Facts
from kiosk.rules.functions import functions
from kiosk.rules.judging import judge_of
from kiosk.rules.operations import Beyond
from kiosk.rules.packed import packed, unpacked
from kiosk.rules.texts import texts
from tests.generated_rules import PEOPLE, case_of, conditions, facts
from tests.played import visit
from tests.rules_book import rule_book
from tests.unit.test_rules_generated import LANGUAGE, tries
from tests.visits import book

FACTS = {
    "m": {"text": "abc", "spaced": " a b ", "number": 3, "less": -7, "yes": True, "list": ["x", "y"], "none": []},
    "case": {"day": "2026-04-20", "leap": "2024-02-29", "map": {"a": 1, "b": {"c": "d"}}},
    "persons": [{"ref": "p1", "works": True}, {"ref": "p2"}],
    "today": "2026-04-20",
}
_TEXTS = r"""
m.text == 3 ; m.yes == 1 ; m.list == ['x', 'y'] ; m.none == [] ; case.map == m ; case.map == case.map ;
m.number < m.text ; m.yes < true ; m.text <= 'abd' ; m.text > 'B' ; m.number >= 3 ; m.text < case.day ; m.list[0] ;
m.list[-1] ; m.list[2] ; m.list['x'] ; m['text'] ; m['gone'] ; m.text['x'] ; m.list[m.number] ; m.text.x ;
m.number.x ; m.list.x ; m.gone.x ; case.map.b.c ; case.map.b.d ; case.map.a.c.d ; has(m.text) ; has(m.gone) ;
has(m.gone.x) ; has(m.text.x) ; has(case.map.b.c) ; has(case.map.b.e) ; 'x' in m.list ; 3 in m.list ;
'a' in case.map ; 'a' in m.text ; m.number in [1, 3] ; m.text in ['abc', 'b'] ; m.text + m.text ;
m.text + m.number ; m.list + ['z'] ; m.number - 5 ; m.less / 2 ; m.less % 3 ; -m.less ; m.number / 0 ;
m.number * m.less ; m.text * 2 ; -m.text ; !m.yes ; !m.number ; m.less - m.text ; m.gone || m.away ;
m.gone && m.away ; m.away || true ; false && m.gone ; m.number || m.yes ; m.text && false ;
m.yes ? m.text : m.gone ; m.gone ? 1 : 2 ; m.number ? 1 : 2 ; m.gone == m.away ; m.text + m.gone ;
persons.exists(p, p.works) ; persons.all(p, p.works) ; persons.exists(p, !p.works) ; persons.all(p, !p.works) ;
persons.filter(p, p.works) ; persons.map(p, p.works) ; persons.map(p, p.ref) ; persons.map(p, p.ref != 'p1', p.a) ;
persons.exists_one(p, p.ref == 'p1') ; persons.exists_one(p, p.works) ; m.list.filter(x, x) ; m.list.all(x, x) ;
case.map.all(k, k != 'z') ; m.text.exists(x, true) ; [1, 2].exists(n, n > 1 || m.gone) ;
persons.filter(p, p.ref == 'p1' ? p.a : p.b) ; persons.map(p, p.ref == 'p1' ? p.a : true, p.c) ;
persons.map(p, persons.filter(q, q.ref != p.ref).map(q, q.ref)) ; [m].map(p, p.text) ; [[1], [2, 3]].map(p, p) ;
m.text.substring(0, 3) ; m.text.substring(0, 2) ; m.text.substring(3) ; m.text.substring(4) ;
m.text.substring(2, 1) ; m.text.substring(-1) ; m.list.substring(1) ; m.text.replace('b', '') ; m.text.split('') ;
m.text.split('b') ; m.text.contains('') ; m.text.startsWith('ab') ; m.text.endsWith(m.number) ;
m.text.matches('^a|\\d$') ; m.text.matches('(') ; m.text.matches('^[a-c]?b*(c|d)?$') ; m.text.matches('[[:alpha:]]') ;
size(m.text) ; size(m.list) ; size(m) ; size(m.number) ;
m.list.size() ; int('04') ; int(' 4') ; int('4x') ; int('+4') ; int(m.yes) ; int(m.number) ; string(m.yes) ;
string(m.less) ; timestamp(case.day + 'T00:00:00Z') ; timestamp('2026-02-30T00:00:00Z') ; timestamp('x') ;
duration('x') ; string(timestamp(case.leap + 'T00:00:00Z') + duration('24h')) ;
timestamp(case.leap + 'T00:00:00Z').getMonth() ;
timestamp(case.day + 'T00:00:00Z') < timestamp(case.leap + 'T00:00:00Z') ; timestamp(case.day + 'T01:00:00Z') ;
{'a': m.number}.a ; {'a': 1}['b'] ; [m.number, m.text] ; [m.gone, m.away] ; null == m.text ; 1.5 > 1.0 ;
m.number == 3.0 ; 2u == 2u ; b'a' == b'a' ; m.spaced.trim() ; m.text.indexOf('b') ; dyn(m.text) == 3 ;
cel_unknown() ; cel_unknown() || true ; months_after(case.day, 40) ; days_after(case.leap, 366) ; m ; claim ;
earliest([case.leap, case.day]) ; earliest(m.none) ; grade_name(case.leap, case.day) ; legal_age(m.text, today) ;
.m.text == 'abc' ; .case.map.b.c ; .today ; .m ; persons.map(m, .m.text + m.ref) ; persons.map(m, .m) ;
persons.map(m, .m.text == 'abc') ; m.list.map(today, .today + today) ; persons.map(p, .m.number < 4) ;
{m.text: 1} ; persons.map(p, {p.ref: m.text}) ; m.text.replace(m.text, case.day) ; 'abc' == m.text ; 'x' == m.gone ;
m.text in ['x', m.text] ; m.number in ['x', 3] ; m.text in [m.gone, 'abc'] ; [m.less, 1] == [-7, 1] ;
m.list.map(today, today + 'x') ; m.list.map(today, today == 'y') ; m.list.map(d, today + d) ;
persons.map(today, int(string(size(today))) + 1) ; months_after(case.day, 2) == days_after(case.day, 2) ;
months_after(case.day, 2) == months_after(case.leap, 2) ; months_after(case.day, 2) == months_after(case.day, 3) ;
legal_age(case.leap, case.day) == birthday_age(case.leap, case.day) ; [fy_end(case.leap, 6), fy_end(case.leap, 7)]
"""
TEXTS = [text.strip() for text in _TEXTS.split(" ;")]


def agreed(rule: Expression, scope: dict[str, object], *, between: bool = False) -> object:
    """What both say of a rule; they say the same, also where the functions in it were worked out before."""
    assert rule.home is not None
    theirs = rule.home.evaluated(rule.judged(between=between), scope)
    known: dict[object, object] = {}
    for _ in range(2):
        mine = rule.evaluate({**scope, KNOWN: known}, between=between)
        assert (mine, type(mine)) == (theirs, type(theirs)), rule.text
    return theirs


@pytest.mark.parametrize("text", TEXTS)
def test_an_expression_gives_what_the_compilers_program_gives(text: str) -> None:
    language = Language(("m", "case", "claim"), functions())
    agreed(language.rule(text), language.activation(FACTS))


@tries(120)
@given(conditions(), st.lists(facts(), max_size=12))
def test_a_rule_of_chance_is_judged_as_the_compilers_program_judges_it(text: str, said: list[Fact]) -> None:
    case = case_of(*PEOPLE).model_copy(update={"ledger": Ledger().add(said)})
    known = Facts(case, rule_book())
    for rule in (LANGUAGE.rule(text), *LANGUAGE.operands(LANGUAGE.rule(text))[1]):
        for person in PEOPLE:
            agreed(rule, known.scope(person))


def every_rule() -> Iterator[Expression]:
    """Those of the catalogue, and what each is joined of."""
    language, seen = book().language, set[str]()
    waiting = [language.rule(text.text) for text in texts(book())]
    while waiting:
        rule = waiting.pop()
        if rule.text not in seen:
            seen.add(rule.text)
            yield rule
            waiting += language.operands(rule)[1]


@pytest.mark.parametrize("name", ["kazoku4", "hachinin", "fusho_nendai"])
def test_every_rule_of_the_catalogue_is_judged_as_the_compilers_program_judges_it(name: str) -> None:
    case = visit(name)[0].now.case
    some = case.ledger.facts[: len(case.ledger.facts) // 2]
    moments = [Facts(each, book()) for each in (case, case.model_copy(update={"ledger": Ledger().add(some)}))]
    rules, open_ones = list(every_rule()), 0
    for rule in random.Random(7).sample(rules, 300):
        for known in moments:
            person = random.Random(len(rule.text)).choice(case.persons)
            told = agreed(rule, known.scope(person), between=bool(known.tree.bounded))
            open_ones += isinstance(told, Unknown)
    assert 50 < open_ones < 550


def test_no_rule_of_the_catalogue_needs_the_compilers_program() -> None:
    language = book().language
    for rule in every_rule():
        judge_of(rule.judged(), language.told)  # raises Beyond where it does


@pytest.mark.parametrize("text", ["1.5 > 1.0", "2u == 2u", "m.text.trim() == 'a'", "b'a' == b'a'"])
def test_what_is_not_judged_here_is_left_to_the_compilers_program(text: str) -> None:
    language = Language(("m",), functions())
    rule = language.compile(text)
    with pytest.raises(Beyond):
        judge_of(rule.tree, language.told)
    assert rule.evaluate(language.activation(FACTS)) is (text != "m.text.trim() == 'a'")


@pytest.mark.parametrize("pattern", ["(a+)+$", "(a|a)*b", "a*a*a*a*b", "a?" * 30 + "a" * 30, "(a|a)" * 30 + "b"])
def test_a_pattern_that_tries_every_way_takes_no_longer_than_another(pattern: str) -> None:
    language = Language(("m",), functions())
    rule = language.compile(f"m.text.matches('{pattern}')")
    with pytest.raises(Beyond):
        judge_of(rule.tree, language.told)(language.activation({"m": {"text": "a" * 40}}))
    assert rule.evaluate(language.activation({"m": {"text": f"{'a' * 40}c"}})) is (pattern[:2] == "a?")


def test_what_is_written_alone_and_what_looks_at_the_day_alone_is_judged_on_every_day_and_on_none() -> None:
    language = Language(("m",), functions())
    rule = language.rule('m.gone || int(today.substring(0, 4)) - 2000 == 26 && "a" + "b" == "ab"')
    days = ("2026-04-20", "2027-04-20", "2026-04-21")
    assert [rule.evaluate({**language.activation(FACTS), "today": day}) for day in days] == [
        True,
        Unknown("gone"),
        True,
    ]
    assert language.rule('int("04") + 1').evaluate(language.activation({})) == 5
    assert language.rule("int(today.substring(0, 4))").evaluate(language.activation({})) == Unknown()


def test_a_rule_of_a_member_put_to_nobody_is_open() -> None:
    language = Language(("m", "case"), functions())
    scope = language.activation({"case": FACTS["case"], "persons": [], "today": "2026-04-20"})
    found = [language.compile(text).evaluate(scope) for text in ("m", "m.works", "m == case", "true || m.works")]
    assert found == [Unknown(), Unknown(), Unknown(), True]


def test_every_tree_of_the_catalogue_is_the_same_when_it_was_kept() -> None:
    for rule in every_rule():
        assert unpacked(packed(rule.tree)) == rule.tree
