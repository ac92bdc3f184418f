"""Which answer of a visit an item of the record came from, so that a correction is asked where it was said."""

from kiosk.exchange.records.columns import Columns
from kiosk.exchange.records.limits import sources
from kiosk.model.path import person_path
from kiosk.model.vocabulary import Vocabulary


def paths_of(item: str, about: str, *, columns: Columns, vocabulary: Vocabulary) -> tuple[str, ...]:
    """The facts (person[p1].name.full) that may fill an item, by its 項目名 or ローマ字; `about` is a 対象者番号."""
    found = [
        column.source for group in columns.groups for column in group.columns if item in {column.item, column.romaji}
    ]
    keys = [each.key for each in vocabulary.items if each.ask and {*sources(each.key)} & {*found}]
    own = about or "p1"
    return tuple(person_path(own, key) if key.startswith("person.") else key for key in keys)
