"""The page as a file: one piece, nothing fetched, every language whole; and how modules become one script."""

import base64
import hashlib
import re

import pytest

from kiosk.model.errors import Defect, SiteError
from kiosk.model.languages import ANSWERS
from kiosk.model.relations import parse_relation
from kiosk.preentry import page
from kiosk.preentry.inlined import inlined
from tests.at_home import html, key, site
from tests.visits import ROOT, book

WORDS = ROOT / "assets" / "words" / "preentry"
_ENTRY = re.compile(r"([a-z-]+) = (.+)")
_HOLE = re.compile(r"\{ \$\w+ \}")


def entries(language: str) -> dict[str, tuple[str, str]]:
    """By key the sentence and the remark above it."""
    lines = (WORDS / f"{language}.ftl").read_text(encoding="utf-8").splitlines()
    found = ((_ENTRY.fullmatch(line), above) for above, line in zip(["", *lines], lines, strict=False))
    return {entry[1]: (entry[2], above.removeprefix("# ")) for entry, above in found if entry}


# ---- the page --------------------------------------------------------------------------------------------------------
def test_the_page_may_run_only_what_stands_in_it_and_fetch_nothing() -> None:
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', html())
    assert policy is not None
    rules = dict(rule.split(" ", 1) for rule in policy[1].split("; "))
    assert rules["default-src"] == "'none'"
    assert "unsafe" not in policy[1]
    for tag, rule in (('script type="module"', "script-src"), ("style", "style-src")):
        inside = re.search(f"<{tag}>(.*?)</{tag.split()[0]}>", html(), re.DOTALL)
        assert inside is not None
        digest = base64.b64encode(hashlib.sha256(inside[1].encode()).digest()).decode()
        assert rules[rule] == f"'sha256-{digest}'"


def test_the_page_names_no_other_place() -> None:
    assert re.findall(r"https?://|//[a-z]+\.[a-z]+/|@import|\burl\(|<link|<img|<iframe", html()) == []
    assert not re.search(r"localStorage|sessionStorage|indexedDB|document\.cookie|fetch\(|XMLHttpRequest", html())


def test_the_page_holds_the_public_half_of_the_key_alone() -> None:
    assert key().jwk["x"] in html()
    assert key().jwk["d"] not in html()


def test_a_page_that_a_cheap_telephone_cannot_carry_is_not_built(monkeypatch: pytest.MonkeyPatch) -> None:
    assert len(html().encode()) <= page.MOST_BYTES
    monkeypatch.setattr(page, "MOST_BYTES", 1000)
    with pytest.raises(SiteError, match="大きすぎます"):
        page.build(site())


def test_questions_of_the_navigator_come_along() -> None:
    questions = book().navigator.questions
    assert questions
    assert all(each.ask in html() for each in questions)


# ---- words -----------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("language", [each for each in ANSWERS if each != "ja"])
def test_every_sentence_is_there_of_the_japanese_as_it_stands_with_the_same_values(language: str) -> None:
    japanese, translated = entries("ja"), entries(language)
    assert translated.keys() == japanese.keys()
    for name, (sentence, above) in translated.items():
        assert above == japanese[name][0], name
        assert sorted(_HOLE.findall(sentence)) == sorted(_HOLE.findall(above)), name


def test_every_sentence_is_said_and_every_one_that_is_said_is_there() -> None:
    scripts = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "assets" / "preentry").glob("*.js"))
    said = set(re.findall(r'say\("([a-z-]+)"', scripts)) | set(re.findall(r'say\([^"]*\? "([a-z-]+)" : "', scripts))
    known = set(entries("ja"))
    assert said <= known
    assert (
        known
        - said
        - {
            each
            for each in known
            if f'"{each}"' in scripts or each.startswith(("wrong-", "hint-", "era-", "relation-"))
        }
        == set()
    )
    wrong = set(re.findall(r'wrong: "([a-z-]+)"', scripts))
    assert {f"wrong-{each}" for each in wrong} == {each for each in known if each.startswith("wrong-")}


def test_every_relation_that_is_offered_is_one_that_the_register_takes() -> None:
    script = (ROOT / "assets" / "preentry" / "entries.js").read_text(encoding="utf-8")
    offered = re.findall(r"(\w+): \"[a-z-]+\"", script[script.index("RELATIONS") : script.index("};")])
    assert len(offered) == 19
    assert all(parse_relation(each) == each for each in offered)


# ---- modules ---------------------------------------------------------------------------------------------------------
def test_modules_become_rooms_of_one_script() -> None:
    modules = {
        "a.js": 'import { b, c as d } from "./b.js";\nexport const a = b + d;\n',
        "b.js": "const x = 1;\nexport function b() { return x; }\nexport { x as c };\n",
    }
    script = inlined(modules, "a.js")
    assert script.index("M_b_js") < script.index("M_a_js")
    assert "const {b: b, c: d} = M_b_js;" in script
    assert "return { b: b, c: x };" in script
    assert not re.search(r"^\s*(import|export)\b", script, re.MULTILINE)


@pytest.mark.parametrize(
    "source", ['import x from "./b.js";', 'import "./b.js";', "export default 1;", 'import { a } from "./a.js";']
)
def test_a_module_of_another_shape_stops_the_building(source: str) -> None:
    with pytest.raises(Defect):
        inlined({"a.js": source, "b.js": ""}, "a.js")
