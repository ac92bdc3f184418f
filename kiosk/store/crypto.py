"""The libraries that encrypt: which versions the program runs on, which are refused, and which are called old.

What is known of them is data, each line with its source. Refused are versions in which what this program uses (AES,
HMAC, HKDF) is broken, and lines that nobody mends any more. A version whose line has had a security release since is
named to IT staff by `kiosk status`, as is one that is older than MONTHS: even flaws in parts that are not used here
(PKCS#7, QUIC) are a reason to take the next release.
"""

import datetime as dt
import re
from typing import NamedTuple

from cryptography.hazmat.bindings._rust import openssl  # the public `backend` says the same, after 25 ms of imports
from sqlcipher3 import dbapi2 as sqlite

MONTHS = 18

Version = tuple[int, int, int]


class Library(NamedTuple):
    """A crypto library inside a part of the program; `day` is when that version was published."""

    part: str
    version: Version
    day: dt.date | None

    @property
    def name(self) -> str:
        """OpenSSL 3.6.0."""
        return "OpenSSL " + ".".join(map(str, self.version))


class Refused(NamedTuple):
    """Versions that must not be used, first and last, with the source and the day it was read."""

    first: Version
    last: Version
    source: str
    read_on: str


REFUSED = (
    Refused((0, 0, 0), (2, 99, 99), "openssl-library.org, end of life of 1.1.1: 11 September 2023", "2026-11-26"),
    Refused((3, 0, 4), (3, 0, 4), "CVE-2022-2274: memory corruption on AVX-512", "2026-11-26"),
    Refused((3, 1, 0), (3, 3, 99), "openssl-library.org, end of life: 3.1 to 3.3", "2026-11-26"),
)
MENDED = {(4, 0): 1, (3, 6): 3, (3, 5): 7, (3, 4): 6, (3, 0): 21}
"""The release of each line that mends CVE-2026-45447 (OpenSSL, 9 June 2026; not reached from here: PKCS#7 only)."""


def libraries() -> tuple[Library, ...]:
    """The library inside SQLCipher and the one inside `cryptography`."""
    sql = sqlite.connect(":memory:")
    try:
        sql.execute(f"PRAGMA key=\"x'{bytes(32).hex()}'\"").fetchall()  # only a database with a key names its library
        provider = sql.execute("PRAGMA cipher_provider_version").fetchone()
    finally:
        sql.close()
    return read("sqlcipher3", provider[0] if provider else ""), read("cryptography", openssl.openssl_version_text())


def read(part: str, text: str) -> Library:
    """What a library says of itself: OpenSSL 3.6.0 1 Oct 2025. What cannot be read is version 0 without a day."""
    found = re.search(r"(\d+)\.(\d+)\.(\d+)\S*(?:\s+(\d{1,2} [A-Z][a-z]{2} \d{4}))?", text)
    if found is None:
        return Library(part, (0, 0, 0), None)
    day = dt.datetime.strptime(found[4], "%d %b %Y").replace(tzinfo=dt.UTC).date() if found[4] else None
    return Library(part, (int(found[1]), int(found[2]), int(found[3])), day)


def refused(library: Library) -> bool:
    """Whether the program must not run on it."""
    return any(bad.first <= library.version <= bad.last for bad in REFUSED)


def remarks(found: tuple[Library, ...], *, today: dt.date) -> tuple[str, ...]:
    """What IT staff are told of libraries that work and are no longer the newest."""
    return tuple(remark for library in found for remark in _remarks(library, today))


def _remarks(library: Library, today: dt.date) -> tuple[str, ...]:
    line, where = library.version[:2], f"{library.part} の暗号部品 {library.name}"
    mended = MENDED.get((line[0], line[1]))
    said = []
    if mended is not None and library.version[2] < mended:
        newer = f"{line[0]}.{line[1]}.{mended}"
        said.append(f"{where} には {newer} で直された欠陥があります。新しい版を確かめてください。")
    if library.day is None or (today - library.day).days > MONTHS * 30:
        since = library.day.isoformat() if library.day else "日付不明"
        said.append(
            f"{where}（{since}）は公開から{MONTHS}か月を過ぎています。{library.part} の新しい版を確かめてください。"
        )
    return tuple(said)
