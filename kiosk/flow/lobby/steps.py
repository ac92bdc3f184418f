"""Where a resident is on the way, and which page comes before it."""

from dataclasses import dataclass, replace

from kiosk.flow.lobby.pages import Place


@dataclass(frozen=True)
class Walk:
    """Where a resident is, and how they came there; it names questions, never answers.

    `at` is the question on the page (a path, or one of the navigator's), `back` are those before it. `changing`: 変更
    led here. `came` is the page from which a person was called, or everything was handed in. `usual` are the paths of
    usual answers that nobody was asked for and the resident has not confirmed yet.
    """

    place: Place = Place.LANGUAGE
    language: str = "ja"
    at: str = ""
    back: tuple[str, ...] = ()
    changing: bool = False
    came: Place = Place.LANGUAGE
    usual: frozenset[str] = frozenset()

    def to(self, place: Place, *, at: str = "", changing: bool = False) -> "Walk":
        """Another page; what was asked before it stays known."""
        return replace(self, place=place, at=at, changing=changing)

    def from_question(self) -> "Walk":
        """The question on the page is answered: it is one of those before."""
        return replace(self, back=(*self.back, self.at))

    def leaving(self, place: Place) -> "Walk":
        """A page from which it goes back to this one."""
        return self if self.place is place else replace(self, place=place, came=self.place)

    def last(self, place: Place) -> "Walk":
        """The last question before, on a page of questions."""
        return replace(self, place=place, at=self.back[-1], back=self.back[:-1], changing=False)


BEGINNING = Walk()
"""Nobody is at the terminal."""


def before(walk: Walk, *, household: bool) -> Walk:
    """The page before; `household`: how many people it is about was asked. A visit that is left is for the caller."""
    match walk.place:
        case Place.QUESTION if walk.changing:
            return walk.to(Place.CHECK)
        case Place.QUESTION | Place.NAVIGATOR | Place.CHECK if walk.back:
            return walk.last(Place.NAVIGATOR if walk.place is Place.NAVIGATOR else Place.QUESTION)
        case Place.CARD if household:
            return walk.to(Place.PEOPLE)
        case Place.STAFF:
            return replace(walk, place=walk.came)
        case _:
            return walk.to(_BEFORE.get(walk.place, walk.place))


_BEFORE = {
    Place.PURPOSE: Place.LANGUAGE,
    Place.NAVIGATOR: Place.PURPOSE,
    Place.NUMBER: Place.PURPOSE,
    Place.STANDING: Place.PURPOSE,
    Place.PEOPLE: Place.PURPOSE,
    Place.CARD: Place.PURPOSE,
    Place.QUESTION: Place.CARD,
    Place.CHECK: Place.CARD,
    Place.SIGN: Place.CHECK,
}
