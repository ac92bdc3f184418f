"""The fonts inside a PDF: only the glyphs that occur, each with the exact characters it stands for.

One code stands for one glyph *and* one text, so that 髙, 𠮷 and 葛 with its selector come out of the file as they went
in (ISO 32000-1 section 9.10). TrueType fonts get a code per pair and a CIDToGIDMap. In CFF fonts the code is the glyph
(subset with identity charset, section 9.7.4.2); a second text for the same glyph gets a second font dictionary over the
same embedded file.
"""

import hashlib
from collections.abc import Iterable, Mapping

import uharfbuzz as hb

from kiosk.render.fonts import FontFile
from kiosk.render.pdf_objects import Objects, number, utf16
from kiosk.render.shaping import Glyph

_FLAGS = (
    hb.SubsetFlags.NO_HINTING
    | hb.SubsetFlags.NO_LAYOUT_CLOSURE
    | hb.SubsetFlags.NOTDEF_OUTLINE
    | hb.SubsetFlags.CFF_IDENTITY_CHARSET
    | hb.SubsetFlags.NO_PRUNE_UNICODE_RANGES
)
NOTHING = "\u200b"  # what a glyph says that is a part of the one before: every code of an archive's file says something
Pair = tuple[int, str]  # glyph and the text it stands for


class FontBook:
    """Collects the glyphs of a document, then hands out codes and writes the fonts."""

    def __init__(self) -> None:
        self._pairs: dict[FontFile, dict[Pair, None]] = {}
        self._codes: dict[tuple[FontFile, int, str], tuple[str, str]] = {}

    def use(self, glyphs: Iterable[Glyph]) -> None:
        """Note glyphs that will be shown."""
        for glyph in glyphs:
            self._pairs.setdefault(glyph.font, {})[glyph.gid, glyph.text] = None

    def code(self, glyph: Glyph) -> tuple[str, str]:
        """The font's resource name and the four hexadecimal digits that show the glyph; after `write`."""
        return self._codes[glyph.font, glyph.gid, glyph.text]

    def write(self, objects: Objects) -> dict[str, int]:
        """Embed every font; returns the reference of each resource name."""
        resources: dict[str, int] = {}
        for index, (font, pairs) in enumerate(self._pairs.items()):
            embedded = _CffFont(font, pairs) if font.cff else _TrueTypeFont(font, pairs)
            names = embedded.write(objects, name=f"F{index}")
            resources |= names
            for (gid, text), (variant, code) in embedded.codes.items():
                self._codes[font, gid, text] = (f"F{index}{_suffix(variant)}", f"{code:04X}")
        return resources


class _Embedded:
    """What both kinds of outlines share: the subset, the widths, the way back to characters."""

    def __init__(self, font: FontFile, pairs: Mapping[Pair, None]) -> None:
        self.font = font
        self.plan = _plan(font, {gid for gid, _ in pairs})
        self.codes: dict[Pair, tuple[int, int]] = {}

    def descriptor(self, objects: Objects, *, key: bytes, file: int) -> tuple[bytes, int]:
        """The subset's PostScript name and its font descriptor."""
        glyphs = ",".join(map(str, sorted(self.plan.old_to_new_glyph_mapping.keys())))
        name = _tag(f"{self.font.name}:{glyphs}") + b"+" + self.font.name.encode("ascii", "replace")
        metrics = _metrics(self.font)
        reference = objects.add(b"<</Type/FontDescriptor/FontName/", name, metrics, key, b" ", file, b">>")
        return name, reference

    def composite(self, objects: Objects, *, name: bytes, descendant: int, variant: int) -> int:
        """The Type 0 font of one variant with its ToUnicode map."""
        texts = {code: text for (_, text), (number_, code) in self.codes.items() if number_ == variant}
        unicode = objects.stream(_to_unicode(texts))
        head = b"<</Type/Font/Subtype/Type0/Encoding/Identity-H/BaseFont/"
        return objects.add(head, name, b"/DescendantFonts[", descendant, b"]/ToUnicode ", unicode, b">>")

    def widths(self) -> bytes:
        """The W array: every code whose width differs from one em."""
        found = {code: self.font.advance(gid) * 1000 for (gid, _), (_, code) in self.codes.items()}
        return " ".join(f"{code}[{number(found[code])}]" for code in sorted(found) if found[code] != 1000).encode()


class _TrueTypeFont(_Embedded):
    def __init__(self, font: FontFile, pairs: Mapping[Pair, None]) -> None:
        super().__init__(font, pairs)
        self.codes = {pair: (0, code) for code, pair in enumerate(pairs, 1)}

    def write(self, objects: Objects, *, name: str) -> dict[str, int]:
        data = self.plan.execute().blob.data
        file = objects.stream(data, b"/Length1 %d" % len(data))
        base, descriptor = self.descriptor(objects, key=b"/FontFile2", file=file)
        new = self.plan.old_to_new_glyph_mapping
        gids = objects.stream(b"\0\0" + b"".join(new[gid].to_bytes(2, "big") for gid, _ in self.codes))
        head = b"<</Type/Font/Subtype/CIDFontType2/BaseFont/%b%b/W[%b]" % (base, _SYSTEM, self.widths())
        descendant = objects.add(head, b"/FontDescriptor ", descriptor, b"/CIDToGIDMap ", gids, b">>")
        return {name: self.composite(objects, name=base, descendant=descendant, variant=0)}


class _CffFont(_Embedded):
    def __init__(self, font: FontFile, pairs: Mapping[Pair, None]) -> None:
        super().__init__(font, pairs)
        used: dict[int, int] = {}
        new = self.plan.old_to_new_glyph_mapping
        for gid, text in pairs:
            self.codes[gid, text] = (used.get(gid, 0), new[gid])
            used[gid] = used.get(gid, 0) + 1
        self._variants = max(used.values())

    def write(self, objects: Objects, *, name: str) -> dict[str, int]:
        data = self.plan.execute().reference_table("CFF ").data
        file = objects.stream(data, b"/Subtype/CIDFontType0C")
        base, descriptor = self.descriptor(objects, key=b"/FontFile3", file=file)
        head = b"<</Type/Font/Subtype/CIDFontType0/BaseFont/%b%b/W[%b]" % (base, _SYSTEM, self.widths())
        descendant = objects.add(head, b"/FontDescriptor ", descriptor, b">>")
        return {
            name + _suffix(variant): self.composite(objects, name=base, descendant=descendant, variant=variant)
            for variant in range(self._variants)
        }


_SYSTEM = b"/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/DW 1000"


def _suffix(variant: int) -> str:
    return f"v{variant}" if variant else ""


def _plan(font: FontFile, gids: set[int]) -> hb.SubsetPlan:
    wanted = hb.SubsetInput()
    wanted.sets(hb.SubsetInputSets.GLYPH_INDEX).update(gids)
    wanted.flags = _FLAGS
    return hb.SubsetPlan(font.outlines, wanted)


def _tag(content: str) -> bytes:
    """The six capitals before a subset's name (section 9.6.4), from its content instead of chance."""
    digest = hashlib.sha256(content.encode()).digest()
    return bytes(65 + byte % 26 for byte in digest[:6])


def _metrics(font: FontFile) -> bytes:
    head = font.face.reference_table("head").data
    box = [int.from_bytes(head[at : at + 2], "big", signed=True) * 1000 // font.upem for at in range(36, 44, 2)]
    extents = font.font.get_font_extents("ltr")
    up, down = (round(each * 1000 / font.upem) for each in (extents.ascender, extents.descender))
    numbers = (*box, up, down, round(up * 0.8))
    return b"/Flags 4/FontBBox[%d %d %d %d]/Ascent %d/Descent %d/CapHeight %d/ItalicAngle 0/StemV 80" % numbers


def _to_unicode(texts: Mapping[int, str]) -> bytes:
    """The ToUnicode CMap (section 9.10.3): at most 100 pairs a block."""
    pairs = [b"<%04X><%b>" % (code, utf16(texts[code] or NOTHING)) for code in sorted(texts)]
    blocks = [pairs[at : at + 100] for at in range(0, len(pairs), 100)]
    body = b"".join(b"%d beginbfchar\n%b\nendbfchar\n" % (len(block), b"\n".join(block)) for block in blocks)
    return (
        b"/CIDInit/ProcSet findresource begin 12 dict begin begincmap\n"
        b"/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n"
        b"/CMapName/Adobe-Identity-UCS def/CMapType 2 def\n"
        b"1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n"
        + body
        + b"endcmap CMapName currentdict/CMap defineresource pop end end"
    )
