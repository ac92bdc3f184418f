"""What every room has to say about the files of a catalogue that are its own: rules, columns, practice cards.

The catalogue checks files and whether they fit together; here it is asked whether the rules can hold, and whether the
rooms that parse a file of their own from it can. What is found makes a catalogue as unusable as a misspelt key.
"""

from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Any

from kiosk.cards.samples import SampleCard
from kiosk.catalogue.catalogue import Catalogue
from kiosk.catalogue.causes import Causes, joined, once
from kiosk.catalogue.files import Files
from kiosk.catalogue.known import FOLDER as KNOWN
from kiosk.catalogue.known import check_known
from kiosk.catalogue.placing import placed
from kiosk.catalogue.toml_files import build, only, tables
from kiosk.designing.inspection import reworded
from kiosk.designing.rule_check import check_rules
from kiosk.destinations import ToRobot
from kiosk.exchange.records.cells import As, Field, Mapped
from kiosk.exchange.records.columns import SOURCES, Columns
from kiosk.exchange.records.gif import GifTables
from kiosk.exchange.records.incoming import FOLDER, Cell, Layout
from kiosk.exchange.records.register import RegisterMapped
from kiosk.exchange.records.targets import Fallback, wrong_fallback
from kiosk.model.base import Frozen, Issue
from kiosk.model.forbidden import forbidden
from kiosk.model.resident import CURRENT
from kiosk.model.spelling import listed, nearest
from kiosk.model.vocabulary import Type
from kiosk.rules.book import RuleBook
from kiosk.settings import FILE

Found = tuple[tuple[Issue, ...], tuple[Issue, ...]]
COLUMNS, EXTRACT, GIF, CARDS = "exchange/columns.toml", "exchange/extract.toml", "exchange/gif.toml", "cards.toml"
REGISTER, LETTERS = "exchange/register.toml", "exchange/letters.toml"


def examine(catalogue: Catalogue) -> Found:
    """Issues and remarks; rules are tried only where everything could be read: what is missing is not missed twice."""
    files, book = catalogue.files, catalogue.book.whole
    causes = Causes.of(catalogue.issues, files.unread)
    told = {issue.message.partition("（")[0] for issue in catalogue.issues}  # a fact that rules miss as well
    found = once([*beside_rules(files, book), *_robots(catalogue)], causes)
    issues = [issue for issue in found if issue.message not in told]
    remarks: tuple[Issue, ...] = ()
    if not catalogue.issues and not issues:
        rules = check_rules(book)
        issues += [*joined(rules.issues), *reworded(book)]
        remarks = rules.remarks
    return placed(issues, files.content), placed(remarks, files.content)


def beside_rules(files: Files, book: RuleBook) -> Iterator[Issue]:
    """What is wrong with the files that other systems and the practice cards are read by."""
    ours = chain(_columns(files), _letters(files), _extract(files, book), _register(files, book))
    return chain(ours, _incoming(files, book), _known(files, book), _gif(files), _cards(files))


def _read(files: Files, name: str, model: type[Frozen], names: Mapping[str, str] | None = None) -> Any:
    """A file as its type, or the Issues of it."""
    issues: list[Issue] = []
    data = files.toml(name, issues)
    return tuple(issues) if data is None else build(model, data, where=name, names=names)


def _columns(files: Files) -> Iterator[Issue]:
    found = _read(files, COLUMNS, Columns, {"groups": "group"})
    if not isinstance(found, Columns):
        yield from found
        return
    if not found.groups:
        yield Issue(where=COLUMNS, message="グループ（[[group]]）が一つもありません。")
    for at, group in enumerate(found.groups):
        for number, column in enumerate(group.columns):
            place = f"{COLUMNS} group[{at}].columns[{number}]"
            named = forbidden(column.item) or forbidden(column.romaji)
            if named:
                yield Issue(where=place, message=f"{named}の列は作れません。", allowed="この列を消します")
            if column.source not in SOURCES:
                message = f"「{column.item}」の source {column.source} は記録の項目にありません。"
                allowed = nearest(column.source, sorted(SOURCES))
                yield Issue(where=f"{place}.source", message=message, allowed=allowed)


def _letters(files: Files) -> Iterator[Issue]:
    """Which letter stands for another; a city may do without the file."""
    found = _read(files, LETTERS, Fallback) if LETTERS in files.content else Fallback()
    if not isinstance(found, Fallback):
        yield from found
        return
    for letter, why in wrong_fallback(found):
        yield Issue(where=f"{LETTERS} letters.{letter}", message=why, allowed='"髙" = "高"（1文字に1文字以上）')


def _incoming(files: Files, book: RuleBook) -> Iterator[Issue]:
    """Every layout of what arrives: its occasion, and what its columns are, must be known."""
    for name in (name for name in files.names if name.startswith(f"exchange/{FOLDER}/")):
        found = _read(files, name, Layout)
        if not isinstance(found, Layout):
            yield from found
            continue
        if found.event not in book.events:
            allowed = nearest(found.event, set(book.events))
            yield Issue(where=f"{name} event", message=f"きっかけ {found.event} はありません。", allowed=allowed)
        for part in ("person", "case"):
            for at, cell in enumerate(getattr(found, part)):
                yield from _cell(book, cell, f"{name} {part}[{at}]", person=part == "person")


def _known(files: Files, book: RuleBook) -> Iterator[Issue]:
    """The lists that names are taken from."""
    for name, content in sorted(files.under(KNOWN).content.items()):
        yield from check_known(content, book.vocabulary, key=name.removesuffix(".csv"))


def _cell(book: RuleBook, cell: Cell, where: str, *, person: bool) -> Iterator[Issue]:
    item = book.vocabulary.by_key.get(cell.key)
    if named := forbidden(cell.column):
        yield Issue(where=f"{where}.column", message=f"{named}の列は読めません。", allowed="この列を消します")
    if item is None:
        yield book.unknown(cell.key, where=f"{where}.key")
    elif not item.ask or item.staff or cell.key.startswith("person.") != person:
        message = f"{cell.key} は、住民が家で答える項目ではありません。"
        yield Issue(where=f"{where}.key", message=message, allowed="person. の項目は [[person]]、ほかは [[case]]")


def _robots(catalogue: Catalogue) -> Iterator[Issue]:
    """What a robot is told to type must be a column of its record."""
    from kiosk.exchange.destinations.tasks import headings, typed

    robots = [(at, each) for at, each in enumerate(catalogue.city.destinations) if isinstance(each, ToRobot)]
    columns = _read(catalogue.files, COLUMNS, Columns, {"groups": "group"}) if robots else None
    if not isinstance(columns, Columns):
        return
    for index, place in robots:
        known = headings(columns, sheet=place.sheet, romaji=place.romaji)
        for name in typed(place.keys, beside=known):
            message = f"keys の [{name}] は、{COLUMNS} の項目ではありません。"
            where = f"exchange/robot/{place.screen}.toml keys" if place.screen else f"{FILE} destination[{index}].keys"
            yield Issue(where=where, message=message, allowed=nearest(name, set(known)))


def _extract(files: Files, book: RuleBook) -> Iterator[Issue]:
    found = _read(files, EXTRACT, Mapped)
    if not isinstance(found, Mapped):
        yield from found
        return
    yield from _fields(book, found, EXTRACT)
    for key in found.fixed:
        if key not in book.vocabulary.by_key:
            yield book.unknown(key, where=f"{EXTRACT} fixed.{key}")


def _fields(book: RuleBook, found: Mapped, name: str) -> Iterator[Issue]:
    for part in ("person", "case"):
        for at, field in enumerate(getattr(found, part)):
            yield from _column(book, field, f"{name} {part}[{at}]", person=part == "person")


def _register(files: Files, book: RuleBook) -> Iterator[Issue]:
    """The register's own table; a city may do without the file."""
    if REGISTER not in files.content:
        return
    found = _read(files, REGISTER, RegisterMapped)
    if not isinstance(found, RegisterMapped):
        yield from found
        return
    yield from _fields(book, found, REGISTER)
    item = book.vocabulary.by_key.get(CURRENT)
    codes = book.vocabulary.codes.get(item.codes, ()) if item is not None else ()
    for at, held in enumerate(found.held):
        if held.says not in codes:
            message = f"「{held.says}」は {CURRENT} の答えにありません。"
            yield Issue(where=f"{REGISTER} held[{at}].says", message=message, allowed=listed(codes))
        if held.members and held.members not in book.vocabulary.by_key:
            yield book.unknown(held.members, where=f"{REGISTER} held[{at}].members")
    if found.protected.required and not any(found.protected.columns):
        message = "支援措置の列の名前がありません。"
        yield Issue(
            where=f"{REGISTER} protected.columns", message=message, allowed='["支援措置", …] か required = false'
        )


def _column(book: RuleBook, field: Field, where: str, *, person: bool) -> Iterator[Issue]:
    """Whether the fact of a column is known, and what its codes become an answer of it."""
    item = book.vocabulary.by_key.get(field.key)
    named = forbidden(field.column)
    if named:
        yield Issue(where=f"{where}.column", message=f"{named}の列は読めません。", allowed="この列を消します")
    if item is None:
        yield book.unknown(field.key, where=f"{where}.key")
        return
    if field.key.startswith("person.") != person:
        allowed = "[[person]] か [[case]]"
        yield Issue(where=f"{where}.key", message=f"{field.key} は、ここには書けません。", allowed=allowed)
    codes = book.vocabulary.codes.get(item.codes, ())
    for code, value in field.choices.items() if field.reading is As.CHOICE else ():
        fits = isinstance(value, bool) if item.type is Type.BOOL else value in codes or not codes
        if not fits:
            message = f"「{value}」は {field.key} の答えにありません。"
            yield Issue(where=f"{where}.choices.{code}", message=message, allowed=listed(codes) or "true、false")


def _gif(files: Files) -> Iterator[Issue]:
    found = _read(files, GIF, GifTables)
    if not isinstance(found, GifTables):
        yield from found
        return
    for key in ("person", "codes"):
        if key not in found.namespace:
            yield Issue(where=f"{GIF} namespace.{key}", message="必要な項目がありません。", allowed="名前空間の URI")


def _cards(files: Files) -> Iterator[Issue]:
    issues: list[Issue] = []
    data = files.toml(CARDS, issues)
    if data is not None:
        issues += only(data, ("card",), where=CARDS)
        known: set[str] = set()
        for at, entry in enumerate(() if issues else tables(data, "card", where=CARDS, issues=issues)):
            made = build(SampleCard, entry, where=f"{CARDS} card[{at}]")
            if isinstance(made, tuple):
                issues += made
            elif made.id in known:
                message = f"同じ id（{made.id}）のカードがあります。"
                issues.append(Issue(where=f"{CARDS} card[{at}].id", message=message))
            else:
                known.add(made.id)
    yield from issues
