"""Releases of forms reach every machine of an office through the hub: published once, taken by each as by a stick.

What lies there goes the way of a file that somebody brings: signed by a key that is trusted here, a release of this
very city, right for this program, in force from its day and for visits that begin after the next start.
"""

from __future__ import annotations

import enum
import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from kiosk.bootstrap.bundling import Bundling, Installed
from kiosk.catalogue.releases import Release, names, read_release
from kiosk.designing.releasing.bundle import ENDING, Bundle
from kiosk.durable import make_folder, write_whole
from kiosk.hub import releases
from kiosk.hub.link import HubTrouble, Link
from kiosk.model.base import Issue

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from kiosk.bootstrap.program import Program
    from kiosk.hub.releases import Lying

Wrong = tuple[Issue, ...]
T = TypeVar("T")


class Here(enum.Enum):
    """How a bundle of the hub stands at this machine."""

    WAITS = "waits"
    INSTALLED = "installed"
    REFUSED = "refused"


@dataclass(frozen=True)
class Arrival:
    """A bundle of the hub; `wrong` is why it is not taken here."""

    lying: Lying
    name: str
    here: Here
    bundle: Bundle | None = None
    wrong: Wrong = ()


@dataclass(frozen=True)
class Arrivals:
    """With the hub that the office shares. Raises SiteError of the store's."""

    program: Program

    def publish(self, file: Path, *, day: dt.date) -> str | Wrong:
        """Put a bundle there that this machine would take itself."""
        bundling = Bundling(self.program)
        bundle = bundling.opened(file)
        if not isinstance(bundle, Bundle):
            return bundle
        tried = bundling.install(bundle, day=day, dry=True)
        if not isinstance(tried, Installed):
            return tried
        body = file.read_bytes()
        return self._asked(lambda link: releases.publish(link, body, day=day))

    def look(self) -> tuple[Arrival, ...] | Wrong:
        """Everything that lies there, the oldest first."""
        found = self._asked(lambda link: [(each, self._brought(link, each)) for each in releases.lying(link)])
        if isinstance(found, tuple):
            return found
        known = set(self._known())
        return tuple(self._judged(lying, file, known) for lying, file in found)

    def install(self, arrival: Arrival) -> Installed | Wrong:
        """Take one that waits; from today on where its day is over."""
        if arrival.bundle is None:
            return arrival.wrong
        day = max(arrival.lying.day, self.program.clock.today())
        return Bundling(self.program).install(arrival.bundle, day=day, dry=False)

    def _known(self) -> Iterator[str]:
        root = self.program.place.forms
        for name in names(root):
            found = read_release(root, name)
            if isinstance(found, Release):
                yield found.digest

    def _brought(self, link: Link, lying: Lying) -> Path:
        """The file of a bundle, which is fetched once."""
        folder = self.program.place.home / "forms-arrived"
        file = folder / f"{lying.digest[:16]}{ENDING}"
        if not file.is_file() or hashlib.sha256(file.read_bytes()).hexdigest() != lying.digest:
            make_folder(folder)
            write_whole(file, releases.fetch(link, lying.digest))
        return file

    def _judged(self, lying: Lying, file: Path, known: set[str]) -> Arrival:
        bundle = Bundling(self.program).opened(file)
        if not isinstance(bundle, Bundle):
            return Arrival(lying, file.name, Here.REFUSED, wrong=bundle)
        release = bundle.manifest.release
        here = Here.INSTALLED if release is not None and release.digest in known else Here.WAITS
        return Arrival(lying, bundle.manifest.name, here, bundle)

    def _asked(self, work: Callable[[Link], T]) -> T | Wrong:
        try:
            with self.program.sharing.entered() as (link, _):
                return work(link)
        except HubTrouble as error:
            return (Issue(where=f"中継（{error.code}）", message=error.detail),)
