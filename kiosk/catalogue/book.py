"""Puts the whole catalogue together and checks that its parts fit: forms that exist, facts that are known."""

from dataclasses import replace

from kiosk.catalogue.files import Files
from kiosk.catalogue.rules import (
    load_events,
    load_groups,
    load_identity,
    load_procedures,
    load_vocabulary,
    with_id_papers,
)
from kiosk.catalogue.services import named_services, running
from kiosk.catalogue.templates import load_templates
from kiosk.model.base import Issue
from kiosk.model.path import key_of
from kiosk.model.procedure import LifeEvent, Version
from kiosk.model.template import Box, Template
from kiosk.rules.book import RuleBook
from kiosk.rules.texts import places, read_all, version_texts
from kiosk.rules.transforms import holes
from kiosk.settings import City


def read_book(files: Files, city: City, issues: list[Issue]) -> RuleBook:
    """The rules in forms/ for a city; every problem joins `issues`, what is right works."""
    places: dict[str, str] = {}
    templates, wrong = load_templates(files.under("templates"))
    issues.extend(wrong)
    identity = load_identity(files, issues)
    services: dict[str, str] = {}
    whole = RuleBook(
        vocabulary=with_id_papers(load_vocabulary(files, issues, places=places), identity),
        procedures=load_procedures(files, issues, city=city.values, services=services),
        events=load_events(files, issues),
        templates=templates,
        groups=load_groups(files, issues),
        city=city.values,
        issues=issues,
        files=places,
        identity=identity,
    )
    named_services(services, city.services, whole.vocabulary, issues)
    return running(replace(whole, read=read_all(whole)), services, city.services)


def check_book(book: RuleBook) -> tuple[Issue, ...]:
    """Compile everything and follow every reference, also of services that are not run; all problems at once."""
    book = book.whole
    _ = book.levels
    for item in book.vocabulary.items:
        if item.ask_when:
            book.compile(item.ask_when, where=f"{book.file(item.key)}.ask_when")
        if item.codes and item.codes not in book.vocabulary.codes:
            _note(book, book.file(item.key), f"コード表 {item.codes} がありません。")
    for group, condition in book.groups.items():
        book.compile(condition, where=f"groups.toml {group}")
    _check_procedures(book)
    for template in book.templates.values():
        for box in template.boxes:
            _check_box(book, template, box)
    return tuple(dict.fromkeys(book.issues))


def _check_procedures(book: RuleBook) -> None:
    for event in book.events.values():
        _check_event(book, event)
    for procedure in book.procedures.values():
        if not procedure.staff_only and not any(procedure.id in event.procedures for event in book.events.values()):
            _note(book, f"procedures/{procedure.id}.toml", "どのきっかけからも呼ばれません。")
        for version in procedure.versions:
            _check_version(book, f"procedures/{procedure.id}.toml {version.valid_from}", version)


def _check_event(book: RuleBook, event: LifeEvent) -> None:
    for path in (*event.opening, *event.presets):
        if book.vocabulary.item(path) is None:
            _note(book, f"events/{event.id}.toml", f"事実 {path} は語彙にありません。")
    for name in event.procedures:
        if name not in book.procedures:
            _note(book, f"events/{event.id}.toml", f"手続 {name} がありません。")


def _check_version(book: RuleBook, where: str, version: Version) -> None:
    for text in version_texts(where, version):
        book.compile(text.text, where=text.where)
    for place, each in places(where, version):
        for form in each.forms:
            if not any(name == form for name, _ in book.templates):
                _note(book, place, f"様式 {form} がありません。")
        for proof in {filer.proof for filer in each.filers} - {""}:
            if book.vocabulary.item(proof) is None:
                _note(book, place, f"届出人の書類の事実 {proof} は語彙にありません。")
        start = each.deadline.start if each.deadline else ""
        if start and book.vocabulary.item(start) is None:
            _note(book, place, f"期限の起算日 {start} は語彙にありません。")


def _check_box(book: RuleBook, template: Template, box: Box) -> None:
    where = f"templates/{template.id}/{template.version} box {box.id}"
    if box.when:
        book.compile(box.when, where=f"{where} when")
    for hole in holes(box.fact):
        key = key_of(hole)
        if key not in book.vocabulary.by_key:
            _note(book, where, f"事実 {key} は語彙にありません。")
        if "my_number" in key:
            _note(book, where, "個人番号の欄には何も割り当てられません。")


def _note(book: RuleBook, where: str, message: str) -> None:
    book.issues.append(Issue(where=where, message=message))
