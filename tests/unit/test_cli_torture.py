"""`kiosk forms torture`: who has a name that no box holds is told, with a picture of the page."""

from pathlib import Path

import pypdfium2
import pytest

from tests.changing import PERSONA
from tests.commands import Kiosk
from tests.edits import change
from tests.tiny_forms import tiny_forms

FORM = "templates/F01/001/template.toml"


@pytest.fixture
def forms(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tiny_forms(tmp_path / "forms")
    (folder / "personas").mkdir()
    (folder / "personas" / "inu.toml").write_text(PERSONA, encoding="utf-8")
    change(folder / FORM, "\n[[page]]", "barcode = { x = 60, y = 281, w = 130, h = 7 }\n\n[[page]]")
    monkeypatch.setenv("KIOSK_FORMS", str(folder))
    return folder


def test_papers_that_hold_everything_are_told_as_such(kiosk: Kiosk, forms: Path, tmp_path: Path) -> None:
    told = kiosk("forms", "torture", "--out", str(tmp_path / "tight.pdf"))
    assert told.code == 0
    assert "見本の住民 1人、用紙に収まらないもの 0件" in told.out
    assert not (tmp_path / "tight.pdf").exists()


def test_what_no_box_holds_is_listed_and_framed_on_its_page(kiosk: Kiosk, forms: Path, tmp_path: Path) -> None:
    change(forms / FORM, "rect = { x = 21, y = 21, w = 78, h = 8 }", "rect = { x = 21, y = 21, w = 1, h = 8 }")
    out = tmp_path / "tight.pdf"
    told = kiosk("forms", "torture", "--out", str(out), "--json")
    assert told.code == 1
    assert {each["persona"] for each in told.document["found"]} == {"inu"}
    assert all("入りきらない" in each["message"] for each in told.document["found"])
    (page,) = pypdfium2.PdfDocument(out)
    assert f"inu　F01　{told.document['found'][0]['where']}" in page.get_textpage().get_text_range()


def test_a_draft_is_tried_too_unless_something_is_wrong_with_it(kiosk: Kiosk, forms: Path) -> None:
    made = kiosk("forms", "draft", "dog", "--reason", "名前を直す", "--by", "S1", "--json")
    assert kiosk("forms", "torture", "--draft", "dog").code == 0
    change(Path(made.document["folder"]) / FORM, 'fact = "', 'fact = "x.')
    assert kiosk("forms", "torture", "--draft", "dog").code == 1
