"""Loads vocabulary, procedures, events, and groups; a wrong file is named, the rest works."""

from collections.abc import Collection, Iterator, Mapping
from typing import Any, TypeVar

from kiosk.catalogue.city_values import Filler
from kiosk.catalogue.files import Files
from kiosk.catalogue.toml_files import Model, build, by_field, only, table, tables
from kiosk.model.base import Issue
from kiosk.model.identity import IdPapers
from kiosk.model.life_event import LifeEvent
from kiosk.model.path import key_of
from kiosk.model.procedure import Procedure
from kiosk.model.spelling import folded, nearest
from kiosk.model.vocabulary import Contradiction, Derivation, Item, Section, Vocabulary
from kiosk.settings import Scalar

Issues = list[Issue]
_TABLES = ("codes", "section", "item", "derive", "contradiction")


def load_vocabulary(files: Files, issues: Issues, *, places: dict[str, str] | None = None) -> Vocabulary:
    """forms/vocabulary.toml and its topics in forms/vocabulary/; a wrong entry is named and left out, the rest stands.

    `places` learns in which file each entry stands (see RuleBook.file).
    """
    items: dict[str, Item] = {}
    codes: dict[str, tuple[str, ...]] = {}
    sections: list[Section] = []
    derivations: list[Derivation] = []
    contradictions: dict[str, Contradiction] = {}
    for where in ("vocabulary.toml", *_in(files, "vocabulary")):
        data = _tables(files, where, issues)
        issues += only(data, _TABLES, where=where)
        named = table(data, "item", where=where, issues=issues)
        for key, entry in named.items():
            item = _item(key, entry, f"{where} item.{key}", issues)
            _learn(items, key, item, where, issues)
        for key, entry in table(data, "codes", where=where, issues=issues).items():
            _learn(codes, key, _list(entry, f"{where} codes.{key}", issues), where, issues)
        sections += _all(Section, data, "section", where, issues)
        derived = tuple(_all(Derivation, data, "derive", where, issues))
        derivations += derived
        against = tuple(_all(Contradiction, data, "contradiction", where, issues))
        for rule in against:
            _learn(contradictions, rule.id, rule, where, issues)
        if places is not None:
            others = (*(f"derive {rule.fact}" for rule in derived), *(f"contradiction {rule.id}" for rule in against))
            places |= dict.fromkeys((*named, *others), where)
    return Vocabulary(
        items=tuple(items.values()),
        codes=codes,
        sections=tuple(sections),
        derivations=tuple(derivations),
        contradictions=tuple(contradictions.values()),
    )


def _one(model: type[Model], entry: dict[str, Any], where: str, issues: Issues) -> Model | None:
    found = build(model, entry, where=where)
    if isinstance(found, tuple):
        issues.extend(found)
        return None
    return found


def _all(model: type[Model], data: Mapping[str, Any], name: str, where: str, issues: Issues) -> Iterator[Model]:
    for index, entry in enumerate(tables(data, name, where=where, issues=issues)):
        found = _one(model, entry, f"{where} {name}[{index}]", issues)
        if found is not None:
            yield found


def _list(entry: object, where: str, issues: Issues) -> tuple[str, ...] | None:
    if isinstance(entry, list) and all(isinstance(code, str) for code in entry):
        issues += _choices(entry, where)
        return tuple(entry)
    issues.append(Issue(where=where, message="文字の並びになっていません。", allowed='["…", "…"]'))
    return None


def _choices(codes: list[str], where: str) -> Iterator[Issue]:
    """Answers among which nobody could tell one from another, or which are none."""
    if not codes:
        yield Issue(where=where, message="選べる答えがありません。", allowed='["…", "…"]')
    for index, code in enumerate(codes):
        if code != code.strip() or not code:
            message = f"「{code}」の前後に空白があるか、空です。"
            yield Issue(where=f"{where}[{index}]", message=message, allowed=code.strip())
        elif folded(code) in map(folded, codes[:index]):
            message = f"「{code}」が2回あります（全角と半角、大文字と小文字の違いだけのものも同じです）。"
            yield Issue(where=f"{where}[{index}]", message=message, allowed="どちらか一つ")


_Entry = TypeVar("_Entry")


def _learn(known: dict[str, _Entry], key: str, entry: _Entry | None, where: str, issues: Issues) -> None:
    """The first file that names a key has it; a second one is told."""
    if entry is None:
        return
    if key in known:
        issues.append(Issue(where=f"{where} {key}", message="同じ名前がもう決められています。先のものを使います。"))
        return
    known[key] = entry


ITEM_WORDS = {"sensitivity": "sens"}


def _item(key: str, entry: object, where: str, issues: Issues) -> Item | None:
    """An entry of [item]; its key stands before it, and nowhere inside."""
    if not isinstance(entry, dict):
        issues.append(Issue(where=where, message="表で書いてください。", allowed='{ type = "text", label = "…" }'))
        return None
    if "key" in entry:
        issues.extend(only({"key": ""}, (), where=where))
        return None
    found = build(Item, {**entry, "key": key}, where=where, names=ITEM_WORDS)
    if isinstance(found, tuple):
        issues.extend(found)
        return None
    return found


def load_procedures(
    files: Files,
    issues: Issues,
    *,
    city: Mapping[str, Scalar] | None = None,
    services: dict[str, str] | None = None,
) -> dict[str, Procedure]:
    """Every forms/procedures/*.toml by id, with the values of `city` filled in.

    `services` learns which service of the city a procedure belongs to, by the procedure's id.
    """
    found: dict[str, Procedure] = {}
    for where, data in _folder(files, "procedures", issues):
        filled: dict[str, Any] = Filler(where, city or {}, issues).filled(data)
        service = filled.pop("service", "")
        wrong = len(issues)
        versions = [
            _version(version, f"{where} version[{index}]", issues)
            for index, version in enumerate(tables(filled, "version", where=where, issues=issues))
        ]
        shaped = {key: value for key, value in filled.items() if key != "version"} | {"version": versions}
        procedure = build(Procedure, shaped, where=where, names=PROCEDURE_WORDS)
        if isinstance(procedure, tuple):
            issues.extend(procedure)
        elif wrong == len(issues) and _called_as_its_file(procedure.id, where, issues):
            _learn(found, procedure.id, procedure, where, issues)
            if services is not None and service:
                services[procedure.id] = str(service)
    return found


VERSION_WORDS = {"valid_from": "from", "valid_to": "to", "variants": "variant", "charges": "charge"}
PROCEDURE_WORDS = {"versions": "version", **VERSION_WORDS}
OF_VARIANTS = {"name", "labels", "department", "confidence", "source"}  # a variant's own, which a version has from it


def _version(data: dict[str, Any], where: str, issues: Issues) -> dict[str, Any]:
    fields, wrong = by_field(data, VERSION_WORDS, where)
    issues += wrong
    issues += (issue for name in OF_VARIANTS & data.keys() for issue in only({name: ""}, (), where=where))
    return fields


def _called_as_its_file(name: str, where: str, issues: Issues) -> bool:
    """Whether an id is the name of its file, where everybody looks for it."""
    stem = where.rpartition("/")[2].removesuffix(".toml")
    if name != stem:
        issues.append(Issue(where=f"{where} id", message="ファイルの名前と違います。", allowed=stem))
    return name == stem


def load_events(files: Files, issues: Issues) -> dict[str, LifeEvent]:
    """Every forms/events/*.toml by id."""
    found: dict[str, LifeEvent] = {}
    for where, data in _folder(files, "events", issues):
        event = build(LifeEvent, data, where=where)
        if isinstance(event, tuple):
            issues.extend(event)
        elif _called_as_its_file(event.id, where, issues):
            _learn(found, event.id, event, where, issues)
    return found


def load_groups(files: Files, issues: Issues) -> dict[str, str]:
    """forms/groups.toml: CEL conditions by group letter."""
    found: dict[str, str] = {}
    for key, value in _tables(files, "groups.toml", issues).items():
        if isinstance(value, str):
            found[key] = value
        else:
            issues.append(Issue(where=f"groups.toml {key}", message="条件を文字で書いてください。", allowed='"…"'))
    return found


def _tables(files: Files, name: str, issues: Issues) -> dict[str, Any]:
    return files.toml(name, issues) or {}


def _in(files: Files, folder: str) -> list[str]:
    return [name for name in files.names if name.startswith(f"{folder}/")]


def _folder(files: Files, folder: str, issues: Issues) -> Iterator[tuple[str, dict[str, Any]]]:
    for name in _in(files, folder):
        data = files.toml(name, issues)
        if data is not None:
            yield name, data


# ---- identity papers -------------------------------------------------------------------------------------------------
IDENTITY = "identity.toml"


def load_identity(files: Files, issues: list[Issue]) -> IdPapers:
    """The city's lists; a wrong file is named and no paper is accepted."""
    data = files.toml(IDENTITY, issues)
    found = () if data is None else build(IdPapers, data, where=IDENTITY)
    if isinstance(found, IdPapers):
        issues.extend(_doubtful(found))
        return found
    issues.extend(found)
    return IdPapers()


def notices_without_place(papers: IdPapers, procedures: Collection[str], facts: Collection[str]) -> Iterator[Issue]:
    """Procedures and facts of notices that are not there."""
    for index, rule in enumerate(papers.notice):
        where = f"{IDENTITY} notice[{index}]"
        for name in (name for name in rule.procedures if name not in procedures):
            message = f"手続 {name} がありません。"
            yield Issue(where=f"{where} procedures", message=message, allowed=nearest(name, procedures))
        for path in (path for to in rule.to for path in (to.name, to.address) if key_of(path) not in facts):
            message = f"「{path}」は語彙にありません。"
            yield Issue(where=f"{where} to", message=message, allowed=nearest(path, sorted(facts)))


def _accepted(papers: IdPapers) -> Iterator[Issue]:
    """An exception counts expired photo IDs, or papers that count nowhere else."""
    for index, rule in enumerate(papers.accept):
        listed, known = ("photo", papers.photo) if rule.expired else ("substitute", papers.substitute)
        for name in (name for name in rule.papers if name not in known):
            message = f"「{name}」は {listed} の並びにありません。"
            yield Issue(where=f"{IDENTITY} accept[{index}] papers", message=message, allowed=nearest(name, known))


def _doubtful(papers: IdPapers) -> list[Issue]:
    twice = sorted({name for name in papers.names if papers.names.count(name) > 1})
    found = [Issue(where=IDENTITY, message=f"「{name}」が2つの並びにあります。") for name in twice]
    found += _accepted(papers)
    if papers.card not in papers.photo:
        found.append(
            Issue(where=f"{IDENTITY} card", message="photo の並びにありません。", allowed="、".join(papers.photo))
        )
    return found


def with_id_papers(vocabulary: Vocabulary, papers: IdPapers) -> Vocabulary:
    """The vocabulary whose code list id_papers is the city's own list."""
    return vocabulary.model_copy(update={"codes": {**vocabulary.codes, "id_papers": papers.names}})
