"""届いたもの: what lies in a destination's folder, looked at as its receiver should before anything is taken."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from kiosk.exchange.records import csvs
from kiosk.exchange.records.blocks import Record
from kiosk.exchange.records.columns import Columns
from kiosk.exchange.records.readback import differences
from kiosk.exchange.records.record import digest
from kiosk.exchange.records.schema import violations
from kiosk.exchange.records.targets import Fallback, Script, Target
from kiosk.model.base import Issue

DONE = ".done"


@dataclass(frozen=True)
class Received:
    """One message, and what is wrong with it."""

    message: str
    wrong: tuple[Issue, ...] = ()


def messages(folder: Path) -> tuple[str, ...]:
    """The messages that are whole: their empty .done is there. Raises OSError."""
    return tuple(sorted(path.name.removesuffix(DONE) for path in folder.glob(f"*{DONE}")))


def look_at(folder: Path, message: str, columns: Columns) -> Received:
    """Digests by the manifest, the record by its schema and its own digest, the CSV files by the record."""
    try:
        return Received(message, tuple(_wrong(folder, message, columns)))
    except (OSError, ValueError, KeyError, TypeError):
        return Received(message, (Issue(where="", message="マニフェストか記録を読めません。"),))


def _wrong(folder: Path, message: str, columns: Columns) -> Iterator[Issue]:
    manifest = json.loads((folder / f"{message}.manifest.json").read_bytes())
    listed: list[dict[str, Any]] = manifest["files"]
    content = {each["name"]: (folder / Path(each["name"]).name).read_bytes() for each in listed}
    for each in listed:
        if hashlib.sha256(content[each["name"]]).hexdigest() != each["sha256"]:
            yield Issue(where=each["name"].removeprefix(message), message="ハッシュ値がマニフェストと違います。")
    if "encrypted" in manifest:
        yield Issue(where="", message="暗号化されています。", allowed="kiosk records open で開いたもの")
        return
    record = content[f"{message}.json"]
    for place in violations(record, columns):
        yield Issue(where=place, message="スキーマと違います。", allowed="kiosk records schema")
    files = {name.removeprefix(message): data for name, data in content.items()}
    yield from _unequal(record, files, columns, _script(manifest))


def _script(manifest: Mapping[str, Any]) -> Script:
    """The letters that the CSV files are in, with those that stand for others, as the sender says."""
    said = {_letter(each["letter"]): _letter(each["written"]) for each in manifest.get("replaced", ())}
    return Script(target=Target(manifest.get("encoding", "utf-8")), fallback=Fallback(letters=said, selectors=False))


def _letter(code: str) -> str:
    """The letter of U+8FBB U+E0100."""
    return "".join(chr(int(part.removeprefix("U+"), 16)) for part in code.split())


def _unequal(record: bytes, files: dict[str, bytes], columns: Columns, script: Script) -> Iterator[Issue]:
    try:
        read = Record.model_validate_json(record)
    except ValidationError:
        yield Issue(where="", message="記録を読めません。")
        return
    if digest(read) != read.kyotsu.sha256:
        yield Issue(where="sha256", message="記録のハッシュ値が、記録と合いません。")
    tables = {group.name: files.get(f"_{group.name}.csv") for group in columns.groups}
    told = {name: csvs.decode(data, script=script) for name, data in tables.items() if data is not None}
    yield from differences(read, told, columns, script=script)
