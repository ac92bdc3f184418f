"""What a 受付案内票 is written and drawn with, and every word that stands on its sheets."""

from kiosk.press.guide_words import GuideWords, Tongue
from kiosk.render.drawlist import DrawList, Text
from kiosk.render.fonts import FontLibrary
from kiosk.render.shaping import Shaper
from tests.visits import ROOT, catalogue

WORDS = GuideWords.read(ROOT / "assets" / "words" / "guide", catalogue().labels)
SHAPER = Shaper(FontLibrary(ROOT / "assets" / "fonts"))
CITY = catalogue().city


def texts(pages: tuple[DrawList, ...]) -> list[Text]:
    return [item for page in pages for item in page.items if isinstance(item, Text)]


def words(pages: tuple[DrawList, ...]) -> str:
    return "\n".join(item.text for item in texts(pages))


def tongue(language: str) -> Tongue:
    return WORDS.tongue(language)
