"""The order in which Tab goes through a page of which parts are made later than the rest."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from collections.abc import Iterable


def in_order(widgets: Iterable[QWidget]) -> None:
    """Each after the one before it, as they are read."""
    for one, other in pairwise(widgets):
        QWidget.setTabOrder(one, other)
