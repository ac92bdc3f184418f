"""Households that no example of the town is like: told in words, and what their papers and records say."""

import datetime as dt
import json
from collections.abc import Mapping
from typing import Any

from kiosk.exchange.records.recorder import Recorder
from tests.visits import Desk

ID = {"case.id_papers": "運転免許証", "case.id_expiry": "R11.1.1", "case.requests": "なし"}
PLAIN = {**ID, "household.foreigners": "なし", "household.circumstances": "なし"}
HERE = {"addr.new.text": "見本県架空市緑ケ丘二丁目7番12号", "addr.new.katagaki": "なし"}
Person = Mapping[str, str]


def told(event: str, said: Mapping[str, str], *people: Person, today: str = "2026-04-20") -> Desk:
    """A visit of these people (name, birth, relation … by the last words of their paths)."""
    desk = Desk(today=dt.date.fromisoformat(today), event=event).members(len(people))
    facts = {f"person[p{n}].{key}": text for n, each in enumerate(people, 1) for key, text in each.items()}
    return desk.say_all({**facts, **said})


def person(name: str, birth: str, relation: str = "", **more: str) -> dict[str, str]:
    said = {"name.full": name, "birth.date": birth, "relation_new": relation, **more}
    return {key: text for key, text in said.items() if text}


def printed(desk: Desk, key: str, label: str) -> str:
    """What stands in the box of this label: its words or its marks."""
    form = desk.form(key)
    boxes = {box.id: box.label for box in desk.now.facts.book.templates[form.template, form.version].boxes}
    return next(box.text or "、".join(box.marks) for box in form.boxes if boxes[box.box] == label)


def record(desk: Desk, procedure: str) -> dict[str, Any]:
    """The record of one filing, as it would leave."""
    made = Recorder("999997", "架空市").record(desk.now, desk.outcome(procedure), at=desk.clock.now())
    read: dict[str, Any] = json.loads(made)
    return read


def roles(desk: Desk, procedure: str) -> dict[str, list[str]]:
    return {row["taishoshabango"]: row.get("yakuwari", []) for row in record(desk, procedure)["taishosha"]}
