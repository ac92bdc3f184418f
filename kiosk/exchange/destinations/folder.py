"""送付先フォルダー: one set of files per application, complete when its empty .done file is there and not before."""

import hashlib
from pathlib import Path

from kiosk.exchange.destinations.bundle import Bundle, Formats, Member, bundle, refused
from kiosk.exchange.destinations.disk import Disk, LocalDisk, explain
from kiosk.model.parcel import DeliveryFailed, Failure, Parcel, Receipt


class FolderDestination:
    """A folder that a receiving system empties. One machine delivers into one folder.

    Per parcel: <message>.json, one CSV per group, <message>_<person>.xml, <message>_<attachment>, a manifest,
    <message>.sha256, and last an empty <message>.done. The receiver waits for .done, checks the digests, and moves the
    files; it keeps exportid to recognise a repetition.
    """

    def __init__(self, name: str, folder: Path, formats: Formats, *, disk: Disk | None = None) -> None:
        self.name = name
        self._folder, self._formats, self._disk = folder, formats, disk or LocalDisk()

    def deliver(self, parcel: Parcel) -> Receipt | DeliveryFailed:
        """Write the files, read them back, then mark them done. The same parcel again is verified, not repeated.

        UNREACHABLE D01 missing, D02 read-only, D03 full, D04 other, D07 never emptied; UNKNOWN_OUTCOME D05 read back
        differently; REFUSED D06 done but changed since, D11 to D14 the parcel itself.
        """
        try:
            return self._deliver(parcel)
        except OSError as error:
            return explain(error)

    def _deliver(self, parcel: Parcel) -> Receipt | DeliveryFailed:
        self._disk.settle(self._folder)
        stem = str(parcel.message)
        if self._disk.digest(self._folder / f"{stem}.done") is not None:
            return self._again(parcel, stem)
        made = bundle(parcel, self._formats, taken=self._taken)
        return made if isinstance(made, DeliveryFailed) else self._write(made)

    def _taken(self, member: Member) -> bool:
        """A name that holds other content belongs to another application; our own torn attempt holds the same."""
        return self._disk.digest(self._folder / member.name) not in {None, member.digest}

    def _write(self, made: Bundle) -> Receipt | DeliveryFailed:
        files = (*made.files, made.checklist)
        for file in files:
            self._disk.put(self._folder / file.name, file.content)
        self._disk.settle(self._folder)
        if any(self._disk.digest(self._folder / file.name) != file.digest for file in files):
            detail = "書き込んだファイルを読み返すと内容が違いました。ディスクの状態を確かめてください。"
            return DeliveryFailed(failure=Failure.UNKNOWN_OUTCOME, code="D05", detail=detail)
        self._disk.put(self._folder / f"{made.stem}.done", b"")
        self._disk.settle(self._folder)
        return _receipt(made.checklist.digest)

    def _again(self, parcel: Parcel, stem: str) -> Receipt | DeliveryFailed:
        """A delivery that was finished before: every listed file must still be what it was."""
        changed = refused("D06", "送付済みのファイルが変わっています。受け取り側で処理済みか確かめてください。")
        checklist = self._folder / f"{stem}.sha256"
        if not checklist.is_file():
            return changed
        content = checklist.read_bytes()
        lines = (line.partition("  ") for line in content.decode(errors="replace").splitlines())
        listed = {name: digest for digest, _, name in lines}
        if listed.get(f"{stem}.json") != hashlib.sha256(parcel.record).hexdigest():
            return changed
        if any(self._disk.digest(self._folder / name) != digest for name, digest in listed.items()):
            return changed
        return _receipt(hashlib.sha256(content).hexdigest())


def _receipt(digest: str) -> Receipt:
    return Receipt(reference=f"sha256:{digest}", acknowledged=True)
