"""The rule language by itself: what a rule gives, what it stumbles over, what is kept of it, what is said of errors."""

from typing import Any

import pytest

from kiosk.rules.cel import Expression, Language, Unknown
from kiosk.rules.complaints import compile_issue
from kiosk.rules.functions import functions
from kiosk.rules.syntax import Call

TYPED = {"count": "int", "word": "string", "sure": "bool", "some": "list", "words": "strings", "any": "dyn"}
FACTS = {
    "m": {"works": True, "birth": {"date": "2001-01-01"}, "name": {}},
    "case": {"kind": "転入", "requests": ["印鑑登録"]},
    "persons": [{"ref": "p1", "works": True}, {"ref": "p2", "works": False}],
    "today": "2026-04-20",
    "count": 3,
    "word": "は",
    "sure": True,
    "some": [1, "a"],
    "words": ["a"],
    "any": 2.5,
}


def language(*, kept: Any = None) -> Language:
    return Language(("m", "case"), functions(), typed=TYPED, kept=kept)


def value(text: str, rules: Language | None = None) -> object:
    rules = rules or language()
    return rules.compile(text).evaluate(rules.activation(FACTS))


# ---- what a rule gives -----------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("text", "given"),
    [
        ("m.works", True),
        ("case.kind == '転入' && m.birth.date < today", True),
        ("size(persons)", 2),
        ("persons.map(p, p.ref)", ["p1", "p2"]),
        ("legal_age(m.birth.date, today)", 25),
        ("'a,b'.split(',')", ["a", "b"]),
        ("count + 1", 4),
        ("word + 'い'", "はい"),
        ("!sure", False),
        ("some[1]", "a"),
        ("words[0]", "a"),
        ("any", 2.5),
    ],
)
def test_a_rule_gives_a_plain_value(text: str, given: object) -> None:
    assert value(text) == given


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("case.moved_on < today", "moved_on"),
        ("m.name.full == ''", "full"),
        ("case['moved' + '_on'] < today", "moved_on"),
        ("m.works && case.moved_on < today", "moved_on"),
        ("1 / 0 == 1", ""),
    ],
)
def test_a_rule_that_lacks_a_fact_names_what_it_stumbled_over(text: str, key: str) -> None:
    assert value(text) == Unknown(key)


@pytest.mark.parametrize(
    ("text", "given"),
    [
        ("case.moved_on < today || m.works", True),
        ("!m.works && case.moved_on < today", False),
        ("persons.exists(p, p.works || p.nothing)", True),
        ("m.works ? 1 : case.nothing", 1),
    ],
)
def test_what_is_not_known_does_not_matter_where_the_rest_decides(text: str, given: object) -> None:
    assert value(text) == given


def test_an_answer_follows_what_was_bound_and_not_what_changed_later() -> None:
    rules, facts = language(), {**FACTS, "case": {"kind": "転入"}}
    bound = rules.activation(facts)
    facts["case"] = {"kind": "転出"}
    assert rules.compile("case.kind").evaluate(bound) == "転入"
    assert rules.compile("case.kind").evaluate(rules.activation(facts)) == "転出"


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("word", {"string"}),
        ("count", {"int"}),
        ("sure", {"bool"}),
        ("some", {"list"}),
        ("words", {"strings"}),
        ("any", {"dyn"}),
        ("today", {"string"}),
        ("persons", {"list"}),
        ("m.works", {"dyn"}),
        ("m.works == true", {"bool"}),
        ("m", set()),
    ],
)
def test_the_compiler_knows_what_kind_of_value_comes_out(text: str, kinds: set[str]) -> None:
    rule = language().compile(text)
    assert {kind for kind in ("string", "int", "bool", "list", "strings", "dyn") if rule.gives(kind)} == kinds


# ---- the same text, and texts that are wrong -------------------------------------------------------------------------
def test_the_same_text_is_compiled_once() -> None:
    rules = language()
    assert rules.compile("case.kind") is rules.compile("case.kind") is rules.rule("case.kind")
    assert rules.rule("m.works") is rules.compile("m.works")


def test_a_wrong_text_is_told_every_time_and_as_a_rule_decides_nothing() -> None:
    rules = language()
    wrong = rules.rule("casse.kind ==")
    assert rules.rule("casse.kind ==") is wrong
    assert wrong.text == "casse.kind =="
    assert wrong.evaluate(rules.activation(FACTS)) == Unknown()
    assert (wrong.refs, wrong.skips, wrong.parts, wrong.gives("bool")) == ((), False, ("", ()), False)
    for _ in range(2):
        with pytest.raises(ValueError, match="Syntax error"):
            rules.compile("casse.kind ==")


def test_a_rule_is_about_a_member_or_the_same_for_everybody() -> None:
    rules = language()
    about = [rules.compile(text).of_member for text in ("m.works", "case.kind == m.kind", "case.m == 1", "sure")]
    assert about == [True, True, False, False]


def test_a_rule_is_taken_apart_where_its_top_joins_it() -> None:
    rules = language()
    sign, parts = rules.operands(rules.compile("m.works && (case.kind == 'a' || sure)"))
    assert (sign, [part.text for part in parts]) == ("_&&_", ["m.works", 'case.kind == "a" || sure'])
    assert [part.evaluate(rules.activation(FACTS)) for part in parts] == [True, True]
    assert rules.operands(rules.compile("m.works && (case.kind == 'a' || sure)"))[1] is parts
    assert rules.operands(rules.compile("m.works")) == ("", ())


# ---- what is kept for the next start ---------------------------------------------------------------------------------
TEXTS = ("case.kind == '転入' && m.works", "legal_age(m.birth.date, today) >= 18", "persons.exists(p, p.works)", "m")


def test_what_is_kept_of_a_rule_serves_the_next_start_as_the_text_does() -> None:
    first = language()
    second = language(kept={text: first.compile(text).read() for text in TEXTS})
    third = language(kept={text: second.compile(text).read() for text in TEXTS})
    for text in TEXTS:
        for later in (second, third):
            assert described(later.compile(text)) == described(first.compile(text))
            assert value(text, later) == value(text, first)


def described(rule: Expression) -> tuple[object, ...]:
    return rule.text, rule.tree, rule.looks, rule.refs, rule.of_member, rule.skips, rule.parts


def test_a_rule_that_was_kept_is_not_read_again() -> None:
    kept = language().compile("case.kind == 'b' || sure").read()
    rule = language(kept={"m.works": kept}).compile("m.works")
    assert (rule.refs, rule.skips, rule.parts) == (("case.kind",), True, ("_||_", ('case.kind == "b"', "sure")))
    assert value("m.works", language(kept={"m.works": kept})) is True


def test_the_tree_of_a_rule_names_the_functions_that_were_written() -> None:
    first = language()
    text = "legal_age(m.birth.date, today)"
    for rules in (first, language(kept={text: first.compile(text).read()})):
        tree = rules.compile(text).tree
        assert isinstance(tree, Call)
        assert tree.function == "legal_age"


# ---- what is said of errors ------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("text", "place", "reason"),
    [
        ("casse.kind == 1", "1行目6文字目", "「casse.kind」という事実や関数はありません。"),
        ("case.kind == 1 &&\n  casse == 2", "2行目3文字目", "「casse」という事実や関数はありません。"),
        ("nix(1)", "1行目4文字目", "「nix」という事実や関数はありません。"),
        ("1 + 'a'", "1行目3文字目", "「+」に渡す値の型が違います（int, string）。"),
        ("-'a'", "1行目1文字目", "「-」に渡す値の型が違います（string）。"),
        ("!1", "1行目1文字目", "「!」に渡す値の型が違います（int）。"),
        ("'a' in 3", "1行目5文字目", "「in」に渡す値の型が違います（string, int）。"),
        ("1 ? 2 : 3", "1行目3文字目", "「? :」に渡す値の型が違います（int, int, int）。"),
        ("[1]['a']", "1行目4文字目", "「[ ]」に渡す値の型が違います（list(int), string）。"),
        ("legal_age(1, 'x')", "1行目10文字目", "「legal_age」に渡す値の型が違います（int, string）。"),
        ("same_name('x', 1)", "1行目10文字目", "「same_name」に渡す値の型が違います（string, int）。"),
        ("case.kind == == 1", "1行目14文字目", "書き方を確かめてください。"),
    ],
)
def test_what_is_wrong_with_a_text_is_said_in_japanese_with_its_place(text: str, place: str, reason: str) -> None:
    with pytest.raises(ValueError, match="ERROR") as error:
        language().compile(text)
    issue = compile_issue("procedures/P01.toml when", str(error.value))
    assert issue.where == "procedures/P01.toml when"
    assert issue.message == f"式が正しくありません。{place}: {reason}"
    assert issue.allowed in str(error.value)
    assert issue.allowed.startswith(("undeclared", "found no", "Syntax error"))


@pytest.mark.parametrize("text", ["", "case.kind =="])
def test_a_text_that_ends_too_early_is_told_without_the_compilers_grammar(text: str) -> None:
    with pytest.raises(ValueError, match="ERROR") as error:
        language().compile(text)
    issue = compile_issue("procedures/P01.toml when", str(error.value))
    assert "途中で終わっているか、空です" in issue.message
    assert "EOF" not in str(issue)


def test_an_error_without_a_place_is_said_without_one() -> None:
    issue = compile_issue("P01", "out of memory")
    assert (issue.message, issue.allowed) == ("式が正しくありません。書き方を確かめてください。", "out of memory")
