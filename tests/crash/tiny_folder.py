"""A destination of twenty lines: one file per message in a folder, written so that a kill leaves all of it or none."""

import hashlib
import os
from pathlib import Path

from kiosk.model.parcel import DeliveryFailed, Parcel, Receipt


class TinyFolder:
    """The Destination port over a folder: write, fsync, rename, fsync; a message that is there is not written again."""

    name = "tiny"

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def deliver(self, parcel: Parcel) -> Receipt | DeliveryFailed:
        final = self._folder / f"{parcel.message}.json"
        if not final.exists():
            self._write(final, parcel.record)
        return Receipt(reference=hashlib.sha256(final.read_bytes()).hexdigest(), acknowledged=True)

    def _write(self, final: Path, record: bytes) -> None:
        scratch = final.with_suffix(".part")
        with scratch.open("wb") as out:
            out.write(record)
            out.flush()
            os.fsync(out.fileno())
        scratch.rename(final)
        handle = os.open(self._folder, os.O_RDONLY)
        os.fsync(handle)
        os.close(handle)
