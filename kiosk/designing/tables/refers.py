"""What a text of the files names, by the type and the key it stands under: a form, a fact, a rule."""

from __future__ import annotations

import enum
from collections.abc import Mapping


class Names(enum.Enum):
    """What is named."""

    DEPARTMENT = "department"
    FORM = "form"
    PROCEDURE = "procedure"
    SERVICE = "service"
    ROLE = "role"
    FACT = "fact"
    DATE = "date"  # a fact that is a day
    CODES = "codes"
    SECTION = "section"
    EVENT = "event"
    FEE = "fee"
    LANGUAGE = "language"
    CARD = "card"
    MEMBER = "member"  # a fact of a member, without the word person
    MARK = "mark"
    RULE = "rule"  # CEL that says yes or no
    VALUE = "value"  # CEL that gives a value
    LONG = "long"  # words of more than a line
    SOURCE = "source"  # an item of the record


_RULES = ("when", "photo_when", "free_when", "wish", "ask_when", "beside_when", "among", "assumed", "also", "Groups")
_LONG = (
    *("reason", "reason_not", "why", "note", "guide", "source", "ask", "self_ask", "plain", "law", "fee", "free_why"),
    *("who", "what", "label", "host_key", "recipient"),
)
_FACTS = (
    *("opening", "future", "inside", "outside", "spared"),
    *("beside", "together", "about", "of", "otherwise", "proof", "to"),
)

VALUES: Mapping[tuple[str, str], Names | None] = {
    **{("", key): Names.RULE for key in _RULES},
    **{("", key): Names.LONG for key in _LONG},
    **{("", key): Names.FACT for key in _FACTS},
    ("", "department"): Names.DEPARTMENT,
    ("", "forms"): Names.FORM,
    **{("", key): Names.PROCEDURE for key in ("procedures", "at_once", "second_check", "later", "held")},
    ("Procedure", "after"): Names.PROCEDURE,
    ("Procedure", "service"): Names.SERVICE,
    ("Version", "form_when"): Names.RULE,
    ("Version", "to"): Names.DATE,
    ("Filer", "role"): Names.ROLE,
    ("Charge", "fee"): Names.FEE,
    ("Charge", "count"): Names.FACT,
    ("DeadlineRule", "start"): Names.DATE,
    ("Item", "codes"): Names.CODES,
    ("Item", "section"): Names.SECTION,
    ("Derivation", "fact"): Names.FACT,
    ("Derivation", "value"): Names.VALUE,
    ("Contradiction", "facts"): Names.FACT,
    ("Contradiction", "same"): Names.FACT,
    ("Contradiction", "before"): Names.DATE,
    ("Contradiction", "says"): Names.LONG,
    ("LifeEvent", "first_section"): Names.SECTION,
    ("CaseText", "event"): Names.EVENT,
    ("CaseText", "also"): Names.EVENT,
    ("CaseText", "cards"): Names.CARD,
    ("Cell", "on"): Names.EVENT,
    ("Recipient", "name"): Names.FACT,
    ("Recipient", "address"): Names.FACT,
    ("Expectation", "warnings"): Names.LONG,
    ("Field", "key"): Names.FACT,
    ("Labels", "text"): Names.LONG,
    ("Held", "members"): Names.FACT,
    ("Held", "when"): None,  # what a cell says
    ("Leave", "why"): None,
    ("Leave", "otherwise"): None,
    ("Column", "source"): Names.SOURCE,
}
"""What stands under a key; with no type before it, wherever the key is."""

KEYS: Mapping[tuple[str, str], Names] = {
    **{("LifeEvent", key): Names.FACT for key in ("presets", "usual", "codes", "asks", "words", "pictures")},
    ("LifeEvent", "headings"): Names.SECTION,
    ("Version", "form_when"): Names.FORM,
    ("CaseText", "answers"): Names.FACT,
    ("CaseText", "person-each"): Names.MEMBER,
    ("Expectation", "deadlines"): Names.PROCEDURE,
    **{(model, "labels"): Names.LANGUAGE for model in ("Procedure", "Variant", "Counter")},
    ("Matrix", "Matrix"): Names.PROCEDURE,
    ("Labels", "item"): Names.FACT,
    ("Labels", "codes"): Names.CODES,
    **{(model, "fixed"): Names.FACT for model in ("Mapped", "RegisterMapped")},
}
"""What the names are under which values stand."""


def value_names(model: str, key: str) -> Names | None:
    """What a value names; None for what is only words."""
    return VALUES.get((model, key), VALUES.get(("", key)))


def key_names(model: str, key: str) -> Names | None:
    """What a name under which something stands is; None for one that is made up there."""
    return KEYS.get((model, key))
