"""What came of a decision, and what is wrong with it, in one message above a page of the office."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.ui.widgets.message import Mood

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kiosk.model.base import Issue
    from kiosk.model.message import Message as Words
    from kiosk.ui.kit import Kit
    from kiosk.ui.widgets.message import Message


def tell(kit: Kit, message: Message, told: Words | None, wrong: Sequence[Issue]) -> None:
    """Say both, or nothing."""
    said = kit.words.say(told) if told else ""
    text = "\n".join(filter(None, (said, *map(str, wrong))))
    message.set(text, mood=Mood.ERROR if wrong else Mood.SUCCESS)
