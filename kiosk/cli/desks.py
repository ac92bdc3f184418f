"""`kiosk counter`, `kiosk office`, `kiosk lobby` and `kiosk demo`: the windows, and the demonstration without one."""

import enum
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


def counter(
    *, training: Annotated[bool, typer.Option("--training", help="研修: 架空の来庁者で練習し、結果を見る")] = False
) -> None:
    """Open the counter window."""
    raise typer.Exit(start.counter(_training if training else None))


def office() -> None:
    """Open the office's window."""
    raise typer.Exit(start.office())


class Terminal(enum.Enum):
    """What is wanted of a terminal."""

    OPEN = "open"
    CODE = "code"
    REPORT = "report"


def lobby(
    what: Annotated[
        Terminal, typer.Argument(help="open 画面を開く、code 職員コードを作る、report 準備の報告")
    ] = Terminal.OPEN,
    *,
    closing: Annotated[bool, typer.Option("--closing", help="report: 締めの報告（今日の件数）")] = False,
    json: Annotated[bool, typer.Option("--json", help="report: 結果を JSON で出す")] = False,
) -> None:
    """Open the terminal of the lobby, full screen; or make its code, or report how it stands."""
    if what is Terminal.OPEN:
        raise typer.Exit(start.lobby())
    from kiosk.cli import terminal

    if what is Terminal.CODE:
        terminal.code()
    else:
        terminal.report(closing=closing, as_json=json)


class Shown(enum.Enum):
    """Which desk the demonstration shows."""

    COUNTER = "counter"
    LOBBY = "lobby"


def demo(
    desk: Annotated[Shown, typer.Argument(help="見せる画面（counter 窓口、lobby 記載台）")] = Shown.COUNTER,
    *,
    headless: Annotated[bool, typer.Option("--headless", help="画面を開かず、結果をフォルダーに書く")] = False,
    out: Annotated[Path, typer.Option("--out", help="結果を書くフォルダー")] = Path("out/demo"),
    json: Annotated[bool, typer.Option("--json", help="結果を JSON で出す")] = False,
) -> None:
    """Run the demonstration visit."""
    if headless or json:
        _headless(desk, out, as_json=json)
        return
    if not has_display(os.environ):
        say("画面が見つからないため、画面なしで同じ手続を行います（--headless）。")
        _headless(desk, out, as_json=False)
        return
    raise typer.Exit(start.counter(_family) if desk is Shown.COUNTER else start.lobby(_terminal))


def _family() -> tuple[Program, tuple[Action, ...]]:
    from kiosk.demo.family import Demo
    from kiosk.demo.residents import practice_register
    from kiosk.flow.clock import PracticeClock

    place = Place.standard()
    family = Demo.prepare(place)
    program = Program(
        place.at(place.home / "demo"),
        PracticeClock(family.program.clock.now()),
        practice=True,
    )
    practice_register(program)
    return program, (StartVisit(event=family.case.event), *family.sources(cards=True, extract=True))


def _training() -> tuple[Program, tuple[Action, ...]]:
    from kiosk.bootstrap.training import training_program
    from kiosk.demo.residents import practice_register

    program = training_program(Place.standard())
    practice_register(program)
    return program, ()


def _terminal() -> tuple[Program, tuple[Action, ...]]:
    """A terminal at which nobody is yet, on a day of the demonstration."""
    from kiosk.demo.family import Demo
    from kiosk.flow.clock import PracticeClock

    place = Place.standard()
    clock = PracticeClock(Demo.prepare(place).program.clock.now())
    return Program(place.at(place.home / "demo"), clock, practice=True), ()


def _headless(desk: Shown, out: Path, *, as_json: bool) -> None:
    if desk is Shown.LOBBY:
        _headless_lobby(out, as_json=as_json)
        return
    from kiosk.demo.visit import run

    summary = run(Place.standard(), out, progress=not as_json)
    if as_json:
        document(summary)
        return
    _tell(out, summary)


def _headless_lobby(out: Path, *, as_json: bool) -> None:
    from kiosk.demo.lobby import run_lobby

    summary = run_lobby(Place.standard(), out)
    if as_json:
        document(summary)
        return
    say(f"記載台で聞いたこと: {summary['asked']}項目、画面 {summary['pages']}枚")
    say(f"受付番号: {summary['slip']}。窓口で開くと、残りの質問は{summary['left_for_clerk']}項目")
    say(f"結果のフォルダー: {out}（screens/、slip.pdf、summary.json）")


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
