"""What somebody probably meant by a word that is not there, and what could stand in its place."""

import unicodedata
from collections.abc import Iterable, Set

_SHOWN = 12


def nearest(word: str, known: Iterable[str]) -> str:
    """The nearest of the known words as a question, or where none is near the words themselves.

    Words that somebody put in an order keep it; of a set the nearest are first.
    """
    names = _by_nearness(word, known) if isinstance(known, Set) else list(known)
    close = likely(word, names)
    return f"「{close}」の書き間違いではありませんか" if close else listed(names)


def _by_nearness(word: str, names: Iterable[str]) -> list[str]:
    """The same at every start, also of a set: the most alike first, by name among equals."""
    from difflib import SequenceMatcher  # as below

    return sorted(names, key=lambda name: (-SequenceMatcher(None, name, word).ratio(), name))


def likely(word: str, known: Iterable[str]) -> str:
    """The known word that is written nearly like this one; empty for none."""
    from difflib import get_close_matches  # for people who made a mistake; no start waits for it

    return next(iter(get_close_matches(word, list(known), n=1, cutoff=0.7)), "")


def listed(words: Iterable[str]) -> str:
    """The words, the first dozen of many."""
    names = list(words)
    left = len(names) - _SHOWN
    return "、".join(names[:_SHOWN]) + (f" ほか{left}個" if left > 0 else "")


def folded(word: str) -> str:
    """The same for words that differ in width and case alone, which people take for one."""
    return (word if word.isascii() else unicodedata.normalize("NFKC", word)).casefold()
