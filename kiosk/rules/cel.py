"""The rule language: CEL expressions checked by its compiler, judged over the facts of a case, with a third outcome.

A missing fact makes CEL report an error; CEL's own absorption (`true || error`, `false && error`, exists/all) decides
whether the error matters. What is left of an error names the fact that is still needed
(https://github.com/google/cel-spec, "Evaluation: error absorption"). What the compiler understood is judged by
`judging`; its own program is made only for what that leaves to it. The compiler is loaded when a text is first checked.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from kiosk.rules.absorbing import Judge, Scope
from kiosk.rules.expansion import bodies, calls_defined, expanded
from kiosk.rules.found import Found, Looks, Read
from kiosk.rules.functions import DEFINITIONS, Definition, Function
from kiosk.rules.judging import NOBODY, judge_of
from kiosk.rules.operations import ERRORS, Beyond, missing
from kiosk.rules.packed import packed, unpacked
from kiosk.rules.syntax import Literal, operands, read
from kiosk.rules.written import written

if TYPE_CHECKING:
    from kiosk.rules.expansion import Bodies
    from kiosk.rules.syntax import Node

_KEY = re.compile(r'Key not found in map : "([^"]+)"')


@dataclass(frozen=True)
class Unknown:
    """A rule that cannot be decided yet; `key` is the name of the map key that was not there, or empty."""

    key: str = ""


@dataclass(frozen=True, eq=False)
class Expression:
    """An expression that was checked; without a `home` it is none: it did not compile.

    `checked` is the compiler's program, where there is one by now; `kept` what was found out about it at an earlier
    start; `node` the tree of one that is a part of another.
    """

    text: str
    home: "Language | None" = None
    checked: Any = None
    kept: Read | None = None
    node: "Node | None" = None

    @property
    def compiles(self) -> bool:
        """Whether it did compile."""
        return self.home is not None

    @cached_property
    def tree(self) -> "Node":
        """The syntax tree that the compiler checked; a plain null where it did not compile."""
        if self.node is not None:
            return self.node
        if self.kept is not None:
            return unpacked(self.kept.tree)
        return Literal(None) if self.home is None else read(self._program.serialize())

    @cached_property
    def _program(self) -> Any:
        """The compiler's program of what was written."""
        return self.checked or (self.home and self.home.checked(self.text))

    # ---- what it looks at --------------------------------------------------------------------------------------------
    @cached_property
    def found(self) -> Found:
        """What was found out about it."""
        if self.kept is not None:
            return self.kept.found
        from kiosk.rules.looks import find

        return find(self.tree, self.home.roots if self.home else frozenset())

    @property
    def looks(self) -> Looks:
        """What it looks at."""
        return self.found.looks

    @property
    def refs(self) -> tuple[str, ...]:
        """Every place that it looks at (see `looks`)."""
        return self.found.looks.refs

    @cached_property
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
        judged = self.judged(between=False)
        return Read(packed(self.tree), self.found, "" if judged is self.tree else packed(judged))

    def gives(self, kind: str) -> bool:
        """Whether the compiler knows the result to be of a type (string, int, bool, list, strings, dyn)."""
        return self.home is not None and bool(self._program.return_type() == self.home.type(kind))

    # ---- judging -----------------------------------------------------------------------------------------------------
    def evaluate(self, scope: Scope, *, between: bool = False) -> object:
        """The plain value, or Unknown; `between`: some birth is known by its first and last day alone."""
        judge = self._judge_between if between else self._judge
        try:
            return judge(scope)
        except ERRORS as error:
            return Unknown(missing(error))
        except (Beyond, RecursionError):
            return Unknown() if self.home is None else self.home.evaluated(self.judged(between=between), scope)

    @cached_property
    def _judge(self) -> Judge:
        return self._made(between=False)

    @cached_property
    def _judge_between(self) -> Judge:
        return self._made(between=True)

    def _made(self, *, between: bool) -> Judge:
        if self.home is None:
            return _beyond
        try:
            return judge_of(self.judged(between=between), self.home.told)
        except Beyond:
            return _beyond

    def judged(self, *, between: bool = False) -> "Node":
        """The tree with defined functions exchanged for what they are (see `expansion`)."""
        if self.kept is not None and not between:
            return unpacked(self.kept.judged or self.kept.tree)  # judged once: it need not stay in memory
        if self.home is None or not calls_defined(self.tree):
            return self.tree
        return expanded(self.tree, self.home.bodies, between=between)


def _beyond(_: Scope) -> object:
    raise Beyond


Operands = tuple[str, tuple[Expression, ...]]


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
        self.told = {name: does for name, _, does in functions}
        self._types = {**dict.fromkeys(variables, "map"), "persons": "list", "today": "string", **(typed or {})}
        self._functions, self._kept = functions, kept or {}
        self._cache: dict[str, Expression] = {}
        self._operands: dict[str, Operands] = {}
        self._programs: dict[str, Any] = {}

    def compile(self, text: str) -> Expression:
        """Compile; raises ValueError with CEL's own words and position when the text is wrong."""
        found = self._cache.get(text)
        if found is None or not found.compiles:
            kept = self._kept.get(text)
            found = self._cache[text] = Expression(text, self, None if kept else self.checked(text), kept)
        return found

    def rule(self, text: str) -> Expression:
        """As compile; a text that cannot be compiled becomes a rule that never decides anything."""
        found = self._cache.get(text)
        if found is not None:
            return found
        try:
            return self.compile(text)
        except ValueError:
            self._cache[text] = Expression(text)
            return self._cache[text]

    def operands(self, expression: Expression) -> "Operands":
        """What joins an expression at its top, and its parts there, each an expression of its own."""
        found = self._operands.get(expression.text)
        if found is None:
            sign, texts = expression.parts
            parts = tuple(self._part(expression, index, text) for index, text in enumerate(texts))
            found = self._operands[expression.text] = sign, parts
        return found

    def _part(self, whole: Expression, index: int, text: str) -> Expression:
        if text not in self._cache:
            kept = self._kept.get(text)
            node = None if kept else operands(whole.tree)[1][index]
            self._cache[text] = Expression(text, self, kept=kept, node=node)
        return self._cache[text]

    def read(self) -> dict[str, Read]:
        """What is worth keeping of everything that was compiled."""
        return {text: rule.read() for text, rule in self._cache.items() if rule.compiles}

    def activation(self, data: Mapping[str, Any]) -> Scope:
        """What rules look at, by variable; who is not there is nobody. The maps in it are to be changed no more."""
        return {**dict.fromkeys(self._types, NOBODY), **data}

    # ---- the compiler ------------------------------------------------------------------------------------------------
    def checked(self, text: str) -> Any:
        """The compiler's program. Raises ValueError with its own words and position."""
        try:
            return self._env.compile(text)
        except (RuntimeError, ValueError) as error:
            raise ValueError(str(error)) from error

    def type(self, kind: str) -> Any:
        """The compiler's type of a kind of value."""
        return self._kinds[kind]

    @cached_property
    def bodies(self) -> "Bodies":
        """The trees of the defined functions, with which a call is exchanged."""
        kinds = {name: kind for each in DEFINITIONS.values() for name, kind in each.parameters.items()}
        return bodies(self._new_env(kinds).compile)

    def evaluated(self, judged: "Node", scope: Scope) -> object:
        """As the compiler's program judges, where `judging` leaves it to that."""
        text = written(judged)
        program = self._programs.get(text)
        if program is None:
            program = self._programs[text] = self._env.compile(text)
        known = {name: scope[name] for name in self._types if scope.get(name, NOBODY) is not NOBODY}
        value = program.eval(self._env.Activation(known))
        plain: object = value.plain_value()
        if isinstance(plain, str) and value.type() == self._cel.Type.ERROR:
            found = _KEY.search(plain)
            return Unknown(found[1] if found else "")
        return plain

    @cached_property
    def _cel(self) -> Any:
        from cel_expr_python import cel

        return cel

    @cached_property
    def _kinds(self) -> Mapping[str, Any]:
        of = self._cel.Type
        return {
            "string": of.STRING,
            "int": of.INT,
            "bool": of.BOOL,
            "list": of.List(of.DYN),
            "strings": of.List(of.STRING),
            "dyn": of.DYN,
            "map": of.Map(of.STRING, of.DYN),
        }

    @cached_property
    def _env(self) -> Any:
        return self._new_env(self._types)

    def _new_env(self, types: Mapping[str, str]) -> Any:
        from cel_expr_python.ext.ext_strings import ExtStrings

        declared = [self._declare(*function) for function in self._functions]
        declared += [self._defined(name, definition) for name, definition in DEFINITIONS.items()]
        variables = {name: self._kinds[kind] for name, kind in types.items()}
        return self._cel.NewEnv(variables=variables, functions=declared, extensions=[ExtStrings()])

    def _defined(self, name: str, definition: Definition) -> Any:
        """A defined function as the compiler must know it to check a rule; there is nothing to call."""
        return self._declare(name, tuple(definition.parameters.values()), None)

    def _declare(self, name: str, parameters: Sequence[str], impl: Callable[..., Any] | None) -> Any:
        types = [self._kinds[parameter] for parameter in parameters]
        overload = self._cel.Overload(
            id=f"{name}_{len(types)}", return_type=self._kinds["dyn"], parameters=types, is_member=False, impl=impl
        )
        return self._cel.FunctionDecl(name, [overload])
