"""How much a rule could cost at the very worst, worked out from its syntax tree before anybody evaluates it.

A few words can ask for more than a machine has: ten maps inside one another, a text that doubles at every step. The
rule compiler's binding has no limit of its own at run time, so nothing that could be dear is ever evaluated. Lists and
texts of a case are taken to be as long as a visit can make them; a step is one node looked at, or one letter or entry
copied.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from kiosk.rules.found import CHOICE
from kiosk.rules.syntax import INDEX, PLUS, Call, Entries, Has, Listed, Literal, Loop, Name, Node, Select, every

MOST = 5_000_000
LETTERS, ALL_LETTERS = 4000, 400_000
"""How long the text of one rule may be, and of all of them together."""

_DIVIDES = frozenset({"_/_", "_%_"})
_PERSONS, _TEXT, _LIST = 20.0, 400.0, 60.0
_CEILING = 1e12


@dataclass(frozen=True, slots=True)
class _Bound:
    """The steps to a value, and how long the value and each of its entries can be."""

    steps: float = 1.0
    length: float = 1.0
    inside: float = _TEXT


_FACT = _Bound(length=_TEXT, inside=_TEXT)
_EVERYBODY = _Bound(length=_PERSONS, inside=_TEXT)
Scope = Mapping[str, _Bound]


def steps(node: Node) -> float:
    """The most steps that one evaluation of an expression can take."""
    return _bound(node, {}).steps


def by_nought(node: Node) -> bool:
    """Whether it divides by a nought that is written there: it has no value, whatever is answered."""
    divisors = (call.args[1] for call in every(node) if isinstance(call, Call) and call.function in _DIVIDES)
    return any(isinstance(each, Literal) and type(each.value) is int and each.value == 0 for each in divisors)


def _bound(node: Node, scope: Scope) -> _Bound:
    match node:
        case Literal(value=value):
            return _Bound(length=float(len(value)) if isinstance(value, str | bytes) else 1.0)
        case Name(name=name):
            return scope.get(name) or (_EVERYBODY if name.removeprefix(".") == "persons" else _FACT)
        case Select(of=of) | Has(of=of):
            return _Bound(_capped(_bound(of, scope).steps + 1), _TEXT, _TEXT)
        case Call():
            return _call(node, [_bound(arg, scope) for arg in node.args])
        case Listed(items=items):
            return _all([_bound(item, scope) for item in items], length=float(len(items)))
        case Entries(entries=entries):
            return _all([_bound(part, scope) for entry in entries for part in entry], length=float(len(entries)))
        case Loop():
            return _loop(node, scope)


def _all(parts: list[_Bound], *, length: float) -> _Bound:
    widest = max((part.length for part in parts), default=1.0)
    return _Bound(_capped(sum(part.steps for part in parts) + length), length, widest)


def _call(call: Call, args: list[_Bound]) -> _Bound:
    before = sum(arg.steps for arg in args) + 1
    if call.function == "earliest":  # compares every day with every other
        before += args[0].length ** 2
    length, inside = _length(call, args)
    return _Bound(_capped(before + length + sum(arg.length for arg in args)), _capped(length), _capped(inside))


def _length(call: Call, args: list[_Bound]) -> tuple[float, float]:
    """How long what a function gives can be, and its entries."""
    widest, deepest = max((arg.length for arg in args), default=1.0), max((arg.inside for arg in args), default=1.0)
    first = args[0].length if args else 1.0
    match call.function:
        case function if function == PLUS:
            return sum(arg.length for arg in args), deepest
        case function if function == INDEX:
            return args[0].inside, _TEXT
        case function if function == CHOICE:
            return max(args[1].length, args[2].length), deepest
        case "replace":
            return first * max(1.0, args[-1].length, args[min(2, len(args) - 1)].length), _TEXT
        case "split":
            return first + 1, first
        case "join":
            return first * (args[0].inside + widest), _TEXT
        case "format":
            return first * (1 + widest * deepest), _TEXT
        case _:
            return widest, deepest


def _loop(loop: Loop, scope: Scope) -> _Bound:
    over = _bound(loop.over, scope)
    inside = {**scope, loop.variable: _Bound(length=over.inside, inside=over.inside)}
    parts = [_bound(arg, inside) for arg in loop.args]
    steps = _capped(over.steps + over.length * (1 + sum(part.steps for part in parts)))
    match loop.macro:
        case "map":
            widest = max(parts[-1].length, parts[-1].inside if parts[-1].length > _TEXT else 0.0)
            return _Bound(_capped(steps + over.length * parts[-1].length), over.length, _capped(widest))
        case "filter":
            return _Bound(steps, over.length, over.inside)
        case _:
            return _Bound(steps)


def _capped(value: float) -> float:
    return min(value, _CEILING)
