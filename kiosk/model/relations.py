"""続柄: the closed words for the relation to the head of the household, their chains, codes and printing order.

Source: 住民記録標準仕様, 住民基本台帳事務処理要領: 世帯主, the words of BASIC joined by の up to four, 縁故者, 同居人.
Words such as 祖父 or 孫 are not values of a 住民票; the Issue says which chain stands for them.
"""

import re
from collections.abc import Callable, Iterable
from itertools import pairwise
from typing import TypeVar

from kiosk.model.base import Issue
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

_INSTEAD = {
    "本人": "世帯主",
    "筆頭者": "世帯主",
    "長男 長女 次男 二男 次女 二女 三男 三女 四男 四女 息子 娘 養子 養女 実子 子供 子ども こども": "子",
    "孫": "子の子",
    "孫の夫 孫婿": "子の子の夫",
    "孫の妻 孫嫁": "子の子の妻",
    "ひ孫 曾孫 曽孫 ひまご": "子の子の子",
    "玄孫 やしゃご": "子の子の子の子",
    "祖父": "父の父か母の父",
    "祖母": "父の母か母の母",
    "祖父母": "父の父、父の母、母の父、母の母のどれか",
    "曾祖父 曽祖父": "父の父の父など",
    "曾祖母 曽祖母": "父の父の母など",
    "おじ 伯父 叔父": "父の兄、父の弟、母の兄、母の弟のどれか",
    "おば 伯母 叔母": "父の姉、父の妹、母の姉、母の妹のどれか",
    "甥 姪 おい めい": "兄の子、姉の子、弟の子、妹の子のどれか",
    "いとこ 従兄 従弟 従姉 従妹 従兄弟 従姉妹": "父の兄の子、母の妹の子など",
    "嫁 息子の妻": "子の妻（妻のときは妻）",
    "婿 娘の夫 婿養子": "子の夫（養子縁組があるときは子）",
    "義父 しゅうと 舅": "夫の父か妻の父",
    "義母 しゅうとめ 姑": "夫の母か妻の母",
    "義兄 義弟 義姉 義妹": "夫の兄、妻の弟、兄の妻、姉の夫など",
    "養父": "父",
    "養母": "母",
    "継父": "母の夫",
    "継母": "父の妻",
    "連れ子 継子": "夫の子か妻の子",
    "配偶者 夫婦": "夫か妻",
    "父母 両親 親": "父か母",
    "兄弟 姉妹 兄弟姉妹 きょうだい": "兄、姉、弟、妹のどれか",
    "内縁の夫 未届の夫": "夫（未届）",
    "内縁の妻 未届の妻": "妻（未届）",
    "内縁 事実婚 パートナー": "夫（未届）か妻（未届）か縁故者か同居人",
    "親戚 親族": "父の兄のように「の」でつないだ続柄か、たどれないときは縁故者",
    "知人 友人 他人 同居者 居候": "同居人",
}
INSTEAD = {word: advice for words, advice in _INSTEAD.items() for word in words.split()}
"""A word people say, and what a 住民票 says instead."""

_WRAPPED = re.compile(r"^子（(子の[夫妻])）$")
_ALLOWED = "世帯主、夫、妻、夫（未届）、妻（未届）、子、父、母、兄、姉、弟、妹、これらを「の」で4つまで、縁故者、同居人"

Member = TypeVar("Member")


def _links(relation: str) -> tuple[str, ...]:
    return tuple(relation.split("の"))


def parse_relation(text: str) -> str | Issue:
    """A relation in the spelling of a 住民票 (full-width brackets, no spaces), or what to write instead."""
    said = "".join(text.split()).translate(str.maketrans("()", "（）"))
    said = _WRAPPED.sub(r"\1", said)
    if said in INSTEAD:
        return Issue(
            where="続柄", message=f"「{said}」は住民票の続柄に使えません。", allowed=f"{INSTEAD[said]}と入れます"
        )
    if said in ALONE:
        return said
    links = _links(said)
    strange = next((link for link in links if link not in BASIC), None)
    if strange is not None:
        return _strange(strange)
    if len(links) > MOST_LINKS:
        return Issue(
            where="続柄", message="「の」でつなげるのは4つまでです。", allowed="それより遠いときは縁故者と入れます"
        )
    return said


def _strange(link: str) -> Issue:
    if not link:
        return Issue(where="続柄", message="続柄を入れてください。", allowed=_ALLOWED)
    if link in ALONE:
        return Issue(where="続柄", message=f"「{link}」は「の」でつなげません。", allowed=f"{link}は単独で使います")
    return Issue(where="続柄", message=f"「{link}」は住民票の続柄に使えません。", allowed=INSTEAD.get(link, _ALLOWED))


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
