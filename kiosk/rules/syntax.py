"""What a rule is made of: the syntax tree that the rule compiler checked, as frozen nodes.

The compiler hands over cel.expr.CheckedExpr (https://github.com/google/cel-spec, proto/cel/expr/checked.proto and
syntax.proto; the field numbers below are theirs). In it every macro is already a loop with an accumulator; the six
standard ones (has, all, exists, exists_one, filter, map) are recognised by the shape of their loop. Anything unknown
is a Defect, so that a newer compiler can never make a rule look at less than it does.
"""

import struct
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeGuard

from kiosk.model.errors import Defect
from kiosk.rules.found import AND, CHOICE, OR
from kiosk.rules.wire import fields

NOT, INDEX, IN, PLUS = "!_", "_[_]", "@in", "_+_"
EQUAL, UNEQUAL = "_==_", "_!=_"
ONCE = "@once"
"""What no rule can write: the name of a function, its arguments, and the body that the call was exchanged for."""

_CONST, _IDENT, _SELECT, _CALL, _LIST, _STRUCT, _LOOP = range(3, 10)
_ITER, _RANGE, _STEP, _RESULT, _ITER2 = 1, 2, 6, 7, 8
_SIGN = 1 << 63


@dataclass(frozen=True, slots=True)
class Literal:
    """A written value; `unsigned` tells 1u from 1."""

    value: str | bytes | float | bool | None
    unsigned: bool = False


@dataclass(frozen=True, slots=True)
class Name:
    """A variable; with a dot before it, one that no loop can hide."""

    name: str


@dataclass(frozen=True, slots=True)
class Select:
    """`of.field`."""

    of: "Node"
    field: str


@dataclass(frozen=True, slots=True)
class Has:
    """has(of.field): whether it is there, whatever it says."""

    of: "Node"
    field: str


@dataclass(frozen=True, slots=True)
class Call:
    """A function or an operator (_&&_ and _||_ of any number, _==_, _[_] …).

    `member`: the first argument stands before the dot.
    """

    function: str
    args: tuple["Node", ...]
    member: bool = False


@dataclass(frozen=True, slots=True)
class Listed:
    """[a, b, c]."""

    items: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Entries:
    """{key: value}; with a `type`, a message, whose keys are the names of its fields."""

    entries: tuple[tuple["Node", "Node"], ...]
    type: str = ""


@dataclass(frozen=True, slots=True)
class Loop:
    """`over.macro(variable, args…)`: all, exists, exists_one, filter or map."""

    macro: str
    over: "Node"
    variable: str
    args: tuple["Node", ...]


Node = Literal | Name | Select | Has | Call | Listed | Entries | Loop


def children(node: Node) -> Sequence[Node]:
    """The nodes directly below, in the order in which they are written."""
    match node:
        case Select(of=of) | Has(of=of):
            return (of,)
        case Call(args=args):
            return args
        case Listed(items=items):
            return items
        case Entries(entries=entries):
            return [part for entry in entries for part in entry]
        case Loop(over=over, args=args):
            return (over, *args)
        case _:
            return ()


def every(node: Node) -> Iterator[Node]:
    """A node and all below it, in the order in which they are written."""
    yield node
    for child in children(node):
        yield from every(child)


def replaced(node: Node, by: Callable[[Node], Node | None]) -> Node:
    """The tree with every topmost node that `by` gives another one for exchanged."""
    other = by(node)
    if other is not None:
        return other
    if isinstance(node, Entries):
        pairs = tuple((replaced(key, by), replaced(value, by)) for key, value in node.entries)
        return Entries(pairs, node.type)
    below = tuple(replaced(child, by) for child in children(node))
    match node:
        case Select() | Has():
            return replace(node, of=below[0])
        case Call():
            return replace(node, args=below)
        case Listed():
            return Listed(below)
        case Loop():
            return replace(node, over=below[0], args=below[1:])
        case _:
            return node


def operands(node: Node) -> tuple[str, tuple[Node, ...]]:
    """What joins an expression at its top (&&, ||, !, ?:) and its parts there; nothing for anything else."""
    if isinstance(node, Call) and node.function in {AND, OR, NOT, CHOICE}:
        return node.function, node.args
    return "", ()


# ---- reading ---------------------------------------------------------------------------------------------------------
def read(serialized: bytes) -> Node:
    """The tree of an expression as `serialize()` of the compiler gives it: a CheckedExpr inside a protobuf Any."""
    packed = dict(fields(serialized))
    if not packed[1].endswith(b"/cel.expr.CheckedExpr"):
        raise Defect("the rule compiler hands over something else than a checked expression")
    return _node(dict(fields(packed[2]))[4])


def _node(message: bytes) -> Node:
    for number, content in fields(message):
        read_as = _READERS.get(number)
        if read_as is not None:
            return read_as(content)
    raise Defect("an expression of a kind that is not known here")


def _literal(message: bytes) -> Literal:
    ((number, value),) = fields(message)
    match number, value:
        case 1, _:
            return Literal(None)
        case 2, int():
            return Literal(bool(value))
        case 3, int():
            return Literal(value - 2 * _SIGN if value >= _SIGN else value)
        case 4, int():
            return Literal(value, unsigned=True)
        case 5, bytes():
            return Literal(float(struct.unpack("<d", value)[0]))
        case 6, bytes():
            return Literal(value.decode())
        case 7, bytes():
            return Literal(value)
        case _:
            raise Defect(f"a literal of kind {number}")


def _name(message: bytes) -> Name:
    return Name(dict(fields(message))[1].decode())


def _select(message: bytes) -> Select | Has:
    parts = dict(fields(message))
    of, field = _node(parts[1]), parts[2].decode()
    return Has(of, field) if parts.get(3) else Select(of, field)


def _call(message: bytes) -> Call:
    parts = fields(message)
    function = next(content.decode() for number, content in parts if number == 2)
    args = [_node(content) for number, content in parts if number != 2]
    if function in {AND, OR}:  # the compiler balances a && b && c in pairs; here they are three parts again
        args = [part for arg in args for part in (arg.args if _is(arg, function) else (arg,))]
    return Call(function, tuple(args), member=any(number == 1 for number, _ in parts))


def _is(node: Node, function: str) -> TypeGuard[Call]:
    return isinstance(node, Call) and node.function == function


def _listed(message: bytes) -> Listed:
    return Listed(tuple(_node(content) for _, content in fields(message)))


def _entries(message: bytes) -> Entries:
    parts = fields(message)
    kind = next((content.decode() for number, content in parts if number == 1), "")
    return Entries(tuple(_entry(content) for number, content in parts if number == 2), kind)


def _entry(message: bytes) -> tuple[Node, Node]:
    parts = dict(fields(message))
    return Name(parts[2].decode()) if 2 in parts else _node(parts[3]), _node(parts[4])


def _loop(message: bytes) -> Loop:
    parts = dict(fields(message))
    if _ITER2 in parts:
        raise Defect("a loop with two variables")
    variable = parts[_ITER].decode()
    macro, args = _macro(variable, _node(parts[_STEP]), _node(parts[_RESULT]))
    return Loop(macro, _node(parts[_RANGE]), variable, args)


def _macro(variable: str, step: Node, result: Node) -> tuple[str, tuple[Node, ...]]:
    """Which macro a loop comes from, and its arguments after the variable."""
    match step:
        case Call(function="_&&_" | "_||_" as function, args=(Name("@result"), *tests)):
            test = tests[0] if len(tests) == 1 else Call(function, tuple(tests))
            return "all" if function == AND else "exists", (test,)
        case Call("_+_", (Name("@result"), Listed((given,)))):
            return "map", (given,)
        case Call("_?_:_", (test, Call("_+_", (Name("@result"), Listed((given,)))), Name("@result"))):
            return ("filter", (test,)) if given == Name(variable) else ("map", (test, given))
        case Call("_?_:_", (test, Call("_+_", (Name("@result"), Literal(1))), Name("@result"))) if _is(result, EQUAL):
            return "exists_one", (test,)
        case _:
            raise Defect("a loop that is none of the standard macros")


_READERS: dict[int, Callable[[bytes], Node]] = {
    _CONST: _literal,
    _IDENT: _name,
    _SELECT: _select,
    _CALL: _call,
    _LIST: _listed,
    _STRUCT: _entries,
    _LOOP: _loop,
}
