"""Remarks that the office keeps for itself in a text (団体による, 要確認): they are on no resident's paper."""

import re

_OFFICE = r"団体による|団体により|要確認|未確認|確認中|記憶|確度|職員用|庁内"
_BRACKETED = re.compile(rf"[（(〔［\[][^（(〔［\[）)〕］\]]*(?:{_OFFICE})[^（(〔［\[）)〕］\]]*[）)〕］\]]")
_SENTENCE = re.compile(rf"[^。]*(?:{_OFFICE})[^。]*。?")


def for_residents(text: str) -> str:
    """The text without the office's remarks: brackets that hold one, and whole sentences that are one."""
    return _SENTENCE.sub("", _BRACKETED.sub("", text)).strip()
