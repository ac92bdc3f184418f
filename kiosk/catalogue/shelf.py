"""The catalogues that were right, kept as the files that they were: the last ones, and each that a visit began with.

Context: an edited folder may be wrong in the morning, when nobody is there to mend it, and a parked visit is taken up
on forms that have changed since. The copy of what was read (`copies`) helps with neither: it belongs to one program.
Decision: a catalogue without a problem is laid into `catalogues/<digest>.zip` when it is first used, whole or not at
all; a note beside it says which one each folder had last, and since which day. What is taken out again must give the
digest that it is called by, and is read and checked like any folder.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.catalogue.files import Files
from kiosk.catalogue.intake import ENTRIES, FOLDER_BYTES, Untaken, take
from kiosk.catalogue.keeping import ours
from kiosk.catalogue.layout import CATALOGUE
from kiosk.durable import write_whole

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Mapping, Set
    from pathlib import Path

NOTE = "last.json"
_KEPT = 5  # beside those that somebody still needs
MOST = 4 * FOLDER_BYTES
"""What an archive of a folder may take."""


@dataclass(frozen=True)
class Shelf:
    """A folder of kept catalogues. What cannot be written is not kept: who uses it goes on without."""

    folder: Path

    def keep(self, files: Files, *, source: str, day: str, needed: Callable[[], Set[str] | None]) -> bool:
        """Lay the files of a folder down, as used from `day` on, unless they lie there; whether they do now.

        `source` names the folder they are from; `needed` are digests that must not make room, None for nobody knows.
        """
        digest = files.digest
        if self._notes().get(source, {}).get("digest") == digest and self._path(digest).is_file():
            return True
        try:
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            if not self._path(digest).is_file():
                write_whole(self._path(digest), packed(files.content))
            self._note(source, digest, day)
            self._sweep({digest, *(note["digest"] for note in self._notes().values())}, needed)
        except OSError:
            return False
        return True

    def load(self, digest: str) -> Files | None:
        """The files that have a digest; None when they are not kept, damaged, or could be another's."""
        path = self._path(digest)
        try:
            if not ours(path.lstat()):
                return None
            files = _catalogue(take(path, most=MOST))
        except (OSError, Untaken):
            return None
        return files if files is not None and files.digest == digest else None

    def last(self, source: str) -> tuple[Files, str] | None:
        """The last files of a folder that were right, and the day since which they are used."""
        note = self._notes().get(source)
        files = self.load(note["digest"]) if note else None
        return (files, note["since"]) if note and files is not None else None

    def _path(self, digest: str) -> Path:
        return self.folder / f"{digest}.zip"

    def _notes(self) -> dict[str, dict[str, str]]:
        try:
            found = json.loads(take(self.folder / NOTE))
        except (OSError, Untaken, ValueError):
            return {}
        sound = isinstance(found, dict) and all(
            isinstance(note, dict) and {"digest", "since"} <= note.keys() and str(note["digest"]).isalnum()
            for note in found.values()
        )
        return found if sound else {}

    def _note(self, source: str, digest: str, day: str) -> None:
        notes = {**self._notes(), source: {"digest": digest, "since": day}}
        write_whole(self.folder / NOTE, json.dumps(notes, ensure_ascii=False, indent=1).encode())

    def _sweep(self, named: Set[str], needed: Callable[[], Set[str] | None]) -> None:
        """Let the oldest go; when it cannot be known what is still needed, all stay."""
        kept = sorted(self.folder.glob("*.zip"), key=lambda path: path.stat().st_mtime, reverse=True)
        spare = [path for path in kept[_KEPT:] if path.stem not in named]
        needed_now = needed() if spare else None
        for path in spare:
            if needed_now is not None and path.stem not in needed_now:
                path.unlink(missing_ok=True)


def packed(content: Mapping[str, bytes]) -> bytes:
    """An archive of files by name: the same bytes for the same files."""
    import io
    import zipfile

    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in sorted(content.items()):
            archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return made.getvalue()


def _catalogue(archive: bytes) -> Files | None:
    found = unpacked(archive, CATALOGUE)
    return None if found is None else Files(found, folder="forms")


def unpacked(archive: bytes, places: re.Pattern[str]) -> dict[str, bytes] | None:
    """The files of an archive; None where it is damaged, too large, or has something that is in none of the places.

    What it says of its sizes is believed as far as the budget of a folder goes, and no further while it is read.
    """
    import io
    import zipfile
    import zlib

    try:
        with zipfile.ZipFile(io.BytesIO(archive)) as found:
            entries = found.infolist()
            names = [entry.filename for entry in entries]
            size = sum(entry.file_size for entry in entries)
            if size > FOLDER_BYTES or len(entries) > ENTRIES or len({*names}) < len(names):
                return None
            if not all(places.fullmatch(name) for name in names):
                return None
            return {entry.filename: found.read(entry) for entry in entries}
    except (
        zipfile.BadZipFile,
        zlib.error,
        ValueError,
        NotImplementedError,
        RuntimeError,
        EOFError,
        OSError,
    ):  # damaged
        return None
