"""`kiosk drill`: kills and misleads desks, couriers and a receiver of its own, and certifies what arrived."""

import secrets
import tempfile
from pathlib import Path
from typing import Annotated

import typer
from rich.progress import Progress

from kiosk.bootstrap.recording import read_columns
from kiosk.cli.opened import opened
from kiosk.cli.output import document, say
from kiosk.drill.certificate import Certificate
from kiosk.drill.run import run
from kiosk.exchange.destinations.bundle import Formats

Seconds = Annotated[float, typer.Option("--seconds", help="何秒つづけるか", min=1, max=86_400)]
Seed = Annotated[str, typer.Option("--seed", help="同じ計画をくり返すときの種。省けば新しい種", show_default=False)]
Where = Annotated[
    Path | None,
    typer.Option("--on", help="どのディスクで行うか（フォルダー）。省けば一時の場所", show_default=False),
]
Json = Annotated[bool, typer.Option("--json", help="結果を JSON で出す")]


def drill(*, seconds: Seconds = 60.0, seed: Seed = "", on: Where = None, json: Json = False) -> None:
    """Run the drill with invented applications; exit code 1 when one was lost, doubled, broken or out of order."""
    with opened() as program:
        formats = Formats(columns=read_columns(program.catalogue))
    with (
        tempfile.TemporaryDirectory(prefix="kiosk-drill-", dir=on) as folder,
        Progress(disable=json, transient=True) as bar,
    ):
        task = bar.add_task("訓練", total=seconds)
        found = run(
            Path(folder),
            seconds=seconds,
            seed=seed or secrets.token_hex(4),
            formats=formats,
            told=lambda gone, _: bar.update(task, completed=gone),
        )
    document({**found.model_dump(), "exactly_once": found.clean}) if json else _certify(found)
    if not found.clean:
        raise typer.Exit(1)


def _certify(found: Certificate) -> None:
    kills, stops = (
        "、".join(f"{who} {count}回" for who, count in sorted(each.items())) for each in (found.kills, found.stops)
    )
    say("送付の訓練の証明")
    say(f"  種 {found.seed}　時間 {found.seconds:g}秒　強制終了 {sum(found.kills.values())}回（{kills}）")
    say(f"  一時停止 {sum(found.stops.values())}回（{stops}）")
    say(f"  受け付けた送付物 {found.accepted}件（窓口に伝わったもの {found.told}件）")
    say(f"  受け取り側にあるもの {found.taken}件")
    say(f"  失われた {found.lost}　二重 {found.doubled}　順序違い {found.disordered}　覚えのない {found.unknown}")
    chain = "つながっている" if found.audit_whole else "切れている"
    say(f"  壊れた {found.broken}　保留 {found.held}　監査記録の鎖 {chain}")
    verdict = "すべて、ちょうど1回ずつ、順序どおりに届きました。" if found.clean else "届き方に誤りがあります。"
    say(f"  {verdict}")
