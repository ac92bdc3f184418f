"""The files by which a machine becomes a terminal of the lobby: two systemd units and the settings of its X server."""

from __future__ import annotations

import argparse
import re
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.setup.running import Exit, NotReady, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kiosk.setup.packages import Place

UNITS = ("kiosk-lobby-x.service", "kiosk-lobby.service")
SETTINGS = "kiosk-lobby.conf"
THEN = """\
記載台にする機械で、管理者として次を実行してください。
Then, as root on the machine that becomes the terminal:
  adduser --system --group --home /var/lib/kiosk {user}
  install -m 644 {out}/kiosk-lobby*.service /etc/systemd/system/ && install -m 644 {out}/kiosk-lobby.conf /etc/X11/
  systemctl daemon-reload && systemctl enable --now kiosk-lobby.service"""
_ACCOUNT = re.compile(r"[a-z_][a-z0-9_-]{0,31}")


def unit(place: Place, words: Sequence[str]) -> int:
    """Write the files for this checkout into a folder and say what to do with them. Raises NotReady."""
    parser = argparse.ArgumentParser(prog="python3 -m kiosk.setup lobby-unit")
    parser.add_argument("--out", type=Path, required=True, help="the folder to write to")
    parser.add_argument("--user", default="kiosk", help="the account that runs the terminal")
    given = parser.parse_args(words)
    if not _ACCOUNT.fullmatch(given.user) or re.search(r"[\s%]", str(place.root)):
        raise NotReady(
            "The account must be a plain name, and the program's folder must have no space or % in its path."
        )
    given.out.mkdir(parents=True, exist_ok=True)
    for name in (*UNITS, SETTINGS):
        text = (place.root / "assets" / "lobby" / name).read_text(encoding="utf-8")
        filled = text.replace("@ROOT@", str(place.root)).replace("@USER@", given.user)
        (given.out / name).write_text(filled, encoding="utf-8")
    say(THEN.format(user=given.user, out=given.out))
    return Exit.DONE
