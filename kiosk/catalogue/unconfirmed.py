"""要確認の一覧: every setting, procedure and form of the city, with how far it is confirmed and by what."""

from collections.abc import Iterator, Sequence

from kiosk.catalogue.catalogue import Catalogue
from kiosk.model.base import Frozen
from kiosk.model.identity import Acceptance, IdPapers, NoticeRule
from kiosk.model.procedure import DeadlineRule, Procedure, Unit, Version
from kiosk.model.template import Template
from kiosk.rules.book import RuleBook
from kiosk.settings import FILE, City, Confidence, Origin, Scalar

_DOUBT = ("記憶", "要確認")  # what the texts of a procedure say where a part of it was not read
_UNITS = {Unit.DAY: "日", Unit.MONTH: "か月", Unit.YEAR: "年"}


class Entry(Frozen):
    """One thing that the rules rest on: the file and key, what it is and says, how far confirmed, and by what."""

    where: str
    what: str
    value: str
    confidence: Confidence
    source: str


class Evidence(Frozen):
    """All of it, in the order of the files."""

    settings: tuple[Entry, ...]
    procedures: tuple[Entry, ...]
    templates: tuple[Entry, ...]

    @property
    def unconfirmed(self) -> "Evidence":
        """What the city's staff must confirm before real use."""
        return Evidence(**{name: tuple(filter(_is_open, getattr(self, name))) for name in type(self).model_fields})

    @property
    def count(self) -> int:
        """How many entries there are."""
        return len(self.settings) + len(self.procedures) + len(self.templates)


def _is_open(entry: Entry) -> bool:
    return entry.confidence is not Confidence.CONFIRMED


def evidence(catalogue: Catalogue) -> Evidence:
    """What stands below forms/; what is wrong there is told by load_catalogue and left out here."""
    book = catalogue.book
    return Evidence(
        settings=(*_settings(catalogue.city), *_papers(book.identity)),
        procedures=tuple(entry for procedure in book.procedures.values() for entry in _entries(book, procedure)),
        templates=tuple(_template(template) for template in book.templates.values()),
    )


# ---- settings --------------------------------------------------------------------------------------------------------
def _settings(city: City) -> Iterator[Entry]:
    unknown = Origin(label="出所が書かれていません", confidence=Confidence.MEMORY, source=f"{FILE} の [origin] に書く")
    for key, value in _head(city).items():
        if value:
            yield _setting(key, city.origins.get(key, unknown), value)
    for place, setting in city.settings.items():
        yield _setting(place, setting, _said(setting.value) + setting.unit)


def _papers(papers: IdPapers) -> Iterator[Entry]:
    """The lists of identity papers, the city's exceptions, and what is taken with identity unproven."""
    file = "identity.toml"
    yield _paper(f"{file} photo・a・b", "本人確認書類の並び", f"{len(papers.names)}種類", papers)
    for index, accepted in enumerate(papers.accept):
        yield _paper(f"{file} accept[{index}]", "本人確認書類の例外", "、".join(accepted.papers), accepted)
    for index, notice in enumerate(papers.notice):
        yield _paper(f"{file} notice[{index}]", f"届出受理通知（{notice.law}）", "、".join(notice.procedures), notice)


def _paper(where: str, what: str, value: str, of: IdPapers | Acceptance | NoticeRule) -> Entry:
    return Entry(where=where, what=what, value=value, confidence=Confidence(of.confidence), source=of.source)


def _setting(key: str, origin: Origin, value: str) -> Entry:
    where = f"{FILE} {key}"
    return Entry(where=where, what=origin.label, value=value, confidence=origin.confidence, source=origin.source)


def _head(city: City) -> dict[str, str]:
    """What stands before the tables and what is a list of tables, in words; empty where the file says nothing."""
    plan, door = city.plan, city.plan.entrance
    given = door.model_fields_set - {"name"} if "entrance" in plan.model_fields_set else set()
    lists = {"department": plan.departments, "town": city.towns, "destination": city.destinations}
    return {
        **{key: getattr(city, key) for key in ("name", "prefecture", "code", "system_id", "mayor", "postal")},
        "year_end": "、".join(f"{month:02}-{day:02}" for month, day in city.year_end),
        "floor_metres": f"{plan.floor_metres:g}" if "floor_metres" in plan.model_fields_set else "",
        "handed_in_days": f"{city.handed_in_days}日",
        "register_days": f"{city.register_days}日",
        "failure_days": f"{city.failure_days}日",
        "till": city.till,
        "second_check": "、".join(city.second_check),
        "entrance": "、".join(f"{key} {getattr(door, key):g}" for key in ("floor", "x", "y") if key in given),
        **{key: f"{len(found)}件" if found else "" for key, found in lists.items()},
    }


def _said(value: Scalar) -> str:
    if isinstance(value, bool):
        return "扱う" if value else "扱わない"
    return f"{value:,}" if isinstance(value, int) else value


# ---- procedures ------------------------------------------------------------------------------------------------------
def _entries(book: RuleBook, procedure: Procedure) -> Iterator[Entry]:
    """The procedure itself, then what it becomes on some occasions where that rests on something of its own."""
    yield _procedure(book, procedure, procedure.versions)
    for version in procedure.versions:
        for index, turned in enumerate(version.turned):
            if turned.confidence:
                named = procedure.turned(version.valid_from, index)
                yield _procedure(book, named, (turned,), place=f" variant[{index}]")


def _procedure(book: RuleBook, procedure: Procedure, versions: Sequence[Version], *, place: str = "") -> Entry:
    rules = [version.deadline for version in versions if version.deadline]
    texts = (procedure.source, procedure.law, *(text for rule in rules for text in (rule.law, rule.note)))
    doubtful = any(word in text for text in texts for word in _DOUBT)
    known = procedure.confidence in {kind.value for kind in Confidence} and not doubtful
    return Entry(
        where=f"procedures/{procedure.id}.toml{place} confidence",
        what=procedure.name,
        value="、".join(dict.fromkeys(_counted(book, rule) for rule in rules)),
        confidence=Confidence(procedure.confidence) if known else Confidence.MEMORY,
        source="。".join(dict.fromkeys(filter(None, (procedure.source, *(rule.law for rule in rules))))),
    )


def _counted(book: RuleBook, rule: DeadlineRule) -> str:
    """What a deadline counts, e.g. 期限: 届出日の翌日から14日."""
    item = book.vocabulary.item(rule.start) if rule.start else None
    if not rule.count or item is None:
        return f"期限: {rule.note}"
    first = "を含めて" if rule.first_day_included else "の翌日から"
    rolls = "（閉庁日なら次の開庁日）" if rule.rolls else ""
    return f"期限: {item.label}{first}{rule.count}{_UNITS[rule.unit]}{rolls}"


# ---- forms -----------------------------------------------------------------------------------------------------------
def _template(template: Template) -> Entry:
    """A form's confidence is a sentence; only one that says "confirmed" and nothing "from memory" is confirmed."""
    said = template.confidence
    sure = said == Confidence.CONFIRMED.value or ("confirmed" in said and "from memory" not in said)
    return Entry(
        where=f"templates/{template.id}/{template.version}/template.toml confidence",
        what=template.title,
        value="",
        confidence=Confidence.CONFIRMED if sure else Confidence.MEMORY,
        source=said,
    )
