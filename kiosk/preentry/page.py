"""The page itself: one HTML file with everything in it, that fetches nothing and may do nothing else than it says."""

import base64
import datetime as dt
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kiosk.model.errors import SiteError
from kiosk.model.languages import ANSWERS
from kiosk.preentry.inlined import inlined
from kiosk.preentry.rules import plain_json, rules_module
from kiosk.preentry.texts import Labelling, page_texts
from kiosk.rules.book import RuleBook
from kiosk.words import Words

FIRST, VENDOR = "page.js", "vendor/lean-qr/lean-qr.mjs"
MOST_BYTES = 1_500_000
"""What a cheap telephone reads in a second, and a town's web server carries: nothing may grow beyond it unseen."""


@dataclass(frozen=True)
class Key:
    """The city's public key as JWK members, its name, and the last day on which a code may be made with it."""

    jwk: Mapping[str, str]
    kid: str
    until: dt.date


@dataclass(frozen=True)
class Site:
    """Everything the page is made from. `assets` is the folder of scripts and style, `catalogue` the forms' digest."""

    book: RuleBook
    catalogue: str
    key: Key
    labelling: Labelling
    assets: Path
    words: Path


def build(site: Site) -> str:
    """The page as HTML. Raises SiteError when it would be too large, Defect for rules that it cannot judge."""
    style = (site.assets / "page.css").read_text(encoding="utf-8")
    html = _html(inlined(modules(site), FIRST), style)
    size = len(html.encode())
    if size > MOST_BYTES:
        what = f"家で使うページが大きすぎます（{size}バイト、{MOST_BYTES}バイトまで）。"
        raise SiteError("HOME-1", what=what, mend="質問や様式、訳の量を見直してください。")
    return html


def modules(site: Site) -> dict[str, str]:
    """Every module of the page by its path; two are made from the catalogue."""
    names = [path.name for path in sorted(site.assets.glob("*.js"))]
    written = {name: (site.assets / name).read_text(encoding="utf-8") for name in (*names, VENDOR)}
    data = f"export const site = {plain_json(_data(site))};\n"
    return {**written, "rules.js": rules_module(site.book), "site.js": data}


def _data(site: Site) -> dict[str, Any]:
    book, key = site.book, site.key
    sentences = {language: _sentences(site.words, language) for language in ANSWERS}
    return {
        "city": {"name": book.city.get("name", ""), "code": book.city.get("code", "")},
        "catalogue": site.catalogue,
        "key": {"key": dict(key.jwk), "kid": key.kid, "until": key.until.isoformat()},
        "languages": list(ANSWERS.items()),
        "words": page_texts(book, site.labelling, sentences, [each.ask for each in book.navigator.questions]),
        "navigator": [
            {"id": each.id, "ask": each.ask, "yes": each.yes, "no": each.no} for each in book.navigator.questions
        ],
    }


def _sentences(folder: Path, language: str) -> Words:
    return Words((folder / f"{language}.ftl").read_text(encoding="utf-8"), language=language)


def _html(script: str, style: str) -> str:
    policy = "; ".join(
        (
            "default-src 'none'",
            f"script-src '{_hash(script)}'",
            f"style-src '{_hash(style)}'",
            "img-src blob: data:",
            "base-uri 'none'",
            "form-action 'none'",
            "require-trusted-types-for 'script'",
            "trusted-types 'none'",
        )
    )
    return (
        '<!doctype html>\n<html lang="ja">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n<title>窓口の準備</title>\n'
        f'<style>{style}</style>\n</head>\n<body>\n<script type="module">{script}</script>\n</body>\n</html>\n'
    )


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
