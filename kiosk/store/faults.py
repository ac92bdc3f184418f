"""What a broken, full or read-only disk is called when a clerk has to read it."""

import enum
import errno
from collections.abc import Iterator
from contextlib import contextmanager

from sqlcipher3 import dbapi2 as sqlite

from kiosk.model.errors import SiteError


class Fault(enum.Enum):
    """The ways the place can fail the store; the value is the staff code."""

    FULL = "store-full"
    READ_ONLY = "store-read-only"
    IO = "store-io"
    UNREADABLE = "store-unreadable"
    BUSY = "store-busy"
    NEWER = "store-newer"
    MISSING = "store-missing"
    BUILD = "store-build"
    RELAY = "store-relay"
    KEY = "store-key"
    KEY_MISSING = "store-key-missing"
    OLDER = "store-older"
    FOREIGN = "store-foreign"
    UNMARKED = "store-unmarked"
    MARK = "store-mark"
    AUDIT_KEY = "store-audit-key"
    BACKUP = "store-backup"


_RESTORE = (
    "控えから保存場所(KIOSK_HOME)を鍵ごと元へ戻してください。"
    "戻せないと確かめたときに限り、kiosk store accept-loss --reason 理由(監査記録に残ります) で続けてください。"
)

_WORDS: dict[Fault, tuple[str, str]] = {
    Fault.FULL: (
        "この端末のディスクがいっぱいで、保存できません。今の操作は取り消され、途中まで保存されたものはありません。",
        "不要なファイルを別の場所へ移してから、もう一度操作してください。",
    ),
    Fault.READ_ONLY: (
        "保存先のフォルダに書き込めません。",
        "フォルダの権限と、ディスクが読み取り専用になっていないかを確かめてください。",
    ),
    Fault.IO: (
        "ディスクの読み書きに失敗しました。保存済みの内容は消していません。",
        "端末の使用を止め、ディスクの状態を確かめてから、起動し直してください。",
    ),
    Fault.UNREADABLE: (
        "保存ファイルを開けません。鍵が違うか、ファイルが壊れています。ファイルには手を加えていません。",
        "正しい鍵かどうかを確かめ、違わなければ保存フォルダごと控えを取ってから、管理者に連絡してください。",
    ),
    Fault.BUSY: (
        "ほかの処理が保存ファイルを使っているため、待ち時間を過ぎました。",
        "少し待って、もう一度操作してください。",
    ),
    Fault.NEWER: (
        "保存ファイルが、このプログラムより新しい版で作られています。ファイルには手を加えていません。",
        "新しい版のプログラムを入れてから、起動してください。",
    ),
    Fault.BUILD: (
        "データベース部品の版または設定が、安全に使える条件を満たしていません。",
        "決められた版の部品(sqlcipher3)を入れ直してください。",
    ),
    Fault.RELAY: (
        "別のプログラムが、この端末の送付係としてすでに動いています。",
        "先に動いているほうを使うか、それを終了してから起動してください。",
    ),
    Fault.KEY: (
        "暗号の鍵ファイルを使えません。",
        "鍵ファイルが32バイトで、持ち主だけが読める設定(0600)になっているかを確かめてください。",
    ),
}

_WORDS |= {
    Fault.MISSING: (
        "以前に使っていた保存ファイル(kiosk.db)が見つかりません。新しい空のファイルは作りません。",
        _RESTORE,
    ),
    Fault.KEY_MISSING: (
        "保存ファイルはありますが、その鍵(root.key、または資格情報 kiosk-root)が見つかりません。新しい鍵は作りません。",
        "鍵がなければ保存した内容はだれにも読めません。金庫などに控えた鍵を元の場所へ戻してから、起動してください。",
    ),
    Fault.BACKUP: (
        "控えのファイルを開けません。鍵が違うか、途中で切れているか、書き換えられています。何も取り出していません。",
        "控えを作った端末の鍵(root.key、または資格情報 kiosk-root)を置くか、別の控えを使ってください。",
    ),
    Fault.AUDIT_KEY: (
        "監査記録の鍵(audit.key、または資格情報 kiosk-audit)がないか、この保存ファイルのものではありません。"
        "新しい鍵は作らず、保存した内容にも手を加えていません。",
        "金庫などに控えた鍵を元の場所へ戻してから、起動してください。",
    ),
    Fault.OLDER: (
        "保存ファイルが、この端末で最後に使ったときより古い内容です。新しい受付や監査記録が失われています。",
        _RESTORE,
    ),
    Fault.FOREIGN: ("保存ファイルが、この端末で使っていたものではありません。", _RESTORE),
    Fault.UNMARKED: (
        "保存ファイルの横にあるはずの控え(kiosk.mark)がなく、失われた受付がないかを確かめられません。",
        _RESTORE,
    ),
    Fault.MARK: (
        "保存ファイルの横の控え(kiosk.mark)の署名が合いません。鍵が替わったか、書き換えられています。",
        _RESTORE,
    ),
}

_BY_RESULT = {
    sqlite.SQLITE_FULL: Fault.FULL,
    sqlite.SQLITE_READONLY: Fault.READ_ONLY,
    sqlite.SQLITE_CANTOPEN: Fault.READ_ONLY,
    sqlite.SQLITE_PERM: Fault.READ_ONLY,
    sqlite.SQLITE_IOERR: Fault.IO,
    sqlite.SQLITE_CORRUPT: Fault.UNREADABLE,
    sqlite.SQLITE_NOTADB: Fault.UNREADABLE,
    sqlite.SQLITE_BUSY: Fault.BUSY,
    sqlite.SQLITE_LOCKED: Fault.BUSY,
}
_BY_ERRNO = {errno.ENOSPC: Fault.FULL, errno.EDQUOT: Fault.FULL, errno.EIO: Fault.IO}


def site_error(fault: Fault) -> SiteError:
    """The sentence for a fault: what happened and what a person can do."""
    what, mend = _WORDS[fault]
    return SiteError(fault.value, what=what, mend=mend)


@contextmanager
def translated() -> Iterator[None]:
    """Turn SQLite and file errors of the place into SiteError; errors of our own making pass unchanged."""
    try:
        yield
    except sqlite.Error as error:
        fault = _BY_RESULT.get((getattr(error, "sqlite_errorcode", None) or 0) & 0xFF)
        if fault is None:
            raise
        raise site_error(fault) from error
    except OSError as error:
        raise site_error(_BY_ERRNO.get(error.errno or 0, Fault.READ_ONLY)) from error
