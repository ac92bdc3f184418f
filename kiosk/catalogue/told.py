"""What a check of types complains about, as Issues in Japanese: the place in the file and what may stand there."""

import re
from collections.abc import Iterator, Mapping
from itertools import chain
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel, Tag, ValidationError

from kiosk.model.base import Issue
from kiosk.model.spelling import likely, listed, nearest

Loc = tuple[int | str, ...]
_NO_SUCH, _MISSING = "この名前の項目はありません。", "必要な項目がありません。"
_WORDS: Mapping[str, tuple[str, str]] = {
    "missing": (_MISSING, ""),
    "extra_forbidden": (_NO_SUCH, ""),
    "enum": ("使えない値です。", ""),
    "literal_error": ("使えない値です。", ""),
    "string_type": ("文字で書いてください。", '"…"'),
    "string_too_short": ("空にはできません。", ""),
    "string_too_long": ("長すぎます。", ""),
    "string_pattern_mismatch": ("書き方が違います。", ""),
    "secret_key": ("秘密鍵が書かれています。消して、鍵を作り直してください。", "公開鍵"),
    "int_type": ("整数で書いてください。", "例 3"),
    "int_parsing_size": ("数が大きすぎます。", ""),
    "int_from_float": ("整数で書いてください。", "例 3"),
    "float_type": ("数で書いてください。", "例 12.5"),
    "finite_number": ("数で書いてください。", "例 12.5"),
    "bool_type": ("true か false で書いてください。", "true、false"),
    "date_type": ("日付で書いてください。", "例 2026-04-01"),
    "date_from_datetime_inexact": ("日付で書いてください。", "例 2026-04-01"),
    "date_from_datetime_parsing": ("日付で書いてください。", "例 2026-04-01"),
    "date_parsing": ("日付で書いてください。", "例 2026-04-01"),
    "tuple_type": ("並びで書いてください。", '["…", "…"]'),
    "list_type": ("並びで書いてください。", '["…", "…"]'),
    "set_type": ("並びで書いてください。", '["…", "…"]'),
    "frozen_set_type": ("並びで書いてください。", '["…", "…"]'),
    "dict_type": ("表で書いてください。", "{ … = … }"),
    "model_type": ("表で書いてください。", "{ … = … }"),
    "too_long": ("数が多すぎます。", ""),
    "too_short": ("数が足りません。", ""),
}
_BOUNDS = {"ge": "以上", "gt": "より大きい", "le": "以下", "lt": "より小さい"}
_PATTERNS = re.compile(r"\^\[0-9\]\{(\d+)\}\$")
_QUOTED = re.compile(r"'([^']*)'")


def told(
    where: str, error: ValidationError, *, model: type[BaseModel], data: Any, names: Mapping[str, str]
) -> tuple[Issue, ...]:
    """A validation error as Issues that say where in the file something is wrong, e.g. box[3].rect.x.

    One cause is told once: a field that is missing because its name is misspelt is not told as missing too.
    """
    found = error.errors(include_input=False, include_url=False)
    teller = _Teller(where, model, data, names)
    extra = {tuple(each["loc"]) for each in found if each["type"] == "extra_forbidden"}
    missing = {tuple(each["loc"]) for each in found if each["type"] == "missing"}
    meant = {loc: _meant(loc, missing, names) for loc in extra}
    explained = {(*loc[:-1], word) for loc, word in meant.items() if word}
    made = (
        teller.issue(each, meant.get(tuple(each["loc"]), "")) for each in found if tuple(each["loc"]) not in explained
    )
    return tuple(dict.fromkeys(made))


def _meant(loc: Loc, missing: set[Loc], names: Mapping[str, str]) -> str:
    """The missing field of the same table whose name in the file is nearly the one that stands there."""
    words = {names.get(str(each[-1]), str(each[-1])): str(each[-1]) for each in missing if each[:-1] == loc[:-1]}
    return words.get(likely(str(loc[-1]), words), "")


class _Teller:
    """Knows the file, the type that it should fit, and the words that the file uses for fields."""

    def __init__(self, where: str, model: type[BaseModel], data: Any, names: Mapping[str, str]) -> None:
        self._where, self._model, self._data, self._names = where, model, data, names

    def issue(self, detail: Any, meant: str) -> Issue:
        loc, kind = tuple(detail["loc"]), detail["type"]
        place = f"{self._where} {self._place(self._real(loc))}".strip()
        message, allowed = _WORDS.get(kind, ("値の書き方が正しくありません。", ""))
        if kind == "extra_forbidden":
            allowed = nearest(str(loc[-1]), [self._names.get(meant, meant)] if meant else self._fields(loc[:-1]))
        return Issue(where=place, message=message, allowed=allowed or self._allowed(loc, detail.get("ctx", {})))

    def _allowed(self, loc: Loc, ctx: Mapping[str, Any]) -> str:
        """What may stand there, by what the check was told: words of a list, or bounds."""
        words = _QUOTED.findall(str(ctx.get("expected", "")))
        if words:
            given = _at(self._data, loc)
            close = likely(given, words) if isinstance(given, str) else ""
            return nearest(close, words) if close else listed(words)
        bounds = [f"{ctx[key]:g}{word}" for key, word in _BOUNDS.items() if isinstance(ctx.get(key), int | float)]
        bounds += [f"{ctx[key]}個まで" for key in ("max_length",) if key in ctx]
        return "、".join(bounds) or _PATTERNS.sub(r"数字\1桁", str(ctx.get("pattern", "")))

    def _fields(self, loc: Loc) -> list[str]:
        """The names that a table may have, as the file writes them."""
        kinds = list(_inside(self._model, loc))
        found = chain.from_iterable(kind.model_fields.items() for kind in kinds)
        return [self._names.get(name, field.alias or name) for name, field in found]

    def _real(self, loc: Loc) -> Loc:
        """The steps that stand in the file; a check of several types adds the name of the one it tried."""
        real: list[int | str] = []
        here = self._data
        for index, step in enumerate(loc):
            last = index == len(loc) - 1
            inside = (isinstance(here, dict) and step in here) or (isinstance(here, list) and isinstance(step, int))
            if inside or (last and isinstance(here, dict) and "[" not in str(step)):
                real.append(step)
                here = _at(here, (step,))
        return tuple(real)

    def _place(self, path: Loc) -> str:
        place = ""
        for step in path:
            place += f"[{step}]" if isinstance(step, int) else f".{self._names.get(step, step)}"
        return place.removeprefix(".")


def _at(data: Any, loc: Loc) -> Any:
    for step in loc:
        if isinstance(data, dict):
            data = data.get(step)
        elif isinstance(data, list) and isinstance(step, int) and step < len(data):
            data = data[step]
        else:
            return None
    return data


def _inside(kind: Any, loc: Loc) -> Iterator[type[BaseModel]]:
    """The types that a place of a type can have."""
    origin = get_origin(kind)
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        if not loc:
            yield kind
            return
        field = kind.model_fields.get(str(loc[0])) or next(
            (field for field in kind.model_fields.values() if field.alias == loc[0]), None
        )
        if field is not None:
            yield from _inside(field.annotation, loc[1:])
    elif origin is Annotated:  # with the tag of one of several types, which a check names on the way
        inner, *more = get_args(kind)
        tagged = loc and any(isinstance(each, Tag) and each.tag == loc[0] for each in more)
        yield from _inside(inner, loc[1:] if tagged else loc)
    elif origin in {Union, UnionType}:
        for each in get_args(kind):
            yield from _inside(each, loc)
    elif loc and origin is not None and get_args(kind):
        parts = [part for part in get_args(kind) if part is not Ellipsis]
        yield from _inside(parts[-1], loc[1:])
