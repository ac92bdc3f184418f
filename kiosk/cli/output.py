"""How commands speak: words for people on the terminal, one JSON document for machines."""

import json
import sys
from collections.abc import Iterable, Mapping
from typing import Any, NoReturn

import typer
from rich.console import Console
from rich.table import Table

from kiosk.model.base import Issue

_PIPED = 160  # columns where no terminal says otherwise, so that a date is never broken over two lines
_OUT = Console(highlight=False, soft_wrap=True, width=None if sys.stdout.isatty() else _PIPED)
_ERR = Console(stderr=True, highlight=False, soft_wrap=True)


def say(text: str = "") -> None:
    """One line for a person."""
    _OUT.print(text, markup=False)


def say_error(text: str) -> None:
    """One line about trouble, on standard error."""
    _ERR.print(text, markup=False)


def table(title: str, columns: Iterable[str], rows: Iterable[Iterable[str]]) -> None:
    """A table for a person."""
    made = Table(title=title, title_justify="left")
    for column in columns:
        made.add_column(column, overflow="fold")
    for row in rows:
        made.add_row(*row)
    _OUT.print(made)


def document(data: Mapping[str, Any] | list[Any]) -> None:
    """One JSON document on standard output."""
    typer.echo(json.dumps(data, ensure_ascii=False, indent=2, default=str))


def problems(issues: Iterable[Issue], *, as_json: bool) -> NoReturn:
    """Every problem with its place and what is allowed; exit code 1."""
    found = list(issues)
    if as_json:
        document({"issues": [issue.model_dump() for issue in found]})
    for issue in found:
        say_error(str(issue))
    raise typer.Exit(1)
