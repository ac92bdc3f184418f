"""Whether a box that a machine reads can be read: what it may say, and the room that its bars or squares need."""

import re
from collections.abc import Iterator, Mapping

from kiosk.model.base import Issue
from kiosk.model.forbidden import forbidden
from kiosk.model.numbers import holds_my_number
from kiosk.model.path import key_of
from kiosk.model.template import CODES, SLIP, Box, Kind
from kiosk.model.vocabulary import Item, Type
from kiosk.render.barcode import MODULE, QR_QUIET, QUIET, code128, modules, qr_box
from kiosk.rules.transforms import holes

_HOLE = re.compile(r"\{[^{}]*\}")
_SLIP_LIKE = "260401-001"  # as long as a slip number is
_LOWEST = 5.0  # mm: a hand with a reader still meets the bars
_BARS = round((len(modules("0")) + 2 * QUIET) * MODULE, 1)
_SQUARES = round((21 + 2 * QR_QUIET) * MODULE, 1)  # version 1 of ISO/IEC 18004 has 21 modules
_PLAIN = {Type.DIGITS: "数字", Type.INT: "数", Type.PHONE: "電話番号", Type.TEXT: "文字"}
_NO_WORDS = {Type.SIGNATURE, Type.PERSON, Type.PERSONS}


def coded(box: Box, *, place: str) -> Iterator[Issue]:
    """What is wrong with the box by itself: what it says on every copy, and its size."""
    if box.kind not in CODES:
        if box.fixed:
            message = f"「{box.label}」の fixed は、バーコードと QR コードの欄だけに書けます。"
            yield Issue(where=f"{place}.fixed", message=message, allowed='kind = "barcode"、kind = "qr"')
        return
    if box.fact and box.fixed:
        message = f"「{box.label}」に fact と fixed の両方があります。"
        yield Issue(where=f"{place}.fixed", message=message, allowed="どちらか一つ")
    yield from _fixed(box, place)
    wide, high = (_BARS, _LOWEST) if box.kind is Kind.BARCODE else (_SQUARES, _SQUARES)
    if box.rect.w < wide or box.rect.h < high:
        message = f"「{box.label}」は、読み取れるコードには小さすぎます。"
        yield Issue(
            where=f"{place}.rect", message=message, allowed=f"w = {wide:g} 以上、h = {high:g} 以上（余白を含む）"
        )
    elif box.fixed and _readable(box) and not _fits(box):
        message = f"「{box.label}」の fixed が長く、この大きさでは読み取れるコードになりません。"
        allowed = f"広げた rect か、短い fixed（黒い線の幅は {MODULE:g} ミリメートル以上）"
        yield Issue(where=f"{place}.rect", message=message, allowed=allowed)


def _fixed(box: Box, place: str) -> Iterator[Issue]:
    said = box.fixed.replace(SLIP, "")
    number = forbidden(said) or ("個人番号" if holds_my_number(said) else "")
    if number:
        message = f"「{box.label}」: {number}はコードにできません。"
        yield Issue(where=f"{place}.fixed", message=message, allowed="番号を含まない文字")
    elif _HOLE.search(said):
        message = f"「{box.label}」の fixed に使えるのは、決まった文字と {SLIP}（受付番号）だけです。"
        yield Issue(where=f"{place}.fixed", message=message, allowed=f"{SLIP}、事実は fact")
    elif not _readable(box):
        message = f"「{box.label}」の fixed に、バーコードにできない文字があります。"
        yield Issue(where=f"{place}.fixed", message=message, allowed='半角の英数字と記号、または kind = "qr"')


def _readable(box: Box) -> bool:
    return box.kind is Kind.QR or (box.fixed.isascii() and box.fixed.isprintable())


def _fits(box: Box) -> bool:
    said = box.fixed.replace(SLIP, _SLIP_LIKE)
    return (code128 if box.kind is Kind.BARCODE else qr_box)(said, rect=box.rect) is not None


def encodable(box: Box, *, facts: Mapping[str, Item], place: str) -> Iterator[Issue]:
    """Facts that no bars can say (Code 128 knows ASCII alone), and such as have no words."""
    if box.kind not in CODES:
        return
    if box.kind is Kind.BARCODE and not _HOLE.sub("", box.fact).isascii():
        message = f"「{box.label}」の fact に、バーコードにできない文字があります。"
        yield Issue(where=f"{place}.fact", message=message, allowed='半角の英数字と記号、または kind = "qr"')
    for item in filter(None, (facts.get(key_of(hole)) for hole in holes(box.fact))):
        if item.type is Type.SIGNATURE or (box.kind is Kind.QR and item.type in _NO_WORDS):
            yield Issue(where=f"{place}.fact", message=f"「{box.label}」: {item.key} はコードにできません。")
        elif box.kind is Kind.BARCODE and item.type not in _PLAIN:
            message = f"「{box.label}」: {item.key}（{item.type.value}）はバーコードにできません。"
            allowed = f'{"、".join(_PLAIN.values())}の事実、または kind = "qr"'
            yield Issue(where=f"{place}.fact", message=message, allowed=allowed)
