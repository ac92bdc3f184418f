"""Postal codes and address strings, with the real list and with a fictional town."""

import threading

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.catalogue.postal import Postal
from kiosk.model.address import Address, composed, same_place, short_number, with_number
from kiosk.model.message import Refused
from kiosk.model.numbers import lg_code_ok
from kiosk.store.places import PostalList
from tests.wording import told

TOWNS = tuple(
    composed(prefecture="見本県", city="架空市", town=town, postal="0000000", lg_code="999997")
    for town in ("本町", "中央一丁目", "緑ケ丘")
)

LISTED = Postal(PostalList())
OURS = Postal(PostalList(), TOWNS)


def places(code: str) -> tuple[Address, ...]:
    found = OURS.lookup(code)
    assert not isinstance(found, Refused), str(found)
    return found


def test_a_postal_code_gives_the_place_with_its_municipality_code() -> None:
    assert places("〒100-0013") == (
        composed(prefecture="東京都", city="千代田区", town="霞が関", postal="1000013", lg_code="131016"),
    )


def test_the_code_of_an_office_gives_its_place() -> None:
    assert [place.area for place in places("100-8926")] == ["東京都千代田区霞が関"]


def test_one_code_for_several_places_offers_them_all() -> None:
    assert [place.town for place in places("0295503")] == ["穴明", "清水ケ野", "間木野", "湯田"]


@pytest.mark.parametrize(
    ("code", "area"),
    [
        ("060-0000", "北海道札幌市中央区"),
        ("394-0091", "長野県岡谷市"),
        ("100-0301", "東京都利島村"),
        ("409-0142", "山梨県北都留郡小菅村"),
        ("999-1351", "山形県西置賜郡小国町小国町"),
    ],
)
def test_remarks_of_the_list_are_no_part_of_an_address(code: str, area: str) -> None:
    assert next(place.area for place in places(code)) == area


def test_the_fictional_town_is_found_by_its_unassigned_code() -> None:
    assert [place.town for place in places("０００－００００")] == ["本町", "中央一丁目", "緑ケ丘"]
    assert isinstance(LISTED.lookup("000-0000"), Refused)


@pytest.mark.parametrize(("code", "said"), [("999-9999", "見つかりません"), ("100", "7桁"), ("", "7桁")])
def test_an_unknown_code_is_no_dead_end(code: str, said: str) -> None:
    issue = told(LISTED.lookup(code))
    assert said in issue.message


def test_every_place_of_a_code_carries_a_right_municipality_code() -> None:
    for code in ("6020872", "5202144", "0640941", "9808579"):
        assert all(lg_code_ok(place.lg_code) for place in places(code))


def test_a_candidate_is_completed_by_the_number_the_resident_says() -> None:
    home = with_number(TOWNS[0], number="１番２号")
    assert (home.text, home.number, home.postal) == ("見本県架空市本町１番２号", "１番２号", "0000000")


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("東京都千代田区霞が関2-1-6 中央合同庁舎", ("東京都", "千代田区", "霞が関", "2-1-6", "中央合同庁舎")),
        ("東京都千代田区霞が関二丁目１番６号", ("東京都", "千代田区", "霞が関二丁目", "１番６号", "")),
        ("〒100-0013 東京都　千代田区　霞ヶ関 2丁目1番2号", ("東京都", "千代田区", "霞ヶ関 2丁目", "1番2号", "")),
        ("東京都千代田区紀尾井町1-3東京ガーデン 19階", ("東京都", "千代田区", "紀尾井町", "1-3", "東京ガーデン 19階")),
        ("東京都千代田区千代田1-1-301号室", ("東京都", "千代田区", "千代田", "1-1", "301号室")),
        ("札幌市中央区北一条西2丁目1", ("北海道", "札幌市中央区", "北一条西2丁目", "1", "")),
        ("葛巻町葛巻第16地割1番地1", ("岩手県", "岩手郡葛巻町", "葛巻", "第16地割1番地1", "")),
        ("四日市市諏訪町1-5", ("三重県", "四日市市", "諏訪町", "1-5", "")),
        ("奈良県大和郡山市北郡山町248-4", ("奈良県", "大和郡山市", "北郡山町", "248-4", "")),
        ("東京都利島村248", ("東京都", "利島村", "", "248", "")),
        ("東京都千代田区", ("東京都", "千代田区", "", "", "")),
        ("府中市本町1-2", ("", "府中市", "本町", "1-2", "")),
        ("静岡県浜松市中区元城町103-2", ("静岡県", "浜松市中区", "元城町", "103-2", "")),
        ("見本県架空市緑ヶ丘1-2-3", ("見本県", "架空市", "緑ヶ丘", "1-2-3", "")),
        ("架空市本町１２３番地の４", ("見本県", "架空市", "本町", "１２３番地の４", "")),
        ("見本県架空市中央一丁目２番３号見本荘２０１", ("見本県", "架空市", "中央一丁目", "２番３号", "見本荘２０１")),
        ("見本県架空市大字本町甲12番地", ("見本県", "架空市", "大字本町", "甲12番地", "")),
        ("見本県架空市本町無番地", ("見本県", "架空市", "本町", "無番地", "")),
        ("見本県幻町大字夢12番地", ("見本県", "幻町", "大字夢", "12番地", "")),
    ],
)
def test_an_address_string_falls_into_its_parts(text: str, parts: tuple[str, ...]) -> None:
    address = OURS.split(text)
    assert (address.prefecture, address.city, address.town, address.number, address.building) == parts
    assert address.text == text


@pytest.mark.parametrize(
    ("text", "town", "number"),
    [
        ("北海道札幌市北区北２４条西６丁目１番１号", "北２４条西６丁目", "１番１号"),
        ("北海道札幌市北区北二十四条西六丁目１番１号", "北二十四条西六丁目", "１番１号"),
        ("北海道帯広市西５条南７丁目１番地", "西５条南７丁目", "１番地"),
        ("堺市堺区北瓦町２丁３番", "北瓦町２丁", "３番"),
        ("和歌山市７番丁１９", "７番丁", "１９"),
        ("和歌山市七番丁19", "七番丁", "19"),
        ("青森県十和田市西３番町１－１", "西３番町", "１－１"),
        ("北海道上川郡東神楽町東４線北５番地", "東４線北", "５番地"),
        ("愛知県知多郡武豊町９号地１番", "９号地", "１番"),
        ("北海道上川郡東神楽町東２線１６号１番地", "東２線１６号", "１番地"),
        ("北海道空知郡上富良野町西２線北２６号１２番地", "西２線北２６号", "１２番地"),
        ("北海道旭川市西神楽１線２１号３番地の１", "西神楽１線２１号", "３番地の１"),
        ("北海道上川郡東神楽町東２線１６号", "東２線", "１６号"),
        ("宮城県柴田郡柴田町大字海老穴字清丁地沖５番地の４", "大字海老穴字清丁地沖", "５番地の４"),
        ("京都府木津川市木津池田３０", "木津池田", "３０"),
        ("京都府京都市中京区寺町通御池上る上本能寺前町488番地", "寺町通御池上る上本能寺前町", "488番地"),
        ("兵庫県加古郡稲美町六分一一番六号", "六分一", "一番六号"),
        ("岩手県和賀郡西和賀町甲子５番地の４", "甲子", "５番地の４"),
        ("石川県輪島市河井町２０部１番地１", "河井町２０部", "１番地１"),
        ("石川県珠洲市上戸町北方一字六番地の二", "上戸町北方一字", "六番地の二"),
        ("愛媛県八幡浜市保内町宮内1番耕地260", "保内町宮内1番耕地", "260"),
        ("愛媛県西条市氷見乙1234番地", "氷見乙", "1234番地"),
        ("愛媛県松山市石手一丁目甲１２番地", "石手一丁目", "甲１２番地"),
        ("愛知県弥富市鍋田町一番割12番地", "鍋田町一番割", "12番地"),
        ("鳥取県西伯郡伯耆町二部123", "二部", "123"),
        ("北海道旭川市5条通13丁目右1号", "5条通13丁目", "右1号"),
        ("大阪府大阪市中央区上町Ａ番12号", "上町", "Ａ番12号"),
        ("東京都千代田区霞が関二の一の三", "霞が関", "二の一の三"),
        ("東京都千代田区霞が関二丁目一－三", "霞が関二丁目", "一－三"),
        ("東京都町田市本町田千二百三十四番地", "本町田", "千二百三十四番地"),
        ("東京都町田市本町田二千三百四十五番地の六", "本町田", "二千三百四十五番地の六"),
        ("東京都町田市本町田百二十三番地四", "本町田", "百二十三番地四"),
        ("東京都町田市本町田１２３番地ロ－２", "本町田", "１２３番地ロ－２"),
        ("東京都町田市本町田１２３番地先", "本町田", "１２３番地先"),
        ("東京都町田市本町田官有無番地", "本町田", "官有無番地"),
        ("東京都町田市本町田 123 番地の4", "本町田", "123 番地の4"),
        ("宮崎県都城市姫城町６街区２１号", "姫城町", "６街区２１号"),
        ("宮崎県都城市姫城町２街区３－５", "姫城町", "２街区３－５"),
        ("東京都小笠原村父島字西町", "父島字西町", ""),
        ("東京都江東区青海二丁目地先", "青海二丁目", "地先"),
    ],
)
def test_the_numbers_of_a_town_and_its_hamlet_belong_to_the_town(text: str, town: str, number: str) -> None:
    address = LISTED.split(text)
    assert (address.town, address.number, address.building, address.left_over) == (town, number, "", "")


@pytest.mark.parametrize("dash", [*"-‐‑‒–—―−─━－ーｰ⁃﹘﹣⸺➖〜～~゠ㅡ", " - ", "\u3000－\u3000"])
def test_every_dash_keeps_a_number_whole(dash: str) -> None:
    assert LISTED.split(f"東京都千代田区紀尾井町1{dash}3").number == f"1{dash}3"
    assert same_place(f"紀尾井町1{dash}3") == same_place("紀尾井町1-3")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        *(("奈良県葛󠄀城市柿本1", "292117"), ("千葉県鎌ｹ谷市新鎌ｹ谷1", "122246"), ("茨城県竜ケ崎市3710", "082082")),
        *(
            ("香川県髙松市番町1", "372013"),
            ("長﨑県長﨑市魚の町4番1号", "422011"),
            ("靜岡縣濱松市中央区元城町1", "221384"),
        ),
        *(("東京都國分寺市泉町1", "132144"), ("福島県飯館村伊丹沢1", "075647"), ("東京都澁谷区1", "131130")),
        *(("大阪府堺市堺区南瓦町3-1", "271411"), ("埼玉県さいたま市浦和区常盤1", "111074")),
    ],
)
def test_a_city_is_known_whatever_glyph_or_width_it_is_written_in(text: str, code: str) -> None:
    assert LISTED.split(text).lg_code == code
    assert LISTED.split(text).text == text


@pytest.mark.parametrize(
    ("text", "number", "open_"),
    [
        ("東京都千代田区霞が関　さくら１２", "", "さくら１２"),
        ("架空市本町 あおば3", "", "あおば3"),
        ("北海道札幌市中央区北３西６", "３", "西６"),
        ("架空市本町第1号1番地", "第1号", "1番地"),
        ("架空市本町123番地 4", "123番地", "4"),
        ("架空市本町1番2号1番2号", "1番2号", "1番2号"),
        *(("架空市本町1・3", "1", "・3"), ("架空市本町1一3", "1", "一3"), ("架空市本町1/3", "1", "/3")),
        *(("東京都千代田区紀尾井町壱番参号", "", "壱番参号"), ("架空市本町①番③号", "", "①番③号")),
    ],
)
def test_a_number_that_no_rule_can_place_is_left_for_a_person(text: str, number: str, open_: str) -> None:
    address = OURS.split(text)
    assert (address.number, address.building, address.left_over) == (number, "", open_)


@pytest.mark.parametrize(
    ("text", "number", "building"),
    [
        ("架空市本町3-1-1サンシャイン60 1206", "3-1-1", "サンシャイン60 1206"),
        ("架空市本町1番2号 西館3階", "1番2号", "西館3階"),
        ("架空市本町1番2号 北1階", "1番2号", "北1階"),
        ("架空市本町1番地 部屋301", "1番地", "部屋301"),
        ("架空市本町123番地 404", "123番地", "404"),
        *(("架空市本町46番　101号", "46番", "101号"), ("架空市本町801番地　１０３号", "801番地", "１０３号")),
        ("架空市本町46番 11号", "46番 11号", ""),
    ],
)
def test_a_building_with_numbers_stays_a_building(text: str, number: str, building: str) -> None:
    address = OURS.split(text)
    assert (address.number, address.building, address.left_over) == (number, building, "")


@pytest.mark.parametrize(
    ("text", "postal", "elsewhere"),
    [
        ("〒100-0013 東京都千代田区霞が関2-1-1", "1000013", False),
        ("１０００００１　東京都千代田区千代田1", "1000001", False),
        *(
            ("〒100―0013 東京都千代田区霞が関2-1-1", "1000013", False),
            ("100━0013東京都千代田区霞が関2", "1000013", False),
        ),
        ("〒100-0013東京都港区芝1-1-1", "1000013", True),
        ("1000013 東京都千代田区永田町1-1", "1000013", True),
        ("060-0000 北海道札幌市中央区大通西1丁目1", "0600000", False),
        ("999-9999 東京都千代田区霞が関1", "9999999", False),
        ("〒100-0013 東京都千代田区幻町1", "1000013", False),
    ],
)
def test_a_postal_code_before_an_address_is_kept_and_another_places_is_known(
    text: str, postal: str, elsewhere: bool
) -> None:
    address = LISTED.split(text)
    assert (address.postal, LISTED.contradicts(address)) == (postal, elsewhere)
    assert address.text == text


@pytest.mark.parametrize("rest", ["中央合同庁舎", "合同庁舎２号館", "アザレア12"])
def test_a_building_without_a_number_is_no_number(rest: str) -> None:
    address = LISTED.split(f"東京都千代田区霞が関 {rest}")
    assert (address.town, address.number, address.building) == ("霞が関", "", rest)


@pytest.mark.parametrize("text", ["アメリカ合衆国ニューヨーク州", "123 Main St", "不明", ""])
def test_what_is_no_japanese_address_stays_one_text(text: str) -> None:
    assert LISTED.split(text) == Address(text=text)


def test_a_city_name_of_two_prefectures_gets_no_guessed_prefecture() -> None:
    address = LISTED.split("府中市本町1-2")
    assert (address.prefecture, address.lg_code) == ("", "")
    assert LISTED.split("日高町高家626").city == "日高町"  # of which county nobody said
    assert LISTED.split("東京都府中市本町1-2").lg_code == "132063"


@settings(deadline=None)
@given(st.text("東京都千代田区霞が関0123456789-丁目番地号 　見本荘県市町村郡大字甲の", max_size=25))
def test_no_letter_is_lost_or_added_by_splitting(tail: str) -> None:
    text = f"見本県架空市本町{tail}"
    address = OURS.split(text)
    joined = address.area + address.number + address.building + address.left_over
    assert address.text == text.strip()
    assert "".join(joined.split()).replace("-", "") == "".join(text.split()).replace("-", "")


def test_threads_can_look_up_at_the_same_time() -> None:
    found: list[int] = []
    codes = ["1000013", "0640941", "6020872", "9808579"]
    threads = [threading.Thread(target=lambda code=code: found.append(len(places(code)))) for code in codes]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == len(codes)


@pytest.mark.parametrize(
    ("number", "short"),
    [
        *(("１丁目２番３号", "1-2-3"), ("二丁目1番6号", "2-1-6"), ("十二丁目3番", "12-3"), ("１２番地", "12")),
        *(("123番地の4", "123-4"), ("2ー1ー6", "2-1-6"), ("1-3", "1-3"), ("1番2号の3", "1-2-3"), ("無番地", "無番地")),
    ],
)
def test_a_number_leaves_in_half_width_with_hyphens_for_gif(number: str, short: str) -> None:
    assert short_number(number) == short
