"""What a persona may expect, what an event may reword, and how わからない is played."""

import datetime as dt
from pathlib import Path

import pytest

from kiosk.catalogue.case_file import load_case_file
from kiosk.designing.inspection import inspect, load_personas
from kiosk.designing.rehearsal import play
from kiosk.model.casefile import UNKNOWN, CaseFile
from tests import rules_book
from tests.visits import FORMS, Desk, book, persona

HEAD = 'title = "見本"\nevent = "tennyu"\ntoday = 2026-04-20\n'


def write(folder: Path, text: str) -> Path:
    path = folder / "visit.toml"
    path.write_text(HEAD + text, encoding="utf-8")
    return path


def test_a_persona_may_expect_days_questions_and_warnings(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        '[answers]\n"case.event_type" = "国内転入"\n[expect]\ndeadlines = { P01 = 2026-04-27 }\nheld = ["P10"]\n'
        'questions = ["case.event_type"]\nwarnings = ["F01 氏名"]\n',
    )
    read = load_case_file(path, book())
    assert isinstance(read, CaseFile)
    assert read.expect.deadlines == {"P01": dt.date(2026, 4, 27)}
    assert (read.expect.held, read.expect.questions, read.expect.warnings) == (
        ("P10",),
        ("case.event_type",),
        ("F01 氏名",),
    )


@pytest.mark.parametrize(
    ("expected", "where"),
    [
        ("deadlines = { P99 = 2026-04-27 }", "visit.toml expect.deadlines"),
        ('held = ["P99"]', "visit.toml expect.held"),
        ('procedures = ["P99"]', "visit.toml expect.procedures"),
        ('forms = ["F99"]', "visit.toml expect.forms"),
        ('questions = ["case.moved_on"]', "visit.toml expect.questions"),
    ],
)
def test_an_expectation_of_what_is_not_there_is_named(tmp_path: Path, expected: str, where: str) -> None:
    write(tmp_path, f"[expect]\n{expected}\n")
    assert [issue.where for issue in load_personas(tmp_path, book())[1]] == [where]


def test_a_day_that_is_not_a_day_is_named(tmp_path: Path) -> None:
    read = load_case_file(write(tmp_path, '[expect]\ndeadlines = { P01 = "R8.4.27" }\n'), book())
    assert not isinstance(read, CaseFile)
    assert [issue.where for issue in read] == ["visit.toml expect.deadlines.P01"]


def test_an_event_that_rewords_what_is_never_asked_is_named(tmp_path: Path) -> None:
    asks = {"case.kind": "どちらですか。", "case.filed_on": "いつですか。", "case.nothing": "何ですか。"}
    rules = rules_book.rule_book(events=(rules_book.event(asks=asks),))
    wrong = [issue.where for issue in inspect(rules, personas=tmp_path).issues if " asks " in issue.where]
    assert wrong == ["events/move.toml asks case.filed_on", "events/move.toml asks case.nothing"]


def test_an_event_that_renames_a_heading_that_is_not_there_is_named(tmp_path: Path) -> None:
    rules = rules_book.rule_book(events=(rules_book.event(headings={"all": "手続", "gone": "何か"}),))
    wrong = [issue.where for issue in inspect(rules, personas=tmp_path).issues if " headings " in issue.where]
    assert wrong == ["events/move.toml headings gone"]
    desk = Desk(rules=rules, event="move")
    assert {section.label for section in desk.page.sections} == {"手続"}


@pytest.mark.parametrize("only_asked", [True, False])
def test_who_does_not_know_an_answer_is_not_asked_again(*, only_asked: bool) -> None:
    case = persona("denwa_nashi")
    desk = Desk(today=case.today, event=case.event)
    went = play(desk.at_once, case, only_asked=only_asked)
    assert case.answers["person[p1].phone"] == UNKNOWN
    assert desk.now.facts.held("person[p1].phone")
    assert (went.left, went.issues) == ((), ())


def test_what_no_question_asks_for_is_said_first() -> None:
    case = persona("kongo")
    desk = Desk(today=case.today, event=case.event)
    went = play(desk.at_once, case, only_asked=True)
    assert desk.value("person[p2].alias_name") == "見本　凛"
    assert "person[p2].alias_name" not in went.questions


def test_every_persona_of_the_town_can_be_read_and_expects_what_there_is() -> None:
    visits, issues = load_personas(FORMS / "personas", book())
    assert issues == ()
    assert len(visits) == len(list((FORMS / "personas").glob("*.toml")))
