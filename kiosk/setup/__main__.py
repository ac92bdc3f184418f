"""`python3 -m kiosk.setup demo` and `python3 -m kiosk.setup test`: the two commands of a fresh machine."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.setup.libraries import off_the_glass
from kiosk.setup.lock import renew
from kiosk.setup.machine import ThisMachine, ready, tell_of_window
from kiosk.setup.packages import Place, install
from kiosk.setup.running import Exit, NotReady, run_openly, run_quietly, say
from kiosk.setup.sbom import bill
from kiosk.setup.terminal import UNITS, unit

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

USAGE = """\
  demo      make ready, then show the demonstration (without a screen: headless, results in out/demo)
  test      make ready, then ruff, mypy, import-linter and pytest (--cov: hold what they reach against the floors)
  bench     make ready, then measure against other ways of doing the same
  install   only make ready; the program is then .venv/bin/kiosk
  sbom      print the list of parts with versions, hashes and licences (CycloneDX 1.6, JSON); needs no network
  lobby-unit --out DIR  write the systemd units that make a machine a terminal of the lobby (--user NAME: its account)
  courier-unit --out DIR  write the systemd unit by which a machine delivers by itself (--user NAME, --home KIOSK_HOME)
  lock      renew requirements.lock from pyproject.toml (for developers); --upgrade takes the newest of everything

With --no-system no system package is installed, even as root: what is missing is named, with the line to type.
Words after the command go on to `kiosk demo`, pytest or `kiosk bench`.
Exit codes: 0 done, 1 problems found, 2 wrong usage, 3 the place is not ready.
"""
EXTRAS = {"demo": (), "test": ("test",), "bench": ("bench",), "install": ()}
OUT = "out/demo"
NO_SYSTEM = "--no-system"
REPORT = ("--cov-report=json",)


def stages(place: Place, words: Sequence[str]) -> dict[str, list[str]]:
    """The checks in their order; with `--cov` also what pytest measured against the floors."""
    python = [str(place.bin / "python"), "-m"]
    measured = "--cov" in words
    checks = {
        "ruff check": [*python, "ruff", "check", "."],
        "ruff format": [*python, "ruff", "format", "--check", "."],
        "mypy": [*python, "mypy", "--num-workers", "2"],
        "import-linter": [str(place.bin / "lint-imports")],
        "pytest": [*python, "pytest", "-n", "auto", "--dist", "worksteal", *words, *REPORT * measured],
    }
    return {**checks, "coverage": [*python, "tests.floors"]} if measured else checks


def test(place: Place, words: Sequence[str], env: Mapping[str, str]) -> int:
    """Run every check even when one fails, so that one run shows everything."""
    quiet = off_the_glass(env)
    failed = []
    for name, call in stages(place, words).items():
        say(f"\n== {name} ==")
        if run_openly(call, folder=place.root, env=quiet) != 0:
            failed.append(name)
    if failed:
        say("\nFailed: " + ", ".join(failed))
    return Exit.PROBLEMS if failed else Exit.DONE


def demo(place: Place, words: Sequence[str], env: Mapping[str, str]) -> int:
    """Open the demonstration, or without a screen write its results to a folder and name it."""
    if env.get("DISPLAY") or env.get("WAYLAND_DISPLAY") or words:
        return run_kiosk(place, ["demo", *words], env)
    code = run_kiosk(place, ["demo", "--headless", "--out", OUT], env)
    if code == Exit.DONE:
        say(f"There is no screen, so nothing was shown. The results are in {OUT}")
    return code


def bench(place: Place, words: Sequence[str], env: Mapping[str, str]) -> int:
    """Run the comparison."""
    return run_kiosk(place, ["bench", *words], env)


def run_kiosk(place: Place, words: Sequence[str], env: Mapping[str, str]) -> int:
    """Run the program and keep to the four exit codes."""
    screen = env.get("DISPLAY") or env.get("WAYLAND_DISPLAY")
    merged = dict(env) if screen else off_the_glass(env)
    code = run_openly([str(place.bin / "python"), "-m", "kiosk", *words], folder=place.root, env=merged)
    return code if code in tuple(Exit) else Exit.PROBLEMS


def look_once(place: Place, env: Mapping[str, str]) -> None:
    """Read the forms that lie here once: what is found out about them is kept for every home of this account.

    What is wrong with them is told by `kiosk check`, and hinders nobody from installing.
    """
    nowhere = {**env, "KIOSK_HOME": str(place.venv / "no-home")}
    run_quietly([str(place.bin / "python"), "-m", "kiosk", "check"], folder=place.root, env=nowhere)


def print_bill(place: Place) -> int:
    """The list of parts on standard output. Raises NotReady before the first set-up."""
    packages = next(place.venv.glob("lib/python*/site-packages"), None)
    if packages is None:
        raise NotReady("Please run first:\n  python3 -m kiosk.setup install")
    fonts = [font.name for font in (place.root / "assets" / "fonts").iterdir() if font.suffix != ".txt"]
    say(bill(place.lock, packages, fonts=fonts), end="")
    return Exit.DONE


def carry_out(command: str, words: Sequence[str], place: Place, env: Mapping[str, str]) -> int:
    """Make ready and do what the command says. Raises NotReady."""
    if command == "lock":
        renew(place.root, upgrade="--upgrade" in words)
        return Exit.DONE
    if command == "sbom":
        return print_bill(place)
    if command in UNITS:
        return unit(place, words, command)
    machine = ThisMachine(system=NO_SYSTEM not in words)
    words = [word for word in words if word != NO_SYSTEM]
    if sys.platform.startswith("linux"):
        ready(machine, env, testing=command == "test")
        if command == "install":
            tell_of_window(machine, env)
    install(place, machine, EXTRAS[command])
    if command == "install":
        look_once(place, env)
    then: dict[str, Callable[[Place, Sequence[str], Mapping[str, str]], int]] = {
        "demo": demo,
        "test": test,
        "bench": bench,
    }
    return then[command](place, words, env) if command in then else Exit.DONE


def main(argv: Sequence[str] | None = None) -> int:
    """Read the command line and answer with an exit code (see Exit)."""
    raw = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(
        prog="python3 -m kiosk.setup",
        epilog=USAGE,
        formatter_class=raw,
        description="Make this machine ready for kiosk.",
    )
    parser.add_argument("command", choices=[*EXTRAS, "sbom", *UNITS, "lock"])
    parser.add_argument("words", nargs=argparse.REMAINDER, help="go on to the command")
    parser.add_argument(NO_SYSTEM, action="store_true", help="install no system package, only name what is missing")
    given = parser.parse_args(argv)
    words = [*given.words, NO_SYSTEM] if given.no_system else given.words
    try:
        return carry_out(given.command, words, Place(Path(__file__).resolve().parents[2]), os.environ)
    except KeyboardInterrupt:
        say("\nStopped.")
        return Exit.PROBLEMS
    except (NotReady, OSError) as problem:
        sys.stderr.write(f"{problem}\n")
        return Exit.NOT_READY


if __name__ == "__main__":
    sys.exit(main())
