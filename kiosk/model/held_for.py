"""Why a filing that is needed today is accepted as held: the usual reasons, each printed in the resident's language."""

import enum


class HeldFor(enum.StrEnum):
    """What is waited for; other reasons are kept in the words in which they were said."""

    PAPERS = "papers"
    ASK = "ask"
    OFFICE = "office"
    WISH = "wish"
