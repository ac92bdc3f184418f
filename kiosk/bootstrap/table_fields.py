"""The leaves and parts of a file as the fields of a form, in the words of the glass; and back, what was typed."""

from __future__ import annotations

import datetime as dt
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kiosk.designing.tables.refers import Names, key_names, value_names
from kiosk.designing.tables.shapes import Kind
from kiosk.model.said_dates import parse_date
from kiosk.model.wareki import PartialDate, calendar_day
from kiosk.ui.designer.table_ports import Addable, Field, Given, Way

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kiosk.bootstrap.table_choices import Choice, Choices
    from kiosk.designing.tables.outline import Adding, Leaf
    from kiosk.designing.tables.outline import Part as Outlined
    from kiosk.words import Words

_MANY = frozenset({Names.FACT, Names.DATE, Names.MEMBER, Names.FORM, Names.PROCEDURE, Names.EVENT})
_YES = ("true", "false")
_WORDS = "文字"  # what a field says of itself that can hold any words: nobody needs to be told
_WAYS = {Names.RULE: Way.RULE, Names.VALUE: Way.CEL, Names.LONG: Way.AREA}


@dataclass(frozen=True)
class Fields:
    """`words` of the glass, `choices` of the catalogue."""

    words: Words
    choices: Choices

    # ---- showing -----------------------------------------------------------------------------------------------------
    def field(self, leaf: Leaf, problems: Sequence[str] = ()) -> Field:
        """A leaf as a field."""
        model, key = leaf.model, leaf.key
        own = str(leaf.path[-1]) if key != leaf.path[-1] else ""
        label = self._key(model, key, ".".join(map(str, leaf.path[_depth(leaf) :]))) if own else self.word(model, key)
        way, choices = self._way(leaf)
        value = _shown(leaf.value if leaf.given else _default(leaf))
        if way is Way.CHOICE and not leaf.slot.required:
            choices = (("", self.words("table-none")), *choices)
        if isinstance(value, str) and choices and way is not Way.SEVERAL and not self._there(leaf, value, choices):
            choices = (*choices, (value, value))
        return Field(
            path=leaf.path,
            key=own or key,
            label=label,
            way=Way.FIXED if not leaf.known else way,
            value=value,
            choices=choices,
            hint=self._hint(model, key),
            allowed=self._allowed(leaf),
            removable=leaf.given
            and (not leaf.known or bool(own) or (not leaf.slot.required and leaf.slot.default is None)),
            problems=tuple(problems),
        )

    def _there(self, leaf: Leaf, value: str, choices: tuple[Choice, ...]) -> bool:
        names = value_names(leaf.model, leaf.key)
        return (names is not None and value in self.choices.words(names)) or value in dict(choices)

    def _way(self, leaf: Leaf) -> tuple[Way, tuple[Choice, ...]]:
        kind, names = leaf.slot.shape.kind, value_names(leaf.model, leaf.key)
        listed = self.choices.of(names) if names is not None else ()
        match kind:
            case Kind.TEXTS:
                return (Way.SEVERAL, listed) if listed else (Way.LINES, ())
            case Kind.YES:
                named = self.choices.settings(bool) if leaf.model == "DeadlineRule" else ()
                return Way.CHOICE, (*((code, self.words(f"table-{code}")) for code in _YES), *named)
            case Kind.CODE:
                codes = leaf.slot.shape.codes
                return Way.CHOICE, tuple((code, self._code(leaf.key, code)) for code in codes)
            case Kind.TEXT if listed:
                return (Way.PICK if names in _MANY else Way.CHOICE), listed
            case Kind.TEXT if names in _WAYS:
                return _WAYS[names], ()
            case _:
                return Way.LINE, ()

    def _code(self, key: str, code: str) -> str:
        said = self._maybe(f"table-code-{key}-{code.replace('.', '-')}")
        return f"{said}（{code}）" if said else code

    def word(self, model: str, key: str) -> str:
        """What a key is called; the key itself where it has no words yet."""
        return self._maybe(f"table-{model}-{key}") or self._maybe(f"table-{key}") or key

    def _key(self, model: str, key: str, name: str) -> str:
        """What a name is called under which something stands."""
        names = key_names(model, key)
        said = self.choices.words(names).get(name, name) if names is not None else name
        return said.partition("　")[0] if names in {Names.FACT, Names.MEMBER} else said

    def _hint(self, model: str, key: str) -> str:
        return self._maybe(f"table-{model}-{key}-hint") or self._maybe(f"table-{key}-hint")

    def _allowed(self, leaf: Leaf) -> str:
        shape, said = leaf.slot.shape, leaf.slot.allowed
        if said and said != _WORDS and "{" not in said and "[" not in said:
            return said
        match shape.kind:
            case Kind.NUMBER if shape.least is not None and shape.most is not None:
                numbers = self.words("table-number", least=f"{shape.least:g}", most=f"{shape.most:g}")
                return f"{numbers}{self.words('table-number-city')}" if leaf.model == "DeadlineRule" else numbers
            case Kind.DAY:
                return self.words("table-day")
            case Kind.TEXTS:
                return self.words("table-lines") if self._way(leaf)[0] is Way.LINES else ""
            case _:
                return ""

    def _maybe(self, key: str) -> str:
        return self.words(key) if key in self.words.keys else ""

    def title(self, part: Outlined) -> str:
        """What a part is called."""
        model, key = part.model, part.key
        if not key:
            return part.called or self.words("table-whole")
        kind = self.word(model, f"{key}-part") if self._maybe(f"table-{key}-part") else self.word(model, key)
        called = self._key(model, key, part.called) if part.own else part.called
        if part.own and part.label:
            return f"{part.label[:30]}　{called}"
        name = " ".join(called.split())
        return f"{kind}　{name[:30]}{'…' * (len(name) > 30)}" if name and name != kind else kind

    def addable(self, adding: Adding) -> Addable:
        """What can be added, in words."""
        names = key_names(adding.model, adding.key) if adding.named else None
        choices = self.choices.of(names) if names is not None else ()
        what = self.word(adding.model, f"{adding.key}-part" if self._maybe(f"table-{adding.key}-part") else adding.key)
        return Addable(adding.path, self.words("table-add", what=what), adding.named, choices)

    # ---- reading -----------------------------------------------------------------------------------------------------
    def read(self, leaf: Leaf, given: Given) -> Any:
        """What was typed as the file holds it. Raises ValueError with the words why it cannot be taken."""
        shape = leaf.slot.shape
        if isinstance(given, tuple):
            return [each for each in given if each.strip()]
        text = (
            given.strip()
            if shape.kind is not Kind.TEXT or value_names(leaf.model, leaf.key) is None
            else given.rstrip()
        )
        if not text and leaf.slot.required and leaf.slot.shape.kind is not Kind.ANY:
            raise ValueError(self.words("designer-empty"))
        match shape.kind:
            case Kind.NUMBER:
                return self._number(leaf, text)
            case Kind.YES:
                return text == "true" if text in _YES else text
            case Kind.DAY:
                return self._day(text)
            case Kind.ANY:
                return _any(text)
            case _:
                return text

    def _number(self, leaf: Leaf, text: str) -> int | float | str:
        shape = leaf.slot.shape
        if leaf.model == "DeadlineRule" and text in dict(self.choices.settings(int)):
            return text
        try:
            value = float(unicodedata.normalize("NFKC", text))
        except ValueError:
            value = float("nan")
        least, most = (shape.least, shape.most)
        fits = (least is None or value >= least) and (most is None or value <= most) and value == value  # noqa: PLR0124
        if not fits or (shape.whole and value != int(value)):
            raise ValueError(self._allowed(leaf) or self.words("table-number-any"))
        return int(value) if value == int(value) else value

    def _day(self, text: str) -> dt.date:
        said = unicodedata.normalize("NFKC", text)
        found = parse_date(said, today=dt.date(2000, 1, 1)) if any(sign.isdigit() for sign in said) else None
        day = calendar_day(found) if isinstance(found, PartialDate) else None
        if day is None:
            raise ValueError(self.words("designer-day"))
        return day


def _depth(leaf: Leaf) -> int:
    """From where on a path is the leaf's own name (which may be written as tables inside tables)."""
    return next((at + 1 for at, step in enumerate(leaf.path) if step == leaf.key), len(leaf.path) - 1)


def _default(leaf: Leaf) -> Any:
    found = leaf.slot.default
    return getattr(found, "value", found) if found is not None else None


def _shown(value: object) -> Given:
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case list() | tuple():
            return tuple(str(getattr(each, "value", each)) for each in value)
        case float():
            return f"{value:g}"
        case _:
            return str(value)


def _any(text: str) -> bool | int | str:
    """A yes or no, a whole number, or words, as it looks."""
    if text in _YES:
        return text == "true"
    plain = unicodedata.normalize("NFKC", text)
    return int(plain) if plain.isdecimal() else text
