"""The forms that the counter can print, read from forms/templates/<id>/<version>/ and checked before use."""

import hashlib
from collections.abc import Mapping, Set
from datetime import date
from typing import Any

from pydantic import ValidationError

from kiosk.catalogue.files import Files
from kiosk.catalogue.templates_check import check
from kiosk.catalogue.templates_rules import Ruling, read_ruling
from kiosk.catalogue.templates_text import LISTS, told
from kiosk.model.base import Issue
from kiosk.model.template import Template

FILE = "template.toml"
Key = tuple[str, str]


def load_template(files: Files, folder: str, *, facts: Set[str] = frozenset()) -> Template | tuple[Issue, ...]:
    """One published version of a form, or everything that is wrong with it; never raises for what a file says.

    `files` are those of forms/templates, `folder` is F01/001. `facts` are the vocabulary's keys (person.birth.date …);
    without them the boxes' facts are not looked up.
    """
    where = f"{folder}/{FILE}"
    if where not in files.content:
        return (_unread(where, FILE),)
    written = files.toml(where, where=where)
    if isinstance(written, Issue):
        return (written,)
    try:
        template = Template.model_validate(_fields(written))
    except ValidationError as error:
        return told(where, error)
    names = [page.background for page in template.pages]
    missing = [name for name in names if f"{folder}/{name}" not in files.content]
    if missing:
        return (_unread(where, missing[0]),)
    pages = {name: files.content[f"{folder}/{name}"] for name in names}
    rulings, issues = _rulings(pages, where=where)
    issues += _names(template, folder, where=where)
    issues += check(template, rulings=[rulings[name] for name in names], facts=facts, where=where)
    return tuple(issues) if issues else template.model_copy(update={"digest": _digest(files.content[where], pages)})


def load_templates(files: Files, *, facts: Set[str] = frozenset()) -> tuple[dict[Key, Template], tuple[Issue, ...]]:
    """Every version of forms/templates by (id, version), and the problems of those that cannot be used."""
    templates: dict[Key, Template] = {}
    issues: list[Issue] = []
    for name in (name for name in files.names if name.endswith(f"/{FILE}")):
        loaded = load_template(files, name.removesuffix(f"/{FILE}"), facts=facts)
        if isinstance(loaded, Template):
            templates[loaded.id, loaded.version] = loaded
        else:
            issues += loaded
    return templates, tuple(issues)


def newest(templates: Mapping[Key, Template], *, form: str, on: date) -> Template | None:
    """The version of a form in force on a day: of those valid then, the one that came into force last, or None."""
    valid = [
        template
        for template in templates.values()
        if template.id == form and template.valid_from <= on and (template.valid_to is None or on <= template.valid_to)
    ]
    return max(valid, key=lambda template: (template.valid_from, template.version), default=None)


def _unread(where: str, name: str) -> Issue:
    return Issue(where=where, message=f"{name} を読めません。")


def _fields(written: Mapping[str, Any]) -> dict[str, Any]:
    """[[box]] → boxes, and so on: TOML names one entry, the type names the list."""
    plural = {name: field for field, name in LISTS.items()}
    return {plural.get(key, key): value for key, value in written.items()}


def _rulings(pages: Mapping[str, bytes], *, where: str) -> tuple[dict[str, Ruling | None], list[Issue]]:
    rulings: dict[str, Ruling | None] = {}
    issues: list[Issue] = []
    for name, data in pages.items():
        ruling = read_ruling(data) if name.endswith(".svg") else None
        if name.endswith(".svg") and ruling is None:
            issues.append(Issue(where=where.replace(FILE, name), message="SVG（XML）として読めません。"))
        rulings[name] = ruling
    return rulings, issues


def _names(template: Template, folder: str, *, where: str) -> list[Issue]:
    form, _, version = folder.partition("/")
    return [
        Issue(where=f"{where} {field}", message="フォルダーの名前と違います。", allowed=name)
        for field, name in (("id", form), ("version", version))
        if getattr(template, field) != name
    ]


def _digest(data: bytes, pages: Mapping[str, bytes]) -> str:
    """SHA-256 over template.toml and the pages, each with its name and length, so nothing can shift between them."""
    digest = hashlib.sha256()
    for name, content in ((FILE, data), *sorted(pages.items())):
        digest.update(f"{name}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()
