"""A disk as a power cut leaves it: what was forced to the device is there, of the rest whatever pleases chance.

Contents belong to files, not to names: a file's writes since its last fsync may be there, or not, or in another order;
a folder's changes of names since its last fsync are there up to some moment (POSIX promises no more).
"""

import random
import re
from dataclasses import dataclass, field
from pathlib import Path

_CALL = re.compile(r"^(\w+)\((.*)\)\s+= (-?\d+)")
_TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')
FOLLOWED = "openat,open,creat,write,pwrite64,fsync,fdatasync,ftruncate,rename,link,linkat,unlink,unlinkat,mkdir,close"


@dataclass
class Inode:
    """A file or a folder: what the device holds, and what only the memory knows."""

    folder: bool = False
    content: bytes = b""
    names: dict[str, "Inode"] = field(default_factory=dict)
    writes: list[tuple[int, bytes | None]] = field(default_factory=list)
    changes: list[tuple[str, "Inode | None", str]] = field(default_factory=list)  # name, what, name that goes
    now: dict[str, "Inode"] = field(default_factory=dict)

    def force(self) -> None:
        """Everything reaches the device."""
        self.content, self.writes = _written(self.content, self.writes), []
        self.names, self.changes = dict(self.now), []

    def change(self, name: str, what: "Inode | None", gone: str = "") -> None:
        """Give or take a name."""
        self.changes.append((name, what, gone))
        _changed(self.now, (name, what, gone))


class LossyDisk:
    """Follows the recorded calls below a folder that is there already, all of it on the device."""

    def __init__(self, root: Path) -> None:
        self._root, self._top = root, _read(root)
        self._open: dict[int, tuple[Inode, int]] = {}
        self.said: list[str] = []

    def follow(self, line: str) -> bool:
        """One line of strace; whether it changed anything that a power cut could meet."""
        call = _CALL.match(line)
        if call is None or int(call[3]) < 0:
            return False
        texts = [bytes.fromhex(text.replace("\\x", "")) for text in _TEXT.findall(call[2])]
        numbers = [int(number) for number in re.findall(r"(?:^|, )(\d+)(?=,|$)", _TEXT.sub("T", call[2]))]
        return self._do(call[1], texts, numbers, call[2], int(call[3]))

    def _do(self, name: str, texts: list[bytes], numbers: list[int], words: str, result: int) -> bool:
        match name:
            case "openat" | "open" | "creat":
                return self._opened(texts[0], words, result)
            case "close":
                self._open.pop(numbers[0], None)
                return False
            case "write" if numbers[0] == 1:
                self.said += [line.split()[1] for line in texts[0].decode().splitlines()]
                return False
            case "write" | "pwrite64" | "ftruncate" | "fsync" | "fdatasync":
                return numbers[0] in self._open and self._wrote(name, texts, numbers)
            case "rename" | "link" | "linkat":
                return self._named(name, *texts)
            case "unlink" | "unlinkat" | "mkdir":
                place = self._place(texts[0])
                if place:
                    place[0].change(place[1], Inode(folder=True) if name == "mkdir" else None)
                return place is not None
        raise AssertionError(name)

    def _opened(self, path: bytes, words: str, handle: int) -> bool:
        place = self._place(path)
        if path.decode() == str(self._root):
            self._open[handle] = self._top, 0
        if not place:
            return False
        folder, name = place
        if fresh := name not in folder.now:
            folder.change(name, Inode())
        inode = folder.now[name]
        if "O_TRUNC" in words and not fresh:
            inode.writes.append((0, None))
        self._open[handle] = inode, 0
        return fresh

    def _wrote(self, name: str, texts: list[bytes], numbers: list[int]) -> bool:
        inode, at = self._open[numbers[0]]
        match name:
            case "pwrite64":
                inode.writes.append((numbers[-1], texts[0]))
            case "write":
                inode.writes.append((at, texts[0]))
                self._open[numbers[0]] = inode, at + len(texts[0])
            case "ftruncate":
                inode.writes.append((numbers[1], None))
            case _:
                inode.force()
        return True

    def _named(self, name: str, old: bytes, new: bytes) -> bool:
        before, after = self._place(old), self._place(new)
        if not before or not after:
            return False
        assert before[0] is after[0], "nothing is moved between folders"
        after[0].change(after[1], before[0].now[before[1]], before[1] if name == "rename" else "")
        return True

    def _place(self, path: bytes) -> tuple[Inode, str] | None:
        """The folder of a path and the name in it; None outside, and for what no power cut is asked about."""
        full = Path(path.decode())
        if self._root not in full.parents or full.name.endswith(("-shm", ".lock")):
            return None
        inode = self._top
        for step in full.relative_to(self._root).parts[:-1]:
            inode = inode.now[step]
        return inode, full.name

    def cut(self, target: Path, chance: random.Random | None) -> None:
        """Leave in `target` what a power cut now would; without `chance`, nothing but what was forced."""
        _leave(self._top, target, chance)


def _leave(inode: Inode, target: Path, chance: random.Random | None) -> None:
    target.mkdir()
    names = dict(inode.names)
    for change in inode.changes[: chance.randint(0, len(inode.changes)) if chance else 0]:
        _changed(names, change)
    for name, entry in names.items():
        if entry.folder:
            _leave(entry, target / name, chance)
            continue
        kept = [write for write in entry.writes if chance and chance.random() < 0.5]
        if chance and chance.random() < 0.5:
            chance.shuffle(kept)
        (target / name).write_bytes(_written(entry.content, kept))
        (target / name).chmod(0o600)


def _changed(names: dict[str, Inode], change: tuple[str, Inode | None, str]) -> None:
    name, what, gone = change
    names.pop(gone, None)
    if what is None:
        names.pop(name, None)
    else:
        names[name] = what


def _written(content: bytes, writes: list[tuple[int, bytes | None]]) -> bytes:
    if not writes:
        return content
    made = bytearray(content)
    for at, data in writes:
        made.extend(bytes(max(0, at - len(made))))
        if data is None:
            del made[at:]
        else:
            made[at : at + len(data)] = data
    return bytes(made)


def _read(path: Path) -> Inode:
    if not path.is_dir():
        return Inode(content=path.read_bytes())
    names = {entry.name: _read(entry) for entry in path.iterdir() if not entry.name.endswith(("-shm", ".lock"))}
    return Inode(folder=True, names=names, now=dict(names))
