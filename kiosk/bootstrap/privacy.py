"""What the operating system is told before anything else: nothing that this program holds or writes is for others.

Decision: one call at the door of the program (kiosk.__main__), so that no writer of a file has to think of it.
- umask 077: papers, databases, logs, folders are for the program's account only. Two writers say otherwise: the
  receiver's folder, whose files take the mode and group of the destination's settings, and a form that is published,
  which is as readable as the sheet it is drawn from.
- No core dump: the limit 0 keeps a file from being written, but a system that pipes dumps into a collector
  (systemd-coredump, apport) does not ask it; a process that is not dumpable leaves none in either case, and other
  processes of the account cannot read its memory. That costs 3 ms of a start (ctypes), and IT staff can attach a
  debugger only as root. Printing programs that are started are dumpable again: exec resets it.
"""

import os
import resource
import sys

UMASK = 0o077
_PR_SET_DUMPABLE = 4  # linux/prctl.h


def keep_private() -> None:
    """Files for the owner only, no core dumps; what the system does not know is left out."""
    os.umask(UMASK)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        import ctypes

        ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
