"""The forms that the counter can print, read from forms/templates/<id>/<version>/ and checked before use."""

import hashlib
import tomllib
from collections.abc import Mapping, Set
from datetime import date
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from kiosk.catalogue.templates_check import check
from kiosk.catalogue.templates_rules import Ruling, read_ruling
from kiosk.catalogue.templates_text import LISTS, told
from kiosk.catalogue.toml_files import not_toml
from kiosk.model.base import Issue
from kiosk.model.template import Template

FILE = "template.toml"
Key = tuple[str, str]


def load_template(folder: Path, *, facts: Set[str] = frozenset()) -> Template | tuple[Issue, ...]:
    """One published version of a form, or everything that is wrong with it; never raises for what a file says.

    `facts` are the vocabulary's keys (person.birth.date …); without them the boxes' facts are not looked up.
    """
    where = f"{folder.parent.name}/{folder.name}/{FILE}"
    try:
        data = (folder / FILE).read_bytes()
        written = tomllib.loads(data.decode("utf-8"))
        template = Template.model_validate(_fields(written))
        pages = {page.background: (folder / page.background).read_bytes() for page in template.pages}
    except OSError as error:
        return (Issue(where=where, message=f"{Path(str(error.filename)).name} を読めません。"),)
    except UnicodeDecodeError:
        return (Issue(where=where, message="UTF-8 で保存してください。"),)
    except tomllib.TOMLDecodeError as error:
        return (not_toml(where, error),)
    except ValidationError as error:
        return told(where, error)
    rulings, issues = _rulings(pages, where=where)
    issues += _names(template, folder, where=where) + check(
        template, rulings=[rulings[page.background] for page in template.pages], facts=facts, where=where
    )
    return tuple(issues) if issues else template.model_copy(update={"digest": _digest(data, pages)})


def load_templates(root: Path, *, facts: Set[str] = frozenset()) -> tuple[dict[Key, Template], tuple[Issue, ...]]:
    """Every version under forms/templates by (id, version), and the problems of those that cannot be used."""
    templates: dict[Key, Template] = {}
    issues: list[Issue] = []
    for file in sorted(root.glob(f"*/*/{FILE}")):
        loaded = load_template(file.parent, facts=facts)
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


def _names(template: Template, folder: Path, *, where: str) -> list[Issue]:
    return [
        Issue(where=f"{where} {field}", message="フォルダーの名前と違います。", allowed=name)
        for field, name in (("id", folder.parent.name), ("version", folder.name))
        if getattr(template, field) != name
    ]


def _digest(data: bytes, pages: Mapping[str, bytes]) -> str:
    """SHA-256 over template.toml and the pages, each with its name and length, so nothing can shift between them."""
    digest = hashlib.sha256()
    for name, content in ((FILE, data), *sorted(pages.items())):
        digest.update(f"{name}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()
