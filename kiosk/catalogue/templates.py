"""The forms that the counter can print, read from forms/templates/<id>/<version>/ and checked before use."""

import hashlib
import re
from collections.abc import Mapping, Set
from typing import Any

from kiosk.catalogue.causes import MOST
from kiosk.catalogue.city_values import Filler
from kiosk.catalogue.city_words import NAMED, printed, said, unknown_words
from kiosk.catalogue.files import Files
from kiosk.catalogue.pictures import lacking, picture_files
from kiosk.catalogue.ruling import Ruling, read_ruling
from kiosk.catalogue.template_checks import check
from kiosk.catalogue.toml_files import LISTS, build
from kiosk.model.base import Issue
from kiosk.model.spelling import listed, nearest
from kiosk.model.template import Page, Template
from kiosk.render.background import problems
from kiosk.render.official.leaf import count_leaves, is_paper
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
    issues += () if issues else _left_over(template, pages, where=where)
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
    """The files of a form, and the settings that stand on it: another fee makes no form another one."""
    state, named = hashlib.sha256(f"{folder}\0".encode()), set[bytes]()
    for name in (name for name in files.names if name.startswith(f"{folder}/")):
        content = files.content.get(name)
        state.update(f"{name}\0{-1 if content is None else len(content)}\0".encode())
        state.update(content or b"")
        named.update(NAMED.findall(content or b""))
    settings = sorted((name.decode(), repr(city.get(name.decode()))) for name in named)
    state.update(repr(settings).encode())
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
    shown = picture_files(template)
    for name in sorted(shown & {*there} - pages.keys()):
        content = files.content.get(f"{folder}/{name}", b"")
        pages[name] = content if is_paper(name) else printed(content, city)
    issues += lacking(template, there, pages, where=where)
    unused = set(there) - {page.background for page in template.pages} - shown
    if not issues:
        issues += (
            Issue(
                where=f"{files.inside}{folder}/{name}", message="どのページの台紙にも、どの欄の画像にもなっていません。"
            )
            for name in sorted(unused)
        )
    return pages, issues


def _left_over(template: Template, pages: Mapping[str, bytes], *, where: str) -> list[Issue]:
    """The pages of a paper that would not be printed; one of which a page was taken out as a picture has another."""
    found, drawn = [], {page.background for page in template.pages}
    for name, content in ((name, content) for name, content in pages.items() if is_paper(name) and name in drawn):
        many, used = count_leaves(content), {page.leaf for page in template.pages if page.background == name}
        if len(template.pages) < many:
            unused = "、".join(str(leaf) for leaf in range(1, many + 1) if leaf not in used)
            message = f"{name} の {unused} ページ目が、どのページの台紙にもなっていません。"
            found.append(
                Issue(where=f"{where} page", message=message, allowed="[[page]] を足すか、使うページだけのファイル")
            )
    return found


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
