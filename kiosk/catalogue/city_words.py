"""The city's own words in a text and on a printed page: {city.mayor} stands there, the name in the settings."""

import re
from collections.abc import Iterator, Mapping

from kiosk.settings import Scalar

CITY = "city."
OPEN = "〔要確認〕"  # stands on the screen and on the sheet where a setting is missing, so that somebody asks
NAMED = re.compile(rb"\{city\.([^{}]*)\}")
"""The names of the settings that the content of a file asks for."""
CITY_OPENED = re.compile(r"\{\s*city\.[^{}]*(?:\{|$)|\{\s+city\.")
"""A hole that is never closed, or does not begin as one: it would be printed as it stands."""

_HOLE = re.compile(r"\{(city\.[^{}]*)\}")
_PRINTED = re.compile(rb"\{(city\.[a-z][a-z0-9_]*)\}")


def said(city: Mapping[str, Scalar], *, comma: str = ",") -> dict[str, str]:
    """The settings as words by their name in a text: numbers with a `comma` after the thousands; yes or no are none."""
    words = {key: value for key, value in city.items() if not isinstance(value, bool)}
    return {
        f"{CITY}{key}": f"{value:,}".replace(",", comma) if isinstance(value, int) else value
        for key, value in words.items()
    }


def spoken(text: str, words: Mapping[str, str]) -> str:
    """A text with the words of `said` in its holes; where a setting is missing it says 要確認."""
    return _HOLE.sub(lambda hole: words.get(hole[1], OPEN), text) if "{" in text else text


def printed(page: bytes, city: Mapping[str, Scalar]) -> bytes:
    """A page of a form with the city's words in it; a hole for what is no setting stays."""
    if b"{city." not in page:
        return page
    words = said(city)
    return _PRINTED.sub(lambda hole: _escaped(words.get(hole[1].decode(), hole[0].decode())).encode(), page)


def unknown_words(page: bytes, city: Mapping[str, Scalar]) -> Iterator[tuple[int, str]]:
    """The line and the name of every hole of a page that is no setting."""
    words = said(city)
    for hole in _PRINTED.finditer(page):
        if hole[1].decode() not in words:
            yield page.count(b"\n", 0, hole.start()) + 1, hole[0].decode()


def _escaped(text: str) -> str:
    """As it may stand in XML."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
