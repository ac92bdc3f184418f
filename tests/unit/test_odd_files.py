"""Files of the catalogue that are no files, not there, or saved otherwise: each is told once, and nothing waits."""

import os
import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.bootstrap.forms import read_forms
from tests.tiny_forms import FILES, issues, tiny_forms

PROCEDURE, VOCABULARY = "procedures/P01.toml", "vocabulary.toml"


@pytest.fixture
def forms(tmp_path: Path) -> Path:
    """The smallest folder, in which a test may make mistakes."""
    return tiny_forms(tmp_path / "forms")


# ---- files that are no files, not there, or saved otherwise ----------------------------------------------------------
def fifo(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def directory(path: Path) -> None:
    path.unlink()
    path.mkdir()


def dangling(path: Path) -> None:
    path.unlink()
    path.symlink_to("nothing.toml")


def looped(path: Path) -> None:
    path.unlink()
    path.symlink_to(path.name)


def outside(path: Path) -> None:
    elsewhere = path.parents[len(path.parents) - 1] / "etc" / "hostname"
    path.unlink()
    path.symlink_to(elsewhere)


def device(path: Path) -> None:
    path.unlink()
    path.symlink_to("/dev/zero")


def plug(path: Path) -> None:
    path.unlink()
    here = Path.cwd()
    os.chdir(path.parent)  # a socket's name must be short
    try:
        with socket.socket(socket.AF_UNIX) as made:
            made.bind(path.name)
    finally:
        os.chdir(here)


def recoded(codec: str) -> Callable[[Path], None]:
    def save(path: Path) -> None:
        path.write_text(path.read_text(encoding="utf-8"), encoding=codec)

    return save


def huge(path: Path) -> None:
    with path.open("ab") as file:
        file.truncate(600 * 1024)


def brackets(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    path.write_text(f"x = {'[' * 2000}{']' * 2000}\n{text}", encoding="utf-8")


def dots(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    path.write_text(f"{'a.' * 100000}a = 1\n{text}", encoding="utf-8")


def long_number(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    path.write_text(f"x = {'9' * 5000}\n{text}", encoding="utf-8")


SAVED: list[tuple[Callable[[Path], None], str]] = [
    (fifo, "パイプ"),
    (dangling, "リンクの先"),
    (looped, "リンクの先"),
    (outside, "外を指して"),
    (device, "外を指して"),
    (plug, "ソケット"),
    (recoded("cp932"), "Shift_JIS"),
    (recoded("euc_jp"), "UTF-8 ではありません"),
    (recoded("utf-16"), "UTF-16"),
    (huge, "大きすぎます"),
    (brackets, "深すぎます"),
    (dots, "深すぎます"),
    (long_number, "長すぎます"),
]


@pytest.mark.parametrize("file", [PROCEDURE, VOCABULARY])
@pytest.mark.parametrize(("spoil", "message"), SAVED, ids=lambda value: getattr(value, "__name__", str(value)))
def test_what_is_no_file_or_saved_otherwise_is_told_once(
    forms: Path, file: str, spoil: Callable[[Path], None], message: str
) -> None:
    spoil(forms / file)
    found = issues(forms)
    assert [issue.where.partition(" ")[0] for issue in found] == [file], [str(issue) for issue in found]
    assert message in found[0].message
    assert found[0].allowed


@pytest.mark.parametrize("file", [file for file in FILES if "/" not in file or file.startswith(("exchange", "templ"))])
def test_a_file_that_is_missing_is_told(forms: Path, file: str) -> None:
    (forms / file).unlink()
    found = issues(forms)
    assert len(found) == 1, [str(issue) for issue in found]
    assert file.rpartition("/")[2] in str(found[0])


@pytest.mark.parametrize("file", [file for file in FILES if file.endswith(".toml")])
@pytest.mark.parametrize("ends", ["\r\n", "\r", "bom"])
def test_what_a_windows_editor_adds_changes_nothing(forms: Path, file: str, ends: str) -> None:
    before = read_forms(forms, cache=None)
    content = (forms / file).read_bytes()
    changed = b"\xef\xbb\xbf" + content if ends == "bom" else content.replace(b"\n", ends.encode())
    (forms / file).write_bytes(changed)
    after = read_forms(forms, cache=None)
    assert after.issues == ()
    assert after.digest == before.digest


def test_a_file_that_may_not_be_read_is_told(forms: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.open

    def refusing(path: object, *rest: int, **more: int) -> int:
        if str(path).endswith(PROCEDURE):
            raise PermissionError(13, "Permission denied")
        return real(path, *rest, **more)  # type: ignore[arg-type]  # os.open's own path type

    monkeypatch.setattr(os, "open", refusing)
    (found,) = issues(forms)
    assert (found.where, found.message) == (PROCEDURE, "ファイルを読めません。")


@pytest.mark.parametrize(
    ("name", "allowed"),
    [
        ("procedures/P02.tml", "procedures/P02.toml"),
        ("procedure/P02.toml", "procedures/"),
        ("procedures/sub/P02.toml", "procedures/"),
        ("vocabulery.toml", "vocabulary.toml"),
        ("exchange/colums.toml", "columns.toml"),
        ("templates/F01/page-1.svg", "template.toml"),
        ("templates/F01/001/page.jpg", "svg"),
        ("notes.txt", "vocabulary.toml"),
    ],
)
def test_a_file_without_a_place_is_told(forms: Path, name: str, allowed: str) -> None:
    (forms / name).parent.mkdir(exist_ok=True)
    (forms / name).write_text("x = 1\n", encoding="utf-8")
    (found,) = issues(forms)
    assert found.where == name
    assert allowed in found.allowed


@pytest.mark.parametrize(
    "name", [".P01.toml.swp", "procedures/P01.toml~", "Thumbs.db", "procedures/.DS_Store", "x.bak"]
)
def test_what_editors_leave_behind_is_nobodys_mistake(forms: Path, name: str) -> None:
    before = read_forms(forms, cache=None)
    (forms / name).write_text("rubbish", encoding="utf-8")
    after = read_forms(forms, cache=None)
    assert (after.issues, after.digest) == ((), before.digest)
