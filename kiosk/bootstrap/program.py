"""The composed program: catalogue, printing office, store, courier and visits, each made when first used.
A part is also imported when it is first used: a window shows itself before anybody delivers or prints a slip.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from kiosk.bootstrap.editions import Editions
from kiosk.bootstrap.ground import Ground

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kiosk.bootstrap.opened_store import Store
    from kiosk.bootstrap.sharing import Sharing
    from kiosk.catalogue.catalogue import Catalogue
    from kiosk.delivery.confirm import Confirmer
    from kiosk.exchange.records.recorder import Recorder
    from kiosk.flow.at_desk import AtDesk
    from kiosk.flow.visit import Visit
    from kiosk.model.base import Issue
    from kiosk.model.filled import FilledForm
    from kiosk.model.limits import Limit
    from kiosk.model.staff import Right
    from kiosk.model.template import Template
    from kiosk.press.guide_words import GuideWords
    from kiosk.press.press import Press
    from kiosk.render.packet import Renderer
    from kiosk.store.presence import Presence
    from kiosk.store.vault import RootKey

TRAINING = "training"


@dataclass
class Program(Ground):
    """Everything one desk needs. `home` is touched only when `store` is used."""

    _opened: Store | None = field(default=None, init=False)
    _opening: threading.Lock = field(default_factory=threading.Lock, init=False)

    @cached_property
    def editions(self) -> Editions[Program]:
        """The same program on the forms that an earlier visit began with."""
        return Editions(self, self._edition)

    def _edition(self, digest: str) -> Program | None:
        """The program on a catalogue that was kept; None when it is not, or is no longer right for this program."""
        from kiosk.bootstrap.forms import read_forms, released_files
        from kiosk.catalogue.shelf import Shelf

        kept = self.place.catalogues
        files = (Shelf(kept).load(digest) if kept else None) or released_files(self.place.forms, digest)
        catalogue = None if files is None else read_forms(files, cache=self.place.cache)
        return None if catalogue is None or catalogue.issues else Edition(self, catalogue)

    def parked(self) -> frozenset[str] | None:
        """See Ground."""
        from kiosk.bootstrap.parked import begun_with

        return begun_with(self.place.home, lambda: self.store.drafts)

    # ---- paper -------------------------------------------------------------------------------------------------
    def template(self, form: FilledForm) -> Template:
        """The exact version a form was filled with."""
        return self.book.templates[(form.template, form.version)]

    @property
    def renderer(self) -> Renderer:
        """The printing office of the press."""
        return self.press.renderer

    def _renderer(self) -> Renderer:
        from kiosk.render.packet import Renderer

        across = self.words("training-mark") if self.training else ""
        return Renderer(self.template, page=self.catalogue.background, fonts=self.place.fonts, across=across)

    @cached_property
    def press(self) -> Press:
        """Packets, slips and guide sheets; the one press of the window and of the threads beside it."""
        from kiosk.press.press import Press

        city = self.catalogue.city
        one_stop = city.one_stop or self.device.one_stop
        return Press(
            self._renderer(),
            city=city,
            words=self._guide_words,
            wording=self.wording,
            one_stop=one_stop,
            release=self.release,
        )

    @cached_property
    def _guide_words(self) -> GuideWords:
        from kiosk.press.guide_words import GuideWords

        return GuideWords.read(self.place.assets / "words" / "guide", self.catalogue.labels)

    # ---- store and delivery ------------------------------------------------------------------------------------
    @cached_property
    def key(self) -> RootKey:
        """The root key of the store; made on first use, and never beside data that another key wrote."""
        from kiosk.store.founding import NAME
        from kiosk.store.mark_file import tells_of_seals
        from kiosk.store.vault import load_root_key

        used = self.place.mark.exists() or (self.place.data / NAME).exists()
        unsealed = self.place.mark.exists() and not tells_of_seals(self.place.mark)
        key = load_root_key(self.place.home / "root.key", make=not used, make_audit=not used or unsealed)
        return key.apart(TRAINING) if self.training else key

    @property
    def restore_key(self) -> RootKey:
        """The keys that a backup of this place was made with: they are put back by hand, and never made anew."""
        from kiosk.store.vault import load_root_key

        return load_root_key(self.place.home / "root.key", make=False, make_audit=False)

    @property
    def store(self) -> Store:
        """The encrypted store, opened by whichever thread needs it first; raises SiteError while it cannot be."""
        with self._opening:
            if self._opened is None:
                from kiosk.bootstrap.opened_store import open_store

                self._opened = open_store(self.place, key=self.key, second_mark=self.device.second_mark)
            return self._opened

    @cached_property
    def presence(self) -> Presence:
        """This window among those that are open on the store."""
        from kiosk.store.presence import Presence

        return Presence(self.place.data, self.device.desk)

    @cached_property
    def sharing(self) -> Sharing:
        """This machine among those of its office."""
        from kiosk.bootstrap.sharing import Sharing

        return Sharing(self)

    def close(self) -> None:
        """Close what was opened."""
        if "sharing" in self.__dict__:
            self.sharing.end()
        with self._opening:
            if "presence" in self.__dict__:
                self.presence.leave()
            if self._opened is not None:
                self._opened.residents.close()
                self._opened.database.close()
            self._opened = None
            self.__dict__.pop("confirmer", None)

    @cached_property
    def recorder(self) -> Recorder:
        """Makes the JSON records."""
        from kiosk.exchange.records.recorder import Recorder

        city = self.catalogue.city
        return Recorder(
            municipality=city.code,
            municipality_name=city.full_name,
            system=city.system_id or "000",
            release=self.release,
        )

    @cached_property
    def confirmer(self) -> Confirmer:
        """Writes confirmed visits."""
        from kiosk.delivery.confirm import Confirmer
        from kiosk.delivery.routing import Routing
        from kiosk.exchange.records.revision import Reviser

        routing = Routing(self.catalogue.city.destinations)
        return Confirmer(self.store.outbox, self.recorder, self.press, self.clock, routing, Reviser())

    # ---- people --------------------------------------------------------------------------------------------------
    @cached_property
    def at_desk(self) -> AtDesk:
        """Who is at this desk; raises SiteError when the settings of the machine cannot be used."""
        from kiosk.flow.at_desk import AtDesk

        return AtDesk(self.device.desk)

    def gate(self, by: str, right: Right) -> Issue | None:
        """Why somebody may not do what needs a right; where a place has no staff, everybody may. Raises SiteError."""
        from kiosk.model.base import Issue

        said = self.store.staff.refusal(by, right)
        return None if said is None else Issue(where=by, message=self.words.say(said))

    def note(self, action: str, *, case: str = "", detail: str = "") -> None:
        """Write into the audit record what is done here, with who does it. Raises SiteError."""
        from kiosk.model.audit import AuditEvent

        event = AuditEvent(at=self.clock.now(), by=self.at_desk.by(), action=action, case=case, detail=detail)
        self.store.audit.append(event)

    # ---- visits --------------------------------------------------------------------------------------------------
    @cached_property
    def limits(self) -> Mapping[str, Limit]:
        """What the record takes of every fact."""
        from kiosk.bootstrap.recording import entry_limits

        return entry_limits(self.catalogue, cache=self.place.cache)

    def visit(self) -> Visit:
        """A desk for one visit after another; its jobs are done by whoever gets its replies."""
        from kiosk.bootstrap.surroundings import surroundings
        from kiosk.flow.visit import Visit

        outside = surroundings(
            self.catalogue,
            planner=self.planner,
            clock=self.clock,
            wording=self.wording,
            clerk=self.at_desk.by,
            limits=self.limits,
            recorder=lambda: self.recorder,
            renderer=lambda: self.renderer,
        )
        return Visit(outside)

    def next_slip(self) -> str:
        """A fresh slip number of today, e.g. 260420-017; never given twice, in no machine that shares a hub.

        Raises SiteError, also where a machine that is to share has never met its hub.
        """
        return self.store.tickets.next(self.clock.today(), now=self.clock.now(), series=self.sharing.series())


class Edition(Program):
    """A program of a catalogue that is not in force any more, or not yet."""

    def __init__(self, base: Program, catalogue: Catalogue) -> None:
        super().__init__(base.place, base.clock, practice=base.practice, training=base.training)
        self._base, self.at_desk = base, base.at_desk
        self.catalogue = catalogue

    @cached_property
    def release(self) -> str:
        """The release that these forms were, if they were one."""
        from kiosk.bootstrap.forms import release_of

        return release_of(self.place.forms, self.catalogue.digest)

    @property
    def store(self) -> Store:
        """The store of the program itself."""
        return self._base.store
