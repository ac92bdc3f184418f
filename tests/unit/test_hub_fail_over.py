"""A server of the hub breaks: what it acknowledged is on its standby, and it gets nothing when it comes back."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from typer.testing import CliRunner

from kiosk.bench.fail_over import brought, fail_over, many, paired, taken_by_the_former
from kiosk.bench.postgres import ADMIN, tools
from kiosk.cli import app
from kiosk.exchange.destinations.hub import Terms, address_of
from kiosk.hub.envelope import Closing, Envelope
from kiosk.hub.link import HubTrouble, Link, opened
from kiosk.model.parcel import Failure, Receipt
from tests.hub_hall import OWN, Hall, failed, lying, parcel
from tests.short import SHORT


def envelope() -> Envelope:
    return Closing(str(OWN.to_public()), bytes(32)).close(parcel())


def until(link: Link, true: Callable[[], bool]) -> None:
    for _ in range(500):
        if true():
            return
        link.run("SELECT pg_sleep(0.01)")
    raise AssertionError


def test_a_server_that_waits_for_a_standby_that_is_not_there_is_not_asked_to_keep_anything(hall: Hall) -> None:
    place, kept = hall.destination(), parcel()
    with opened(hall.server.admin("kiosk")) as link:
        link.run("ALTER SYSTEM SET synchronous_standby_names = 'ANY 1 (hub2)'")
        link.run("SELECT pg_reload_conf()")
        try:
            until(link, lambda: bool(link.one("SELECT current_setting('synchronous_standby_names')")[0]))
            assert failed(place.deliver(kept)) == ("D59", Failure.UNREACHABLE)
        finally:
            link.run("ALTER SYSTEM RESET ALL")
            link.run("SELECT pg_reload_conf()")
            until(link, lambda: not link.one("SELECT current_setting('synchronous_standby_names')")[0])
    assert lying(hall, kept) == []
    assert isinstance(place.deliver(kept), Receipt)


def test_a_machine_that_has_seen_a_later_term_uses_no_server_of_an_earlier_one(hall: Hall) -> None:
    seen = [1]
    terms = Terms(known=lambda: max(seen), met=seen.append)
    place, kept = replace(hall.destination(), terms=terms), parcel()
    assert isinstance(place.deliver(kept), Receipt)
    assert seen == [1, 1]
    with opened(hall.server.admin("kiosk")) as link:
        link.run("UPDATE kiosk.house SET term = 3")
        assert isinstance(place.deliver(kept), Receipt)
        link.run("UPDATE kiosk.house SET term = 1")
    assert max(seen) == 3
    assert failed(place.deliver(parcel())) == ("D59", Failure.UNREACHABLE)
    assert place.look() is not None


def test_of_several_servers_the_one_that_answers_is_used_and_only_a_standby_is_made_the_first(hall: Hall) -> None:
    address = address_of(hall.destination().setting, hall.home)
    both = replace(address, hosts=("localhost:1", f"localhost:{hall.server.port}"))
    with opened(both) as link:
        assert link.term >= 1
    assert both.places[0] == ("localhost", hall.server.port)  # it is asked first from now on
    with pytest.raises(HubTrouble, match="D50"), opened(replace(address, hosts=("localhost:1", "localhost:2"))):
        pass
    common = ["--server", f"{hall.server.run}:{hall.server.port}", "--user", ADMIN, "--reason", "試し"]
    refused = CliRunner().invoke(app, ["hub", "promote", *common])
    assert (refused.exit_code, "D59" in refused.stderr) == (1, True)


@pytest.mark.skipif(SHORT, reason="two servers; kiosk bench does it, too")
def test_nothing_acknowledged_is_lost_and_the_former_server_gets_nothing_any_more() -> None:
    programs = tools()
    if programs is None:
        pytest.skip("postgresql is not installed")
    with paired(programs) as pair:
        found = fail_over(pair, many(envelope(), 3, 20), each=4)
        assert (found.lost, found.doubled, found.acknowledged, found.term) == (0, 0, 60, 2)
        assert taken_by_the_former(pair, envelope()) == 0
        with pytest.raises(HubTrouble, match="D59"):
            brought(pair.address(only=pair.first), many(envelope(), 1, 1)[0])
        with opened(pair.first.admin("kiosk")) as link:  # somebody makes it believe that it needs no standby
            link.run("ALTER SYSTEM RESET ALL")
            link.run("SELECT pg_reload_conf()")
            until(link, lambda: not link.one("SELECT current_setting('synchronous_standby_names')")[0])
        with pytest.raises(HubTrouble, match="D59"):
            brought(pair.address(only=pair.first, term=found.term), many(envelope(), 1, 1)[0])
