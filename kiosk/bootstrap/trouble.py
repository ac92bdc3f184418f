"""What a person reads when the program cannot go on; never personal data."""

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kiosk.model.errors import SiteError

NOT_READY = 3
FOUND_PROBLEMS = 1


def tell(error: "SiteError") -> None:
    """What the place lacks, what mends it, and the code for the staff, at once."""
    sys.stderr.write(f"{error.what} {error.mend}（{error.code}）\n")
    sys.stderr.flush()


def told(work: Callable[[], int]) -> int:
    """Do the work; a SiteError becomes its words and exit code 3, any bug a neutral sentence and 1.

    What an exception says is never repeated: it may say a name.
    """
    try:
        return work()
    except Exception as error:  # noqa: BLE001 - whatever it is, nobody's name may reach the terminal
        from kiosk.model.errors import SiteError

        if isinstance(error, SiteError):
            tell(error)
            return NOT_READY
        sys.stderr.write(
            "プログラムの不具合で止まりました。確認していない入力は保存していません。システム担当へ連絡してください"
            f"（{type(error).__name__}）。\n"
        )
        return FOUND_PROBLEMS
