"""forms/labels/<language>.toml: what the catalogue says in another language, checked."""

from collections.abc import Iterator

from kiosk.catalogue.causes import Causes
from kiosk.catalogue.files import Files
from kiosk.catalogue.toml_files import build, only
from kiosk.model.base import Issue
from kiosk.model.forbidden import forbidden, holds_digits
from kiosk.model.labels import Labels
from kiosk.rules.book import RuleBook

FOLDER = "labels"


def read_labels(files: Files, language: str, *, book: RuleBook) -> tuple[Labels, tuple[Issue, ...]]:
    """The labels of a language, and what is wrong with them; without a file, or with a broken one, all is Japanese."""
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
    return found, tuple(_unknown(found, where, book.whole))


def label_issues(files: Files, language: str, book: RuleBook, causes: Causes) -> tuple[Issue, ...]:
    """What is wrong with the labels of a language; what they name is looked up only where everything could be read."""
    issues: list[Issue] = []
    if causes.files and files.toml(f"{FOLDER}/{language}.toml", issues) is not None:
        return ()
    return tuple(issues) if causes.files else read_labels(files, language, book=book)[1]


def languages(files: Files) -> tuple[str, ...]:
    """The languages that have a file."""
    return tuple(name.removesuffix(".toml") for name in files.under(FOLDER).names)


def _unknown(labels: Labels, where: str, book: RuleBook) -> Iterator[Issue]:
    vocabulary = book.vocabulary
    places = (
        ("item", labels.item, vocabulary.by_key, "事実が語彙にありません。"),
        ("section", labels.section, {section.id for section in vocabulary.sections}, "見出しが語彙にありません。"),
        ("event", labels.event, book.events, "きっかけがありません。"),
        ("text", labels.text, set(texts(book)), "この文はどの手続や様式にもありません。"),
    )
    for name, given, known, message in places:
        yield from (Issue(where=f"{where} {name}.{key}", message=message) for key in given if key not in known)
    for key, own in labels.item.items():
        item = vocabulary.by_key.get(key)
        number = next(filter(None, map(forbidden, (own.label, own.ask, own.plain))), "")
        if number and item is not None and holds_digits(item):
            yield Issue(where=f"{where} item.{key}", message=f"{number}は聞けません。", allowed="別の聞き方")
    for key, codes in labels.codes.items():
        for code in codes.keys() - set(vocabulary.codes.get(key, ())):
            yield Issue(where=f"{where} codes.{key}", message=f"「{code}」はこの選択肢にありません。")


def texts(book: RuleBook) -> Iterator[str]:
    """Every sentence of procedures, identity papers and forms that a page shows."""
    yield from (book.identity.reason_short, book.identity.reason_photo, book.identity.reason_notice)
    yield from (template.title for template in book.templates.values())
    for procedure in book.procedures.values():
        yield from (procedure.department, procedure.fee)
        for version in (each for given in procedure.versions for each in given.all):
            yield from (version.department, version.reason, version.reason_not, version.who, version.guide)
            yield from (version.deadline.note,) if version.deadline else ()
            yield from (paper.what for paper in version.bring)
            yield from (paper for filer in version.filers for paper in filer.papers)
