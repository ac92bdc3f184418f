"""After a loss the commands refuse to work, until a backup is back or a person accepts the loss with a reason."""

import shutil
from pathlib import Path

import pytest

from tests.commands import Kiosk
from tests.visits import FORMS

FAMILY = FORMS / "personas" / "kazoku4.toml"


@pytest.fixture
def used(kiosk: Kiosk, home: Path) -> Path:
    """A place where one family was confirmed."""
    assert kiosk("confirm", FAMILY).code == 0
    return home


@pytest.mark.parametrize("words", [("confirm", FAMILY), ("deliver",), ("status",)])
def test_no_command_works_on_a_place_that_lost_its_database(
    kiosk: Kiosk, used: Path, words: tuple[str | Path, ...]
) -> None:
    shutil.rmtree(used / "data")
    ended = kiosk(*words)
    assert ended.code == 3
    assert "accept-loss" in ended.err
    assert "store-missing" in ended.err


def test_a_key_that_is_gone_is_not_made_anew_beside_old_data(kiosk: Kiosk, used: Path) -> None:
    (used / "root.key").unlink()
    ended = kiosk("status")
    assert ended.code == 3
    assert "store-key-missing" in ended.err
    assert not (used / "root.key").exists()


def test_an_accepted_loss_goes_on_with_the_next_number_and_its_reason(kiosk: Kiosk, used: Path) -> None:
    shutil.rmtree(used / "data")
    ended = kiosk("store", "accept-loss", "--reason", "控えなし　係長確認")
    assert ended.code == 0
    assert kiosk("confirm", FAMILY, "--json").document["slip"] == "260420-002"
    assert kiosk("status", "--full").code == 0


@pytest.mark.parametrize("reason", ["", "　", "長" * 201])
def test_a_loss_is_not_accepted_without_a_reason(kiosk: Kiosk, used: Path, reason: str) -> None:
    shutil.rmtree(used / "data")
    assert kiosk("store", "accept-loss", "--reason", reason).code == 1
    assert kiosk("status").code == 3


def test_where_nothing_is_lost_there_is_nothing_to_accept(kiosk: Kiosk, used: Path) -> None:
    before = (used / "kiosk.mark").read_bytes()
    ended = kiosk("store", "accept-loss", "--reason", "試し")
    assert ended.code == 1
    assert "失われた記録はありません" in ended.err
    assert (used / "kiosk.mark").read_bytes() == before
