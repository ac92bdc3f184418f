"""What the lines begin with that a scanner types, so that one is told from another and from what a person types."""

HOME = "KPE1"
"""A code that was made at home; the digit is the version of its arrangement."""

GUIDE = "G"
"""The bars of a 受付案内票: the number of a visit, and with a row of it the procedure."""

SLIP = "KAKU"
"""The code of a slip from the terminal: the random id of its case, or in bars its number."""
