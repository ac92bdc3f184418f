"""Papers with fields of their own (AcroForm), in two hands."""

import io
from typing import Any

import pikepdf

from tests.other_hands import changed


def with_fields() -> bytes:
    """A form with fields of its own: a name, a comb of seven, two squares, a list, a signature, a script."""

    def change(pdf: pikepdf.Pdf) -> None:
        fields = pikepdf.Array()
        script = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=pikepdf.String("app.alert(1)"))

        def field(name: str, kind: str, rect: tuple[int, int, int, int], **more: Any) -> pikepdf.Object:
            made = pikepdf.Dictionary(
                Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Widget, FT=pikepdf.Name(kind), Rect=list(rect), **more
            )
            made.T = pikepdf.String(name)
            return pdf.make_indirect(made)

        fields.append(field("f1", "/Tx", (100, 700, 300, 720), TU=pikepdf.String("届出人 氏名")))
        fields.append(field("code", "/Tx", (100, 660, 240, 680), Ff=1 << 24, MaxLen=7, TU=pikepdf.String("郵便番号")))
        group = pdf.make_indirect(pikepdf.Dictionary(FT=pikepdf.Name.Btn, Ff=1 << 15, T=pikepdf.String("性別")))
        group.Kids = pikepdf.Array()
        for state, left in (("男", 100), ("女", 140)):
            shown = pikepdf.Dictionary(
                N=pikepdf.Dictionary({f"/{state}": pdf.make_stream(b""), "/Off": pdf.make_stream(b"")})
            )
            square = pikepdf.Dictionary(
                Type=pikepdf.Name.Annot,
                Subtype=pikepdf.Name.Widget,
                Rect=[left, 620, left + 12, 632],
                AP=shown,
                Parent=group,
            )
            group.Kids.append(pdf.make_indirect(square))
        fields.append(group)
        fields.append(field("sign", "/Sig", (100, 560, 300, 600), TU=pikepdf.String("署名")))
        offered = pikepdf.Array([pikepdf.Array([pikepdf.String("02"), pikepdf.String("妻")]), pikepdf.String("子")])
        fields.append(field("zokugara", "/Ch", (320, 700, 420, 720), Ff=1 << 17, Opt=offered))
        fields.append(field("print", "/Btn", (400, 560, 450, 600), Ff=1 << 16, A=script))
        widgets = [each for each in fields if "/Kids" not in each] + list(group.Kids)
        pdf.pages[0].obj.Annots = pikepdf.Array(widgets)
        pdf.Root.AcroForm = pdf.make_indirect(pikepdf.Dictionary(Fields=fields))

    return changed(change)


def by_reportlab(*, filled: bool = False) -> bytes:
    """A ruled form with fields as reportlab writes them; `filled`: something stands in them beforehand."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont
    from reportlab.pdfgen.canvas import Canvas

    pdfmetrics.registerFont(UnicodeCIDFont("HeiseiKakuGo-W5"))
    written, said = io.BytesIO(), "Tokyo" * filled
    canvas = Canvas(written, pagesize=(595, 842), invariant=True)
    for at, label in enumerate(("届出人 氏名", "住所", "続柄", "口座振替")):
        canvas.setFont("HeiseiKakuGo-W5", 10)
        canvas.rect(60, 700 - 24 * at, 100, 24)
        canvas.rect(160, 700 - 24 * at, 300, 24)
        canvas.drawString(66, 708 - 24 * at, label)
    canvas.drawString(190, 636, "希望する")
    form = canvas.acroForm
    form.textfield(name="Text1", x=162, y=702, width=296, height=20, value=said)
    form.textfield(name="Text2", x=162, y=678, width=296, height=20)
    words = [("-", "0"), ("honnin", "1"), ("ko", "3")]
    form.choice(name="List1", x=162, y=654, width=120, height=20, options=words, value="1" if filled else "0")
    form.checkbox(name="Check1", x=170, y=632, size=14, checked=filled)
    canvas.save()
    return written.getvalue()
