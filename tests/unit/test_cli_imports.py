"""What a command does not import, because only other commands need it: time that nobody waits for."""

import os
import subprocess
import sys
from pathlib import Path

from kiosk.bootstrap import recording
from kiosk.bootstrap.recording import entry_limits
from kiosk.exchange.records.limits import limits
from tests.read_before import begun
from tests.visits import FORMS, ROOT, catalogue

NOT_OF_A_PLAN = (
    "kiosk.exchange",  # what records take is kept beside the checked forms
    "kiosk.delivery",
    "kiosk.flow.deciding",
    "cel_expr_python",  # no rule is compiled
    "kiosk.rules.looks",
    "kiosk.catalogue.labels",
    "kiosk.catalogue.book",
    "importlib.metadata",  # nobody looks for plugins of pydantic
    "PySide6",
    "sqlcipher3",
)


def imported_by(*words: str | Path, home: Path) -> str:
    """Which of these a command has imported when it ends."""
    code = (
        f"import sys; from kiosk.cli import main; sys.argv = {['kiosk', *map(str, words)]!r}\n"
        "try: main()\n"
        f"finally: print([name for name in sys.modules if name.startswith({NOT_OF_A_PLAN!r})])"
    )
    env = {**os.environ, "KIOSK_HOME": str(home)}
    call = [sys.executable, "-c", code]
    return subprocess.run(call, check=True, env=env, cwd=ROOT, text=True, capture_output=True).stdout.splitlines()[-1]


def test_a_plan_imports_nothing_of_records_deliveries_cards_and_the_rule_compiler(tmp_path: Path) -> None:
    for known in begun(tmp_path / "cache").glob("limits-*"):
        known.unlink()
    case = FORMS / "personas" / "hachinin.toml"
    first, again = (imported_by("plan", case, home=tmp_path) for _ in range(2))
    assert "kiosk.exchange.records.limits" in first  # what records take is worked out once
    assert again == "[]"


def test_what_records_take_is_the_same_from_the_copy_and_is_worked_out_once(tmp_path: Path) -> None:
    right = limits(recording.read_columns(catalogue()), catalogue().book.vocabulary)
    first, again = (entry_limits(catalogue(), cache=tmp_path) for _ in range(2))
    assert first == again == right
    (copy,) = tmp_path.glob("limits-*")
    before = copy.stat().st_mtime_ns
    entry_limits(catalogue(), cache=tmp_path)
    assert copy.stat().st_mtime_ns == before


def test_a_damaged_copy_of_what_records_take_is_made_anew(tmp_path: Path) -> None:
    right = entry_limits(catalogue(), cache=tmp_path)
    (copy,) = tmp_path.glob("limits-*")
    copy.write_bytes(b"not a copy")
    assert entry_limits(catalogue(), cache=tmp_path) == right
