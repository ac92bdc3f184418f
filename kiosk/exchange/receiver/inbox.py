"""What a receiver holds: the files of messages, and which messages were taken."""

from __future__ import annotations

import hashlib
import json
import re
import threading
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from kiosk.durable import write_whole
from kiosk.exchange.destinations.answers import SUFFIX

if TYPE_CHECKING:
    from pathlib import Path

MESSAGE = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
FILE = re.compile(r"[^\W_][\w.\-]{0,200}")
TAKEN, RETURNS = "taken.jsonl", "returns"


@dataclass
class Inbox:
    """A folder with one folder for each message; `taken.jsonl` has a line for each that was taken, in their order."""

    folder: Path
    _one: threading.Lock = field(default_factory=threading.Lock, repr=False)

    def put(self, message: str, name: str, content: bytes) -> int:
        """Create a file: 201, 200 when the same lies there, 409 when something else does."""
        path = self.folder / message / name
        with self._one:
            if path.is_file():
                return 200 if path.read_bytes() == content else 409
            path.parent.mkdir(parents=True, exist_ok=True)
            write_whole(path, content)
            return 201

    def take(self, manifest: bytes) -> tuple[int, dict[str, str]]:
        """Take a message by its manifest: 201, 200 when it was taken before, 409 or 422 when its files do not fit."""
        try:
            listed: Any = json.loads(manifest)
            files = {str(each["name"]): str(each["sha256"]) for each in listed["files"]}
            message = next(iter(sorted(files))).partition(".")[0].partition("_")[0]
        except (ValueError, KeyError, TypeError, StopIteration):
            return 422, {"error": "manifest"}
        if not MESSAGE.fullmatch(message) or not all(map(FILE.fullmatch, files)):
            return 422, {"error": "names"}
        digest = f"sha256:{hashlib.sha256(manifest).hexdigest()}"
        answer = {"message": message, "digest": digest}
        with self._one:
            before = self.taken().get(message)
            if before is not None:
                return (200, answer) if before == digest else (409, {"error": "taken before, and different"})
            if any(self._digest(message, name) != wanted for name, wanted in files.items()):
                return 422, {"error": "files"}
            with (self.folder / TAKEN).open("a", encoding="utf-8") as lines:
                lines.write(json.dumps(answer) + "\n")
            return 201, answer

    def decide(self, message: str, result: str, *, at: str, item: str = "", reason: str = "") -> None:
        """Put an answer about a message where its sender looks for it: whole under its name, or not there."""
        points = [{"item": item, "taishoshabango": "p1", "reason": reason}] if item else []
        answer = {"message": message, "result": result, "at": at, "number": f"R-{message[:8]}", "points": points}
        place = self.folder / RETURNS
        place.mkdir(exist_ok=True)
        write_whole(place / f"{message}{SUFFIX}", json.dumps(answer, ensure_ascii=False).encode())

    def decided(self) -> list[Any]:
        """Every answer there is, by message."""
        return [json.loads(path.read_bytes()) for path in sorted((self.folder / RETURNS).glob(f"[!.]*{SUFFIX}"))]

    def taken(self) -> dict[str, str]:
        """The messages that were taken with the digests of their manifests, in their order."""
        path = self.folder / TAKEN
        lines = path.read_text(encoding="utf-8").splitlines() if path.is_file() else []
        return {entry["message"]: entry["digest"] for entry in map(json.loads, lines)}

    def _digest(self, message: str, name: str) -> str:
        path = self.folder / message / name
        return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""
