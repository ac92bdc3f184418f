"""The rule language: CEL expressions compiled once, evaluated over the facts of a case, with three-valued outcomes.

A missing fact makes CEL report an error; CEL's own absorption (`true || error`, `false && error`, exists/all) decides
whether the error matters. What is left of an error names the fact that is still needed
(https://github.com/google/cel-spec, "Evaluation: error absorption").
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from cel_expr_python import cel

from kiosk.rules.looks import Looks, look, skips
from kiosk.rules.syntax import Literal, Node, operands, read
from kiosk.rules.written import written

_KEY = re.compile(r'Key not found in map : "([^"]+)"')


@dataclass(frozen=True)
class Unknown:
    """A rule that cannot be decided yet; `key` is the name of the map key that was not there, or empty."""

    key: str = ""


@dataclass(frozen=True)
class Read:
    """What was found out about an expression once: the checked program as bytes, what it looks at, its parts."""

    program: bytes
    looks: Looks
    skips: bool
    sign: str
    parts: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Expression:
    """A compiled expression; no program: it did not compile. `roots` are the variables that hold facts.

    `kept` is what was found out about it at an earlier start.
    """

    text: str
    program: Any
    roots: frozenset[str] = frozenset()
    kept: Read | None = None

    @cached_property
    def tree(self) -> Node:
        """The syntax tree that the compiler checked; a plain null where it did not compile."""
        return Literal(None) if self.program is None else read(self.program.serialize())

    @cached_property
    def looks(self) -> Looks:
        """What it looks at."""
        return self.kept.looks if self.kept else look(self.tree, self.roots)

    @property
    def refs(self) -> tuple[str, ...]:
        """Every place that it looks at (see `looks`)."""
        return self.looks.refs

    @cached_property
    def skips(self) -> bool:
        """Whether it may do without a part of itself."""
        return self.kept.skips if self.kept else skips(self.tree)

    @cached_property
    def parts(self) -> tuple[str, tuple[str, ...]]:
        """What joins it at its top, and the texts of its parts there."""
        if self.kept:
            return self.kept.sign, self.kept.parts
        sign, nodes = operands(self.tree)
        return sign, tuple(written(node) for node in nodes)

    def read(self) -> Read:
        """Everything that is worth keeping for the next start."""
        return Read(self.program.serialize(), self.looks, self.skips, *self.parts)

    def gives(self, kind: str) -> bool:
        """Whether the compiler knows the result to be of a type (string, int, bool, list, strings, dyn)."""
        return self.program is not None and bool(self.program.return_type() == _TYPES[kind])

    def evaluate(self, activation: Any) -> object:
        """The plain value, or Unknown."""
        if self.program is None:
            return Unknown()
        value = self.program.eval(activation=activation)
        if value.type() == cel.Type.ERROR:
            found = _KEY.search(str(value.value()))
            return Unknown(found[1] if found else "")
        return value.plain_value()


Operands = tuple[str, tuple[Expression, ...]]
Function = tuple[str, Sequence[str], Callable[..., Any]]
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
        self._env = cel.NewEnv(variables=types, functions=[_declare(*function) for function in functions])
        self._kept = kept or {}
        self._cache: dict[str, Expression] = {}
        self._operands: dict[str, Operands] = {}

    def compile(self, text: str) -> Expression:
        """Compile; raises ValueError with CEL's own words and position when the text is wrong."""
        if text not in self._cache or self._cache[text].program is None:
            kept = self._kept.get(text)
            try:
                program = self._env.deserialize(kept.program) if kept else self._env.compile(text)
            except (RuntimeError, ValueError) as error:
                raise ValueError(str(error).split(" [INVALID")[0]) from error
            self._cache[text] = Expression(text, program, self.roots, kept)
        return self._cache[text]

    def rule(self, text: str) -> Expression:
        """As compile; a text that cannot be compiled becomes a rule that never decides anything."""
        found = self._cache.get(text)
        if found is not None:
            return found
        try:
            return self.compile(text)
        except ValueError:
            self._cache[text] = Expression(text, None)
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


def _declare(name: str, parameters: Sequence[str], impl: Callable[..., Any]) -> Any:
    types = [_TYPES[parameter] for parameter in parameters]
    overload = cel.Overload(
        id=f"{name}_{len(types)}", return_type=cel.Type.DYN, parameters=types, is_member=False, impl=impl
    )
    return cel.FunctionDecl(name, [overload])
