"""What commands of the office share: the opened program, who gave the command, and a case by its number."""

import datetime as dt
import getpass
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated, NoReturn

import typer

from kiosk.bootstrap.program import Program
from kiosk.cli.output import problems
from kiosk.cli.program import standard
from kiosk.flow.clock import TOKYO
from kiosk.model.base import Issue

Json = Annotated[bool, typer.Option("--json", help="結果を JSON で出す")]
By = Annotated[str, typer.Option("--by", help="操作する職員（監査記録に残る）。省けばログイン名", show_default=False)]
Reason = Annotated[
    str, typer.Option("--reason", help="理由（監査記録に残る。氏名や番号は書かない）", show_default=False)
]
Case = Annotated[str, typer.Argument(help="受付番号か案件の番号", show_default=False)]


@contextmanager
def opened() -> Iterator[Program]:
    """The program of this place, closed at the end."""
    program = standard()
    try:
        yield program
    finally:
        program.close()


def staff(by: str) -> str:
    """Who gave a command: the name given, or the account's."""
    return by.strip() or getpass.getuser()


def local(at: dt.datetime) -> str:
    """An instant as the office's clock shows it."""
    return f"{at.astimezone(TOKYO):%Y-%m-%d %H:%M}"


def case_id(text: str) -> uuid.UUID | None:
    """A case by its own number; None when it is not one."""
    try:
        return uuid.UUID(text)
    except ValueError:
        return None


def refuse(where: str, message: str, allowed: str = "", *, json: bool) -> NoReturn:
    """One problem; exit code 1."""
    problems([Issue(where=where, message=message, allowed=allowed)], as_json=json)
