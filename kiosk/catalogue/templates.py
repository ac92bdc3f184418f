"""The forms that the counter can print, read from forms/templates/<id>/<version>/ and checked before use."""

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence, Set
from itertools import combinations, islice
from typing import Any

from kiosk.catalogue.causes import MOST
from kiosk.catalogue.city_values import Filler
from kiosk.catalogue.city_words import printed, said, unknown_words
from kiosk.catalogue.files import Files
from kiosk.catalogue.ruling import Ruling, read_ruling
from kiosk.catalogue.toml_files import LISTS, build
from kiosk.model.base import Issue
from kiosk.model.path import key_of
from kiosk.model.spelling import listed, nearest
from kiosk.model.template import Box, Kind, Page, Rect, Template
from kiosk.render.background import problems
from kiosk.render.official.leaf import is_paper
from kiosk.settings import Scalar

FILE = "template.toml"
Key = tuple[str, str]


def load_template(
    files: Files, folder: str, *, facts: Set[str] = frozenset(), city: Mapping[str, Scalar] | None = None
) -> Template | tuple[Issue, ...]:
    """One published version of a form, or everything that is wrong with it; never raises for what a file says.

    `files` are those of forms/templates, `folder` is F01/001. `facts` are the vocabulary's keys (person.birth.date …);
    without them the boxes' facts are not looked up. No Issues at all say that its files could not be taken.
    """
    name = f"{folder}/{FILE}"
    where = f"{files.inside}{name}"
    issues: list[Issue] = []
    written = files.toml(name, issues)
    filled = {} if written is None else _said(written, Filler(where, city or {}, issues))
    template = () if written is None else build(Template, filled, where=where, names=LISTS)
    if isinstance(template, tuple):
        return (*issues, *template)
    pages, wrong = _pages(files, folder, template, city or {})
    issues += wrong
    if len(pages) < len({page.background for page in template.pages}):
        return tuple(issues)
    for page in {(page.background, page.leaf): page for page in template.pages}.values():
        place, size = f"{files.inside}{folder}/{page.background}", (page.width, page.height)
        issues += problems(pages[page.background], name=place, size=size, leaf=page.leaf)
    issues += _names(template, folder, where=where)
    in_order = [_ruling(page, pages[page.background]) for page in template.pages]
    issues += check(template, rulings=in_order, facts=facts, where=where)
    return tuple(issues) if issues else template.model_copy(update={"digest": _digest(files.content[name], pages)})


def load_templates(
    files: Files, *, city: Mapping[str, Scalar] | None = None, sound: Mapping[str, Template] | None = None
) -> tuple[dict[Key, Template], tuple[Issue, ...]]:
    """Every version of forms/templates by (id, version), and the problems of those that cannot be used.

    `city` are the settings that stand on forms ({city.mayor}); `sound` are forms that were found right before, by
    their state (see `states`).
    """
    templates: dict[Key, Template] = {}
    issues: list[Issue] = []
    for folder in dict.fromkeys(name.rpartition("/")[0] for name in files.names):
        if len(issues) > MOST:
            break
        before = sound.get(_state(files, folder, city or {})) if sound else None
        loaded = before or load_template(files, folder, city=city)
        if isinstance(loaded, Template):
            templates[loaded.id, loaded.version] = loaded
        else:
            issues += loaded
    return templates, tuple(issues)


def states(files: Files, templates: Mapping[Key, Template], *, city: Mapping[str, Scalar]) -> Mapping[str, Template]:
    """The forms by the state in which they were found right: their files, and the settings that may stand on them."""
    return {_state(files, "/".join(key), city): template for key, template in templates.items()}


def _state(files: Files, folder: str, city: Mapping[str, Scalar]) -> str:
    state = hashlib.sha256(f"{folder}\0{sorted(city.items())}\0".encode())
    for name in (name for name in files.names if name.startswith(f"{folder}/")):
        content = files.content.get(name)
        state.update(f"{name}\0{-1 if content is None else len(content)}\0".encode())
        state.update(content or b"")
    return state.hexdigest()


def _no_setting(where: str, line: int, hole: str, city: Mapping[str, Scalar]) -> Issue:
    allowed = nearest(hole, [f"{{{name}}}" for name in said(city)])
    return Issue(where=where, line=line, message=f"設定 {hole} は市の設定にありません。", allowed=allowed)


_PAGE = re.compile(r"[^/\\]+\.(?:svg|pdf|png|tiff?)")
_SAID = ("title", "addressee", "law", "department")


def _said(written: Mapping[str, Any], filler: Filler) -> dict[str, Any]:
    """The tables with the city's words in those that people read."""
    return {key: filler.filled(value, key) if key in _SAID else value for key, value in written.items()}


def _pages(
    files: Files, folder: str, template: Template, city: Mapping[str, Scalar]
) -> tuple[dict[str, bytes], list[Issue]]:
    """The backgrounds by name, all from the form's own folder, and what is wrong with them."""
    where = f"{files.inside}{folder}/{FILE}"
    here = [name.rpartition("/")[2] for name in files.names if name.startswith(f"{folder}/")]
    there = [name for name in here if _PAGE.fullmatch(name)]
    pages: dict[str, bytes] = {}
    issues: list[Issue] = []
    for index, page in enumerate(template.pages):
        place, name = f"{where} page[{index}].background", page.background
        if not _PAGE.fullmatch(name):
            message = "台紙は、この様式のフォルダーの中のファイル名（.svg、.pdf、.png、.tif）だけで書きます。"
            issues.append(Issue(where=place, message=message, allowed=listed(there)))
        elif name not in there:
            issues.append(Issue(where=place, message=f"台紙 {name} がありません。", allowed=nearest(name, there)))
        elif f"{folder}/{name}" in files.content:
            content = files.content[f"{folder}/{name}"]
            pages[name] = content if is_paper(name) else printed(content, city)
            issues += (
                _no_setting(f"{files.inside}{folder}/{name}", *hole, city)
                for hole in unknown_words(b"" if is_paper(name) else content, city)
            )
    unused = set(there) - {page.background for page in template.pages}
    if not issues:
        issues += (
            Issue(where=f"{files.inside}{folder}/{name}", message="どのページの台紙にもなっていません。")
            for name in sorted(unused)
        )
    return pages, issues


def _ruling(page: Page, data: bytes) -> Ruling | None:
    """What is printed there; on a city's own paper a person sees where a box belongs."""
    return None if is_paper(page.background) else read_ruling(data)


def _names(template: Template, folder: str, *, where: str) -> list[Issue]:
    form, _, version = folder.partition("/")
    return [
        Issue(where=f"{where} {field}", message="フォルダーの名前と違います。", allowed=name)
        for field, name in (("id", form), ("version", version))
        if getattr(template, field) != name
    ]


def _digest(data: bytes, pages: Mapping[str, bytes]) -> str:
    """SHA-256 over template.toml and the pages, each with its name and length, so nothing can shift between them."""
    digest = hashlib.sha256()
    for name, content in ((FILE, data), *sorted(pages.items())):
        digest.update(f"{name}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()


# ---- what must hold --------------------------------------------------------------------------------------------------
_HOLE = re.compile(r"\{([^{}]+)\}")
_ROLE = re.compile(r"^person\[(\w+)\]\.")
_ROLES = {"A", "H", "S"}
_SUBJECT = "P"  # on a form of which every member gets one, P is that member
_NUMBER = re.compile(r"(^|[.\]])my_number\b")
_BY_HAND = (Kind.BLANK, Kind.SIGNATURE)
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
    told = {box.id for box in template.boxes if not box.fact and box.kind not in _BY_HAND}  # they lack their fact
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
        tallest = max((box.rect.h for box in template.boxes if box.repeat == repeat.id), default=0.0)
        if repeat.rows > 1 and not repeat.dy >= tallest:
            yield Issue(where=f"{where} repeat[{index}].dy", message="行の間隔が欄の高さより小さくなっています。")


def _bound(template: Template, box: Box, *, facts: Set[str], place: str) -> Iterator[Issue]:
    if _NUMBER.search(box.fact):
        yield Issue(
            where=f"{place}.fact", message=f"「{box.label}」: 個人番号は扱いません。kind を blank にしてください。"
        )
    if box.kind is not Kind.BLANK and not box.fact:
        yield Issue(where=f"{place}.fact", message=f"「{box.label}」に書く事実が決められていません。")
    for path in facts_of(box):
        role = _ROLE.match(path)
        allowed = _allowed(template, box)
        if role and role[1] not in allowed:
            wrong = f"「{box.label}」では person[{role[1]}] を使えません。"
            yield Issue(where=f"{place}.fact", message=wrong, allowed="、".join(sorted(allowed)))
        if facts and key_of(path) not in facts:
            yield Issue(where=f"{place}.fact", message=f"「{path}」は語彙にありません。")


def _allowed(template: Template, box: Box) -> set[str]:
    groups = {repeat.group for repeat in template.repeats if repeat.id == box.repeat}
    return _ROLES | groups | ({_SUBJECT} if template.copies != "case" else set())


def _placed(template: Template, box: Box, *, rulings: Sequence[Ruling | None], place: str) -> Iterator[Issue]:
    if not 1 <= box.page <= len(template.pages):
        yield Issue(where=place.replace(".rect", ".page"), message=f"{box.page} ページ目はありません。")
        return
    page, ruling = template.pages[box.page - 1], rulings[box.page - 1]
    rows = rows_of(template, box)
    sheet = Rect(x=0, y=0, w=page.width, h=page.height)
    if box.rect.w <= 0 or box.rect.h <= 0 or not all(_inside(rect, sheet) for rect in rows):
        yield Issue(where=place, message=f"「{box.label}」が用紙の外に出ています。")
    elif ruling and not all(ruling.holds(rect, combed=box.cells > 0) for rect in rows):
        yield Issue(where=place, message=f"「{box.label}」が一つの枠の中に収まっていません。")
    if not all(_inside(rect, box.rect) for rect in _inner(box)):
        yield Issue(where=place, message=f"「{box.label}」の選択肢か年月日の位置が、欄の外に出ています。")


def _inner(box: Box) -> list[Rect]:
    parts = box.parts
    places = [option.rect for option in (*box.options, *(parts.eras if parts else ()))]
    return places + ([parts.year, parts.month, parts.day, *([parts.era] if parts.era else [])] if parts else [])


def _apart(template: Template, where: str) -> Iterator[Issue]:
    counted = [(index, box) for index, box in enumerate(template.boxes) if box.counts]
    for (_, first), (index, second) in combinations(counted, 2):
        pairs = ((one, two) for one in rows_of(template, first) for two in rows_of(template, second))
        if first.page == second.page and any(_overlap(one, two) for one, two in pairs):
            message = f"「{second.label}」が「{first.label}」と重なっています。"
            yield Issue(where=f"{where} box[{index}].rect", message=message)


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
