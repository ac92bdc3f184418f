"""Backgrounds: the strict subset of SVG, and an Issue for everything else."""

from pathlib import Path

import pytest

from kiosk.model.errors import SiteError
from kiosk.render.background import Background, Backgrounds, parse, problems
from kiosk.render.drawlist import Ellipse, Frame, Rule, Text
from kiosk.render.fonts import FontLibrary
from kiosk.render.shaping import Shaper

SHAPER = Shaper(FontLibrary(Path(__file__).resolve().parents[2] / "assets" / "fonts"))


def read(inside: str, *, view: str = "0 0 210 297") -> Background:
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{view}">\n{inside}\n</svg>'
    return parse(svg.encode(), name="page-1.svg", shaper=SHAPER)


def only_text(inside: str) -> Text:
    background = read(inside)
    assert background.issues == ()
    (text,) = background.page.items
    assert isinstance(text, Text)
    return text


def test_the_four_shapes_are_read_in_millimetres() -> None:
    background = read(
        '<rect x="10" y="20" width="30" height="5" stroke="black" stroke-width="0.3" fill="none"/>'
        '<line x1="1" y1="2" x2="3" y2="4" stroke="#000" stroke-width="0.2" stroke-dasharray="0.8 0.6"/>'
        '<ellipse cx="50" cy="60" rx="4" ry="2" stroke="black" stroke-width="0.1" fill="none"/>'
    )
    assert background.issues == ()
    assert background.page.items == (
        Frame(x=10, y=20, w=30, h=5, width=0.3),
        Rule(x1=1, y1=2, x2=3, y2=4, width=0.2, dash=(0.8, 0.6)),
        Ellipse(x=46, y=58, w=8, h=4, width=0.1),
    )


def test_a_grey_area_is_filled_without_an_outline() -> None:
    (area,) = read('<rect x="0" y="0" width="5" height="5" stroke="none" fill="#f0f0f0"/>').page.items
    assert area == Frame(x=0, y=0, w=5, h=5, width=0.0, fill=240 / 255)


def test_the_page_is_as_large_as_the_view_box() -> None:
    page = read("", view="0 0 148 210").page
    assert (page.width, page.height) == (148.0, 210.0)


@pytest.mark.parametrize(("anchor", "left"), [("start", 100.0), ("middle", 95.0), ("end", 90.0)])
def test_text_is_anchored_like_in_svg(anchor: str, left: float) -> None:
    text = only_text(f'<text x="100" y="50" font-size="5" font-family="gothic" text-anchor="{anchor}">氏名</text>')
    assert (text.y, text.face) == (50.0, "gothic")
    assert text.x == pytest.approx(left)
    assert text.size_pt == pytest.approx(5 * 72 / 25.4)


def test_a_text_length_spreads_a_short_text_evenly() -> None:
    text = only_text('<text x="10" y="50" font-size="4" textLength="30">氏名欄</text>')
    assert [text.spacing, text.stretch, text.x] == pytest.approx([9.0, 1.0, 10.0])


def test_a_text_length_condenses_a_long_text() -> None:
    text = only_text('<text x="10" y="50" font-size="4" textLength="6" text-anchor="end">氏名</text>')
    assert [text.spacing, text.stretch, text.x] == pytest.approx([0.0, 0.75, 4.0])


def test_ideographic_spaces_around_a_text_are_kept() -> None:
    assert only_text('<text x="1" y="1" font-size="4">　印　</text>').text == "　印　"


def test_a_group_hands_its_attributes_down_and_titles_are_silent() -> None:
    text = only_text(
        "<title>様式</title><desc>見本</desc>"
        '<g font-size="3" font-family="pgothic"><g><text x="1" y="1">印</text></g></g>'
    )
    assert text.face == "pgothic"


@pytest.mark.parametrize(
    ("element", "word"),
    [
        ('<path d="M0 0"/>', "<path>"),
        ('<g transform="scale(2)"><rect width="1" height="1"/></g>', "transform"),
        ('<image href="seal.png" width="9" height="9"/>', "<image>"),
        ('<use href="#table"/>', "<use>"),
        ("<style>.a { display: none }</style>", "<style>"),
        ('<polyline points="0 0 1 1"/>', "<polyline>"),
        ('<rect x="0" y="0" width="1" height="1" rx="2"/>', "rx"),
        ('<rect x="0" y="0" width="1" height="1" opacity="0.5"/>', "opacity"),
        ('<rect x="0" y="0" width="1" height="1" style="fill:red"/>', "style"),
        ('<rect x="0" y="0" width="1" height="1" fill="red"/>', "red"),
        ('<rect x="0" y="0" width="1" height="1" fill="#12345"/>', "#12345"),
        ('<rect x="0" y="0" width="wide" height="1"/>', "width"),
        ('<ellipse cx="1" cy="1" rx="1" ry="1" fill="black"/>', "fill"),
        ('<line x1="0" y1="0" x2="1" y2="1" stroke="black" stroke-dasharray="a b"/>', "stroke-dasharray"),
        ('<line x1="0" y1="0" x2="1" y2="1" stroke="black" stroke-dasharray="-1 1"/>', "stroke-dasharray"),
        ('<g stroke-dasharray="1 1"><rect width="9" height="9" fill="none" stroke="black"/></g>', "破線"),
        ('<line x1="0" y1="0" x2="1" y2="1"/>', "stroke がない"),
        ('<ellipse cx="1" cy="1" rx="1" ry="1" stroke="black"/>', "fill"),
        ('<rect x="nan" y="0" width="1" height="1"/>', "x は数"),
        ('<rect x="1_0" y="0" width="1" height="1"/>', "x は数"),
        ('<rect x="1mm" y="0" width="1" height="1"/>', "単位なし"),
        ('<rect x="9" y="0" width="-1" height="1"/>', "0 より大きい"),
        ('<rect x="211" y="0" width="1" height="1"/>', "用紙の外"),
        ('<text x="250" y="9" font-size="3">印</text>', "用紙の外"),
        ('<rect xmlns="" x="0" y="0" width="1" height="1"/>', "この要素"),
        ('<text x="1" y="9" font-size="3" fill="none">印</text>', "fill"),
        ('<g fill="none" stroke="black"><text x="1" y="9" font-size="3">印</text></g>', "fill"),
        ('<text x="1" y="9" font-size="0">印</text>', "font-size"),
        ('<text x="1" y="9" font-size="3">受付\U0001f600</text>', "書体"),
        ('<text x="1" y="1" font-size="3" font-family="Comic Sans">印</text>', "Comic Sans"),
        ('<text x="1" y="1" font-size="3" text-anchor="top">印</text>', "text-anchor"),
        ('<text x="1" y="1">印</text>', "font-size"),
        ('<text x="1" y="1" font-size="3">氏<tspan>名</tspan></text>', "<text>"),
    ],
)
def test_anything_else_is_an_issue_that_names_file_line_and_element(element: str, word: str) -> None:
    background = read(f'{element}<rect x="0" y="0" width="1" height="1"/>')
    (issue,) = background.issues
    assert issue.where.startswith("page-1.svg <")
    assert issue.line == 2
    assert word in str(issue)
    assert len(background.page.items) == 1


def test_what_is_not_said_counts_as_svg_says() -> None:
    block, outline = read(
        '<rect width="9" height="5"/><g stroke="gray" fill="none"><rect width="9" height="5"/></g>'
    ).page.items
    assert block == Frame(x=0, y=0, w=9, h=5, width=0.0, fill=0.0)
    assert outline == Frame(x=0, y=0, w=9, h=5, width=1.0, grey=0.502)


def test_line_ends_in_a_text_are_spaces_and_kept_spaces_stay() -> None:
    assert only_text('<text x="1" y="9" font-size="3">\n 氏\n   名 </text>').text == "氏 名"
    assert only_text('<text x="1" y="9" font-size="3" xml:space="preserve"> 氏  名</text>').text == " 氏  名"


@pytest.mark.parametrize("char", ["😀", "ا", "ก", "\u200b"])
def test_a_letter_that_no_font_of_forms_has_is_found_without_opening_one(char: str) -> None:
    svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 210 297"><text y="9" font-size="3">{}</text></svg>'
    (issue,) = problems(svg.format(f"受{char}").encode(), name="page-1.svg")
    assert char in issue.message
    assert problems(svg.format("葛󠄀𠮷髙ｱ①Ａé한们").encode(), name="page-1.svg") == ()


@pytest.mark.parametrize(
    ("said", "told"), [("105mm", True), ("595pt", False), ("793.7", False), ("210", False), ("100%", False)]
)
def test_a_page_that_is_shown_at_another_size_than_it_is_drawn_is_told(said: str, told: bool) -> None:
    data = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 210 297" width="{said}"/>'.encode()
    assert ["width" in issue.message for issue in problems(data, name="page-1.svg")] == [True] * told


def test_a_style_sheet_before_the_drawing_is_told() -> None:
    data = b'<?xml-stylesheet href="a.css"?><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 210 297"/>'
    (issue,) = problems(data, name="page-1.svg")
    assert "xml-stylesheet" in issue.message


@pytest.mark.parametrize("view", ["", "0 0 210", "5 0 210 297", "0 0 0 297", "0 0 nan 297", "0 0 1e999 297"])
def test_a_view_box_that_is_not_a_page_is_an_issue(view: str) -> None:
    (issue,) = read("", view=view).issues
    assert "viewBox" in issue.message


@pytest.mark.parametrize("word", ["transform", "style", "opacity", "preserveAspectRatio"])
def test_what_would_change_the_whole_page_is_an_issue_too(word: str) -> None:
    data = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 210 297" {word}="none"/>'.encode()
    (issue,) = parse(data, name="page-1.svg", shaper=SHAPER).issues
    assert (issue.where, issue.line) == ("page-1.svg <svg>", 1)
    assert word in issue.message


def test_what_an_editor_says_about_itself_changes_nothing() -> None:
    own = 'xmlns:own="urn:editor" own:version="1.3" version="1.1" width="210mm" height="297mm"'
    data = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 210 297" {own}/>'.encode()
    assert parse(data, name="page-1.svg", shaper=SHAPER).issues == ()


@pytest.mark.parametrize("view", ["0 0 595.28 841.89", "0 0 793.7 1122.5", "0 0 297 210"])
def test_a_drawing_in_points_or_of_another_paper_is_told_with_what_is_wanted(view: str) -> None:
    data = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{view}"/>'.encode()
    (issue,) = problems(data, name="page-1.svg", size=(210.0, 297.0))
    assert issue.allowed == 'viewBox="0 0 210 297"'


def test_a_page_may_be_rounded_by_its_editor() -> None:
    data = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 209.97 297.01"/>'
    assert problems(data, name="page-1.svg", size=(210.0, 297.0)) == ()


def test_a_file_that_is_no_xml_is_an_issue() -> None:
    (issue,) = parse(b"<svg", name="page-1.svg", shaper=SHAPER).issues
    assert issue.where.startswith("page-1.svg")


def test_a_foreign_root_element_is_an_issue() -> None:
    assert parse(b"<html/>", name="page-1.svg", shaper=SHAPER).issues


def test_external_entities_are_not_followed(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("秘密", encoding="utf-8")
    svg = (
        f'<!DOCTYPE svg [<!ENTITY x SYSTEM "{secret.as_uri()}">]><svg xmlns="http://www.w3.org/2000/svg"'
        ' viewBox="0 0 210 297"><text x="1" y="1" font-size="3">&x;</text></svg>'
    )
    assert "秘密" not in parse(svg.encode(), name="page-1.svg", shaper=SHAPER).page.json()


def test_a_background_is_parsed_once_for_the_same_content() -> None:
    name, backgrounds = "page-1.svg", Backgrounds(SHAPER)
    svg = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 210 297"/>'
    first = backgrounds.load(name, svg)
    assert backgrounds.load(name, bytes(bytearray(svg))) is first
    assert backgrounds.load(name, svg.replace(b"210", b"100")).page.width == 100.0


def test_a_missing_background_is_the_places_fault() -> None:
    with pytest.raises(SiteError, match="TEMPLATE-1"):
        Backgrounds(SHAPER).load("page-1.svg", b"")
