"""Whether a server keeps what it acknowledged, and is the one that it is taken for; else it gets nothing."""

from collections.abc import Iterator

from kiosk.hub.link import HubTrouble, Link
from kiosk.hub.tables import STEPS
from kiosk.model.base import Frozen

OLDEST = 140_000
"""PostgreSQL 14: the oldest whose functions bind their names when they are made."""

_LOOK = """
SELECT current_setting('server_version_num')::int AS version, current_setting('fsync') AS fsync,
  current_setting('full_page_writes') AS pages, current_setting('data_checksums') AS checksums,
  current_setting('synchronous_commit') AS commits, current_setting('ssl') AS ssl
"""
_HOUSE = "SELECT id, (SELECT coalesce(max(number), 0) FROM kiosk.step) AS version FROM kiosk.house"


class Server(Frozen):
    """The settings of a server that matter, as it says them."""

    version: int
    fsync: str
    pages: str
    checksums: str
    commits: str
    ssl: str

    @property
    def unsafe(self) -> tuple[str, ...]:
        """What is wrong with it, in words for its administrator; nothing where all is well."""
        return tuple(self._unsafe())

    def _unsafe(self) -> Iterator[str]:
        if self.version < OLDEST:
            yield f"PostgreSQL {self.version // 10_000} は古すぎます（{OLDEST // 10_000} 以上）"
        for said, key in ((self.fsync, "fsync"), (self.pages, "full_page_writes"), (self.ssl, "ssl")):
            if said != "on":
                yield f"{key} = on にしてください"
        if self.checksums != "on":
            yield "データのチェックサムがありません（initdb --data-checksums か pg_checksums --enable）"
        if self.commits in {"off", "local"}:
            yield "synchronous_commit = on にしてください"


def look(link: Link) -> Server:
    """What the server says of itself. Raises HubTrouble."""
    row = link.one(_LOOK)
    return Server(
        version=row["version"],
        fsync=row["fsync"],
        pages=row["pages"],
        checksums=row["checksums"],
        commits=row["commits"],
        ssl=row["ssl"],
    )


def demand_safe(link: Link) -> None:
    """Raises HubTrouble: D53 for a server that could lose what it acknowledged."""
    if wrong := look(link).unsafe:
        raise HubTrouble("D53", f"中継サーバーの設定では、受け取ったものが失われることがあります: {'、'.join(wrong)}。")


def house(link: Link) -> str:
    """The random name that the hub was founded with. Raises HubTrouble: D54 where it was not, D55 for other tables."""
    row = link.one(_HOUSE)
    if row["version"] != len(STEPS):
        newer = row["version"] > len(STEPS)
        mend = "この端末のプログラムを新しくしてください" if newer else "kiosk hub migrate を実行してください"
        raise HubTrouble("D55", f"中継サーバーの表の版が違います（{row['version']}）。{mend}。")
    return str(row["id"])
