"""Where in a file of tables each statement stands: its lines, and how far what is below a path goes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.catalogue import toml_lines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kiosk.catalogue.toml_lines import Path


@dataclass(frozen=True, slots=True)
class Statement:
    """A header or a pair: its path, and its first and last line (0 first); remarks between two belong to neither."""

    path: Path
    header: bool
    first: int
    last: int


def statements(text: str) -> tuple[Statement, ...]:
    """All of a text that is TOML, in their order."""
    lines = text.split("\n")
    begun = [(line - 1, path, header) for line, path, header in toml_lines.statements(text)]
    ends = [line for line, _, _ in begun[1:]] + [len(lines)]
    return tuple(
        Statement(path, header, first, _last(lines, first, end))
        for (first, path, header), end in zip(begun, ends, strict=True)
    )


def _last(lines: Sequence[str], first: int, end: int) -> int:
    """The last line before the next statement that is no remark and not empty; one inside a text never is the last."""
    return next((at for at in range(end - 1, first, -1) if not _remark(lines[at])), first)


def _remark(line: str) -> bool:
    return not line.strip() or line.lstrip().startswith("#")


def pair_of(found: Sequence[Statement], path: Path) -> Statement | None:
    """The pair in which a path stands: its own, or the inline table or list around it."""
    around = [each for each in found if not each.header and each.path == path[: len(each.path)]]
    return max(around, key=lambda each: len(each.path), default=None)


def header_of(found: Sequence[Statement], path: Path) -> Statement | None:
    """The header [path] or [[path]]."""
    return next((each for each in found if each.header and each.path == path), None)


def extent(found: Sequence[Statement], path: Path) -> int:
    """The last line of everything below a path; -1 for nothing."""
    return max((each.last for each in found if each.path[: len(path)] == path), default=-1)


def block_end(found: Sequence[Statement], header: Statement | None) -> int:
    """The last line of the pairs that stand under a header (None: before the first one); -1 for none."""
    at = found.index(header) if header is not None else -1
    last = header.last if header is not None else -1
    for each in found[at + 1 :]:
        if each.header:
            break
        last = each.last
    return last


def line_of(found: Sequence[Statement], path: Path) -> int:
    """The line (1 first) on which a path stands, or what is around it; 0 for nowhere."""
    around = [each for each in found if each.path == path[: len(each.path)]]
    best = max(around, key=lambda each: len(each.path), default=None)
    return best.first + 1 if best is not None else 0


def path_at(found: Sequence[Statement], line: int) -> Path:
    """What stands on a line (1 first): the last statement that has begun there; empty above the first."""
    begun = [each for each in found if each.first < line]
    return begun[-1].path if begun else ()
