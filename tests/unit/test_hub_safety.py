"""A hub that could lose what it acknowledged gets nothing; its administrator founds it, and sees how it stands."""

import json
import stat
import uuid

import pytest
from typer.testing import CliRunner

from kiosk.bench.postgres import ADMIN
from kiosk.cli import app
from kiosk.hub import founding
from kiosk.hub.link import HubTrouble, Link, opened
from kiosk.hub.status import status
from kiosk.hub.tables import STEPS
from kiosk.model.parcel import DeliveryFailed, Failure
from tests.hub_hall import Hall, failed, lying, parcel

VERSION = len(STEPS)


@pytest.mark.parametrize(("setting", "value"), [("fsync", "off"), ("full_page_writes", "off")])
def test_a_server_that_may_lose_what_it_acknowledged_gets_nothing(hall: Hall, setting: str, value: str) -> None:
    place, kept = hall.destination(), parcel()
    with opened(hall.server.admin("kiosk")) as link:
        link.run(f"ALTER SYSTEM SET {setting} = {value}")
        link.run("SELECT pg_reload_conf()")
        try:
            _until(link, setting, value)
            answer = place.deliver(kept)
            assert failed(answer) == ("D53", Failure.UNREACHABLE)
            assert isinstance(answer, DeliveryFailed)
            assert setting in answer.detail
            with pytest.raises(HubTrouble, match="D53"):
                founding.migrate(link)
            assert setting in str(status(link).unsafe)
        finally:
            link.run(f"ALTER SYSTEM RESET {setting}")
            link.run("SELECT pg_reload_conf()")
            _until(link, setting, "on")
    assert lying(hall, kept) == []


def _until(link: Link, setting: str, value: str) -> None:
    """The server has read its settings anew."""
    for _ in range(500):
        if link.one("SELECT current_setting($1)", setting)[0] == value:
            return
        link.run("SELECT pg_sleep(0.01)")
    raise AssertionError(setting)


def test_tables_of_another_version_are_left_alone(hall: Hall) -> None:
    with opened(hall.server.admin("kiosk")) as link:
        assert founding.found(link) == founding.migrate(link) == VERSION
        link.rows("INSERT INTO kiosk.step (number, digest) VALUES ($1, 'of a later program')", VERSION + 1)
        try:
            assert failed(hall.destination().deliver(parcel())) == ("D55", Failure.UNREACHABLE)
            with pytest.raises(HubTrouble, match="D55"):
                founding.migrate(link)
        finally:
            link.rows("DELETE FROM kiosk.step WHERE number > $1", VERSION)


def test_the_commands_found_admit_and_tell_how_it_stands(hall: Hall) -> None:
    run = CliRunner().invoke
    common = ["--server", f"{hall.server.run}:{hall.server.port}", "--user", ADMIN, "--json"]
    assert json.loads(run(app, ["hub", "init", *common]).stdout) == {"version": VERSION}
    assert json.loads(run(app, ["hub", "migrate", *common]).stdout) == {"version": VERSION}
    admitted = run(app, ["hub", "admit", "mado-2", "--office", "102", "--as", "terminal", *common])
    assert json.loads(admitted.stdout) == {"machine": "mado-2", "office": "102", "kind": "terminal"}
    assert run(app, ["hub", "admit", "x", "--office", "1", "--as", "king", *common]).exit_code == 1
    found = json.loads(run(app, ["hub", "status", *common]).stdout)
    assert (found["version"], found["unsafe"], found["machines"]["terminal"]) == (VERSION, [], 3)
    assert found["standbys"] == 0
    told = run(app, ["hub", "status", *common[:-1]]).stdout
    assert "送付待ち" in told
    away = run(app, ["hub", "status", "--server", "/nowhere", "--user", ADMIN])
    assert away.exit_code == 1
    assert "D50" in away.stderr


def test_nobody_else_reads_the_credential(hall: Hall) -> None:
    place = hall.destination()
    file = hall.home / "secrets" / "mado-1"
    file.chmod(0o644)
    assert failed(place.deliver(parcel())) == ("D24", Failure.UNREACHABLE)
    assert stat.S_IMODE(file.stat().st_mode) == 0o644


def test_what_is_held_in_the_hub_is_listed_without_a_word_of_it_and_sent_again_by_command(hall: Hall) -> None:
    run, sent = CliRunner().invoke, parcel("99")
    common = ["--server", f"{hall.server.run}:{hall.server.port}", "--user", ADMIN, "--json"]
    hall.destination().deliver(sent)
    with opened(hall.server.admin("kiosk")) as link:
        link.run("UPDATE kiosk.delivery SET state = 'held', last_code = 'D12' WHERE destination = '99'")
    held = [each for each in json.loads(run(app, ["hub", "held", *common]).stdout) if each["destination"] == "99"]
    assert [(each["message"], each["code"]) for each in held] == [(str(sent.message), "D12")]
    told = run(app, ["hub", "held", *common[:-1]]).stdout
    assert "D12" in told
    assert str(sent.case) not in told
    assert run(app, ["hub", "release", "not a number", *common]).exit_code == 1
    assert json.loads(run(app, ["hub", "release", str(uuid.uuid4()), *common]).stdout) == {"released": 0}
    assert json.loads(run(app, ["hub", "release", str(sent.message), *common]).stdout) == {"released": 1}
