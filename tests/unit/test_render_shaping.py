"""Shaping: every cluster is drawn by the first font that really has it, or the clerk hears of it."""

from pathlib import Path

import pytest

from kiosk.model.errors import SiteError
from kiosk.render.fonts import FACES, FontLibrary, find_ipamj, open_font
from kiosk.render.shaping import GETA, Shaper

FONTS = Path(__file__).resolve().parents[2] / "assets" / "fonts"
TSUJI, KATSU = "辻\U000e0100", "葛\U000e0100"
UNKNOWN_VARIANT = "葛\U000e01ef"


@pytest.fixture(scope="module")
def shaper() -> Shaper:
    return Shaper(FontLibrary(FONTS))


def font_of(shaper: Shaper, text: str, face: str = "mincho") -> str:
    (cluster,) = shaper.shape(face, text=text)
    return cluster.glyphs[0].font.name


def gid_of(shaper: Shaper, text: str, face: str = "mincho") -> int:
    (cluster,) = shaper.shape(face, text=text)
    return cluster.glyphs[0].gid


def test_common_name_kanji_come_from_the_forms_own_font(shaper: Shaper) -> None:
    assert {font_of(shaper, kanji) for kanji in ("髙", "﨑", "葛")} == {"BIZUDMincho-Regular"}


def test_a_kanji_beyond_the_basic_plane_comes_from_the_next_font_of_the_same_style(shaper: Shaper) -> None:
    assert font_of(shaper, "𠮷", "mincho") == "NotoSerifJP-Regular"
    assert font_of(shaper, "𠮷", "pgothic-bold") == "NotoSansJP-Regular"


@pytest.mark.parametrize("face", FACES)
def test_a_selector_changes_the_glyph_in_every_face(shaper: Shaper, face: str) -> None:
    assert gid_of(shaper, KATSU, face) != gid_of(shaper, "葛", face)


def test_a_base_and_its_selector_are_one_cluster(shaper: Shaper) -> None:
    assert [each.text for each in shaper.shape("mincho", text=f"{KATSU}{TSUJI}一")] == [KATSU, TSUJI, "一"]


def test_a_default_selector_draws_the_base_glyph_and_counts_as_supported(shaper: Shaper) -> None:
    (cluster,) = shaper.shape("mincho", text="葛\U000e0101")
    assert not cluster.substituted
    assert cluster.glyphs[0].gid == gid_of(shaper, "葛")


def test_a_selector_that_one_font_lacks_is_looked_for_in_the_next(shaper: Shaper) -> None:
    assert font_of(shaper, "葛\U000e0101", "pgothic") == "NotoSansJP-Regular"


def test_an_unknown_selector_is_never_dropped_in_silence(shaper: Shaper) -> None:
    (cluster,) = shaper.substitutes("mincho", text=f"{KATSU}{UNKNOWN_VARIANT}")
    assert (cluster.text, cluster.drawn) == (UNKNOWN_VARIANT, "葛")
    assert cluster.glyphs[0].text == UNKNOWN_VARIANT


def test_a_selector_without_a_base_is_no_supported_character(shaper: Shaper) -> None:
    (cluster,) = shaper.shape("mincho", text="\U000e0100")
    assert cluster.drawn == GETA


def test_a_character_that_no_font_has_is_drawn_as_the_printers_mark(shaper: Shaper) -> None:
    (cluster,) = shaper.substitutes("mincho", text="ሀ")
    assert cluster.drawn == GETA
    assert cluster.glyphs[0].text == "ሀ"


def test_a_substitute_is_named_once(shaper: Shaper) -> None:
    assert len(shaper.substitutes("mincho", text=UNKNOWN_VARIANT * 3)) == 1


def test_letters_with_marks_stay_whole(shaper: Shaper) -> None:
    (cluster,) = shaper.shape("mincho", text="か\u309a")
    assert "".join(glyph.text for glyph in cluster.glyphs) == "か\u309a"
    assert not cluster.substituted


def test_a_tab_is_drawn_as_a_space_without_a_warning(shaper: Shaper) -> None:
    (cluster,) = shaper.shape("mincho", text="\t")
    assert not cluster.substituted
    assert cluster.advance == 0.5


def test_widths_add_up(shaper: Shaper) -> None:
    assert shaper.ems("mincho", text="氏名A1") == pytest.approx(3.0)
    assert shaper.width("mincho", text="氏名", size_pt=72.0) == pytest.approx(50.8)


def test_fonts_of_the_it_staff_are_asked_after_the_bundled_ones() -> None:
    extra = FONTS / "NotoSerifJP-Regular.otf"
    names = [font.name for font in FontLibrary(FONTS, extra=[extra]).chain("gothic")]
    assert names[:3] == ["BIZUDGothic-Regular", "NotoSansJP-Regular", "NotoSerifJP-Regular"]


def test_a_missing_font_file_is_told_with_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(SiteError, match="FONT-1"):
        Shaper(FontLibrary(tmp_path)).shape("mincho", text="一")


def test_a_file_that_is_no_font_is_told(tmp_path: Path) -> None:
    (tmp_path / "no.ttf").write_bytes(b"not a font")
    with pytest.raises(SiteError, match="FONT-2"):
        open_font(tmp_path / "no.ttf")


def test_ipamj_is_found_below_the_font_folders(tmp_path: Path) -> None:
    assert find_ipamj([tmp_path, tmp_path / "absent"]) is None
    (tmp_path / "ipamj").mkdir()
    (tmp_path / "ipamj" / "ipamjm.ttf").touch()
    assert find_ipamj([tmp_path]) == tmp_path / "ipamj" / "ipamjm.ttf"
