"""`kiosk audit …`: who did what and when, and whether the record of it is whole."""

import json as json_
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

import typer

from kiosk.bootstrap.audit_words import ACTIONS
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
