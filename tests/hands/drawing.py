"""Draws the pages of typst and LibreOffice anew: `python -m tests.hands.drawing`."""

from __future__ import annotations

import io
import os
import tempfile
from pathlib import Path

import pikepdf

from tests.hands import by_office, by_typst
from tests.hands.sheets import SHEETS
from tests.other_hands import ROOT

DRAWN = Path(__file__).with_name("drawn")
TYPST = {"care": "shaded", "dog": "hairline", "nursery": "dotted", "bank": "hairline", "hall": "shaded"}
OFFICE = {"care": "plain", "dog": "grey", "nursery": "grey", "bank": "plain", "hall": "plain"}


def main() -> None:
    """Every page into `drawn`."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        fonts = folder / "fonts.conf"
        fonts.write_text(f"<fontconfig><dir>{ROOT / 'assets' / 'fonts'}</dir></fontconfig>", encoding="utf-8")
        os.environ["FONTCONFIG_FILE"] = str(fonts)
        DRAWN.mkdir(exist_ok=True)
        for sheet, style in TYPST.items():
            _keep(f"typst-{sheet}", by_typst.draw(SHEETS[sheet], style))
        for sheet, style in OFFICE.items():
            _keep(f"office-{sheet}", by_office.draw(SHEETS[sheet], style, folder))


def _keep(name: str, data: bytes) -> None:
    """The page without the day it was made on."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        del pdf.docinfo
        if "/Metadata" in pdf.Root:
            del pdf.Root.Metadata
        pdf.save(DRAWN / f"{name}.pdf", deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)


if __name__ == "__main__":
    main()
