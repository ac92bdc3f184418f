"""`kiosk forms import`: a paper becomes a form, or it is said why not and nothing is written."""

import shutil
from pathlib import Path

import pytest

from kiosk.catalogue.intake import PAPER_BYTES
from tests import other_hands, own_fields
from tests.commands import Kiosk
from tests.visits import ROOT


@pytest.fixture
def forms(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "forms"
    shutil.copytree(ROOT / "forms", folder)
    monkeypatch.setenv("KIOSK_FORMS", str(folder))
    return folder


def paper(tmp_path: Path, data: bytes, name: str = "届出書.pdf") -> Path:
    file = tmp_path / name
    file.write_bytes(data)
    return file


def test_a_paper_becomes_a_form_with_what_is_to_be_looked_at(kiosk: Kiosk, forms: Path, tmp_path: Path) -> None:
    file, proof = paper(tmp_path, other_hands.plain("F04")), tmp_path / "確認.pdf"
    done = kiosk("forms", "import", file, "--id", "F90", "--title", "取り込んだ様式", "--proof", proof)
    assert (done.code, "請求者 生年月日" in done.out, "person[A].birth.date" in done.out) == (0, True, True)
    assert proof.read_bytes().startswith(b"%PDF")
    assert sorted(each.name for each in (forms / "templates" / "F90" / "001").iterdir()) == [
        "paper.pdf",
        "template.toml",
    ]
    assert kiosk("check").code == 0
    assert kiosk("paper", "F90", "--out", tmp_path / "blank.pdf").code == 0


def test_what_was_found_can_be_read_by_a_program(kiosk: Kiosk, forms: Path, tmp_path: Path) -> None:
    file = paper(tmp_path, own_fields.with_fields())
    done = kiosk("forms", "import", file, "--id", "F91", "--title", "入力欄", "--json").document
    assert done["folder"] == str(forms / "templates" / "F91" / "001")
    assert {box["label"] for box in done["boxes"]} == {"届出人 氏名", "届出区分", "郵便番号", "性別", "署名"}
    assert done["issues"] == []


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (other_hands.locked(), "パスワード"),
        (b"%PDF-1.7 nothing", "壊れて"),
        (b"PK\x03\x04 a word processor's file", "PDF でも画像でもありません"),
        (
            other_hands.changed(lambda pdf: setattr(pdf.pages[0], "Contents", pdf.make_stream(b""))),
            "欄が見つかりません",
        ),
        (other_hands.plain() + b"\n%" + b" " * PAPER_BYTES, "大きすぎます"),
    ],
    ids=["locked", "broken", "word", "empty", "large"],
)
def test_a_paper_that_is_no_form_is_refused_and_nothing_is_written(
    kiosk: Kiosk, forms: Path, tmp_path: Path, data: bytes, told: str
) -> None:
    done = kiosk("forms", "import", paper(tmp_path, data), "--id", "F90", "--title", "様式")
    assert (done.code, told in done.err) == (1, True), done.err
    assert not (forms / "templates" / "F90").exists()


@pytest.mark.parametrize(("form", "told"), [("F01", "もうあります"), ("../F90", "使えません"), ("f90", "使えません")])
def test_a_number_that_is_taken_or_none_is_refused(
    kiosk: Kiosk, forms: Path, tmp_path: Path, form: str, told: str
) -> None:
    before = sorted(forms.rglob("*"))
    done = kiosk("forms", "import", paper(tmp_path, other_hands.plain()), "--id", form, "--title", "様式")
    assert (done.code, told in done.err) == (1, True)
    assert sorted(forms.rglob("*")) == before


def test_a_file_that_is_not_there_is_told(kiosk: Kiosk, forms: Path, tmp_path: Path) -> None:
    done = kiosk("forms", "import", tmp_path / "ない.pdf", "--id", "F90", "--title", "様式")
    assert (done.code, "ファイルがありません" in done.err) == (1, True)
    assert not (forms / "templates" / "F90").exists()
