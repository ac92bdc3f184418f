"""封: a bundle that only its receiver can open (age, age-encryption.org/v1), and what of it stays in clear.

Every file is encrypted to the receiver's public key, the list of files as well; a list in clear names the encrypted
ones with their digests and nothing of anybody. The same content is another ciphertext each time, so a name has the
beginning of its ciphertext's digest: an attempt after one that was broken off writes beside it and replaces nothing,
and the list in clear, which is only created, says whose files count. While the program runs, a bundle that waits to be
written keeps its ciphertext.
"""

import hashlib
import json
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from kiosk.destinations import public_key
from kiosk.exchange.destinations.bundle import Bundle, Formats, Member, checklist, fits, refused
from kiosk.exchange.records.blocks import Record
from kiosk.model.parcel import DeliveryFailed, Parcel

if TYPE_CHECKING:
    from pyrage import x25519

AGE, SUFFIX = "age", ".age"
_BEGINNING = 12
_WAITING = 8


@dataclass
class Seal:
    """The receiver's public key, and the bundles that were encrypted to it and are not delivered yet."""

    recipient: str
    _waiting: OrderedDict[str, Bundle] = field(default_factory=OrderedDict, repr=False)

    def closed(self, made: Bundle) -> Bundle | DeliveryFailed:
        """The bundle encrypted, its list in clear last; the same one as long as it waits. REFUSED D14 for a long name,
        D15 for a key that is none.
        """
        if made.stem not in self._waiting:
            recipient = public_key(self.recipient)
            if recipient is None:
                return refused("D15", "送付先の公開鍵が正しくありません。recipient を確かめてください。")
            done = self._closed(made, recipient)
            if not all(fits(file.name) for file in done.files):
                return refused("D14", "添付の名前が長すぎます。")
            self._waiting[made.stem] = done
            while len(self._waiting) > _WAITING:
                self._waiting.popitem(last=False)
        return self._waiting[made.stem]

    def forget(self, stem: str) -> None:
        """It was delivered, or an earlier attempt's files count."""
        self._waiting.pop(stem, None)

    @staticmethod
    def _closed(made: Bundle, recipient: "x25519.Recipient") -> Bundle:
        import pyrage

        files = tuple(_member(file, pyrage.encrypt(file.content, [recipient])) for file in made.files)
        content = {
            "encrypted": AGE,
            **{key: value for key, value in json.loads(made.files[-1].content).items() if key in _CLEAR},
            "files": [
                {"name": file.name, "type": file.media_type, "bytes": len(file.content), "sha256": file.digest}
                for file in files
            ],
        }
        text = f"{json.dumps(content, ensure_ascii=False, indent=1, sort_keys=True)}\n"
        listed = Member(name=made.files[-1].name, media_type="application/json", content=text.encode())
        return Bundle(stem=made.stem, files=(*files, listed))


_CLEAR = frozenset({"exportid", "schemaversion", "audit"})


def _member(file: Member, content: bytes) -> Member:
    beginning = hashlib.sha256(content).hexdigest()[:_BEGINNING]
    return Member(name=f"{file.name}.{beginning}{SUFFIX}", media_type="application/age", content=content)


def seal_of(formats: Formats) -> Seal | None:
    """The seal that a receiver's files are closed with; None where they are to be read as they are."""
    return Seal(formats.recipient) if formats.recipient else None


def inner_name(name: str) -> str:
    """What a file is called when it is opened; empty for a name that no encrypted file has."""
    plain, _, beginning = name.removesuffix(SUFFIX).rpartition(".")
    return plain if name.endswith(SUFFIX) and len(beginning) == _BEGINNING else ""


def listed(manifest: bytes) -> dict[str, str] | None:
    """The digests of the files that a list in clear names; None for another list, or something else."""
    content = _read(manifest)
    if content is None:
        return None
    try:
        return {str(each["name"]): str(each["sha256"]) for each in content["files"]}
    except (KeyError, TypeError):
        return None


def is_of(manifest: bytes, parcel: Parcel) -> bool:
    """Whether a list in clear is about this application and revision."""
    content = _read(manifest)
    try:
        ours = Record.model_validate_json(parcel.record).kyotsu.exportid
    except ValidationError:
        return False
    return content is not None and content.get("exportid") == ours


def checklist_of(stem: str, manifest: str, content: bytes, digests: Mapping[str, str]) -> Member:
    """The check list of a bundle of which only the list is at hand."""
    return checklist(stem, {**digests, manifest: hashlib.sha256(content).hexdigest()})


def _read(manifest: bytes) -> dict[str, Any] | None:
    try:
        content = json.loads(manifest)
    except ValueError:
        return None
    return content if isinstance(content, dict) and content.get("encrypted") == AGE else None
