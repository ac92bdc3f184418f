"""`kiosk destination found`: a destination's folder is made, with its sign; a hub is remembered."""

from typing import Annotated

import typer

from kiosk.bootstrap.sending import Sending
from kiosk.cli.opened import opened, refuse
from kiosk.cli.output import say
from kiosk.destinations import OfFiles, ToHub

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
