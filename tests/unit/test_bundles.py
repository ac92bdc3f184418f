"""Forms and rules travel between counters and cities as one signed file; whatever was done to it on the way is told."""

import datetime as dt
import io
import json
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from kiosk.bootstrap.bundling import Bundling, Installed
from kiosk.bootstrap.forms import read_forms
from kiosk.bootstrap.place import Place
from kiosk.bootstrap.program import Program
from kiosk.catalogue.files import Files
from kiosk.catalogue.releases import names
from kiosk.designing.releasing.bundle import Bundle, Manifest, fingerprint, listed, open_bundle, packed_bundle
from kiosk.designing.releasing.sharing import Policy
from kiosk.flow.clock import FixedClock
from kiosk.model.base import Issue
from tests.changing import DAY, ON_PAPER, PROCEDURE, RENAMED, TOMORROW, Office, words
from tests.commands import Kiosk
from tests.edits import change
from tests.tiny_forms import tiny_forms
from tests.visits import ROOT

NOW = dt.datetime(2026, 4, 20, 1, tzinfo=dt.UTC)
COUNT = '"case.count" = { type = "int", label = "数", section = "all", ask = "いくつですか。" }\n'
MATRIX = '[[P01]]\non = ["ten"]\nmark = "○"\nwhy = "犬がいるとき"\n'


def counter(folder: Path) -> Bundling:
    """A place with forms of its own; its key is made."""
    (folder / "home").mkdir(parents=True)
    place = Place(forms=tiny_forms(folder / "forms"), assets=ROOT / "assets", home=folder / "home")
    made = Bundling(Program(place, FixedClock(NOW)))
    assert isinstance(made.keys.make(), str)
    return made


@pytest.fixture
def city(office: Office) -> Bundling:
    """The city that releases, with a key."""
    office.released("dog", RENAMED)
    made = Bundling(office.on().program)
    assert isinstance(made.keys.make(), str)
    return made


@pytest.fixture
def desk(tmp_path: Path, city: Bundling) -> Iterator[Bundling]:
    """Another counter of the same city, which knows its key."""
    made = counter(tmp_path / "desk")
    pem = city.keys.public_pem()
    assert pem is not None
    assert isinstance(made.keys.trust("市", pem), str)
    yield made
    made.program.close()


def carried(bundling: Bundling, data: object, name: str = "x.kioskforms") -> Path:
    assert isinstance(data, bytes), data
    path = bundling.program.place.home / name
    path.write_bytes(data)
    return path


def taken(bundling: Bundling, path: Path) -> Bundle:
    found = bundling.opened(path)
    assert isinstance(found, Bundle), found
    return found


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


# ---- parts for another city ------------------------------------------------------------------------------------------
@pytest.fixture
def neighbour(tmp_path: Path, city: Bundling) -> Iterator[Bundling]:
    """Another city with a department of its own, and without the procedure."""
    made = counter(tmp_path / "neighbour")
    forms, pem = made.program.place.forms, city.keys.public_pem()
    for old, new in ((PROCEDURE, "procedures/P02.toml"), ("templates/F01", "templates/F02")):
        (forms / old).rename(forms / new)
    for file, *edit in (
        ("procedures/P02.toml", "case.count > 0 && ", ""),
        ("procedures/P02.toml", '"P01"', '"P02"'),
        ("procedures/P02.toml", '["F01"]', '["F02"]'),
        ("procedures/P02.toml", "{ F01 =", "{ F02 ="),
        ("procedures/P02.toml", "市民課", "くらしの窓口"),
        ("templates/F02/001/template.toml", '"F01"', '"F02"'),
        ("events/ten.toml", 'procedures = ["P01"]', 'procedures = ["P02"] # いまはこれだけ'),
        ("municipality.toml", 'name = "小市"', 'name = "隣市"'),
        ("municipality.toml", 'code = "999997"', 'code = "999989"'),
        ("municipality.toml", 'name = "市民課"', 'name = "くらしの窓口"'),
        ("vocabulary.toml", COUNT, ""),
    ):
        change(forms / file, edit[0], edit[1])
    assert pem is not None
    made.keys.trust("小市", pem)
    yield made
    made.program.close()


@pytest.fixture
def part(city: Bundling) -> bytes:
    (city.program.place.forms / "matrix.toml").write_text(MATRIX, encoding="utf-8")
    made = city.part(["P01"])
    assert isinstance(made, bytes)
    return made


def joined(bundling: Bundling, data: bytes, policy: Policy = Policy.REUSE, *, dry: bool = False) -> object:
    bundle = taken(bundling, carried(bundling, data))
    called = {"市民課": "くらしの窓口"}
    return bundling.join(bundle, "neu", policy=policy, departments=called, by="N1", dry=dry)


def test_a_neighbour_takes_a_procedure_with_its_form_its_facts_and_its_own_department(
    neighbour: Bundling, part: bytes
) -> None:
    assert joined(neighbour, part, dry=True) != ()
    assert not (neighbour.program.place.home / "forms-drafts").exists()
    made = joined(neighbour, part)
    assert isinstance(made, Installed), made
    forms = neighbour.program.place.home / "forms-drafts" / "neu" / "forms"
    book = read_forms(forms, cache=None).book.whole
    assert (book.procedures["P01"].department, book.procedures["P01"].name) == ("くらしの窓口", "犬の新しい届出")
    assert book.vocabulary.by_key["case.count"].label == "数"
    assert book.templates["F01", "001"].department == "くらしの窓口"
    assert 'procedures = ["P02", "P01"] # いまはこれだけ' in (forms / "events" / "ten.toml").read_text(encoding="utf-8")
    assert read_forms(forms, cache=None).issues == ()


def test_departments_and_settings_that_this_city_does_not_have_are_asked_for(neighbour: Bundling, part: bytes) -> None:
    bundle = taken(neighbour, carried(neighbour, part))
    change(neighbour.program.place.forms / "municipality.toml", "copy = {", "kopy = {")
    change(neighbour.program.place.forms / "procedures" / "P02.toml", "{city.fee_copy}円", "無料")
    refused = neighbour.join(bundle, "neu", policy=Policy.REUSE, departments={}, by="N1", dry=False)
    said = words(refused)
    assert "--department 市民課=この市の課（くらしの窓口）" in said
    assert "市の設定 fee_copy がありません（小市では「300」）" in said


@pytest.mark.parametrize(
    ("policy", "name", "beside"),
    [(Policy.REUSE, "犬の届出", False), (Policy.OVERWRITE, "犬の新しい届出", False), (Policy.COPY, "犬の届出", True)],
)
def test_what_is_there_already_stays_gives_way_or_stands_beside(
    tmp_path: Path, city: Bundling, part: bytes, policy: Policy, name: str, *, beside: bool
) -> None:
    there = counter(tmp_path / "there")
    pem = city.keys.public_pem()
    assert pem is not None
    there.keys.trust("小市", pem)
    change(there.program.place.forms / "municipality.toml", 'name = "市民課"', 'name = "くらしの窓口"')
    change(there.program.place.forms / PROCEDURE, "市民課", "くらしの窓口")
    change(there.program.place.forms / ON_PAPER[0], 'department = "市民課"', 'department = "くらしの窓口"')
    change(there.program.place.forms / ON_PAPER[0], 'title = "犬の届"', 'title = "隣の犬の届"')
    assert isinstance(joined(there, part, policy), Installed)
    forms = there.program.place.home / "forms-drafts" / "neu" / "forms"
    there.program.close()
    book = read_forms(forms, cache=None).book.whole
    assert book.procedures["P01"].name == name
    assert ("P01x2" in book.procedures) is beside
    if beside:
        assert book.procedures["P01x2"].versions[0].forms == ("F01x2",)
        assert "P01x2" in book.events["ten"].procedures


def test_a_published_form_is_not_written_over_but_gets_its_next_version(office: Office, city: Bundling) -> None:
    change(office.place.forms / ON_PAPER[0], 'title = "犬の届"', 'title = "犬の新しい届"')
    made = Bundling(Program(office.place, FixedClock(NOW)))
    made.program.catalogue = read_forms(office.place.forms, cache=None)
    other = made.part(["F01"])
    change(office.place.forms / ON_PAPER[0], 'title = "犬の新しい届"', 'title = "犬の届"')
    bundle = taken(city, carried(city, other))
    done = city.join(bundle, "neu", policy=Policy.OVERWRITE, departments={}, by="N1", dry=False)
    assert isinstance(done, Installed), done
    forms = office.place.home / "forms-drafts" / "neu" / "forms" / "templates" / "F01"
    assert 'version = "002"' in (forms / "002" / "template.toml").read_text(encoding="utf-8")
    assert 'title = "犬の届"' in (forms / "001" / "template.toml").read_text(encoding="utf-8")


def test_what_is_not_there_cannot_be_shared(city: Bundling) -> None:
    assert "P77" in words(city.part(["P77"]))


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
