"""The draw list: geometry as plain values with a stable, comparable dump."""

import json

from kiosk.model.base import Issue
from kiosk.render.drawlist import Bars, DrawList, Frame, Ink, Rule, Text

NAME = Text(x=10.00049, y=20.0, size_pt=10.5, face="mincho", text="葛󠄀城", box="no1")


def page(*items: Text | Rule | Frame | Ink | Bars) -> DrawList:
    return DrawList(width=210.0, height=297.0, items=items)


def test_the_dump_is_json_rounded_to_a_thousandth_of_a_millimetre() -> None:
    dump = json.loads(page(NAME).json())
    assert dump["items"] == [
        {"kind": "text", "x": 10.0, "y": 20.0, "size_pt": 10.5, "face": "mincho", "text": "葛󠄀城", "box": "no1"}
    ]


def test_the_dump_has_one_item_a_line_so_that_a_difference_shows_which() -> None:
    rule = Rule(x1=0.0, y1=1.0, x2=2.0, y2=3.0, width=0.2, dash=(1.0, 0.5))
    lines = page(NAME, rule).json().splitlines()
    assert len(lines) == 4
    assert '"dash": [1.0, 0.5]' in lines[2]


def test_a_negative_nought_is_written_as_nought() -> None:
    assert "-0.0" not in page(Frame(x=-0.0001, y=-0.0, w=1.0, h=1.0)).json()


def test_what_is_drawn_dots_and_strokes_survives_the_dump() -> None:
    ink = Ink(strokes=(((1.0, 2.0),), ((3.0, 4.0), (5.0, 6.0))), width=0.4)
    assert json.loads(page(ink).json())["items"][0]["strokes"] == [[[1.0, 2.0]], [[3.0, 4.0], [5.0, 6.0]]]


def test_warnings_are_part_of_the_dump() -> None:
    warned = DrawList(width=1.0, height=1.0, warnings=(Issue(where="氏名", message="入りません"),))
    assert json.loads(warned.json())["warnings"] == ["氏名: 入りません"]


def test_equal_lists_share_a_key_and_different_lists_do_not() -> None:
    assert page(NAME).key == page(NAME).key
    assert page(NAME).key != page().key


def test_only_every_other_width_of_a_barcode_is_a_bar() -> None:
    bars = Bars(x=10.0, y=0.0, h=5.0, module=0.5, widths=(2, 1, 1, 2, 3))
    assert bars.bars == ((10.0, 1.0), (11.5, 0.5), (13.0, 1.5))
