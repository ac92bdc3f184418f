"""The forms in force: those of the folder while nothing is wrong with them, otherwise the last ones that were right.

Context: a misspelt key once took a procedure out of every plan without a word. IT staff edit files while counters run.
Decision: a catalogue with a problem is not used. The last one of the same folder that had none is used instead, and
every desk says so; without one nothing begins, and the whole list is told. Where forms were released
(kiosk.catalogue.releases), the last release that has begun is used whatever lies in the folder, and an edit that was
not released is told in the same way; a release that cannot be used leaves the one before it in force.
Consequence: staff see in the morning that something is wrong and what, and nobody is told less than the law says.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.catalogue.catalogue import Catalogue, load_catalogue
from kiosk.catalogue.files import Files
from kiosk.model.base import Issue
from kiosk.model.errors import SiteError

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Set
    from pathlib import Path

    from kiosk.bootstrap.place import Place
    from kiosk.catalogue.shelf import Shelf

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
    """What a desk runs on. With `issues` the folder's own are wrong, and these are those used since the day `since`.

    `release` names the release that they are; empty where nothing was ever released. `edited`: the issues are edits
    that were not released, and nothing else.
    """

    catalogue: Catalogue
    since: str = ""
    issues: tuple[Issue, ...] = ()
    release: str = ""
    edited: bool = False


def in_force(place: Place, *, today: dt.date, needed: Callable[[], Set[str] | None]) -> InForce:
    """The forms in force of a place; raises FormsRefused where there are none.

    `needed` are the digests that parked visits began with; see Shelf.
    """
    place.know()
    shelf = _shelf(place)
    source = str(place.forms.resolve())
    found = _released(place, today) or _as_it_lies(place)
    if isinstance(found, InForce):
        if shelf is not None:
            shelf.keep(found.catalogue.files, source=source, day=found.since or today.isoformat(), needed=needed)
        return found
    last = shelf.last(source) if shelf is not None else None
    kept = None if last is None else read_forms(last[0], cache=place.cache)
    if last is None or kept is None or kept.issues:
        raise FormsRefused(found)
    return InForce(kept, last[1], found)


def _as_it_lies(place: Place) -> InForce | tuple[Issue, ...]:
    found = read_forms(place.forms, cache=place.cache)
    return found.issues or InForce(found)


def _released(place: Place, today: dt.date) -> InForce | tuple[Issue, ...]:
    """The last release that has begun and can be used; what is wrong with all of them, and nothing where none has."""
    if not (place.forms / "releases").is_dir():
        return ()
    from kiosk.catalogue.releases import begins, names

    lying, wrong = Files.read(place.forms), list[Issue]()
    for name in reversed([name for name in names(place.forms) if (begins(name) or today) <= today]):
        found = _release(place, name, lying)
        if isinstance(found, Catalogue):
            edited = () if found.digest == lying.digest else edits(place.forms, lying)
            told = tuple(dict.fromkeys((*wrong, *edited)))
            return InForce(found, str(begins(name)), told, name, bool(told) and not wrong)
        wrong += found
    return tuple(wrong)


def _release(place: Place, name: str, lying: Files) -> Catalogue | tuple[Issue, ...]:
    """The catalogue of a release, or why it cannot be used; `lying` is what lies in the folder."""
    from kiosk.catalogue.releases import Release, catalogue_of, content, named_digest, read_release

    if named_digest(place.forms, name) == lying.digest:
        found = read_forms(lying, cache=place.cache)
        return found.issues or found
    release = read_release(place.forms, name)
    if not isinstance(release, Release):
        return release
    kept = content(place.forms, release)
    if isinstance(kept, Issue):
        return (kept,)
    found = read_forms(catalogue_of(kept), cache=place.cache)
    return found.issues or found


def edits(root: Path, lying: Files) -> tuple[Issue, ...]:
    """What lies in the folder (`lying`) and was never released."""
    from kiosk.catalogue.releases import Release, broken_seals, names, read_release, unreleased

    read = {name: read_release(root, name) for name in names(root)}
    released = {name: each for name, each in read.items() if isinstance(each, Release)}
    if any(each.digest == lying.digest for each in released.values()):
        return ()
    newest = next(reversed(released), "")
    sealed = tuple(broken_seals(lying.content, released))
    rest = unreleased(lying, newest, released[newest]) if newest else ()
    places = {issue.where for issue in sealed}
    return (*sealed, *(issue for issue in rest if issue.where not in places), *lying.wrong)


def released_files(root: Path, digest: str) -> Files | None:
    """The catalogue with a digest, where it was released."""
    from kiosk.catalogue.releases import Release, catalogue_of, content, names, read_release

    for name in names(root):
        release = read_release(root, name)
        if isinstance(release, Release) and release.digest == digest:
            found = content(root, release)
            return None if isinstance(found, Issue) else catalogue_of(found)
    return None


def release_of(root: Path, digest: str) -> str:
    """The newest release that has a catalogue's files; empty for none."""
    from kiosk.catalogue.releases import Release, names, read_release

    for name in reversed(names(root)):
        release = read_release(root, name)
        if isinstance(release, Release) and release.digest == digest:
            return name
    return ""


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
