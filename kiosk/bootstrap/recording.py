"""What the records of a city take: the columns its receivers are given, and the limits that follow for every fact."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from kiosk.exchange.records.columns import Columns, load_columns

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from kiosk.catalogue.catalogue import Catalogue
    from kiosk.exchange.records.early import EarlyCheck
    from kiosk.exchange.records.recorder import Recorder
    from kiosk.flow.clock import Clock
    from kiosk.flow.outside import Refusing
    from kiosk.model.limits import Limit


def read_columns(catalogue: Catalogue) -> Columns:
    """forms/exchange/columns.toml; raises SiteError X01."""
    return load_columns(catalogue.files.under("exchange").content.get("columns.toml", b""))


def entry_limits(catalogue: Catalogue) -> Mapping[str, Limit]:
    """What a desk refuses at once, because a courier would; by key of the vocabulary."""
    from kiosk.exchange.records.limits import limits

    return limits(read_columns(catalogue), catalogue.book.vocabulary)


def early_check(catalogue: Catalogue, recorder: Callable[[], Recorder], clock: Clock) -> Refusing:
    """The check before sending for the people who are still at the desk; made with the first visit that needs it."""

    @cache
    def made() -> EarlyCheck:
        from kiosk.exchange.records.early import EarlyCheck

        return EarlyCheck(recorder(), read_columns(catalogue))

    return lambda snapshot: made().refused(snapshot, at=clock.now())
