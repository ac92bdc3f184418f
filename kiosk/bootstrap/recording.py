"""What the records of a city take: the columns its receivers are given, and the limits that follow for every fact."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.exchange.records.columns import Columns, load_columns

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kiosk.catalogue.catalogue import Catalogue
    from kiosk.model.limits import Limit


def read_columns(catalogue: Catalogue) -> Columns:
    """forms/exchange/columns.toml; raises SiteError X01."""
    return load_columns(catalogue.files.under("exchange").content.get("columns.toml", b""))


def entry_limits(catalogue: Catalogue) -> Mapping[str, Limit]:
    """What a desk refuses at once, because a courier would; by key of the vocabulary."""
    from kiosk.exchange.records.limits import limits

    return limits(read_columns(catalogue), catalogue.book.vocabulary)
