"""支援措置: whoever stands at the counter, perhaps the very person somebody hides from, learns and leaves nothing.

The program does not know whom a municipality protects, so every visit here is played twice or more: with a household
that another town has marked and with one it has not, with the right applicant and with one who should not be there.
"""

import csv
import datetime as dt
import io
import re
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp
from pydantic_core import to_json

from kiosk.bootstrap.blank import blank_paper
from kiosk.bootstrap.program import Program
from kiosk.designing.rehearsal import looked_through
from kiosk.exchange.records.cells import load_extract
from kiosk.exchange.records.extract import Extract, read_extract
from kiosk.exchange.records.recorder import Recorder
from kiosk.flow.actions import Action, Answer, Confirm, GoTo, HandOff, Hold, Sign, StartVisit, Step, UseCard, UseExtract
from kiosk.flow.clock import FixedClock
from kiosk.flow.pages import CounterPage
from kiosk.model.card import CardFace
from kiosk.model.errors import SiteError
from kiosk.model.fact import Held
from kiosk.model.wareki import PartialDate
from tests.offices import confirmed
from tests.visits import FORMS, MOVE, ROOT, STROKES, TODAY, Desk, book, persona, place_at, told

ROLE, OLD, NAME, BIRTH = "case.applicant_role", "addr.old.text", "person[p1].name.full", "person[p1].birth.date"
TELLING = re.compile(
    r"支援措置|仮支援|加害|被害|ドメスティック|ストーカー|虐待|\bDV\b|\bdv[._]|shien|support_measure|protected", re.I
)
HIDDEN = "見本県秘匿市隠町９番９号"
HANAKO = CardFace(
    name="架空　花子", address=HIDDEN, birth=PartialDate(iso="1990-11-03"), sex="2", expires_on="2033-11-03"
)
PERPETRATOR = {NAME: "架空　次郎", BIRTH: "S60.1.1"}
RECORDER = Recorder(municipality="999997", municipality_name="見本県架空市")
AT = dt.datetime(2026, 4, 20, 1, tzinfo=dt.UTC)


def extract(data: bytes | None = None) -> Extract:
    mapping = load_extract((FORMS / "exchange" / "extract.toml").read_bytes())
    read = read_extract(data or (FORMS / "personas" / "kazoku4.csv").read_bytes(), mapping, on=TODAY)
    assert isinstance(read, Extract), read
    return read


def paper(data: bytes | None = None) -> UseExtract:
    found = extract(data)
    return UseExtract(persons=found.persons, case=found.case)


def marked() -> bytes:
    """The family's paper as a town might send it about a household it protects, with every mark a town could make."""
    rows = list(csv.reader(io.StringIO((FORMS / "personas" / "kazoku4.csv").read_text(encoding="utf-8-sig"))))
    header, people = rows[0], rows[1:]
    for row in people:
        row[header.index("他業務参照不可フラグ")] = "1"
        row[header.index("履歴選択不可フラグ")] = "1"
    marks = ["支援措置対象者フラグ", "支援措置区分", "証明発行抑止フラグ"]
    text = io.StringIO()
    csv.writer(text).writerows([header + marks, *([*row, "1", "DV", "1"] for row in people)])
    return text.getvalue().encode()


def program(home: Path) -> Program:
    return Program(place_at(home), FixedClock(AT))


def text_of(page: CounterPage) -> str:
    """Everything on a page."""
    return to_json(page).decode()


def bare(page: CounterPage) -> str:
    """A page without what tells one visit from another."""
    return text_of(replace(page, slip=""))


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
    screens = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "assets" / "words").rglob("*.*"))]
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


# ---- 職員がご案内します ----------------------------------------------------------------------------------------------
@pytest.mark.parametrize("step", [Step.INTERVIEW, Step.PLAN, Step.CHECK, Step.SIGN])
@pytest.mark.parametrize("whole", [False, True])
def test_a_clerk_who_takes_over_leaves_what_any_hold_leaves(step: Step, *, whole: bool) -> None:
    def at_the_desk() -> Desk:
        return (told("kazoku4") if whole else Desk().say(MOVE)).act(GoTo(step=step))

    off, held = at_the_desk().act(HandOff()), at_the_desk().act(Hold(path=ROLE))
    assert off.page == held.page
    assert off.now.case.ledger == held.now.case.ledger
    assert off.now.facts.held(ROLE)


def test_what_a_clerk_took_over_sends_nothing_and_writes_nothing_but_the_hold() -> None:
    desk = told("kazoku4").act(HandOff())
    said = desk.now.case.ledger.facts[len(told("kazoku4").now.case.ledger.facts) :]
    assert [fact.value for fact in said if fact.path == ROLE] == [Held()]
    assert {fact.reason for fact in said} == {""}
    made = confirmed(desk)
    assert (desk.page.sent, made.parcels) == (0, ())
    assert made.audit[0].detail.split() == ["parcels=0"]
    assert desk.now.forms == ()
    assert not TELLING.search(text_of(desk.page))


def test_a_clerk_can_take_over_an_empty_desk_or_a_finished_visit_without_any_effect() -> None:
    desk = told("kazoku4").act(Confirm())
    done = desk.page
    assert desk.act(HandOff()).page == done
    assert Desk(event="nothing").act(HandOff()).page.step is Step.START


def test_the_visit_goes_on_when_the_clerk_comes_back() -> None:
    back = told("kazoku4").act(HandOff()).say({ROLE: "世帯主"})
    assert [form.key for form in back.now.forms] == [form.key for form in told("kazoku4").now.forms]


# ---- the paper for staff ---------------------------------------------------------------------------------------------
def test_the_form_for_staff_is_a_blank_sheet_without_number_or_barcode(tmp_path: Path) -> None:
    office = program(tmp_path)
    document = pypdfium2.PdfDocument(blank_paper(office, "F24").content)
    office.close()
    pages = list(document)
    text = "".join(page.get_textpage().get_text_range() for page in pages)
    assert "支援措置申出書" in text
    assert not re.search(r"F24-|260420|1/1ページ", text)
    assert not TELLING.search(str(document.get_metadata_dict()))
    pictures = [page.render(scale=200 / 72).to_pil().convert("L") for page in pages]
    assert [code.text for picture in pictures for code in zxingcpp.read_barcodes(picture)] == []


def test_the_audit_knows_that_a_blank_sheet_was_made_and_not_which(tmp_path: Path) -> None:
    office = program(tmp_path)
    for form in ("F24", "F08"):
        blank_paper(office, form)
    entries, boxes = office.store.audit.read(), office.store.outbox.count(AT)
    office.close()
    seen = [(entry.action, entry.case, entry.detail, entry.by) for entry in entries]
    assert (seen, boxes.pending) == ([("blank-paper", "", "", "office")] * 2, 0)


def test_a_form_that_does_not_exist_is_told_with_those_that_do(tmp_path: Path) -> None:
    with pytest.raises(SiteError, match="F04") as told_so:
        blank_paper(program(tmp_path), "F99")
    assert "F08" in told_so.value.mend
    assert not (tmp_path / "data").exists()


def test_no_visit_can_come_near_the_form_for_staff() -> None:
    using = {name for name, found in book().procedures.items() for each in found.versions if "F24" in each.forms}
    reached = {name for event in book().events.values() for name in event.procedures}
    assert using - reached == using == {"P91"}
    assert not any(using & set(found.after) for found in book().procedures.values())
