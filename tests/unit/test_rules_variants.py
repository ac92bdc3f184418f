"""届出の種類: one procedure becomes another filing on another occasion - name, reason, forms, papers and deadline."""

import datetime as dt
from typing import Any

import pytest

from kiosk.catalogue.book import check_book
from kiosk.designing.replay import changes, result
from kiosk.designing.rule_check import check_rules
from kiosk.designing.trace import Part, Tracer
from kiosk.exchange.records.recorder import Recorder
from kiosk.model.plan import Need
from kiosk.model.vocabulary import Item, Type
from kiosk.rules.book import RuleBook
from kiosk.rules.calendar import OpenDays
from tests.rules_book import form, procedure, rule_book, version
from tests.visits import Desk

CEASES = {
    "when": 'case.kind == "転出"',
    "name": "見本の消滅届",
    "labels": {"en": "End of the sample"},
    "reason": "市外へ移るため",
    "deadline": {"note": "転出の日まで", "law": "見本法2条"},
    "bring": ({"what": "受給者証"},),
    "forms": ("F2",),
    "guide": "窓口で受給者証をお返しください",
}
FILERS = ({"role": "本人"},)


def book(*variants: dict[str, Any], **changes: Any) -> RuleBook:
    """A procedure for whoever has a child, with what it becomes."""
    sound = version(when="household.children > 0", bring=({"what": "写真"},), variants=variants, **changes)
    return rule_book(procedure(sound, scope="case"), templates=[form(), form("F2")])


def desk(rules: RuleBook, kind: str = "") -> Desk:
    """A family with two children, who say what brings them."""
    words = {"household.children": "2", "case.moved_on": "R8.4.14", "case.kind": kind}
    return Desk(rules=rules, event="move").say({path: text for path, text in words.items() if text})


def test_a_variant_gives_its_own_name_reason_forms_papers_and_deadline() -> None:
    found = desk(book(CEASES), "転出")
    outcome, view = found.outcome("P1"), found.page.outcomes[0]
    assert (view.name, view.reason, view.guide) == ("見本の消滅届", "市外へ移るため", "窓口で受給者証をお返しください")
    assert (outcome.variant, outcome.forms, outcome.bring) == (0, ("F2",), ("受給者証",))
    assert view.deadline == "転出の日まで"


def test_on_any_other_occasion_the_procedure_is_itself() -> None:
    found = desk(book(CEASES), "転入")
    outcome, view = found.outcome("P1"), found.page.outcomes[0]
    assert (view.name, outcome.variant, outcome.forms, outcome.bring) == ("見本の手続", None, ("F1",), ("写真",))
    assert view.deadline == "令和8年4月28日まで"


def test_what_a_variant_does_not_give_is_the_procedures_own() -> None:
    outcome = desk(book({"when": 'case.kind == "転出"', "name": "見本の変更届"}), "転出").outcome("P1")
    assert (outcome.reason, outcome.forms, outcome.bring) == ("必要なため", ("F1",), ("写真",))
    assert outcome.deadline is not None
    assert outcome.deadline.due == dt.date(2026, 4, 28)


def test_the_first_variant_that_holds_is_taken() -> None:
    second = {"when": 'case.kind in ["転出", "転居"]', "name": "見本の変更届"}
    rules = book(CEASES, second)
    assert [desk(rules, kind).outcome("P1").variant for kind in ("転出", "転居", "転入")] == [0, 1, None]


def test_until_the_variant_is_known_its_question_is_asked_and_no_form_is_filled() -> None:
    found = desk(book(CEASES))
    assert found.need("P1") is Need.NEEDED
    assert (found.outcome("P1").forms, found.now.forms, found.open) == ((), (), ("case.kind",))
    told = found.say({"case.kind": "転出"})
    assert [form.template for form in told.now.forms] == ["F2"]


def test_an_occasion_that_nobody_knows_holds_the_procedure() -> None:
    found = desk(book(CEASES)).hold("case.kind")
    assert (found.need("P1"), found.now.forms) == (Need.HELD, ())


def test_who_may_file_can_differ() -> None:
    rules = book({"when": 'case.kind == "転出"', "filers": FILERS})
    assert desk(rules, "転出").outcome("P1").filing is not None
    assert len(rules.procedures["P1"].versions[0].turned[0].filers) == 1
    assert rules.procedures["P1"].versions[0].filers == ()


def test_a_changed_occasion_changes_the_variant_at_the_next_keystroke() -> None:
    found = desk(book(CEASES), "転入")
    assert found.say({"case.kind": "転出"}).outcome("P1").variant == 0
    assert found.say({"case.kind": "転居"}).outcome("P1").variant is None


def test_the_record_carries_the_variants_name() -> None:
    found = desk(book(CEASES), "転出")
    recorder = Recorder(municipality="999997", municipality_name="見本県架空市")
    text = recorder.record(found.now, found.outcome("P1"), at=dt.datetime(2026, 4, 20, 1, tzinfo=dt.UTC)).decode()
    assert '"tetsuzukimei":"見本の消滅届"' in text
    assert '"tetsuzukikodo":"P1"' in text


def test_the_trace_says_which_conditions_were_tried() -> None:
    found = desk(book(CEASES), "転入")
    trace = Tracer(found.now, OpenDays(), found.visit.outside.wording).traces()[0]
    assert trace.variants == (Part(text='case.kind == "転出"', result="成り立たない"),)


def test_a_replay_lists_a_visit_that_becomes_another_filing() -> None:
    before, after = result(desk(book(CEASES), "転入").now), result(desk(book(CEASES), "転出").now)
    found = [(change.kind, change.before, change.after) for change in changes(before, after)]
    assert ("variant", "見本の手続", "見本の消滅届") in found


# ---- counted from the members' own days ----------------------------------------------------------------------------
LEFT = Item(key="person.left_on", type=Type.DATE, label="退職日", section="all", ask="いつですか。")


def test_a_deadline_may_be_counted_from_the_earliest_day_of_those_concerned() -> None:
    counted = {"count": 14, "start": "person.left_on", "law": "見本法1条"}
    rules = rule_book(procedure(version(when="m.works", deadline=counted, forms=())), items=[LEFT])
    found = Desk(rules=rules, event="move").members(3)
    found.say({f"person[p{number}].works": said for number, said in ((1, "はい"), (2, "はい"), (3, "いいえ"))})
    assert found.outcome("P1").deadline is not None
    assert found.outcome("P1").deadline.due is None  # type: ignore[union-attr]  # just seen
    days = {1: "R8.4.10", 2: "R8.4.3", 3: "R8.3.1"}
    found.say({f"person[p{number}].left_on": day for number, day in days.items()})
    deadline = found.outcome("P1").deadline
    assert deadline is not None
    assert (deadline.start, deadline.due) == (dt.date(2026, 4, 3), dt.date(2026, 4, 17))


# ---- what can be wrong with them -------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("broken", "place"),
    [
        ({"when": 'case.colour == "赤"'}, "variant[0] when"),
        ({"when": 'case.kind == "転出"', "bring": ({"what": "写真", "when": "case.colour"},)}, "variant[0] bring 写真"),
        ({"when": 'case.kind == "転出"', "forms": ("F9",)}, "variant[0]"),
        ({"when": 'case.kind == "転出"', "deadline": {"count": 3, "start": "case.gone"}}, "variant[0]"),
        ({"when": 'case.kind == "転出"', "filers": ({"role": "本人", "proof": "case.paper"},)}, "variant[0]"),
    ],
)
def test_a_mistake_in_a_variant_is_named_with_its_place(broken: dict[str, Any], place: str) -> None:
    assert any(f"2026-04-01 {place}" in issue.where for issue in check_book(book(broken)))


@pytest.mark.parametrize(
    ("broken", "words"),
    [
        ({"when": 'case.kind == "出国"'}, "コード表"),
        ({"when": 'case.kind == "転出"', "deadline": {"count": 3, "start": "case.moved_on"}}, "法令"),
        ({"when": 'm.insurance == "社会保険"'}, "案件ごと"),
        ({"when": "household.children == 0"}, "答えの組み合わせ"),
    ],
)
def test_a_variant_that_cannot_work_is_found(broken: dict[str, Any], words: str) -> None:
    found = [issue for issue in check_rules(book(broken)).issues if "質問" not in issue.message]
    assert any(words in issue.message and "variant[0]" in issue.where for issue in found), found


def test_a_variant_behind_one_that_always_holds_is_never_taken() -> None:
    rules = book({"when": "household.children > 0", "name": "見本の変更届"}, CEASES)
    found = [issue.where for issue in check_rules(rules).issues if "答えの組み合わせ" in issue.message]
    assert found == ["procedures/P1.toml 2026-04-01 variant[1] when"]


def test_sound_variants_give_no_findings() -> None:
    rules = book(CEASES)
    assert check_book(rules) == ()
    assert [issue for issue in check_rules(rules).issues if "質問" not in issue.message] == []


def test_a_question_that_only_a_variant_needs_is_not_idle() -> None:
    silent = book({"when": 'case.kind == "転出"', "bring": ({"what": "鍵", "when": '"印鑑登録" in case.requests'},)})
    idle = [issue.where for issue in check_rules(silent).issues if "質問" in issue.message]
    assert not any("case.requests" in where or "case.kind" in where for where in idle)
