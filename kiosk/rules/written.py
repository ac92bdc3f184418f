"""A syntax tree as the text of a rule again: for the parts of a rule that are judged and shown one by one."""

import json
import re

from kiosk.model.errors import Defect
from kiosk.rules.found import OR
from kiosk.rules.syntax import ONCE, Call, Entries, Has, Listed, Literal, Loop, Name, Node, Select

_WORD = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_BINARY = {
    "_||_": (2, "||"), "_&&_": (3, "&&"),
    "_==_": (4, "=="), "_!=_": (4, "!="), "_<_": (4, "<"), "_<=_": (4, "<="), "_>_": (4, ">"), "_>=_": (4, ">="),
    "@in": (4, "in"), "_+_": (5, "+"), "_-_": (5, "-"), "_*_": (6, "*"), "_/_": (6, "/"), "_%_": (6, "%"),
}  # fmt: skip
_UNARY = {"!_": "!", "-_": "-"}
_CHOICE, _SIGN, _WHOLE = 1, 7, 8  # how tightly a part holds together; the tightest needs no brackets anywhere


def written(node: Node) -> str:
    """A text that compiles to the same tree, with only the brackets that it needs."""
    return _text(node)[1]


def _text(node: Node) -> tuple[int, str]:
    match node:
        case Literal():
            return _literal(node)
        case Name(name=name):
            return _WHOLE, name
        case Select(of=of, field=field) | Has(of=of, field=field):
            place = f"{_at_least(of, _WHOLE)}{_field(field)}"
            return _WHOLE, f"has({place})" if isinstance(node, Has) else place
        case Call(function=function, args=args):
            return _text(args[-1]) if function == ONCE else _call(node)
        case Listed(items=items):
            return _WHOLE, f"[{_list(items)}]"
        case Entries(entries=entries, type=kind):
            pairs = ", ".join(f"{written(key)}: {written(value)}" for key, value in entries)
            return _WHOLE, f"{kind}{{{pairs}}}"
        case Loop(macro=macro, over=over, variable=variable, args=args):
            return _WHOLE, f"{_at_least(over, _WHOLE)}.{macro}({variable}, {_list(args)})"


def _list(nodes: tuple[Node, ...]) -> str:
    return ", ".join(written(node) for node in nodes)


def _at_least(node: Node, tightness: int) -> str:
    own, text = _text(node)
    return text if own >= tightness else f"({text})"


def _field(field: str) -> str:
    return f".{field}" if _WORD.fullmatch(field) else f".`{field}`"


def _call(call: Call) -> tuple[int, str]:
    function, args = call.function, call.args
    if function in _BINARY:
        own, sign = _BINARY[function]
        first = own + 2 if function == OR else own  # brackets around a && b within ||, as people write it
        parts = (_at_least(arg, max(first, own + 1) if index else first) for index, arg in enumerate(args))
        return own, f" {sign} ".join(parts)
    if function in _UNARY:
        return _SIGN, f"{_UNARY[function]}{_at_least(args[0], _WHOLE)}"
    if function == "_[_]":
        return _WHOLE, f"{_at_least(args[0], _WHOLE)}[{written(args[1])}]"
    if function == "_?_:_":
        condition, yes, no = args
        return _CHOICE, f"{_at_least(condition, _CHOICE + 1)} ? {_at_least(yes, _CHOICE + 1)} : {written(no)}"
    if not _WORD.fullmatch(function):
        raise Defect(f"an operator {function} that cannot be written")
    if call.member:
        return _WHOLE, f"{_at_least(args[0], _WHOLE)}.{function}({_list(args[1:])})"
    return _WHOLE, f"{function}({_list(args)})"


def _literal(literal: Literal) -> tuple[int, str]:
    value = literal.value
    match value:
        case None:
            return _WHOLE, "null"
        case bool():
            return _WHOLE, "true" if value else "false"
        case str():
            return _WHOLE, json.dumps(value, ensure_ascii=False)
        case bytes():
            return _WHOLE, 'b"' + "".join(f"\\x{byte:02x}" for byte in value) + '"'
        case int() | float():
            text = f"{value!r}{'u' if literal.unsigned else ''}"
            return (_WHOLE if value >= 0 else _SIGN), text
