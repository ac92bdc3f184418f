"""What somebody is told, before it is put into words: a code, and what the words need to know.

Context: the same visit is shown to a clerk in Japanese and to a resident in one of seven languages, is parked and
taken up again, and is written into logs; a Japanese sentence that is made where the trouble is found can do none of it.
Decision: below the screens nobody writes sentences. A module declares each of its sentences once as a `Code` with the
names of its values; calling the code makes a `Message`, and `kiosk.words` puts it into the words of one language at
the edge. Values are numbers, terms that stay as they are in every language (昭和, 子の子), labels of the vocabulary,
other messages, lists of these, and `Said` for what somebody typed: it is repeated to that person alone, a log or an
error never shows it (repr is empty, `Words.say(..., hide=True)`). What is typed or chosen and what the law names
(はい, 国内転入, 世帯主) are values, no sentences, and stay.
Consequence: a language is one more word file. A test finds every `Code` of the program and looks for its words with
just these values, so a sentence can be neither missing nor misspelt. Messages are plain data: they compare, hash and go
through JSON inside the state of a visit, and cost about a microsecond, since a date is read at every key.
"""

from dataclasses import dataclass, field

from kiosk.model.errors import Defect


@dataclass(frozen=True, slots=True)
class Said:
    """What somebody typed or declared, to be repeated to them and to nobody else; its repr never shows it."""

    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Label:
    """The label of a fact in the vocabulary, or with `code` of one code of its list."""

    key: str
    code: str = ""


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence as code and values, the values in the order of its Code. Made by calling a Code, never by hand."""

    code: str
    values: "tuple[tuple[str, str | int | Said | Label | Message | tuple[str | Label | Message, ...]], ...]" = ()


Value = str | int | Said | Label | Message | tuple[str | Label | Message, ...]


class Code:
    """One sentence that the program can say: its key in the word files and the names of its values.

    `TOO_LONG = Code("name-too-long", "count")`; `TOO_LONG(count=101)` is a Message. Raises Defect for other values.
    """

    __slots__ = ("key", "takes")

    def __init__(self, key: str, *takes: str) -> None:
        self.key, self.takes = key, takes

    def __call__(self, **values: Value) -> Message:
        """The message with its values."""
        if values.keys() != set(self.takes):
            raise Defect(f"{self.key} takes {self.takes}, not {tuple(values)}")
        return Message(self.key, tuple((name, values[name]) for name in self.takes))


Where = Label | Message
"""Which answer is spoken of: a fact of the vocabulary, or a word for it."""


@dataclass(frozen=True, slots=True)
class Refused:
    """An answer that cannot be taken: where it stands, what is wrong with it, what is allowed instead."""

    where: Where
    message: Message
    allowed: Message | None = None
