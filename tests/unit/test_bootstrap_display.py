"""Before a window: a screen that is missing, a library that is missing, a screen that does not answer, all in words."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.bootstrap.display import check_display
from kiosk.model.errors import SiteError
from kiosk.setup.libraries import QT, WAYLAND, X11, off_the_glass, quick_loads

ROOT = Path(__file__).resolve().parents[2]
SCREEN = {"DISPLAY": ":0"}
BOTH = {"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}


def check(environ: dict[str, str], *lacking: str) -> None:
    check_display(environ, platform="linux", loads=lambda soname: soname not in lacking)


def test_without_a_display_the_program_says_what_to_do() -> None:
    with pytest.raises(SiteError, match="UI-01"):
        check({})
    check(SCREEN)
    check({"QT_QPA_PLATFORM": "offscreen"})
    check({"QT_QPA_PLATFORM": "vnc:size=1366x768"})
    check_display({}, platform="win32", loads=lambda _soname: False)


@pytest.mark.parametrize(("soname", "package"), {**QT, **X11}.items())
def test_each_missing_library_is_named_by_its_package_in_one_line(soname: str, package: str) -> None:
    with pytest.raises(SiteError, match="UI-03") as found:
        check(SCREEN, soname)
    assert f"sudo apt-get install -y --no-install-recommends {package}\n" in found.value.mend


def test_all_missing_libraries_stand_in_the_same_line() -> None:
    with pytest.raises(SiteError) as found:
        check(SCREEN, "libxcb-cursor.so.0", "libxkbcommon-x11.so.0")
    assert "recommends libxcb-cursor0 libxkbcommon-x11-0\n" in found.value.mend


def test_without_a_window_system_its_libraries_are_not_asked_for() -> None:
    check({"QT_QPA_PLATFORM": "offscreen"}, *X11, *WAYLAND)
    with pytest.raises(SiteError, match="UI-03"):
        check({"QT_QPA_PLATFORM": "offscreen"}, "libEGL.so.1")


def test_one_way_to_the_screen_is_enough() -> None:
    check(BOTH, *X11)
    check(BOTH, *WAYLAND)
    with pytest.raises(SiteError, match="UI-03"):
        check(BOTH, "libxcb-cursor.so.0", "libwayland-cursor.so.0")
    with pytest.raises(SiteError, match="UI-03"):
        check({**BOTH, "QT_QPA_PLATFORM": "xcb"}, *X11)
    check({**BOTH, "QT_QPA_PLATFORM": "wayland;xcb"}, *X11)


def test_the_linkers_list_spares_the_start_from_loading_what_is_there(tmp_path: Path) -> None:
    (tmp_path / "cache").write_bytes(b"\0libnobody.so.7\0/usr/lib/libnobody.so.7\0")
    loads = quick_loads(tmp_path / "cache")
    assert loads("libnobody.so.7")
    assert not loads("libnobody.so.8")
    assert loads("libc.so.6")
    assert not quick_loads(tmp_path / "none")("libnobody.so.7")


def counter(tmp_path: Path, *, before: str = "", **environ: str) -> subprocess.CompletedProcess[str]:
    """The counter started as a program of its own, without this test's screen; `before` runs in it first."""
    code = f"import sys; {before or 'pass'}\nfrom kiosk.bootstrap import start; sys.exit(start.counter())"
    kept = {name: value for name, value in os.environ.items() if name in {"PATH", "LANG"}}
    place = {"HOME": str(tmp_path), "KIOSK_HOME": str(tmp_path / "home"), "PYTHONUTF8": "1"}
    call = [sys.executable, "-c", code]
    return subprocess.run(call, cwd=ROOT, env=kept | place | environ, capture_output=True, text=True, check=False)


def test_the_counter_names_the_missing_library_and_ends_as_not_ready(tmp_path: Path) -> None:
    fake = "import kiosk.setup.libraries as known; known.X11['libnobody.so.7'] = 'libnobody7'"
    done = counter(tmp_path, before=fake, DISPLAY=":0")
    assert done.returncode == 3
    assert "sudo apt-get install -y --no-install-recommends libnobody7\n" in done.stderr
    assert "UI-03" in done.stderr
    assert not (tmp_path / "home").exists()


def test_a_display_that_does_not_answer_is_told_and_never_aborts(tmp_path: Path) -> None:
    done = counter(tmp_path, QT_QPA_PLATFORM="xcb", DISPLAY=":9321")
    assert done.returncode == 3
    assert done.stderr.rstrip().endswith(("（UI-04）", "（UI-03）"))  # 03 on a machine without libxcb-cursor0


def test_a_session_without_a_screen_is_told_and_never_aborts(tmp_path: Path) -> None:
    done = counter(tmp_path)
    assert (done.returncode, done.stderr.rstrip()[-7:]) == (3, "（UI-01）")


def test_qt_leaves_python_its_own_import() -> None:
    said = "import builtins; own = builtins.__import__; from kiosk.bootstrap.display import connect; connect(); "
    call = (sys.executable, "-c", said + "print(builtins.__import__ is own)")
    environ = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    ended = subprocess.run(call, cwd=ROOT, env=environ, capture_output=True, text=True, check=False)
    assert ended.stdout == "True\n"


def test_an_empty_name_of_a_platform_is_none_and_a_given_one_stays() -> None:
    assert off_the_glass({"QT_QPA_PLATFORM": "", "HOME": "/h"}) == {"QT_QPA_PLATFORM": "offscreen", "HOME": "/h"}
    assert off_the_glass({})["QT_QPA_PLATFORM"] == "offscreen"
    assert off_the_glass({"QT_QPA_PLATFORM": "minimal"})["QT_QPA_PLATFORM"] == "minimal"
