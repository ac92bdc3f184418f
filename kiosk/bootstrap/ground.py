"""What a desk reads and nobody writes: settings of the machine, forms and rules, words, places and readings.

A part is read, and its module imported, when it is first used.
"""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from kiosk.bootstrap.place import Place
from kiosk.flow.clock import Clock

if TYPE_CHECKING:
    from collections.abc import Callable, Set

    from kiosk.bootstrap.forms import InForce
    from kiosk.bootstrap.spoken import Spoken
    from kiosk.catalogue.catalogue import Catalogue
    from kiosk.catalogue.postal import Postal
    from kiosk.flow.wording import Wording
    from kiosk.model.address import Address
    from kiosk.readings.names import NameReadings
    from kiosk.rules.book import RuleBook
    from kiosk.rules.plan import Planner
    from kiosk.settings import Device
    from kiosk.words import Words


@dataclass
class Ground:
    """`heard` is told which forms it uses.

    In `practice` nothing of an invented visit leaves the home, whatever destinations the city has. `training` is
    practice (kiosk.bootstrap.training) with a word across every paper, and a store that no other program opens.
    """

    place: Place
    clock: Clock
    heard: Callable[[InForce], None] | None = None
    practice: bool = False
    training: bool = False

    @abstractmethod
    def parked(self) -> Set[str] | None:
        """The digests of the forms that parked visits began with; None while nobody knows."""

    @cached_property
    def device(self) -> Device:
        """What this machine decides for itself; raises SiteError when its file cannot be used."""
        from kiosk.settings import Device

        if self.practice or not (self.place.device_named or self.place.device.exists()):
            return Device()
        from kiosk.bootstrap.device import load_device

        return load_device(self.place.device)

    # ---- catalogue ---------------------------------------------------------------------------------------------
    @cached_property
    def in_force(self) -> InForce:
        """The forms that this desk uses; raises FormsRefused when there are none that are right."""
        from kiosk.bootstrap.forms import in_force

        found = in_force(self.place, today=self.clock.today(), needed=self.parked)
        if self.heard is not None:
            self.heard(found)
        return found

    @cached_property
    def catalogue(self) -> Catalogue:
        """Everything under forms/, read once: what somebody changes there afterwards counts for the next start."""
        return self.in_force.catalogue

    @cached_property
    def release(self) -> str:
        """The release that its forms are; empty where nothing was ever released."""
        return self.in_force.release

    @property
    def book(self) -> RuleBook:
        """The rules of the catalogue."""
        return self.catalogue.book

    @cached_property
    def spoken(self) -> Spoken:
        """The words in force; raises SiteError when there are none that are right."""
        from kiosk.bootstrap.spoken import spoken

        return spoken(self.place)

    @property
    def words(self) -> Words:
        """What the program says, in Japanese."""
        return self.spoken.words

    @cached_property
    def wording(self) -> Wording:
        """The clerk's language: Japanese."""
        from kiosk.flow.wording import Wording

        return Wording(self.words, self.book.vocabulary)

    def split_address(self, text: str, *, postal: str = "") -> Address:
        """See Postal.split."""
        return self.postal.split(text, postal=postal)

    @cached_property
    def postal(self) -> Postal:
        """The postal service's list and the city's own towns."""
        from kiosk.catalogue.postal import Postal
        from kiosk.store.places import PostalList

        return Postal(PostalList(self.place.cache), self.catalogue.city.towns)

    @cached_property
    def readings(self) -> NameReadings:
        """How readings of names and places are written in kanji."""
        from kiosk.readings.names import NameReadings

        return NameReadings(self.place.assets / "readings")

    @cached_property
    def planner(self) -> Planner:
        """Rules with the city's closed days."""
        from kiosk.rules.plan import Planner

        return Planner(self.book.days)
