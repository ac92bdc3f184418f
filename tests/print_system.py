"""A print system that a test starts for real: cupsd with one queue, whose tray is a folder."""

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from kiosk.destinations import ToPrinter
from kiosk.exchange.destinations.printer import PrinterDestination
from kiosk.flow.clock import wait

QUEUE = "juki-a4"
_TOOLS = ("cupsd", "lp", "lpstat", "lpadmin", "cupsdisable", "cupsenable", "cancel", "ipptool")
_DAEMON = Path("/usr/lib/cups/daemon")
_PATIENCE = 10.0
_CONFIG = """\
Listen 127.0.0.1:{port}
LogLevel warn
Browsing No
WebInterface No
DefaultAuthType None
<Location />
  Order allow,deny
  Allow from 127.0.0.1
</Location>
<Policy default>
  JobPrivateAccess default
  JobPrivateValues default
  SubscriptionPrivateAccess default
  SubscriptionPrivateValues default
  <Limit All>
    Order deny,allow
  </Limit>
</Policy>
"""
_FILES = """\
ServerRoot {root}
ServerBin {root}/bin
RequestRoot {root}/spool
CacheDir {root}/cache
StateDir {root}/run
ErrorLog {root}/error_log
AccessLog {root}/access_log
PageLog {root}/page_log
{user}
"""
_TRAY = """\
#!/bin/sh
test $# -eq 0 && {{ echo 'direct tray "Unknown" "Tray"'; exit 0; }}
test -e {root}/jammed && exit 1
n=$(ls {root}/tray | wc -l)
cat "${{6:--}}" > "{root}/tray/$n.pdf"
printf '%s\\n%s\\n' "$3" "$5" > "{root}/tray/$n.txt"
"""


@dataclass
class Office:
    """The receiving office: its tray, and how its print system is disturbed."""

    root: Path
    home: Path

    def printed(self) -> list[tuple[str, str]]:
        """The jobs that came out: their names and options."""
        found = sorted((self.root / "tray").glob("*.txt"), key=lambda path: int(path.stem))
        return [tuple(path.read_text(encoding="utf-8").split("\n")[:2]) for path in found]  # type: ignore[misc]

    def papers(self) -> list[bytes]:
        """What came out."""
        found = sorted((self.root / "tray").glob("*.pdf"), key=lambda path: int(path.stem))
        return [path.read_bytes() for path in found]

    def destination(self, *, patience: float = 5.0, queue: str = QUEUE) -> PrinterDestination:
        """The destination as a city sets it."""
        return PrinterDestination(ToPrinter(number=1, name="住民記録", queue=queue), self.home, patience=patience)

    def stop(self) -> None:
        """Papers wait in the queue."""
        _run("cupsdisable", QUEUE)

    def go_on(self) -> None:
        """Papers come out."""
        _run("cupsenable", QUEUE)

    def forget(self) -> None:
        """The print system knows of no job any more."""
        _run("cancel", "-a", "-x", QUEUE)


@contextmanager
def print_system(home: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Office]:
    """A print system of its own beside whatever the machine has; skips where there is none."""
    monkeypatch.setenv("PATH", f"{os.environ['PATH']}:/usr/sbin")
    lacking = [tool for tool in _TOOLS if shutil.which(tool) is None]
    if lacking:
        pytest.skip(f"this machine lacks {', '.join(lacking)} (cups-daemon, cups-client, cups-ipp-utils)")
    root, port = Path(tempfile.mkdtemp(prefix="kiosk-cups-")), _free_port()  # the account of printers goes in there
    try:
        _laid_out(root, port)
        monkeypatch.setenv("CUPS_SERVER", f"127.0.0.1:{port}")
        server = subprocess.Popen(["cupsd", "-f", "-c", str(root / "cupsd.conf"), "-s", str(root / "cups-files.conf")])
        try:
            _up()
            _run("lpadmin", "-p", QUEUE, "-E", "-v", "tray:/", "-m", "raw", "-o", "printer-error-policy=abort-job")
            yield Office(root, home)
        finally:
            server.terminate()
            server.wait(_PATIENCE)
    finally:
        shutil.rmtree(root, ignore_errors=True)


def _up() -> None:
    for _ in range(200):
        if b" is running" in subprocess.run(["lpstat", "-r"], capture_output=True, check=False).stdout:
            return
        wait(0.02)
    raise AssertionError("the print system does not come up")


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def _laid_out(root: Path, port: int) -> None:
    account = next((name for name in ("lp", "nobody") if _is(name)), "") if os.geteuid() == 0 else ""
    for name in ("bin/backend", "bin/filter", "spool/tmp", "cache", "run", "ppd", "tray"):
        (root / name).mkdir(parents=True)
    (root / "cupsd.conf").write_text(_CONFIG.format(port=port), encoding="utf-8")
    user = f"User {account}" if account else ""
    (root / "cups-files.conf").write_text(_FILES.format(root=root, user=user), encoding="utf-8")
    (root / "bin" / "daemon").symlink_to(_DAEMON)  # what starts a backend under the printers' account
    tray = root / "bin" / "backend" / "tray"
    tray.write_text(_TRAY.format(root=root), encoding="utf-8")
    tray.chmod(0o755)
    root.chmod(0o755)
    if account:
        for name in ("spool", "cache", "run", "tray"):
            shutil.chown(root / name, account)


def _is(account: str) -> bool:
    try:
        return bool(pwd.getpwnam(account))
    except KeyError:
        return False


def _run(*words: str) -> None:
    subprocess.run(words, check=True, capture_output=True)
