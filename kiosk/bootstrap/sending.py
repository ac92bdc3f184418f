"""The way of parcels out of this machine: connections, couriers, and what staff may decide about what has not left."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.model.disk import disk_words
from kiosk.model.errors import SiteError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kiosk.bootstrap.program import Program
    from kiosk.delivery.courier import Courier
    from kiosk.delivery.decide import Decisions
    from kiosk.destinations import AnyDestination, OfFiles, ToHub
    from kiosk.exchange.destinations.marker import Marker
    from kiosk.exchange.records.columns import Columns
    from kiosk.exchange.records.reissue import Mender
    from kiosk.flow.ports import Destination
    from kiosk.model.parcel import DeliveryFailed
    from kiosk.store.relay import RelayLock

_NOWHERE = "送付先がいまの設定にありません。municipality.toml の [[destination]] に同じ number を戻してください。"


@dataclass
class Sending:
    """Made of the program's catalogue and store; each part when it is first used."""

    program: Program

    @cached_property
    def columns(self) -> Columns:
        """Which columns receivers are given."""
        from kiosk.bootstrap.recording import read_columns

        return read_columns(self.program.catalogue)

    @property
    def decisions(self) -> Decisions:
        """What staff may do about parcels that have not left."""
        from kiosk.delivery.decide import Decisions

        city, store = self.program.catalogue.city, self.program.store
        return Decisions(
            outbox=store.outbox,
            held=store.holding,
            places=store.places,
            mending=self.mender,
            destinations=city.destinations,
            clock=self.program.clock,
            gate=self.program.gate,
            two=lambda: not store.staff.empty(),
        )

    @property
    def mender(self) -> Mender:
        """What looks into records with the settings of now."""
        from kiosk.bootstrap.recording import scripts_of
        from kiosk.exchange.records.reissue import Mender, Ours

        city = self.program.catalogue.city
        ours = Ours(city.code, city.full_name, city.system_id or "000")
        return Mender(ours, self.columns, scripts_of(self.program.catalogue))

    @cached_property
    def destinations(self) -> tuple[Destination, ...]:
        """The connections to the destinations of the city."""
        return self.connected(self.reached)

    @property
    def onward_settings(self) -> tuple[AnyDestination, ...]:
        """Those that the hub's parcels are brought to from here, as this machine reaches them."""
        number = 0 if self.program.practice else self.program.device.onward
        found = (place for place in self.reached if number and place.through == number)
        return tuple(place.model_copy(update={"through": 0}) for place in found)

    def connected(self, settings: tuple[AnyDestination, ...]) -> tuple[Destination, ...]:
        """The connections of some settings."""
        from kiosk.bootstrap.recording import read_fallback
        from kiosk.exchange.destinations.registry import Surroundings, connect
        from kiosk.exchange.records.gif import load_gif

        gif = load_gif(self.program.catalogue.files.under("exchange").content.get("gif.toml", b""))
        places, city = self.program.store.places, self.program.catalogue.city
        around = Surroundings(
            home=self.program.place.home,
            columns=self.columns,
            gif=gif,
            municipality=city.code,
            known=places.sign,
            remember=places.remember,
            record=self.program.store.fencing,
            fallback=read_fallback(self.program.catalogue),
            reply=self.program.store.beyond.key,
            term=self.program.store.beyond.heard,
            met=self.program.store.beyond.remember,
            invented=self.program.practice,
            onward=self.program.device.onward,
            hubs={}
            if self.program.practice
            else {place.number: place for place in self.reached if place.kind == "hub"},
        )
        return tuple(connect(setting, around) for setting in settings)

    @cached_property
    def reached(self) -> tuple[AnyDestination, ...]:
        """The destinations as this machine reaches them; in practice a folder of the home for each of them."""
        from kiosk.bootstrap.device import at_this_machine

        settings = self.program.catalogue.city.destinations
        if not self.program.practice:
            return at_this_machine(self.program.device, settings)
        from kiosk.destinations import ToFolder

        paths = ("outgoing", *(f"outgoing-{setting.key}" for setting in settings[1:]))
        own = zip(settings, paths, strict=False)
        return tuple(
            each.model_copy(update={"path": path, "group": "", "encrypt": "none", "through": 0})
            if isinstance(each, ToFolder)
            else ToFolder(number=each.number, name=each.name, procedures=each.procedures, path=path)
            for each, path in own
        )

    def couriers(self) -> tuple[tuple[Courier, ...], RelayLock]:
        """The couriers of this machine, one for each destination, and its right to deliver.

        What waits for a destination that is gone is held. Raises SiteError when another process has the right.
        """
        from kiosk.delivery.courier import Courier
        from kiosk.store.relay import RelayLock

        relay = RelayLock.acquire(self.program.place.data)
        try:
            self.program.store.outbox.take_over(relay, now=self.program.clock.now())
            self.describe()
            self._found_at_home()
            chance = secrets.SystemRandom().random
            outbox, clock = self.program.store.outbox, self.program.clock
            made = (Courier(outbox, destination=place, clock=clock, chance=chance) for place in self.destinations)
            return tuple(made), relay
        except BaseException:
            relay.release()
            raise

    def collectors(self) -> tuple[Callable[[], None], ...]:
        """What fetches the answers of each destination, in the order of the couriers."""
        from kiosk.bootstrap.answers import Collector

        return tuple(Collector(self.program, place) for place in self.destinations)

    def found(self, setting: OfFiles, *, anew: bool = False) -> None:
        """Make a destination's folder with the sign that says whose it is; where it was used before, only `anew`.

        On an SFTP server and in an object storage the place is there already, and gets its sign. Raises SiteError.
        """
        from kiosk.exchange.destinations import marker

        places, code = self.program.store.places, self.program.catalogue.city.code
        sign = self._in_folder(
            setting,
            partial(
                marker.begin,
                destination=setting.key,
                municipality=code,
                known=places.sign(setting.key),
                anew=anew,
            ),
        )
        if sign is None:
            what = f"送付先「{setting.name}」は、前に使い始めたフォルダーとは別の場所になっています。"
            mend = "共有フォルダーの接続と path を確かめてください。新しいフォルダーに替えるときは --anew を付けます。"
            raise SiteError("D-FOLDER", what=what, mend=mend)
        if (sign.destination, sign.municipality) != (setting.key, code):
            what = f"送付先「{setting.name}」のフォルダーには、別の送付先の目印があります。"
            raise SiteError("D-FOLDER", what=what, mend="municipality.toml の path を確かめてください。")
        places.remember(setting.key, sign.id)

    def found_hub(self, setting: ToHub, *, anew: bool = False) -> None:
        """Remember a hub by the name that it was founded with; another than before only `anew`. Raises SiteError."""
        from kiosk.exchange.destinations.hub import name_of

        found, places = name_of(setting, self.program.place.home), self.program.store.places
        if places.sign(setting.key) not in {"", found} and not anew:
            what = f"中継「{setting.name}」は、前に使い始めたものとは別のものになっています。"
            mend = "host と、サーバーが作り直されていないかを確かめてください。替えるときは --anew を付けます。"
            raise SiteError("D-HUB", what=what, mend=mend)
        places.remember(setting.key, found)

    def _in_folder(self, setting: OfFiles, work: Callable[..., Marker | None]) -> Marker | None:
        """Do something in a destination's folder, here or on the server. Raises SiteError."""
        from kiosk.exchange.destinations.registry import at_place

        try:
            return at_place(setting, self.program.place.home, work)
        except OSError as error:
            what = f"送付先「{setting.name}」のフォルダーを使えません（{disk_words(error)}）。"
            mend = (
                f"同じ名前のファイルがあれば別の場所へ移し、書き込みの権限と共有フォルダーの接続を確かめてから、"
                f"kiosk destination found {setting.key} をもう一度実行してください。"
            )
            raise SiteError("D-FOLDER", what=what, mend=mend) from error

    def _found_at_home(self) -> None:
        """A folder inside our own home is made at its very first use; one that was used is never made anew."""
        places = self.program.store.places
        for setting in (*self.reached, *self.onward_settings):
            if (
                setting.kind == "folder"
                and not setting.through
                and not Path(setting.path).is_absolute()
                and not places.sign(setting.key)
            ):
                self.found(setting)

    def away(self) -> Iterator[tuple[str, DeliveryFailed]]:
        """The destinations in use that cannot be delivered to now, by name, each with the reason. Raises SiteError."""
        for setting, place in zip(self.reached, self.destinations, strict=True):
            own = setting.kind == "folder" and not setting.through and not Path(setting.path).is_absolute()
            used = not own or bool(self.program.store.places.sign(setting.key))
            failed = place.look() if used else None
            if failed is not None:
                yield setting.name, failed

    def describe(self) -> None:
        """Tell the store which destinations there are; what waits for another is held."""
        from kiosk.model.audit import AuditEvent

        for place in self.program.catalogue.city.destinations:
            self.program.store.places.describe(place.key, kind=place.kind, label=place.name)
        event = AuditEvent(at=self.program.clock.now(), by="courier", action="hold")
        known = [place.key for place in self.program.catalogue.city.destinations]
        self.program.store.holding.hold_homeless(known, detail=_NOWHERE, event=event)
