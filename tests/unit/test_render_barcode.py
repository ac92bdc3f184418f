"""Barcodes: bars wide enough for a worn printer, quiet zones inside the rectangle."""

import sys

import pytest

from kiosk.model.template import Rect
from kiosk.render.barcode import DOT, MODULE, QUIET, code128, modules, qr_modules

WIDE = Rect(x=10.0, y=5.0, w=100.0, h=8.0)


def test_a_symbol_starts_with_start_b_and_ends_with_stop() -> None:
    symbol = modules("A-0123")
    assert symbol.startswith("11010010000")
    assert symbol.endswith("1100011101011")


def test_the_bars_stand_in_the_middle_with_quiet_zones_inside_the_rectangle() -> None:
    bars = code128("26000123-F01-001-1/1", rect=WIDE)
    assert bars is not None
    width = sum(bars.widths) * bars.module
    assert bars.x - WIDE.x == pytest.approx(WIDE.x + WIDE.w - bars.x - width)
    assert bars.x - WIDE.x >= QUIET * bars.module
    assert bars.module >= MODULE


def test_bars_end_on_the_dots_of_an_office_printer() -> None:
    bars = code128("A-0123", rect=WIDE)
    assert bars is not None
    assert bars.module / DOT == pytest.approx(round(bars.module / DOT))


def test_a_rectangle_that_just_takes_the_smallest_modules_is_used() -> None:
    needed = (len(modules("A-0123")) + 2 * QUIET) * MODULE
    assert code128("A-0123", rect=Rect(x=0, y=0, w=needed, h=5)) is not None
    assert code128("A-0123", rect=Rect(x=0, y=0, w=needed - 0.1, h=5)) is None


@pytest.mark.parametrize("content", ["", "受付", "A\n"])
def test_only_printable_ascii_can_be_a_barcode(content: str) -> None:
    with pytest.raises(ValueError, match="ASCII"):
        modules(content)


def test_bars_and_squares_are_worked_out_without_what_their_libraries_write_pictures_with() -> None:
    assert modules("A-0123")
    assert qr_modules("A-0123")
    assert not any(hasattr(sys.modules[name], "__file__") for name in ("barcode.writer", "segno.writers"))
