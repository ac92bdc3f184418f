"""forms/labels/<language>.toml: what facts, codes, sections and events are called in another language, checked."""

from collections.abc import Iterator, Mapping

from kiosk.catalogue.files import Files
from kiosk.catalogue.toml_files import build
from kiosk.model.base import Issue
from kiosk.model.labels import Labels
from kiosk.model.procedure import LifeEvent
from kiosk.model.vocabulary import Vocabulary

FOLDER = "labels"


def read_labels(
    files: Files, language: str, *, vocabulary: Vocabulary, events: Mapping[str, LifeEvent]
) -> tuple[Labels, tuple[Issue, ...]]:
    """The labels of a language, and what is wrong with them; without a file, or with a broken one, all is Japanese."""
    where = f"{FOLDER}/{language}.toml"
    if where not in files.names:
        return Labels(language=language), ()
    data = files.toml(where, where=where)
    if isinstance(data, Issue):
        return Labels(language=language), (data,)
    found = build(Labels, {**data, "language": language}, where=where)
    if isinstance(found, tuple):
        return Labels(language=language), found
    return found, tuple(_unknown(found, where, vocabulary, events))


def languages(files: Files) -> tuple[str, ...]:
    """The languages that have a file."""
    return tuple(name.removesuffix(".toml") for name in files.under(FOLDER).names)


def _unknown(labels: Labels, where: str, vocabulary: Vocabulary, events: Mapping[str, LifeEvent]) -> Iterator[Issue]:
    for key in labels.item.keys() - vocabulary.by_key.keys():
        yield Issue(where=f"{where} item.{key}", message="事実が語彙にありません。")
    for key, codes in labels.codes.items():
        for code in codes.keys() - set(vocabulary.codes.get(key, ())):
            yield Issue(where=f"{where} codes.{key}", message=f"「{code}」はこの選択肢にありません。")
    for key in labels.section.keys() - {section.id for section in vocabulary.sections}:
        yield Issue(where=f"{where} section.{key}", message="見出しが語彙にありません。")
    for key in labels.event.keys() - events.keys():
        yield Issue(where=f"{where} event.{key}", message="きっかけがありません。")
