"""The rule language: CEL expressions compiled once, evaluated over the facts of a case, with three-valued outcomes.

A missing fact makes CEL report an error; CEL's own absorption (`true || error`, `false && error`, exists/all) decides
whether the error matters. What is left of an error names the fact that is still needed
(https://github.com/google/cel-spec, "Evaluation: error absorption").
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from cel_expr_python import cel
from cel_expr_python.ext.ext_strings import ExtStrings

from kiosk.model.base import Issue
from kiosk.rules.found import Found, Looks, Read
from kiosk.rules.functions import DEFINITIONS, Definition, Function

if TYPE_CHECKING:
    from kiosk.rules.expansion import Bodies
    from kiosk.rules.syntax import Node

_PLACE = re.compile(r"ERROR: <input>:(\d+):(\d+): (.*)")
_UNDECLARED = re.compile(r"undeclared reference to '([^']+)'")
_OVERLOAD = re.compile(r"no matching overload for '([^']+)' applied to '\(([^']*)\)'")
_SIGNS = {"@in": "in", "_?_:_": "? :", "_[_]": "[ ]", "!_": "!", "-_": "-"}
_KEY = re.compile(r'Key not found in map : "([^"]+)"')


@dataclass(frozen=True)
class Unknown:
    """A rule that cannot be decided yet; `key` is the name of the map key that was not there, or empty."""

    key: str = ""


@dataclass(frozen=True, eq=False)
class Expression:
    """A compiled expression; no program: it did not compile. `roots` are the variables that hold facts.

    `kept` is what was found out about it at an earlier start: then the program is `made` only when it is judged.
    `source` is the program as it was written, where the one that is judged has defined functions exchanged for what
    they are (see `functions`); `between` makes of its tree the program for a visit with an imprecise birth (see
    `expansion`).
    """

    text: str
    made: Callable[[], Any]
    roots: frozenset[str] = frozenset()
    kept: Read | None = None
    source: Any = None
    between: Callable[["Node"], Any] | None = None

    @cached_property
    def program(self) -> Any:
        """What is judged; None where it did not compile."""
        return self.made()

    @cached_property
    def program_between(self) -> Any:
        """What is judged where a birth is imprecise."""
        return self.program if self.between is None else self.between(self.tree)

    @property
    def compiles(self) -> bool:
        """Whether it did compile."""
        return self.kept is not None or self.program is not None

    @cached_property
    def tree(self) -> "Node":
        """The syntax tree that the compiler checked; a plain null where it did not compile."""
        from kiosk.rules.syntax import Literal, read

        if self.kept is not None:
            return read(self.kept.source or self.kept.program)
        program = self.source or self.program
        return Literal(None) if program is None else read(program.serialize())

    @cached_property
    def found(self) -> Found:
        """What was found out about it."""
        if self.kept is not None:
            return self.kept.found
        from kiosk.rules.looks import find

        return find(self.tree, self.roots)

    @property
    def looks(self) -> Looks:
        """What it looks at."""
        return self.found.looks

    @property
    def refs(self) -> tuple[str, ...]:
        """Every place that it looks at (see `looks`)."""
        return self.found.looks.refs

    @property
    def of_member(self) -> bool:
        """Whether it is about the member to whom it is put, and not the same for everybody."""
        return "m" in self.found.looks.named

    @property
    def skips(self) -> bool:
        """Whether it may do without a part of itself."""
        return self.found.skips

    @property
    def parts(self) -> tuple[str, tuple[str, ...]]:
        """What joins it at its top, and the texts of its parts there."""
        return self.found.sign, self.found.parts

    def read(self) -> Read:
        """Everything that is worth keeping for the next start."""
        if self.kept is not None:
            return self.kept
        return Read(self.program.serialize(), self.found, self.source.serialize() if self.source else b"")

    def gives(self, kind: str) -> bool:
        """Whether the compiler knows the result to be of a type (string, int, bool, list, strings, dyn)."""
        return self.program is not None and bool(self.program.return_type() == _TYPES[kind])

    def evaluate(self, activation: Any, *, between: bool = False) -> object:
        """The plain value, or Unknown; `between`: some birth is known by its first and last day alone."""
        program = self.program_between if between else self.program
        if program is None:
            return Unknown()
        value = program.eval(activation=activation)
        if value.type() == cel.Type.ERROR:
            found = _KEY.search(str(value.value()))
            return Unknown(found[1] if found else "")
        return value.plain_value()


Operands = tuple[str, tuple[Expression, ...]]
_TYPES = {
    "string": cel.Type.STRING,
    "int": cel.Type.INT,
    "bool": cel.Type.BOOL,
    "list": cel.Type.List(cel.Type.DYN),
    "strings": cel.Type.List(cel.Type.STRING),
    "dyn": cel.Type.DYN,
}


class Language:
    """A CEL environment with the given variables and functions; the same text is compiled once.

    `variables` are maps of facts; `typed` are plain variables by type: string, int, bool, list, strings or dyn;
    `kept` is what was read of the same texts in the same environment before.
    """

    def __init__(
        self,
        variables: Sequence[str],
        functions: Sequence[Function],
        *,
        typed: Mapping[str, str] | None = None,
        kept: Mapping[str, Read] | None = None,
    ) -> None:
        self.roots = frozenset(variables)
        types = {name: cel.Type.Map(cel.Type.STRING, cel.Type.DYN) for name in variables}
        types |= {"persons": cel.Type.List(cel.Type.DYN), "today": cel.Type.STRING}
        types |= {name: _TYPES[kind] for name, kind in (typed or {}).items()}
        self._functions = [_declare(*function) for function in functions]
        self._functions += [_defined(name, definition) for name, definition in DEFINITIONS.items()]
        self._env = self._new_env(types)
        self._kept = kept or {}
        self._cache: dict[str, Expression] = {}
        self._operands: dict[str, Operands] = {}

    def compile(self, text: str) -> Expression:
        """Compile; raises ValueError with CEL's own words and position when the text is wrong."""
        if text not in self._cache or not self._cache[text].compiles:
            kept = self._kept.get(text)
            try:
                made = self._kept_expression(text, kept) if kept else self._made(text)
            except (RuntimeError, ValueError) as error:
                raise ValueError(str(error)) from error
            self._cache[text] = made
        return self._cache[text]

    def _kept_expression(self, text: str, kept: Read) -> Expression:
        between = self._between if kept.source else None
        return Expression(text, lambda: self._env.deserialize(kept.program), self.roots, kept, between=between)

    def _made(self, text: str) -> Expression:
        from kiosk.rules.expansion import calls_defined, judged

        program = self._env.compile(text)
        found = Expression(text, lambda: program, self.roots)
        if not calls_defined(found.tree):
            return found
        exchanged = self._env.compile(judged(found.tree, self.bodies))
        return Expression(text, lambda: exchanged, self.roots, source=program, between=self._between)

    def _between(self, tree: "Node") -> Any:
        from kiosk.rules.expansion import judged_between

        return self._env.compile(judged_between(tree, self.bodies))

    @cached_property
    def bodies(self) -> "Bodies":
        """The trees of the defined functions, with which a call is exchanged."""
        from kiosk.rules.expansion import bodies

        kinds = {name: kind for each in DEFINITIONS.values() for name, kind in each.parameters.items()}
        return bodies(self._new_env({name: _TYPES[kind] for name, kind in kinds.items()}).compile)

    def _new_env(self, types: Mapping[str, Any]) -> Any:
        return cel.NewEnv(variables=dict(types), functions=self._functions, extensions=[ExtStrings()])

    def read(self) -> dict[str, Read]:
        """What is worth keeping of everything that was compiled."""
        return {text: rule.read() for text, rule in self._cache.items() if rule.compiles}

    def rule(self, text: str) -> Expression:
        """As compile; a text that cannot be compiled becomes a rule that never decides anything."""
        found = self._cache.get(text)
        if found is not None:
            return found
        try:
            return self.compile(text)
        except ValueError:
            self._cache[text] = Expression(text, lambda: None)
            return self._cache[text]

    def for_all(self, expression: Expression) -> Expression:
        """The expression for every person at once: one evaluation gives a list, in the order of the persons."""
        return self.rule(f"persons.map(m, {expression.text}\n)")  # a remark may end the text: a // b

    def operands(self, expression: Expression) -> "Operands":
        """What joins an expression at its top, and its parts there, each an expression of its own."""
        if expression.text not in self._operands:
            sign, parts = expression.parts
            self._operands[expression.text] = sign, tuple(self.rule(part) for part in parts)
        return self._operands[expression.text]

    def activation(self, data: Mapping[str, Any]) -> Any:
        """Bind data; the binding is a snapshot."""
        return self._env.Activation(data)


def _defined(name: str, definition: Definition) -> Any:
    """A defined function as the compiler must know it to check a rule; there is nothing to call."""
    return _declare(name, tuple(definition.parameters.values()), None)


def _declare(name: str, parameters: Sequence[str], impl: Callable[..., Any] | None) -> Any:
    types = [_TYPES[parameter] for parameter in parameters]
    overload = cel.Overload(
        id=f"{name}_{len(types)}", return_type=cel.Type.DYN, parameters=types, is_member=False, impl=impl
    )
    return cel.FunctionDecl(name, [overload])


# ---- complaints of the compiler --------------------------------------------------------------------------------------
def compile_issue(where: str, error: str) -> Issue:
    """What the compiler said about an expression, in Japanese, with the column; its own words stand beside it."""
    place = _PLACE.search(error)
    said = place[3] if place else error
    at = f"{place[1]}行目{place[2]}文字目: " if place else ""
    return Issue(where=where, message=f"式が正しくありません。{at}{_reason(said)}", allowed=said)


def _reason(said: str) -> str:
    undeclared, overload = _UNDECLARED.search(said), _OVERLOAD.search(said)
    if undeclared:
        return f"「{undeclared[1]}」という事実や関数はありません。"
    if overload:
        name = _SIGNS.get(overload[1], overload[1].strip("_"))
        return f"「{name}」に渡す値の型が違います（{overload[2]}）。"
    return "書き方を確かめてください。"
