"""`kiosk answers …`: what receivers decided about what they took - 受理, 補正, 却下 - and what is to be corrected."""

from typing import Annotated, Any

import typer

from kiosk.bootstrap.answers import fetch as fetch_from
from kiosk.bootstrap.program import Program
from kiosk.bootstrap.returned import asked, end
from kiosk.bootstrap.sending import Sending
from kiosk.cli.opened import By, Case, Json, Reason, known, local, opened, refuse, staff
from kiosk.cli.output import document, problems, say, say_error, table
from kiosk.model.answer import Answer, Point
from kiosk.model.audit import AuditEvent
from kiosk.model.audit import reason as checked
from kiosk.model.base import Issue
from kiosk.model.path import key_of
from kiosk.model.staff import Right

Every = Annotated[bool, typer.Option("--all", help="受理されたものと、直し終えたものも出す")]


def fetch(*, json: Json = False) -> None:
    """Ask every destination now; exit code 1 when one could not be asked, or gave what is no answer."""
    with opened() as program:
        sending = Sending(program)
        found = {place.name: fetch_from(program, place) for place in sending.destinations}
        names = {place.key: place.name for place in program.catalogue.city.destinations}
    wrong = [issue for each in found.values() for issue in each.wrong]
    away = [names.get(key, key) for key, each in found.items() if not each.reached]
    taken = sum(each.taken for each in found.values())
    if json:
        document({"taken": taken, "issues": [issue.model_dump() for issue in wrong], "away": away})
    else:
        say(f"受け取った回答: {taken}件")
        for issue in wrong:
            say_error(str(issue))
        for name in away:
            say_error(f"送付先「{name}」の回答を見られません。接続を確かめてください。")
    if wrong or away:
        raise typer.Exit(1)


def list_answers(*, every: Every = False, json: Json = False) -> None:
    """List what is to be corrected or was refused, the newest first; numbers and counts, never why or about whom."""
    with opened() as program:
        lines = program.store.answers.list() if every else program.store.answers.waiting()
        names = {place.key: place.name for place in program.catalogue.city.destinations}
        procedures = {key: each.name for key, each in program.book.whole.procedures.items()}
    if json:
        document([line.model_dump(mode="json") for line in lines])
        return
    rows = [
        (
            line.slip,
            procedures.get(line.kind, line.kind),
            line.result.value,
            names.get(line.destination, line.destination),
            line.number,
            str(line.points or ""),
            local(line.at),
        )
        for line in lines
    ]
    table(f"回答 {len(rows)}件", ("受付番号", "手続", "結果", "送付先", "受理番号", "直す項目", "いつ"), rows)


def show(case: Case, *, by: By = "", json: Json = False) -> None:
    """Tell one case's answers in full, with the question that each item was answered at; who looked is noted."""
    with opened() as program:
        who = staff(program, by, right=Right.READ, json=json)
        found = known(program, case, json=json)
        event = AuditEvent(at=program.clock.now(), by=who, action="answers-read")
        answers = program.store.answers.of_case(found, event=event)
        told = [_told(program, answer) for answer in answers]
    if json:
        document(told)
        return
    if not told:
        say("まだ回答はありません。")
    for each in told:
        say(f"{each['result']}　{each['at']}　{each['number']}　{each['reason']}".rstrip())
        for point in each["points"]:
            asked = f"（窓口の質問: {'、'.join(point['asked'])}）" if point["asked"] else ""
            say(f"  {point['taishoshabango']} {point['item']}: {point['reason']}{asked}".replace("   ", "  "))


def close(case: Case, *, reason: Reason, by: By = "", json: Json = False) -> None:
    """Say that nothing more is to be done about what was sent back of a case, for a reason that is kept."""
    said = checked(reason)
    if isinstance(said, Issue):
        problems([said], as_json=json)
    with opened() as program:
        who = staff(program, by, json=json)
        closed = end(program, known(program, case, json=json), said, by=who)
    if not closed:
        refuse(case, "この番号の、対応を待つ回答はありません。", "番号は kiosk answers list", json=json)
    document({"closed": closed}) if json else say(
        f"対応を終えました: {case}（{closed}件）。理由を監査記録に残しました。"
    )


def _told(program: Program, answer: Answer) -> dict[str, Any]:
    points = [{**point.model_dump(), **_asked(program, point)} for point in answer.points]
    return {**answer.model_dump(mode="json"), "at": local(answer.at), "points": points}


def _asked(program: Program, point: Point) -> dict[str, Any]:
    vocabulary, paths = program.book.vocabulary, asked(program, point)
    return {"paths": paths, "asked": [item.label for path in paths if (item := vocabulary.item(key_of(path)))]}
