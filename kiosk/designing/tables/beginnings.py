"""What is new: a procedure, a fact, a list of answers, an occasion, a written visit - with everything that it needs."""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kiosk.designing.tables.changes import Enter, Say
from kiosk.designing.tables.values import Value, pairs_text
from kiosk.designing.tables.writing import changed

_NUMBERED = re.compile(r"procedures/P(\d+)\.toml")
ID = re.compile(r"[A-Za-z][A-Za-z0-9_]{0,39}")
"""How a procedure, an occasion or a written visit is called."""
KEY = re.compile(r"[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)+")
"""How a fact is called."""

FILERS = ("本人", "世帯主", "同一世帯員", "法定代理人", "任意代理人")
"""Who may usually file."""
_AGENTS = {"法定代理人": "戸籍謄本または登記事項証明書", "任意代理人": "委任状"}


def next_procedure(files: Sequence[str]) -> str:
    """The number behind the highest of the procedures."""
    taken = [int(found[1]) for name in files if (found := _NUMBERED.fullmatch(name))]
    return f"P{max(taken, default=0) + 1:02}"


@dataclass(frozen=True)
class NewProcedure:
    """A procedure from a day on; `roles` are who may file it, `events` the occasions that lead to it, `form` the one
    that is written (empty: none), `when` its condition in CEL (empty: always on its occasions).
    """

    id: str
    name: str
    department: str
    scope: str
    events: tuple[str, ...]
    form: str
    reason: str
    reason_not: str
    when: str
    since: dt.date
    roles: tuple[str, ...] = FILERS

    def texts(self, texts: Mapping[str, str]) -> dict[str, str]:
        """Its own file, the occasions that lead to it, and the table that says why; by file. See `made`."""
        found = {f"procedures/{self.id}.toml": self._own(), **dict(self._occasions(texts))}
        matrix = texts.get("matrix.toml")
        every = tuple(
            name.removeprefix("events/").removesuffix(".toml") for name in texts if name.startswith("events/")
        )
        if matrix is not None:
            for cell in self._cells(every):
                matrix = made(matrix, Enter((self.id,), cell))
            found["matrix.toml"] = matrix
        return found

    def _own(self) -> str:
        head: dict[str, Value] = {"id": self.id, "name": self.name, "scope": self.scope}
        head |= {
            "department": self.department,
            "confidence": "I",
            "source": "市が決めた手続",
            "order": 90,
            "minutes": 10,
        }
        version: dict[str, Value] = {"from": self.since, "when": self.when or "true", "reason": self.reason}
        version |= {"reason_not": self.reason_not, "who": "本人または代理人"}
        if self.form:
            version["forms"] = [self.form]
        else:
            version |= {
                "forms": [],
                "no_form": {"why": "窓口で受け付けるだけで、様式がないため", "source": "市が決めた手続"},
            }
        filers = "\n".join(
            f"[[version.filers]]\n{pairs_text({'role': role, 'papers': _papers(role)})}" for role in self.roles
        )
        return f"# {self.id} {self.name}\n{pairs_text(head)}\n[[version]]\n{pairs_text(version)}\n{filers}"

    def _occasions(self, texts: Mapping[str, str]) -> Iterator[tuple[str, str]]:
        for event in self.events:
            name = f"events/{event}.toml"
            listed = tomllib.loads(texts[name]).get("procedures", [])
            yield name, made(texts[name], Say(("procedures",), [*listed, self.id]))

    def _cells(self, every: Sequence[str]) -> Iterator[dict[str, Value]]:
        others = [name for name in every if name not in self.events]
        if self.events:
            yield {"on": [*self.events], "mark": "○", "why": self.reason}
        if others:
            yield {"on": [*others], "mark": "－", "why": self.reason_not}


def _papers(role: str) -> list[Value]:
    return [_AGENTS[role]] if role in _AGENTS else []


def made(text: str, change: Enter | Say) -> str:
    """The text after a change. Raises ValueError where it is written in a way that cannot be changed here."""
    after = changed(text, change)
    if after is None:
        raise ValueError(change.path)
    return after


def new_event(id_: str, name: str, opening: Sequence[str]) -> str:
    """The file of an occasion that leads nowhere yet."""
    head: dict[str, Value] = {"id": id_, "name": name, "opening": [*opening], "procedures": []}
    return f"# {name}\n{pairs_text(head)}"


def without_event_cells(matrix: str, event: str, procedures: Sequence[str]) -> str:
    """The table that says why, with a new occasion that no procedure belongs to."""
    for procedure in procedures:
        cell: dict[str, Value] = {"on": [event], "mark": "－", "why": "このきっかけでは扱わない"}
        matrix = made(matrix, Enter((procedure,), cell))
    return matrix


def new_person(title: str, event: str, today: dt.date) -> str:
    """The file of a written visit with one member who has no answers yet."""
    head: dict[str, Value] = {"title": title, "event": event, "today": today}
    return f"# {title}（作った人物）\n{pairs_text(head)}\n[answers]\n\n[person.p1]\n"
