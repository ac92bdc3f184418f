"""一式のファイル: every file that one parcel becomes - record, CSVs, GIF XML, attachments, manifest and check list."""

import hashlib
import json
import re
import unicodedata
from collections import Counter
from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

from kiosk.exchange.records import checks, csvs, gif, schema
from kiosk.exchange.records.blocks import Record
from kiosk.exchange.records.columns import Columns
from kiosk.exchange.records.gif import GifTables
from kiosk.exchange.records.letters import NO_LETTER, letters
from kiosk.exchange.records.targets import NAMES, PLAIN, Script, Target, code_of
from kiosk.model.base import Frozen, Issue
from kiosk.model.parcel import DeliveryFailed, Failure, Parcel

_SAFE = re.compile(r"[^\W_][\w.\-]*[\w\-]")  # shares of Windows drop a dot at the end
_LONGEST = 240  # bytes: of 255, which every file system has, less what a name has while it is written


class Formats(Frozen):
    """What a receiver wants: the column mapping, header language, BOM, and GIF XML when its tables are given.

    `spreadsheet_safe`: no CSV cell may be taken for a formula; `script` is the letters that CSV files are written in.
    `recipient` is the public key that all of it is encrypted to where files lie at rest; empty: none.
    """

    columns: Columns
    gif: GifTables | None = None
    romaji: bool = False
    bom: bool = False
    spreadsheet_safe: bool = True
    script: Script = PLAIN
    recipient: str = ""


class Member(Frozen):
    """One file of a bundle; `digest` is its SHA-256, hexadecimal, `standard` the name the standard has for it."""

    name: str
    media_type: str
    content: bytes
    standard: str = ""

    @property
    def digest(self) -> str:
        """SHA-256 of the content."""
        return hashlib.sha256(self.content).hexdigest()


class Bundle(Frozen):
    """The files in writing order (papers, renderings, record, list); persons without GIF XML, with the reason."""

    stem: str
    files: tuple[Member, ...]
    omitted: tuple[Issue, ...] = ()

    @property
    def checklist(self) -> Member:
        """See checklist."""
        return checklist(self.stem, {file.name: file.digest for file in self.files})


def checklist(stem: str, digests: Mapping[str, str]) -> Member:
    """<stem>.sha256 in the format of sha256sum, so that `sha256sum -c` verifies a bundle."""
    lines = "".join(f"{digest}  {name}\n" for name, digest in digests.items())
    return Member(name=f"{stem}.sha256", media_type="text/plain", content=lines.encode())


def bundle(parcel: Parcel, formats: Formats) -> Bundle | DeliveryFailed:
    """All files of a parcel, or REFUSED (D11 to D14, D46) when the record or an attachment is not what it should be.

    Every name begins with the message id, which is nobody's and never comes again.
    """
    record = sound(parcel, formats)
    if isinstance(record, DeliveryFailed):
        return record
    stem = str(parcel.message)
    xml, omitted = _xml(record, formats, stem)
    tables = _csvs(record, formats, stem)
    body = Member(name=f"{stem}.json", media_type="application/json", content=parcel.record)
    attached = _attachments(parcel, stem)
    files = (body, *tables, *xml, *attached)
    names = {_alike(file.name) for file in files}
    if len(names) < len(files) or not all(fits(file.name) for file in files):
        return refused("D14", "ファイルの名前に使えない文字があるか、同じ名前の添付が2つあります。")
    manifest = _manifest(record, files, omitted, parcel, _letters(record, formats))
    return Bundle(stem=stem, files=(*attached, *tables, *xml, body, manifest), omitted=omitted)


def _alike(name: str) -> str:
    """What is the same name on a share that knows no capitals (Windows), or writes accents apart (macOS)."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def fits(name: str) -> bool:
    """Whether a file can have this name wherever a bundle may go."""
    return bool(_SAFE.fullmatch(name)) and len(name.encode()) <= _LONGEST


def refused(code: str, detail: str) -> DeliveryFailed:
    """A parcel that a person must look at; the detail never repeats a value."""
    return DeliveryFailed(failure=Failure.REFUSED, code=code, detail=detail)


def sound(parcel: Parcel, formats: Formats) -> Record | DeliveryFailed:
    """The record of a parcel, or REFUSED (D11 to D13, D46 a letter that the receiver has not) when it or an attachment
    is not what it should be.
    """
    try:
        record = Record.model_validate_json(parcel.record)
    except ValidationError:
        return refused("D11", "記録の形が正しくありません。様式の設定を確かめてください。")
    if wrong := schema.violations(parcel.record, formats.columns):
        more = f"　ほか{len(wrong) - 1}か所" if len(wrong) > 1 else ""
        return refused("D11", f"記録の形が、公開しているスキーマと違います（{wrong[0]}{more}）。")
    issues = checks.check(record, formats.columns)
    if issues:
        more = f"　ほか{len(issues) - 1}件" if len(issues) > 1 else ""
        return refused("D12", f"{issues[0]}{more}")
    if any(hashlib.sha256(item.content).hexdigest() != item.sha256 for item in parcel.attachments):
        return refused("D13", "添付ファイルが壊れています。もう一度作り直してください。")
    lost = next((each for each in letters(record, formats.columns, formats.script) if not each.put), None)
    if lost is not None:
        return refused("D46", f"{lost.where}: {NO_LETTER[0]}（{NAMES[formats.script.target]}）。{NO_LETTER[1]}")
    return record


def _csvs(record: Record, formats: Formats, stem: str) -> tuple[Member, ...]:
    return tuple(
        Member(
            name=f"{stem}_{table.group.name}.csv",
            media_type="text/csv",
            content=csvs.encode(
                table,
                romaji=formats.romaji,
                bom=formats.bom,
                spreadsheet_safe=formats.spreadsheet_safe,
                script=formats.script,
            ),
            standard=csvs.file_name(record, table.group.name, 1),
        )
        for table in csvs.tables(record, formats.columns)
    )


def _xml(record: Record, formats: Formats, stem: str) -> tuple[tuple[Member, ...], tuple[Issue, ...]]:
    if formats.gif is None:
        return (), ()
    made: list[Member] = []
    omitted: list[Issue] = []
    for person in record.taishosha:
        content = gif.render(person, formats.gif)
        if isinstance(content, Issue):
            omitted.append(content)
        else:
            name = f"{stem}_{person.taishoshabango}.xml"
            made.append(Member(name=name, media_type="application/xml", content=content))
    return tuple(made), tuple(omitted)


def _attachments(parcel: Parcel, stem: str) -> tuple[Member, ...]:
    return tuple(
        Member(name=f"{stem}_{item.name}", media_type=item.media_type, content=item.content)
        for item in parcel.attachments
    )


def _letters(record: Record, formats: Formats) -> dict[str, Any]:
    """The code of the CSV files, and each letter that stands there for another, by its number; never whose it is."""
    if formats.script.target is Target.UTF8:
        return {}
    found = Counter((each.item, each.letter, each.put) for each in letters(record, formats.columns, formats.script))
    replaced = [
        {"item": item, "letter": code_of(letter), "written": code_of(put), "times": times}
        for (item, letter, put), times in sorted(found.items())
    ]
    return {"encoding": formats.script.target.value, "replaced": replaced}


def _manifest(
    record: Record, files: tuple[Member, ...], omitted: tuple[Issue, ...], parcel: Parcel, lettered: Mapping[str, Any]
) -> Member:
    """<stem>.manifest.json: which files belong together, who has no GIF XML and why, letters that stand for others, and
    the sender's audit entry.

    The entry is kept by the receiver, out of the sender's reach: a record that was cut off or written anew has another.
    """
    content = {
        "exportid": record.kyotsu.exportid,
        "schemaversion": record.kyotsu.schemaversion,
        "files": [
            {"name": file.name, "type": file.media_type, "bytes": len(file.content), "sha256": file.digest}
            | ({"standardname": file.standard} if file.standard else {})
            for file in files
        ],
        "omitted": [{"taishoshabango": issue.where, "reason": issue.message} for issue in omitted],
        **lettered,
        **({"audit": parcel.noted} if parcel.noted else {}),
    }
    text = json.dumps(content, ensure_ascii=False, indent=1, sort_keys=True)
    return Member(name=f"{parcel.message}.manifest.json", media_type="application/json", content=f"{text}\n".encode())
