"""The forms in force: those of the folder while nothing is wrong with them, otherwise the last ones that were right.

Context: a misspelt key once took a procedure out of every plan without a word. IT staff edit files while counters run.
Decision: a catalogue with a problem is not used. The last one of the same folder that had none is used instead, and
every desk says so; without one nothing begins, and the whole list is told.
Consequence: staff see in the morning that something is wrong and what, and nobody is told less than the law says.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.catalogue.catalogue import Catalogue, load_catalogue
from kiosk.catalogue.files import Files
from kiosk.model.errors import SiteError

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Set
    from pathlib import Path

    from kiosk.bootstrap.place import Place
    from kiosk.catalogue.shelf import Shelf
    from kiosk.model.base import Issue

CODE = "FORMS-1"
_TOLD = 20


class FormsRefused(SiteError):
    """The forms have problems, and none that were right are kept; `issues` are all of them."""

    def __init__(self, issues: tuple[Issue, ...]) -> None:
        self.issues = issues
        lines = [f"  {issue}" for issue in issues[:_TOLD]]
        more = [f"  ほかに{len(issues) - _TOLD}件"] if len(issues) > _TOLD else []
        what = f"様式と規則のファイルに誤りが{len(issues)}件あり、使えません。前に使えた様式もありません。"
        mend = "\n".join(("直してから、もう一度起動してください。", *lines, *more, ""))
        super().__init__(CODE, what=what, mend=mend)


@dataclass(frozen=True)
class InForce:
    """What a desk runs on. With `issues` the folder's own are wrong, and these are those used since the day `since`."""

    catalogue: Catalogue
    since: str = ""
    issues: tuple[Issue, ...] = ()


def in_force(place: Place, *, today: dt.date, needed: Callable[[], Set[str] | None]) -> InForce:
    """The forms in force of a place; raises FormsRefused where there are none.

    `needed` are the digests that parked visits began with; see Shelf.
    """
    found = read_forms(place.forms, cache=place.cache)
    shelf = _shelf(place)
    source = str(place.forms.resolve())
    if not found.issues:
        if shelf is not None:
            shelf.keep(found.files, source=source, day=today.isoformat(), needed=needed)
        return InForce(found)
    last = shelf.last(source) if shelf is not None else None
    kept = None if last is None else read_forms(last[0], cache=place.cache)
    if last is None or kept is None or kept.issues:
        raise FormsRefused(found.issues)
    return InForce(kept, last[1], found.issues)


def _shelf(place: Place) -> Shelf | None:
    if place.catalogues is None:
        return None
    from kiosk.catalogue.shelf import Shelf

    return Shelf(place.catalogues)


def read_forms(source: Path | Files, *, cache: Path | None) -> Catalogue:
    """A catalogue with everything that is wrong with it, whichever room says so."""
    return load_catalogue(source, cache=cache, examine=_examine)


def _examine(catalogue: Catalogue) -> tuple[tuple[Issue, ...], tuple[Issue, ...]]:
    from kiosk.bootstrap.examine import examine

    return examine(catalogue)
