"""What a person reads when the program cannot go on; never personal data."""

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kiosk.model.errors import SiteError

NOT_READY = 3
FOUND_PROBLEMS = 1
_DEFECT = "プログラムの不具合で止まりました。確認していない入力は保存していません。"
_WHOM = "システム担当へ連絡してください"


def tell(error: "SiteError") -> None:
    """What the place lacks, what mends it, and the code for the staff, at once."""
    sys.stderr.write(f"{error.what} {error.mend}（{error.code}）\n")
    sys.stderr.flush()


def told(work: Callable[[], int], *, as_json: bool = False) -> int:
    """Do the work; a SiteError becomes its words and exit code 3, any bug a neutral sentence and 1.

    What an exception says is never repeated: it may say a name. `as_json`: who reads is a program, and gets the same as
    one document on standard output besides.
    """
    try:
        return work()
    except Exception as error:  # noqa: BLE001 - whatever it is, nobody's name may reach the terminal
        from kiosk.model.errors import SiteError

        if isinstance(error, SiteError):
            if as_json:
                _document(error.code, error.what, error.mend.strip())
            tell(error)
            return NOT_READY
        kind = type(error).__name__
        if as_json:
            _document(kind, _DEFECT, f"{_WHOM}。")
        sys.stderr.write(f"{_DEFECT}{_WHOM}（{kind}）。\n")
        return FOUND_PROBLEMS


def _document(code: str, what: str, mend: str) -> None:
    import json

    error = {"code": code, "what": what, "mend": mend}
    sys.stdout.write(json.dumps({"error": error}, ensure_ascii=False, indent=2) + "\n")
    sys.stdout.flush()
