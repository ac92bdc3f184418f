"""What facts, codes, sections and events are called in one language, beside the Japanese of the vocabulary."""

from collections.abc import Mapping

from kiosk.model.base import Frozen
from kiosk.model.message import Label
from kiosk.model.vocabulary import Item, Vocabulary

JAPANESE, EASY = "ja", "ja-easy"


class ItemLabels(Frozen):
    """A fact in another language, each part as in `Item`; an empty one stays as the vocabulary has it."""

    label: str = ""
    ask: str = ""
    plain: str = ""
    why: str = ""


class Labels(Frozen):
    """The labels of one language: facts by key, codes by list and code, sections and events by id, texts as they stand.

    `text` are the sentences of procedures and forms (reasons, papers, remarks, departments, titles) by their Japanese.

    `confidence` says how far a translation was confirmed. What is missing stays Japanese: a half translated city still
    works, and a code means the same in every language.
    """

    language: str = JAPANESE
    confidence: str = ""
    item: Mapping[str, ItemLabels] = {}
    codes: Mapping[str, Mapping[str, str]] = {}
    section: Mapping[str, str] = {}
    event: Mapping[str, str] = {}
    text: Mapping[str, str] = {}

    def of(self, item: Item) -> ItemLabels:
        """How a fact is called and asked for in this language."""
        own, vocabulary = self.item.get(item.key, _NONE), self._vocabulary(item)
        parts = ((name, getattr(own, name) or getattr(vocabulary, name)) for name in ItemLabels.model_fields)
        return ItemLabels(**dict(parts))

    def _vocabulary(self, item: Item) -> ItemLabels:
        """What the vocabulary itself knows of a language: an English label, and a question in plain Japanese."""
        label = item.en if self.language == "en" and item.en else item.label
        ask = item.plain if self.language == EASY and item.plain else item.ask
        return ItemLabels(label=label, ask=ask, plain=item.plain, why=item.why or item.basis)

    def said(self, japanese: str) -> str:
        """A text of the catalogue."""
        return self.text.get(japanese, japanese)

    def code(self, codes: str, code: str) -> str:
        """What a code of a list is called."""
        return self.codes.get(codes, {}).get(code, code)

    def find(self, what: Label, vocabulary: Vocabulary) -> str:
        """The words for a label; a key that the vocabulary does not know stays as it is."""
        item = vocabulary.by_key.get(what.key)
        if item is None:
            return what.code or what.key
        return self.code(item.codes, what.code) if what.code else self.of(item).label


_NONE = ItemLabels.model_construct()
