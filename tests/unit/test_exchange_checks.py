"""Checks before sending: each kind of fault is found, named with its code, and never repeats the value."""

from pathlib import Path

import pytest

from kiosk.exchange.records.blocks import Common, Record, Subject
from kiosk.exchange.records.checks import check
from kiosk.exchange.records.columns import load_columns
from kiosk.exchange.records.record import digest
from kiosk.exchange.records.sample import sample_fact, sample_facts, sample_record
from kiosk.model.base import Issue
from kiosk.model.fact import Value

COLUMNS = load_columns((Path(__file__).resolve().parents[2] / "forms" / "exchange" / "columns.toml").read_bytes())


def sealed(record: Record) -> Record:
    return record.model_copy(update={"kyotsu": record.kyotsu.model_copy(update={"sha256": digest(record)})})


def with_person(**fields: str) -> Record:
    record = sample_record()
    first: Subject = record.taishosha[0].model_copy(update=fields)
    return sealed(record.model_copy(update={"taishosha": (first, *record.taishosha[1:])}))


def with_common(**fields: str) -> Record:
    record = sample_record()
    common: Common = record.kyotsu.model_copy(update=fields)
    return sealed(record.model_copy(update={"kyotsu": common}))


def with_fact(path: str, value: Value) -> Record:
    return sample_record(sample_facts() | {path: sample_fact(path, value)})


def codes(issues: tuple[Issue, ...]) -> list[str]:
    return [issue.message[:5] for issue in issues]


def test_the_sample_household_has_no_fault() -> None:
    assert check(sample_record(), COLUMNS) == ()


def test_a_required_item_that_is_empty_is_e0001() -> None:
    (issue,) = check(with_common(tetsuzukikodo=""), COLUMNS)
    assert issue.message.startswith("E0001")
    assert issue.where == "申請1行目 手続コード"


@pytest.mark.parametrize(
    "fields",
    [{"denwabango": "でんわ"}, {"zairyukadotobango": "ＡＢ\u300112345678"}, {"seinengappi": "1988/06/15"}],
)
def test_letters_that_do_not_fit_the_type_are_e0002(fields: dict[str, str]) -> None:
    assert codes(check(with_person(**fields), COLUMNS)) == ["E0002"]


def test_a_control_character_in_a_full_width_item_is_e0002() -> None:
    assert codes(check(with_person(kyuji="見本\x07"), COLUMNS)) == ["E0002"]


def test_length_counts_letters_as_people_see_them() -> None:
    fits = "葛\U000e0100" * 50
    assert check(with_person(kyuji=fits), COLUMNS) == ()
    (issue,) = check(with_person(kyuji=fits + "葛"), COLUMNS)
    assert issue.message.startswith("E0003")
    assert issue.allowed == "50文字まで"


@pytest.mark.parametrize(
    ("date", "flag", "wording", "sound"),
    [
        ("1988-06-15", "0", "", True),
        ("", "1", "昭和63年頃", True),
        ("", "", "", True),
        ("1988-06-15", "1", "", False),
        ("1988-06-15", "0", "昭和63年頃", False),
        ("", "0", "", False),
        ("", "1", "", False),
        ("1988-06-15", "", "", False),
    ],
)
def test_a_date_is_whole_or_declared_unknown_with_its_wording(
    date: str, flag: str, wording: str, *, sound: bool
) -> None:
    fields = {"seinengappi": date, "seinengappi_fushofuragu": flag, "seinengappi_fushohyoki": wording}
    assert codes(check(with_person(**fields), COLUMNS)) == ([] if sound else ["E0004"])


def test_a_day_outside_the_calendar_is_not_a_date() -> None:
    assert codes(check(with_person(seinengappi="1999-02-29"), COLUMNS)) == ["E0002"]


@pytest.mark.parametrize("code", ["999999", "99999７", "123"])
def test_a_wrong_municipality_code_is_e0004(code: str) -> None:
    assert codes(check(with_person(jusho_shikuchosonkodo=code), COLUMNS)) == ["E0004"]
    assert "E0004" in codes(check(with_common(shikuchosonkodo=code), COLUMNS))


@pytest.mark.parametrize("postal", ["000-0002", "00002"])
def test_a_postal_code_that_is_not_seven_digits_is_e0004(postal: str) -> None:
    assert "E0004" in codes(check(with_person(jusho_yubinbango=postal), COLUMNS))


@pytest.mark.parametrize("relation", ["祖父", "子の子の子の子の子", "妻の", "世帯主の子"])
def test_a_relation_outside_the_list_is_e0004(relation: str) -> None:
    assert codes(check(with_person(tsuzukigarahyoki=relation), COLUMNS)) == ["E0004"]


@pytest.mark.parametrize("relation", ["世帯主", "妻の母", "子の子の子の子", "夫（未届）", "縁故者"])
def test_a_relation_in_the_list_is_sound(relation: str) -> None:
    assert check(with_person(tsuzukigarahyoki=relation), COLUMNS) == ()


@pytest.mark.parametrize("typed", ["123456789018", "1234 5678 9018", "番号は１２３４５６７８９０１８です"])
@pytest.mark.parametrize("path", ["cert.purpose", "addr.new.katagaki", "bank.branch", "person[p1].phone"])
def test_what_looks_like_a_my_number_does_not_leave_wherever_it_was_typed(path: str, typed: str) -> None:
    issues = [issue for issue in check(with_fact(path, typed), COLUMNS) if "個人番号" in issue.message]
    assert issues
    assert not [issue for issue in issues if "1234" in str(issue) or "１２３４" in str(issue)]


def test_a_telephone_or_account_number_is_no_my_number() -> None:
    assert check(with_fact("bank.number", "1234567"), COLUMNS) == ()
    assert check(with_fact("person[p1].phone", "090-0000-0000"), COLUMNS) == ()


def test_a_record_changed_after_it_was_made_is_found() -> None:
    record = sample_record()
    changed = record.model_copy(update={"ido": record.ido.model_copy(update={"honseki": "見本県"})})
    assert codes(check(changed, COLUMNS)) == ["E0004"]


def test_no_message_repeats_what_somebody_wrote() -> None:
    record = with_person(shimei="架空" * 60, tsuzukigarahyoki="架空の者", jusho_yubinbango="架空")
    issues = check(record, COLUMNS)
    assert len(issues) >= 3
    assert not [issue for issue in issues if "架空" in str(issue)]
