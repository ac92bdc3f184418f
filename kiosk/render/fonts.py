"""The type cases: which font files there are, and in which order they are asked for a character.

A face ("mincho", "gothic", "pgothic", "pgothic-bold") is a chain: the form's own font, then a Noto font that has all
JIS X 0213 kanji and the Adobe-Japan1 variants, then the fonts IT staff added, then IPAmj Mincho (Moji_Joho variants),
then the guests: Noto Sans KR cut down to Hangul and Noto Sans SC cut down to GB 2312, both under the SIL OFL. The faces
"latin", "hangul" and "hans" start with the font that has all of Vietnamese, Korean or simplified Chinese in one style.
Files are opened on first use by uharfbuzz, which maps them into memory.
"""

import struct
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO

import uharfbuzz as hb

from kiosk.model.errors import SiteError

FACES = {
    "mincho": ("BIZUDMincho-Regular.ttf", "serif"),
    "gothic": ("BIZUDGothic-Regular.ttf", "sans"),
    "pgothic": ("BIZUDPGothic-Regular.ttf", "sans"),
    "pgothic-bold": ("BIZUDPGothic-Bold.ttf", "sans"),
}
FOREIGN = {
    "latin": ("", "sans"),
    "hangul": ("NotoSansKR-Hangul.ttf", "sans"),
    "hans": ("NotoSansSC-GB2312.ttf", "sans"),
}
"""Faces of other languages, not for forms; without a file of its own, the Noto font of the style comes first."""

NOTO = {"serif": "NotoSerifJP-Regular.otf", "sans": "NotoSansJP-Regular.otf"}
"""The font of each style that has all JIS X 0213 kanji; asked after a form's own font."""

GUESTS = ("NotoSansKR-Hangul.ttf", "NotoSansSC-GB2312.ttf")
_OUTLINES = {"glyf", "loca", "CFF ", "head", "hhea", "hmtx", "maxp"}
FONT_FOLDERS = tuple(
    Path(each).expanduser()
    for each in ("/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts", "/Library/Fonts")
)


@dataclass(frozen=True, eq=False)
class FontFile:
    """An open font file; `name` identifies it, `upem` is its units per em, `cff` its kind of outlines."""

    name: str
    path: Path
    face: hb.Face
    font: hb.Font
    upem: int
    cff: bool

    @cached_property
    def outlines(self) -> hb.Face:
        """The tables that a subset keeps, alone: no character map is gone through for it, which would take 1 ms.

        They lie in a file without a name and are mapped from there: of 5 MB a form needs some pages.
        """
        once = _face(self.path)  # a view of its own: else the whole file would stay in memory, too
        with TemporaryFile() as file:
            _write_font(file, once, sorted(_OUTLINES & {*once.table_tags}))
            return _face(Path(f"/proc/self/fd/{file.fileno()}"))

    def has_variant(self, base: int, *, selector: int) -> bool:
        """Whether the character map's variation table (cmap format 14) knows this base and selector together."""
        return self.font.get_variation_glyph(base, selector) is not None

    def advance(self, gid: int) -> float:
        """The glyph's own width in em."""
        return float(self.font.get_glyph_h_advance(gid)) / self.upem


def open_font(path: Path) -> FontFile:
    """Open a TrueType or OpenType file. Raises SiteError when it is missing or no font."""
    if not path.is_file():
        raise SiteError("FONT-1", what=f"書体ファイル {path.name} がありません。", mend="配布物を入れ直してください。")
    face = _face(path)
    if face.glyph_count == 0:
        raise SiteError("FONT-2", what=f"{path.name} は書体として読めません。", mend="ファイルを確かめてください。")
    return FontFile(path.stem, path, face, hb.Font(face), face.upem, "CFF " in face.table_tags)


def _face(path: Path) -> hb.Face:
    return hb.Face(hb.Blob.from_file_path(str(path)))


def _write_font(file: IO[bytes], face: hb.Face, tags: Sequence[str]) -> None:
    """Some tables of a font as a font file (OpenType, "Organization of an OpenType Font"); nobody reads its sums."""
    kind = b"OTTO" if "CFF " in tags else b"\0\1\0\0"
    at, places = 12 + 16 * len(tags), []
    for tag in tags:
        length = len(face.reference_table(tag))
        places.append(struct.pack(">4sLLL", tag.encode("ascii"), 0, at, length))
        at += length + -length % 4
    file.write(struct.pack(">4sHHHH", kind, len(tags), 0, 0, 0) + b"".join(places))
    for tag in tags:
        content = face.reference_table(tag).data
        file.write(content + bytes(-len(content) % 4))
    file.flush()


def find_ipamj(folders: Iterable[Path] = FONT_FOLDERS) -> Path | None:
    """IPAmj Mincho (ipamjm.ttf) in the usual font folders, or None when it is not installed."""
    found = (path for folder in folders if folder.is_dir() for path in folder.rglob("ipamjm*.ttf"))
    return min(found, default=None)


class FontLibrary:
    """Every font of an installation: `folder` holds the bundled files, `extra` are files that IT staff added."""

    def __init__(self, folder: Path, *, extra: Sequence[Path] = ()) -> None:
        self._folder, self._extra = folder, tuple(extra)
        self._open: dict[Path, FontFile] = {}
        self._ipamj: tuple[Path, ...] | None = None

    def chain(self, face: str) -> Iterator[FontFile]:
        """The files to ask, best first; a file is opened only when the search gets to it."""
        own, family = FACES[face] if face in FACES else FOREIGN[face]
        if own:
            yield self._get(self._folder / own)
        yield self._get(self._folder / NOTO[family])
        for path in (*self._extra, *self._last_resort(), *(self._folder / guest for guest in GUESTS)):
            yield self._get(path)

    def _get(self, path: Path) -> FontFile:
        font = self._open.get(path)
        if font is None:  # two threads may open it at once; both keep the first, a document has one of each
            font = self._open.setdefault(path, open_font(path))
        return font

    def _last_resort(self) -> tuple[Path, ...]:
        if self._ipamj is None:
            found = find_ipamj()
            self._ipamj = () if found is None else (found,)
        return self._ipamj
