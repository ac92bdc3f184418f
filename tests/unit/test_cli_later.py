"""`kiosk later`: what visits left to be done another day is listed until somebody says that it is done."""

from pathlib import Path

import pytest

from tests.commands import Kiosk
from tests.visits import FORMS

ALONE = (FORMS / "personas" / "tanshin.toml").read_text(encoding="utf-8")


@pytest.fixture
def held(tmp_path: Path) -> Path:
    """A move of which nobody knows the new address or the head."""
    text = ALONE.replace('"addr.new.text" = "見本県架空市中央一丁目2番3号"', '"addr.new.text" = "わからない"')
    file = tmp_path / "held.toml"
    file.write_text(text.replace('"household.head" = "p1"', '"household.head" = "わからない"'), encoding="utf-8")
    return file


def test_a_held_filing_is_confirmed_without_a_parcel_and_listed_with_what_is_missing_and_until_when(
    kiosk: Kiosk, held: Path
) -> None:
    done = kiosk("confirm", held, "--json").document
    assert done["parcels"] == 0
    assert [(entry["id"], entry["need"]) for entry in done["held"]] == [("P01", "held")]
    listed = kiosk("later", "list", "--json").document
    assert [(entry["slip"], entry["procedure"], entry["sort"], entry["until"]) for entry in listed] == [
        (done["slip"], "P01", "held", "2026-05-07")
    ]
    assert "新しい住所はどちらですか。" in listed[0]["lacks"]
    assert kiosk("day", "--json").document["later"] == {"held": 1}


def test_in_words_too_and_never_as_accepted(kiosk: Kiosk, held: Path) -> None:
    said = kiosk("confirm", held).out
    assert "0件" in said
    assert "保留 P01" in said
    assert "本人確認書類" in said
    assert "転入届" in kiosk("later", "list").out
    assert "保留の届出" in kiosk("day").out


def test_what_is_done_leaves_the_list_and_the_reason_stays_in_the_record(kiosk: Kiosk, held: Path) -> None:
    slip = kiosk("confirm", held, "--json").document["slip"]
    assert kiosk("later", "done", slip, "P01", "--reason", "").code == 1
    assert kiosk("later", "done", slip, "P01", "--reason", "再来庁で受付").code == 0
    assert kiosk("later", "list", "--json").document == []
    assert kiosk("later", "done", slip, "P01", "--reason", "もう一度").code == 1
    newest = kiosk("audit", "list", "--json").document[0]
    assert (newest["action"], "再来庁で受付" in newest["detail"]) == ("later-done", True)


def test_a_notice_by_post_is_a_task_with_its_letter(kiosk: Kiosk, tmp_path: Path) -> None:
    file = tmp_path / "unproven.toml"
    expiry = '"case.id_expiry" = "R11.1.1"\n'
    file.write_text(ALONE.replace('"運転免許証"', '"なし"').replace(expiry, ""), encoding="utf-8")
    out = tmp_path / "out"
    files = {Path(name).name for name in kiosk("fill", file, "--out", out, "--json").document["files"]}
    assert {"packet.pdf", "notice.pdf"} <= files
    done = kiosk("confirm", file, "--json").document
    assert (done["parcels"], done["notices"], done["held"]) == (1, ["P01"], [])
    assert [entry["sort"] for entry in kiosk("later", "list", "--json").document] == ["notice"]


def test_a_visit_that_is_complete_leaves_nothing(kiosk: Kiosk) -> None:
    done = kiosk("confirm", FORMS / "personas" / "tanshin.toml", "--json").document
    assert (done["parcels"], done["held"], done["notices"]) == (1, [], [])
    assert kiosk("later", "list", "--json").document == []
