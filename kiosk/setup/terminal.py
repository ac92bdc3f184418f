"""The files by which a machine becomes a terminal of the lobby, or delivers by itself: systemd units and settings."""

from __future__ import annotations

import argparse
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.setup.running import Exit, NotReady, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kiosk.setup.packages import Place

LOBBY, COURIER = "lobby-unit", "courier-unit"
_ACCOUNT = re.compile(r"[a-z_][a-z0-9_-]{0,31}")
_HOME = "/var/lib/kiosk"
_ADD = "adduser --system --group --home {home} {user}"


@dataclass(frozen=True)
class Units:
    """Files of a folder of assets, and what an administrator does with them."""

    folder: str
    files: tuple[str, ...]
    then: str


UNITS = {
    LOBBY: Units(
        "lobby",
        ("kiosk-lobby-x.service", "kiosk-lobby.service", "kiosk-lobby.conf"),
        f"""\
記載台にする機械で、管理者として次を実行してください。
Then, as root on the machine that becomes the terminal:
  {_ADD}
  install -m 644 {{out}}/kiosk-lobby*.service /etc/systemd/system/ && install -m 644 {{out}}/kiosk-lobby.conf /etc/X11/
  systemctl daemon-reload && systemctl enable --now kiosk-lobby.service""",
    ),
    COURIER: Units(
        "courier",
        ("kiosk-courier.service",),
        f"""\
送付する機械で、管理者として次を実行してください。窓口と同じ利用者、同じ KIOSK_HOME にします。
Then, as root on the machine that delivers (the account and the KIOSK_HOME of its counter):
  {_ADD}
  install -m 644 {{out}}/kiosk-courier.service /etc/systemd/system/
  systemctl daemon-reload && systemctl enable --now kiosk-courier.service
  journalctl -u kiosk-courier -p warning""",
    ),
}


def unit(place: Place, words: Sequence[str], command: str = LOBBY) -> int:
    """Write the files for this checkout into a folder and say what to do with them. Raises NotReady."""
    parser = argparse.ArgumentParser(prog=f"python3 -m kiosk.setup {command}")
    parser.add_argument("--out", type=Path, required=True, help="the folder to write to")
    parser.add_argument("--user", default="kiosk", help="the account that runs it")
    parser.add_argument("--home", type=Path, default=Path(_HOME), help="KIOSK_HOME, where its data lie")
    given = parser.parse_args(words)
    odd = re.search(r"[\s%]", f"{place.root}{given.home}")
    if not _ACCOUNT.fullmatch(given.user) or odd or not given.home.is_absolute():
        raise NotReady(
            "The account must be a plain name, and the paths of program and data whole, without a space or %."
        )
    units = UNITS[command]
    given.out.mkdir(parents=True, exist_ok=True)
    for name in units.files:
        text = (place.root / "assets" / units.folder / name).read_text(encoding="utf-8")
        filled = (
            text.replace("@ROOT@", str(place.root)).replace("@USER@", given.user).replace("@HOME@", str(given.home))
        )
        (given.out / name).write_text(filled, encoding="utf-8")
    say(units.then.format(user=given.user, out=given.out, home=given.home))
    return Exit.DONE
