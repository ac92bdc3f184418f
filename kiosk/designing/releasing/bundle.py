"""*.kioskforms: forms and rules of a city as one signed file, and what must hold of one before anything of it is used.

A zip of `manifest.json`, `signature.json` and `files/…`. The manifest lists every file with its SHA-256; the signature
(Ed25519, RFC 8032) is over the manifest's bytes and names its key by the fingerprint, the SHA-256 of the raw public
key. A file is opened in this order: its size, its entries' names, sizes and kinds, the signature by a key that this
place trusts, and only then what stands in it. Whatever does not hold refuses the whole file, with the reason.
"""

from __future__ import annotations

import base64
import binascii
import datetime as dt
import hashlib
import io
import json
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from pydantic import ValidationError

from kiosk.catalogue.intake import ENTRIES, FOLDER_BYTES
from kiosk.catalogue.releases import INSIDE, Release, sha256
from kiosk.model.base import Frozen, Issue

ENDING = ".kioskforms"
MOST_BYTES = 64 * 1024 * 1024
FORMAT = 1
MANIFEST, SIGNATURE, FILES, PIECES = "manifest.json", "signature.json", "files/", "pieces/"
_MANIFEST_BYTES = 4 * 1024 * 1024
_ALONE = {MANIFEST, SIGNATURE}
PIECES_KNOWN = ("matrix.toml", "vocabulary.toml")
"""What of a shared procedure stands in files that are everybody's: its rows of the matrix, its facts."""


class Listed(Frozen):
    """One file of a bundle."""

    path: str
    sha256: str
    size: int


class Manifest(Frozen):
    """What a bundle is: of which city, made when, a whole `release` or the named `parts` of one.

    `parameters` are the settings of the city that stand in its texts and pages ({city.mayor}), with their value there;
    `departments` who is in charge; `events` the occasions of every procedure of a part.
    """

    format: int
    city: str
    city_code: str
    made_at: dt.datetime
    name: str
    release: Release | None = None
    parts: tuple[str, ...] = ()
    parameters: dict[str, str] = {}
    departments: tuple[str, ...] = ()
    events: dict[str, tuple[str, ...]] = {}
    files: tuple[Listed, ...]
    pieces: tuple[Listed, ...] = ()


@dataclass(frozen=True)
class Bundle:
    """An opened bundle: everything in it is as whoever holds the key signed it."""

    manifest: Manifest
    files: Mapping[str, bytes]
    pieces: Mapping[str, bytes]
    key: str


def fingerprint(key: Ed25519PublicKey) -> str:
    """How a public key is called: SHA-256 of its 32 bytes, hexadecimal."""
    return hashlib.sha256(key.public_bytes(Encoding.Raw, PublicFormat.Raw)).hexdigest()


def listed(files: Mapping[str, bytes]) -> tuple[Listed, ...]:
    """The list of some files."""
    return tuple(Listed(path=name, sha256=sha256(data), size=len(data)) for name, data in sorted(files.items()))


def packed_bundle(
    manifest: Manifest, files: Mapping[str, bytes], pieces: Mapping[str, bytes], key: Ed25519PrivateKey
) -> bytes:
    """The bundle, signed: the same bytes for the same manifest and files."""
    said = json.dumps(manifest.model_dump(mode="json"), ensure_ascii=False, sort_keys=True, indent=1).encode()
    signature = {
        "key": fingerprint(key.public_key()),
        "signature": base64.b64encode(key.sign(said)).decode(),
    }
    entries = {
        MANIFEST: said,
        SIGNATURE: json.dumps(signature, indent=1).encode(),
        **{f"{PIECES}{name}": data for name, data in pieces.items()},
        **{f"{FILES}{name}": data for name, data in files.items()},
    }
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in entries.items():
            archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return made.getvalue()


def open_bundle(content: bytes, *, name: str, trusted: Mapping[str, Ed25519PublicKey]) -> Bundle | Issue:
    """A bundle whose signature is by one of the `trusted` keys (by fingerprint), or the first thing that is wrong."""
    try:
        entries = _entries(content)
        manifest, key = _signed(entries, trusted)
        files, pieces = _of(entries, FILES, manifest.files), _of(entries, PIECES, manifest.pieces)
    except _Refused as refused:
        return Issue(where=name, message=refused.message, allowed=refused.allowed)
    return Bundle(manifest, files, pieces, key)


class _Refused(Exception):
    def __init__(self, message: str, allowed: str = "") -> None:
        super().__init__(message)
        self.message, self.allowed = message, allowed


_TORN = "ファイルが途中で切れているか、壊れています。"


def _entries(content: bytes) -> dict[str, bytes]:
    """Every entry of the zip, each looked at before it is unpacked."""
    if len(content) > MOST_BYTES:
        raise _Refused("ファイルが大きすぎます。", f"{MOST_BYTES // 1024 // 1024} MB まで")
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            infos = archive.infolist()
            _look(infos)
            return {info.filename: archive.read(info) for info in infos}
    except (zipfile.BadZipFile, zlib.error, ValueError, NotImplementedError, RuntimeError, EOFError, OSError):
        raise _Refused(_TORN, "もう一度受け取る") from None


def _look(infos: list[zipfile.ZipInfo]) -> None:
    names = [info.filename for info in infos]
    strange = next((name for name in names if not _known(name)), "")
    large = next((info.filename for info in infos if info.file_size > FOLDER_BYTES), "")
    if len(names) > ENTRIES or len({*names}) < len(names):
        raise _Refused("中のファイルが多すぎるか、同じ名前のものがあります。", f"{ENTRIES}個まで")
    if strange:
        raise _Refused(f"置けない場所のファイルが入っています（{_shown(strange)}）。", "forms/ の中のファイルだけ")
    if large or sum(info.file_size for info in infos) > FOLDER_BYTES:
        raise _Refused("広げると大きすぎます。", f"全部で {FOLDER_BYTES // 1024 // 1024} MB まで")
    if any(info.flag_bits & 1 for info in infos):
        raise _Refused("暗号化されています。", "暗号化していないもの")


def _known(name: str) -> bool:
    if name.startswith(FILES):
        inner = name.removeprefix(FILES)
        return bool(INSIDE.fullmatch(inner)) and not {"..", "."} & {*inner.split("/")} and "\\" not in inner
    return name in _ALONE or name.removeprefix(PIECES) in PIECES_KNOWN


def _shown(name: str) -> str:
    return "".join(letter if letter.isprintable() else "?" for letter in name[:60])


def _signed(entries: Mapping[str, bytes], trusted: Mapping[str, Ed25519PublicKey]) -> tuple[Manifest, str]:
    """The manifest, once its signature holds; before that nothing that it says is looked at."""
    said = entries.get(MANIFEST, b"")
    try:
        signature = json.loads(entries.get(SIGNATURE, b""))
        key, signed = str(signature["key"]), base64.b64decode(signature["signature"], validate=True)
    except (ValueError, KeyError, TypeError, binascii.Error, RecursionError):
        raise _Refused("署名がありません。", "kiosk forms bundle で作ったもの") from None
    if key not in trusted:
        raise _Refused(
            f"登録されていない鍵で署名されています（{_shown(key)[:16]}…）。", "kiosk forms trust で登録した鍵"
        )
    try:
        trusted[key].verify(signed, said)
    except InvalidSignature:
        raise _Refused("署名が合いません。作られたあとに変えられています。", "作った市に確かめる") from None
    return _manifest(said), key


def _manifest(said: bytes) -> Manifest:
    if len(said) > _MANIFEST_BYTES:
        raise _Refused("一覧が大きすぎます。", f"{_MANIFEST_BYTES // 1024} KB まで")
    try:
        version = json.loads(said).get("format")
        if version != FORMAT:
            raise _Refused(f"このプログラムでは読めない形式です（{version}）。", f"形式 {FORMAT}")
        return Manifest.model_validate_json(said)
    except (ValueError, ValidationError, AttributeError, RecursionError):
        raise _Refused("一覧（manifest.json）を読めません。") from None


def _of(entries: Mapping[str, bytes], folder: str, wanted: tuple[Listed, ...]) -> dict[str, bytes]:
    """The files that the manifest lists, all of them and no other."""
    found = {name.removeprefix(folder): data for name, data in entries.items() if name.startswith(folder)}
    if found.keys() != {each.path for each in wanted}:
        raise _Refused("一覧にあるファイルと、入っているファイルが違います。", "もう一度受け取る")
    for each in wanted:
        if sha256(found[each.path]) != each.sha256:
            raise _Refused(f"ファイルが一覧と違います（{each.path}）。", "もう一度受け取る")
    return found
