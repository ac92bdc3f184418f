"""届いた申請: reads a file of many applications (転入予約, ぴったりサービス) by the layout that IT staff write for it.

A layout is forms/exchange/incoming/<name>.toml: which column is which answer, by which the rows of an application are
known, and where the files come from. One row is one person; what every row of an application says alike is said of the
case. An application that cannot be read is named by line and column, never by a value, and none of it is taken.
"""

import csv
import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Annotated

from pydantic import Field, ValidationError

from kiosk.destinations import ToService
from kiosk.exchange.records.columns import broken, read_toml
from kiosk.exchange.records.encodings import Encoding
from kiosk.exchange.records.rows import tidy
from kiosk.model.base import Frozen, Issue, Words
from kiosk.model.letters import hankaku, to_digits, whole_kana, without_widthless

FOLDER = "incoming"
NAMED = 50
"""Faults that are named in full; more are counted."""


class Cell(Frozen):
    """A column and the answer that it is; `codes` are the words for what stands there."""

    column: Words
    key: Words
    codes: dict[str, str] = {}
    required: bool = False


class Layout(Frozen):
    """One kind of file. `number` is the column that tells applications apart, `day` the one with the day of the visit
    (empty: none), `folder` where files arrive, from the place of the data, `service` where they are fetched.
    """

    title: Words
    confidence: Words
    event: Words
    number: Words
    day: str = ""
    encoding: Encoding = Encoding.ANY
    folder: str = ""
    service: ToService | None = None
    person: Annotated[tuple[Cell, ...], Field(min_length=1)]
    case: tuple[Cell, ...] = ()


@dataclass(frozen=True)
class Application:
    """What one says: words by key for each person and for the case; `lines` are its rows as they stood."""

    number: str
    persons: tuple[Mapping[str, str], ...]
    case: Mapping[str, str]
    day: dt.date | None
    lines: tuple[int, ...]


@dataclass
class Sorted:
    """The applications of a file, and the rows of those that cannot be read, with the heading, as they stood."""

    good: list[Application] = field(default_factory=list)
    aside: list[list[str]] = field(default_factory=list)
    bad: int = 0
    faults: list[Issue] = field(default_factory=list)

    def fault(self, issues: Sequence[Issue], rows: Iterable[list[str]]) -> None:
        """An application that is kept aside."""
        self.bad += 1
        self.aside += rows
        self.faults += issues[: max(0, NAMED - len(self.faults))]


Wrong = Callable[[str, str], bool]
"""Whether the words cannot be read as the answer of a key."""


def load_layout(content: bytes, name: str) -> Layout:
    """Read a layout. Raises SiteError X01."""
    try:
        return Layout.model_validate(read_toml(content, name))
    except ValidationError as error:
        raise broken(name, ".".join(map(str, error.errors()[0]["loc"]))) from None


def sort_out(lines: Iterable[str], layout: Layout, *, name: str, wrong: Wrong) -> Sorted | tuple[Issue, ...]:
    """Every application of a file; Issues where the file itself is none. Raises csv.Error."""
    reader = csv.reader(lines, strict=True)
    raw = next(reader, [])
    heading = [whole_kana(without_widthless(item)).strip() for item in raw]
    if lacking := tuple(_lacking(heading, layout, name)):
        return lacking
    groups: dict[str, list[tuple[int, list[str]]]] = {}
    for row in reader:
        if any(row):
            told = dict(zip(heading, row, strict=False))
            groups.setdefault(tidy(told.get(layout.number, "")), []).append((reader.line_num, row))
    found = Sorted(aside=[raw])
    for number, rows in groups.items():
        made = _made(number, rows, heading, layout, name, wrong)
        if isinstance(made, Application):
            found.good.append(made)
        else:
            found.fault(made, (row for _, row in rows))
    return found


def _lacking(heading: Sequence[str], layout: Layout, name: str) -> Iterator[Issue]:
    needed = (layout.number, layout.day, *(cell.column for cell in (*layout.person, *layout.case)))
    for column in dict.fromkeys(filter(None, needed)):
        if heading.count(column) != 1:
            many = "2つ以上あります。" if column in heading else "ありません。"
            yield Issue(where=f"{name} 1行目 {column}", message=f"この列が{many}")


def _made(
    number: str, rows: list[tuple[int, list[str]]], heading: Sequence[str], layout: Layout, name: str, wrong: Wrong
) -> Application | list[Issue]:
    issues: list[Issue] = []
    if not number:
        issues += [Issue(where=f"{name} {line}行目 {layout.number}", message="番号がありません。") for line, _ in rows]
    persons, cases, day = list[dict[str, str]](), list[dict[str, str]](), None
    for line, row in rows:
        if len(row) != len(heading):
            issues.append(Issue(where=f"{name} {line}行目", message="列の数が見出しと違います。"))
            continue
        told, where = dict(zip(heading, map(tidy, row), strict=True)), f"{name} {line}行目"
        persons.append(_words(told, layout.person, where, wrong, issues))
        cases.append(_words(told, layout.case, where, wrong, issues))
        if layout.day and told[layout.day]:
            day = _day(told[layout.day])
            if day is None:
                issues.append(
                    Issue(where=f"{where} {layout.day}", message="日付として読めません。", allowed="2026-12-01")
                )
    if issues:
        return issues
    if any(case != cases[0] for case in cases):
        where = f"{name} {rows[0][0]}行目"
        return [Issue(where=where, message="同じ申請の行で、届出の内容が違います。", allowed="申請に1つの内容")]
    return Application(number, tuple(persons), cases[0], day, tuple(line for line, _ in rows))


def _words(
    told: Mapping[str, str], cells: Iterable[Cell], where: str, wrong: Wrong, issues: list[Issue]
) -> dict[str, str]:
    found: dict[str, str] = {}
    for cell in cells:
        said = told[cell.column]
        words = cell.codes.get(hankaku(said), said) if cell.codes else said
        if not words and cell.required:
            issues.append(Issue(where=f"{where} {cell.column}", message="必須の項目がありません。"))
        elif words and wrong(cell.key, words):
            issues.append(Issue(where=f"{where} {cell.column}", message="読めない値です。"))
        elif words:
            found[cell.key] = words
    return found


def _day(text: str) -> dt.date | None:
    said = to_digits(text).replace("/", "-").replace(".", "-")
    try:
        return dt.date.fromisoformat(said if "-" in said else f"{said[:4]}-{said[4:6]}-{said[6:]}")
    except ValueError:
        return None
