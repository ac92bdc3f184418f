"""Every mistake that IT staff can make in a rule book is found, and a sound book is left in peace."""

from typing import Any

import pytest

from kiosk.catalogue.book import check_book
from kiosk.designing.rule_check import check_rules
from kiosk.designing.rule_check.domains import Domains
from kiosk.model.procedure import Procedure
from kiosk.model.vocabulary import Derivation, Item, Type
from kiosk.rules.book import RuleBook
from tests.rules_book import TODAY, event, form, issues, only, procedure, rule_book, ruled, version


def unreachable(*procedures: Procedure, **parts: object) -> bool:
    found = check_rules(rule_book(*procedures, **parts))  # type: ignore[arg-type]  # parts are rule_book's own
    assert not found.remarks
    return any("必要になりません" in issue.message for issue in found.issues)


def test_a_sound_book_gives_no_findings() -> None:
    book = rule_book()
    assert check_book(book) == ()
    assert check_rules(book).issues == ()
    assert check_rules(book).remarks == ()


# ---- facts and names -------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    "broken",
    [
        {"when": 'case.colour == "赤"'},
        {"bring": ({"what": "写真", "when": "m.hair.long"},)},
        {"form_when": {"F1": "case.colour"}},
        {"filers": ({"role": "本人", "when": "case.colour"},)},
    ],
)
def test_a_fact_that_nobody_declared_is_named_wherever_a_version_uses_it(broken: dict[str, object]) -> None:
    found = [str(issue) for issue in check_book(rule_book(procedure(version(**broken))))]
    assert any("procedures/P1.toml 2026-04-01" in text and "語彙にありません" in text for text in found), found


def test_a_procedure_that_no_event_names_is_found_but_not_one_for_staff_only() -> None:
    lost = rule_book(procedure(version()), procedure(version(), id="P2"))
    assert [issue.where for issue in check_book(lost)] == ["procedures/P2.toml id"]
    staff = rule_book(procedure(version()), procedure(version(), id="P2", staff_only=True))
    assert check_book(staff) == ()


def test_an_event_that_opens_with_an_unknown_fact_is_found() -> None:
    assert "case.colour" in str(check_book(rule_book(events=[event(opening=("case.kind", "case.colour"))]))[0])


def test_a_procedure_that_waits_for_an_unknown_one_is_found() -> None:
    assert only(rule_book(procedure(version(), after=("P9",)))).where == "procedures/P1.toml after"


def test_a_form_for_a_group_that_nobody_defined_is_found() -> None:
    assert "グループ K" in only(rule_book(templates=[form(copies="K")])).message


# ---- reach -----------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    "when",
    [
        'case.kind == "転入" && case.kind == "転出"',
        "legal_age(m.birth.date, today) >= 65 && legal_age(m.birth.date, today) < 20",
        'm.insurance == "後期高齢者医療"',
        '("印鑑登録" in case.requests) && !("印鑑登録" in case.requests) && m.works',
        "household.children > 5 && household.children < 3",
        "persons.exists(p, p.works && !p.works)",
        "false",
    ],
)
def test_a_rule_that_no_household_can_meet_is_unreachable(when: str) -> None:
    assert unreachable(ruled(when))


@pytest.mark.parametrize(
    "when",
    [
        'case.kind == "転入" || case.kind == "転出"',
        "legal_age(m.birth.date, today) == 64",
        "school_grade(m.birth.date, case.moved_on) == 7",
        'm.insurance == "社会保険"',
        "has(m.card) && has(m.card.expired) && m.card.expired",
        "m.card.expired",
        "household.children == 17",
        "persons.exists(p, p.works) && persons.exists(p, !p.works)",
        'm.name.full == "架空　太郎"',
        "m.ref == household.head",
        "m.ref != household.head",
        "case.moved_on > jan1(today)",
        'case.moved_on == "2026-02-03"',
    ],
)
def test_a_rule_that_some_household_meets_is_reachable(when: str) -> None:
    assert not unreachable(ruled(when))


WISHED = 'case.kind == "転入" && household.children < city.many && m.insurance == "国民健康保険"'
INSURED = Derivation(fact="person.insurance", value='m.works ? "" : "国民健康保険"', why="勤め先の有無から")


def wished(rule: str = WISHED, *, many: int = 3, **changes: Any) -> RuleBook:
    return rule_book(ruled(rule), city={"many": many, "fee": 300, **changes.pop("city", {})}, **changes)


def told_otherwise(other: RuleBook) -> tuple[bool, bool]:
    """Whether a book searches itself, instead of believing what was found in another; whether it forgets that."""
    book = wished()
    assert not any("必要になりません" in issue.message for issue in check_rules(book).issues)
    for name in book.tried:
        book.tried[name] = False
    other.tried.update(book.tried)
    assert any("必要になりません" in issue.message for issue in check_rules(book).issues)
    believed = any("必要になりません" in issue.message for issue in check_rules(other).issues)
    searched = {name for name, found in book.tried.items() if found is False}
    assert searched
    return not believed, not other.tried.keys() & searched


@pytest.mark.parametrize(
    "other",
    [
        wished(f"{WISHED} && true"),
        wished(events=[event(codes={"case.kind": ("転入", "転出")})]),
        wished(items=[Item(key="household.children", type=Type.INT, label="子の数", section="all", ask="子は。")]),
        wished(derivations=(INSURED,)),
        wished(items=[Item(key="person.works", type=Type.BOOL, label="勤務", section="all", ask="お勤めですか。")]),
        wished(many=4),
        wished(city={"prefecture": "仮想県"}),
    ],
)
def test_a_search_is_made_again_when_anything_that_it_hangs_on_has_changed(other: RuleBook) -> None:
    assert told_otherwise(other) == (True, True)  # what nobody asks any more is forgotten


@pytest.mark.parametrize(
    "other",
    [
        wished(),
        wished(city={"fee": 400, "name": "別の市"}),
        wished(items=[Item(key="dog.name", type=Type.TEXT, label="犬の名前", en="name of the dog")]),
        wished(items=[Item(key="case.moved_on", type=Type.DATE, label="転居日", section="all", ask="いつ。")]),
    ],
)
def test_a_search_is_not_made_again_for_what_it_never_looks_at(other: RuleBook) -> None:
    assert told_otherwise(other) == (False, False)


def test_what_an_event_presets_can_make_a_rule_unreachable() -> None:
    assert unreachable(ruled('case.kind == "転入"'), events=[event(presets={"case.kind": "転出"})])


def test_an_event_that_narrows_the_codes_can_make_a_rule_unreachable() -> None:
    assert unreachable(ruled('case.kind == "転入"'), events=[event(codes={"case.kind": ("転出",)})])


def test_an_event_that_lists_a_procedure_in_vain_is_a_remark_while_another_needs_it() -> None:
    leaving = event(id="leave", presets={"case.kind": "転出"})
    found = check_rules(rule_book(ruled('case.kind == "転入"'), events=[event(), leaving]))
    assert [remark.message for remark in found.remarks] == ["きっかけ leave では必要になりません。"]
    assert not any("必要になりません" in issue.message for issue in found.issues)


def test_what_the_budget_does_not_decide_is_a_remark_and_no_problem() -> None:
    hard = ruled("legal_age(m.birth.date, today) >= 65 && legal_age(m.birth.date, today) < 20")
    found = check_rules(rule_book(hard), budget=5)
    assert "決められませんでした" in found.remarks[0].message
    assert not any("必要になりません" in issue.message for issue in found.issues)


def test_a_rule_that_does_not_compile_is_left_to_the_compiler() -> None:
    assert not unreachable(ruled("m.works &&"))


def test_every_type_of_fact_has_answers_to_try() -> None:
    domains = Domains(rule_book(), event(), TODAY, ())
    for kind in Type:
        item = Item(key="case.kind", type=kind, label="", codes="kind")
        assert domains.of(item, ("p1", "p2")), kind


# ---- questions -------------------------------------------------------------------------------------------------------
def test_a_question_that_nothing_needs_is_found() -> None:
    dog = Item(key="dog.name", type=Type.NAME, label="犬の名", ask="犬の名前は。")
    (found,) = check_rules(rule_book(items=[dog])).issues
    assert found.where == "vocabulary.toml dog.name"
    assert found.message == "質問「犬の名」は、どの規則・記入欄・導出からも使われません。"


def test_a_question_behind_an_unused_derivation_is_not_needed_either() -> None:
    items = [
        Item(key="dog.name", type=Type.NAME, label="犬の名", ask="犬の名前は。"),
        Item(key="dog.known", type=Type.BOOL, label="犬がいる"),
    ]
    derived = Derivation(fact="dog.known", value='dog.name != ""')
    sound = rule_book().vocabulary.derivations
    assert len(issues(rule_book(items=items, derivations=[*sound, derived]))) == 1
    used = rule_book(procedure(version(bring=({"what": "鑑札", "when": "dog.known"},))), items=items)
    assert issues(rule_book(*used.procedures.values(), items=items, derivations=[*sound, derived])) == []


@pytest.mark.parametrize(
    "use",
    [
        {"bring": ({"what": "鑑札", "when": "m.dog.chipped"},)},
        {"filers": ({"role": "本人", "when": "persons.exists(p, has(p.dog))"},)},
        {"form_when": {"F1": "applicant.dog.chipped"}},
    ],
)
def test_a_question_that_only_a_paper_a_filer_or_a_form_needs_is_needed(use: dict[str, object]) -> None:
    chip = Item(key="person.dog.chipped", type=Type.BOOL, label="チップ", ask="チップはありますか。")
    assert issues(rule_book(procedure(version(**use)), items=[chip])) == []


# ---- words and types -------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    "when",
    [
        'case.kind == "転入れ"',
        '"転入れ" == case.kind',
        'case.kind != "転入れ"',
        'case.kind in ["転出", "転入れ"]',
        '"転入れ" in case.requests',
        'persons.exists(p, p.insurance == "転入れ")',
        'head.insurance == "転入れ"',
    ],
)
def test_a_word_that_is_on_no_list_is_found(when: str) -> None:
    texts = issues(rule_book(ruled(f"{when} || m.works")))
    assert any("「転入れ」は" in text and "コード表" in text for text in texts), texts


def test_a_derivation_a_preset_and_a_narrowed_list_must_use_the_list_too() -> None:
    wrong = Derivation(fact="person.insurance", value='m.works ? "社保" : "国民健康保険"')
    assert any("derive person.insurance: 「社保」" in text for text in issues(rule_book(derivations=[wrong])))
    preset = issues(rule_book(events=[event(presets={"case.kind": "転入れ"})]))
    assert any("events/move.toml presets case.kind" in text for text in preset)
    narrowed = issues(rule_book(events=[event(codes={"case.kind": ("転入", "転入れ")})]))
    assert any("events/move.toml codes case.kind" in text for text in narrowed)


@pytest.mark.parametrize(
    "when",
    [
        "legal_age(m.works, today) > 3",
        "legal_age(m.birth.date, household.children) > 3",
        "m.works == 'はい'",
        "household.children == '3'",
        "case.kind && m.works",
        '"転入" in case.kind',
        "city.name == 3",
        "case.kind",
    ],
)
def test_a_value_of_the_wrong_type_is_found(when: str) -> None:
    texts = issues(rule_book(ruled(when)))
    assert any("型が違います" in text for text in texts), texts


def test_types_that_were_right_are_looked_at_again_only_where_something_about_them_changed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    counted = ruled("household.children > 3")
    book, same = rule_book(counted), rule_book(counted)
    text = rule_book(counted, items=[Item(key="household.children", type=Type.TEXT, label="子の数")])
    assert not any("型が違います" in text for text in issues(book))
    for other in (same, text):
        other.tried.update(book.tried)
    for _ in range(2):  # what is wrong is told every time
        assert any("型が違います" in issue.message for issue in check_rules(text).issues)
    monkeypatch.setattr("kiosk.designing.rule_check.words.Language", None)
    assert not any("型が違います" in text for text in issues(same))


def test_a_function_that_does_not_exist_and_a_bracket_that_is_open_are_told_in_japanese() -> None:
    missing = check_book(rule_book(ruled("legal_agee(m.birth.date, today) > 3")))
    assert "「legal_agee」という事実や関数はありません" in missing[0].message
    open_bracket = check_book(rule_book(ruled("(m.works && m.works")))
    assert "1行目" in open_bracket[0].message
    assert "式が正しくありません" in open_bracket[0].message
