"""The files of a simulated card: applications, files that can be read, record files, and keys with their tries."""

from dataclasses import dataclass, field


@dataclass(frozen=True, kw_only=True)
class BinaryFile:
    """A transparent EF; `opened_by` lists the key files of which any one opens it, none means free."""

    fid: int
    content: bytes = field(repr=False)
    opened_by: tuple[int, ...] = ()


@dataclass(frozen=True, kw_only=True)
class RecordFile:
    """A record EF, free to read; records count from 1."""

    fid: int
    records: tuple[bytes, ...] = field(repr=False)


@dataclass(frozen=True, kw_only=True)
class KeyFile:
    """A key EF: its value (empty: nothing matches), its full number of tries and how many a new card starts with."""

    fid: int
    value: bytes = field(repr=False)
    tries: int
    left: int | None = None

    @property
    def first_left(self) -> int:
        """Tries a new card starts with."""
        return self.tries if self.left is None else self.left


File = BinaryFile | RecordFile | KeyFile


@dataclass(frozen=True, kw_only=True)
class Application:
    """A DF: its identifier and its files. A short id is the file's id where that is below 31 (ISO/IEC 7816-4)."""

    aid: bytes
    files: tuple[File, ...] = ()

    def file(self, fid: int) -> File | None:
        """The file with an id, or None."""
        return next((file for file in self.files if file.fid == fid), None)
