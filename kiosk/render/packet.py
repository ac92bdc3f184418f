"""The printing office: a filled form, or a whole packet of them, becomes pages on the glass and one PDF file."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.model.base import Issue
from kiosk.model.filled import Caution, FilledForm, Sheet
from kiosk.model.template import Kind, Template
from kiosk.render.background import Background, Backgrounds
from kiosk.render.drawlist import DrawList
from kiosk.render.fonts import FontLibrary
from kiosk.render.layout import compose
from kiosk.render.margin import crossed
from kiosk.render.numbering import row_numbers
from kiosk.render.official.unreadable import Unreadable
from kiosk.render.pdf import PdfPage, PdfWriter
from kiosk.render.pictured import read_picture
from kiosk.render.preflight import cautions, preflight
from kiosk.render.shaping import Shaper

if TYPE_CHECKING:
    from kiosk.render.official.leaf import Leaf


class Renderer:
    """Renders forms. `template` finds a form's template, `page` the content of a background by its file's name.

    `fonts` is the directory of the BIZ UD files, `extra_fonts` are files that IT staff added (行政事務標準文字).
    `across` stands across every page that leaves here, whatever is on it: what was invented for training.
    """

    def __init__(
        self,
        template: Callable[[FilledForm], Template],
        *,
        page: Callable[[Template, str], bytes],
        fonts: Path,
        extra_fonts: Sequence[Path] = (),
        across: str = "",
    ) -> None:
        self._template, self._page, self._across = template, page, across
        self.shaper = Shaper(FontLibrary(fonts, extra=extra_fonts))
        self._backgrounds = Backgrounds(self.shaper)
        self._writer = PdfWriter(self.shaper)
        self._crossed: dict[str, DrawList] = {}

    def form_pdf(self, form: FilledForm, *, stamp: Sheet) -> bytes:
        """One copy of one form with all its sheets. Raises SiteError for missing fonts or backgrounds."""
        template = self._template(form)
        return self._writer.write(
            self.page_lists(form, stamp=stamp), title=template.title, two_sided=template.sides == "two"
        )

    def packet_pdf(self, forms: Sequence[FilledForm], *, stamp: Sheet) -> bytes:
        """一式: every form in one document, each numbered from page 1."""
        pages = [page for form in forms for page in self.page_lists(form, stamp=stamp)]
        return self._writer.write(pages, title="様式一式")

    def fields_pdf(self, forms: Sequence[FilledForm], *, stamp: Sheet) -> bytes:
        """Those forms that stay open for changes, with their fields; empty where none of them does."""
        open_ = [form for form in forms if self._template(form).fields == "kept"]
        pages = [page for form in open_ for page in self.page_lists(form, stamp=stamp)]
        return self._writer.write(pages, title="入力欄のある様式", fields=True) if pages else b""

    def blank_pdf(self, form: FilledForm) -> bytes:
        """A form for the pen: the printed part alone, without number, barcode, municipality or a telling title."""
        template = self._template(form)
        pages = [self.background(form, page=number) for number in range(1, len(template.pages) + 1)]
        rows = [
            tuple(row_numbers(template, sheet=0, page=number, shaper=self.shaper))
            for number in range(1, len(template.pages) + 1)
        ]
        bare = [
            PdfPage(page, DrawList(width=page.width, height=page.height, items=items))
            for page, items in zip(pages, rows, strict=True)
        ]
        return self._writer.write(bare, title="用紙")

    def document(self, pages: Sequence[PdfPage], *, title: str, two_sided: bool = False) -> bytes:
        """Pages that somebody else composed, as one PDF; what has no printed part of a form is given the word here."""
        return self._writer.write(
            [page if page.background.items else PdfPage(self._cross(page.background), page.content) for page in pages],
            title=title,
            two_sided=two_sided,
        )

    def page_lists(self, form: FilledForm, *, stamp: Sheet) -> tuple[PdfPage, ...]:
        """Background and content of every page, sheet by sheet."""
        pages = len(self._template(form).pages)
        return tuple(
            PdfPage(
                self.background(form, page=page),
                self.page(form, stamp=stamp, sheet=sheet, page=page),
                copy=f"{form.key}.{sheet + 1}",
            )
            for sheet in range(form.sheets)
            for page in range(1, pages + 1)
        )

    def page(self, form: FilledForm, *, stamp: Sheet, sheet: int = 0, page: int = 1) -> DrawList:
        """What this case adds to one page: the list that the preview repaints at every keystroke."""
        template = self._template(form)
        return compose(
            template,
            form=form,
            sheet=sheet,
            page=page,
            stamp=stamp,
            shaper=self.shaper,
            pictures=self._pictures(template),
        )

    def background(self, form: FilledForm, *, page: int = 1) -> DrawList:
        """The printed part of one page; always the same object."""
        return self.printed(self._template(form), page=page)

    def printed(self, template: Template, *, page: int = 1) -> DrawList:
        """The printed part of a page of a template."""
        return self._cross(self._background(template, page).page)

    def _cross(self, page: DrawList) -> DrawList:
        """The printed part with the word in its upper and its lower half; always the same object for the same page."""
        if not self._across:
            return page
        if page.key not in self._crossed:
            self._crossed[page.key] = crossed(self.shaper, text=self._across, page=page)
        return self._crossed[page.key]

    def warnings(self, form: FilledForm, *, stamp: Sheet) -> tuple[Issue, ...]:
        """Everything to know before printing: the preflight, the barcode, and backgrounds that could not be read."""
        template = self._template(form)
        numbers = range(1, len(template.pages) + 1)
        drawn = [issue for number in numbers for issue in self._background(template, number).issues]
        foot = [issue for page in self.page_lists(form, stamp=stamp) for issue in page.content.warnings]
        found = (*preflight(template, form=form, shaper=self.shaper), *foot, *drawn)
        return tuple({str(issue): issue for issue in found}.values())

    def cautions(self, form: FilledForm) -> tuple[Caution, ...]:
        """What will not stand in a box of this form as it was said, before it is printed."""
        return cautions(self._template(form), form=form, shaper=self.shaper)

    def _pictures(self, template: Template) -> "dict[str, Leaf]":
        """The pictures of a form by their files' names; the check tells of one that cannot be drawn."""
        found: dict[str, Leaf] = {}
        for name in {box.picture for box in template.boxes if box.kind is Kind.IMAGE and box.picture}:
            with suppress(Unreadable):
                found[name] = read_picture(self._page(template, name), name=name, shaper=self.shaper)
        return found

    def _background(self, template: Template, page: int) -> Background:
        printed = template.pages[page - 1]
        content = self._page(template, printed.background)
        return self._backgrounds.load(printed.background, content, leaf=printed.leaf)
