"""The press of a desk: the packet of filled forms, the slip and the guide sheet of a visit as PDF files."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from kiosk.flow.about import purpose_names
from kiosk.flow.billing import bill
from kiosk.flow.lobby.slip_code import code_of
from kiosk.flow.plan_views import plan_views, told_deadline
from kiosk.flow.views import Viewer
from kiosk.flow.wording import Wording
from kiosk.model.answer import Returned
from kiosk.model.bill import Bill
from kiosk.model.case import CaseState
from kiosk.model.filled import FilledForm, Sheet
from kiosk.model.kept import GuideRow
from kiosk.model.plan import Need
from kiosk.model.printing import Mark
from kiosk.model.remarks import for_residents
from kiosk.model.wareki import to_wareki
from kiosk.press.contents import contents
from kiosk.press.cover import cover
from kiosk.press.day_page import DayWords, day_page
from kiosk.press.guide import first_stop, guide_rows, write_guide, write_lobby_slip
from kiosk.press.guide_rows import Say
from kiosk.press.guide_sheet import GuideContent, guide
from kiosk.press.guide_words import GuideWords, language_of
from kiosk.press.jobs import PrintJob, Run, paper_of
from kiosk.press.marking import copy_words, marked
from kiosk.press.notice import Notice, NoticeWords, letter, letter_head, notices
from kiosk.press.report import Row, SaidRow, report
from kiosk.press.returned_letter import Returning
from kiosk.press.route import gathered
from kiosk.press.slip import SlipBill, SlipContent, SlipLine, SlipWords, slip
from kiosk.render.drawlist import DrawList
from kiosk.render.packet import Renderer
from kiosk.render.pdf import PdfPage
from kiosk.rules.snapshot import Snapshot
from kiosk.settings import City

_PACKET = "様式一式"
_FIRST = Mark()
_RECORD = (34.0, 62.0)
"""The columns of 私の記録: whose it is, and what, in mm."""


@dataclass(frozen=True)
class Press:
    """`words` are the languages of the guide sheet, `wording` what the slip says. Any thread may print with it.

    At a `one_stop` desk nobody walks: everything is done where the visit begins. `release` names the forms in use.
    """

    renderer: Renderer
    city: City
    words: GuideWords
    wording: Wording
    one_stop: bool = False
    release: str = ""

    def stamp(self, number: str, mark: Mark = _FIRST) -> Sheet:
        """What the margin of every sheet of a case says."""
        said = copy_words(mark, self.wording.words)
        return Sheet(case_no=number, municipality=self.city.name, watermark=mark.across, copy_words=said)

    def pdf(self, forms: tuple[FilledForm, ...], *, slip: str) -> bytes:
        """One PDF of all pages (the Papers port of confirm); `slip` is the slip number."""
        return self.renderer.packet_pdf(forms, stamp=self.stamp(slip))

    def fields_pdf(self, forms: tuple[FilledForm, ...], *, slip: str) -> bytes:
        """One PDF of those forms whose fields stay open; empty where none do (the Papers port of confirm)."""
        return self.renderer.fields_pdf(forms, stamp=self.stamp(slip))

    def packet_pdf(self, snapshot: Snapshot) -> bytes:
        """What is printed of a visit: its contents, every form that leaves, the letters that tell by post of it."""
        pages = [page for run in self._runs(snapshot) for page in run.pages]
        return self.renderer.document(pages, title=_PACKET)

    def packet_jobs(self, snapshot: Snapshot, mark: Mark = _FIRST) -> tuple[PrintJob, ...]:
        """The packet in jobs for a printer: both sides, and another paper, are a matter of the whole job."""
        return tuple(
            PrintJob(
                self.renderer.document(run.pages, title=_PACKET, two_sided=run.two_sided),
                two_sided=run.two_sided,
                paper=run.paper,
            )
            for run in self._runs(snapshot, mark)
        )

    def _runs(self, snapshot: Snapshot, mark: Mark = _FIRST) -> tuple[Run, ...]:
        """Cover, forms and letters in order; one-sided neighbours are one run."""
        mark = self._of(snapshot, mark)
        stamp, book = self.stamp(snapshot.case.slip, mark), snapshot.facts.book
        found = [Run([])]
        for form in snapshot.leaving:
            two_sided = book.templates[form.template, form.version].sides == "two"
            for paper, pages in groupby(self.renderer.page_lists(form, stamp=stamp), key=paper_of):
                if not found[-1].takes(paper, two_sided=two_sided):
                    found.append(Run([], two_sided, paper))
                found[-1].pages.extend(pages)
        found += [Run(list(self._letters(snapshot, mark)))]
        if self.city.cover_sheet and any(run.pages for run in found):
            content = contents(snapshot, city=self.city, wording=self.wording)
            found[0].pages[:0] = map(_bare, self._marked(cover(content, shaper=self.renderer.shaper), mark))
        return tuple(run for run in found if run.pages)

    def notice_pdf(self, snapshot: Snapshot) -> bytes:
        """届出受理通知書 alone; empty where nobody has to be told."""
        pages = list(self._letters(snapshot))
        return self.renderer.document(pages, title=self.wording.words("letter-title")) if pages else b""

    def unaddressed(self, snapshot: Snapshot) -> tuple[str, ...]:
        """The procedures whose letter cannot be printed for want of a name or an address."""
        return tuple(each.procedure for each in notices(snapshot) if not (each.name and each.address))

    def _of(self, snapshot: Snapshot, mark: Mark) -> Mark:
        """The mark of a case: one that was taken back says so across every page."""
        taken_back = snapshot.case.state is CaseState.WITHDRAWN
        return replace(mark, across=self.wording.words("withdrawn-mark")) if taken_back else mark

    def _marked(self, pages: Sequence[DrawList], mark: Mark) -> tuple[DrawList, ...]:
        return marked(pages, mark, words=self.wording.words, shaper=self.renderer.shaper)

    def _letters(self, snapshot: Snapshot, mark: Mark = _FIRST) -> Iterator[PdfPage]:
        for notice in notices(snapshot):
            if notice.name and notice.address:
                page = letter(self._letter_words(snapshot, notice), shaper=self.renderer.shaper)
                yield from map(_bare, self._marked((page,), mark))

    def _letter_words(self, snapshot: Snapshot, notice: Notice) -> NoticeWords:
        words, case = self.wording.words, snapshot.case
        outcome = next(each for each in snapshot.plan.outcomes if each.procedure == notice.procedure)
        procedure = snapshot.facts.book.procedures[notice.procedure].turned(snapshot.plan.on, outcome.variant)
        department = self.wording.labels.said(procedure.department)
        return NoticeWords(
            head=letter_head(notice, words("letter-title"), city=self.city, said=words, day=case.today, slip=case.slip),
            lines=(words("letter-taken"), words("letter-ask", department=department)),
            facts=(
                (words("letter-procedure"), procedure.name),
                (words("letter-filed"), to_wareki(case.today)),
                (words("letter-department"), department),
            ),
        )

    def own_record_pdf(self, title: Say, about: Say, rows: Sequence[SaidRow], *, language: str) -> bytes:
        """私の記録: rows of whose or what, which, and what is kept of it, with the resident's `language` beneath."""
        about = about.model_copy(update={"ja": f"{self.city.name}　{about.ja}"})
        pages = report(title, about, rows, shaper=self.renderer.shaper, widths=_RECORD, language=language)
        return self._bare(pages, title=title.ja)

    def rows_pdf(self, title: str, about: str, rows: Sequence[Row]) -> bytes:
        """Rows of a mark, a name and a text (A4), below a title, the city and what they are about."""
        pages = report(title, f"{self.city.name}　{about}", rows, shaper=self.renderer.shaper, widths=_RECORD)
        return self._bare(pages, title=title)

    def returned_pdf(self, snapshot: Snapshot, returned: Sequence[Returned], *, day: dt.date) -> bytes:
        """補正・却下のお知らせ to who filed; empty where nothing was sent back, or nobody knows where they live."""
        made = Returning(self.city, self.wording, day).pages(snapshot, returned, shaper=self.renderer.shaper)
        pages = self._marked(made, self._of(snapshot, _FIRST))
        return self._bare(pages, title=self.wording.words("returned-letter-title")) if pages else b""

    def rows(self, snapshot: Snapshot) -> tuple[GuideRow, ...]:
        """What is ticked off at the counters (the Papers port of confirm)."""
        return guide_rows(snapshot, self.words, city=self.city, one_stop=self.one_stop)

    def bill(self, snapshot: Snapshot) -> Bill:
        """手数料 of a visit."""
        return bill(snapshot, self.city, said=self.wording.labels.said, say=self.wording.say)

    def slip_pdf(self, snapshot: Snapshot, mark: Mark = _FIRST) -> bytes:
        """受付票: number, procedures with deadline and counter, papers to bring; no name."""
        pages = slip(self._slip(snapshot), shaper=self.renderer.shaper)
        return self._bare(self._marked(pages, self._of(snapshot, mark)), title=self.wording.words("slip-title"))

    def guide_pdf(self, snapshot: Snapshot, language: str = "", mark: Mark = _FIRST) -> bytes:
        """受付案内票: the counters in order; in the language of case.language when none is given. Raises SiteError."""
        spoken = language or language_of(snapshot)
        content = write_guide(snapshot, self.words, city=self.city, language=spoken, one_stop=self.one_stop)
        pages = guide(self._dated(content), shaper=self.renderer.shaper)
        return self._bare(self._marked(pages, self._of(snapshot, mark)), title="受付案内票")

    def first_stop(self, snapshot: Snapshot) -> tuple[str, int]:
        """Where the way through the building begins, in the language of the visit, and the minutes of all of it."""
        language = language_of(snapshot)
        return first_stop(snapshot, self.words, city=self.city, language=language, one_stop=self.one_stop)

    def lobby_slip_pdf(self, snapshot: Snapshot) -> bytes:
        """The slip of a terminal: number, code, way and papers, in Japanese and the language of the visit; no name."""
        code, language = code_of(snapshot.case.id), language_of(snapshot)
        content = write_lobby_slip(
            snapshot, self.words, city=self.city, language=language, code=code, one_stop=self.one_stop
        )
        return self._bare(guide(self._dated(content), shaper=self.renderer.shaper), title="受付票")

    def _dated(self, content: GuideContent) -> GuideContent:
        """The sheet with the release of the forms at its foot, where forms are released."""
        return content.model_copy(update={"release": self._release})

    @property
    def _release(self) -> str:
        return self.wording.words("slip-release", release=self.release) if self.release else ""

    def _slip(self, snapshot: Snapshot) -> SlipContent:
        words = self.wording.words
        lines, held = tuple(self._lines(snapshot)), bool(snapshot.plan.held)
        headings = ("slip-procedure", "slip-until", "slip-counter", "slip-bring")
        procedure, until, counter, bring = (words(key) for key in headings)
        return SlipContent(
            words=SlipWords(
                title=words("slip-title"),
                number=words("slip-number"),
                headings=(procedure, until, counter, bring),
                between=words("list-between"),
            ),
            municipality=self.city.name,
            number=snapshot.case.slip,
            date=to_wareki(snapshot.case.today),
            about=words("slip-about", all=words("purposes-between").join(purpose_names(snapshot, self.wording))),
            lines=lines,
            bill=self._bill(snapshot),
            notes=(words("slip-note"), *((words("slip-held-note"),) if held else ())),
            release=self._release,
        )

    def _bill(self, snapshot: Snapshot) -> SlipBill | None:
        """What is to be paid or given back; nothing where nothing is and was charged."""
        words, found = self.wording.words, self.bill(snapshot)
        if not (found.total or found.told or found.earlier):
            return None
        rows = (
            (row.name, words("bill-row-less", yen=f"{row.amount:,}", why=row.free))
            if row.free
            else (row.name, words("bill-row-many", unit=f"{row.unit:,}", n=row.count or 0, yen=f"{row.amount:,}"))
            for row in found.rows
            if row.free or row.amount
        )
        total = "".join(map(words.say, found.said))
        before = tuple(map(words.say, found.before))
        return SlipBill(title=words("bill-title"), rows=tuple(rows), before=before, total=total, code=found.code)

    def _lines(self, snapshot: Snapshot) -> Iterator[SlipLine]:
        """What was accepted and where to go with it; then what is held, with what is missing."""
        viewer, words = Viewer(snapshot, self.wording), self.wording.words
        views = {view.id: view for view in plan_views(viewer)}
        held, said = snapshot.plan.held, self.wording.labels.said
        counters = self._counters(snapshot)
        for outcome in (*(each for each in snapshot.plan.needed if each not in held), *held):
            view, lacks = views[outcome.procedure], ""
            name = words("slip-optional", procedure=view.name) if view.need is Need.OPTIONAL else view.name
            if outcome in held:
                name = words("slip-held", procedure=view.name)
                asked = (viewer.lack(path, named=False) for path in outcome.lacks or outcome.missing)
                what = "　".join(dict.fromkeys(asked))
                lacks = words("slip-lacks", what=what) if what else view.reason
                lacks = "\n".join((view.reason, lacks)) if view.later and what else lacks
                lacks += f"\n{words('held-why', why=view.held_for)}" if view.held_for else ""
            yield SlipLine(
                procedure=name,
                deadline=told_deadline(viewer, outcome.deadline, residents=True),
                counter=said(counters[outcome.procedure]),
                bring=tuple(plain for each in view.bring if (plain := for_residents(each))),
                lacks=lacks,
            )

    def _counters(self, snapshot: Snapshot) -> dict[str, str]:
        """The department to which each filing is taken."""
        plan, book = snapshot.plan, snapshot.facts.book
        every = {each.procedure: each for each in (*plan.needed, *plan.held)}
        turned = {name: book.procedures[name].turned(plan.on, each.variant) for name, each in every.items()}
        gone = gathered(turned, among=turned, plan=self.city.plan, all_of_them=self.one_stop)
        return {name: each.department for name, each in gone.items()}

    def day_pdf(self, day: dt.date, rows: Sequence[Row], *, head: str) -> bytes:
        """日計簿 of a day: rows of what, of which kind and how many; `head` is where the audit record stood."""
        said = self.wording.words
        words = DayWords(
            title=said("daybook-title"),
            about=f"{self.city.name}　{to_wareki(day)}",
            head=said("daybook-head"),
            note=said("daybook-note"),
            stamps=(said("daybook-made"), said("daybook-seen")),
        )
        shown = rows or [("", said("daybook-nothing"), "")]
        return self._bare(day_page(words, shown, head, shaper=self.renderer.shaper), title=words.title)

    def _bare(self, pages: Sequence[DrawList], *, title: str) -> bytes:
        return self.renderer.document([_bare(page) for page in pages], title=title)


def _bare(page: DrawList) -> PdfPage:
    """A page without a printed background."""
    return PdfPage(DrawList(width=page.width, height=page.height), page)
