"""Forms of the sample town that are edited: the fullest of them, one with remarks, and steps drawn by lot."""

import datetime as dt
import random

from kiosk.designing.editing.changing import changed
from kiosk.designing.editing.text import read
from kiosk.designing.editing.workbench import FILE
from kiosk.model.edits import (
    Add,
    Align,
    Alone,
    Become,
    Bring,
    Choices,
    Copy,
    Edge,
    Edit,
    Essential,
    InRows,
    Move,
    Put,
    Remove,
    Resize,
    Tell,
)
from kiosk.model.template import Box, Kind, Rect, Template
from tests.forms import FORMS

TEMPLATES = FORMS / "templates"
EVERY = sorted(path.parent for path in TEMPLATES.glob(f"*/*/{FILE}"))
BIRTH = (TEMPLATES / "F19" / "001" / FILE).read_text(encoding="utf-8")


def form(text: str = BIRTH) -> Template:
    found = read(text, where="template.toml")
    assert isinstance(found, Template), found
    return found


def box(template: Template, name: str) -> Box:
    return next(each for each in template.boxes if each.id == name)


def after(edit: Edit, template: Template | None = None) -> Template:
    return changed(template or form(), edit)


def edits(template: Template, chance: random.Random) -> list[Edit]:
    ids = [each.id for each in template.boxes]
    some = tuple(chance.sample(ids, min(3, len(ids))))
    return [
        Move(some, chance.uniform(-5, 5), chance.uniform(-5, 5)),
        Resize(some[0], Rect(x=10, y=10, w=chance.uniform(1, 90), h=5)),
        Put(box(template, some[0]).model_copy(update={"label": '名前 "と" \\ #', "when": "m.x == '1'"})),
        Add(1, Rect(x=1, y=1, w=10, h=5), chance.choice(list(Kind))),
        Copy(some, 1, 1),
        Bring(tuple(box(template, name) for name in some)),
        Remove(some[:1]),
        Align(some, chance.choice(list(Edge))),
        Become(some, chance.choice(list(Kind))),
        Choices(some[0], ("あ", "い")),
        InRows(some, "P", 3, 9.0),
        Alone(tuple(ids)),
        Essential(some, on=True),
        Essential(tuple(ids), on=False),
        Tell("名前", "{city.mayor}", "法", "課", dt.date(2028, 4, 1)),
        Tell("名前", "{city.mayor}", "法", "課", dt.date(2028, 4, 1), copies="P"),
    ]


REMARKED = BIRTH.replace(
    '[[box]]\nid = "no2"', '# 下の欄は国の様式の(1)\n# 確かめる: 子の氏名　確かさ 0.80\n[[box]]\nid = "no2"  # 子'
)
