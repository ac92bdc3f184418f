"""What IT staff do to a file of the town, by hand."""

from pathlib import Path


def change(path: Path, old: str, new: str) -> None:
    """One change in one file, as somebody would type it; what is to be changed must stand there."""
    text = path.read_text(encoding="utf-8")
    assert old in text, (path.name, old)
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
