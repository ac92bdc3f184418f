"""The two kinds of trouble the program distinguishes; nothing else is imported here, so that a start is quick."""


class KioskError(Exception):
    """Root of the exceptions: SiteError (the place is not ready) and Defect (our bug); wrong answers are Refused."""


class SiteError(KioskError):
    """The place is not ready (disk full, folder read-only, reader missing, newer database).

    `code` is a short staff code, `what` says what happened, `mend` what a person can do; never personal data.
    """

    def __init__(self, code: str, *, what: str, mend: str) -> None:
        super().__init__(f"[{code}] {what} {mend}")
        self.code, self.what, self.mend = code, what, mend


class Defect(KioskError):
    """A bug of ours: logged without personal data, and the case ends safely."""
