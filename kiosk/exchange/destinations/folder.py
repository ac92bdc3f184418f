"""送付先フォルダー: one set of files per application, complete when its empty .done file is there and not before."""

import contextlib
import hashlib
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

from kiosk.exchange.destinations.answers import Arrived, Known, in_folder
from kiosk.exchange.destinations.bundle import Bundle, Formats, Member, bundle, refused
from kiosk.exchange.destinations.disk import Disk, LocalDisk, explain
from kiosk.exchange.destinations.fence import Fence
from kiosk.exchange.destinations.marker import Guard, only_writer
from kiosk.exchange.destinations.sealing import Seal, checklist_of, is_of, listed, seal_of
from kiosk.model.parcel import DeliveryFailed, Failure, Parcel, Receipt


class FolderDestination:
    """A folder that a receiving system empties; with a `guard`, only while the folder bears the right sign.

    Delivery is at least once: every name begins with the message id, and nothing is ever replaced. Per parcel:
    <message>.json, <message>_<group>.csv, <message>_<person>.xml, <message>_<attachment>, a manifest, <message>.sha256,
    and last an empty <message>.done. The receiver waits for .done, checks the digests, and moves the files;
    it keeps exportid to recognise a repetition. With a
    recipient in the formats all but the list and the check list is encrypted to it.
    """

    def __init__(
        self,
        name: str,
        folder: Path,
        formats: Formats,
        *,
        disk: Disk | None = None,
        guard: Guard | None = None,
        fence: Fence | None = None,
        returns: Path | None = None,
        alone: Callable[[Path], AbstractContextManager[bool]] = only_writer,
    ) -> None:
        self.name = name
        self._folder, self._formats, self._disk, self._guard = folder, formats, disk or LocalDisk(), guard
        self._fence, self._delivers, self._returns, self._alone = fence, False, returns, alone
        self.seal = seal_of(formats)

    def look(self) -> DeliveryFailed | None:
        """See Destination."""
        try:
            self._disk.settle(self._folder)
            wrong = self._guard.look(self._folder, self._disk) if self._guard else None
            wrong = wrong or (self._fence.look(self._folder, self._disk) if self._fence else None)
            if wrong is None and self._fence and self._delivers:
                self._fence.go_on(self._folder, self._disk)
            return wrong
        except OSError as error:
            return explain(error)

    def answers(self, known: Known) -> Iterator[Arrived]:
        """See Answering."""
        return iter(()) if self._returns is None else in_folder(self._returns, known)

    def deliver(self, parcel: Parcel) -> Receipt | DeliveryFailed:
        """Write the files, read them back, then mark them done. The same parcel again is verified, not repeated.

        UNREACHABLE D01 missing, D02 read-only, D03 full, D04 other, D07 somebody else writes there, D08 and D09 not
        the right folder, D18 not the right store; UNKNOWN_OUTCOME D05 read back differently; REFUSED D06 done but
        changed since, D10 a name that holds something else, D11 to D14 the parcel itself.
        """
        try:
            self._delivers = True  # from now on looking there leaves word of this store, too
            hindrance = self.look()
            if hindrance is not None:
                return hindrance
            with self._alone(self._folder) as alone:
                done = self._deliver(parcel) if alone else _busy()
            return self._still_there(done)
        except FileExistsError:
            return _busy()
        except OSError as error:
            return explain(error)

    def _still_there(self, done: Receipt | DeliveryFailed) -> Receipt | DeliveryFailed:
        """A share that went away while files were written leaves an empty folder: what went there was not delivered."""
        doubtful = isinstance(done, Receipt) or done.failure is Failure.UNKNOWN_OUTCOME
        return (self._guard.look(self._folder, self._disk) if doubtful and self._guard else None) or done

    def _deliver(self, parcel: Parcel) -> Receipt | DeliveryFailed:
        stem = str(parcel.message)
        if self._disk.digest(self._folder / f"{stem}.done") is not None:
            return self._again(parcel, stem)
        made = bundle(parcel, self._formats)
        if isinstance(made, DeliveryFailed):
            return made
        return self._write(made) if self.seal is None else self._write_closed(parcel, made, self.seal)

    def _write_closed(self, parcel: Parcel, made: Bundle, seal: Seal) -> Receipt | DeliveryFailed:
        """A list that lies there is of an attempt that was broken off, and its files are the ones that count."""
        manifest = made.files[-1].name
        begun = self._disk.read(self._folder / manifest)
        if begun is None:
            closed = seal.closed(made)
            done = closed if isinstance(closed, DeliveryFailed) else self._write(closed)
        else:
            digests = listed(begun) if is_of(begun, parcel) else None
            if digests is None or any(self._disk.digest(self._folder / name) != digests[name] for name in digests):
                return refused("D10", _OTHER)
            done = self._finish(checklist_of(made.stem, manifest, begun, digests), made.stem)
        if isinstance(done, Receipt):
            seal.forget(made.stem)
        return done

    def _write(self, made: Bundle) -> Receipt | DeliveryFailed:
        """Names that hold the same already are ours, from an attempt that was broken off."""
        files = (*made.files, made.checklist)
        there = {file.name: self._disk.digest(self._folder / file.name) for file in files}
        if any(there[file.name] not in {None, file.digest} for file in files):
            return refused("D10", _OTHER)
        for file in files:
            if there[file.name] is None:
                self._disk.put(self._folder / file.name, file.content)
        self._disk.settle(self._folder)
        if any(self._disk.digest(self._folder / file.name) != file.digest for file in files):
            detail = "書き込んだファイルを読み返すと内容が違いました。ディスクの状態を確かめてください。"
            return DeliveryFailed(failure=Failure.UNKNOWN_OUTCOME, code="D05", detail=detail)
        return self._mark(made.checklist, made.stem)

    def _mark(self, checklist: Member, stem: str) -> Receipt:
        """Everything is there: say so, and last of all."""
        self._disk.put(self._folder / f"{stem}.done", b"")
        self._disk.settle(self._folder)
        return _receipt(checklist.digest)

    def _finish(self, checklist: Member, stem: str) -> Receipt | DeliveryFailed:
        """Only the check list may still be missing."""
        there = self._disk.digest(self._folder / checklist.name)
        if there not in {None, checklist.digest}:
            return refused("D10", _OTHER)
        if there is None:
            self._disk.put(self._folder / checklist.name, checklist.content)
            self._disk.settle(self._folder)
        return self._mark(checklist, stem)

    def _again(self, parcel: Parcel, stem: str) -> Receipt | DeliveryFailed:
        """A delivery that was finished before: every listed file must still be what it was."""
        changed = refused("D06", "送付済みのファイルが変わっています。受け取り側で処理済みか確かめてください。")
        content = self._disk.read(self._folder / f"{stem}.sha256")
        if content is None:
            return changed
        lines = (line.partition("  ") for line in content.decode(errors="replace").splitlines())
        there = {name: digest for digest, _, name in lines}
        if f"{stem}.json" in there:
            ours = there[f"{stem}.json"] == hashlib.sha256(parcel.record).hexdigest()
        else:
            ours = is_of(self._disk.read(self._folder / f"{stem}.manifest.json") or b"", parcel)
        if not ours or any(self._disk.digest(self._folder / name) != digest for name, digest in there.items()):
            return changed
        return _receipt(hashlib.sha256(content).hexdigest())


_OTHER = "同じ名前で内容の違うファイルがあります。受け取り側の取り込みを確かめてください。"


@contextlib.contextmanager
def nobody_else(_folder: Path) -> Iterator[bool]:
    """Where there are no locks (SFTP, object storage): names that are only created keep two writers apart."""
    yield True


def _busy() -> DeliveryFailed:
    detail = "ほかの端末が、同じ送付先フォルダーに書き込んでいます。終わるまで待ちます。"
    return DeliveryFailed(failure=Failure.UNREACHABLE, code="D07", detail=detail)


def _receipt(digest: str) -> Receipt:
    return Receipt(reference=f"sha256:{digest}", acknowledged=True)
