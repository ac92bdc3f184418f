"""入力欄: a filled form whose fields stay open - the same to look at, read back as said, one name for one place."""

import io
import itertools
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from PIL import Image

from kiosk.model.filled import BoxState, FilledBox, FilledForm, Sheet
from kiosk.model.template import Box, DateParts, Kind, Listed, Option, Rect, Repeat, Template
from kiosk.render.packet import Renderer
from tests.archive_rules import broken
from tests.other_hands import unlike
from tests.unit.test_render_layout import template
from tests.unit.test_templates_loading import SVG

FONTS = Path(__file__).resolve().parents[2] / "assets" / "fonts"
STAMP = Sheet(case_no="260420-001", municipality="架空市")
NAME, IN_ROWS = "葛󠄀城　太郎", ("架空　一子", "架空　二子")
PLACE = {"w": 60.0, "h": 8.0}


def rect(x: float, y: float, w: float = 60.0, h: float = 8.0) -> Rect:
    return Rect(x=x, y=y, w=w, h=h)


def options(*words: str, y: float, states: tuple[str, ...] = ()) -> tuple[Option, ...]:
    named = itertools.zip_longest(words, states, fillvalue="")
    return tuple(Option(code=w, rect=rect(22 + 20 * i, y, 14, 6), state=s) for i, (w, s) in enumerate(named))


DATE = DateParts(
    eras=options("平成", "令和", y=130), year=rect(70, 130, 9), month=rect(84, 130, 8), day=rect(96, 130, 8)
)


def box(name: str, kind: Kind, place: Rect, *, label: str = "", **given: object) -> Box:
    return Box.model_validate({"id": name, "no": 1, "label": label or name, "kind": kind, "rect": place, **given})


TWO, WIFE = ("1", "2"), Listed(word="妻", state="02")
WISHES = options("希望する", "しない", y=101, states=TWO)
BOXES = (
    box("name", Kind.TEXT, rect(20, 40), label="届出人 氏名", field=("Form.Page1.shimei",), lines=2),
    box("code", Kind.COMB, rect(20, 60), cells=7, field=("Form.Page1.yubin",)),
    box("sex", Kind.CHOICE, rect(20, 80, 80), options=options("男", "女", y=81)),
    box("want", Kind.TICK, rect(20, 100, 80), options=WISHES, field=("kibo",)),
    box("born", Kind.DATE, rect(20, 128, 100), parts=DATE),
    box("rel", Kind.TEXT, rect(20, 150), field=("zokugara",), listed=(WIFE, Listed(word="子"))),
    box("pen", Kind.BLANK, rect(120, 40), field=("memo",)),
    box("mine", Kind.BLANK, rect(120, 60), label="個人番号", field=("kojinbango",)),
    box("none", Kind.BLANK, rect(120, 80)),
    box("row", Kind.TEXT, rect(20, 180), repeat="P", field=("ko1", "ko2")),
    box("sign", Kind.SIGNATURE, rect(120, 150), field=("shomei",)),
)  # fmt: skip
FORM: Template = template(*BOXES, repeats=(Repeat(id="P", group="P", rows=3, dy=10.0),)).model_copy(
    update={"fields": "kept"}
)
FLAT = FORM.model_copy(update={"fields": "flat"})


def answered(name: str, sheet: int = 0, row: int = 0, **said: object) -> FilledBox:
    given = {"box": name, "no": 1, "state": BoxState.FILLED, "sheet": sheet, "row": row, **said}
    return FilledBox.model_validate(given)


def visit(*, subject: str = "", sheets: int = 1, name: str = NAME) -> FilledForm:
    once = [
        answered("name", text=name, sheet=sheet)
        for sheet in range(sheets)
    ]  # fmt: skip
    rows = [answered("row", text=text, row=row, sheet=s) for s in range(sheets) for row, text in enumerate(IN_ROWS)]
    others = (
        answered("code", text="1010051"),
        answered("sex", marks=("女",)),
        answered("want", marks=("しない",)),
        answered("born", text="令和3年4月15日", parts=("令和", "3", "4", "15")),
        answered("rel", text="妻"),
    )
    return FilledForm(
        template="F01", version="001", digest="", subject=subject, sheets=sheets, boxes=(*once, *others, *rows)
    )


@pytest.fixture(scope="module")
def kept() -> Renderer:
    return Renderer(lambda _: FORM, page=lambda _, __: SVG.encode(), fonts=FONTS)


@pytest.fixture(scope="module")
def flat() -> Renderer:
    return Renderer(lambda _: FLAT, page=lambda _, __: SVG.encode(), fonts=FONTS)


def fields(pdf: pikepdf.Pdf) -> dict[str, pikepdf.Object]:
    """The fields by their whole names, as a reader walks the tree."""

    def walk(nodes: list[pikepdf.Object], above: str) -> Iterator[tuple[str, pikepdf.Object]]:
        for node in nodes:
            name = ".".join(filter(None, (above, str(node.T))))
            inside = [kid for kid in node.get("/Kids", []) if "/T" in kid]
            if inside:
                yield from walk(inside, name)
            else:
                yield name, node

    assert not pdf.check_pdf_syntax()
    found = list(walk(list(pdf.Root.AcroForm.Fields), ""))
    assert len({name for name, _ in found}) == len(found)
    return dict(found)


def said(data: bytes) -> dict[str, str]:
    """What the fields say."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return {name: str(field.get("/V", "")).removeprefix("/") for name, field in fields(pdf).items()}


def seen(data: bytes, page: int = 0) -> Image.Image:
    """A page as a viewer shows it that knows fields."""
    pdf = pypdfium2.PdfDocument(data)
    pdf.init_forms()
    try:
        picture: Image.Image = pdf[page].render(scale=2, may_draw_forms=True).to_pil()
        return picture.convert("L")
    finally:
        pdf.close()


def test_what_was_said_is_read_back_from_the_fields_under_the_names_of_the_paper(kept: Renderer) -> None:
    assert said(kept.fields_pdf([visit()], stamp=STAMP)) == {
        "Form.Page1.shimei": NAME,
        "Form.Page1.yubin": "1010051",
        "sex.1": "Off",
        "sex.2": "女",
        "kibo": "2",
        "born.eras": "令和",
        "born.year": "3",
        "born.month": "4",
        "born.day": "15",
        "zokugara": "02",
        "memo": "",
        "ko1": IN_ROWS[0],
        "ko2": IN_ROWS[1],
        "ko1_3": "",
        "shomei": "",
    }


def test_it_looks_as_the_printed_one_does_and_is_the_same_file_each_time(kept: Renderer, flat: Renderer) -> None:
    open_ = kept.fields_pdf([visit()], stamp=STAMP)
    assert open_ == kept.fields_pdf([visit()], stamp=STAMP)
    assert unlike(seen(open_), seen(flat.form_pdf(visit(), stamp=STAMP))) < 1e-4
    empty = seen(kept.fields_pdf([FilledForm(template="F01", version="001", digest="")], stamp=STAMP))
    assert unlike(seen(open_), empty) > 1e-3


def test_kinds_are_those_of_the_paper(kept: Renderer) -> None:
    with pikepdf.open(io.BytesIO(kept.fields_pdf([visit()], stamp=STAMP))) as pdf:
        found = fields(pdf)
        comb = found["Form.Page1.yubin"]
        assert (str(comb.FT), int(comb.MaxLen), int(comb.Ff)) == ("/Tx", 7, 1 << 24)
        assert int(found["Form.Page1.shimei"].Ff) == 1 << 12
        assert [[str(part) for part in line] for line in found["zokugara"].Opt] == [["02", "妻"], ["子", "子"]]
        assert str(found["shomei"].FT) == "/Sig"
        choices = list(found["kibo"].Kids)
        assert [str(each.AS) for each in choices] == ["/Off", "/2"]
        assert [sorted(each.AP.N.keys()) for each in choices] == [["/1", "/Off"], ["/2", "/Off"]]


def test_of_several_copies_and_sheets_no_two_places_are_one_field(kept: Renderer) -> None:
    forms = [visit(subject="p1", sheets=2), visit(subject="p2", name="架空　花子")]
    found = said(kept.fields_pdf(forms, stamp=STAMP))
    names = ("F01-p1.1", "F01-p1.2", "F01-p2.1")
    assert [found[f"{each}.Form.Page1.shimei"] for each in names] == [NAME, NAME, "架空　花子"]
    assert len(found) == 3 * 15


def test_places_of_one_name_are_one_field_only_while_they_say_the_same() -> None:
    twice = tuple(box(name, Kind.TEXT, rect(20, y), field=("shimei",)) for name, y in (("a", 40), ("b", 60)))
    below = box("c", Kind.TEXT, rect(20, 80), field=("shimei.kana",))
    form = template(*twice, below).model_copy(update={"fields": "kept"})
    renderer = Renderer(lambda _: form, page=lambda _, __: SVG.encode(), fonts=FONTS)
    same, other = (
        FilledForm(
            template="F01", version="001", digest="", boxes=(answered("a", text="架空"), answered("b", text=text))
        )
        for text in ("架空", "見本")
    )
    assert said(renderer.fields_pdf([same], stamp=STAMP)) == {"shimei": "架空", "shimei_.kana": ""}
    assert said(renderer.fields_pdf([other], stamp=STAMP)) == {"shimei": "架空", "shimei_": "見本", "shimei__.kana": ""}


def test_the_tab_key_goes_as_the_form_is_read_and_who_hears_it_is_told_each_field(kept: Renderer) -> None:
    with pikepdf.open(io.BytesIO(kept.fields_pdf([visit()], stamp=STAMP))) as pdf:
        page, section = pdf.pages[0], pdf.Root.StructTreeRoot.K.K[0]
        told = [str(each.TU) for each in page.Annots]
        assert told[:5] == ["届出人 氏名", "code", "sex 男", "sex 女", "want 希望する"]
        heard = [each for each in section.K if each.S == "/Form"]
        assert [each.K.Obj.objgen for each in heard] == [each.objgen for each in page.Annots]
        parents = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
        by_number = dict(zip(map(int, parents[::2]), parents[1::2], strict=True))
        assert [by_number[int(each.StructParent)].objgen for each in page.Annots] == [each.objgen for each in heard]
        assert page.obj.Tabs == "/S"


def test_nothing_in_it_runs_and_the_archive_has_the_flat_one(kept: Renderer) -> None:
    data = kept.fields_pdf([visit()], stamp=STAMP)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        things = [each for each in pdf.objects if isinstance(each, pikepdf.Dictionary)]
        assert not [
            key for each in things for key in ("/JS", "/A", "/AA", "/XFA", "/CO", "/NeedAppearances") if key in each
        ]
        assert b"pdfaid:part" not in pdf.Root.Metadata.read_bytes()
    assert broken(kept.packet_pdf([visit()], stamp=STAMP)) == []
    with pikepdf.open(io.BytesIO(kept.packet_pdf([visit()], stamp=STAMP))) as pdf:
        assert "/AcroForm" not in pdf.Root


def test_a_form_without_open_fields_has_no_such_file(flat: Renderer) -> None:
    assert flat.fields_pdf([visit()], stamp=STAMP) == b""
