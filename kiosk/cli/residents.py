"""`kiosk residents import|status|forget`: the city's own register, as the counters look into it."""

import datetime as dt
from pathlib import Path
from typing import Annotated, Any

import typer

from kiosk.bootstrap.program import Program
from kiosk.bootstrap.residents import import_register
from kiosk.cli.opened import By, Json, Reason, local, opened, refuse, staff
from kiosk.cli.output import document, problems, say, say_error
from kiosk.model.audit import AuditEvent
from kiosk.model.audit import reason as checked
from kiosk.model.base import Issue
from kiosk.model.resident import RegisterState
from kiosk.model.staff import Right

File = Annotated[Path, typer.Argument(help="住民記録データの CSV", show_default=False)]
Day = Annotated[str, typer.Option("--day", help="データの日（2026-04-20）。省けばファイルの日付", show_default=False)]


def import_(file: File, *, day: Day = "", by: By = "", json: Json = False) -> None:
    """Read a register in, in the place of the last one; exit code 1 when it was refused or rows could not be read."""
    with opened() as program:
        who = staff(program, by, right=Right.MANAGE, json=json)
        done = import_register(program, file, day=_day(day, json=json), by=who)
    if done.state is None:
        if not json:
            say_error("取り込んでいません。前に取り込んだデータがあれば、そのままです。")
        problems(done.faults, as_json=json)
    if json:
        document(
            {**_data(done.state), "taken_for": done.taken_for, "issues": [issue.model_dump() for issue in done.faults]}
        )
    else:
        say(f"取り込みました: {_counts(done.state)}")
        _left_out(done.state)
        if done.taken_for:
            say(
                f"文字コードの指定がないため、{done.taken_for} とみなしました"
                "（forms/exchange/register.toml の encoding で決められます）。"
            )
        for issue in done.faults:
            say_error(str(issue))
    raise typer.Exit(1 if done.bad else 0)


def status(*, json: Json = False) -> None:
    """Say how the register stands; exit code 1 where there is none or it is too old."""
    with opened() as program:
        state, today = program.store.residents.state(), program.clock.today()
        limit = program.catalogue.city.register_days
    old = state is not None and state.age(today) > limit
    if json:
        document({"register": None if state is None else {**_data(state), "age": state.age(today), "old": old}})
    elif state is None:
        say("住民記録のデータはありません。kiosk residents import ファイル で取り込みます。")
    else:
        say(f"住民記録: {_counts(state)}、{local(state.at)} に取り込み")
        _left_out(state)
        if old:
            say(
                f"データが古くなっています（{state.age(today)}日前。{limit}日まで）。新しいデータを取り込んでください。"
            )
    raise typer.Exit(1 if state is None or old else 0)


def forget(*, reason: Reason, by: By = "", json: Json = False) -> None:
    """Make the register unreadable for good."""
    said = checked(reason)
    if isinstance(said, Issue):
        problems([said], as_json=json)
    with opened() as program:
        gone = program.store.residents.forget(event=_event(program, by, said, json=json))
    if not gone:
        refuse("住民記録", "データはありません。何もしていません。", json=json)
    document({"forgotten": True}) if json else say("住民記録のデータを消しました。もうだれにも読めません。")


def _event(program: Program, by: str, said: str, *, json: bool) -> AuditEvent:
    who = staff(program, by, right=Right.MANAGE, json=json)
    return AuditEvent(at=program.clock.now(), by=who, action="register-forget", detail=said)


def _day(text: str, *, json: bool) -> dt.date | None:
    if not text:
        return None
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        refuse("--day", "日付として読めません。", "2026-04-20", json=json)


def _counts(state: RegisterState) -> str:
    return f"{state.day} のデータ、{state.people:,}人、{state.households:,}世帯"


def _left_out(state: RegisterState) -> None:
    for why, n in state.left_out.items():
        say(f"取り込んでいません: {why} {n:,}人")
    if state.bad:
        say(f"取り込んでいません: 読めない行 {state.bad:,}行（その世帯には、窓口で「欠けている方がいます」と出ます）")


def _data(state: RegisterState) -> dict[str, Any]:
    return state.model_dump(mode="json")
