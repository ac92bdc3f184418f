"""Whether the pictures in the boxes of a form can be drawn, and are told to who cannot see them."""

from collections.abc import Iterator, Mapping, Sequence

from kiosk.model.base import Issue
from kiosk.model.spelling import listed, nearest
from kiosk.model.template import Box, Kind, Template
from kiosk.render.pictured import PICTURES, picture_problem


def pictured(box: Box, *, place: str) -> Iterator[Issue]:
    """What is wrong with the box by itself."""
    if box.kind is not Kind.IMAGE:
        for field in ("picture", "alt"):
            if getattr(box, field):
                message = f"「{box.label}」の {field} は、画像の欄だけに書けます。"
                yield Issue(where=f"{place}.{field}", message=message, allowed='kind = "image"')
        return
    if box.fact:
        message = f"「{box.label}」は画像の欄です。事実は書けません。"
        yield Issue(where=f"{place}.fact", message=message, allowed="picture = …")
    if not box.picture:
        message = f"「{box.label}」の画像が決められていません。"
        yield Issue(where=f"{place}.picture", message=message, allowed=f"この様式のフォルダーの {'、'.join(PICTURES)}")
    if not box.alt.strip():
        message = f"「{box.label}」の画像が何かを、見えない人に伝える言葉がありません。"
        yield Issue(where=f"{place}.alt", message=message, allowed='alt = "市長印" のような短い言葉')


def picture_files(template: Template) -> frozenset[str]:
    """The files that its boxes name."""
    return frozenset(box.picture for box in template.boxes if box.kind is Kind.IMAGE and box.picture)


def lacking(template: Template, there: Sequence[str], found: Mapping[str, bytes], *, where: str) -> Iterator[Issue]:
    """Pictures that are not in the form's own folder (`there` are its files), or that cannot be drawn."""
    able = [name for name in there if name.lower().endswith(PICTURES)]
    for index, box in enumerate(template.boxes):
        name, place = box.picture, f"{where} box[{index}].picture"
        if box.kind is not Kind.IMAGE or not name:
            continue
        if name not in able:
            allowed = nearest(name, able) if able else listed(PICTURES)
            yield Issue(where=place, message=f"この様式のフォルダーに、画像 {name} がありません。", allowed=allowed)
        elif name in found and (problem := picture_problem(found[name], name=name)) is not None:
            yield Issue(where=place, message=f"画像 {name}: {problem}", allowed=problem.allowed)
