"""Where the counter finds its forms and assets, and where it keeps its data."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

_ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Place:
    """`forms` and `assets` are read, `home` is written: database, key, card counters, outgoing folder, packets."""

    forms: Path
    assets: Path
    home: Path

    @classmethod
    def standard(cls, environ: Mapping[str, str] = os.environ) -> "Place":
        """The checkout's forms and assets; KIOSK_FORMS and KIOSK_HOME say otherwise."""
        home = environ.get("KIOSK_HOME") or str(Path.home() / ".local" / "share" / "kiosk")
        return cls(forms=Path(environ.get("KIOSK_FORMS") or _ROOT / "forms"), assets=_ROOT / "assets", home=Path(home))

    @property
    def fonts(self) -> Path:
        """The fonts that papers and screens use."""
        return self.assets / "fonts"

    @property
    def cache(self) -> Path | None:
        """Where copies of checked forms may be kept; none before the home exists, so that a look leaves no trace."""
        return self.home / "cache" if self.home.is_dir() else None

    @property
    def personas(self) -> Path:
        """Case files of synthetic residents, and their extracts."""
        return self.forms / "personas"

    @property
    def outgoing(self) -> Path:
        """The default destination: the folder that the receiving system empties."""
        return self.home / "outgoing"
