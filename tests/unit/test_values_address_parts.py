"""An address stays whole when a part of it is retyped, placed by a person or looked up."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kiosk.model.address import Address, same_place
from kiosk.model.address_parts import completed, lacks_prefecture, placed, regained, revised, unplaced
from kiosk.model.address_text import AddressText
from tests.short import examples
from tests.visits import split

CARD = "東京都千代田区霞が関二丁目１番６号　中央合同庁舎"


def test_of_a_retyped_number_everything_else_stays_as_it_was_declared() -> None:
    address = revised(split(CARD), number="３番２号")
    assert address.text == "東京都千代田区霞が関二丁目３番２号　中央合同庁舎"
    assert (address.town, address.number, address.building) == ("霞が関二丁目", "３番２号", "中央合同庁舎")
    assert unplaced(address) == ""


@pytest.mark.parametrize(
    ("text", "parts", "made"),
    [
        ("〒100-0013 東京都 千代田区霞が関 2-1-6 庁舎", {"number": "3-2"}, "〒100-0013 東京都 千代田区霞が関 3-2 庁舎"),
        ("〒100-0013 東京都千代田区霞が関1", {"postal": "1000001"}, "東京都千代田区霞が関1"),
        ("1838703府中市宮西町2-24", {"prefecture": "東京都"}, "1838703東京都府中市宮西町2-24"),
        ("葛巻町葛巻第16地割1番地1", {"number": "第16地割2番地"}, "葛巻町葛巻第16地割2番地"),
        ("奈良県葛󠄀城市柿本1", {"building": "見本荘"}, "奈良県葛󠄀城市柿本1　見本荘"),
        (CARD, {"building": ""}, "東京都千代田区霞が関二丁目１番６号"),
        ("東京都千代田区", {"town": "霞が関", "number": "1番"}, "東京都千代田区霞が関1番"),
        ("", {"prefecture": "見本県", "city": "架空市", "town": "本町", "building": "荘"}, "見本県架空市本町　荘"),
    ],
)
def test_a_part_changes_at_its_own_place(text: str, parts: dict[str, str], made: str) -> None:
    assert revised(split(text), **parts).text == made


def test_what_is_left_over_goes_where_a_person_puts_it() -> None:
    address = split("東京都千代田区霞が関　さくら１２")
    assert (unplaced(address), address.left_over) == ("さくら12", "さくら１２")
    for part in ("town", "number", "building"):
        settled = placed(address, part)
        assert (getattr(settled, part)[-5:], settled.left_over, settled.text) == ("さくら１２", "", address.text)
        assert unplaced(settled) == ""


def test_what_is_left_over_may_be_retyped_where_it_belongs() -> None:
    address = revised(split("東京都千代田区霞が関　さくら１２"), building="さくら１２")
    assert (address.text, address.left_over, unplaced(address)) == ("東京都千代田区霞が関　さくら１２", "", "")


@pytest.mark.parametrize(
    ("address", "rest"),
    [
        (split(CARD).model_copy(update={"number": ""}), "1番6号"),
        (split(CARD).model_copy(update={"building": ""}), "中央合同庁舎"),
        (Address(text="仮想市緑町9番地"), "仮想市緑町9番地"),
        (Address(text="アメリカ合衆国ニューヨーク州 123-45"), ""),
        (Address(text="不明"), ""),
        (split("東京都豊島区東池袋サンシャイン６０１番６号"), "サンシャイン601番6号"),
        (split("東京都千代田区霞が関 合同庁舎２号館"), ""),
        (split("葛巻町葛巻第16地割1番地1"), ""),
        (split("〒100-0013 東京都千代田区霞が関2-1"), ""),
    ],
)
def test_words_in_no_part_are_found_whatever_took_them_out(address: Address, rest: str) -> None:
    assert unplaced(address) == rest


@settings(deadline=None, max_examples=examples(60))
@given(st.text("東京都千代田区霞が関0123456789-丁目番地号 　見本荘県市町村郡大字甲の", max_size=25))
@example("荘0-0")
def test_a_split_leaves_nothing_unplaced_but_what_it_names(tail: str) -> None:
    address = split(f"見本県架空市本町{tail}")
    assert unplaced(address) in {"", unplaced(Address(text=address.left_over, city="架空市"))}


def test_an_address_in_parts_learns_the_code_of_its_city_and_nothing_else() -> None:
    said = Address(text="東京都千代田区霞が関1", prefecture="東京都", city="千代田区", town="霞が関1", postal="1000013")
    found = completed(said, split(said.text))
    assert (found.lg_code, found.town, found.number, found.postal) == ("131016", "霞が関1", "", "1000013")
    assert completed(Address(text="x", city="別の市"), split(CARD)) == Address(text="x", city="別の市")


@pytest.mark.parametrize(
    ("building", "sure"),
    [("ノースゲートビル10F", True), ("ノーブルコート203号室", True), ("ノ内12", False), ("の内12", False)],
)
def test_a_building_in_katakana_that_begins_like_a_link_between_numbers_is_one(building: str, sure: bool) -> None:
    address = split(f"東京都千代田区霞が関二丁目1番3号{building}")
    assert (address.building == building, address.left_over == building) == (sure, not sure)


@pytest.mark.parametrize(
    ("prefecture", "city", "code"),
    [
        ("奈良県", "葛󠄀城市", "292117"),
        ("千葉県", "鎌ｹ谷市", "122246"),
        ("東京都", "千代田区", "131016"),
    ],
)
def test_a_city_in_parts_is_known_in_any_glyph_or_width(prefecture: str, city: str, code: str) -> None:
    said = Address(text=f"{prefecture}{city}柿本1", prefecture=prefecture, city=city, town="柿本", number="1")
    assert completed(said, split(said.text)).lg_code == code


def test_a_building_that_was_said_beside_an_address_is_regained_from_the_whole_line() -> None:
    address = split("見本県架空市本町1番2号")
    whole = regained("見本県架空市本町1番2号　見本荘 203", address)
    assert whole is not None
    assert (whole.number, whole.building, unplaced(whole)) == ("1番2号", "見本荘 203", "")
    assert regained("見本県架空市本町1番2号", address) == address
    assert regained("見本県架空市本町1番25号", address) is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("千葉県鎌ｹ谷市新鎌ｹ谷1-2", "千葉県鎌ケ谷市新鎌ヶ谷１―２"),
        ("奈良県葛󠄀城市柿本１番地", "奈良県葛城市柿本1番地"),
        ("見本県架空市本町1─3", "見本県架空市本町１番３号"),
        ("見本県架空市本町1番3号 ﾒｿﾞﾝ見本 ABC", "見本県架空市本町1番3号　メゾン見本　ＡＢＣ"),
    ],
)
def test_two_spellings_of_one_place_are_no_difference(one: str, other: str) -> None:
    assert same_place(one) == same_place(other)


def test_two_places_are_two() -> None:
    assert same_place("見本県架空市本町1-3") != same_place("見本県架空市本町13")
    assert same_place("見本県架空市本町1番3号") != same_place("見本県架空市本町1番3号室")


@pytest.mark.parametrize(
    ("text", "lacks"),
    [
        ("見本県仮想市本町3番5号", False),
        ("京都府京都市中京区本町1番", False),
        ("神奈川県横浜市中区本町1番", False),
        ("仮想市本町3番5号", True),
        ("京都市中京区本町1番", True),
        ("郡山市県町1番2号", True),
    ],
)
def test_an_address_that_is_not_divided_yet_says_its_prefecture_itself(text: str, lacks: bool) -> None:
    assert lacks_prefecture(Address(text=text)) is lacks


@pytest.mark.parametrize(
    ("said", "town", "number", "open_"),
    [
        ("浦臼第４５番地の４", "浦臼", "", "第４５番地の４"),
        ("字浦臼第四五番地", "字浦臼", "", "第四五番地"),
        ("浦臼第４ ５番地の４", "浦臼第４", "５番地の４", ""),
        ("浦臼第４甲５番地", "浦臼第４", "甲５番地", ""),
        ("浦臼第四1-2-3", "浦臼第四", "1-2-3", ""),
        ("浦臼１８３番地の１５", "浦臼", "１８３番地の１５", ""),
    ],
)
def test_a_number_that_may_be_the_towns_or_the_lots_is_placed_by_a_person(
    said: str, town: str, number: str, open_: str
) -> None:
    parts = AddressText(said).parts(("浦臼第４", "浦臼第５"))
    assert (parts.town, parts.number, parts.open) == (town, number, open_)
