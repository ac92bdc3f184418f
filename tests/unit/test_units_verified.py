"""The unit files as systemd itself reads them: no key it does not know, no path it cannot take."""

import shutil
import subprocess
from pathlib import Path

import pytest

from kiosk.setup import __main__ as setup

NO_SCREEN = "Xorg is not executable"
"""A machine without a screen has no X server; nothing else may be said."""


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="systemd is not on this machine")
@pytest.mark.parametrize("command", ["lobby-unit", "courier-unit"])
def test_systemd_has_nothing_to_say_against_a_unit(command: str, tmp_path: Path) -> None:
    assert setup.main([command, "--out", str(tmp_path), "--user", "kiosk"]) == 0
    units = sorted(str(path) for path in tmp_path.glob("*.service"))
    said = subprocess.run(["systemd-analyze", "verify", *units], check=False, capture_output=True, text=True)
    ours = [line for line in (said.stdout + said.stderr).splitlines() if "kiosk-" in line and NO_SCREEN not in line]
    assert ours == []
