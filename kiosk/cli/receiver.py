"""`kiosk receiver`: a receiving system to try a destination of the kind "service" with."""

import signal
from collections import deque
from pathlib import Path
from typing import Annotated

import typer

from kiosk.cli.output import problems, say
from kiosk.exchange.receiver.server import FAULTS, ROOT, TOKEN, Receiver
from kiosk.model.base import Issue

Folder = Annotated[Path, typer.Option("--folder", help="届いたものを置くフォルダー")]
Port = Annotated[int, typer.Option("--port", help="待ち受ける番号", min=0, max=65535)]
Cert = Annotated[Path | None, typer.Option("--cert", help="証明書（PEM）。省けば暗号化なし", show_default=False)]
Key = Annotated[Path | None, typer.Option("--key", help="証明書の秘密鍵（PEM）", show_default=False)]
Client = Annotated[
    str, typer.Option("--client", help="送り手の client_id。省けばだれからでも受け取る", show_default=False)
]
Secret = Annotated[
    Path | None, typer.Option("--secret-file", help="送り手の secret か公開鍵（PEM）", show_default=False)
]
Fault = Annotated[list[str], typer.Option("--fault", help=f"順に起こす不具合: {'、'.join(FAULTS)}。none は正常")]


def receiver(
    *,
    folder: Folder = Path("received"),
    port: Port = 8443,
    cert: Cert = None,
    key: Key = None,
    client: Client = "",
    secret_file: Secret = None,
    fault: Fault = [],  # noqa: B006 - the library copies it
) -> None:
    """Receive until somebody stops it; try-out data only."""
    if (cert is None) is not (key is None):
        problems(
            [Issue(where="--cert", message="証明書と秘密鍵は両方要ります。", allowed="--cert FILE --key FILE")],
            as_json=False,
        )
    if client and secret_file is None:
        problems(
            [Issue(where="--client", message="送り手の secret か公開鍵が要ります。", allowed="--secret-file FILE")],
            as_json=False,
        )
    if unknown := [each for each in fault if each not in {*FAULTS, "none"}]:
        allowed = "、".join((*FAULTS, "none"))
        issue = Issue(where="--fault", message=f"「{unknown[0]}」という不具合はありません。", allowed=allowed)
        problems([issue], as_json=False)
    pair = (cert, key) if cert is not None and key is not None else None
    try:
        secret = secret_file.read_bytes().strip() if secret_file is not None else b""
        made = Receiver(folder, port=port, certificate=pair, client=client, secret=secret, faults=deque(fault))
    except OSError as error:
        problems([Issue(where="kiosk receiver", message=f"始められません（{error.strerror}）。")], as_json=False)
    with made:
        for ending in (signal.SIGINT, signal.SIGTERM):
            signal.signal(ending, lambda *_: made.stop())
        say(f'受け取りを始めました: url = "{made.url}"　フォルダー {folder}')
        if client:
            say(f'token_url = "{made.url.removesuffix(ROOT)}{TOKEN}"　client_id = "{client}"')
        say("試験用です。住民のデータには使わないでください。止めるときは Ctrl+C です。")
        made.wait()
        say(f"受け取った申請: {len(made.inbox.taken())}件")
