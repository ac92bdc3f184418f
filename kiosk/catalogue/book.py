"""Puts the whole catalogue together and checks that its parts fit: forms that exist, facts that are known."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from kiosk.catalogue.alone import check_together, check_usual
from kiosk.catalogue.causes import Causes, missing, once
from kiosk.catalogue.city_checks import check_city
from kiosk.catalogue.earlier import NOTHING, Earlier
from kiosk.catalogue.files import Files
from kiosk.catalogue.labels import label_issues, languages
from kiosk.catalogue.matrix import check_matrix, read_matrix
from kiosk.catalogue.navigator import check_navigator, read_navigator
from kiosk.catalogue.parts import check_form, check_vocabulary
from kiosk.catalogue.placing import placed
from kiosk.catalogue.rules import (
    load_events,
    load_groups,
    load_identity,
    load_procedures,
    load_vocabulary,
    notices_without_place,
    with_id_papers,
)
from kiosk.catalogue.services import named_services, running
from kiosk.catalogue.templates import load_templates
from kiosk.model.base import Issue
from kiosk.model.forbidden import forbidden, holds_digits
from kiosk.model.life_event import Joins, LifeEvent
from kiosk.model.procedure import Filer, Version
from kiosk.model.spelling import nearest
from kiosk.model.vocabulary import Type
from kiosk.rules.book import RuleBook
from kiosk.rules.calendar import open_days
from kiosk.rules.cost import ALL_LETTERS, LETTERS, MOST, by_nought
from kiosk.rules.keys import ROLE
from kiosk.rules.purposes import WISHES
from kiosk.rules.texts import places, read_all, texts, version_texts
from kiosk.settings import City


def read_book(files: Files, city: City, issues: list[Issue], *, earlier: Earlier = NOTHING) -> RuleBook:
    """The rules in forms/ for a city, checked in themselves and against each other; every problem joins `issues`.

    What only repeats another problem does not: a rule that misses a fact whose own entry is wrong.
    """
    places: dict[str, str] = {}
    templates, wrong = load_templates(files.under("templates"), city=city.values, sound=earlier.forms())
    issues.extend(wrong)
    identity = load_identity(files, issues)
    services: dict[str, str] = {}
    whole = RuleBook(
        vocabulary=with_id_papers(load_vocabulary(files, issues, places=places), identity),
        procedures=load_procedures(files, issues, city=city.values, services=services),
        events=load_events(files, issues),
        templates=templates,
        groups=load_groups(files, issues),
        navigator=read_navigator(files, issues),
        city=city.values,
        files=places,
        identity=identity,
        days=open_days(city.year_end),
    )
    whole = replace(whole, earlier=earlier.texts(whole.roots), tried=earlier.tried())
    issues += notices_without_place(identity, whole.procedures.keys(), whole.vocabulary.by_key.keys())
    causes = Causes.of(issues, files.unread)
    named_services(services, city.services, whole.vocabulary, issues)
    wordy = tuple(too_long(whole))
    issues.extend(wordy)
    read = whole if wordy else replace(whole, read=read_all(whole))
    issues.extend(() if wordy else check_book(read))
    issues.extend(() if wordy else tuple(check_city(city, read, issues)))
    complete = not causes.files and not any(map(missing, issues))  # else labels of what is missing are not missed twice
    for language in languages(files):
        issues.extend(label_issues(files, language, read, city, whole=complete))
    issues.extend(check_navigator(read.navigator, read.events) if not causes.files else ())
    matrix = read_matrix(files, issues)
    issues.extend(check_matrix(matrix, read) if matrix and not issues else ())
    issues[:] = placed(once(issues, causes), files.content)
    return running(read, services, city.services)


def too_long(book: RuleBook) -> Iterator[Issue]:
    """Expressions that nobody compiles: one too long in itself, or all of them together."""
    letters = 0
    for text in texts(book):
        letters += len(text.text)
        if len(text.text) > LETTERS:
            yield Issue(where=text.where, message="式が長すぎます。", allowed=f"{LETTERS}文字まで")
        elif letters > ALL_LETTERS:
            message = "全部の式を合わせた長さが限度を超えました。"
            yield Issue(where=text.where, message=message, allowed=f"{ALL_LETTERS}文字まで")
            return


def check_book(book: RuleBook) -> tuple[Issue, ...]:
    """Compile everything and follow every reference, also of services that are not run; all problems at once."""
    book = book.whole
    _ = book.levels
    for item in book.vocabulary.items:
        for name, text in (("ask_when", item.ask_when), ("beside_when", item.beside_when), ("among", item.among)):
            if text:
                book.compile(text, where=f"{book.file(item.key)}.{name}")
        named = [("beside", key) for key in item.beside] + ([("about", item.about)] if item.about else [])
        unknown = [(name, key) for name, key in named if key not in book.vocabulary.by_key]
        book.issues.extend(book.unknown(key, where=f"{book.file(item.key)}.{name}") for name, key in unknown)
    for against in book.vocabulary.contradictions:
        where = book.file(f"contradiction {against.id}")
        book.compile(against.when, where=f"{where}.when")
        lists = (("facts", against.facts), ("same", against.same or ()), ("before", against.before or ()))
        missed = [(name, key) for name, keys in lists for key in keys if key not in book.vocabulary.by_key]
        book.issues.extend(book.unknown(key, where=f"{where}.{name}") for name, key in missed)
    for group, condition in book.groups.items():
        book.compile(condition, where=f"groups.toml {group}")
    book.issues.extend(check_vocabulary(book))
    book.issues.extend(check_together(book))
    _check_procedures(book)
    for template in book.templates.values():
        book.issues.extend(check_form(book, template))
    book.issues.extend(_dear(book))
    return tuple(dict.fromkeys(book.issues))


def _dear(book: RuleBook) -> Iterator[Issue]:
    """Expressions that could take more than a machine has, and such as have no value; none is evaluated then."""
    for text in texts(book):
        rule = book.language.rule(text.text)
        if rule.compiles and by_nought(rule.tree):
            yield Issue(where=text.where, message="0 で割る式です。", allowed="0 でない数")
        if rule.compiles and rule.found.steps > MOST:
            message = "計算が多すぎる式です。"
            allowed = "繰り返し（map、filter、exists など）の入れ子と、長い並びを減らします"
            yield Issue(where=text.where, message=message, allowed=allowed)


def _check_procedures(book: RuleBook) -> None:
    for event in book.events.values():
        _check_event(book, event)
    named = {name for event in book.events.values() for name in event.procedures}
    for procedure in book.procedures.values():
        if not procedure.staff_only and procedure.id not in named and named <= book.procedures.keys():
            _note(book, f"procedures/{procedure.id}.toml id", "どのきっかけからも呼ばれません。")
        for version in procedure.versions:
            _check_version(book, f"procedures/{procedure.id}.toml {version.valid_from}", version)


def _check_event(book: RuleBook, event: LifeEvent) -> None:
    for field in ("opening", "presets", "usual", "codes", "future", "inside", "outside", "spared"):
        for path in getattr(event, field):
            if book.vocabulary.item(path) is None:
                book.issues.append(book.unknown(path, where=f"events/{event.id}.toml {field} {path}"))
    _check_places(book, event)
    book.issues.extend(check_usual(book, event))
    for key, ask in event.asks.items():
        item = book.vocabulary.by_key.get(key)
        number = forbidden(ask) if item is not None and holds_digits(item) else ""
        if number:
            _note(book, f"events/{event.id}.toml asks {key}", f"{number}は聞けません。", "別の聞き方")
    _check_joins(book, event)
    _check_words(book, event)
    _check_listed(book, event)


def _check_listed(book: RuleBook, event: LifeEvent) -> None:
    """The procedures of an event: each there, and once."""
    where = f"events/{event.id}.toml procedures"
    for index, name in enumerate(event.procedures):
        if name in event.procedures[:index]:
            _note(book, f"{where}[{index}]", f"手続 {name} が2回あります。", "1回")
        if name not in book.procedures:
            _note(book, where, f"手続 {name} がありません。", nearest(name, book.procedures))


def _check_words(book: RuleBook, event: LifeEvent) -> None:
    """An event has its own words and pictures for answers that can be given in it, and sections that there are."""
    for what, key, words in _of_answers(event):
        item = book.vocabulary.by_key.get(key)
        right = event.codes.get(key) or (book.vocabulary.codes.get(item.codes, ()) if item else ())
        for code in words:
            if code not in right:
                where = f"events/{event.id}.toml {what} {key}"
                _note(book, where, f"「{code}」は、ここで選べる答えではありません。", "、".join(right))
    sections = [section.id for section in book.vocabulary.sections]
    if event.first_section and event.first_section not in sections:
        where = f"events/{event.id}.toml first_section"
        _note(book, where, f"見出し {event.first_section} がありません。", nearest(event.first_section, sections))


def _of_answers(event: LifeEvent) -> Iterator[tuple[str, str, Mapping[str, str]]]:
    """What an event has for single answers: the table, the key, and by answer."""
    yield from (("words", key, words) for key, words in event.words.items())
    yield from (("pictures", key, pictures) for key, pictures in event.pictures.items())


def _check_joins(book: RuleBook, event: LifeEvent) -> None:
    """What an event brings to a visit about another one are procedures of its own and wishes that there are."""
    joins, item = event.joins or Joins(), book.vocabulary.by_key.get(WISHES)
    known = book.vocabulary.codes.get(item.codes, ()) if item else ()
    for field, names, right in (
        ("procedures", joins.procedures, event.procedures),
        ("wishes", joins.wishes, event.codes.get(WISHES, known)),
    ):
        for name in names:
            if name not in right:
                where = f"events/{event.id}.toml joins {field}"
                _note(book, where, f"{name} は、このきっかけにありません。", nearest(name, right))


def _check_places(book: RuleBook, event: LifeEvent) -> None:
    """What must lie in the city, or outside of it, is an address."""
    for field in ("inside", "outside"):
        for path in getattr(event, field):
            item = book.vocabulary.item(path)
            if item is not None and item.type is not Type.ADDRESS:
                _note(book, f"events/{event.id}.toml {field} {path}", f"{path} は住所ではありません。", "住所の事実")


def _check_version(book: RuleBook, where: str, version: Version) -> None:
    forms = {name for name, _ in book.templates}
    for text in version_texts(where, version):
        book.compile(text.text, where=text.where)
    for place, each in places(where, version):
        for form in each.forms:
            if form not in forms:
                _note(book, f"{place} forms", f"様式 {form} がありません。", nearest(form, forms))
        _check_papers(book, place, each)
        _check_filers(book, f"{place} filers", each.filers)
        proofs = [(f"{place} filers", filer.proof) for filer in each.filers if filer.proof]
        start = [(f"{place} deadline.start", each.deadline.start)] if each.deadline and each.deadline.start else []
        for at, fact in (*proofs, *start):
            if book.vocabulary.item(fact) is None:
                book.issues.append(book.unknown(fact, where=at))


def _check_papers(book: RuleBook, where: str, version: Version) -> None:
    """A filing has a form that is always written, or says why it needs none; not both, and not neither.

    Nothing is said of one with a form that is not there: that is told already.
    """
    if not set(version.forms) <= {name for name, _ in book.templates}:
        return
    if version.always_written and version.no_form is not None:
        _note(book, f"{where} no_form", "様式があるのに、いらない理由も書かれています。", "forms か no_form のどちらか")
    if not version.always_written and version.no_form is None:
        message = "様式も、様式のいらない理由もありません。"
        _note(book, f"{where} forms", message, 'forms = ["…"] または no_form = { why = "…", source = "…" }')


def _check_filers(book: RuleBook, where: str, filers: Iterable[Filer]) -> None:
    """Who may file is one of the codes of case.applicant_role; nothing is said where the vocabulary is at fault."""
    item = book.vocabulary.item(ROLE)
    roles = tuple(book.vocabulary.codes.get(item.codes, ())) if item else ()
    for role in dict.fromkeys(filer.role for filer in filers):
        if roles and role not in roles:
            _note(book, where, f"届出人の区分に「{role}」はありません。", nearest(role, roles))


def _note(book: RuleBook, where: str, message: str, allowed: str = "") -> None:
    book.issues.append(Issue(where=where, message=message, allowed=allowed))
