"""控え of a place: what goes into it, the drill that opens one, and how a place begins from it.

What is in it: the store at one moment with its mark, the register of residents, the forms that parked visits need, the
settings of the machine. What is not: both keys (they lie apart, in a safe), secrets of destinations, papers and logs.
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.model.errors import SiteError

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

    from kiosk.bootstrap.program import Program
    from kiosk.model.audit import AuditEvent
    from kiosk.store.copying import Copied
    from kiosk.store.database import Database
    from kiosk.store.vault import RootKey


@dataclass(frozen=True)
class Drilled:
    """What a drill found in a backup: how far it goes, whether the audit record and every parcel can be read."""

    cases: int
    entries: int
    head: str
    parcels: int
    unreadable: int
    whole: bool

    @property
    def good(self) -> bool:
        """Whether a place could begin from it."""
        return self.whole and not self.unreadable


def back_up(program: Program, file: Path, *, event: AuditEvent) -> Copied:
    """Write the backup; that it was made is the last entry in it. Raises SiteError, also where the name is taken: an
    older backup may be the only one that is good.
    """
    from kiosk.store import copying

    if file.exists() or file.is_symlink():
        what = f"控え {file} は、すでにあります。上書きはしません。"
        raise SiteError("F09", what=what, mend="日付を入れた名前など、別の名前で作ってください。")

    home, store = program.place.home, program.store
    store.audit.append(event)
    wanted = {"device.toml": home / "device.toml", "catalogues": home / "catalogues"}
    wanted |= {f"data/{path.name}": path for path in sorted(program.place.data.glob("residents-*.db"))}
    return copying.write(store.database, file, beside={name: path for name, path in wanted.items() if path.exists()})


def drill(file: Path, folder: Path, *, key: RootKey) -> Drilled:
    """Open a backup in an empty scratch `folder`, read all of it, and take the folder away again. Raises SiteError."""
    from kiosk.store import copying
    from kiosk.store.audit import AuditLog
    from kiosk.store.inspection import check_whole
    from kiosk.store.vault import Vault

    folder.mkdir(parents=True, mode=0o700)
    try:
        copying.read(file, folder, vault=Vault(key))
        database = _opened(folder, key)
        try:
            database.look(check_whole)
            log = AuditLog(database)
            parcels, unreadable = copying.readable(database)
            head = log.head()
            entries = int(head.partition(":")[0] or 0)
            cases = int(database.read("SELECT count(*) FROM cases")[0][0])
            return Drilled(cases, entries, head, parcels, unreadable, whole=log.verify_chain() is None)
        finally:
            database.close()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def restore(file: Path, home: Path, *, key: RootKey, event: AuditEvent, received: Collection[str]) -> tuple[int, int]:
    """Begin a place from a backup, where there is none; what waited then is held, or settled when it is `received`.

    Raises SiteError, also where a store is already.
    """
    from kiosk.store import copying
    from kiosk.store.fencing import Fencing
    from kiosk.store.vault import Vault

    there = [name for name in ("data", "kiosk.mark") if (home / name).exists()]
    if there:
        what = f"ここには、すでに保存ファイルがあります（{there[0]}）。上書きはしません。"
        raise SiteError("F05", what=what, mend="別の場所へ移してから、もう一度実行してください。")
    scratch = home / "restore.new"
    try:
        shutil.rmtree(scratch, ignore_errors=True)
        scratch.mkdir(parents=True, mode=0o700)
        copying.read(file, scratch, vault=Vault(key))
        database = _opened(scratch, key)
        found = Fencing(database).take_over(received, event=event)
        database.close()
        for path in sorted(scratch.iterdir()):
            if not (home / path.name).exists():
                path.rename(home / path.name)
    finally:
        shutil.rmtree(scratch, ignore_errors=True)
    return found


def _opened(folder: Path, key: RootKey) -> Database:
    from kiosk.store.database import Database

    return Database.open(folder / "data", key=key, mark=folder / "kiosk.mark", reserve_bytes=4096)
