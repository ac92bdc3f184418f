"""`kiosk rules …`: what is wrong with the rules, why a case came out so, what a date changes, what is asked."""

import datetime as dt
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer
from rich.progress import Progress

from kiosk.bootstrap.caseclock import CaseClock
from kiosk.bootstrap.doing import at_once
from kiosk.bootstrap.forms import read_forms
from kiosk.bootstrap.place import Place
from kiosk.bootstrap.program import Program
from kiosk.cli.cases import rehearse
from kiosk.cli.output import document, problems, say, say_error, table
from kiosk.cli.program import standard
from kiosk.cli.traces import tell
from kiosk.designing.fewest import Count, Orders
from kiosk.designing.inspection import load_personas
from kiosk.designing.rehearsal import Rehearsed, play
from kiosk.designing.replay import Replayed, changes, result, told
from kiosk.designing.trace import Tracer
from kiosk.model.base import Issue
from kiosk.model.casefile import CaseFile

Json = Annotated[bool, typer.Option("--json", help="結果を JSON で出す")]


def _program() -> Program:
    return standard()


def check(*, json: Json = False) -> None:
    """Inspect the rules as they lie there; exit code 1 with every problem at once."""
    place = Place.standard()
    read = read_forms(place.forms, cache=place.cache)
    _, unread = load_personas(place.personas, read.book.whole, found=read.issues)
    issues, remarks = (*read.issues, *unread), read.remarks
    counts = {"procedures": len(read.book.whole.procedures), "events": len(read.book.events)}
    if json:
        told = [remark.model_dump() for remark in remarks]
        document({"counts": counts, "issues": [issue.model_dump() for issue in issues], "remarks": told})
        raise typer.Exit(1 if issues else 0)
    for remark in remarks:
        say(f"参考: {remark}")
    if issues:
        problems(issues, as_json=False)
    say(f"手続 {counts['procedures']}、きっかけ {counts['events']}: 問題は見つかりませんでした。")


# ---- explain -------------------------------------------------------------------------------------------------------
def explain(
    case: Annotated[Path, typer.Argument(help="案件ファイル", show_default=False)],
    *,
    procedure: Annotated[str, typer.Option("--procedure", help="手続の番号（例: P20）")] = "",
    cards: Annotated[bool, typer.Option("--cards", help="案件ファイルの模擬カードも読む")] = False,
    extract: Annotated[bool, typer.Option("--extract", help="案件ファイルの転出証明書データも読む")] = False,
    json: Json = False,
) -> None:
    """Print the trace of every outcome, or of one procedure."""
    program, _, _, went = rehearse(
        case, json=json, cards=cards, extract=extract, only_asked=cards or extract, signed=False
    )
    tracer = Tracer(went.snapshot, program.planner.days, program.wording)
    traces = [trace for trace in tracer.traces() if procedure in {"", trace.id}]
    absent = [entry for entry in tracer.absent() if procedure in {"", entry.id}]
    if not traces and not absent:
        problems([_not_here(program, went.snapshot.case.event, procedure)], as_json=json)
    if json:
        left = [entry.model_dump() for entry in absent]
        document({"procedures": [trace.model_dump() for trace in traces], "absent": left})
        return
    tell(traces, absent)


def _not_here(program: Program, event: str, procedure: str) -> Issue:
    """Why a procedure is not in the plan of an event at all."""
    service = program.book.not_run.get(procedure)
    if service is not None:
        message = f"この市では扱わない手続です（{service}）。"
        return Issue(where=procedure, message=message, allowed="municipality.toml の [service] を true にする")
    allowed = "、".join(program.book.events[event].procedures)
    return Issue(where=procedure, message="このきっかけにない手続です。", allowed=allowed)


# ---- replay --------------------------------------------------------------------------------------------------------
def _day(text: str) -> dt.date:
    try:
        return dt.date.fromisoformat(text)
    except ValueError as error:
        raise typer.BadParameter("2026-04-01 のように書いてください。") from error


At = Annotated[dt.date, typer.Option("--at", parser=_day, metavar="日付", help="届出日", show_default=False)]
Against = Annotated[
    dt.date | None, typer.Option("--against", parser=_day, metavar="日付", help="比べる届出日（省くと各人の届出日）")
]


def replay(*, at: At, against: Against = None, json: Json = False) -> None:
    """Run all personas on two days and list who would get something else; exit code 1 when one cannot be read."""
    program = _program()
    visits, unread = load_personas(program.place.personas, program.book)
    found = []
    with Progress(disable=json, transient=True) as bar:
        task = bar.add_task("見本の住民", total=len(visits))
        for name, case in visits.items():
            found.append(_compared(program, name, case, at=at, against=against or case.today))
            bar.advance(task)
    if json:
        differing = [entry.model_dump(mode="json") for entry in found if entry.changes or entry.issues]
        wrong = [issue.model_dump() for issue in unread]
        document({"personas": len(visits), "changed": differing, "issues": wrong})
    else:
        _told(found, unread)
    raise typer.Exit(1 if unread else 0)


def _compared(program: Program, name: str, case: CaseFile, *, at: dt.date, against: dt.date) -> Replayed:
    before, after = (_went(program, name, case, on=day) for day in (against, at))
    differences = changes(result(before.snapshot), result(after.snapshot))
    issues = tuple(dict.fromkeys((*before.issues, *after.issues)))
    return Replayed(persona=name, title=case.title, against=against, at=at, changes=differences, issues=issues)


def _went(program: Program, name: str, case: CaseFile, *, on: dt.date) -> Rehearsed:
    program.clock = CaseClock(on)
    return play(at_once(program, next_slip=lambda: "見本"), case, name=f"{name}（{on}）")


def _told(found: Iterable[Replayed], unread: Iterable[Issue]) -> None:
    replayed = list(found)
    changed = [entry for entry in replayed if entry.changes]
    for entry in replayed:
        if not entry.changes and not entry.issues:
            continue
        say(f"{entry.persona}　{entry.title}　{entry.against} → {entry.at}")
        for change in entry.changes:
            say(f"  {told(change)}")
        for issue in entry.issues:
            say(f"  この日には読めない答え: {issue}")
    say(f"{len(replayed)}人のうち {len(changed)}人の結果が変わります。")
    for issue in unread:
        say_error(str(issue))


# ---- questions -----------------------------------------------------------------------------------------------------
def questions(*, json: Json = False) -> None:
    """For every persona the number of questions asked and the fewest that any order of asking could need."""
    program = _program()
    visits, unread = load_personas(program.place.personas, program.book)
    counts: dict[str, Count] = {}
    with Progress(disable=json, transient=True) as bar:
        task = bar.add_task("見本の住民", total=len(visits))
        for name, case in visits.items():
            program.clock = CaseClock(case.today)
            counts[name] = Orders(at_once(program, next_slip=lambda: "見本"), case).count()
            bar.advance(task)
    if json:
        found = [{"persona": name, **count.model_dump()} for name, count in counts.items()]
        document({"personas": found, "issues": [issue.model_dump() for issue in unread]})
    else:
        rows = [
            (name, visits[name].title, str(count.asked), f"{count.minimum}{'' if count.exact else '以上'}")
            for name, count in counts.items()
        ]
        table("質問の数", ("見本", "内容", "聞いた数", "最少"), rows)
        for issue in unread:
            say_error(str(issue))
    raise typer.Exit(1 if unread else 0)
