"""What the hand-written session shows of one value: a box on paper, and words."""

from kiosk.flow.pages import QuestionState, QuestionView
from kiosk.model.address import Address
from kiosk.model.fact import Value
from kiosk.model.filled import BoxState, FilledBox
from kiosk.model.wareki import PartialDate, to_wareki
from tests.gui.family import NAMES


def box(view: QuestionView, number: int) -> FilledBox:
    known = view.value is not None
    state = BoxState.FILLED if known else BoxState.HELD if view.state is QuestionState.HELD else BoxState.MISSING
    text = view.echo or view.text
    return FilledBox(
        box=view.path,
        no=number,
        state=state,
        text=text if known else "",
        paths=(view.path,) if known else (),
        needs=() if known else (view.path,),
        source=view.source if known else None,
    )


def say(value: Value | None) -> str:
    match value:
        case None:
            return ""
        case PartialDate():
            return f"{to_wareki(value)}（{(value.iso or '')[:4]}年）"
        case Address():
            return value.text
        case bool():
            return "はい" if value else "いいえ"
        case tuple():
            return "、".join(NAMES.get(code, code) for code in value) or "なし"
        case _:
            return NAMES.get(str(value), str(value))
