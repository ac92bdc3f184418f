"""A syntax tree as one short text: kept with the checked catalogue, and read much faster than the compiler's own."""

import json
from collections.abc import Callable
from typing import Any

from kiosk.rules.syntax import Call, Entries, Has, Listed, Literal, Loop, Name, Node, Select


def packed(node: Node) -> str:
    """The tree as JSON: nested lists, each beginning with the name of its kind. Raises TypeError for bytes."""
    return json.dumps(_lists(node), ensure_ascii=False, separators=(",", ":"))


def unpacked(text: str) -> Node:
    """The tree again."""
    return _node(json.loads(text))


def _lists(node: Node) -> list[Any]:
    match node:
        case Literal(value=value, unsigned=unsigned):
            return ["u" if unsigned else "v", value]
        case Name(name=name):
            return ["n", name]
        case Select(of=of, field=field) | Has(of=of, field=field):
            return ["h" if isinstance(node, Has) else "s", _lists(of), field]
        case Call(function=function, args=args, member=member):
            return ["m" if member else "c", function, *map(_lists, args)]
        case Listed(items=items):
            return ["l", *map(_lists, items)]
        case Entries(entries=entries, type=kind):
            return ["e", kind, *([_lists(key), _lists(value)] for key, value in entries)]
        case Loop(macro=macro, over=over, variable=variable, args=args):
            return ["o", macro, variable, _lists(over), *map(_lists, args)]


def _node(given: list[Any]) -> Node:
    kind, *parts = given
    return _MADE[kind](*parts)


def _call(function: str, *args: list[Any]) -> Call:
    return Call(function, tuple(map(_node, args)))


def _member(function: str, *args: list[Any]) -> Call:
    return Call(function, tuple(map(_node, args)), member=True)


def _loop(macro: str, variable: str, over: list[Any], *args: list[Any]) -> Loop:
    return Loop(macro, _node(over), variable, tuple(map(_node, args)))


def _entries(kind: str, *pairs: list[Any]) -> Entries:
    return Entries(tuple((_node(key), _node(value)) for key, value in pairs), kind)


_MADE: dict[str, Callable[..., Node]] = {
    "v": Literal,
    "u": lambda value: Literal(value, unsigned=True),
    "n": Name,
    "s": lambda of, field: Select(_node(of), field),
    "h": lambda of, field: Has(_node(of), field),
    "c": _call,
    "m": _member,
    "l": lambda *items: Listed(tuple(map(_node, items))),
    "e": _entries,
    "o": _loop,
}
