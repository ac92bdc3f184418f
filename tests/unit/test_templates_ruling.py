"""A box must stand in one printed cell, whether the cell is a rectangle or is made of lines."""

from kiosk.catalogue.ruling import read_ruling
from kiosk.model.template import Rect

CELL = Rect(x=11, y=11, w=18, h=8)


def ruled(*elements: str, cell: Rect = CELL, combed: bool = False) -> bool:
    body = "".join(elements)
    ruling = read_ruling(f'<svg xmlns="http://www.w3.org/2000/svg">{body}</svg>'.encode())
    assert ruling is not None
    return ruling.holds(cell, combed=combed)


def line(x1: float, y1: float, x2: float, y2: float) -> str:
    return f'<line x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}" stroke="black"/>'


FRAME = (line(10, 10, 30, 10), line(10, 20, 30, 20), line(10, 10, 10, 20), line(30, 10, 30, 20))
RECT = '<rect x="10" y="10" width="20" height="10" stroke="black" fill="none"/>'


def test_four_lines_enclose_a_box_as_well_as_a_rectangle_does() -> None:
    assert ruled(*FRAME)
    assert ruled(RECT)


def test_three_lines_do_not_enclose_a_box() -> None:
    for missing in range(4):
        assert not ruled(*FRAME[:missing], *FRAME[missing + 1 :])


def test_a_grey_area_without_a_border_is_no_cell() -> None:
    assert not ruled('<rect x="10" y="10" width="20" height="10" stroke="none" fill="#f0f0f0"/>')


def test_a_rule_through_the_box_divides_it() -> None:
    assert not ruled(*FRAME, line(20, 10, 20, 20))
    assert not ruled(*FRAME, line(10, 15, 30, 15))
    assert not ruled(*FRAME, line(20, 10, 20, 15))


def test_the_cells_of_a_comb_do_not_divide_it() -> None:
    assert ruled(*FRAME, line(20, 10, 20, 20), combed=True)


def test_a_square_to_tick_inside_the_box_does_not_divide_it() -> None:
    assert ruled(RECT, '<rect x="13" y="13" width="3" height="3" stroke="black" fill="none"/>')


def test_lines_elsewhere_on_the_page_do_not_matter() -> None:
    assert ruled(*FRAME, line(0, 15, 9, 15), line(20, 30, 20, 60))


def test_a_background_that_is_no_xml_has_no_ruling() -> None:
    assert read_ruling(b"<svg") is None
