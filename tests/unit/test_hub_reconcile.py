"""What left a terminal, what the hub has and what the receiver has are compared number by number."""

import json
import uuid
from pathlib import Path

import pytest
from typer.testing import CliRunner

from kiosk.cli import app
from kiosk.delivery.courier import Outcome
from kiosk.hub.link import opened
from kiosk.model.parcel import Parcel, State
from tests.hub_hall import machine
from tests.hub_way import TAKEN, Way


def test_both_sides_and_the_hub_between_them_are_compared_and_what_is_lost_leaves_once_more(
    way: Way, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    arrived, lost = way.filed(), way.filed()
    way.brought()
    way.onward(TAKEN, TAKEN)
    way.heard()
    gone = way.filed()
    way.brought()
    other = machine(way.hall, tmp_path / "other", "kisai-1", "", number=way.number)
    colleague = Way(way.number, other, way.relay, way.hall)
    theirs = colleague.filed()
    colleague.brought()
    other.close()
    with opened(way.hall.server.admin("kiosk")) as link:  # the hub was put back from a copy
        for table in ("delivery", "parcel"):
            link.rows(
                f"DELETE FROM kiosk.{table} WHERE seq = (SELECT max(seq) FROM kiosk.parcel WHERE"
                " destination = $1 AND machine = 'mado-1')",
                way.number,
            )
    received = tmp_path / "received.txt"
    received.write_text(f"{arrived.message}\n{theirs.message}\n{uuid.UUID(int=7)}\n", encoding="ascii")
    monkeypatch.setattr("kiosk.cli.opened.standard", lambda: way.terminal)
    words = ["reconcile", way.number, "--received", str(received)]
    ended = CliRunner().invoke(app, [*words, "--json"])
    told = json.loads(ended.stdout)
    assert (ended.exit_code, told["left"]) == (1, 2)
    assert [each["message"] for each in told["missing"]] == [str(lost.message)]
    assert told["unknown"] == [str(uuid.UUID(int=7))]
    assert told["hub"] == {"relayed": 1, "away": False, "lacking": [_line(gone)], "other": []}
    assert "中継にもない" in CliRunner().invoke(app, words).stdout
    with opened(way.hall.server.admin("kiosk")) as link:
        link.rows("UPDATE kiosk.parcel SET content = repeat('0', 64) WHERE message = $1", arrived.message)
    alone = CliRunner().invoke(app, ["reconcile", way.number, "--resend", "中継の復旧", "--json"])
    assert (alone.exit_code, json.loads(alone.stdout)["resent"]) == (1, 1)
    assert json.loads(alone.stdout)["hub"]["other"] == [_line(arrived)]
    assert way.brought() == [Outcome.RELAYED, Outcome.IDLE]
    assert way.onward(TAKEN, TAKEN)[:1] == [Outcome.ACKNOWLEDGED]
    assert way.heard().moved == 1
    assert [state for state, _ in way.stands()] == [State.ACKNOWLEDGED] * 3


def _line(of: Parcel) -> dict[str, object]:
    return {"message": str(of.message), "slip": "260420-001", "kind": "P01", "readable": True}
