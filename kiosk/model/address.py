"""A Japanese address in the parts that forms and records need."""

from typing import Literal

from kiosk.model.base import Frozen


class Address(Frozen):
    """町字/番地 parts plus the text as declared; 方書 (building, room) is a fact of its own.

    `postal` is seven digits without a hyphen (GIF DS-443) or empty; `lg_code` the six-digit 団体コード or empty;
    a foreign or imported address may have only `text`.
    """

    kind: Literal["address"] = "address"
    text: str
    postal: str = ""
    lg_code: str = ""
    prefecture: str = ""
    city: str = ""
    town: str = ""
    number: str = ""
