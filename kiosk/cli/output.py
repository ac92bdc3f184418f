"""How commands speak: words for people on the terminal, one JSON document for machines."""

import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NoReturn
from unicodedata import east_asian_width

import typer

from kiosk.model.base import Issue


def say(text: str = "") -> None:
    """One line for a person."""
    typer.echo(text)


def say_error(text: str) -> None:
    """One line about trouble, on standard error."""
    typer.echo(text, err=True)


def table(title: str, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """A table for a person: framed and folded on a terminal, one line a row in a pipe, so that no date is broken."""
    if sys.stdout.isatty():
        _framed(title, columns, rows)
    else:
        say(title)
        for line in _aligned((columns, *rows)):
            say(line)


def _framed(title: str, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    from rich.console import Console
    from rich.table import Table

    made = Table(title=title, title_justify="left")
    for column in columns:
        made.add_column(column, overflow="fold")
    for row in rows:
        made.add_row(*row)
    Console(highlight=False, soft_wrap=True).print(made, markup=False)


def _aligned(rows: Sequence[Sequence[str]]) -> list[str]:
    widths = [max(map(_width, column)) for column in zip(*rows, strict=True)]
    cells = [[cell + " " * (width - _width(cell)) for cell, width in zip(row, widths, strict=True)] for row in rows]
    return ["  ".join(row).rstrip() for row in cells]


def _width(text: str) -> int:
    """Columns on a terminal: a full-width sign takes two."""
    return sum(2 if east_asian_width(sign) in "WF" else 1 for sign in text)


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
