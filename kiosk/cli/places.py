"""`kiosk destination found`: the folder of a destination is made, with the sign that says whose it is."""

from typing import Annotated

import typer

from kiosk.bootstrap.sending import Sending
from kiosk.cli.opened import opened, refuse
from kiosk.cli.output import say
from kiosk.destinations import OfFiles

Name = Annotated[
    str, typer.Argument(help="送付先の名前か番号（municipality.toml の [[destination]]）", show_default=False)
]


Anew = Annotated[bool, typer.Option("--anew", help="前に使ったフォルダーをやめ、新しいフォルダーで始める")]


def found(name: Name, *, anew: Anew = False) -> None:
    """Make the folder and its sign, once; a share must be connected before. Exit code 3 when that is impossible."""
    with opened() as program:
        sending = Sending(program)
        places = sending.reached
        chosen = [place for place in places if name in {place.name, place.key}]
        if not chosen:
            allowed = "、".join(f"{place.name}（{place.key}）" for place in places)
            refuse(name, "この名前の送付先はありません。", allowed, json=False)
        if not isinstance(chosen[0], OfFiles):
            refuse(name, "フォルダーの送付先ではありません。", 'kind = "folder"、"sftp"、"s3" の送付先', json=False)
        sending.describe()
        sending.found(chosen[0], anew=anew)
        say(f"送付先「{chosen[0].name}」のフォルダーを使えるようにしました。")
