"""What the catalogue says - facts, choices, headings, reasons, papers - in one language, beside its own Japanese.

Context: about two thousand short texts of a city are shown to residents; a text that is changed in Japanese must not
go on saying the old thing in six other languages.
Decision: a translation is found by the Japanese it was made from. Where the same Japanese needs another word in one
place, `item` and `codes` say so.
Consequence: a Japanese text that changes has no translation any more, and the old one belongs to nothing: `kiosk check`
sees both, and nobody reads a stale sentence.
"""

from collections.abc import Mapping

from kiosk.model.base import Frozen
from kiosk.model.languages import EASY, JAPANESE
from kiosk.model.message import Label
from kiosk.model.vocabulary import Item, Vocabulary


class ItemLabels(Frozen):
    """A fact in another language, each part as in `Item`; an empty one stays as the vocabulary has it."""

    label: str = ""
    ask: str = ""
    plain: str = ""
    why: str = ""


class Labels(Frozen):
    """The labels of one language: `text` by their Japanese; what a fact or a code of a list is called otherwise.

    `confidence` says how far a translation was confirmed. What is missing stays Japanese: a half translated city still
    works, and a code means the same in every language.
    """

    language: str = JAPANESE
    confidence: str = ""
    item: Mapping[str, ItemLabels] = {}
    codes: Mapping[str, Mapping[str, str]] = {}
    text: Mapping[str, str] = {}

    def of(self, item: Item, *, ask: str = "") -> ItemLabels:
        """How a fact is called and asked for in this language; `ask` is an event's own Japanese for the question."""
        own, said = self.item.get(item.key, _NONE), self.said
        return ItemLabels(
            label=own.label or self._label(item),
            ask=self._ask(item, own, ask),
            plain=own.plain or said(item.plain),
            why=own.why or said(item.why or item.basis),
        )

    def _label(self, item: Item) -> str:
        return self.text.get(item.label) or (self.language == "en" and item.en) or item.label

    def _ask(self, item: Item, own: ItemLabels, ask: str) -> str:
        """The event's own question, then the question as it was translated, then in plain Japanese as it stands."""
        if ask and (self.language == JAPANESE or ask in self.text):
            return self.said(ask)
        if self.language == EASY and item.plain:
            return own.ask or self.said(item.plain)
        return own.ask or self.said(item.ask)

    def said(self, japanese: str) -> str:
        """A text of the catalogue."""
        return self.text.get(japanese, japanese)

    def code(self, codes: str, code: str) -> str:
        """What a code of a list is called."""
        return self.codes.get(codes, {}).get(code) or self.said(code)

    def find(self, what: Label, vocabulary: Vocabulary) -> str:
        """The words for a label; a key that the vocabulary does not know stays as it is."""
        item = vocabulary.by_key.get(what.key)
        if item is None:
            return what.code or what.key
        return self.code(item.codes, what.code) if what.code else self.of(item).label


_NONE = ItemLabels.model_construct()
