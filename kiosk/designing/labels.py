"""Labels of boxes as people write them: compared in plain letters, and whose box it is by its heading."""

from __future__ import annotations

import re
import unicodedata

_ROLES = {
    "A": "届出人 届出者 届出をする 申請者 請求者 申出者 申込者 申告者 窓口に来た 来庁者 申立人 届け出る 提出者",
    "H": "世帯主",
    "S": "配偶者 夫または妻 パートナー",
    "C": "児童 子ども こども お子さん 対象児",
    "P": "異動者 異動した 異動する 世帯員 被保険者 対象者 加入する人 本人",
}
ROLE_WORDS = {word: role for role, words in _ROLES.items() for word in words.split()}


def plain(text: str) -> str:
    """A text as labels are compared: one width, no blanks, no dots between letters."""
    return re.sub(r"[\s・･·:：※*＊]+", "", unicodedata.normalize("NFKC", text))


def role_of(words: str) -> str:
    """Whose box it is, by a heading: the role's letter, empty where it says nothing about that."""
    text = plain(words)
    return next((role for word, role in ROLE_WORDS.items() if word in text), "")
