"""支援措置: whoever stands at the counter, perhaps the very person somebody hides from, learns and leaves nothing.

The program does not know whom a municipality protects, so every visit here is played twice or more: with a household
that another town has marked and with one it has not, with the right applicant and with one who should not be there.
"""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.designing.rehearsal import looked_through
from kiosk.exchange.records.recorder import Recorder
from kiosk.flow.actions import Action, Answer, Confirm, GoTo, Sign, StartVisit, Step, UseCard
from kiosk.model.card import CardFace
from kiosk.model.wareki import PartialDate
from tests.offices import confirmed
from tests.protected import (
    AT,
    BIRTH,
    HANAKO,
    HIDDEN,
    NAME,
    OLD,
    ROLE,
    TELLING,
    bare,
    extract,
    marked,
    paper,
    program,
    text_of,
)
from tests.visits import MOVE, ROOT, STROKES, Desk, book, persona, told

PERPETRATOR = {NAME: "架空　次郎", BIRTH: "S60.1.1"}
RECORDER = Recorder(municipality="999997", municipality_name="見本県架空市")
FOR_IT_STAFF = re.compile(r"^table-[Pp]rotected.*$", re.MULTILINE)
"""What the designer calls the column of the register's extract that says it: a setting, about nobody."""


# ---- nothing to find -------------------------------------------------------------------------------------------------
def test_no_fact_no_code_and_no_question_could_hold_it() -> None:
    words = [item.model_dump_json() for item in book().vocabulary.items]
    words += [code for codes in book().vocabulary.codes.values() for code in codes]
    words += [rule.model_dump_json() for rule in book().vocabulary.derivations]
    assert [word for word in words if TELLING.search(word)] == []


def test_no_rule_no_event_and_no_word_on_a_screen_mentions_it() -> None:
    staff = {name for name, found in book().procedures.items() if found.staff_only}
    assert staff == {"P91"}
    open_to_all = [found.model_dump_json() for name, found in book().procedures.items() if name not in staff]
    events = [event.model_dump_json() for event in book().events.values()]
    files = (path.read_text(encoding="utf-8") for path in sorted((ROOT / "assets" / "words").rglob("*.*")))
    screens = [FOR_IT_STAFF.sub("", text) for text in files]
    assert len(screens) >= 8
    assert [text[:60] for text in (*open_to_all, *events, *screens) if TELLING.search(text)] == []
    assert not any("P91" in event.procedures for event in book().events.values())


def test_the_code_knows_it_only_where_it_refuses_to_know_it() -> None:
    found = {
        str(path.relative_to(ROOT / "kiosk"))
        for path in sorted((ROOT / "kiosk").rglob("*.py"))
        if TELLING.search(path.read_text(encoding="utf-8"))
    }
    kept_out = {"exchange/records/register.py", "model/resident.py", "flow/residents.py", "bootstrap/examine.py"}
    assert found <= {"exchange/records/record.py", "exchange/records/extract.py"} | kept_out  # no address is kept there


def test_no_table_of_the_store_has_a_place_for_it(tmp_path: Path) -> None:
    office = program(tmp_path)
    schema = office.store.database.read("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL")
    office.close()
    assert len(schema) > 3
    assert [row for row in schema if TELLING.search(str(row[0]))] == []


# ---- a marked household is a household -------------------------------------------------------------------------------
def test_a_towns_marks_are_not_read() -> None:
    assert extract(marked()) == extract()


def visit(data: bytes | None) -> tuple[Desk, list[str]]:
    """The head of the household comes with their card and the paper, answers, signs and confirms; every page."""
    case, pages = persona("kazoku4"), []
    taro = CardFace(
        name="架空　太郎",
        address=case.answers[OLD],
        birth=PartialDate(iso="1988-06-15"),
        sex="1",
        expires_on="2033-06-15",
    )
    desk = Desk().members(len(case.persons))

    def do(action: Action) -> None:
        desk.act(action)
        pages.append(bare(desk.page))

    do(UseCard(person="p1", face=taro))
    do(paper(data))
    while path := next((path for path in desk.open if path in case.answers), ""):
        do(Answer(path=path, text=case.answers[path]))
    for action in looked_through(desk.visit):
        do(action)
    do(GoTo(step=Step.SIGN))
    for signer in desk.page.signers:
        do(Sign(person=signer.person, signature=STROKES))
    do(Confirm())
    return desk, pages


def test_a_marked_household_gets_the_same_questions_pages_papers_and_records_as_any_other() -> None:
    (one, pages), (other, same) = visit(None), visit(marked())
    assert one.page.step is Step.DONE
    assert len(pages) > 30
    assert pages == same
    assert one.now.forms == other.now.forms
    assert one.now.case == other.now.case
    records = [[RECORDER.record(desk.now, found, at=AT) for found in desk.now.plan.filed] for desk in (one, other)]
    assert records[0] == records[1]
    assert confirmed(one).audit == confirmed(other).audit
    assert not any(TELLING.search(text) for text in (*pages, *(record.decode() for record in records[0])))


# ---- the wrong applicant ---------------------------------------------------------------------------------------------
def test_a_paper_on_which_the_applicant_does_not_stand_gives_nothing_at_all() -> None:
    before, desk = Desk().say(MOVE).say(PERPETRATOR), Desk().say(MOVE).say(PERPETRATOR).act(paper())
    assert desk.codes == {"extract-unused"}
    assert replace(desk.page, notices=()) == before.page
    assert bare(before.act(paper(marked())).page) == bare(desk.page)
    assert "本町" not in text_of(desk.page)


def test_a_paper_is_not_read_before_it_is_known_who_has_come() -> None:
    for said in ({}, {NAME: "架空　太郎"}, {BIRTH: "S63.6.15"}):
        desk = Desk().say(MOVE).say(said).act(paper())
        assert desk.codes == {"extract-applicant-first"}
        assert "花子" not in text_of(desk.page)


def test_the_card_of_somebody_else_never_tells_where_they_live() -> None:
    desk = Desk().members(2).say(MOVE).say(PERPETRATOR).act(UseCard(person="p2", face=HANAKO))
    assert desk.value("person[p2].name.full") == "架空　花子"
    assert "秘匿市" not in text_of(desk.page)
    assert "秘匿市" not in repr(desk.now.case.ledger)


def test_another_members_card_does_not_answer_whether_an_address_is_right() -> None:
    def read(address: str) -> str:
        desk = Desk().members(2).say(MOVE).say(PERPETRATOR).say({OLD: "見本県仮想市本町３丁目４番５号"})
        return bare(desk.act(UseCard(person="p2", face=HANAKO.model_copy(update={"address": address}))).page)

    assert read(HIDDEN) == read("見本県仮想市本町３丁目４番５号")


@pytest.mark.parametrize("role", ["任意代理人", "法定代理人", "使者"])
def test_whoever_comes_for_another_is_shown_no_address_from_a_card_or_a_paper(role: str) -> None:
    taro = HANAKO.model_copy(update={"name": "架空　太郎", "birth": PartialDate(iso="1988-06-15"), "sex": "1"})
    words = {path: text for path, text in MOVE.items() if path != ROLE}
    first = Desk().say(words).say({ROLE: role}).act(UseCard(person="p1", face=taro), paper())
    late = Desk().say(words).act(UseCard(person="p1", face=taro), paper()).say({ROLE: role})
    for desk in (first, late):
        assert desk.value("person[p2].name.full") == "架空　花子"
        assert [desk.value(path) for path in (OLD, "koseki.honseki", "person[p1].addr_jan1")] == [None] * 3
        assert "秘匿市" not in text_of(desk.page)
        assert "本町" not in text_of(desk.page)
        assert desk.page.conflicts == ()


def test_the_applicants_own_paper_gives_their_own_address_and_no_other_members() -> None:
    desk = Desk().say(MOVE).say({NAME: "架空　太郎", BIRTH: "S63.6.15"}).act(paper())
    assert desk.value(OLD) is not None
    given = {fact.path for fact in desk.now.case.ledger.facts}
    assert not [path for path in given if re.match(r"person\[p[2-9]\]\.(addr|address)", path)]


def test_nothing_is_carried_over_to_the_next_visit() -> None:
    desk = told("kazoku4").act(StartVisit(event="tennyu"))
    assert desk.value(OLD) is None
    assert "仮想市" not in text_of(desk.page)
