"""One rule as JavaScript: the syntax tree that the rule compiler checked, written as a function over what is known.

Everything that can fail in a rule is a value there (`Open` in assets/preentry/cel.js), so that a call may be given an
argument that is not known, as the rule compiler's own absorption of errors wants it.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from kiosk.model.errors import Defect
from kiosk.rules.expansion import BY_BIRTH, ORDERS
from kiosk.rules.functions import DEFINITIONS
from kiosk.rules.syntax import ONCE, Call, Entries, Has, Listed, Literal, Loop, Name, Node, Select

_LAZY = {"_&&_": "and", "_||_": "or", "_?_:_": "choose"}
_STRICT = {
    "_==_": "same",
    "_!=_": "differs",
    "_<_": "less",
    "_<=_": "atMost",
    "_>_": "more",
    "_>=_": "atLeast",
    "_+_": "plus",
    "_-_": "minus",
    "_*_": "times",
    "_/_": "quotient",
    "_%_": "rest",
    "!_": "not",
    "@in": "within",
    "_[_]": "at",
    "size": "size",
    "replace": "replace",
    "split": "split",
    "contains": "contains",
    "startsWith": "startsWith",
    "endsWith": "endsWith",
    "substring": "substring",
    "matches": "matches",
    "string": "string",
    "int": "int",
    "timestamp": "timestamp",
    "duration": "duration",
    "getFullYear": "getFullYear",
    "getMonth": "getMonth",
    "getDate": "getDate",
    "cel_unknown": "unknown",
    "spouse_of": "spouseOf",
    "guardian_relation": "guardianRelation",
    "in_time_since": "inTimeSince",
    "id_photo": "idPhoto",
    "id_check": "idCheck",
}
_LOOPS = {"all": "all", "exists": "exists", "exists_one": "existsOne", "filter": "filter", "map": "map"}


@dataclass(frozen=True)
class _Writer:
    """`scope` names the variables of loops, and the parameters of a defined function, as JavaScript has them."""

    scope: Mapping[str, str] = field(default_factory=dict)

    def node(self, node: Node) -> str:
        match node:
            case Literal():
                return _literal(node)
            case Name(name=name):
                return self.scope.get(name, f"c.{name.removeprefix('.')}")
            case Select(of=of, field=name):
                return f"L.get({self.node(of)},{_quoted(name)})"
            case Has(of=of, field=name):
                return f"L.has({self.node(of)},{_quoted(name)})"
            case Call():
                return self._call(node)
            case Loop():
                return self._loop(node)
            case _:
                return self._listed(node)

    def _listed(self, node: Listed | Entries) -> str:
        if isinstance(node, Entries):
            raise Defect("a rule that makes a map cannot be asked at home")
        return f"L.list([{','.join(map(self.node, node.items))}])"

    def _call(self, call: Call) -> str:
        if call.function == ONCE:
            return self.node(call.args[-1])
        born = _dated(call)
        if call.function in DEFINITIONS and born is not None:
            rest = ",".join(map(self.node, call.args[1:]))
            return f"L.born(D.{call.function},{self._date(born)},[{rest}])"
        if call.function in DEFINITIONS:
            return f"D.{call.function}({','.join(map(self.node, call.args))})"
        if call.function in ORDERS and [_dated(arg) for arg in call.args].count(None) == 1:
            return self._order(call)
        if call.function in _LAZY:
            first, *others = map(self.node, call.args)
            return f"L.{_LAZY[call.function]}({first},{','.join(f'()=>{each}' for each in others)})"
        if call.function not in _STRICT:
            raise Defect(f"the function {call.function} is not known on the page")
        return f"L.{_STRICT[call.function]}({','.join(map(self.node, call.args))})"

    def _order(self, call: Call) -> str:
        """A comparison with an age: it may hold at both ends of an imprecise birth."""
        place = next(index for index, arg in enumerate(call.args) if _dated(arg) is not None)
        dated, other = call.args[place], self.node(call.args[1 - place])
        if not isinstance(dated, Call) or not isinstance(dated.args[0], Select):
            raise Defect("an age of nobody")
        rest = "".join(f",{self.node(arg)}" for arg in dated.args[1:])
        sides = [other, f"D.{dated.function}(b{rest})"] if place else [f"D.{dated.function}(b{rest})", other]
        return f"L.born(b=>L.{_STRICT[call.function]}({','.join(sides)}),{self._date(dated.args[0])},[])"

    def _date(self, born: Select) -> str:
        return f"{self.node(born.of)},{_quoted(born.field)}"

    def _loop(self, loop: Loop) -> str:
        variable = f"v{len(self.scope)}"
        inside = _Writer({**self.scope, loop.variable: variable})
        given = [f"{variable}=>{inside.node(arg)}" for arg in loop.args]
        return f"L.{_LOOPS[loop.macro]}({','.join([self.node(loop.over), *reversed(given)])})"


def function_of(tree: Node) -> str:
    """A rule as a JavaScript function of what is known: `c` holds the facts, `L` the language, `D` what is defined.

    Raises Defect for what the page cannot judge.
    """
    return f"c=>{_Writer().node(tree)}"


def definitions(bodies: Mapping[str, Node]) -> str:
    """The defined functions of the rule language as the properties of one object, by the trees of their bodies."""
    return "\n".join(f"D.{name}={_definition(name, tree)};" for name, tree in bodies.items())


def _definition(name: str, tree: Node) -> str:
    parameters = {parameter: f"p{index}" for index, parameter in enumerate(DEFINITIONS[name].parameters)}
    return f"({','.join(parameters.values())})=>{_Writer(parameters).node(tree)}"


def _dated(node: Node) -> Select | None:
    """The date that an age or a school year is told of, where it is a fact."""
    if isinstance(node, Call) and node.function in BY_BIRTH and isinstance(node.args[0], Select):
        return node.args[0]
    return None


def _literal(node: Literal) -> str:
    if isinstance(node.value, bytes | float) or node.unsigned:
        raise Defect("a number or bytes that the page cannot count with")
    return _quoted(node.value)


def _quoted(value: object) -> str:
    """As JavaScript inside a page: nothing in it ends the script."""
    return json.dumps(value, ensure_ascii=False).replace("<", "\\u003c").replace("\u2028", "\\u2028")
