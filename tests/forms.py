"""One form of a folder, read as the catalogue reads it."""

from collections.abc import Set
from pathlib import Path

from kiosk.catalogue.files import Files
from kiosk.catalogue.layout import TEMPLATE_FILES
from kiosk.catalogue.templates import load_template
from kiosk.model.base import Issue
from kiosk.model.template import Template


def load_form(folder: Path, *, facts: Set[str] = frozenset()) -> Template | tuple[Issue, ...]:
    """The version in a folder (…/F01/001), or everything that is wrong with it."""
    files = Files.read(folder.parents[1], TEMPLATE_FILES)
    return load_template(files, f"{folder.parent.name}/{folder.name}", facts=facts)
