"""What must hold of a form before it is used: its boxes, their facts, their places on the page."""

import re
from collections.abc import Iterator, Sequence, Set
from itertools import islice

from kiosk.catalogue.codes import coded
from kiosk.catalogue.pictures import pictured
from kiosk.catalogue.ruling import Ruling
from kiosk.model.base import Issue
from kiosk.model.path import key_of
from kiosk.model.spelling import listed, nearest
from kiosk.model.template import CODES, Box, Kind, Rect, Repeat, Template

_HOLE = re.compile(r"\{([^{}]+)\}")
_ROLE = re.compile(r"^person\[(\w+)\]\.")
_ROLES = {"A", "H", "S"}
_SUBJECT = "P"  # on a form of which every member gets one, P is that member
_NUMBER = re.compile(r"(^|[.\]])my_number\b")
_BY_HAND = (Kind.BLANK, Kind.SIGNATURE, Kind.IMAGE)
_EPS = 0.05
_MOST_ROWS, _MOST_PLACES = 60, 600
_TOLD = 30  # mistakes of one form that are told at once


def check(template: Template, *, rulings: Sequence[Ruling | None], facts: Set[str], where: str) -> list[Issue]:
    """Every problem of a template; an empty list when it can be used."""
    issues = [*_once(template, where), *_essential(template, where), *_rows(template, where), *_sides(template, where)]
    if any("repeat" in issue.where for issue in issues):
        return issues
    if sum(len(rows_of(template, box)) for box in template.boxes) > _MOST_PLACES:
        message = "記入欄（繰り返しの行も数える）が多すぎます。"
        return [*issues, Issue(where=f"{where} box", message=message, allowed=f"{_MOST_PLACES}か所まで")]
    for index, box in enumerate(template.boxes):
        place = f"{where} box[{index}]"
        issues += _bound(template, box, facts=facts, place=place)
        issues += (*coded(box, place=place), *pictured(box, place=place))
        issues += _placed(template, box, rulings=rulings, place=f"{place}.rect")
    issues += islice(_apart(template, where), _TOLD)
    return issues[:_TOLD]


def facts_of(box: Box) -> tuple[str, ...]:
    """The fact paths of a box: the binding itself, or every path in braces."""
    return tuple(_HOLE.findall(box.fact)) if "{" in box.fact else ((box.fact,) if box.fact else ())


def rows_of(template: Template, box: Box) -> tuple[Rect, ...]:
    """Where a box stands: once, or once for every row of its repeat."""
    for repeat in template.repeats:
        if repeat.id == box.repeat:
            return tuple(box.rect.shifted(repeat.dy * row) for row in range(repeat.rows))
    return (box.rect,)


def _once(template: Template, where: str) -> Iterator[Issue]:
    names = [box.id for box in template.boxes]
    for index, name in enumerate(names):
        if name in names[:index]:
            yield Issue(where=f"{where} box[{index}].id", message=f"記入欄「{name}」が 2 回あります。")
    for index, box in enumerate(template.boxes):
        if box.repeat and box.repeat not in {repeat.id for repeat in template.repeats}:
            yield Issue(where=f"{where} box[{index}].repeat", message=f"「{box.repeat}」という繰り返しはありません。")


def _essential(template: Template, where: str) -> Iterator[Issue]:
    """A form that is filled says without which boxes it must not leave; each of them is one that can be filled."""
    place = f"{where} essential"
    able = [box.id for box in template.boxes if box.fact and box.kind not in _BY_HAND and box.required != "optional"]
    if able and not template.essential:
        message = "欠かせない欄（空いている間は届出を送らない欄）が決められていません。"
        yield Issue(where=place, message=message, allowed=listed(able))
    told = {
        box.id for box in template.boxes if not (box.fact or box.given) and box.kind not in _BY_HAND
    }  # they lack their fact
    for index, name in enumerate(template.essential):
        if name not in able and name not in told:
            message = f"「{name}」は、この様式で書き込む欄ではありません。"
            yield Issue(where=f"{place}[{index}]", message=message, allowed=nearest(name, able))


def _sides(template: Template, where: str) -> Iterator[Issue]:
    if template.sides == "two" and len(template.pages) == 1:
        message = "1ページの様式は両面に印刷できません。"
        yield Issue(where=f"{where} sides", message=message, allowed='"one"（片面）')


def _rows(template: Template, where: str) -> Iterator[Issue]:
    for index, repeat in enumerate(template.repeats):
        if not 1 <= repeat.rows <= _MOST_ROWS:
            yield Issue(where=f"{where} repeat[{index}].rows", message=f"行数は 1 から {_MOST_ROWS} までです。")
        yield from _numbered(template, repeat, f"{where} repeat[{index}].number")
        tallest = max((box.rect.h for box in template.boxes if box.repeat == repeat.id), default=0.0)
        if repeat.rows > 1 and not repeat.dy >= tallest:
            yield Issue(where=f"{where} repeat[{index}].dy", message="行の間隔が欄の高さより小さくなっています。")


def _numbered(template: Template, repeat: Repeat, place: str) -> Iterator[Issue]:
    """The numbers of the rows stand on the first page that has rows."""
    number, page = repeat.number, next((box.page for box in template.boxes if box.repeat == repeat.id), 1)
    if number is None or not 1 <= page <= len(template.pages):
        return
    rows = (number, number.shifted(repeat.dy * (repeat.rows - 1)))
    if min(number.w, number.h) <= 0 or not all(_inside(rect, _sheet(template, page)) for rect in rows):
        yield Issue(where=place, message="行の番号が用紙の外に出ています。")


def _sheet(template: Template, page: int) -> Rect:
    return Rect(x=0, y=0, w=template.pages[page - 1].width, h=template.pages[page - 1].height)


def _bound(template: Template, box: Box, *, facts: Set[str], place: str) -> Iterator[Issue]:
    if _NUMBER.search(box.fact):
        yield Issue(
            where=f"{place}.fact", message=f"「{box.label}」: 個人番号は扱いません。kind を blank にしてください。"
        )
    own = box.kind is Kind.SIGNATURE and bool(box.field)  # a place for it in the paper's own fields, signed by others
    if box.kind not in {Kind.BLANK, Kind.IMAGE} and not (box.fact or box.given or own):
        yield Issue(where=f"{place}.fact", message=f"「{box.label}」に書く事実が決められていません。")
    allowed = _allowed(template, box)
    for path in facts_of(box):
        role = _ROLE.match(path)
        if role and role[1] not in allowed:
            wrong = f"「{box.label}」では person[{role[1]}] を使えません。"
            yield Issue(where=f"{place}.fact", message=wrong, allowed="、".join(sorted(allowed)))
        if path.startswith("person."):
            message = f"「{box.label}」が、だれの {path.removeprefix('person.')} なのか分かりません。"
            allowed_here = "、".join(f"person[{who}].…" for who in sorted(allowed))
            yield Issue(where=f"{place}.fact", message=message, allowed=allowed_here)
        elif facts and key_of(path) not in facts:
            yield Issue(where=f"{place}.fact", message=f"「{path}」は語彙にありません。")


def _allowed(template: Template, box: Box) -> set[str]:
    groups = {repeat.group for repeat in template.repeats if repeat.id == box.repeat}
    return _ROLES | groups | ({_SUBJECT} if template.copies != "case" else set())


def _placed(template: Template, box: Box, *, rulings: Sequence[Ruling | None], place: str) -> Iterator[Issue]:
    if not 1 <= box.page <= len(template.pages):
        yield Issue(where=place.replace(".rect", ".page"), message=f"{box.page} ページ目はありません。")
        return
    ruling, sheet = rulings[box.page - 1], _sheet(template, box.page)
    rows = rows_of(template, box)
    if box.rect.w <= 0 or box.rect.h <= 0 or not all(_inside(rect, sheet) for rect in rows):
        yield Issue(where=place, message=f"「{box.label}」が用紙の外に出ています。")
    elif ruling and box.kind in CODES:
        if not all(map(ruling.free, rows)):
            message = f"「{box.label}」のコードに、台紙の線が重なっています。"
            yield Issue(where=place, message=message, allowed="線のない所")
    elif ruling and box.kind is not Kind.IMAGE and not all(ruling.holds(rect, combed=box.cells > 0) for rect in rows):
        yield Issue(where=place, message=f"「{box.label}」が一つの枠の中に収まっていません。")
    if not all(_inside(rect, box.rect) for rect in _inner(box)):
        yield Issue(where=place, message=f"「{box.label}」の選択肢か年月日の位置が、欄の外に出ています。")


def _inner(box: Box) -> list[Rect]:
    parts = box.parts
    places = [option.rect for option in (*box.options, *(parts.eras if parts else ()))]
    return places + ([parts.year, parts.month, parts.day, *([parts.era] if parts.era else [])] if parts else [])


def _apart(template: Template, where: str) -> Iterator[Issue]:
    for first, second in sorted(_meeting(template)):
        one, other = template.boxes[first], template.boxes[second]
        yield Issue(
            where=f"{where} box[{second}].rect", message=f"「{other.label}」が「{one.label}」と重なっています。"
        )


def _meeting(template: Template) -> set[tuple[int, int]]:
    """The pairs of boxes that lie on one another, by their places: from the top of a page down, each is compared with
    those alone that have not ended above it.
    """
    boxes = enumerate(template.boxes)
    places = [(box.page, rect.y, at, rect) for at, box in boxes if _alone(box) for rect in rows_of(template, box)]
    found, above, on = set[tuple[int, int]](), list[tuple[int, Rect]](), 0
    for page, top, at, rect in sorted(places, key=lambda place: place[:3]):
        above = [(other, there) for other, there in above if page == on and there.y + there.h - top > _EPS]
        found |= {(min(at, other), max(at, other)) for other, there in above if at != other and _overlap(rect, there)}
        above.append((at, rect))
        on = page
    return found


def _alone(box: Box) -> bool:
    """Whether nothing else may stand where it stands; a seal belongs over a name, and hides nothing."""
    return box.counts and box.kind is not Kind.IMAGE


def _inside(rect: Rect, frame: Rect) -> bool:
    return (
        rect.x >= frame.x - _EPS
        and rect.y >= frame.y - _EPS
        and rect.x + rect.w <= frame.x + frame.w + _EPS
        and rect.y + rect.h <= frame.y + frame.h + _EPS
    )


def _overlap(one: Rect, two: Rect) -> bool:
    return (
        min(one.x + one.w, two.x + two.w) - max(one.x, two.x) > _EPS
        and min(one.y + one.h, two.y + two.h) - max(one.y, two.y) > _EPS
    )
