"""The system libraries under a window: which ones Qt asks for, which are missing, and the one line that brings them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

QT = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11.so.6": "libx11-6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libzstd.so.1": "libzstd1",
}
"""What Qt's Core, Gui and Widgets name themselves (ELF NEEDED), with or without a screen: library to Debian package."""

X11 = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-glx.so.0": "libxcb-glx0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
WAYLAND = {
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
}
WINDOWLESS = frozenset({"offscreen", "minimal", "vnc"})
"""Platforms of Qt that need no screen."""

LINKER_CACHE = Path("/etc/ld.so.cache")


def off_the_glass(env: Mapping[str, str]) -> dict[str, str]:
    """The same for a window that nobody sees, unless a platform is named; an empty name is none."""
    return {**env, "QT_QPA_PLATFORM": env.get("QT_QPA_PLATFORM") or "offscreen"}


def asked_platforms(env: Mapping[str, str]) -> list[str]:
    """The platforms that QT_QPA_PLATFORM names, best first; none when Qt chooses by itself."""
    return [name.partition(":")[0] for name in env.get("QT_QPA_PLATFORM", "").split(";") if name]


def has_screen(env: Mapping[str, str]) -> bool:
    """Whether a session with windows runs here, X or Wayland."""
    return bool(env.get("DISPLAY") or env.get("WAYLAND_DISPLAY"))


def needed(env: Mapping[str, str]) -> dict[str, str]:
    """Everything that Qt may ask for here; fewer without a screen."""
    return {**QT, **(X11 if env.get("DISPLAY") else {}), **(WAYLAND if env.get("WAYLAND_DISPLAY") else {})}


def missing(loads: Callable[[str], bool], libraries: Mapping[str, str]) -> list[str]:
    """The Debian packages of the libraries that cannot be loaded."""
    return [package for soname, package in libraries.items() if not loads(soname)]


def missing_for_window(env: Mapping[str, str], loads: Callable[[str], bool]) -> list[str]:
    """The Debian packages without which Qt would abort; none when at least one way to the screen is whole."""
    lacking = [missing(loads, {**QT, **way}) for way in _ways(env)]
    return [] if [] in lacking else lacking[0]


def _ways(env: Mapping[str, str]) -> list[dict[str, str]]:
    """What each platform that Qt would try needs beside itself; it takes the next one when one cannot be loaded."""
    asked = asked_platforms(env)
    if asked:
        return [X11 if name == "xcb" else WAYLAND if name.startswith("wayland") else {} for name in asked]
    found = [way for name, way in (("DISPLAY", X11), ("WAYLAND_DISPLAY", WAYLAND)) if env.get(name)]
    return found or [{}]


def loads(soname: str) -> bool:
    """Whether a shared library can be loaded."""
    import ctypes

    try:
        ctypes.CDLL(soname)
    except OSError:
        return False
    return True


def quick_loads(cache: Path = LINKER_CACHE) -> Callable[[str], bool]:
    """`loads` for a start that must not wait: what the dynamic linker's list names is there, only the rest is tried."""
    try:
        listed = cache.read_bytes()
    except OSError:
        listed = b""
    return lambda soname: b"\0" + soname.encode() + b"\0" in listed or loads(soname)


def apt_line(packages: Iterable[str]) -> str:
    """The one line that a person types."""
    return "sudo apt-get install -y --no-install-recommends " + " ".join(packages)
