"""転出証明書データ: facts in the right order, whatever a spreadsheet did to it, and no forbidden number."""

import datetime as dt
from pathlib import Path

import pytest

from kiosk.exchange.records.cells import Field, load_extract
from kiosk.exchange.records.extract import Extract, read_extract
from kiosk.model.address import Address
from kiosk.model.base import Issue
from kiosk.model.errors import SiteError
from kiosk.model.wareki import PartialDate, Precision

ROOT = Path(__file__).resolve().parents[2]
MAPPING = load_extract((ROOT / "forms" / "exchange" / "extract.toml").read_bytes())
SAMPLE = ROOT.parent / "shared" / "domain" / "residents" / "memuro_mado_sample_household_100.csv"
ON = dt.date(2026, 4, 20)

TARO = {
    "世帯番号": "1",
    "記載順位": "2",
    "最新フラグ": "1",
    "住民種別": "1",
    "住民票コード": "99900000001",
    "個人番号": "123456789018",
    "基礎年金番号": "1234567890",
    "氏名": "架空　太郎",
    "氏名_フリガナ": "カクウ　タロウ",
    "性別": "1",
    "生年月日": "1988-06-15",
    "生年月日_不詳フラグ": "0",
    "生年月日_不詳表記": "",
    "続柄コード1": "2",
    "続柄表記": "世帯主",
    "世帯主氏名": "架空　太郎",
    "住所_市区町村コード": "999997",
    "住所_都道府県": "見本県",
    "住所_市区郡町村名": "仮想市",
    "住所_町字": "本町三丁目",
    "住所_番地号表記": "４番５号",
    "住所_方書": "見本荘　２０３",
    "住所_郵便番号": "０００００００",
    "本籍": "見本県仮想市本町三丁目",
    "本籍_地番号または、街区符号": "４番",
    "戸籍_筆頭者": "架空　太郎",
    "住所を定めた年月日": "2020-04-01",
    "国保資格有無": "1",
    "後期高齢資格有無": "0",
    "年金資格種別": "1",
    "転出予定年月日": "2026-04-18",
}
HANA = TARO | {
    "記載順位": "1",
    "氏名": "架空　花子",
    "氏名_フリガナ": "カクウ　ハナコ",
    "性別": "2",
    "続柄コード1": "12",
    "続柄表記": "妻",
    "住所を定めた年月日": "2026-02-01",
    "国保資格有無": "0",
    "後期高齢資格有無": "1",
    "年金資格種別": "99",
}


def text(*rows: dict[str, str]) -> str:
    lines = [list(rows[0]), *[list(row.values()) for row in rows]]
    return "".join(",".join(f'"{cell}"' for cell in line) + "\r\n" for line in lines)


def read(*rows: dict[str, str]) -> Extract:
    found = read_extract(text(*rows).encode(), MAPPING, on=ON)
    assert isinstance(found, Extract), found
    return found


def faults(*rows: dict[str, str]) -> tuple[Issue, ...]:
    found = read_extract(text(*rows).encode(), MAPPING, on=ON)
    assert isinstance(found, tuple)
    return found


def test_people_come_in_the_order_of_the_certificate() -> None:
    assert [person["person.name.full"] for person in read(TARO, HANA).persons] == ["架空　花子", "架空　太郎"]


def test_a_person_has_the_facts_the_certificate_states() -> None:
    (person,) = read(TARO).persons
    assert person == {
        "person.name.full": "架空　太郎",
        "person.kana": "カクウ　タロウ",
        "person.birth.date": PartialDate(iso="1988-06-15"),
        "person.sex": "男",
        "person.relation_old": "世帯主",
        "person.is_japanese": True,
        "person.insurance.previous": "国民健康保険",
        "person.pension.kind": "国民年金第1号",
        "person.addr_jan1": "見本県仮想市本町三丁目４番５号　見本荘　２０３",
    }


def test_the_case_has_the_old_address_the_register_and_the_planned_day() -> None:
    case = read(TARO).case
    assert case["addr.old.text"] == Address(
        text="見本県仮想市本町三丁目４番５号　見本荘　２０３",
        postal="0000000",
        lg_code="999997",
        prefecture="見本県",
        city="仮想市",
        town="本町三丁目",
        number="４番５号",
        building="見本荘　２０３",
    )
    assert case["koseki.honseki"] == "見本県仮想市本町三丁目４番"
    assert case["koseki.head_name"] == case["household.old.head_name"] == "架空　太郎"
    assert case["case.tenshutsu_planned_on"] == PartialDate(iso="2026-04-18")
    assert case["case.event_type"] == "国内転入"


def test_the_address_on_the_first_of_january_is_known_only_for_who_lived_there_then() -> None:
    hanako, taro = read(TARO, HANA).persons
    assert "person.addr_jan1" in taro
    assert "person.addr_jan1" not in hanako
    on_the_day = read(TARO | {"住所を定めた年月日": "2026-01-01"}).persons[0]
    assert "person.addr_jan1" in on_the_day


def test_insurance_and_pension_come_from_their_codes_and_unknown_codes_say_nothing() -> None:
    hanako = read(HANA).persons[0]
    assert hanako["person.insurance.previous"] == "後期高齢者医療"
    assert "person.pension.kind" not in hanako
    none = read(TARO | {"国保資格有無": "0", "年金資格種別": "2"}).persons[0]
    assert "person.insurance.previous" not in none
    assert none["person.pension.kind"] == "第2号(厚生年金・共済)"


def test_numbers_of_the_register_are_never_read() -> None:
    content = repr(read(TARO, HANA))
    for number in ("99900000001", "123456789018", "1234567890"):
        assert number not in content


@pytest.mark.parametrize("column", ["個人番号", "住民票コード", "基礎年金番号"])
def test_a_mapping_that_asks_for_a_forbidden_column_gets_nothing(column: str) -> None:
    greedy = Field.model_validate({"column": column, "key": "person.phone", "as": "text"})
    mapping = MAPPING.model_copy(update={"person": (*MAPPING.person, greedy)})
    found = read_extract(text(TARO).encode(), mapping, on=ON)
    assert isinstance(found, Extract)
    assert "person.phone" not in found.persons[0]


@pytest.mark.parametrize(
    ("encoding", "told"), [("utf-8", ""), ("utf-8-sig", ""), ("utf-16", ""), ("cp932", "Shift_JIS（CP932）")]
)
def test_an_encoding_that_nobody_said_is_found_out_and_told_where_it_is_not_plain(encoding: str, told: str) -> None:
    found = read_extract(text(TARO).encode(encoding), MAPPING, on=ON)
    assert found == read(TARO).model_copy(update={"taken_for": told})


def test_a_relation_is_understood_from_its_codes_when_the_wording_is_missing() -> None:
    assert read(TARO | {"続柄表記": ""}).persons[0]["person.relation_old"] == "世帯主"
    chain = HANA | {"続柄表記": "", "続柄コード2": "52"}
    assert read(chain).persons[0]["person.relation_old"] == "妻の母"


@pytest.mark.parametrize("written", ["1988/6/15", "19880615", "１９８８－０６－１５"])
def test_dates_that_a_spreadsheet_rewrote_are_understood(written: str) -> None:
    assert read(TARO | {"生年月日": written}).persons[0]["person.birth.date"] == PartialDate(iso="1988-06-15")


def test_an_unknown_birth_date_keeps_its_wording() -> None:
    row = TARO | {"生年月日": "", "生年月日_不詳フラグ": "1", "生年月日_不詳表記": "昭和25年頃"}
    born = read(row).persons[0]["person.birth.date"]
    assert born == PartialDate(iso="1950", era_text="昭和25年", precision=Precision.ABOUT, unknown_text="昭和25年頃")


def test_rows_that_are_no_longer_current_are_passed_over() -> None:
    old = HANA | {"最新フラグ": "0"}
    assert len(read(TARO, old).persons) == 1


def test_faults_name_the_line_and_the_column_and_repeat_no_value() -> None:
    found = faults(TARO | {"氏名": ""}, HANA | {"生年月日": "昭和のはじめ"})
    assert [issue.where for issue in found] == ["転出証明書データ 3行目 生年月日", "転出証明書データ 2行目 氏名"]
    assert "昭和のはじめ" not in str(found)


def test_a_missing_name_is_a_fault_of_its_line() -> None:
    (issue,) = faults(TARO | {"氏名": ""})
    assert str(issue) == "転出証明書データ 2行目 氏名: 値がありません。"


def test_a_missing_column_is_a_fault_of_the_header() -> None:
    (issue,) = faults({key: value for key, value in TARO.items() if key != "生年月日"})
    assert issue.where == "転出証明書データ 1行目 生年月日"


def test_two_households_in_one_file_are_refused() -> None:
    (issue,) = faults(TARO, HANA | {"世帯番号": "2"})
    assert "世帯" in issue.message


@pytest.mark.parametrize("data", [b"", b"\x81", text(TARO).splitlines()[0].encode(), b'"a\r\n'])
def test_a_file_that_is_no_table_is_an_issue_and_not_an_exception(data: bytes) -> None:
    assert isinstance(read_extract(data, MAPPING, on=ON), tuple)


def test_a_broken_mapping_is_reported_to_staff() -> None:
    with pytest.raises(SiteError, match="X01"):
        load_extract('order = "記載順位"\n'.encode())


@pytest.mark.skipif(not SAMPLE.is_file(), reason="the sample household is not on this machine")
def test_the_published_sample_household_is_read_whole() -> None:
    found = read_extract(SAMPLE.read_bytes(), MAPPING, on=ON)
    assert isinstance(found, Extract), found
    assert [person["person.relation_old"] for person in found.persons] == ["世帯主", "妻", "母", "子"]
    assert [person.get("person.insurance.previous") for person in found.persons] == [
        "国民健康保険",
        "国民健康保険",
        "後期高齢者医療",
        "国民健康保険",
    ]
    old = found.case["addr.old.text"]
    assert isinstance(old, Address)
    assert (old.postal, old.lg_code, old.town) == ("9990001", "999999", "中央一丁目")
    assert "9990000000" not in repr(found)


@pytest.mark.parametrize("told", ["3630615", "1988/06/15 0:00", "昭和63年6月15日"])
def test_a_birth_is_the_same_day_however_the_office_writes_it(told: str) -> None:
    born = read(TARO | {"生年月日": told}).persons[0]["person.birth.date"]
    assert isinstance(born, PartialDate)
    assert born.iso == "1988-06-15"


@pytest.mark.parametrize("told", ["9999-12-31", "99999999", "0000-00-00"])
def test_the_last_day_of_a_program_is_no_day_where_none_need_be_stated(told: str) -> None:
    found = read(TARO | {"在留期間の満了の日": told, "転出予定年月日": told})
    assert "person.foreign.expiry" not in found.persons[0]
    assert "case.tenshutsu_planned_on" not in found.case


@pytest.mark.parametrize("told", ["9999-12-31", "2026-04-21", "2020105", "1867-01-01"])
def test_a_birth_that_is_none_is_named_with_its_line_and_column(told: str) -> None:
    (issue,) = faults(TARO | {"生年月日": told})
    assert "2行目 生年月日" in issue.where
    assert told not in str(issue)
