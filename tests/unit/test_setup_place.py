"""The machine and the environment: what is looked for, what is added, and what is left alone."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import PySide6
import pytest

from kiosk.setup.libraries import QT, X11
from kiosk.setup.machine import TEST_TOOLS, ThisMachine, ready, tell_of_window
from kiosk.setup.packages import Place, goal, install, interpreter, make_venv, read_stamp, show, venv_version
from kiosk.setup.running import NotReady, follow

ROOT = Path(__file__).resolve().parents[2]
QT_FOLDER = Path(PySide6.__file__).parent / "Qt"
LOCK = "alpha==1.0 --hash=sha256:aa\n"


class FakeMachine:
    """A machine with some libraries and tools, where packages can be added or not."""

    def __init__(self, *, lacks: Sequence[str] = (), root: bool = False) -> None:
        self.lacks, self.root, self.added = set(lacks), root, list[str]()

    def loads(self, soname: str) -> bool:
        return soname not in self.lacks

    def has(self, tool: str) -> bool:
        return tool not in self.lacks

    def adds(self, packages: Sequence[str]) -> bool:
        self.added += packages
        return self.root


def a_place(folder: Path, *, python: str = "3.11", lock: str = LOCK) -> Place:
    """A checkout with a finished environment, as far as the set-up looks at it."""
    place = Place(folder)
    place.bin.mkdir(parents=True)
    (place.bin / "python").symlink_to(sys.executable)
    (place.venv / "pyvenv.cfg").write_text(f"home = /usr/bin\nversion = {python}.2\n", encoding="utf-8")
    (folder / "requirements.lock").write_text(lock, encoding="utf-8")
    return place


def test_a_complete_machine_is_left_alone() -> None:
    machine = FakeMachine()
    ready(machine, {}, testing=True)
    assert machine.added == []


def test_a_missing_library_is_named_in_one_line_to_type() -> None:
    with pytest.raises(NotReady, match=r"sudo apt-get install .* libegl1 libfontconfig1$"):
        ready(FakeMachine(lacks=["libEGL.so.1", "libfontconfig.so.1"]), {}, testing=False)


def test_root_gets_the_missing_library_installed() -> None:
    machine = FakeMachine(lacks=["libGL.so.1"], root=True)
    ready(machine, {}, testing=False)
    assert machine.added == ["libgl1"]


def a_recording_apt(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An apt-get at the front of PATH that writes down how it was called and what had been said before."""
    log = folder / "calls"
    (folder / "apt-get").write_text(f'#!/bin/sh\necho "$*" >> {log}\n', encoding="utf-8")
    (folder / "apt-get").chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}:{os.environ['PATH']}")
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    return log


def test_root_is_told_what_will_be_installed_before_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    log, said = a_recording_apt(tmp_path, monkeypatch), list[tuple[str, bool]]()
    monkeypatch.setattr("kiosk.setup.machine.say", lambda text: said.append((text, log.exists())))
    assert ThisMachine().adds(["libgl1", "qpdf"])
    ((text, begun),) = said
    assert text.endswith("\n  apt-get install -y --no-install-recommends libgl1 qpdf")
    assert not begun
    assert log.exists()


def test_without_the_system_root_only_learns_the_line_to_type(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    log = a_recording_apt(tmp_path, monkeypatch)
    assert not ThisMachine(system=False).adds(["libgl1"])
    assert capfd.readouterr().out == ""
    assert not log.exists()


def test_the_window_system_is_only_needed_where_there_is_one() -> None:
    machine = FakeMachine(lacks=["libxcb-cursor.so.0", "libwayland-client.so.0"])
    ready(machine, {}, testing=False)
    with pytest.raises(NotReady, match=r"libxcb-cursor0$"):
        ready(machine, {"DISPLAY": ":0"}, testing=False)
    with pytest.raises(NotReady, match=r"libwayland-client0$"):
        ready(machine, {"WAYLAND_DISPLAY": "wayland-0"}, testing=False)


def test_a_shell_without_a_screen_is_told_what_a_window_will_need(capsys: pytest.CaptureFixture[str]) -> None:
    tell_of_window(FakeMachine(lacks=["libxcb-cursor.so.0"]), {"DISPLAY": ":0"})
    tell_of_window(FakeMachine(), {})
    assert capsys.readouterr().out == ""
    tell_of_window(FakeMachine(lacks=["libxcb-cursor.so.0"]), {})
    assert capsys.readouterr().out.endswith("sudo apt-get install -y --no-install-recommends libxcb-cursor0\n")


def test_japanese_time_is_there_without_the_systems_table_of_zones() -> None:
    code = "from kiosk.flow.clock import TOKYO; import datetime; print(datetime.datetime(2026, 4, 1, tzinfo=TOKYO))"
    env = {**os.environ, "PYTHONTZPATH": ""}
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, env=env, capture_output=True, text=True, check=True)
    assert done.stdout == "2026-04-01 00:00:00+09:00\n"


def test_tests_run_without_the_optional_tools_and_say_so(capsys: pytest.CaptureFixture[str]) -> None:
    ready(FakeMachine(lacks=["pdftotext", "Xvfb", "libxcb-cursor.so.0"]), {}, testing=True)
    assert capsys.readouterr().out.endswith("--no-install-recommends libxcb-cursor0 poppler-utils xvfb\n")


def test_every_library_that_qt_names_is_in_the_tables() -> None:
    readelf, plugins = shutil.which("readelf"), list(QT_FOLDER.glob("plugins/platforms/libq[ox]*.so"))
    if readelf is None or not plugins:
        pytest.skip("needs readelf (binutils)")
    libraries = plugins + [
        QT_FOLDER / "lib" / f"libQt6{part}.so.6" for part in ("Core", "DBus", "Gui", "Widgets", "XcbQpa")
    ]
    text = subprocess.run([readelf, "-d", *map(str, libraries)], capture_output=True, text=True, check=True).stdout
    asked = set(
        re.findall(r"NEEDED.*\[((?:libX|libx|libEGL|libGL|libfont|libfree|libdbus|libglib|libzstd)[^\]]*)\]", text)
    )
    assert "libxcb-cursor.so.0" in asked
    assert asked - {"libxcb.so.1"} <= {*QT, *X11}


def test_the_test_tools_are_debian_packages() -> None:
    assert set(TEST_TOOLS.values()) == {
        "chromium",
        "chromium-driver",
        "cups-client",
        "cups-daemon",
        "cups-ipp-utils",
        "nodejs",
        "poppler-utils",
        "postgresql",
        "qpdf",
        "strace",
        "x11-utils",
        "xdotool",
        "xsel",
        "xvfb",
    }


def test_a_python_that_will_do_is_taken_as_it_is() -> None:
    assert interpreter("3.12") == sys.executable


def test_an_old_python_looks_for_a_newer_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "python3.12").symlink_to(sys.executable)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert interpreter("3.9") == str(tmp_path / "python3.12")


def test_an_old_python_alone_says_which_one_is_needed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(NotReady, match=r"3\.11, 3\.12 or 3\.13 is needed; this is 3\.9"):
        interpreter("3.9")


def test_the_environment_does_not_saw_off_the_branch_it_sits_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", str(tmp_path / ".venv" / "bin" / "python"))
    with pytest.raises(NotReady, match="system's python3"):
        make_venv(FakeMachine(), tmp_path / ".venv")


def test_a_finished_environment_is_not_touched(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    place = a_place(tmp_path)
    place.stamp.write_text(json.dumps(goal(place, ("test",), None)), encoding="utf-8")
    before = place.stamp.stat().st_mtime_ns
    install(place, FakeMachine(), ("test",))
    install(place, FakeMachine(), ())
    assert (capsys.readouterr().out, place.stamp.stat().st_mtime_ns) == ("", before)


def test_a_link_to_another_checkout_s_environment_is_taken_away_and_that_one_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other, ours = a_place(tmp_path / "other"), Place(tmp_path / "ours")
    other.stamp.write_text(json.dumps(goal(other, ("test",), None)), encoding="utf-8")
    before = sorted(path.name for path in other.venv.rglob("*"))
    ours.root.mkdir()
    (ours.root / "requirements.lock").write_text(LOCK, encoding="utf-8")
    ours.venv.symlink_to(other.venv)

    def made(_machine: object, folder: Path) -> None:
        folder.mkdir()

    monkeypatch.setattr("kiosk.setup.packages.make_venv", made)
    monkeypatch.setattr("kiosk.setup.packages.fill", lambda _place, _extras: None)
    install(ours, FakeMachine(), ())
    assert not ours.venv.is_symlink()
    assert sorted(path.name for path in other.venv.rglob("*")) == before


def test_a_changed_lock_or_a_new_extra_or_another_folder_is_noticed(tmp_path: Path) -> None:
    place = a_place(tmp_path / "one")
    had = goal(place, ("bench",), None)
    assert goal(place, (), had) == had
    assert goal(place, ("test",), had).extras == ("bench", "test")
    assert goal(a_place(tmp_path / "two"), ("bench",), had) != had
    (place.root / "requirements.lock").write_text(LOCK + "# later\n", encoding="utf-8")
    assert goal(place, (), had) != had


@pytest.mark.parametrize("text", ["", "{", "[1]", "7", '["lock", 5, "3.11", "/"]'])
def test_a_damaged_stamp_counts_as_none(tmp_path: Path, text: str) -> None:
    (tmp_path / "stamp").write_text(text, encoding="utf-8")
    assert read_stamp(tmp_path / "stamp") is None


def test_an_environment_whose_python_is_gone_has_no_version(tmp_path: Path) -> None:
    place = a_place(tmp_path, python="3.13")
    assert venv_version(place.venv) == "3.13"
    (place.bin / "python").unlink()
    assert venv_version(place.venv) == ""


def test_progress_counts_every_way_pip_names_a_package(capsys: pytest.CaptureFixture[str]) -> None:
    lines = [
        "Ignoring colorama: markers 'sys_platform == \"win32\"' don't match your environment\n",
        "Collecting typing-extensions==4.16.0\n",
        "  Downloading typing_extensions-4.16.0-py3-none-any.whl (40 kB)\n",
        "Processing ./wheels/PySide6_Essentials-6.11.3-cp310-abi3-manylinux_2_34_x86_64.whl\n",
        "Requirement already satisfied: fluent.runtime==0.4.0 in ./lib (0.4.0)\n",
        "Installing collected packages: typing-extensions\n",
    ]
    show(lines, 4, live=False)
    told = capsys.readouterr().out
    assert told.split("\n") == [
        "   1/4 colorama",
        "   2/4 typing-extensions",
        "   3/4 PySide6_Essentials",
        "   4/4 fluent.runtime",
        "     unpacking",
        "",
    ]
    show(lines, 4, live=True)
    assert "\n" not in capsys.readouterr().out


def test_a_failing_program_ends_the_set_up_with_its_last_words() -> None:
    with pytest.raises(NotReady, match="Could not:\nno space left"):
        list(follow([sys.executable, "-c", "print('no space left'); raise SystemExit(1)"], "Could not:"))
