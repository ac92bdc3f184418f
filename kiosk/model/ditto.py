"""同上 and the other words and signs by which somebody says that the same stands above, which is no value itself."""

import re
import unicodedata

_SAME = re.compile(
    "(?:同[上右左前]|同じく?|おなじ|(?:(?:上|右|左|前)(?:記|の欄)?[にと]|以下)(?:同じ|おなじ)|[〃々仝〟″ゝヽ]+|\"|''|′′|[Dd][Ii][Tt][Tt][Oo])"
    "(?:です|とする|でお願いします)?"
)
_AROUND = re.compile(r"[\s。.、,・()\[\]「」]")


def says_the_same(words: str) -> bool:
    """Whether words say only that something is as above: 同上, 〃, 々々, 上に同じ, 同左です, (ditto)."""
    return _SAME.fullmatch(_AROUND.sub("", unicodedata.normalize("NFKC", words))) is not None
