"""Where an answer came from and how its question stands, as the words and the tone of a chip."""

from kiosk.flow.pages import QuestionState
from kiosk.model.source import Source
from kiosk.ui.kit import Kit
from kiosk.ui.widgets.chip import Tone


def source_key(source: Source) -> str:
    """The word key of a source."""
    return f"source-{source.value}"


def state_chip(kit: Kit, state: QuestionState, source: Source | None) -> tuple[str, Tone]:
    """The words and tone for how a question stands; answered ones show their source."""
    match state:
        case QuestionState.HELD:
            return kit.words("state-held"), Tone.HOLD
        case QuestionState.CONFLICT:
            return kit.words("state-conflict"), Tone.YELLOW
        case QuestionState.WRONG:
            return kit.words("state-wrong"), Tone.RED
        case QuestionState.SAID:
            return kit.words("state-said", source=kit.words(source_key(source or Source.CARD))), Tone.BLUE
        case QuestionState.ANSWERED if source is not None:
            return kit.words(source_key(source)), Tone.NEUTRAL
        case _:
            return "", Tone.NEUTRAL
