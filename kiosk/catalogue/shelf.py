"""Keeps the checked templates of the last start, so that the next one need not read and check every form again.

Reading 29 templates and holding every box against its ruled cells takes half a second, and a counter is switched on
every morning. The copy is only used for exactly the same files: its key is the SHA-256 of all of them and of the code
that reads them. A missing, old or damaged copy is made anew; a folder that cannot be written is simply not used.
"""

import hashlib
import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from pydantic import ValidationError

from kiosk.catalogue.files import Files
from kiosk.catalogue.templates import load_templates
from kiosk.model.base import Frozen, Issue
from kiosk.model.template import Template

NAME = "templates.json"
_CODE = ("catalogue/templates*.py", "model/template.py")


class Shelf(Frozen):
    """What is kept: the key of the files it was made from, the templates, and what was wrong."""

    key: str
    templates: tuple[Template, ...]
    issues: tuple[Issue, ...]


def shelved_templates(files: Files, cache: Path | None) -> tuple[dict[tuple[str, str], Template], tuple[Issue, ...]]:
    """As load_templates, from the copy in `cache` when nothing has changed; None never keeps one."""
    if cache is None:
        found, issues = load_templates(files)
        return found, tuple(issues)
    key = content_key(files)
    shelf = _read(cache / NAME, key)
    if shelf is None:
        found, issues = load_templates(files)
        shelf = Shelf(key=key, templates=tuple(found.values()), issues=tuple(issues))
        _write(cache / NAME, shelf)
    return {(template.id, template.version): template for template in shelf.templates}, shelf.issues


def content_key(files: Files) -> str:
    """SHA-256 over every template file and over the code that reads them."""
    digest = hashlib.sha256(files.digest.encode())
    for path in _code():
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _code() -> Iterator[Path]:
    code = Path(__file__).resolve().parents[1]
    for pattern in _CODE:
        yield from sorted(code.glob(pattern))


def _read(path: Path, key: str) -> Shelf | None:
    try:
        content = path.read_bytes()
        if key.encode() not in content[:200]:
            return None
        shelf = Shelf.model_validate_json(content)
    except (OSError, ValidationError):
        return None
    return shelf if shelf.key == key else None


def _write(path: Path, shelf: Shelf) -> None:
    scratch = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        scratch.write_text(shelf.model_dump_json(), encoding="utf-8")
        scratch.replace(path)
    except OSError:
        with suppress(OSError):
            scratch.unlink(missing_ok=True)
