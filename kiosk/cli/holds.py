"""`kiosk hold …` and `kiosk pause|resume`: parcels that have not left, and what staff decide about them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Annotated, Any, NoReturn

import typer

from kiosk.bootstrap.program import Program
from kiosk.bootstrap.sending import Sending
from kiosk.cli.opened import By, Json, Reason, Second, local, opened, other, refuse, staff
from kiosk.cli.output import document, problems, say, say_error, table
from kiosk.delivery.decide import Decided, Decisions, Explained
from kiosk.destinations import Destination
from kiosk.model.base import Issue
from kiosk.model.parcel import Cause, State, Unsent
from kiosk.model.staff import Right

Message = Annotated[str, typer.Argument(help="送付物の番号（一覧の先頭。はじめの8文字でよい）", show_default=False)]
Place = Annotated[str, typer.Argument(help="送付先の番号か名前。省けばすべて", show_default=False)]
Seen = Annotated[str, typer.Option("--reason", help="だれが、どこで確かめたか（監査記録に残る）", show_default=False)]

_STATES = {State.READY: "送付待ち", State.LEASED: "送付中", State.HELD: "保留", State.RELAYED: "中継まで"}
_CAUSES = {
    Cause.SETTINGS: "市の設定",
    Cause.CONTENT: "届出の内容",
    Cause.DESTINATION: "送付先",
    Cause.STORED: "保存された記録",
    Cause.PROGRAM: "プログラム",
}
_MEND = {
    Cause.SETTINGS: "municipality.toml を直してから kiosk hold release --mended",
    Cause.CONTENT: "窓口で受付番号の受付を開き、補正する（直して確定すると、新しいものに置き換わる）",
    Cause.DESTINATION: "送付先を確かめてから kiosk hold release",
    Cause.STORED: "kiosk status --full で保存ファイルを調べ、管理者に連絡する",
    Cause.PROGRAM: "システム担当へ連絡する",
}


def list_held(
    *, everything: Annotated[bool, typer.Option("--all", help="送付待ちのものも出す")] = False, json: Json = False
) -> None:
    """List held parcels with what came of the last attempt; exit code 0 also when there are some."""
    _list(everything=everything, json=json)


def list_unsent(*, json: Json = False) -> None:
    """List whatever has not left, held or not."""
    _list(everything=True, json=json)


def retry(*, by: By = "", json: Json = False) -> None:
    """Let what waits for its next try be due now; a courier that runs takes it, or `kiosk deliver`."""
    with opened() as program:
        staff(program, by, json=json)
        count = program.store.holding.hasten(now=program.clock.now())
    _done(json, {"due": count}, f"いま送れるようにしました: {count}件。送付は kiosk deliver か送付係です。")


def _list(*, everything: bool, json: bool) -> None:
    with opened() as program:
        lines = [line for line in program.store.holding.unsent() if everything or line.state is State.HELD]
        names = {place.key: place.name for place in program.catalogue.city.destinations}
    if json:
        document([_data(line, names) for line in lines])
        return
    if not lines:
        say("保留の送付物はありません。" if not everything else "送付していないものはありません。")
        return
    rows = [
        (
            _short(line),
            line.slip,
            line.kind,
            names.get(line.destination, f"{line.destination} {line.place}".strip()),
            _STATES[line.state],
            local(line.since),
            _said(line),
        )
        for line in lines
    ]
    table(f"{len(lines)}件", ("番号", "受付番号", "手続", "送付先", "状態", "いつから", "理由"), rows)
    say("くわしくは kiosk hold show 番号")


def show(
    message: Message,
    *,
    values: Annotated[bool, typer.Option("--values", help="記録の内容（個人情報）も出す。監査記録に残る")] = False,
    by: By = "",
    json: Json = False,
) -> None:
    """Say why one parcel stands where it does: the field and the rule, never what somebody said, unless asked for."""
    with opened() as program:
        decisions = Sending(program).decisions
        line = _found(decisions, message, json=json)
        explained = decisions.explain(line)
        who = staff(program, by, right=Right.READ, json=json) if values else ""
        record = decisions.read(line, by=who) if values else b""
    if json:
        document({**_explained(explained), **({"record": record.decode()} if record else {})})
        return
    say(f"{line.message}　受付番号 {line.slip}　手続 {line.kind}　{_STATES[line.state]}（{local(line.since)} から）")
    say(f"送付先 {line.destination} {line.place}　送付を試みた回数 {line.attempts}　{_said(line)}")
    for issue in explained.wrong:
        say(f"  {issue}")
    if explained.cause is not None:
        say(f"原因: {_CAUSES[explained.cause]}　すること: {_todo(explained)}")
    if record:
        say(record.decode())


def release(
    message: Annotated[str, typer.Argument(help="送付物の番号", show_default=False)] = "",
    *,
    mended: Annotated[bool, typer.Option("--mended", help="いまの設定で送れるようになったものをすべて")] = False,
    by: By = "",
    json: Json = False,
) -> None:
    """Send held parcels again, made anew where the settings were wrong; exit code 1 when one is still refused."""
    if bool(message) == mended:
        raise typer.BadParameter("送付物の番号か --mended のどちらか一つを指定してください。")
    with opened() as program:
        decisions = Sending(program).decisions
        if mended:
            decided: Sequence[Decided] = decisions.release_mended(by=staff(program, by, json=json))
        else:
            line = _found(decisions, message, json=json)
            decided = [decisions.release(line, by=staff(program, by, json=json))]
    _tell(decided, json=json)


def skip(message: Message, *, reason: Reason, second: Second = "", by: By = "", json: Json = False) -> None:
    """Never send a held parcel, for a reason that stays on record; where a place has staff, a second one has looked."""

    def decide(at: _Held) -> Issue | None:
        return at.decisions.skip(at.line, why=reason, by=at.by, second=other(at.program, second, json=json))

    told = "見送りました: 受付番号 {slip} 手続 {kind}。理由を監査記録に残しました。"
    _decide(decide, "skipped", told, message=message, by=by, json=json)


def arrived(message: Message, *, reason: Seen, by: By = "", json: Json = False) -> None:
    """Say that a held parcel is there, as somebody has seen (a paper), for a reason that stays on record."""

    def decide(at: _Held) -> Issue | None:
        return at.decisions.vouch(at.line, why=reason, by=at.by)

    told = "届いたものとして記録しました: 受付番号 {slip} 手続 {kind}。"
    _decide(decide, "arrived", told, message=message, by=by, json=json)


@dataclass(frozen=True)
class _Held:
    """A held parcel, and who decides about it."""

    program: Program
    decisions: Decisions
    line: Unsent
    by: str


def _decide(decide: Callable[[_Held], Issue | None], key: str, told: str, *, message: str, by: str, json: bool) -> None:
    """Say of a held parcel what is to become of it; `told` names its slip and its procedure."""
    with opened() as program:
        decisions = Sending(program).decisions
        line = _found(decisions, message, json=json)
        wrong = decide(_Held(program, decisions, line, staff(program, by, json=json)))
    if wrong is not None:
        problems([wrong], as_json=json)
    _done(json, {key: str(line.message)}, told.format(slip=line.slip, kind=line.kind))


def pause(destination: Place = "", *, by: By = "", json: Json = False) -> None:
    """Stop deliveries to a destination, or to all; what is confirmed waits."""
    _pause(destination, paused=True, by=by, json=json)


def resume(destination: Place = "", *, by: By = "", json: Json = False) -> None:
    """Let deliveries go on."""
    _pause(destination, paused=False, by=by, json=json)


def _pause(destination: str, *, paused: bool, by: str, json: bool) -> None:
    with opened() as program:
        meant = _meant(program, destination, json=json)
        sending = Sending(program)
        sending.describe()
        who = staff(program, by, json=json)
        changed = sending.decisions.pause(keys=[place.key for place in meant], paused=paused, by=who)
    names = "、".join(place.name for place in meant if place.key in changed)
    word = "止めました" if paused else "再開しました"
    already = "すでに止まっています。" if paused else "止まっていません。"
    _done(json, {"paused" if paused else "resumed": changed}, f"送付を{word}: {names}" if changed else already)


def _meant(program: Program, destination: str, *, json: bool) -> tuple[Destination, ...]:
    places = program.catalogue.city.destinations
    found = tuple(place for place in places if destination in {"", place.key, place.name})
    if not found:
        known = "、".join(f"{place.number} {place.name}" for place in places)
        refuse("送付先", f"「{destination}」という送付先はありません。", known, json=json)
    return found


def _found(decisions: Decisions, message: str, *, json: bool) -> Unsent:
    """The parcel whose number begins so; ends the command when it is none or several."""
    found = [line for line in decisions.lines() if message and str(line.message).startswith(message.lower())]
    if len(found) != 1:
        _not_one(message, found, json=json)
    return found[0]


def _not_one(message: str, found: Sequence[Unsent], *, json: bool) -> NoReturn:
    wrong = "この番号で始まる送付物が2つ以上あります。" if found else "この番号の、送付していない送付物はありません。"
    problems([Issue(where=message, message=wrong, allowed="番号は kiosk hold list --all")], as_json=json)


def _tell(decided: Sequence[Decided], *, json: bool) -> None:
    left = [each for each in decided if each.wrong]
    gone = [each for each in decided if not each.wrong]
    if json:
        document({"released": [_decided(each) for each in gone], "held": [_decided(each) for each in left]})
    else:
        renewed = sum(each.renewed for each in gone)
        say(f"再送に戻しました: {len(gone)}件（作り直した案件 {renewed}件）。送付は kiosk deliver です。")
        for each in left:
            say_error(f"保留のまま: {_short(each.line)} 受付番号 {each.line.slip} 手続 {each.line.kind}")
            for issue in each.wrong:
                say_error(f"  {issue}")
    if left:
        raise typer.Exit(1)


def _done(json: bool, data: dict[str, Any], words: str) -> None:  # noqa: FBT001 - what to say is chosen by it alone
    document(data) if json else say(words)


def _short(line: Unsent) -> str:
    return str(line.message)[:8]


def _said(line: Unsent) -> str:
    if line.behind:
        return "同じ案件の前の送付物が保留のため待っています。"
    return f"{line.code} {line.detail}".strip()


def _todo(explained: Explained) -> str:
    if explained.cause is Cause.SETTINGS and explained.renewable:
        return "設定は直っています。kiosk hold release --mended"
    return _MEND[explained.cause] if explained.cause else ""


def _data(line: Unsent, names: dict[str, str]) -> dict[str, Any]:
    return {**line.model_dump(mode="json"), "place": names.get(line.destination, line.place)}


def _explained(explained: Explained) -> dict[str, Any]:
    return {
        **explained.line.model_dump(mode="json"),
        "cause": explained.cause.value if explained.cause else None,
        "wrong": [issue.model_dump() for issue in explained.wrong],
        "renewable": explained.renewable,
    }


def _decided(decided: Decided) -> dict[str, Any]:
    line = decided.line
    wrong = [issue.model_dump() for issue in decided.wrong]
    return {
        "message": str(line.message),
        "slip": line.slip,
        "kind": line.kind,
        "renewed": decided.renewed,
        "wrong": wrong,
    }
