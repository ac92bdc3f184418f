"""PySide6 6.12.0 aborted after some 5,000 void calls (none_dealloc): a child process makes 20,000."""

import os
import subprocess
import sys

_CALLS = """
from PySide6.QtWidgets import QApplication, QLabel
app = QApplication([])
label = QLabel()
for number in range(20_000):
    label.setText(str(number))
print(label.text())
"""


def test_twenty_thousand_void_calls_do_not_abort() -> None:
    run = subprocess.run(
        [sys.executable, "-c", _CALLS],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    assert run.stdout.strip() == "19999"
