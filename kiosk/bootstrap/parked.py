"""Which catalogues parked visits began with, so that none of them makes room."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from kiosk.model.errors import SiteError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from kiosk.store.drafts import Drafts


def begun_with(home: Path, drafts: Callable[[], Drafts]) -> frozenset[str] | None:
    """Their digests; `drafts` opens the store, which is asked only where `home` has one.

    None while it does not open or one of them cannot be read: then nobody knows.
    """
    if not (home / "data").is_dir():
        return frozenset()
    try:
        parked = drafts()
        contents = [parked.load(line.case) for line in parked.list()]
        return frozenset(str(json.loads(content)["catalogue"]) for content in contents if content)
    except (SiteError, ValueError, KeyError):
        return None
