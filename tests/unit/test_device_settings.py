"""What a machine decides for itself: each setting counts, a mistake is told, a demonstration stays at home."""

import shutil
from pathlib import Path

import pytest

from kiosk.bootstrap.place import Place
from kiosk.bootstrap.printing import Printer
from kiosk.bootstrap.program import Program
from kiosk.bootstrap.sending import Sending
from kiosk.destinations import ToFolder
from kiosk.flow.clock import SystemClock
from kiosk.model.errors import SiteError
from kiosk.press.jobs import PrintJob
from kiosk.settings import Device
from tests.commands import Kiosk
from tests.visits import FORMS

FAMILY = FORMS / "personas" / "kazoku4.toml"


def device(home: Path, text: str) -> Program:
    home.mkdir(exist_ok=True)
    (home / "device.toml").write_text(text, encoding="utf-8")
    return Program(Place.standard(), SystemClock())


def test_a_machine_without_a_file_has_the_usual_settings(home: Path) -> None:
    assert Program(Place.standard(), SystemClock()).device == Device()
    assert not home.exists()


def test_the_desk_is_on_record_and_its_folder_is_where_the_machine_says(
    kiosk: Kiosk, home: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "juki"
    device(home, f'desk = "mado1"\n[folder.1]\npath = "{folder}"\nmode = "0660"\n')
    assert kiosk("destination", "found", "1").code == 0
    confirmed = kiosk("confirm", FAMILY, "--json").document
    assert kiosk("deliver", "--json").document["delivered"] == confirmed["parcels"]
    arrived = [path for path in folder.glob("*.json") if not path.name.startswith(".")]
    assert '"sosashaid":"mado1"' in next(path for path in arrived if "manifest" not in path.name).read_text("utf-8")
    assert {path.stat().st_mode & 0o777 for path in arrived} == {0o660}
    assert kiosk("audit", "list", "--json").document[-1]["by"] == "mado1"


def test_with_a_second_place_for_the_mark_a_home_from_yesterday_is_refused(
    kiosk: Kiosk, home: Path, tmp_path: Path
) -> None:
    device(home, f'mark_copy = "{tmp_path / "share" / "desk1.mark"}"\n')
    (tmp_path / "share").mkdir()
    assert kiosk("confirm", FAMILY).code == 0
    shutil.copytree(home, tmp_path / "yesterday")
    assert kiosk("confirm", FORMS / "personas" / "tanshin.toml").code == 0
    shutil.rmtree(home)
    shutil.copytree(tmp_path / "yesterday", home)
    assert kiosk("status").code == 3
    assert kiosk("store", "accept-loss", "--reason", "disk replaced").code == 0
    assert kiosk("status").code == 0


def test_the_status_looks_whether_parcels_can_go_to_where_they_went_before(kiosk: Kiosk, home: Path) -> None:
    assert kiosk("status").code == 0
    assert kiosk("confirm", FAMILY).code == 0
    assert kiosk("deliver").code == 0
    (home / "outgoing").rename(home / "away")
    ended = kiosk("status")
    assert (ended.code, "送付フォルダー" in ended.out, "D01" in ended.out) == (0, True, True)
    (home / "away").rename(home / "outgoing")
    assert kiosk("pause").code == 0
    ended = kiosk("status")
    assert (ended.code, "止めています" in ended.out) == (0, True)


def test_the_file_may_lie_elsewhere(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "desk.toml"
    path.write_text('desk = "mado2"\n', encoding="utf-8")
    monkeypatch.setenv("KIOSK_DEVICE", str(path))
    assert Program(Place.standard(), SystemClock()).device.desk == "mado2"
    path.unlink()
    with pytest.raises(SiteError, match=r"desk\.toml"):
        _ = Program(Place.standard(), SystemClock()).device
    assert not home.exists()


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ('desk = "mado1"\nprintr = "x"\n', "2行目", "printer"),
        ("version = 2\n", "1行目", "1"),
        ('\ndesk = "窓口１"\n', "2行目", "desk"),
        ("desk = 1\n", "1行目", "文字"),
        ("idle_minutes = 6\n", "1行目", "5以下"),
        ('[folder.1]\npath = ""\n', "2行目", "空"),
        ('[folder.1]\nmode = "0777"\n', "2行目", "0640"),
        ('[folder.1]\nway = "x"\n', "2行目", "path"),
        ("desk = \n", "1行目", "TOML"),
    ],
)
def test_a_mistake_is_told_with_its_line_and_nothing_is_confirmed(
    kiosk: Kiosk, home: Path, text: str, line: str, said: str
) -> None:
    device(home, text)
    ended = kiosk("confirm", FAMILY)
    assert ended.code == 3
    assert all(word in ended.err for word in ("device.toml", line, said)), ended.err
    assert not (home / "data").exists()


def test_a_folder_for_a_destination_that_the_city_does_not_have_is_named(kiosk: Kiosk, home: Path) -> None:
    device(home, '[folder.9]\npath = "/srv/nine"\n')
    ended = kiosk("deliver")
    assert ended.code == 3
    assert "folder.9" in ended.err
    assert "1 送付フォルダー" in ended.err


def test_a_demonstration_delivers_into_its_own_home_whatever_the_city_and_the_machine_say(
    home: Path, tmp_path: Path
) -> None:
    device(home, '[folder.1]\npath = "/srv/juki"\n')
    forms = Path(shutil.copytree(FORMS, tmp_path / "forms"))
    city = forms / "municipality.toml"
    second = '[[destination]]\nnumber = 2\nname = "二つ目"\nkind = "folder"\npath = "/srv/second"\n'
    written = city.read_text(encoding="utf-8").replace('path = "outgoing"', 'path = "/srv/first"')
    city.write_text(f"{written}\n{second}", encoding="utf-8")
    place = Place(forms=forms, assets=Place.standard().assets, home=home)
    reached = Sending(Program(place, SystemClock(), practice=True)).reached
    assert [each.folder(home) for each in reached if isinstance(each, ToFolder)] == [
        home / "outgoing",
        home / "outgoing-2",
    ]


def test_papers_go_to_the_queue_that_the_machine_names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    said = tmp_path / "said"
    lp = tmp_path / "lp"
    lp.write_text(f'#!/bin/sh\necho "$@" > {said}\ncat > /dev/null\necho "request id is a4-7 (1 file(s))"\n')
    lp.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    Printer("mado1-a4").send(PrintJob(b"%PDF"))
    assert said.read_text().startswith("-d mado1-a4 ")
    Printer().send(PrintJob(b"%PDF"))
    assert "-d" not in said.read_text().split()


@pytest.mark.parametrize(
    ("line", "allowed"),
    [
        ('desk = "窓口1"', "半角の英数字・_・- で10文字まで"),
        ('printer = "a b"', "CUPS のプリンターの名前"),
        ('mark_copy = "relative"', "/ で始まるファイルの場所"),
        ('[folder.0]\npath = "/x"', "送付先の number（1 から 999）"),
        ("version = 2", "（1）"),
        ("idle_minutes = 6", "5以下"),
        ("onward = 5", 'kind = "hub" の送付先の number'),
    ],
)
def test_what_may_stand_there_is_said_in_words_and_not_as_a_pattern(home: Path, line: str, allowed: str) -> None:
    with pytest.raises(SiteError) as refused:
        _ = Sending(device(home, line)).reached
    assert refused.value.code == "S-DEVICE"
    assert allowed in refused.value.what
    assert "^" not in refused.value.what
