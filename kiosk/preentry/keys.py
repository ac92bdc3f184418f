"""The city's keys for what is made at home: one in use, earlier ones kept as long as codes made with them live."""

import datetime as dt
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

CODE_DAYS = 30
"""How long a code may be used after it was made, and a key after it was replaced."""
PAGE_DAYS = 366
"""How long a page may make codes with its key: every city builds one for the new fiscal year anyway."""


@dataclass(frozen=True)
class CityKey:
    """A key pair as the members of a JWK (RFC 7517), under its thumbprint (RFC 7638); `retired` once replaced."""

    kid: str
    jwk: Mapping[str, str] = field(repr=False)
    made: dt.date
    retired: dt.date | None = None

    @property
    def public(self) -> dict[str, str]:
        """The public half."""
        return {name: value for name, value in self.jwk.items() if name in {"kty", "crv", "x", "y"}}

    @property
    def until(self) -> dt.date:
        """The last day on which a page may make a code with it."""
        return self.made + dt.timedelta(days=PAGE_DAYS)

    def opens_on(self, day: dt.date) -> bool:
        """Whether it still opens codes on a day."""
        return self.retired is None or day <= self.retired + dt.timedelta(days=CODE_DAYS)

    def written(self) -> bytes:
        """The private key as it is sealed in the store."""
        return json.dumps(dict(self.jwk)).encode()


def new_key(on: dt.date) -> CityKey:
    """A fresh key pair."""
    from joserfc.jwk import ECKey

    made = ECKey.generate_key("P-256")
    jwk = {
        name: str(value) for name, value in made.as_dict(private=True).items() if name in {"kty", "crv", "x", "y", "d"}
    }
    return CityKey(kid=made.thumbprint(), jwk=jwk, made=on)


def in_use(keys: Iterable[CityKey]) -> CityKey | None:
    """The key that a page is built with."""
    return next((key for key in keys if key.retired is None), None)
