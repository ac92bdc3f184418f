"""Which of what was said stands: not what is about people who were removed, nor an answer of another purpose."""

from collections.abc import Container, Mapping

from kiosk.model.fact import Fact, Value
from kiosk.model.path import parse
from kiosk.model.vocabulary import Type


def stands(
    path: str,
    fact: Fact,
    *,
    members: Container[str],
    naming: Mapping[str, Type],
    fitting: Mapping[str, tuple[str, ...]],
) -> Fact | None:
    """The fact as far as it stands; None for what is about nobody here, or is no answer to what the visit is about.

    `naming` are the kinds of facts that name members, `fitting` the answers that fit the purpose, where fewer fit. What
    does not stand is kept: it stands again with the member or the purpose.
    """
    holder, key = parse(path)
    if holder and holder not in members:
        return None
    kind = naming.get(key)
    if kind is Type.PERSON:
        return fact if not fact.value or not isinstance(fact.value, str) or fact.value in members else None
    if kind is Type.PERSONS:
        return _left(fact, members)
    return _fitting(fact, fitting[key]) if key in fitting else fact


def _left(fact: Fact, among: Container[str]) -> Fact:
    value: Value = fact.value
    left = tuple(each for each in value if each in among) if isinstance(value, tuple) else value
    return fact if left == value else fact.model_copy(update={"value": left})


def _fitting(fact: Fact, codes: tuple[str, ...]) -> Fact | None:
    """Of several answers those that fit, and none at all where none is left; なし is an answer anywhere."""
    if isinstance(fact.value, tuple):
        left = _left(fact, codes)
        return left if left.value or not fact.value else None
    return fact if not isinstance(fact.value, str) or fact.value in codes else None
