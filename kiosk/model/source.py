"""出所: where a value can come from."""

import enum


class Source(enum.Enum):
    """出所: where a value came from. The order is the rank used to *show* a value while a conflict is open."""

    SYSTEM = "system"
    DERIVED = "derived"
    SECOND_CARD = "second_card"  # another card of the same person, where it says something else
    CARD = "card"
    EXTRACT = "extract"
    REGISTER = "register"  # 住民記録: the city's own, as of the day of its data
    DOCUMENT = "document"
    PREENTRY = "preentry"  # 家で入力: said by the resident, to be confirmed
    RESIDENT = "resident"
    INTERVIEW = "interview"

    @property
    def rank(self) -> int:
        """Higher wins the display while a person has not decided."""
        return _RANKS[self.value]


_RANKS = {source.value: rank for rank, source in enumerate(Source)}

READ = frozenset({Source.CARD, Source.SECOND_CARD, Source.EXTRACT, Source.REGISTER, Source.PREENTRY})
"""What is read and not said: whoever it is about confirms it."""

FROM_CARDS = frozenset({Source.CARD, Source.SECOND_CARD})
"""What an identity card says."""

SPOKEN = frozenset({Source.RESIDENT, Source.INTERVIEW})
"""What the people of a visit said themselves, alone at a terminal or to a clerk."""
