"""続柄: the closed words for the relation to the head of the household, their chains, codes and printing order.

Source: 住民記録標準仕様, 住民基本台帳事務処理要領: 世帯主, the words of BASIC joined by の up to four, 縁故者, 同居人.
Words such as 祖父 or 孫 are not values of a 住民票; the refusal says which chain stands for them.
"""

import re
from collections.abc import Callable, Iterable
from itertools import pairwise
from typing import TypeVar

from kiosk.model.message import Code, Message, Refused, Said
from kiosk.model.wareki import PartialDate

HEAD, RELATED, LODGER = "世帯主", "縁故者", "同居人"
SPOUSES = ("夫", "妻", "夫（未届）", "妻（未届）")
BASIC = (*SPOUSES, "子", "父", "母", "兄", "姉", "弟", "妹")
ALONE = (HEAD, RELATED, LODGER)
MOST_LINKS = 4

CODES = {
    **dict(zip(BASIC, ("11", "12", "13", "14", "20", "51", "52", "71", "81", "74", "84"), strict=True)),
    **dict(zip(ALONE, ("02", "96", "99"), strict=True)),
}
"""続柄コード of 住民記録 as seen in published samples; 子の夫 and 子の妻 have codes of their own, not known here."""

_RELATION, _MISSING, _ALLOWED = Code("word-relation"), Code("relation-missing"), Code("relation-allowed")
_NOT_USED, _WRITE = Code("relation-not-used", "word"), Code("relation-write", "what")
_TOO_FAR, _TOO_FAR_INSTEAD = Code("relation-too-far"), Code("relation-too-far-instead")
_ALONE, _STANDS_ALONE = Code("relation-alone", "word"), Code("relation-stands-alone", "word")
_ONE, _EITHER = Code("relation-one", "one"), Code("relation-either", "one", "other")
_ANY, _SUCH = Code("relation-any", "options"), Code("relation-such", "options")
_SONS_WIFE, _DAUGHTERS_HUSBAND = Code("relation-sons-wife"), Code("relation-daughters-husband")
_PARTNER, _RELATIVES = Code("relation-partner"), Code("relation-relatives")


def _any(*options: str) -> Message:
    return _ANY(options=options)


def _such(*options: str) -> Message:
    return _SUCH(options=options)


_INSTEAD = {
    "本人": _ONE(one="世帯主"),
    "筆頭者": _ONE(one="世帯主"),
    "長男 長女 次男 二男 次女 二女 三男 三女 四男 四女 息子 娘 養子 養女 実子 子供 子ども こども": _ONE(one="子"),
    "孫": _ONE(one="子の子"),
    "孫の夫 孫婿": _ONE(one="子の子の夫"),
    "孫の妻 孫嫁": _ONE(one="子の子の妻"),
    "ひ孫 曾孫 曽孫 ひまご": _ONE(one="子の子の子"),
    "玄孫 やしゃご": _ONE(one="子の子の子の子"),
    "祖父": _EITHER(one="父の父", other="母の父"),
    "祖母": _EITHER(one="父の母", other="母の母"),
    "祖父母": _any("父の父", "父の母", "母の父", "母の母"),
    "曾祖父 曽祖父": _such("父の父の父"),
    "曾祖母 曽祖母": _such("父の父の母"),
    "おじ 伯父 叔父": _any("父の兄", "父の弟", "母の兄", "母の弟"),
    "おば 伯母 叔母": _any("父の姉", "父の妹", "母の姉", "母の妹"),
    "甥 姪 おい めい": _any("兄の子", "姉の子", "弟の子", "妹の子"),
    "いとこ 従兄 従弟 従姉 従妹 従兄弟 従姉妹": _such("父の兄の子", "母の妹の子"),
    "嫁 息子の妻": _SONS_WIFE(),
    "婿 娘の夫 婿養子": _DAUGHTERS_HUSBAND(),
    "義父 しゅうと 舅": _EITHER(one="夫の父", other="妻の父"),
    "義母 しゅうとめ 姑": _EITHER(one="夫の母", other="妻の母"),
    "義兄 義弟 義姉 義妹": _such("夫の兄", "妻の弟", "兄の妻", "姉の夫"),
    "養父": _ONE(one="父"),
    "養母": _ONE(one="母"),
    "継父": _ONE(one="母の夫"),
    "継母": _ONE(one="父の妻"),
    "連れ子 継子": _EITHER(one="夫の子", other="妻の子"),
    "配偶者 夫婦": _EITHER(one="夫", other="妻"),
    "父母 両親 親": _EITHER(one="父", other="母"),
    "兄弟 姉妹 兄弟姉妹 きょうだい": _any("兄", "姉", "弟", "妹"),
    "内縁の夫 未届の夫": _ONE(one="夫（未届）"),
    "内縁の妻 未届の妻": _ONE(one="妻（未届）"),
    "内縁 事実婚 パートナー": _PARTNER(),
    "親戚 親族": _RELATIVES(),
    "知人 友人 他人 同居者 居候": _ONE(one="同居人"),
}
INSTEAD = {word: advice for words, advice in _INSTEAD.items() for word in words.split()}
"""A word people say, and what a 住民票 says instead."""

FURTHER = frozenset(
    word
    for word in INSTEAD
    if re.match("祖|[曾曽]祖|お[じば]|[伯叔][父母]|甥|姪|おい$|めい$|いとこ|従|義|舅|姑|しゅうと", word)
)
"""Words for who is related through somebody else: more than one link of a 住民票 each."""

_CHILD = re.compile("(?:[長末次]|[一二三四五六七八九十]{1,2})[男女]|養子|養女|実子|嫡出子|庶子")
_UNFILED = re.compile("^(?:内縁|未届け?|事実上)の(?=[夫妻]$)")
_AFTER = re.compile("([夫妻])(?:（(?:未届け?|内縁|未入籍|事実婚)）|未届け?|内縁)")
_IN_OTHER_WORDS = {
    "孫": "子の子",
    "孫の夫": "子の子の夫",
    "孫の妻": "子の子の妻",
    "同居者": LODGER,
    "縁故": RELATED,
    "本人": HEAD,
    **dict.fromkeys(("ひ孫", "曾孫", "曽孫"), "子の子の子"),
    "養父": "父",
    "養母": "母",
    "実父": "父",
    "実母": "母",
    "継父": "母の夫",
    "継母": "父の妻",
    "世帯主本人": HEAD,
}
_WRAPPED = re.compile(r"^子（(子の[夫妻])）$")

Member = TypeVar("Member")


def _links(relation: str) -> tuple[str, ...]:
    return tuple(relation.split("の"))


def parse_relation(text: str) -> str | Refused:
    """A relation in the spelling of a 住民票 (full-width brackets, no spaces), or what to write instead."""
    said = "".join(text.split()).translate(str.maketrans("()", "（）"))
    said = _WRAPPED.sub(r"\1", said)
    if said in INSTEAD:
        return Refused(_RELATION(), _NOT_USED(word=Said(said)), _WRITE(what=INSTEAD[said]))
    if said in ALONE:
        return said
    links = _links(said)
    strange = next((link for link in links if link not in BASIC), None)
    if strange is not None:
        return _strange(strange)
    if len(links) > MOST_LINKS:
        return Refused(_RELATION(), _TOO_FAR(), _TOO_FAR_INSTEAD())
    return said


def registered_relation(text: str) -> str | None:
    """The relation that a register's own word stands for, older ones included; None for what may mean several.

    長男, 二女 and 養子 have been written 子 since 1 March 1995 (住民基本台帳事務処理要領), each link of a chain alike.
    """
    said = "".join(text.split()).translate(str.maketrans("()", "（）")).removeprefix("世帯主の")
    said = _AFTER.sub(r"\1（未届）", said)
    said = f"{said[-1]}（未届）" if _UNFILED.match(said) else said
    whole = _IN_OTHER_WORDS.get(said) or "の".join(_IN_OTHER_WORDS.get(link, _sibling(link)) for link in _links(said))
    found = parse_relation(whole)
    return None if isinstance(found, Refused) else found


def _sibling(link: str) -> str:
    return "子" if _CHILD.fullmatch(link) else link


def _strange(link: str) -> Refused:
    if not link:
        return Refused(_RELATION(), _MISSING(), _ALLOWED())
    if link in ALONE:
        return Refused(_RELATION(), _ALONE(word=Said(link)), _STANDS_ALONE(word=Said(link)))
    return Refused(_RELATION(), _NOT_USED(word=Said(link)), INSTEAD.get(link) or _ALLOWED())


def relation_codes(relation: str) -> tuple[str, str, str, str] | None:
    """続柄コード1–4 of a parsed relation, unused slots empty; None when a code is not known (子の夫, 子の妻)."""
    links = _links(relation)
    if any(first == "子" and then in SPOUSES for first, then in pairwise(links)):
        return None
    codes = [CODES.get(link, "") for link in links]
    if not all(codes) or len(codes) > MOST_LINKS:
        return None
    first, second, third, fourth = [*codes, "", "", ""][:MOST_LINKS]
    return first, second, third, fourth


def rank(relation: str) -> int:
    """The place in 世帯連記: 世帯主, 配偶者, 子, 子の家族, 父母, 兄弟姉妹, 祖父母, その他親族, 縁故者, 同居人 (0–9).

    Parents of a spouse count as その他親族, the standard's list naming 父母 alone; an unknown word comes last.
    """
    links = _links(relation)
    whole = {HEAD: 0, **dict.fromkeys(SPOUSES, 1), "子": 2, "父": 4, "母": 4, RELATED: 8, LODGER: 9}
    whole |= dict.fromkeys(("兄", "姉", "弟", "妹"), 5)
    if len(links) == 1:
        return whole.get(relation, 10)
    if links[0] == "子":
        return 3
    return 6 if len(links) == 2 and set(links) <= {"父", "母"} else 7


def in_household_order(
    members: Iterable[Member], *, relation: Callable[[Member], str], birth: Callable[[Member], PartialDate | None]
) -> list[Member]:
    """Members in the order of 世帯連記; equals by birth, an unknown birth after the known, then as they came."""

    def key(member: Member) -> tuple[int, str]:
        born = birth(member)
        return rank(relation(member)), "9999" if born is None else born.iso or "9999"

    return sorted(members, key=key)
