"""`kiosk rules matrix`: which procedure comes up on which occasion, and for every cell why it does or does not."""

from typing import Annotated

import typer

from kiosk.catalogue.matrix import MATRIX, Cell, Matrix, read_matrix
from kiosk.cli.output import document, problems, say, table
from kiosk.cli.program import standard
from kiosk.model.base import Issue
from kiosk.model.life_event import LifeEvent
from kiosk.model.spelling import nearest
from kiosk.rules.book import RuleBook

_MARKS = "● かならず　○ 規則に当てはまるとき　▲ 希望・案内だけ　職 届出はいらない（ほかの届・職権）　－ 関係がない"


def matrix(
    *,
    procedure: Annotated[str, typer.Option("--procedure", help="手続の番号（例: P20）。理由も出す")] = "",
    event: Annotated[str, typer.Option("--event", help="きっかけ（例: tennyu）。理由も出す")] = "",
    json: Annotated[bool, typer.Option("--json", help="結果を JSON で出す")] = False,
) -> None:
    """Print the table of occasions and procedures; with --procedure or --event the reasons of its cells."""
    program = standard()
    book, found = program.book.whole, read_matrix(program.catalogue.files, [])
    wrong = _wrong(found, book, procedure, event)
    if wrong is not None:
        problems([wrong], as_json=json)
    chosen = {key: cell for key, cell in found.items() if procedure in {"", key[0]} and event in {"", key[1]}}
    if json:
        document([_object(*key, cell) for key, (_, cell) in chosen.items()])
        return
    if procedure or event:
        table("対照表の理由", ("手続", "きっかけ", "", "理由", "出所"), _reasons(chosen, book))
    else:
        names = [each.name.partition("（")[0] for each in _events(book)]
        table("きっかけと手続の対照表", ("手続", *names), _rows(found, book))
    say(_MARKS)


def _object(procedure: str, event: str, cell: Cell) -> dict[str, str]:
    return {"procedure": procedure, "event": event, **cell.model_dump(mode="json", exclude={"on"})}


def _events(book: RuleBook) -> list[LifeEvent]:
    return sorted(book.events.values(), key=lambda each: each.order)


def _wrong(found: Matrix, book: RuleBook, procedure: str, event: str) -> Issue | None:
    if not found:
        return Issue(where=MATRIX, message="対照表がありません。", allowed="forms/README.md の書き方")
    if procedure and procedure not in book.procedures:
        return Issue(
            where=procedure, message="この番号の手続はありません。", allowed=nearest(procedure, book.procedures)
        )
    if event and event not in book.events:
        return Issue(where=event, message="このきっかけはありません。", allowed=nearest(event, book.events))
    return None


def _rows(found: Matrix, book: RuleBook) -> list[tuple[str, ...]]:
    events = [each.id for each in _events(book)]
    procedures = sorted(book.procedures.values(), key=lambda each: (each.order, each.id))
    return [(f"{each.id} {each.name}", *(_mark(found, each.id, event) for event in events)) for each in procedures]


def _mark(found: Matrix, procedure: str, event: str) -> str:
    cell = found.get((procedure, event))
    return cell[1].mark.value if cell else ""


def _reasons(chosen: Matrix, book: RuleBook) -> list[tuple[str, ...]]:
    return [
        (f"{name} {book.procedures[name].name}", book.events[event].name, cell.mark.value, cell.why, cell.source)
        for (name, event), (_, cell) in chosen.items()
        if name in book.procedures and event in book.events
    ]
