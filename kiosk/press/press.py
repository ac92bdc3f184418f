"""The press of a desk: the packet of filled forms, the slip and the guide sheet of a visit as PDF files."""

from collections.abc import Iterator
from dataclasses import dataclass

from kiosk.flow.plan_views import plan_views
from kiosk.flow.views import Viewer
from kiosk.flow.wording import Wording
from kiosk.model.filled import FilledForm, Sheet
from kiosk.model.plan import Need
from kiosk.model.wareki import to_wareki
from kiosk.press.guide import GuideWords, language_of, write_guide
from kiosk.press.guide_sheet import guide
from kiosk.press.slip import SlipContent, SlipLine, SlipWords, slip
from kiosk.render.drawlist import DrawList
from kiosk.render.packet import Renderer
from kiosk.render.pdf import PdfPage
from kiosk.rules.snapshot import Snapshot
from kiosk.settings import City


@dataclass(frozen=True)
class Press:
    """`words` are the languages of the guide sheet, `wording` what the slip says. Any thread may print with it."""

    renderer: Renderer
    city: City
    words: GuideWords
    wording: Wording

    def stamp(self, number: str) -> Sheet:
        """What the margin of every sheet of a case says."""
        return Sheet(case_no=number, municipality=self.city.name)

    def pdf(self, forms: tuple[FilledForm, ...], *, slip: str) -> bytes:
        """One PDF of all pages (the Papers port of confirm); `slip` is the slip number."""
        return self.renderer.packet_pdf(forms, stamp=self.stamp(slip))

    def slip_pdf(self, snapshot: Snapshot) -> bytes:
        """受付票: number, procedures with deadline and counter, papers to bring; no name."""
        page = slip(self._slip(snapshot), shaper=self.renderer.shaper)
        return self._bare([page], title=self.wording.words("slip-title"))

    def guide_pdf(self, snapshot: Snapshot, language: str = "") -> bytes:
        """受付案内票: the counters in order; in the language of case.language when none is given. Raises SiteError."""
        spoken = language or language_of(snapshot)
        content = write_guide(snapshot, self.words, city=self.city, language=spoken)
        return self._bare(guide(content, shaper=self.renderer.shaper), title="受付案内票")

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
            lines=lines,
            notes=(words("slip-note"), *((words("slip-held-note"),) if held else ())),
        )

    def _lines(self, snapshot: Snapshot) -> Iterator[SlipLine]:
        """What was accepted and where to go with it; then what is held, with what is missing."""
        viewer, words = Viewer(snapshot, self.wording), self.wording.words
        views = {view.id: view for view in plan_views(viewer)}
        held = snapshot.plan.held
        for outcome in (*(each for each in snapshot.plan.needed if each not in held), *held):
            view, lacks = views[outcome.procedure], ""
            name = words("slip-optional", procedure=view.name) if view.need is Need.OPTIONAL else view.name
            if outcome in held:
                name = words("slip-held", procedure=view.name)
                asked = (viewer.question(path, named=False) for path in outcome.lacks or outcome.missing)
                what = words("list-between").join(dict.fromkeys(asked))
                lacks = words("slip-lacks", what=what) if what else view.reason
            yield SlipLine(
                procedure=name, deadline=view.deadline, counter=view.department, bring=view.bring, lacks=lacks
            )

    def _bare(self, pages: tuple[DrawList, ...] | list[DrawList], *, title: str) -> bytes:
        """Pages without a printed background."""
        bare = [PdfPage(DrawList(width=page.width, height=page.height), page) for page in pages]
        return self.renderer.document(bare, title=title)
