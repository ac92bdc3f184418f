"""Forms and rules travel between counters and cities as one signed file; whatever was done to it on the way is told."""

import io
import json
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from kiosk.bootstrap.bundling import Bundling, Installed
from kiosk.catalogue.files import Files
from kiosk.catalogue.releases import names
from kiosk.designing.releasing.bundle import Bundle, Manifest, fingerprint, listed, open_bundle, packed_bundle
from kiosk.model.base import Issue
from tests.bundles import carried, counter, taken
from tests.changing import DAY, NOW, RENAMED, TOMORROW, Office, words
from tests.commands import Kiosk
from tests.edits import change
from tests.tiny_forms import tiny_forms


@pytest.fixture
def desk(tmp_path: Path, city: Bundling) -> Iterator[Bundling]:
    """Another counter of the same city, which knows its key."""
    made = counter(tmp_path / "desk")
    pem = city.keys.public_pem()
    assert pem is not None
    assert isinstance(made.keys.trust("市", pem), str)
    yield made
    made.program.close()


# ---- a release of the same city --------------------------------------------------------------------------------------
def test_a_release_reaches_another_counter_whole_and_is_in_force_from_its_day(city: Bundling, desk: Bundling) -> None:
    bundle = taken(desk, carried(desk, city.whole("")))
    dry = desk.install(bundle, day=TOMORROW, dry=True)
    assert isinstance(dry, Installed)
    assert ("procedures/P01.toml", "変わる") in dry.steps
    assert names(desk.program.place.forms) == ()
    made = desk.install(bundle, day=TOMORROW, dry=False)
    assert isinstance(made, Installed)
    assert (made.release, names(desk.program.place.forms)) == ("2026-04-21", ("2026-04-20", "2026-04-21"))
    assert Office(desk.program.place).called(DAY) == "犬の届出"
    assert Office(desk.program.place).called(TOMORROW) == "犬の新しい届出"


def test_the_same_release_gives_the_same_file(city: Bundling) -> None:
    assert city.whole("") == city.whole("2026-04-20-2")
    assert "まとめる公開がありません" in words(city.whole("2020-01-01"))


def test_a_release_of_another_city_is_not_put_in_force_here(city: Bundling, desk: Bundling) -> None:
    bundle = taken(desk, carried(desk, city.whole("")))
    change(desk.program.place.forms / "municipality.toml", 'code = "999997"', 'code = "999989"')
    refused = desk.install(bundle, day=DAY, dry=False)
    assert "そのまま使えません" in words(refused)


def test_without_a_key_nothing_is_signed_and_a_key_is_made_once(office: Office) -> None:
    office.released("dog", RENAMED)
    bundling = Bundling(office.on().program)
    assert "市の鍵がありません" in words(bundling.whole(""))
    assert isinstance(bundling.keys.make(), str)
    assert "もうあります" in str(bundling.keys.make())
    assert (bundling.keys.folder / "own.key").stat().st_mode & 0o777 == 0o600


# ---- what is refused -------------------------------------------------------------------------------------------------
def zipped(data: bytes, edit: Callable[[dict[str, bytes]], object]) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        entries = {name: archive.read(name) for name in archive.namelist()}
    edit(entries)
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return made.getvalue()


def swapped(entries: dict[str, bytes]) -> None:
    entries["files/procedures/P01.toml"] += b"# x\n"


def other_manifest(entries: dict[str, bytes]) -> None:
    entries["manifest.json"] = entries["manifest.json"].replace("小市".encode(), "大市".encode())


def newer(entries: dict[str, bytes]) -> None:
    entries["signature.json"] = b'{"key": 3}'


BROKEN: dict[str, tuple[Callable[[bytes], bytes], str]] = {
    "torn": (lambda data: data[:-200], "途中で切れているか"),
    "empty": (lambda data: data[:0], "途中で切れているか"),
    "text": (lambda data: b"no zip at all" + data[:0], "途中で切れているか"),
    "escapes": (lambda data: zipped(data, lambda all_: all_.update({"files/../../etc/passwd": b"x"})), "置けない場所"),
    "absolute": (lambda data: zipped(data, lambda all_: all_.update({"/etc/passwd": b"x"})), "置けない場所"),
    "program": (lambda data: zipped(data, lambda all_: all_.update({"files/procedures/x.py": b"x"})), "置けない場所"),
    "bomb": (lambda data: zipped(data, lambda all_: all_.update({"files/README.md": bytes(49 << 20)})), "大きすぎます"),
    "swapped": (lambda data: zipped(data, swapped), "一覧と違います"),
    "added": (lambda data: zipped(data, lambda all_: all_.update({"files/README.md": b"x"})), "一覧にあるファイル"),
    "lost": (lambda data: zipped(data, lambda all_: all_.pop("files/groups.toml")), "一覧にあるファイル"),
    "resigned": (lambda data: zipped(data, other_manifest), "署名が合いません"),
    "unsigned": (lambda data: zipped(data, lambda all_: all_.pop("signature.json")), "署名がありません"),
    "half": (lambda data: zipped(data, newer), "署名がありません"),
}


@pytest.fixture(scope="module")
def signed(tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, dict[str, Ed25519PublicKey]]:
    """A bundle of the smallest town, and the key that it is signed by."""
    files = Files.read(tiny_forms(tmp_path_factory.mktemp("signed"))).content
    key = Ed25519PrivateKey.generate()
    manifest = Manifest(format=1, city="小市", city_code="999997", made_at=NOW, name="x", files=listed(files))
    return packed_bundle(manifest, files, {}, key), {fingerprint(key.public_key()): key.public_key()}


@pytest.mark.parametrize("how", BROKEN)
def test_a_file_that_is_not_as_it_was_signed_is_refused_with_the_reason(
    signed: tuple[bytes, dict[str, Ed25519PublicKey]], how: str
) -> None:
    (spoil, said), (whole, trusted) = BROKEN[how], signed
    assert isinstance(open_bundle(whole, name="x", trusted=trusted), Bundle)
    found = open_bundle(spoil(whole), name="x", trusted=trusted)
    assert isinstance(found, Issue)
    assert said in found.message


def test_a_key_that_nobody_registered_is_named(city: Bundling, tmp_path: Path) -> None:
    stranger = counter(tmp_path / "stranger")
    assert "登録されていない鍵" in words(stranger.opened(carried(stranger, city.whole(""))))
    stranger.program.close()
    assert "公開鍵として読めません" in str(stranger.keys.trust("だれか", b"-----BEGIN"))
    assert "使えません" in str(stranger.keys.trust("../x", b""))
    assert "フォルダーです" in words(stranger.opened(tmp_path))


# ---- at the command line ---------------------------------------------------------------------------------------------
def test_a_bundle_is_made_and_installed_at_the_command_line(
    kiosk: Kiosk, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KIOSK_FORMS", str(tiny_forms(tmp_path / "forms")))
    kiosk("forms", "keys", "make")
    kiosk("forms", "draft", "dog", "--reason", "はじめての公開", "--by", "S1")
    kiosk("forms", "try", "dog")
    kiosk("forms", "approve", "dog", "--by", "S2")
    assert kiosk("forms", "release", "dog").code == 0
    path = tmp_path / "all.kioskforms"
    assert kiosk("forms", "bundle", "--out", path).code == 0
    assert "何も変えていません" in kiosk("forms", "install", path, "--dry-run").out
    assert kiosk("forms", "install", path, "--json").document["release"]
    assert kiosk("forms", "bundle", "--only", "P01", "--out", path).code == 0
    assert "下書きの名前がいります" in kiosk("forms", "install", path).err
    assert kiosk("forms", "install", path, "--department", "x").code == 2
    assert json.loads(kiosk("forms", "install", path, "--into", "neu", "--json").out)["draft"] == "neu"
    assert kiosk("forms", "keys", "export", "--out", tmp_path / "city.pem").code == 0
    assert kiosk("forms", "keys", "trust", tmp_path / "city.pem", "--name", "隣市").code == 0
    assert "隣市" not in kiosk("forms", "keys", "list").out  # it is this city's own key
    path.write_bytes(path.read_bytes()[:-100])
    assert "途中で切れているか" in kiosk("forms", "install", path, "--into", "neu2").err
