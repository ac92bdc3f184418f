"""Where the counter finds its forms and assets, and where it keeps its data."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

_ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Place:
    """`forms` and `assets` are read, `home` is written: database, key, card counters, outgoing folder, packets."""

    forms: Path
    assets: Path
    home: Path
    account_cache: Path | None = None
    device_named: Path | None = None

    @classmethod
    def standard(cls, environ: Mapping[str, str] = os.environ) -> "Place":
        """The checkout's forms and assets; KIOSK_FORMS, KIOSK_HOME and KIOSK_DEVICE say otherwise."""
        home = environ.get("KIOSK_HOME") or str(Path.home() / ".local" / "share" / "kiosk")
        caches = Path(environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
        forms = Path(environ.get("KIOSK_FORMS") or _ROOT / "forms")
        device = environ.get("KIOSK_DEVICE")
        return cls(
            forms=forms,
            assets=_ROOT / "assets",
            home=Path(home),
            account_cache=caches / "kiosk",
            device_named=Path(device) if device else None,
        )

    def at(self, home: Path) -> "Place":
        """The same forms and assets with another home, and what is known of the forms: nobody reads them anew there."""
        return replace(self, home=home, account_cache=self.account_cache or self.cache, device_named=None)

    @property
    def device(self) -> Path:
        """The settings of this machine: the file that KIOSK_DEVICE names, or device.toml beside the data."""
        return self.device_named or self.home / "device.toml"

    @property
    def fonts(self) -> Path:
        """The fonts that papers and screens use."""
        return self.assets / "fonts"

    @property
    def cache(self) -> Path | None:
        """Where a copy of the checked forms is kept: in the home, or in the account's cache before there is a home.

        It holds nothing but what forms/ says; a look at a case leaves no home behind.
        """
        return self.home / "cache" if self.home.is_dir() else self.account_cache

    def know(self) -> None:
        """A new home knows of the forms what the account does, from its set-up or its last home."""
        from kiosk.catalogue.keeping import take_over

        take_over(self.cache, self.account_cache)

    @property
    def catalogues(self) -> Path | None:
        """Where the catalogues that were right are kept; only in a home that there is."""
        return self.home / "catalogues" if self.home.is_dir() else None

    @property
    def workshop(self) -> Path:
        """Where the drafts of forms lie."""
        return self.home / "forms-drafts"

    @property
    def personas(self) -> Path:
        """Case files of synthetic residents, and their extracts."""
        return self.forms / "personas"

    @property
    def data(self) -> Path:
        """The folder of the database and its locks."""
        return self.home / "data"

    @property
    def mark(self) -> Path:
        """How far the database has come, written down outside its folder so that it cannot shrink unseen."""
        return self.home / "kiosk.mark"

    @property
    def outgoing(self) -> Path:
        """The default destination: the folder that the receiving system empties."""
        return self.home / "outgoing"
