"""What a written visit says must come of it, held against what came, and written down anew.

Only what a visit says is looked at: `procedures` and `forms` where it lists them, `deadlines` of procedures it names.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import tomlkit

from kiosk.model.casefile import Expectation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kiosk.rules.snapshot import Snapshot

_LISTS = {"procedures": "手続", "forms": "様式"}
_EATEN = re.compile(r"(?m)^(deadlines[ \t]*=[ \t]*\{.*\d)\}")  # tomlkit takes the blank after a day for its own


def what_came(expect: Expectation, snapshot: Snapshot) -> Expectation:
    """What came of a visit, of all that is expected of it; a procedure that has no day any more is left out."""
    needed = snapshot.plan.needed
    days = {each.procedure: each.deadline.due for each in needed if each.deadline and each.deadline.due}
    lists = {
        "procedures": tuple(outcome.procedure for outcome in needed),
        "forms": tuple(dict.fromkeys(form.template for form in snapshot.forms)),
    }
    said = {name: got for name, got in lists.items() if getattr(expect, name)}
    deadlines = {procedure: days[procedure] for procedure in expect.deadlines if procedure in days}
    return expect.model_copy(update={**said, "deadlines": deadlines})


def in_vain(expect: Expectation, got: Expectation) -> Iterator[str]:
    """What was expected and did not come, line by line."""
    for name, words in _LISTS.items():
        wanted, found = getattr(expect, name), getattr(got, name)
        if wanted != found:
            yield f"{words}が見込み（expect.{name}）と違います: {'、'.join(wanted)} → {'、'.join(found) or 'なし'}"
    for procedure, day in expect.deadlines.items():
        due = got.deadlines.get(procedure)
        if due != day:
            yield f"期限が見込み（expect.deadlines）と違います: {procedure} {day} → {due or 'なし'}"


def expecting(text: str, expect: Expectation, got: Expectation) -> str:
    """The file of a visit that expects what came; remarks, order and everything else stay as they are."""
    document = tomlkit.parse(text)
    table: Any = document["expect"]
    for name in _LISTS:
        if getattr(expect, name) != getattr(got, name):
            table[name] = list(getattr(got, name))
    for procedure, day in expect.deadlines.items():
        if procedure not in got.deadlines:
            del table["deadlines"][procedure]
        elif got.deadlines[procedure] != day:
            table["deadlines"][procedure] = got.deadlines[procedure]
    return _EATEN.sub(r"\1 }", tomlkit.dumps(document))
