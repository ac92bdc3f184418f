"""`kiosk day`: 日計簿, what a day came to by number, on the terminal and as a page to sign and to keep."""

import datetime as dt
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import typer

from kiosk.bootstrap.day_book import close_day, day_page, day_rows, place_names
from kiosk.bootstrap.program import Program
from kiosk.cli.failures import row
from kiosk.cli.opened import By, Json, opened, staff
from kiosk.cli.output import document, problems, say, table
from kiosk.model.base import Issue
from kiosk.model.disk import disk_words
from kiosk.model.errors import SiteError
from kiosk.store.audit import DayBook

Day = Annotated[str, typer.Argument(help="日（2026-04-20）。省けば今日", show_default=False)]
Paper = Annotated[
    Path | None, typer.Option("--paper", help="紙面をこのPDFに書く（監査記録の封をコードで載せる）", show_default=False)
]
Close = Annotated[bool, typer.Option("--close", help="日を締める。担当のいない保留・補正・却下があれば締めない")]


def day(date: Day = "", *, paper: Paper = None, close: Close = False, by: By = "", json: Json = False) -> None:
    """日計簿: how many cases were confirmed, what became of their parcels, and what staff did on a day.

    A day is closed onto its page, and only when somebody sees to everything that failed.
    """
    if close and paper is None:
        raise typer.BadParameter("締めるときは、紙面を書くファイルを --paper で指定してください。")
    with opened() as program:
        on = _day(date, program, json=json)
        if close:
            _close(program, on, by=by, json=json)
        book = program.store.audit.day_book(on)
        rows, names = day_rows(program, book), place_names(program)
        if paper is not None:
            _write(paper, day_page(program, book))
    if json:
        _tell(book, names)
        return
    table(f"日計簿 {on.isoformat()}", ("", "内訳", "件数"), rows or [("", "記録はありません", "0")])
    if book.head:
        say(f"監査記録の最後の番号と封: {book.head}")
    if paper is not None:
        say(f"日計簿の紙面を書きました: {paper}")


def _close(program: Program, on: dt.date, *, by: str, json: bool) -> None:
    """Who closes the day is noted, and stands on its page; ends the command where nobody sees to something."""
    alone = close_day(program, on, by=staff(program, by, json=json))
    if alone:
        allowed = "引き受けるには kiosk failures own 番号"
        said = [
            Issue(where=" ".join(row(each)[:4]), message="担当がいません。日を締められません。", allowed=allowed)
            for each in alone
        ]
        problems(said, as_json=json)


def _tell(book: DayBook, names: Mapping[str, str]) -> None:
    places = [
        {"destination": names.get(place, place), "state": state, "count": count}
        for (place, state), count in book.parcels.items()
    ]
    later = {sort.value: count for sort, count in book.later.items()}
    done = {"cases": book.cases, "parcels": places, "later": later, "actions": book.actions, "head": book.head}
    document({"day": book.day.isoformat(), **done})


def _write(paper: Path, content: bytes) -> None:
    try:
        paper.write_bytes(content)
    except OSError as error:
        what = f"ファイル {paper.name} に書き込めません（{disk_words(error)}）。"
        raise SiteError("F01", what=what, mend="空き容量と書き込みの権限を確かめてください。") from error


def _day(text: str, program: Program, *, json: bool) -> dt.date:
    if not text:
        return program.clock.today()
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        problems([Issue(where=text, message="日付ではありません。", allowed="2026-04-20 の形")], as_json=json)
