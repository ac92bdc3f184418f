"""控えの名簿: forms/known/<fact>.csv, names that a clerk would otherwise write out - banks, branches, schools.

Shape: UTF-8, a heading, one entry a row; `name` is what is written, `code` its number, `reading` how it is said. A
column whose heading is a fact's key narrows the list: an entry is offered where that fact says the same, or begins so
(a branch of the bank that was said; a school of the town one comes from). No list of banks may be handed on with the
program (what is published lacks a licence, or the names as papers want them), so the city puts in its own.
Nothing is kept between look-ups: a list of 30,000 rows is searched as text, and only lines that could fit are read.
"""

import csv
import re
from collections.abc import Iterator, Mapping

from kiosk.model.base import Frozen, Issue
from kiosk.model.letters import search_key, to_digits
from kiosk.model.vocabulary import Type, Vocabulary

FOLDER = "known"
SHOWN = 8
_OWN = ("code", "name", "reading")
_CODE = re.compile("[0-9]+")


class Entry(Frozen):
    """One that can be written; `code` and `reading` may be empty, `only` is what other facts must say, by key."""

    name: str
    code: str = ""
    reading: str = ""
    only: Mapping[str, str] = {}


def file_of(key: str) -> str:
    """Where the list of a fact lies below forms/."""
    return f"{FOLDER}/{key}.csv"


def narrowing(content: bytes) -> tuple[str, ...]:
    """The facts that narrow a list, by key."""
    return tuple(name for name in _heading(content) if name not in _OWN)


def offered(content: bytes, *, typed: str, said: Mapping[str, str]) -> tuple[Entry, ...]:
    """What fits the words or figures typed so far, names that begin so first; the whole number is one entry alone.

    `said`: what the facts of `narrowing` say, empty where nobody has said anything yet.
    """
    wanted = to_digits(typed.strip())
    if not wanted:
        return ()
    fitting = [each for each in _candidates(content, wanted) if _of_these(each, said) and _fits(each, wanted)]
    exact = [each for each in fitting if each.code == wanted]
    fitting.sort(key=lambda each: not _begins(each, wanted))
    return tuple(exact or fitting[:SHOWN])


def coded(content: bytes, *, typed: str, said: Mapping[str, str]) -> str:
    """The name behind a whole number, where exactly one entry has it; else empty."""
    found = offered(content, typed=typed, said=said)
    return found[0].name if len(found) == 1 and found[0].code == to_digits(typed.strip()) else ""


def check_known(content: bytes, vocabulary: Vocabulary, *, key: str) -> Iterator[Issue]:
    """What is wrong with a list: its fact, its heading, the first row without a name or of another length."""
    where = file_of(key)
    item = vocabulary.by_key.get(key)
    if item is None or item.type is not Type.TEXT:
        yield Issue(
            where=where, message=f"{key} は、文字で答える事実（text）ではありません。", allowed="known/<事実>.csv"
        )
    try:
        rows = list(csv.reader(content.decode("utf-8-sig").splitlines(), strict=True))
    except (UnicodeDecodeError, csv.Error):
        yield Issue(where=where, message="UTF-8 の CSV として読めません。")
        return
    heading = rows[0] if rows else []
    strange = [name for name in heading if name not in _OWN and name not in vocabulary.by_key]
    if "name" not in heading or strange or len(set(heading)) < len(heading):
        yield Issue(where=where, message="見出しの行が違います。", allowed="、".join((*_OWN, "事実のキー（絞り込み）")))
        return
    place = heading.index("name")
    wrong = (at for at, row in enumerate(rows[1:], 2) if len(row) != len(heading) or not row[place].strip())
    if line := next(wrong, 0):
        message = "見出しと列の数が違うか、name が空の行です。"
        yield Issue(where=where, line=line, message=message, allowed=",".join(heading))


def _heading(content: bytes) -> list[str]:
    return next(csv.reader([content.partition(b"\n")[0].decode("utf-8-sig").strip()]), [])


def _candidates(content: bytes, wanted: str) -> Iterator[Entry]:
    """The entries of every line that has the words in it, as typed or as a reading."""
    heading = _heading(content)
    ways = {wanted, search_key(wanted)}
    lines = dict.fromkeys(line for way in ways for line in _lines(content.decode("utf-8-sig"), way))
    for row in csv.reader(lines):
        cells = dict(zip(heading, row, strict=False))
        only = {name: cells.pop(name, "") for name in heading if name not in _OWN}
        yield Entry(**cells, only=only)


def _lines(text: str, needle: str) -> Iterator[str]:
    """The lines after the heading that hold a needle; the text is not divided into lines first."""
    at = text.find("\n")
    while at >= 0 and (at := text.find(needle, at + 1)) >= 0:
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        yield text[text.rfind("\n", 0, at) + 1 : end].rstrip("\r")
        at = end


def _of_these(entry: Entry, said: Mapping[str, str]) -> bool:
    return all(said.get(key, "").startswith(cell) for key, cell in entry.only.items() if said.get(key))


def _fits(entry: Entry, wanted: str) -> bool:
    if _CODE.fullmatch(wanted):
        return entry.code.startswith(wanted)
    return wanted in entry.name or search_key(wanted) in search_key(entry.reading)


def _begins(entry: Entry, wanted: str) -> bool:
    return entry.name.startswith(wanted) or search_key(entry.reading).startswith(search_key(wanted))
