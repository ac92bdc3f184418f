"""転出証明書データ: reads the previous town's CSV of a household into facts, so that nobody copies them by hand.

Shape: one row per person, header of 項目名 as in 基本データリスト; UTF-8 with or without BOM, or CP932. Files that lost
leading zeros or hold 〒 full-width are understood. 住民票コード, 基礎年金番号, 個人番号 and any mark of
protection are dropped unread.
"""

import csv
import datetime as dt
import io
import re
from collections.abc import Mapping, Sequence

from kiosk.exchange.records import cells
from kiosk.exchange.records.cells import Field, Mapped
from kiosk.model.base import Frozen, Issue
from kiosk.model.fact import Value
from kiosk.model.wareki import PartialDate, calendar_day

Row = Mapping[str, str]

_ORDER = re.compile(r"\d{0,9}")
_NEVER_READ = ("住民票コード", "基礎年金番号", "個人番号", "支援措置", "抑止", "参照不可", "選択不可")


class Extract(Frozen):
    """One household. `persons` are facts by key in 記載順位, `case` the facts of the case; the source is EXTRACT."""

    persons: tuple[dict[str, Value], ...]
    case: dict[str, Value]


def read_extract(
    data: bytes, mapping: Mapped, *, on: dt.date, name: str = "転出証明書データ"
) -> Extract | tuple[Issue, ...]:
    """The household of a file, or every fault with its line and column; `on` is today (for the 1 January address)."""
    text = decode(data)
    if text is None:
        return (Issue(where=name, message="文字コードを判別できません。", allowed="UTF-8 か Shift_JIS（CP932）"),)
    try:
        rows = _rows(text, mapping)
    except csv.Error:
        return (Issue(where=name, message="CSVとして読めません。", allowed="項目名の見出し行がある、コンマ区切り"),)
    issues = _shape(rows, mapping, name)
    if issues:
        return issues
    ordered = sorted(rows, key=lambda line: int(line[1].get(mapping.order) or 0))
    return _household(ordered, mapping, on=on, name=name)


def decode(data: bytes) -> str | None:
    """UTF-8 (a BOM is dropped) or CP932; None when it is neither."""
    for encoding in ("utf-8-sig", "cp932"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return None


def _rows(text: str, mapping: Mapped) -> list[tuple[int, Row]]:
    """Line number and cells of every current row; forbidden columns never get further than here."""
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    header = [item.strip() for item in next(reader, [])]
    keep = [place for place, item in enumerate(header) if not any(never in item for never in _NEVER_READ)]
    rows: list[tuple[int, Row]] = []
    for found in reader:
        cells_ = [*found, *[""] * (len(header) - len(found))]
        row = {header[place]: cells_[place].strip() for place in keep}
        if any(row.values()) and row.get(mapping.latest.column, mapping.latest.value) == mapping.latest.value:
            rows.append((reader.line_num, row))
    return rows


def _shape(rows: Sequence[tuple[int, Row]], mapping: Mapped, name: str) -> tuple[Issue, ...]:
    """What is wrong with the table as a whole."""
    if not rows:
        return (Issue(where=name, message="読み取れる行がありません。", allowed="見出し行と1人1行"),)
    first = rows[0][1]
    missing = [
        field.column
        for field in (*mapping.person, *mapping.case)
        if field.required and not any(cells.names(field, column) for column in first)
    ]
    if missing:
        return tuple(Issue(where=f"{name} 1行目 {column}", message="列がありません。") for column in missing)
    if len({row.get(mapping.household) for _, row in rows}) > 1:
        message = "2つ以上の世帯が入っています。"
        return (Issue(where=f"{name} {mapping.household}", message=message, allowed="1つの世帯だけ"),)
    return tuple(
        Issue(where=f"{name} {line}行目 {mapping.order}", message="順位が数字ではありません。")
        for line, row in rows
        if not _ORDER.fullmatch(row.get(mapping.order, ""))
    )


def _household(
    rows: Sequence[tuple[int, Row]], mapping: Mapped, *, on: dt.date, name: str
) -> Extract | tuple[Issue, ...]:
    issues: list[Issue] = []
    persons = []
    for line, row in rows:
        facts = _facts(row, mapping.person, f"{name} {line}行目", issues)
        persons.append(facts | _january(row, mapping, on))
    first_line, first = rows[0]
    case = _facts(first, mapping.case, f"{name} {first_line}行目", issues)
    if issues:
        return tuple(issues)
    return Extract(persons=tuple(persons), case={**mapping.fixed, **case})


def _facts(row: Row, fields: Sequence[Field], where: str, issues: list[Issue]) -> dict[str, Value]:
    """The facts of a row; faults are appended to `issues`. The last stated column of a key wins."""
    facts: dict[str, Value] = {}
    for field in fields:
        value = cells.read(row, field, where=f"{where} {field.column}")
        if isinstance(value, Issue):
            issues.append(value)
        elif value is not None:
            facts[field.key] = value
    return facts


def _january(row: Row, mapping: Mapped, on: dt.date) -> dict[str, Value]:
    """1月1日の住所 (賦課期日): known when the person already lived there on 1 January of this year."""
    since = cells.date(row, mapping.since, where="")
    home = next((cells.address(row, field.column) for field in mapping.case if field.key == "addr.old.text"), None)
    day = calendar_day(since) if isinstance(since, PartialDate) else None
    if day is None or home is None or day > dt.date(on.year, 1, 1):
        return {}
    return {"person.addr_jan1": home.text}
