"""Numbers: every check digit with its own remainder rule, phones and postal codes; and relations in a household."""

import csv
import hashlib
import itertools
import json
import uuid
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.model.message import Label, Refused
from kiosk.model.numbers import (
    atena_ok,
    corporate_number_ok,
    digits,
    gif_phone,
    holds_my_number,
    insurer_ok,
    lg_code,
    lg_code_ok,
    licence_ok,
    my_number_ok,
    parse_phone,
    parse_postal,
    parse_residence_card,
    refuse_my_number,
    show_postal,
)
from tests.wording import told

SHARED = Path(__file__).resolve().parents[2] / ".." / "shared" / "domain"
SAMPLE = "123456789018"  # the fixed published sample, not a generated number

REMARK = Label("remark")


def test_the_shared_number_vectors_hold() -> None:
    if not SHARED.exists():
        pytest.skip("the shared domain data is not beside this checkout")
    vectors: dict[str, Any] = json.loads((SHARED / "test_vectors.json").read_text(encoding="utf-8"))
    assert all(my_number_ok(number) for number in vectors["my_number"]["valid_by_check_digit"])
    assert not any(my_number_ok(number) for number in vectors["my_number"]["invalid"])
    assert all(lg_code_ok(code[:6]) for code in vectors["lg_code"])


def test_every_municipality_code_of_the_list_has_its_check_digit() -> None:
    path = SHARED / "lgcode" / "citycode.csv"
    if not path.exists():
        pytest.skip("the shared domain data is not beside this checkout")
    with path.open(encoding="utf-8-sig", newline="") as file:
        codes = [row[0] for row in csv.reader(file)][1:]
    assert len(codes) > 1700
    assert [code for code in codes if lg_code(code[:5]) != code] == []


def test_a_corporate_number_begins_with_its_check_digit() -> None:
    assert corporate_number_ok("8000012010038")
    assert corporate_number_ok("8-0000-1201-0038")
    assert not corporate_number_ok("7000012010038")
    assert not corporate_number_ok("800001201003")


def test_the_fictional_municipality_has_a_right_code() -> None:
    assert lg_code("99999") == "999997"
    assert lg_code("13101") == "131016"
    assert not lg_code_ok("131017")
    assert not lg_code_ok("１３１０１６")


def test_only_five_digits_have_a_municipality_check_digit() -> None:
    with pytest.raises(ValueError, match="zip"):
        lg_code("1310")


def test_every_place_of_a_licence_has_its_own_weight() -> None:
    checks = {
        place: next(last for last in "0123456789" if licence_ok(one_at(place) + last + "0")) for place in range(10)
    }
    assert "".join(checks.values()) == "6789456789"


def one_at(place: int) -> str:
    return "".join("1" if at == place else "0" for at in range(10))


def test_a_licence_is_checked_by_its_eleventh_digit() -> None:
    assert licence_ok("309012345620")
    assert not licence_ok("309012345630")
    assert not licence_ok("30901234562")


def test_the_rules_differ_exactly_where_the_remainder_is_zero_or_one() -> None:
    # 0000000000: remainder 0 gives 1 on a licence, 0 on a 宛名番号 and on a 個人番号
    assert licence_ok("000000000010")
    assert not licence_ok("000000000000")
    assert atena_ok("00000000000")
    assert my_number_ok("000000000000")
    # remainder 1 (digit 6, weight 2 gives 12): 0 and 1 are both taken
    assert atena_ok("60")
    assert atena_ok("61")
    assert not atena_ok("62")


def test_an_atena_number_takes_one_digit_for_every_other_remainder() -> None:
    taken = {first: [last for last in "0123456789" if atena_ok(first + last)] for first in "1234579"}
    assert taken == {"1": ["9"], "2": ["7"], "3": ["5"], "4": ["3"], "5": ["1"], "7": ["8"], "9": ["4"]}


def test_every_place_of_an_atena_number_has_its_own_weight() -> None:
    assert [last for last in "0123456789" if atena_ok("12" + last)] == ["4"]  # 1 × 3 + 2 × 2 → 11 − 7


def test_what_has_not_twelve_digits_is_no_my_number() -> None:
    assert not my_number_ok("12345678901")


def test_a_number_that_is_refused_is_named_with_what_is_wrong_and_what_is_allowed() -> None:
    found = (
        digits("12", count=7),
        parse_postal("1"),
        parse_residence_card("AB1"),
        parse_phone("12"),
        refuse_my_number(SAMPLE, where=REMARK),
    )
    assert [(issue.where, issue.message, issue.allowed) for issue in map(told, found)] == [
        ("番号", "数字7桁で入れてください。", "いま2文字です"),
        ("郵便番号", "数字7桁で入れてください。", "いま1文字です"),
        ("在留カード番号", "番号の形が違います。", "英字2文字、数字8桁、英字2文字です"),
        (
            "電話番号",
            "電話番号として読めません。",
            "0から始まる10桁か11桁（03-1234-5678、090-1234-5678）、海外は+から始まる番号です",
        ),
        ("remark", "個人番号（マイナンバー）のような12桁の数字があります。", "ここには書けません"),
    ]
    named = (
        parse_postal("1", where=REMARK),
        parse_residence_card("AB1", where=REMARK),
        parse_phone("12", where=REMARK),
    )
    for said in named:
        assert told(said).where == "remark"


def test_the_weights_of_an_atena_number_start_again_after_seven() -> None:
    # a seventh digit from the right weighs 2 again: 1 × 2 → 11 − 2
    assert atena_ok("1" + "000000" + "9")
    assert not atena_ok("1" + "000000" + "3")


@pytest.mark.parametrize("text", ["", "1", "1234567890123456", "12a", "１２"])
def test_what_is_no_atena_number_is_refused(text: str) -> None:
    assert not atena_ok(text)


def test_an_insurer_is_checked_by_modulus_ten() -> None:
    assert insurer_ok("06130017")
    assert not insurer_ok("06130018")
    assert insurer_ok("138057") is (insurer_ok("00138057"))
    assert not insurer_ok("0613001")


@given(st.integers(0, 9_999_999))
def test_exactly_one_last_digit_fits_an_insurer(first: int) -> None:
    assert sum(insurer_ok(f"{first:07d}{last}") for last in range(10)) == 1


def test_a_residence_card_number_has_a_shape_only() -> None:
    assert parse_residence_card("ab12345678cd") == "AB12345678CD"
    assert parse_residence_card("ＡＢ１２３４５６７８ＣＤ") == "AB12345678CD"
    assert isinstance(parse_residence_card("AB1234567CD"), Refused)


@pytest.mark.parametrize(
    "text", ["1000013", "100-0013", "〒100-0013", "１００－００１３", "〒１００ー００１３", "100\u200b-0013\ufeff"]
)
def test_a_postal_code_is_seven_digits_however_it_is_typed(text: str) -> None:
    assert parse_postal(text) == "1000013"
    assert show_postal("1000013") == "100-0013"


@pytest.mark.parametrize("text", ["", "100", "100-0013", "SW1A 1AA"])
def test_what_is_no_postal_code_of_seven_digits_is_shown_as_it_is(text: str) -> None:
    assert show_postal(text) == text


def test_a_short_number_is_refused_with_what_is_allowed() -> None:
    issue = told(digits("12", count=7))
    assert "7桁" in issue.message


@pytest.mark.parametrize(
    ("typed", "kept", "gif"),
    [
        ("03-5253-5111", "03-5253-5111", "(03)5253-5111"),
        ("(03)5253-5111", "03-5253-5111", "(03)5253-5111"),
        ("0352535111", "03-5253-5111", "(03)5253-5111"),
        ("０３（５２５３）５１１１", "03-5253-5111", "(03)5253-5111"),
        ("045-123-4567", "045-123-4567", "(045)123-4567"),
        ("04992-1-2345", "04992-1-2345", "(04992)1-2345"),
        ("0451234567", "0451234567", "0451234567"),
        ("045123-4567", "0451234567", "0451234567"),
        ("045-1234567", "0451234567", "0451234567"),
        ("049921-2345", "0499212345", "0499212345"),
        ("045━123─4567", "045-123-4567", "(045)123-4567"),
        ("0166．23．4567", "0166-23-4567", "(0166)23-4567"),
        ("098・866・2333", "098-866-2333", "(098)866-2333"),
        ("0980 - 82 – 1234", "0980-82-1234", "(0980)82-1234"),
        ("098866－2333", "0988662333", "0988662333"),
        ("09012345678", "090-1234-5678", "090-1234-5678"),
        ("090 1234 5678", "090-1234-5678", "090-1234-5678"),
        ("070ー1234ー5678", "070-1234-5678", "070-1234-5678"),
        ("050-1234-5678", "050-1234-5678", "050-1234-5678"),
        ("0120999999", "0120-999999", "0120-999999"),
        ("0120-999-999", "0120-999999", "0120-999999"),
        ("0570 (999) 999", "0570-999999", "0570-999999"),
        ("090-12345678", "090-1234-5678", "090-1234-5678"),
        ("080-0000-0000", "080-0000-0000", "080-0000-0000"),
        ("0800-123-4567", "0800-123-4567", "0800-123-4567"),
        ("03-0000-0000", "03-0000-0000", "(03)0000-0000"),
        ("+81 (03)5253-5111", "+81 (03)5253-5111", "+81 (03)5253-5111"),
        ("+1 212 555 0100", "+1 212 555 0100", "+1 212 555 0100"),
    ],
)
def test_a_phone_number_is_kept_with_hyphens_and_leaves_in_the_standard_form(typed: str, kept: str, gif: str) -> None:
    assert parse_phone(typed) == kept
    assert gif_phone(kept) == gif


@pytest.mark.parametrize(
    "typed",
    [
        *("", "12345678", "03-123-456", "なし", "190-1234-5678", "090-1234-567", "03-5253-51111", "045-1234-5678"),
        *("000-000-0000", "00-0000-0000"),
    ],
)
def test_what_cannot_be_called_is_refused(typed: str) -> None:
    assert isinstance(parse_phone(typed), Refused)


@given(st.text("0123456789-()+ ０９ー", max_size=18))
def test_a_parsed_phone_parses_to_itself(typed: str) -> None:
    once = parse_phone(typed)
    if isinstance(once, str):
        assert parse_phone(once) == once


def test_no_two_neighbouring_check_digits_fit_a_municipality() -> None:
    codes = ("".join(code) for code in itertools.islice(itertools.product("0123456789", repeat=5), 0, 100_000, 97))
    assert all(sum(lg_code_ok(f"{five}{last}") for last in range(10)) == 1 for five in codes)


def test_no_digest_and_no_id_of_the_program_is_taken_for_a_my_number() -> None:
    digests = [hashlib.sha256(str(number).encode()).hexdigest() for number in range(2000)]
    ids = [str(uuid.uuid5(uuid.NAMESPACE_OID, digest)) for digest in digests]
    assert not [made for made in (*digests, *ids) if holds_my_number(f"署名（{made}）")]
    assert holds_my_number(f"{digests[0]} 123456789018")
