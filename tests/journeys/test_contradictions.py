"""Answers that contradict each other: said at once beside both questions, stopped where they cannot be, asked where
they seldom are.
"""

import pytest

from kiosk.flow.actions import ChoosePurposes, GoTo, Step
from kiosk.flow.case_actions import AcceptPrint
from kiosk.flow.left import Gate
from kiosk.flow.lobby.actions import Onward, Say, Speak
from kiosk.flow.lobby.pages import Place
from kiosk.flow.notices import CONFLICTS_OPEN
from kiosk.model.message import Message
from tests.invented import HERE, PLAIN, person, told
from tests.terminal import ALONE, Terminal
from tests.visits import MOVERS, Desk

HEAD = person("見本　主", "S58.2.2", phone="03-0000-0000", sex="男", occupation="会社員")
WIFE = person("見本　妻", "S60.4.21", "妻", sex="女")
IN = {**PLAIN, **HERE, "case.event_type": "国内転入", "case.applicant_role": "世帯主", MOVERS: "全員"}
IN |= {"case.moved_on": "R8.4.12", "case.tenshutsu_planned_on": "R8.4.11", "household.employer_insured": "なし"}
IN |= {"household.card_holders": "なし", "household.head": "p1", "addr.old.text": "東京都港区芝1番1号"}
INSIDE = {**PLAIN, **HERE, "case.applicant_role": "世帯主", "case.moved_on": "R8.4.18", "household.head": "p1"}
INSIDE |= {MOVERS: "全員", "addr.old.text": "見本県架空市本町1番2号", "household.current": "なし"}
BORN = {**PLAIN, "birth.filed": "いいえ", "case.applicant_role": "世帯主", "birth.reporter_role": "母"}
DEAD = {**PLAIN, "death.filed": "いいえ", "case.applicant_role": "同一世帯員", "death.reporter_role": "同居の親族"}
DEAD |= {"death.person.name": "見本　父", "death.person.birth": "S20.1.1", "death.at": "R8.4.15"}
DEAD |= {"death.known_on": "R8.4.15", "death.person.sex": "男", "death.applicant_relation": "子"}
WED = {**PLAIN, "marriage.filed": "いいえ", "case.applicant_role": "本人", "marriage.husband": "p1"}
APART = {**PLAIN, "divorce.filed": "いいえ", "divorce.kind": "協議", "case.applicant_role": "本人"}
APART |= {"divorce.husband": "p1"}


def broken(desk: Desk) -> list[str]:
    return [found.rule.id for found in desk.now.contradictions]


def moved_in(*more: dict[str, str], **said: str) -> Desk:
    return told("tennyu", IN | {path.replace("__", "."): text for path, text in said.items()}, HEAD, *more)


# ---- what cannot be --------------------------------------------------------------------------------------------------
CHILD = person("見本　子", "H28.9.9", "子", sex="男")
BABY = person("見本　赤", "R8.4.10")
MOTHER = person("見本　母", "H2.5.5", phone="03-0000-0000")
IMPOSSIBLE = {
    "moves-nowhere": lambda: told("tenkyo", INSIDE | {"addr.old.text": "見本県架空市緑ケ丘２丁目７－１２"}, HEAD),
    "moves-before-birth": lambda: moved_in(person("見本　子", "R8.4.14", "子")),
    "head-stays": lambda: told("tenkyo", INSIDE | {MOVERS: "p2", "household.old.head_name": "見本　主"}, HEAD, WIFE),
    "child-older": lambda: moved_in(person("見本　子", "S50.1.1", "子")),
    "parent-younger": lambda: moved_in(person("見本　母", "H2.1.1", "母")),
    "elder-younger": lambda: moved_in(person("見本　兄", "H2.1.1", "兄")),
    "relation-and-sex": lambda: moved_in(person("見本　妻", "S60.4.21", "妻", sex="男")),
    "mother-younger": lambda: told("shussei", BORN, {**MOTHER, "birth.date": "R8.4.12"}, BABY),
    "known-before-death": lambda: told("shibo", DEAD | {"death.known_on": "R8.4.14"}, HEAD),
    "death-before-birth": lambda: told("shibo", DEAD | {"death.person.birth": "R8.4.16"}, HEAD),
    "filed-by-the-dead": lambda: told(
        "shibo", DEAD | {"death.person.name": "見本主", "death.person.birth": "S58.2.2"}, HEAD
    ),
    "separated-before-together": lambda: told(
        "rikon", APART | {"divorce.cohabit": "H30.4", "divorce.cohabit_to": "H29.12"}, HEAD, WIFE
    ),
    "ended-before-birth-wife": lambda: told(
        "konin", WED | {"marriage.order.wife": "再婚（離別）", "marriage.ended.wife": "S59.1.1"}, HEAD, WIFE
    ),
}


@pytest.mark.parametrize("name", IMPOSSIBLE)
def test_what_cannot_be_is_told_beside_every_answer_of_it_and_nobody_confirms_it(name: str) -> None:
    desk = IMPOSSIBLE[name]()
    assert broken(desk) == [name]
    (found,) = desk.now.contradictions
    views = {view.path: view for section in desk.page.sections for view in section.questions}
    said = [views[path] for path in found.paths if path in views]
    assert said
    assert {view.issue for view in said} == {found.rule.says}
    assert broken(desk.act(AcceptPrint(cautions=(found.id,)))) == [name]


def test_what_was_mended_is_no_contradiction_any_more() -> None:
    desk = IMPOSSIBLE["moves-nowhere"]()
    assert broken(desk.say({"addr.new.katagaki": "見本荘101号室"})) == []
    assert broken(IMPOSSIBLE["known-before-death"]().say({"death.known_on": "R8.4.15"})) == []


def test_a_month_or_a_year_contradicts_only_where_it_surely_does() -> None:
    month = {"divorce.cohabit": "H30.4", "divorce.cohabit_to": "H30.4"}
    assert broken(told("rikon", APART | month, HEAD, WIFE)) == []
    assert broken(moved_in(person("見本　子", "令和8年月日不詳", "子"))) == []


def test_what_somebody_else_said_of_another_purpose_contradicts_nothing() -> None:
    desk = told("tenkyo", INSIDE | {"addr.old.text": "見本県架空市緑ケ丘2-7-12"}, HEAD)
    assert broken(desk) == ["moves-nowhere"]
    assert broken(desk.act(ChoosePurposes(events=("setai",)))) == []


# ---- what seldom is --------------------------------------------------------------------------------------------------
UNUSUAL = {
    "planned-far": lambda: moved_in(case__tenshutsu_planned_on="R7.4.1"),
    "child-near": lambda: moved_in(person("見本　子", "H7.2.1", "子")),
    "spouse-young": lambda: moved_in(person("見本　妻", "H21.4.21", "妻")),
    "relation-of-parent-and-sex": lambda: moved_in(person("見本　母", "S30.1.1", "母", sex="男")),
    "very-old": lambda: moved_in(person("見本　祖母", "M30.1.1", "祖母")),
    "mother-young": lambda: told("shussei", BORN, {**MOTHER, "birth.date": "S40.1.1"}, BABY),
    "born-long-ago": lambda: told("shussei", BORN, MOTHER, {**BABY, "birth.date": "R6.4.10"}),
}


@pytest.mark.parametrize("name", UNUSUAL)
def test_what_seldom_is_leaves_once_a_clerk_has_confirmed_it_and_another_such_answer_is_asked_anew(name: str) -> None:
    desk = UNUSUAL[name]()
    assert broken(desk) == [name]
    (found,) = desk.now.contradictions
    (entry,) = (each for each in desk.act(GoTo(step=Step.CHECK)).page.gate if each.kind is Gate.CONFLICT)
    assert (entry.id, entry.settled, entry.why) == (found.id, False, found.rule.says)
    assert CONFLICTS_OPEN() in notices(desk)
    desk.act(AcceptPrint(cautions=(entry.id,)))
    assert [each.settled for each in desk.page.gate if each.kind is Gate.CONFLICT] == [True]
    assert CONFLICTS_OPEN() not in notices(desk)


def test_a_confirmation_is_of_one_answer() -> None:
    desk = UNUSUAL["very-old"]()
    desk.act(AcceptPrint(cautions=(desk.now.contradictions[0].id,)))
    assert CONFLICTS_OPEN() not in notices(desk)
    assert CONFLICTS_OPEN() in notices(desk.say({"person[p2].birth.date": "M31.1.1"}))


def notices(desk: Desk) -> list[Message]:
    return [notice.message for notice in desk.visit.obstacles()]


# ---- alone at a terminal ---------------------------------------------------------------------------------------------
def test_a_resident_sees_it_among_the_answers_in_their_language_and_is_led_to_what_is_wrong() -> None:
    terminal = Terminal()
    terminal.act(Speak(language="en"))
    terminal.begin("tenkyo")
    page = terminal.answer(ALONE | INSIDE | {"addr.old.text": "見本県架空市緑ケ丘二丁目7番12号"})
    issues = {row.path: row.issue for group in page.groups for row in group.rows if row.issue}
    assert set(issues) == {"addr.new.text", "addr.old.text"}
    assert len(set(issues.values())) == 1
    assert all(issue.startswith("The previous and the new address") for issue in issues.values())
    page = terminal.act(Onward())
    assert page.place is Place.QUESTION
    assert page.question is not None
    assert (page.question.path, page.question.issue) == ("addr.new.text", issues["addr.new.text"])
    assert page.changing
    page = terminal.act(Say(text="見本県架空市緑ケ丘二丁目7番13号"))
    assert not any(row.issue for group in page.groups for row in group.rows)


def test_what_seldom_is_goes_to_the_counter_and_nobody_signs_it_alone() -> None:
    terminal = Terminal()
    terminal.begin("tennyu")
    terminal.answer(ALONE | {"case.tenshutsu_planned_on": "R6.4.11"})
    page = terminal.act(Onward())
    assert page.place is not Place.QUESTION
    assert page.sign_later or page.place is Place.SLIP
