"""What a desk has shown of a visit, so that what has not changed is not worked out again."""

from dataclasses import dataclass, field

from kiosk.flow.pages import OutcomeView, QuestionView
from kiosk.model.base import Issue
from kiosk.model.filled import Caution


@dataclass(frozen=True)
class Memo:
    """What a desk showed of one visit in one language, each with what it was made from; gone with the visit.

    A question or a value that has not changed is the same object as in the page before.
    """

    questions: dict[str, tuple[object, QuestionView]] = field(default_factory=dict)
    outcomes: dict[str, tuple[object, OutcomeView]] = field(default_factory=dict)
    texts: dict[str, tuple[object, str]] = field(default_factory=dict)
    refused: dict[str, tuple[object, tuple[Issue, ...]]] = field(default_factory=dict)
    examining: dict[str, bool] = field(default_factory=dict)
    cautions: dict[str, tuple[object, tuple[Caution, ...]]] = field(default_factory=dict)
