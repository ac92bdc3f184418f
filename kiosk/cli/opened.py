"""What commands of the office share: the opened program, who gave the command, and a case by its number.

Who acts: where a place has no staff, the name given with `--by` (or `--as`), else the account of the operating system,
is noted as it is. Where it has, a name that is given is a staff number and its PIN is asked for (in a pipe: the first
line), so that nobody signs for a colleague; without one the account stands, and has rights only if it is named like a
staff number: whoever signed in to the machine under it has proved who it is. The account that can run commands at all
can also read the store's key; roles on the command line are for honest people and for the record, and what keeps others
away is the account.
"""

import datetime as dt
import os
import pwd
import sys
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from getpass import getpass
from typing import Annotated, NoReturn

import typer

from kiosk.bootstrap.program import Program
from kiosk.cli.output import problems
from kiosk.cli.program import standard
from kiosk.flow.clock import TOKYO
from kiosk.model.base import Issue
from kiosk.model.letters import to_digits
from kiosk.model.message import Message
from kiosk.model.slip_number import slip_number
from kiosk.model.staff import Entered, Right, read_number

Json = Annotated[bool, typer.Option("--json", help="結果を JSON で出す")]
By = Annotated[
    str,
    typer.Option("--by", "--as", help="操作する職員の番号（監査記録に残る）。省けばログイン名", show_default=False),
]
Reason = Annotated[
    str, typer.Option("--reason", help="理由（監査記録に残る。氏名や番号は書かない）", show_default=False)
]
Second = Annotated[
    str, typer.Option("--second", help="確かめたもう一人の職員の番号（監査記録に残る）", show_default=False)
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


def account() -> str:
    """The account of the operating system, which no variable can rename."""
    try:
        return pwd.getpwuid(os.getuid()).pw_name
    except KeyError:
        return f"uid{os.getuid()}"


def staff(program: Program, by: str, *, right: Right | None = None, json: bool = False) -> str:
    """Who gave a command (see above); ends it when the PIN is wrong or the `right` is lacking."""
    said = by.strip()
    who = said or account()
    if said and not program.store.staff.empty():
        who = _proved(program, said, json=json)
    no = program.gate(who, right) if right is not None else None
    if no is not None:
        problems([no], as_json=json)
    return who


def other(program: Program, second: str, *, json: bool = False) -> str:
    """Who else has looked, empty where nobody is named; proved by the PIN where a place has staff."""
    said = second.strip()
    return _proved(program, said, option="--second", json=json) if said and not program.store.staff.empty() else said


def _proved(program: Program, said: str, *, option: str = "--by", json: bool) -> str:
    number = read_number(said)
    if isinstance(number, Message):
        refuse(option, program.words.say(number), json=json)
    pin = to_digits(secret(f"職員 {number} の暗証番号: "))
    tried = program.store.door.by_number(number, pin, now=program.clock.now(), desk=account())
    if not isinstance(tried, Entered):
        refuse(option, program.words("staff-wrong-wait", seconds=tried.wait), json=json)
    if tried.person.renew:
        refuse(option, program.words("staff-renew-first"), "kiosk staff pin 職員番号", json=json)
    return number


def secret(prompt: str) -> str:
    """What somebody types unseen, or the next line of a pipe."""
    return getpass(prompt) if sys.stdin.isatty() else sys.stdin.readline().strip()


def local(at: dt.datetime) -> str:
    """An instant as the office's clock shows it."""
    return f"{at.astimezone(TOKYO):%Y-%m-%d %H:%M}"


def case_id(text: str) -> uuid.UUID | None:
    """A case by its own number; None when it is not one."""
    try:
        return uuid.UUID(text)
    except ValueError:
        return None


def known(program: Program, case: str, *, json: bool) -> uuid.UUID:
    """A confirmed case by its slip number, with or without the hyphen, or its own; exit code 1 when there is none."""
    found = case_id(case) or program.store.holding.case_of(slip_number(case) or case)
    if found is None or not program.store.outbox.knows(found):
        refuse(case, "この番号の、確認済みの案件はありません。", "受付番号（260420-001）か案件の番号", json=json)
    return found


def accepted(program: Program, case: str, *, json: bool) -> uuid.UUID:
    """A confirmed case that can still be read; exit code 1 when it was erased."""
    found = known(program, case, json=json)
    if program.store.holding.erased(found):
        refuse(case, "この番号の案件は、消去されています。", json=json)
    return found


def refuse(where: str, message: str, allowed: str = "", *, json: bool) -> NoReturn:
    """One problem; exit code 1."""
    problems([Issue(where=where, message=message, allowed=allowed)], as_json=json)
