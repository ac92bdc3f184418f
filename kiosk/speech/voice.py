"""Speaks a text with the voices that are installed here."""

import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from kiosk.model.languages import EASY, JAPANESE
from kiosk.model.ruby import plain

_ESPEAK = {"en": "en", "zh": "cmn", "ko": "ko", "vi": "vi", "pt": "pt-br", JAPANESE: "ja", EASY: "ja"}
_WORDS_A_MINUTE = {1: 90, 2: 120, 3: 150, 4: 190, 5: 230}
_LOUD = {1: 40, 2: 70, 3: 100, 4: 140, 5: 180}
_RATE = {1: "0.6", 2: "0.8", 3: "1.0", 4: "1.2", 5: "1.4"}
_DECIBELS = {1: "-8", 2: "-4", 3: "0", 4: "4", 5: "8"}
_DICTIONARY = Path("/var/lib/mecab/dic/open-jtalk/naist-jdic")
_VOICES = Path("/usr/share/hts-voice")
_PLAYERS = (("paplay", "/dev/stdin"), ("aplay", "-q", "-"))


@dataclass
class SystemVoice:
    """The Voice port. With `into` every text is written there as a wave file instead of being heard.

    `where` finds programs by their names, `hts` and `dictionary` are what Open JTalk needs.
    """

    into: Path | None = None
    dictionary: Path = _DICTIONARY
    hts: Path = _VOICES
    _speed: int = 3
    _volume: int = 3
    _running: list[subprocess.Popen[bytes]] = field(default_factory=list)

    def speaks(self, language: str) -> bool:
        """See Voice."""
        return bool(self._command(language))

    def say(self, text: str, *, language: str) -> None:
        """See Voice."""
        self.hush()
        command = self._command(language)
        if not command:
            return
        player = () if self.into is not None or command[0].endswith("espeak-ng") else self._player()
        speaker = _started(command, given=True, taken=bool(player))
        self._running.append(speaker)
        if player and speaker.stdout is not None:
            self._running.append(_started(player, source=speaker.stdout))
            speaker.stdout.close()
        if speaker.stdin is not None:
            _write(speaker, _line(text))

    def hush(self) -> None:
        """See Voice."""
        running, self._running = self._running, []
        for process in running:
            if process.poll() is None:
                process.terminate()
        for process in running:
            process.wait()

    def set(self, *, speed: int, volume: int) -> None:
        """See Voice."""
        self._speed, self._volume = speed, volume

    def wait(self) -> None:
        """Until everything has been said."""
        for process in self._running:
            process.wait()

    # ---- which program ---------------------------------------------------------------------------------------------
    def _command(self, language: str) -> tuple[str, ...]:
        if language in {JAPANESE, EASY} and (found := self._jtalk()):
            return found
        espeak = shutil.which("espeak-ng")
        if espeak is None or language not in _ESPEAK:
            return ()
        out = ("-w", str(self.into)) if self.into is not None else ()
        pace, loud = str(_WORDS_A_MINUTE[self._speed]), str(_LOUD[self._volume])
        return (espeak, "-v", _ESPEAK[language], "-s", pace, "-a", loud, *out, "--stdin")

    def _jtalk(self) -> tuple[str, ...]:
        program, voice = shutil.which("open_jtalk"), next(iter(sorted(self.hts.glob("*/*.htsvoice"))), None)
        if program is None or voice is None or not self.dictionary.is_dir():
            return ()
        if self.into is None and not self._player():
            return ()
        out = str(self.into) if self.into is not None else "/dev/stdout"
        paced = ("-r", _RATE[self._speed], "-g", _DECIBELS[self._volume])
        return (program, "-x", str(self.dictionary), "-m", str(voice), *paced, "-ow", out)

    def _player(self) -> tuple[str, ...]:
        for name, *rest in _PLAYERS:
            program = shutil.which(name)
            if program is not None:
                return (program, *rest)
        return ()


def _line(text: str) -> str:
    """One line: a voice stops at the end of one."""
    return "。".join(plain(part) if "（" in part else part for part in text.split("\n") if part) + "\n"


def _started(
    command: Sequence[str], *, given: bool = False, taken: bool = False, source: IO[bytes] | None = None
) -> subprocess.Popen[bytes]:
    quiet = subprocess.DEVNULL
    return subprocess.Popen(  # noqa: S603 - a program found by its fixed name, with fixed arguments
        command,
        stdin=subprocess.PIPE if given else source,
        stdout=subprocess.PIPE if taken else quiet,
        stderr=quiet,
    )


def _write(process: subprocess.Popen[bytes], text: str) -> None:
    """A page is shorter than a pipe: nobody waits. A voice that died meanwhile says nothing."""
    if process.stdin is None:
        return
    try:
        process.stdin.write(text.encode())
        process.stdin.close()
    except BrokenPipeError:
        return
