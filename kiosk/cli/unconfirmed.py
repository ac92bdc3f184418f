"""`kiosk rules unconfirmed`: what the city's staff must confirm before the rules are used for real residents."""

from collections.abc import Mapping
from typing import Annotated, Any

import typer

from kiosk.catalogue.unconfirmed import Entry, Evidence, evidence
from kiosk.cli.output import document, say, table
from kiosk.cli.program import standard
from kiosk.settings import Confidence

COMMAND = "kiosk rules unconfirmed"
_COLUMNS = ("どこ", "何", "確度", "出所")
_SURE = {
    Confidence.CONFIRMED: "公開資料で確認",
    Confidence.MEMORY: "記憶による・要確認",
    Confidence.OWN: "当方の設定",
}
_GROUPS: Mapping[str, str] = {"settings": "市の設定", "procedures": "手続", "templates": "様式"}
_MEANING = (
    "公開資料で確認: ほかの市の資料のこともあります。自分の市の条例と合うか確かめてください。",
    "記憶による・要確認: 根拠の一部か全部を読んでいません。",
    "当方の設定: 見本の値です。市が決めます。",
)


def unconfirmed(
    *,
    everything: Annotated[bool, typer.Option("--all", help="確認済みのものも出す")] = False,
    json: Annotated[bool, typer.Option("--json", help="結果を JSON で出す")] = False,
) -> None:
    """List the settings, procedures and forms that are not confirmed; exit code 0 also when there are some."""
    program = standard()
    known = evidence(program.catalogue)
    shown = known if everything else known.unconfirmed
    if json:
        document(_data(known, shown))
        return
    for name, title in _GROUPS.items():
        entries: tuple[Entry, ...] = getattr(shown, name)
        if entries:
            table(title, _COLUMNS, map(_row, entries))
    say(f"要確認 {known.unconfirmed.count}件（全 {known.count}件）")
    for line in _MEANING:
        say(line)


def _row(entry: Entry) -> tuple[str, ...]:
    what = f"{entry.what}: {entry.value}" if entry.value else entry.what
    return entry.where, what, _SURE[entry.confidence], entry.source


def _data(known: Evidence, shown: Evidence) -> dict[str, Any]:
    counts = {name: len(getattr(shown, name)) for name in _GROUPS}
    entries = {name: [_object(entry) for entry in getattr(shown, name)] for name in _GROUPS}
    return {"counts": {"all": known.count, "unconfirmed": known.unconfirmed.count, **counts}, **entries}


def _object(entry: Entry) -> dict[str, Any]:
    return {**entry.model_dump(mode="json"), "words": _SURE[entry.confidence]}
