"""Why only somebody at the counter can tell whether two descriptions mean one person (see `likeness`).

Apart from the comparing, because what tells of it is loaded with the start page.
"""

import enum


class Doubt(enum.Enum):
    """Why it is not sure that two descriptions mean one person."""

    WIDTH = "width"
    LETTERS = "letters"
    CUT = "cut"
    ALIAS = "alias"
    ORDER = "order"
    READING = "reading"
    SCRIPT = "script"
    FAMILY_NAME = "family-name"
    GIVEN_NAME = "given-name"
    BIRTH_SPELLING = "birth-spelling"
    BIRTH_MISSING = "birth-missing"
    NAME_MISSING = "name-missing"
