"""Takes Qt's binding in and gives Python its own import back.

Context: PySide6 exchanges `__import__` for one of its own, for `from __feature__ import snake_case`: it reads the
source of every module that is imported afterwards and keeps it (14 MB at a counter, a tenth of the time of a start).
Decision: nobody here uses those features, so the exchange is undone; to be imported before anything else of PySide6.
Consequence: whoever comes to Qt first without this module pays for it, and nothing else changes.
"""

import builtins

_own = builtins.__import__
import PySide6.QtCore  # noqa: E402, F401 - between the two lines that remember and restore

builtins.__import__ = _own
