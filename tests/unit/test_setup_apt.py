"""Debian's package tool: a busy lock is waited for and told, a failure is shown with its last words."""

from pathlib import Path

import pytest

from kiosk.setup.apt import Apt

FAKE = """\
#!/bin/sh
echo "$*" >> {folder}/calls
echo "$LC_ALL $DEBIAN_FRONTEND" > {folder}/env
[ "$3" = install ] || exit 0
turn=$(grep -c install {folder}/calls)
[ "$turn" -gt {busy} ] || {{ echo 'E: Could not get lock /var/lib/apt/lists/lock. It is held by process 7'; exit 100; }}
{last}
"""


def apt(folder: Path, *, busy: int = 0, last: str = "exit 0", patience: float = 60.0) -> Apt:
    """An apt-get that finds the lock taken for the first few calls that install."""
    program = folder / "apt-get"
    program.write_text(FAKE.format(folder=folder, busy=busy, last=last), encoding="utf-8")
    program.chmod(0o755)
    return Apt(str(program), patience=patience, pause=0.0)


def calls(folder: Path) -> list[str]:
    return (folder / "calls").read_text(encoding="utf-8").splitlines()


def test_packages_are_added_with_a_fresh_list_and_without_questions(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert apt(tmp_path).install(["libxcb-cursor0"])
    assert calls(tmp_path) == [
        "-o DPkg::Lock::Timeout=60 update -q",
        "-o DPkg::Lock::Timeout=60 install -y -q --no-install-recommends libxcb-cursor0",
    ]
    assert (tmp_path / "env").read_text() == "C noninteractive\n"
    assert capsys.readouterr().out == ""


def test_a_lock_that_another_program_holds_is_waited_for_and_told_once(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert apt(tmp_path, busy=3).install(["qpdf"])
    assert len(calls(tmp_path)) == 1 + 4
    assert capsys.readouterr().out.count("ほかの更新（apt）が動いています。終わるまで待ちます（最長1分") == 1


def test_waiting_inside_apt_is_told_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    waits = "echo 'Waiting for cache lock: Could not get lock /var/lib/dpkg/lock-frontend.'; echo done"
    assert apt(tmp_path, last=waits).install(["qpdf"])
    assert capsys.readouterr().out.count("終わるまで待ちます") == 1


def test_patience_ends(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert not apt(tmp_path, busy=99, patience=0.0).install(["qpdf"])
    assert len(calls(tmp_path)) == 2
    assert "held by process 7" in capsys.readouterr().out


def test_another_failure_is_not_repeated_and_shown_with_its_last_words(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert not apt(tmp_path, last="echo 'E: Unable to locate package qpdf'; exit 100").install(["qpdf"])
    assert len(calls(tmp_path)) == 2
    assert capsys.readouterr().out.endswith("E: Unable to locate package qpdf\n")
