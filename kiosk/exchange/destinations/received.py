"""届いたもの: what lies in a destination's folder, looked at as its receiver should before anything is taken."""

import hashlib
import json
from collections.abc import Iterator
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
    yield from _unequal(record, {name.removeprefix(message): data for name, data in content.items()}, columns)


def _unequal(record: bytes, files: dict[str, bytes], columns: Columns) -> Iterator[Issue]:
    try:
        read = Record.model_validate_json(record)
    except ValidationError:
        yield Issue(where="", message="記録を読めません。")
        return
    if digest(read) != read.kyotsu.sha256:
        yield Issue(where="sha256", message="記録のハッシュ値が、記録と合いません。")
    tables = {group.name: files.get(f"_{group.name}.csv") for group in columns.groups}
    told = {name: csvs.decode(data) for name, data in tables.items() if data is not None}
    yield from differences(read, told, columns)
