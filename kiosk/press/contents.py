"""What is in a packet, in words: by department the papers with the people they are about, what is held."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import dropwhile, takewhile

from kiosk.flow.plan_views import held_views, told_deadline
from kiosk.flow.views import Viewer
from kiosk.flow.wording import Wording
from kiosk.model.filled import FilledBox, FilledForm
from kiosk.model.path import key_of, person_of, person_path
from kiosk.model.plan import Outcome
from kiosk.model.remarks import for_residents
from kiosk.model.template import Template
from kiosk.model.vocabulary import Type
from kiosk.model.wareki import to_wareki
from kiosk.press.cover import CoverContent, CoverPart, CoverRow, CoverWords
from kiosk.press.notice import Notice, notices
from kiosk.rules.snapshot import Snapshot
from kiosk.settings import City

BY_HEART = "暗証番号"
NAME, AFTERWARDS, SHOWN = "person.name.full", "person.name.new", "case.id_papers"


def contents(snapshot: Snapshot, *, city: City, wording: Wording) -> CoverContent:
    """What the cover sheet of a visit's packet says."""
    return _Listing(snapshot, city, wording).content()


@dataclass(frozen=True)
class _Listing:
    """One visit being listed."""

    snapshot: Snapshot
    city: City
    wording: Wording

    def content(self) -> CoverContent:
        """Everything on the sheet."""
        words = self.wording.words
        paper, people, sheets = (words(key) for key in ("cover-paper", "cover-people", "cover-sheets"))
        return CoverContent(
            words=CoverWords(
                title=words("cover-title"),
                number=words("slip-number"),
                stamp=words("cover-stamp"),
                receiver=words("cover-receiver"),
                taken=words("cover-taken"),
                copies=words("cover-copies"),
                held=words("cover-held"),
                continued=words("cover-continued"),
                headings=(paper, people, sheets),
            ),
            municipality=self.city.full_name,
            number=self.snapshot.case.slip,
            head=tuple(self._head()),
            parts=tuple(self._parts()),
            held=tuple(self._held(outcome) for outcome in self.snapshot.plan.held),
        )

    def _head(self) -> Iterator[str]:
        words, case, facts = self.wording.words, self.snapshot.case, self.snapshot.facts
        said, events = self.wording.labels.said, facts.book.events
        event = words("list-between").join(said(events[name].name) for name in case.purposes)
        yield words("cover-visit", event=event, date=to_wareki(case.today))
        shown = facts.value(SHOWN)
        if isinstance(shown, tuple):
            papers = words("list-between").join(map(str, shown)) or words("cover-none")
            yield words("cover-identity", papers=papers)
        forms = self.snapshot.leaving
        sheets = sum(self._template(form).papers(form.sheets) for form in forms) + len(self._letters)
        yield words("cover-whole", papers=str(len(forms) + len(self._letters)), sheets=str(sheets))

    # ---- departments ---------------------------------------------------------------------------------------------
    def _parts(self) -> Iterator[CoverPart]:
        """One part a department, in the order of the plan; then the letters that are posted."""
        found: dict[str, list[FilledForm]] = {}
        for form in self.snapshot.leaving:
            found.setdefault(self._place(form), []).append(form)
        for place, forms in found.items():
            yield CoverPart(place=place, rows=tuple(map(self._row, forms)), copies=tuple(self._copies(forms)))
        if self._letters:
            words = self.wording.words
            title, sheets = words("letter-title"), words("cover-count", sheets="1")
            rows = (CoverRow(paper=title, people=notice.name, sheets=sheets) for notice in self._letters)
            yield CoverPart(place=words("cover-posted"), rows=tuple(rows))

    @cached_property
    def _letters(self) -> tuple[Notice, ...]:
        return tuple(notice for notice in notices(self.snapshot) if notice.name and notice.address)

    def _place(self, form: FilledForm) -> str:
        template = self._template(form)
        return f"{self.wording.labels.said(template.department)}　{template.addressee}"

    def _template(self, form: FilledForm) -> Template:
        return self.snapshot.facts.book.templates[form.template, form.version]

    def _row(self, form: FilledForm) -> CoverRow:
        words, template = self.wording.words, self._template(form)
        sheets, more = str(template.papers(form.sheets)), form.sheets - 1
        return CoverRow(
            paper=f"{form.template}　{template.title}",
            people=words("list-between").join(dict.fromkeys(self._people(form, template))),
            sheets=words("cover-count-more", sheets=sheets, more=str(more))
            if more
            else words("cover-count", sheets=sheets),
        )

    def _copies(self, forms: Sequence[FilledForm]) -> Iterator[str]:
        """What was brought for a department's filings, each paper once; what somebody knows by heart is no paper."""
        here = {form.template for form in forms}
        its = [outcome for outcome in self.snapshot.sent if here.intersection(outcome.forms)]
        texts = (text for each in its for text in (*each.bring, *(each.filing.papers if each.filing else ())))
        plain = dict.fromkeys(map(for_residents, texts))
        yield from (text for text in plain if text and not text.endswith(BY_HEART))

    # ---- people --------------------------------------------------------------------------------------------------
    def _people(self, form: FilledForm, template: Template) -> Iterator[str]:
        """Whom a paper is about: whose sheet it is, else its main person and those in its rows, else who is named."""
        members = dict.fromkeys(box.person for box in form.boxes if box.person)
        if form.subject or members:
            main = self.snapshot.facts.person(template.roles["A"]) if "A" in template.roles and not form.subject else ""
            yield from (self._name(person) for person in (form.subject or main, *members) if person)
            return
        boxes = [box for box in form.boxes if box.box in template.essential]
        for path in self._first_named(boxes, members=False) or self._first_named(boxes, members=True):
            yield str(self.snapshot.facts.value(path) or "")

    def _first_named(self, boxes: Sequence[FilledBox], *, members: bool) -> list[str]:
        """The names that stand first among what is essential, side by side: 夫 and 妻, and not who else is told."""
        begun = dropwhile(lambda paths: not paths, (self._names(box, members=members) for box in boxes))
        return [path for paths in takewhile(bool, begun) for path in paths]

    def _names(self, box: FilledBox, *, members: bool) -> list[str]:
        return [path for path in box.paths if self._is_name(path) and bool(person_of(path)) is members]

    def _is_name(self, path: str) -> bool:
        item = self.snapshot.facts.book.vocabulary.by_key.get(key_of(path))
        return item is not None and item.type is Type.NAME

    def _name(self, person: str) -> str:
        """As it will be once the filing counts; who shares a name is told by the birth."""
        facts, here = self.snapshot.facts, self._viewer.names[person]
        new = facts.value(person_path(person, AFTERWARDS))
        return here if new is None or new == facts.value(person_path(person, NAME)) else str(new)

    @cached_property
    def _viewer(self) -> Viewer:
        return Viewer(self.snapshot, self.wording)

    # ---- what does not leave ---------------------------------------------------------------------------------------
    def _held(self, outcome: Outcome) -> str:
        """Procedure; below it, a line each, what is missing (or why), until when, what to bring."""
        words, viewer = self.wording.words, self._viewer
        view = next(view for view in held_views(viewer) if view.id == outcome.procedure)
        asked = dict.fromkeys(viewer.lack(path) for path in outcome.lacks or outcome.missing)
        until = told_deadline(viewer, outcome.deadline, residents=True)
        bring = words("list-between").join(plain for text in view.bring if (plain := for_residents(text)))
        until = until and (until if until.startswith("期限") else words("cover-until", until=until))
        parts = (
            words("slip-lacks", what="　".join(asked)) if asked else view.reason,
            words("held-why", why=view.held_for) if view.held_for else "",
            until,
            words("cover-bring", bring=bring) if bring else "",
        )
        return "\n".join((view.name, *(part for part in parts if part)))
