"""`kiosk forms …`: a change is made by one member of staff and let go by another, at the command line."""

import io
import sys
from pathlib import Path

import pytest

from tests.changing import PERSONA, PROCEDURE
from tests.commands import Kiosk
from tests.edits import change
from tests.tiny_forms import tiny_forms


@pytest.fixture
def forms(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tiny_forms(tmp_path / "forms")
    (folder / "personas").mkdir()
    (folder / "personas" / "inu.toml").write_text(PERSONA, encoding="utf-8")
    monkeypatch.setenv("KIOSK_FORMS", str(folder))
    return folder


def test_a_change_is_drafted_tried_accepted_approved_released_and_taken_back(kiosk: Kiosk, forms: Path) -> None:
    made = kiosk("forms", "draft", "dog", "--reason", "名前を直す", "--by", "S1", "--json")
    assert made.code == 0
    change(Path(made.document["folder"]) / PROCEDURE, "犬の届出", "犬の新しい届出")
    assert f"変わる　{PROCEDURE}" in kiosk("forms", "diff", "dog").out
    tried = kiosk("forms", "try", "dog", "--by", "S1")
    assert tried.code == 1
    assert "届出の種類が変わる　P01: 犬の届出 → 犬の新しい届出" in tried.out
    assert "見本の住民 1人、結果の変わる人 1人、誤り 0件" in tried.out
    assert kiosk("forms", "approve", "dog", "--by", "S2").code == 1
    assert "残り 0人" in kiosk("forms", "accept", "dog", "inu", "--reason", "名前を直した", "--by", "S1").out
    assert "承認待ち" in kiosk("forms", "drafts").out
    assert "承認できません" in kiosk("forms", "approve", "dog", "--by", "S1").err
    assert kiosk("forms", "approve", "dog", "--by", "S2").code == 0
    released = kiosk("forms", "release", "dog", "--by", "S1", "--json").document["release"]
    listed = kiosk("forms", "releases", "--json").document
    assert [(each["name"], each["stands"]) for each in listed] == [(released, "使用中"), (released[:-2], "")]
    back = kiosk("forms", "rollback", released[:-2], "--reason", "取り消す", "--by", "S2", "--json")
    assert back.document["release"] == f"{released[:-2]}-3"
    assert "犬の届出" in (forms / PROCEDURE).read_text(encoding="utf-8")
    audit = kiosk("audit", "list", "--json").document
    noted = [entry["action"] for entry in (audit if isinstance(audit, list) else audit["entries"])]
    assert {"forms-draft", "forms-accept", "forms-approve", "forms-release", "forms-rollback"} <= {*noted}


def test_who_signs_for_a_step_enters_their_pin(kiosk: Kiosk, forms: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pin = kiosk("staff", "add", "1001", "lead", "it", "--name", "見本　一子", "--json").document["pin"]
    monkeypatch.setattr(sys, "stdin", io.StringIO("000000\n"))
    refused = kiosk("forms", "draft", "dog", "--reason", "名前を直す", "--by", "1001")
    assert refused.code == 1
    monkeypatch.setattr(sys, "stdin", io.StringIO(f"{pin}\n"))
    assert "1001" not in kiosk("forms", "drafts").out


def test_a_draft_is_dropped_and_wrong_days_and_reasons_are_refused(kiosk: Kiosk, forms: Path) -> None:
    assert kiosk("forms", "draft", "dog", "--reason", "1").code == 1
    assert kiosk("forms", "draft", "dog", "--reason", "名前を直す").code == 0
    assert kiosk("forms", "release", "dog", "--from", "あした").code == 2
    assert kiosk("forms", "drop", "dog").code == 0
    assert kiosk("forms", "drop", "dog").code == 1


def test_who_means_a_change_lets_a_written_visit_expect_what_comes_of_it_and_leaves_the_approval_to_another(
    kiosk: Kiosk, forms: Path
) -> None:
    persona = "personas/inu.toml"
    change(
        forms / persona, '[expect]\nprocedures = ["P01"]', '[expect]  # 条例の第3条\nprocedures = ["P01"]  # 犬の届出'
    )
    made = kiosk("forms", "draft", "dog", "--reason", "犬の届出をやめる", "--by", "S1", "--json")
    draft = Path(made.document["folder"])
    change(draft / PROCEDURE, "case.count > 0", "case.count > 3")
    assert kiosk("forms", "expect", "dog", "inu", "--reason", "条例の改正", "--by", "S1").code == 1  # not tried yet
    tried = kiosk("forms", "try", "dog", "--by", "S1")
    assert "直すこと: 手続が見込み（expect.procedures）と違います: P01 → なし" in tried.out
    assert "見込みと違う結果になっていない名前です。（inu）" in (
        kiosk("forms", "expect", "dog", "neko", "--reason", "条例の改正", "--by", "S1").err
    )
    before = (draft / persona).read_text(encoding="utf-8")
    assert kiosk("forms", "expect", "dog", "inu", "--reason", "条例の改正", "--by", "S3").code == 0
    after = (draft / persona).read_text(encoding="utf-8")
    assert after == before.replace('procedures = ["P01"]', "procedures = []")
    again = kiosk("forms", "try", "dog", "--by", "S1")
    assert "直すこと" not in again.out
    assert kiosk("forms", "accept", "dog", "inu", "--reason", "条例の改正", "--by", "S1").code == 0
    assert "承認できません" in kiosk("forms", "approve", "dog", "--by", "S3").err  # who changed what is expected
    assert kiosk("forms", "approve", "dog", "--by", "S2").code == 0
