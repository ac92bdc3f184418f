"""Debian's package tool: adds packages, and waits while something else (an update in the background) uses it."""

from __future__ import annotations

import os
import threading
import time
from typing import TYPE_CHECKING, NamedTuple

from kiosk.setup.running import NotReady, follow, say

if TYPE_CHECKING:
    from collections.abc import Sequence

BUSY = "Could not get lock"
WAITING = """\
ほかの更新（apt）が動いています。終わるまで待ちます（最長{minutes:.0f}分、やめるときは Ctrl+C）。
Waiting for another apt or dpkg to finish."""


class Apt(NamedTuple):
    """apt-get as it is called here; `patience` and `pause` are seconds: how long it waits, how often it asks again."""

    program: str = "apt-get"
    patience: float = 600.0
    pause: float = 3.0

    def install(self, packages: Sequence[str]) -> bool:
        """Add packages as root; what went wrong is said."""
        self._run("update", "-q")  # an old list may still do
        trouble = self._run("install", "-y", "-q", "--no-install-recommends", *packages)
        if trouble:
            say("apt-get says:\n" + "\n".join(trouble.splitlines()[-5:]))
        return not trouble

    def _run(self, *words: str) -> str:
        """What apt-get says when it fails, else nothing; a busy lock is waited for."""
        end, told = time.monotonic() + self.patience, False
        while True:
            trouble, busy = self._try(words, told=told)
            told = told or busy
            if BUSY not in trouble or time.monotonic() >= end:
                return trouble
            threading.Event().wait(self.pause)

    def _try(self, words: Sequence[str], *, told: bool) -> tuple[str, bool]:
        """One call: its trouble, and whether it met a lock. apt waits by itself for dpkg's locks, not for its own."""
        call = [self.program, "-o", f"DPkg::Lock::Timeout={self.patience:.0f}", *words]
        env = {**os.environ, "DEBIAN_FRONTEND": "noninteractive", "LC_ALL": "C"}
        busy = False
        try:
            for line in follow(call, "apt-get failed:", env=env):
                if BUSY in line and not busy:
                    busy = True
                    if not told:
                        say(WAITING.format(minutes=self.patience / 60))
        except NotReady as failed:
            return str(failed), busy
        return "", busy
