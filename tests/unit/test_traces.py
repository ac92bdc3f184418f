"""What is read from outside leaves no trace in a message: marked values go through every reader and never come out."""

import csv
import datetime as dt
import io
import json
import re
import tomllib
from pathlib import Path

import pytest

from kiosk.cards.samples import load_samples
from kiosk.catalogue.case_file import load_case_file
from kiosk.exchange.records.cells import load_extract
from kiosk.exchange.records.extract import Extract, read_extract
from kiosk.flow.parse_answer import Reader
from kiosk.flow.wording import Wording
from kiosk.model.message import Refused
from kiosk.model.vocabulary import Item, Type
from tests.commands import Kiosk
from tests.visits import FORMS, TODAY, book
from tests.wording import WORDS

MARKS = ("標識太郎", "標識 太郎\x0b", "標識1988-13-45", "標識,\"'", "標識\u202e", "\x00標識", "標識" * 40)
FAMILY = FORMS / "personas" / "kazoku4.toml"
WORDING = Wording(WORDS, book().vocabulary)
MAPPING = load_extract((FORMS / "exchange" / "extract.toml").read_bytes())
HEAD, *ROWS = csv.reader(io.StringIO(FAMILY.with_suffix(".csv").read_text("utf-8-sig")))


def written(rows: list[list[str]]) -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text).writerows([HEAD, *rows])
    return text.getvalue().encode()


def said(rows: list[list[str]]) -> str:
    found = read_extract(written(rows), MAPPING, on=dt.date(2026, 4, 20))
    return "" if isinstance(found, Extract) else "\n".join(map(str, found))


@pytest.mark.parametrize("mark", MARKS)
def test_no_fault_of_an_extract_repeats_a_cell(mark: str) -> None:
    for at in range(len(HEAD)):
        assert "標識" not in said([[*row[:at], mark, *row[at + 1 :]] for row in ROWS]), HEAD[at]


@pytest.mark.parametrize("by", [*range(1, 8), *range(-7, 0)])
def test_no_fault_of_an_extract_with_shifted_columns_repeats_a_cell(by: int) -> None:
    text = said([[*row[by:], *row[:by]] for row in ROWS])
    cells = {cell for row in ROWS for cell in row if len(cell) > 1 and not cell.isdecimal()} - {
        "世帯主"
    }  # what is allowed
    assert [cell for cell in cells if cell in text] == []  # 世帯主 is an allowed word


@pytest.mark.parametrize("mark", MARKS)
def test_no_refusal_of_an_answer_repeats_what_was_typed(mark: str) -> None:
    rules = book()
    reader = Reader(vocabulary=rules.vocabulary, today=TODAY, members={"p1": "架空"}, event=rules.events["tennyu"])
    for kind in Type:
        found = reader.read(Item(key="person.name.full", type=kind, label="項目", digits=7), mark)
        if isinstance(found, Refused):
            assert "標識" not in WORDING.refusal(found, hide=True), kind


@pytest.mark.parametrize("mark", MARKS)
def test_no_fault_of_a_case_file_repeats_an_answer(tmp_path: Path, mark: str) -> None:
    text = FAMILY.read_text(encoding="utf-8")
    for key in ("event", "today", "extract", *tomllib.loads(text)["answers"]):
        name = re.escape(f'"{key}"' if "." in key else key)
        changed = re.sub(rf"^({name}) = .*$", lambda found: f"{found[1]} = {json.dumps(mark)}", text, flags=re.M)
        (tmp_path / "case.toml").write_text(changed, encoding="utf-8")
        found = load_case_file(tmp_path / "case.toml", book())
        assert not isinstance(found, tuple) or "標識" not in "\n".join(map(str, found)), key


@pytest.mark.parametrize("mark", MARKS)
def test_no_fault_of_a_practice_card_repeats_what_stands_on_it(mark: str) -> None:
    text = (FORMS / "cards.toml").read_text(encoding="utf-8")
    for key in sorted(set(re.findall(r"^(\w+) = ", text, flags=re.M))):
        changed = re.sub(rf"^{key} = .*$", lambda _, key=key: f"{key} = {json.dumps(mark)}", text, flags=re.M)  # type: ignore[misc]  # a default argument binds the loop variable
        assert "標識" not in "\n".join(map(str, load_samples(changed.encode()).issues)), key


def test_no_command_repeats_an_answer_it_cannot_read(kiosk: Kiosk, tmp_path: Path) -> None:
    text = FAMILY.read_text(encoding="utf-8").replace('"birth.date" = "S63.6.15"', '"birth.date" = "標識太郎"')
    (tmp_path / "case.toml").write_text(text, encoding="utf-8")
    for command in ("plan", "fill", "confirm"):
        ended = kiosk(command, tmp_path / "case.toml")
        assert ended.code == 1
        assert "標識" not in ended.out + ended.err


def test_the_audit_record_and_the_log_name_nobody(kiosk: Kiosk, home: Path) -> None:
    assert kiosk("confirm", FAMILY).code == 0
    kiosk("deliver")
    record = kiosk("audit", "list").out
    logs = "".join(path.read_text(encoding="utf-8") for path in home.rglob("*.log"))
    values = re.findall(r'= "([^"]{2,})"', FAMILY.read_text(encoding="utf-8"))
    codes = {code for codes in book().vocabulary.codes.values() for code in codes}
    personal = [word for word in values if word not in codes and (not word.isascii() or re.search(r"\d{3}", word))]
    assert len(personal) > 20
    assert [word for word in personal if word in record + logs] == []
