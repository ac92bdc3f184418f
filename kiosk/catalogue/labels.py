"""forms/labels/<language>.toml: what the catalogue says in another language, checked."""

import re
from collections.abc import Iterator

from kiosk.catalogue.city_words import said, spoken
from kiosk.catalogue.files import Files
from kiosk.catalogue.toml_files import build, only
from kiosk.model.base import Issue
from kiosk.model.forbidden import forbidden, holds_digits
from kiosk.model.labels import ItemLabels, Labels
from kiosk.model.languages import EASY
from kiosk.model.life_event import LifeEvent
from kiosk.model.procedure import Procedure
from kiosk.model.spelling import nearest
from kiosk.model.vocabulary import RELATIONS, Item, Vocabulary
from kiosk.rules.book import RuleBook
from kiosk.settings import City

FOLDER = "labels"
_NOWHERE = City()
_COMMA = {"vi": ".", "pt": "."}  # 3.000 is three thousand there


def read_labels(
    files: Files, language: str, *, book: RuleBook, city: City = _NOWHERE
) -> tuple[Labels, tuple[Issue, ...]]:
    """The labels of a language, and what is wrong with them; without a file, or with a broken one, all is Japanese.

    The city's settings stand in them as in the text they translate: `1通{city.fee_juminhyo}円`.
    """
    where = f"{FOLDER}/{language}.toml"
    if where not in files.names:
        return Labels(language=language), ()
    issues: list[Issue] = []
    data = files.toml(where, issues)
    if data is None or "language" in data:
        issues += only({} if data is None else {"language": ""}, (), where=where)
        return Labels(language=language), tuple(issues)
    found = build(Labels, {**data, "language": language}, where=where)
    if isinstance(found, tuple):
        return Labels(language=language), found
    return _filled(found, city), tuple(_unknown(found, where, book.whole, city))


def _filled(labels: Labels, city: City) -> Labels:
    japanese, own = said(city.values), said(city.values, comma=_COMMA.get(labels.language, ","))
    text = {spoken(key, japanese): spoken(value, own) for key, value in labels.text.items()}
    return labels.model_copy(update={"text": text})


def label_issues(files: Files, language: str, book: RuleBook, city: City, *, whole: bool) -> tuple[Issue, ...]:
    """What is wrong with the labels of a language; what they name is looked up only in a book that is `whole`."""
    issues: list[Issue] = []
    if not whole and files.toml(f"{FOLDER}/{language}.toml", issues) is not None:
        return ()
    return read_labels(files, language, book=book, city=city)[1] if whole else tuple(issues)


def languages(files: Files) -> tuple[str, ...]:
    """The languages that have a file."""
    return tuple(name.removesuffix(".toml") for name in files.under(FOLDER).names)


def _unknown(labels: Labels, where: str, book: RuleBook, city: City) -> Iterator[Issue]:
    vocabulary = book.vocabulary
    words, here = said(city.values), {*texts(book), *city.plan.departments}
    strange = [key for key in labels.text if spoken(key, words) not in here]
    places = (
        ("item", labels.item, vocabulary.by_key, "事実が語彙にありません。"),
        ("text", strange, (), "このことばは、どの語彙・きっかけ・手続・様式にもありません。"),
    )
    for name, given, known, message in places:
        for key in (key for key in given if key not in known):
            yield Issue(where=f"{where} {name}.{key}", message=message, allowed=nearest(key, known) if known else "")
    for key, own in labels.item.items():
        item = vocabulary.by_key.get(key)
        number = next(filter(None, map(forbidden, (own.label, own.ask, own.plain))), "")
        if number and item is not None and holds_digits(item):
            yield Issue(where=f"{where} item.{key}", message=f"{number}は聞けません。", allowed="別の聞き方")
    for key, codes in labels.codes.items():
        for code in codes.keys() - set(vocabulary.codes.get(key, ())):
            allowed = nearest(code, vocabulary.codes.get(key, ()))
            yield Issue(where=f"{where} codes.{key}", message=f"「{code}」はこの選択肢にありません。", allowed=allowed)


def texts(book: RuleBook) -> Iterator[str]:
    """Every text of the catalogue that a page can show; some are empty, some come more than once."""
    yield from _vocabulary(book.vocabulary)
    for event in book.events.values():
        yield from _event(event)
    yield from (each.ask for each in book.navigator.questions)
    papers = book.identity
    yield from (papers.reason_short, papers.reason_photo, papers.reason_notice, papers.bring_short, papers.bring_photo)
    yield from (template.title for template in book.templates.values())
    for procedure in book.procedures.values():
        yield from _procedure(procedure)


def _vocabulary(vocabulary: Vocabulary) -> Iterator[str]:
    for item in vocabulary.items:
        yield from (item.label, item.ask, item.self_ask, item.plain, item.why or item.basis)
    for codes in vocabulary.codes.values():
        yield from codes
    yield from (section.label for section in vocabulary.sections)
    yield from (against.says for against in vocabulary.contradictions)


def _event(event: LifeEvent) -> tuple[str, ...]:
    words = (word for codes in event.words.values() for word in codes.values())
    return (event.name, *event.asks.values(), *event.headings.values(), *words)


def _procedure(procedure: Procedure) -> Iterator[str]:
    yield from (procedure.department, procedure.fee)
    for version in (each for given in procedure.versions for each in given.all):
        yield from (version.department, version.reason, version.reason_not, version.who, version.guide)
        yield from (version.deadline.note,) if version.deadline else ()
        yield from (paper.what for paper in version.bring)
        yield from (paper for filer in version.filers for paper in filer.papers)


def untranslated(labels: Labels, book: RuleBook) -> tuple[str, ...]:
    """What residents see and a language does not say yet, by its Japanese, in the order of the catalogue.

    Left out: what only a clerk is asked, procedures of the staff, and plain Japanese in any language but that.
    """
    easy = labels.language == EASY
    procedures = [procedure for procedure in book.procedures.values() if not procedure.staff_only]
    found = [
        text
        for item in book.vocabulary.items
        if item.ask and not item.staff
        for text in _of_item(labels, item, easy=easy)
    ]
    said = (
        *found,
        *_codes(labels, book.vocabulary),
        *(section.label for section in book.vocabulary.sections),
        *(against.says for against in book.vocabulary.contradictions),
        *(text for event in book.events.values() for text in _event(event)),
        *(each.ask for each in book.navigator.questions),
        *(text for procedure in procedures for text in _procedure(procedure)),
    )
    texts = (text for text in dict.fromkeys(said) if _JAPANESE.search(text) and text not in labels.text)
    return (*texts, *(name for procedure in procedures for name in _unnamed(procedure, labels.language)))


def _unnamed(procedure: Procedure, language: str) -> Iterator[str]:
    """The names of a procedure, and of what it becomes, that stand beside it in other languages only."""
    versions = (each for given in procedure.versions for each in given.all)
    named = ((procedure.name, procedure.labels), *((each.name, each.labels or {}) for each in versions))
    yield from dict.fromkeys(name for name, own in named if name and language not in own)


_JAPANESE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")


def _of_item(labels: Labels, item: Item, *, easy: bool) -> Iterator[str]:
    own = labels.item.get(item.key, ItemLabels())
    parts = (
        (own.label, item.label),
        (own.ask, (item.plain or item.ask) if easy else item.ask),
        (own.ask, item.self_ask),
        (own.why, item.why or item.basis),
    )
    yield from (text for given, text in parts if not given)


def _codes(labels: Labels, vocabulary: Vocabulary) -> Iterator[str]:
    used = (item.codes for item in vocabulary.items if item.ask and not item.staff and item.codes)
    for name in dict.fromkeys((*used, RELATIONS)):
        yield from (code for code in vocabulary.codes.get(name, ()) if code not in labels.codes.get(name, {}))
