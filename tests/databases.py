"""A database of a test, opened and refused."""

import datetime as dt
import hashlib
from pathlib import Path

import pytest

from kiosk.model.errors import SiteError
from kiosk.store.database import NAME, Database
from kiosk.store.vault import RootKey

KEY = RootKey(b"k" * 32)
NOW = dt.datetime(2026, 4, 1, 0, 0, tzinfo=dt.UTC)
LEASE = dt.timedelta(seconds=30)


def opened(folder: Path, *, key: RootKey = KEY, reserve_bytes: int = 4096) -> Database:
    return Database.open(folder, key=key, reserve_bytes=reserve_bytes)


def digest(folder: Path) -> str:
    return hashlib.sha256((folder / NAME).read_bytes()).hexdigest()


def refused(folder: Path, *, key: RootKey = KEY) -> str:
    with pytest.raises(SiteError) as caught:
        opened(folder, key=key)
    assert caught.value.what.endswith("。")
    assert caught.value.mend.endswith("。")
    return caught.value.code
