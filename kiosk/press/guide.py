"""受付案内票 of a visit: the way through the building in words, in Japanese and in the resident's language."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from kiosk.flow.billing import bill
from kiosk.flow.lobby.slip_code import bars_of, guide_code
from kiosk.flow.plan_views import USUAL
from kiosk.model.building import Department, FloorPlan
from kiosk.model.kept import GuideRow as KeptRow
from kiosk.model.path import key_of, person_of
from kiosk.model.plan import Deadline, Need, Outcome
from kiosk.model.procedure import Procedure
from kiosk.press.guide_rows import Say
from kiosk.press.guide_sheet import GuideContent, GuideRow, GuideStop
from kiosk.press.guide_words import GuideWords, Tongue
from kiosk.press.route import Stop, Tour, gathered, tour
from kiosk.rules.snapshot import Snapshot
from kiosk.settings import City


@dataclass(frozen=True)
class GuideWriter:
    """Writes one sheet; `ja` and `other` are the same tongue on a Japanese sheet."""

    snapshot: Snapshot
    city: City
    ja: Tongue
    other: Tongue
    one_stop: bool = False
    handed_in: bool = False

    @cached_property
    def plan(self) -> FloorPlan:
        """Where the counters are."""
        return self.city.plan

    @cached_property
    def outcomes(self) -> dict[str, Outcome]:
        """What is done in this visit, without what nobody asked for or only staff may see.

        What a resident handed in at a terminal waits for a clerk as a whole: nothing of it is for another day.
        """
        plan = self.snapshot.plan
        held = set() if self.handed_in else {each.procedure for each in plan.held}
        every = dict.fromkeys((*plan.needed, *plan.held)) if self.handed_in else plan.needed
        wanted = (each for each in every if each.procedure not in held)
        return {each.procedure: each for each in wanted if not self._staff_only(each)}

    @cached_property
    def later(self) -> tuple[Outcome, ...]:
        """What is held: it is done another day."""
        return () if self.handed_in else tuple(each for each in self.snapshot.plan.held if not self._staff_only(each))

    def _staff_only(self, outcome: Outcome) -> bool:
        return self.snapshot.facts.book.procedures[outcome.procedure].staff_only

    @cached_property
    def procedures(self) -> dict[str, Procedure]:
        """The procedures of the outcomes as their variants call them and send them."""
        book, on = self.snapshot.facts.book, self.snapshot.plan.on
        every = (*self.outcomes.values(), *self.later)
        found = {each.procedure: book.procedures[each.procedure].turned(on, each.variant) for each in every}
        return gathered(found, among=self.outcomes, plan=self.plan, all_of_them=self.one_stop)

    @cached_property
    def tour(self) -> Tour:
        """The counters in order."""
        return tour(tuple(self.outcomes.values()), procedures=self.procedures, plan=self.plan)

    def content(self) -> GuideContent:
        """Everything the sheet says; nothing in it names a person."""
        today = self.snapshot.case.today
        return GuideContent(
            title=self.say("title"),
            municipality=self.city.name,
            date=self.both(self.ja.date(today), self.other.date(today)),
            number=self.snapshot.case.slip,
            bars=guide_code(self.snapshot.case.slip),
            number_label=self.say("number"),
            intro=tuple(self._intro()),
            stops=(
                *(self._stop(index, stop) for index, stop in enumerate(self.tour.stops, start=1)),
                *self._another_day(),
            ),
            notes=(*self._money(), self.say("note-lost"), self.say("note-review")),
            continued=self.say("continued"),
            pages=self.ja.words("pages", n="{n}", of="{of}"),
            language=self.other.language,
        )

    def both(self, japanese: str, other: str) -> Say:
        """Two lines, or one on a Japanese sheet and where the second would repeat the first."""
        alone = self.other.language == "ja" or other == japanese
        return Say(ja=japanese, other="" if alone else other)

    def say(self, key: str, **values: str | int) -> Say:
        """The same words in both tongues."""
        return self.both(self.ja.words(key, **values), self.other.words(key, **values))

    def _intro(self) -> Iterator[Say]:
        if not self.tour.stops:
            yield self.say("nothing")
            return
        yield self.say("intro")
        counts = {"stops": len(self.tour.stops), "procedures": len(self.outcomes), "minutes": self.tour.minutes}
        yield self.say("total", **counts)

    def _money(self) -> Iterator[Say]:
        """What is still to be paid, or given back, after something else was told before."""
        owed = bill(self.snapshot, self.city)
        if owed.earlier:
            yield self.say("note-fees")
        elif owed.changed:
            yield self.say("note-pay" if owed.due > 0 else "note-back", yen=f"{abs(owed.due):,}")

    def _stop(self, index: int, stop: Stop) -> GuideStop:
        mark = chr(0x2460 + index - 1) if index <= 20 else f"({index})"
        where = self.plan.departments.get(stop.department, Department(name=stop.department))
        place = self.both(*(f"{mark} {tongue.place(stop, where)}" for tongue in (self.ja, self.other)))
        rows = tuple(self._row(self.outcomes[name]) for name in stop.procedures)
        return GuideStop(place=place, minutes=self.say("minutes", n=stop.minutes), rows=rows)

    def _another_day(self) -> Iterator[GuideStop]:
        """The filings that were not accepted, apart from the way through the building."""
        if self.later:
            yield GuideStop(place=self.say("later"), minutes=Say(ja=""), rows=tuple(map(self._row, self.later)))

    def _row(self, outcome: Outcome) -> GuideRow:
        procedure = self.procedures[outcome.procedure]
        count = len(outcome.persons)
        names = (
            tongue.named(procedure.name, procedure.labels)
            + (tongue.words("people", n=count) if count > 1 else "")
            + (tongue.words("optional") if outcome.need is Need.OPTIONAL else "")
            for tongue in (self.ja, self.other)
        )
        slip, here = self.snapshot.case.slip, self.is_here(outcome)
        number = self.numbers.get(outcome.procedure, 0) if here else 0
        return GuideRow(
            code=guide_code(slip, procedure.id),
            twin=f"{slip}-{procedure.id}",
            name=self.both(*names),
            lines=self.lines(outcome),
            here=here,
            number=str(number or ""),
        )

    @cached_property
    def numbers(self) -> dict[str, int]:
        """The number of each row that is done in this building, by its procedure."""
        every = (name for stop in self.tour.stops for name in stop.procedures)
        return {name: at for at, name in enumerate(filter(self._here_by_name, every), start=1)}

    def _here_by_name(self, name: str) -> bool:
        return self.is_here(self.outcomes[name])

    def is_here(self, outcome: Outcome) -> bool:
        """Whether something is done in this building."""
        procedure = self.snapshot.facts.book.procedures[outcome.procedure]
        taken = procedure.taken(self.snapshot.plan.on, outcome.variant)
        return taken is None or not taken.elsewhere

    def lines(self, outcome: Outcome) -> tuple[Say, ...]:
        """Deadline, papers to bring, what happens at the counter, and papers not seen yet."""
        return tuple(self._lines(outcome))

    def _lines(self, outcome: Outcome) -> Iterator[Say]:
        if outcome in self.later:
            yield from self._waiting(outcome)
        if outcome.deadline is not None:
            japanese, other = (self._deadline(outcome.deadline, tongue) for tongue in (self.ja, self.other))
            if japanese:
                yield self._labelled("deadline", "text", japanese, other)
        filing = outcome.filing
        proofs = tuple(each for each in filing.papers if each not in outcome.bring) if filing is not None else ()
        seen = filing is not None and filing.may is True  # shown here, to be shown at the other counters too
        if outcome.bring or (seen and proofs):
            yield self._list("bring", (*outcome.bring, *(proofs if seen else ())))
        procedure = self.snapshot.facts.book.procedures[outcome.procedure]
        taken = procedure.taken(self.snapshot.plan.on, outcome.variant)
        if taken is not None and taken.guide:
            yield self.both(self.ja.phrase(taken.guide), self.other.phrase(taken.guide))
        if filing is not None and filing.may is False:
            yield self.say("filer")
        if proofs and not seen:
            yield self._list("missing", proofs)

    def _waiting(self, outcome: Outcome) -> Iterator[Say]:
        """That it was left for another day, what is missing for it, and why it is left."""
        if outcome.later:
            yield self.say("put-off")
        if outcome.lacks or not outcome.later:
            yield self._lacking(outcome)
        why = self.snapshot.case.held_for.get(outcome.procedure, "")
        if why:
            usual = (tongue.words(f"held-for-{why}") if why in USUAL else why for tongue in (self.ja, self.other))
            yield self._labelled("held-why", "why", *usual)

    def _lacking(self, outcome: Outcome) -> Say:
        """What is missing, in the words of the questions; members are counted, not named."""
        paths = outcome.lacks or outcome.missing
        asked = [tuple(dict.fromkeys(self._asked(path, tongue) for path in paths)) for tongue in (self.ja, self.other)]
        if not paths:
            return self.both(self.ja.phrase(outcome.reason), self.other.phrase(outcome.reason))
        return self._labelled("lacks", "list", *("　".join(each) for each in asked))

    def _asked(self, path: str, tongue: Tongue) -> str:
        book, case = self.snapshot.facts.book, self.snapshot.case
        item, person = book.vocabulary.by_key[key_of(path)], person_of(path)
        labels = tongue.labels.of(item, ask=book.purpose(case).asks.get(item.key, ""))
        asked = labels.ask or labels.label
        nth = tongue.words("nth", n=case.persons.index(person) + 1) if person in case.persons else ""
        return f"{nth}{asked}"

    def _deadline(self, deadline: Deadline, tongue: Tongue) -> str:
        counted = not deadline.due and deadline.count and deadline.counted_from
        within = ""
        if counted:
            item = self.snapshot.facts.book.vocabulary.by_key[key_of(deadline.counted_from)]
            label = tongue.labels.of(item).label
            within = tongue.words(f"within-{deadline.unit.value}", start=label, n=deadline.count)
        return tongue.deadline(deadline, within=within)

    def _list(self, key: str, papers: tuple[str, ...]) -> Say:
        lists = (tongue.words("join").join(map(tongue.phrase, papers)) for tongue in (self.ja, self.other))
        return self._labelled(key, "list", *lists)

    def _labelled(self, key: str, slot: str, japanese: str, other: str) -> Say:
        return self.both(self.ja.words(key, **{slot: japanese}), self.other.words(key, **{slot: other}))


def guide_rows(snapshot: Snapshot, words: GuideWords, *, city: City, one_stop: bool = False) -> tuple[KeptRow, ...]:
    """The rows that are ticked off at the counters of this building, as the Japanese sheet calls and numbers them."""
    writer = GuideWriter(snapshot, city, *words.pair("ja"), one_stop)
    called = (writer.procedures[name] for name in writer.numbers)
    return tuple(KeptRow(each.id, each.name, each.department) for each in called)


def write_guide(
    snapshot: Snapshot, words: GuideWords, *, city: City, language: str = "ja", one_stop: bool = False
) -> GuideContent:
    """The sheet of a visit; `one_stop` keeps the resident at one counter. Raises SiteError for an unknown language."""
    return GuideWriter(snapshot, city, *words.pair(language), one_stop).content()


def write_lobby_slip(
    snapshot: Snapshot, words: GuideWords, *, city: City, language: str, code: str, one_stop: bool = False
) -> GuideContent:
    """The slip of a terminal: the same sheet for a visit that waits for a clerk, with the code that opens it again."""
    writer = GuideWriter(snapshot, city, *words.pair(language), one_stop, handed_in=True)
    return writer.content().model_copy(update={"scan": code, "bars": bars_of(snapshot.case.slip)})


def first_stop(
    snapshot: Snapshot, words: GuideWords, *, city: City, language: str = "ja", one_stop: bool = False
) -> tuple[str, int]:
    """Where a visit from a terminal goes first, in a language, and the minutes at all counters of its way."""
    writer = GuideWriter(snapshot, city, *words.pair(language), one_stop, handed_in=True)
    if not writer.tour.stops:
        return "", 0
    stop = writer.tour.stops[0]
    where = writer.plan.departments.get(stop.department, Department(name=stop.department))
    return writer.other.place(stop, where), writer.tour.minutes
