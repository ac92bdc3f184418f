"""Reads a case file (persona format, see forms/README.md); mistakes are named with file, path and what is allowed."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from kiosk.catalogue.toml_files import build, read_toml
from kiosk.flow.rulebook import RuleBook
from kiosk.model.base import Issue
from kiosk.model.casefile import CaseFile
from kiosk.model.vocabulary import person_path

_TABLES = {"title", "event", "today", "answers", "person", "cards", "extract", "signatures", "expect"}
_SIGNATURE_SIZE = {"width": 60.0, "height": 12.0}


def load_case_file(path: Path, book: RuleBook) -> CaseFile | tuple[Issue, ...]:
    """The case, or every problem at once."""
    data = read_toml(path)
    if isinstance(data, Issue):
        return (data,)
    issues = [*_unknown_tables(path, data), *_unknown_event(path, data, book)]
    people = data.get("person", {})
    answers = {key: _words(value) for key, value in data.get("answers", {}).items()}
    for person, facts in people.items():
        answers |= {person_path(person, f"person.{key}"): _words(value) for key, value in facts.items()}
    issues += [issue for answer in answers if (issue := _unknown_path(path, answer, people, book))]
    made = build(CaseFile, _shape(data, people, answers), where=path.name)
    if isinstance(made, tuple):
        issues += made
        return tuple(issues)
    return tuple(issues) or made


def _shape(data: Mapping[str, Any], people: Mapping[str, Any], answers: dict[str, str]) -> dict[str, Any]:
    signatures = {
        person: {"kind": "signature", "strokes": strokes, **_SIGNATURE_SIZE}
        for person, strokes in data.get("signatures", {}).items()
    }
    kept = {key: data[key] for key in ("title", "event", "today", "cards", "extract", "expect") if key in data}
    return {"title": "", **kept, "persons": tuple(people) or ("p1",), "answers": answers, "signatures": signatures}


def _words(value: object) -> str:
    match value:
        case bool():
            return "はい" if value else "いいえ"
        case list():
            return "、".join(str(entry) for entry in value)
        case _:
            return str(value)


def _unknown_tables(path: Path, data: Mapping[str, Any]) -> list[Issue]:
    allowed = "、".join(sorted(_TABLES))
    return [
        Issue(where=f"{path.name} {key}", message="知らない項目です。", allowed=allowed)
        for key in data.keys() - _TABLES
    ]


def _unknown_event(path: Path, data: Mapping[str, Any], book: RuleBook) -> list[Issue]:
    if data.get("event") in book.events:
        return []
    return [Issue(where=f"{path.name} event", message="手続のきっかけがありません。", allowed="、".join(book.events))]


def _unknown_path(path: Path, answer: str, people: Mapping[str, Any], book: RuleBook) -> Issue | None:
    item = book.vocabulary.item(answer)
    if item is None:
        close = [key for key in book.vocabulary.by_key if key.split(".")[-1] == answer.rsplit(".", maxsplit=1)[-1]]
        hint = "、".join(close) or "forms/vocabulary.toml のキー"
        return Issue(where=f"{path.name} {answer}", message="語彙にない項目です。", allowed=hint)
    if item.key.startswith("person.") and not any(answer.startswith(f"person[{person}]") for person in people):
        members = "、".join(f"[person.{person}]" for person in people)
        return Issue(where=f"{path.name} {answer}", message="だれの項目か分かりません。", allowed=members)
    return None
