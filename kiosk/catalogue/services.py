"""Takes the services that this city does not run out of the rule book, so that no resident is shown or asked them."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from kiosk.model.base import Issue
from kiosk.model.life_event import Joins, LifeEvent
from kiosk.model.vocabulary import Type, Vocabulary
from kiosk.rules.book import RuleBook
from kiosk.settings import FILE, SERVICE, Setting


def named_services(
    services: Mapping[str, str], known: Mapping[str, Setting], vocabulary: Vocabulary, issues: list[Issue]
) -> None:
    """Name what fits nothing: a procedure's service that is no setting, an answer that is on no code list."""
    for procedure, service in services.items():
        if service not in known:
            where = f"procedures/{procedure}.toml service"
            message = f"{service} は {FILE} の [{SERVICE}] にありません。"
            issues.append(Issue(where=where, message=message, allowed="、".join(known)))
    words = {word for codes in vocabulary.codes.values() for word in codes}
    for key, setting in known.items():
        for answer in (answer for answer in setting.answers if answer not in words):
            where = f"{FILE} {SERVICE}.{key} answers"
            issues.append(
                Issue(where=where, message=f"「{answer}」はどのコード表にもありません。", allowed="vocabulary.toml")
            )


def running(whole: RuleBook, services: Mapping[str, str], known: Mapping[str, Setting]) -> RuleBook:
    """The book of the services that the city runs; `whole` is remembered in it for those who inspect everything."""
    off = {key: setting for key, setting in known.items() if setting.value is False}
    not_run = {name: off[key].label for name, key in services.items() if key in off and name in whole.procedures}
    answers = frozenset(answer for setting in off.values() for answer in setting.answers)
    if not not_run and not answers:
        return whole
    return replace(
        whole,
        procedures={name: made for name, made in whole.procedures.items() if name not in not_run},
        events={name: _narrowed(event, whole.vocabulary, not_run, answers) for name, event in whole.events.items()},
        not_run=not_run,
        complete=whole,
    )


def _narrowed(event: LifeEvent, vocabulary: Vocabulary, not_run: Iterable[str], answers: frozenset[str]) -> LifeEvent:
    """The event without the procedures, and without the choices that lead to them alone."""
    codes = dict(event.codes)
    for item in vocabulary.items:
        listed = codes.get(item.key) or vocabulary.codes.get(item.codes, ())
        left = tuple(code for code in listed if code not in answers)
        if item.type is Type.CODES and left and len(left) < len(listed):
            codes[item.key] = left
    procedures = tuple(name for name in event.procedures if name not in not_run)
    return event.model_copy(update={"procedures": procedures, "codes": codes, "joins": _joins(event, not_run, answers)})


def _joins(event: LifeEvent, not_run: Iterable[str], answers: frozenset[str]) -> Joins | None:
    joins = event.joins
    if joins is None:
        return None
    wishes = tuple(wish for wish in joins.wishes if wish not in answers)
    return Joins(procedures=tuple(name for name in joins.procedures if name not in not_run), wishes=wishes)
