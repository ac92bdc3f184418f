"""用件: what a visit is about - one event, and others that are taken together with it as if they were one."""

from collections.abc import Iterable, Mapping

from kiosk.model.life_event import LifeEvent

WISHES, OCCASION, PURPOSES = "case.requests", "case.occasion", "case.purposes"
NONE_YET = LifeEvent(id="", name="")
"""The event of a visit whose people are known before its purpose."""


def together(events: Mapping[str, LifeEvent], names: Iterable[str]) -> LifeEvent:
    """The first event with what the others bring to it: procedures, wishes, and that the wishes are asked first.

    What is said, asked and allowed otherwise is the first one's: every fact has one question in a visit. Only where
    none of them says what the day is about, the words are those of the widest, and what is wished is still asked first
    where one of them asks that.
    """
    first, *others = tuple(events[name] for name in names if name in events) or (NONE_YET,)
    brought = [other.joins for other in others if other.joins is not None]
    if not brought:
        return first
    if first.joins is not None:
        every = (first, *others)
        widest = next((event for event in every if not event.first_section), first)
        said = {"asks": widest.asks, "headings": widest.headings, "words": widest.words}
        section = next((event.first_section for event in every if event.first_section), "")
        first = first.model_copy(update={**said, "first_section": section})
    wishes = first.codes.get(WISHES, ())
    return first.model_copy(
        update={
            "procedures": _once(first.procedures, *(each.procedures for each in brought)),
            "opening": _once(first.opening, (WISHES,)),
            "codes": {**first.codes, WISHES: _once(wishes, *(each.wishes for each in brought))},
        }
    )


def occasions(events: Mapping[str, LifeEvent], names: Iterable[str]) -> tuple[str, ...]:
    """The codes of case.occasion that events stand for."""
    said = (events[name].presets.get(OCCASION, "") for name in names if name in events)
    return tuple(code for code in said if code)


def arranged(events: Mapping[str, LifeEvent], names: Iterable[str]) -> tuple[str, ...] | None:
    """Events in the order in which a visit is about them: what cannot be joined to another one first.

    None where two of them are two visits.
    """
    chosen = [name for name in dict.fromkeys(names) if name in events]
    alone = [name for name in chosen if events[name].joins is None]
    return None if len(alone) > 1 else (*alone, *(name for name in chosen if name not in alone))


def home(events: Mapping[str, LifeEvent], names: Iterable[str], procedure: str) -> str:
    """The event of a visit to which a procedure belongs, else the first."""
    listed = list(names)
    return next((name for name in listed if name in events and procedure in events[name].procedures), listed[0])


def _once(*parts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each for part in parts for each in part))
