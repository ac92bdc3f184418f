"""`kiosk receiver`: a receiving system to try a destination of the kind "service" with."""

import signal
from collections import deque
from pathlib import Path
from typing import Annotated

import typer

from kiosk.cli.output import problems, say
from kiosk.exchange.receiver.inbox import RETURNS
from kiosk.exchange.receiver.server import FAULTS, ROOT, TOKEN, Receiver
from kiosk.model.base import Issue
from kiosk.model.verdict import Verdict

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


Answer = Annotated[
    list[str], typer.Option("--answer", help="受け取ったものへの回答を順に: 受理、補正:項目:理由、却下（最後が続く）")
]


def receiver(
    *,
    folder: Folder = Path("received"),
    port: Port = 8443,
    cert: Cert = None,
    key: Key = None,
    client: Client = "",
    secret_file: Secret = None,
    fault: Fault = [],  # noqa: B006 - the library copies it
    answer: Answer = [],  # noqa: B006 - the library copies it
) -> None:
    """Receive until somebody stops it; try-out data only."""
    _check(cert, key, client=client, secret_file=secret_file, fault=fault, answer=answer)
    pair = (cert, key) if cert is not None and key is not None else None
    try:
        secret = secret_file.read_bytes().strip() if secret_file is not None else b""
        made = Receiver(
            folder,
            port=port,
            certificate=pair,
            client=client,
            secret=secret,
            faults=deque(fault),
            verdicts=deque(answer),
        )
    except OSError as error:
        problems([Issue(where="kiosk receiver", message=f"始められません（{error.strerror}）。")], as_json=False)
    with made:
        for ending in (signal.SIGINT, signal.SIGTERM):
            signal.signal(ending, lambda *_: made.stop())
        say(f'受け取りを始めました: url = "{made.url}"　フォルダー {folder}')
        if client:
            say(f'token_url = "{made.url.removesuffix(ROOT)}{TOKEN}"　client_id = "{client}"')
        if answer:
            say(f'returns = "{made.url}/{RETURNS}"　回答 {"、".join(answer)}')
        say("試験用です。住民のデータには使わないでください。止めるときは Ctrl+C です。")
        made.wait()
        say(f"受け取った申請: {len(made.inbox.taken())}件")


def _check(
    cert: Path | None, key: Path | None, *, client: str, secret_file: Path | None, fault: list[str], answer: list[str]
) -> None:
    """End the command where the words given do not go together."""
    verdicts = [verdict.value for verdict in Verdict]
    if (cert is None) is not (key is None):
        _wrong("--cert", "証明書と秘密鍵は両方要ります。", "--cert FILE --key FILE")
    if client and secret_file is None:
        _wrong("--client", "送り手の secret か公開鍵が要ります。", "--secret-file FILE")
    if unknown := [each for each in fault if each not in {*FAULTS, "none"}]:
        _wrong("--fault", f"「{unknown[0]}」という不具合はありません。", "、".join((*FAULTS, "none")))
    if unknown := [each for each in answer if each.partition(":")[0] not in verdicts]:
        _wrong("--answer", f"「{unknown[0]}」という回答はありません。", "、".join(verdicts))


def _wrong(where: str, message: str, allowed: str) -> None:
    problems([Issue(where=where, message=message, allowed=allowed)], as_json=False)
