"""`kiosk rules say P20` and `kiosk rules cel FILE`: conditions as Japanese sentences, and sentences as conditions."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from kiosk.catalogue.intake import Untaken, take
from kiosk.cli.opened import Json
from kiosk.cli.output import document, problems, say
from kiosk.cli.program import standard
from kiosk.designing.sentences.converter import Converter, Said
from kiosk.model.base import Issue
from kiosk.rules.book import RuleBook
from kiosk.rules.texts import Text, texts

What = Annotated[
    str, typer.Argument(help="手続（P20）、様式（F04）、事実（case.has_dog）、ファイル名の一部", show_default=False)
]


def say_(what: What, *, json: Json = False) -> None:
    """Print every condition of a procedure, a form, a fact or a file in sentences."""
    program = standard()
    book = program.book.whole
    converter = Converter(book)
    found = [(text, converter.say(text.text)) for text in _about(book, what)]
    if not found:
        allowed = "手続・様式の番号、事実の名前、ファイル名（例: P20、F04、groups.toml）"
        problems([Issue(where=what, message="条件が見つかりません。", allowed=allowed)], as_json=json)
    if json:
        document([_data(text, said) for text, said in found])
        return
    for text, said in found:
        _tell(text, said)
    whole = sum(not said.left for _, said in found)
    say(f"条件 {len(found)}件、すべて文にできたもの {whole}件。「式:」の行は文にできず、式のままです。")


def _about(book: RuleBook, what: str) -> Iterator[Text]:
    """The conditions that are written in what is named: yes-or-no ones; a value is no sentence."""
    for text in texts(book):
        file, _, place = text.where.partition(" ")
        parts = {*file.replace(".toml", "").split("/"), *place.split()}
        if text.gives == "bool" and (what in parts or what in file or place.startswith(what)):
            yield text


def _data(text: Text, said: Said) -> dict[str, object]:
    return {"where": text.where, "cel": text.text, "sentences": list(said.lines), "left": list(said.left)}


def _tell(text: Text, said: Said) -> None:
    say(text.where)
    for line in said.lines:
        say(f"  {line}")
    say()


def cel(
    file: Annotated[Path, typer.Argument(help="文のファイル。- は標準入力", show_default=False)], *, json: Json = False
) -> None:
    """Print the condition that sentences say, as it is written in a file of forms/."""
    try:
        text = sys.stdin.read() if str(file) == "-" else take(file).decode()
    except (Untaken, OSError, UnicodeDecodeError):
        problems([Issue(where=file.name, message="ファイルを読めません。")], as_json=json)
    made = Converter(standard().book.whole).cel(text)
    if isinstance(made, Issue):
        problems([made.model_copy(update={"where": file.name})], as_json=json)
    document({"cel": made}) if json else say(made)
