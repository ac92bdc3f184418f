"""A rule as a function of what is known, made of the tree that the rule compiler checked.

Context: the compiler's own program wants everything that is known as values of its own, and makes them anew whenever a
fact changes: for a household of eight that took twice as long as judging, and a key changes a fact. It also has to be
loaded and made for every rule and every part of one at each start.
Decision: the compiler says what a rule is, once, when it is checked; judging is done here, on the plain maps of `tree`.
An error of the language is an exception; `&&`, `||` and loops do without one as the language wants it. What is not done
here - numbers with a point, bytes, functions of the library that no rule needs so far - is left to the compiler's
program.
Consequence: two ways to judge one rule. A test puts every rule of the catalogue, and rules of chance, to both and wants
the same, down to the word over which an open one stumbled.
"""

from collections.abc import Callable, Mapping
from typing import Any

from kiosk.rules.absorbing import Judge, Scope, folded, given, joined, once, only_one, picked
from kiosk.rules.found import AND, CHOICE, OR
from kiosk.rules.operations import OPERATIONS, Beyond
from kiosk.rules.syntax import EQUAL, IN, ONCE, Call, Entries, Has, Listed, Literal, Loop, Name, Node, Select

Functions = Mapping[str, Callable[..., Any]]
Variables = Mapping[str, str]
"""Those of loops, with their place in the scope."""


class _Nobody:
    """Stands where a rule about a member is put to nobody: whoever looks at it is told so."""

    __slots__ = ()
    __hash__ = None  # type: ignore[assignment]

    def __eq__(self, other: object) -> bool:
        raise TypeError


NOBODY = _Nobody()


def judge_of(node: Node, functions: Functions) -> Judge:
    """The rule as a function; `functions` are those in Python. Raises Beyond for what only the compiler can judge.

    What it gives raises KeyError with the name of a word that is missing (an empty one: something else is wrong),
    another of ERRORS, or Beyond.
    """
    try:
        return _Maker(functions).judge(node, {})
    except RecursionError as error:
        raise Beyond from error


class _Maker:
    def __init__(self, functions: Functions) -> None:
        self._functions = functions

    def judge(self, node: Node, variables: Variables) -> Judge:
        match node:
            case Literal():
                return _written(node)
            case Name(name=name):
                return self._named(variables.get(name, name.removeprefix(".")))
            case Select():
                return self._selected(node, variables)
            case Has(of=of, field=field):
                return _has(self.judge(of, variables), field)
            case Call():
                return self._call(node, variables)
            case Loop():
                return self._loop(node, variables)
            case _:
                return self._collected(node, variables)

    @staticmethod
    def _named(name: str) -> Judge:
        def judge(scope: Scope) -> Any:
            found = scope[name]
            if found is NOBODY:
                raise TypeError
            return found

        return judge

    def _selected(self, node: Select, variables: Variables) -> Judge:
        """Words of maps one inside the other, in one go where they begin with a variable."""
        words, of = [node.field], node.of
        while isinstance(of, Select):
            words.append(of.field)
            of = of.of
        if isinstance(of, Name):
            return _words(variables.get(of.name, of.name.removeprefix(".")), words[::-1])
        return _field(self.judge(node.of, variables), node.field)

    def _collected(self, node: Listed | Entries, variables: Variables) -> Judge:
        if isinstance(node, Listed):
            parts = [self.judge(item, variables) for item in node.items]
            return lambda scope: [part(scope) for part in parts]
        if node.type:
            raise Beyond
        pairs = [(self.judge(key, variables), self.judge(value, variables)) for key, value in node.entries]
        return lambda scope: {key(scope): value(scope) for key, value in pairs}

    def _call(self, call: Call, variables: Variables) -> Judge:
        parts = [self.judge(arg, variables) for arg in call.args]
        if call.function in {AND, OR}:
            return joined(parts, ends=call.function == OR)
        if call.function == CHOICE:
            return _chosen(*parts)
        if call.function == ONCE and isinstance(call.args[0], Literal):
            return once(str(call.args[0].value), parts[1:-1], parts[-1])
        does = self._functions.get(call.function) or OPERATIONS.get((call.function, len(parts)))
        if does is None:
            raise Beyond
        made = self._of_a_place(call, does, variables) or _known_words(call, parts) or _told(does, parts, call.args)
        return _of_the_day(made) if "today" not in variables and _looks_at_the_day_alone(call) else made

    @staticmethod
    def _of_a_place(call: Call, does: Callable[..., Any], variables: Variables) -> Judge | None:
        """What is said of one word of somebody, m.x == "…" or m.x < 3: the most frequent of all conditions."""
        match call.args:
            case (Select(of=Name(name=name), field=field), Literal(value=value)):
                place = variables.get(name, name.removeprefix("."))
                if call.function == EQUAL and isinstance(value, str):
                    return lambda scope: scope[place][field] == value
                return lambda scope: does(scope[place][field], value)
        return None

    def _loop(self, loop: Loop, variables: Variables) -> Judge:
        over, slot = self.judge(loop.over, variables), f"{len(variables)} {loop.variable}"
        parts = [self.judge(arg, {**variables, loop.variable: slot}) for arg in loop.args]
        match loop.macro:
            case "all" | "exists":
                return folded(over, slot, parts[0], ends=loop.macro == "exists")
            case "map":
                return picked(over, slot, *parts) if len(parts) > 1 else given(over, slot, parts[0])
            case "filter":
                return picked(over, slot, parts[0], None)
            case _:
                return only_one(picked(over, slot, parts[0], None))


# ---- words -----------------------------------------------------------------------------------------------------------
def _written(literal: Literal) -> Judge:
    value = literal.value
    if literal.unsigned or isinstance(value, float | bytes):
        raise Beyond
    return lambda _: value


def _words(name: str, words: list[str]) -> Judge:
    first, *rest = words
    if not rest:
        return lambda scope: scope[name][first]
    second, *more = rest
    if not more:
        return lambda scope: scope[name][first][second]

    def judge(scope: Scope) -> Any:
        found = scope[name][first][second]
        for word in more:
            found = found[word]
        return found

    return judge


def _field(of: Judge, field: str) -> Judge:
    return lambda scope: of(scope)[field]


def _has(of: Judge, field: str) -> Judge:
    def judge(scope: Scope) -> bool:
        found = of(scope)
        if type(found) is not dict:
            raise TypeError
        return field in found

    return judge


# ---- calls -----------------------------------------------------------------------------------------------------------
def _told(does: Callable[..., Any], parts: list[Judge], args: tuple[Node, ...]) -> Judge:
    """The function of what its parts give; what is written there is not asked again for every member."""
    written = [arg.value for arg in args[1:] if isinstance(arg, Literal)]
    if len(parts) == 1:
        (only,) = parts
        return lambda scope: does(only(scope))
    if len(written) == len(parts) - 1:
        return _told_of_one(does, parts[0], written)
    if len(parts) == 2:
        one, other = parts
        return lambda scope: does(one(scope), other(scope))
    return lambda scope: does(*[part(scope) for part in parts])


def _told_of_one(does: Callable[..., Any], of: Judge, written: list[Any]) -> Judge:
    """Where all but the first is written: substring(0, 4)."""
    if len(written) == 1:
        (other,) = written
        return lambda scope: does(of(scope), other)
    if len(written) == 2:
        second, third = written
        return lambda scope: does(of(scope), second, third)
    return lambda scope: does(of(scope), *written)


def _looks_at_the_day_alone(node: Node) -> bool:
    match node:
        case Name(name=name):
            return name == "today"
        case Call(args=args):
            return all(map(_looks_at_the_day_alone, args))
        case _:
            return isinstance(node, Literal)


def _of_the_day(judge: Judge) -> Judge:
    """What looks at nothing but the day of the visit is the same for everybody; an error is met anew.

    Visits of two days may be judged at once on two threads: day and value change as one.
    """
    before: tuple[Any, Any] = (None, None)

    def told(scope: Scope) -> Any:
        nonlocal before
        day, (known, value) = scope.get("today", NOBODY), before
        if day is NOBODY:
            return judge(scope)
        if day != known:
            value = judge(scope)
            before = day, value
        return value

    return told


def _known_words(call: Call, parts: list[Judge]) -> Judge | None:
    """What is compared with written words, as most conditions are: a text equals no value of another type."""
    if call.function == EQUAL:
        for of, word in ((0, call.args[1]), (1, call.args[0])):
            if isinstance(word, Literal) and isinstance(word.value, str):
                return _equals(parts[of], word.value)
    if call.function == IN and isinstance(call.args[1], Listed):
        words = tuple(item.value for item in call.args[1].items if isinstance(item, Literal))
        if len(words) == len(call.args[1].items) and all(isinstance(word, str) for word in words):
            return _among(parts[0], words)
    return None


def _equals(of: Judge, word: str) -> Judge:
    return lambda scope: of(scope) == word


def _among(of: Judge, words: tuple[object, ...]) -> Judge:
    return lambda scope: of(scope) in words


def _chosen(condition: Judge, yes: Judge, no: Judge) -> Judge:
    def judge(scope: Scope) -> Any:
        told = condition(scope)
        if told is True:
            return yes(scope)
        if told is False:
            return no(scope)
        raise TypeError

    return judge
