"""Lists of the city: names that nobody has to write out, found by number or letters; a list that is wrong is told."""

import pytest

from kiosk.catalogue.known import check_known, coded, narrowing, offered
from kiosk.model.vocabulary import Item, Type, Vocabulary

BRANCHES = """bank.institution,code,name,reading
架空銀行,001,本店営業部,ホンテンエイギョウブ
架空銀行,101,見本支店,ミホンシテン
架空銀行,110,東見本支店,ヒガシミホンシテン
仮想銀行,101,駅前支店,エキマエシテン
""".encode()
SCHOOLS = "addr.old.text,name\r\n見本県仮想市,見本小学校\r\n見本県架空市,見本南小学校\r\n".encode("utf-8-sig")
WORDS = Vocabulary(
    items=tuple(
        Item(key=key, type=kind, label=key)
        for key, kind in {"bank.institution": Type.TEXT, "bank.branch": Type.TEXT, "case.date": Type.DATE}.items()
    ),
    codes={},
    sections=(),
)


def names(typed: str, *, bank: str) -> list[str]:
    return [each.name for each in offered(BRANCHES, typed=typed, said={"bank.institution": bank})]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("見本", ["見本支店", "東見本支店"]),
        ("みほん", ["見本支店", "東見本支店"]),
        ("ひがし", ["東見本支店"]),
        ("1", ["見本支店", "東見本支店"]),
        ("１０１", ["見本支店"]),
        ("駅前", []),
        (" ", []),
        ("code", []),
        ("架空銀行", []),
    ],
)
def test_branches_of_the_bank_that_was_said_are_found_by_letters_reading_and_number(
    typed: str, found: list[str]
) -> None:
    assert names(typed, bank="架空銀行") == found


def test_without_a_bank_a_number_of_two_branches_is_neither() -> None:
    assert names("101", bank="") == ["見本支店", "駅前支店"]
    assert coded(BRANCHES, typed="101", said={}) == ""
    assert coded(BRANCHES, typed="101", said={"bank.institution": "仮想銀行"}) == "駅前支店"
    assert coded(BRANCHES, typed="本店", said={"bank.institution": "架空銀行"}) == ""


def test_a_school_is_looked_for_in_the_town_one_comes_from() -> None:
    assert narrowing(SCHOOLS) == ("addr.old.text",)
    here = offered(SCHOOLS, typed="見本", said={"addr.old.text": "見本県仮想市本町三丁目4番5号"})
    assert [each.name for each in here] == ["見本小学校"]
    assert len(offered(SCHOOLS, typed="見本", said={})) == 2


@pytest.mark.parametrize(
    ("key", "content", "told"),
    [
        ("bank.branch", BRANCHES, ""),
        ("case.date", b"name\n", "文字で答える"),
        ("bank.office", b"name\n", "文字で答える"),
        ("bank.branch", "name\n本店\n".encode("cp932"), "UTF-8"),
        ("bank.branch", b"code,reading\n", "見出し"),
        ("bank.branch", b"", "見出し"),
        ("bank.branch", b"bank.nmae,name\n", "見出し"),
        ("bank.branch", b"code,name\n1,\n", "name が空"),
        ("bank.branch", b"code,name\n1,a,b\n", "列の数"),
    ],
)
def test_what_is_wrong_with_a_list_is_told(key: str, content: bytes, told: str) -> None:
    found = [issue.message for issue in check_known(content, WORDS, key=key)]
    assert len(found) == bool(told)
    assert all(told in message for message in found)
