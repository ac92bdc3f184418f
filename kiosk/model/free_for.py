"""手数料の免除: why a fee that would be charged is not; what a city frees for whom is in its 手数料条例."""

import enum


class FreeFor(enum.StrEnum):
    """The usual reasons; other ones are kept in the words in which they were said."""

    OFFICIAL = "official"  # 公用: another office asks for its own work
    LAW = "law"  # a law frees it: certificates for pensions, 労災 and the like
    WELFARE = "welfare"  # 生活保護
    DISASTER = "disaster"
