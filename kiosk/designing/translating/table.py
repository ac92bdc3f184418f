"""The matrix as a file: CSV for whatever reads it, XLSX for a spreadsheet; foreign columns are carried along."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from kiosk.designing.translating.rows import LANGUAGES, Row
from kiosk.model.base import Issue

KEY, JAPANESE, HASH, STANDS = "key", "ja", "ja_hash", "状態"
OURS = (KEY, JAPANESE, HASH, *LANGUAGES, STANDS)
MISSING, STALE = "訳なし", "原文が変わった"
OLD = "※前の訳: "
"""Stands before words made from another Japanese until a translator takes it away: such a cell is not taken."""

MOST_BYTES, MOST_ROWS, MOST_LETTERS = 32 * 1024 * 1024, 50_000, 20_000


@dataclass(frozen=True)
class Sheet:
    """Rows of cells by column; `columns` in their order, foreign ones among them. `lines` are where they stood."""

    columns: tuple[str, ...] = OURS
    rows: tuple[Mapping[str, str], ...] = ()
    by_key: dict[str, Mapping[str, str]] = field(default_factory=dict)
    lines: tuple[int, ...] = ()

    def __post_init__(self) -> None:
        self.by_key.update({row.get(KEY, ""): row for row in self.rows})


def sheet_of(rows: Sequence[Row], earlier: Sheet) -> Sheet:
    """The matrix; with the foreign columns of an earlier one, and what is stale since then by its hash."""
    foreign = tuple(column for column in earlier.columns if column not in OURS)
    made = tuple(_cells(row, earlier.by_key.get(row.key, {}), foreign) for row in rows)
    return Sheet((*OURS, *foreign), made)


def _cells(row: Row, before: Mapping[str, str], foreign: Sequence[str]) -> dict[str, str]:
    changed = bool(before.get(HASH)) and before[HASH] != row.hash
    said = {language: row.said.get(language, "") for language in LANGUAGES}
    old = {language: before.get(language, "").removeprefix(OLD) for language in LANGUAGES}
    stale = [
        language
        for language in LANGUAGES
        if language in row.stale
        or (
            old[language]
            and said[language] in {"", old[language]}
            and (changed or before.get(language, "").startswith(OLD))
        )
    ]
    missing = [language for language in LANGUAGES if row.missing(language) and language not in stale]
    stands = [f"{words}: {' '.join(found)}" for words, found in ((MISSING, missing), (STALE, stale)) if found]
    languages = {each: f"{OLD}{said[each] or old[each]}" if each in stale else said[each] for each in LANGUAGES}
    ours = {KEY: row.key, JAPANESE: row.ja, HASH: row.hash, **languages, STANDS: "、".join(stands)}
    return {**ours, **{column: before.get(column, "") for column in foreign}}


# ---- CSV -------------------------------------------------------------------------------------------------------------
def written_csv(sheet: Sheet) -> bytes:
    """UTF-8 with a byte order mark, so that a spreadsheet takes it for what it is."""
    made = io.StringIO(newline="")
    writer = csv.writer(made, lineterminator="\r\n")
    writer.writerow(sheet.columns)
    writer.writerows([_safe(row.get(column, "")) for column in sheet.columns] for row in sheet.rows)
    return b"\xef\xbb\xbf" + made.getvalue().encode()


def written_xlsx(sheet: Sheet, *, title: str = "訳") -> bytes:
    """One sheet with a fixed head; every cell is a text."""
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font

    book = Workbook()
    page = book.active
    page.title = title
    for line, row in enumerate((dict(zip(sheet.columns, sheet.columns, strict=True)), *sheet.rows), 1):
        for column, name in enumerate(sheet.columns, 1):
            cell = page.cell(line, column)
            cell.value, cell.data_type = row.get(name, ""), "s"
            cell.alignment = Alignment(wrap_text=True, vertical="top")
    for column, name in enumerate(sheet.columns, 1):
        page.cell(1, column).font = Font(bold=True)
        page.column_dimensions[page.cell(1, column).column_letter].width = 16 if name in {HASH, STANDS} else 36
    page.freeze_panes = "C2"
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def _safe(cell: str) -> str:
    """What a spreadsheet would take for a formula is written as text."""
    return f"'{cell}" if cell[:1] in {"=", "+", "-", "@", "\t", "\r", "'"} else cell


def _unsafe(cell: str) -> str:
    return cell[1:] if cell[:1] == "'" else cell


# ---- reading ---------------------------------------------------------------------------------------------------------
def read_sheet(
    content: bytes, *, name: str, ours: Sequence[str] = OURS, made_by: str = "kiosk words export"
) -> Sheet | Issue:
    """A table that came back, CSV or XLSX by what it begins with; or why it is none."""
    if len(content) > MOST_BYTES:
        return Issue(where=name, message="ファイルが大きすぎます。", allowed=f"{MOST_BYTES // 1024 // 1024} MB まで")
    try:
        lines = list(_xlsx(content) if content[:2] == b"PK" else _csv(content))
    except _Unreadable as error:
        return Issue(where=name, message=str(error), allowed=f"{made_by} の CSV か XLSX")
    if not lines or not {KEY, HASH} <= {*lines[0]}:
        return Issue(where=name, message="見出しの行がありません。", allowed="、".join(ours))
    columns = tuple(lines[0])
    said = [(number, line) for number, line in enumerate(lines[1:], 2) if any(line)]
    rows = tuple(dict(zip(columns, line, strict=False)) for _, line in said)
    return Sheet(columns, rows, lines=tuple(number for number, _ in said))


class _Unreadable(Exception):
    pass


def _csv(content: bytes) -> Iterator[list[str]]:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise _Unreadable("UTF-8 の CSV ではありません。") from None
    try:
        for number, line in enumerate(csv.reader(io.StringIO(text, newline=""), strict=True)):
            _within(number)
            yield [_unsafe(cell) for cell in line]
    except csv.Error:
        raise _Unreadable("CSV として読めません。") from None


def _xlsx(content: bytes) -> Iterator[list[str]]:
    from openpyxl import load_workbook

    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            if sum(info.file_size for info in archive.infolist()) > 8 * MOST_BYTES:
                raise _Unreadable("広げると大きすぎます。")
        page = load_workbook(io.BytesIO(content), read_only=True, data_only=True).worksheets[0]
        for number, line in enumerate(page.iter_rows(values_only=True)):
            _within(number)
            yield ["" if cell is None else str(cell) for cell in line]
    except _Unreadable:
        raise
    except Exception:  # noqa: BLE001 - whatever a damaged workbook makes the library stumble over, it is unreadable
        raise _Unreadable("XLSX として読めません。") from None


def _within(number: int) -> None:
    if number > MOST_ROWS:
        raise _Unreadable(f"行が多すぎます（{MOST_ROWS}行まで）。")
