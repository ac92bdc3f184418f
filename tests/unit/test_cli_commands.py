"""The commands: what they say to people and to machines, what they leave on the disk, and how they end."""

from pathlib import Path

import pytest

from tests.commands import Kiosk
from tests.visits import FORMS

FAMILY = FORMS / "personas" / "kazoku4.toml"
COMMANDS = (
    *("demo", "counter", "plan", "fill", "confirm", "deliver", "status", "check", "bench"),
    *("hold", "pause", "resume", "day", "drafts", "audit", "shred", "withdraw"),
)


def written(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.rglob("*"))


def variant(folder: Path, *changes: tuple[str, str]) -> Path:
    """The family's file with something else in it."""
    text = FAMILY.read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    path = folder / "visit.toml"
    path.write_text(text, encoding="utf-8")
    (folder / "kazoku4.csv").write_bytes(FAMILY.with_suffix(".csv").read_bytes())
    return path


# ---- usage -----------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(kiosk: Kiosk, home: Path, command: str) -> None:
    ended = kiosk(command, "--help")
    assert ended.code == 0
    assert command in ended.out
    assert not home.exists()


def test_every_command_is_on_the_list(kiosk: Kiosk) -> None:
    ended = kiosk("--help")
    assert all(command in ended.out for command in COMMANDS)


@pytest.mark.parametrize("words", [("plan",), ("nothing",), ("plan", "x.toml", "--nothing"), ("deliver", "x")])
def test_wrong_usage_ends_with_two_and_touches_nothing(kiosk: Kiosk, home: Path, words: tuple[str, ...]) -> None:
    ended = kiosk(*words)
    assert ended.code == 2
    assert ended.err
    assert not home.exists()


# ---- plan and fill ---------------------------------------------------------------------------------------------------
def test_a_plan_is_told_in_words_and_as_one_document(kiosk: Kiosk, home: Path) -> None:
    ended = kiosk("plan", FAMILY)
    assert ended.code == 0
    assert "転入届" in ended.out
    assert "令和8年4月27日まで" in ended.out
    found = kiosk("plan", FAMILY, "--json")
    needs = {entry["id"]: entry["need"] for entry in found.document["procedures"]}
    assert (found.code, needs["P01"], needs["P70"]) == (0, "needed", "not_needed")
    assert found.document["missing"] == []
    assert not home.exists()


def test_a_plan_with_cards_and_the_extract_is_the_same_plan(kiosk: Kiosk) -> None:
    said = {entry["id"]: entry["need"] for entry in kiosk("plan", FAMILY, "--json").document["procedures"]}
    read = kiosk("plan", FAMILY, "--json", "--cards", "--extract").document["procedures"]
    assert {entry["id"]: entry["need"] for entry in read} == said


def test_forms_are_written_into_the_folder_and_nowhere_else(kiosk: Kiosk, home: Path, tmp_path: Path) -> None:
    ended = kiosk("fill", FAMILY, "--out", tmp_path / "papers", "--json")
    assert ended.code == 0
    assert sum(form["boxes"] for form in ended.document["forms"]) >= 230
    names = written(tmp_path / "papers")
    assert {"packet.pdf", "slip.pdf", "F01.pdf", "F17.pdf"} <= set(names)
    assert not [name for name in names if name.endswith(".part")]
    assert not home.exists()


def test_a_visit_without_any_form_gets_its_slip_and_its_guide(kiosk: Kiosk, tmp_path: Path) -> None:
    ended = kiosk("fill", FORMS / "personas" / "inin_fubi.toml", "--out", tmp_path / "papers", "--json")
    assert (ended.code, ended.document["forms"]) == (0, [])
    assert written(tmp_path / "papers") == ["guide.pdf", "slip.pdf"]


def test_a_folder_that_cannot_be_written_ends_with_three(kiosk: Kiosk, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    ended = kiosk("fill", FAMILY, "--out", tmp_path / "file" / "papers")
    assert ended.code == 3
    assert "書き込めません" in ended.err


# ---- mistakes in a case file -----------------------------------------------------------------------------------------
MISTAKES = (
    (('"case.moved_on" = "R8.4.12"', '"case.mooved_on" = "R8.4.12"'), "case.mooved_on", "forms/vocabulary"),
    (('"case.moved_on" = "R8.4.12"', '"case.moved_on" = "R8.2.30"'), "case.moved_on", "暦にある日"),
    (('"case.moved_on" = "R8.4.12"', '"case.moved_on" = "R8.13.1"'), "case.moved_on", "12"),
    (('"case.moved_on" = "R8.4.12"', '"case.moved_on" = "R9.4.12"'), "case.moved_on", "今日かそれより前の日"),
    (('"case.event_type" = "国内転入"', '"case.event_type" = "帰国"'), "case.event_type", "国外転入等"),
    (('"jido.older_siblings" = "0"', '"jido.older_siblings" = "なし"'), "jido.older_siblings", "0以上の整数"),
    (('"jido.claimant" = "p1"', '"jido.claimant" = "p7"'), "jido.claimant", "この世帯の方"),
    (('"bank.number" = "0000000"', '"bank.number" = "12"'), "bank.number", "7桁"),
    (('sex = "男"', 'sex = "おとこ"'), "person[p1].sex", "男、女"),
    (('relation_new = "妻"', 'relation_new = "嫁"'), "person[p2].relation_new", "妻"),
    (('p1 = "1"', 'p1 = "nobody"'), "cards.p1", "family-wife"),
    (('event = "tennyu"', 'event = "moving"'), "event", "tennyu"),
    (("today = 2026-04-20", "today = 2026-04-31"), "", "TOML"),
)


TRIED = [("confirm", *mistake) for mistake in MISTAKES] + [(each, *MISTAKES[0]) for each in ("plan", "fill")]


@pytest.mark.parametrize(("command", "change", "path", "allowed"), TRIED)
def test_a_mistake_is_told_with_file_place_and_what_is_allowed_and_nothing_is_written(
    kiosk: Kiosk, home: Path, tmp_path: Path, command: str, change: tuple[str, str], path: str, allowed: str
) -> None:
    out = tmp_path / "papers"
    case = variant(tmp_path, change)
    ended = kiosk(command, case, *(("--out", out) if command == "fill" else ()))
    assert ended.code == 1
    assert f"visit.toml {path}".strip() in ended.err
    assert allowed in ended.err
    assert not home.exists()
    assert not out.exists()


def test_mistakes_are_one_document_for_a_machine(kiosk: Kiosk, tmp_path: Path) -> None:
    ended = kiosk("plan", variant(tmp_path, ('sex = "男"', 'sex = "おとこ"')), "--json")
    assert ended.code == 1
    assert {issue["where"] for issue in ended.document["issues"]} == {
        "visit.toml person[p1].sex",
        "visit.toml person[p3].sex",
    }


def test_an_extract_that_is_not_there_is_named(kiosk: Kiosk, tmp_path: Path) -> None:
    ended = kiosk("plan", variant(tmp_path, ('extract = "kazoku4.csv"', 'extract = "gone.csv"')), "--extract")
    assert ended.code == 1
    assert "gone.csv" in ended.err


# ---- confirm, deliver, status ----------------------------------------------------------------------------------------
def test_a_confirmed_case_is_delivered_once(kiosk: Kiosk, home: Path) -> None:
    confirmed = kiosk("confirm", FAMILY, "--json")
    assert confirmed.code == 0
    assert kiosk("status", "--json").document["outbox"]["pending"] == confirmed.document["parcels"] > 0
    first = kiosk("deliver", "--json")
    assert (first.code, first.document) == (
        0,
        {
            "delivered": confirmed.document["parcels"],
            "trouble": [],
            "waiting": 0,
            "relayed": 0,
            "held": 0,
            "next_at": "",
            "reasons": [],
            "answers": 0,
        },
    )
    files = written(home / "outgoing")
    assert len([name for name in files if name.endswith(".done")]) == confirmed.document["parcels"]
    assert kiosk("deliver", "--json").document["delivered"] == 0
    assert written(home / "outgoing") == files
    status = kiosk("status", "--json").document
    assert (status["outbox"]["pending"], status["audit_chain"]) == (0, "ok")


def test_two_confirmations_are_two_cases_with_two_slips(kiosk: Kiosk) -> None:
    one, two = (kiosk("confirm", FAMILY, "--json").document for _ in range(2))
    assert one["slip"] != two["slip"]
    assert one["case"] != two["case"]


def test_an_incomplete_case_is_not_confirmed_and_leaves_nothing(kiosk: Kiosk, home: Path, tmp_path: Path) -> None:
    ended = kiosk("confirm", variant(tmp_path, ('"bank.type" = "普通"', "")))
    assert ended.code == 1
    assert "visit.toml bank.type" in ended.err
    assert "普通、当座" in ended.err
    assert not home.exists()


def test_a_case_without_signatures_says_so(kiosk: Kiosk, home: Path, tmp_path: Path) -> None:
    case = variant(tmp_path)
    text = case.read_text(encoding="utf-8")
    case.write_text(text[: text.index("[signatures]")], encoding="utf-8")
    ended = kiosk("confirm", case)
    assert (ended.code, "署名がありません" in ended.err) == (1, True)
    assert not home.exists()


def test_the_status_of_a_new_place_warns_about_the_development_key(kiosk: Kiosk) -> None:
    ended = kiosk("status", "--json")
    assert ended.code == 0
    assert ended.document["development_key"]
    assert ended.document["warnings"]


# ---- check -----------------------------------------------------------------------------------------------------------
def test_the_catalogue_is_examined(kiosk: Kiosk) -> None:
    ended = kiosk("check", "--json")
    assert (ended.code, ended.document["issues"]) == (0, [])
    assert ended.document["counts"]["procedures"] >= 21


def test_mistakes_in_the_catalogue_are_all_named(kiosk: Kiosk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    forms = tmp_path / "forms"
    for path in FORMS.rglob("*"):
        if path.is_file():
            target = forms / path.relative_to(FORMS)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(path.read_bytes())
    rule = forms / "procedures" / "P70.toml"
    rule.write_text(rule.read_text(encoding="utf-8").replace("household.has_dog'''", "household.has_dogg'''"))
    (forms / "procedures" / "P71.toml").write_text("id = ", encoding="utf-8")
    monkeypatch.setenv("KIOSK_FORMS", str(forms))
    ended = kiosk("check")
    assert ended.code == 1
    assert "P70.toml" in ended.err
    assert "household.has_dogg" in ended.err
    assert "P71.toml" in ended.err
