"""`kiosk deliver|status|check|publish|bench`: the outbox, the state of the place, the catalogue, measurements."""

import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.progress import Progress

from kiosk.bootstrap.answers import fetch
from kiosk.bootstrap.failures import failures
from kiosk.bootstrap.opened_store import Store
from kiosk.bootstrap.program import Program
from kiosk.bootstrap.readiness import FREE_LEAST as LEAST_FREE
from kiosk.bootstrap.saved_papers import packets
from kiosk.bootstrap.sending import Sending
from kiosk.bootstrap.waiting import drop_expired
from kiosk.catalogue.drawing.sheet import publish as draw_sheet
from kiosk.cli.opened import local
from kiosk.cli.output import document, problems, say, table
from kiosk.cli.program import standard
from kiosk.cli.stopped import sentence, stopped
from kiosk.delivery.courier import Outcome, Step
from kiosk.delivery.lanes import run_round
from kiosk.delivery.retry import alarm, waiting_too_long
from kiosk.model.base import Issue
from kiosk.model.parcel import DeliveryFailed, OutboxCount, State
from kiosk.store import crypto

QUICK = "動くことだけを確かめる（値は目安にならない）"
WHOLE = "全国の郵便番号の住所をすべて試す（10分ほど長くかかる）"
Json = Annotated[bool, typer.Option("--json", help="結果を JSON で出す")]
_FOR_A_PERSON = "保留か停止が解けるまで送れません。理由は kiosk hold list --all です。"
_TROUBLE = {Outcome.HELD, Outcome.RETRY, Outcome.RESTING}


def _program() -> Program:
    return standard()


def deliver(
    *, json: Json = False, now: Annotated[bool, typer.Option("--now", help="次の時刻を待たずに、いま送る")] = False
) -> None:
    """Deliver what is due, with `now` also what waits for its next try; exit code 1 while anything has not left."""
    program = _program()
    couriers, relay = Sending(program).couriers()
    try:
        if now:
            program.store.holding.hasten(now=program.clock.now())
        pending = program.store.outbox.count(program.clock.now()).pending
        with Progress(disable=json, transient=True) as bar:
            task = bar.add_task("送付", total=max(pending, 1))
            laps = run_round(couriers, heard=lambda _: bar.advance(task))
        taken, unheard = _heard(program)
        drop_expired(program)
        count, waiting = program.store.outbox.count(program.clock.now()), _soonest(program)
        reasons = _reasons(program) if count.pending else ()
    finally:
        relay.release()
        program.close()
    steps = [step for lap in laps for step in lap.steps]
    sent = sum(step.outcome.settled for step in steps)
    trouble: list[Step | DeliveryFailed] = [step for step in steps if step.outcome in _TROUBLE and step.code]
    trouble += [lap.hindrance for lap in laps if lap.running and lap.hindrance is not None]
    if json:
        said = {"delivered": sent, "trouble": [each.model_dump(mode="json") for each in trouble]}
        standing = {"waiting": count.pending, "relayed": count.relayed, "held": count.held}
        document({**said, **standing, "next_at": waiting, "reasons": list(reasons), "answers": taken})
    else:
        places = "、".join(place.name for place in program.catalogue.city.destinations)
        say(f"送付しました: {sent}件　送付先: {places}")
        for each in trouble:
            say(f"要対応（{each.code}）: {each.detail}")
        for line in ([f"受け取った回答: {taken}件"] if taken else []) + unheard:
            say(line)
        told = {each.detail for each in trouble}
        for line in _left(program, count, waiting, [reason for reason in reasons if reason not in told]):
            say(line)
    if trouble or count.pending or count.held:
        raise typer.Exit(1)


def _heard(program: Program) -> tuple[int, list[str]]:
    """What came back: how many answers were taken, and what of them is to be looked at. Where the machines of the
    office share a hub this one has met it then, too.
    """
    if program.sharing.hub is not None:
        program.sharing.once()
    found = [fetch(program, place) for place in Sending(program).destinations]
    return sum(each.taken for each in found), [f"要対応: {issue}" for each in found for issue in each.wrong]


def _reasons(program: Program) -> tuple[str, ...]:
    """What came of the last attempts of what waits for its next try, each once."""
    waiting = (line for line in program.store.holding.unsent() if line.state is not State.HELD and line.detail)
    return tuple(dict.fromkeys(line.detail for line in waiting))


def _left(program: Program, count: OutboxCount, waiting: str, reasons: Sequence[str]) -> Iterator[str]:
    """What has not arrived, and why where that was not told above."""
    if count.relayed:
        yield f"中継まで送り、送付先にはまだ届いていないもの: {count.relayed}件"
    if count.pending:
        yield f"まだ送れていないもの: {count.pending}件　{_until(waiting)}"
    yield from (f"前に送れなかった理由: {reason}" for reason in reasons)
    yield from (f"注意: {warning}" for warning in _late(program, count))
    if count.held:
        yield f"保留: {count.held}件　理由は kiosk hold list です。"


def _late(program: Program, count: OutboxCount) -> list[str]:
    """How long the oldest has been waiting, in the words of the window: from 15 minutes, an hour, a day."""
    return [program.words.say(message) for message in waiting_too_long(count)]


def _level(count: OutboxCount) -> str:
    found = alarm(count)
    return found.level.name.lower() if found and found.level else ""


def _until(waiting: str) -> str:
    return f"次に送る時刻: {waiting}（すぐに送るときは --now）" if waiting else _FOR_A_PERSON


def _soonest(program: Program) -> str:
    """When something is tried next, as the office's clock shows it; empty when nothing waits."""
    due = program.store.outbox.soonest()
    return "" if due is None else local(due)


def status(
    *,
    json: Json = False,
    full: Annotated[bool, typer.Option("--full", help="保存ファイルと監査記録の鎖を全部調べる")] = False,
) -> None:
    """Say how the outbox, the audit chain, the key and the catalogue stand; exit code 1 when a person must act.

    The newest audit entries are looked at; with `full` the whole chain and the whole database file.
    """
    program = _program()
    report, urgent = standing(program, full=full)
    program.close()
    _report(report, report["warnings"], json=json)
    if urgent:
        raise typer.Exit(1)


def standing(program: Program, *, full: bool) -> tuple[dict[str, Any], bool]:
    """How everything stands as `status` says it, and whether a person must act."""
    store, now = program.store, program.clock.now()
    count = store.outbox.count(now)
    broken = _audit_fault(store, full=full)
    warnings = _disk(program)
    full_disk = bool(warnings)
    if program.key.is_development_key:
        warnings.append("鍵が開発用のファイルです。本番では systemd-creds を使ってください。")
    if broken:
        warnings.append(broken)
    if saved := packets(program.place.home):
        oldest = local(saved[0].saved_at)
        warnings.append(
            f"端末に保存した一式（PDF）が {len(saved)} 件あります（最も古いもの {oldest}）。kiosk packets です。"
        )
    warnings += crypto.remarks(crypto.libraries(), today=now.date())
    warnings += [sentence(visit) for visit in stopped(program)]
    warnings += _late(program, count)
    warnings += [f"送付先「{name}」: {failed.detail}（{failed.code}）" for name, failed in Sending(program).away()]
    warnings += [
        f"「{line.label}」への送付を止めています。再開は kiosk resume です。"
        for line in store.places.list()
        if line.paused
    ]
    warnings += _overdue(program)
    warnings += _outdated(program)
    if open_answers := len(store.answers.waiting()):
        warnings.append(f"補正か却下の回答が {open_answers} 件あります。一覧は kiosk answers list です。")
    warnings += _waiting_for_somebody(program)
    if count.held:
        warnings.append(f"保留の送付物が {count.held} 件あります。")
    report: dict[str, Any] = {
        "home": str(program.place.home),
        "outbox": {**count.model_dump(), "alarm": _level(count)},
        "audit_chain": "broken" if broken else "ok",
        "development_key": program.key.is_development_key,
        "catalogue_issues": len(program.in_force.issues),
        "release": program.release,
        "warnings": warnings,
    }
    late = alarm(count)
    return report, bool(broken or full_disk or (late and late.urgent))


def _disk(program: Program) -> list[str]:
    """The disk of this machine, where so little is free that nothing more can be accepted or handed over."""
    free = shutil.disk_usage(program.place.home).free // 1_000_000
    if free >= LEAST_FREE:
        return []
    what = f"この端末のディスクがいっぱいです（空き {free} MB）。受付も送付もできなくなります。"
    return [f"{what}{program.place.home} のあるディスクから、不要なファイルを移してください。"]


def _overdue(program: Program) -> list[str]:
    """Filings of earlier visits whose day has passed."""
    today = program.clock.today()
    late = [each for each in program.store.later.list() if each.due.until is not None and each.due.until < today]
    return [f"期限を過ぎた後日の対応が {len(late)} 件あります。一覧は kiosk later list です。"] if late else []


def _waiting_for_somebody(program: Program) -> list[str]:
    """What failed and nobody sees to, or whose day has passed."""
    found, today = failures(program), program.clock.today()
    alone, late = sum(each.charge is None for each in found), sum(each.late(today) for each in found)
    said = [f"担当のいない保留・補正・却下が {alone} 件あります。一覧は kiosk failures list です。"] if alone else []
    return [*said, f"期限を過ぎた保留・補正・却下が {late} 件あります。"] if late else said


def _outdated(program: Program) -> list[str]:
    """A register of residents that is older than the city wants it to be."""
    state, today = program.store.residents.state(), program.clock.today()
    if state is None or state.age(today) <= program.catalogue.city.register_days:
        return []
    return [f"住民記録のデータが古くなっています（{state.day}、{state.age(today)}日前）。kiosk residents です。"]


def _age(outbox: dict[str, Any]) -> str:
    """How long the oldest has been waiting, as a person says it."""
    minutes = outbox["oldest_seconds"] // 60
    hours, days = minutes // 60, minutes // 1440
    said = f"{days}日{hours % 24}時間" if days else f"{hours}時間{minutes % 60}分" if hours else f"{minutes}分"
    return f"（最も古いもの {said}）" if outbox["pending"] + outbox["relayed"] else ""


def _audit_fault(store: Store, *, full: bool) -> str:
    if not full:
        return (
            ""
            if store.audit.newest_holds()
            else "監査記録の鎖が切れています。kiosk status --full で場所を調べられます。"
        )
    store.database.check()
    broken = store.audit.verify_chain()
    return f"監査記録の鎖が {broken.number} 番で切れています（{broken.flaw.value}）。" if broken else ""


def _report(report: dict[str, Any], warnings: list[str], *, json: bool) -> None:
    if json:
        document(report)
        return
    outbox = report["outbox"]
    say(f"データの場所: {report['home']}")
    relayed = f"　中継まで: {outbox['relayed']}件" if outbox["relayed"] else ""
    say(f"送付待ち: {outbox['pending']}件{relayed}{_age(outbox)}　保留: {outbox['held']}件")
    say(f"監査記録の鎖: {'つながっています' if report['audit_chain'] == 'ok' else '切れています'}")
    for warning in warnings:
        say(f"注意: {warning}")


def publish(
    folder: Annotated[Path, typer.Argument(help="様式の版のフォルダー（sheet.toml のある所）", show_default=False)],
    *,
    overwrite: Annotated[bool, typer.Option("--overwrite", help="まだ使っていない版を作り直す")] = False,
) -> None:
    """Draw a form; a version that was published is not changed, exit code 1 with every problem at once."""
    if not (folder / "sheet.toml").is_file():
        problems([Issue(where=str(folder), message="sheet.toml がありません。")], as_json=False)
    issues = draw_sheet(folder, overwrite=overwrite)
    if issues:
        problems(issues, as_json=False)
    say(f"{folder} に template.toml と page-1.svg を書きました。次は kiosk check です。")


def bench(
    *,
    json: Json = False,
    quick: Annotated[bool, typer.Option("--quick", help=QUICK)] = False,
    whole: Annotated[bool, typer.Option("--whole", help=WHOLE)] = False,
) -> None:
    """Measure everything in one run; every row says its goal and whether it is met."""
    from kiosk.bench import suite

    rows = suite.measure(progress=not json, quick=quick, whole=whole)
    if json:
        document([row.model_dump(mode="json") for row in rows])
        return
    cells = [
        (row.label, f"{row.value:g}", row.unit, _equal(row.equal), row.goal, row.compared_with, _MET[row.met])
        for row in rows
    ]
    table("計測", ("項目", "値", "単位", "基準で換算", "目標", "比べたもの", "判定"), cells)


def _equal(value: float | None) -> str:
    return "" if value is None else f"{value:g}"


_MET = {None: "—", True: "達成", False: "未達"}
