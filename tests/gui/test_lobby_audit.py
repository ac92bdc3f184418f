"""Every page of the terminal looked at: on every glass, in each size, colour scheme and language, with a low reach too.

The size of a page does not depend on its colours, nor its colours on the language: each is looked at for itself. Which
of the many a run looks at is told by the name of the page, so that it is the same wherever it runs; the narrowest glass
with the largest text is looked at in every language, on each page as it is reached and when it is looked at anew.
"""

import zlib
from collections.abc import Iterator
from itertools import product

import pytest

from kiosk.model.languages import ANSWERS
from kiosk.ui.tokens import PALETTES, TextSize, Theme, contrast
from tests.gui.lobby import GLASS, Touched, faults, pale
from tests.gui.lobby_kinds import kinds
from tests.short import SHORT

WORDIEST = ["ja-easy", "pt"]
"""Of a short run."""
NARROW = ("1280x800", TextSize.HUGE, False)


def chosen(*name: str, one_of: int) -> bool:
    """One of so many, and of a short run a tenth of these."""
    return zlib.crc32(" ".join(name).encode()) % (one_of * (10 if SHORT else 1)) == 0


def looks(language: str, page: str) -> Iterator[tuple[str, TextSize, bool]]:
    """Glass, size and whether within a low reach."""
    for glass, size, low in product(GLASS, TextSize, (False, True)):
        always = (glass, size, low) == NARROW and not SHORT
        if always or chosen(language, page, glass, size.name, str(low), one_of=8 if language == "ja" else 30):
            yield glass, size, low


def colours(language: str, page: str) -> Iterator[tuple[Theme, TextSize]]:
    """Colour scheme and size."""
    for theme, size in product(Theme, TextSize):
        if chosen(language, page, theme.value, size.name, one_of=24 if language == "ja" else 60):
            yield theme, size


@pytest.mark.parametrize("language", WORDIEST if SHORT else list(ANSWERS))
def test_nothing_is_cut_small_near_pale_or_over_anything_on_any_page(terminal: Touched, language: str) -> None:
    found, window = dict[tuple[object, ...], list[str]](), terminal.window
    for page in kinds(terminal, language, size=TextSize.HUGE):
        if not SHORT or chosen(language, page, "reached", one_of=1):
            terminal.settle()
            found[page, "reached"] = faults(window)
        for glass, size, low in looks(language, page):
            window.resize(GLASS[glass])
            window.kit.look.set(size=size)
            window.comfort.low = low
            window._comfortable()
            terminal.settle()
            found[page, glass, size.name, low] = faults(window)
        window.resize(GLASS["1280x800"])
        window.comfort.low = False
        for theme, size in colours(language, page):
            window.kit.look.set(theme=theme, size=size)
            window._comfortable()
            terminal.settle()
            found[page, theme.value, size.name, False] = pale(window)
        window.kit.look.set(theme=Theme.STANDARD, size=TextSize.HUGE)
        window._comfortable()
    assert {where: wrong for where, wrong in found.items() if wrong} == {}


@pytest.mark.parametrize("theme", list(Theme), ids=lambda theme: theme.value)
def test_every_pair_of_colours_that_a_page_has_stands_out(theme: Theme) -> None:
    palette, least = PALETTES[theme], 7 if theme is Theme.STANDARD else 10
    assert [(ink, ground) for ink, ground in palette.pairs() if contrast(ink, ground) < least] == []
