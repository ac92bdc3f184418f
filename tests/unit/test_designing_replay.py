"""The same visit on two days: what residents would get otherwise is listed, and nothing else."""

import datetime as dt

from kiosk.designing.replay import Change, Grant, Result, changes, result
from kiosk.rules.book import RuleBook
from tests.rules_book import form, procedure, rule_book, ruled, version
from tests.visits import Desk

MAY, JUNE = dt.date(2026, 5, 1), dt.date(2026, 6, 1)


def on(day: dt.date, book: RuleBook) -> Result:
    """Taro's visit on a day."""
    words = {"case.kind": "転入", "case.moved_on": "R8.4.14"}
    return result(Desk(today=day, rules=book, event="move").say(words, name="架空　太郎", birth="S63.6.15").now)


def test_two_runs_on_one_day_do_not_differ() -> None:
    book = rule_book(ruled('case.kind == "転入"'))
    assert changes(on(MAY, book), on(MAY, book)) == ()
    assert on(MAY, book).grants["P1"] == Grant(name="見本の手続", persons=("p1",), deadline="令和8年4月28日まで")


def test_a_procedure_that_begins_and_one_that_ends_between_the_days_are_listed() -> None:
    new = procedure(version(when="true", valid_from=JUNE, forms=()))
    assert changes(on(MAY, rule_book(new)), on(JUNE, rule_book(new))) == (
        Change(kind="procedure_added", what="P1", name="見本の手続"),
    )
    old = procedure(version(when="true", valid_to=MAY, forms=()))
    assert changes(on(MAY, rule_book(old)), on(JUNE, rule_book(old))) == (
        Change(kind="procedure_removed", what="P1", name="見本の手続"),
    )


def test_a_deadline_that_a_new_version_counts_otherwise_is_listed_with_both_days() -> None:
    longer = {"count": 30, "start": "case.moved_on", "law": "見本法1条"}
    split = (version(when="true", valid_to=MAY), version(when="true", valid_from=JUNE, deadline=longer))
    book = rule_book(procedure(*split))
    assert changes(on(MAY, book), on(JUNE, book)) == (
        Change(kind="deadline", what="P1", name="見本の手続", before="令和8年4月28日まで", after="令和8年5月14日まで"),
    )


def test_a_new_version_of_a_form_is_listed() -> None:
    templates = [form(), form(number="002", valid_from=JUNE)]
    book = rule_book(ruled("true"), templates=templates)
    assert changes(on(MAY, book), on(JUNE, book)) == (
        Change(kind="form_version", what="F1", before="001", after="002"),
    )


def test_a_form_that_comes_or_goes_is_listed() -> None:
    split = (version(when="true", valid_to=MAY), version(when="true", valid_from=JUNE, forms=("F1", "F2")))
    book = rule_book(procedure(*split), templates=[form(), form("F2")])
    assert changes(on(MAY, book), on(JUNE, book)) == (Change(kind="form_added", what="F2", after="001"),)
    assert changes(on(JUNE, book), on(MAY, book)) == (Change(kind="form_removed", what="F2", before="001"),)


def test_a_procedure_that_is_for_somebody_else_is_listed() -> None:
    before = Result(on=MAY, grants={"P1": Grant(name="見本の手続", persons=("p1",))}, forms={})
    after = Result(on=JUNE, grants={"P1": Grant(name="見本の手続", persons=("p1", "p2"))}, forms={})
    assert changes(before, after) == (
        Change(kind="persons", what="P1", name="見本の手続", before="p1", after="p1、p2"),
    )
