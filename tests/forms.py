"""One form of a folder, read as the catalogue reads it."""

from collections.abc import Set
from functools import lru_cache
from pathlib import Path

from kiosk.catalogue.files import Files
from kiosk.catalogue.layout import TEMPLATE_FILES
from kiosk.catalogue.municipality import load_municipality
from kiosk.catalogue.templates import load_template
from kiosk.model.base import Issue
from kiosk.model.template import Template
from kiosk.settings import City

FORMS = Path(__file__).resolve().parents[1] / "forms"


def load_form(folder: Path, *, facts: Set[str] = frozenset()) -> Template | tuple[Issue, ...]:
    """The version in a folder (…/F01/001), or everything that is wrong with it."""
    files = Files.read(folder.parents[1], TEMPLATE_FILES)
    return load_template(files, f"{folder.parent.name}/{folder.name}", facts=facts, city=city().values)


@lru_cache(maxsize=1)
def city() -> City:
    """The sample town's settings, whose words stand on its forms."""
    return load_municipality(Files.read(FORMS), [])
