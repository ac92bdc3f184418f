"""`kiosk check` looks at every file of a place, also at those that only people and tests use, and at the words."""

import datetime as dt
import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.bootstrap import verdict as room
from kiosk.bootstrap.place import Place
from kiosk.bootstrap.verdict import Verdict, verdict
from tests.edits import change
from tests.read_before import begun, own_cache
from tests.tiny_forms import tiny_forms
from tests.visits import ROOT

PERSONA = 'title = "見本"\nevent = "ten"\ntoday = 2026-04-20\n\n[answers]\n"case.kind" = "届出"\n'


@pytest.fixture
def place(tmp_path: Path) -> Place:
    forms = tiny_forms(tmp_path / "forms")
    (forms / "personas").mkdir()
    (forms / "personas" / "one.toml").write_text(PERSONA, encoding="utf-8")
    shutil.copytree(ROOT / "assets" / "words", tmp_path / "assets" / "words")
    (tmp_path / "home").mkdir()
    return Place(forms=forms, assets=tmp_path / "assets", home=tmp_path / "home")


def made(home: Path) -> Path:
    home.mkdir()
    return home


def told(place: Place) -> list[str]:
    return [str(issue) for issue in verdict(place).issues]


def test_a_place_with_nothing_wrong_says_what_is_there(place: Place) -> None:
    found = verdict(place)
    assert found.issues == ()
    assert {"events": 1, "procedures": 1, "templates": 1, "personas": 1}.items() <= found.counts.items()


@pytest.mark.parametrize(
    ("file", "text", "place_in_it", "message"),
    [
        ("personas/one.toml", PERSONA.replace("case.kind", "case.kin"), "personas/one.toml 6行目", "case.kin"),
        ("personas/one.toml", PERSONA.replace("title", "titel"), "personas/one.toml 1行目", "知らない項目"),
        ("personas/one.toml", "title = ", "personas/one.toml 1行目", "TOML"),
        ("templates/F01/001/sheet.toml", "id = 3\n", "templates/F01/001/sheet.toml 1行目 id", "文字で"),
        (
            "templates/F01/001/sample.toml",
            'event = "elf"\ntoday = 2026-04-20\n',
            "templates/F01/001/sample.toml",
            "きっかけ",
        ),
        ("templates/F01/001/expected.json", "[", "templates/F01/001/expected.json", "JSON"),
    ],
)
def test_what_only_people_and_tests_use_is_looked_at_too(
    place: Place, file: str, text: str, place_in_it: str, message: str
) -> None:
    (place.forms / file).write_text(text, encoding="utf-8")
    found = told(place)
    assert any(issue.startswith(place_in_it) and message in issue for issue in found), found


def test_words_and_drawings_that_are_sound_are_looked_at_again_only_when_one_of_them_changes(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert told(place) == []
    monkeypatch.setattr("kiosk.bootstrap.word_files.word_issues", None)
    change(place.forms / "procedures/P01.toml", 'reason = "', 'reason = "ここで')
    assert told(place) == []
    monkeypatch.undo()
    change(place.assets / "words/ja.ftl", "mock = 模擬\n", "mock = 模擬\nmock = 模擬\n")
    for _ in range(2):  # what is wrong is told every time
        (place.forms / "procedures/P01.toml").touch()
        assert any("2回" in issue for issue in told(place))


@pytest.mark.parametrize(
    ("file", "old", "new", "where", "message"),
    [
        ("ja.ftl", "window-title =", "window title =", "words/ja.ftl 3行目", "書き方"),
        ("ja.ftl", "mock = 模擬\n", "mock = 模擬\nmock = 模擬\n", "words/ja.ftl 6行目 mock", "2回"),
        ("guide/en.ftl", "late =", "laet =", "words/guide/en.ftl", "この名前のことばはありません"),
        ("guide/en.ftl", "{ $year }", "{ $yeer }", "words/guide/en.ftl 5行目 date", "yeer"),
    ],
)
def test_words_are_looked_at_with_their_lines(
    place: Place, file: str, old: str, new: str, where: str, message: str
) -> None:
    change(place.assets / "words" / file, old, new)
    found = told(place)
    assert any(issue.startswith(where) and message in issue for issue in found), found


def test_a_word_file_in_another_encoding_is_told(place: Place) -> None:
    path = place.assets / "words" / "guide" / "ja.ftl"
    path.write_bytes(path.read_text(encoding="utf-8").encode("cp932"))
    assert any("UTF-8 ではありません" in issue for issue in told(place))


def test_the_verdict_is_kept_until_a_file_changes(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    first = verdict(place)
    with monkeypatch.context() as unread:
        unread.setattr(room, "_made", None)
        assert verdict(place) == first
    change(place.forms / "groups.toml", '"m.old"', '"m.olt"')
    assert [issue.line for issue in verdict(place).issues] == [2]


@pytest.mark.parametrize("kept", ["", "{", "[]", '{"counts": 1}', json.dumps({"counts": {}, "issues": [3]})])
def test_a_kept_verdict_that_says_something_else_is_made_anew(place: Place, kept: str) -> None:
    sound = verdict(place)
    for path in (place.home / "cache").glob("check-*.json"):
        path.write_text(kept, encoding="utf-8")
    assert verdict(place) == sound
    assert isinstance(sound, Verdict)


def test_a_procedure_without_a_version_of_today_is_named_with_the_days_it_has(place: Place) -> None:
    file = next((place.forms / "procedures").glob("*.toml"))
    (first,) = [spans for name, spans in verdict(place).spans.items() if name.startswith(f"procedures/{file.name}")]
    begins = dt.date.fromisoformat(first[0][0])
    assert not list(verdict(place).idle(begins))
    (idle,) = verdict(place).idle(begins - dt.timedelta(days=1))
    assert idle.where.startswith(f"procedures/{file.name}")
    assert begins.isoformat() in idle.message


def test_what_has_no_translation_is_counted_and_the_first_of_it_named(place: Place) -> None:
    (before,) = (remark for remark in verdict(place).remarks if remark.where == "labels/en.toml")
    change(place.forms / "vocabulary.toml", "どちらですか。", "どれですか。")
    (after,) = (remark for remark in verdict(place).remarks if remark.where == "labels/en.toml")
    assert ("「どちらですか。」" in before.message, "「どれですか。」" in after.message) == (True, True)


@pytest.fixture
def account(place: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Place:
    """The place before it has a home, looked at once, as the set-up does."""
    monkeypatch.setattr(Place, "cache", own_cache)
    before = replace(place, home=tmp_path / "none", account_cache=begun(tmp_path / "account"))
    assert verdict(before).issues == ()
    return before


def test_a_new_home_knows_what_the_account_knows_of_the_same_files_and_of_no_others(
    account: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(room, "_made", None)
        assert verdict(replace(account, home=made(tmp_path / "new"))) == verdict(account)
    change(account.forms / "personas" / "one.toml", "case.kind", "case.kin")
    assert "case.kin" in "".join(told(replace(account, home=made(tmp_path / "edited"))))


def test_a_new_home_takes_nothing_that_others_could_have_written(account: Place, tmp_path: Path) -> None:
    for path in (tmp_path / "account").iterdir():
        path.chmod(0o666)
    new = replace(account, home=made(tmp_path / "new"))
    new.know()
    assert not (new.home / "cache").exists()
