"""A change of the forms on its way: begun as a copy, put through the gate, accepted, approved, released.

See kiosk.designing.releasing for what was decided. Whoever calls says who acts; whether they may was asked before.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from kiosk.bootstrap.releases import Releases, Wrong, unwritten
from kiosk.catalogue.files import Files
from kiosk.catalogue.releases import (
    Accepted,
    Release,
    broken_seals,
    catalogue_of,
    contents,
    names,
    read_release,
)
from kiosk.designing.releasing.draft import (
    NAME,
    Draft,
    Played,
    Tried,
    Workshop,
    changed,
    released_lines,
    state,
    unfinished,
    whole,
)
from kiosk.designing.releasing.publish import lay_out, listed
from kiosk.model.base import Issue

if TYPE_CHECKING:
    from pathlib import Path

    from kiosk.bootstrap.program import Program

Advanced = Callable[[int, int], None]


def nobody(done: int, total: int) -> None:
    """Tells nobody how far the gate is."""


@dataclass(frozen=True)
class Releasing:
    """The drafts of a place, up to their release."""

    program: Program

    @cached_property
    def workshop(self) -> Workshop:
        """The drafts."""
        return Workshop(self.program.place.workshop)

    # ---- drafts --------------------------------------------------------------------------------------------------
    def begin(self, name: str, *, why: str, by: str, files: dict[str, bytes] | None = None) -> Wrong:
        """A new draft: a copy of the folder as it lies, or of the `files` that are given."""
        if not NAME.fullmatch(name):
            return (Issue(where=name, message="下書きの名前に使えません。", allowed="文字・数字・-・_ で40文字まで"),)
        if name in self.workshop.names():
            return (Issue(where=name, message="この名前の下書きはもうあります。", allowed="別の名前"),)
        copied = whole(self.program.place.forms) if files is None else files
        draft = Draft(why=why, made_by=by, made_at=self.program.clock.now(), base=self.follows.digest)
        try:
            self.workshop.begin(name, draft, copied)
        except OSError as error:
            return (unwritten(name, error),)
        return ()

    @cached_property
    def follows(self) -> Files:
        """The catalogue that the next release follows: the newest release, else what is in force."""
        newest = next(contents(self.program.place.forms), None)
        return self.program.catalogue.files if newest is None else catalogue_of(newest)

    def changes(self, name: str) -> tuple[tuple[str, str], ...]:
        """The files of a draft that are other than those of the folder."""
        return changed(whole(self.program.place.forms), whole(self.workshop.forms(name)))

    def follow(self, name: str, draft: Draft) -> tuple[str, ...] | Wrong:
        """Take what was released since a draft was begun into it; the files that come in. Issues, with nothing changed,
        for files that both have changed.
        """
        root, forms = self.program.place.forms, self.workshop.forms(name)
        begun = next(
            (each for each in contents(self.program.place.forms) if catalogue_of(each).digest == draft.base), None
        )
        if begun is None:
            message = "この下書きのもとになった公開がありません。"
            return (Issue(where=name, message=message, allowed="新しい下書きを作り、変更を移す（kiosk forms diff）"),)
        newest, mine = whole(root), whole(forms)
        theirs = {path for _, path in changed(begun, newest)}
        ours = {path for _, path in changed(begun, mine)}
        both = [path for path in sorted(theirs & ours) if newest.get(path) != mine.get(path)]
        if both:
            message = "下書きでも、そのあとの公開でも変わっています。"
            return tuple(Issue(where=path, message=message, allowed="手で合わせる") for path in both)
        joined = {path: data for path, data in mine.items() if path not in theirs}
        joined |= {path: newest[path] for path in theirs if path in newest}
        try:
            lay_out(forms, joined)
        except OSError as error:
            return (unwritten(name, error),)
        moved = {"base": self.follows.digest, "tried": None, **_NOT_APPROVED}
        saved = self._saved(name, draft.model_copy(update=moved))
        return saved if isinstance(saved, tuple) else tuple(sorted(theirs))

    # ---- the gate ------------------------------------------------------------------------------------------------
    def gate(
        self, name: str, draft: Draft, *, advanced: Advanced = nobody, pictures: Path | None = None
    ) -> Draft | Wrong:
        """Try a draft: the check, then every written visit on it and on what it follows; what was found is kept.

        A box of an imported form that nobody has looked at keeps it from being approved, and hides nothing else.
        Papers on which something does not fit are written into the folder `pictures`.
        """
        from kiosk.bootstrap.verdict import verdict
        from kiosk.designing.editing.text import unlooked

        place = replace(self.program.place, forms=self.workshop.forms(name))
        found = whole(place.forms)
        issues = [str(issue) for issue in (*verdict(place).issues, *self._seals(found))]
        unseen = [str(issue) for issue in unlooked(found, before=self.follows.content)]
        try:
            played = () if issues else tuple(self._played(place.personas, found, advanced, pictures))
        except OSError as error:
            return (unwritten(str(pictures), error),)
        tried = Tried(
            at=self.program.clock.now(),
            draft=state(found),
            against=self.follows.digest,
            played=sum(not each.persona.startswith("templates/") for each in played),
            issues=(*issues, *unseen),
            differing=tuple(each for each in played if each.changes or each.wrong),
        )
        return self._saved(name, draft.model_copy(update={"tried": tried, **_NOT_APPROVED}))

    def _seals(self, found: Mapping[str, bytes]) -> Iterator[Issue]:
        root = self.program.place.forms
        read = {name: read_release(root, name) for name in names(root)}
        released = {name: each for name, each in read.items() if isinstance(each, Release)}
        return broken_seals(found, released)

    def _played(
        self, personas: Path, found: Mapping[str, bytes], advanced: Advanced, pictures: Path | None
    ) -> Iterator[Played]:
        from kiosk.bootstrap.playing import Stage

        stage = Stage.of(self.program, before=self.follows, after=catalogue_of(found))
        return stage.played(personas, advanced, pictures=pictures)

    def accept(self, name: str, draft: Draft, personas: Collection[str], *, reason: str, by: str) -> Draft | Wrong:
        """Accept what comes out otherwise for written visits, each by its name."""
        stale = self.stale(name, draft)
        differing = {each.persona: each for each in (draft.tried.differing if draft.tried else ())}
        unknown = [each for each in personas if each not in differing or differing[each].wrong]
        if stale or unknown:
            open_ = "、".join(each.persona for each in draft.waiting if not each.wrong) or "なし"
            strange = (Issue(where=each, message="認められる違いのない名前です。", allowed=open_) for each in unknown)
            return stale or tuple(strange)
        at = self.program.clock.now()
        new = tuple(
            Accepted(persona=name, changes=each.changes, seen=each.digest, reason=reason, by=by, at=at)
            for name, each in differing.items()
            if name in personas
        )
        kept = tuple(each for each in draft.accepted if each.persona not in personas)
        return self._saved(name, draft.model_copy(update={"accepted": (*kept, *new), **_NOT_APPROVED}))

    def edited(self, name: str, draft: Draft, *, by: str) -> Draft | Wrong:
        """Somebody has saved something in a draft: they cannot approve it."""
        if by in draft.edited_by:
            return draft
        return self._saved(name, draft.model_copy(update={"edited_by": (*draft.edited_by, by)}))

    def approve(self, name: str, draft: Draft, *, by: str) -> Draft | Wrong:
        """Let exactly the files go that were tried; nobody approves what they made or accepted themselves."""
        wrong = self.stale(name, draft) or unfinished(name, draft)
        if by in {draft.made_by, *draft.edited_by, *(each.by for each in draft.accepted)}:
            message = "下書きを作った職員、直した職員、違いを認めた職員は、承認できません。"
            wrong = (*wrong, Issue(where=by, message=message, allowed="ほかの様式担当か責任者"))
        if wrong or draft.tried is None:
            return wrong
        approved = {"approved": draft.tried.draft, "approved_by": by, "approved_at": self.program.clock.now()}
        return self._saved(name, draft.model_copy(update=approved))

    def stale(self, name: str, draft: Draft) -> Wrong:
        """Whether something is other than when the gate was gone through."""
        if draft.base != self.follows.digest:
            message = "この下書きのあとに、別の公開がありました。"
            return (Issue(where=name, message=message, allowed=f"kiosk forms follow {name}"),)
        again = f"kiosk forms try {name}"
        if draft.tried is None:
            return (Issue(where=name, message="まだ検査していません。", allowed=again),)
        if draft.tried.draft != state(whole(self.workshop.forms(name))):
            return (Issue(where=name, message="検査のあとに変わりました。", allowed=again),)
        return ()

    def _saved(self, name: str, draft: Draft) -> Draft | Wrong:
        try:
            self.workshop.save(name, draft)
        except OSError as error:
            return (unwritten(name, error),)
        return draft

    # ---- releases ------------------------------------------------------------------------------------------------
    def release(self, name: str, draft: Draft, *, day: dt.date) -> str | Wrong:
        """Put an approved draft in force from a day on; the name of the release. The draft is gone then."""
        found = whole(self.workshop.forms(name))
        releases = Releases(self.program)
        wrong = self.stale(name, draft) or releases.too_early(day)
        if not wrong and draft.approved != state(found):
            wrong = (Issue(where=name, message="まだ承認されていません。", allowed=f"kiosk forms approve {name}"),)
        if wrong:
            return wrong
        digest, files = listed(found)
        release = Release(
            digest=digest,
            why=draft.why,
            made_by=draft.made_by,
            made_at=draft.made_at,
            approved_by=draft.approved_by,
            approved_at=draft.approved_at,
            played=draft.tried.played if draft.tried else 0,
            accepted=tuple(released_lines(each) for each in draft.accepted if each.persona in _differing(draft)),
            files=files,
        )
        made = releases.install(release, found, day=day)
        if isinstance(made, str):
            self.workshop.drop(name)
        return made


_NOT_APPROVED = {"approved": "", "approved_by": "", "approved_at": None}


def _differing(draft: Draft) -> set[str]:
    return {each.persona for each in draft.tried.differing} if draft.tried else set()
