"""Windows on one store know of one another as long as they live, and of none that has ended."""

import signal
import subprocess
import sys
from pathlib import Path

from kiosk.store.presence import FOLDER, Presence

_OTHER = """
import sys
from pathlib import Path
from kiosk.store.presence import Presence
here = Presence(Path(sys.argv[1]), "mado2")
print(here.take(), flush=True)
sys.stdin.readline()
"""


def test_another_window_is_seen_while_it_lives_and_not_after_it_was_killed(tmp_path: Path) -> None:
    here = Presence(tmp_path, "mado1")
    mine = here.take()
    call = [sys.executable, "-c", _OTHER, str(tmp_path)]
    with subprocess.Popen(call, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        token = other.stdout.readline().strip()
        assert (here.elsewhere(token), here.elsewhere(mine), here.elsewhere("")) == ("mado2", "", "")
        other.send_signal(signal.SIGKILL)
        other.wait()
    assert here.elsewhere(token) == ""
    assert [file.name for file in (tmp_path / FOLDER).iterdir()] == [f"{mine}.lock"]


def test_whoever_leaves_leaves_nothing(tmp_path: Path) -> None:
    here, other = Presence(tmp_path, "mado1"), Presence(tmp_path, "mado1")
    token = here.take()
    assert (here.take(), other.elsewhere(token)) == (token, "mado1")
    here.leave()
    here.leave()
    assert (other.elsewhere(token), list((tmp_path / FOLDER).iterdir())) == ("", [])
