"""方書 without the room: the name of a building as its residents share it."""

import re

_WIDE = str.maketrans("０１２３４５６７８９－", "0123456789-")
_ROOM = re.compile(r"(?<![0-9])-?[0-9]+(?:-[0-9]+)*(?:号室|号|室)?$")
"""Figures at the end; those of a wing (2号棟, A棟) stand before them and stay."""
_HOST = "方"
"""見本様方 is the house of somebody else, by name."""
_LEAST = 2


def building_name(text: str) -> str:
    """グリーンハイツ緑ケ丘 305号室 → グリーンハイツ緑ケ丘; empty where that is all, or where it names a host."""
    bare = text.translate(_WIDE).strip()
    found = _ROOM.search(bare)
    name = text.strip()[: found.start()] if found else text.strip()
    name = name.strip(" \u3000-－")
    return "" if len(name) < _LEAST or name.endswith(_HOST) else name
