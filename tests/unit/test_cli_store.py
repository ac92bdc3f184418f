"""What is gone is never made anew unseen: a database, its key, a destination's folder."""

import datetime as dt
import shutil
from pathlib import Path

import pytest

from kiosk.flow.clock import FixedClock, SystemClock
from tests.commands import Kiosk
from tests.shared import once
from tests.visits import FORMS

FAMILY = FORMS / "personas" / "kazoku4.toml"


@pytest.fixture
def used(kiosk: Kiosk, home: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A place where one family was confirmed, which is done once for a run; each test has the place for itself."""

    def confirm(folder: Path) -> None:
        assert kiosk("confirm", FAMILY).code == 0
        home.rename(folder / "home")

    return Path(shutil.copytree(once(tmp_path_factory, "used", confirm) / "home", home))


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


# ---- the right folder ------------------------------------------------------------------------------------------------
def test_a_share_that_is_away_is_not_made_anew_and_the_parcels_wait(kiosk: Kiosk, used: Path) -> None:
    assert kiosk("deliver").code == 0
    (used / "outgoing").rename(used / "unplugged")
    kiosk("confirm", FAMILY)
    ended = kiosk("deliver")
    assert ended.code == 1
    assert "送付先フォルダーが見つかりません" in ended.out
    assert not (used / "outgoing").exists()
    assert "まだ送れていないもの" in ended.out
    assert kiosk("deliver").code == 1
    (used / "unplugged").rename(used / "outgoing")
    assert kiosk("deliver", "--now").code == 0


@pytest.mark.parametrize(
    ("age", "said", "word"),
    [
        (dt.timedelta(minutes=16), "（最も古いもの 16分）", "15分以上、送付先に届いていないものがあります"),
        (
            dt.timedelta(hours=2, minutes=5),
            "（最も古いもの 2時間5分）",
            "1時間以上、送付先に届いていないものがあります",
        ),
        (dt.timedelta(days=1, hours=6), "（最も古いもの 1日6時間）", "1日以上、送付先に届いていないものがあります"),
    ],
)
def test_how_long_the_oldest_has_been_waiting_is_told_by_the_status_and_by_a_delivery_that_cannot_go(
    kiosk: Kiosk, used: Path, monkeypatch: pytest.MonkeyPatch, age: dt.timedelta, said: str, word: str
) -> None:
    assert kiosk("deliver").code == 0
    (used / "outgoing").rename(used / "unplugged")
    kiosk("confirm", FAMILY)
    clock = FixedClock(SystemClock().now() + age)
    monkeypatch.setattr("kiosk.cli.program.SystemClock", lambda: clock)
    status = kiosk("status")
    assert said in status.out
    assert word in status.out
    assert status.code == int(age >= dt.timedelta(hours=1))
    ended = kiosk("deliver")
    assert (ended.code, word in ended.out) == (1, True)


def test_a_share_gets_its_sign_by_name_or_number_and_keeps_it(kiosk: Kiosk, used: Path) -> None:
    assert kiosk("destination", "found", "1").code == 0
    sign = (used / "outgoing" / ".kiosk-destination.json").read_bytes()
    assert kiosk("destination", "found", "1").code == 0
    assert (used / "outgoing" / ".kiosk-destination.json").read_bytes() == sign


def test_the_list_of_destinations_says_what_hinders_them_now(kiosk: Kiosk, used: Path) -> None:
    kiosk("destination", "found", "1")
    (well,) = kiosk("destination", "list", "--json").document
    assert (well["number"], well["kind"], well["procedures"], well["encrypted"], well["code"]) == (
        1,
        "folder",
        [],
        False,
        "",
    )
    assert "送れます" in kiosk("destination", "list").out
    (used / "outgoing" / ".kiosk-destination.json").unlink()
    (away,) = kiosk("destination", "list", "--json").document
    assert away["code"] == "D08"
    assert "D08" in kiosk("destination", "list").out


def test_an_unknown_destination_is_refused_with_those_there_are(kiosk: Kiosk, used: Path) -> None:
    ended = kiosk("destination", "found", "nowhere")
    assert ended.code == 1
    assert "（1）" in ended.err


def test_a_file_in_the_way_ends_with_three(kiosk: Kiosk, used: Path) -> None:
    (used / "outgoing").write_bytes(b"")
    ended = kiosk("destination", "found", "1")
    assert ended.code == 3
    assert "フォルダーではなくファイルがあります" in ended.err or "同じ名前のファイルがあります" in ended.err
    assert "kiosk destination found 1" in ended.err
    assert "File exists" not in ended.err


def test_a_confirmed_case_is_taken_back_by_a_command_once_and_with_its_reason(kiosk: Kiosk, used: Path) -> None:
    assert kiosk("withdraw", "260420-001", "--reason", "").code == 1
    assert "確認済みの案件はありません" in kiosk("withdraw", "260420-999", "--reason", "取りやめ").err
    ended = kiosk("withdraw", "260420001", "--reason", "取りやめ")  # with or without the hyphen
    assert (ended.code, "取り下げました: 受付番号 260420-001" in ended.out) == (0, True)
    assert "取り下げてあります" in kiosk("withdraw", "260420-001", "--reason", "取りやめ").err
    done = [entry["action"] for entry in kiosk("audit", "list", "--json").document]
    assert done.count("withdraw") == 1
