"""The local log: one JSON line an event, a few rotating files, and never a word about a person.

Context: IT staff must see what went wrong at a counter last Tuesday; a log that quotes an exception quotes residents.
Decision: the standard library's logging with its rotating file; only fixed words, codes, types and places in our own
code are written, never the message of an exception (a ValueError repeats what was typed) and no local variable.
Consequence: a reference on the glass (D-1f3a9c04) leads to the line; everything in it may be sent to a supplier.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.model.errors import SiteError

if TYPE_CHECKING:
    from kiosk.bootstrap.log_file import LogFile
    from kiosk.flow.clock import Clock

NAME = "kiosk.log"
BYTES, FILES = 1_000_000, 5
_ROOT = Path(__file__).resolve().parents[1]
_QUOTED = re.compile(r"""(["'`]).*?\1""")


class LocalLog:
    """The Log port: `folder`/kiosk.log; while the folder cannot be written, lines are lost and nothing else."""

    def __init__(self, folder: Path, clock: Clock) -> None:
        self._folder, self._clock = folder, clock
        self._handler: LogFile | None = None

    def defect(self, error: BaseException) -> str:
        """See Log: the types of the chain of exceptions, our codes, and the places in our own code, innermost last."""
        reference = f"D-{self._clock.new_id().hex[-8:]}"
        chain = list(_chain(error))
        codes = [each.code for each in chain if isinstance(each, SiteError)]
        kinds = [type(each).__name__ for each in chain]
        self._write("defect", ref=reference, kinds=kinds, codes=codes, at=_places(error))
        return reference

    def trouble(self, kind: str, code: str) -> None:
        """See Log."""
        self._write("trouble", kind=kind, code=code)

    def mended(self, kind: str) -> None:
        """See Log."""
        self._write("mended", kind=kind)

    def qt(self, severity: str, place: str, message: str) -> None:
        """What Qt complains about: without anything quoted, without figures, without a letter beyond ASCII."""
        plain = re.sub(r"\d", "#", _QUOTED.sub("…", message)).encode("ascii", "ignore").decode()
        self._write("qt", severity=severity, place=place, message=plain[:200])

    def close(self) -> None:
        """Close the file."""
        if self._handler is not None:
            self._handler.close()
            self._handler = None

    def _write(self, event: str, **fields: object) -> None:
        line = {"time": self._clock.now().isoformat(timespec="milliseconds"), "event": event, **fields}
        handler = self._opened()
        if handler is not None:
            handler.write(json.dumps(line, ensure_ascii=True))

    def _opened(self) -> LogFile | None:
        from kiosk.bootstrap.log_file import LogFile

        if self._handler is None:
            try:
                self._folder.mkdir(parents=True, exist_ok=True)
                path = self._folder / NAME
                self._handler = LogFile(path, maxBytes=BYTES, backupCount=FILES, encoding="ascii")
            except OSError:
                return None
        return self._handler


def _chain(error: BaseException | None) -> list[BaseException]:
    found: list[BaseException] = []
    while error is not None and error not in found:
        found.append(error)
        error = error.__cause__ or error.__context__
    return found


def _places(error: BaseException) -> list[str]:
    """kiosk/flow/turn.py:41 retake - places in our own code only, the last one where it broke."""
    import traceback

    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if _ROOT in Path(frame.filename).parents]
    return [f"{Path(frame.filename).relative_to(_ROOT.parent)}:{frame.lineno} {frame.name}" for frame in ours]
