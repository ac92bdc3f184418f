"""The audit record as an office reads it: what left, who was told of it, and the page of a day."""

from pathlib import Path

import pypdfium2
import pytest
import zxingcpp

from kiosk.store import entries
from kiosk.store.connection import connect
from kiosk.store.database import NAME
from kiosk.store.vault import Vault, load_root_key
from tests.commands import Kiosk
from tests.visits import FORMS

FAMILY = FORMS / "personas" / "kazoku4.toml"


@pytest.fixture
def delivered(kiosk: Kiosk, home: Path) -> Path:
    """The folder of a destination that has what a family filed."""
    assert kiosk("confirm", FAMILY).code == 0
    assert kiosk("deliver").code == 0
    return home / "outgoing"


def test_what_left_is_on_record_without_a_word_about_anybody(kiosk: Kiosk, delivered: Path) -> None:
    written = kiosk("audit", "list", "--json").document
    *left, confirmed = written
    assert {entry["action"] for entry in left} == {"deliver"}
    assert len(left) == len(list(delivered.glob("*.done")))
    assert all(entry["detail"].startswith("to=1 P") and "sha256:" in entry["detail"] for entry in left)
    assert confirmed["detail"].endswith("id=1点:個人番号カード")


def test_receivers_and_the_page_of_a_day_hold_what_the_record_said_then(
    kiosk: Kiosk, home: Path, delivered: Path, tmp_path: Path
) -> None:
    page = tmp_path / "day.pdf"
    day = kiosk("day", "--paper", page, "--json").document
    (code,) = zxingcpp.read_barcodes(pypdfium2.PdfDocument(page)[0].render(scale=3).to_pil())
    assert code.text == day["head"]
    count = len(list(delivered.glob("*.done")))
    found = kiosk("audit", "verify", "--manifests", delivered, "--known", code.text, "--json")
    assert (found.code, found.document["compared"]) == (0, count + 1)
    put_back(home)
    later = kiosk("audit", "verify", "--known", code.text)
    assert later.code == 1
    assert "外に控えた番号と封が" in later.out
    assert kiosk("audit", "verify", "--manifests", delivered).code == 0


def put_back(home: Path) -> None:
    """The newest entry is gone, from the database's own count and from the mark, by somebody who has all the keys."""
    vault = Vault(load_root_key(home / "root.key"))
    sql = connect(home / "data" / NAME, key=vault.database_key)
    sql.execute("DROP TRIGGER audit_is_kept")
    last = entries.written(sql)
    sql.execute("DELETE FROM audit WHERE seq = ?", (last,))
    sql.execute("UPDATE sqlite_sequence SET seq = ? WHERE name = 'audit'", (last - 1,))
    sql.execute("UPDATE house SET marked = 0")
    sql.close()
    (home / "kiosk.mark").unlink()


def test_what_is_no_manifest_is_named(kiosk: Kiosk, tmp_path: Path) -> None:
    (tmp_path / "a.manifest.json").write_text("rubbish", encoding="utf-8")
    ended = kiosk("audit", "verify", "--manifests", tmp_path)
    assert (ended.code, "a.manifest.json" in ended.err) == (1, True)
    assert kiosk("audit", "verify", "--manifests", tmp_path / "nowhere").code == 1
