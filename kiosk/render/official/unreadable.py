"""What is said of a paper that cannot be used."""


class Unreadable(Exception):
    """What is wrong with a paper, and what may stand there instead (both in Japanese)."""

    def __init__(self, message: str, allowed: str = "印刷できる PDF、または PNG・TIFF の画像") -> None:
        super().__init__(message)
        self.message, self.allowed = message, allowed
