"""The rules of veraPDF's profile for PDF/A-2u that can concern files without fields and links, and the tags.

veraPDF itself needs a Maven registry, which this project's machines do not reach. The numbers are those of its profile
(ISO 19005-2 clauses; github.com/veraPDF/veraPDF-validation-profiles, PDF_A/PDFA-2U.xml); tags go by ISO 32000-1 14.7.
"""

import io
import re
from collections.abc import Iterator
from typing import Any

import pikepdf
import uharfbuzz as hb
from lxml import etree

_SHOWN = "q Q cm w J j M d ri gs m l c v y h re S s f F f* B B* b b* n W W* Do g G"
_WRITTEN = "BT ET Tc Tw Tz TL Tf Tr Ts Td TD Tm T* Tj TJ BMC BDC EMC"
OPERATORS = frozenset(f"{_SHOWN} {_WRITTEN}".split(" "))
PAINTING = frozenset(["S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "Do", "Tj", "TJ"])
NOWHERE = ("AcroForm", "OpenAction", "AA", "OCProperties", "Requirements", "NeedsRendering", "Perms")
FILTERS = {"/FlateDecode", "/DCTDecode", "/CCITTFaxDecode"}
BLENDS = {"Normal", "Compatible", "Multiply", "Screen", "Darken", "Lighten"}
PDFAID = "{http://www.aiim.org/pdfa/ns/id/}"


def broken(data: bytes) -> list[str]:
    """The rules that a file breaks, with their numbers."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return [*_file(data, pdf), *_metadata(pdf), *_intent(pdf), *_pages(pdf), *_tags(pdf)]


def _file(data: bytes, pdf: pikepdf.Pdf) -> Iterator[str]:
    if not re.match(rb"%PDF-1\.[0-7]\n%[\x80-\xff]{4}\n", data):
        yield "6.1.2 header"
    if not data.endswith(b"%%EOF\n") or "/ID" not in pdf.trailer or "/Encrypt" in pdf.trailer:
        yield "6.1.3 trailer"
    yield from (f"6.1 {problem}" for problem in pdf.check_pdf_syntax())
    for thing in pdf.objects:
        stream = thing if isinstance(thing, pikepdf.Stream) else None
        if stream is not None and (str(stream.get("/Filter", "/FlateDecode")) not in FILTERS or "/F" in stream):
            yield "6.1.7 filter"
        if stream is not None and stream.get("/Subtype") == "/Image":
            yield from _image(stream)
    yield from (f"6.4-6.11 {name}" for name in NOWHERE if f"/{name}" in pdf.Root)
    yield from (f"6.3 {name}" for page in pdf.pages for name in ("/Annots", "/AA", "/PresSteps") if name in page.obj)


def _image(image: pikepdf.Stream) -> Iterator[str]:
    """The one output intent is RGB: CMYK would have no meaning."""
    if {"/Alternates", "/OPI", "/Interpolate"} & set(image.keys()):
        yield "6.2.8 image"
    if str(image.get("/ColorSpace", "/DeviceGray")) not in {"/DeviceGray", "/DeviceRGB"}:
        yield "6.2.4.3 colour"
    if int(image.get("/BitsPerComponent", 1)) not in {1, 2, 4, 8}:
        yield "6.2.8 bits"


def _metadata(pdf: pikepdf.Pdf) -> Iterator[str]:
    stream = pdf.Root.get("/Metadata")
    if stream is None:
        yield "6.6.2.1 metadata"
        return
    packet = stream.read_bytes()
    root = etree.fromstring(packet)
    if b"bytes=" in packet or b"encoding=" in packet or "/Filter" in stream:
        yield "6.6.2.1 packet"
    said = {name: root.findtext(f".//{PDFAID}{name}") for name in ("part", "conformance")}
    if said != {"part": "2", "conformance": "U"}:
        yield "6.6.4 identification"
    title = root.findtext(".//{http://purl.org/dc/elements/1.1/}title//{*}li")
    if title != str(pdf.docinfo.Title):
        yield "6.6.3 title"


def _intent(pdf: pikepdf.Pdf) -> Iterator[str]:
    intents = list(pdf.Root.get("/OutputIntents", []))
    if [str(each.S) for each in intents] != ["/GTS_PDFA1"]:
        yield "6.2.3 output intent"
        return
    profile = intents[0].DestOutputProfile.read_bytes()
    size, version, kind, space = int.from_bytes(profile[:4]), profile[8], profile[12:16], profile[16:20]
    if (size, kind, space) != (len(profile), b"mntr", b"RGB ") or version >= 5 or profile[36:40] != b"acsp":
        yield "6.2.3 profile"


def _pages(pdf: pikepdf.Pdf) -> Iterator[str]:
    for page in pdf.pages:
        if "/Resources" not in page.obj:
            yield "6.2.2 inherited resources"
        yield from _content(page.obj, pikepdf.parse_content_stream(page))
        yield from _forms(page.obj)


def _forms(owner: pikepdf.Object) -> Iterator[str]:
    """Everything that is drawn by its name, and what that draws."""
    for form in dict(owner.get("/Resources", pikepdf.Dictionary()).get("/XObject", pikepdf.Dictionary())).values():
        if form.get("/Subtype") == "/Image":
            continue
        yield from _content(form, pikepdf.parse_content_stream(form))
        if "/Ref" in form or "/PS" in form or str(form.Subtype) != "/Form":
            yield "6.2.9 form"
        yield from _forms(form)


def _content(owner: pikepdf.Object, instructions: Any) -> Iterator[str]:
    fonts, depth, now, mode = owner.get("/Resources", pikepdf.Dictionary()).get("/Font", pikepdf.Dictionary()), 0, "", 0
    used: dict[str, set[tuple[int, int]]] = {}
    for operands, operator in instructions:
        name = str(operator)
        if name not in OPERATORS:
            yield f"6.2.2 or 6.2.4.3 {name}"
        depth += (name == "q") - (name == "Q")
        if depth > 28:
            yield "6.1.13 q"
        now = str(operands[0]) if name == "Tf" else now
        mode = int(operands[0]) if name == "Tr" else mode
        if name in {"Tj", "TJ"}:
            strings = [bytes(each) for each in (operands[0] if name == "TJ" else operands) if _is_text(each)]
            codes = {code for text in strings for code in _codes(text)}
            used.setdefault(now, set()).update((code, mode) for code in codes)
    for key, shown in used.items():
        yield from _font(fonts[key], shown)
    for state in dict(owner.get("/Resources", pikepdf.Dictionary()).get("/ExtGState", pikepdf.Dictionary())).values():
        if str(state.get("/BM", "/Normal"))[1:] not in BLENDS or {"/TR", "/TR2", "/HTP", "/HT"} & set(state.keys()):
            yield "6.2.5 or 6.2.10 graphics state"


def _is_text(operand: Any) -> bool:
    return isinstance(operand, pikepdf.String)


def _codes(text: bytes) -> Iterator[int]:
    return (int.from_bytes(text[at : at + 2]) for at in range(0, len(text), 2))


def _font(font: pikepdf.Object, shown: set[tuple[int, int]]) -> Iterator[str]:
    inner = font.DescendantFonts[0]
    descriptor, truetype = inner.FontDescriptor, str(inner.Subtype) == "/CIDFontType2"
    file = descriptor.get("/FontFile2") if truetype else descriptor.get("/FontFile3")
    if str(font.Encoding) != "/Identity-H" or file is None or (truetype and "/CIDToGIDMap" not in inner):
        yield "6.2.11.3 or 6.2.11.4 font"
        return
    texts = _texts(font.ToUnicode.read_bytes().decode("ascii"))
    gids = list(_codes(inner.CIDToGIDMap.read_bytes())) if truetype else None
    opened = hb.Font(hb.Face(hb.Blob(file.read_bytes())))
    widths = _widths(inner)
    for code, mode in sorted(shown):
        text, gid = texts.get(code, ""), gids[code] if gids is not None else code
        if not text or set(text) & {"\0", "\ufeff", "\ufffe"}:
            yield f"6.2.11.7.2 code {code}"
        if gid == 0:
            yield f"6.2.11.8 code {code}"
        real = opened.get_glyph_h_advance(gid) * 1000 / opened.face.upem
        if mode != 3 and truetype and abs(widths.get(code, 1000.0) - real) > 1:
            yield f"6.2.11.5 code {code}"


def _texts(cmap: str) -> dict[int, str]:
    pairs = re.findall(r"<([0-9A-F]{4})><([0-9A-F]*)>", cmap.partition("endcodespacerange")[2])
    return {int(code, 16): bytes.fromhex(text).decode("utf-16-be") for code, text in pairs}


def _widths(font: pikepdf.Object) -> dict[int, float]:
    entries = list(font.get("/W", []))
    return {int(code): float(width[0]) for code, width in zip(entries[::2], entries[1::2], strict=True)}


# ---- tags ------------------------------------------------------------------------------------------------------------
def spoken(data: bytes) -> list[list[tuple[str, str]]]:
    """What a reader says of every page: kind and replacement text of each element, in reading order."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        document = pdf.Root.StructTreeRoot.K
        return [[(str(each.S)[1:], _words(each)) for each in section.K] for section in document.K]


def _words(element: pikepdf.Object) -> str:
    return str(element.get("/Alt", element.get("/ActualText", "")))


def _tags(pdf: pikepdf.Pdf) -> Iterator[str]:
    if "/StructTreeRoot" not in pdf.Root or not pdf.Root.MarkInfo.Marked or str(pdf.Root.Lang) != "ja-JP":
        yield "14.7 structure"
        return
    nums = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
    parents = {int(number): list(kids) for number, kids in zip(nums[::2], nums[1::2], strict=True)}
    for section, page in zip(pdf.Root.StructTreeRoot.K.K, pdf.pages, strict=True):
        kids = parents[int(page.obj.StructParents)]
        marks = list(_marks(page))
        if None in marks:
            yield "14.8.2 something is neither read nor an artifact"
        if [mark for mark in marks if mark is not None and mark >= 0] != list(range(len(kids))):
            yield "14.7.4 marks"
        if [each.objgen for each in section.K] != [each.objgen for each in kids]:
            yield "14.7.4 parents"
        yield from _elements(kids, page)


def _elements(kids: list[pikepdf.Object], page: pikepdf.Page) -> Iterator[str]:
    for mark, each in enumerate(kids):
        if int(each.K) != mark or each.Pg.objgen != page.obj.objgen:
            yield "14.7.4 element"
        if str(each.S) == "/Figure" and "/Alt" not in each:
            yield "14.9.3 alternate text"


def _marks(page: pikepdf.Page) -> Iterator[int | None]:
    """The marks of a page in painting order, -1 for an artifact, None for ink outside of everything."""
    inside: list[int] = []
    instructions: Any = pikepdf.parse_content_stream(page)
    for operands, operator in instructions:
        if str(operator) in {"BDC", "BMC"}:
            inside.append(int(operands[1].MCID) if str(operator) == "BDC" else -1)
            yield inside[-1]
        elif str(operator) == "EMC":
            inside.pop()
        elif str(operator) in PAINTING and not inside:
            yield None
