"""The two set-up commands: what they start, what they say, and what they tell the shell."""

import ast
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.setup import __main__ as command
from kiosk.setup.packages import Place
from kiosk.setup.running import Exit

ROOT = Path(__file__).resolve().parents[2]


def a_recording_place(folder: Path, *, failing: str = "nothing", code: int = 1) -> Place:
    """A checkout whose programs write down how they were called, and fail for one word."""
    place = Place(folder)
    place.bin.mkdir(parents=True)
    script = f'#!/bin/sh\necho "$0 $*" >> calls\ncase "$0 $*" in *{failing}*) exit {code};; esac\n'
    for name in ("python", "lint-imports"):
        (place.bin / name).write_text(script.replace("$0", name), encoding="utf-8")
        (place.bin / name).chmod(0o755)
    return place


def calls(place: Place) -> list[str]:
    return (place.root / "calls").read_text(encoding="utf-8").replace(" \n", "\n").splitlines()


def shell_path() -> dict[str, str]:
    return {"PATH": os.environ["PATH"]}


def test_without_a_screen_the_demonstration_writes_its_results_and_says_where(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    place = a_recording_place(tmp_path)
    assert command.demo(place, [], shell_path()) == Exit.DONE
    assert calls(place) == ["python -m kiosk demo --headless --out out/demo"]
    assert capsys.readouterr().out.endswith("The results are in out/demo\n")


def test_with_a_screen_the_demonstration_opens_its_window(tmp_path: Path) -> None:
    place = a_recording_place(tmp_path)
    assert command.demo(place, [], {**shell_path(), "DISPLAY": ":0"}) == Exit.DONE
    assert calls(place) == ["python -m kiosk demo"]


@pytest.mark.parametrize(("code", "answer"), [(1, 1), (2, 2), (3, 3), (7, 1), (139, 1)])
def test_the_exit_code_is_one_of_four(tmp_path: Path, code: int, answer: int) -> None:
    assert command.bench(a_recording_place(tmp_path, failing="bench", code=code), ["--json"], shell_path()) == answer


def test_every_check_runs_even_when_an_earlier_one_fails(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    place = a_recording_place(tmp_path, failing="mypy")
    assert command.test(place, ["-x"], shell_path()) == Exit.PROBLEMS
    assert calls(place) == [
        "python -m ruff check .",
        "python -m ruff format --check .",
        "python -m mypy --num-workers 2",
        "lint-imports",
        "python -m pytest -n auto --dist worksteal -x",
    ]
    assert capfd.readouterr().out.endswith("Failed: mypy\n")


def test_what_the_tests_reach_is_measured_only_where_that_is_asked_for(tmp_path: Path) -> None:
    place = a_recording_place(tmp_path)
    assert command.test(place, ["--cov"], shell_path()) == Exit.DONE
    assert calls(place)[-2:] == [
        "python -m pytest -n auto --dist worksteal --cov --cov-report=json",
        "python -m tests.floors",
    ]


@pytest.mark.parametrize("words", [["--no-system", "demo", "-x"], ["demo", "--no-system", "-x"]])
def test_no_system_may_stand_before_or_behind_the_command_and_goes_no_further(
    words: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[object] = []
    monkeypatch.setattr(command, "ThisMachine", lambda *, system: seen.append(system))
    monkeypatch.setattr(command, "ready", lambda *_, **__: None)
    monkeypatch.setattr(command, "install", lambda *_: None)

    def demo(_place: object, rest: list[str], _env: object) -> int:
        seen.append(rest)
        return Exit.DONE

    monkeypatch.setattr(command, "demo", demo)
    assert command.main(words) == Exit.DONE
    assert seen == [False, ["-x"]]


def test_what_ships_is_looked_at_once_for_every_home_to_come_whatever_is_wrong_with_it(tmp_path: Path) -> None:
    place = a_recording_place(tmp_path, failing="check", code=1)
    command.look_once(place, shell_path())
    assert calls(place) == ["python -m kiosk check"]


@pytest.mark.parametrize(("words", "code"), [(["--help"], 0), ([], 2), (["dance"], 2)])
def test_help_and_wrong_words_have_their_own_exit_codes(words: list[str], code: int) -> None:
    with pytest.raises(SystemExit) as ended:
        command.main(words)
    assert ended.value.code == code


def test_a_place_that_is_not_ready_is_exit_code_three(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "kiosk" / "setup", tmp_path / "kiosk" / "setup")
    shutil.copy(ROOT / "kiosk" / "__init__.py", tmp_path / "kiosk")
    (tmp_path / "venv.py").write_text("raise SystemExit('no environments here')", encoding="utf-8")
    call = [sys.executable, "-m", "kiosk.setup", "lock"]
    env = {"PATH": os.environ["PATH"], "PIP_NO_INDEX": "1", "PIP_CONFIG_FILE": os.devnull, "PYTHONPATH": str(tmp_path)}
    done = subprocess.run(call, cwd=tmp_path, env=env, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr.splitlines()[0]) == (Exit.NOT_READY, "Could not make an environment:")


def test_the_set_up_needs_nothing_but_the_standard_library() -> None:
    call = [sys.executable, "-S", "-E", "-c", "import kiosk.setup.__main__"]
    assert subprocess.run(call, cwd=ROOT, check=False).returncode == 0


def test_an_older_python_can_read_the_set_up_far_enough_to_ask_for_a_newer_one() -> None:
    files = [ROOT / "kiosk" / "__init__.py", *(ROOT / "kiosk" / "setup").glob("*.py")]
    assert len(files) > 4
    for file in files:
        ast.parse(file.read_text(encoding="utf-8"), feature_version=(3, 9))


def test_the_ci_script_ends_with_the_summary_of_pytest_and_keeps_the_exit_code(tmp_path: Path) -> None:
    for folder in ("bin", ".ci"):
        (tmp_path / folder).mkdir()
    shutil.copy(ROOT / ".ci" / "run", tmp_path / ".ci" / "run")
    python = tmp_path / "bin" / "python3"
    python.write_text(
        "#!/bin/sh\necho \"$*\"\necho '2 failed, 40 passed, 1 skipped in 3.21s'\necho 'Failed: pytest'\nexit 1\n"
    )
    python.chmod(0o755)
    env = {"PATH": f"{tmp_path / 'bin'}:{os.environ['PATH']}"}
    done = subprocess.run([str(tmp_path / ".ci" / "run")], env=env, capture_output=True, text=True, check=False)
    lines = done.stdout.splitlines()
    assert (done.returncode, lines[0], lines[-1]) == (
        1,
        "-m kiosk.setup test",
        "2 failed, 40 passed, 1 skipped in 3.21s",
    )
