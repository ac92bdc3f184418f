"""A change that is meant makes some written visits expect something else: who says so, says it by their names.

What a visit expects follows from the law, so nothing is written by itself: somebody has read the difference, gives a
reason, and cannot approve the draft any more. The gate is gone through again, and there what comes out otherwise is
accepted as ever.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kiosk.bootstrap.forms import read_forms
from kiosk.bootstrap.playing import gone
from kiosk.bootstrap.program import Edition
from kiosk.catalogue.releases import catalogue_of
from kiosk.designing.inspection import load_personas
from kiosk.designing.releasing.draft import Draft, whole
from kiosk.designing.releasing.expecting import expecting, what_came
from kiosk.durable import write_whole
from kiosk.model.base import Issue
from kiosk.model.disk import disk_words

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path

    from kiosk.bootstrap.releasing import Releasing

Wrong = tuple[Issue, ...]


def expect_anew(releasing: Releasing, name: str, draft: Draft, personas: Collection[str], *, by: str) -> Draft | Wrong:
    """Let these written visits of a draft expect what comes of them there; issues, with nothing written, for a draft
    that is other than when it was tried, and for names that have nothing to write.
    """
    if stale := releasing.stale(name, draft):
        return stale
    open_ = {each.persona for each in draft.waiting if each.wrong}
    allowed = "、".join(sorted(open_)) or "なし"
    message = "見込みと違う結果になっていない名前です。"
    strange = tuple(Issue(where=each, message=message, allowed=allowed) for each in personas if each not in open_)
    if strange:
        return strange
    found = list(_anew(releasing, name, personas))
    wrong = tuple(each for each in found if isinstance(each, Issue))
    if wrong:
        return wrong
    for path, text in (each for each in found if not isinstance(each, Issue)):
        try:
            write_whole(path, text.encode())
        except OSError as error:
            return (Issue(where=path.name, message=f"書けません（{disk_words(error)}）。"),)
    return releasing.edited(name, draft, by=by)


def _anew(releasing: Releasing, name: str, personas: Collection[str]) -> Iterator[tuple[Path, str] | Issue]:
    program, forms = releasing.program, releasing.workshop.forms(name)
    folder = replace(program.place, forms=forms).personas
    draft = Edition(program, read_forms(catalogue_of(whole(forms)), cache=program.place.cache))
    visits, _ = load_personas(folder, draft.book)
    for persona in personas:
        case = visits.get(persona)
        went = gone(draft, case) if case is not None else None
        if case is None or went is None or went.issues:
            message = "この見本は最後まで進められないので、何が出るか分かりません。"
            yield Issue(where=persona, message=message, allowed="見本か規則を直す")
            continue
        path = folder / f"{persona}.toml"
        yield path, expecting(path.read_text(encoding="utf-8"), case.expect, what_came(case.expect, went.snapshot))
