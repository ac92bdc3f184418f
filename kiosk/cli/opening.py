"""`kiosk records keys` and `kiosk records open`: for who receives encrypted applications, and tries it out."""

from pathlib import Path
from typing import Annotated

import typer

from kiosk.cli.opened import Json
from kiosk.cli.output import document, problems, say
from kiosk.exchange.destinations.received import messages
from kiosk.exchange.receiver.opening import is_closed, make_keys, opened, read_keys
from kiosk.model.base import Issue
from kiosk.model.disk import disk_words

File = Annotated[Path, typer.Argument(help="秘密鍵を書く新しいファイル", show_default=False)]
Folder = Annotated[Path, typer.Argument(help="届いたものがあるフォルダー", show_default=False)]
Identity = Annotated[Path, typer.Option("--identity", help="秘密鍵のファイル", show_default=False)]
Into = Annotated[Path, typer.Option("--into", help="開いたものを置くフォルダー", show_default=False)]


def keys(file: File) -> None:
    """Make a pair of keys: the secret one goes into a file of this account alone, the public one to the city."""
    try:
        public = make_keys(file)
    except OSError as error:
        allowed = "まだないファイルの名前"
        problems(
            [Issue(where=str(file), message=f"書けません（{disk_words(error)}）。", allowed=allowed)], as_json=False
        )
    else:
        say(f'municipality.toml の [[destination]] に書く2行: encrypt = "age"　recipient = "{public}"')
        say(f"秘密鍵 {file} は、受け取る機械だけに置き、控えを金庫に入れます。なくすと、だれにも開けません。")


def open_(folder: Folder, *, identity: Identity, into: Into, json: Json = False) -> None:
    """Open every encrypted message of a folder that is whole; the folder itself stays as it is."""
    secret = read_keys(identity)
    if isinstance(secret, Issue):
        problems([secret], as_json=json)
        return
    wrong: list[Issue] = []
    try:
        into.mkdir(mode=0o700, exist_ok=True)
        closed = [message for message in messages(folder) if is_closed(folder, message)]
        wrong += [issue for message in closed if (issue := opened(folder, message, secret, into)) is not None]
    except OSError as error:
        problems([Issue(where=str(folder), message=f"開けません（{disk_words(error)}）。")], as_json=json)
        return
    done = len(closed) - len(wrong)
    if json:
        document({"opened": done, "issues": [issue.model_dump() for issue in wrong]})
    else:
        say(f"暗号化されて届いた申請 {len(closed)}件のうち、{done}件を {into} に開きました。")
        problems(wrong, as_json=False) if wrong else None
    if wrong:
        raise typer.Exit(1)
