"""受付番号 as people write it: 260420-001, also without the hyphen, with another dash or a space, in full width."""

import re
import unicodedata

_DASHES = re.compile(r"\s*[-‐‑‒–—―−─━ー]\s*")
_NUMBER = re.compile(r"([0-9]{6})[ -]*([0-9]{3,})")


def half_width(text: str) -> str:
    """Letters, digits and dashes as a scanner types them."""
    from kiosk.model.letters import looked_for  # the start page waits for no tables of letters

    return _DASHES.sub("-", unicodedata.normalize("NFKC", looked_for(text))).strip()


def slip_number(text: str) -> str:
    """The number as it stands on the slip; empty where this is none."""
    found = _NUMBER.fullmatch(half_width(text))
    return f"{found[1]}-{found[2]}" if found else ""
