"""The releases of a place: what was approved is put in force from a day on, and taken back.

See kiosk.designing.releasing for what was decided. Whoever calls says who acts; whether they may was asked before.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.catalogue.layout import CATALOGUE
from kiosk.catalogue.releases import Release, begins, content, free_name, names, read_release
from kiosk.designing.releasing.draft import whole
from kiosk.designing.releasing.publish import listed, publish
from kiosk.model.base import Issue
from kiosk.model.disk import disk_words

if TYPE_CHECKING:
    from kiosk.bootstrap.program import Program

Wrong = tuple[Issue, ...]
BEFORE = "それまでの様式"


@dataclass(frozen=True)
class Releases:
    """What is in force at a place, and from when."""

    program: Program

    def take_back(self, earlier: str, *, day: dt.date, why: str, by: str) -> str | Wrong:
        """Put the files of an earlier release in force once more; the name of the release that says so."""
        root = self.program.place.forms
        if earlier not in names(root):
            allowed = "、".join(names(root)) or "まだ公開がありません"
            return (Issue(where=earlier, message="この公開はありません。", allowed=allowed),)
        release = read_release(root, earlier)
        kept = content(root, release) if isinstance(release, Release) else release
        wrong = (kept,) if isinstance(kept, Issue) else self.too_early(day)
        if not isinstance(release, Release) or not isinstance(kept, dict) or wrong:
            return kept if isinstance(kept, tuple) else wrong
        now = self.program.clock.now()
        again = {"why": why, "made_by": by, "made_at": now, "again": earlier}
        return self._published(release.model_copy(update=again), kept, day=day)

    def install(self, release: Release, found: Mapping[str, bytes], *, day: dt.date) -> str | Wrong:
        """Put what was approved, here or elsewhere, in force from a day on; the name of the release."""
        return self.too_early(day) or self._published(release, found, day=day)

    def too_early(self, day: dt.date) -> Wrong:
        """A release is never from a day that is over."""
        if day >= self.program.clock.today():
            return ()
        message = "施行日が過去の日です。"
        return (Issue(where=f"{day}", message=message, allowed=f"{self.program.clock.today()} 以後の日"),)

    def _published(self, release: Release, found: Mapping[str, bytes], *, day: dt.date) -> str | Wrong:
        root = self.program.place.forms
        try:
            self._begin_with_what_was()
            made = free_name(root, day)
            publish(root, made, release, found)
        except OSError as error:
            return (unwritten("releases", error),)
        return made

    def _begin_with_what_was(self) -> None:
        """Before the first release, what was in force until then becomes one: a later day must not bring it forward."""
        root, today = self.program.place.forms, self.program.clock.today()
        if any((begins(name) or today) <= today for name in names(root)):
            return
        around = {path: data for path, data in whole(root).items() if not CATALOGUE.fullmatch(path)}
        before = {**around, **self.program.catalogue.files.content}
        digest, files = listed(before)
        now = self.program.clock.now()
        publish(root, f"{today}", Release(digest=digest, why=BEFORE, made_by="kiosk", made_at=now, files=files), before)


def unwritten(where: str, error: OSError) -> Issue:
    """What could not be written, and why."""
    return Issue(where=where, message=f"書けません（{disk_words(error)}）。")
