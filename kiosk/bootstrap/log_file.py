"""The files of the local log, written by the standard library; imported with the first line, never for the start."""

import logging
import logging.handlers


class LogFile(logging.handlers.RotatingFileHandler):
    """A file that rotates; what cannot be written is not told on the terminal: a full disk is the host's to say."""

    def write(self, line: str) -> None:
        """One line."""
        self.emit(logging.LogRecord("kiosk", logging.INFO, "", 0, line, None, None))

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - logging's name
        """See logging.Handler."""
