"""`kiosk incoming …`: applications that came from elsewhere wait here, and become visits on their day or by number."""

import datetime as dt
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.progress import Progress

from kiosk.bootstrap import incoming
from kiosk.bootstrap.program import Program
from kiosk.cli.opened import By, Json, opened, refuse, staff
from kiosk.cli.output import document, problems, say, say_error
from kiosk.exchange.destinations.answers import NoAnswer
from kiosk.model.base import Issue
from kiosk.model.disk import disk_words

Files = Annotated[list[Path], typer.Argument(help="届いたファイル（CSV）", show_default=False)]
Layout = Annotated[str, typer.Option("--layout", help="forms/exchange/incoming のファイルの名前", show_default=False)]
Day = Annotated[str, typer.Argument(help="来庁予定日（2026-12-01）。省けば今日", show_default=False)]
Number = Annotated[str, typer.Argument(help="申請の番号", show_default=False)]


def take(files: Files, *, layout: Layout, by: By = "", json: Json = False) -> None:
    """Keep the applications of files; exit code 1 when a file was refused or an application was kept aside."""
    with opened() as program:
        who = staff(program, by, json=json)
        _known(program, layout, json=json)
        found = [_taken(program, file, layout, who, json=json) for file in files]
    _tell(found, json=json)


def fetch(*, by: By = "", json: Json = False) -> None:
    """Take what lies in every inbox, and what every service gives; exit code 1 when something was kept aside."""
    found, away = list[dict[str, Any]](), list[str]()
    with opened() as program:
        who = staff(program, by, json=json)
        for layout in incoming.layouts(program):
            for file in incoming.inbox(program, layout):
                found.append(_taken(program, file, layout, who, json=json))
                if "refused" not in found[-1]:
                    incoming.put_away(file)
            try:
                content = incoming.fetched(program, layout)
            except NoAnswer:
                away.append(layout)
                continue
            if content is not None:
                place = program.place.home / f"{layout}.csv"
                found.append(_taken(program, place, layout, who, content=content, json=json))
    _tell(found, away=away, json=json)


def day(day: Day = "", *, by: By = "", json: Json = False) -> None:
    """Let the visits of a day begin: they stand in the counter's list; what is older than a month is dropped."""
    with opened() as program:
        staff(program, by, json=json)
        when = _date(day, program.clock.today(), json=json)
        dropped = program.store.prepared.forget(before=program.clock.today() - incoming.KEPT)
        slips = [incoming.begin(program, case) for case in program.store.prepared.due(when)]
    begun = [slip for slip in slips if slip]
    document({"begun": begun, "dropped": dropped}) if json else say(
        f"窓口の一覧に出しました: {len(begun)}件　期限が過ぎて消したもの: {dropped}件"
    )


def open_(number: Number, *, by: By = "", json: Json = False) -> None:
    """Let the visit of one application begin, by its number."""
    with opened() as program:
        staff(program, by, json=json)
        slip = next(
            (slip for case in incoming.numbered(program, number) if (slip := incoming.begin(program, case))), ""
        )
    if not slip:
        refuse(number, "この番号の、待っている申請はありません。", "一覧は kiosk incoming list", json=json)
    document({"slip": slip}) if json else say(f"窓口の一覧に出しました: 受付番号 {slip}")


def list_(*, json: Json = False) -> None:
    """How many wait, by day; never whose."""
    with opened() as program:
        days = program.store.prepared.days()
    if json:
        document(days)
        return
    for when, count in days.items():
        say(f"{when or '日の決まっていないもの'}: {count:,}件")
    if not days:
        say("待っている申請はありません。")


def _taken(
    program: Program, file: Path, layout: str, who: str, *, json: bool, content: bytes | None = None
) -> dict[str, Any]:
    try:
        with Progress(disable=json, transient=True) as bar:
            task = bar.add_task(file.name)
            found = incoming.take(
                program,
                file.read_bytes() if content is None else content,
                file=file,
                layout=layout,
                by=who,
                told=lambda number, total: bar.update(task, completed=number, total=total),
            )
    except OSError as error:
        found = (Issue(where=str(file), message=f"使えません（{disk_words(error)}）。"),)
    if isinstance(found, tuple):
        return {"file": file.name, "refused": [issue.model_dump() for issue in found]}
    return {
        "file": file.name,
        "new": found.new,
        "again": found.again,
        "aside": found.bad,
        "aside_file": str(found.aside or ""),
        "issues": [issue.model_dump() for issue in found.faults],
    }


def _tell(found: list[dict[str, Any]], *, json: bool, away: list[str] | None = None) -> None:
    if json:
        document({"files": found, "away": away or []})
    else:
        for each in found:
            for issue in (*each.get("refused", ()), *each.get("issues", ())):
                say_error(str(Issue(**issue)))
            if "refused" not in each:
                kept = f"　取り込まなかったもの {each['aside']:,}件: {each['aside_file']}" if each["aside"] else ""
                say(f"{each['file']}: 新しい申請 {each['new']:,}件　前に取り込んだもの {each['again']:,}件{kept}")
        for layout in away or ():
            say_error(f"{layout}: 申請を受け取れません。接続を確かめてください。")
        if not found and not away:
            say("届いたものはありません。")
    if away or any("refused" in each or each["aside"] for each in found):
        raise typer.Exit(1)


def _known(program: Program, layout: str, *, json: bool) -> None:
    known = incoming.layouts(program)
    if layout not in known:
        problems([Issue(where=layout, message="この形はありません。", allowed="、".join(known))], as_json=json)


def _date(text: str, today: dt.date, *, json: bool) -> dt.date:
    try:
        return dt.date.fromisoformat(text) if text else today
    except ValueError:
        refuse(text, "日付として読めません。", "2026-12-01", json=json)
