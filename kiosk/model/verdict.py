"""回答の結果: what a receiving system decided; apart from the answer, so that a first page can show it at once."""

import enum


class Verdict(enum.Enum):
    """What came of it: 受理, back for a correction, refused."""

    ACCEPTED = "受理"
    TO_CORRECT = "補正"
    REJECTED = "却下"
