"""The page at home as a test uses it: built once, walked through in a real browser by what a written visit answers."""

import base64
import datetime as dt
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from kiosk.model.fact import Held, Signature, Value
from kiosk.model.vocabulary import Type
from kiosk.model.wareki import PartialDate
from kiosk.preentry.keys import CityKey, new_key
from kiosk.preentry.page import Key, Site, build
from tests.browser import Browser
from tests.played import visit
from tests.visits import ROOT, book, catalogue

MADE = dt.date(2026, 4, 1)


@lru_cache(maxsize=1)
def key() -> CityKey:
    """The sample town's key."""
    return new_key(MADE)


def site(*, until: dt.date = dt.date(2199, 3, 31)) -> Site:
    """What the sample town's page is made from; `until` lies far ahead, because a browser has a clock of its own."""
    return Site(
        book=book(),
        catalogue=catalogue().digest,
        key=Key(key().public, key().kid, until),
        labelling=catalogue().labels,
        assets=ROOT / "assets" / "preentry",
        words=ROOT / "assets" / "words" / "preentry",
    )


@lru_cache(maxsize=1)
def html() -> str:
    """The page."""
    return build(site())


def written(folder: Path) -> Path:
    """The page as a file."""
    file = folder / "index.html"
    file.write_text(html(), encoding="utf-8")
    return file


def plain(value: Value) -> Any:
    """A value as the page holds it."""
    match value:
        case Held():
            return {"held": True}
        case PartialDate():
            era = (value.era_text or "")[:2] or None
            return {"date": value.iso, "precision": value.precision.value, "era": era}
        case tuple():
            return list(value)
        case bool() | int() | str():
            return value
        case _:
            return {"text": getattr(value, "text", "")}


def answers(name: str) -> dict[str, Any]:
    """What the people of a written visit answer, by path, as the page takes it; nothing that only a clerk says."""
    vocabulary = book().vocabulary
    said = visit(name)[0].now.case.ledger.current
    found = {path: (vocabulary.item(path), fact.value) for path, fact in said.items()}
    return {
        path: _tapped(item.type, value)
        for path, (item, value) in found.items()
        if item is not None and item.ask and not item.staff and not isinstance(value, Signature)
    }


def _tapped(kind: Type, value: Value) -> Mapping[str, Any]:
    """Which buttons are pressed, or what is typed into which fields."""
    if isinstance(value, Held):
        return {"unsure": True}
    if isinstance(value, PartialDate):
        return {"era": "", "fields": [str(int(number)) for number in (value.iso or "").split("-")]}
    if kind in {Type.CODES, Type.PERSONS}:
        codes = list(value) if isinstance(value, tuple) else []
        return {"codes": codes or [""], "onward": True}
    if isinstance(value, bool) or kind in {Type.CODE, Type.PERSON, Type.RELATION}:
        return {"codes": [str(value).lower() if isinstance(value, bool) else str(value)]}
    if value == "":
        return {"codes": [""]}
    return {"fields": [getattr(value, "text", None) or str(value)]}


_WALK = """
const [answers, languages] = args;
const speak = (code) => {
  [...document.querySelectorAll("nav button")].find((each) => each.textContent.includes("Language")).click();
  pressed(code).click();
};
const main = () => document.querySelector("main");
const pressed = (code) => [...main().querySelectorAll("button[data-code]")].find((each) => each.dataset.code === code);
const passed = [];
while (main().dataset.page === "question") {
  const path = main().dataset.path;
  const answer = answers[path];
  if (passed.length > 400 || (passed.includes(path) && !answer)) throw new Error(`stuck at ${path}`);
  passed.push(path);
  if (languages.length) speak(languages[passed.length % languages.length]);
  if (main().dataset.path !== path) throw new Error(`another question in another language: ${path}`);
  if (main().scrollWidth > innerWidth) throw new Error(`wider than the page: ${path}`);
  if (!answer) { main().querySelectorAll(".quiet button")[1].click(); continue; }
  if (answer.unsure) { main().querySelectorAll(".quiet button")[0].click(); continue; }
  if (answer.era !== undefined) pressed(answer.era).click();
  for (const code of answer.codes ?? []) {
    const button = pressed(code);
    if (!button) throw new Error(`no ${code} at ${path}`);
    button.click();
  }
  (answer.fields ?? []).forEach((text, index) => { main().querySelectorAll("input")[index].value = text; });
  if (answer.fields || answer.onward) main().querySelector(".primary").click();
  const wrong = document.querySelector(".wrong");
  if (main().dataset.path === path && wrong && wrong.textContent) throw new Error(`${path}: ${wrong.textContent}`);
}
return passed;
"""


def begin(browser: Browser, page: Path, *, event: str, people: int, language: str = "ja") -> None:
    """Open the page and come to its first question."""
    browser.open(page)
    for code in (language, "", event, str(people)):
        browser.run(
            "const [code] = args; const main = document.querySelector('main');"
            "(code ? main.querySelector(`button[data-code='${code}']`) : main.querySelector('.primary')).click();",
            code,
        )


def walk(browser: Browser, said: Mapping[str, Any], *, languages: Sequence[str] = ()) -> list[str]:
    """Answer every question that comes, leaving those to the counter that nobody answers; the paths in that order.

    Each question is read in the next one of `languages`; none may be wider than the telephone.
    """
    found: list[str] = browser.run(_WALK, dict(said), list(languages))
    return found


_SAVED = """
const kept = new Promise((done) => { URL.createObjectURL = (blob) => { done(blob); return "about:blank"; }; });
HTMLAnchorElement.prototype.click = () => undefined;
document.querySelector("main .primary").click();
const reader = new FileReader();
const read = new Promise((done) => { reader.onload = () => done(reader.result); });
reader.readAsDataURL(await kept);
return (await read).split(",")[1];
"""
_MADE = """
document.querySelector("main .primary").click();
while (!document.querySelector("canvas")) await new Promise((done) => requestAnimationFrame(done));
return document.querySelector("canvas").toDataURL().split(",")[1];
"""


def make(browser: Browser) -> bytes:
    """Go from the check page to the codes; the first one as PNG."""
    return base64.b64decode(browser.run(_MADE))


def saved(browser: Browser) -> bytes:
    """The picture with all codes that the resident keeps."""
    return base64.b64decode(browser.run(_SAVED))
