"""婚姻適齢: nobody's marriage is taken before they are eighteen, which is reached the day before the birthday."""

import pytest

from kiosk.model.plan import Need
from tests.invented import PLAIN, person, told
from tests.visits import Desk

HE = person("仮想　蓮", "H7.7.7", kana="カソウ　レン", phone="03-0000-0000")


def wedding(her: str, him: str = "H7.7.7", **said: str) -> Desk:
    words = {**PLAIN, "marriage.filed": "いいえ", "case.applicant_role": "本人", "marriage.husband": "p1", **said}
    return told("konin", words, {**HE, "birth.date": him}, person("見本　若葉", her), today="2026-04-20")


@pytest.mark.parametrize(
    ("her", "him", "may"),
    [
        ("H20.4.21", "H7.7.7", True),  # eighteen since the end of the 20th
        ("H20.4.22", "H7.7.7", False),
        ("H20.2.29", "H7.7.7", True),
        ("H7.7.7", "H21.1.1", False),
        ("年月日不詳", "H7.7.7", True),  # decides nothing
    ],
)
@pytest.mark.parametrize("role", ["本人", "使者"])
def test_who_is_not_eighteen_yet_cannot_be_married_by_whoever_brings_it(
    her: str, him: str, role: str, *, may: bool
) -> None:
    need = wedding(her, him, **{"case.applicant_role": role}).need("P82")
    assert need is (Need.NEEDED if may else Need.NOT_BY_THIS_PERSON)


def test_a_foreign_national_marries_by_the_law_of_their_own_country() -> None:
    foreign = {"household.foreigners": "p2", "marriage.honseki.wife": "ブラジル"}
    desk = wedding("H21.1.1", **foreign)
    assert desk.need("P82") is Need.NEEDED
    assert any("要件具備証明書" in paper for paper in desk.outcome("P82").bring)


def test_a_birth_that_is_mended_opens_the_filing_again() -> None:
    desk = wedding("H21.1.1")
    assert desk.need("P82") is Need.NOT_BY_THIS_PERSON
    assert "F21" not in {form.template for form in desk.now.forms}
    assert desk.say({"person[p2].birth.date": "H12.1.1"}).need("P82") is Need.NEEDED
