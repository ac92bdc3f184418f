"""`kiosk records …`: the form in which applications leave, for whoever receives them."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Literal

import typer

from kiosk.bootstrap.recording import read_columns, read_fallback
from kiosk.cli.opened import Json, opened
from kiosk.cli.output import document, problems, say, table
from kiosk.exchange.destinations.received import Received, look_at, messages
from kiosk.exchange.records.columns import Columns
from kiosk.exchange.records.coverage import Covered, Fit, cover
from kiosk.exchange.records.schema import schema as schema_of
from kiosk.exchange.records.targets import NAMES, Script, Target, code_of
from kiosk.model.base import Issue

Lists = Annotated[list[Path], typer.Argument(help="相手の項目の一覧（CSV: 項目名、型、桁数）", show_default=False)]
Text = Annotated[Path, typer.Argument(help="調べる文字のファイル（UTF-8）", show_default=False)]
To = Annotated[
    Literal["cp932", "shift_jis", "jisx0213", "gyosei"],
    typer.Option("--to", help="相手の文字コード（送付先の encoding）", show_default=False),
]
Folder = Annotated[Path, typer.Argument(help="届いたものがあるフォルダー", show_default=False)]


def schema() -> None:
    """Write the JSON Schema that every record fulfils, on standard output."""
    document(schema_of(_columns()))


def coverage(
    lists: Lists,
    *,
    every: Annotated[bool, typer.Option("--all", help="対応している項目も出す")] = False,
    json: Json = False,
) -> None:
    """Say which items of a receiver's list are filled, which may lose something, and which are not filled."""
    columns, found = _columns(), dict[str, tuple[Covered, ...]]()
    for path in lists:
        try:
            covered = cover(path.read_bytes(), columns)
        except OSError:
            covered = Issue(where=str(path), message="ファイルを読めません。")
        if isinstance(covered, Issue):
            problems([covered.model_copy(update={"where": path.name})], as_json=json)
        found[path.name] = covered
    if json:
        document([_told(name, covered) for name, covered in found.items()])
        return
    for name, covered in found.items():
        count = Counter(item.fit for item in covered)
        said = "　".join(f"{fit.value} {count[fit]}" for fit in Fit)
        rows = [
            (item.name, item.romaji, item.fit.value, item.ours, item.lost)
            for item in covered
            if every or item.fit is not Fit.MAPPED
        ]
        table(f"{name}　{len(covered)}項目　{said}", ("項目", "ローマ字", "対応", "こちらの項目", "欠けるもの"), rows)


def check(folder: Folder, *, json: Json = False) -> None:
    """Look at what arrived in a folder: digests, schema, and whether the CSV files say what the record says."""
    if not folder.is_dir():
        problems([Issue(where=str(folder), message="このフォルダーはありません。")], as_json=json)
    columns = _columns()
    found = [look_at(folder, message, columns) for message in messages(folder)]
    wrong = [issue for each in found for issue in _placed(each)]
    if json:
        document({"messages": len(found), "issues": [issue.model_dump() for issue in wrong]})
    elif not wrong:
        say(f"届いた申請 {len(found)}件は、ハッシュ値・スキーマ・CSVのどれも合っています。")
    if wrong:
        problems(wrong, as_json=False) if not json else None
        raise typer.Exit(1)


def letters(file: Text, *, to: To, json: Json = False) -> None:
    """Say which letters of a text a receiver gets otherwise than they are, or not at all; exit code 1 for the last."""
    with opened() as program:
        fallback = read_fallback(program.catalogue)
    try:
        text = file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        problems([Issue(where=str(file), message="UTF-8 の文字として読めません。")], as_json=json)
    seen = Counter(Script(target=Target(to), fallback=fallback).write("".join(text.split())))
    if json:
        document([{"letter": each.letter, "written": each.put, "times": times} for each, times in seen.items()])
    else:
        rows = [(each.letter, code_of(each.letter), each.put or "書けません", str(n)) for each, n in seen.items()]
        table(f"{NAMES[Target(to)]} でそのまま書けない文字 {len(rows)}字", ("文字", "番号", "書く文字", "回数"), rows)
    if any(each.put is None for each in seen):
        raise typer.Exit(1)


def _placed(found: Received) -> Iterator[Issue]:
    for issue in found.wrong:
        yield issue.model_copy(update={"where": f"{found.message} {issue.where}".strip()})


def _told(name: str, covered: tuple[Covered, ...]) -> dict[str, object]:
    count = Counter(item.fit for item in covered)
    return {
        "list": name,
        "items": len(covered),
        **{fit.name.lower(): count[fit] for fit in Fit},
        "found": [
            {"name": i.name, "romaji": i.romaji, "fit": i.fit.name.lower(), "ours": i.ours, "lost": i.lost}
            for i in covered
        ],
    }


def _columns() -> Columns:
    with opened() as program:
        return read_columns(program.catalogue)
