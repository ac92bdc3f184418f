"""Sizes and colours of the glass, after the Digital Agency design system (デジタル庁デザインシステム).

Sizes are dp: 1 dp = 1/96 inch on the glass, so px = dp × ppi / 96. Contrast is WCAG 2.2 relative luminance.
"""

import enum
from dataclasses import dataclass


class Theme(enum.Enum):
    """配色."""

    STANDARD = "standard"
    WHITE = "white"
    DARK = "dark"


class TextSize(enum.Enum):
    """文字の大きさ: the body text in dp."""

    SMALL = 20
    NORMAL = 28
    LARGE = 36
    HUGE = 45


class Level(enum.Enum):
    """What a piece of text is: dp at 小, 標準, 大 and 特大. Chrome (header, key bar) grows half as fast."""

    TITLE = (28, 36, 42, 48)
    HEAD = (22, 30, 38, 46)
    BODY = (20, 28, 36, 45)
    DENSE = (16, 22, 28, 36)
    CHROME = (16, 20, 22, 24)
    TINY = (16, 16, 18, 20)
    NUMBER = (56, 64, 72, 80)

    def dp(self, size: TextSize) -> int:
        """The font size in dp."""
        return self.value[_PLACE[size]]


_PLACE = {size: at for at, size in enumerate(TextSize)}
LINE_HEIGHT = {TextSize.SMALL: 1.5, TextSize.NORMAL: 1.5, TextSize.LARGE: 1.4, TextSize.HUGE: 1.4}
CONTROL, PRIMARY, GAP, RADIUS = 44, 56, 12, 8
TOUCH, TOUCH_PRIMARY = 56, 72  # where there is no mouse


@dataclass(frozen=True)
class Palette:
    """Colours by role as #rrggbb; `*_panel` is the ground on which `*_ink` or `text` stands."""

    page: str
    panel: str
    text: str
    quiet: str
    border: str
    line: str
    primary: str
    pressed: str
    on_primary: str
    selected: str
    error: str
    error_ink: str
    error_panel: str
    success: str
    success_panel: str
    warning: str
    warning_panel: str
    warning_ink: str
    focus_outer: str
    focus_inner: str

    def pairs(self) -> tuple[tuple[str, str], ...]:
        """Every (ink, ground) pair that carries words."""
        grounds = (self.page, self.panel, self.selected)
        words = [(ink, ground) for ink in (self.text, self.quiet, self.primary) for ground in grounds]
        return (
            *words,
            (self.on_primary, self.primary),
            (self.on_primary, self.pressed),
            (self.error_ink, self.error_panel),
            (self.text, self.success_panel),
            (self.warning_ink, self.warning_panel),
        )


_STANDARD = Palette(
    page="#ffffff",
    panel="#f2f2f2",
    text="#1a1a1a",
    quiet="#333333",
    border="#666666",
    line="#d9d9d9",
    primary="#0017c1",
    pressed="#00118f",
    on_primary="#ffffff",
    selected="#e8f1fe",
    error="#ce0000",
    error_ink="#620000",
    error_panel="#fdeeee",
    success="#197a4b",
    success_panel="#e6f5ec",
    warning="#927200",
    warning_panel="#fff4cc",
    warning_ink="#1a1a1a",
    focus_outer="#000000",
    focus_inner="#ffd43d",
)


def _two_colours(ground: str, ink: str, *, inner: str) -> Palette:
    return Palette(
        page=ground,
        panel=ground,
        text=ink,
        quiet=ink,
        border=ink,
        line=ink,
        primary=ink,
        pressed=ink,
        on_primary=ground,
        selected=ground,
        error=ink,
        error_ink=ink,
        error_panel=ground,
        success=ink,
        success_panel=ground,
        warning=ink,
        warning_panel=ground,
        warning_ink=ink,
        focus_outer=ink,
        focus_inner=inner,
    )


PALETTES = {
    Theme.STANDARD: _STANDARD,
    Theme.WHITE: _two_colours("#ffffff", "#000000", inner="#ffd43d"),
    Theme.DARK: _two_colours("#000000", "#ffd43d", inner="#ffffff"),
}


def contrast(one: str, two: str) -> float:
    """WCAG 2.2 contrast ratio of two #rrggbb colours, 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(two)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return float(channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4)
