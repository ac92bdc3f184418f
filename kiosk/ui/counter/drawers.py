"""What can stand in the right half of the window."""

import enum


class Side(enum.Enum):
    """The paper, or in its place a drawer."""

    PAPER = "paper"
    CARD = "card"
    EXTRACT = "extract"
    HELP = "help"
    PURPOSES = "purposes"
    REGISTER = "register"
    TRAINING = "training"
    OPPOSITE = "opposite"
    GLYPHS = "glyphs"
