"""`kiosk forms draft|drafts|diff|follow|try|expect|accept|approve|drop`: a change on its way to the counters.

Where a place has staff, each step asks for the PIN of whoever takes it (`--by`), and approving is for somebody else
than who made the draft or accepted what it changes. Without staff the names are noted as they are given.
"""

import datetime as dt
from pathlib import Path
from typing import Annotated, Any

import typer

from kiosk.bootstrap.program import Program
from kiosk.bootstrap.releasing import Releasing
from kiosk.cli.opened import By, Json, Reason, local, opened, staff
from kiosk.cli.output import document, problems, say, table
from kiosk.designing.releasing.draft import Draft, Played
from kiosk.model.audit import AuditEvent
from kiosk.model.audit import reason as checked
from kiosk.model.base import Issue
from kiosk.model.staff import Right

Name = Annotated[str, typer.Argument(help="下書きの名前", show_default=False)]
Personas = Annotated[list[str], typer.Argument(help="見本の名前（1つ以上）", show_default=False)]
_SIGNS = {"+": "加わる", "-": "なくなる", "*": "変わる"}


def _day(text: str) -> dt.date:
    try:
        return dt.date.fromisoformat(text)
    except ValueError as error:
        raise typer.BadParameter("2026-04-01 のように書いてください。") from error


From = Annotated[
    dt.date | None, typer.Option("--from", parser=_day, metavar="日付", help="施行日（省けば今日）", show_default=False)
]


def draft(name: Name, *, reason: Reason, by: By = "", json: Json = False) -> None:
    """Begin a draft: a copy of the folder of forms, to be edited there."""
    said = reason_of(reason, json=json)
    with opened() as program:
        who = staff(program, by, right=Right.DESIGN, json=json)
        releasing = Releasing(program)
        _told_wrong(releasing.begin(name, why=said, by=who), json=json)
        note(program, who, "forms-draft", f"{name} {said}")
        folder = releasing.workshop.forms(name)
    data = {"draft": name, "folder": str(folder)}
    document(data) if json else say(
        f"下書き {name} を作りました: {folder}\n直したら kiosk forms try {name} で検査します。"
    )


def drafts(*, json: Json = False) -> None:
    """List the drafts and how far each is."""
    with opened() as program:
        workshop = Releasing(program).workshop
        found = {name: workshop.load(name) for name in workshop.names()}
    read = {name: each for name, each in found.items() if isinstance(each, Draft)}
    if json:
        document([{"name": name, "stands": _stands(each), **_data(each)} for name, each in read.items()])
        return
    rows = [(name, each.why, each.made_by, local(each.made_at), _stands(each)) for name, each in read.items()]
    table(f"下書き {len(rows)}件", ("名前", "理由", "作った職員", "作った時", "状態"), rows)
    for each in found.values():
        for issue in each if isinstance(each, tuple) else ():
            say(str(issue))


def diff(name: Name, *, json: Json = False) -> None:
    """List the files of a draft that are other than those in use."""
    with opened() as program:
        releasing = Releasing(program)
        loaded(releasing, name, json=json)
        found = releasing.changes(name)
    if json:
        document([{"file": path, "change": _SIGNS[sign]} for sign, path in found])
        return
    for sign, path in found:
        say(f"{_SIGNS[sign]}　{path}")
    say(f"{len(found)}個のファイルが違います。")


def follow(name: Name, *, by: By = "", json: Json = False) -> None:
    """Take what was released since a draft was begun into it."""
    with opened() as program:
        staff(program, by, right=Right.DESIGN, json=json)
        releasing = Releasing(program)
        done = releasing.follow(name, loaded(releasing, name, json=json))
    wrong = [each for each in done if isinstance(each, Issue)]
    if wrong:
        problems(wrong, as_json=json)
    files = [str(each) for each in done]
    if json:
        document({"draft": name, "files": files})
    else:
        for path in files:
            say(f"取り入れた　{path}")
        say(f"{len(files)}個のファイルを取り入れました。kiosk forms try {name} で検査します。")


def try_(
    name: Name,
    *,
    pictures: Annotated[
        Path | None, typer.Option("--pictures", help="収まらない用紙の PDF を書くフォルダー", show_default=False)
    ] = None,
    by: By = "",
    json: Json = False,
) -> None:
    """Check a draft and play every written visit on it; exit code 1 while something keeps it from being approved."""
    with opened() as program:
        staff(program, by, right=Right.DESIGN, json=json)
        releasing = Releasing(program)
        found = loaded(releasing, name, json=json)
        done = _gone_through(releasing, name, found, shown=not json, pictures=pictures)
    if not isinstance(done, Draft):
        problems(done, as_json=json)
    if json:
        document(_data(done))
    else:
        _tell_tried(name, done)
    raise typer.Exit(1 if _held_up(done) else 0)


def _gone_through(
    releasing: Releasing, name: str, found: Draft, *, shown: bool, pictures: Path | None
) -> Draft | tuple[Issue, ...]:
    from rich.progress import Progress

    with Progress(disable=not shown, transient=True) as bar:
        task = bar.add_task("見本の住民", total=None)
        if pictures is not None:
            pictures.mkdir(parents=True, exist_ok=True)

        def advanced(done: int, total: int) -> None:
            bar.update(task, completed=done, total=total)

        return releasing.gate(name, found, advanced=advanced, pictures=pictures)


def _tell_tried(name: str, found: Draft) -> None:
    tried = found.tried
    if tried is None:
        return
    for issue in tried.issues:
        say(f"誤り: {issue}")
    for each in tried.differing:
        _tell_played(found, each)
    differing = len(tried.differing)
    say(f"見本の住民 {tried.played}人、結果の変わる人 {differing}人、誤り {len(tried.issues)}件")
    if tried.issues and not tried.played:
        say("誤りを直すまで、見本の住民では試しません。")
    elif found.waiting:
        say(f"変わってよい人は、名前で認めます: kiosk forms accept {name} 見本の名前 --reason 理由")
    elif not tried.issues:
        say(f"ほかの職員が承認できます: kiosk forms approve {name}")


def _tell_played(found: Draft, each: Played) -> None:
    accepted = "（認めた）" if found.accepts(each) and not each.wrong else ""
    say(f"{each.persona}　{each.title}{accepted}")
    for line in each.wrong:
        say(f"  直すこと: {line}")
    for line in each.changes:
        say(f"  {line}")


def accept(name: Name, personas: Personas, *, reason: Reason, by: By = "", json: Json = False) -> None:
    """Accept what comes out otherwise for written visits, each by its name."""
    said = reason_of(reason, json=json)
    with opened() as program:
        who = staff(program, by, right=Right.DESIGN, json=json)
        releasing = Releasing(program)
        done = releasing.accept(name, loaded(releasing, name, json=json), personas, reason=said, by=who)
        if not isinstance(done, Draft):
            problems(done, as_json=json)
        note(program, who, "forms-accept", f"{name} {len(personas)} {said}")
    left = [each.persona for each in done.waiting]
    if json:
        document({"accepted": personas, "left": left})
    else:
        say(f"{len(personas)}人の違いを認めました。残り {len(left)}人{'　' if left else ''}{'、'.join(left)}")


def expect(name: Name, personas: Personas, *, reason: Reason, by: By = "", json: Json = False) -> None:
    """Let written visits expect what comes of them in the draft, each by its name."""
    from kiosk.bootstrap.expecting import expect_anew

    said = reason_of(reason, json=json)
    with opened() as program:
        who = staff(program, by, right=Right.DESIGN, json=json)
        releasing = Releasing(program)
        done = expect_anew(releasing, name, loaded(releasing, name, json=json), personas, by=who)
        if not isinstance(done, Draft):
            problems(done, as_json=json)
        note(program, who, "forms-expect", f"{name} {len(personas)} {said}")
    data = {"draft": name, "expected": personas}
    document(data) if json else say(
        f"{len(personas)}人の見込みを、下書きの結果に改めました。kiosk forms try {name} で検査します。"
    )


def approve(name: Name, *, by: By = "", json: Json = False) -> None:
    """Approve exactly the files that were tried, as somebody else than who made them."""
    with opened() as program:
        who = staff(program, by, right=Right.APPROVE, json=json)
        releasing = Releasing(program)
        done = releasing.approve(name, loaded(releasing, name, json=json), by=who)
        if not isinstance(done, Draft):
            problems(done, as_json=json)
        note(program, who, "forms-approve", f"{name} {done.approved[:12]}")
    data = {"draft": name, "approved_by": done.approved_by}
    document(data) if json else say(f"承認しました。公開: kiosk forms release {name} --from 施行日")


def drop(name: Name, *, by: By = "", json: Json = False) -> None:
    """Forget a draft; nothing that is in use changes."""
    with opened() as program:
        who = staff(program, by, right=Right.DESIGN, json=json)
        releasing = Releasing(program)
        loaded(releasing, name, json=json)
        releasing.workshop.drop(name)
        note(program, who, "forms-drop", name)
    document({"dropped": name}) if json else say(f"下書き {name} を消しました。")


# ---- shared ----------------------------------------------------------------------------------------------------------
def loaded(releasing: Releasing, name: str, *, json: bool) -> Draft:
    """A draft that there is; ends the command otherwise."""
    found = releasing.workshop.load(name)
    if not isinstance(found, Draft):
        problems(found, as_json=json)
    return found


def _told_wrong(wrong: tuple[Issue, ...], *, json: bool) -> None:
    if wrong:
        problems(wrong, as_json=json)


def reason_of(text: str, *, json: bool) -> str:
    """A reason as it is kept; ends the command where it is none."""
    said = checked(text)
    if isinstance(said, Issue):
        problems([said], as_json=json)
    return said


def note(program: Program, who: str, action: str, detail: str) -> None:
    """Note a step in the audit record."""
    program.store.audit.append(AuditEvent(at=program.clock.now(), by=who, action=action, detail=detail))


def _held_up(found: Draft) -> bool:
    return found.tried is None or bool(found.tried.issues or found.waiting)


def _stands(found: Draft) -> str:
    if found.approved:
        return f"承認済み（{found.approved_by}）"
    if found.tried is None:
        return "検査前"
    return "承認待ち" if not _held_up(found) else f"誤り{len(found.tried.issues)}・未承認の違い{len(found.waiting)}"


def _data(found: Draft) -> dict[str, Any]:
    return {**found.model_dump(mode="json"), "waiting": [each.persona for each in found.waiting]}
