"""`kiosk audit …`: who did what and when, and whether the record of it is whole."""

import json as json_
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

import typer

from kiosk.cli.opened import Json, local, opened, refuse
from kiosk.cli.output import document, say, table

Known = Annotated[
    list[str],
    typer.Option("--known", help="外に控えた番号と封（日計簿の 1234:… の形）。何度でも", show_default=False),
]
Manifests = Annotated[
    Path | None,
    typer.Option("--manifests", help="受け取り側に残る *.manifest.json のフォルダーかファイル", show_default=False),
]
ACTIONS = {
    "confirm": "確認",
    "correct": "訂正",
    "hold": "保留",
    "hold-release": "再送",
    "hold-reissue": "作り直して再送",
    "hold-skip": "見送り",
    "hold-read": "保留の内容を見た",
    "destination-pause": "送付を止めた",
    "destination-resume": "送付を再開した",
    "shred": "消去",
    "later-done": "後日の対応を済みにした",
    "draft-drop": "下書きを消した",
    "draft-expired": "受け取りのない下書きが期限で消えた",
    "case-search": "控えを探した",
    "accept-loss": "失われた記録を認めた",
    "packets-clean": "保存した一式を消した",
    "preentry-key": "家で使うページの鍵を作った",
    "blank-paper": "白紙の用紙",
    "sign-in": "職員が入った",
    "sign-in-wrong": "入れなかった",
    "lock": "画面をロックした",
    "take-over": "手続を引き継いだ",
    "staff-add": "職員を加えた",
    "staff-role": "職員の役割を変えた",
    "staff-reset": "暗証番号を出し直した",
    "staff-pin": "暗証番号を変えた",
    "staff-card": "職員証を登録した・外した",
    "staff-remove": "職員を外した",
    "case-open": "案件を開いた",
    "print": "印刷した",
    "tick": "受付案内票に済の印をつけた",
    "untick": "受付案内票の済の印を消した",
    "guide-gone": "済んだ手続が、訂正か取下げで受付から外れた",
    "withdraw": "案件を取り下げた",
    "print-failed": "印刷できなかった",
    "export": "ファイルに保存した",
    "register-import": "住民記録を取り込んだ",
    "register-forget": "住民記録を消した",
    "register-search": "住民記録を探した",
    "register-take": "住民記録の世帯を見た",
    "forms-draft": "様式の下書きを作った",
    "forms-accept": "下書きで変わる結果を認めた",
    "forms-expect": "下書きで見本の見込みを改めた",
    "forms-approve": "下書きを承認した",
    "forms-release": "様式を公開した",
    "forms-rollback": "前の様式に戻した",
    "forms-bundle": "様式をまとめたファイルを書いた",
    "forms-install": "まとめたファイルを入れた",
    "forms-key": "様式に署名する鍵を作った",
    "forms-trust": "様式に署名する鍵を登録した",
    "forms-drop": "様式の下書きを消した",
    "deliver": "送付先が受領した",
    "deliver-unconfirmed": "送付した（受領の返事なし）",
    "deliver-unknown": "送付したが、届いたか分からない（同じものをもう一度送る）",
    "answer": "送付先の回答（受理・補正・却下）を受け取った",
    "answers-read": "回答の内容を見た",
    "answers-closed": "回答への対応を終えた",
    "failure-own": "送れないもの・戻ったものを引き受けた",
    "day-close": "日計簿を締めた",
    "resend": "届いたはずのものを、もう一度送った",
    "rotate-key": "鍵を替えた",
    "backup": "控えを作った",
    "restore": "控えから戻した",
    "store-take-over": "ほかの写しに替えて、この保存ファイルで続けた",
    "tampered": "保存された内容が変わっていた",
}


def list_audit(
    *,
    limit: Annotated[int, typer.Option("--limit", min=1, max=100_000, help="新しいほうから何件")] = 50,
    json: Json = False,
) -> None:
    """List the newest entries of the audit record; they hold no personal data."""
    with opened() as program:
        entries = program.store.audit.read(limit)
    if json:
        document([entry.model_dump(mode="json") for entry in entries])
        return
    rows = [
        (local(entry.at), entry.by, ACTIONS.get(entry.action, entry.action), entry.case, entry.detail)
        for entry in entries
    ]
    table(f"監査記録 {len(rows)}件", ("いつ", "だれ", "何", "案件", "内容"), rows)


def verify(*, known: Known = [], manifests: Manifests = None, json: Json = False) -> None:  # noqa: B006 - the library copies it
    """Look at the whole chain of the audit record; exit code 1 when an entry was changed, added or is missing.

    What others were told of it - on the pages of days, in manifests - must be in it as it was.
    """
    told = [*known, *_of_manifests(manifests, json=json)]
    with opened() as program:
        broken = program.store.audit.verify_chain(told)
        head = program.store.audit.head()
    data: dict[str, Any] = {"audit_chain": "ok" if broken is None else "broken", "head": head, "compared": len(told)}
    if broken is not None:
        data |= {"number": broken.number, "flaw": broken.flaw.value}
    if json:
        document(data)
    elif broken is None:
        say("監査記録の鎖はつながっています。")
        say(f"外の控えと比べた数: {len(told)}件　最後の番号と封: {head}")
    else:
        say(f"監査記録の鎖が {broken.number} 番で切れています（{broken.flaw.value}）。")
    if broken is not None:
        raise typer.Exit(1)


def _of_manifests(place: Path | None, *, json: bool) -> Iterator[str]:
    """The entries that receivers were told of; manifests of before the seals tell none."""
    if place is None:
        return
    if not place.exists():
        refuse(str(place), "このフォルダーかファイルはありません。", "*.manifest.json のある所", json=json)
    for file in sorted(place.glob("*.manifest.json")) if place.is_dir() else (place,):
        try:
            said = json_.loads(file.read_bytes())
        except (OSError, ValueError):
            refuse(file.name, "マニフェストとして読めません。", "*.manifest.json", json=json)
        told = said.get("audit", "") if isinstance(said, dict) else ""
        if told:
            yield str(told)
