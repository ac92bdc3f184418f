"""Numbers that have no place here, by whatever name: 個人番号, 住民票コード, 基礎年金番号.

個人番号 may be asked and kept only where 番号法19条 allows it, 住民票コード only by the offices that
住民基本台帳法30条の37 names, 基礎年金番号 only by those that 国民年金法108条の4 names; this counter is none of them.
Who adds a fact or a box for one, under any spelling, is told at once. What is about the card (個人番号カード), or
about whether a certificate shows such a number, is no number. A name is one of them by whose number it is and a word
for number after that (年金手帳の番号), or by how many digits it asks for.
"""

import re
import unicodedata

from kiosk.model.vocabulary import Item, Type

_NAMES = {
    "個人番号": (
        *("個人番号", "コジンバンゴウ", "マイナンバー", "マイナンバ", "マイナンバア", "社会保障税番号"),
        *("kojinbango", "kojinnbango", "mynumber", "mynum", "individualnumber", "personalnumber"),
    ),
    "住民票コード": (
        *("住民票コード", "住民票code", "ジュウミンヒョウコード", "ジュウミンヒョウコウド", "住基コード", "住民コード"),
        *("juminhyocode", "juminhyokodo", "juminhyocd", "jukicode", "residentrecordcode", "residentcode"),
        *("residentregistrationcode", "residencerecordcode"),
    ),
    "基礎年金番号": (
        *("基礎年金番号", "キソネンキンバンゴウ", "年金番号", "ネンキンバンゴウ"),
        *("kisonenkin", "nenkinbango", "basicpensionnumber", "pensionnumber"),
    ),
}
_BETWEEN = r"(?:ノ|等|記号|識別|整理|加入者|被保険者|ニ(?:書|記載|印字|アル|載)[ァ-ヶー]{0,5})*"
_WORD = (
    r"(?:番号(?!札|カード|card)|番ゴウ|バンゴウ(?!カード)|記号|キゴウ|符号|識別$|ナンバ(?![ーア]?カード)|コ[ーウオ]ド"
    r"|no(?![a-z])|num|bango(?!card|kado)|code|cd(?![a-z])|id(?![a-z]))"
)
_OWNERS = {
    "個人番号": (
        r"特定個人|トクテイコジン|(?:個人番号|マイナンバー?|コジンバンゴウ|マイナ|個人|通知|ツウチ)カード"
        r"|個人|(?<!ジ)コジン|マイナ(?!ンバ)|通知card"
        r"|(?:mynumber|individualnumber|kojinbango|tsuchi)(?:card|kado)|maina"
    ),
    "住民票コード": (
        r"住民票|ジュウミンヒョウ|住民基本台帳|住基(?:ネット|カード)?|ジュウキ(?:ネット)?|住民|juminhyo|juki"
    ),
    "基礎年金番号": (
        r"(?:基礎|キソ|国民|厚生)?(?:年金|ネンキン)(?:手帳|テチョウ|証書|ショウショ)|(?:基礎|キソ)(?:年金|ネンキン)"
        r"|(?:年金|ネンキン)(?!コ[ーウオ]ド|ノコ[ーウオ]ド|code|cd)|nenkin(?:techou?)?"
    ),
}
"""Whose number it is; with a word for number after it a number goes by many names. 年金コード is a kind of pension."""
_OWNED = {number: re.compile(f"(?:{owners}){_BETWEEN}{_WORD}") for number, owners in _OWNERS.items()}
_LENGTHS = {
    "個人番号": re.compile(r"(?<!\d)(?:12|十二|一二)(?:桁|ケタ|digit)"),
    "住民票コード": re.compile(r"(?<!\d)(?:11|十一|一一)(?:桁|ケタ|digit)"),
}
_SAME_LENGTH = re.compile(r"電話|デンワ|携帯|ケイタイ|phone|mobile|在留|永住|免許|license")
"""Other numbers that have as many digits, by what their names say."""
_CARD = re.compile(r"(?:個人番号|マイナンバー|コジンバンゴウ|mynumber|individualnumber|kojinbango)(?:カード|card|kado)")
_JOINTS = re.compile(r"[\s\-‐‑–—―−_.,・･/（）()「」\[\]{}:：。、'\"]")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_ROMAJI = (("jyu", "ju"), ("zyu", "ju"), ("hyou", "hyo"), ("juu", "ju"), ("gou", "go"), ("goo", "go"), ("kou", "ko"))
_LONG = re.compile(r"([aeiou])\1+")
_FOLDED = {code: code + 0x60 for code in range(0x3041, 0x3097)} | str.maketrans("āīūēō", "aiueo")
_HOLDING = {Type.TEXT, Type.DIGITS, Type.INT, Type.NAME, Type.KANA, Type.PHONE, Type.ADDRESS}
_SHAPES = {12: "個人番号", 11: "住民票コード"}
"""How many digits they have; 基礎年金番号 has ten, like 介護保険の被保険者番号."""


def forbidden(text: str) -> str:
    """Which of the numbers a name, a key or a question is about; empty for none of them."""
    whole = _bare(text)
    bare = _CARD.sub("", whole)
    named = next((number for number, names in _NAMES.items() if any(name in bare for name in names)), "")
    return named or next((number for number, owned in _OWNED.items() if owned.search(whole)), "") or _long(whole)


def _long(bare: str) -> str:
    """Which of them has as many digits as a name says, where it names no other number of that length."""
    if _SAME_LENGTH.search(bare):
        return ""
    return next((number for number, length in _LENGTHS.items() if length.search(bare)), "")


def forbidden_item(item: Item) -> str:
    """Which of them a fact would hold, by its key, its words, its reading or its number of digits; empty for none."""
    if item.type not in _HOLDING:
        return ""
    told = (item.key, item.label, item.en, item.ask, item.plain)
    named = next((number for number in map(forbidden, told) if number), "")
    return named or (_SHAPES.get(item.digits, "") if item.type is Type.DIGITS else "")


def holds_digits(item: Item) -> bool:
    """Whether a fact of this type could be a number at all."""
    return item.type in _HOLDING


def _bare(text: str) -> str:
    """Width, case, kana, hyphens, blanks and ways of romanising make no other name."""
    plain = unicodedata.normalize("NFKC", _INVISIBLE.sub("", text)).casefold().translate(_FOLDED)
    plain = _JOINTS.sub("", plain)
    for written, meant in _ROMAJI:
        plain = plain.replace(written, meant)
    return _LONG.sub(r"\1", plain)
