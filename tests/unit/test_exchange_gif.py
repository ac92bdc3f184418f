"""GIF XML: valid against the published schema, with codes of the published lists, or a clear reason why not."""

import csv
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from kiosk.exchange.records import gif
from kiosk.exchange.records.blocks import Subject
from kiosk.exchange.records.gif import load_gif, render
from kiosk.exchange.records.sample import sample_fact, sample_facts, sample_record
from kiosk.model.address import Address
from kiosk.model.base import Issue
from kiosk.model.fact import Value
from kiosk.model.wareki import PartialDate, Precision

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared" / "domain" / "gif"
TABLES = load_gif((ROOT / "forms" / "exchange" / "gif.toml").read_bytes())
PD = {"pd": TABLES.namespace["person"], "pcd": TABLES.namespace["codes"]}

needs_schema = pytest.mark.skipif(not SHARED.is_dir(), reason="the published GIF schemas are not on this machine")


def people(changes: dict[str, Value] | None = None) -> tuple[Subject, ...]:
    said = sample_facts() | {path: sample_fact(path, value) for path, value in (changes or {}).items()}
    return sample_record(said).taishosha


def xml(person: Subject) -> Any:
    made = render(person, TABLES)
    assert isinstance(made, bytes), made
    return etree.fromstring(made)


def text(root: Any, name: str) -> str:
    return root.findtext(f".//{name}", namespaces=PD) or ""


@pytest.fixture(scope="module")
def schema() -> Any:
    return etree.XMLSchema(etree.parse(str(SHARED / "GIF_Core_DataModel.xsd")))


@needs_schema
@pytest.mark.parametrize("number", [0, 1, 2])
def test_every_person_of_the_household_is_valid(schema: Any, number: int) -> None:
    schema.assertValid(xml(people()[number]))


@needs_schema
@pytest.mark.parametrize("name", ["familyName", "givenName", "sex", "dateOfBirth", "address_MP04", "buildingNameEtc"])
def test_a_required_element_that_is_taken_away_makes_it_invalid(schema: Any, name: str) -> None:
    root = xml(people()[0])
    found = root.find(f".//pd:{name}", namespaces=PD)
    found.getparent().remove(found)
    assert not schema.validate(root)


@needs_schema
def test_another_order_or_an_impossible_date_makes_it_invalid(schema: Any) -> None:
    root = xml(people()[0])
    root.append(root[0])
    assert not schema.validate(root)
    root = xml(people()[0])
    root.find("pd:dateOfBirth", namespaces=PD).text = "1999-02-29"
    assert not schema.validate(root)


@needs_schema
def test_every_code_we_ship_is_in_the_published_lists() -> None:
    rows = csv.DictReader((SHARED / "gif_core_codelists.csv").read_text(encoding="utf-8").splitlines())
    official = {(row["list_en"], row["code"]): row["value"] for row in rows}
    for entry in TABLES.sex.values():
        assert official[("SexCodeList", entry.code)] == entry.value
    for entry in TABLES.country.values():
        assert official[("CountryRegionCodeList", entry.code)] == entry.value


def test_names_are_divided_by_a_half_width_space_and_numbers_are_half_width() -> None:
    root = xml(people()[0])
    assert text(root, "pd:fullName") == "架空 太郎"
    assert (text(root, "pd:familyName"), text(root, "pd:givenName")) == ("架空", "太郎")
    assert text(root, "pd:cityBlock") == "2-3"
    assert text(root, "pd:buildingNameEtc") == "架空ハイツ 101"
    assert text(root, "pd:fullAddress") == "見本県架空市中央一丁目2-3 架空ハイツ 101"
    assert text(root, "pd:contactPointPhoneNumber") == "(03)0000-0000"


def test_a_name_that_is_not_in_two_parts_stays_whole() -> None:
    root = xml(people()[1])
    assert (text(root, "pd:familyName"), text(root, "pd:givenName")) == ("SAMPLE ALEXANDRA MARIA", "")
    assert text(root, "pd:givenNameKana") == ""
    assert text(root, "pd:nationality/pcd:code") == "BRA"


def test_sex_that_was_not_stated_on_purpose_is_the_code_for_unknown() -> None:
    root = xml(people({"person[p1].sex": "記載なし"})[0])
    assert (text(root, "pd:sex/pcd:code"), text(root, "pd:sex/pcd:value")) == ("0", "不明")


def test_a_country_outside_the_table_leaves_the_element_out() -> None:
    root = xml(people({"person[p2].foreign.nationality": "架空国"})[1])
    assert root.find("pd:nationality", namespaces=PD) is None


@pytest.mark.parametrize(
    ("path", "value", "word"),
    [
        ("person[p1].birth.date", PartialDate(precision=Precision.UNKNOWN, unknown_text="年月日不詳"), "生年月日"),
        ("person[p1].birth.date", PartialDate(iso="1999-02-29"), "生年月日"),
        ("addr.new.text", Address(text="見本県架空市中央一丁目２番３号"), "住所"),
        ("person[p1].name.full", "", "氏名"),
    ],
)
def test_a_person_who_does_not_fit_the_pattern_is_left_out_with_the_reason(path: str, value: Value, word: str) -> None:
    made = render(people({path: value})[0], TABLES)
    assert isinstance(made, Issue)
    assert made.where == "p1"
    assert made.message.startswith(word)


def test_a_form_that_does_not_ask_for_sex_gives_no_gif_person() -> None:
    facts = {path: fact for path, fact in sample_facts().items() if not path.endswith(".sex")}
    made = render(sample_record(facts).taishosha[0], TABLES)
    assert isinstance(made, Issue)
    assert made.message.startswith("性別")


def test_the_element_names_are_those_of_the_module_and_no_identifier_is_among_them() -> None:
    assert "idGroup" not in Path(gif.__file__).read_text(encoding="utf-8")
    assert xml(people()[0]).find("pd:idGroup", namespaces=PD) is None
