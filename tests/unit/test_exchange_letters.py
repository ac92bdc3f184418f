"""Letters that a receiver has not: written otherwise only as the city says, told beforehand, named in the manifest."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.exchange.destinations.bundle import Bundle, Formats, bundle
from kiosk.exchange.destinations.folder import FolderDestination
from kiosk.exchange.destinations.received import look_at
from kiosk.exchange.records.early import EarlyCheck
from kiosk.exchange.records.encodings import of_standard
from kiosk.exchange.records.recorder import Recorder
from kiosk.exchange.records.reissue import Mender, Ours
from kiosk.exchange.records.targets import Fallback, Script, Target, load_fallback
from kiosk.flow.actions import GoTo, Step
from kiosk.model.errors import SiteError
from kiosk.model.parcel import Failure, Receipt
from tests.commands import Kiosk
from tests.holding import COLUMNS
from tests.receivers import FORMS, failed, with_fact
from tests.unit.test_exchange_early import AT, NAME, family

SHIPPED = load_fallback((FORMS / "letters.toml").read_bytes())
YOSHI, TAKA, SAKI, KAMI, TSUJI = "\U00020bb7", "\u9ad9", "\ufa11", "\ufa19", "\u8fbb\U000e0100"
LETTERS = {
    # letter: as CP932, as JIS X 0208, as JIS X 0213, as 行政事務標準文字 ("": cannot be written)
    YOSHI: ("吉", "吉", "吉", YOSHI),
    TAKA: (TAKA, "高", "高", TAKA),
    SAKI: (SAKI, "崎", SAKI, SAKI),
    KAMI: (KAMI, "", KAMI, KAMI),
    TSUJI: ("辻", "辻", "辻", TSUJI),
    "\u301c": ("\u301c",) * 4,
    "\uff5e": ("\uff5e",) * 4,
    "\u2212": ("\u2212",) * 4,
    "\u2460": ("\u2460", "１", "\u2460", "\u2460"),
    "\u2163": ("\u2163", "", "\u2163", "\u2163"),
    "か\u3099": ("が",) * 4,
    "か\u309a": ("", "", "か\u309a", "か\u309a"),
    "\U00029e3d": ("", "", "\U00029e3d", "\U00029e3d"),
    "\U0001f41f": ("",) * 4,
    "\ue000": ("",) * 4,
    "ｶﾞ": ("ｶﾞ",) * 4,
}
LIMITED = (Target.CP932, Target.SHIFT_JIS, Target.JISX0213, Target.GYOSEI)


@pytest.mark.parametrize("letter", LETTERS)
def test_each_letter_is_written_as_it_is_or_as_the_city_says_or_not_at_all(letter: str) -> None:
    for target, expected in zip(LIMITED, LETTERS[letter], strict=True):
        script = Script(target=target, fallback=SHIPPED)
        assert script.written(letter) == expected, target
        assert bool(script.write(letter)) == (expected != letter), target
        assert of_standard(script.decode(script.encode(expected))) == of_standard(expected), target
    assert Script().written(letter) == letter


def test_a_selector_is_dropped_only_where_the_city_lets_it_and_a_stand_in_is_for_what_has_nothing_else() -> None:
    strict = Script(target=Target.CP932, fallback=Fallback(selectors=False), stand_in="〓")
    assert strict.written(f"{TSUJI}{YOSHI}髙") == "〓〓髙"
    assert Script(target=Target.CP932, fallback=Fallback(letters={TSUJI: "十"})).written(TSUJI) == "十"


def test_what_stands_for_another_is_named_by_its_number_and_the_receiver_can_check_its_files(tmp_path: Path) -> None:
    script = Script(target=Target.CP932, fallback=SHIPPED)
    formats = Formats(columns=COLUMNS, script=script)
    parcel = with_fact("person[p1].name.full", f"{YOSHI}田　太郎〜")
    assert isinstance(FolderDestination("1", tmp_path, formats).deliver(parcel), Receipt)
    (people,) = tmp_path.glob("*_対象者.csv")
    assert "吉田　太郎～" in people.read_bytes().decode("cp932")
    manifest = json.loads((tmp_path / f"{parcel.message}.manifest.json").read_bytes())
    told = {(each["item"], each["letter"], each["written"]) for each in manifest["replaced"]}
    assert (manifest["encoding"], ("氏名", "U+20BB7", "U+5409") in told) == ("cp932", True)
    assert YOSHI in (tmp_path / f"{parcel.message}.json").read_text(encoding="utf-8")
    assert look_at(tmp_path, str(parcel.message), COLUMNS).wrong == ()
    people.write_bytes(people.read_bytes().replace("吉田".encode("cp932"), "古田".encode("cp932")))
    assert {issue.message for issue in look_at(tmp_path, str(parcel.message), COLUMNS).wrong} == {
        "ハッシュ値がマニフェストと違います。",
        "記録と違います。",
    }


def test_what_cannot_be_written_is_held_until_the_city_has_said_what_stands_for_it(tmp_path: Path) -> None:
    parcel = with_fact("person[p1].name.full", "\U00029e3d田　太郎")
    script = Script(target=Target.CP932, fallback=SHIPPED)
    answer = FolderDestination("1", tmp_path, Formats(columns=COLUMNS, script=script)).deliver(parcel)
    assert failed(answer) == (Failure.REFUSED, "D46")
    assert "\U00029e3d" not in str(answer)
    mender = Mender(Ours("999997", "見本県架空市", "000"), COLUMNS, {parcel.destination: script})
    faults = mender.faults(parcel)
    assert (bool(faults.settings), faults.content) == (True, ())
    mended = script.model_copy(update={"fallback": Fallback(letters={"\U00029e3d": "魚"})})
    assert replace(mender, scripts={parcel.destination: mended}).faults(parcel).every == ()
    assert isinstance(bundle(parcel, Formats(columns=COLUMNS, script=mended)), Bundle)


def test_the_counter_is_told_before_anybody_signs_which_letter_which_receiver_has_not() -> None:
    early = EarlyCheck(
        Recorder("132012", "仮想市"), COLUMNS, lambda _: (("国保システム", Script(target=Target.SHIFT_JIS)),)
    )
    desk = family(lambda snapshot: early.refused(snapshot, at=AT))
    assert early.refused(desk.now, at=AT) == ()
    desk.say({NAME: "架空　\U00029e3d子"}).sign().act(GoTo(step=Step.SIGN))
    (issue,) = early.refused(desk.now, at=AT)
    assert (issue.where, "\U00029e3d" in issue.message, "国保システム" in issue.message) == (NAME, True, True)
    assert desk.page.step is Step.CHECK


def test_a_list_of_names_is_looked_through_before_a_receiver_is_chosen(kiosk: Kiosk, tmp_path: Path) -> None:
    names = tmp_path / "names.txt"
    names.write_text(f"{YOSHI}田\n{YOSHI}川\n{TAKA}橋\n\U00029e3d\n", encoding="utf-8")
    found = kiosk("records", "letters", names, "--to", "cp932", "--json")
    told = {each["letter"]: (each["written"], each["times"]) for each in found.document}
    assert (found.code, told) == (1, {YOSHI: ("吉", 2), "\U00029e3d": (None, 1)})
    assert "U+20BB7" in kiosk("records", "letters", names, "--to", "cp932").out
    assert kiosk("records", "letters", names, "--to", "gyosei", "--json").document == []
    assert kiosk("records", "letters", names, "--to", "ebcdic").code == 2
    assert kiosk("records", "letters", tmp_path / "none", "--to", "cp932").code == 1


@pytest.mark.parametrize("content", [b"selectors = 3", b'[letters]\n"a" = 3', b"wrong"])
def test_a_list_that_cannot_be_read_is_told(content: bytes) -> None:
    with pytest.raises(SiteError, match="X01"):
        load_fallback(content)
