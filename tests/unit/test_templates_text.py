"""Widths and line breaks of printed Japanese, and TOML that reads back as it was."""

import tomllib
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from kiosk.catalogue.drawing.lettering import fit, width, wrap
from kiosk.catalogue.drawing.written import template_text
from kiosk.model.template import Template


def test_a_kanji_is_one_em_and_a_digit_half_an_em() -> None:
    assert width("架空", size=3) == 6
    assert width("12ｱ", size=2) == 3


def test_a_line_does_not_start_with_a_closing_sign() -> None:
    assert wrap("あいうえ、お", size=1, limit=4) == ("あいう", "え、お")


def test_text_becomes_smaller_before_it_is_refused() -> None:
    assert (fitted := fit("住民異動届", w=10, h=3, sizes=(3, 2))) is not None
    assert (fitted.size, fitted.lines) == (2, ("住民異動届",))
    assert fit("住民異動届", w=5, h=3, sizes=(3, 2)) is None


@given(st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=40), st.floats(3, 30))
def test_wrapping_loses_no_sign_and_no_line_is_too_long(text: str, limit: float) -> None:
    lines = wrap(text, size=1, limit=limit)
    assert "".join(lines) == text
    assert all(width(line, size=1) <= limit + 1.01 for line in lines)


@given(st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=40), st.text('"\\\n名', max_size=9))
def test_any_words_read_back_from_the_written_toml(title: str, law: str) -> None:
    template = Template(
        id="F90",
        version="001",
        title=title,
        addressee="",
        law=law,
        department="",
        confidence="",
        valid_from=date(2026, 4, 1),
        roles={"A": "jido.claimant"},
    )
    assert Template.model_validate(tomllib.loads(template_text(template))) == template
