"""`kiosk lobby code|report`: the staff's code of a terminal, and how the terminal stands."""

import sys
from getpass import getpass

import typer

from kiosk.bootstrap.lobby_care import LobbyCare
from kiosk.cli.output import document, say, say_error
from kiosk.cli.program import standard
from kiosk.model.staff import LONGEST, SHORTEST
from kiosk.store.pins import digest


def code() -> None:
    """Ask for a code twice (or read it from a pipe) and say the line for device.toml; the code itself is not kept."""
    chosen = _asked()
    if not (SHORTEST <= len(chosen) <= LONGEST and chosen.isascii() and chosen.isdecimal()):
        say_error(f"職員コードは数字{SHORTEST}桁から{LONGEST}桁です。")
        raise typer.Exit(1)
    say("# 次の1行を、記載台の device.toml の初めのほう（[ ] の表より前）に書いてください。")
    say(f'staff_code = "{digest(chosen)}"')


def _asked() -> str:
    if not sys.stdin.isatty():
        return sys.stdin.readline().strip()
    first, second = getpass("職員コード（数字）: "), getpass("もう一度: ")
    if first != second:
        say_error("2回の入力が違います。")
        raise typer.Exit(1)
    return first


def report(*, closing: bool, as_json: bool) -> None:
    """The report in the morning, or in the evening; exit code 1 while residents cannot be served."""
    program = standard()
    care = LobbyCare(program)
    try:
        made = care.closing() if closing else care.readiness()
        counts = care.tally.today()
    finally:
        program.close()
    if as_json:
        lines = [{"key": each.key, "grade": each.grade.value, "text": each.text} for each in made.findings]
        said = {"at": made.at, "usable": made.usable, "file": str(made.file or "")}
        document({**said, "counts": counts} if closing else {**said, "findings": lines})
    else:
        say(f"{made.title}　{made.at}")
        for each in made.findings:
            say(f"{'' if closing else each.grade.mark + ' '}{each.name}：{each.text}")
        say(f"報告のファイル: {made.file}" if made.file else "報告のファイルを書けませんでした。")
    if not made.usable:
        raise typer.Exit(1)
