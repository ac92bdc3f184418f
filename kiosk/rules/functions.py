"""The functions of the rule language that are written in Python: they are told codes, never a date or a name."""

from collections.abc import Callable, Iterable
from typing import Any

from kiosk.model.identity import IdPapers
from kiosk.rules.cel import Function


def _unknown() -> str:
    raise ValueError("unknown")


_COUPLE = {"夫", "妻", "夫（未届）", "妻（未届）"}


def _spouse_of(person: str, members: Iterable[tuple[str, str]]) -> str:
    """The applicant's spouse among the members, by 続柄; empty when there is none."""
    relation = dict(members)
    own = relation.get(person, "")
    if own == "世帯主":
        return next((ref for ref, value in relation.items() if value in _COUPLE), "")
    if own in _COUPLE:
        return next((ref for ref, value in relation.items() if value == "世帯主"), "")
    return ""


def _guardian_relation(sex: str) -> str:
    return {"男": "父", "女": "母"}.get(sex, "保護者")


def functions(papers: IdPapers | None = None) -> tuple[Function, ...]:
    """Beside those of `defined`. `papers` are the city's lists of identity papers."""
    listed = papers or IdPapers()
    text, listing = "string", "list"
    table: tuple[tuple[str, tuple[str, ...], Callable[..., Any]], ...] = (
        ("cel_unknown", (), _unknown),
        ("spouse_of", (text, listing), _spouse_of),
        ("guardian_relation", (text,), _guardian_relation),
        ("id_photo", (listing,), listed.has_photo),
        ("id_check", (listing, "bool"), lambda shown, expired: listed.check(shown, expired=expired).value),
    )
    return table
