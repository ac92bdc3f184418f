"""Kanji for a reading: common names first, rare shapes later, nothing lost; quick, and nothing of it is loaded."""

import re
import tomllib
from pathlib import Path

import pytest

from kiosk.model.errors import SiteError
from kiosk.model.writing import Offer
from kiosk.readings.index import Index
from kiosk.readings.names import NAME, NameReadings

ROOT = Path(__file__).resolve().parents[2]
READINGS = NameReadings(ROOT / "assets" / "readings")
FIRST_PAGE = 6
"""How many candidates stand on the first page at the largest text on the smallest glass."""

COMMON = """
さとう佐藤 すずき鈴木 たかはし高橋 たなか田中 いとう伊藤 わたなべ渡辺 やまもと山本 なかむら中村 こばやし小林
かとう加藤 よしだ吉田 やまだ山田 ささき佐々木 やまぐち山口 まつもと松本 いのうえ井上 きむら木村 はやし林
さいとう斎藤 しみず清水 やまざき山崎 もり森 いけだ池田 はしもと橋本 あべ阿部 いしかわ石川 やました山下
なかじま中島 いしい石井 おがわ小川 まえだ前田 おかだ岡田 はせがわ長谷川 ふじた藤田 ごとう後藤 こんどう近藤
むらかみ村上 えんどう遠藤 あおき青木 さかもと坂本 さいとう斉藤 ふくだ福田 おおた太田 にしむら西村 ふじい藤井
かねこ金子 おかもと岡本 ふじわら藤原 みうら三浦 なかの中野 なかがわ中川 はらだ原田 まつだ松田 たけうち竹内
おの小野 たむら田村 なかやま中山 わだ和田 いしだ石田 もりた森田 うえだ上田 はら原 うちだ内田 しばた柴田
さかい酒井 みやざき宮崎 よこやま横山 たかぎ高木 あんどう安藤 みやもと宮本 おおの大野 こじま小島 たにぐち谷口
くどう工藤 いまい今井 たかだ高田 ますだ増田 まるやま丸山 すぎやま杉山 むらた村田 おおつか大塚 しんどう新藤
こやま小山 ひらの平野 ふじもと藤本 こうの河野 うえの上野 のぐち野口 たけだ武田 まつい松井 ちば千葉
すがわら菅原 いわさき岩崎 くぼ久保 きのした木下 さの佐野 のむら野村 まつお松尾 きくち菊地 すぎもと杉本
いちかわ市川 ふるかわ古川 おおにし大西 しまだ島田 みずの水野 さくらい桜井 たかの高野 わたなべ渡部
よしかわ吉川 やまうち山内 にしだ西田 きくち菊池 いいだ飯田 にしかわ西川 こまつ小松 きたむら北村 やすだ安田
ごとう五島 かわむら川村 かわぐち川口 よしむら吉村 あきやま秋山 なかた中田 おおしま大島 ひらた平田
くぼた久保田 せきね関根 かわかみ川上 えのもと榎本 つちや土屋 もりもと森本 ほんだ本田 かわさき川崎 ひぐち樋口
たぐち田口 やぎ八木 いわた岩田 いがらし五十嵐 あらい新井 ながい永井 ほり堀 あらき荒木 はまだ浜田
まつおか松岡 こいけ小池 あさの浅野 やの矢野 よしおか吉岡 もちづき望月 しらいし白石 おざわ小澤 おざわ小沢
おおくぼ大久保 くまがい熊谷 かたやま片山 おおいし大石 あさい浅井 かたおか片岡 とみた富田 いわもと岩本
ほそかわ細川 おくむら奥村 おくだ奥田 みなみ南 おおはし大橋 にしやま西山 なかにし中西 まつうら松浦
やまなか山中 つかもと塚本 つじ辻 いしばし石橋 はっとり服部 ふくしま福島 おおもり大森 まつした松下
かわもと川本 うえむら上村 ほりえ堀江 むらやま村山 なりた成田 おおた大田 なかお中尾 すがの菅野 かんの菅野
たけした竹下 はた秦 みやた宮田 いわい岩井 つだ津田 まつむら松村 たちばな橘 すぎうら杉浦 まるお丸尾
さわだ沢田 いしはら石原 おおば大場 ほんま本間 くろだ黒田 おだ小田 さえき佐伯 むとう武藤 ふくい福井
たけい武井 みぞぐち溝口 かわい河合 いなば稲葉 はぎわら萩原 おおかわ大川 かまた鎌田 とだ戸田 よしの吉野
あだち足立 たかやま高山 おおたに大谷 にった新田
"""
PAIRS = [(found[1], found[2]) for each in COMMON.split() if (found := re.fullmatch("([ぁ-ん]+)(.+)", each))]


def texts(reading: str, kind: str) -> list[str]:
    return [offer.text for offer in READINGS.offers(reading, kind=kind)]  # type: ignore[arg-type]  # a test's own word


def test_two_hundred_common_family_names_stand_on_the_first_page() -> None:
    assert len(PAIRS) > 200
    missing = [(reading, name) for reading, name in PAIRS if name not in texts(reading, "family")[:FIRST_PAGE]]
    assert missing == []


def people() -> list[tuple[str, str, str]]:
    """(reading, letters, kind) of every part of a persona's name that is written in kanji."""
    found = []
    for path in sorted((ROOT / "forms" / "personas").glob("*.toml")):
        for person in tomllib.loads(path.read_text(encoding="utf-8")).get("person", {}).values():
            full, kana = person.get("name.full", ""), person.get("kana", person.get("name.kana", ""))
            pairs = list(zip(full.split("\u3000"), kana.split("\u3000"), strict=False))
            found += [(reading, text, kind) for (text, reading), kind in zip(pairs, ("family", "given"), strict=False)]
    return [each for each in dict.fromkeys(found) if each[0] and re.search("[\u3400-\u9fff]", each[1])]


def test_most_names_of_the_personas_stand_on_the_first_page() -> None:
    asked = people()
    first = [each for each in asked if each[1] in texts(each[0], each[2])[:FIRST_PAGE]]
    assert len(asked) > 80
    assert len(first) / len(asked) > 0.75, [each for each in asked if each not in first]


@pytest.mark.parametrize(
    ("reading", "parts"),
    [
        ("カズコ", [("クズ", "葛"), ("コ", "子")]),
        ("アカリ", [("トウ", "灯"), ("リ", "里")]),
        ("ヨシカズ", [("ヨシ", "吉"), ("カツ", "葛")]),
        ("ミツバ", [("サン", "三"), ("ツ", "津"), ("ハ", "葉")]),
    ],
)
def test_a_name_that_is_not_read_as_its_letters_are_is_found_letter_by_letter(
    reading: str, parts: list[tuple[str, str]]
) -> None:
    for each, letter in parts:
        assert Offer(letter, len(each)) in READINGS.letters(each), reading


@pytest.mark.parametrize(
    ("reading", "kind", "text"),
    [
        ("たかはし", "family", "髙橋"),
        ("たかさき", "family", "髙﨑"),
        ("やまざき", "family", "山﨑"),
        ("わたなべ", "family", "渡邉"),
        ("わたなべ", "family", "渡邊"),
        ("さいとう", "family", "齋藤"),
        ("さいとう", "family", "齊藤"),
        ("かさい", "family", "葛󠄀西"),
        ("つじ", "family", "辻󠄀"),
        ("よしだ", "family", "𠮷田"),
        ("はまだ", "family", "濵田"),
    ],
)
def test_rare_shapes_are_offered_too_after_the_common_ones(reading: str, kind: str, text: str) -> None:
    assert text in texts(reading, kind)


@pytest.mark.parametrize(
    ("letter", "others"),
    [("辺", {"邊", "邉"}), ("斎", {"齋"}), ("葛", {"葛󠄀"}), ("高", {"髙"}), ("崎", {"﨑", "嵜"}), ("吉", {"𠮷"})],
)
def test_a_letter_tells_its_other_shapes_and_is_found_from_each_of_them(letter: str, others: set[str]) -> None:
    assert others <= set(READINGS.shapes(letter))
    for other in others:
        assert letter in READINGS.shapes(other)


def test_katakana_and_hiragana_ask_for_the_same() -> None:
    assert READINGS.offers("サトウ", kind="family") == READINGS.offers("さとう", kind="family")


def test_a_reading_in_no_list_is_offered_by_its_beginning_the_longest_first() -> None:
    offers = READINGS.offers("とじょうひめれいか", kind="given")
    assert [offer.covers for offer in offers] == sorted((offer.covers for offer in offers), reverse=True)
    assert max(offer.covers for offer in offers) < 9


def test_letter_by_letter_every_offer_is_one_letter() -> None:
    offers = READINGS.letters("たかし")
    assert Offer("高", 2) in offers
    assert Offer("田", 1) in offers
    assert {len(offer.text) for offer in offers} == {1}


def test_dzu_and_ji_are_found_as_they_sound() -> None:
    assert "望月" in texts("もちずき", "family") or "望月" in texts("もちづき", "family")
    assert texts("こじま", "family")[0] in texts("こぢま", "family")


@pytest.mark.parametrize("reading", ["", "ー", "っ", "ゔ", "#", "abc", "高橋"])
def test_what_is_no_reading_has_no_offers(reading: str) -> None:
    assert [offer for offer in READINGS.offers(reading, kind="family") if offer.covers > len(reading)] == []


def test_the_lines_stand_in_order_and_every_one_is_found() -> None:
    lines = (ROOT / "assets" / "readings" / NAME).read_bytes().splitlines()
    keys = [each.split(b"\t")[0] for each in lines if not each.startswith(b"#")]
    assert keys == sorted(keys)
    index = Index(ROOT / "assets" / "readings" / NAME)
    assert [key for key in (*keys[:50], *keys[::5000], *keys[-50:]) if not index.find(key.decode())] == []


def test_a_file_that_is_gone_is_a_trouble_of_the_place(tmp_path: Path) -> None:
    with pytest.raises(SiteError, match="A03"):
        NameReadings(tmp_path).offers("さとう", kind="family")
