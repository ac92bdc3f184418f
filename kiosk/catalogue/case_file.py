"""Reads a case file (persona format, see forms/README.md); mistakes are named with file, path and what is allowed."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from kiosk.catalogue.toml_files import build, read_toml, table
from kiosk.model.base import Issue
from kiosk.model.casefile import ON_PAPER, CaseFile
from kiosk.model.limits import MAX_PERSONS
from kiosk.model.path import key_of, person_path
from kiosk.rules.book import RuleBook
from kiosk.rules.purposes import together

_SAID = ("title", "event", "also", "today", "extract", "decisions", "later")
_TABLES = {*_SAID, "came", "answers", "person", "cards", "signatures", "expect"}
_BY_MEMBER = ("cards", "signatures", "expect")
_SIGNATURE_SIZE = {"width": 60.0, "height": 12.0}


def load_case_file(path: Path, book: RuleBook) -> CaseFile | tuple[Issue, ...]:
    """The case, or every problem at once."""
    data = read_toml(path)
    if isinstance(data, Issue):
        return (data,)
    issues = [*_unknown_tables(path, data), *_unknown_event(path, data, book)]
    found = {key: table(data, key, where=path.name, issues=issues) for key in ("answers", "person", *_BY_MEMBER)}
    people = {ref: table(found["person"], ref, where=path.name, issues=issues) for ref in found["person"]}
    answers = dict(_spoken(found["answers"]))
    for person, facts in people.items():
        answers |= {person_path(person, f"person.{key}"): words for key, words in _spoken(facts)}
    if "came" in data:
        answers["case.came"] = _words(data["came"])
    issues += [*_not_members(path, data, people, found)]
    issues += [*_not_left(path, data, book)]
    issues += [issue for answer in answers if (issue := _unknown_path(path, answer, people, book))]
    made = build(CaseFile, _shape(data, found, people, answers), where=path.name)
    if isinstance(made, tuple):
        issues += made
        return tuple(issues)
    return tuple(issues) or made


def _shape(
    data: Mapping[str, Any], found: Mapping[str, Mapping[str, Any]], people: Mapping[str, Any], answers: dict[str, str]
) -> dict[str, Any]:
    signatures = {
        person: {"kind": "signature", "strokes": () if strokes == ON_PAPER else strokes, **_SIGNATURE_SIZE}
        for person, strokes in found["signatures"].items()
    }
    kept = {key: data[key] for key in _SAID if key in data}
    tables = {key: found[key] for key in ("cards", "expect")}
    persons = tuple(people) or ("p1",)
    return {"title": "", **kept, **tables, "persons": persons, "answers": answers, "signatures": signatures}


def _spoken(facts: Mapping[str, Any], before: str = "") -> Iterator[tuple[str, str]]:
    """Words by path; a path may stand in quotes or, without them, become tables inside tables."""
    for key, value in facts.items():
        if isinstance(value, dict):
            yield from _spoken(value, f"{before}{key}.")
        else:
            yield f"{before}{key}", _words(value)


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


def _not_members(
    path: Path, data: Mapping[str, Any], people: Mapping[str, Any], found: Mapping[str, Mapping[str, Any]]
) -> list[Issue]:
    """Members are p1, p2, p3 … in order, and a card or a signature is one member's, as is who has come."""
    order = [f"p{number}" for number in range(1, len(people) + 1)]
    issues = [
        Issue(where=f"{path.name} person.{ref}", message="続けて番号を付けてください。", allowed="、".join(order))
        for ref in people.keys() - set(order)
    ]
    if len(people) > MAX_PERSONS:
        message = f"人が多すぎます（{len(people)}人）。"
        issues.append(Issue(where=f"{path.name} person", message=message, allowed=f"一つの受付に{MAX_PERSONS}人まで"))
    members = people.keys() or {"p1"}
    came = data.get("came", [])
    named = {**found, "came": dict.fromkeys(came if isinstance(came, list) else [came])}
    for key in ("cards", "signatures", "came"):
        others = named[key].keys() - members
        allowed = "、".join(members)
        issues += [
            Issue(where=f"{path.name} {key}.{ref}", message="この人はいません。", allowed=allowed) for ref in others
        ]
    return issues


def _unknown_event(path: Path, data: Mapping[str, Any], book: RuleBook) -> list[Issue]:
    named, also = data.get("event"), data.get("also", [])
    joined = [name for name in also if isinstance(name, str)] if isinstance(also, list) else []
    if "event" in data and named not in list(book.events):
        message, allowed = "この手続のきっかけはありません。", "、".join(book.events)
        return [Issue(where=f"{path.name} event", message=message, allowed=allowed)]
    joining = [name for name, event in book.events.items() if event.joins is not None and name != named]
    wrong, allowed = [name for name in joined if name not in joining], "、".join(joining)
    said = "は、あわせて受けられない用件です。"
    return [Issue(where=f"{path.name} also", message=f"{name} {said}", allowed=allowed) for name in wrong]


def _not_left(path: Path, data: Mapping[str, Any], book: RuleBook) -> Iterator[Issue]:
    """What is left for another day is a procedure of the event."""
    named, also = data.get("later", []), data.get("also", [])
    names = [str(data.get("event")), *(also if isinstance(also, list) else ())]
    known = together(book.events, names).procedures if names[0] in book.events else named
    for name in named if isinstance(named, list) else ():
        if name not in known:
            message, allowed = f"{name} はこのきっかけの手続ではありません。", "、".join(known)
            yield Issue(where=f"{path.name} later", message=message, allowed=allowed)


def _unknown_path(path: Path, answer: str, people: Mapping[str, Any], book: RuleBook) -> Issue | None:
    item = book.vocabulary.item(answer)
    if item is None:
        close = [key for key in book.vocabulary.by_key if key.split(".")[-1] == answer.rsplit(".", maxsplit=1)[-1]]
        hint = "、".join(close) or "forms/vocabulary.toml のキー"
        return Issue(where=f"{path.name} {answer}", message=f"事実 {key_of(answer)} は語彙にありません。", allowed=hint)
    if item.key.startswith("person.") and not any(answer.startswith(f"person[{person}]") for person in people):
        members = "、".join(f"[person.{person}]" for person in people)
        return Issue(where=f"{path.name} {answer}", message="だれの項目か分かりません。", allowed=members)
    return None
