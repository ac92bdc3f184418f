"""A hub that could lose what it acknowledged gets nothing; its administrator founds it, and sees how it stands."""

import json
import stat
import uuid
from dataclasses import dataclass

import pytest
from typer.testing import CliRunner

from kiosk.bench.postgres import ADMIN
from kiosk.cli import app
from kiosk.hub import founding
from kiosk.hub.held import broken
from kiosk.hub.link import HubTrouble, Link, opened
from kiosk.hub.safety import demand_safe, look
from kiosk.hub.status import status
from kiosk.hub.tables import STEPS
from kiosk.model.parcel import DeliveryFailed, Failure
from tests.hub_hall import Hall, failed, lying, parcel

VERSION = len(STEPS)


def test_a_server_that_may_lose_what_it_acknowledged_gets_nothing(hall: Hall) -> None:
    place, kept = hall.destination(), parcel()
    with opened(hall.server.admin("kiosk")) as link:
        for setting in ("fsync", "full_page_writes"):
            link.run(f"ALTER SYSTEM SET {setting} = off")
        link.run("SELECT pg_reload_conf()")
        try:
            _until(link, "full_page_writes", "off")
            answer = place.deliver(kept)
            assert failed(answer) == ("D53", Failure.UNREACHABLE)
            assert isinstance(answer, DeliveryFailed)
            assert "fsync = on" in answer.detail
            with pytest.raises(HubTrouble, match="D53"):
                founding.migrate(link)
            with pytest.raises(HubTrouble, match="D53"):
                founding.found(link)
            assert len(status(link).unsafe) == 2
        finally:
            link.run("ALTER SYSTEM RESET ALL")
            link.run("SELECT pg_reload_conf()")
            _until(link, "full_page_writes", "on")
    assert lying(hall, kept) == []


@dataclass
class Saying(Link):
    """A server that says of itself what it is told to."""

    says: dict[str, object]

    def one(self, _statement: str, *_values: object) -> dict[str, object]:
        return self.says


GOOD = {"version": 150_000, "fsync": "on", "pages": "on", "checksums": "on", "commits": "on", "ssl": "on"}


@pytest.mark.parametrize(
    ("said", "named"),
    [
        ({"version": 130_099}, "PostgreSQL 13"),
        ({"fsync": "off"}, "fsync"),
        ({"pages": "off"}, "full_page_writes"),
        ({"checksums": "off"}, "--data-checksums"),
        ({"commits": "off"}, "synchronous_commit"),
        ({"commits": "local"}, "synchronous_commit"),
        ({"ssl": "off"}, "ssl"),
    ],
)
def test_each_setting_by_which_something_could_be_lost_or_read_is_refused_by_name(
    said: dict[str, object], named: str
) -> None:
    demand_safe(Saying(GOOD))
    with pytest.raises(HubTrouble, match="D53") as caught:
        demand_safe(Saying({**GOOD, **said}))
    assert named in caught.value.detail
    assert "、" not in caught.value.detail.partition(": ")[2]  # that one alone


def test_what_the_server_is_asked_for_is_what_it_has(hall: Hall) -> None:
    with opened(hall.server.admin("kiosk")) as link:
        assert look(link).unsafe == ()
        for commits in ("off", "local"):
            link.run(f"SET synchronous_commit = {commits}")
            assert "synchronous_commit" in str(look(link).unsafe)


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
    looked = run(app, ["hub", "held", "--by", "c1", *common]).stdout
    held = [each for each in json.loads(looked) if each["destination"] == "99"]
    assert [(each["message"], each["code"], each["returned"]) for each in held] == [(str(sent.message), "D12", False)]
    told = run(app, ["hub", "held", *common[:-1]]).stdout
    assert "D12" in told
    assert str(sent.case) not in told
    release = ["hub", "release", "--by", "c1", "--reason", "列を直した", *common]
    assert run(app, [*release, "not a number"]).exit_code == 1
    alone = run(app, release)
    assert alone.exit_code == 1
    assert run(app, [*release, "--second", "c1"]).exit_code == 1
    assert json.loads(run(app, [*release, str(uuid.uuid4())]).stdout) == {"sent": 0, "asked": 0}
    assert json.loads(run(app, [*release, str(sent.message)]).stdout) == {"sent": 1, "asked": 0}
    with opened(hall.server.admin("kiosk")) as link:
        link.run("UPDATE kiosk.delivery SET state = 'held' WHERE destination = '99'")
    assert json.loads(run(app, [*release, "--second", "c2"]).stdout)["sent"] >= 1
    with opened(hall.server.admin("kiosk")) as link:
        link.run("UPDATE kiosk.delivery SET state = 'skipped' WHERE destination = '99'")


def test_who_looked_and_who_sent_it_again_stands_in_a_record_that_shows_what_is_changed(hall: Hall) -> None:
    run, sent = CliRunner().invoke, parcel("98")
    common = ["--server", f"{hall.server.run}:{hall.server.port}", "--user", ADMIN, "--json"]
    hall.destination().deliver(sent)
    with opened(hall.server.admin("kiosk")) as link:
        link.run("UPDATE kiosk.delivery SET state = 'returned', last_code = 'D12' WHERE destination = '98'")
    assert run(app, ["hub", "held", "--by", "c1", *common]).exit_code == 0
    words = ["hub", "release", str(sent.message), "--by", "c1", "--second", "c2", "--reason", "相手を直した"]
    assert json.loads(run(app, [*words, *common]).stdout) == {"sent": 0, "asked": 1}
    told = json.loads(run(app, ["hub", "audit", *common]).stdout)
    newest = [(each["staff"], each["role"], each["action"]) for each in told["entries"][:2]]
    assert newest == [("c1+c2", ADMIN, "release"), ("c1", ADMIN, "held")]
    assert told["entries"][0]["detail"] == f"{sent.message} 相手を直した"
    assert told["broken"] is None
    number = told["entries"][0]["number"]
    assert json.loads(run(app, ["hub", "status", *common]).stdout)["head"].startswith(f"{number}:")
    assert "相手を直した" in run(app, ["hub", "audit", *common[:-1]]).stdout
    with opened(hall.server.admin("kiosk")) as link:
        for forbidden in ("UPDATE kiosk.entry SET staff = 'c9'", "DELETE FROM kiosk.entry", "TRUNCATE kiosk.entry"):
            with pytest.raises(HubTrouble):
                link.run(forbidden)
        with link.transaction():
            link.run("ALTER TABLE kiosk.entry DISABLE TRIGGER kept")
            link.rows("UPDATE kiosk.entry SET staff = 'c9' WHERE number = $1", number)
            assert broken(link) == number
            link.rows("UPDATE kiosk.entry SET staff = 'c1+c2' WHERE number = $1", number)
            assert broken(link) is None
            link.run("ALTER TABLE kiosk.entry ENABLE TRIGGER kept")
        link.run("UPDATE kiosk.delivery SET state = 'skipped' WHERE destination = '98'")
