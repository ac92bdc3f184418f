"""下書き: a copy of the folder of forms in which a change is made, and what has become of it so far."""

from __future__ import annotations

import datetime as dt
import re
import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.catalogue.drawing.written import entry_text
from kiosk.catalogue.files import Files
from kiosk.catalogue.intake import Untaken, take
from kiosk.catalogue.layout import COMPANION
from kiosk.catalogue.releases import Accepted, sha256
from kiosk.catalogue.toml_files import build, parse_toml
from kiosk.durable import flush, write_whole
from kiosk.model.base import Frozen, Issue

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

LINES, KEPT_LINES = 60, 12
"""Lines of one written visit that a draft keeps, and a release."""

_LETTERS, _STATE_BYTES = 200, 8 * 1024 * 1024
FORMS, STATE = "forms", "draft.toml"
NAME = re.compile(r"\w[\w-]{0,39}")


class Played(Frozen):
    """A written visit on the draft: what comes out otherwise, and what is wrong (`wrong` cannot be accepted).

    `changes` are the first lines of it, `digest` is the hash of all.
    """

    persona: str
    title: str
    changes: tuple[str, ...] = ()
    wrong: tuple[str, ...] = ()
    digest: str = ""

    @classmethod
    def of(cls, persona: str, title: str, *, changes: Iterable[str], wrong: Iterable[str]) -> Played:
        """What came of a visit, as much of it as a person reads."""
        whole = tuple(changes)
        digest = sha256("\n".join(whole).encode())
        return cls(
            persona=persona, title=title, changes=_first(whole, LINES), wrong=_first(tuple(wrong)), digest=digest
        )


class Tried(Frozen):
    """What the gate found: `draft` and `against` are the digests of what it compared, `differing` the visits that come
    out otherwise or wrong among the `played`, `issues` the problems of the check.
    """

    at: dt.datetime
    draft: str
    against: str
    played: int
    issues: tuple[str, ...] = ()
    differing: tuple[Played, ...] = ()


class Draft(Frozen):
    """`base` is the digest of the catalogue that it follows; `approved` that of the files that were approved;
    `edited_by` are those who saved something in it at the designer's desk.
    """

    why: str
    made_by: str
    made_at: dt.datetime
    base: str
    tried: Tried | None = None
    edited_by: tuple[str, ...] = ()
    accepted: tuple[Accepted, ...] = ()
    approved: str = ""
    approved_by: str = ""
    approved_at: dt.datetime | None = None

    def accepts(self, played: Played) -> bool:
        """Whether exactly these differences of a written visit were accepted."""
        return any(each.persona == played.persona and each.seen == played.digest for each in self.accepted)

    @property
    def waiting(self) -> tuple[Played, ...]:
        """The written visits that keep it from being approved."""
        differing = self.tried.differing if self.tried else ()
        return tuple(each for each in differing if each.wrong or not self.accepts(each))


@dataclass(frozen=True)
class Workshop:
    """The folder of the drafts: `<name>/forms` and `<name>/draft.toml`."""

    folder: Path

    def names(self) -> tuple[str, ...]:
        """Every draft."""
        return tuple(sorted(path.parent.name for path in self.folder.glob(f"*/{STATE}")))

    def forms(self, name: str) -> Path:
        """The folder of forms of a draft."""
        return self.folder / name / FORMS

    def load(self, name: str) -> Draft | tuple[Issue, ...]:
        """A draft, or why it cannot be used."""
        if name not in self.names():
            allowed = "、".join(self.names()) or "kiosk forms draft で作る"
            return (Issue(where=name, message="この名前の下書きはありません。", allowed=allowed),)
        where = f"{name}/{STATE}"
        try:
            found = parse_toml(take(self.folder / name / STATE, most=_STATE_BYTES), where=where)
        except (Untaken, OSError) as error:
            return (Issue(where=where, message=getattr(error, "message", "ファイルを読めません。")),)
        return (found,) if isinstance(found, Issue) else build(Draft, found, where=where)

    def save(self, name: str, draft: Draft) -> None:
        """Write down how far a draft is. Raises OSError."""
        head = "# 下書きの進み具合。kiosk forms が書きます。\n"
        write_whole(self.folder / name / STATE, (head + entry_text(draft)).encode())

    def begin(self, name: str, draft: Draft, content: Mapping[str, bytes]) -> None:
        """Lay a new draft down, whole or not at all. Raises OSError, FileExistsError for a name that is taken."""
        if (self.folder / name).exists():
            raise FileExistsError(name)
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        beside = self.folder / f".{name}.new"
        shutil.rmtree(beside, ignore_errors=True)
        for path, data in content.items():
            target = beside / FORMS / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)
        write_whole(beside / STATE, entry_text(draft).encode())
        beside.rename(self.folder / name)
        flush(self.folder)

    def drop(self, name: str) -> None:
        """Forget a draft. Raises OSError."""
        shutil.rmtree(self.folder / name)


def unfinished(name: str, draft: Draft) -> tuple[Issue, ...]:
    """What keeps a tried draft from being approved."""
    tried = draft.tried
    if tried is not None and tried.issues:
        return (
            Issue(where=name, message=f"誤りが{len(tried.issues)}件あります。", allowed="直して、もう一度検査する"),
        )
    allowed, meant = (f"kiosk forms {step} {name} 見本の名前 --reason 理由" for step in ("accept", "expect"))
    return tuple(
        Issue(where=each.persona, message="、".join(each.wrong), allowed=f"規則か見本を直す。変えるつもりなら {meant}")
        if each.wrong
        else Issue(where=each.persona, message="結果が変わり、まだ認められていません。", allowed=allowed)
        for each in draft.waiting
    )


def _first(lines: tuple[str, ...], most: int = LINES) -> tuple[str, ...]:
    """As many lines as are read, each as long as it is read; how many more there are is said."""
    kept = tuple(line if len(line) <= _LETTERS else f"{line[:_LETTERS]}…" for line in lines[:most])
    return (*kept, f"ほかに{len(lines) - most}件") if len(lines) > most else kept


def released_lines(accepted: Accepted) -> Accepted:
    """An acceptance as a release keeps it."""
    return accepted.model_copy(update={"changes": _first(accepted.changes, KEPT_LINES)})


def whole(root: Path) -> dict[str, bytes]:
    """Everything of a folder of forms that a release has: the catalogue, written visits, drawings."""
    return {**Files.read(root, COMPANION).content, **Files.read(root).content}


def state(content: Mapping[str, bytes]) -> str:
    """SHA-256 over files with their names: what was tried and what was approved."""
    return sha256("".join(f"{sha256(data)} {name}\n" for name, data in sorted(content.items())).encode())


def changed(before: Mapping[str, bytes], after: Mapping[str, bytes]) -> tuple[tuple[str, str], ...]:
    """The files that differ, each with + (new), - (gone) or * (changed)."""
    found = []
    for name in sorted({*before, *after}):
        old, new = before.get(name), after.get(name)
        if old != new:
            found.append(("+" if old is None else "-" if new is None else "*", name))
    return tuple(found)
