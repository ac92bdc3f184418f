"""A form out of a paper that has fields of its own: taken over, and filled again under their names."""

import io
from pathlib import Path

import pikepdf
import pytest

from kiosk.catalogue.files import Files
from kiosk.catalogue.layout import TEMPLATE_FILES
from kiosk.catalogue.templates import load_template
from kiosk.designing.importing.draft import draft
from kiosk.designing.importing.writing import lay_down
from kiosk.model.filled import BoxState, FilledBox, FilledForm, Sheet
from kiosk.model.template import Kind, Template
from kiosk.render.official.leaf import read_leaf
from kiosk.render.official.printed import read_printed
from kiosk.render.official.unreadable import Unreadable
from kiosk.render.packet import Renderer
from tests import other_hands, own_fields
from tests.known_forms import TODAY, matcher
from tests.other_hands import unlike

FONTS = other_hands.ROOT / "assets" / "fonts"
STAMP = Sheet(case_no="26000123", municipality="見本県架空市")


def test_the_fields_that_a_pdf_has_are_taken_over() -> None:
    made = draft(own_fields.with_fields(), form="F90", title="入力欄のある様式", matcher=matcher(), since=TODAY)
    found = {each.name: each.box for each in made.boxes}
    printed = next(name for name in found if name not in {"届出人 氏名", "郵便番号", "性別", "署名"})
    assert [(each.word, each.state) for each in found[printed].listed] == [("妻", "02"), ("子", "")]
    assert found["郵便番号"].cells == 7
    assert [choice.word for choice in found["性別"].choices] == ["男", "女"]
    assert found["署名"].kind is Kind.SIGNATURE
    boxes = {box.label: box for box in made.template.boxes}
    assert boxes["届出人 氏名"].fact.startswith("person[A].name")
    assert round(boxes["届出人 氏名"].rect.y) == round((842 - 720) * 25.4 / 72)
    assert [option.code for option in boxes["性別"].options] == ["男", "女"]
    assert made.template.fields == "kept"
    assert [box.field for box in made.template.boxes] == [("f1",), ("code",), ("sign",), ("zokugara",), ("性別",)]


def test_fields_that_were_taken_over_come_back_filled_under_their_names_without_the_scripts(tmp_path: Path) -> None:
    made = draft(own_fields.with_fields(), form="F90", title="入力欄のある様式", matcher=matcher(), since=TODAY)
    lay_down(made, tmp_path / "F90" / "001")
    form = load_template(Files.read(tmp_path, TEMPLATE_FILES), "F90/001")
    assert isinstance(form, Template)
    name, *_, sex = form.boxes
    told = (
        FilledBox(box=name.id, no=1, state=BoxState.FILLED, text="架空　太郎"),
        FilledBox(box=sex.id, no=1, state=BoxState.FILLED, marks=("女",)),
    )
    filled = FilledForm(template="F90", version="001", digest=form.digest, boxes=told)
    renderer = Renderer(lambda _: form, page=lambda _, file: made.papers[file], fonts=FONTS)
    with pikepdf.open(io.BytesIO(renderer.fields_pdf([filled], stamp=STAMP))) as pdf:
        said = {str(each.T): str(each.get("/V", "")) for each in pdf.Root.AcroForm.Fields}
        signed = [str(each.T) for each in pdf.Root.AcroForm.Fields if each.get("/FT") == pikepdf.Name.Sig]
        scripts = [each for each in pdf.objects if isinstance(each, pikepdf.Dictionary) and "/JS" in each]
    assert said == {"f1": "架空　太郎", "code": "", "性別": "/女", "zokugara": "", "sign": ""}
    assert signed == ["sign"]
    assert not scripts


def test_what_stands_in_the_fields_beforehand_is_no_print_and_fields_without_words_are_named_by_the_paper() -> None:
    one, other = (read_leaf(own_fields.by_reportlab(filled=filled)) for filled in (False, True))
    assert "Tokyo" not in "".join(letter.text for letter in read_printed(other).letters)
    box = (170 * 2, (842 - 646) * 2, 184 * 2, (842 - 632) * 2)
    assert unlike(*(other_hands.picture(leaf.pdf).crop(box) for leaf in (one, other))) == 0
    made = draft(own_fields.by_reportlab(filled=True), form="F90", title="様式", matcher=matcher(), since=TODAY)
    assert [each.name for each in made.boxes] == ["届出人氏名", "住所", "続柄", "口座振替"]
    assert [box.field for box in made.template.boxes] == [("Text1",), ("Text2",), ("List1",), ("Check1",)]
    (choice,) = made.template.boxes[3].options
    assert (choice.word, choice.state or choice.code) == ("希望する", "Yes")


def test_names_of_old_programs_are_read_and_a_field_without_a_place_is_refused() -> None:
    written = own_fields.by_reportlab().replace(b"/Yes", b"/#8a#f3#96#5d")  # 希望 as Windows wrote it
    made = draft(written, form="F90", title="様式", matcher=matcher(), since=TODAY)
    (choice,) = made.template.boxes[3].options
    assert (choice.state or choice.word or choice.code) == "希望"
    renderer = Renderer(lambda _: made.template, page=lambda _, file: made.papers[file], fonts=FONTS)
    ticked = FilledBox(box=made.template.boxes[3].id, no=4, state=BoxState.FILLED, marks=(choice.code,))
    filled = FilledForm(template="F90", version="001", digest="", boxes=(ticked,))
    with pikepdf.open(io.BytesIO(renderer.fields_pdf([filled], stamp=STAMP))) as pdf:
        assert str(pdf.Root.AcroForm.Fields[3].V) == "/希望"
    with pytest.raises(Unreadable, match="入力欄"):
        draft(
            own_fields.by_reportlab().replace(b"/Rect", b"/Rekt"), form="F90", title="", matcher=matcher(), since=TODAY
        )
