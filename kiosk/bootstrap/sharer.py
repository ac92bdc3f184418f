"""What the sharing needs of the program of a machine."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from kiosk.bootstrap.opened_store import Store
    from kiosk.bootstrap.place import Place
    from kiosk.catalogue.catalogue import Catalogue
    from kiosk.flow.at_desk import AtDesk
    from kiosk.flow.clock import Clock
    from kiosk.store.presence import Presence


class Sharer(Protocol):
    """A machine with its place, store and city; see Program."""

    place: Place
    clock: Clock
    practice: bool

    @property
    def catalogue(self) -> Catalogue:
        """Forms, rules and the city."""
        ...

    @property
    def store(self) -> Store:
        """Its store. Raises SiteError."""
        ...

    @property
    def presence(self) -> Presence:
        """This window among those that are open on the store."""
        ...

    @property
    def at_desk(self) -> AtDesk:
        """Who is at this desk."""
        ...
