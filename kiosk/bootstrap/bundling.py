"""Forms and rules leave a city and come to one as a signed file: its key, whom it trusts, what is packed and joined."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
    load_pem_public_key,
)

from kiosk.bootstrap.releases import Releases
from kiosk.bootstrap.releasing import Releasing
from kiosk.catalogue.intake import Untaken, take
from kiosk.catalogue.releases import Release, catalogue_of, content, names, read_release
from kiosk.designing.releasing.bundle import (
    FORMAT,
    MOST_BYTES,
    Bundle,
    Manifest,
    fingerprint,
    listed,
    open_bundle,
    packed_bundle,
)
from kiosk.designing.releasing.draft import changed, whole
from kiosk.designing.releasing.sharing import (
    Joined,
    Joining,
    Policy,
    missing_departments,
    missing_parameters,
    parameters,
    part_files,
    part_pieces,
)
from kiosk.durable import make_folder, write_whole
from kiosk.model.base import Issue
from kiosk.model.disk import disk_words

if TYPE_CHECKING:
    from pathlib import Path

    from kiosk.bootstrap.program import Program

_OWN = "own.key"
_KEY_NAME = re.compile(r"\w[\w-]{0,39}")
Wrong = tuple[Issue, ...]


@dataclass(frozen=True)
class Installed:
    """What came of a bundle: the release that it is now, or the draft that it waits in, and the steps file by file."""

    release: str = ""
    draft: str = ""
    steps: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class BundleKeys:
    """The city's own signing key, and the public keys of those whose bundles are taken, in one folder."""

    folder: Path

    def own(self) -> Ed25519PrivateKey | None:
        """The city's key; None where none was made, or it cannot be read."""
        try:
            found = load_pem_private_key(take(self.folder / _OWN), password=None)
        except (OSError, Untaken, ValueError, TypeError, UnsupportedAlgorithm):
            return None
        return found if isinstance(found, Ed25519PrivateKey) else None

    def make(self) -> str | Issue:
        """A key of the city's own, once; its fingerprint."""
        if (self.folder / _OWN).exists():
            return Issue(where=_OWN, message="市の鍵はもうあります。", allowed="kiosk forms keys list")
        key = Ed25519PrivateKey.generate()
        try:
            make_folder(self.folder)
            write_whole(self.folder / _OWN, key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
        except OSError as error:
            return Issue(where=_OWN, message=f"書けません（{disk_words(error)}）。")
        return fingerprint(key.public_key())

    def public_pem(self) -> bytes | None:
        """The public half of the city's key, to be handed to whoever installs its bundles."""
        own = self.own()
        return None if own is None else own.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)

    def trust(self, name: str, pem: bytes) -> str | Issue:
        """Take bundles by another key from now on; its fingerprint."""
        if not _KEY_NAME.fullmatch(name):
            return Issue(where=name, message="鍵の名前に使えません。", allowed="文字・数字・-・_ で40文字まで")
        key = _public(pem)
        if key is None:
            return Issue(where=name, message="公開鍵として読めません。", allowed="kiosk forms keys export の .pem")
        try:
            make_folder(self.folder)
            write_whole(self.folder / f"{name}.pem", pem)
        except OSError as error:
            return Issue(where=name, message=f"書けません（{disk_words(error)}）。")
        return fingerprint(key)

    def trusted(self) -> dict[str, tuple[str, Ed25519PublicKey]]:
        """Name and key by fingerprint; the city's own is among them."""
        own = self.own()
        found = {} if own is None else {fingerprint(own.public_key()): ("この市の鍵", own.public_key())}
        for path in sorted(self.folder.glob("*.pem")):
            try:
                key = _public(take(path))
            except (OSError, Untaken):
                key = None
            if key is not None:
                found.setdefault(fingerprint(key), (path.stem, key))
        return found


def _public(pem: bytes) -> Ed25519PublicKey | None:
    try:
        found = load_pem_public_key(pem)
    except (ValueError, UnsupportedAlgorithm):
        return None
    return found if isinstance(found, Ed25519PublicKey) else None


@dataclass(frozen=True)
class Bundling:
    """Bundles of a place."""

    program: Program

    @cached_property
    def keys(self) -> BundleKeys:
        """Its keys."""
        return BundleKeys(self.program.place.home / "forms-keys")

    # ---- out -----------------------------------------------------------------------------------------------------
    def whole(self, name: str) -> bytes | Wrong:
        """A release as a bundle; without a name the one in force."""
        root, chosen = self.program.place.forms, name or self.program.release
        release = read_release(root, chosen) if chosen in names(root) else None
        if release is None:
            allowed = "、".join(names(root)) or "kiosk forms release で公開したもの"
            return (Issue(where=chosen or "公開", message="まとめる公開がありません。", allowed=allowed),)
        kept = content(root, release) if isinstance(release, Release) else release
        if isinstance(kept, tuple):
            return kept
        if isinstance(kept, Issue) or not isinstance(release, Release):
            return (kept,) if isinstance(kept, Issue) else ()
        return self._signed(self._manifest(chosen, kept).model_copy(update={"release": release}), kept, {})

    def part(self, ids: Collection[str]) -> bytes | Wrong:
        """Procedures and forms, with what they need, for another city."""
        book, around = self.program.book.whole, {**self.program.catalogue.files.content}
        forms = {form for form, _ in book.templates}
        unknown = [name for name in ids if name not in book.procedures and name not in forms]
        if unknown:
            return tuple(Issue(where=name, message="この番号の手続・様式はありません。") for name in unknown)
        files = part_files(book, around, ids)
        pieces = part_pieces(book, around, files)
        chosen = [book.procedures[name] for name in ids if name in book.procedures]
        says = {
            "parts": tuple(sorted(ids)),
            "departments": tuple(dict.fromkeys(each.department for each in chosen if each.department)),
            "events": {
                each.id: tuple(event.id for event in book.events.values() if each.id in event.procedures)
                for each in chosen
            },
            "pieces": listed(pieces),
        }
        manifest = self._manifest(
            "・".join(sorted(ids)), {**files, **{f"+{key}": each for key, each in pieces.items()}}
        )
        return self._signed(manifest.model_copy(update={**says, "files": listed(files)}), files, pieces)

    def _manifest(self, name: str, files: Mapping[str, bytes]) -> Manifest:
        city, values = self.program.catalogue.city, self.program.catalogue.city.values
        return Manifest(
            format=FORMAT,
            city=city.name,
            city_code=city.code,
            made_at=self.program.clock.now(),
            name=name,
            parameters={key: str(values[key]) for key in parameters(files) if key in values},
            files=listed(files),
        )

    def _signed(self, manifest: Manifest, files: Mapping[str, bytes], pieces: Mapping[str, bytes]) -> bytes | Wrong:
        own = self.keys.own()
        if own is None:
            return (Issue(where="鍵", message="市の鍵がありません。", allowed="先に kiosk forms keys make"),)
        return packed_bundle(manifest, files, pieces, own)

    # ---- in ------------------------------------------------------------------------------------------------------
    def opened(self, path: Path) -> Bundle | Wrong:
        """A bundle by a key that is trusted here."""
        try:
            data = take(path, most=MOST_BYTES)
        except (Untaken, OSError) as error:
            message = error.message if isinstance(error, Untaken) else "ファイルを読めません。"
            return (Issue(where=path.name, message=message),)
        found = open_bundle(data, name=path.name, trusted={key: each[1] for key, each in self.keys.trusted().items()})
        return (found,) if isinstance(found, Issue) else found

    def install(self, bundle: Bundle, *, day: dt.date, dry: bool) -> Installed | Wrong:
        """A release of this very city: in force from a day on, as it was approved where it was made."""
        release, city = bundle.manifest.release, self.program.catalogue.city
        if release is None:
            return (
                Issue(where=bundle.manifest.name, message="公開の全体ではありません。", allowed="--into 下書きの名前"),
            )
        if bundle.manifest.city_code != city.code:
            message = f"{bundle.manifest.city}の公開です。この市（{city.name}）には、そのまま使えません。"
            return (Issue(where=bundle.manifest.name, message=message, allowed="手続・様式を選んでまとめたもの"),)
        wrong = self._usable(bundle, release)
        steps = _steps(whole(self.program.place.forms), bundle.files)
        if wrong or dry:
            return wrong or Installed(steps=steps)
        made = Releases(self.program).install(release, bundle.files, day=day)
        return made if isinstance(made, tuple) else Installed(release=made, steps=steps)

    def _usable(self, bundle: Bundle, release: Release) -> Wrong:
        from kiosk.bootstrap.forms import read_forms

        files = catalogue_of(bundle.files)
        if (
            files.digest != release.digest
            or {each.path: each.sha256 for each in bundle.manifest.files} != release.hashes
        ):
            return (Issue(where=bundle.manifest.name, message="公開の一覧と、入っているファイルが違います。"),)
        return read_forms(files, cache=self.program.place.cache).issues

    def join(
        self, bundle: Bundle, name: str, *, policy: Policy, departments: Mapping[str, str], by: str, dry: bool
    ) -> Installed | Wrong:
        """Parts of another city: joined with the folder as it is here, in a draft that goes through the gate."""
        city = self.program.catalogue.city
        wrong = (
            *missing_departments(bundle, city.plan.departments, departments),
            *missing_parameters(bundle, city.values.keys()),
        )
        if wrong:
            return wrong
        root = self.program.place.forms
        read = {each: read_release(root, each) for each in names(root)}
        released = {each: found for each, found in read.items() if isinstance(found, Release)}
        joined = Joining(bundle, policy, departments, released).into(whole(root))
        if not isinstance(joined, Joined) or dry:
            return Installed(steps=tuple(joined.steps)) if isinstance(joined, Joined) else joined
        why = f"{bundle.manifest.city}の{bundle.manifest.name}"[:100]
        refused = Releasing(self.program).begin(name, why=why, by=by, files=joined.content)
        return refused or Installed(draft=name, steps=tuple(joined.steps))


_SAID = {"+": "加わる", "-": "なくなる", "*": "変わる"}


def _steps(before: Mapping[str, bytes], after: Mapping[str, bytes]) -> tuple[tuple[str, str], ...]:
    return tuple((path, _SAID[sign]) for sign, path in changed(before, after))
