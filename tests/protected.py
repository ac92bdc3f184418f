"""A household that another town protects, and what could tell of it."""

import csv
import datetime as dt
import io
import re
from dataclasses import replace
from pathlib import Path

from pydantic_core import to_json

from kiosk.bootstrap.program import Program
from kiosk.exchange.records.cells import load_extract
from kiosk.exchange.records.extract import Extract, read_extract
from kiosk.flow.actions import UseExtract
from kiosk.flow.clock import FixedClock
from kiosk.flow.pages import CounterPage
from kiosk.model.card import CardFace
from kiosk.model.wareki import PartialDate
from tests.visits import FORMS, TODAY, place_at

ROLE, OLD, NAME, BIRTH = "case.applicant_role", "addr.old.text", "person[p1].name.full", "person[p1].birth.date"
TELLING = re.compile(
    r"支援措置|仮支援|加害|被害|ドメスティック|ストーカー|虐待|\bDV\b|\bdv[._]|shien|support_measure|protected", re.I
)
HIDDEN = "見本県秘匿市隠町９番９号"
HANAKO = CardFace(
    name="架空　花子", address=HIDDEN, birth=PartialDate(iso="1990-11-03"), sex="2", expires_on="2033-11-03"
)
AT = dt.datetime(2026, 4, 20, 1, tzinfo=dt.UTC)


def extract(data: bytes | None = None) -> Extract:
    mapping = load_extract((FORMS / "exchange" / "extract.toml").read_bytes())
    read = read_extract(data or (FORMS / "personas" / "kazoku4.csv").read_bytes(), mapping, on=TODAY)
    assert isinstance(read, Extract), read
    return read


def paper(data: bytes | None = None) -> UseExtract:
    found = extract(data)
    return UseExtract(persons=found.persons, case=found.case)


def marked() -> bytes:
    """The family's paper as a town might send it about a household it protects, with every mark a town could make."""
    rows = list(csv.reader(io.StringIO((FORMS / "personas" / "kazoku4.csv").read_text(encoding="utf-8-sig"))))
    header, people = rows[0], rows[1:]
    for row in people:
        row[header.index("他業務参照不可フラグ")] = "1"
        row[header.index("履歴選択不可フラグ")] = "1"
    marks = ["支援措置対象者フラグ", "支援措置区分", "証明発行抑止フラグ"]
    text = io.StringIO()
    csv.writer(text).writerows([header + marks, *([*row, "1", "DV", "1"] for row in people)])
    return text.getvalue().encode()


def program(home: Path) -> Program:
    return Program(place_at(home), FixedClock(AT))


def text_of(page: CounterPage) -> str:
    """Everything on a page."""
    return to_json(page).decode()


def bare(page: CounterPage) -> str:
    """A page without what tells one visit from another."""
    return text_of(replace(page, slip=""))
