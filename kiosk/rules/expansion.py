"""Defined functions in a rule: every call is exchanged for what the function is, before the rule is judged."""

from collections.abc import Callable, Mapping
from typing import Any

from kiosk.rules.functions import DEFINITIONS
from kiosk.rules.syntax import Call, Name, Node, every, read, replaced
from kiosk.rules.written import written

Bodies = Mapping[str, Node]
"""The trees of the defined functions, each with those before it exchanged already."""


def bodies(compiled: Callable[[str], Any]) -> Bodies:
    """`compiled` makes a program of an expression over the parameters."""
    found = dict[str, Node]()
    for name, definition in DEFINITIONS.items():
        found[name] = expanded(read(compiled(definition.body).serialize()), found)
    return found


def calls_defined(node: Node) -> bool:
    """Whether any defined function is called in an expression."""
    return any(isinstance(part, Call) and part.function in DEFINITIONS for part in every(node))


def judged(node: Node, known: Bodies) -> str:
    """The text of an expression as it is judged."""
    return written(expanded(node, known))


def expanded(node: Node, known: Bodies) -> Node:
    """The expression with every call of a known function exchanged for its body; the same node where there is none."""

    def by(call: Node) -> Node | None:
        if not isinstance(call, Call) or call.function not in known:
            return None
        given = {
            name: expanded(arg, known)
            for name, arg in zip(DEFINITIONS[call.function].parameters, call.args, strict=True)
        }
        return replaced(known[call.function], lambda part: given.get(part.name) if isinstance(part, Name) else None)

    return replaced(node, by)
