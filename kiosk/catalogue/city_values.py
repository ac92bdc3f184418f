"""Fills the city's settings into a procedure's file: {city.fee_juminhyo} in a text, "city.…" in a period."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from kiosk.catalogue.city_words import CITY as _CITY
from kiosk.catalogue.city_words import CITY_OPENED, OPEN, said
from kiosk.model.base import Issue
from kiosk.model.spelling import likely
from kiosk.settings import FILE, Scalar


def whole(value: object, *, least: int = 0) -> bool:
    """Whether a value is a whole number of at least `least`; true and false are not numbers."""
    return isinstance(value, int) and not isinstance(value, bool) and value >= least


_CONDITIONS = frozenset({"when", "photo_when", "form_when", "free_when", "wish"})  # CEL sees city.… by itself
_HOLE = re.compile(r"\{([^{}]*)\}")
_ASK = "期限は担当の課で確かめてください"


@dataclass(frozen=True)
class Filler:
    """`where` is the file, `city` what may stand behind `city.`; what cannot be filled in is added to `issues`."""

    where: str
    city: Mapping[str, Scalar]
    issues: list[Issue]

    def filled(self, entry: Any, place: str = "") -> Any:
        """The same tables with every setting in its place; where one is missing the text says 要確認."""
        if isinstance(entry, str):
            if CITY_OPENED.search(entry):
                self._tell(place, f"「{{{_CITY}」の括弧が閉じていません。", ("{city.…}",))
            return _HOLE.sub(lambda hole: self._shown(hole[1], place), entry) if "{" in entry else entry
        if isinstance(entry, list):
            return [self.filled(value, f"{place}[{index}]") for index, value in enumerate(entry)]
        if not isinstance(entry, dict):
            return entry
        before = f"{place}." if place else ""
        return {key: self._value(key, value, f"{before}{key}") for key, value in entry.items()}

    def _value(self, key: str, value: Any, place: str) -> Any:
        if key in _CONDITIONS or (isinstance(value, str) and "{" not in value):
            return value
        if key == "deadline" and isinstance(value, dict):
            return self._deadline(self._rolled(value, place), place)
        return self.filled(value, place)

    def _rolled(self, rule: dict[str, Any], place: str) -> dict[str, Any]:
        """The rule with whether it goes on to the next open day: the law says so, or the city's own by-law."""
        text = rule.get("rolls")
        if not isinstance(text, str):
            return rule
        value = self.city.get(text.removeprefix(_CITY)) if text.startswith(_CITY) else None
        if not isinstance(value, bool):
            message = f"設定 {text} は市の設定にないか、true・false ではありません。"
            known = (f"{_CITY}{key}" for key, found in self.city.items() if isinstance(found, bool))
            self._tell(f"{place}.rolls", message, ("true", "false", *(key for key in known if "ordinance_" in key)))
        return {**rule, "rolls": value is True}

    def _deadline(self, rule: dict[str, Any], place: str) -> dict[str, Any]:
        """The rule with its count; without a right one it is a text that says to ask."""
        if not isinstance(rule.get("count"), str):
            filled: dict[str, Any] = self.filled(rule, place)
            return filled
        rest: dict[str, Any] = self.filled({key: value for key, value in rule.items() if key != "count"}, place)
        count = self._count(rule["count"], f"{place}.count")
        if count is None:
            return {**rest, "note": "。".join(text for text in (_ASK, rest.get("note")) if text)}
        return {**rest, "count": count}

    def _count(self, text: str, place: str) -> int | None:
        value = self.city.get(text.removeprefix(_CITY)) if text.startswith(_CITY) else None
        if isinstance(value, int) and whole(value, least=1):
            return value
        message = f"設定 {text} は市の設定にありません。" if value is None else f"{text} は1以上の整数ではありません。"
        self._tell(
            place, message, ("整数", *(f"{_CITY}{key}" for key, found in self.city.items() if self._counts(key, found)))
        )
        return None

    @staticmethod
    def _counts(key: str, value: Scalar) -> bool:
        return key.startswith("ordinance_") and whole(value, least=1)

    @cached_property
    def _words(self) -> dict[str, str]:
        return said(self.city)

    def _shown(self, name: str, place: str) -> str:
        words = self._words.get(name)
        if words is None:
            close = likely(name, self._words)
            known = [key for key in self._words if key.startswith((f"{_CITY}fee_", f"{_CITY}ordinance_"))]
            meant = f"「{{{close}}}」の書き間違いではありませんか"
            allowed = [meant] if close else [f"{{{key}}}" for key in known]
            self._tell(place, f"設定 {{{name}}} は市の設定にありません。", allowed)
        return OPEN if words is None else words

    def _tell(self, place: str, message: str, allowed: Iterable[str]) -> None:
        where = f"{self.where} {place}"
        self.issues.append(Issue(where=where, message=message, allowed=f"{FILE}: {'、'.join(allowed)}"))
