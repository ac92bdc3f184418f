"""Parts of a city's forms in another city: taken with what they need, beside or instead of what is there."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.bootstrap.bundling import Bundling, Installed
from kiosk.bootstrap.forms import read_forms
from kiosk.bootstrap.program import Program
from kiosk.designing.releasing.sharing import Policy
from kiosk.flow.clock import FixedClock
from tests.bundles import carried, counter, taken
from tests.changing import NOW, ON_PAPER, PROCEDURE, Office, words
from tests.edits import change

COUNT = '"case.count" = { type = "int", label = "数", section = "all", ask = "いくつですか。" }\n'
MATRIX = '[[P01]]\non = ["ten"]\nmark = "○"\nwhy = "犬がいるとき"\n'


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
