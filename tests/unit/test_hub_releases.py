"""A release of forms is published once in the hub and taken at another machine by its signature, from its day."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner

from kiosk.bootstrap.arrivals import Arrival, Arrivals, Here
from kiosk.bootstrap.bundling import Bundling, Installed
from kiosk.catalogue.releases import names
from kiosk.cli import app
from kiosk.hub.link import opened
from tests.bundles import carried, counter
from tests.changing import TOMORROW, words
from tests.hub_hall import Hall


def shares(hall: Hall, bundling: Bundling, who: str) -> Bundling:
    """A place is a machine that shares the hall's hub."""
    program = bundling.program
    setting = hall.destination(who, share=True).setting
    (program.place.home / "secrets").mkdir(parents=True)
    for name in ("hub-shared", who):
        shutil.copy(hall.home / "secrets" / name, program.place.home / "secrets" / name)
    town = program.catalogue
    city = town.city.model_copy(update={"destinations": (*town.city.destinations, setting)})
    vars(program)["catalogue"] = replace(town, city=city)
    return bundling


def looked(bundling: Bundling) -> list[Arrival]:
    found = Arrivals(bundling.program).look()
    every = [each for each in found if isinstance(each, Arrival)]
    assert len(every) == len(found), found
    return every


def test_a_release_is_published_once_and_taken_by_who_trusts_its_key(
    hall: Hall, city: Bundling, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with opened(hall.server.admin("kiosk")) as link:
        link.run("TRUNCATE kiosk.release")
    here, there = shares(hall, city, "mado-3"), shares(hall, counter(tmp_path / "desk"), "kisai-1")
    file = carried(here, here.whole(""))
    made = Arrivals(here.program).publish(file, day=TOMORROW)
    assert isinstance(made, str), made
    assert [each.here for each in looked(here)] == [Here.INSTALLED]
    (stranger,) = looked(there)
    assert stranger.here is Here.REFUSED
    assert words(stranger.wrong)
    assert Arrivals(there.program).install(stranger) == stranger.wrong
    pem = here.keys.public_pem()
    assert pem is not None
    there.keys.trust("市", pem)
    (waits,) = looked(there)
    assert (waits.here, waits.lying.day, waits.lying.machine) == (Here.WAITS, TOMORROW, "mado-3")
    done = Arrivals(there.program).install(waits)
    assert isinstance(done, Installed), done
    assert done.release in names(there.program.place.forms)
    assert [each.here for each in looked(there)] == [Here.INSTALLED]
    torn = carried(here, file.read_bytes()[:-9], "torn.kioskforms")
    assert words(Arrivals(here.program).publish(torn, day=TOMORROW))
    monkeypatch.setattr("kiosk.cli.opened.standard", lambda: there.program)
    assert "入っている" in CliRunner().invoke(app, ["forms", "arrived", "--install"]).stdout
    refused = Arrivals(shares(hall, counter(tmp_path / "alone"), "okuri-1").program).look()
    assert "D5" in words(refused)
    there.program.close()
