"""What the courier would refuse is refused at the desk: too long, too great, or with signs that nobody sees."""

import datetime as dt
import uuid

import pytest

from kiosk.exchange.records.checks import check
from kiosk.exchange.records.columns import load_columns
from kiosk.exchange.records.limits import limits, sources
from kiosk.exchange.records.record import Envelope, build
from kiosk.flow.actions import Answer, Put, StartVisit, UseCard, UseExtract
from kiosk.flow.clock import FixedClock
from kiosk.flow.outside import Outside
from kiosk.flow.pages import QuestionView
from kiosk.flow.visit import Visit
from kiosk.flow.wording import Wording
from kiosk.model.address import Address
from kiosk.model.card import CardFace
from kiosk.model.fact import Fact, Value
from kiosk.model.limits import Limit
from kiosk.model.source import Source
from kiosk.model.vocabulary import Type
from kiosk.model.wareki import PartialDate
from kiosk.rules.calendar import OpenDays
from kiosk.rules.facts import Facts
from kiosk.rules.plan import Planner
from tests.visits import FORMS, TODAY, catalogue
from tests.wording import WORDS

COLUMNS = load_columns((FORMS / "exchange" / "columns.toml").read_bytes())
LIMITS = limits(COLUMNS, catalogue().book.vocabulary)
AT = dt.datetime.combine(TODAY, dt.time(1), tzinfo=dt.UTC)
FACE = CardFace(
    name="架空　太郎", address="見本県仮想市本町３丁目", birth=PartialDate(iso="1988-06-15"), sex="1", expires_on=""
)


def desk() -> Visit:
    """A desk that knows what the record takes, with a visit that has begun."""
    book = catalogue().book
    wording = Wording(WORDS, book.vocabulary)
    made = Visit(Outside(book=book, planner=Planner(OpenDays()), clock=FixedClock(AT), wording=wording, limits=LIMITS))
    made.handle(StartVisit(event="tennyu"))
    return made


def question(visit: Visit, path: str) -> QuestionView:
    return next(view for section in visit.page().sections for view in section.questions if view.path == path)


def now(visit: Visit) -> Facts:
    assert visit.snapshot is not None
    return visit.snapshot.facts


def said(visit: Visit) -> list[str]:
    return [visit.outside.wording.say(notice.message) for notice in visit.notices]


def faults(key: str, value: Value) -> list[str]:
    """What the check before sending says of a record with one fact more than who lives where."""
    path = key.replace("person.", "person[p1].", 1) if key.startswith("person.") else key
    home: dict[str, Value] = {"person[p1].sex": "男"}
    if key.startswith("addr."):
        home["addr.new.text"] = Address(text="見本県仮想市本町")
    facts = {
        path: Fact(path=path, value=value, source=Source.INTERVIEW, by="c", at=AT)
        for path, value in (home | {path: value}).items()
    }
    envelope = Envelope(
        case=uuid.UUID(int=1),
        slip="260420-001",
        municipality="131016",
        municipality_name="仮想市",
        procedure="tennyu",
        procedure_name="転入届",
        event="tennyu",
        filed_on=TODAY,
        operator="c",
        operated_at=AT,
    )
    found = check(build(envelope, facts=facts, persons=("p1",), used=set(facts)), COLUMNS)
    return [issue.message[:5] for issue in found]


def test_every_text_is_held_to_the_length_that_the_check_before_sending_holds_it_to() -> None:
    texts = {Type.TEXT, Type.NAME}
    for item in catalogue().book.vocabulary.items:
        if item.type in texts and item.key != "person.relation_new":
            most = LIMITS[item.key].letters
            assert "E0003" not in faults(item.key, "山" * most), item.key
            assert "E0003" in faults(item.key, "山" * (most + 1)), item.key


def test_a_number_is_held_to_the_digits_of_its_column() -> None:
    assert LIMITS["cert.copies"] == Limit(most=999)
    assert faults("cert.copies", 999) == []
    assert faults("cert.copies", 1000) == ["E0003"]


def test_what_is_in_half_width_letters_alone_is_known_by_its_column() -> None:
    assert LIMITS["person.foreign.card_no"] == Limit(letters=12, half=True)


def test_what_has_no_column_of_its_own_travels_among_the_others() -> None:
    assert sources("dog.name") == ("sonota.atai",)


@pytest.mark.parametrize(
    ("path", "words", "told"),
    [
        ("addr.new.katagaki", "荘" * 301, "長すぎます（301文字）。300文字まで"),
        ("addr.old.text", "見本県仮想市" + "町" * 300, "長すぎます（306文字）。300文字まで"),
        ("koseki.honseki", "本" * 301, "長すぎます（301文字）。300文字まで"),
        ("cert.copies", "1000", "数が大きすぎます。0から999まで"),
        ("person[p1].foreign.card_no", "ＡＢ１２あ", "半角で書けない文字が入っています。半角の英字・数字・記号"),
    ],
)
def test_what_the_record_cannot_hold_is_refused_beside_its_field(path: str, words: str, told: str) -> None:
    visit = desk()
    visit.handle(Answer(path=path, text=words))
    view = question(visit, path)
    assert (view.text, view.issue) == (words, told)
    assert now(visit).by_path.get(path) is None


def test_a_letter_with_its_glyph_selector_counts_once() -> None:
    visit = desk()
    visit.handle(Answer(path="koseki.honseki", text="葛\U000e0100" * 300))
    assert question(visit, "koseki.honseki").issue == ""


def test_what_a_widget_puts_together_is_held_to_the_same() -> None:
    visit = desk()
    visit.handle(Answer(path="addr.old.text", text="見本県仮想市本町１丁目"))
    visit.handle(Put(path="addr.old.text", value=Address(text="町" * 301)))
    assert question(visit, "addr.old.text").issue == "長すぎます（301文字）。300文字まで"
    assert now(visit).value("addr.old.text") is None


# ---- what is read ----------------------------------------------------------------------------------------------------
def test_a_sign_without_width_is_dropped_from_what_a_card_says_and_a_glyph_selector_stays() -> None:
    visit = desk()
    visit.handle(UseCard(person="p1", face=FACE.model_copy(update={"name": "葛\U000e0100\u200b城　太郎\ufeff"})))
    assert now(visit).value("person[p1].name.full") == "葛\U000e0100城　太郎"


def test_a_card_whose_name_turns_the_writing_round_gives_no_name_and_the_desk_says_which_field_and_why() -> None:
    visit = desk()
    visit.handle(UseCard(person="p1", face=FACE.model_copy(update={"name": "架空\u202e　太郎"})))
    assert now(visit).value("person[p1].name.full") is None
    assert now(visit).value("person[p1].birth.date") == FACE.birth
    (told,) = said(visit)
    assert told.startswith("「氏名」は取り込みませんでした。文字の向きを変える、目に見えない文字が入っています。")
    assert "太郎" not in told


def test_an_extract_gives_nothing_that_its_column_cannot_hold() -> None:
    visit = desk()
    visit.handle(UseCard(person="p1", face=FACE))
    row: dict[str, Value] = {
        "person.name.full": FACE.name,
        "person.birth.date": FACE.birth,
        "person.former_family_name": "架" * 51,
        "person.alias_name": "見本\x1b",
    }
    visit.handle(UseExtract(persons=(row,), case={"koseki.honseki": "本" * 301, "koseki.head_name": "架空　一郎"}))
    facts = now(visit)
    refused = ("person[p1].former_family_name", "person[p1].alias_name", "koseki.honseki")
    assert [facts.value(path) for path in refused] == [None] * 3
    assert facts.value("koseki.head_name") == "架空　一郎"
    assert [notice.kind for notice in visit.notices] == ["success", "warning", "warning", "warning"]


def test_the_columns_of_a_city_decide() -> None:
    """A narrower column in forms/exchange is a narrower field at the desk."""
    content = (FORMS / "exchange" / "columns.toml").read_text(encoding="utf-8")
    wide = 'romaji = "jusho_katagaki", type = "Ｎ", length = 300'
    narrow = content.replace(wide, wide.replace("300", "60"))
    made = limits(load_columns(narrow.encode()), catalogue().book.vocabulary)
    assert made["addr.new.katagaki"] == Limit(letters=60)
