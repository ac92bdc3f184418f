"""`kiosk forms bundle|install|keys …`: forms and rules as one signed file, out of a city and into one."""

import datetime as dt
from pathlib import Path
from typing import Annotated

import typer

from kiosk.bootstrap.bundling import Bundling, Installed
from kiosk.catalogue.intake import Untaken, take
from kiosk.cli.drafts import From
from kiosk.cli.opened import By, Json, opened, refuse, staff
from kiosk.cli.output import document, problems, say, table
from kiosk.designing.releasing.bundle import ENDING, Bundle
from kiosk.designing.releasing.sharing import Policy
from kiosk.durable import write_whole
from kiosk.model.audit import AuditEvent
from kiosk.model.base import Issue
from kiosk.model.disk import disk_words
from kiosk.model.staff import Right

File = Annotated[Path, typer.Argument(help=f"まとめたファイル（{ENDING}）", show_default=False)]
_POLICIES = "reuse いまのものを残す、copy 別の番号で並べる、overwrite 置き換える"


def bundle(
    out: Annotated[Path, typer.Option("--out", help=f"書く所（…{ENDING}）", show_default=False)],
    *,
    only: Annotated[
        list[str] | None, typer.Option("--only", help="ほかの市に渡す手続・様式の番号（例: P20）。省けば公開の全体")
    ] = None,
    release: Annotated[str, typer.Option("--release", help="公開（省けば使用中のもの）")] = "",
    by: By = "",
    json: Json = False,
) -> None:
    """Write a release, or parts of it, as one signed file."""
    with opened() as program:
        who = staff(program, by, right=Right.DESIGN, json=json)
        bundling = Bundling(program)
        made = bundling.part(only) if only else bundling.whole(release)
        if isinstance(made, tuple):
            problems(made, as_json=json)
        try:
            write_whole(out, made)
        except OSError as error:
            refuse(str(out), f"書けません（{disk_words(error)}）。", json=json)
        program.store.audit.append(_event(program.clock.now(), who, "forms-bundle", out.name))
    document({"file": str(out), "bytes": len(made)}) if json else say(f"{out} に書きました（{len(made) // 1024} KB）。")


def install(
    file: File,
    *,
    day: From = None,
    name: Annotated[str, typer.Option("--into", help="ほかの市の手続・様式を入れる下書きの名前")] = "",
    policy: Annotated[Policy, typer.Option("--policy", help=f"同じ番号のものがあるとき: {_POLICIES}")] = Policy.REUSE,
    department: Annotated[
        list[str] | None, typer.Option("--department", help="課の名前の対応: 向こうの課=この市の課")
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="何が変わるかだけを出す")] = False,
    by: By = "",
    json: Json = False,
) -> None:
    """Take a bundle: a release of this city is in force from a day on, parts of another city go into a draft."""
    called = _pairs(department or [])
    with opened() as program:
        bundling = Bundling(program)
        found = bundling.opened(file)
        if not isinstance(found, Bundle):
            problems(found, as_json=json)
        joins = found.manifest.release is None
        who = staff(program, by, right=Right.DESIGN if joins else Right.APPROVE, json=json)
        if joins:
            if not (name or dry_run):
                refuse("--into", "下書きの名前がいります。", "--into 名前", json=json)
            done = bundling.join(found, name, policy=policy, departments=called, by=who, dry=dry_run)
        else:
            done = bundling.install(found, day=day or program.clock.today(), dry=dry_run)
        if not isinstance(done, Installed):
            problems(done, as_json=json)
        if not dry_run:
            program.store.audit.append(_event(program.clock.now(), who, "forms-install", done.release or done.draft))
    _tell(found, done, json=json)


def _tell(found: Bundle, done: Installed, *, json: bool) -> None:
    if json:
        said = {"city": found.manifest.city, "name": found.manifest.name, "release": done.release, "draft": done.draft}
        document({**said, "steps": [{"file": path, "step": step} for path, step in done.steps]})
        return
    say(f"{found.manifest.city}　{found.manifest.name}　署名 {found.key[:16]}…")
    for path, step in done.steps:
        if step != "同じ":
            say(f"  {step}　{path}")
    if done.release:
        say(f"公開しました: {done.release}。窓口は、その日からの次の起動で使います。")
    elif done.draft:
        say(f"下書き {done.draft} に入れました。kiosk forms try {done.draft} で検査します。")
    else:
        say("何も変えていません（--dry-run）。")


def make_key(*, by: By = "", json: Json = False) -> None:
    """Make the city's own signing key, once."""
    with opened() as program:
        who = staff(program, by, right=Right.DESIGN, json=json)
        made = Bundling(program).keys.make()
        if isinstance(made, Issue):
            problems([made], as_json=json)
        program.store.audit.append(_event(program.clock.now(), who, "forms-key", made[:16]))
    document({"key": made}) if json else say(
        f"市の鍵を作りました: {made}\n公開鍵は kiosk forms keys export で渡します。"
    )


def list_keys(*, json: Json = False) -> None:
    """List the keys whose bundles are taken."""
    with opened() as program:
        found = Bundling(program).keys.trusted()
    if json:
        document([{"name": name, "key": key} for key, (name, _) in found.items()])
    else:
        table(f"鍵 {len(found)}個", ("名前", "指紋"), [(name, key) for key, (name, _) in found.items()])


def export_key(
    out: Annotated[Path, typer.Option("--out", help="書く所（.pem）", show_default=False)], *, json: Json = False
) -> None:
    """Write the public half of the city's key."""
    with opened() as program:
        pem = Bundling(program).keys.public_pem()
    if pem is None:
        refuse("鍵", "市の鍵がありません。", "先に kiosk forms keys make", json=json)
    write_whole(out, pem)
    document({"file": str(out)}) if json else say(f"{out} に書きました。")


def trust(
    file: Annotated[Path, typer.Argument(help="公開鍵（.pem）", show_default=False)],
    *,
    name: Annotated[str, typer.Option("--name", help="だれの鍵か", show_default=False)],
    by: By = "",
    json: Json = False,
) -> None:
    """Take bundles that are signed by another key from now on."""
    with opened() as program:
        who = staff(program, by, right=Right.APPROVE, json=json)
        try:
            made = Bundling(program).keys.trust(name, take(file))
        except (Untaken, OSError):
            refuse(file.name, "ファイルを読めません。", json=json)
        if isinstance(made, Issue):
            problems([made], as_json=json)
        program.store.audit.append(_event(program.clock.now(), who, "forms-trust", f"{name} {made[:16]}"))
    document({"name": name, "key": made}) if json else say(f"登録しました: {name} {made}")


def _pairs(given: list[str]) -> dict[str, str]:
    pairs = [each.partition("=") for each in given]
    if any(not (theirs and ours) for theirs, _, ours in pairs):
        raise typer.BadParameter("--department 向こうの課=この市の課 のように書いてください。")
    return {theirs: ours for theirs, _, ours in pairs}


def _event(at: dt.datetime, who: str, action: str, detail: str) -> AuditEvent:
    return AuditEvent(at=at, by=who, action=action, detail=detail)
