"""What the records of a city take: the columns its receivers are given, and the limits that follow for every fact."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from kiosk.catalogue.copies import copy_name, read_copy, write_copy
from kiosk.model.limits import Limit

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from kiosk.catalogue.catalogue import Catalogue
    from kiosk.exchange.records.columns import Columns
    from kiosk.exchange.records.early import EarlyCheck
    from kiosk.exchange.records.recorder import Recorder
    from kiosk.exchange.records.targets import Fallback, Script
    from kiosk.flow.clock import Clock
    from kiosk.flow.outside import Refusing


def read_columns(catalogue: Catalogue) -> Columns:
    """forms/exchange/columns.toml; raises SiteError X01."""
    from kiosk.exchange.records.columns import load_columns

    return load_columns(catalogue.files.under("exchange").content.get("columns.toml", b""))


def scripts_of(catalogue: Catalogue) -> Mapping[str, Script]:
    """By destination that keeps files, the letters that it is written to in, where they are not all of Unicode.

    Raises SiteError X01.
    """
    from kiosk.destinations import OfFiles

    files = (place for place in catalogue.city.destinations if isinstance(place, OfFiles))
    places = [place for place in files if place.encoding != "utf-8"]
    if not places:
        return {}
    from kiosk.exchange.destinations.registry import script_of

    fallback = read_fallback(catalogue)
    return {place.key: script_of(place, fallback) for place in places}


def read_fallback(catalogue: Catalogue) -> Fallback:
    """forms/exchange/letters.toml; raises SiteError X01."""
    from kiosk.exchange.records.targets import load_fallback

    return load_fallback(catalogue.files.under("exchange").content.get("letters.toml", b""))


def entry_limits(catalogue: Catalogue, *, cache: Path | None = None) -> Mapping[str, Limit]:
    """What a desk refuses at once, because a courier would; by key of the vocabulary.

    Kept in `cache` beside the checked forms: a visit that nobody confirms needs nothing else that knows the records.
    """
    path = None if cache is None else cache / copy_name("limits", catalogue.digest)
    found = None if path is None else read_copy(path)
    if isinstance(found, dict) and all(isinstance(limit, Limit) for limit in found.values()):
        return found
    made = _limits(catalogue)
    if path is not None:
        write_copy(path, made)
    return made


def _limits(catalogue: Catalogue) -> dict[str, Limit]:
    from kiosk.exchange.records.limits import limits

    return dict(limits(read_columns(catalogue), catalogue.book.vocabulary))


def early_check(catalogue: Catalogue, recorder: Callable[[], Recorder], clock: Clock) -> Refusing:
    """The check before sending for the people who are still at the desk; made with the first visit that needs it."""

    @cache
    def made() -> EarlyCheck:
        from kiosk.exchange.records.early import EarlyCheck

        scripts = scripts_of(catalogue)
        named = {place.key: place for place in catalogue.city.destinations}

        def of(procedure: str) -> tuple[tuple[str, Script], ...]:
            return tuple((named[key].name, script) for key, script in scripts.items() if named[key].takes(procedure))

        return EarlyCheck(recorder(), read_columns(catalogue), of)

    return lambda snapshot: made().refused(snapshot, at=clock.now())
