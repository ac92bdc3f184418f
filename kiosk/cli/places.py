"""`kiosk destination …`: where applications go, whether they can now, and the sign that says whose a place is."""

from typing import Annotated, Any

import typer

from kiosk.bootstrap.sending import Sending
from kiosk.cli.opened import Json, opened, refuse
from kiosk.cli.output import document, say, table
from kiosk.destinations import OfFiles, ToHub

Name = Annotated[
    str, typer.Argument(help="送付先の名前か番号（municipality.toml の [[destination]]）", show_default=False)
]


Anew = Annotated[bool, typer.Option("--anew", help="前に使ったフォルダーをやめ、新しいフォルダーで始める")]


def list_(*, json: Json = False) -> None:
    """Say where applications go as this machine reaches it, and what hinders them there now."""
    with opened() as program:
        sending = Sending(program)
        away = dict(sending.away())
        rows: list[dict[str, Any]] = [
            {
                "number": each.number,
                "name": each.name,
                "kind": each.kind,
                "through": each.through,
                "procedures": list(each.procedures),
                "encrypted": isinstance(each, OfFiles) and each.encrypt != "none",
                "code": away[each.name].code if each.name in away else "",
                "detail": away[each.name].detail if each.name in away else "",
            }
            for each in sending.reached
        ]
    if json:
        document(rows)
        return
    lines = [
        (
            str(row["number"]),
            row["name"],
            f"{row['kind']}（中継 {row['through']}）" if row["through"] else row["kind"],
            "、".join(row["procedures"]) or ("（中継）" if row["kind"] == "hub" else "すべて"),
            "する" if row["encrypted"] else "しない",
            f"{row['code']} {row['detail']}" if row["code"] else "送れます",
        )
        for row in rows
    ]
    table("送付先", ("番号", "名前", "つなぎ方", "手続", "ファイルの暗号化", "いま"), lines)


def found(name: Name, *, anew: Anew = False) -> None:
    """Make the folder and its sign, once; a share must be connected before. Exit code 3 when that is impossible."""
    with opened() as program:
        sending = Sending(program)
        places = (*sending.onward_settings, *sending.reached)
        chosen = [place for place in places if name in {place.name, place.key}]
        if not chosen:
            allowed = "、".join(f"{place.name}（{place.key}）" for place in places)
            refuse(name, "この名前の送付先はありません。", allowed, json=False)
        if not isinstance(chosen[0], OfFiles | ToHub) or chosen[0].through:
            allowed = 'kind = "folder"、"sftp"、"s3"、"hub" の送付先'
            refuse(name, "この機械から使い始める送付先ではありません。", allowed, json=False)
        sending.describe()
        if isinstance(chosen[0], ToHub):
            sending.found_hub(chosen[0], anew=anew)
            say(f"中継「{chosen[0].name}」を使えるようにしました。")
            return
        sending.found(chosen[0], anew=anew)
        say(f"送付先「{chosen[0].name}」のフォルダーを使えるようにしました。")
