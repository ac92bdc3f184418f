"""Which facts a rule looks at, found in its checked syntax tree: never fewer than it can look at when it is judged.

A place is written with dots: m.birth.date is the member's, each.birth.date anybody's, head.birth.date the head's,
case.kind the case's. What a rule takes by a computed name, or compares or passes on as a whole, is named by its root
alone (case, each): then everything below belongs to it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from kiosk.rules.cost import steps
from kiosk.rules.found import CHOICE, EACH, PERSONS, Found, Looks
from kiosk.rules.syntax import (
    EQUAL,
    IN,
    INDEX,
    PLUS,
    UNEQUAL,
    Call,
    Entries,
    Has,
    Listed,
    Literal,
    Loop,
    Name,
    Node,
    Select,
    every,
    operands,
)
from kiosk.rules.written import written


@dataclass(frozen=True)
class _Thing:
    """What a part of an expression may stand for: one of some places, or a list or map of such things."""

    places: frozenset[str] = frozenset()
    items: "_Thing | None" = None


_NOTHING = _Thing()
_EVERYBODY = _Thing(items=_Thing(frozenset({EACH})))


def find(node: Node, roots: frozenset[str]) -> Found:
    """Everything that is worth knowing about an expression; `roots` as in look."""
    sign, parts = operands(node)
    return Found(look(node, roots), skips(node), sign, tuple(written(part) for part in parts), steps(node))


def look(node: Node, roots: frozenset[str]) -> Looks:
    """Everything that an expression looks at; `roots` are the variables that hold facts."""
    walk = _walked(node, roots)
    whole = walk.chains.get(id(node), frozenset())
    place = next(iter(whole)) if len(whole) == 1 else ""
    named = tuple(walk.named)
    return Looks(tuple(walk.refs), tuple(walk.values), tuple(walk.present), tuple(walk.compared), named, place)


def chains(node: Node, roots: frozenset[str]) -> Mapping[int, frozenset[str]]:
    """The places that nodes of a tree stand for, by the node's id()."""
    return _walked(node, roots).chains


def _walked(node: Node, roots: frozenset[str]) -> "_Walk":
    walk = _Walk(roots)
    walk.use(walk.thing(node, {}))
    return walk


@dataclass
class _Walk:
    """Goes through a tree once and notes what it looks at."""

    roots: frozenset[str]
    refs: dict[str, None] = field(default_factory=dict)
    values: dict[str, None] = field(default_factory=dict)
    present: dict[str, None] = field(default_factory=dict)
    named: dict[str, None] = field(default_factory=dict)
    compared: list[tuple[str, str]] = field(default_factory=list)
    chains: dict[int, frozenset[str]] = field(default_factory=dict)

    # ---- looking -----------------------------------------------------------------------------------------------------
    def thing(self, node: Node, scope: Mapping[str, _Thing]) -> _Thing:
        """What a node stands for; what it looks at on the way is noted."""
        match node:
            case Name(name=name):
                return self._variable(name, scope)
            case Select() | Has():
                return self._field(node, scope)
            case Call():
                return self._call(node, scope)
            case Listed(items=items):
                return _Thing(items=self._any(items, scope))
            case Entries(entries=entries):
                keys, values = zip(*entries, strict=True) if entries else ((), ())
                self.use(self._any(keys, scope))
                return _Thing(items=self._any(values, scope))
            case Loop():
                return self._loop(node, scope)
            case Literal():
                return _NOTHING

    def use(self, thing: _Thing) -> _Thing:
        """Its value is needed here, whatever it is."""
        self._note(thing.places)
        if thing.items is not None:
            self.use(thing.items)
        return _NOTHING

    def _note(self, places: frozenset[str]) -> None:
        for place in sorted(places):
            self.refs[place] = self.values[place] = None

    def _passed(self, thing: _Thing) -> _Thing:
        """A part is judged here and used later: facts are looked at now, a whole person or root only when used."""
        self._note(frozenset(place for place in thing.places if "." in place))
        return _Thing(frozenset(place for place in thing.places if "." not in place), thing.items)

    def _any(self, nodes: tuple[Node, ...], scope: Mapping[str, _Thing]) -> _Thing:
        found = _NOTHING
        for node in nodes:
            found = _joined(found, self._passed(self.thing(node, scope)))
        return found

    def _variable(self, name: str, scope: Mapping[str, _Thing]) -> _Thing:
        if name in scope:
            return scope[name]
        bare = name.removeprefix(".")
        if bare == PERSONS:
            return _EVERYBODY
        if bare not in self.roots:
            return _NOTHING
        self.named[bare] = None
        return _Thing(frozenset({bare}))

    def _field(self, node: Select | Has, scope: Mapping[str, _Thing]) -> _Thing:
        found = self._below(node, self.thing(node.of, scope), node.field)
        return self._asked_for(found) if isinstance(node, Has) else found

    def _below(self, node: Node, thing: _Thing, name: str) -> _Thing:
        below = _Thing(frozenset(f"{place}.{name}" for place in thing.places))
        if below.places:
            self.chains[id(node)] = below.places
        return _joined(below, thing.items or _NOTHING)

    def _asked_for(self, thing: _Thing) -> _Thing:
        for place in sorted(thing.places):
            holder = place.rpartition(".")[0]  # where nothing is known of the card, has(m.card.expired) is not decided
            for asked in (holder, place) if "." in holder else (place,):
                self.refs[asked] = self.present[asked] = None
        return self.use(_Thing(items=thing.items))

    # ---- calls and loops ---------------------------------------------------------------------------------------------
    def _call(self, call: Call, scope: Mapping[str, _Thing]) -> _Thing:
        function, args = call.function, call.args
        if function == INDEX:
            return self._index(call, scope)
        if function == CHOICE:
            self.use(self.thing(args[0], scope))
            return self._any(args[1:], scope)
        if function in {PLUS, "size"}:  # of lists: both after one another, or how many
            things = [self._counted(self.thing(arg, scope)) for arg in args]
            return _joined(*things) if function == PLUS else _NOTHING
        things = [self._noted(self.thing(arg, scope)) for arg in args]
        if function in {EQUAL, UNEQUAL, IN}:
            self.compared += _compared(args, things)
        return _NOTHING

    def _noted(self, thing: _Thing) -> _Thing:
        self.use(thing)
        return thing

    def _counted(self, thing: _Thing) -> _Thing:
        self._note(thing.places)
        return _Thing(items=thing.items)

    def _index(self, call: Call, scope: Mapping[str, _Thing]) -> _Thing:
        of, key = call.args
        thing = self.thing(of, scope)
        if isinstance(key, Literal) and isinstance(key.value, str):
            return self._below(call, thing, key.value)
        self.use(self.thing(key, scope))
        self._note(thing.places)
        return thing.items or _NOTHING

    def _loop(self, loop: Loop, scope: Mapping[str, _Thing]) -> _Thing:
        over = self.thing(loop.over, scope)
        self._note(over.places)
        item = over.items or _NOTHING
        inside = {**scope, loop.variable: item}
        *tests, last = loop.args
        for test in tests:
            self.use(self.thing(test, inside))
        if loop.macro == "map":
            return _Thing(items=self._passed(self.thing(last, inside)))
        self.use(self.thing(last, inside))
        return _Thing(items=item) if loop.macro == "filter" else _NOTHING


def _joined(one: _Thing, other: _Thing) -> _Thing:
    if one.items is None or other.items is None:
        return _Thing(one.places | other.places, one.items or other.items)
    return _Thing(one.places | other.places, _joined(one.items, other.items))


# ---- words and numbers -----------------------------------------------------------------------------------------------
def _compared(args: tuple[Node, ...], things: list[_Thing]) -> Iterator[tuple[str, str]]:
    for node, thing in ((args[1], things[0]), (args[0], things[1])):
        words = node.items if isinstance(node, Listed) else (node,)
        for word in words:
            if isinstance(word, Literal) and isinstance(word.value, str):
                yield from ((place, word.value) for place in sorted(thing.places))


def given(node: Node) -> Iterator[str]:
    """The quoted words that an expression can give as its value: alone, or as a branch of a conditional."""
    match node:
        case Literal(value=str() as word):
            yield word
        case Call(function="_?_:_", args=(_, yes, no)):
            yield from (*given(yes), *given(no))


def numbers(node: Node) -> tuple[int, ...]:
    """Every whole number that is written in an expression."""
    values: Iterator[object] = (part.value for part in every(node) if isinstance(part, Literal))
    whole = (value for value in values if isinstance(value, int) and not isinstance(value, bool))
    return tuple(value for value in whole if value >= 0)


def skips(node: Node) -> bool:
    """Whether an expression may do without a part of itself: && and ||, and loops that end early or pick."""
    return any(
        (isinstance(part, Call) and part.function in {"_&&_", "_||_"})
        or (isinstance(part, Loop) and part.macro != "map")
        for part in every(node)
    )
