"""What stands in the middle of the resident's screen: the question, the answers to check, the pad, the number."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.flow.actions import Approve, Sign, Tell
from kiosk.flow.desks.resident import ResidentPage, Shown
from kiosk.model.vocabulary import Type
from kiosk.ui.tokens import Level
from kiosk.ui.widgets.button import Button, Rank, only
from kiosk.ui.widgets.facts_list import FactsList
from kiosk.ui.widgets.flow_layout import flow
from kiosk.ui.widgets.glyph_label import GlyphLabel
from kiosk.ui.widgets.message import Message, Mood
from kiosk.ui.widgets.panels import AIR, column, holder, pressed, scrolling
from kiosk.ui.widgets.signature_pad import SignaturePad

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kiosk.flow.pages import Choice, QuestionView, Signer
    from kiosk.ui.kit import Kit


class Body(QWidget):
    """One page's middle; made for that page and thrown away with it. `acted` carries what the resident did."""

    acted = Signal(object)

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self.kit = kit
        self.inside = QVBoxLayout()
        self.inside.setSpacing(kit.look.dp(16))
        self.inside.setContentsMargins(*AIR)
        self.foot = QVBoxLayout()
        area = scrolling(kit, holder(self.inside))
        self.setLayout(column(area, self.foot, gap=kit.look.dp(12)))

    def say(self, text: str, *, level: Level = Level.BODY, bold: bool = False) -> None:
        """One text more."""
        if text:
            self.inside.addWidget(GlyphLabel(self.kit, text, level=level, bold=bold))

    def end(self) -> None:
        """Nothing more comes: everything stands at the top."""
        self.inside.addStretch(1)


def body(kit: Kit, page: ResidentPage) -> Body:
    """The middle of a page."""
    match page.shown:
        case Shown.ASKED if page.question is not None:
            made: Body = Asked(kit, page, page.question)
        case Shown.CHECKED:
            made = Checked(kit, page)
        case Shown.SIGNING if (signer := _next(page.signers)) is not None:
            made = Signing(kit, signer)
        case _:
            made = Body(kit)
            for text, level in _plain(kit, page):
                made.say(text, level=level, bold=level is not Level.BODY)
    made.end()
    return made


def _next(signers: Sequence[Signer]) -> Signer | None:
    return next((signer for signer in signers if not signer.signed), None)


def _plain(kit: Kit, page: ResidentPage) -> Sequence[tuple[str, Level]]:
    words = kit.words
    match page.shown:
        case Shown.NOBODY:
            return ((words("resident-welcome"), Level.TITLE),)
        case Shown.SIGNING:
            return ((words("lobby-sign-done"), Level.TITLE), (words("resident-waiting"), Level.BODY))
        case Shown.DONE:
            number = (words("resident-slip"), Level.BODY), (page.slip, Level.NUMBER)
            return ((words("resident-done"), Level.TITLE), *number)
        case _:
            return ((words("resident-waiting"), Level.TITLE),)


class Asked(Body):
    """The question, why it is asked, and what was understood; handed over, its choices are touched here."""

    def __init__(self, kit: Kit, page: ResidentPage, question: QuestionView) -> None:
        super().__init__(kit)
        self._question, self.choices = question, list[Button]()
        self.say(page.about, level=Level.HEAD)
        self.say(question.ask or question.label, level=Level.TITLE, bold=True)
        self.say(question.why, level=Level.DENSE)
        if page.answering:
            self.inside.addWidget(Message(kit, kit.words("resident-answer-here"), mood=Mood.INFO))
            self._offer(self._all())
        if question.echo:
            said = kit.words("resident-answer", value=question.echo)
            self.inside.addWidget(Message(kit, said, mood=Mood.SUCCESS, level=Level.HEAD))

    def _all(self) -> Sequence[Choice]:
        from kiosk.flow.pages import Choice

        if self._question.type is not Type.BOOL:
            return self._question.choices
        words = self.kit.words
        return (Choice(code="yes", label=words("board-yes")), Choice(code="no", label=words("board-no")))

    def _offer(self, choices: Sequence[Choice]) -> None:
        several = self._question.type is Type.CODES
        self.codes: dict[str, Button] = {}
        for choice in choices:
            made = self.codes[choice.code] = Button(self.kit, choice.label, rank=Rank.CHOICE)
            made.several = several
            pressed(made, partial(self._touch, choice.code))
            self.choices.append(made)
        self.inside.addWidget(flow(*self.choices, gap=self.kit.look.dp(12)))
        if several:
            onward = Button(self.kit, self.kit.words("resident-answer-onward"), rank=Rank.PRIMARY)
            pressed(onward, self._several)
            self.choices.append(onward)
            self.inside.addWidget(flow(onward, gap=self.kit.look.dp(12)))

    def _touch(self, code: str) -> None:
        match self._question.type:
            case Type.CODES:
                return  # the button has turned itself; they are given together
            case Type.BOOL:
                self._tell(code == "yes")
            case _:
                self._tell(code)
        only(self.codes[code], list(self.codes.values()))

    def _several(self) -> None:
        self._tell(tuple(code for code, button in self.codes.items() if button.isChecked()))

    def _tell(self, value: bool | str | tuple[str, ...]) -> None:  # noqa: FBT001 - it is the answer
        self.acted.emit(Tell(path=self._question.path, value=value))


class Checked(Body):
    """Every answer to check, and one touch for a yes to what nobody has said yes to."""

    def __init__(self, kit: Kit, page: ResidentPage) -> None:
        super().__init__(kit)
        self.say(kit.words("resident-check-title"), level=Level.TITLE, bold=True)
        for group in page.groups:
            self.say(group.label, level=Level.HEAD, bold=True)
            rows = FactsList(kit)
            rows.show_rows([(row.label, row.text) for row in group.rows])
            self.inside.addWidget(rows)
        self.right: Button | None = None
        if page.unsure:
            self.foot.addWidget(GlyphLabel(kit, kit.words("resident-check-wrong"), level=Level.DENSE))
            self.right = Button(kit, kit.words("resident-check-right"), rank=Rank.PRIMARY)
            pressed(self.right, partial(self.acted.emit, Approve(paths=page.unsure)))
            self.foot.addWidget(flow(self.right, gap=kit.look.dp(12)))
        else:
            self.foot.addWidget(Message(kit, kit.words("resident-check-thanks"), mood=Mood.SUCCESS, level=Level.BODY))


class Signing(Body):
    """Who signs what, and the place for it; one after another where several sign."""

    def __init__(self, kit: Kit, signer: Signer) -> None:
        super().__init__(kit)
        words, self._signer = kit.words, signer
        papers = words("list-between").join(signer.documents)
        self.say(words("lobby-sign-title"), level=Level.TITLE, bold=True)
        self.say(words("lobby-sign-who", person=signer.name, papers=papers))
        self.pad, self.issue = SignaturePad(kit), Message(kit)
        self.accept = Button(kit, words("resident-sign-accept"), rank=Rank.PRIMARY)
        self.again = Button(kit, words("lobby-sign-again"))
        pressed(self.accept, self._accept)
        pressed(self.again, self.pad.clear)
        self.inside.addWidget(self.pad, 0, Qt.AlignmentFlag.AlignLeft)
        self.inside.addWidget(self.issue)
        self.inside.addWidget(flow(self.accept, self.again, gap=kit.look.dp(12)))

    def _accept(self) -> None:
        if self.pad.written:
            self.acted.emit(Sign(person=self._signer.person, signature=self.pad.signature()))
        else:
            self.issue.set(self.kit.words("resident-sign-empty"))
