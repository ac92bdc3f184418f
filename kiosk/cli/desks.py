"""`kiosk counter` and `kiosk demo`: the window, and the demonstration visit with or without one."""

import os
from pathlib import Path
from typing import Annotated, Any

import typer

from kiosk.bootstrap import start
from kiosk.bootstrap.display import has_display
from kiosk.bootstrap.place import Place
from kiosk.bootstrap.program import Program
from kiosk.cli.output import document, say
from kiosk.flow.actions import Action, StartVisit

_ASKED = {"no_card": "カードなし", "cards": "カード4枚", "cards_and_extract": "カードと転出証明書"}


def counter() -> None:
    """Open the counter window."""
    raise typer.Exit(start.counter())


def demo(
    *,
    headless: Annotated[bool, typer.Option("--headless", help="画面を開かず、結果をフォルダーに書く")] = False,
    out: Annotated[Path, typer.Option("--out", help="結果を書くフォルダー")] = Path("out/demo"),
    json: Annotated[bool, typer.Option("--json", help="結果を JSON で出す")] = False,
) -> None:
    """Run the demonstration visit."""
    if headless or json:
        _headless(out, as_json=json)
        return
    if not has_display(os.environ):
        say("画面が見つからないため、画面なしで同じ手続を行います（--headless）。")
        _headless(out, as_json=False)
        return
    raise typer.Exit(start.counter(_family))


def _family() -> tuple[Program, tuple[Action, ...]]:
    from kiosk.demo.family import Demo

    place = Place.standard()
    family = Demo.prepare(place)
    program = Program(
        Place(forms=place.forms, assets=place.assets, home=place.home / "demo"), family.program.clock, practice=True
    )
    return program, (StartVisit(event=family.case.event), *family.sources(cards=True, extract=True))


def _headless(out: Path, *, as_json: bool) -> None:
    from kiosk.demo.visit import run

    summary = run(Place.standard(), out, progress=not as_json)
    if as_json:
        document(summary)
        return
    _tell(out, summary)


def _tell(out: Path, summary: dict[str, Any]) -> None:
    asked = summary["asked"]
    say(f"様式 {len(summary['forms'])}種類、埋まった記入欄 {summary['boxes']}か所")
    for name, count in asked.items():
        say(f"  聞いたこと（{_ASKED[name]}）: {count}項目")
    say(f"書く量の比（聞いたこと÷記入欄）: {summary['ratio']}")
    say(f"送付した申請: {summary['parcels']}件")
    for warning in summary["warnings"]:
        say(f"要確認: {warning}")
    say(f"結果のフォルダー: {out}（packet.pdf、forms/、slip.pdf、screens/、delivered/、summary.json）")
