"""Family register, condolence and proxy papers: complete, couples side by side, handwriting left to the signers."""

import datetime as dt
import json
import re
import uuid
from pathlib import Path
from typing import Any

import pytest

from kiosk.catalogue.book import check_book
from kiosk.catalogue.drawing.sheet import Published, build
from kiosk.catalogue.template_checks import facts_of
from kiosk.model.case import Case
from kiosk.model.fact import Fact, Ledger, Value
from kiosk.model.filled import BoxState, FilledBox
from kiosk.model.plan import Need, Outcome, Plan
from kiosk.model.source import Source
from kiosk.model.template import Box, Kind, Template
from kiosk.model.vocabulary import Type
from kiosk.model.wareki import PartialDate
from kiosk.rules.book import RuleBook
from kiosk.rules.facts import Facts
from kiosk.rules.fill import fill
from tests.forms import load_form
from tests.visits import read

ROOT = Path(__file__).resolve().parents[2]
FIELDS = ROOT / ".." / "shared" / "domain" / "forms_fields.json"
FORMS = ("F19", "F20", "F21", "F22", "F23", "F24", "F25", "F26", "F27")
VERSIONS = (*((form, "001") for form in FORMS), ("F22", "000"))
NOW = dt.datetime(2026, 4, 20, 1, tzinfo=dt.UTC)

BY_HAND = {  # signed by the people themselves, ticked by them, or another person's paper that staff only check
    "birth.certificate",
    "death.certificate",
    "marriage.sign",
    "marriage.witness",
    "divorce.intent_check",
    "divorce.sign",
    "divorce.witness",
    "poa.principal.name",
}
PARTS = {
    "F19": {"no4l", "no4s", "no5t", "no7h", "no7r", "no8b", "no8a", "no9b", "no9a", "no10h"}
    | {"no15k", "no15b", "no15a", "no15h", "no15f"},
    "F20": {"no2k", "no5t", "no7h", "no8h", "no9a", "no13b", "no13a", "no13h", "no13f"},
    "F21": {"no2kh", "no2kw", "no11dh", "no11dw"},
    "F22": {"no2kh", "no2kw", "no7d", "no8t", "no8r"},
}
"""Where the statute's paper has several boxes for one field of the list: 嫡出子・嫡出でない子 and 男・女, day and time,
住所 and 世帯主の氏名 ... The box without a letter is the field's own."""
SOMETIMES = {("F21", 8)}  # who marries a foreign national keeps the 氏: there is none to choose
OWN_FACT = {  # a fact of its own where the list's key already means something else on the same day
    # 本籍と筆頭者 of a Japanese, 国籍 of a foreign national
    ("F19", "koseki.honseki"): "birth.register",
    ("F21", "marriage.honseki"): "marriage.register",
    ("F22", "divorce.honseki"): "divorce.register",
    # a child is a member of the visit: the same name, reading and birth on every form
    ("F19", "birth.child.name"): "person[P].name.full",
    ("F19", "birth.child.kana"): "person[P].kana",
    ("F19", "birth.child.order"): "person[P].birth.order",
    ("F19", "birth.at"): "person[P].birth.date",
    ("F25", "bank.holder_kana"): "death.holder_kana",
    **{("F25", f"bank.{part}"): f"payee.{part}" for part in ("institution", "branch", "type", "number")},
    ("F26", "heirs"): "heirs.text",
    ("F27", "cert.copies"): "cert.seal.copies",
    ("F27", "cert.purpose"): "cert.seal.purpose",
}


def folder(form: str, version: str = "001") -> Path:
    return ROOT / "forms" / "templates" / form / version


@pytest.fixture(scope="module")
def book() -> RuleBook:
    return read(ROOT / "forms").book


def template(form: str, version: str = "001") -> Template:
    loaded = load_form(folder(form, version))
    assert isinstance(loaded, Template), loaded
    return loaded


def field_list(form: str) -> list[dict[str, Any]]:
    if not FIELDS.exists():
        pytest.skip("the shared field lists are not beside this checkout")
    forms: list[dict[str, Any]] = json.loads(FIELDS.read_text(encoding="utf-8"))["forms"]
    fields: list[dict[str, Any]] = next(entry["fields"] for entry in forms if entry["form_id"] == form)
    return fields


def boxes_of(loaded: Template, number: int) -> list[Box]:
    return [box for box in loaded.boxes if box.no == number]


def filled(
    book: RuleBook, form: str, said: dict[str, Value], *, people: int = 2, event: str = "tennyu"
) -> dict[str, FilledBox]:
    """The boxes of a form on 20 April 2026 when these facts have been said."""
    facts = tuple(
        Fact(path=path, value=_typed(book, path, value), source=Source.INTERVIEW, by="counter", at=NOW)
        for path, value in said.items()
    )
    case = Case(
        id=uuid.UUID(int=1),
        slip="260420-001",
        event=event,
        today=dt.date(2026, 4, 20),
        opened_at=NOW,
        persons=tuple(f"p{number}" for number in range(1, people + 1)),
        ledger=Ledger(facts=facts),
    )
    plan = Plan(on=case.today, outcomes=(Outcome(procedure="", need=Need.NEEDED, forms=(form,)),))
    return {box.box: box for sheet in fill(Facts(case, book), plan) for box in sheet.boxes}


def _typed(book: RuleBook, path: str, value: Value) -> Value:
    item = book.vocabulary.item(path)
    assert item is not None, path
    return PartialDate(iso=str(value)) if item.type is Type.DATE else value


COUPLE: dict[str, Value] = {
    "person[p1].name.full": "架空　太郎",
    "person[p1].kana": "カクウ　タロウ",
    "person[p1].birth.date": "1988-06-15",
    "person[p2].name.full": "架空　花子",
    "person[p2].kana": "カクウ　ハナコ",
    "person[p2].birth.date": "1990-11-03",
}


@pytest.mark.parametrize(("form", "version"), VERSIONS)
def test_the_published_files_are_what_the_sheet_draws(form: str, version: str) -> None:
    built = build((folder(form, version) / "sheet.toml").read_text(encoding="utf-8"))
    assert isinstance(built, Published), built
    assert (folder(form, version) / "template.toml").read_bytes() == built.toml.encode()
    for name, page in built.pages.items():
        assert (folder(form, version) / name).read_bytes() == page.encode()


def test_the_catalogue_finds_nothing_wrong_with_these_forms_and_their_vocabulary(book: RuleBook) -> None:
    mine = (*(f"templates/{form}" for form in FORMS), *(f"{form}/" for form in FORMS), "koseki.toml")
    assert [issue for issue in check_book(book) if any(name in issue.where for name in mine)] == []


@pytest.mark.parametrize("form", FORMS)
def test_every_field_of_the_list_has_one_box_or_one_for_each_of_the_couple(form: str) -> None:
    loaded, fields = template(form), field_list(form)
    nos = {field["no"] for field in fields}
    ours = (box for box in loaded.boxes if box.label.startswith("代理人 ") or box.fact == "koseki.filed_at")
    beside = {box.no for box in ours} - nos  # who comes for somebody else, and where a notification was filed
    assert {box.no for box in loaded.boxes} - beside == nos
    for field in fields:
        boxes = boxes_of(loaded, field["no"])
        whole = [box for box in boxes if box.id not in PARTS.get(form, ())]
        assert len(whole) == (2 if field["repeat"] == "2" else 1)
        needed = "conditional" if (form, field["no"]) in SOMETIMES else field["required"]
        assert {box.required for box in whole} == {needed}
        assert {box.counts for box in boxes} == {field["counts_as_paper_box"]}


@pytest.mark.parametrize("form", [form for form in FORMS if form != "F24"])
def test_every_box_is_bound_to_its_field_or_left_to_the_hand_of_the_signer(form: str) -> None:
    loaded = template(form)
    for field in field_list(form):
        key = field["key"].replace("{", "").replace("}", "")
        for box in boxes_of(loaded, field["no"]):
            if box.id in PARTS.get(form, ()):
                assert box.fact
            elif key in BY_HAND:
                assert (box.kind, box.fact) == (Kind.BLANK, ""), key
            elif field["repeat"] == "2":
                role = "husband" if box.id.endswith("h") else "wife"
                assert all(role in fact.split(".") for fact in facts_of(box)), key
                own = OWN_FACT.get((form, key), key)
                assert any(fact.startswith(own) for fact in facts_of(box)), key
            else:
                assert facts_of(box)[0] == OWN_FACT.get((form, key), key)


def test_nothing_of_the_protection_request_can_ever_be_filled_in(book: RuleBook) -> None:
    loaded = template("F24")
    assert {(box.kind, box.fact, box.when) for box in loaded.boxes} == {(Kind.BLANK, "", "")}
    boxes = filled(book, "F24", COUPLE)
    assert {(box.state, box.text, box.needs) for box in boxes.values()} == {(BoxState.BLANK, "", ())}


def test_the_vocabulary_has_no_key_for_individual_numbers_or_protection_requests(book: RuleBook) -> None:
    assert [key for key in book.vocabulary.by_key if "my_number" in key or key.startswith("dv")] == []


def test_no_fact_stands_inside_another_one(book: RuleBook) -> None:
    keys = set(book.vocabulary.by_key)
    assert [key for key in keys if "." not in key or any(other.startswith(f"{key}.") for other in keys)] == []


def test_the_divorce_paper_of_the_filing_day_is_taken(book: RuleBook) -> None:
    before, after = book.template("F22", dt.date(2026, 3, 31)), book.template("F22", dt.date(2026, 4, 1))
    assert before is not None
    assert after is not None
    assert (before.version, after.version) == ("000", "001")
    assert {box.no for box in after.boxes} - {box.no for box in before.boxes} == {9, 12, 13}
    assert {box.no for box in before.boxes} == {box.no for box in after.boxes} - {9, 12, 13}


def test_the_names_of_a_couple_come_from_the_two_people_at_the_counter(book: RuleBook) -> None:
    boxes = filled(book, "F21", {**COUPLE, "marriage.husband": "p1"})
    assert [boxes[name].text for name in ("no2h", "no2w")] == ["架空　太郎", "架空　花子"]
    assert [boxes[name].text for name in ("no2kh", "no2kw")] == ["カクウ　タロウ", "カクウ　ハナコ"]
    assert boxes["no3w"].text == "平成2年11月3日"


def test_with_two_people_only_one_question_tells_who_is_who(book: RuleBook) -> None:
    boxes = filled(book, "F21", COUPLE)
    assert {need for name in ("no2h", "no2w", "no3h", "no3w") for need in boxes[name].needs} == {"marriage.husband"}


def test_a_first_marriage_needs_no_date_of_a_former_one(book: RuleBook) -> None:
    said: dict[str, Value] = {"marriage.order.husband": "初婚", "marriage.order.wife": "再婚（離別）"}
    boxes = filled(book, "F21", said)
    assert (boxes["no11h"].marks, boxes["no11dh"].text) == (("初婚",), "")
    assert boxes["no11w"].marks == ("再婚（離別）",)
    assert (boxes["no11dw"].state, boxes["no11dw"].needs) == (BoxState.MISSING, ("marriage.ended.wife",))


def test_a_divorce_by_agreement_has_no_day_of_judgment_and_needs_witnesses(book: RuleBook) -> None:
    agreed = filled(book, "F22", {"divorce.kind": "協議", "divorce.has_children": False})
    judged = filled(book, "F22", {"divorce.kind": "判決", "divorce.settled_on": "2026-04-01"})
    assert (agreed["no7"].marks, agreed["no7d"].text) == (("協議",), "")
    assert (judged["no7"].marks, judged["no7d"].text) == (("判決",), "令和8年4月1日")
    assert [boxes["no20h"].state for boxes in (agreed, judged)] == [BoxState.BLANK, BoxState.NOT_APPLICABLE]
    assert [agreed[name].state for name in ("no9", "no10", "no11", "no12", "no13h")] == [BoxState.NOT_APPLICABLE] * 5


def test_the_parent_who_files_a_birth_is_not_asked_for_own_particulars_again(book: RuleBook) -> None:
    said: dict[str, Value] = {
        **{path: value for path, value in COUPLE.items() if path.startswith("person[p1]")},
        "person[p2].birth.date": "2026-04-10",
        "birth.reporter_role": "父",
        "birth.legitimacy": "嫡出子",
    }
    boxes = filled(book, "F19", said, event="shussei")
    assert [boxes[name].text for name in ("no8", "no8b", "no8a")] == ["架空　太郎", "昭和63年6月15日", "37"]
    assert [boxes[name].needs for name in ("no9", "no9b")] == [("birth.mother",), ("birth.mother_birth",)]


def test_jobs_are_asked_only_in_the_year_of_a_census(book: RuleBook) -> None:
    days: list[dict[str, Value]] = [{"person[p2].birth.date": day} for day in ("2026-03-31", "2026-04-01")]
    states = [filled(book, "F19", born, event="shussei")["no13"].state for born in days]
    assert states == [BoxState.MISSING, BoxState.NOT_APPLICABLE]


def test_the_funeral_payment_goes_to_the_account_of_the_one_who_held_the_funeral(book: RuleBook) -> None:
    assert filled(book, "F25", COUPLE)["no11"].text == "カクウ　タロウ"


def test_a_power_of_attorney_leaves_the_name_of_the_principal_to_the_principal(book: RuleBook) -> None:
    boxes = filled(book, "F23", {**COUPLE, "case.applicant_role": "本人"})
    assert (boxes["no4"].state, boxes["no4"].text) == (BoxState.BLANK, "")
    assert (boxes["no2"].text, boxes["no5"].text) == ("架空市長", "昭和63年6月15日")


# ---- the statute's papers --------------------------------------------------------------------------------------------
STATUTE = ("F19", "F20", "F21", "F22")
CHOICES = {
    "F19": ("嫡出子", "嫡出でない子", "男", "女", "7 公設所の長", "6 仕事をしている者のいない世帯"),
    "F20": ("男", "女", "いない（死別）", "8 公設所の長", "13 任意後見受任者"),
    "F21": ("夫の氏", "妻の氏", "初婚", "再婚・死別"),
    "F22": ("協議離婚", "調停", "審判", "和解", "請求の認諾", "判決", "もとの戸籍にもどる", "新しい戸籍をつくる"),
}


def printed(form: str, page: int = 1) -> list[str]:
    svg = (folder(form) / f"page-{page}.svg").read_text(encoding="utf-8")
    return re.findall(r">([^<>]+)</text>", svg)


@pytest.mark.parametrize("form", STATUTE)
def test_a_pen_finds_the_choices_of_the_statute_printed_and_no_invented_number_of_a_form(form: str) -> None:
    words = printed(form)
    assert set(CHOICES[form]) <= set(words)
    assert {"(1)", "(2)", "(3)", "(4)"} <= set(words)
    assert not any("様式" in word for word in words)
    assert "{city.mayor}　殿" in words


@pytest.mark.parametrize(("form", "title"), [("F19", "医師（助産師）が記入"), ("F20", "医師が記入")])
def test_the_half_of_the_doctor_is_there_and_nothing_is_ever_written_into_it(form: str, title: str) -> None:
    assert any(title in word for word in printed(form, 2))
    assert {box.page for box in template(form).boxes} == {1}


@pytest.mark.parametrize("form", STATUTE)
def test_what_is_from_memory_says_so(form: str) -> None:
    assert "from memory" in template(form).confidence
