"""Defined functions in a rule: every call is exchanged for what the function is, before the rule is judged.

Context: a birth may be known to the year or the month only. What follows from it may still be certain: who was born in
昭和元年 is no child.
Decision: beside an imprecise date stand the first and the last day that it can be (`date_earliest`, `date_latest`, see
`tree`). An age, a school year or a 年度末 only ever goes one way with the birth, so a call whose value is the same at
both ends has that value in between, and an order (<, <=, >, >=) that holds or fails at both ends does so in between.
Anything else stays undecided; no date is ever invented.
Consequence: this is done here, once, and no rule is written for it. Nearly every birth is known to the day, so that
the program that looks at both ends is made only when a visit has one that is not: it is three times as long. What a
call was remains beside its body (`ONCE`): an age is worked out once for all rules that look at it.
"""

from collections.abc import Callable, Mapping
from typing import Any

from kiosk.rules.found import EARLIEST, LATEST
from kiosk.rules.functions import DEFINITIONS
from kiosk.rules.syntax import ONCE, Call, Has, Literal, Name, Node, Select, every, read, replaced
from kiosk.rules.written import written

Bodies = Mapping[str, Node]
"""The trees of the defined functions, each with those before it exchanged already."""

BY_BIRTH = frozenset({"legal_age", "birthday_age", "fy_end", "school_grade", "grade_name"})
ORDERS = frozenset({"_<_", "_<=_", "_>_", "_>=_"})
_OPEN = Call("cel_unknown", ())


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


def judged_between(node: Node, known: Bodies) -> str:
    """The same where a birth may be imprecise."""
    return written(expanded(node, known, between=True))


def expanded(node: Node, known: Bodies, *, between: bool = False) -> Node:
    """The expression with every call of a known function exchanged for its body; the same node where there is none.

    `between`: what both ends of an imprecise date decide is decided.
    """

    def by(call: Node) -> Node | None:
        if not isinstance(call, Call):
            return None
        dated = [_dated(arg) for arg in call.args] if between else []
        if call.function in ORDERS and dated.count(None) == 1:
            return _order(call, next(place for place in dated if place is not None), known)
        if call.function not in known:
            return None
        born = _dated(call) if between else None
        return _body(call, known, between=between) if born is None else _value(call, born, known)

    return replaced(node, by)


def _body(call: Call, known: Bodies, *, between: bool = True) -> Node:
    names = DEFINITIONS[call.function].parameters
    given = {name: expanded(arg, known, between=between) for name, arg in zip(names, call.args, strict=True)}
    body = replaced(known[call.function], lambda part: given.get(part.name) if isinstance(part, Name) else None)
    return Call(ONCE, (Literal(call.function), *given.values(), body))


# ---- dates that are known to the year or the month -------------------------------------------------------------------
def _dated(node: Node) -> Select | None:
    """The date that an age or a school year is told of, where it is a fact and may be imprecise."""
    if isinstance(node, Call) and node.function in BY_BIRTH and isinstance(node.args[0], Select):
        return node.args[0]
    return None


def _at(call: Call, born: Select, end: str) -> Call:
    """The call, told one end of what the date can be."""
    return Call(call.function, (Select(born.of, f"{born.field}{end}"), *call.args[1:]), call.member)


def _value(call: Call, born: Select, known: Bodies) -> Node:
    """Its value by the exact date, or the one that both ends give."""
    first, last = (_body(_at(call, born, end), known) for end in (EARLIEST, LATEST))
    return _where_exact(born, _body(call, known), _same(first, last))


def _order(order: Call, born: Select, known: Bodies) -> Node:
    """Whether it holds by the exact date, or at both ends."""

    def told(end: str) -> Node:
        sides = ((arg, _dated(arg)) for arg in order.args)
        args = (
            _body(_at(arg, date, end) if end else arg, known)
            if date is not None and isinstance(arg, Call)
            else expanded(arg, known, between=True)
            for arg, date in sides
        )
        return Call(order.function, tuple(args))

    return _where_exact(born, told(""), _same(told(EARLIEST), told(LATEST)))


def _where_exact(born: Select, exact: Node, otherwise: Node) -> Node:
    """Without a bound the exact date is what is missed: it is known, or the question that would tell it is asked."""
    bounded = Call("_&&_", (Call("!_", (Has(born.of, born.field),)), Has(born.of, f"{born.field}{EARLIEST}")))
    return Call("_?_:_", (bounded, otherwise, exact))


def _same(first: Node, last: Node) -> Node:
    return Call("_?_:_", (Call("_==_", (first, last)), first, _OPEN))
