"""What the page says: its own sentences, and what the catalogue calls things, in every language that it speaks."""

from collections.abc import Callable, Iterable, Mapping

from kiosk.model.labels import Labels
from kiosk.model.languages import JAPANESE
from kiosk.model.vocabulary import Item
from kiosk.rules.book import RuleBook
from kiosk.words import Words

Labelling = Callable[[str], Labels]
"""What the catalogue calls things, by language."""


def page_texts(
    book: RuleBook, labelling: Labelling, sentences: Mapping[str, Words], extra: Iterable[str] = ()
) -> object:
    """By language: `sentences`, `items` and `codes` by their names, and `texts`, each at the place of its Japanese.

    Only what differs from the Japanese is carried for another language (a text as "" where it does not), and the
    Japanese of a text only once. `extra` are texts that stand nowhere else.
    """
    japanese = _said(book, labelling(JAPANESE), sentences[JAPANESE])
    texts = tuple(dict.fromkeys((*_texts(book), *extra)))
    found: dict[str, dict[str, object]] = {JAPANESE: {**japanese, "texts": texts}}
    for language in sentences:
        if language != JAPANESE:
            labels, names = labelling(language), _named(book, language)
            told = _said(book, labels, sentences[language])
            given = [names.get(text) or labels.said(text) for text in texts]
            found[language] = {
                **{part: _other(told[part], japanese[part]) for part in ("items", "codes")},
                "sentences": told["sentences"],
                "texts": [said if said != text else "" for said, text in zip(given, texts, strict=True)],
            }
    return found


def _other(told: dict[str, object], japanese: dict[str, object]) -> dict[str, object]:
    return {key: value for key, value in told.items() if value != japanese.get(key)}


def _said(book: RuleBook, labels: Labels, words: Words) -> dict[str, dict[str, object]]:
    vocabulary = book.vocabulary
    asked = [item for item in vocabulary.items if item.ask and not item.staff]
    lists = dict.fromkeys(item.codes for item in asked if item.codes in vocabulary.codes)
    return {
        "sentences": {key: words.line(key) for key in sorted(words.keys)},
        "items": {item.key: _item(labels, item) for item in asked},
        "codes": {name: {code: labels.code(name, code) for code in vocabulary.codes[name]} for name in lists},
    }


def _item(labels: Labels, item: Item) -> dict[str, str]:
    """What it is called, how it is asked where nobody sits opposite, and why."""
    own = labels.of(item, ask=item.self_ask)
    told = {"label": own.label, "ask": own.ask, "why": own.why if item.why else ""}
    return {part: text for part, text in told.items() if text}


def _named(book: RuleBook, language: str) -> dict[str, str]:
    """The names of procedures and of what they become."""
    found: dict[str, str] = {}
    for procedure in book.procedures.values():
        found[procedure.name] = procedure.labels.get(language, "")
        for version in (each for given in procedure.versions for each in given.all if each.name):
            found[version.name] = (version.labels or {}).get(language, "")
    return found


def _texts(book: RuleBook) -> Iterable[str]:
    for event in book.events.values():
        yield from (event.name, *event.asks.values())
        yield from (word for codes in event.words.values() for word in codes.values())
    for procedure in book.procedures.values():
        yield procedure.name
        for version in (each for given in procedure.versions for each in given.all):
            yield version.name
            yield from (paper.what for paper in version.bring)
            yield from (paper for filer in version.filers for paper in filer.papers)
