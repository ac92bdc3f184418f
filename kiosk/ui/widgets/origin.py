"""Where an answer came from and how its question stands, as the words and the tone of a chip."""

from datetime import date

from kiosk.flow.pages import QuestionState
from kiosk.model.source import Source
from kiosk.ui.kit import Kit
from kiosk.ui.widgets.chip import Tone


def source_key(source: Source) -> str:
    """The word key of a source."""
    return f"source-{source.value}"


def source_words(kit: Kit, source: Source, day: date | None = None) -> str:
    """A source, and of what day its data are where that is known."""
    name = kit.words(source_key(source))
    return kit.words("source-of-day", source=name, day=f"{day.month}/{day.day}") if day else name


def state_chip(kit: Kit, state: QuestionState, source: Source | None, day: date | None = None) -> tuple[str, Tone]:
    """The words and tone for how a question stands; answered ones show their source."""
    match state:
        case QuestionState.HELD:
            return kit.words("state-held"), Tone.HOLD
        case QuestionState.CONFLICT:
            return kit.words("state-conflict"), Tone.YELLOW
        case QuestionState.WRONG:
            return kit.words("state-wrong"), Tone.RED
        case QuestionState.SAID:
            return kit.words("state-said", source=source_words(kit, source or Source.CARD, day)), Tone.BLUE
        case QuestionState.ANSWERED if source is not None:
            return source_words(kit, source, day), Tone.NEUTRAL
        case _:
            return "", Tone.NEUTRAL
