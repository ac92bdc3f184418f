"""Loads vocabulary, procedures, events, groups and municipality; a wrong file is named, the rest works."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kiosk.catalogue.toml_files import build, read_toml
from kiosk.model.base import Issue
from kiosk.model.procedure import LifeEvent, Procedure
from kiosk.model.vocabulary import Vocabulary

Issues = list[Issue]


def load_vocabulary(root: Path, issues: Issues) -> Vocabulary:
    """forms/vocabulary.toml and its topics in forms/vocabulary/; an empty vocabulary and Issues when they are wrong."""
    shaped: dict[str, Any] = {"items": [], "codes": {}, "sections": [], "derivations": []}
    for path in (root / "vocabulary.toml", *sorted((root / "vocabulary").glob("*.toml"))):
        data = _tables(path, issues)
        shaped["items"] += [{"key": key, **_renamed(entry)} for key, entry in data.get("item", {}).items()]
        shaped["codes"] |= data.get("codes", {})
        shaped["sections"] += data.get("section", [])
        shaped["derivations"] += data.get("derive", [])
    found = build(Vocabulary, shaped, where="vocabulary.toml")
    if isinstance(found, Vocabulary):
        return found
    issues.extend(found)
    return Vocabulary(items=(), codes={}, sections=())


def _renamed(entry: dict[str, Any]) -> dict[str, Any]:
    return {("sensitivity" if key == "sens" else key): value for key, value in entry.items()}


def load_procedures(root: Path, issues: Issues) -> dict[str, Procedure]:
    """Every forms/procedures/*.toml by id."""
    found = {}
    for path, data in _folder(root / "procedures", issues):
        versions = [_version(version) for version in data.pop("version", [])]
        procedure = build(Procedure, {**data, "versions": versions}, where=path.name)
        if isinstance(procedure, Procedure):
            found[procedure.id] = procedure
        else:
            issues.extend(procedure)
    return found


def _version(data: dict[str, Any]) -> dict[str, Any]:
    names = {"from": "valid_from", "to": "valid_to"}
    return {names.get(key, key): value for key, value in data.items()}


def load_events(root: Path, issues: Issues) -> dict[str, LifeEvent]:
    """Every forms/events/*.toml by id."""
    found = {}
    for path, data in _folder(root / "events", issues):
        event = build(LifeEvent, data, where=path.name)
        if isinstance(event, LifeEvent):
            found[event.id] = event
        else:
            issues.extend(event)
    return found


def load_groups(root: Path, issues: Issues) -> dict[str, str]:
    """forms/groups.toml: CEL conditions by group letter."""
    return {key: str(value) for key, value in _tables(root / "groups.toml", issues).items()}


def load_municipality(root: Path, issues: Issues) -> dict[str, Any]:
    """forms/municipality.toml as plain data."""
    return _tables(root / "municipality.toml", issues)


def _tables(path: Path, issues: Issues) -> dict[str, Any]:
    data = read_toml(path)
    if isinstance(data, Issue):
        issues.append(data)
        return {}
    return data


def _folder(folder: Path, issues: Issues) -> Iterator[tuple[Path, dict[str, Any]]]:
    for path in sorted(folder.glob("*.toml")):
        data = _tables(path, issues)
        if data:
            yield path, data
