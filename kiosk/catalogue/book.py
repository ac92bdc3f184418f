"""Puts the whole catalogue together and checks that its parts fit: forms that exist, facts that are known."""

from pathlib import Path

from kiosk.catalogue.templates import load_templates

from kiosk.catalogue.rules import load_events, load_groups, load_municipality, load_procedures, load_vocabulary
from kiosk.flow.rulebook import RuleBook
from kiosk.flow.transforms import holes
from kiosk.model.base import Issue
from kiosk.model.procedure import Version
from kiosk.model.template import Box, Template

_LETTERS = ("A", "H", "S", "P", "C", "SC")


def load_book(root: Path) -> RuleBook:
    """The catalogue under forms/; every problem is in `issues`, what is right works."""
    issues: list[Issue] = []
    templates, wrong = load_templates(root / "templates")
    issues.extend(wrong)
    city = load_municipality(root, issues)
    return RuleBook(
        vocabulary=load_vocabulary(root, issues),
        procedures=load_procedures(root, issues),
        events=load_events(root, issues),
        templates=templates,
        groups=load_groups(root, issues),
        city={key: value for key, value in city.items() if isinstance(value, str | int | bool)},
        issues=issues,
    )


def check_book(book: RuleBook) -> tuple[Issue, ...]:
    """Compile everything and follow every reference; all problems at once."""
    _ = book.levels
    for item in book.vocabulary.items:
        if item.ask_when:
            book.compile(item.ask_when, where=f"vocabulary.toml {item.key}.ask_when")
        if item.codes and item.codes not in book.vocabulary.codes:
            _note(book, f"vocabulary.toml {item.key}", f"コード表 {item.codes} がありません。")
    for group, condition in book.groups.items():
        book.compile(condition, where=f"groups.toml {group}")
    _check_procedures(book)
    for template in book.templates.values():
        for box in template.boxes:
            _check_box(book, template, box)
    return tuple(dict.fromkeys(book.issues))


def _check_procedures(book: RuleBook) -> None:
    for event in book.events.values():
        for name in event.procedures:
            if name not in book.procedures:
                _note(book, f"events/{event.id}.toml", f"手続 {name} がありません。")
    for procedure in book.procedures.values():
        if not any(procedure.id in event.procedures for event in book.events.values()):
            _note(book, f"procedures/{procedure.id}.toml", "どのきっかけからも呼ばれません。")
        for version in procedure.versions:
            _check_version(book, f"procedures/{procedure.id}.toml {version.valid_from}", version)


def _check_version(book: RuleBook, where: str, version: Version) -> None:
    book.compile(version.when, where=f"{where} when")
    for item in version.bring:
        if item.when:
            book.compile(item.when, where=f"{where} bring {item.what}")
    for form in version.forms:
        if not any(name == form for name, _ in book.templates):
            _note(book, where, f"様式 {form} がありません。")
    start = version.deadline.start if version.deadline else ""
    if start and book.vocabulary.item(start) is None:
        _note(book, where, f"期限の起算日 {start} は語彙にありません。")


def _check_box(book: RuleBook, template: Template, box: Box) -> None:
    where = f"templates/{template.id}/{template.version} box {box.id}"
    if box.when:
        book.compile(box.when, where=f"{where} when")
    for hole in holes(box.fact):
        key = hole
        for letter in _LETTERS:
            key = key.replace(f"person[{letter}].", "person.")
        if key not in book.vocabulary.by_key:
            _note(book, where, f"事実 {key} は語彙にありません。")
        if "my_number" in key:
            _note(book, where, "個人番号の欄には何も割り当てられません。")


def _note(book: RuleBook, where: str, message: str) -> None:
    book.issues.append(Issue(where=where, message=message))
