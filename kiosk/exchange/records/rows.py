"""The rows of a 転出証明書 CSV: which people are taken, which are left out and why, what is wrong with the table."""

import csv
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from kiosk.exchange.records.cells import Leave, Mapped, code, mark, names, stated
from kiosk.model.base import Issue
from kiosk.model.letters import whole_kana, without_widthless

Row = Mapping[str, str]

_ORDER = re.compile("[0-9]{1,9}")
_BREAK = re.compile("\\s*[\t\r\n\x0b\x0c\x85\u2028\u2029]\\s*")
_TAILS = ("_不詳フラグ", "_不詳表記")


@dataclass(frozen=True)
class Rows:
    """`people` are line numbers with cells, in the order of the paper; `left_out` counts who no longer lives there."""

    header: Sequence[str] = ()
    people: Sequence[tuple[int, Row]] = ()
    left_out: Mapping[str, int] = field(default_factory=dict)
    longer: Sequence[int] = ()


@dataclass(frozen=True)
class Line:
    """One current row: its line in the file, its cells, whether it has more of them than the heading, and why it is
    left out (empty for somebody who lives there).
    """

    number: int
    row: Row
    longer: bool = False
    gone: str = ""


def read_rows(source: Iterable[str], mapping: Mapped, *, never: Sequence[str]) -> Rows:
    """Every current row of a file; columns named like one of `never` get no further than here.

    Raises csv.Error for what is no CSV.
    """
    header, lines = current_lines(source, mapping, never=never)
    people: list[tuple[int, Row]] = []
    left: Counter[str] = Counter()
    longer = []
    for line in lines:
        longer += [line.number] if line.longer else []
        if line.gone:
            left[line.gone] += 1
        else:
            people.append((line.number, line.row))
    return Rows(header, people, dict(left), longer)


def current_lines(
    source: Iterable[str], mapping: Mapped, *, never: Sequence[str], only: Callable[[str], bool] = bool
) -> tuple[Sequence[str], Iterator[Line]]:
    """The heading, and every current row as it is read, without signs that take no room; one at a time, so that a
    file may be of any length, and of columns those alone that are asked for. Raises csv.Error for what is no CSV.
    """
    reader = csv.reader(source, strict=True)
    header = [whole_kana(without_widthless(item)).replace("＿", "_").strip() for item in _heading(reader)]
    keep = [at for at, item in enumerate(header) if only(item) and not any(word in item for word in never)]

    def lines() -> Iterator[Line]:
        for found in reader:
            cells = [*found, *[""] * (len(header) - len(found))]
            row = {header[place]: tidy(cells[place]) for place in keep}
            latest = mark(row.get(mapping.latest.column, mapping.latest.value))
            if any(row.values()) and latest == mapping.latest.value:
                gone = next((said for leave in mapping.leave if (said := _gone(row, leave))), "")
                yield Line(reader.line_num, row, any(map(tidy, cells[len(header) :])), gone)

    return [header[place] for place in keep], lines()


def _heading(reader: Iterator[list[str]]) -> list[str]:
    """The first row that says anything but how a spreadsheet is to divide the file."""
    rows = (row for row in reader if any(row) and not row[0].lower().startswith("sep="))
    return next(rows, [])


def tidy(cell: str) -> str:
    """On one line, without what a spreadsheet is told by: ="0123" and '0123 are 0123."""
    said = _BREAK.sub(" ", without_widthless(cell).strip())
    if said[:1] not in {"=", "'"}:
        return said
    return said[2:-1] if said[:2] == '="' and said[-1:] == '"' else said.removeprefix("'")


def _gone(row: Row, leave: Leave) -> str:
    """Why a row is left out; empty for somebody who lives there."""
    said = mark(stated(row, leave.column))
    return "" if said in {"", *leave.keep} else leave.why.get(said, leave.otherwise)


def faults(rows: Rows, mapping: Mapped, name: str) -> tuple[Issue, ...]:
    """What is wrong with the table as a whole, by line and column."""
    twice = tuple(_doubled(rows.header, mapping, name))
    if twice:
        return twice
    if not rows.people:
        gone = "、".join(f"{why}{n}人" for why, n in rows.left_out.items())
        message = f"取り込める行がありません（{gone}）。" if gone else "読み取れる行がありません。"
        return (Issue(where=name, message=message, allowed="見出し行と1人1行"),)
    return tuple(_missing(rows.header, mapping, name)) or tuple(_odd(rows, mapping, name))


def heading_faults(header: Sequence[str], mapping: Mapped, name: str) -> tuple[Issue, ...]:
    """What is wrong with a heading alone: a column that is read stands twice, or one that must be there is not."""
    return tuple(_doubled(header, mapping, name)) or tuple(_missing(header, mapping, name))


def _doubled(header: Sequence[str], mapping: Mapped, name: str) -> Iterator[Issue]:
    for column, n in Counter(header).items():
        if n > 1 and is_read(mapping, column):
            message = f"同じ名前の列が{n}つあり、どちらの値か分かりません。"
            yield Issue(where=f"{name} 1行目 {column}", message=message, allowed="1つの項目に1つの列")


def _missing(header: Sequence[str], mapping: Mapped, name: str) -> Iterator[Issue]:
    for each in (*mapping.person, *mapping.case):
        if each.required and not any(names(each, column) for column in header):
            yield Issue(where=f"{name} 1行目 {each.column}", message="列がありません。")


def _odd(rows: Rows, mapping: Mapped, name: str) -> Iterator[Issue]:
    if len({code(row.get(mapping.household, "")) for _, row in rows.people}) > 1:
        message = "2つ以上の世帯が入っています。"
        yield Issue(where=f"{name} {mapping.household}", message=message, allowed="1つの世帯だけ")
        return
    for line in rows.longer:
        message = "見出しより列が多く、値がずれています。"
        yield Issue(where=f"{name} {line}行目", message=message, allowed="見出しと同じ数の列")


LAST = 10**9
"""Where somebody stands in a household whose 記載順位 is no number: behind everybody else, in the order of the file."""
PUT_LAST = "順位が数字ではないため、世帯の最後に置きました"


def place_in_household(row: Row, mapping: Mapped) -> int:
    """The 記載順位 of a row, which only puts people into an order: 0 where it is not stated, LAST for no number."""
    said = code(stated(row, mapping.order))
    return int(said) if _ORDER.fullmatch(said) else LAST if said else 0


def is_read(mapping: Mapped, column: str) -> bool:
    """Whether anything is taken of a column."""
    own = {
        mapping.order,
        mapping.household,
        mapping.since,
        mapping.latest.column,
        *(each.column for each in mapping.leave),
    }
    return column in own or any(
        names(each, column)
        or column in {*each.codes, *each.tail}
        or any(column == f"{each.column}{tail}" for tail in _TAILS)
        for each in (*mapping.person, *mapping.case)
    )
