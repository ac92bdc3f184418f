"""The town's forms as an earlier start has read them: one copy for a checkout, with which every place begins."""

import gc
import os
import shutil
from collections.abc import Callable
from contextlib import suppress
from functools import lru_cache
from pathlib import Path

from filelock import FileLock

from kiosk.bootstrap.forms import read_forms
from kiosk.bootstrap.place import Place
from kiosk.bootstrap.verdict import verdict
from kiosk.catalogue import copies
from kiosk.catalogue.catalogue import Catalogue
from kiosk.catalogue.copies import Checked

FORMS = Path(__file__).resolve().parents[1] / "forms"
TOWN = Path(os.environ["XDG_CACHE_HOME"]) / "town"
EDITED = Path(os.environ["XDG_CACHE_HOME"]) / "read"
"""The town's own forms alone, and what tests make of them."""

_read_anew = copies.kept
_town: dict[str, Checked] = {}
own_cache: property = vars(Place)["cache"]


@lru_cache(maxsize=1)
def catalogue() -> Catalogue:
    """The sample town's rules and forms, read once; the process that comes first reads them for the others."""
    TOWN.parent.mkdir(parents=True, exist_ok=True)
    with FileLock(TOWN.with_suffix(".lock")):
        verdict(_Town.standard({"KIOSK_HOME": str(TOWN / "home")}))
        read = read_forms(FORMS, cache=TOWN)
    _town[f"{read.digest} examined"] = read.book, read.city, read.issues, read.remarks
    gc.freeze()  # it stays for the whole run
    return read


class _Town(Place):
    """The checkout as it is, with what is known of it in one folder."""

    @property
    def cache(self) -> Path:
        """Where the tests look for it."""
        return TOWN


def kept(digest: str, folder: Path | None, make: Callable[[], Checked]) -> Checked:
    """As copies.kept; but the town as it is, once a test of this process has read it, is the same book for all.

    A book that has seen a visit before is what every desk has but for the first visit of a day.
    """
    return _read_anew(digest, folder, make) if folder is None else _town.get(digest) or _read_anew(digest, folder, make)


def known() -> None:
    """Processes that a test starts know the town too, where they have no home yet."""
    begun(Path(os.environ["XDG_CACHE_HOME"]) / "kiosk")


def begun(cache: Path) -> Path:
    """A cache that is not there yet begins with what is known of the town; afterwards it is left alone."""
    if not cache.exists():
        catalogue()
        with suppress(OSError):  # a place that cannot be written has none
            shutil.copytree(TOWN, cache, ignore=shutil.ignore_patterns("check-*"))  # each check looks for itself
    return cache


def cache_of(place: Place) -> Path | None:
    """A place's cache, as on every day but the first."""
    own: Path | None = own_cache.__get__(place)
    return None if own is None else begun(own)
