"""Days that a rule book leaves without a rule or a form, reasons and deadlines that nobody wrote: all are named."""

import datetime as dt

import pytest

from kiosk.catalogue.book import check_book
from tests.rules_book import form, issues, only, procedure, rule_book, version

DAY = dt.timedelta(days=1)


def test_days_between_two_versions_without_any_are_named() -> None:
    first = version(valid_to=dt.date(2026, 6, 30))
    book = rule_book(procedure(first, version(valid_from=dt.date(2026, 8, 1))))
    assert only(book).message == "2026-07-01 から 2026-07-31 まで、有効な版がありません。"


def test_days_on_which_two_versions_are_in_force_are_named() -> None:
    first = version(valid_to=dt.date(2026, 8, 1))
    book = rule_book(procedure(first, version(valid_from=dt.date(2026, 8, 1))))
    assert only(book).message == "2026-08-01、前の版とこの版がどちらも有効です。"
    endless = rule_book(procedure(version(), version(valid_from=dt.date(2026, 8, 1))))
    assert only(endless).message.startswith("2026-08-01 以降")


def test_versions_that_join_are_sound_in_any_order() -> None:
    later = version(valid_from=dt.date(2026, 8, 1))
    assert issues(rule_book(procedure(later, version(valid_to=dt.date(2026, 7, 31))))) == []


def test_a_version_that_ends_before_it_begins_is_found() -> None:
    assert only(rule_book(procedure(version(valid_to=dt.date(2026, 3, 31))))).where.endswith(" to")


def test_a_procedure_without_versions_is_found() -> None:
    assert "版" in only(rule_book(procedure())).message


def test_days_on_which_a_form_does_not_exist_are_named() -> None:
    old, new = form(valid_to=dt.date(2026, 5, 31)), form(number="002", valid_from=dt.date(2026, 6, 3))
    found = only(rule_book(templates=[old, new]))
    assert found.message == "様式 F1 は、2026-06-01 から 2026-06-02 まで、有効な版がありません。"
    assert found.allowed.endswith("2026-06-03 から始める")
    ended = only(rule_book(templates=[old]))
    assert ended.message == "様式 F1 は、2026-06-01 以降、有効な版がありません。"
    assert ended.allowed.endswith("2026-05-31 まで")


def test_a_form_that_begins_after_its_procedure_leaves_a_hole() -> None:
    others = [form("F2"), form("F3")]
    late = form(valid_from=dt.date(2026, 4, 11))
    found = only(rule_book(templates=[late, *others]))
    assert "2026-04-01 から 2026-04-10 まで" in found.message


def test_days_before_the_counter_began_are_no_hole() -> None:
    assert issues(rule_book(procedure(version(valid_from=dt.date(2024, 12, 2))))) == []


def test_two_versions_of_a_form_may_overlap_because_the_newer_one_counts() -> None:
    new = form(number="002", valid_from=dt.date(2026, 6, 1))
    assert issues(rule_book(templates=[form(), new])) == []


# ---- reasons and deadlines -------------------------------------------------------------------------------------------
@pytest.mark.parametrize("field", ["reason", "reason_not"])
def test_a_reason_that_is_missing_is_found(field: str) -> None:
    assert only(rule_book(procedure(version(**{field: " "})))).where.endswith(f" {field}")


@pytest.mark.parametrize(
    ("deadline", "place"),
    [
        ({"count": 14, "start": "case.moved_on"}, "deadline.law"),
        ({"count": 14, "law": "見本法1条"}, "deadline.start"),
        ({"count": 14, "law": "見本法1条", "start": "case.kind"}, "deadline.start"),
        ({"law": "見本法1条"}, "deadline"),
    ],
)
def test_a_deadline_needs_law_and_first_day(deadline: dict[str, object], place: str) -> None:
    assert only(rule_book(procedure(version(deadline=deadline)))).where.endswith(f" {place}")


def test_a_deadline_in_words_needs_only_its_words() -> None:
    assert issues(rule_book(procedure(version(deadline={"note": "すみやかに"})))) == []


def test_a_deadline_that_counts_from_an_unknown_fact_is_found() -> None:
    deadline = {"count": 14, "law": "見本法1条", "start": "case.born_on"}
    assert "case.born_on" in str(check_book(rule_book(procedure(version(deadline=deadline))))[0])
